/* Days on which somebody in England is at work: neither at a weekend nor a bank holiday. */
#ifndef PHB_SCHEDULE_WORKING_DAYS_H
#define PHB_SCHEDULE_WORKING_DAYS_H

#include <stdbool.h>

#include <phb/date.h>

#include "rates/dataset.h"

/* Are the bank holidays around a day known? Elsewhere only weekends are looked at. */
bool phb__bank_holidays_are_known(const struct phb__dataset *dataset, phb_date day);

/* The day itself or the last working day before it: never a later one, and never before 1900. */
phb_date phb__working_day_until(const struct phb__dataset *dataset, phb_date day);

#endif
