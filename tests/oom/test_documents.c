/*
 * A document for which memory runs out at the n-th allocation, for n = 1, 2, 3 … until it is read,
 * written, or hashed: each time the call says MEMORY, gives nothing and keeps nothing. The nodes of
 * cJSON come from elsewhere, and run out on their own.
 */

#include <stdbool.h>
#include <string.h>

#include <phb/phb.h>

#include "support/failing.h"
#include "support/json.h"
#include "support/nodes.h"
#include "support/plan.h"
#include "support/suite.h"

/* Anything but NULL: after a failure a handle must be NULL. */
static void *const poison = (void *)(uintptr_t)1;

#define N_MAX 10000

/* ---- two kinds of document ---- */

static const char *
policy_text(void)
{
    return quoted("{'format':'phb-policy/1','name':'north','version':'3','review':{'every_months':"
                  "12},'delegated_limits':[{'role':'lead','limit':1}],'categories':[{'id':'hydro',"
                  "'as':'therapy'},{'id':'art','as':'activity'}],'forbid':['art','travel'],"
                  "'one_off_tiers':[{'limit':1,'sign_off':'lead'}]}");
}

static phb_status
read_policy(phb_context *context, void **out_handle, phb_error *error)
{
    phb_policy *policy = poison;
    const char *json = policy_text();
    phb_status status = phb_policy_from_json(context, json, strlen(json), &policy, error);
    *out_handle = policy;
    return status;
}

static phb_status
write_policy(const void *handle, phb_text **out_text, phb_error *error)
{
    return phb_policy_to_json(handle, out_text, error);
}

static void
free_policy(void *handle)
{
    phb_policy_unref(handle);
}

static phb_status
read_plan(phb_context *context, void **out_handle, phb_error *error)
{
    phb_plan *plan = poison;
    const char *json = whole_plan();
    phb_status status = phb_plan_from_json(context, json, strlen(json), &plan, error);
    *out_handle = plan;
    return status;
}

static phb_status
write_plan(const void *handle, phb_text **out_text, phb_error *error)
{
    return phb_plan_to_json(handle, out_text, error);
}

static void
free_plan(void *handle)
{
    phb_plan_free(handle);
}

static const struct kind {
    phb_status (*read)(phb_context *context, void **out_handle, phb_error *error);
    phb_status (*write)(const void *handle, phb_text **out_text, phb_error *error);
    void (*give_back)(void *handle);
    size_t allocations; /* more than so many: the handle, its memory and the tables of its checks */
} kinds[] = {
    {read_policy, write_policy, free_policy, 3},
    {read_plan, write_plan, free_plan, 5},
};

/* Each kind with each way to fail. */
static const enum failing_how hows[] = {FAILING_ONCE, FAILING_FROM_N};
#define WAYS (int)(COUNT_OF(kinds) * COUNT_OF(hows))

static const struct kind *
kind_of(int way)
{
    return &kinds[(size_t)way / COUNT_OF(hows)];
}

static enum failing_how
how_of(int way)
{
    return hows[(size_t)way % COUNT_OF(hows)];
}

static void
check_failure(phb_status status, const phb_error *error, const void *handle, size_t n)
{
    ck_assert_msg(status == PHB_ERROR_MEMORY, "n = %zu: %s", n, phb_status_name(status));
    ck_assert_int_eq(error->status, PHB_ERROR_MEMORY);
    ck_assert_str_ne(error->message, "");
    ck_assert_ptr_null(handle);
}

/* ---- reading ---- */

START_TEST(a_document_without_memory_is_not_read)
{
    const struct kind *kind = kind_of(_i);
    bool succeeded = false;
    size_t n = 0;
    while (!succeeded) {
        ck_assert_uint_lt(++n, N_MAX);
        struct failing failing;
        phb_context *context = failing_context(&failing, n, how_of(_i));
        void *handle = poison;
        phb_error error = PHB_ERROR_INIT;
        phb_status status = kind->read(context, &handle, &error);
        succeeded = failing.failures == 0;
        if (succeeded) {
            ck_assert_int_eq(status, PHB_OK);
        } else {
            check_failure(status, &error, handle, n);
        }
        kind->give_back(handle);
        failing_close(&failing);
    }
    ck_assert_uint_gt(n - 1, kind->allocations);
}
END_TEST

/* ---- what is made of one that was read ---- */

static void *
read_whole(const struct kind *kind, phb_context *context)
{
    void *handle = NULL;
    ck_assert_int_eq(kind->read(context, &handle, NULL), PHB_OK);
    return handle;
}

static void
fail_from_now(struct failing *failing, size_t n)
{
    failing->calls = 0;
    failing->failures = 0;
    failing->fail_at = n;
}

START_TEST(a_document_without_memory_is_not_written)
{
    const struct kind *kind = kind_of(_i);
    struct failing failing;
    void *handle = read_whole(kind, failing_context(&failing, 0, how_of(_i)));
    bool succeeded = false;
    for (size_t n = 1; !succeeded; n++) {
        ck_assert_uint_lt(n, N_MAX);
        phb_text *text = poison;
        phb_error error = PHB_ERROR_INIT;
        fail_from_now(&failing, n);
        phb_status status = kind->write(handle, &text, &error);
        failing.fail_at = 0;
        succeeded = failing.failures == 0;
        if (succeeded) {
            ck_assert_int_eq(status, PHB_OK);
        } else {
            check_failure(status, &error, text, n);
        }
        phb_text_free(text);
    }
    kind->give_back(handle);
    failing_close(&failing);
}
END_TEST

START_TEST(a_plan_without_memory_is_not_hashed)
{
    struct failing failing;
    phb_plan *plan = read_whole(&kinds[1], failing_context(&failing, 0, hows[_i]));
    size_t blocks = failing.live_blocks;
    bool succeeded = false;
    size_t n = 0;
    while (!succeeded) {
        ck_assert_uint_lt(++n, N_MAX);
        char hash[PHB_PLAN_HASH_SIZE] = "as it was";
        phb_error error = PHB_ERROR_INIT;
        fail_from_now(&failing, n);
        phb_status status = phb_plan_content_hash(plan, hash, sizeof hash, &error);
        failing.fail_at = 0;
        succeeded = failing.failures == 0;
        if (succeeded) {
            ck_assert_int_eq(status, PHB_OK);
        } else {
            check_failure(status, &error, NULL, n);
            ck_assert_str_eq(hash, "as it was");
        }
        ck_assert_uint_eq(failing.live_blocks, blocks);
    }
    ck_assert_uint_gt(n, 1); /* the text that is hashed */
    phb_plan_free(plan);
    failing_close(&failing);
}
END_TEST

/* ---- the nodes of cJSON ---- */

START_TEST(a_document_whose_nodes_do_not_fit_is_not_read)
{
    bool succeeded = false;
    size_t n = 0;
    while (!succeeded) {
        ck_assert_uint_lt(++n, N_MAX);
        struct failing failing;
        phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
        void *handle = poison;
        phb_error error = PHB_ERROR_INIT;
        nodes_fail(n, FAILING_ONCE);
        phb_status status = kinds[_i].read(context, &handle, &error);
        succeeded = !nodes_restore();
        if (succeeded) {
            ck_assert_int_eq(status, PHB_OK);
        } else {
            check_failure(status, &error, handle, n);
        }
        kinds[_i].give_back(handle);
        failing_close(&failing);
    }
    ck_assert_uint_gt(n, 20);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("oom_documents");
    tcase_set_timeout(tcase, 120);
    tcase_add_loop_test(tcase, a_document_without_memory_is_not_read, 0, WAYS);
    tcase_add_loop_test(tcase, a_document_without_memory_is_not_written, 0, WAYS);
    add_rows(tcase, a_plan_without_memory_is_not_hashed, hows);
    add_rows(tcase, a_document_whose_nodes_do_not_fit_is_not_read, kinds);
    return suite_run("oom_documents", tcase);
}
