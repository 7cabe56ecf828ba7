/*
 * Banking and Financial Dealings Act 1971 (1971 c. 80) schedule 1: Easter Monday, the last Mondays
 * of May and August, 26 December, and a day after Christmas when that falls on a Sunday. Christmas
 * Day and Good Friday are days off by common law; New Year's Day, the first Monday of May and the
 * other substitutes for days at a weekend are proclaimed each year under section 1.
 */

#include "rates/bank_holidays.h"

#include "core/date.h"

enum { MONDAY = 1, SATURDAY = 6 };

/* Easter Sunday of the Gregorian calendar, by the rule that J. Meeus gives in Astronomical
 * Algorithms. */
static phb_date
easter_of(int32_t year)
{
    int32_t golden = year % 19;
    int32_t century = year / 100;
    int32_t in_century = year % 100;
    int32_t correction = (century - (century + 8) / 25 + 1) / 3;
    int32_t moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    int32_t sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - moon - in_century % 4) % 7;
    int32_t early = (golden + 11 * moon + 22 * sunday) / 451;
    int32_t day = moon + sunday - 7 * early + 114;
    return phb__date_of_ymd(year, day / 31, day % 31 + 1);
}

/* The first Monday on or after a day. */
static phb_date
monday_from(phb_date day)
{
    return day + (MONDAY + 7 - phb_date_weekday(day)) % 7;
}

static bool
is_at_weekend(phb_date day)
{
    return phb_date_weekday(day) >= SATURDAY;
}

/* Whichever of the two falls at a weekend, the 27th stands in for Christmas Day and the 28th for
 * Boxing Day. */
static void
christmas_of(int32_t year, struct phb__bank_day *out_first, struct phb__bank_day *out_second)
{
    phb_date christmas = phb__date_of_ymd(year, 12, 25);
    struct phb__bank_day christmas_day = {"Christmas Day", christmas, is_at_weekend(christmas)};
    struct phb__bank_day boxing_day = {"Boxing Day", christmas + 1, is_at_weekend(christmas + 1)};
    christmas_day.date += christmas_day.is_substitute ? 2 : 0;
    boxing_day.date += boxing_day.is_substitute ? 2 : 0;
    bool is_in_order = christmas_day.date < boxing_day.date;
    *out_first = is_in_order ? christmas_day : boxing_day;
    *out_second = is_in_order ? boxing_day : christmas_day;
}

void
phb__bank_days_of(int32_t year, struct phb__bank_day out_days[PHB__BANK_DAYS])
{
    phb_date new_year = phb__date_of_ymd(year, 1, 1);
    bool is_moved = is_at_weekend(new_year);
    phb_date easter = easter_of(year);
    struct phb__bank_day *next = out_days;
    *next++ = (struct phb__bank_day){"New Year's Day", is_moved ? monday_from(new_year) : new_year,
                                     is_moved};
    *next++ = (struct phb__bank_day){"Good Friday", easter - 2, false};
    *next++ = (struct phb__bank_day){"Easter Monday", easter + 1, false};
    *next++ = (struct phb__bank_day){"Early May bank holiday",
                                     monday_from(phb__date_of_ymd(year, 5, 1)), false};
    *next++ = (struct phb__bank_day){"Spring bank holiday",
                                     monday_from(phb__date_of_ymd(year, 5, 25)), false};
    *next++ = (struct phb__bank_day){"Summer bank holiday",
                                     monday_from(phb__date_of_ymd(year, 8, 25)), false};
    christmas_of(year, next, next + 1);
}

/* How many ordinary days there are up to a day, counted from some day long before. */
static int32_t
ordinary_until(phb_date day)
{
    int32_t year = phb__ymd_of(day).year;
    int32_t count = year * PHB__BANK_DAYS;
    struct phb__bank_day days[PHB__BANK_DAYS];
    phb__bank_days_of(year, days);
    for (int i = 0; i < PHB__BANK_DAYS; i++) {
        count += days[i].date <= day ? 1 : 0;
    }
    return count;
}

int32_t
phb__bank_holidays_between(const struct phb__dataset *dataset, phb_date first, phb_date last)
{
    if (last < first) {
        return 0;
    }
    int32_t count = ordinary_until(last) - ordinary_until(first - 1);
    for (uint32_t i = 0; i < dataset->bank_holiday_count; i++) {
        const struct phb__bank_holiday *exception = &dataset->bank_holidays[i];
        count += first <= exception->date && exception->date <= last ? 1 : 0;
        count -= first <= exception->instead_of && exception->instead_of <= last ? 1 : 0;
    }
    return count;
}

/* Is a day at a time of the year at which an ordinary one can be? Most are not. */
static bool
is_in_season(struct phb__ymd ymd)
{
    static const struct {
        int32_t first;
        int32_t last;
    } seasons[] = {
        {101, 103},   /* New Year and its substitutes */
        {320, 426},   /* Good Friday and Easter Monday: Easter is from 22 March to 25 April */
        {501, 507},   /* the first Monday of May */
        {525, 531},   /* and the last one */
        {825, 831},   /* the last Monday of August */
        {1225, 1228}, /* Christmas, Boxing Day and their substitutes */
    };
    int32_t number = ymd.month * 100 + ymd.day;
    for (size_t i = 0; i < sizeof seasons / sizeof seasons[0]; i++) {
        if (number <= seasons[i].last) {
            return number >= seasons[i].first;
        }
    }
    return false;
}

bool
phb__is_bank_holiday(const struct phb__dataset *dataset, phb_date day)
{
    for (uint32_t i = 0; i < dataset->bank_holiday_count; i++) {
        if (dataset->bank_holidays[i].date == day) {
            return true;
        }
        if (dataset->bank_holidays[i].instead_of == day) {
            return false;
        }
    }
    struct phb__ymd ymd = phb__ymd_of(day);
    if (!is_in_season(ymd)) {
        return false;
    }
    if (ymd.month == 3 || ymd.month == 4) { /* no need to work out the rest of the year */
        phb_date easter = easter_of(ymd.year);
        return day == easter - 2 || day == easter + 1;
    }
    struct phb__bank_day days[PHB__BANK_DAYS];
    phb__bank_days_of(ymd.year, days);
    for (int i = 0; i < PHB__BANK_DAYS; i++) {
        if (days[i].date == day) {
            return true;
        }
    }
    return false;
}
