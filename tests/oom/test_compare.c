/*
 * Memory that runs out at the n-th allocation, for n = 1, 2, 3 … while two costings are compared, a
 * budget is moved on by a year, or a part of a report is taken: each time the call says MEMORY,
 * gives nothing and keeps nothing.
 */

#include <stdbool.h>
#include <string.h>

#include <phb/phb.h>

#include "support/failing.h"
#include "support/json.h"
#include "support/suite.h"

#define N_MAX 10000

/* Anything but NULL: after a failure a handle must be NULL. */
static void *const poison = (void *)(uintptr_t)1;

/* With every cause that has words of its own to tell. */
static const char before_json[] =
    "{'format': 'phb-budget/1', 'period': {'start': '2025-04-06', 'end': '2026-04-05'}, "
    "'assistants': [{'id': 'pa-1', 'name': 'somebody', 'pay_frequency': 'weekly', 'hours': "
    "[{'band': 'day', 'hours_per_week': 20, 'rate': [{'from': '2025-04-06', 'amount': 13}, "
    "{'from': '2026-10-01', 'amount': 14}]}, {'type': 'sleep_in', 'nights_per_week': 2, 'rate': "
    "65, 'awake_minutes_per_night': 30, 'awake_rate': 13}], 'leave': {'method': 'accrual'}, "
    "'deployment': 'direct_payment'}], 'employer': {'employment_allowance': {'claim': true, "
    "'already_used': [{'tax_year': 2026, 'amount': 0}]}}, 'lines': [{'id': 'gone', 'category': "
    "'travel', 'amount': 5, 'per': 'once', 'deployment': 'notional'}, {'id': 'pay', 'category': "
    "'payroll', 'amount': 8, 'per': 'payslip', 'assistants': ['pa-1'], 'deployment': "
    "'direct_payment'}], 'funders': [{'id': 'nhs', 'kind': 'nhs'}], 'contingency': {'weeks': 4}}";
static const char after_json[] =
    "{'format': 'phb-budget/1', 'period': {'start': '2026-04-06', 'end': '2026-12-05'}, "
    "'assistants': [{'id': 'pa-1', 'pay_frequency': 'monthly', 'hours': [{'band': 'day', "
    "'hours_per_week': 25, 'rate': 14}, {'band': 'new', 'hours_per_week': 5, 'rate': 14}], "
    "'leave': {'method': 'accrual'}, 'pension': {'membership': 'opted_out'}, 'deployment': "
    "'direct_payment'}], 'lines': [{'id': 'new', 'category': 'travel', 'amount': 5, 'per': "
    "'month', 'deployment': 'notional'}, {'id': 'pay', 'category': 'payroll', 'amount': 9, "
    "'per': 'month', 'deployment': 'direct_payment'}], 'contingency': {'percent': '5%'}}";

struct world {
    phb_budget *budget;
    phb_costing *before;
    phb_costing *after;
    phb_report *report;
};

struct given {
    phb_comparison *comparison;
    phb_budget *budget;
    phb_report *report;
};

static phb_status
call_compare(const struct world *world, struct given *out, phb_error *error)
{
    out->comparison = poison;
    return phb_costing_compare(world->before, world->after, &out->comparison, error);
}

static phb_status
call_next_year(const struct world *world, struct given *out, phb_error *error)
{
    out->budget = poison;
    return phb_budget_next_year(world->budget, &out->budget, error);
}

static phb_status
call_select(const struct world *world, struct given *out, phb_error *error)
{
    out->report = poison;
    return phb_report_select(world->report, "budget", PHB_SEVERITY_NOTE, &out->report, error);
}

static phb_status (*const calls[])(const struct world *, struct given *,
                                   phb_error *) = {call_compare, call_next_year, call_select};

static phb_costing *
cost(phb_context *context, const char *json, phb_budget **out_budget)
{
    phb_costing *costing = NULL;
    const char *text = quoted(json);
    ck_assert_int_eq(phb_budget_from_json(context, text, strlen(text), out_budget, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_cost(*out_budget, NULL, NULL, &costing, NULL), PHB_OK);
    return costing;
}

static void
open_world(struct world *world, phb_context *context)
{
    phb_budget *other = NULL;
    world->before = cost(context, before_json, &world->budget);
    world->after = cost(context, after_json, &other);
    phb_budget_free(other);
    ck_assert_int_eq(phb_costing_check(world->before, NULL, &world->report, NULL), PHB_OK);
}

static void
close_world(struct world *world)
{
    phb_budget_free(world->budget);
    phb_costing_free(world->before);
    phb_costing_free(world->after);
    phb_report_free(world->report);
}

/* One call whose n-th allocation fails; true when it succeeded all the same. */
static bool
try_once(int number, size_t n, enum failing_how how)
{
    struct failing failing;
    struct world world;
    struct given given = {NULL, NULL, NULL};
    phb_error error = PHB_ERROR_INIT;
    open_world(&world, failing_context(&failing, 0, how));
    size_t blocks = failing.live_blocks;
    failing.calls = 0;
    failing.fail_at = n;
    phb_status status = calls[number](&world, &given, &error);
    bool failed = failing.failures > 0;
    failing.fail_at = 0;
    if (failed) {
        ck_assert_msg(status == PHB_ERROR_MEMORY, "call %d, n = %zu: %s", number, n,
                      phb_status_name(status));
        ck_assert_int_eq(error.status, PHB_ERROR_MEMORY);
        ck_assert(!given.comparison && !given.budget && !given.report);
        ck_assert_uint_eq(failing.live_blocks, blocks);
    } else {
        ck_assert_int_eq(status, PHB_OK);
    }
    phb_comparison_free(given.comparison);
    phb_budget_free(given.budget);
    phb_report_free(given.report);
    close_world(&world);
    failing_close(&failing);
    return !failed;
}

START_TEST(a_call_without_memory_says_so_and_keeps_nothing)
{
    enum failing_how how = _i % 2 == 0 ? FAILING_ONCE : FAILING_FROM_N;
    size_t n = 1;
    while (!try_once(_i / 2, n, how)) {
        ck_assert_uint_lt(++n, N_MAX);
    }
    ck_assert_uint_gt(n, 3);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("oom_compare");
    tcase_set_timeout(tcase, 0);
    tcase_add_loop_test(tcase, a_call_without_memory_says_so_and_keeps_nothing, 0,
                        2 * (int)COUNT_OF(calls));
    return suite_run("oom_compare", tcase);
}
