#include "schedule/working_days.h"

#include "rates/bank_holidays.h"

enum { SATURDAY = 6 };

bool
phb__bank_holidays_are_known(const struct phb__dataset *dataset, phb_date day)
{
    return day >= PHB__BANK_HOLIDAYS_FIRST_DAY && day <= dataset->bank_holidays_until;
}

static bool
is_day_off(const struct phb__dataset *dataset, phb_date day)
{
    return phb_date_weekday(day) >= SATURDAY ||
           (phb__bank_holidays_are_known(dataset, day) && phb__is_bank_holiday(dataset, day));
}

/* 1 January 1900 was a Monday, so that no day before the calendar is ever reached. */
phb_date
phb__working_day_until(const struct phb__dataset *dataset, phb_date day)
{
    while (day > PHB_DATE_MIN && is_day_off(dataset, day)) {
        day--;
    }
    return day;
}
