/* What no single member can tell: each row spoils a good budget at one place. */

#include <stddef.h>

#include "two_of_each.h"

static void
nothing(void)
{
}
static void
no_period(void)
{
    settings->start = settings->end = PHB_DATE_NONE;
}
static void
no_end(void)
{
    settings->end = PHB_DATE_NONE;
}
static void
one_day(void)
{
    settings->end = settings->start;
}
static void
backwards(void)
{
    settings->end = settings->start - 1;
}
static void
ten_years(void)
{
    settings->end = date_of("2036-04-05");
}
static void
too_long(void)
{
    settings->end = date_of("2036-04-06");
}
static void
last_years(void)
{
    settings->start = date_of("2195-01-01");
    settings->end = date_of("2199-12-31");
}
static void
same_assistants(void)
{
    assistants[1].given.id = "pa-1";
}
static void
same_lines(void)
{
    lines[1].given.id = "ins";
}
static void
same_across(void)
{
    lines[1].given.id = "pa-2";
}
static void
no_hours(void)
{
    assistants[1].hours.count = 0;
}
static void
born_on_the_first_day(void)
{
    assistants[1].given.date_of_birth = settings->start;
}
static void
born_later(void)
{
    assistants[1].given.date_of_birth = settings->start + 1;
}
static void
leaves_before(void)
{
    assistants[1].given.start = date_of("2026-06-02");
    assistants[1].given.end = date_of("2026-06-01");
}
static void
hours_backwards(void)
{
    hours[1].given.start = date_of("2026-06-02");
    hours[1].given.end = date_of("2026-06-01");
}
static void
line_backwards(void)
{
    lines[1].given.start = date_of("2026-06-02");
    lines[1].given.end = date_of("2026-06-01");
}
static void
no_reason(void)
{
    assistants[0].given.leave_method = PHB_LEAVE_NONE;
}
static void
a_reason(void)
{
    assistants[0].given.leave_method = PHB_LEAVE_NONE;
    assistants[0].given.leave_reason = "family";
}
static void
too_many_minutes(void)
{
    hours[0].given.minutes_per_week = 10081;
}
static void
no_minutes(void)
{
    hours[0].given.minutes_per_week = 0;
}
static void
too_dear(void)
{
    lines[0].given.amount_penny_hundredths = PHB_PENCE_MAX * 100 + 1;
}
static void
dearest(void)
{
    lines[0].given.amount_penny_hundredths = PHB_PENCE_MAX * 100;
}

static const struct {
    void (*spoil)(void);
    phb_status status;
    const char *path;
    const char *message;
} rows[] = {
    {nothing, PHB_OK, "", ""},
    {one_day, PHB_OK, "", ""},
    {ten_years, PHB_OK, "", ""},
    {last_years, PHB_OK, "", ""},
    {a_reason, PHB_OK, "", ""},
    {dearest, PHB_OK, "", ""},
    {born_on_the_first_day, PHB_OK, "", ""},
    {born_later, PHB_ERROR_DATE, "/assistants/1/date_of_birth",
     "date_of_birth is after the first day employed"},
    {no_period, PHB_ERROR_INCOMPLETE, "", "period is missing"},
    {no_end, PHB_ERROR_INCOMPLETE, "/period", "end is missing"},
    {backwards, PHB_ERROR_DATE, "/period/end", "end is before start"},
    {too_long, PHB_ERROR_RANGE, "/period", "the period must be at most ten years"},
    {same_assistants, PHB_ERROR_DUPLICATE, "/assistants/1/id",
     "id is already the id of another assistant or line"},
    {same_lines, PHB_ERROR_DUPLICATE, "/lines/1/id",
     "id is already the id of another assistant or line"},
    {same_across, PHB_ERROR_DUPLICATE, "/lines/1/id",
     "id is already the id of another assistant or line"},
    {no_hours, PHB_ERROR_INCOMPLETE, "/assistants/1", "hours is missing"},
    {leaves_before, PHB_ERROR_DATE, "/assistants/1/end", "end is before start"},
    {hours_backwards, PHB_ERROR_DATE, "/assistants/0/hours/1/end", "end is before start"},
    {line_backwards, PHB_ERROR_DATE, "/lines/1/end", "end is before start"},
    {no_reason, PHB_ERROR_INCOMPLETE, "/assistants/0/leave",
     "reason is missing: why does nobody cover the leave"},
    {too_many_minutes, PHB_ERROR_RANGE, "/assistants/0/hours/0/minutes_per_week",
     "minutes_per_week must be at most 10080 minutes"},
    {no_minutes, PHB_ERROR_RANGE, "/assistants/0/hours/0/minutes_per_week",
     "minutes_per_week must be at least 1 minute"},
    {too_dear, PHB_ERROR_RANGE, "/lines/0/amount", "amount must be at most 10000000000.00"},
};

START_TEST(a_budget_holds_together_or_says_where_not)
{
    phb_error error = PHB_ERROR_INIT;
    rows[_i].spoil();
    ck_assert_int_eq(phb__budget_check(NULL, &budget->content, &error), rows[_i].status);
    ck_assert_str_eq(error.path, rows[_i].path);
    ck_assert_str_eq(error.message, rows[_i].message);
}
END_TEST

static const struct {
    size_t list;
    uint32_t most;
    const char *path;
} counts[] = {
    {offsetof(struct phb__budget_content, assistants), 1000, "/assistants"},
    {offsetof(struct phb__budget_content, lines), 1000, "/lines"},
    {offsetof(struct phb__budget_content, funders), 1000, "/funders"},
    {offsetof(struct phb__budget_content, allowance_used), 1000,
     "/employer/employment_allowance/already_used"},
    {offsetof(struct phb__budget_content, agreed_lines), 2003, "/agreed_by_line"},
};

START_TEST(a_budget_has_at_most_a_thousand_of_each)
{
    phb_error error = PHB_ERROR_INIT;
    struct phb__budget_content *content = &budget->content;
    struct phb__list *list = (void *)((char *)content + counts[_i].list);
    uint32_t count = list->count;
    list->count = counts[_i].most + 1; /* they are counted before they are looked at */
    ck_assert_int_eq(phb__budget_check(NULL, content, &error), PHB_ERROR_LIMIT);
    ck_assert_str_eq(error.path, counts[_i].path);
    list->count = count;
}
END_TEST

START_TEST(a_day_that_is_not_said_is_another)
{
    ck_assert_int_eq(phb__day_or(PHB_DATE_NONE, 5), 5);
    ck_assert_int_eq(phb__day_or(0, 5), 0);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("budget_check");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    add_rows(tcase, a_budget_holds_together_or_says_where_not, rows);
    add_rows(tcase, a_budget_has_at_most_a_thousand_of_each, counts);
    tcase_add_test(tcase, a_day_that_is_not_said_is_another);
    return suite_run("budget_check", tcase);
}
