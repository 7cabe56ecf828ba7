/*
 * Bank holidays worked for a premium. The days themselves are inside the 5.6 weeks of leave; nobody
 * has a right to a premium, so it is what was agreed.
 */

#include "core/checked.h"
#include "costing/extras.h"
#include "rates/bank_holidays.h"

/* What one bank holiday adds to a payslip. */
struct holiday {
    struct phb__figure premium;
    struct phb__figure leave;
    struct phb__figure gross; /* of the payslip it falls in, premium and leave included */
    struct phb__figure employer_ni;
    struct phb__figure pension;
};

static bool
make_premium(struct phb_costing *costing, const phb_assistant *given, int32_t parent,
             struct phb__figure *out)
{
    struct phb__trace *trace = &costing->trace;
    if (!phb__mul_div(given->bank_holiday_minutes, given->bank_holiday_premium_penny_hundredths,
                      6000, PHB_ROUND_HALF_UP, &out->pence) ||
        out->pence > PHB_PENCE_MAX) {
        return false;
    }
    out->step = phb__step_open(trace, parent, "scale", "costing.bank_holiday",
                               "Extra pay for one bank holiday");
    phb__step_given(trace, out->step, "Hours worked on it",
                    (struct phb__fraction){given->bank_holiday_minutes, 60}, "hours");
    phb__step_given(trace, out->step, "Extra pay an hour",
                    (struct phb__fraction){given->bank_holiday_premium_penny_hundredths, 100},
                    "pence");
    phb__step_pence(trace, out->step, out->pence, "half_up");
    return true;
}

/* What a payslip with the holiday costs more than one without: thresholds count once. */
static void
make_extra(struct phb__trace *trace, const char *label, struct phb__figure with,
           struct phb__figure without, struct phb__figure *out)
{
    out->pence = with.pence - without.pence;
    out->step = phb__step_open(trace, PHB__STEP_NONE, "difference", "costing.bank_holiday", label);
    phb__step_repeat(trace, out->step, with.step);
    phb__step_repeat(trace, out->step, without.step);
    phb__step_pence(trace, out->step, out->pence, "none");
}

static phb_status
make_ni(struct phb_costing *costing, const struct phb__segment *segment,
        const struct phb__payslip *slip, phb_pay_frequency frequency, struct holiday *holiday)
{
    struct phb__trace *trace = &costing->trace;
    struct phb__ni ni;
    if (!phb__ni_compute(&segment->law, frequency, slip->letter, holiday->gross.pence, &ni)) {
        return PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    phb__ni_used(costing, &segment->law, &ni);
    struct phb__figure with = {ni.total, phb__step_open(trace, PHB__STEP_NONE, "ni_bands",
                                                        "costing.employer_ni",
                                                        "Employer National Insurance with it")};
    phb__ni_trace(trace, with.step, &segment->law, &ni, holiday->gross.step);
    make_extra(trace, "Extra employer National Insurance", with, slip->employer_ni,
               &holiday->employer_ni);
    return PHB_OK;
}

static void
make_pension(struct phb_costing *costing, const struct phb__segment *segment,
             const struct phb__payslip *slip, struct holiday *holiday)
{
    struct phb__trace *trace = &costing->trace;
    struct phb__pension pension = slip->pension_terms;
    if (!slip->is_member) {
        return;
    }
    phb__pension_compute(&pension, holiday->gross.pence);
    phb__pension_used(costing, &segment->law, &pension, holiday->gross.pence);
    struct phb__figure with = {pension.pension,
                               phb__step_open(trace, PHB__STEP_NONE, "scale", "costing.pension",
                                              "Employer pension contribution with it")};
    phb__pension_trace(trace, with.step, &segment->law, &pension, holiday->gross.step);
    make_extra(trace, "Extra employer pension contribution", with, slip->pension,
               &holiday->pension);
}

static phb_status
make_holiday(struct phb_costing *costing, const struct phb__tally *tally,
             const struct phb__payslip *slip, struct holiday *holiday)
{
    struct phb__trace *trace = &costing->trace;
    const phb_assistant *given = &tally->employment->assistant->given;
    const struct phb__segment *segment = tally->segment;
    const struct phb__figure nothing = {0, PHB__STEP_NONE};
    *holiday = (struct holiday){nothing, nothing, nothing, nothing, nothing};
    holiday->gross.step = phb__step_open(trace, PHB__STEP_NONE, "sum", "costing.bank_holiday_gross",
                                         "Gross pay with a bank holiday");
    phb__step_repeat(trace, holiday->gross.step, slip->gross.step);
    if (!make_premium(costing, given, holiday->gross.step, &holiday->premium)) {
        return PHB_ERROR_RANGE;
    }
    phb_status status = PHB_OK;
    if (given->leave_method == PHB_LEAVE_ACCRUAL) {
        status = phb__leave_on(costing, &segment->law, holiday->premium, holiday->gross.step,
                               &holiday->leave);
    }
    holiday->gross.pence = slip->gross.pence + holiday->premium.pence + holiday->leave.pence;
    phb__step_pence(trace, holiday->gross.step, holiday->gross.pence, "none");
    if (status == PHB_OK && holiday->gross.pence > PHB_PENCE_MAX) {
        status = PHB_ERROR_RANGE;
    }
    if (status == PHB_OK) {
        status = make_ni(costing, segment, slip, given->pay_frequency, holiday);
    }
    if (status == PHB_OK) {
        make_pension(costing, segment, slip, holiday);
    }
    return status;
}

phb_status
phb__cost_bank_holidays(struct phb_costing *costing, struct phb__tally *tally,
                        const struct phb__payslip *slip)
{
    struct holiday holiday;
    struct phb__stretch days = tally->segment->days;
    int32_t count = phb__bank_holidays_between(costing->dataset, days.start, days.end);
    if (count == 0) {
        return PHB_OK;
    }
    phb_status status = make_holiday(costing, tally, slip, &holiday);
    struct phb__factor times = {"Bank holidays in these days", {count, 1}, "times", PHB__STEP_NONE};
    const struct {
        enum phb__part part;
        const char *label;
        const struct phb__figure *figure;
    } amounts[] = {
        {PHB__PART_BANK_HOLIDAY, "Extra pay", &holiday.premium},
        {PHB__PART_BANK_HOLIDAY, "Leave on the extra pay", &holiday.leave},
        {PHB__PART_EMPLOYER_NI, "Bank holidays", &holiday.employer_ni},
        {PHB__PART_PENSION, "Bank holidays", &holiday.pension},
    };
    for (size_t i = 0; i < sizeof amounts / sizeof amounts[0] && status == PHB_OK; i++) {
        bool is_due = i == 0 || amounts[i].figure->pence > 0;
        if (is_due) {
            status = phb__tally_add(costing, tally, amounts[i].part, amounts[i].label,
                                    *amounts[i].figure, &times, 1);
        }
    }
    return status;
}
