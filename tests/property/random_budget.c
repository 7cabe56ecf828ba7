#include "random_budget.h"

#include <stdbool.h>

static bool
is_likely(struct random_source *source, int64_t percent)
{
    return random_between(source, 1, 100) <= percent;
}

static phb_date
day_between(struct random_source *source, phb_date from, phb_date to)
{
    return (phb_date)random_between(source, from, to);
}

/* Some days of a period, or nothing said; now and then they reach out of it, or lie outside. */
static void
choose_days(struct random_source *source, const phb_budget_settings *period, phb_date *out_start,
            phb_date *out_end)
{
    phb_date early = period->start - 40;
    phb_date late = period->end + 40;
    *out_start = is_likely(source, 30) ? day_between(source, early, late) : PHB_DATE_NONE;
    phb_date from = *out_start == PHB_DATE_NONE ? early : *out_start;
    *out_end = is_likely(source, 30) ? day_between(source, from, late) : PHB_DATE_NONE;
}

/* Within the years whose law is held or carried: some are a day long, some three years. */
static phb_budget_settings
random_settings(struct random_source *source)
{
    phb_budget_settings settings = PHB_BUDGET_SETTINGS_INIT;
    phb_date last = date_of("2029-04-05");
    settings.cohort = (phb_cohort)random_between(source, 0, PHB_COHORT_OTHER);
    settings.kind = (phb_kind)random_between(source, 0, PHB_KIND_ONE_OFF);
    settings.weeks_in_year = (phb_weeks_in_year)random_between(source, 0, PHB_WEEKS_52);
    settings.start = day_between(source, date_of("2013-04-06"), last);
    settings.end = settings.start + (phb_date)random_between(source, 0, 1100);
    if (is_likely(source, 50) || settings.end > last) {
        settings.end = settings.start + 364;
    }
    settings.end = settings.end > last ? last : settings.end;
    return settings;
}

static phb_hours
random_hours(struct random_source *source, const phb_budget_settings *period)
{
    static const char *const bands[] = {NULL, "weekday", "weekend", "night"};
    phb_hours hours = PHB_HOURS_INIT;
    hours.type = (phb_hours_type)random_between(source, 0, PHB_HOURS_WAKING_NIGHT);
    hours.band = bands[random_between(source, 0, COUNT_OF(bands) - 1)];
    hours.minutes_per_week = random_between(source, 1, is_likely(source, 80) ? 1800 : 10080);
    hours.rate_penny_hundredths = random_between(source, 0, 250000);
    choose_days(source, period, &hours.start, &hours.end);
    return hours;
}

/* Births that put every birthday which matters into some of the budgets. */
static phb_date
random_birth(struct random_source *source, phb_date start)
{
    static const int32_t ages_years[] = {14, 16, 20, 21, 24, 40, 64, 66, 67, 74, 76};
    if (is_likely(source, 20)) {
        return PHB_DATE_NONE;
    }
    int32_t years = ages_years[random_between(source, 0, COUNT_OF(ages_years) - 1)];
    return start - years * 365 - (phb_date)random_between(source, 0, 700);
}

static phb_assistant
random_assistant(struct random_source *source, const phb_budget_settings *period, int32_t index)
{
    static const char *const ids[ASSISTANTS_MAX] = {"pa-1", "pa-2", "pa-3"};
    static const char *const letters[] = {"A", "B", "C", "D", "E", "F", "H", "I", "J",
                                          "K", "L", "M", "N", "S", "V", "X", "Z"};
    phb_assistant given = PHB_ASSISTANT_INIT;
    given.id = ids[index];
    given.pay_frequency = (phb_pay_frequency)random_between(source, 1, PHB_PAY_MONTHLY);
    given.leave_method = (phb_leave_method)random_between(source, 1, PHB_LEAVE_NONE);
    given.leave_reason = given.leave_method == PHB_LEAVE_NONE ? "family does" : NULL;
    given.deployment = (phb_deployment)random_between(source, 1, PHB_DEPLOYMENT_NOTIONAL);
    given.date_of_birth = random_birth(source, period->start);
    given.pension_membership =
        (phb_pension_membership)random_between(source, 0, PHB_PENSION_OPTED_OUT);
    given.pension_basis = (phb_pension_basis)random_between(source, 0, PHB_PENSION_ALL_PAY);
    if (is_likely(source, 30)) {
        given.pension_employer_ppm = random_between(source, 0, 100000);
    }
    if (is_likely(source, 40)) {
        given.ni_letter = letters[random_between(source, 0, COUNT_OF(letters) - 1)];
    }
    choose_days(source, period, &given.start, &given.end);
    return given;
}

static phb_line
random_line(struct random_source *source, const phb_budget_settings *period, int32_t index)
{
    static const char *const ids[LINES_MAX] = {"line-1", "line-2", "line-3", "line-4", "line-5"};
    phb_line line = PHB_LINE_INIT;
    line.id = ids[index];
    line.category = (phb_category)random_between(source, 1, PHB_CATEGORY_OTHER);
    line.per = (phb_per)random_between(source, 1, PHB_PER_YEAR);
    line.deployment = (phb_deployment)random_between(source, 1, PHB_DEPLOYMENT_NOTIONAL);
    line.amount_penny_hundredths = random_between(source, 0, 5000000);
    if (is_likely(source, 50)) {
        line.quantity_ten_thousandths = random_between(source, 0, 1000000);
    }
    choose_days(source, period, &line.start, &line.end);
    return line;
}

struct random_budget
random_budget(struct random_source *source)
{
    struct random_budget plan = {.settings = random_settings(source)};
    plan.assistant_count = (int32_t)random_between(source, 1, ASSISTANTS_MAX);
    plan.line_count = (int32_t)random_between(source, 1, LINES_MAX - 1);
    for (int32_t i = 0; i < plan.assistant_count; i++) {
        struct random_assistant *assistant = &plan.assistants[i];
        assistant->given = random_assistant(source, &plan.settings, i);
        assistant->hours_count = (int32_t)random_between(source, 1, HOURS_MAX);
        for (int32_t j = 0; j < assistant->hours_count; j++) {
            assistant->hours[j] = random_hours(source, &plan.settings);
        }
    }
    for (int32_t i = 0; i < plan.line_count; i++) {
        plan.lines[i] = random_line(source, &plan.settings, i);
    }
    return plan;
}

phb_budget *
build_budget(const struct random_budget *plan)
{
    phb_budget *budget = NULL;
    ck_assert_int_eq(phb_budget_new(NULL, &budget, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_set(budget, &plan->settings, NULL), PHB_OK);
    for (int32_t i = 0; i < plan->assistant_count; i++) {
        const struct random_assistant *assistant = &plan->assistants[i];
        int32_t index = -1;
        ck_assert_int_eq(phb_budget_add_assistant(budget, &assistant->given, &index, NULL), PHB_OK);
        for (int32_t j = 0; j < assistant->hours_count; j++) {
            ck_assert_int_eq(phb_budget_add_hours(budget, index, &assistant->hours[j], NULL),
                             PHB_OK);
        }
    }
    for (int32_t i = 0; i < plan->line_count; i++) {
        ck_assert_int_eq(phb_budget_add_line(budget, &plan->lines[i], NULL), PHB_OK);
    }
    return budget;
}
