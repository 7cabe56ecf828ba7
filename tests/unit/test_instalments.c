/* When the direct payment is paid. A line of £365.00 a year is £1.00 a day of a common year. */

#include <stdio.h>
#include <string.h>

#include "support/costed.h"
#include "support/recompute.h"
#include "support/suite.h"

/* "2026-04-06 28.00; 2026-05-04 14.00" */
static const char *
paid(const phb_costing *costing)
{
    static char text[4096];
    const phb_table *table = phb_costing_table(costing, PHB_COSTING_INSTALMENTS);
    size_t used = 0;
    text[0] = '\0';
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        char amount[PHB_PENCE_TEXT_SIZE];
        ck_assert_int_eq(
            phb_pence_format(phb_table_int64(table, "amount", NULL)[row], amount, sizeof amount),
            PHB_OK);
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s %s", row == 0 ? "" : "; ",
                                 date_text(phb_table_int32(table, "on", NULL)[row]), amount);
        ck_assert_uint_lt(used, sizeof text);
    }
    return text;
}

/* Each leads to a step of its amount. */
static void
check_steps(const phb_costing *costing)
{
    const phb_table *table = phb_costing_table(costing, PHB_COSTING_INSTALMENTS);
    const phb_table *steps = phb_costing_table(costing, PHB_COSTING_STEPS);
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        int32_t step = phb_table_int32(table, "step", NULL)[row];
        ck_assert_int_ge(step, 0);
        ck_assert_int_eq(phb_table_int64(steps, "value", NULL)[step],
                         phb_table_int64(table, "amount", NULL)[row]);
    }
}

static void
check_paid(const char *period, const char *members, const char *expected)
{
    phb_costing *costing = costed(period, members);
    const char *wrong = recompute(costing);
    ck_assert_str_eq(paid(costing), expected);
    ck_assert_msg(!wrong, "%s", wrong);
    check_steps(costing);
    phb_costing_free(costing);
}

#define A_POUND_A_DAY \
    "'lines': [{'id': 'a', 'category': 'other', 'amount': '365.00', 'per': 'year', " \
    "'deployment': 'direct_payment'}]"

static const struct {
    const char *period;
    const char *payments;
    const char *instalments;
} dates[] = {
    /* Four weeks and a day: the day is less than half a week, and joins the week before. */
    {"2026-04-06/2026-05-04", "'frequency': 'weekly'",
     "2026-04-06 7.00; 2026-04-13 7.00; 2026-04-20 7.00; 2026-04-27 8.00"},
    /* 28 and 14 days: half of four weeks is not less than half of them. */
    {"2026-04-06/2026-05-17", "'frequency': 'four_weekly'", "2026-04-06 28.00; 2026-05-04 14.00"},
    {"2026-04-06/2026-05-16", "'frequency': 'four_weekly'", "2026-04-06 41.00"},
    /* By corresponding dates: 30 days of April and May, 31 of May and June. */
    {"2026-04-06/2026-07-05", "'frequency': 'monthly'",
     "2026-04-06 30.00; 2026-05-06 31.00; 2026-06-06 30.00"},
    /* Counted from the first, so that the 31st comes back; 30 April lies behind the end. */
    {"2026-01-31/2026-04-29", "'frequency': 'monthly'",
     "2026-01-31 28.00; 2026-02-28 31.00; 2026-03-31 30.00"},
    {"2026-04-06/2027-04-05", "'frequency': 'once'", "2026-04-06 365.00"},
    {"2026-04-06/2026-04-08", "'frequency': 'monthly'", "2026-04-06 3.00"},
    /* Before the period: 6 to 14 April are 9 days, 15 May to 5 June 22. */
    {"2026-04-06/2026-06-05", "'frequency': 'monthly', 'first_payment': '2026-03-15'",
     "2026-03-15 9.00; 2026-04-15 30.00; 2026-05-15 22.00"},
    /* The first also pays for the days before it: 6 April to 19 May are 44. */
    {"2026-04-06/2026-06-05", "'frequency': 'monthly', 'first_payment': '2026-04-20'",
     "2026-04-20 44.00; 2026-05-20 17.00"},
    /* From 20 April a month has 30 days: 15 are half of it, 14 are less. */
    {"2026-04-06/2026-05-04", "'frequency': 'monthly', 'first_payment': '2026-03-20'",
     "2026-03-20 14.00; 2026-04-20 15.00"},
    {"2026-04-06/2026-05-03", "'frequency': 'monthly', 'first_payment': '2026-03-20'",
     "2026-03-20 28.00"},
    /* The last day there is. */
    {"2026-04-06/2026-04-19", "'frequency': 'weekly', 'first_payment': '2026-04-19'",
     "2026-04-19 14.00"},
};

START_TEST(instalments_fall_on_their_days)
{
    char members[512];
    snprintf(members, sizeof members, "'payments': {%s}, " A_POUND_A_DAY, dates[_i].payments);
    check_paid(dates[_i].period, members, dates[_i].instalments);
}
END_TEST

START_TEST(without_a_frequency_there_are_none)
{
    check_paid("2026-04-06/2027-04-05", A_POUND_A_DAY, "");
}
END_TEST

#define THREE_WEEKS "2026-04-06/2026-04-26"
#define WEEKLY "'payments': {'frequency': 'weekly'}, "

static const struct {
    const char *members;
    const char *instalments;
} amounts[] = {
    /* 10p over three weeks: 3.33… so far is 3, 6.66… is 7, and then all of it. */
    {WEEKLY "'contingency': {'amount': '0.10'}",
     "2026-04-06 0.03; 2026-04-13 0.04; 2026-04-20 0.03"},
    {WEEKLY "'contingency': {'amount': '0.10', 'paid': 'on_request'}",
     "2026-04-06 0.00; 2026-04-13 0.00; 2026-04-20 0.00"},
    {WEEKLY "'contingency': {'amount': '0.10', 'held': 'outside'}",
     "2026-04-06 0.00; 2026-04-13 0.00; 2026-04-20 0.00"},
    {WEEKLY "'contingency': {'amount': '0.10', 'deployment': 'notional'}",
     "2026-04-06 0.00; 2026-04-13 0.00; 2026-04-20 0.00"},
    /* A line of the second and half of the third week. */
    {WEEKLY "'lines': [{'id': 'a', 'category': 'other', 'amount': '365.00', 'per': 'year', "
            "'start': '2026-04-13', 'end': '2026-04-22', 'deployment': 'direct_payment'}]",
     "2026-04-06 0.00; 2026-04-13 7.00; 2026-04-20 3.00"},
    /* Once: whole, with the last instalment on or before its start. */
    {WEEKLY "'lines': [{'id': 'a', 'category': 'other', 'amount': '9.00', 'per': 'once', "
            "'start': '2026-04-19', 'deployment': 'direct_payment'}, "
            "{'id': 'b', 'category': 'other', 'amount': '5.00', 'per': 'once', "
            "'start': '2026-04-20', 'deployment': 'direct_payment'}, "
            "{'id': 'c', 'category': 'other', 'amount': '3.00', 'per': 'once', "
            "'deployment': 'third_party'}]",
     "2026-04-06 0.00; 2026-04-13 9.00; 2026-04-20 5.00"},
    /* Once, before the first instalment. */
    {"'payments': {'frequency': 'weekly', 'first_payment': '2026-04-13'}, "
     "'lines': [{'id': 'a', 'category': 'other', 'amount': '9.00', 'per': 'once', "
     "'deployment': 'direct_payment'}]",
     "2026-04-13 9.00; 2026-04-20 0.00"},
    {WEEKLY "'wheelchair': {'option': 'direct_payment', 'prescribed_cost': '100.00'}",
     "2026-04-06 100.00; 2026-04-13 0.00; 2026-04-20 0.00"},
};

START_TEST(instalments_carry_what_falls_due)
{
    check_paid(THREE_WEEKS, amounts[_i].members, amounts[_i].instalments);
}
END_TEST

/*
 * One week of £96.04 owes a penny of National Insurance (15% of 4p, and 6 of the third decimal goes
 * up). The allowance takes that penny off, spread over both weeks: of half a penny so far a whole
 * one is paid, and a whole one is taken off.
 */
START_TEST(what_is_taken_off_is_spread_as_if_it_were_paid)
{
    check_paid("2026-04-06/2026-04-19",
               WEEKLY
               "'employer': {'employment_allowance': {'claim': true}}, 'assistants': [{'id': 'pa', "
               "'end': '2026-04-12', 'pay_frequency': 'weekly', 'hours': [{'hours_per_week': 1, "
               "'rate': '96.04'}], 'leave': {'method': 'none', 'reason': 'family'}, 'deployment': "
               "'direct_payment'}]",
               "2026-04-06 96.04; 2026-04-13 0.00");
}
END_TEST

/* Ten years of weeks: what the instalments carry is the direct payment, whatever is traced. */
START_TEST(instalments_add_up_to_the_lines)
{
    phb_costing *costing = costed(
        "2019-04-06/2029-04-05", WEEKLY
        "'lines': [{'id': 'a', 'category': 'other', 'amount': '1234.57', 'per': 'year', "
        "'deployment': 'direct_payment'}, {'id': 'b', 'category': 'other', 'amount': '0.29', "
        "'per': "
        "'week', 'start': '2021-01-01', 'end': '2027-03-04', 'deployment': 'direct_payment'}]");
    const phb_table *table = phb_costing_table(costing, PHB_COSTING_INSTALMENTS);
    phb_pence sum = 0;
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        sum += phb_table_int64(table, "amount", NULL)[row];
    }
    ck_assert_uint_eq(phb_table_rows(table), 522); /* 3,653 days: 521 weeks and 6 days */
    ck_assert_int_eq(sum, phb_costing_total_pence(costing));
    check_steps(costing);
    ck_assert_ptr_null(recompute(costing));
    phb_costing_free(costing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("instalments");
    add_rows(tcase, instalments_fall_on_their_days, dates);
    tcase_add_test(tcase, without_a_frequency_there_are_none);
    add_rows(tcase, instalments_carry_what_falls_due, amounts);
    tcase_add_test(tcase, what_is_taken_off_is_spread_as_if_it_were_paid);
    tcase_add_test(tcase, instalments_add_up_to_the_lines);
    return suite_run("instalments", tcase);
}
