/*
 * The law as an overlay: what repeats it changes nothing, what changes it must say so, what is new
 * is found.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <phb/phb.h>

#include "support/suite.h"
#include "support/tables.h"

static const char *const families[] = {
    "bank_holidays",        "dbs",          "decision",   "employer_ni",
    "employment_allowance", "family_pay",   "insurance",  "leave",
    "lower_earnings_limit", "minimum_wage", "ni_letters", "pension",
    "redundancy",           "review",       "ssp",        "state_pension"};

static const char letters[] = "ABCDEFHIJKLMNSVXZ";

/* A day in each stretch of the law that differs from its neighbours, and the days between. */
static const char *const days[] = {"2013-04-06", "2014-06-01", "2015-04-05", "2015-04-06",
                                   "2016-04-06", "2017-06-01", "2018-06-01", "2019-06-01",
                                   "2020-06-01", "2021-06-01", "2022-11-05", "2022-11-06",
                                   "2024-04-06", "2025-04-05", "2025-04-06", "2027-04-05"};

static const phb_pence pays[] = {0,     9600,  9604,   17501,  48101,   77001,
                                 96703, 99999, 208333, 333701, 1000000, 7654321};

/* A whole data file; the caller's to free. */
static char *
read_data(const char *family, size_t *out_size)
{
    char path[512];
    snprintf(path, sizeof path, "%s%s.json", RATES_DATA, family);
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file, "%s cannot be opened", path);
    size_t capacity = (size_t)1 << 20;
    char *bytes = malloc(capacity);
    ck_assert_ptr_nonnull(bytes);
    *out_size = fread(bytes, 1, capacity, file);
    ck_assert_uint_lt(*out_size, capacity);
    fclose(file);
    return bytes;
}

static phb_rates *
overlay(const phb_rates *base, const char *json)
{
    phb_rates *rates = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_rates_overlay_json(NULL, base, json, strlen(json), &rates, &error);
    ck_assert_msg(status == PHB_OK, "%s at %s: %s", phb_status_name(status), error.path,
                  error.message);
    return rates;
}

static phb_table *
table_of(const phb_rates *rates, phb_date on)
{
    phb_table *table = NULL;
    ck_assert_int_eq(phb_rates_table(NULL, rates, NULL, on, &table, NULL), PHB_OK);
    return table;
}

static void
assert_same_tables(const phb_rates *a, const phb_rates *b, phb_date on)
{
    phb_table *left = table_of(a, on);
    phb_table *right = table_of(b, on);
    const char *difference = table_difference(left, right, NULL);
    ck_assert_msg(!difference, "on %s: %s", date_text(on), difference);
    phb_table_free(left);
    phb_table_free(right);
}

static void
assert_same_bank_holidays(const phb_rates *a, const phb_rates *b)
{
    phb_table *left = NULL;
    phb_table *right = NULL;
    phb_date until = PHB_DATE_MAX;
    ck_assert_int_eq(phb_rates_bank_holidays(NULL, a, PHB_DATE_NONE, until, &left, NULL), PHB_OK);
    ck_assert_int_eq(phb_rates_bank_holidays(NULL, b, PHB_DATE_NONE, until, &right, NULL), PHB_OK);
    const char *difference = table_difference(left, right, NULL);
    ck_assert_msg(!difference, "bank holidays: %s", difference);
    phb_table_free(left);
    phb_table_free(right);
}

static void
assert_same_ni(const phb_rates *a, const phb_rates *b, const char *day, char letter)
{
    for (int frequency = PHB_PAY_WEEKLY; frequency <= PHB_PAY_ANNUAL; frequency++) {
        for (size_t i = 0; i < COUNT_OF(pays); i++) {
            phb_pence left = -1;
            phb_pence right = -1;
            phb_pay_frequency period = (phb_pay_frequency)frequency;
            phb_status in_a =
                phb_employer_ni(a, date_of(day), period, letter, pays[i], &left, NULL);
            phb_status in_b =
                phb_employer_ni(b, date_of(day), period, letter, pays[i], &right, NULL);
            ck_assert_msg(in_a == in_b && left == right,
                          "%s, letter %c, period %d, %lld pence: %s %lld and %s %lld", day, letter,
                          frequency, (long long)pays[i], phb_status_name(in_a), (long long)left,
                          phb_status_name(in_b), (long long)right);
        }
    }
}

START_TEST(the_librarys_own_data_as_an_overlay_changes_nothing)
{
    size_t size = 0;
    char *json = read_data(families[_i], &size);
    phb_rates *rates = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_rates_overlay_json(NULL, NULL, json, size, &rates, &error);
    ck_assert_msg(status == PHB_OK, "%s: %s at %s: %s", families[_i], phb_status_name(status),
                  error.path, error.message);
    free(json);

    /* The origin of every value stays 0, the library's own: it is a column of the tables. */
    assert_same_tables(rates, NULL, PHB_DATE_NONE);
    assert_same_bank_holidays(rates, NULL);
    ck_assert_date_eq(phb_rates_first_day(rates), date_text(phb_rates_first_day(NULL)));
    ck_assert_date_eq(phb_rates_last_day(rates), date_text(phb_rates_last_day(NULL)));
    for (size_t i = 0; i < COUNT_OF(days); i++) {
        assert_same_tables(rates, NULL, date_of(days[i]));
        for (size_t j = 0; letters[j] != '\0'; j++) {
            assert_same_ni(rates, NULL, days[i], letters[j]);
        }
    }
    phb_rates_unref(rates);
}
END_TEST

#define SOURCES \
    "\"sources\": {\"us\": {\"title\": \"Ours\", \"citation\": \"page 1\", " \
    "\"read_in\": \"a book\"}}"

/* An overlay of the employer's rate, with one value. */
#define RATE_OF(family, value) \
    "{\"format\": 1, " family ", " SOURCES ", \"parameters\": [{\"key\": " \
    "\"employer_ni.rate\", \"label\": \"Employer National Insurance rate\", \"unit\": \"ppm\", " \
    "\"cuts_payslip\": true, \"values\": [" value "]}]}"

#define NORTH "\"family\": \"north\", \"version\": \"3\""

static const struct {
    const char *value;
    phb_status status;
} changes[] = {
    {"{\"from\": \"2025-04-06\", \"value\": 200000, \"source\": \"us\"}", PHB_ERROR_DUPLICATE},
    {"{\"from\": \"2025-04-06\", \"value\": 200000, \"replace\": false, \"source\": \"us\"}",
     PHB_ERROR_DUPLICATE},
    {"{\"from\": \"2025-04-06\", \"value\": 150000, \"source\": \"us\"}", PHB_ERROR_DUPLICATE},
    {"{\"from\": \"2025-04-06\", \"value\": null, \"source\": \"us\"}", PHB_ERROR_DUPLICATE},
    {"{\"from\": \"2025-04-06\", \"value\": 200000, \"replace\": true, \"source\": \"us\"}",
     PHB_OK},
    {"{\"from\": \"2025-04-07\", \"value\": 200000, \"source\": \"us\"}", PHB_OK},
};

START_TEST(a_value_that_is_there_is_only_replaced_when_asked)
{
    char json[1024];
    snprintf(json, sizeof json, RATE_OF(NORTH, "%s"), changes[_i].value);
    phb_rates *rates = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_rates_overlay_json(NULL, NULL, json, strlen(json), &rates, &error);
    ck_assert_int_eq(status, changes[_i].status);
    if (status == PHB_OK) {
        /* 20% of (£300.00 - £96.00) */
        phb_pence ni = 0;
        ck_assert_int_eq(
            phb_employer_ni(rates, date_of("2026-06-05"), PHB_PAY_WEEKLY, 'A', 30000, &ni, NULL),
            PHB_OK);
        ck_assert_int_eq(ni, 4080);
    } else {
        ck_assert_ptr_null(rates);
        ck_assert_str_eq(error.path, "/parameters/0/values/0");
    }
    phb_rates_unref(rates);
}
END_TEST

static const struct {
    const char *family;
    const char *edition;
} editions[] = {
    {"\"family\": \"north\", \"version\": \"3\"", "2026.1+north/3"},
    {"\"family\": \"north\"", "2026.1+north"},
};

START_TEST(family_and_version_join_the_edition)
{
    char json[1024];
    snprintf(json, sizeof json, "{\"format\": 1, %s, " SOURCES "}", editions[_i].family);
    phb_rates *rates = overlay(NULL, json);
    ck_assert_str_eq(phb_rates_edition(rates), editions[_i].edition);
    phb_rates_unref(rates);
}
END_TEST

static phb_rate
find(const phb_rates *rates, const char *key, const char *day)
{
    phb_rate rate = PHB_RATE_INIT;
    phb_rate_query query = PHB_RATE_QUERY_INIT;
    query.key = key;
    query.on = date_of(day);
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_rates_find(rates, &query, &rate, &error);
    ck_assert_msg(status == PHB_OK, "%s on %s: %s", key, day, phb_status_name(status));
    return rate;
}

static const char mileage[] =
    "{\"format\": 1, " NORTH ", " SOURCES ", \"parameters\": [{\"key\": \"north.mileage\", "
    "\"label\": \"A mile by car\", \"unit\": \"pence\", \"values\": ["
    "{\"from\": \"2024-04-06\", \"value\": 45, \"source\": \"us\"}, "
    "{\"from\": \"2026-01-01\", \"value\": 50, \"source\": \"us\"}]}]}";

START_TEST(a_new_parameter_and_its_later_value_are_found)
{
    phb_rates *rates = overlay(NULL, mileage);
    phb_rate before = find(rates, "north.mileage", "2025-12-31");
    phb_rate after = find(rates, "north.mileage", "2026-01-01");
    ck_assert_int_eq(before.value, 45);
    ck_assert_int_eq(after.value, 50);
    ck_assert_str_eq(after.label, "A mile by car");
    ck_assert_str_eq(after.source, "Ours");

    /* In the table it is the overlay's: origin 1. */
    phb_table *table = NULL;
    ck_assert_int_eq(phb_rates_table(NULL, rates, "north", PHB_DATE_NONE, &table, NULL), PHB_OK);
    ck_assert_uint_eq(phb_table_rows(table), 2);
    ck_assert_int_eq(phb_table_int64(table, "origin", NULL)[0], 1);
    phb_table_free(table);

    phb_rate_query query = PHB_RATE_QUERY_INIT;
    query.key = "north.mileage";
    query.on = date_of("2024-04-05");
    ck_assert_int_eq(phb_rates_find(rates, &query, &before, NULL), PHB_ERROR_RATE_NOT_IN_FORCE);
    ck_assert_int_eq(phb_rates_find(NULL, &query, &before, NULL), PHB_ERROR_RATE_UNKNOWN);
    phb_rates_unref(rates);
}
END_TEST

START_TEST(a_chain_of_overlays_keeps_what_each_of_them_says)
{
    phb_rates *first = overlay(NULL, mileage);
    phb_rates *second = overlay(
        first, RATE_OF("\"family\": \"east\"",
                       "{\"from\": \"2026-10-06\", \"value\": 160000, \"source\": \"us\"}"));
    phb_rates_unref(first); /* the second keeps it alive */
    ck_assert_str_eq(phb_rates_edition(second), "2026.1+north/3+east");
    ck_assert_int_eq(find(second, "north.mileage", "2026-06-05").value, 50);
    ck_assert_int_eq(find(second, "employer_ni.rate", "2026-10-05").value, 150000);
    ck_assert_int_eq(find(second, "employer_ni.rate", "2026-10-06").value, 160000);

    phb_table *table = NULL;
    ck_assert_int_eq(
        phb_rates_table(NULL, second, "employer_ni.rate", date_of("2026-10-06"), &table, NULL),
        PHB_OK);
    ck_assert_int_eq(phb_table_int64(table, "origin", NULL)[0], 2);
    phb_table_free(table);
    phb_rates_unref(second);
}
END_TEST

static const char next_year[] =
    "{\"format\": 1, " NORTH ", \"last_day\": \"2028-04-05\", " SOURCES ", \"parameters\": ["
    "{\"key\": \"employer_ni.rate\", \"label\": \"Employer National Insurance rate\", "
    "\"unit\": \"ppm\", \"cuts_payslip\": true, \"values\": [{\"from\": \"2027-04-06\", "
    "\"value\": 155000, \"replace\": true, \"source\": \"us\"}]}]}";

START_TEST(a_host_can_bring_the_next_years_law_into_force)
{
    phb_date day = date_of("2027-06-05");
    phb_pence ni = -1;
    ck_assert_int_eq(phb_employer_ni(NULL, day, PHB_PAY_WEEKLY, 'A', 30000, &ni, NULL),
                     PHB_ERROR_RATE_NOT_IN_FORCE);
    ck_assert_int_eq(ni, -1);

    /* 15.5% of (£300.00 - £96.00) */
    phb_rates *rates = overlay(NULL, next_year);
    ck_assert_date_eq(phb_rates_last_day(rates), "2028-04-05");
    ck_assert_int_eq(phb_employer_ni(rates, day, PHB_PAY_WEEKLY, 'A', 30000, &ni, NULL), PHB_OK);
    ck_assert_int_eq(ni, 3162);
    ck_assert_int_eq(find(rates, "employer_ni.rate", "2027-06-05").certainty,
                     PHB_CERTAINTY_IN_FORCE);
    ck_assert_int_eq(
        phb_employer_ni(rates, date_of("2028-04-06"), PHB_PAY_WEEKLY, 'A', 30000, &ni, NULL),
        PHB_ERROR_RATE_NOT_IN_FORCE);
    phb_rates_unref(rates);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("rates_properties");
    tcase_set_timeout(tcase, 0);
    add_rows(tcase, the_librarys_own_data_as_an_overlay_changes_nothing, families);
    add_rows(tcase, a_value_that_is_there_is_only_replaced_when_asked, changes);
    add_rows(tcase, family_and_version_join_the_edition, editions);
    tcase_add_test(tcase, a_new_parameter_and_its_later_value_are_found);
    tcase_add_test(tcase, a_chain_of_overlays_keeps_what_each_of_them_says);
    tcase_add_test(tcase, a_host_can_bring_the_next_years_law_into_force);
    return suite_run("rates_properties", tcase);
}
