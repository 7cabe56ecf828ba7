/* The employer's pension contribution on one payslip, and who is a member. */
#ifndef PHB_COSTING_PENSION_H
#define PHB_COSTING_PENSION_H

#include <phb/budget.h>

#include "core/part.h"
#include "costing/trace.h"

/* The earnings thresholds of a pay period: a table of their own, not derived as those of National
 * Insurance. */
struct phb__pension_levels {
    enum phb__rate_key lower_key;
    enum phb__rate_key trigger_key;
    enum phb__rate_key upper_key;
    phb_pence lower;
    phb_pence trigger;
    phb_pence upper;
};

/* false when the law of the day lacks one. */
bool phb__pension_levels_on(const struct phb__law *law, phb_pay_frequency frequency,
                            struct phb__pension_levels *out_levels);

static inline phb_pence
phb__qualifying_earnings(const struct phb__pension_levels *levels, phb_pence gross)
{
    return phb__part_between(gross, levels->lower, levels->upper);
}

/* Of all pay, or of qualifying earnings. No statute says how the contribution is rounded:
 * to the nearest penny, halves up, is what payrolls do. */
static inline phb_pence
phb__pension_on(const struct phb__pension_levels *levels, phb_pension_basis basis,
                int64_t employer_ppm, phb_pence gross)
{
    phb_pence pay = basis == PHB_PENSION_ALL_PAY ? gross : phb__qualifying_earnings(levels, gross);
    return phb__part_half_up(pay, employer_ppm);
}

struct phb__pension {
    struct phb__pension_levels levels;
    phb_pension_basis basis;
    int64_t employer_ppm;
    bool is_rate_given; /* by the budget; else the statutory minimum */
    phb_pence pension;
};

/* Fills `pension` from its levels, basis and rate. */
void phb__pension_compute(struct phb__pension *pension, phb_pence gross);

/* The minimum of a day and a pay period, without a pay yet, and how sure the least sure of its
 * values is. false when the law lacks one. */
bool phb__pension_minimum_of(const struct phb__law *law, phb_pay_frequency frequency,
                             struct phb__pension *out_pension, phb_certainty *out_certainty);

void phb__pension_trace(struct phb__trace *trace, int32_t step, const struct phb__law *law,
                        const struct phb__pension *pension, int32_t gross_step);

/* What decides membership in one stretch of time. Ages are -1 when the date of birth is not said.
 */
struct phb__pension_status {
    int32_t age_years;
    bool is_over_state_pension_age;
    bool was_enrolled; /* automatically, earlier in this budget */
};

/*
 * Is somebody a member on this pay? Comparisons are "more than": pay equal to the trigger does not
 * enrol. Pensions Act 2008 sections 3, 5 and 7: eligible from 22 to State Pension age; may opt in
 * from 16 to 74.
 */
bool phb__is_pension_member(const struct phb__pension_levels *levels,
                            phb_pension_membership membership,
                            const struct phb__pension_status *status, phb_pence gross);

#endif
