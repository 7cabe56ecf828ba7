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

/* The day an age is reached by somebody born on a day; PHB_DATE_NONE beyond the calendar. */
phb_date phb__birthday(struct phb__ymd born, int32_t age_years);

/* Their age on a day that is not before. */
static inline int32_t
phb__age_on(struct phb__ymd born, struct phb__ymd now)
{
    /* In a common year 28 February comes before a 29th and 1 March after: no case of its own. */
    bool had_birthday = now.month * 100 + now.day >= born.month * 100 + born.day;
    return now.year - born.year - (had_birthday ? 0 : 1);
}

/* The same tax year as phb__tax_year_of, of a day in parts. */
static inline int32_t
phb__tax_year_of_ymd(struct phb__ymd ymd)
{
    return ymd.year - (ymd.month * 100 + ymd.day < 406 ? 1 : 0);
}

/* The tax year a valid day lies in, named by the year it starts in: 5 April 2026 is 2025. */
int32_t phb__tax_year_of(phb_date date);

/* 6 April of a year. */
phb_date phb__tax_year_start(int32_t year);

#endif
