#include <phb/rates.h>

#include <string.h>

#include "support/suite.h"

static const struct {
    const char *key;
    const char *on; /* "" for the whole history */
    phb_status status;
    size_t rows;
} tables[] = {
    {"employer_ni.rate", "", PHB_OK, 5},
    {"employer_ni.rate", "2026-04-06", PHB_OK, 1},
    {"employer_ni.secondary_threshold", "2026-04-06", PHB_OK, 3},
    {"employer_ni", "2026-04-06", PHB_OK, 10}, /* rate; threshold, limit, freeport by period */
    {"employer_ni", "2015-04-06", PHB_OK, 10}, /* rate; threshold, limit, accrual by period */
    {"employer_ni.upper_accrual_point.weekly", "", PHB_OK, 2},
    {"employer_ni.upper_accrual_point.weekly", "2026-04-06", PHB_OK, 0},
    {"pension.employer_rate", "", PHB_OK, 3},
    {"state_pension.age", "2026-04-06", PHB_OK, 17}, /* by date of birth: in force on any day */
    {"employer_n", "", PHB_ERROR_RATE_UNKNOWN, 0},
    {"employer_ni.", "", PHB_ERROR_RATE_UNKNOWN, 0},
    {"", "", PHB_ERROR_RATE_UNKNOWN, 0},
    {"employer_ni.rate", "2013-04-05", PHB_ERROR_RATE_NOT_IN_FORCE, 0},
    {"employer_ni.rate", "2029-04-06", PHB_ERROR_RATE_NOT_IN_FORCE, 0},
};

START_TEST(a_table_holds_what_the_key_names)
{
    phb_table *table = NULL;
    phb_date on = tables[_i].on[0] == '\0' ? PHB_DATE_NONE : date_of(tables[_i].on);
    ck_assert_int_eq(phb_rates_table(NULL, NULL, tables[_i].key, on, &table, NULL),
                     tables[_i].status);
    ck_assert((table != NULL) == (tables[_i].status == PHB_OK));
    ck_assert_uint_eq(phb_table_rows(table), tables[_i].rows);
    phb_table_free(table);
}
END_TEST

static const char *const columns[] = {"key",      "label",   "value",           "unit",
                                      "from",     "age",     "status",          "source",
                                      "citation", "read_in", "checked_against", "origin"};

START_TEST(the_columns_are_those_of_the_header)
{
    phb_table *table = NULL;
    ck_assert_int_eq(phb_rates_table(NULL, NULL, NULL, PHB_DATE_NONE, &table, NULL), PHB_OK);
    ck_assert_uint_eq(phb_table_columns(table), COUNT_OF(columns));
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        ck_assert_str_eq(phb_table_column_name(table, i), columns[i]);
    }
    phb_table_free(table);
}
END_TEST

START_TEST(every_value_names_its_source_and_where_it_was_read)
{
    phb_table *table = NULL;
    ck_assert_int_eq(phb_rates_table(NULL, NULL, NULL, PHB_DATE_NONE, &table, NULL), PHB_OK);
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        ck_assert_str_ne(phb_table_text(table, "source", row), "");
        ck_assert_str_ne(phb_table_text(table, "citation", row), "");
        ck_assert_str_ne(phb_table_text(table, "read_in", row), "");
    }
    phb_table_free(table);
}
END_TEST

static const struct {
    const char *key;
    const char *on;
    const char *status;
    int64_t value;
} rows[] = {
    {"employer_ni.rate", "2026-04-06", "in_force", 150000},
    {"employer_ni.rate", "2027-04-06", "announced", 150000},
    {"pension.trigger.weekly", "2027-04-06", "carried", 19200},
    {"employer_ni.rate", "", "enacted", 138000}, /* the first of the history */
};

START_TEST(a_value_says_how_sure_it_is)
{
    phb_table *table = NULL;
    phb_date on = rows[_i].on[0] == '\0' ? PHB_DATE_NONE : date_of(rows[_i].on);
    ck_assert_int_eq(phb_rates_table(NULL, NULL, rows[_i].key, on, &table, NULL), PHB_OK);
    ck_assert_str_eq(phb_table_text(table, "status", 0), rows[_i].status);
    ck_assert_int_eq(phb_table_int64(table, "value", NULL)[0], rows[_i].value);
    ck_assert_int_eq(phb_table_int64(table, "age", NULL)[0], PHB_NUMBER_NONE);
    phb_table_free(table);
}
END_TEST

START_TEST(an_ended_value_is_shown_as_such)
{
    phb_table *table = NULL;
    ck_assert_int_eq(phb_rates_table(NULL, NULL, "employer_ni.upper_accrual_point.weekly",
                                     PHB_DATE_NONE, &table, NULL),
                     PHB_OK);
    ck_assert_str_eq(phb_table_text(table, "status", 1), "ended");
    ck_assert_int_eq(phb_table_int64(table, "value", NULL)[1], PHB_NUMBER_NONE);
    phb_table_free(table);
}
END_TEST

START_TEST(a_day_that_is_none_is_refused)
{
    phb_table *table = NULL;
    ck_assert_int_eq(phb_rates_table(NULL, NULL, NULL, PHB_DATE_MAX + 1, &table, NULL),
                     PHB_ERROR_DATE);
    ck_assert_int_eq(phb_rates_table(NULL, NULL, NULL, 0, NULL, NULL), PHB_ERROR_ARGUMENT);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("rates_table");
    add_rows(tcase, a_table_holds_what_the_key_names, tables);
    tcase_add_test(tcase, the_columns_are_those_of_the_header);
    tcase_add_test(tcase, every_value_names_its_source_and_where_it_was_read);
    add_rows(tcase, a_value_says_how_sure_it_is, rows);
    tcase_add_test(tcase, an_ended_value_is_shown_as_such);
    tcase_add_test(tcase, a_day_that_is_none_is_refused);
    return suite_run("rates_table", tcase);
}
