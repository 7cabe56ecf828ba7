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
    {"employment_allowance.amount", "2015-04-05", PHB_RATE_EXACT, PHB_ERROR_RATE_NOT_IN_FORCE, 0,
     "", 0}, /* it was there in 2014-15, but not for those who employ carers at home */
    {"employment_allowance.amount", "2020-04-05", PHB_RATE_EXACT, PHB_OK, 300000, "2016-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"employment_allowance.amount", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 1050000, "2025-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"minimum_wage.apprentice", "2026-03-31", PHB_RATE_EXACT, PHB_OK, 755, "2025-04-01",
     PHB_CERTAINTY_IN_FORCE},
    {"minimum_wage.accommodation_day", "2026-04-01", PHB_RATE_EXACT, PHB_OK, 1110, "2026-04-01",
     PHB_CERTAINTY_IN_FORCE},
    {"leave.weeks", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 560, "2013-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"leave.days_most", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 28, "2013-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"ssp.weekly_rate", "2026-04-05", PHB_RATE_EXACT, PHB_OK, 11875, "2025-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"ssp.weekly_rate", "2017-04-05", PHB_RATE_EXACT, PHB_OK, 8845, "2015-04-06",
     PHB_CERTAINTY_IN_FORCE}, /* not raised in 2016 */
    {"ssp.earnings_rate", "2026-04-05", PHB_RATE_EXACT, PHB_ERROR_RATE_NOT_IN_FORCE, 0, "", 0},
    {"ssp.earnings_rate", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 800000, "2026-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"lower_earnings_limit.weekly", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 12900, "2026-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"lower_earnings_limit.monthly", "2025-04-06", PHB_RATE_EXACT, PHB_OK, 54200, "2025-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"lower_earnings_limit.annual", "2022-07-06", PHB_RATE_EXACT, PHB_OK, 639600, "2022-04-06",
     PHB_CERTAINTY_IN_FORCE}, /* the day only what employees pay changed */
    {"family_pay.weekly_rate", "2013-04-06", PHB_RATE_EXACT, PHB_ERROR_RATE_NOT_IN_FORCE, 0, "",
     0}, /* the rate of the week before is not held */
    {"family_pay.weekly_rate", "2024-04-06", PHB_RATE_EXACT, PHB_OK, 17248, "2023-04-02",
     PHB_CERTAINTY_IN_FORCE},
    {"family_pay.weekly_rate", "2024-04-07", PHB_RATE_EXACT, PHB_OK, 18403, "2024-04-07",
     PHB_CERTAINTY_IN_FORCE}, /* the first Sunday of that April */
    {"family_pay.recovery_rate", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 920000, "2013-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"family_pay.recovery_rate_small", "2025-04-05", PHB_RATE_EXACT, PHB_OK, 1030000, "2013-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"family_pay.recovery_rate_small", "2025-04-06", PHB_RATE_EXACT, PHB_OK, 1085000, "2025-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"family_pay.small_employer_limit", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 4500000, "2013-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"redundancy.week_pay_most", "2014-04-05", PHB_RATE_EXACT, PHB_OK, 45000, "2013-02-01",
     PHB_CERTAINTY_IN_FORCE},
    {"redundancy.week_pay_most", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 75100, "2026-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"dbs.enhanced", "2024-12-01", PHB_RATE_EXACT, PHB_OK, 3800, "2022-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"dbs.enhanced", "2024-12-02", PHB_RATE_EXACT, PHB_OK, 4950, "2024-12-02",
     PHB_CERTAINTY_IN_FORCE},
    {"dbs.standard", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 2150, "2024-12-02",
     PHB_CERTAINTY_IN_FORCE},
    {"dbs.basic", "2019-09-30", PHB_RATE_EXACT, PHB_OK, 2500, "2013-04-01", PHB_CERTAINTY_IN_FORCE},
    {"dbs.update_service", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 1600, "2024-12-02",
     PHB_CERTAINTY_IN_FORCE},
    {"insurance.minimum_cover", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 500000000, "2013-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"review.nhs_direct_payment_first", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 3, "2013-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"review.nhs_direct_payment_every", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 12, "2013-04-06",
     PHB_CERTAINTY_IN_FORCE},
    {"review.care_act_direct_payment_first", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 6, "2015-04-01",
     PHB_CERTAINTY_IN_FORCE},
    {"review.send_direct_payment_every", "2026-04-06", PHB_RATE_EXACT, PHB_ERROR_RATE_UNKNOWN, 0,
     "", 0}, /* it goes with the review of the education, health and care plan */
    {"decision.continuing_healthcare", "2026-04-06", PHB_RATE_EXACT, PHB_OK, 28, "2013-04-06",
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

/* The floor of the top band fell from 25 to 23 and to 21. */
static const struct {
    const char *on;
    int32_t age_years;
    int64_t value;
} wages[] = {
    {"2013-04-06", 16, 368},  {"2013-09-30", 21, 619},  {"2013-10-01", 21, 631},
    {"2016-03-31", 25, 670},  {"2016-04-01", 24, 670},  {"2016-04-01", 25, 720},
    {"2021-03-31", 24, 820},  {"2021-04-01", 22, 836},  {"2021-04-01", 23, 891},
    {"2024-03-31", 21, 1018}, {"2024-04-01", 20, 860},  {"2024-04-01", 21, 1144},
    {"2026-03-31", 40, 1221}, {"2026-04-01", 17, 800},  {"2026-04-01", 18, 1085},
    {"2026-04-01", 21, 1271}, {"2026-04-01", 68, 1271},
};

START_TEST(a_minimum_wage_is_that_of_the_day_and_the_age)
{
    phb_rate_query query = PHB_RATE_QUERY_INIT;
    phb_rate rate = PHB_RATE_INIT;
    query.key = "minimum_wage.hourly";
    query.on = date_of(wages[_i].on);
    query.age_years = wages[_i].age_years;
    ck_assert_int_eq(phb_rates_find(NULL, &query, &rate, NULL), PHB_OK);
    ck_assert_int_eq(rate.value, wages[_i].value);
    ck_assert_str_eq(rate.unit, "pence_per_hour");
}
END_TEST

/* Bands by age of an invented wage: 16, 18 and 21, raised together in 2021. */
static const struct phb__rate_row rows[] = {
    {.value = 400, .from = 100, .age = 16}, {.value = 600, .from = 100, .age = 18},
    {.value = 800, .from = 100, .age = 21}, {.value = 450, .from = 200, .age = 16},
    {.value = 900, .from = 200, .age = 21},
};
static const struct phb__rate_parameter wage = {.row_count = 5, .axis = PHB__AXIS_AGE};
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
        const char *key = phb__law_text(builtin, builtin->parameters[i].key);
        ck_assert_ptr_eq(phb__parameter_find(builtin, key), &builtin->parameters[i]);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("lookup");
    add_rows(tcase, a_rate_is_that_of_the_day, answers);
    tcase_add_test(tcase, a_rate_by_date_of_birth_wants_one);
    add_rows(tcase, a_minimum_wage_is_that_of_the_day_and_the_age, wages);
    add_rows(tcase, the_oldest_band_reached_counts, bands);
    tcase_add_test(tcase, every_parameter_is_found_by_its_key);
    return suite_run("lookup", tcase);
}
