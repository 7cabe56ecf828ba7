/*
 * Stretches of days, and how many weeks, months and years each of them is: exact fractions, so that
 * the parts of a budget add up to the whole.
 */
#ifndef PHB_COSTING_STRETCH_H
#define PHB_COSTING_STRETCH_H

#include <phb/budget.h>

#include "core/fraction.h"

/* Both days included. */
struct phb__stretch {
    phb_date start;
    phb_date end;
};

/* What a budget says about time. */
struct phb__calendar {
    struct phb__stretch period;
    phb_weeks_in_year weeks_in_year;
    phb_date first_year_end; /* of the first budget year, which holds most days of most budgets */
    int32_t first_tax_year;  /* the one the period starts in */
    int32_t last_tax_year;   /* and the one it ends in */
    phb_date first_april;    /* the first 6 April after the start */
};

struct phb__calendar phb__calendar_of(struct phb__stretch period, phb_weeks_in_year weeks_in_year);

/* The days of a stretch; never below 1. */
static inline int64_t
phb__stretch_days(struct phb__stretch stretch)
{
    return (int64_t)stretch.end - stretch.start + 1;
}

/* What two stretches share; false when nothing. */
bool phb__stretch_overlap(struct phb__stretch a, struct phb__stretch b, struct phb__stretch *out);

/*
 * The budget year that holds a day: twelve months from the period's start or an anniversary of it,
 * always counted from the start, so that 29 February comes back in leap years.
 */
struct phb__stretch phb__budget_year(const struct phb__calendar *calendar, phb_date day);

/* Σ over the days of 1 ÷ the days of their budget year. */
struct phb__fraction phb__years(const struct phb__calendar *calendar, struct phb__stretch stretch);

/* Σ over the days of 1 ÷ the days of their calendar month. */
struct phb__fraction phb__months(struct phb__stretch stretch);

/* The same, over 28 × 29 × 30 × 31 ÷ 2: quicker, for what is not shown. */
struct phb__fraction phb__months_unreduced(struct phb__stretch stretch);

/* Days ÷ 7, or 52 a budget year. */
struct phb__fraction phb__weeks(const struct phb__calendar *calendar, struct phb__stretch stretch);

#endif
