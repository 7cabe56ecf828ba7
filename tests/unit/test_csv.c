#include "render/csv.h"

#include <stdio.h>
#include <string.h>

#include <phb/render.h>

#include "core/table.h"
#include "support/suite.h"

static const struct phb__column columns[] = {{"name", PHB_COLUMN_TEXT}, {"cost", PHB_COLUMN_PENCE}};

/* The CSV of one row, behind its header. */
static const char *
row_of(const char *name, phb_pence cost)
{
    static char csv[256];
    phb_text *text = NULL;
    phb_table *table = phb__table_new(NULL, columns, COUNT_OF(columns), 1);
    ck_assert(phb__table_add_row(table));
    ck_assert(phb__table_set_static(table, 0, name));
    phb__table_set(table, 1, cost);
    ck_assert_int_eq(phb_table_render(NULL, table, PHB_FORMAT_CSV, &text, NULL), PHB_OK);
    static const char header[] = "name,cost\r\n";
    ck_assert_int_eq(strncmp(phb_text_data(text), header, strlen(header)), 0);
    snprintf(csv, sizeof(csv), "%s", phb_text_data(text) + strlen(header));
    phb_text_free(text);
    phb_table_free(table);
    return csv;
}

static const struct {
    const char *name;
    const char *cell;
} texts[] = {
    {"plain", "plain"},
    {"", ""},
    {"two words", "two words"},
    {"a,b", "\"a,b\""},
    {"a\"b", "\"a\"\"b\""},
    {"a\nb", "\"a\nb\""},
    {"a\rb", "\"a\rb\""},
    {"\xC2\xA3"
     "5",
     "\xC2\xA3"
     "5"},
    /* What a spreadsheet would run. */
    {"=1+1", "\"'=1+1\""},
    {"+1", "\"'+1\""},
    {"-1", "\"'-1\""},
    {"@SUM(A1)", "\"'@SUM(A1)\""},
    {"\t=1", "\"'\t=1\""},
    {"\r=1", "\"'\r=1\""},
    {"=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""},
    {"=\"a\"", "\"'=\"\"a\"\"\""},
    /* What would do more in a terminal than show. */
    {"a\x1B[2Jb\x07", "a\xEF\xBF\xBD[2Jb\xEF\xBF\xBD"},
    {"\x1B\"\xC2\x9B\t", "\"\xEF\xBF\xBD\"\"\xEF\xBF\xBD\t\""},
    {"a=1", "a=1"},
    {"1-1", "1-1"},
};

START_TEST(a_text_is_quoted_where_need_be_and_never_a_formula)
{
    char expected[256];
    snprintf(expected, sizeof(expected), "%s,1.50\r\n", texts[_i].cell);
    ck_assert_str_eq(row_of(texts[_i].name, 150), expected);
}
END_TEST

START_TEST(a_negative_figure_is_no_formula)
{
    ck_assert_str_eq(row_of("a", -150), "a,-1.50\r\n");
}
END_TEST

START_TEST(no_figure_is_an_empty_cell)
{
    ck_assert_str_eq(row_of("a", PHB_PENCE_NONE), "a,\r\n");
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("csv");
    add_rows(tcase, a_text_is_quoted_where_need_be_and_never_a_formula, texts);
    tcase_add_test(tcase, a_negative_figure_is_no_formula);
    tcase_add_test(tcase, no_figure_is_an_empty_cell);
    return suite_run("csv", tcase);
}
