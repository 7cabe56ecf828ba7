/* The check of traces, checked: whichever figure of a trace is made wrong, it says so. */

#define _POSIX_C_SOURCE 200809L /* glob */

#include <glob.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <phb/phb.h>

#include "core/table.h"
#include "support/recompute.h"
#include "support/suite.h"

/* Before and after 6 April 2026, pay over the upper limit, cover, a bank holiday, sickness, the
 * Employment Allowance, funders, instalments: every op and every rounding there is. */
static const char budget_json[] =
    "{\"format\": \"phb-budget/1\", \"period\": {\"start\": \"2026-02-01\", \"end\": "
    "\"2026-06-30\"}, \"assistants\": [{\"id\": \"pa-1\", \"date_of_birth\": \"1990-05-01\", "
    "\"pay_frequency\": \"four_weekly\", \"hours\": [{\"hours_per_week\": 48, \"rate\": "
    "\"24.37\"}], \"bank_holiday\": {\"minutes\": 300, \"premium\": \"6.75\"}, \"leave\": "
    "{\"method\": \"accrual\"}, \"sickness\": {\"weeks\": 1, \"cover_rate\": \"26.00\"}, "
    "\"deployment\": \"direct_payment\", \"funder\": \"la\"}, {\"id\": \"pa-2\", "
    "\"date_of_birth\": \"1990-05-01\", \"pay_frequency\": \"weekly\", \"hours\": [{\"type\": "
    "\"sleep_in\", \"nights_per_week\": 3, \"rate\": \"70.00\"}], \"leave\": {\"method\": "
    "\"cover\", \"by\": \"relief\", \"night_rate\": \"80.00\", \"weeks\": 5}, \"deployment\": "
    "\"direct_payment\"}], \"employer\": {\"employment_allowance\": {\"claim\": true, "
    "\"already_used\": [{\"tax_year\": 2025, \"amount\": \"10400.00\"}]}}, \"lines\": [{\"id\": "
    "\"ins\", \"category\": \"insurance\", \"amount\": \"95.01\", \"per\": \"year\", "
    "\"deployment\": \"notional\"}], \"contingency\": {\"weeks\": 2}, \"funders\": [{\"id\": "
    "\"nhs\", \"kind\": \"nhs\", \"share\": \"60%\"}, {\"id\": \"la\", \"kind\": "
    "\"social_care\", \"share\": \"40%\"}], \"payments\": {\"frequency\": \"monthly\"}}";

static phb_costing *
costing_of(const char *json)
{
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_cost_options options = PHB_COST_OPTIONS_INIT;
    options.trace = PHB_TRACE_ALL;
    ck_assert_int_eq(phb_budget_from_json(NULL, json, strlen(json), &budget, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_cost(budget, NULL, &options, &costing, NULL), PHB_OK);
    phb_budget_free(budget);
    return costing;
}

/* The tests' own way in: nobody else can change a costing. */
static phb_table *
table_to_spoil(const phb_costing *costing, phb_costing_part part)
{
    const phb_table *lent = phb_costing_table(costing, part);
    phb_table *table = NULL;
    memcpy(&table, &lent, sizeof table);
    return table;
}

static size_t
column_called(const phb_table *table, const char *name)
{
    size_t column = 0;
    while (strcmp(phb_table_column_name(table, column), name) != 0) {
        column++;
    }
    return column;
}

/* Adds to one cell, recomputes, and puts it back as it was. */
static bool
is_noticed(const phb_costing *costing, phb_costing_part part, const char *column_name, size_t row,
           int64_t change)
{
    phb_table *table = table_to_spoil(costing, part);
    size_t column = column_called(table, column_name);
    int64_t before = phb__table_get(table, column, row);
    phb__table_set_at(table, column, row, before + change);
    bool noticed = recompute(costing) != NULL;
    phb__table_set_at(table, column, row, before);
    return noticed;
}

START_TEST(a_right_trace_is_right)
{
    phb_costing *costing = costing_of(budget_json);
    const char *wrong = recompute(costing);
    ck_assert_msg(!wrong, "%s", wrong);
    phb_costing_free(costing);
}
END_TEST

/* The whole of a file, as text; the caller's to free. */
static char *
text_in(const char *path)
{
    enum { SIZE = 1 << 16 };
    char *text = calloc(1, SIZE);
    FILE *file = fopen(path, "rb");
    ck_assert_msg(text && file, "%s cannot be read", path);
    ck_assert_uint_lt(fread(text, 1, SIZE, file), SIZE);
    fclose(file);
    return text;
}

START_TEST(the_trace_of_every_example_is_right)
{
    glob_t found;
    ck_assert_int_eq(glob(EXAMPLES "*.json", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        char *text = text_in(found.gl_pathv[i]);
        phb_costing *costing = costing_of(text);
        const char *wrong = recompute(costing);
        ck_assert_msg(!wrong, "%s: %s", found.gl_pathv[i], wrong);
        phb_costing_free(costing);
        free(text);
    }
    globfree(&found);
}
END_TEST

START_TEST(every_wrong_figure_is_noticed)
{
    phb_costing *costing = costing_of(budget_json);
    const phb_table *steps = phb_costing_table(costing, PHB_COSTING_STEPS);
    const int32_t *same_as = phb_table_int32(steps, "same_as", NULL);
    ck_assert_uint_gt(phb_table_rows(steps), 100);
    for (size_t step = 0; step < phb_table_rows(steps); step++) {
        const char *op = phb_table_text(steps, "op", step);
        bool is_leaf = strcmp(op, "given") == 0 || strcmp(op, "rate") == 0;
        bool follows = !is_leaf || same_as[step] >= 0;
        ck_assert_msg(!follows || (is_noticed(costing, PHB_COSTING_STEPS, "value", step, 1) &&
                                   is_noticed(costing, PHB_COSTING_STEPS, "value", step, -1)),
                      "a penny more or less in step %zu (%s) is not noticed", step, op);
        ck_assert_msg(is_noticed(costing, PHB_COSTING_STEPS, "parent", step, 1000),
                      "a parent behind step %zu is not noticed", step);
    }
    phb_costing_free(costing);
}
END_TEST

/* An amount a penny off; a step that is not there. */
static const struct {
    phb_costing_part part;
    const char *column;
    int64_t change;
} changes[] = {
    {PHB_COSTING_LINES, "amount", 1},       {PHB_COSTING_LINES, "step", 100000},
    {PHB_COSTING_TOTALS, "amount", 1},      {PHB_COSTING_TOTALS, "step", 100000},
    {PHB_COSTING_PAYSLIPS, "gross", 1},     {PHB_COSTING_PAYSLIPS, "employer_ni", 1},
    {PHB_COSTING_PAYSLIPS, "pension", 1},   {PHB_COSTING_PAYSLIPS, "step", 100000},
    {PHB_COSTING_INSTALMENTS, "amount", 1}, {PHB_COSTING_INSTALMENTS, "step", 100000},
};

START_TEST(every_amount_that_is_not_its_steps_is_noticed)
{
    phb_costing *costing = costing_of(budget_json);
    size_t rows = phb_table_rows(phb_costing_table(costing, changes[_i].part));
    ck_assert_uint_gt(rows, 0);
    for (size_t row = 0; row < rows; row++) {
        ck_assert(
            is_noticed(costing, changes[_i].part, changes[_i].column, row, changes[_i].change));
    }
    phb_costing_free(costing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("recompute");
    tcase_add_test(tcase, a_right_trace_is_right);
    tcase_add_test(tcase, the_trace_of_every_example_is_right);
    tcase_add_test(tcase, every_wrong_figure_is_noticed);
    add_rows(tcase, every_amount_that_is_not_its_steps_is_noticed, changes);
    return suite_run("recompute", tcase);
}
