#include "costing/segment.h"

#include "core/checked.h"
#include "core/date.h"
#include "core/error.h"
#include "costing/kept.h"
#include "costing/sums.h"

void
phb__employment_of(const struct phb_costing *costing, const struct phb__assistant *assistant,
                   uint32_t index, struct phb__employment *out)
{
    struct phb__stretch period = costing->calendar.period;
    struct phb__stretch given = {phb__day_or(assistant->given.start, period.start),
                                 phb__day_or(assistant->given.end, period.end)};
    *out = (struct phb__employment){
        .assistant = assistant, .index = index, .basic_a_payslip = PHB_PENCE_NONE};
    out->is_in_period = phb__stretch_overlap(given, period, &out->days);
    phb__employee_of(costing->dataset, &costing->calendar, assistant->given.date_of_birth,
                     out->days.end, costing->kept ? costing->kept->pension_age_days : 0,
                     &out->employee);
}

bool
phb__hours_are_worked(const phb_hours *hours, phb_date day)
{
    bool has_begun = hours->start == PHB_DATE_NONE || hours->start <= day;
    bool has_ended = hours->end != PHB_DATE_NONE && hours->end < day;
    return has_begun && !has_ended;
}

/* A day on which something changes cuts the time if it comes after `day` and before the cut found
 * so far. */
static void
cut_at(phb_date *cut, phb_date day, phb_date change)
{
    if (change > day && change < *cut) {
        *cut = change;
    }
}

/* The first dated rate after a day; they are in order. */
static void
cut_at_rates(phb_date *cut, phb_date day, const struct phb__list *rates)
{
    const struct phb__dated *dated = rates->items;
    uint32_t low = 0;
    uint32_t high = rates->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (dated[middle].from <= day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low < rates->count) {
        cut_at(cut, day, dated[low].from);
    }
}

/* Where in time a segment begins. */
struct place {
    phb_date day;
    phb_date year_end;   /* of its budget year */
    phb_date next_april; /* where the next tax year starts */
    int32_t tax_year;    /* named by the year it starts in */
};

static struct place
place_of(const struct phb__calendar *calendar, phb_date day, struct phb__ymd now)
{
    int32_t tax_year = phb__tax_year_of_ymd(now);
    return (struct place){
        .day = day,
        .year_end = phb__budget_year(calendar, day).end,
        .next_april = tax_year == calendar->first_tax_year ? calendar->first_april
                                                           : phb__tax_year_start(tax_year + 1),
        .tax_year = tax_year,
    };
}

/* The first day after a place on which something changes that does not lie in the law, or the first
 * day after the employment. */
static phb_date
next_own_cut(const struct phb__employment *employment, struct place place)
{
    phb_date day = place.day;
    phb_date cut = employment->days.end + 1;
    cut_at(&cut, day, place.next_april);
    cut_at(&cut, day, place.year_end + 1);
    for (int i = 0; i < PHB__BIRTHDAYS; i++) {
        cut_at(&cut, day, employment->employee.birthdays[i]);
    }
    const struct phb__hours *hours = phb__assistant_hours(employment->assistant);
    for (uint32_t i = 0; i < employment->assistant->hours.count; i++) {
        phb_date end = hours[i].given.end;
        cut_at(&cut, day, hours[i].given.start);
        cut_at(&cut, day, end == PHB_DATE_NONE ? PHB_DATE_NONE : end + 1);
        cut_at_rates(&cut, day, &hours[i].rates);
    }
    return cut;
}

/* The same, with the days on which the law changes; not those when one day's law holds for all.
 * `law` is that of the day, NULL when it is not held. */
static phb_date
next_cut(const struct phb_costing *costing, const struct phb__employment *employment,
         struct place place, const struct phb__law *law)
{
    phb_date cut = next_own_cut(employment, place);
    if (costing->law_on == PHB_DATE_NONE && law) {
        cut_at(&cut, place.day, phb__law_next_change(law));
    }
    return cut;
}

size_t
phb__employment_segments(const struct phb_costing *costing,
                         const struct phb__employment *employment)
{
    size_t count = 0;
    phb_date day = employment->days.start;
    while (employment->is_in_period && day <= employment->days.end) {
        struct place place = place_of(&costing->calendar, day, phb__ymd_of(day));
        struct phb__law law;
        bool is_held = phb__law_on(costing->dataset, day, PHB_RATE_CARRY, &law);
        day = next_cut(costing, employment, place, is_held ? &law : NULL);
        count++;
    }
    return count;
}

/* ---- what a week brings ---- */

/* nights × flat pay, and nights × minutes awake × their pay an hour, in parts of a penny. */
static bool
flat_pay(const struct phb__hours *hours, phb_date day, int64_t *out_pay)
{
    const phb_hours *given = &hours->given;
    int64_t night = phb__dated_on(&hours->rates, given->rate_penny_hundredths, day);
    int64_t awake = 0;
    bool is_awake = given->awake_minutes_per_night != PHB_NUMBER_NONE &&
                    given->awake_rate_penny_hundredths != PHB_NUMBER_NONE;
    if (is_awake && !phb__multiply(given->awake_minutes_per_night,
                                   given->awake_rate_penny_hundredths, &awake)) {
        return false;
    }
    return phb__multiply(night, 60, &night) && phb__add(night, awake, &night) &&
           phb__multiply(night, given->nights_per_week_hundredths, out_pay);
}

static bool
hourly_pay(const struct phb__hours *hours, phb_date day, int64_t *out_pay)
{
    int64_t rate = phb__dated_on(&hours->rates, hours->given.rate_penny_hundredths, day);
    return phb__multiply(rate, hours->given.minutes_per_week, out_pay) &&
           phb__multiply(*out_pay, 100, out_pay);
}

bool
phb__hours_pay(const struct phb__hours *hours, phb_date day, int64_t *out_pay)
{
    return phb__hours_are_flat(&hours->given) ? flat_pay(hours, day, out_pay)
                                              : hourly_pay(hours, day, out_pay);
}

/* The work and pay of a week, kept exactly: nothing is rounded before the payslip. */
static bool
add_up_week(const struct phb__employment *employment, phb_date day, struct phb__week *out_week)
{
    const struct phb__hours *hours = phb__assistant_hours(employment->assistant);
    struct phb__week week = {0, 0, 0};
    bool is_by_hours = employment->basic_a_payslip == PHB_PENCE_NONE;
    for (uint32_t i = 0; i < employment->assistant->hours.count; i++) {
        int64_t pay = 0;
        if (!phb__hours_are_worked(&hours[i].given, day)) {
            continue;
        }
        if (is_by_hours &&
            (!phb__hours_pay(&hours[i], day, &pay) || !phb__add(week.pay, pay, &week.pay))) {
            return false;
        }
        if (phb__hours_are_flat(&hours[i].given)) {
            week.nights_hundredths += hours[i].given.nights_per_week_hundredths;
        } else {
            week.minutes += hours[i].given.minutes_per_week;
        }
    }
    *out_week = week;
    return true;
}

struct phb__fraction
phb__employment_payslips(const struct phb_costing *costing,
                         const struct phb__employment *employment, struct phb__stretch days)
{
    phb_pay_frequency frequency = employment->assistant->given.pay_frequency;
    if (frequency == PHB_PAY_MONTHLY) {
        return phb__months(days);
    }
    struct phb__fraction slips = phb__weeks(&costing->calendar, days);
    int64_t weeks = phb__weeks_of_payslip(frequency, costing->calendar.weeks_in_year, 0).numerator;
    (void)phb__fraction_of(slips.numerator, slips.denominator * weeks, &slips);
    return slips;
}

/* A segment lies in one budget year, so its payslips and its part of the year are one division
 * each; reduced for those who are shown them. */
static void
count_time(const struct phb_costing *costing, phb_pay_frequency frequency,
           struct phb__segment *segment)
{
    segment->years = (struct phb__fraction){phb__stretch_days(segment->days), segment->year_days};
    segment->payslips = phb__payslips_in(segment->days, frequency, costing->calendar.weeks_in_year,
                                         segment->year_days);
    if (!costing->kept) {
        struct phb__fraction *years = &segment->years;
        struct phb__fraction *payslips = &segment->payslips;
        (void)phb__fraction_of(years->numerator, years->denominator, years);
        (void)phb__fraction_of(payslips->numerator, payslips->denominator, payslips);
    }
}

phb_status
phb__segment_from(const struct phb_costing *costing, const struct phb__employment *employment,
                  phb_date day, struct phb__segment *out, phb_error *error)
{
    struct phb__stretch year = phb__budget_year(&costing->calendar, day);
    phb_date law_day = costing->law_on == PHB_DATE_NONE ? day : costing->law_on;
    if (!phb__law_on(costing->dataset, law_day, costing->match, &out->law)) {
        return phb__cost_fail_at(
            error, PHB_ERROR_RATE_NOT_IN_FORCE, "assistants", employment->index,
            "values of some days are not yet known, and provisional ones are refused");
    }
    struct phb__ymd now = phb__ymd_of(day);
    struct place place = place_of(&costing->calendar, day, now);
    out->days = (struct phb__stretch){day, next_cut(costing, employment, place, &out->law) - 1};
    out->year_days = phb__stretch_days(year);
    out->tax_year = place.tax_year - costing->calendar.first_tax_year;
    out->age_years = phb__employee_age(&employment->employee, now);
    out->is_over_state_pension_age =
        phb__employee_is_over_state_pension_age(&employment->employee, day);
    if (!add_up_week(employment, day, &out->week)) {
        return phb__cost_fail_at(error, PHB_ERROR_RANGE, "assistants", employment->index,
                                 "the pay of a week is more than can be counted");
    }
    out->is_paid = employment->basic_a_payslip == PHB_PENCE_NONE ? out->week.pay > 0
                                                                 : employment->basic_a_payslip > 0;
    count_time(costing, employment->assistant->given.pay_frequency, out);
    return PHB_OK;
}
