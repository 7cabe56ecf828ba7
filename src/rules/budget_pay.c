/* Is the pay lawful: the minimum wage, pension, leave, long hours, and who is really employed? */

#include <stdlib.h>
#include <string.h>

#include "core/checked.h"
#include "core/path.h"
#include "costing/pension.h"
#include "rules/wage.h"

/* Working Time Regulations 1998, regulation 4. */
#define WEEK_MINUTES_MOST INT64_C(2880) /* 48 hours */

/* The law of a day, or of the day asked for. */
static bool
law_of(const struct phb_costing *costing, phb_date day, struct phb__law *out_law)
{
    phb_date law_day = costing->law_on == PHB_DATE_NONE ? day : costing->law_on;
    return phb__law_on(costing->dataset, law_day, costing->match, out_law);
}

/* ---- pension: Pensions Act 2008, section 20 ---- */

/*
 * The least rate that pays what the law asks for on one payslip; 0 when what is paid is enough. On
 * qualifying earnings that is the legal rate itself. On all pay a lower one may do, because there
 * is more pay that it applies to.
 */
static int64_t
rate_needed(const struct phb_costing *costing, const phb_assistant *given, size_t row)
{
    phb_pence gross = phb__table_get(costing->payslips, PHB__PAYSLIP_GROSS, row);
    phb_date day = (phb_date)phb__table_get(costing->payslips, PHB__PAYSLIP_START, row);
    struct phb__pension minimum = {.basis = PHB_PENSION_QUALIFYING_EARNINGS};
    struct phb__law law;
    if (!law_of(costing, day, &law) ||
        !phb__pension_levels_on(&law, given->pay_frequency, &minimum.levels)) {
        return 0;
    }
    const struct phb__rate_row *rate = phb__law_row(&law, PHB__RATE_PENSION_EMPLOYER_RATE);
    minimum.employer_ppm = rate ? rate->value : 0;
    if (given->pension_basis != PHB_PENSION_ALL_PAY) {
        return given->pension_employer_ppm < minimum.employer_ppm ? minimum.employer_ppm : 0;
    }
    int64_t needed = 0;
    phb__pension_compute(&minimum, gross);
    bool is_short = phb__table_get(costing->payslips, PHB__PAYSLIP_PENSION, row) < minimum.pension;
    bool fits = is_short && phb__mul_div(minimum.pension, PHB_PPM, gross, PHB_ROUND_UP, &needed);
    return fits ? needed : 0;
}

static void
find_pension(struct phb__check *check, const struct phb__employment *employment, int64_t needed)
{
    const phb_assistant *given = &employment->assistant->given;
    struct phb__at at = phb__at("assistants", employment->index, "pension");
    (void)phb__path_add(at.path, "employer_rate");
    phb__find(&check->findings,
              &(struct phb__finding){
                  .rule = PHB__RULE_BUDGET_PAY_PENSION,
                  .deployment = given->deployment,
                  .at = at.path,
                  .arguments = {phb__text("of", employment->id),
                                phb__value("rate", PHB__ARGUMENT_PPM, given->pension_employer_ppm),
                                phb__value("minimum", PHB__ARGUMENT_PPM, needed)},
                  .actual = given->pension_employer_ppm,
                  .limit = needed});
}

static bool
is_of(const struct phb_costing *costing, size_t row, const struct phb__employment *employment)
{
    const char *of = phb__table_get_text(costing->payslips, PHB__PAYSLIP_OF, row);
    return strcmp(of, employment->id) == 0;
}

/* Once for each member: the rate that would do for all of their payslips. Payslips come in the
 * order of the assistants. */
static void
check_pensions(struct phb__check *check)
{
    const struct phb_costing *costing = check->costing;
    size_t rows = phb_table_rows(costing->payslips);
    size_t row = 0;
    for (uint32_t i = 0; i < check->content->assistants.count; i++) {
        const struct phb__employment *employment = &costing->employments[i];
        const phb_assistant *given = &employment->assistant->given;
        bool is_rate_given = given->pension_employer_ppm != PHB_NUMBER_NONE;
        int64_t needed = 0;
        for (; row < rows && is_of(costing, row, employment); row++) {
            bool is_member = phb__table_get(costing->payslips, PHB__PAYSLIP_PENSION_MEMBER, row);
            int64_t each = is_rate_given && is_member ? rate_needed(costing, given, row) : 0;
            needed = each > needed ? each : needed;
        }
        if (needed > 0) {
            find_pension(check, employment, needed);
        }
    }
}

/* ---- leave: Working Time Regulations 1998, regulations 13 and 13A ---- */

static void
check_leave(struct phb__check *check, const struct phb__employment *employment)
{
    const phb_assistant *given = &employment->assistant->given;
    struct phb__at at = phb__at("assistants", employment->index, "leave");
    if (given->leave_method == PHB_LEAVE_NONE) {
        phb__find(&check->findings,
                  &(struct phb__finding){.rule = PHB__RULE_BUDGET_PAY_LEAVE_NONE,
                                         .deployment = given->deployment,
                                         .at = at.path,
                                         .arguments = {phb__text("of", employment->id)}});
    }
    struct phb__law law;
    if (given->leave_weeks_hundredths == PHB_NUMBER_NONE ||
        !law_of(check->costing, employment->days.start, &law)) {
        return;
    }
    const struct phb__rate_row *weeks = phb__law_row(&law, PHB__RATE_LEAVE_WEEKS);
    const struct phb__rate_row *days_most = phb__law_row(&law, PHB__RATE_LEAVE_DAYS_MOST);
    int64_t days_a_week =
        given->days_per_week_hundredths == PHB_NUMBER_NONE ? 500 : given->days_per_week_hundredths;
    int64_t minimum = weeks ? weeks->value : 0;
    int64_t weeks_most = minimum; /* rounded up: a hundredth less would be a part of a day short */
    if (days_most &&
        phb__mul_div(days_most->value, 10000, days_a_week, PHB_ROUND_UP, &weeks_most)) {
        minimum = weeks_most < minimum ? weeks_most : minimum;
    }
    if (given->leave_weeks_hundredths < minimum) {
        (void)phb__path_add(at.path, "weeks");
        phb__find(&check->findings,
                  &(struct phb__finding){
                      .rule = PHB__RULE_BUDGET_PAY_LEAVE_SHORT,
                      .deployment = given->deployment,
                      .at = at.path,
                      .arguments = {
                          phb__text("of", employment->id),
                          phb__value("weeks", PHB__ARGUMENT_WEEKS, given->leave_weeks_hundredths),
                          phb__value("minimum", PHB__ARGUMENT_WEEKS, minimum)}});
    }
}

/* ---- long hours ---- */

/* A day from which more or less is worked in a week. */
struct turn {
    phb_date day;
    int64_t hundredths; /* of a minute */
};

static int
by_day(const void *a, const void *b)
{
    const struct turn *left = a;
    const struct turn *right = b;
    return (left->day > right->day) - (left->day < right->day);
}

/* Of one entry: what is worked by the hour, or awake. How long somebody sleeps is not said. */
static int64_t
minutes_hundredths(const phb_hours *given)
{
    if (!phb__hours_are_flat(given)) {
        return given->minutes_per_week * 100;
    }
    return given->awake_minutes_per_night > 0
               ? given->awake_minutes_per_night * given->nights_per_week_hundredths
               : 0;
}

/* The most that is worked in a week, over all days of the employment. */
static int64_t
busiest_week(const struct phb__employment *employment, struct turn *turns)
{
    const struct phb__hours *hours = phb__assistant_hours(employment->assistant);
    struct phb__stretch employed = employment->days;
    size_t count = 0;
    for (uint32_t i = 0; i < employment->assistant->hours.count; i++) {
        const phb_hours *given = &hours[i].given;
        struct phb__stretch worked = {phb__day_or(given->start, employed.start),
                                      phb__day_or(given->end, employed.end)};
        if (phb__stretch_overlap(worked, employed, &worked)) {
            turns[count++] = (struct turn){worked.start, minutes_hundredths(given)};
            turns[count++] = (struct turn){worked.end + 1, -minutes_hundredths(given)};
        }
    }
    qsort(turns, count, sizeof *turns, by_day);
    int64_t now = 0;
    int64_t most = 0;
    for (size_t i = 0; i < count; i++) {
        now += turns[i].hundredths;
        bool is_day_done = i + 1 == count || turns[i + 1].day != turns[i].day;
        most = is_day_done && now > most ? now : most;
    }
    return most;
}

/* Whole minutes, a part of one being one. `turns` has room for two an entry of hours. */
static void
check_long_hours(struct phb__check *check, const struct phb__employment *employment,
                 struct turn *turns)
{
    int64_t time = (busiest_week(employment, turns) + 99) / 100;
    if (time <= WEEK_MINUTES_MOST) {
        return;
    }
    struct phb__at at = phb__at("assistants", employment->index, "hours");
    phb__find(&check->findings,
              &(struct phb__finding){
                  .rule = PHB__RULE_BUDGET_PAY_LONG_HOURS,
                  .deployment = employment->assistant->given.deployment,
                  .at = at.path,
                  .arguments = {phb__text("of", employment->id),
                                phb__value("time", PHB__ARGUMENT_MINUTES, time),
                                phb__value("limit", PHB__ARGUMENT_MINUTES, WEEK_MINUTES_MOST)},
                  .actual = time,
                  .limit = WEEK_MINUTES_MOST});
}

/* ---- self-employed ---- */

/* Regular work: by the hour or the night, every week to every month. */
static bool
is_regular_work(const phb_line *given)
{
    bool is_time = given->unit == PHB_LINE_UNIT_HOUR ||
                   given->unit == PHB_LINE_UNIT_WAKING_NIGHT_HOUR ||
                   given->unit == PHB_LINE_UNIT_SLEEP_IN;
    bool is_regular = given->per == PHB_PER_WEEK || given->per == PHB_PER_FORTNIGHT ||
                      given->per == PHB_PER_FOUR_WEEKS || given->per == PHB_PER_MONTH;
    return given->category == PHB_CATEGORY_SELF_EMPLOYED && is_time && is_regular;
}

static void
check_self_employed(struct phb__check *check)
{
    const struct phb__line *lines = phb__budget_lines(check->content);
    for (uint32_t i = 0; i < check->content->lines.count; i++) {
        const phb_line *given = &lines[i].given;
        if (check->line_costs[i] == 0 || !is_regular_work(given)) {
            continue;
        }
        struct phb__at at = phb__at("lines", i, NULL);
        phb__find(&check->findings,
                  &(struct phb__finding){.rule = PHB__RULE_BUDGET_PAY_SELF_EMPLOYED,
                                         .deployment = given->deployment,
                                         .at = at.path,
                                         .arguments = {phb__text("of", given->id)}});
    }
}

void
phb__rules_pay(struct phb__check *check)
{
    uint32_t most_hours = 0;
    for (uint32_t i = 0; i < check->content->assistants.count; i++) {
        uint32_t count = check->costing->employments[i].assistant->hours.count;
        most_hours = count > most_hours ? count : most_hours;
    }
    struct turn *turns = phb__arena_take(&check->arena, 2 * (size_t)most_hours, sizeof *turns);
    if (!turns) {
        check->findings.status = PHB_ERROR_MEMORY;
        return;
    }
    phb__rules_wage(check);
    check_pensions(check);
    for (uint32_t i = 0; i < check->content->assistants.count; i++) {
        const struct phb__employment *employment = &check->costing->employments[i];
        if (employment->is_in_period) {
            check_leave(check, employment);
            check_long_hours(check, employment, turns);
        }
    }
    check_self_employed(check);
}
