/* What the sums of a row rest on, looked up once a span of the law. */
#ifndef PHB_BATCH_STRAIGHT_LAW_H
#define PHB_BATCH_STRAIGHT_LAW_H

#include "costing/kept.h"

/* Spans kept at a time: as many years as there are, so that rows may come in any order. */
#define PHB__STRAIGHT_LAWS 16

/* What sums rest on in a span of the law. */
struct phb__straight_law {
    phb_date from;
    phb_date next; /* the first day behind it; cleared, it holds no day */
    bool is_whole; /* no value is missing, or changes inside it */
    int64_t leave_ppm;
    int64_t leave_weeks_hundredths;
    int64_t leave_days_most;
    int64_t sick_pay;
    int64_t sick_pay_ppm;   /* of earnings; PHB_NUMBER_NONE: a flat rate */
    int64_t sick_pay_limit; /* of the flat rate; PHB_NUMBER_NONE: a part of earnings */
    int64_t ni_ppm;
    int64_t pension_ppm;
    const struct phb__ni_letter *letters['Z' - 'A' + 1]; /* NULL: not in force throughout */
    struct phb__terms terms[PHB_PAY_MONTHLY + 1];        /* by pay frequency */
};

struct phb__straight_laws {
    const struct phb__dataset *dataset;
    struct phb__straight_law *last;   /* that was asked for */
    struct phb__straight_law *before; /* and the one before it */
    struct phb__straight_law kept[PHB__STRAIGHT_LAWS];
};

/* Nothing is looked up yet. */
void phb__straight_laws_init(struct phb__straight_laws *laws, const struct phb__dataset *dataset);

/* The law of a day; NULL when that is not held, or not whole. */
const struct phb__straight_law *phb__straight_law_on(struct phb__straight_laws *laws, phb_date day);

#endif
