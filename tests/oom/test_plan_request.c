/*
 * Memory that runs out at the n-th allocation, for n = 1, 2, 3 … while a plan becomes a request,
 * and while its reviews are checked: each time the call says MEMORY, gives nothing and keeps
 * nothing.
 */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <phb/phb.h>

#include "support/failing.h"
#include "support/json.h"
#include "support/suite.h"

#define N_MAX 2000

/* Anything but NULL: after a failure a handle must be NULL. */
static void *const poison = (void *)(uintptr_t)1;

struct world {
    phb_plan *plan;
    phb_policy *policy;
};

#define HELD "'kind':'plan_review','regimes':['nhs_direct_payment','chc'],'checked':['needs_met']"

/* Held twice on a day, unless said otherwise: of that the check tells, and a request has an error.
 */
static const char members[] =
    "{'format':'phb-plan/1','status':'agreed','cohort':'adult_chc','person':{'id':'p-17',"
    "'date_of_birth':'1961-02-28'},'assessments':[{'kind':'checklist','on':'2026-01-05'}],"
    "'training':{'delegated_tasks':[{'task':'x','expires_on':'2027-03-01'},{'task':'y',"
    "'expires_on':'2027-03-01'}]},'budget':{'period':{'start':'2026-04-06','end':'2027-04-05'},"
    "'lines':[{'id':'x','category':'other','amount':1,'per':'once','deployment':'direct_payment'}"
    "]},'reviews':{'regimes':[{'regime':'chc','anchor':'2026-03-04'}],'completed':[{'on':"
    "'2026-03-01'," HELD "},{'on':'2026-07-06'," HELD "},{'on':'%s'," HELD "}],'next_review_on':"
    "'2028-01-01'},'sign_off':{'nhs':{'signed_on':'2026-03-21'}}}";

static void
open_world(struct world *world, phb_context *context, const char *third)
{
    static const char policy[] = "{'format':'phb-policy/1','name':'north','version':'3',"
                                 "'review':{'every_months':6}}";
    char text[2048];
    phb_error error = PHB_ERROR_INIT;
    int size = snprintf(text, sizeof text, members, third);
    ck_assert_int_lt(size, (int)sizeof text);
    const char *json = quoted(text);
    phb_status status = phb_plan_from_json(context, json, strlen(json), &world->plan, &error);
    ck_assert_msg(status == PHB_OK, "%s: %s", error.path, error.message);
    json = quoted(policy);
    ck_assert_int_eq(phb_policy_from_json(context, json, strlen(json), &world->policy, NULL),
                     PHB_OK);
}

static void
close_world(struct world *world)
{
    phb_policy_unref(world->policy);
    phb_plan_free(world->plan);
}

static phb_status
request(const struct world *world, phb_error *error)
{
    phb_schedule_request *made = poison;
    phb_status status =
        phb_plan_schedule_request(world->plan, PHB_DATE_NONE, world->policy, &made, error);
    ck_assert_int_eq(made == NULL, status != PHB_OK);
    phb_schedule_request_free(made);
    return status;
}

static phb_status
check(const struct world *world, phb_error *error)
{
    phb_report *report = poison;
    phb_check_options options = PHB_CHECK_OPTIONS_INIT;
    options.policy = world->policy;
    options.as_of = date_of("2026-07-01"); /* before the last review: one more finding */
    phb_status status = phb_plan_check(world->plan, NULL, &options, &report, error);
    ck_assert_int_eq(report == NULL, status != PHB_OK);
    phb_report_free(report);
    return status;
}

static const struct {
    phb_status (*call)(const struct world *world, phb_error *error);
    const char *third;
    phb_status status; /* with all the memory there is */
} calls[] = {
    {request, "2026-06-01", PHB_OK},
    {request, "2026-07-06", PHB_ERROR_DUPLICATE},
    {check, "2026-06-01", PHB_OK},
    {check, "2026-07-06", PHB_OK},
};

START_TEST(a_call_without_memory_says_so_and_keeps_nothing)
{
    struct failing failing;
    struct world world;
    bool is_done = false;
    size_t n = 0;
    open_world(&world, failing_context(&failing, 0, _i % 2 == 0 ? FAILING_ONCE : FAILING_FROM_N),
               calls[_i / 2].third);
    size_t blocks = failing.live_blocks;
    while (!is_done) {
        phb_error error = PHB_ERROR_INIT;
        ck_assert_uint_lt(++n, N_MAX);
        failing.calls = 0;
        failing.failures = 0;
        failing.fail_at = n;
        phb_status status = calls[_i / 2].call(&world, &error);
        failing.fail_at = 0;
        is_done = failing.failures == 0;
        phb_status wanted = is_done ? calls[_i / 2].status : PHB_ERROR_MEMORY;
        ck_assert_msg(status == wanted, "n = %zu: %s", n, phb_status_name(status));
        ck_assert_int_eq(error.status, wanted);
        ck_assert_msg(failing.live_blocks == blocks, "n = %zu: some blocks stay", n);
    }
    ck_assert_uint_gt(n, 2);
    close_world(&world);
    failing_close(&failing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("oom_plan_request");
    tcase_set_timeout(tcase, 0);
    tcase_add_loop_test(tcase, a_call_without_memory_says_so_and_keeps_nothing, 0,
                        2 * (int)COUNT_OF(calls));
    return suite_run("oom_plan_request", tcase);
}
