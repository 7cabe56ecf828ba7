/*
 * What no single member can tell about dated rates, flat pay, cover, references and sums: each row
 * spoils a good budget at one place, as a program would that builds it call by call.
 */

#include "two_of_each.h"

static void
add_rate(const char *from)
{
    ck_assert_int_eq(phb_budget_add_dated_rate(budget, 0, 1, date_of(from), 140000, NULL), PHB_OK);
}
static void
add_amount(const char *from)
{
    ck_assert_int_eq(phb_budget_add_dated_amount(budget, 1, date_of(from), 9000, NULL), PHB_OK);
}
static void
rate_twice(void)
{
    add_rate("2026-04-06");
}
static void
no_rate(void)
{
    hours[1].given.rate_penny_hundredths = PHB_NUMBER_NONE;
}
static void
dated_rate(void)
{
    no_rate();
    add_rate("2026-04-06");
    add_rate("2026-04-07");
}
static void
dated_rate_late(void)
{
    no_rate();
    hours[1].given.start = date_of("2026-06-01");
    add_rate("2026-06-02");
}
static void
dated_rate_of_assistant(void)
{
    no_rate();
    assistants[0].given.start = date_of("2026-06-01");
    add_rate("2026-06-01");
}
static void
dated_rate_again(void)
{
    no_rate();
    add_rate("2026-04-06");
    add_rate("2026-04-06");
}
static void
dated_amount(void)
{
    lines[1].given.amount_penny_hundredths = PHB_NUMBER_NONE;
    lines[1].given.start = date_of("2026-06-01");
    add_amount("2026-06-01");
}
static void
amount_twice(void)
{
    add_amount("2026-04-06");
}
static void
no_amount(void)
{
    lines[1].given.amount_penny_hundredths = PHB_NUMBER_NONE;
}
static void
dated_once(void)
{
    no_amount();
    lines[1].given.per = PHB_PER_ONCE;
    add_amount("2026-04-06");
}
static void
flat_hours(void)
{
    hours[1].given.type = PHB_HOURS_LIVE_IN;
    hours[1].given.minutes_per_week = PHB_NUMBER_NONE;
    hours[1].given.nights_per_week_hundredths = 200;
}
static void
flat_by_minutes(void)
{
    flat_hours();
    hours[1].given.minutes_per_week = 60;
}
static void
flat_without_nights(void)
{
    flat_hours();
    hours[1].given.nights_per_week_hundredths = PHB_NUMBER_NONE;
}
static void
awake_without_rate(void)
{
    flat_hours();
    hours[1].given.awake_minutes_per_night = 30;
}
static void
hourly_by_nights(void)
{
    hours[1].given.nights_per_week_hundredths = 100;
}
static void
hourly_without_minutes(void)
{
    hours[1].given.minutes_per_week = PHB_NUMBER_NONE;
}
static void
cover_of_both(void)
{
    flat_hours();
    assistants[0].given.leave_method = PHB_LEAVE_COVER;
    assistants[0].given.leave_by = PHB_COVER_BY_TEAM;
    assistants[0].given.leave_rate_penny_hundredths = 1;
    assistants[0].given.leave_night_rate_pence = 1;
}
static void
cover_by_nobody(void)
{
    cover_of_both();
    assistants[0].given.leave_by = (phb_cover_by)0;
}
static void
cover_without_night_rate(void)
{
    cover_of_both();
    assistants[0].given.leave_night_rate_pence = PHB_PENCE_NONE;
}
static void
cover_without_rate(void)
{
    cover_of_both();
    assistants[0].given.leave_rate_penny_hundredths = PHB_NUMBER_NONE;
}
static void
sick_without_weeks(void)
{
    assistants[0].given.sickness_cover_rate_penny_hundredths = 1;
}
static void
sick_night_without_rate(void)
{
    flat_hours();
    sick_without_weeks();
    assistants[0].given.sickness_weeks_hundredths = 100;
}
static void
half_a_bank_holiday(void)
{
    assistants[0].given.bank_holiday_minutes = 300;
}
static void
line_of_assistants(void)
{
    lines[1].given.per = PHB_PER_ASSISTANT;
    ck_assert_int_eq(phb_budget_add_line_assistant(budget, 1, "pa-2", NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_add_line_assistant(budget, 1, "pa-1", NULL), PHB_OK);
}
static void
line_of_nobody(void)
{
    line_of_assistants();
    ck_assert_int_eq(phb_budget_add_line_assistant(budget, 1, "payroll", NULL), PHB_OK);
}
static void
line_of_one_twice(void)
{
    line_of_assistants();
    ck_assert_int_eq(phb_budget_add_line_assistant(budget, 1, "pa-2", NULL), PHB_OK);
}
static void
weekly_of_assistants(void)
{
    line_of_assistants();
    lines[1].given.per = PHB_PER_WEEK;
}
static void
add_funder(const char *id, int64_t share_ppm)
{
    phb_funder funder = PHB_FUNDER_INIT;
    funder.id = id;
    funder.kind = PHB_FUNDER_NHS;
    funder.share_ppm = share_ppm;
    ck_assert_int_eq(phb_budget_add_funder(budget, &funder, NULL), PHB_OK);
}
static void
funders(void)
{
    add_funder("nhs", 600000);
    add_funder("pa-1", 400000); /* funders are a kind of their own */
    add_funder("gift", PHB_NUMBER_NONE);
    assistants[0].given.funder = "nhs";
    lines[0].given.funder = "gift";
}
static void
funders_twice(void)
{
    funders();
    add_funder("nhs", PHB_NUMBER_NONE);
}
static void
funder_of_nobody(void)
{
    funders();
    assistants[1].given.funder = "la";
}
static void
shares_of_less(void)
{
    funders();
    add_funder("la", 1);
}
static void
agreed(void)
{
    static const char *const ids[] = {"ins", "pa-2", "contingency", "wheelchair",
                                      "employment_allowance"};
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        ck_assert_int_eq(phb_budget_add_agreed_line(budget, ids[i], 1, NULL), PHB_OK);
    }
}
static void
agreed_twice(void)
{
    agreed();
    ck_assert_int_eq(phb_budget_add_agreed_line(budget, "ins", 1, NULL), PHB_OK);
}
static void
agreed_for_nothing(void)
{
    ck_assert_int_eq(phb_budget_add_agreed_line(budget, "pay", 1, NULL), PHB_OK);
}
static void
used_twice(void)
{
    ck_assert_int_eq(phb_budget_add_allowance_used(budget, 2199, 1, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_add_allowance_used(budget, 1900, 1, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_add_allowance_used(budget, 2199, 2, NULL), PHB_OK);
}
static void
paid_late(void)
{
    settings->payment_frequency = PHB_PAYMENT_ONCE;
    settings->first_payment = settings->end + 1;
}
static void
paid_on_the_last_day(void)
{
    paid_late();
    settings->first_payment = settings->end;
}
static void
contingency_twice(void)
{
    settings->contingency_ppm = 0;
    settings->contingency_pence = 0;
}
static void
contingency_of_nothing(void)
{
    settings->contingency_paid = PHB_CONTINGENCY_SPREAD;
}
static void
half_a_wheelchair(void)
{
    settings->wheelchair_price_pence = 1;
}

static const struct {
    void (*change)(void);
    phb_status status;
    const char *path;
    const char *message;
} rows[] = {
    {dated_rate, PHB_OK, "", ""},
    {dated_rate_of_assistant, PHB_OK, "", ""},
    {dated_amount, PHB_OK, "", ""},
    {flat_hours, PHB_OK, "", ""},
    {cover_of_both, PHB_OK, "", ""},
    {line_of_assistants, PHB_OK, "", ""},
    {funders, PHB_OK, "", ""},
    {agreed, PHB_OK, "", ""},
    {paid_on_the_last_day, PHB_OK, "", ""},
    {no_rate, PHB_ERROR_INCOMPLETE, "/assistants/0/hours/1", "rate is missing"},
    {rate_twice, PHB_ERROR_DUPLICATE, "/assistants/0/hours/1/rate",
     "rate is said as a number and as a list"},
    {dated_rate_late, PHB_ERROR_DATE, "/assistants/0/hours/1/rate/0/from",
     "from is after the day on which this begins: what holds until then"},
    {dated_rate_again, PHB_ERROR_DATE, "/assistants/0/hours/1/rate/1/from",
     "from is not after that of the entry before"},
    {no_amount, PHB_ERROR_INCOMPLETE, "/lines/1", "amount is missing"},
    {amount_twice, PHB_ERROR_DUPLICATE, "/lines/1/amount",
     "amount is said as a number and as a list"},
    {dated_once, PHB_ERROR_RANGE, "/lines/1/amount",
     "amount is one amount, not a list, where the line falls due once"},
    {flat_by_minutes, PHB_ERROR_RANGE, "/assistants/0/hours/1/minutes_per_week",
     "minutes_per_week is not for sleep_in and live_in, which are paid by the night"},
    {flat_without_nights, PHB_ERROR_INCOMPLETE, "/assistants/0/hours/1",
     "nights_per_week is missing: how many nights is it"},
    {awake_without_rate, PHB_ERROR_INCOMPLETE, "/assistants/0/hours/1",
     "awake_rate is missing: what is an hour awake paid"},
    {hourly_by_nights, PHB_ERROR_RANGE, "/assistants/0/hours/1/nights_per_week",
     "flat pay is only for sleep_in and live_in"},
    {hourly_without_minutes, PHB_ERROR_INCOMPLETE, "/assistants/0/hours/1",
     "minutes_per_week is missing: how much time is it"},
    {cover_by_nobody, PHB_ERROR_INCOMPLETE, "/assistants/0/leave",
     "by is missing: who covers the leave"},
    {cover_without_rate, PHB_ERROR_INCOMPLETE, "/assistants/0/leave",
     "rate is missing: what does an hour of cover cost"},
    {cover_without_night_rate, PHB_ERROR_INCOMPLETE, "/assistants/0/leave",
     "night_rate is missing: what does a night of cover cost"},
    {sick_without_weeks, PHB_ERROR_INCOMPLETE, "/assistants/0/sickness",
     "weeks is missing: how long is cover needed a year"},
    {sick_night_without_rate, PHB_ERROR_INCOMPLETE, "/assistants/0/sickness",
     "cover_night_rate is missing: what does a night of cover cost"},
    {half_a_bank_holiday, PHB_ERROR_INCOMPLETE, "/assistants/0/bank_holiday", "premium is missing"},
    {line_of_nobody, PHB_ERROR_NOT_FOUND, "/lines/1/assistants/2",
     "this is not the id of any of the assistants"},
    {line_of_one_twice, PHB_ERROR_DUPLICATE, "/lines/1/assistants/2",
     "this assistant is named already"},
    {weekly_of_assistants, PHB_ERROR_RANGE, "/lines/1/assistants",
     "assistants is only for what is per payslip, assistant or assistant_year"},
    {funders_twice, PHB_ERROR_DUPLICATE, "/funders/3/id", "id is already the id of another funder"},
    {funder_of_nobody, PHB_ERROR_NOT_FOUND, "/assistants/1/funder",
     "funder is not the id of any of the funders"},
    {shares_of_less, PHB_ERROR_RANGE, "/funders", "the shares must add to 100%"},
    {agreed_twice, PHB_ERROR_DUPLICATE, "/agreed_by_line/ins", "agreed_by_line has this twice"},
    {agreed_for_nothing, PHB_ERROR_NOT_FOUND, "/agreed_by_line/pay",
     "a key of agreed_by_line is not the id of any assistant or line"},
    {used_twice, PHB_ERROR_DUPLICATE, "/employer/employment_allowance/already_used/2/tax_year",
     "tax_year is said already"},
    {paid_late, PHB_ERROR_DATE, "/payments/first_payment",
     "first_payment is after the end of the period"},
    {contingency_twice, PHB_ERROR_DUPLICATE, "/contingency/amount",
     "the contingency is said already, in another way"},
    {contingency_of_nothing, PHB_ERROR_INCOMPLETE, "/contingency",
     "weeks, percent or amount is missing: how large is the contingency"},
    {half_a_wheelchair, PHB_ERROR_INCOMPLETE, "/wheelchair", "option is missing"},
};

START_TEST(parts_of_a_budget_hold_together_or_say_where_not)
{
    phb_error error = PHB_ERROR_INIT;
    rows[_i].change();
    ck_assert_int_eq(phb__budget_check(NULL, &budget->content, &error), rows[_i].status);
    ck_assert_str_eq(error.path, rows[_i].path);
    ck_assert_str_eq(error.message, rows[_i].message);
}
END_TEST

static const struct {
    const char *day;
    int64_t amount;
} held[] = {{"2026-04-05", 10}, {"2026-04-06", 10}, {"2026-04-30", 10},
            {"2026-05-01", 20}, {"2026-05-02", 30}, {"2027-01-01", 30}};

START_TEST(the_last_amount_from_a_day_or_before_holds)
{
    struct phb__dated dated[] = {
        {date_of("2026-04-06"), 10}, {date_of("2026-05-01"), 20}, {date_of("2026-05-02"), 30}};
    struct phb__list list = {dated, COUNT_OF(dated), COUNT_OF(dated)};
    struct phb__list none = {NULL, 0, 0};
    phb_date day = date_of(held[_i].day);
    ck_assert_int_eq(phb__dated_on(&list, 5, day), held[_i].amount);
    ck_assert_int_eq(phb__dated_on(&none, 5, day), 5);
}
END_TEST

START_TEST(sleep_ins_and_live_ins_are_flat)
{
    phb_hours entry = PHB_HOURS_INIT;
    for (int32_t type = 0; type <= PHB_HOURS_LIVE_IN; type++) {
        entry.type = (phb_hours_type)type;
        ck_assert(phb__hours_are_flat(&entry) == (type >= PHB_HOURS_SLEEP_IN));
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("budget_parts");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    add_rows(tcase, parts_of_a_budget_hold_together_or_say_where_not, rows);
    add_rows(tcase, the_last_amount_from_a_day_or_before_holds, held);
    tcase_add_test(tcase, sleep_ins_and_live_ins_are_flat);
    return suite_run("budget_parts", tcase);
}
