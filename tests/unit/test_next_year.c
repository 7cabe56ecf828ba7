/* What of a budget goes on into the next twelve months, member by member. */

#include <stdio.h>
#include <string.h>

#include <phb/phb.h>

#include "support/json.h"
#include "support/suite.h"

static phb_budget *
budget_of(const char *period, const char *members)
{
    char text[4096];
    phb_budget *budget = NULL;
    phb_error error = PHB_ERROR_INIT;
    (void)snprintf(text, sizeof text,
                   "{'format': 'phb-budget/1', 'period': {'start': '%.10s', 'end': '%s'}%s%s}",
                   period, period + 11, members[0] == '\0' ? "" : ", ", members);
    const char *json = quoted(text);
    phb_status status = phb_budget_from_json(NULL, json, strlen(json), &budget, &error);
    ck_assert_msg(status == PHB_OK, "%s: %s", error.path, error.message);
    return budget;
}

static phb_budget *
next_year_of(const phb_budget *budget)
{
    phb_budget *next = NULL;
    ck_assert_int_eq(phb_budget_next_year(budget, &next, NULL), PHB_OK);
    return next;
}

static void
check_same(const phb_budget *budget, const phb_budget *expected)
{
    phb_text *is = NULL;
    phb_text *text = NULL;
    ck_assert_int_eq(phb_budget_to_json(budget, &is, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_to_json(expected, &text, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(is), phb_text_data(text));
    phb_text_free(is);
    phb_text_free(text);
}

#define OLD "2026-04-06/2027-04-05"
#define NEW "2027-04-06/2028-04-05"

#define LINE(id, more) "{'id': '" id "', 'category': 'service', 'deployment': 'notional', " more "}"
#define LINES(lines) "'lines': [" lines "]"
#define AND ", "
#define WEEKLY "'amount': 10, 'per': 'week'"
#define ASSISTANT(id, hours, more) \
    "{'id': '" id "', 'pay_frequency': 'weekly', 'hours': [{'hours_per_week': 10, " hours \
    "}], 'leave': {'method': 'accrual'}, 'deployment': 'direct_payment'" more "}"
#define RATE "'rate': 14"
#define SINCE ", 'employed_since': '2026-04-06'"

static const struct {
    const char *before;
    const char *after;
} cases[] = {
    {"'cohort': 'adult_chc', 'kind': 'ongoing', 'weeks_in_year': '52', 'contingency': {'weeks': 4, "
     "'held': 'inside', 'deployment': 'notional', 'paid': 'spread'}",
     "'cohort': 'adult_chc', 'kind': 'ongoing', 'weeks_in_year': '52', 'contingency': {'weeks': 4, "
     "'held': 'inside', 'deployment': 'notional', 'paid': 'spread'}"},
    {"'payments': {'frequency': 'monthly', 'first_payment': '2026-04-06', 'notice_weeks': 4}",
     "'payments': {'frequency': 'monthly', 'notice_weeks': 4}"},
    {"'management': {'account': 'dedicated', 'where_held': 'a bank', 'third_party': "
     "{'organisation': 'they', 'agreement_on': '2026-01-01'}}",
     "'management': {'account': 'dedicated', 'where_held': 'a bank', 'third_party': "
     "{'organisation': 'they', 'agreement_on': '2026-01-01'}}"},
    {"'indicative': 5, 'agreed': 5, 'agreed_on': '2026-03-01', " LINES(
         LINE("a", WEEKLY)) ", 'agreed_by_line': {'a': 5}",
     LINES(LINE("a", WEEKLY))},
    {"'wheelchair': {'option': 'notional', 'prescribed_cost': 900, 'price': 950, 'maintenance': "
     "10, 'period_years': 5}",
     ""},
    {"'funders': [{'id': 'nhs', 'kind': 'nhs', 'amount': 100}, {'id': 'la', 'kind': "
     "'social_care', 'share': '100%', 'client_contribution': 5}]",
     "'funders': [{'id': 'nhs', 'kind': 'nhs', 'amount': 100}, {'id': 'la', 'kind': "
     "'social_care', 'share': '100%', 'client_contribution': 5}]"},
    /* The tax years of the new period that begin inside it. */
    {"'employer': {'kind': 'person', 'employment_allowance': {'claim': true, 'already_used': "
     "[{'tax_year': 2025, 'amount': 1}, {'tax_year': 2026, 'amount': 2}, {'tax_year': 2027, "
     "'amount': 3}]}}",
     "'employer': {'kind': 'person', 'employment_allowance': {'claim': true, 'already_used': "
     "[{'tax_year': 2027, 'amount': 3}]}}"},
    /* Lines that fall due once: behind, or planned. */
    {LINES(LINE("a", "'amount': 1, 'per': 'once'") AND LINE("b", "'amount': 1, 'per': 'assistant'")
               AND LINE("c", "'amount': 1, 'per': 'once', 'start': '2027-04-05'")
                   AND LINE("d", "'amount': 1, 'per': 'once', 'start': '2027-04-06'")),
     LINES(LINE("d", "'amount': 1, 'per': 'once', 'start': '2027-04-06'"))},
    /* An end a day before the period's is an end; the period's own is none; a later one stays. */
    {LINES(LINE("a", WEEKLY ", 'end': '2027-04-04'") AND LINE("b", WEEKLY ", 'end': '2027-04-05'")
               AND LINE("c", WEEKLY ", 'end': '2027-04-06'")),
     LINES(LINE("b", WEEKLY) AND LINE("c", WEEKLY ", 'end': '2027-04-06'"))},
    {LINES(LINE("a", WEEKLY ", 'start': '2026-10-01'")
               AND LINE("b", WEEKLY ", 'start': '2027-04-06'")
                   AND LINE("c", WEEKLY ", 'start': '2026-04-06', 'end': '2027-04-05'")
                       AND LINE("d", WEEKLY ", 'start': '2026-10-01', 'end': '2027-06-30'")),
     LINES(LINE("a", WEEKLY) AND LINE("b", WEEKLY ", 'start': '2027-04-06'") AND LINE("c", WEEKLY)
               AND LINE("d", WEEKLY ", 'end': '2027-06-30'"))},
    /* Parts of the year come again; 29 February does on the 28th. */
    {LINES(LINE("a", WEEKLY ", 'start': '2026-04-06', 'end': '2026-04-20'")
               AND LINE("b", WEEKLY ", 'start': '2027-03-22', 'end': '2027-04-05'")
                   AND LINE("c", WEEKLY ", 'start': '2026-03-01', 'end': '2026-04-05'")),
     LINES(LINE("a", WEEKLY ", 'start': '2027-04-06', 'end': '2027-04-20'")
               AND LINE("b", WEEKLY ", 'start': '2028-03-22', 'end': '2028-04-05'"))},
    /* The last amount holds, and those dated later. */
    {LINES(LINE("a", "'per': 'week', 'amount': [{'from': '2026-04-06', 'amount': 1}, {'from': "
                     "'2027-04-06', 'amount': 2}]")),
     LINES(LINE("a", "'per': 'week', 'amount': 2"))},
    {LINES(LINE("a", "'per': 'week', 'amount': [{'from': '2026-04-06', 'amount': 1}, {'from': "
                     "'2027-04-07', 'amount': 2}]")),
     LINES(LINE("a", "'per': 'week', 'amount': [{'from': '2027-04-06', 'amount': 1}, {'from': "
                     "'2027-04-07', 'amount': 2}]"))},
    {LINES(LINE("a", "'per': 'week', 'start': '2027-06-01', 'amount': [{'from': '2027-01-01', "
                     "'amount': 1}, {'from': '2027-05-01', 'amount': 2}, {'from': '2027-07-01', "
                     "'amount': 3}]")),
     LINES(LINE("a", "'per': 'week', 'start': '2027-06-01', 'amount': [{'from': '2027-06-01', "
                     "'amount': 2}, {'from': '2027-07-01', 'amount': 3}]"))},
    /* Those who go on have been employed since before. */
    {"'assistants': [" ASSISTANT("a", RATE, "") ", " ASSISTANT(
         "b", RATE, ", 'start': '2026-10-01'") ", " ASSISTANT("c", RATE,
                                                              ", 'employed_since': "
                                                              "'2020-01-01'") "]",
     "'assistants': [" ASSISTANT("a", RATE, SINCE) ", " ASSISTANT(
         "b", RATE, ", 'employed_since': '2026-10-01'") ", " ASSISTANT("c", RATE,
                                                                       ", 'employed_since': "
                                                                       "'2020-01-01'") "]"},
    {"'assistants': [" ASSISTANT("a", RATE, ", 'end': '2027-04-04'") ", " ASSISTANT(
         "b", RATE,
         ", 'end': '2027-04-05'") ", " ASSISTANT("c", RATE,
                                                 ", 'end': '2027-05-05'") ", " ASSISTANT("d", RATE,
                                                                                         ", "
                                                                                         "'start': "
                                                                                         "'2027-06-"
                                                                                         "01'") "]",
     "'assistants': [" ASSISTANT("b", RATE, SINCE) ", " ASSISTANT(
         "c", RATE, SINCE ", 'end': '2027-05-05'") ", " ASSISTANT("d", RATE,
                                                                  ", 'start': '2027-06-01'") "]"},
    {"'assistants': [" ASSISTANT("a",
                                 "'rate': [{'from': '2026-04-06', 'amount': 13}, {'from': "
                                 "'2026-10-01', 'amount': 14}]",
                                 "") "]",
     "'assistants': [" ASSISTANT("a", RATE, SINCE) "]"},
    {"'assistants': [" ASSISTANT("a",
                                 "'rate': [{'from': '2026-04-06', 'amount': 14}, {'from': "
                                 "'2027-10-01', 'amount': 15}]",
                                 "") "]",
     "'assistants': [" ASSISTANT("a",
                                 "'rate': [{'from': '2027-04-06', 'amount': 14}, {'from': "
                                 "'2027-10-01', 'amount': 15}]",
                                 SINCE) "]"},
    /* Nor does somebody whose hours have all ended. */
    {"'assistants': [" ASSISTANT("a", RATE ", 'end': '2026-12-31'", "")
         AND ASSISTANT("b", RATE, "") "]",
     "'assistants': [" ASSISTANT("b", RATE, SINCE) "]"},
    /* Nobody a line names is left: it goes; some are: it is about them. */
    {"'assistants': [" ASSISTANT("a", RATE, "") ", " ASSISTANT(
         "b", RATE,
         ", 'end': '2026-12-31'") "], " LINES(LINE("c", "'amount': 1, 'per': 'payslip', "
                                                        "'assistants': ['b']")
                                                  AND LINE("d", "'amount': 1, 'per': 'payslip', "
                                                                "'assistants': ['a', 'b']")
                                                      AND LINE("e",
                                                               "'amount': 1, 'per': 'payslip'")),
     "'assistants': [" ASSISTANT("a", RATE, SINCE) "], " LINES(
         LINE("d", "'amount': 1, 'per': 'payslip', 'assistants': ['a']")
             AND LINE("e", "'amount': 1, 'per': 'payslip'"))},
};

START_TEST(the_package_goes_on)
{
    phb_budget *budget = budget_of(OLD, cases[_i].before);
    phb_budget *next = next_year_of(budget);
    phb_budget *expected = budget_of(NEW, cases[_i].after);
    phb_budget_free(budget); /* nothing of it is kept */
    check_same(next, expected);
    phb_budget_free(next);
    phb_budget_free(expected);
}
END_TEST

/* Twelve months, whatever the length before; an old part of the year comes again once at most. */
static const struct {
    const char *before;
    const char *after;
} periods[] = {
    {"2026-04-06/2026-04-06", "2026-04-07/2027-04-06"},
    {"2026-09-01/2027-02-28", "2027-03-01/2028-02-29"},
    {"2027-03-01/2028-02-28", "2028-02-29/2029-02-27"},
    {"2020-04-06/2026-04-05", "2026-04-06/2027-04-05"},
    {"2197-12-31/2198-12-30", "2198-12-31/2199-12-30"},
};

START_TEST(the_year_is_twelve_months)
{
    phb_budget *budget = budget_of(periods[_i].before, "");
    phb_budget *next = next_year_of(budget);
    phb_budget *expected = budget_of(periods[_i].after, "");
    check_same(next, expected);
    phb_budget_free(budget);
    phb_budget_free(next);
    phb_budget_free(expected);
}
END_TEST

START_TEST(only_the_last_twelve_months_come_again)
{
    phb_budget *budget = budget_of(
        "2024-04-06/2026-04-05",
        LINES(LINE("a", WEEKLY ", 'start': '2024-07-01', 'end': '2024-08-31'")
                  AND LINE("b", WEEKLY ", 'start': '2025-07-01', 'end': '2025-08-31'")
                      AND LINE("c", WEEKLY ", 'start': '2025-03-01', 'end': '2025-04-06'")));
    phb_budget *next = next_year_of(budget);
    phb_budget *expected =
        budget_of("2026-04-06/2027-04-05",
                  LINES(LINE("b", WEEKLY ", 'start': '2026-07-01', 'end': '2026-08-31'")
                            AND LINE("c", WEEKLY ", 'start': '2026-03-01', 'end': '2026-04-06'")));
    check_same(next, expected);
    phb_budget_free(budget);
    phb_budget_free(next);
    phb_budget_free(expected);
}
END_TEST

START_TEST(what_cannot_be_moved_on)
{
    phb_error error = PHB_ERROR_INIT;
    phb_budget *budget = budget_of("2198-12-31/2198-12-31", "");
    phb_budget *next = budget;
    ck_assert_int_eq(phb_budget_next_year(budget, &next, &error), PHB_ERROR_DATE);
    ck_assert_ptr_null(next);
    ck_assert_str_eq(error.path, "/period");
    ck_assert_str_eq(error.message, "the year after the period must end before 31 December 2199");
    ck_assert_int_eq(phb_budget_next_year(NULL, &next, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_budget_next_year(budget, NULL, NULL), PHB_ERROR_ARGUMENT);
    phb_budget_free(budget);
    ck_assert_int_eq(phb_budget_new(NULL, &budget, NULL), PHB_OK);
    next = budget;
    ck_assert_int_eq(phb_budget_next_year(budget, &next, &error), PHB_ERROR_INCOMPLETE);
    ck_assert_ptr_null(next);
    phb_budget_free(budget);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("next_year");
    add_rows(tcase, the_package_goes_on, cases);
    add_rows(tcase, the_year_is_twelve_months, periods);
    tcase_add_test(tcase, only_the_last_twelve_months_come_again);
    tcase_add_test(tcase, what_cannot_be_moved_on);
    return suite_run("next_year", tcase);
}
