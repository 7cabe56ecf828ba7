/*
 * The sums that a payslip and what goes with it are made of, without their reasons: a costing shows
 * each of them, a batch only wants what they come to.
 */
#ifndef PHB_COSTING_SUMS_H
#define PHB_COSTING_SUMS_H

#include "core/part.h"
#include "costing/segment.h"

/* Weeks in a pay period: of a month 52 ÷ 12, or the days of the budget year ÷ 7 ÷ 12. */
static inline struct phb__fraction
phb__weeks_of_payslip(phb_pay_frequency frequency, phb_weeks_in_year weeks_in_year,
                      int64_t year_days)
{
    switch (frequency) {
    case PHB_PAY_WEEKLY:
        return (struct phb__fraction){1, 1};
    case PHB_PAY_FORTNIGHTLY:
        return (struct phb__fraction){2, 1};
    case PHB_PAY_FOUR_WEEKLY:
        return (struct phb__fraction){4, 1};
    case PHB_PAY_MONTHLY:
    case PHB_PAY_ANNUAL:
        break;
    }
    return weeks_in_year == PHB_WEEKS_52 ? (struct phb__fraction){52, 12}
                                         : (struct phb__fraction){year_days, 84};
}

/* Payslips in days of one budget year: one division, not reduced. */
static inline struct phb__fraction
phb__payslips_in(struct phb__stretch days, phb_pay_frequency frequency,
                 phb_weeks_in_year weeks_in_year, int64_t year_days)
{
    if (frequency == PHB_PAY_MONTHLY) {
        return phb__months_unreduced(days);
    }
    int64_t count = phb__stretch_days(days);
    int64_t weeks = phb__weeks_of_payslip(frequency, weeks_in_year, year_days).numerator;
    return weeks_in_year == PHB_WEEKS_52 ? (struct phb__fraction){count * 52, year_days * weeks}
                                         : (struct phb__fraction){count, 7 * weeks};
}

/* What part of the pay of a period is an average week. */
static inline struct phb__fraction
phb__week_of_payslip(phb_pay_frequency frequency)
{
    switch (frequency) {
    case PHB_PAY_FORTNIGHTLY:
        return (struct phb__fraction){1, 2};
    case PHB_PAY_FOUR_WEEKLY:
        return (struct phb__fraction){1, 4};
    case PHB_PAY_MONTHLY:
        return (struct phb__fraction){12, 52};
    case PHB_PAY_WEEKLY:
    case PHB_PAY_ANNUAL:
        break;
    }
    return PHB__FRACTION_ONE;
}

/* What somebody else is paid for a week. Both parts in 1 ÷ 6,000 of a penny: minutes ÷ 60,
 * hundredths of a penny. */
struct phb__cover_pay {
    int64_t by_the_hour;
    int64_t by_the_night;
    phb_pence pay; /* to the nearest penny */
};

/* A rate not said counts nothing. false when it is more than can be counted. */
static inline bool
phb__cover_pay_of(const struct phb__week *week, int64_t rate_penny_hundredths, phb_pence night_rate,
                  struct phb__cover_pay *out)
{
    bool has_hours = week->minutes > 0 && rate_penny_hundredths != PHB_NUMBER_NONE;
    bool has_nights = week->nights_hundredths > 0 && night_rate != PHB_PENCE_NONE;
    int64_t sum = 0;
    *out = (struct phb__cover_pay){0, 0, 0};
    return (!has_hours || phb__multiply(week->minutes, rate_penny_hundredths, &out->by_the_hour)) &&
           (!has_nights ||
            (phb__multiply(week->nights_hundredths, night_rate, &out->by_the_night) &&
             phb__multiply(out->by_the_night, 60, &out->by_the_night))) &&
           phb__add(out->by_the_hour, out->by_the_night, &sum) &&
           phb__mul_div_half_up(sum, 1, 6000, &out->pay) && out->pay <= PHB_PENCE_MAX;
}

/* Weeks: both are small. */
static inline bool
phb__is_more(struct phb__fraction a, struct phb__fraction b)
{
    return a.numerator * b.denominator > b.numerator * a.denominator;
}

/* Statutory sick pay a week, once it is a part of earnings: at most the flat rate. */
static inline phb_pence
phb__sick_pay_of(phb_pence part, phb_pence flat_rate)
{
    return part < flat_rate ? part : flat_rate;
}

/* And before: the flat rate, or nothing below the lower earnings limit. */
static inline phb_pence
phb__flat_sick_pay_of(phb_pence average, phb_pence limit, phb_pence flat_rate)
{
    return average >= limit ? flat_rate : 0;
}

/* What cover costs beyond the pay of the absent. */
static inline phb_pence
phb__beyond(phb_pence cover, phb_pence average)
{
    return cover > average ? cover - average : 0;
}

#endif
