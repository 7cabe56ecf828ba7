#include "costing/segment.h"

#include "core/checked.h"
#include "core/date.h"
#include "core/error.h"

static void
find_birthdays(const struct phb_costing *costing, struct phb__employment *employment)
{
    static const int32_t ages_years[PHB__BIRTHDAYS - 1] = {16, 21, 22, 25, 75};
    phb_date birth = employment->assistant->given.date_of_birth;
    for (int i = 0; i < PHB__BIRTHDAYS; i++) {
        employment->birthdays[i] = PHB_DATE_NONE;
    }
    employment->state_pension_date = PHB_DATE_NONE;
    if (birth == PHB_DATE_NONE) {
        return;
    }
    for (int i = 0; i < PHB__BIRTHDAYS - 1; i++) {
        (void)phb_date_of_age(birth, ages_years[i], &employment->birthdays[i]);
    }
    employment->state_pension_date = phb__state_pension_date(costing->dataset, birth);
    employment->birthdays[PHB__BIRTHDAYS - 1] = employment->state_pension_date;
}

bool
phb__employment_of(const struct phb_costing *costing, const struct phb__assistant *assistant,
                   uint32_t index, struct phb__employment *out)
{
    struct phb__stretch period = costing->calendar.period;
    struct phb__stretch given = {phb__day_or(assistant->given.start, period.start),
                                 phb__day_or(assistant->given.end, period.end)};
    *out = (struct phb__employment){.assistant = assistant, .index = index};
    if (!phb__stretch_overlap(given, period, &out->days)) {
        return false;
    }
    find_birthdays(costing, out);
    return true;
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

/* The first day after `day` on which something changes, or the first day after the employment. */
static phb_date
next_cut(const struct phb__employment *employment, const struct phb__law *law, phb_date year_end)
{
    phb_date day = law->day;
    phb_date cut = employment->days.end + 1;
    cut_at(&cut, day, phb__tax_year_start(phb__tax_year_of(day) + 1));
    cut_at(&cut, day, phb__law_next_change(law));
    cut_at(&cut, day, year_end + 1);
    for (int i = 0; i < PHB__BIRTHDAYS; i++) {
        cut_at(&cut, day, employment->birthdays[i]);
    }
    const phb_hours *hours = phb__assistant_hours(employment->assistant);
    for (uint32_t i = 0; i < employment->assistant->hours.count; i++) {
        cut_at(&cut, day, hours[i].start);
        cut_at(&cut, day, hours[i].end == PHB_DATE_NONE ? PHB_DATE_NONE : hours[i].end + 1);
    }
    return cut;
}

/* The pay of a week, kept exactly: nothing is rounded before the payslip. */
static bool
add_week_pay(const struct phb__employment *employment, phb_date day, int64_t *out_week_pay)
{
    const phb_hours *hours = phb__assistant_hours(employment->assistant);
    int64_t sum = 0;
    for (uint32_t i = 0; i < employment->assistant->hours.count; i++) {
        int64_t pay = 0;
        if (!phb__hours_are_worked(&hours[i], day)) {
            continue;
        }
        if (!phb__multiply(hours[i].minutes_per_week, hours[i].rate_penny_hundredths, &pay) ||
            !phb__add(sum, pay, &sum)) {
            return false;
        }
    }
    *out_week_pay = sum;
    return true;
}

static struct phb__fraction
payslips_in(const struct phb_costing *costing, phb_pay_frequency frequency,
            struct phb__stretch days)
{
    static const int64_t weeks_of[] = {
        [PHB_PAY_WEEKLY] = 1, [PHB_PAY_FORTNIGHTLY] = 2, [PHB_PAY_FOUR_WEEKLY] = 4};
    if (frequency == PHB_PAY_MONTHLY) {
        return phb__months(days);
    }
    struct phb__fraction slips = phb__weeks(&costing->calendar, days);
    (void)phb__fraction_of(slips.numerator, slips.denominator * weeks_of[frequency], &slips);
    return slips;
}

phb_status
phb__segment_from(const struct phb_costing *costing, const struct phb__employment *employment,
                  phb_date day, struct phb__segment *out, phb_error *error)
{
    const phb_assistant *given = &employment->assistant->given;
    struct phb__stretch year = phb__budget_year(&costing->calendar, day);
    if (!phb__law_on(costing->dataset, day, costing->match, &out->law)) {
        return phb__cost_fail_at(
            error, PHB_ERROR_RATE_NOT_IN_FORCE, "assistants", employment->index,
            "values of some days are not yet known, and provisional ones are refused");
    }
    out->days = (struct phb__stretch){day, next_cut(employment, &out->law, year.end) - 1};
    out->year_days = phb__stretch_days(year);
    out->age_years = -1;
    if (given->date_of_birth != PHB_DATE_NONE) {
        (void)phb_date_age(given->date_of_birth, day,
                           &out->age_years); /* checked not to be later */
    }
    out->is_over_state_pension_age =
        employment->state_pension_date != PHB_DATE_NONE && employment->state_pension_date <= day;
    if (!add_week_pay(employment, day, &out->week_pay)) {
        return phb__cost_fail_at(error, PHB_ERROR_RANGE, "assistants", employment->index,
                                 "the pay of a week is more than can be counted");
    }
    out->payslips = payslips_in(costing, given->pay_frequency, out->days);
    return PHB_OK;
}
