#include <phb/render.h>

#include <stdio.h>

#include "core/table.h"
#include "support/failing.h"
#include "support/suite.h"

static const struct phb__column columns[] = {
    {"name", PHB_COLUMN_TEXT}, {"cost", PHB_COLUMN_PENCE},   {"n", PHB_COLUMN_NUMBER},
    {"on", PHB_COLUMN_DATE},   {"parent", PHB_COLUMN_INDEX}, {"paid", PHB_COLUMN_YES_NO},
};

static phb_table *
a_table(phb_context *context)
{
    phb_table *table = phb__table_new(context, columns, COUNT_OF(columns), 2);
    ck_assert(phb__table_add_row(table));
    ck_assert(phb__table_set_static(table, 0, "caf\xC3\xA9"));
    phb__table_set(table, 1, 123456);
    phb__table_set(table, 2, 7);
    phb__table_set(table, 3, 0);
    phb__table_set(table, 4, 12);
    phb__table_set(table, 5, 1);
    ck_assert(phb__table_add_row(table));
    ck_assert(phb__table_set_static(table, 0, "a longer name"));
    phb__table_set(table, 1, -5);
    phb__table_set(table, 2, PHB_NUMBER_NONE);
    return table;
}

static const struct {
    phb_format format;
    const char *text;
} formats[] = {
    {PHB_FORMAT_TEXT, "name              cost  n  on          parent  paid\n"
                      "caf\xC3\xA9           1234.56  7  1970-01-01      12  yes\n"
                      "a longer name    -0.05                         no\n"},
    {PHB_FORMAT_CSV, "name,cost,n,on,parent,paid\r\n"
                     "caf\xC3\xA9,1234.56,7,1970-01-01,12,yes\r\n"
                     "a longer name,-0.05,,,,no\r\n"},
    {PHB_FORMAT_MARKDOWN, "| name | cost | n | on | parent | paid |\n"
                          "| --- | ---: | ---: | --- | ---: | --- |\n"
                          "| caf\xC3\xA9 | 1234.56 | 7 | 1970-01-01 | 12 | yes |\n"
                          "| a longer name | -0.05 |  |  |  | no |\n"},
};

START_TEST(a_table_is_printed)
{
    phb_text *text = NULL;
    phb_table *table = a_table(NULL);
    ck_assert_int_eq(phb_table_render(NULL, table, formats[_i].format, &text, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(text), formats[_i].text);
    phb_text_free(text);
    phb_table_free(table);
}
END_TEST

START_TEST(a_table_without_rows_is_its_header)
{
    phb_text *text = NULL;
    phb_table *table = phb__table_new(NULL, columns, 2, 0);
    ck_assert_int_eq(phb_table_render(NULL, table, PHB_FORMAT_TEXT, &text, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(text), "name  cost\n");
    phb_text_free(text);
    phb_table_free(table);
}
END_TEST

static const struct {
    const char *text;
    const char *shown;
} markup[] = {
    {"plain", "plain"},
    {"", ""},
    {"a|b", "a\\|b"},
    {"two\nlines\r\there", "two lines  here"},
    {"a\x1B[2J|\xC2\x9B", "a\xEF\xBF\xBD\\[2J\\|\xEF\xBF\xBD"},
    {"<script>", "\\<script\\>"},
    {"*strong*", "\\*strong\\*"},
    {"_strong_", "\\_strong\\_"},
    {"an_id_of_mine", "an_id_of_mine"},
    {"[a](b)", "\\[a\\](b)"},
    {"`x`", "\\`x\\`"},
    {"a\\|b", "a\\\\\\|b"},
    {"&amp;", "\\&amp;"},
};

START_TEST(a_text_is_no_markup)
{
    char expected[128];
    phb_text *text = NULL;
    phb_table *table = phb__table_new(NULL, columns, 1, 1);
    ck_assert(phb__table_add_row(table));
    ck_assert(phb__table_set_static(table, 0, markup[_i].text));
    ck_assert_int_eq(phb_table_render(NULL, table, PHB_FORMAT_MARKDOWN, &text, NULL), PHB_OK);
    snprintf(expected, sizeof expected, "| name |\n| --- |\n| %s |\n", markup[_i].shown);
    ck_assert_str_eq(phb_text_data(text), expected);
    phb_text_free(text);
    phb_table_free(table);
}
END_TEST

/* A row is one line, and a terminal does nothing but show it. */
START_TEST(a_text_is_a_part_of_its_line)
{
    phb_text *text = NULL;
    phb_table *table = phb__table_new(NULL, columns, 2, 1);
    ck_assert(phb__table_add_row(table));
    ck_assert(phb__table_set_static(table, 0,
                                    "a\nb\x1B"
                                    "c"));
    phb__table_set(table, 1, 100);
    ck_assert_int_eq(phb_table_render(NULL, table, PHB_FORMAT_TEXT, &text, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(text), "name   cost\n"
                                          "a b\xEF\xBF\xBD"
                                          "c  1.00\n");
    phb_text_free(text);
    phb_table_free(table);
}
END_TEST

START_TEST(a_format_that_is_none_is_refused)
{
    phb_table *table = a_table(NULL);
    phb_text *text = (phb_text *)table;
    ck_assert_int_eq(phb_table_render(NULL, table, (phb_format)9, &text, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_ptr_null(text);
    phb_table_free(table);
}
END_TEST

static const phb_format in_memory[] = {PHB_FORMAT_TEXT, PHB_FORMAT_CSV, PHB_FORMAT_MARKDOWN};

START_TEST(out_of_memory_is_said)
{
    phb_status status = PHB_ERROR_MEMORY;
    phb_table *table = a_table(NULL);
    for (size_t n = 1; status != PHB_OK; n++) {
        struct failing failing;
        phb_text *text = NULL;
        phb_context *context = failing_context(&failing, n, FAILING_FROM_N);
        status = phb_table_render(context, table, in_memory[_i], &text, NULL);
        ck_assert_int_eq(status, failing.failures == 0 ? PHB_OK : PHB_ERROR_MEMORY);
        ck_assert((text != NULL) == (status == PHB_OK));
        phb_text_free(text);
        failing_close(&failing);
    }
    phb_table_free(table);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("table_render");
    add_rows(tcase, a_table_is_printed, formats);
    tcase_add_test(tcase, a_table_without_rows_is_its_header);
    add_rows(tcase, a_text_is_no_markup, markup);
    tcase_add_test(tcase, a_text_is_a_part_of_its_line);
    tcase_add_test(tcase, a_format_that_is_none_is_refused);
    add_rows(tcase, out_of_memory_is_said, in_memory);
    return suite_run("table_render", tcase);
}
