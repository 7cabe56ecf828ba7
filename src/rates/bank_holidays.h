/*
 * Bank holidays of England: eight a year by rule, and the exceptions of a dataset: days that moved
 * and extra ones.
 */
#ifndef PHB_RATES_BANK_HOLIDAYS_H
#define PHB_RATES_BANK_HOLIDAYS_H

#include <phb/rates.h>

#include "rates/dataset.h"

/* The first year that was compared with the published days; exceptions before it are not held. */
#define PHB__BANK_HOLIDAYS_FIRST_YEAR 2011
#define PHB__BANK_HOLIDAYS_FIRST_DAY 14975 /* 1 January of it */

#define PHB__BANK_DAYS 8

struct phb__bank_day {
    const char *name;
    phb_date date;
    bool is_substitute; /* in place of a day at a weekend */
};

/* The ordinary days of a year, by date, exceptions not looked at. */
void phb__bank_days_of(int32_t year, struct phb__bank_day out_days[PHB__BANK_DAYS]);

/*
 * How many bank holidays there are from one day to another, both included; 0 when the second is the
 * earlier. Both must lie in the years held; the time does not depend on how far apart they are.
 */
int32_t phb__bank_holidays_between(const struct phb__dataset *dataset, phb_date first,
                                   phb_date last);

/* Is a day one of them? For the years held. */
bool phb__is_bank_holiday(const struct phb__dataset *dataset, phb_date day);

#endif
