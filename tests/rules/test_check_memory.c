/*
 * A check for which memory runs out at the n-th allocation, for n = 1, 2, 3 … until it is done:
 * each time it says MEMORY, gives nothing and keeps nothing. The budget asks much of every rule.
 */

#include <phb/phb.h>
#include <string.h>

#include "support/failing.h"
#include "support/json.h"
#include "support/suite.h"

/* Anything but NULL: after a failure a handle must be NULL. */
static void *const poison = (void *)(uintptr_t)1;

#define N_MAX 1000

static const char *
document(void)
{
    return quoted(
        "{'format':'phb-budget/1','cohort':'adult_chc','period':{'start':'2026-04-06','end':"
        "'2027-04-05'},'weeks_in_year':'52','assistants':[{'id':'pa-1','start':'2026-05-01',"
        "'pay_frequency':'monthly','hours':[{'hours_per_week':50,'rate':'9.00'}],'leave':"
        "{'method':'none','reason':'none'},'deployment':'direct_payment'}],'employer':"
        "{'employment_allowance':{'claim':true}},'lines':[{'id':'dbs','category':'dbs','amount':0,"
        "'per':'assistant','assistants':['pa-1'],'deployment':'direct_payment'},{'id':'wine',"
        "'category':'alcohol','amount':5,'per':'week','deployment':'third_party'}],'funders':"
        "[{'id':'nhs','kind':'nhs','client_contribution':5},{'id':'council','kind':"
        "'social_care','amount':10}],'payments':{'frequency':'monthly','first_payment':"
        "'2026-06-01'},'management':{'account':'managed'},'indicative':1,'agreed':2,'agreed_on':"
        "'2025-01-01','agreed_by_line':{'pa-1':1,'dbs':2,'employment_allowance':20000}}");
}

static phb_costing *
costing_of(phb_context *context)
{
    const char *json = document();
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_budget_from_json(context, json, strlen(json), &budget, &error);
    ck_assert_msg(status == PHB_OK, "%s", error.message);
    ck_assert_int_eq(phb_budget_cost(budget, NULL, NULL, &costing, NULL), PHB_OK);
    phb_budget_free(budget);
    return costing;
}

static const enum failing_how hows[] = {FAILING_ONCE, FAILING_FROM_N};

START_TEST(a_check_without_memory_is_none)
{
    struct failing failing;
    phb_costing *costing = costing_of(failing_context(&failing, 0, hows[_i]));
    bool is_done = false;
    size_t n = 0;
    while (!is_done) {
        phb_report *report = poison;
        phb_error error = PHB_ERROR_INIT;
        ck_assert_uint_lt(++n, N_MAX);
        failing.calls = 0;
        failing.failures = 0;
        failing.fail_at = n;
        phb_status status = phb_costing_check(costing, NULL, &report, &error);
        failing.fail_at = 0;
        is_done = failing.failures == 0;
        if (is_done) {
            ck_assert_int_eq(status, PHB_OK);
            ck_assert_int_gt(phb_report_count(report, PHB_SEVERITY_BREACH), 3);
        } else {
            ck_assert_msg(status == PHB_ERROR_MEMORY, "n = %zu: %s", n, phb_status_name(status));
            ck_assert_int_eq(error.status, PHB_ERROR_MEMORY);
            ck_assert_ptr_null(report);
        }
        phb_report_free(report);
    }
    ck_assert_uint_gt(n, 20); /* findings, tables of ids, a costing by days */
    phb_costing_free(costing);
    failing_close(&failing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("check_memory");
    add_rows(tcase, a_check_without_memory_is_none, hows);
    return suite_run("check_memory", tcase);
}
