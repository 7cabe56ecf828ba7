#include "costing/stretch.h"

#include "support/suite.h"

static struct phb__stretch
stretch_of(const char *start, const char *end)
{
    return (struct phb__stretch){date_of(start), date_of(end)};
}

static const struct {
    const char *start;
    const char *end;
    int64_t numerator;
    int64_t denominator;
} months[] = {
    {"2026-10-01", "2027-03-31", 6, 1},
    {"2026-01-10", "2026-02-09", 22 * 28 + 9 * 31, 31 * 28}, /* 22/31 + 9/28 */
    {"2026-02-01", "2026-02-28", 1, 1},
    {"2024-02-29", "2024-02-29", 1, 29},
    {"2026-04-06", "2027-04-05", 12, 1}, /* 25/30 of April, eleven months, 5/30 of April */
    {"2026-04-16", "2026-04-30", 1, 2},
    {"2026-01-31", "2026-03-01", 1 + 31 + 1, 31}, /* 1/31, February, 1/31 */
    {"2016-04-06", "2026-04-05", 120, 1},
};

START_TEST(months_are_the_parts_of_calendar_months)
{
    struct phb__fraction sum = phb__months(stretch_of(months[_i].start, months[_i].end));
    struct phb__fraction expected;
    ck_assert(phb__fraction_of(months[_i].numerator, months[_i].denominator, &expected));
    ck_assert_int_eq(sum.numerator, expected.numerator);
    ck_assert_int_eq(sum.denominator, expected.denominator);
}
END_TEST

/* Twelve months from the start or an anniversary, always counted from the start. */
static const struct {
    const char *start;
    const char *day;
    const char *year_start;
    const char *year_end;
} years[] = {
    {"2026-04-06", "2026-04-06", "2026-04-06", "2027-04-05"},
    {"2026-04-06", "2027-04-05", "2026-04-06", "2027-04-05"},
    {"2026-04-06", "2027-04-06", "2027-04-06", "2028-04-05"},
    {"2026-04-06", "2028-01-01", "2027-04-06", "2028-04-05"},
    {"2024-02-29", "2024-02-29", "2024-02-29", "2025-02-27"},
    {"2024-02-29", "2025-02-27", "2024-02-29", "2025-02-27"},
    {"2024-02-29", "2025-02-28", "2025-02-28", "2026-02-27"},
    {"2024-02-29", "2028-02-28", "2027-02-28", "2028-02-28"}, /* 366 days: the 29th came back */
    {"2024-02-29", "2028-02-29", "2028-02-29", "2029-02-27"},
    {"2026-12-31", "2027-12-30", "2026-12-31", "2027-12-30"},
    {"2026-01-01", "2027-12-31", "2027-01-01", "2027-12-31"},
    {"2199-06-01", "2199-12-31", "2199-06-01", "2199-12-31"}, /* the calendar ends there */
};

START_TEST(a_budget_year_is_counted_from_the_start)
{
    struct phb__calendar calendar = phb__calendar_of(
        (struct phb__stretch){date_of(years[_i].start), PHB_DATE_MAX}, PHB_WEEKS_DAYS);
    struct phb__stretch year = phb__budget_year(&calendar, date_of(years[_i].day));
    ck_assert_date_eq(year.start, years[_i].year_start);
    ck_assert_date_eq(year.end, years[_i].year_end);
}
END_TEST

static const struct {
    const char *period_start;
    const char *start;
    const char *end;
    phb_weeks_in_year weeks_in_year;
    int64_t years_numerator;
    int64_t years_denominator;
    int64_t weeks_numerator;
    int64_t weeks_denominator;
} spans[] = {
    {"2026-04-06", "2026-04-06", "2027-04-05", PHB_WEEKS_DAYS, 1, 1, 365, 7},
    {"2026-04-06", "2026-04-06", "2027-04-05", PHB_WEEKS_52, 1, 1, 52, 1},
    {"2026-04-06", "2026-04-06", "2026-04-12", PHB_WEEKS_DAYS, 7, 365, 1, 1},
    {"2026-04-06", "2026-04-06", "2026-04-12", PHB_WEEKS_52, 7, 365, 7 * 52, 365},
    {"2027-04-06", "2027-04-06", "2028-04-05", PHB_WEEKS_DAYS, 1, 1, 366, 7},
    {"2027-04-06", "2027-04-06", "2027-04-06", PHB_WEEKS_52, 1, 366, 26, 183},
    /* One day of a year of 365 and one of a year of 366. */
    {"2026-04-06", "2027-04-05", "2027-04-06", PHB_WEEKS_DAYS, 365 + 366, 365 * 366, 2, 7},
    {"2026-04-06", "2026-04-06", "2028-04-05", PHB_WEEKS_52, 2, 1, 104, 1},
    /* Not said means days. */
    {"2026-04-06", "2026-04-06", "2026-04-19", (phb_weeks_in_year)0, 14, 365, 2, 1},
};

START_TEST(years_and_weeks_are_exact)
{
    struct phb__calendar calendar =
        phb__calendar_of((struct phb__stretch){date_of(spans[_i].period_start), PHB_DATE_MAX},
                         spans[_i].weeks_in_year);
    struct phb__stretch stretch = stretch_of(spans[_i].start, spans[_i].end);
    struct phb__fraction expected;
    struct phb__fraction is = phb__years(&calendar, stretch);
    ck_assert(phb__fraction_of(spans[_i].years_numerator, spans[_i].years_denominator, &expected));
    ck_assert_int_eq(is.numerator, expected.numerator);
    ck_assert_int_eq(is.denominator, expected.denominator);
    is = phb__weeks(&calendar, stretch);
    ck_assert(phb__fraction_of(spans[_i].weeks_numerator, spans[_i].weeks_denominator, &expected));
    ck_assert_int_eq(is.numerator, expected.numerator);
    ck_assert_int_eq(is.denominator, expected.denominator);
}
END_TEST

static const struct {
    struct phb__stretch a;
    struct phb__stretch b;
    bool is_shared;
    struct phb__stretch both;
} overlaps[] = {
    {{1, 9}, {3, 5}, true, {3, 5}},    {{3, 5}, {1, 9}, true, {3, 5}},
    {{1, 5}, {5, 9}, true, {5, 5}},    {{1, 4}, {5, 9}, false, {0, 0}},
    {{5, 9}, {1, 4}, false, {0, 0}},   {{1, 1}, {1, 1}, true, {1, 1}},
    {{-5, 0}, {-9, 3}, true, {-5, 0}},
};

START_TEST(what_two_stretches_share)
{
    struct phb__stretch both = {77, 77};
    ck_assert(phb__stretch_overlap(overlaps[_i].a, overlaps[_i].b, &both) ==
              overlaps[_i].is_shared);
    if (overlaps[_i].is_shared) {
        ck_assert_int_eq(both.start, overlaps[_i].both.start);
        ck_assert_int_eq(both.end, overlaps[_i].both.end);
        ck_assert_int_eq(phb__stretch_days(both), (int64_t)both.end - both.start + 1);
    } else {
        ck_assert_int_eq(both.start, 77);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("stretch");
    add_rows(tcase, months_are_the_parts_of_calendar_months, months);
    add_rows(tcase, a_budget_year_is_counted_from_the_start, years);
    add_rows(tcase, years_and_weeks_are_exact, spans);
    add_rows(tcase, what_two_stretches_share, overlaps);
    return suite_run("stretch", tcase);
}
