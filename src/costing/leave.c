/*
 * What is set aside for leave on a sum of pay: 12.07%, which is 5.6 weeks for the 46.4 that are
 * worked. Working Time Regulations 1998, regulations 13, 13A and 15B.
 */

#include "core/part.h"
#include "costing/extras.h"

phb_status
phb__leave_on(struct phb_costing *costing, const struct phb__law *law, struct phb__figure pay,
              int32_t parent, struct phb__figure *out_leave)
{
    struct phb__trace *trace = &costing->trace;
    const struct phb__rate_row *rate = phb__law_row(law, PHB__RATE_LEAVE_ACCRUAL_RATE);
    if (!rate) {
        return PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    out_leave->pence = phb__part_half_up(pay.pence, rate->value);
    phb__costing_used(costing, law, PHB__RATE_LEAVE_ACCRUAL_RATE);
    out_leave->step = phb__step_open(trace, parent, "scale", "costing.leave", "Leave pay");
    phb__step_repeat(trace, out_leave->step, pay.step);
    phb__step_rate(trace, out_leave->step, law, PHB__RATE_LEAVE_ACCRUAL_RATE);
    phb__step_pence(trace, out_leave->step, out_leave->pence, "half_up");
    return PHB_OK;
}
