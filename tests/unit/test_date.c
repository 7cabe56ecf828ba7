#include "core/date.h"

#include <stdio.h>
#include <string.h>

#include "support/suite.h"

#define UNTOUCHED ((phb_date)-77)

/* Counted elsewhere: 1 January 2000 is 30 years of 365 days and 7 leap days after 1970. */
static const struct {
    int32_t year;
    int32_t month;
    int32_t day;
    phb_date date;
    int32_t weekday;
} known_days[] = {
    {1900, 1, 1, PHB_DATE_MIN, 1},
    {1900, 2, 28, -25509, 3},
    {1900, 3, 1, -25508, 4}, /* 1900 was no leap year */
    {1948, 7, 5, -7850, 1},
    {1969, 12, 31, -1, 3},
    {1970, 1, 1, 0, 4},
    {1970, 1, 2, 1, 5},
    {2000, 1, 1, 10957, 6},
    {2000, 2, 29, 11016, 2}, /* 2000 was one */
    {2000, 3, 1, 11017, 3},
    {2026, 4, 6, 20549, 1},
    {2100, 2, 28, 47540, 7},
    {2100, 3, 1, 47541, 1}, /* 2100 is none */
    {2199, 12, 31, PHB_DATE_MAX, 2},
};

START_TEST(known_days_have_known_numbers)
{
    phb_date date = UNTOUCHED;
    ck_assert_int_eq(
        phb_date_from_ymd(known_days[_i].year, known_days[_i].month, known_days[_i].day, &date),
        PHB_OK);
    ck_assert_int_eq(date, known_days[_i].date);
    ck_assert_int_eq(phb_date_weekday(date), known_days[_i].weekday);
}
END_TEST

/* A calendar kept by hand, a day after the other, knows nothing of the arithmetic under test. */
struct calendar {
    int32_t year;
    int32_t month;
    int32_t day;
};

static int32_t
month_length(int32_t year, int32_t month)
{
    static const int32_t lengths[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year != 1900 && year != 2100);
    return lengths[month] + (month == 2 && is_leap ? 1 : 0);
}

static void
turn_page(struct calendar *calendar)
{
    calendar->day++;
    if (calendar->day > month_length(calendar->year, calendar->month)) {
        calendar->day = 1;
        calendar->month++;
    }
    if (calendar->month > 12) {
        calendar->month = 1;
        calendar->year++;
    }
}

START_TEST(every_day_comes_back)
{
    struct calendar calendar = {1900, 1, 1};
    int32_t days = 0;
    for (phb_date date = PHB_DATE_MIN; date <= PHB_DATE_MAX; date++) {
        int32_t year;
        int32_t month;
        int32_t day;
        ck_assert_int_eq(phb_date_to_ymd(date, &year, &month, &day), PHB_OK);
        ck_assert(year == calendar.year && month == calendar.month && day == calendar.day);
        phb_date back = UNTOUCHED;
        ck_assert_int_eq(phb_date_from_ymd(year, month, day, &back), PHB_OK);
        ck_assert_int_eq(back, date);
        turn_page(&calendar);
        days++;
    }
    ck_assert_int_eq(days, 109573);
    ck_assert_int_eq(calendar.year, 2200);
}
END_TEST

START_TEST(every_day_comes_back_from_its_text)
{
    struct calendar calendar = {1900, 1, 1};
    for (phb_date date = PHB_DATE_MIN; date <= PHB_DATE_MAX; date++) {
        char expected[40];
        char text[PHB_DATE_TEXT_SIZE];
        phb_date back = UNTOUCHED;
        snprintf(expected, sizeof(expected), "%04d-%02d-%02d", calendar.year, calendar.month,
                 calendar.day);
        ck_assert_int_eq(phb_date_format(date, text, sizeof(text)), PHB_OK);
        ck_assert_str_eq(text, expected);
        ck_assert_int_eq(phb_date_parse(text, &back), PHB_OK);
        ck_assert_int_eq(back, date);
        turn_page(&calendar);
    }
}
END_TEST

START_TEST(weekdays_follow_one_another)
{
    int32_t expected = 1; /* 1 January 1900 was a Monday */
    for (phb_date date = PHB_DATE_MIN; date <= PHB_DATE_MAX; date++) {
        ck_assert_int_eq(phb_date_weekday(date), expected);
        expected = expected == 7 ? 1 : expected + 1;
    }
}
END_TEST

static const phb_date bad_days[] = {
    PHB_DATE_NONE, PHB_DATE_MIN - 1, PHB_DATE_MAX + 1, INT32_MAX, INT32_MIN + 1,
};

START_TEST(a_bad_day_is_refused_by_all)
{
    phb_date bad = bad_days[_i];
    phb_date date = UNTOUCHED;
    int32_t number = UNTOUCHED;
    char text[PHB_DATE_TEXT_SIZE] = "x";
    ck_assert(!phb__date_is_valid(bad));
    ck_assert_int_eq(phb_date_to_ymd(bad, &number, &number, &number), PHB_ERROR_DATE);
    ck_assert_int_eq(phb_date_format(bad, text, sizeof(text)), PHB_ERROR_DATE);
    ck_assert_int_eq(phb_date_add_days(bad, 0, &date), PHB_ERROR_DATE);
    ck_assert_int_eq(phb_date_add_months(bad, 0, PHB_MONTH_END_CLAMP, &date), PHB_ERROR_DATE);
    ck_assert_int_eq(phb_date_of_age(bad, 18, &date), PHB_ERROR_DATE);
    ck_assert_int_eq(phb_date_age(bad, 0, &number), PHB_ERROR_DATE);
    ck_assert_int_eq(phb_date_age(0, bad, &number), PHB_ERROR_DATE);
    ck_assert_int_eq(phb_date_weekday(bad), 0);
    ck_assert_int_eq(date, UNTOUCHED);
    ck_assert_int_eq(number, UNTOUCHED);
    ck_assert_str_eq(text, "x");
}
END_TEST

static const struct {
    int32_t year;
    int32_t month;
    int32_t day;
} no_days[] = {
    {2025, 2, 29},        {1900, 2, 29}, {2100, 2, 29},  {2024, 2, 30},     {2025, 4, 31},
    {2025, 6, 31},        {2025, 9, 31}, {2025, 11, 31}, {2025, 1, 32},     {2025, 1, 0},
    {2025, 1, -1},        {2025, 0, 1},  {2025, 13, 1},  {2025, -1, 1},     {1899, 12, 31},
    {2200, 1, 1},         {0, 1, 1},     {-2025, 1, 1},  {INT32_MAX, 1, 1}, {2025, INT32_MIN, 1},
    {2025, 1, INT32_MAX},
};

START_TEST(a_day_that_does_not_exist_is_refused)
{
    phb_date date = UNTOUCHED;
    ck_assert_int_eq(phb_date_from_ymd(no_days[_i].year, no_days[_i].month, no_days[_i].day, &date),
                     PHB_ERROR_DATE);
    ck_assert_int_eq(date, UNTOUCHED);
}
END_TEST

START_TEST(each_part_of_a_day_may_be_left_out)
{
    int32_t year = 0;
    int32_t month = 0;
    int32_t day = 0;
    phb_date date = date_of("2026-04-06");
    ck_assert_int_eq(phb_date_to_ymd(date, &year, NULL, NULL), PHB_OK);
    ck_assert_int_eq(phb_date_to_ymd(date, NULL, &month, NULL), PHB_OK);
    ck_assert_int_eq(phb_date_to_ymd(date, NULL, NULL, &day), PHB_OK);
    ck_assert_int_eq(year, 2026);
    ck_assert_int_eq(month, 4);
    ck_assert_int_eq(day, 6);
}
END_TEST

static const char *const no_texts[] = {
    "",           "2026",        "2026-04",     "2026-04-",         "2026-04-0",   "2026-04-6",
    "2026-4-06",  "2026-04-066", "2026-04-06 ", "2026-04-06T00:00", " 2026-04-06", "+026-04-06",
    "-026-04-06", "2026/04/06",  "2026.04.06",  "06-04-2026",       "06/04/2026",  "20260406",
    "2026-04-0a", "2026-0:-06",  "202/-04-06",  "2026-02-29",       "2026-13-01",  "2026-00-01",
    "2026-01-00", "1899-12-31",  "2200-01-01",  "0000-00-00",       "today",
};

START_TEST(a_text_that_is_no_day_is_refused)
{
    phb_date date = UNTOUCHED;
    ck_assert_int_eq(phb_date_parse(no_texts[_i], &date), PHB_ERROR_DATE);
    ck_assert_int_eq(date, UNTOUCHED);
}
END_TEST

START_TEST(a_day_is_written_into_eleven_bytes)
{
    char text[PHB_DATE_TEXT_SIZE] = "x";
    ck_assert_int_eq(phb_date_format(0, text, 10), PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_date_format(0, text, 0), PHB_ERROR_RANGE);
    ck_assert_str_eq(text, "x");
    ck_assert_int_eq(phb_date_format(0, text, 11), PHB_OK);
    ck_assert_str_eq(text, "1970-01-01");
}
END_TEST

START_TEST(outputs_are_needed)
{
    ck_assert_int_eq(phb_date_from_ymd(2026, 4, 6, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_date_parse("2026-04-06", NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_date_parse(NULL, &(phb_date){0}), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_date_format(0, NULL, 11), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_date_add_days(0, 1, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_date_add_months(0, 1, PHB_MONTH_END_CLAMP, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_date_of_age(0, 18, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_date_age(0, 1, NULL), PHB_ERROR_ARGUMENT);
}
END_TEST

static const struct {
    const char *from;
    int32_t days;
    const char *to; /* NULL when it leaves the calendar */
} day_steps[] = {
    {"2026-04-06", 0, "2026-04-06"},
    {"2026-04-06", 364, "2027-04-05"},
    {"2026-04-06", -1, "2026-04-05"},
    {"2024-02-28", 1, "2024-02-29"},
    {"2025-02-28", 1, "2025-03-01"},
    {"1900-01-01", 109572, "2199-12-31"},
    {"2199-12-31", -109572, "1900-01-01"},
    {"2199-12-31", 1, NULL},
    {"1900-01-01", -1, NULL},
    {"1900-01-01", INT32_MIN, NULL},
    {"2199-12-31", INT32_MAX, NULL},
};

START_TEST(days_are_added)
{
    phb_date date = UNTOUCHED;
    phb_status status = phb_date_add_days(date_of(day_steps[_i].from), day_steps[_i].days, &date);
    if (day_steps[_i].to) {
        ck_assert_int_eq(status, PHB_OK);
        ck_assert_date_eq(date, day_steps[_i].to);
    } else {
        ck_assert_int_eq(status, PHB_ERROR_DATE);
        ck_assert_int_eq(date, UNTOUCHED);
    }
}
END_TEST

/* clamp, next; where both are the same the month has the day, and FAIL has nothing to fail about.
 */
static const struct {
    const char *from;
    int32_t months;
    const char *clamp;
    const char *next;
} month_steps[] = {
    {"2025-01-15", 1, "2025-02-15", "2025-02-15"},
    {"2025-01-15", 0, "2025-01-15", "2025-01-15"},
    {"2025-01-31", 0, "2025-01-31", "2025-01-31"},
    {"2025-01-31", 1, "2025-02-28", "2025-03-01"},
    {"2024-01-31", 1, "2024-02-29", "2024-03-01"},
    {"2025-01-29", 1, "2025-02-28", "2025-03-01"},
    {"2025-01-28", 1, "2025-02-28", "2025-02-28"},
    {"2024-01-29", 1, "2024-02-29", "2024-02-29"},
    {"2025-01-31", 2, "2025-03-31", "2025-03-31"},
    {"2025-01-31", 3, "2025-04-30", "2025-05-01"},
    {"2024-11-30", 3, "2025-02-28", "2025-03-01"},
    {"2023-11-30", 3, "2024-02-29", "2024-03-01"},
    {"2024-02-29", 12, "2025-02-28", "2025-03-01"},
    {"2024-02-29", 48, "2028-02-29", "2028-02-29"},
    {"2096-02-29", 48, "2100-02-28", "2100-03-01"},
    {"2025-12-31", 1, "2026-01-31", "2026-01-31"},
    {"2025-12-31", 2, "2026-02-28", "2026-03-01"},
    /* Backwards, also over the turn of a year. */
    {"2025-03-31", -1, "2025-02-28", "2025-03-01"},
    {"2024-03-31", -1, "2024-02-29", "2024-03-01"},
    {"2025-01-31", -1, "2024-12-31", "2024-12-31"},
    {"2025-01-31", -2, "2024-11-30", "2024-12-01"},
    {"2024-02-29", -12, "2023-02-28", "2023-03-01"},
    {"2025-01-01", -13, "2023-12-01", "2023-12-01"},
    /* From one end of the calendar to the other, 3,599 months. */
    {"1900-01-31", 3599, "2199-12-31", "2199-12-31"},
    {"2199-12-31", -3599, "1900-01-31", "1900-01-31"},
    {"1900-01-31", 3597, "2199-10-31", "2199-10-31"},
    {"1900-01-31", 3598, "2199-11-30", "2199-12-01"},
    {"2199-12-31", -3598, "1900-02-28", "1900-03-01"},
};

static void
check_months(int row, phb_month_end rule, const char *expected)
{
    phb_date date = UNTOUCHED;
    phb_status status =
        phb_date_add_months(date_of(month_steps[row].from), month_steps[row].months, rule, &date);
    ck_assert_int_eq(status, PHB_OK);
    ck_assert_date_eq(date, expected);
}

START_TEST(months_follow_the_month_end_rule)
{
    check_months(_i, PHB_MONTH_END_CLAMP, month_steps[_i].clamp);
    check_months(_i, PHB_MONTH_END_NEXT, month_steps[_i].next);
}
END_TEST

START_TEST(a_missing_day_fails_when_the_caller_asked_to_be_told)
{
    if (strcmp(month_steps[_i].clamp, month_steps[_i].next) == 0) {
        check_months(_i, PHB_MONTH_END_FAIL, month_steps[_i].clamp);
        return;
    }
    phb_date date = UNTOUCHED;
    ck_assert_int_eq(phb_date_add_months(date_of(month_steps[_i].from), month_steps[_i].months,
                                         PHB_MONTH_END_FAIL, &date),
                     PHB_ERROR_DATE_AMBIGUOUS);
    ck_assert_int_eq(date, UNTOUCHED);
}
END_TEST

static const struct {
    phb_date from;
    int32_t months;
    int rule;
    phb_status status;
} month_refusals[] = {
    {0, 1, 0, PHB_ERROR_ARGUMENT},
    {0, 1, 4, PHB_ERROR_ARGUMENT},
    {0, 1, -1, PHB_ERROR_ARGUMENT},
    {0, 3601, PHB_MONTH_END_CLAMP, PHB_ERROR_RANGE},
    {0, -3601, PHB_MONTH_END_CLAMP, PHB_ERROR_RANGE},
    {0, INT32_MAX, PHB_MONTH_END_CLAMP, PHB_ERROR_RANGE},
    {0, INT32_MIN, PHB_MONTH_END_CLAMP, PHB_ERROR_RANGE},
    /* 3,600 months are allowed, and lead out of the calendar from any day of it. */
    {PHB_DATE_MIN, 3600, PHB_MONTH_END_CLAMP, PHB_ERROR_DATE},
    {PHB_DATE_MAX, -3600, PHB_MONTH_END_CLAMP, PHB_ERROR_DATE},
    {PHB_DATE_MAX, 1, PHB_MONTH_END_CLAMP, PHB_ERROR_DATE},
    {PHB_DATE_MIN, -1, PHB_MONTH_END_CLAMP, PHB_ERROR_DATE},
    /* 31 February 2200 is outside before it is missing. */
    {PHB_DATE_MAX, 2, PHB_MONTH_END_FAIL, PHB_ERROR_DATE},
};

START_TEST(months_out_of_bounds_are_refused)
{
    phb_date date = UNTOUCHED;
    ck_assert_int_eq(phb_date_add_months(month_refusals[_i].from, month_refusals[_i].months,
                                         (phb_month_end)month_refusals[_i].rule, &date),
                     month_refusals[_i].status);
    ck_assert_int_eq(date, UNTOUCHED);
}
END_TEST

/* Somebody's age on the day before they reach it, and on that day. */
static const struct {
    const char *birth;
    int32_t years;
    const char *reached;
} birthdays[] = {
    {"2008-04-06", 18, "2026-04-06"},
    {"2008-01-01", 18, "2026-01-01"},
    {"2008-12-31", 18, "2026-12-31"},
    {"2008-03-01", 18, "2026-03-01"},
    {"2008-02-28", 18, "2026-02-28"},
    /* Born on 29 February: 1 March in common years, the 29th in leap years. */
    {"2008-02-29", 1, "2009-03-01"},
    {"2008-02-29", 4, "2012-02-29"},
    {"2008-02-29", 18, "2026-03-01"},
    {"2000-02-29", 100, "2100-03-01"},
    {"1900-01-01", 150, "2050-01-01"},
};

START_TEST(an_age_is_reached_on_the_birthday)
{
    phb_date birth = date_of(birthdays[_i].birth);
    phb_date reached = UNTOUCHED;
    int32_t age = UNTOUCHED;
    ck_assert_int_eq(phb_date_of_age(birth, birthdays[_i].years, &reached), PHB_OK);
    ck_assert_date_eq(reached, birthdays[_i].reached);
    ck_assert_int_eq(phb_date_age(birth, reached, &age), PHB_OK);
    ck_assert_int_eq(age, birthdays[_i].years);
    ck_assert_int_eq(phb_date_age(birth, reached - 1, &age), PHB_OK);
    ck_assert_int_eq(age, birthdays[_i].years - 1);
}
END_TEST

START_TEST(nobody_is_older_than_a_day_at_birth)
{
    int32_t age = UNTOUCHED;
    phb_date birth = date_of("2008-02-29");
    phb_date reached = UNTOUCHED;
    ck_assert_int_eq(phb_date_of_age(birth, 0, &reached), PHB_OK);
    ck_assert_int_eq(reached, birth);
    ck_assert_int_eq(phb_date_age(birth, birth, &age), PHB_OK);
    ck_assert_int_eq(age, 0);
}
END_TEST

START_TEST(ages_out_of_bounds_are_refused)
{
    phb_date date = UNTOUCHED;
    int32_t age = UNTOUCHED;
    ck_assert_int_eq(phb_date_of_age(0, -1, &date), PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_date_of_age(0, 151, &date), PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_date_of_age(0, INT32_MAX, &date), PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_date_of_age(PHB_DATE_MAX, 1, &date), PHB_ERROR_DATE);
    ck_assert_int_eq(phb_date_age(1, 0, &age), PHB_ERROR_RANGE);
    ck_assert_int_eq(date, UNTOUCHED);
    ck_assert_int_eq(age, UNTOUCHED);
}
END_TEST

static const struct {
    const char *date;
    int32_t tax_year;
} tax_years[] = {
    {"2026-04-05", 2025}, {"2026-04-06", 2026}, {"2026-12-31", 2026}, {"2027-01-01", 2026},
    {"2027-04-05", 2026}, {"1900-01-01", 1899}, {"1900-04-06", 1900}, {"2199-12-31", 2199},
};

START_TEST(a_tax_year_starts_on_6_april)
{
    ck_assert_int_eq(phb__tax_year_of(date_of(tax_years[_i].date)), tax_years[_i].tax_year);
}
END_TEST

START_TEST(the_start_of_a_tax_year)
{
    ck_assert_date_eq(phb__tax_year_start(2026), "2026-04-06");
    ck_assert_date_eq(phb__tax_year_start(1900), "1900-04-06");
    /* Beyond the calendar the count simply goes on: 6 April 1899 and 2200 are 270 and 96 days out.
     */
    ck_assert_int_eq(phb__tax_year_start(1899), PHB_DATE_MIN - 270);
    ck_assert_int_eq(phb__tax_year_start(2200), PHB_DATE_MAX + 96);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("date");
    tcase_set_timeout(tcase, 60);
    add_rows(tcase, known_days_have_known_numbers, known_days);
    tcase_add_test(tcase, every_day_comes_back);
    tcase_add_test(tcase, every_day_comes_back_from_its_text);
    tcase_add_test(tcase, weekdays_follow_one_another);
    add_rows(tcase, a_bad_day_is_refused_by_all, bad_days);
    add_rows(tcase, a_day_that_does_not_exist_is_refused, no_days);
    tcase_add_test(tcase, each_part_of_a_day_may_be_left_out);
    add_rows(tcase, a_text_that_is_no_day_is_refused, no_texts);
    tcase_add_test(tcase, a_day_is_written_into_eleven_bytes);
    tcase_add_test(tcase, outputs_are_needed);
    add_rows(tcase, days_are_added, day_steps);
    add_rows(tcase, months_follow_the_month_end_rule, month_steps);
    add_rows(tcase, a_missing_day_fails_when_the_caller_asked_to_be_told, month_steps);
    add_rows(tcase, months_out_of_bounds_are_refused, month_refusals);
    add_rows(tcase, an_age_is_reached_on_the_birthday, birthdays);
    tcase_add_test(tcase, nobody_is_older_than_a_day_at_birth);
    tcase_add_test(tcase, ages_out_of_bounds_are_refused);
    add_rows(tcase, a_tax_year_starts_on_6_april, tax_years);
    tcase_add_test(tcase, the_start_of_a_tax_year);
    return suite_run("date", tcase);
}
