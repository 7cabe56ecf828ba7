/*
 * A plan for whose chain memory runs out at the n-th allocation, for n = 1, 2, 3 … until it is
 * made, printed and written: each time the call says MEMORY, gives nothing and keeps nothing. The
 * same for asking what a document is, whose nodes come from elsewhere and run out on their own.
 */

#include <stdbool.h>
#include <string.h>

#include <phb/phb.h>

#include "support/failing.h"
#include "support/nodes.h"
#include "support/plan.h"
#include "support/suite.h"

/* Anything but NULL: after a failure a handle must be NULL. */
static void *const poison = (void *)(uintptr_t)1;

#define N_MAX 10000

/* A plan of everything, and its chain where a call is about one. */
struct world {
    phb_context *context;
    phb_plan *plan;
    phb_chain *chain;
};

/* What a call gave: one of them. */
struct given {
    phb_chain *chain;
    phb_text *text;
};

static phb_status
call_chain(struct world *world, struct given *out, phb_error *error)
{
    out->chain = poison;
    return phb_plan_chain(world->plan, NULL, NULL, &out->chain, error);
}

static phb_status
call_json(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_chain_to_json(world->chain, &out->text, error);
}

static phb_status
call_text(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_chain_render(world->chain, PHB_FORMAT_TEXT, &out->text, error);
}

static phb_status
call_csv(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_chain_render(world->chain, PHB_FORMAT_CSV, &out->text, error);
}

static phb_status
call_markdown(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_chain_render(world->chain, PHB_FORMAT_MARKDOWN, &out->text, error);
}

static phb_status
call_html(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_chain_render(world->chain, PHB_FORMAT_HTML_PAGE, &out->text, error);
}

static phb_status
call_document_of(struct world *world, struct given *out, phb_error *error)
{
    phb_document kind = (phb_document)77;
    (void)out;
    phb_status status =
        phb_document_of(world->context, whole_plan(), strlen(whole_plan()), &kind, error);
    ck_assert_int_eq((int)kind, status == PHB_OK ? PHB_DOCUMENT_PLAN : 77);
    return status;
}

static const struct call {
    const char *name;
    phb_status (*make)(struct world *world, struct given *out, phb_error *error);
} calls[] = {
    {"phb_plan_chain", call_chain},
    {"phb_chain_to_json", call_json},
    {"phb_chain_render, text", call_text},
    {"phb_chain_render, csv", call_csv},
    {"phb_chain_render, markdown", call_markdown},
    {"phb_chain_render, html", call_html},
    {"phb_document_of", call_document_of},
};

static void
open_world(struct world *world, phb_context *context)
{
    const char *json = whole_plan();
    *world = (struct world){.context = context};
    ck_assert_int_eq(phb_plan_from_json(context, json, strlen(json), &world->plan, NULL), PHB_OK);
    ck_assert_int_eq(phb_plan_chain(world->plan, NULL, NULL, &world->chain, NULL), PHB_OK);
}

static void
close_world(struct world *world)
{
    phb_chain_free(world->chain);
    phb_plan_free(world->plan);
}

/* In a world of its own, whose n-th allocation fails; true when the call succeeded. */
static bool
try_once(const struct call *call, size_t n, enum failing_how how)
{
    struct failing failing;
    struct world world;
    struct given given = {0};
    phb_error error = PHB_ERROR_INIT;
    open_world(&world, failing_context(&failing, 0, how));
    size_t blocks = failing.live_blocks;
    failing.calls = 0;
    failing.fail_at = n;
    phb_status status = call->make(&world, &given, &error);
    bool failed = failing.failures > 0;
    failing.fail_at = 0;
    ck_assert_msg(status == (failed ? PHB_ERROR_MEMORY : PHB_OK), "%s, n = %zu: %s", call->name, n,
                  phb_status_name(status));
    if (failed) {
        ck_assert_int_eq(error.status, PHB_ERROR_MEMORY);
        ck_assert_msg(!given.chain && !given.text, "%s, n = %zu: not NULL", call->name, n);
        ck_assert_msg(failing.live_blocks == blocks, "%s, n = %zu: blocks stay", call->name, n);
    }
    phb_chain_free(given.chain);
    phb_text_free(given.text);
    close_world(&world);
    failing_close(&failing);
    return !failed;
}

START_TEST(a_call_without_memory_says_so_and_keeps_nothing)
{
    enum failing_how how = _i % 2 == 0 ? FAILING_ONCE : FAILING_FROM_N;
    size_t n = 1;
    while (!try_once(&calls[_i / 2], n, how)) {
        ck_assert_uint_lt(++n, N_MAX);
    }
    ck_assert_uint_gt(n, 1);
}
END_TEST

/* ---- the nodes of cJSON ---- */

START_TEST(a_document_whose_nodes_do_not_fit_is_of_no_kind)
{
    phb_status status = PHB_ERROR_MEMORY;
    size_t n = 0;
    while (status != PHB_OK) {
        phb_document kind = (phb_document)77;
        phb_error error = PHB_ERROR_INIT;
        nodes_fail(++n, FAILING_ONCE);
        status = phb_document_of(NULL, whole_plan(), strlen(whole_plan()), &kind, &error);
        ck_assert_int_eq(status, nodes_restore() ? PHB_ERROR_MEMORY : PHB_OK);
        ck_assert_int_eq((int)kind, status == PHB_OK ? PHB_DOCUMENT_PLAN : 77);
    }
    ck_assert_uint_gt(n, 100);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("oom_chain");
    tcase_set_timeout(tcase, 0);
    tcase_add_loop_test(tcase, a_call_without_memory_says_so_and_keeps_nothing, 0,
                        2 * (int)COUNT_OF(calls));
    tcase_add_test(tcase, a_document_whose_nodes_do_not_fit_is_of_no_kind);
    return suite_run("oom_chain", tcase);
}
