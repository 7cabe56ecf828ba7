#include "costing/stretch.h"

#include "core/date.h"
#include "core/defend.h"

bool
phb__stretch_overlap(struct phb__stretch a, struct phb__stretch b, struct phb__stretch *out)
{
    struct phb__stretch both = {a.start > b.start ? a.start : b.start,
                                a.end < b.end ? a.end : b.end};
    if (both.end < both.start) {
        return false;
    }
    *out = both;
    return true;
}

/* The period is at most ten years from a day in 1900 to 2199, so an anniversary always exists or is
 * beyond both. */
static phb_date
anniversary(phb_date start, int32_t years)
{
    phb_date date = PHB_DATE_MAX + 1;
    (void)phb_date_add_months(start, years * 12, PHB_MONTH_END_CLAMP, &date);
    return date;
}

struct phb__calendar
phb__calendar_of(struct phb__stretch period, phb_weeks_in_year weeks_in_year)
{
    struct phb__calendar calendar = {
        .period = period,
        .weeks_in_year = weeks_in_year,
        .first_year_end = anniversary(period.start, 1) - 1,
        .first_tax_year = phb__tax_year_of(period.start),
        .last_tax_year = phb__tax_year_of(period.end),
    };
    calendar.first_april = phb__tax_year_start(calendar.first_tax_year + 1);
    return calendar;
}

struct phb__stretch
phb__budget_year(const struct phb__calendar *calendar, phb_date day)
{
    phb_date start = calendar->period.start;
    if (day <= calendar->first_year_end) {
        return (struct phb__stretch){start, calendar->first_year_end};
    }
    int32_t years = phb__ymd_of(day).year - phb__ymd_of(start).year;
    if (years > 0 && anniversary(start, years) > day) {
        years--;
    }
    return (struct phb__stretch){anniversary(start, years), anniversary(start, years + 1) - 1};
}

/* Reduced; the parts are far below what could overflow. */
static struct phb__fraction
fraction_of(int64_t numerator, int64_t denominator)
{
    struct phb__fraction fraction = PHB__FRACTION_ZERO;
    bool fits = phb__fraction_of(numerator, denominator, &fraction);
    return PHB__ALWAYS(fits) ? fraction : PHB__FRACTION_ZERO;
}

struct phb__fraction
phb__years(const struct phb__calendar *calendar, struct phb__stretch stretch)
{
    int64_t days_of_common = 0; /* in budget years of 365 days */
    int64_t days_of_leap = 0;   /* in those of 366 */
    while (stretch.start <= stretch.end) {
        struct phb__stretch year = phb__budget_year(calendar, stretch.start);
        phb_date end = year.end < stretch.end ? year.end : stretch.end;
        int64_t days = (int64_t)end - stretch.start + 1;
        if (phb__stretch_days(year) == 365) {
            days_of_common += days;
        } else {
            days_of_leap += days;
        }
        stretch.start = end + 1;
    }
    return fraction_of(days_of_common * 366 + days_of_leap * 365, INT64_C(365) * 366);
}

struct phb__fraction
phb__months_unreduced(struct phb__stretch stretch)
{
    const int64_t common = 377580; /* the least common multiple of 28, 29, 30 and 31 */
    struct phb__ymd from = phb__ymd_of(stretch.start);
    struct phb__ymd to = phb__ymd_of(stretch.end);
    int64_t first_length = phb__days_in_month(from.year, from.month);
    int64_t last_length = phb__days_in_month(to.year, to.month);
    int64_t months = (to.year - from.year) * INT64_C(12) + to.month - from.month;
    /* Up to the end of the last month, without the days before the first and behind the last. */
    int64_t numerator = (months + 1) * common - (from.day - 1) * (common / first_length) -
                        (last_length - to.day) * (common / last_length);
    return (struct phb__fraction){numerator, common};
}

struct phb__fraction
phb__months(struct phb__stretch stretch)
{
    struct phb__fraction months = phb__months_unreduced(stretch);
    return fraction_of(months.numerator, months.denominator);
}

struct phb__fraction
phb__weeks(const struct phb__calendar *calendar, struct phb__stretch stretch)
{
    if (calendar->weeks_in_year != PHB_WEEKS_52) {
        return fraction_of(phb__stretch_days(stretch), 7);
    }
    struct phb__fraction years = phb__years(calendar, stretch);
    return fraction_of(years.numerator * 52, years.denominator);
}
