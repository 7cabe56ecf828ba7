#include "core/text.h"

#include <stdint.h>
#include <string.h>

#include "support/failing.h"
#include "support/suite.h"

/* What a builder holds so far; ends it. */
static void
check_text(struct phb__builder *builder, const char *expected)
{
    phb_text *text = NULL;
    ck_assert_int_eq(phb__builder_finish(builder, &text, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(text), expected);
    ck_assert_uint_eq(phb_text_size(text), strlen(expected));
    phb_text_free(text);
}

START_TEST(nothing_put_is_an_empty_text)
{
    struct phb__builder builder;
    phb__builder_init(&builder, NULL);
    phb__put(&builder, "");
    phb__put_bytes(&builder, NULL, 0);
    phb__put_repeat(&builder, 'x', 0);
    check_text(&builder, "");
}
END_TEST

START_TEST(no_text_reads_as_an_empty_one)
{
    ck_assert_str_eq(phb_text_data(NULL), "");
    ck_assert_uint_eq(phb_text_size(NULL), 0);
    phb_text_free(NULL);
}
END_TEST

START_TEST(pieces_come_one_behind_the_other)
{
    struct phb__builder builder;
    phb__builder_init(&builder, NULL);
    phb__put(&builder, "total ");
    phb__put_pence(&builder, 123450);
    phb__put_bytes(&builder, " from here", 6);
    phb__put_date(&builder, date_of("2026-04-06"));
    phb__put_repeat(&builder, '.', 3);
    check_text(&builder, "total 1234.50 from 2026-04-06...");
}
END_TEST

START_TEST(a_finished_builder_starts_again)
{
    struct phb__builder builder;
    phb__builder_init(&builder, NULL);
    phb__put(&builder, "first");
    check_text(&builder, "first");
    phb__put(&builder, "second");
    check_text(&builder, "second");
}
END_TEST

static const struct {
    int64_t number;
    const char *text;
} numbers[] = {
    {0, "0"},
    {7, "7"},
    {-7, "-7"},
    {1000, "1000"},
    {INT64_MAX, "9223372036854775807"},
    {INT64_MIN, "-9223372036854775808"},
};

START_TEST(numbers_are_written)
{
    struct phb__builder builder;
    phb__builder_init(&builder, NULL);
    phb__put_int(&builder, numbers[_i].number);
    check_text(&builder, numbers[_i].text);
}
END_TEST

static const struct {
    phb_pence pence;
    const char *text;
} amounts[] = {
    {0, "0.00"},     {-1, "-0.01"},        {100, "1.00"}, {PHB_PENCE_MAX, "10000000000.00"},
    {-105, "-1.05"}, {PHB_PENCE_NONE, ""},
};

START_TEST(amounts_are_written_as_pounds)
{
    struct phb__builder builder;
    phb__builder_init(&builder, NULL);
    phb__put_pence(&builder, amounts[_i].pence);
    check_text(&builder, amounts[_i].text);
}
END_TEST

START_TEST(no_day_is_nothing)
{
    struct phb__builder builder;
    phb__builder_init(&builder, NULL);
    phb__put_date(&builder, PHB_DATE_NONE);
    phb__put_date(&builder, PHB_DATE_MAX + 1);
    check_text(&builder, "");
}
END_TEST

static const struct {
    int64_t number;
    int32_t decimals;
    int32_t min_decimals;
    const char *text;
} decimals[] = {
    {135050, 4, 2, "13.505"},
    {135000, 4, 2, "13.50"},
    {130000, 4, 2, "13.00"},
    {135001, 4, 2, "13.5001"},
    {1207, 2, 0, "12.07"},
    {1200, 2, 0, "12"},
    {1210, 2, 0, "12.1"},
    {0, 4, 0, "0"},
    {0, 4, 2, "0.00"},
    {1, 6, 0, "0.000001"},
    {-1, 6, 0, "-0.000001"},
    {-1500000, 6, 0, "-1.5"},
    {100, 0, 0, "100"},
    {5, 0, 2, "5.00"},
    {25, 1, 2, "2.50"},
    {INT64_MIN, 18, 0, "-9.223372036854775808"},
    {INT64_MAX, 19, 0, "0.9223372036854775807"},
};

START_TEST(decimals_are_written_without_needless_zeros)
{
    struct phb__builder builder;
    phb__builder_init(&builder, NULL);
    phb__put_decimal(&builder, decimals[_i].number, decimals[_i].decimals,
                     decimals[_i].min_decimals);
    check_text(&builder, decimals[_i].text);
}
END_TEST

static const struct {
    const char *text;
    const char *json;
} json_texts[] = {
    {"", "\"\""},
    {"plain", "\"plain\""},
    {"say \"no\"", "\"say \\\"no\\\"\""},
    {"a\\b/c", "\"a\\\\b/c\""},
    {"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
    {"\x01", "\"\\u0001\""},
    {"\x0B\x1F", "\"\\u000b\\u001f\""},
    {"a\nb", "\"a\\nb\""},
    /* What JSON lets stand is left alone: DEL, and everything beyond ASCII. */
    {"\x7F", "\"\x7F\""},
    {"\xC2\xA3"
     "5 \xE2\x82\xAC \xF0\x9F\x98\x80",
     "\"\xC2\xA3"
     "5 \xE2\x82\xAC \xF0\x9F\x98\x80\""},
};

START_TEST(json_texts_are_quoted_and_escaped)
{
    struct phb__builder builder;
    phb__builder_init(&builder, NULL);
    phb__put_json_text(&builder, json_texts[_i].text);
    check_text(&builder, json_texts[_i].json);
}
END_TEST

/* 0x00 ends a text; each of the other 31 control characters must be escaped. */
START_TEST(no_control_character_gets_through)
{
    for (char character = 1; character < 0x20; character++) {
        struct phb__builder builder;
        phb_text *text = NULL;
        char given[] = {character, '\0'};
        phb__builder_init(&builder, NULL);
        phb__put_json_text(&builder, given);
        ck_assert_int_eq(phb__builder_finish(&builder, &text, NULL), PHB_OK);
        ck_assert_ptr_null(strchr(phb_text_data(text), character));
        ck_assert_int_eq(phb_text_data(text)[1], '\\');
        phb_text_free(text);
    }
}
END_TEST

/* Around the first capacity of 256, NUL included, and far beyond. */
static const size_t lengths[] = {1, 254, 255, 256, 257, 511, 512, 100000};

START_TEST(a_text_of_any_length_is_kept)
{
    struct failing failing;
    struct phb__builder builder;
    phb_text *text = NULL;
    phb__builder_init(&builder, failing_context(&failing, 0, FAILING_ONCE));
    phb__put_repeat(&builder, 'x', lengths[_i]);
    ck_assert_int_eq(phb__builder_finish(&builder, &text, NULL), PHB_OK);
    ck_assert_uint_eq(strlen(phb_text_data(text)), lengths[_i]);
    ck_assert_uint_eq(phb_text_size(text), lengths[_i]);
    phb_text_free(text);
    failing_close(&failing);
}
END_TEST

/* 256 bytes doubled 12 times are 1,048,576: 13 allocations, and one for the text itself. */
START_TEST(a_million_bytes_cost_few_allocations)
{
    struct failing failing;
    struct phb__builder builder;
    phb_text *text = NULL;
    phb__builder_init(&builder, failing_context(&failing, 0, FAILING_ONCE));
    for (int i = 0; i < 1000000; i++) {
        phb__put(&builder, "x");
    }
    ck_assert_int_eq(phb__builder_finish(&builder, &text, NULL), PHB_OK);
    ck_assert_uint_eq(failing.calls, 14);
    phb_text_free(text);
    failing_close(&failing);
}
END_TEST

START_TEST(a_text_outlives_the_callers_reference)
{
    struct failing failing;
    struct phb__builder builder;
    phb_text *text = NULL;
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    phb__builder_init(&builder, context);
    phb__put(&builder, "still here");
    ck_assert_int_eq(phb__builder_finish(&builder, &text, NULL), PHB_OK);
    phb_context_unref(context);
    ck_assert_str_eq(phb_text_data(text), "still here");
    phb_text_free(text);
    failing.context = NULL;
    failing_close(&failing);
}
END_TEST

START_TEST(a_builder_that_is_given_up_leaks_nothing)
{
    struct failing failing;
    struct phb__builder builder;
    phb__builder_init(&builder, failing_context(&failing, 0, FAILING_ONCE));
    phb__put(&builder, "never mind");
    phb__builder_free(&builder);
    phb__builder_free(&builder);
    failing_close(&failing);
}
END_TEST

START_TEST(more_than_memory_can_hold_fails)
{
    struct phb__builder builder;
    phb_text *text = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb__builder_init(&builder, NULL);
    phb__put(&builder, "x");
    phb__put_repeat(&builder, 'x', SIZE_MAX);
    ck_assert_int_eq(phb__builder_finish(&builder, &text, &error), PHB_ERROR_MEMORY);
    ck_assert_int_eq(error.status, PHB_ERROR_MEMORY);
    ck_assert_ptr_null(text);
}
END_TEST

static phb_status
write_much(const phb_context *context)
{
    struct phb__builder builder;
    phb_text *text = NULL;
    phb__builder_init(&builder, context);
    for (int i = 0; i < 1000; i++) {
        phb__put_json_text(&builder, "a\nb");
        phb__put_repeat(&builder, '.', 3);
    }
    phb_status status = phb__builder_finish(&builder, &text, NULL);
    if (status == PHB_OK) {
        ck_assert_uint_eq(phb_text_size(text), 9000);
    } else {
        ck_assert_ptr_null(text);
    }
    phb_text_free(text);
    return status;
}

/* Each row is how allocations fail; a failure in the middle is remembered up to the end. */
static const enum failing_how hows[] = {FAILING_ONCE, FAILING_FROM_N};

START_TEST(running_out_of_memory_is_said_at_the_end)
{
    phb_status status = PHB_ERROR_MEMORY;
    for (size_t n = 1; status != PHB_OK; n++) {
        struct failing failing;
        status = write_much(failing_context(&failing, n, hows[_i]));
        ck_assert_int_eq(status, failing.failures > 0 ? PHB_ERROR_MEMORY : PHB_OK);
        failing_close(&failing);
        ck_assert_uint_lt(n, 100);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("text");
    tcase_add_test(tcase, nothing_put_is_an_empty_text);
    tcase_add_test(tcase, no_text_reads_as_an_empty_one);
    tcase_add_test(tcase, pieces_come_one_behind_the_other);
    tcase_add_test(tcase, a_finished_builder_starts_again);
    add_rows(tcase, numbers_are_written, numbers);
    add_rows(tcase, amounts_are_written_as_pounds, amounts);
    tcase_add_test(tcase, no_day_is_nothing);
    add_rows(tcase, decimals_are_written_without_needless_zeros, decimals);
    add_rows(tcase, json_texts_are_quoted_and_escaped, json_texts);
    tcase_add_test(tcase, no_control_character_gets_through);
    add_rows(tcase, a_text_of_any_length_is_kept, lengths);
    tcase_add_test(tcase, a_million_bytes_cost_few_allocations);
    tcase_add_test(tcase, a_text_outlives_the_callers_reference);
    tcase_add_test(tcase, a_builder_that_is_given_up_leaks_nothing);
    tcase_add_test(tcase, more_than_memory_can_hold_fails);
    add_rows(tcase, running_out_of_memory_is_said_at_the_end, hows);
    return suite_run("text", tcase);
}
