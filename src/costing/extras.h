/*
 * What employing somebody costs beyond the payslips of ordinary weeks: bank holidays worked, the
 * weeks of leave that somebody else works, sickness. Each adds its amounts to the segment's tally;
 * RANGE, or RATE_NOT_IN_FORCE when the law of the day lacks a value.
 */
#ifndef PHB_COSTING_EXTRAS_H
#define PHB_COSTING_EXTRAS_H

#include "costing/payslip.h"
#include "costing/tally.h"

/* Both: a payslip, and what the payslips and the rest of the segment come to. */
struct phb__segment_cost {
    struct phb__payslip slip;
    struct phb__tally tally;
};

/*
 * What an assistant costs in one segment in which they are paid, and adds its National Insurance
 * to that of its tax year. Makes no row of any table, so a costing that has none will do: nothing
 * is allocated then.
 */
phb_status phb__cost_segment(struct phb_costing *costing, struct phb__employment *employment,
                             const struct phb__segment *segment, struct phb__segment_cost *out,
                             phb_error *error);

phb_status phb__cost_bank_holidays(struct phb_costing *costing, struct phb__tally *tally,
                                   const struct phb__payslip *slip);
phb_status phb__cost_cover(struct phb_costing *costing, struct phb__tally *tally);
phb_status phb__cost_sickness(struct phb_costing *costing, struct phb__tally *tally,
                              const struct phb__payslip *slip);

/*
 * What somebody else is paid for the hours and nights of one week, to the nearest penny: a step of
 * `parent`. A rate not said counts nothing: where it is needed the budget was refused. false when
 * it is more than can be counted.
 */
bool phb__week_covered(struct phb_costing *costing, const struct phb__segment *segment,
                       int64_t rate_penny_hundredths, phb_pence night_rate, int32_t parent,
                       struct phb__figure *out_pay);

/* 12.07% of a sum of pay; a step of `parent`. RATE_NOT_IN_FORCE. */
phb_status phb__leave_on(struct phb_costing *costing, const struct phb__law *law,
                         struct phb__figure pay, int32_t parent, struct phb__figure *out_leave);

#endif
