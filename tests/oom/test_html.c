/* Everything that is set in HTML, with each of its allocations failing once, and from then on. */

#include <string.h>

#include <phb/phb.h>

#include "support/failing.h"
#include "support/plan.h"
#include "support/suite.h"

#define N_MAX 100000

static phb_text *const poison = (phb_text *)8;

struct world {
    phb_plan *plan;
    phb_costing *costing;
    phb_report *report;
    phb_chain *chain;
};

static phb_status
costing(const struct world *world, phb_format format, phb_text **out_text, phb_error *error)
{
    return phb_costing_render(world->costing, format, out_text, error);
}

static phb_status
explanation(const struct world *world, phb_format format, phb_text **out_text, phb_error *error)
{
    return phb_costing_explain_render(world->costing, NULL, format, out_text, error);
}

static phb_status
report(const struct world *world, phb_format format, phb_text **out_text, phb_error *error)
{
    return phb_report_render(world->report, format, out_text, error);
}

static phb_status
chain(const struct world *world, phb_format format, phb_text **out_text, phb_error *error)
{
    return phb_chain_render(world->chain, format, out_text, error);
}

static phb_status
table(const struct world *world, phb_format format, phb_text **out_text, phb_error *error)
{
    const phb_table *lines = phb_costing_table(world->costing, PHB_COSTING_LINES);
    return phb_table_render(phb_costing_context(world->costing), lines, format, out_text, error);
}

static phb_status (*const calls[])(const struct world *world, phb_format format,
                                   phb_text **out_text,
                                   phb_error *error) = {costing, explanation, report, chain, table};

static void
open_world(struct world *world, phb_context *context)
{
    const char *json = whole_plan();
    *world = (struct world){.plan = NULL};
    ck_assert_int_eq(phb_plan_from_json(context, json, strlen(json), &world->plan, NULL), PHB_OK);
    ck_assert_int_eq(phb_plan_chain(world->plan, NULL, NULL, &world->chain, NULL), PHB_OK);
    ck_assert_int_eq(phb_plan_check(world->plan, NULL, NULL, &world->report, NULL), PHB_OK);
    ck_assert_int_eq(
        phb_budget_cost(phb_plan_budget(world->plan), NULL, NULL, &world->costing, NULL), PHB_OK);
}

static void
close_world(struct world *world)
{
    phb_costing_free(world->costing);
    phb_report_free(world->report);
    phb_chain_free(world->chain);
    phb_plan_free(world->plan);
}

START_TEST(a_page_without_memory_says_so_and_keeps_nothing)
{
    static const phb_format formats[] = {PHB_FORMAT_HTML, PHB_FORMAT_HTML_PAGE};
    enum failing_how how = _i % 2 == 0 ? FAILING_ONCE : FAILING_FROM_N;
    phb_format format = formats[_i / 2 % 2];
    struct failing failing;
    struct world world;
    phb_status status = PHB_ERROR_MEMORY;
    open_world(&world, failing_context(&failing, 0, how));
    size_t blocks = failing.live_blocks;
    for (size_t n = 1; status != PHB_OK; n++) {
        phb_error error = PHB_ERROR_INIT;
        phb_text *text = poison;
        ck_assert_uint_lt(n, N_MAX);
        failing.calls = 0;
        failing.failures = 0;
        failing.fail_at = n;
        status = calls[_i / 4](&world, format, &text, &error);
        failing.fail_at = 0;
        bool failed = failing.failures > 0;
        ck_assert_int_eq(status, failed ? PHB_ERROR_MEMORY : PHB_OK);
        ck_assert_int_eq(error.status, status);
        ck_assert_int_eq(text == NULL, failed);
        phb_text_free(text);
        ck_assert_uint_eq(failing.live_blocks, blocks);
    }
    close_world(&world);
    failing_close(&failing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("oom_html");
    tcase_add_loop_test(tcase, a_page_without_memory_says_so_and_keeps_nothing, 0,
                        4 * (int)COUNT_OF(calls));
    return suite_run("oom_html", tcase);
}
