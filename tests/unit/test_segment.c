#include "costing/segment.h"

#include <string.h>

#include "support/suite.h"

/* Only what cuts time: an employment of so many entries of hours, in a period. */
static struct phb_costing costing;
static struct phb__assistant assistant;
static struct phb__hours hours[2];

static void
set_up(void)
{
    memset(&costing, 0, sizeof(costing));
    costing.dataset = &phb__dataset_builtin;
    costing.match = PHB_RATE_CARRY;
    costing.law_on = PHB_DATE_NONE;
    assistant = (struct phb__assistant){PHB_ASSISTANT_INIT, {hours, 1, 2}};
    assistant.given.pay_frequency = PHB_PAY_WEEKLY;
    for (size_t i = 0; i < COUNT_OF(hours); i++) {
        hours[i] = (struct phb__hours){PHB_HOURS_INIT, {NULL, 0, 0}};
        hours[i].given.minutes_per_week = 600;
        hours[i].given.rate_penny_hundredths = 135000;
    }
}

static phb_date
day_or_none(const char *text)
{
    return text[0] == '\0' ? PHB_DATE_NONE : date_of(text);
}

/* The first days of the segments, with spaces between them. */
static const char *
cuts_of(const struct phb__employment *employment)
{
    static char cuts[512];
    cuts[0] = '\0';
    for (phb_date day = employment->days.start; day <= employment->days.end;) {
        struct phb__segment segment;
        ck_assert_int_eq(phb__segment_from(&costing, employment, day, &segment, NULL), PHB_OK);
        strcat(cuts, cuts[0] == '\0' ? "" : " ");
        strcat(cuts, date_text(segment.days.start));
        ck_assert_int_eq(segment.days.start, day);
        ck_assert_int_ge(segment.days.end, day);
        day = segment.days.end + 1;
    }
    return cuts;
}

static const struct {
    const char *period[2];
    const char *employed[2];
    const char *birth;
    const char *second_hours[2]; /* a second entry, if its start is said */
    const char *cuts;
} rows[] = {
    {{"2026-04-06", "2027-04-05"}, {"", ""}, "", {"", ""}, "2026-04-06"},
    {{"2026-01-01", "2026-12-31"}, {"", ""}, "", {"", ""}, "2026-01-01 2026-04-06"},
    {{"2022-04-06", "2023-04-05"}, {"", ""}, "", {"", ""}, "2022-04-06 2022-11-06"},
    {{"2025-10-01", "2027-09-30"},
     {"", ""},
     "",
     {"", ""},
     "2025-10-01 2026-04-06 2026-10-01 2027-04-06"},
    {{"2026-04-06", "2027-04-05"}, {"2026-07-01", "2026-12-31"}, "", {"", ""}, "2026-07-01"},
    {{"2026-04-06", "2027-04-05"}, {"2020-01-01", "2030-01-01"}, "", {"", ""}, "2026-04-06"},
    {{"2026-04-06", "2027-04-05"},
     {"", ""},
     "",
     {"2026-07-01", "2026-07-31"},
     "2026-04-06 2026-07-01 2026-08-01"},
    {{"2026-04-06", "2027-04-05"}, {"", ""}, "2005-06-15", {"", ""}, "2026-04-06 2026-06-15"},
    {{"2026-04-06", "2027-04-05"}, {"", ""}, "2005-04-06", {"", ""}, "2026-04-06"},
    {{"2025-04-06", "2026-04-05"},
     {"", ""},
     "2004-02-29", /* 21, and 22 on 1 March 2026: no 29 February that year */
     {"", ""},
     "2025-04-06 2026-03-01"},
    {{"2026-04-06", "2027-04-05"}, {"", ""}, "1960-05-06", {"", ""}, "2026-04-06 2026-07-06"},
    {{"2026-04-06", "2027-04-05"}, {"", ""}, "1951-09-01", {"", ""}, "2026-04-06 2026-09-01"},
};

START_TEST(time_is_cut_where_a_payslip_may_change)
{
    costing.calendar = phb__calendar_of(
        (struct phb__stretch){date_of(rows[_i].period[0]), date_of(rows[_i].period[1])},
        PHB_WEEKS_DAYS);
    assistant.given.start = day_or_none(rows[_i].employed[0]);
    assistant.given.end = day_or_none(rows[_i].employed[1]);
    assistant.given.date_of_birth = day_or_none(rows[_i].birth);
    if (rows[_i].second_hours[0][0] != '\0') {
        assistant.hours.count = 2;
        hours[1].given.start = date_of(rows[_i].second_hours[0]);
        hours[1].given.end = date_of(rows[_i].second_hours[1]);
    }
    struct phb__employment employment;
    phb__employment_of(&costing, &assistant, 0, &employment);
    ck_assert(employment.is_in_period);
    ck_assert_str_eq(cuts_of(&employment), rows[_i].cuts);
    ck_assert_uint_eq(phb__employment_segments(&costing, &employment),
                      strlen(rows[_i].cuts) / 11 + 1); /* "2026-04-06 " is eleven characters */
}
END_TEST

static const struct {
    phb_pay_frequency frequency;
    phb_weeks_in_year weeks_in_year;
    int64_t numerator;
    int64_t denominator;
} payslips[] = {
    {PHB_PAY_WEEKLY, PHB_WEEKS_DAYS, 365, 7},       {PHB_PAY_FORTNIGHTLY, PHB_WEEKS_DAYS, 365, 14},
    {PHB_PAY_FOUR_WEEKLY, PHB_WEEKS_DAYS, 365, 28}, {PHB_PAY_MONTHLY, PHB_WEEKS_DAYS, 12, 1},
    {PHB_PAY_WEEKLY, PHB_WEEKS_52, 52, 1},          {PHB_PAY_FORTNIGHTLY, PHB_WEEKS_52, 26, 1},
    {PHB_PAY_FOUR_WEEKLY, PHB_WEEKS_52, 13, 1},     {PHB_PAY_MONTHLY, PHB_WEEKS_52, 12, 1},
};

START_TEST(payslips_are_counted_exactly)
{
    struct phb__employment employment;
    struct phb__segment segment;
    assistant.given.pay_frequency = payslips[_i].frequency;
    costing.calendar =
        phb__calendar_of((struct phb__stretch){date_of("2026-04-06"), date_of("2027-04-05")},
                         payslips[_i].weeks_in_year);
    phb__employment_of(&costing, &assistant, 0, &employment);
    ck_assert(employment.is_in_period);
    ck_assert_int_eq(
        phb__segment_from(&costing, &employment, employment.days.start, &segment, NULL), PHB_OK);
    ck_assert_int_eq(segment.payslips.numerator, payslips[_i].numerator);
    ck_assert_int_eq(segment.payslips.denominator, payslips[_i].denominator);
    ck_assert_int_eq(segment.year_days, 365);
    ck_assert_int_eq(segment.age_years, -1);
    ck_assert_int_eq(segment.week.pay / PHB__WEEK_PAY_PARTS, 13500);
}
END_TEST

START_TEST(nobody_is_employed_outside_the_period)
{
    struct phb__employment employment;
    costing.calendar = phb__calendar_of(
        (struct phb__stretch){date_of("2026-04-06"), date_of("2027-04-05")}, PHB_WEEKS_DAYS);
    assistant.given.end = date_of("2026-04-05");
    phb__employment_of(&costing, &assistant, 0, &employment);
    ck_assert(!employment.is_in_period);
    assistant.given.end = PHB_DATE_NONE;
    assistant.given.start = date_of("2027-04-06");
    phb__employment_of(&costing, &assistant, 0, &employment);
    ck_assert(!employment.is_in_period);
}
END_TEST

START_TEST(faults_name_the_assistant)
{
    struct phb__employment employment;
    struct phb__segment segment;
    phb_error error = PHB_ERROR_INIT;
    costing.calendar = phb__calendar_of(
        (struct phb__stretch){date_of("2026-04-06"), date_of("2027-04-05")}, PHB_WEEKS_DAYS);
    hours[0].given.minutes_per_week = INT64_MAX;
    phb__employment_of(&costing, &assistant, 3, &employment);
    ck_assert(employment.is_in_period);
    ck_assert_int_eq(
        phb__segment_from(&costing, &employment, employment.days.start, &segment, &error),
        PHB_ERROR_RANGE);
    ck_assert_str_eq(error.path, "/assistants/3");

    costing.match = PHB_RATE_EXACT; /* what is not yet known is refused */
    employment.days.start = date_of("2027-04-06");
    ck_assert_int_eq(
        phb__segment_from(&costing, &employment, employment.days.start, &segment, &error),
        PHB_ERROR_RATE_NOT_IN_FORCE);
    ck_assert_str_eq(error.path, "/assistants/3");
}
END_TEST

/* 1 May and 1 July cut; between them the law of the day asked for holds on every day. */
START_TEST(a_dated_rate_cuts_and_pays_from_its_day)
{
    struct phb__employment employment;
    struct phb__segment segment;
    struct phb__dated rates[] = {{date_of("2026-04-06"), 120000},
                                 {date_of("2026-05-01"), 130000},
                                 {date_of("2026-07-01"), 140000}};
    costing.calendar.period = (struct phb__stretch){date_of("2026-04-06"), date_of("2026-07-31")};
    hours[0].rates = (struct phb__list){rates, 3, 3};
    phb__employment_of(&costing, &assistant, 0, &employment);
    ck_assert_str_eq(cuts_of(&employment), "2026-04-06 2026-05-01 2026-07-01");
    ck_assert_int_eq(
        phb__segment_from(&costing, &employment, date_of("2026-05-01"), &segment, NULL), PHB_OK);
    ck_assert_int_eq(segment.week.pay / PHB__WEEK_PAY_PARTS, 13000); /* 10 hours at £13.00 */
    ck_assert_int_eq(segment.week.minutes, 600);
}
END_TEST

/* 2 nights × £65.00 = £130.00; 2 × 30 minutes awake × £13.50 an hour = £13.50. */
START_TEST(nights_bring_flat_pay_and_time_awake)
{
    int64_t pay = 0;
    struct phb__hours nights = {PHB_HOURS_INIT, {NULL, 0, 0}};
    nights.given.type = PHB_HOURS_SLEEP_IN;
    nights.given.nights_per_week_hundredths = 200;
    nights.given.rate_penny_hundredths = 650000;
    ck_assert(phb__hours_pay(&nights, 0, &pay));
    ck_assert_int_eq(pay, 13000 * PHB__WEEK_PAY_PARTS);
    nights.given.awake_minutes_per_night = 30;
    nights.given.awake_rate_penny_hundredths = 135000;
    ck_assert(phb__hours_pay(&nights, 0, &pay));
    ck_assert_int_eq(pay, (13000 + 1350) * PHB__WEEK_PAY_PARTS);
    nights.given.awake_minutes_per_night = INT64_MAX;
    ck_assert(!phb__hours_pay(&nights, 0, &pay));
}
END_TEST

/* In 2022 the rate changed on 6 November; by the law of one day it does not. */
START_TEST(the_law_of_one_day_holds_on_every_day)
{
    struct phb__employment employment;
    struct phb__segment segment;
    costing.calendar.period = (struct phb__stretch){date_of("2022-04-06"), date_of("2023-04-05")};
    costing.law_on = date_of("2026-06-01");
    phb__employment_of(&costing, &assistant, 0, &employment);
    ck_assert_str_eq(cuts_of(&employment), "2022-04-06");
    ck_assert_int_eq(
        phb__segment_from(&costing, &employment, employment.days.start, &segment, NULL), PHB_OK);
    ck_assert_int_eq(segment.law.day, date_of("2026-06-01"));
}
END_TEST

START_TEST(hours_are_worked_on_their_first_and_last_day)
{
    phb_hours entry = PHB_HOURS_INIT;
    ck_assert(phb__hours_are_worked(&entry, 0));
    entry.start = 10;
    entry.end = 20;
    ck_assert(!phb__hours_are_worked(&entry, 9));
    ck_assert(phb__hours_are_worked(&entry, 10));
    ck_assert(phb__hours_are_worked(&entry, 20));
    ck_assert(!phb__hours_are_worked(&entry, 21));
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("segment");
    tcase_add_checked_fixture(tcase, set_up, NULL);
    add_rows(tcase, time_is_cut_where_a_payslip_may_change, rows);
    add_rows(tcase, payslips_are_counted_exactly, payslips);
    tcase_add_test(tcase, nobody_is_employed_outside_the_period);
    tcase_add_test(tcase, faults_name_the_assistant);
    tcase_add_test(tcase, a_dated_rate_cuts_and_pays_from_its_day);
    tcase_add_test(tcase, nights_bring_flat_pay_and_time_awake);
    tcase_add_test(tcase, the_law_of_one_day_holds_on_every_day);
    tcase_add_test(tcase, hours_are_worked_on_their_first_and_last_day);
    return suite_run("segment", tcase);
}
