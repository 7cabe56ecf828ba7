/*
 * What it costs to read a plan grows with its length and no faster: ten times as many needs,
 * outcomes and actions take at most ten times as much memory, asked for at most ten times as often.
 */

#include <stdio.h>
#include <string.h>

#include <phb/phb.h>

#include "support/failing.h"
#include "support/suite.h"

#define COUNT_MAX 1000
#define BYTES_EACH 240 /* of a need, an outcome and an action together, at most */

/* As many of each: an outcome for each need, an action for each outcome. */
static const char *
plan_of(size_t count)
{
    static char text[COUNT_MAX * BYTES_EACH + 200];
    ck_assert_uint_le(count, COUNT_MAX);
    size_t size = (size_t)snprintf(text, sizeof text,
                                   "{\"format\":\"phb-plan/1\",\"status\":\"draft\","
                                   "\"needs_and_outcomes\":{\"needs\":[");
    for (size_t i = 0; i < count; i++) {
        size += (size_t)snprintf(text + size, sizeof text - size,
                                 "%s{\"id\":\"n%zu\",\"description\":\"x\"}", i == 0 ? "" : ",", i);
    }
    size += (size_t)snprintf(text + size, sizeof text - size, "],\"outcomes\":[");
    for (size_t i = 0; i < count; i++) {
        size +=
            (size_t)snprintf(text + size, sizeof text - size,
                             "%s{\"id\":\"o%zu\",\"needs\":[\"n%zu\"]}", i == 0 ? "" : ",", i, i);
    }
    size += (size_t)snprintf(text + size, sizeof text - size, "]},\"action_plan\":{\"actions\":[");
    for (size_t i = 0; i < count; i++) {
        size += (size_t)snprintf(text + size, sizeof text - size,
                                 "%s{\"id\":\"a%zu\",\"outcomes\":[\"o%zu\"]}", i == 0 ? "" : ",",
                                 i, i);
    }
    size += (size_t)snprintf(text + size, sizeof text - size, "]}}");
    ck_assert_uint_lt(size, sizeof text);
    return text;
}

struct cost {
    size_t calls; /* allocations and resizes */
    size_t bytes; /* that the plan holds */
};

static struct cost
cost_of(size_t count)
{
    struct failing failing;
    phb_plan *plan = NULL;
    const char *text = plan_of(count);
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    size_t before = failing.live_bytes;
    ck_assert_int_eq(phb_plan_from_json(context, text, strlen(text), &plan, NULL), PHB_OK);
    struct cost cost = {failing.calls, failing.live_bytes - before};
    phb_plan_free(plan);
    failing_close(&failing);
    return cost;
}

static const size_t counts[] = {10, 100};

START_TEST(ten_times_as_much_costs_at_most_ten_times_as_much)
{
    struct cost few = cost_of(counts[_i]);
    struct cost many = cost_of(counts[_i] * 10);
    ck_assert_uint_gt(few.calls, 0);
    ck_assert_uint_le(many.calls, few.calls * 10);
    ck_assert_uint_le(many.bytes, few.bytes * 10);
}
END_TEST

/* The tables of what is named are made once each, and the plan lies in blocks that double: an item
 * more is no allocation more. */
START_TEST(a_thousand_of_each_do_not_ask_a_thousand_times)
{
    ck_assert_uint_lt(cost_of(1000).calls, 100);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("plan_memory");
    add_rows(tcase, ten_times_as_much_costs_at_most_ten_times_as_much, counts);
    tcase_add_test(tcase, a_thousand_of_each_do_not_ask_a_thousand_times);
    return suite_run("plan_memory", tcase);
}
