/* Costing and its tables, as a program outside uses them. */

#include "sample.h"

static phb_costing *costing;

static void
set_up(void)
{
    costing = sample_costing(NULL);
}

static void
tear_down(void)
{
    phb_costing_free(costing);
}

static const struct {
    phb_costing_part part;
    size_t columns;
    const char *text_column;
    const char *int64_column;
    const char *int32_column;
} parts[] = {
    {PHB_COSTING_LINES, 10, "category", "amount", "start"},
    {PHB_COSTING_PAYSLIPS, 14, "ni_letter", "gross", "pension_member"},
    {PHB_COSTING_TOTALS, 4, "total", "amount", "step"},
    {PHB_COSTING_NOTES, 3, "message", NULL, NULL},
    {PHB_COSTING_STEPS, 13, "label", "value", "same_as"},
};

START_TEST(a_table_gives_its_columns_by_name_and_type)
{
    const phb_table *table = phb_costing_table(costing, parts[_i].part);
    size_t rows = 77;
    ck_assert_ptr_nonnull(table);
    ck_assert_uint_eq(phb_table_columns(table), parts[_i].columns);
    ck_assert_ptr_null(phb_table_column_name(table, parts[_i].columns));
    ck_assert_int_eq(phb_table_column_type(table, parts[_i].columns), 0);
    ck_assert_ptr_null(phb_table_text(table, parts[_i].text_column, phb_table_rows(table)));
    ck_assert_ptr_null(phb_table_text(table, "nothing", 0));
    ck_assert_ptr_null(phb_table_int64(table, "nothing", &rows));
    ck_assert_uint_eq(rows, 0);
    ck_assert_ptr_null(phb_table_int64(table, parts[_i].text_column, NULL));
    ck_assert_ptr_null(phb_table_int32(table, parts[_i].text_column, NULL));
    ck_assert_ptr_null(phb_table_int32(table, NULL, NULL));
    if (parts[_i].int64_column) {
        ck_assert_ptr_nonnull(phb_table_int64(table, parts[_i].int64_column, &rows));
        ck_assert_uint_eq(rows, phb_table_rows(table));
        ck_assert_ptr_null(phb_table_int32(table, parts[_i].int64_column, NULL));
        ck_assert_ptr_null(phb_table_text(table, parts[_i].int64_column, 0));
        ck_assert_ptr_nonnull(phb_table_int32(table, parts[_i].int32_column, &rows));
        ck_assert_uint_eq(rows, phb_table_rows(table));
        ck_assert_ptr_null(phb_table_int64(table, parts[_i].int32_column, NULL));
    }
}
END_TEST

START_TEST(an_unknown_part_is_no_table)
{
    ck_assert_ptr_null(phb_costing_table(costing, (phb_costing_part)0));
    ck_assert_ptr_null(phb_costing_table(costing, (phb_costing_part)7));
}
END_TEST

START_TEST(the_total_is_the_sum_of_the_lines)
{
    size_t rows = 0;
    phb_pence sum = 0;
    const phb_table *lines = phb_costing_table(costing, PHB_COSTING_LINES);
    const int64_t *amounts = phb_table_int64(lines, "amount", &rows);
    for (size_t row = 0; row < rows; row++) {
        sum += amounts[row];
    }
    ck_assert_int_gt(sum, 0);
    ck_assert_int_eq(phb_costing_total_pence(costing), sum);
    ck_assert_date_eq(phb_costing_start(costing), "2026-04-06");
    ck_assert_date_eq(phb_costing_end(costing), "2027-04-05");
    ck_assert_int_eq(phb_costing_is_provisional(costing), 0);
    ck_assert_ptr_null(phb_costing_context(costing));
}
END_TEST

START_TEST(without_a_trace_the_figures_are_the_same_and_unexplained)
{
    phb_cost_options options = PHB_COST_OPTIONS_INIT;
    phb_costing *bare = NULL;
    phb_text *text = NULL;
    phb_budget *budget = sample_budget(NULL);
    options.trace = PHB_TRACE_NONE;
    ck_assert_int_eq(phb_budget_cost(budget, NULL, &options, &bare, NULL), PHB_OK);
    ck_assert_int_eq(phb_costing_total_pence(bare), phb_costing_total_pence(costing));
    ck_assert_uint_eq(phb_table_rows(phb_costing_table(bare, PHB_COSTING_STEPS)), 0);
    ck_assert_int_eq(phb_table_int32(phb_costing_table(bare, PHB_COSTING_LINES), "step", NULL)[0],
                     -1);
    ck_assert_int_eq(phb_costing_explain(bare, "ins", &text, NULL), PHB_ERROR_INCOMPLETE);
    ck_assert_ptr_null(text);
    phb_costing_free(bare);
    phb_budget_free(budget);
}
END_TEST

/* Held to 5 April 2027, carried to 5 April 2029. */
static const struct {
    const char *start;
    const char *end;
    int32_t refuse_provisional;
    phb_status status;
    int32_t is_provisional;
} years[] = {
    {"2026-04-06", "2027-04-05", 1, PHB_OK, 0},
    {"2026-04-06", "2027-04-06", 0, PHB_OK, 1},
    {"2026-04-06", "2027-04-06", 1, PHB_ERROR_RATE_NOT_IN_FORCE, 0},
    {"2027-04-06", "2029-04-05", 0, PHB_OK, 1},
    {"2027-04-06", "2029-04-06", 0, PHB_ERROR_RATE_NOT_IN_FORCE, 0},
    {"2013-04-06", "2014-04-05", 1, PHB_OK, 0},
    {"2013-04-05", "2014-04-05", 0, PHB_ERROR_RATE_NOT_IN_FORCE, 0},
};

START_TEST(years_that_are_not_held_are_refused)
{
    phb_error error = PHB_ERROR_INIT;
    phb_costing *made = NULL;
    phb_budget *budget = sample_budget(NULL);
    phb_budget_settings settings = PHB_BUDGET_SETTINGS_INIT;
    phb_cost_options options = PHB_COST_OPTIONS_INIT;
    settings.start = date_of(years[_i].start);
    settings.end = date_of(years[_i].end);
    options.refuse_provisional = years[_i].refuse_provisional;
    ck_assert_int_eq(phb_budget_set(budget, &settings, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_cost(budget, NULL, &options, &made, &error), years[_i].status);
    ck_assert((made != NULL) == (years[_i].status == PHB_OK));
    ck_assert_int_eq(phb_costing_is_provisional(made), years[_i].is_provisional);
    phb_costing_free(made);
    phb_budget_free(budget);
}
END_TEST

START_TEST(a_budget_that_was_read_can_be_added_to_and_is_checked_again)
{
    phb_error error = PHB_ERROR_INIT;
    phb_costing *made = NULL;
    phb_budget *budget = sample_budget(NULL);
    phb_line line = PHB_LINE_INIT;
    line.id = "pa-1"; /* an assistant's already */
    line.category = PHB_CATEGORY_OTHER;
    line.amount_penny_hundredths = 1;
    line.per = PHB_PER_ONCE;
    line.deployment = PHB_DEPLOYMENT_NOTIONAL;
    ck_assert_int_eq(phb_budget_add_line(budget, &line, NULL, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_cost(budget, NULL, NULL, &made, &error), PHB_ERROR_DUPLICATE);
    ck_assert_str_eq(error.path, "/lines/1/id");
    ck_assert_ptr_null(made);
    phb_budget_free(budget);
}
END_TEST

START_TEST(an_empty_budget_says_what_it_lacks)
{
    phb_error error = PHB_ERROR_INIT;
    phb_costing *made = NULL;
    phb_budget *budget = NULL;
    ck_assert_int_eq(phb_budget_new(NULL, &budget, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_cost(budget, NULL, NULL, &made, &error), PHB_ERROR_INCOMPLETE);
    ck_assert_str_eq(error.message, "period is missing");
    phb_budget_free(budget);
}
END_TEST

START_TEST(only_text_is_a_format_for_people)
{
    phb_text *text = NULL;
    ck_assert_int_eq(phb_costing_render(costing, PHB_FORMAT_CSV, &text, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_costing_render(costing, (phb_format)0, &text, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_ptr_null(text);
    ck_assert_int_eq(phb_costing_explain(costing, "nobody", &text, NULL), PHB_ERROR_NOT_FOUND);
    ck_assert_int_eq(phb_costing_explain_render(costing, "ins", PHB_FORMAT_MARKDOWN, &text, NULL),
                     PHB_ERROR_ARGUMENT);
    ck_assert_ptr_null(text);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("costing");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    add_rows(tcase, a_table_gives_its_columns_by_name_and_type, parts);
    tcase_add_test(tcase, an_unknown_part_is_no_table);
    tcase_add_test(tcase, the_total_is_the_sum_of_the_lines);
    tcase_add_test(tcase, without_a_trace_the_figures_are_the_same_and_unexplained);
    add_rows(tcase, years_that_are_not_held_are_refused, years);
    tcase_add_test(tcase, a_budget_that_was_read_can_be_added_to_and_is_checked_again);
    tcase_add_test(tcase, an_empty_budget_says_what_it_lacks);
    tcase_add_test(tcase, only_text_is_a_format_for_people);
    return suite_run("costing", tcase);
}
