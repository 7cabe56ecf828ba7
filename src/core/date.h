/* Days, for use inside: no checks but the ones named. */
#ifndef PHB_CORE_DATE_H
#define PHB_CORE_DATE_H

#include <stdbool.h>

#include <phb/date.h>

struct phb__ymd {
    int32_t year;
    int32_t month; /* 1 to 12 */
    int32_t day;   /* 1 to 31 */
};

/* Is it a day between 1900 and 2199? PHB_DATE_NONE is not. */
static inline bool
phb__date_is_valid(phb_date date)
{
    return date >= PHB_DATE_MIN && date <= PHB_DATE_MAX;
}

/* For a valid day. */
struct phb__ymd phb__ymd_of(phb_date date);

/* For a day that exists; years 1899 to 2201 are fine too. */
phb_date phb__date_of_ymd(int32_t year, int32_t month, int32_t day);

int32_t phb__days_in_month(int32_t year, int32_t month);
bool phb__is_leap_year(int32_t year);

/* The tax year a valid day lies in, named by the year it starts in: 5 April 2026 is 2025. */
int32_t phb__tax_year_of(phb_date date);

/* 6 April of a year. */
phb_date phb__tax_year_start(int32_t year);

#endif
