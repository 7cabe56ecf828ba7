#include "costing/trace.h"

#include <string.h>

#include "support/failing.h"
#include "support/suite.h"

static struct phb__trace trace;

static void
set_up(void)
{
    ck_assert(phb__trace_init(&trace, NULL, true));
}

static void
tear_down(void)
{
    phb__trace_free(&trace);
}

static const char *
text_of(const char *column, int32_t step)
{
    return phb_table_text(trace.steps, column, (size_t)step);
}

static int64_t
value_of(int32_t step)
{
    return phb_table_int64(trace.steps, "value", NULL)[step];
}

START_TEST(a_step_comes_before_its_children)
{
    int32_t sum = phb__step_open(&trace, PHB__STEP_NONE, "sum", "costing.total", "Total");
    phb__step_given(&trace, sum, "One", (struct phb__fraction){1, 3}, "weeks");
    phb__step_pence(&trace, sum, 1234, "half_up");
    ck_assert_int_eq(sum, 0);
    ck_assert_uint_eq(phb_table_rows(trace.steps), 2);
    ck_assert_int_eq(phb_table_int32(trace.steps, "parent", NULL)[0], -1);
    ck_assert_int_eq(phb_table_int32(trace.steps, "parent", NULL)[1], 0);
    ck_assert_int_eq(value_of(0), 1234);
    ck_assert_str_eq(text_of("unit", 0), "pence");
    ck_assert_str_eq(text_of("rounding", 0), "half_up");
    ck_assert_str_eq(text_of("op", 1), "given");
    ck_assert_str_eq(text_of("label", 1), "One");
    ck_assert_int_eq(phb_table_int64(trace.steps, "denominator", NULL)[1], 3);
    ck_assert_str_eq(text_of("rounding", 1), "none");
}
END_TEST

START_TEST(a_rate_names_its_instrument)
{
    struct phb__law law;
    ck_assert(phb__law_on(&phb__dataset_builtin, date_of("2027-05-01"), PHB_RATE_CARRY, &law));
    phb__step_rate(&trace, PHB__STEP_NONE, &law, PHB__RATE_EMPLOYER_NI_RATE);
    phb__step_rate(&trace, PHB__STEP_NONE, &law, PHB__RATE_PENSION_TRIGGER_WEEKLY);
    ck_assert_str_eq(text_of("rate_key", 0), "employer_ni.rate");
    ck_assert_str_eq(text_of("certainty", 0), "announced");
    ck_assert_str_eq(text_of("unit", 0), "ratio");
    ck_assert_int_eq(value_of(0), 150000);
    ck_assert_int_eq(phb_table_int64(trace.steps, "denominator", NULL)[0], PHB_PPM);
    ck_assert_date_eq(phb_table_int32(trace.steps, "rate_from", NULL)[0], "2027-04-06");
    ck_assert_str_ne(text_of("source", 0), "");
    ck_assert_str_eq(text_of("certainty", 1), "carried");
    ck_assert_str_eq(text_of("unit", 1), "pence");
}
END_TEST

START_TEST(a_repeated_step_says_which)
{
    int32_t first = phb__step_open(&trace, PHB__STEP_NONE, "sum", "costing.gross", "Gross pay");
    phb__step_pence(&trace, first, 500, "none");
    phb__step_repeat(&trace, PHB__STEP_NONE, first);
    ck_assert_str_eq(text_of("op", 1), "given");
    ck_assert_str_eq(text_of("label", 1), "Gross pay");
    ck_assert_int_eq(value_of(1), 500);
    ck_assert_int_eq(phb_table_int32(trace.steps, "same_as", NULL)[1], first);
    ck_assert_int_eq(phb_table_int32(trace.steps, "same_as", NULL)[0], -1);
    phb__step_repeat(&trace, PHB__STEP_NONE, PHB__STEP_NONE);
    ck_assert_uint_eq(phb_table_rows(trace.steps), 2);
}
END_TEST

START_TEST(what_is_not_wanted_is_not_kept)
{
    struct phb__trace quiet;
    ck_assert(phb__trace_init(&quiet, NULL, false));
    int32_t step = phb__step_open(&quiet, PHB__STEP_NONE, "sum", "costing.total", "Total");
    ck_assert_int_eq(step, PHB__STEP_NONE);
    phb__step_pence(&quiet, step, 1, "none");
    phb__step_given(&quiet, step, "One", PHB__FRACTION_ONE, "weeks");
    phb__step_repeat(&quiet, step, step);
    ck_assert_uint_eq(phb_table_rows(quiet.steps), 0);
    ck_assert(!quiet.failed);
    phb__trace_free(&quiet);
}
END_TEST

START_TEST(out_of_memory_is_remembered)
{
    struct failing failing;
    struct phb__trace poor;
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    ck_assert(phb__trace_init(&poor, context, true));
    failing.fail_at = failing.calls + 1;
    failing.how = FAILING_FROM_N;
    for (int i = 0; i < 1000 && !poor.failed; i++) {
        (void)phb__step_open(&poor, PHB__STEP_NONE, "sum", "costing.total", "Total");
    }
    ck_assert(poor.failed);
    size_t rows = phb_table_rows(poor.steps);
    ck_assert_int_eq(phb__step_open(&poor, PHB__STEP_NONE, "sum", "a", "b"), PHB__STEP_NONE);
    ck_assert_uint_eq(phb_table_rows(poor.steps), rows);
    phb__trace_free(&poor);
    failing_close(&failing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("trace");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, a_step_comes_before_its_children);
    tcase_add_test(tcase, a_rate_names_its_instrument);
    tcase_add_test(tcase, a_repeated_step_says_which);
    tcase_add_test(tcase, what_is_not_wanted_is_not_kept);
    tcase_add_test(tcase, out_of_memory_is_remembered);
    return suite_run("trace", tcase);
}
