/*
 * The costing of most rows: those in which nothing is wrong and nothing out of the ordinary, for a
 * period of at most a year whose law is held. What their sums rest on is looked up once a span of
 * the law; the sums are those of the costing (costing/sums.h), added up without anything around
 * them. Every other row is left to phb__cost_row, which can say what is wrong with it.
 */
#ifndef PHB_BATCH_STRAIGHT_H
#define PHB_BATCH_STRAIGHT_H

#include "batch/cost_block.h"
#include "batch/straight_law.h"
#include "costing/tally.h"

/* What a row costs, before the Employment Allowance. */
struct phb__cost_result {
    phb_pence sums[PHB__PARTS];
    phb_pence total;
    phb_certainty certainty;
    const struct phb__calendar *calendar;      /* of its period, until the next row is costed */
    phb_pence employer_ni[PHB__TAX_YEARS_MAX]; /* by tax year, from the one the period starts in */
};

struct phb__straight {
    const struct phb__dataset *dataset;
    int32_t pension_age_days; /* nobody reaches State Pension age younger */
    bool is_off;              /* the law of one day is asked for: no row is straight */
    bool has_period;          /* the period below can be costed straight */
    struct phb__calendar calendar;
    struct phb__ymd first_day; /* of the period */
    int64_t year_days;
    struct phb__straight_laws laws;
};

void phb__straight_init(struct phb__straight *straight, const struct phb__dataset *dataset,
                        phb_date law_on);

/* Costs the i-th row of a block. false when it is not straight: `out` is then of no use. */
bool phb__straight_cost(struct phb__straight *straight, const struct phb__cost_block *block,
                        size_t i, struct phb__cost_result *out);

#endif
