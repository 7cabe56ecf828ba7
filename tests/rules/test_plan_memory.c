/*
 * A check of a plan for which memory runs out at the n-th allocation, for n = 1, 2, 3 … until it is
 * done: each time it says MEMORY, gives nothing and keeps nothing. Then how much memory a check
 * asks for, which grows no faster than the plan does, with all that is found in it.
 *
 * The argument is an example plan, of which what is accepted, short and signed is made up here.
 */

#include <phb/phb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/failing.h"
#include "support/json.h"
#include "support/suite.h"

/* Anything but NULL: after a failure a handle must be NULL. */
static void *const poison = (void *)(uintptr_t)1;

#define N_MAX 2000
#define TEXT_MOST ((size_t)1 << 20)

static const char *example_path;
static char text[TEXT_MOST];

/* ---- an example that asks much ---- */

static void
read_example(void)
{
    FILE *file = fopen(example_path, "rb");
    ck_assert_ptr_nonnull(file);
    size_t size = fread(text, 1, sizeof text - 1, file);
    text[size] = '\0';
    (void)fclose(file);
}

/* Puts words in front of the first place where others stand. */
static void
insert(const char *before, const char *words)
{
    char *place = strstr(text, before);
    ck_assert_msg(place != NULL, "%s is not in the example", before);
    const char *added = quoted(words);
    ck_assert_uint_lt(strlen(text) + strlen(added), sizeof text);
    memmove(place + strlen(added), place, strlen(place) + 1);
    memcpy(place, added, strlen(added));
}

static void
spoil_example(void)
{
    read_example();
    insert("\"agreed\":", "'agreed_by_line':{'grace':'1.00','taxi':'2.00'},");
    insert("\"explained\":",
           "'content_hash':'0000000000000000000000000000000000000000000000000000000"
           "000000000',");
    insert("\"decision\": {",
           "'accepted':[{'rule':'plan.sign_off.edited','reason':'A slip','by':'Us',"
           "'on':'2026-04-01'},{'rule':'plan.needs.suffers'},{'rule':'plan.about."
           "missing','at':'/about'}],");
}

static phb_plan *
plan_of(phb_context *context, const char *json)
{
    phb_plan *plan = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_plan_from_json(context, json, strlen(json), &plan, &error);
    ck_assert_msg(status == PHB_OK, "%s: %s", error.path, error.message);
    return plan;
}

static int64_t
found_in(const phb_report *report)
{
    return (int64_t)phb_table_rows(phb_report_table(report, PHB_REPORT_FINDINGS));
}

static int64_t
counted_in(const phb_report *report)
{
    return (int64_t)phb_report_count(report, PHB_SEVERITY_BREACH) +
           phb_report_count(report, PHB_SEVERITY_GAP) +
           phb_report_count(report, PHB_SEVERITY_WARNING) +
           phb_report_count(report, PHB_SEVERITY_NOTE);
}

static const enum failing_how hows[] = {FAILING_ONCE, FAILING_FROM_N};

START_TEST(a_check_of_a_plan_without_memory_is_none)
{
    struct failing failing;
    spoil_example();
    phb_plan *plan = plan_of(failing_context(&failing, 0, hows[_i]), text);
    phb_check_options options = PHB_CHECK_OPTIONS_INIT;
    options.superseded = plan;
    bool is_done = false;
    size_t n = 0;
    while (!is_done) {
        phb_report *report = poison;
        phb_error error = PHB_ERROR_INIT;
        ck_assert_uint_lt(++n, N_MAX);
        failing.calls = 0;
        failing.failures = 0;
        failing.fail_at = n;
        phb_status status = phb_plan_check(plan, NULL, &options, &report, &error);
        failing.fail_at = 0;
        is_done = failing.failures == 0;
        if (is_done) {
            ck_assert_int_eq(status, PHB_OK);
            ck_assert_int_gt(phb_report_count(report, PHB_SEVERITY_BREACH), 2);
            ck_assert_int_gt(found_in(report), counted_in(report)); /* some was accepted */
        } else {
            ck_assert_msg(status == PHB_ERROR_MEMORY, "n = %zu: %s", n, phb_status_name(status));
            ck_assert_int_eq(error.status, PHB_ERROR_MEMORY);
            ck_assert_ptr_null(report);
        }
        phb_report_free(report);
    }
    ck_assert_uint_gt(n, 20); /* a costing, groups, tables of ids, a hash, findings */
    phb_plan_free(plan);
    failing_close(&failing);
}
END_TEST

/* ---- how it grows ---- */

/* Needs, outcomes and actions, so many of each, linked in a row and lacking nearly all. */
static void
write_plan(int count)
{
    int size = snprintf(text, sizeof text, "%s",
                        quoted("{'format':'phb-plan/1','status':'agreed','needs_and_outcomes':{"
                               "'needs':["));
    for (int i = 0; i < count; i++) {
        size += snprintf(text + size, sizeof text - (size_t)size,
                         "%s{\"id\":\"n%d\",\"hours_per_week\":1}", i ? "," : "", i);
    }
    size += snprintf(text + size, sizeof text - (size_t)size, "],\"outcomes\":[");
    for (int i = 0; i < count; i++) {
        size += snprintf(text + size, sizeof text - (size_t)size,
                         "%s{\"id\":\"o%d\",\"needs\":[\"n%d\"]}", i ? "," : "", i, i);
    }
    size += snprintf(text + size, sizeof text - (size_t)size, "]},\"action_plan\":{\"actions\":[");
    for (int i = 0; i < count; i++) {
        size += snprintf(text + size, sizeof text - (size_t)size,
                         "%s{\"id\":\"a%d\",\"outcomes\":[\"o%d\",\"o%d\"]}", i ? "," : "", i, i,
                         (i + 1) % count);
    }
    size += snprintf(text + size, sizeof text - (size_t)size, "%s",
                     quoted("]},'budget':{'period':{'start':'2026-04-06','end':'2027-04-05'},"
                            "'lines':[{'id':'club','category':'agency','amount':1,'per':'week',"
                            "'deployment':'notional'}]},'accepted':["));
    for (int i = 0; i < count; i++) {
        size +=
            snprintf(text + size, sizeof text - (size_t)size,
                     "%s{\"rule\":\"plan.needs.description\",\"at\":\"/needs_and_outcomes/needs/"
                     "%d/description\"}",
                     i ? "," : "", i);
    }
    size += snprintf(text + size, sizeof text - (size_t)size, "]}");
    ck_assert_int_lt(size, (int)sizeof text);
}

struct asked {
    size_t calls;
    size_t bytes; /* that the report keeps */
    int64_t findings;
};

static struct asked
asked_for(int count)
{
    struct failing failing;
    phb_report *report = NULL;
    write_plan(count);
    phb_plan *plan = plan_of(failing_context(&failing, 0, FAILING_ONCE), text);
    size_t bytes = failing.live_bytes;
    failing.calls = 0;
    ck_assert_int_eq(phb_plan_check(plan, NULL, NULL, &report, NULL), PHB_OK);
    struct asked asked = {failing.calls, failing.live_bytes - bytes, found_in(report)};
    phb_report_free(report);
    phb_plan_free(plan);
    failing_close(&failing);
    return asked;
}

START_TEST(a_check_asks_for_as_much_as_there_is_in_the_plan)
{
    struct asked few = asked_for(10);
    struct asked more = asked_for(100);
    struct asked many = asked_for(1000);
    /* Of each need, outcome and action so many findings, and those of the rest of the plan. */
    ck_assert_int_eq(many.findings - more.findings, 10 * (more.findings - few.findings));
    ck_assert_int_ge(more.findings - few.findings, 90 * 10);
    /* Blocks are taken ever larger, so that their number may grow by less. */
    ck_assert_uint_le(many.calls - more.calls, 10 * (more.calls - few.calls) + 10);
    /* And a table may have doubled just now. */
    ck_assert_uint_le(many.bytes - more.bytes, 2 * 10 * (more.bytes - few.bytes));
}
END_TEST

int
main(int argc, char **argv)
{
    TCase *tcase = tcase_create("plan_memory");
    example_path = argc > 1 ? argv[1] : "";
    tcase_set_timeout(tcase, 60);
    add_rows(tcase, a_check_of_a_plan_without_memory_is_none, hows);
    tcase_add_test(tcase, a_check_asks_for_as_much_as_there_is_in_the_plan);
    return suite_run("plan_memory", tcase);
}
