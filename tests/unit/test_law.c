#include "rates/law.h"

#include "support/suite.h"

static const struct {
    const char *day;
    phb_rate_match match;
    bool is_held;
    const char *next_change; /* "" none */
} days[] = {
    {"2013-04-05", PHB_RATE_CARRY, false, ""},
    {"2013-04-06", PHB_RATE_EXACT, true, "2014-04-06"},
    {"2022-04-06", PHB_RATE_EXACT, true, "2022-11-06"},
    {"2022-11-06", PHB_RATE_EXACT, true, "2023-04-06"},
    {"2027-04-05", PHB_RATE_EXACT, true, "2027-04-06"},
    {"2027-04-06", PHB_RATE_EXACT, false, ""},
    {"2027-04-06", PHB_RATE_CARRY, true, ""},
    {"2029-04-05", PHB_RATE_CARRY, true, ""},
    {"2029-04-06", PHB_RATE_CARRY, false, ""},
};

START_TEST(the_law_is_held_from_2013_and_carried_two_years)
{
    struct phb__law law;
    bool is_held = phb__law_on(&phb__dataset_builtin, date_of(days[_i].day), days[_i].match, &law);
    ck_assert(is_held == days[_i].is_held);
    if (is_held && days[_i].next_change[0] != '\0') {
        ck_assert_date_eq(phb__law_next_change(&law), days[_i].next_change);
    } else if (is_held) {
        ck_assert_int_eq(phb__law_next_change(&law), INT32_MAX);
    }
}
END_TEST

START_TEST(the_law_is_carried_for_24_months)
{
    ck_assert_date_eq(phb__law_carried_until(&phb__dataset_builtin), "2029-04-05");
}
END_TEST

static const struct {
    const char *day;
    enum phb__rate_key key;
    int64_t value; /* -1: not in force */
    phb_certainty certainty;
} rows[] = {
    {"2026-04-06", PHB__RATE_EMPLOYER_NI_RATE, 150000, PHB_CERTAINTY_IN_FORCE},
    {"2028-04-06", PHB__RATE_EMPLOYER_NI_RATE, 150000, PHB_CERTAINTY_ANNOUNCED},
    {"2028-04-06", PHB__RATE_PENSION_TRIGGER_WEEKLY, 19200, PHB_CERTAINTY_CARRIED},
    {"2016-04-05", PHB__RATE_EMPLOYER_NI_UPPER_ACCRUAL_POINT_WEEKLY, 77000, PHB_CERTAINTY_IN_FORCE},
    {"2016-04-06", PHB__RATE_EMPLOYER_NI_UPPER_ACCRUAL_POINT_WEEKLY, -1, 0},
    {"2022-04-05", PHB__RATE_EMPLOYER_NI_FREEPORT_THRESHOLD_WEEKLY, -1, 0},
    /* What does not cut payslips is looked up by its own days. */
    {"2024-03-31", PHB__RATE_LEAVE_ACCRUAL_RATE, 120700, PHB_CERTAINTY_IN_FORCE},
    {"2024-04-01", PHB__RATE_LEAVE_ACCRUAL_RATE, 120700, PHB_CERTAINTY_IN_FORCE},
};

START_TEST(a_value_is_that_of_the_day)
{
    struct phb__law law;
    ck_assert(phb__law_on(&phb__dataset_builtin, date_of(rows[_i].day), PHB_RATE_CARRY, &law));
    const struct phb__rate_row *row = phb__law_row(&law, rows[_i].key);
    ck_assert_int_eq(row ? row->value : -1, rows[_i].value);
    if (row) {
        ck_assert_int_eq(phb__row_certainty(law.dataset, row, law.day), rows[_i].certainty);
    }
}
END_TEST

/* Pensions Act 1995 schedule 4 as amended: ages in years and months, or dates of their own. */
static const struct {
    const char *birth;
    const char *reached; /* "" never, as far as the calendar goes */
} state_pension_dates[] = {
    {"1953-12-05", "2018-12-05"}, /* 65 */
    {"1953-12-06", "2019-03-06"}, {"1954-01-05", "2019-03-06"},
    {"1954-01-06", "2019-05-06"}, {"1954-10-05", "2020-09-06"},
    {"1954-10-06", "2020-10-06"},                               /* 66 */
    {"1960-02-29", "2026-03-01"}, {"1960-04-05", "2026-04-05"}, /* 2026 has no 29 February */
    {"1960-04-06", "2026-05-06"},                               /* 66 and a month */
    {"1960-07-31", "2026-11-30"}, /* 66 and four months: November has no 31st */
    {"1960-12-31", "2027-09-30"}, /* 66 and nine months: September has no 31st */
    {"1961-02-28", "2028-01-28"}, {"1961-03-05", "2028-02-05"},
    {"1961-03-06", "2028-03-06"}, /* 67 */
    {"1977-04-05", "2044-04-05"}, {"1977-04-06", "2044-05-06"},
    {"1978-04-05", "2046-03-06"}, {"1978-04-06", "2046-04-06"}, /* 68 */
    {"2000-02-29", "2068-02-29"}, {"2131-12-31", "2199-12-31"},
    {"2132-01-01", ""},
};

START_TEST(state_pension_age_is_reached)
{
    phb_date reached =
        phb__state_pension_date(&phb__dataset_builtin, date_of(state_pension_dates[_i].birth));
    if (state_pension_dates[_i].reached[0] == '\0') {
        ck_assert_int_eq(reached, PHB_DATE_NONE);
    } else {
        ck_assert_date_eq(reached, state_pension_dates[_i].reached);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("law");
    add_rows(tcase, the_law_is_held_from_2013_and_carried_two_years, days);
    tcase_add_test(tcase, the_law_is_carried_for_24_months);
    add_rows(tcase, a_value_is_that_of_the_day, rows);
    add_rows(tcase, state_pension_age_is_reached, state_pension_dates);
    return suite_run("law", tcase);
}
