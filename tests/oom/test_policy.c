/*
 * A policy for which memory runs out at the n-th allocation, for n = 1, 2, 3 … until it is read, or
 * written: each time the call says MEMORY, gives nothing and keeps nothing. The nodes of cJSON come
 * from elsewhere, and run out on their own.
 */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <cJSON.h>
#include <phb/phb.h>

#include "support/failing.h"
#include "support/json.h"
#include "support/suite.h"

/* Anything but NULL: after a failure a handle must be NULL. */
static void *const poison = (void *)(uintptr_t)1;

#define N_MAX 1000

static const char *
document(void)
{
    return quoted("{'format':'phb-policy/1','name':'north','version':'3','review':{'every_months':"
                  "12},'delegated_limits':[{'role':'lead','limit':1}],'categories':[{'id':'hydro',"
                  "'as':'therapy'},{'id':'art','as':'activity'}],'forbid':['art','travel'],"
                  "'one_off_tiers':[{'limit':1,'sign_off':'lead'}]}");
}

static void
check_failure(phb_status status, const phb_error *error, const void *handle, size_t n)
{
    ck_assert_msg(status == PHB_ERROR_MEMORY, "n = %zu: %s", n, phb_status_name(status));
    ck_assert_int_eq(error->status, PHB_ERROR_MEMORY);
    ck_assert_str_ne(error->message, "");
    ck_assert_ptr_null(handle);
}

static const enum failing_how hows[] = {FAILING_ONCE, FAILING_FROM_N};

START_TEST(a_policy_without_memory_is_not_read)
{
    bool succeeded = false;
    size_t n = 0;
    while (!succeeded) {
        ck_assert_uint_lt(++n, N_MAX);
        struct failing failing;
        phb_context *context = failing_context(&failing, n, hows[_i]);
        phb_policy *policy = poison;
        phb_error error = PHB_ERROR_INIT;
        const char *json = document();
        phb_status status = phb_policy_from_json(context, json, strlen(json), &policy, &error);
        succeeded = failing.failures == 0;
        if (succeeded) {
            ck_assert_int_eq(status, PHB_OK);
        } else {
            check_failure(status, &error, policy, n);
        }
        phb_policy_unref(policy);
        failing_close(&failing);
    }
    ck_assert_uint_gt(n, 4); /* the policy, its arena and the tables of its checks */
}
END_TEST

START_TEST(a_policy_without_memory_is_not_written)
{
    struct failing failing;
    phb_policy *policy = NULL;
    phb_context *context = failing_context(&failing, 0, hows[_i]);
    const char *json = document();
    ck_assert_int_eq(phb_policy_from_json(context, json, strlen(json), &policy, NULL), PHB_OK);
    bool succeeded = false;
    for (size_t n = 1; !succeeded; n++) {
        ck_assert_uint_lt(n, N_MAX);
        phb_text *text = poison;
        phb_error error = PHB_ERROR_INIT;
        failing.calls = 0;
        failing.failures = 0;
        failing.fail_at = n;
        phb_status status = phb_policy_to_json(policy, &text, &error);
        failing.fail_at = 0;
        succeeded = failing.failures == 0;
        if (succeeded) {
            ck_assert_int_eq(status, PHB_OK);
        } else {
            check_failure(status, &error, text, n);
        }
        phb_text_free(text);
    }
    phb_policy_unref(policy);
    failing_close(&failing);
}
END_TEST

/* ---- the nodes of cJSON ---- */

static struct {
    size_t calls;
    size_t fail_at;
    size_t live;
} nodes;

static void *
node_allocate(size_t size)
{
    void *block = ++nodes.calls == nodes.fail_at ? NULL : malloc(size);
    nodes.live += block ? 1 : 0;
    return block;
}

static void
node_release(void *block)
{
    nodes.live -= block ? 1 : 0;
    free(block);
}

START_TEST(a_policy_whose_nodes_do_not_fit_is_not_read)
{
    bool succeeded = false;
    size_t n = 0;
    while (!succeeded) {
        ck_assert_uint_lt(++n, N_MAX);
        struct failing failing;
        cJSON_Hooks hooks = {node_allocate, node_release};
        phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
        phb_policy *policy = poison;
        phb_error error = PHB_ERROR_INIT;
        const char *json = document();
        nodes.calls = 0;
        nodes.fail_at = n;
        cJSON_InitHooks(&hooks);
        phb_status status = phb_policy_from_json(context, json, strlen(json), &policy, &error);
        cJSON_InitHooks(NULL);
        ck_assert_uint_eq(nodes.live, 0);
        succeeded = nodes.calls < n;
        if (succeeded) {
            ck_assert_int_eq(status, PHB_OK);
        } else {
            check_failure(status, &error, policy, n);
        }
        phb_policy_unref(policy);
        failing_close(&failing);
    }
    ck_assert_uint_gt(n, 20);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("oom_policy");
    add_rows(tcase, a_policy_without_memory_is_not_read, hows);
    add_rows(tcase, a_policy_without_memory_is_not_written, hows);
    tcase_add_test(tcase, a_policy_whose_nodes_do_not_fit_is_not_read);
    return suite_run("oom_policy", tcase);
}
