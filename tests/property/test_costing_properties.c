/*
 * What holds for every budget. Each case has a seed of its own; a failure names it, and
 * `PHB_SEED=<seed>` makes it the first case of a run.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <phb/phb.h>

#include "random_budget.h"
#include "support/recompute.h"
#include "support/tables.h"

#ifndef CASES
#define CASES 200
#endif

static uint64_t
seed_of(int number)
{
    const char *chosen = getenv("PHB_SEED");
    uint64_t first = chosen ? strtoull(chosen, NULL, 10) : 0;
    return (first == 0 ? UINT64_C(20260406) : first) + (uint64_t)number;
}

#define NEEDS(fact, number) \
    do { \
        const char *wrong_ = (fact); \
        ck_assert_msg(!wrong_, "PHB_SEED=%" PRIu64 ": %s", seed_of(number), wrong_); \
    } while (0)

static struct random_budget
plan_of(int number)
{
    struct random_source source = {seed_of(number) * UINT64_C(0x9E3779B97F4A7C15) | 1};
    return random_budget(&source);
}

static phb_costing *
cost(const phb_budget *budget, const phb_cost_options *options, int number)
{
    phb_costing *costing = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_budget_cost(budget, NULL, options, &costing, &error);
    ck_assert_msg(status == PHB_OK, "PHB_SEED=%" PRIu64 ": %s at %s: %s", seed_of(number),
                  phb_status_name(status), error.path, error.message);
    return costing;
}

static phb_costing *
cost_plan(const struct random_budget *plan, int number)
{
    phb_budget *budget = build_budget(plan);
    phb_costing *costing = cost(budget, NULL, number);
    phb_budget_free(budget);
    return costing;
}

static phb_pence
total_of_plan(const struct random_budget *plan, int number)
{
    phb_costing *costing = cost_plan(plan, number);
    phb_pence total = phb_costing_total_pence(costing);
    phb_costing_free(costing);
    return total;
}

/* The sum of a column of amounts, of the rows whose text in another column is `key`. */
static phb_pence
sum_where(const phb_costing *costing, phb_costing_part part, const char *column, const char *key)
{
    const phb_table *table = phb_costing_table(costing, part);
    const int64_t *amounts = phb_table_int64(table, "amount", NULL);
    phb_pence sum = 0;
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        if (!column || strcmp(phb_table_text(table, column, row), key) == 0) {
            sum += amounts[row];
        }
    }
    return sum;
}

/* Room for one more entry of hours; an assistant keeps at least one of their own. */
static phb_hours *
spare_hours(struct random_assistant *assistant)
{
    int32_t last = assistant->hours_count == HOURS_MAX ? HOURS_MAX - 1 : assistant->hours_count;
    assistant->hours_count = last + 1;
    assistant->rates[last].count = 0;
    return &assistant->hours[last];
}

/* A contingency makes more of every penny: a property that counts pennies goes without. */
static void
drop_contingency(struct random_budget *plan)
{
    plan->settings.contingency_weeks_hundredths = PHB_NUMBER_NONE;
    plan->settings.contingency_ppm = PHB_NUMBER_NONE;
    plan->settings.contingency_pence = 0;
}

START_TEST(every_step_follows_from_its_children)
{
    struct random_budget plan = plan_of(_i);
    phb_budget *budget = build_budget(&plan);
    phb_cost_options options = PHB_COST_OPTIONS_INIT;
    options.trace = PHB_TRACE_ALL;
    phb_costing *costing = cost(budget, &options, _i);
    NEEDS(recompute(costing), _i);
    phb_costing_free(costing);
    phb_budget_free(budget);
}
END_TEST

START_TEST(every_total_is_the_sum_of_the_lines)
{
    static const char *const splits[] = {"by_category", "by_deployment", "by_financial_year"};
    struct random_budget plan = plan_of(_i);
    phb_costing *costing = cost_plan(&plan, _i);
    phb_pence lines = sum_where(costing, PHB_COSTING_LINES, NULL, NULL);
    NEEDS(phb_costing_total_pence(costing) == lines ? NULL : "total is not the sum of lines", _i);
    phb_pence parts = sum_where(costing, PHB_COSTING_TOTALS, "total", "recurring") +
                      sum_where(costing, PHB_COSTING_TOTALS, "total", "one_off") +
                      sum_where(costing, PHB_COSTING_TOTALS, "total", "contingency");
    NEEDS(parts == lines ? NULL : "recurring, one-off and contingency are not the total", _i);
    for (size_t i = 0; i < COUNT_OF(splits); i++) {
        phb_pence split = sum_where(costing, PHB_COSTING_TOTALS, "total", splits[i]);
        NEEDS(split == lines ? NULL : splits[i], _i);
    }
    phb_pence funders = sum_where(costing, PHB_COSTING_TOTALS, "total", "by_funder");
    NEEDS(funders == (plan.funder_count > 0 ? lines : 0) ? NULL : "by_funder", _i);
    phb_costing_free(costing);
}
END_TEST

/* What is notional or a third party's is not paid out, nor is a contingency until it is asked for.
 */
START_TEST(instalments_add_up_to_the_direct_payment)
{
    struct random_budget plan = plan_of(_i);
    if (plan.settings.payment_frequency == (phb_payment_frequency)0) {
        plan.settings.payment_frequency = PHB_PAYMENT_MONTHLY;
    }
    phb_costing *costing = cost_plan(&plan, _i);
    const phb_table *lines = phb_costing_table(costing, PHB_COSTING_LINES);
    const int64_t *amounts = phb_table_int64(lines, "amount", NULL);
    phb_pence due = 0;
    for (size_t row = 0; row < phb_table_rows(lines); row++) {
        bool is_paid = strcmp(phb_table_text(lines, "deployment", row), "direct_payment") == 0;
        bool is_asked_for = strcmp(phb_table_text(lines, "category", row), "contingency") == 0 &&
                            plan.settings.contingency_paid == PHB_CONTINGENCY_ON_REQUEST;
        due += is_paid && !is_asked_for ? amounts[row] : 0;
    }
    phb_pence paid = sum_where(costing, PHB_COSTING_INSTALMENTS, NULL, NULL);
    NEEDS(paid == due ? NULL : "the instalments are not the direct payment", _i);
    phb_costing_free(costing);
}
END_TEST

/*
 * Every figure rises with pay, but for two that are differences, which go without: what cover of a
 * sick week costs more than the week itself, and what a bank holiday adds to a payslip (above the
 * upper level it adds no more pension).
 */
START_TEST(more_hours_never_cost_less)
{
    struct random_budget plan = plan_of(_i);
    struct random_source source = {seed_of(_i)};
    int64_t who = random_between(&source, 0, plan.assistant_count - 1);
    struct random_assistant *assistant = &plan.assistants[who];
    assistant->given.sickness_cover_rate_penny_hundredths = PHB_NUMBER_NONE;
    assistant->given.sickness_cover_night_rate_pence = PHB_PENCE_NONE;
    assistant->given.bank_holiday_minutes = PHB_NUMBER_NONE;
    assistant->given.bank_holiday_premium_penny_hundredths = PHB_NUMBER_NONE;
    phb_pence before = total_of_plan(&plan, _i);
    phb_hours *hours = &assistant->hours[random_between(&source, 0, assistant->hours_count - 1)];
    if (hours->minutes_per_week == PHB_NUMBER_NONE) {
        hours->nights_per_week_hundredths =
            random_between(&source, hours->nights_per_week_hundredths, 700);
    } else {
        hours->minutes_per_week = random_between(&source, hours->minutes_per_week, 10080);
    }
    NEEDS(total_of_plan(&plan, _i) >= before ? NULL : "more hours cost less", _i);
}
END_TEST

/*
 * Each piece is rounded once, by at most half a penny: three halves in all, so a whole penny. What
 * falls due once cannot be split.
 */
START_TEST(a_line_split_in_two_by_date_costs_the_same_to_a_penny)
{
    struct random_budget plan = plan_of(_i);
    phb_line *line = &plan.lines[0];
    bool falls_due_once = line->per == PHB_PER_ONCE || line->per == PHB_PER_ASSISTANT;
    line->per = falls_due_once ? PHB_PER_ASSISTANT_YEAR : line->per;
    plan.amounts[0].count = 0;
    drop_contingency(&plan);
    line->start = plan.settings.start;
    line->end = plan.settings.end;
    if (line->start == line->end) {
        return; /* one day cannot be split */
    }
    phb_pence before = total_of_plan(&plan, _i);
    struct random_source source = {seed_of(_i)};
    phb_line *rest = &plan.lines[plan.line_count];
    memcpy(plan.names[plan.line_count], plan.names[0], sizeof(plan.names[0]));
    plan.line_count++;
    *rest = *line;
    rest->id = "rest";
    line->end = (phb_date)random_between(&source, line->start, line->end - 1);
    rest->start = line->end + 1;
    phb_pence difference = total_of_plan(&plan, _i) - before;
    NEEDS(difference >= -1 && difference <= 1 ? NULL : "it costs more than a penny else", _i);
}
END_TEST

/*
 * A stretch of time is cut in two, and nothing else changes: the payslip is the same on both sides,
 * and so is every figure of a week. Ten figures are rounded once more: pay, leave, National
 * Insurance, pension; the pay of cover, its leave, National Insurance and pension; sick pay and its
 * cover. Each differs by a penny at most, as a line does. Bank holidays are counted, not rounded,
 * and the Employment Allowance can only take a difference away.
 */
START_TEST(hours_split_in_two_by_date_cost_the_same_to_ten_pence)
{
    struct random_budget plan = plan_of(_i);
    struct random_source source = {seed_of(_i)};
    int64_t who = random_between(&source, 0, plan.assistant_count - 1);
    struct random_assistant *assistant = &plan.assistants[who];
    phb_hours *rest = spare_hours(assistant);
    phb_hours *hours = &assistant->hours[0];
    hours->start = PHB_DATE_NONE;
    hours->end = PHB_DATE_NONE;
    assistant->rates[0].count = 0;
    drop_contingency(&plan);
    if (plan.settings.start == plan.settings.end) {
        return; /* one day cannot be split */
    }
    assistant->hours_count--; /* the spare one waits */
    phb_pence before = total_of_plan(&plan, _i);
    assistant->hours_count++;
    *rest = *hours;
    hours->end = (phb_date)random_between(&source, plan.settings.start, plan.settings.end - 1);
    rest->start = hours->end + 1;
    phb_pence difference = total_of_plan(&plan, _i) - before;
    NEEDS(difference >= -10 && difference <= 10 ? NULL : "it costs more than ten pence else", _i);
}
END_TEST

/* With an hour a week throughout there is a payslip for every day of employment, and one only. */
START_TEST(payslips_cover_each_day_of_employment_once)
{
    struct random_budget plan = plan_of(_i);
    struct random_assistant *assistant = &plan.assistants[0];
    phb_hours *always = spare_hours(assistant);
    *always = (phb_hours)PHB_HOURS_INIT;
    always->minutes_per_week = 60;
    always->rate_penny_hundredths = 130000;
    phb_date first = assistant->given.start;
    phb_date last = assistant->given.end;
    first = first == PHB_DATE_NONE || first < plan.settings.start ? plan.settings.start : first;
    last = last == PHB_DATE_NONE || last > plan.settings.end ? plan.settings.end : last;
    phb_date after = first > last ? first : last + 1; /* employed at all? */
    phb_costing *costing = cost_plan(&plan, _i);
    const phb_table *payslips = phb_costing_table(costing, PHB_COSTING_PAYSLIPS);
    const int32_t *starts = phb_table_int32(payslips, "start", NULL);
    const int32_t *ends = phb_table_int32(payslips, "end", NULL);
    for (size_t row = 0; row < phb_table_rows(payslips); row++) {
        if (strcmp(phb_table_text(payslips, "of", row), assistant->given.id) == 0) {
            NEEDS(starts[row] == first ? NULL : "a payslip does not begin where one ended", _i);
            NEEDS(ends[row] >= first ? NULL : "a payslip of no days", _i);
            first = ends[row] + 1;
        }
    }
    NEEDS(first == after ? NULL : "the payslips end too early, or too late", _i);
    phb_costing_free(costing);
}
END_TEST

/* Every line of one costing is in the other, with the same amount. */
static const char *
lines_difference(const phb_table *a, const phb_table *b)
{
    const int64_t *left = phb_table_int64(a, "amount", NULL);
    const int64_t *right = phb_table_int64(b, "amount", NULL);
    size_t count = phb_table_rows(a);
    if (phb_table_rows(b) != count) {
        return "there are more lines, or fewer";
    }
    for (size_t row = 0; row < count; row++) {
        size_t other = 0;
        const char *id = phb_table_text(a, "id", row);
        while (other < count && strcmp(phb_table_text(b, "id", other), id) != 0) {
            other++;
        }
        if (other == count || right[other] != left[row]) {
            return "a line is another";
        }
    }
    return NULL;
}

/* The last first, with what is said of them; of funders the order counts, so they stay. */
static struct random_budget
reversed(const struct random_budget *plan)
{
    struct random_budget other = *plan;
    for (int32_t i = 0; i < plan->assistant_count; i++) {
        other.assistants[i] = plan->assistants[plan->assistant_count - 1 - i];
    }
    for (int32_t i = 0; i < plan->line_count; i++) {
        int32_t from = plan->line_count - 1 - i;
        other.lines[i] = plan->lines[from];
        other.amounts[i] = plan->amounts[from];
        for (int32_t j = 0; j < plan->assistant_count; j++) {
            other.names[i][j] = plan->names[from][plan->assistant_count - 1 - j];
        }
    }
    return other;
}

START_TEST(the_order_of_assistants_and_lines_changes_no_line_and_no_total)
{
    struct random_budget plan = plan_of(_i);
    struct random_budget other = reversed(&plan);
    phb_costing *there = cost_plan(&plan, _i);
    phb_costing *back = cost_plan(&other, _i);
    NEEDS(lines_difference(phb_costing_table(there, PHB_COSTING_LINES),
                           phb_costing_table(back, PHB_COSTING_LINES)),
          _i);
    NEEDS(phb_costing_total_pence(there) == phb_costing_total_pence(back) ? NULL : "total", _i);
    phb_costing_free(there);
    phb_costing_free(back);
}
END_TEST

START_TEST(without_a_trace_everything_else_is_the_same)
{
    static const phb_costing_part parts[] = {PHB_COSTING_LINES, PHB_COSTING_PAYSLIPS,
                                             PHB_COSTING_TOTALS, PHB_COSTING_NOTES,
                                             PHB_COSTING_INSTALMENTS};
    struct random_budget plan = plan_of(_i);
    phb_budget *budget = build_budget(&plan);
    phb_cost_options options = PHB_COST_OPTIONS_INIT;
    options.trace = PHB_TRACE_NONE;
    phb_costing *with = cost(budget, NULL, _i);
    phb_costing *without = cost(budget, &options, _i);
    phb_budget_free(budget);
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        NEEDS(table_difference(phb_costing_table(with, parts[i]),
                               phb_costing_table(without, parts[i]), "step"),
              _i);
    }
    const phb_table *steps = phb_costing_table(without, PHB_COSTING_STEPS);
    NEEDS(phb_table_rows(steps) == 0 ? NULL : "there are steps", _i);
    phb_costing_free(with);
    phb_costing_free(without);
}
END_TEST

START_TEST(a_budget_written_and_read_is_the_same_budget)
{
    struct random_budget plan = plan_of(_i);
    phb_budget *built = build_budget(&plan);
    phb_budget *read = NULL;
    phb_text *first = NULL;
    phb_text *second = NULL;
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(phb_budget_to_json(built, &first, NULL), PHB_OK);
    phb_status status =
        phb_budget_from_json(NULL, phb_text_data(first), phb_text_size(first), &read, &error);
    NEEDS(status == PHB_OK ? NULL : error.message, _i);
    ck_assert_int_eq(phb_budget_to_json(read, &second, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(second), phb_text_data(first));

    phb_costing *of_built = cost(built, NULL, _i);
    phb_costing *of_read = cost(read, NULL, _i);
    for (int part = PHB_COSTING_LINES; part <= PHB_COSTING_INSTALMENTS; part++) {
        NEEDS(table_difference(phb_costing_table(of_built, (phb_costing_part)part),
                               phb_costing_table(of_read, (phb_costing_part)part), NULL),
              _i);
    }
    phb_costing_free(of_built);
    phb_costing_free(of_read);
    phb_text_free(first);
    phb_text_free(second);
    phb_budget_free(built);
    phb_budget_free(read);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("costing_properties");
    tcase_set_timeout(tcase, 0);
    tcase_add_loop_test(tcase, every_step_follows_from_its_children, 0, CASES);
    tcase_add_loop_test(tcase, every_total_is_the_sum_of_the_lines, 0, CASES);
    tcase_add_loop_test(tcase, instalments_add_up_to_the_direct_payment, 0, CASES);
    tcase_add_loop_test(tcase, payslips_cover_each_day_of_employment_once, 0, CASES);
    tcase_add_loop_test(tcase, more_hours_never_cost_less, 0, CASES);
    tcase_add_loop_test(tcase, a_line_split_in_two_by_date_costs_the_same_to_a_penny, 0, CASES);
    tcase_add_loop_test(tcase, hours_split_in_two_by_date_cost_the_same_to_ten_pence, 0, CASES);
    tcase_add_loop_test(tcase, the_order_of_assistants_and_lines_changes_no_line_and_no_total, 0,
                        CASES);
    tcase_add_loop_test(tcase, without_a_trace_everything_else_is_the_same, 0, CASES);
    tcase_add_loop_test(tcase, a_budget_written_and_read_is_the_same_budget, 0, CASES);
    return suite_run("costing_properties", tcase);
}
