/*
 * What holds for every two budgets beside each other, and for every budget and its next year. A
 * failure names its seed, and `PHB_SEED=<seed>` makes it the first case of a run.
 */

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <phb/phb.h>

#include "random_budget.h"

#define CASES 200

static uint64_t
seed_of(int number)
{
    const char *chosen = getenv("PHB_SEED");
    uint64_t first = chosen ? strtoull(chosen, NULL, 10) : 0;
    return (first == 0 ? UINT64_C(20260406) : first) + (uint64_t)number;
}

static phb_budget *
budget_of(int number)
{
    struct random_source source = {seed_of(number) * UINT64_C(0x9E3779B97F4A7C15) | 1};
    struct random_budget plan = random_budget(&source);
    return build_budget(&plan);
}

static phb_costing *
cost(const phb_budget *budget, int number)
{
    phb_costing *costing = NULL;
    ck_assert_msg(phb_budget_cost(budget, NULL, NULL, &costing, NULL) == PHB_OK,
                  "PHB_SEED=%" PRIu64, seed_of(number));
    return costing;
}

/* The rows add up to the totals, and each that differs says why. */
static void
check_comparison(const phb_comparison *comparison, const phb_costing *before,
                 const phb_costing *after, int number)
{
    const phb_table *lines = phb_comparison_table(comparison, PHB_COMPARISON_LINES);
    const int64_t *differences = phb_table_int64(lines, "difference", NULL);
    phb_pence sum = 0;
    for (size_t row = 0; row < phb_table_rows(lines); row++) {
        bool has_cause = phb_table_text(lines, "cause", row)[0] != '\0';
        bool has_words = phb_table_text(lines, "why", row)[0] != '\0';
        ck_assert_msg(has_cause == (differences[row] != 0) && has_words == has_cause,
                      "PHB_SEED=%" PRIu64 ": row %zu", seed_of(number), row);
        sum += differences[row];
    }
    ck_assert_msg(sum == phb_costing_total_pence(after) - phb_costing_total_pence(before),
                  "PHB_SEED=%" PRIu64 ": the differences come to %" PRId64, seed_of(number), sum);
}

START_TEST(differences_add_up_and_have_causes)
{
    phb_budget *budgets[] = {budget_of(_i), budget_of(_i + 1)};
    phb_costing *costings[] = {cost(budgets[0], _i), cost(budgets[1], _i)};
    for (int after = 0; after < 2; after++) {
        phb_comparison *comparison = NULL;
        ck_assert_int_eq(phb_costing_compare(costings[0], costings[after], &comparison, NULL),
                         PHB_OK);
        check_comparison(comparison, costings[0], costings[after], _i);
        phb_comparison_free(comparison);
    }
    for (int i = 0; i < 2; i++) {
        phb_costing_free(costings[i]);
        phb_budget_free(budgets[i]);
    }
}
END_TEST

/* An ordinary budget: it holds together, is written and read, and moves on again. */
START_TEST(the_next_year_is_a_budget)
{
    phb_budget *budget = budget_of(_i);
    for (int year = 0; year < 2; year++) {
        phb_budget *next = NULL;
        phb_budget *read = NULL;
        phb_text *text = NULL;
        ck_assert_int_eq(phb_budget_next_year(budget, &next, NULL), PHB_OK);
        ck_assert_int_eq(phb_budget_to_json(next, &text, NULL), PHB_OK);
        phb_error error = PHB_ERROR_INIT;
        phb_status status =
            phb_budget_from_json(NULL, phb_text_data(text), phb_text_size(text), &read, &error);
        ck_assert_msg(status == PHB_OK, "PHB_SEED=%" PRIu64 ": %s %s", seed_of(_i), error.path,
                      error.message);
        phb_costing *costing = NULL;
        status = phb_budget_cost(next, NULL, NULL, &costing, NULL);
        ck_assert_msg(status == PHB_OK || status == PHB_ERROR_RATE_NOT_IN_FORCE,
                      "PHB_SEED=%" PRIu64 ": %s", seed_of(_i), phb_status_name(status));
        phb_costing_free(costing);
        phb_text_free(text);
        phb_budget_free(read);
        phb_budget_free(budget);
        budget = next;
    }
    phb_budget_free(budget);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("compare_properties");
    tcase_set_timeout(tcase, 0);
    tcase_add_loop_test(tcase, differences_add_up_and_have_causes, 0, CASES);
    tcase_add_loop_test(tcase, the_next_year_is_a_budget, 0, CASES);
    return suite_run("compare_properties", tcase);
}
