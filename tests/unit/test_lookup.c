#include "rates/lookup.h"

#include <string.h>

#include "support/suite.h"

/* Values of the law, each found again by hand in the instrument that its source names. */
static const struct {
    const char *key;
    const char *on;
    phb_rate_match match;
    phb_status status;
    int64_t value;
    const char *from;
    phb_certainty certainty;
} answers[] = {
    {"employer_ni.rate", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 150000, "2025-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"employer_ni.rate", "2025-04-05", PHB_RATE_EXACT, PHB_OK, 138000, "2022-11-06",
     PHB_CERTAINTY_IN_FORCE},
    {"employer_ni.rate", "2022-11-05", PHB_RATE_EXACT, PHB_OK, 150500, "2022-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"employer_ni.rate", "2013-04-06", PHB_RATE_EXACT, PHB_OK, 138000, "2013-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"employer_ni.rate", "2013-04-05", PHB_RATE_EXACT, PHB_ERROR_RATE_NOT_IN_FORCE, 0, "", 0},
    {"employer_ni.rate", "2027-04-06", PHB_RATE_EXACT, PHB_OK, 150000, "2027-04-06",
     PHB_CERTAINTY_ANNOUNCED},
    {"employer_ni.upper_limit.weekly", "2027-04-06", PHB_RATE_EXACT, PHB_ERROR_RATE_NOT_IN_FORCE, 0,
     "", 0},
    {"employer_ni.upper_limit.weekly", "2027-04-06", PHB_RATE_CARRY, PHB_OK, 96700, "2021-04-06",
     PHB_CERTAINTY_CARRIED},
    {"employer_ni.upper_limit.weekly", "2029-04-05", PHB_RATE_CARRY, PHB_OK, 96700, "2021-04-06",
     PHB_CERTAINTY_CARRIED},
    {"employer_ni.upper_limit.weekly", "2029-04-06", PHB_RATE_CARRY, PHB_ERROR_RATE_NOT_IN_FORCE, 0,
     "", 0},
    {"employer_ni.upper_accrual_point.weekly", "2016-04-05", PHB_RATE_EXACT, PHB_OK, 77000,
     "2013-04-06", PHB_CERTAINTY_IN_FORCE},
    {"employer_ni.upper_accrual_point.weekly", "2016-04-06", PHB_RATE_CARRY,
     PHB_ERROR_RATE_NOT_IN_FORCE, 0, "", 0},
    {"employer_ni.freeport_threshold.weekly", "2022-04-05", PHB_RATE_EXACT,
     PHB_ERROR_RATE_NOT_IN_FORCE, 0, "", 0},
    {"pension.trigger.weekly", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 19200, "2014-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"employer_ni", "2026-04-06", PHB_RATE_EXACT, PHB_ERROR_RATE_UNKNOWN, 0, "", 0},
    {"Employer_ni.rate", "2026-04-06", PHB_RATE_EXACT, PHB_ERROR_RATE_UNKNOWN, 0, "", 0},
    {"", "2026-04-06", PHB_RATE_EXACT, PHB_ERROR_RATE_UNKNOWN, 0, "", 0},
    {"zzz", "2026-04-06", PHB_RATE_EXACT, PHB_ERROR_RATE_UNKNOWN, 0, "", 0},
};

START_TEST(a_rate_is_that_of_the_day)
{
    phb_rate_query query = PHB_RATE_QUERY_INIT;
    phb_rate rate = PHB_RATE_INIT;
    query.key = answers[_i].key;
    query.on = date_of(answers[_i].on);
    query.match = answers[_i].match;
    rate.value = -77;
    ck_assert_int_eq(phb_rates_find(NULL, &query, &rate, NULL), answers[_i].status);
    if (answers[_i].status != PHB_OK) {
        ck_assert_int_eq(rate.value, -77);
        return;
    }
    ck_assert_int_eq(rate.value, answers[_i].value);
    ck_assert_date_eq(rate.from, answers[_i].from);
    ck_assert_int_eq(rate.certainty, answers[_i].certainty);
    ck_assert_str_ne(rate.label, "");
    ck_assert_str_ne(rate.unit, "");
    ck_assert_str_ne(rate.source, "");
}
END_TEST

START_TEST(a_rate_by_date_of_birth_wants_one)
{
    phb_rate_query query = PHB_RATE_QUERY_INIT;
    phb_rate rate = PHB_RATE_INIT;
    query.key = "state_pension.age";
    ck_assert_int_eq(phb_rates_find(NULL, &query, &rate, NULL), PHB_ERROR_DATE);
    query.birth = date_of("1960-04-06");
    ck_assert_int_eq(phb_rates_find(NULL, &query, &rate, NULL), PHB_OK);
    ck_assert_int_eq(rate.value, 66 * 12 + 1);
    ck_assert_str_eq(rate.unit, "months");
    query.birth = date_of("1978-04-05"); /* by a date of its own, not by an age */
    ck_assert_int_eq(phb_rates_find(NULL, &query, &rate, NULL), PHB_ERROR_RATE_NOT_IN_FORCE);
    query.key = "state_pension.date";
    ck_assert_int_eq(phb_rates_find(NULL, &query, &rate, NULL), PHB_OK);
    ck_assert_date_eq((phb_date)rate.value, "2046-03-06");
}
END_TEST

/* Bands by age of an invented wage: 16, 18 and 21, raised together in 2021. */
static const struct phb__rate_row rows[] = {
    {.value = 400, .from = 100, .age = 16}, {.value = 600, .from = 100, .age = 18},
    {.value = 800, .from = 100, .age = 21}, {.value = 450, .from = 200, .age = 16},
    {.value = 900, .from = 200, .age = 21},
};
static const struct phb__rate_parameter wage = {
    .key = "wage", .row_count = 5, .axis = PHB__AXIS_AGE};
static const struct phb__dataset dataset = {.rows = rows, .parameters = &wage};

static const struct {
    phb_date on;
    int32_t age_years;
    int64_t value; /* 0: none */
} bands[] = {
    {99, 30, 0},    {100, 15, 0}, {100, 16, 400}, {100, 17, 400}, {100, 18, 600}, {199, 20, 600},
    {199, 21, 800}, {200, 15, 0}, {200, 18, 450}, {200, 21, 900}, {999, 99, 900},
};

START_TEST(the_oldest_band_reached_counts)
{
    const struct phb__rate_row *row =
        phb__row_on(&dataset, &wage, bands[_i].on, bands[_i].age_years);
    ck_assert_int_eq(row ? row->value : 0, bands[_i].value);
}
END_TEST

START_TEST(every_parameter_is_found_by_its_key)
{
    const struct phb__dataset *builtin = &phb__dataset_builtin;
    for (uint32_t i = 0; i < builtin->parameter_count; i++) {
        ck_assert_ptr_eq(phb__parameter_find(builtin, builtin->parameters[i].key),
                         &builtin->parameters[i]);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("lookup");
    add_rows(tcase, a_rate_is_that_of_the_day, answers);
    tcase_add_test(tcase, a_rate_by_date_of_birth_wants_one);
    add_rows(tcase, the_oldest_band_reached_counts, bands);
    tcase_add_test(tcase, every_parameter_is_found_by_its_key);
    return suite_run("lookup", tcase);
}
