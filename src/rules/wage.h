/* The minimum wage of every band of hours: a part of the theme pay. */
#ifndef PHB_RULES_WAGE_H
#define PHB_RULES_WAGE_H

#include "rules/check.h"

/* Each band, and time awake in the night, by itself: below the minimum wage, soon below it, close
 * to one not yet known, and outside the range of pay of a local policy. */
void phb__rules_wage(struct phb__check *check);

/* The least that somebody is paid an hour on a day, in hundredths of a penny; INT64_MAX when
 * nothing is, or no minimum wage is due to them. */
int64_t phb__lowest_rate_on(const struct phb__employment *employment, phb_date day);

#endif
