/* What plain lines cost: how often, for whom, and from which day on. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "support/costed.h"
#include "support/json.h"
#include "support/recompute.h"
#include "support/suite.h"

#define A_YEAR "2026-04-06/2027-04-05"

/*
 * Three assistants: pa-1 weekly all year, pa-2 four-weekly until 28 June (84 days), pa-3 monthly
 * from 1 October (six months and five days of April); pa-4 left before the period.
 */
#define ASSISTANT(id, frequency, days) \
    "{'id': '" id "', 'pay_frequency': '" frequency "'" days ", 'hours': [{'hours_per_week': 1, " \
    "'rate': '20.00'}], 'leave': {'method': 'none', 'reason': 'family'}, 'deployment': " \
    "'notional'}"
#define TEAM \
    "'assistants': [" ASSISTANT("pa-1", "weekly", "") ", " ASSISTANT( \
        "pa-2", "four_weekly", \
        ", 'end': '2026-06-28'") ", " ASSISTANT("pa-3", "monthly", \
                                                ", 'start': '2026-10-01'") ", " ASSISTANT("pa-4", \
                                                                                          "weekl" \
                                                                                          "y", \
                                                                                          ", " \
                                                                                          "'end':" \
                                                                                          " '" \
                                                                                          "2026-" \
                                                                                          "04-" \
                                                                                          "05'") "], "

static const struct {
    const char *rest; /* of the line */
    phb_pence amount;
    bool is_one_off;
} lines[] = {
    /* 365/7 + 84/28 + 6 + 5/30 payslips at £6: 52.142857 + 3 + 6.166667 = 61.309524 → £367.86 */
    {"'amount': '6.00', 'per': 'payslip'", 36786, false},
    {"'amount': '6.00', 'per': 'payslip', 'assistants': ['pa-2']", 1800, false},
    {"'amount': '6.00', 'per': 'payslip', 'assistants': ['pa-3', 'pa-2']", 5500, false},
    {"'amount': '6.00', 'per': 'payslip', 'assistants': ['pa-4']", 0, false},
    /* From 1 June: 309/7 + 28/28 + 6 + 5/30 = 51.309524, twice £1.50 each → £153.93 */
    {"'amount': '1.50', 'quantity': 2, 'per': 'payslip', 'start': '2026-06-01'", 15393, false},
    {"'amount': '49.50', 'per': 'assistant'", 14850, true},
    {"'amount': '49.50', 'per': 'assistant', 'assistants': ['pa-1', 'pa-4']", 4950, true},
    {"'amount': '49.50', 'per': 'assistant', 'start': '2026-07-01', 'end': '2026-09-30'", 4950,
     true},
    /* 365 + 84 + 187 days of 365, at £73: £127.20 */
    {"'amount': '73.00', 'per': 'assistant_year'", 12720, false},
    {"'amount': '73.00', 'per': 'assistant_year', 'assistants': ['pa-2']", 1680, false},
    {"'amount': '365.00', 'per': 'year'", 36500, false},
    {"'amount': '365.00', 'per': 'once'", 36500, true},
};

START_TEST(a_line_counts_those_it_is_about)
{
    char members[4096];
    snprintf(members, sizeof members,
             TEAM "'lines': [{'id': 'a', 'category': 'other', 'deployment': 'notional', %s}]",
             lines[_i].rest);
    phb_costing *costing = costed(A_YEAR, members);
    const char *wrong = recompute(costing);
    ck_assert_int_eq(line_in(costing, "a"), lines[_i].amount);
    ck_assert_int_eq(total_in(costing, "one_off", ""), lines[_i].is_one_off ? lines[_i].amount : 0);
    ck_assert_msg(!wrong, "%s", wrong);
    phb_costing_free(costing);
}
END_TEST

/* A second line of the same days says the same again, and its trace refers to the first's. */
START_TEST(a_count_is_made_once_for_lines_alike)
{
    phb_costing *costing = costed(
        A_YEAR, TEAM "'lines': [{'id': 'a', 'category': 'other', 'deployment': 'notional', "
                     "'amount': '6.00', 'per': 'payslip'}, {'id': 'b', 'category': 'other', "
                     "'deployment': 'notional', 'amount': '6.00', 'per': 'payslip'}, {'id': 'c', "
                     "'category': 'other', 'deployment': 'notional', 'amount': '73.00', 'per': "
                     "'assistant_year'}]");
    ck_assert_int_eq(line_in(costing, "a"), 36786);
    ck_assert_int_eq(line_in(costing, "b"), 36786);
    ck_assert_int_eq(line_in(costing, "c"), 12720);
    const phb_table *steps = phb_costing_table(costing, PHB_COSTING_STEPS);
    size_t counts = 0;
    for (size_t step = 0; step < phb_table_rows(steps); step++) {
        counts += strcmp(phb_table_text(steps, "rule", step), "costing.count_assistants") == 0;
    }
    ck_assert_uint_eq(counts, 2);
    ck_assert_ptr_null(recompute(costing));
    phb_costing_free(costing);
}
END_TEST

/* Of many assistants the trace shows what they come to. */
START_TEST(many_assistants_are_one_figure)
{
    char members[8192] = "'assistants': [";
    for (int i = 0; i < 13; i++) {
        size_t used = strlen(members);
        snprintf(members + used, sizeof members - used,
                 "%s{'id': 'pa-%d', 'pay_frequency': 'weekly', 'hours': [{'hours_per_week': 1, "
                 "'rate': '20.00'}], 'leave': {'method': 'none', 'reason': 'family'}, "
                 "'deployment': 'notional'}",
                 i == 0 ? "" : ", ", i);
    }
    snprintf(members + strlen(members), sizeof members - strlen(members),
             "], 'lines': [{'id': 'a', 'category': 'other', 'deployment': 'notional', 'amount': "
             "'7.00', 'per': 'payslip'}]");
    phb_costing *costing = costed(A_YEAR, members);
    ck_assert_int_eq(line_in(costing, "a"), 474500);
    ck_assert_ptr_null(recompute(costing));
    phb_costing_free(costing);
}
END_TEST

static const struct {
    const char *rest;
    const char *ids[3]; /* of the lines that come about */
    phb_pence amounts[3];
} dated[] = {
    /* £1.00 a day for 61 days, then £2.00 for 304. */
    {"'per': 'year', 'amount': [{'from': '2026-01-01', 'amount': '365.00'}, {'from': "
     "'2026-06-06', 'amount': '730.00'}]",
     {"a/agency/2026-04-06", "a/agency/2026-06-06"},
     {6100, 60800}},
    {"'per': 'year', 'amount': [{'from': '2026-04-06', 'amount': '365.00'}]",
     {"a/agency/2026-04-06"},
     {36500}},
    /* A date before its own days, one within, one behind. */
    {"'per': 'year', 'start': '2026-05-01', 'end': '2026-05-10', 'amount': [{'from': "
     "'2026-04-20', 'amount': '365.00'}, {'from': '2026-04-25', 'amount': '730.00'}, {'from': "
     "'2026-05-06', 'amount': '1095.00'}, {'from': '2026-05-11', 'amount': '1.00'}]",
     {"a/agency/2026-05-01", "a/agency/2026-05-06"},
     {1000, 1500}},
    /* Hundredths of a penny, kept until the line: £21.3375 × 1.5 × 4 weeks is £128.025. */
    {"'per': 'week', 'quantity': 1.5, 'end': '2026-05-03', 'amount': [{'from': '2026-04-06', "
     "'amount': '21.3375'}]",
     {"a/agency/2026-04-06"},
     {12803}},
};

START_TEST(dated_amounts_make_a_line_each)
{
    char members[1024];
    snprintf(members, sizeof members,
             "'lines': [{'id': 'a', 'category': 'agency', 'deployment': 'notional', %s}]",
             dated[_i].rest);
    phb_costing *costing = costed(A_YEAR, members);
    const phb_table *table = phb_costing_table(costing, PHB_COSTING_LINES);
    size_t count = 0;
    while (count < COUNT_OF(dated[_i].ids) && dated[_i].ids[count]) {
        ck_assert_int_eq(line_in(costing, dated[_i].ids[count]), dated[_i].amounts[count]);
        ck_assert_str_eq(phb_table_text(table, "of", count), "a");
        count++;
    }
    ck_assert_uint_eq(phb_table_rows(table), count);
    ck_assert_ptr_null(recompute(costing));
    phb_costing_free(costing);
}
END_TEST

START_TEST(a_line_outside_the_period_counts_nothing)
{
    phb_costing *costing =
        costed(A_YEAR, "'lines': [{'id': 'a', 'category': 'agency', 'deployment': 'notional', "
                       "'per': 'year', 'start': '2027-04-06', 'amount': '1.00'}]");
    ck_assert_uint_eq(phb_table_rows(phb_costing_table(costing, PHB_COSTING_LINES)), 0);
    ck_assert_uint_eq(notes_in(costing, "costing.outside_period"), 1);
    phb_costing_free(costing);
}
END_TEST

/* £10,000,000,000.00 is the most that can be counted. */
static const struct {
    const char *members;
    const char *path;
} too_much[] = {
    {"'lines': [{'id': 'a', 'category': 'agency', 'deployment': 'notional', 'per': 'week', "
     "'amount': '9000000000.00'}]",
     "/lines/0"},
    {"'lines': [{'id': 'a', 'category': 'agency', 'deployment': 'notional', 'per': 'once', "
     "'amount': '6000000000.00'}, {'id': 'b', 'category': 'agency', 'deployment': 'notional', "
     "'per': 'once', 'amount': '6000000000.00'}]",
     ""},
    {"'lines': [{'id': 'a', 'category': 'agency', 'deployment': 'notional', 'per': 'once', "
     "'amount': '6000000000.00'}, {'id': 'b', 'category': 'agency', 'deployment': 'notional', "
     "'per': 'year', 'amount': '6000000000.00'}]",
     ""},
    {"'lines': [{'id': 'a', 'category': 'agency', 'deployment': 'notional', 'per': 'year', "
     "'amount': '6000000000.00'}], 'contingency': {'percent': '100%'}",
     ""},
    {"'lines': [{'id': 'a', 'category': 'agency', 'deployment': 'notional', 'per': 'year', "
     "'amount': '3000000000.00'}], 'contingency': {'weeks': 520}",
     "/contingency"},
    {"'wheelchair': {'option': 'third_party', 'prescribed_cost': '6000000000.00', "
     "'maintenance': '6000000000.00'}",
     "/wheelchair"},
};

START_TEST(more_than_can_be_counted_is_refused)
{
    char text[1024];
    phb_error error = PHB_ERROR_INIT;
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    snprintf(text, sizeof text,
             "{'format': 'phb-budget/1', 'period': {'start': '2026-04-06', 'end': '2027-04-05'}, "
             "%s}",
             too_much[_i].members);
    const char *json = quoted(text);
    phb_status status = phb_budget_from_json(NULL, json, strlen(json), &budget, &error);
    ck_assert_msg(status == PHB_OK, "%s: %s", error.path, error.message);
    ck_assert_int_eq(phb_budget_cost(budget, NULL, NULL, &costing, &error), PHB_ERROR_RANGE);
    ck_assert_ptr_null(costing);
    ck_assert_str_eq(error.path, too_much[_i].path);
    phb_budget_free(budget);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("lines");
    add_rows(tcase, a_line_counts_those_it_is_about, lines);
    tcase_add_test(tcase, a_count_is_made_once_for_lines_alike);
    tcase_add_test(tcase, many_assistants_are_one_figure);
    add_rows(tcase, dated_amounts_make_a_line_each, dated);
    tcase_add_test(tcase, a_line_outside_the_period_counts_nothing);
    add_rows(tcase, more_than_can_be_counted_is_refused, too_much);
    return suite_run("lines", tcase);
}
