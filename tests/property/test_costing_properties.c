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

START_TEST(every_step_follows_from_its_children)
{
    struct random_budget plan = plan_of(_i);
    phb_costing *costing = cost_plan(&plan, _i);
    NEEDS(recompute(costing), _i);
    phb_costing_free(costing);
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
                      sum_where(costing, PHB_COSTING_TOTALS, "total", "one_off");
    NEEDS(parts == lines ? NULL : "recurring and one-off are not the total", _i);
    for (size_t i = 0; i < COUNT_OF(splits); i++) {
        phb_pence split = sum_where(costing, PHB_COSTING_TOTALS, "total", splits[i]);
        NEEDS(split == lines ? NULL : splits[i], _i);
    }
    phb_costing_free(costing);
}
END_TEST

START_TEST(more_hours_never_cost_less)
{
    struct random_budget plan = plan_of(_i);
    phb_pence before = total_of_plan(&plan, _i);
    struct random_source source = {seed_of(_i)};
    int64_t who = random_between(&source, 0, plan.assistant_count - 1);
    struct random_assistant *assistant = &plan.assistants[who];
    phb_hours *hours = &assistant->hours[random_between(&source, 0, assistant->hours_count - 1)];
    hours->minutes_per_week = random_between(&source, hours->minutes_per_week, 10080);
    NEEDS(total_of_plan(&plan, _i) >= before ? NULL : "more hours cost less", _i);
}
END_TEST

/* Each piece is rounded once, by at most half a penny: three halves in all, so a whole penny. */
START_TEST(a_line_split_in_two_by_date_costs_the_same_to_a_penny)
{
    struct random_budget plan = plan_of(_i);
    phb_line *line = &plan.lines[0];
    line->per = line->per == PHB_PER_ONCE ? PHB_PER_MONTH : line->per;
    line->start = plan.settings.start;
    line->end = plan.settings.end;
    if (line->start == line->end) {
        return; /* one day cannot be split */
    }
    phb_pence before = total_of_plan(&plan, _i);
    struct random_source source = {seed_of(_i)};
    phb_line *rest = &plan.lines[plan.line_count++];
    *rest = *line;
    rest->id = "rest";
    line->end = (phb_date)random_between(&source, line->start, line->end - 1);
    rest->start = line->end + 1;
    phb_pence difference = total_of_plan(&plan, _i) - before;
    NEEDS(difference >= -1 && difference <= 1 ? NULL : "it costs more than a penny else", _i);
}
END_TEST

START_TEST(without_a_trace_everything_else_is_the_same)
{
    static const phb_costing_part parts[] = {PHB_COSTING_LINES, PHB_COSTING_PAYSLIPS,
                                             PHB_COSTING_TOTALS, PHB_COSTING_NOTES};
    struct random_budget plan = plan_of(_i);
    phb_budget *budget = build_budget(&plan);
    phb_cost_options options = PHB_COST_OPTIONS_INIT;
    options.trace = 0;
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
    for (int part = PHB_COSTING_LINES; part <= PHB_COSTING_STEPS; part++) {
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
    tcase_add_loop_test(tcase, more_hours_never_cost_less, 0, CASES);
    tcase_add_loop_test(tcase, a_line_split_in_two_by_date_costs_the_same_to_a_penny, 0, CASES);
    tcase_add_loop_test(tcase, without_a_trace_everything_else_is_the_same, 0, CASES);
    tcase_add_loop_test(tcase, a_budget_written_and_read_is_the_same_budget, 0, CASES);
    return suite_run("costing_properties", tcase);
}
