/* Two costings beside each other: what differs, by how much, and by what cause. */

#include <stdbool.h>
#include <string.h>

#include <phb/phb.h>

#include "support/costed.h"
#include "support/json.h"
#include "support/suite.h"

#define YEAR "2026-04-06/2027-04-05"
#define HALF "2026-04-06/2026-10-05"
#define LEAP "2027-04-06/2028-04-05"

/* Somebody employed, but for how: hours, pension, leave and what else is given. */
#define ASSISTANT(hours, pension, leave, more) \
    "'assistants': [{'id': 'pa-1', 'date_of_birth': '1990-05-01', 'pay_frequency': 'weekly', " \
    "'hours': [" hours "], 'pension': {" pension "}, 'leave': {" leave "}, 'deployment': " \
    "'direct_payment' " more "}]"
#define NO_LEAVE "'method': 'none', 'reason': 'the family'"
#define COVER(rate) "'method': 'cover', 'by': 'agency', 'rate': " rate
#define TWENTY "{'band': 'day', 'hours_per_week': 20, 'rate': 13.5}"
#define OUT "'membership': 'opted_out'"
#define USUAL ASSISTANT(TWENTY, OUT, NO_LEAVE, "")
#define LINE(more) \
    "'lines': [{'id': 'l', 'category': 'agency', 'deployment': 'notional', " more "}]"

static phb_comparison *
compared(const char *period, const char *before, const char *other_period, const char *after)
{
    phb_comparison *comparison = NULL;
    phb_costing *a = costed(period, before);
    phb_costing *b = costed(other_period, after);
    ck_assert_int_eq(phb_costing_compare(a, b, &comparison, NULL), PHB_OK);
    phb_costing_free(a);
    phb_costing_free(b);
    return comparison;
}

static size_t
row_of(const phb_table *table, const char *first, const char *second, const char *name,
       const char *further)
{
    size_t row = 0;
    while (row < phb_table_rows(table) &&
           (strcmp(phb_table_text(table, first, row), name) != 0 ||
            strcmp(phb_table_text(table, second, row), further) != 0)) {
        row++;
    }
    ck_assert_msg(row < phb_table_rows(table), "there is no %s, %s", name, further);
    return row;
}

/* ---- causes ---- */

static const struct {
    const char *period;
    const char *before;
    const char *other_period;
    const char *after;
    const char *of;
    const char *category;
    phb_pence difference;
    const char *cause;
    const char *why; /* a part of it */
} cases[] = {
    /* 20 h × 13.50 = 270.00 a week, 365 ÷ 7 weeks: 14,078.57. */
    {YEAR, USUAL, YEAR, USUAL, "pa-1", "pay", 0, "", ""},
    /* 22 h: 297.00 × 365 ÷ 7 = 15,486.43. */
    {YEAR, USUAL, YEAR,
     ASSISTANT("{'band': 'day', 'hours_per_week': 22, 'rate': 13.5}", OUT, NO_LEAVE, ""), "pa-1",
     "pay", 140786, "hours", "day: hours 20 before and 22 after."},
    /* 14.00: 280.00 × 365 ÷ 7 = 14,600.00. */
    {YEAR, USUAL, YEAR,
     ASSISTANT("{'band': 'day', 'hours_per_week': 20, 'rate': 14}", OUT, NO_LEAVE, ""), "pa-1",
     "pay", 52143, "rate", "day: hours £13.50 before and £14.00 after."},
    /* The other rate for 365 - 178 = 187 days: 10.00 × 187 ÷ 7 = 267.14. */
    {YEAR, USUAL, YEAR,
     ASSISTANT("{'band': 'day', 'hours_per_week': 20, 'rate': [{'from': '2026-04-06', 'amount': "
               "13.5}, {'from': '2026-10-01', 'amount': 14}]}",
               OUT, NO_LEAVE, ""),
     "pa-1", "pay", 26714, "rate", "day: hours £13.50 before and £13.7562 after."},
    {YEAR, USUAL, YEAR,
     ASSISTANT("{'band': 'day', 'hours_per_week': 22, 'rate': 14}", OUT, NO_LEAVE, ""), "pa-1",
     "employer_ni", 29721, "hours,rate", "In an average week: day: hours 20"},
    /* 183 days: 270.00 × 183 ÷ 7 = 7,058.57. */
    {YEAR, USUAL, HALF, USUAL, "pa-1", "pay", -702000, "period", "365 days before and 183 after."},
    {YEAR, USUAL, LEAP, USUAL, "pa-1", "pay", 3857, "period", "365 days before and 366 after."},
    /* From 1 October 187 days: 270.00 × 187 ÷ 7 = 7,212.86. */
    {YEAR, USUAL, YEAR, ASSISTANT(TWENTY, OUT, NO_LEAVE, ", 'start': '2026-10-01'"), "pa-1", "pay",
     -686571, "dates", "It runs for 365 days before and 187 after."},
    /* 52 × 270.00 = 14,040.00. */
    {YEAR, USUAL, YEAR, USUAL ", 'weeks_in_year': '52'", "pa-1", "pay", -3857, "weeks",
     "as many weeks as its days make before and 52 weeks after."},
    {YEAR, USUAL, YEAR, ASSISTANT(TWENTY, "'membership': 'auto'", NO_LEAVE, ""), "pa-1", "pension",
     23464, "membership", "not a member before and a member after."},
    {YEAR, ASSISTANT(TWENTY, OUT, COVER("24"), ""), YEAR, ASSISTANT(TWENTY, OUT, COVER("25"), ""),
     "pa-1", "cover", 11200, "terms", "about leave."},
    {YEAR, USUAL, YEAR, "'lines': []", "pa-1", "pay", -1407857, "removed", "no longer there."},
    {YEAR, "'lines': []", YEAR, USUAL, "pa-1", "pay", 1407857, "added", "not there before."},
    {YEAR, USUAL, YEAR, ASSISTANT(TWENTY, OUT, NO_LEAVE, ", 'ni_letter': 'V'"), "pa-1",
     "employer_ni", -136093, "letter", "The National Insurance letter is A before and V after."},
    /* 15% above 96.00 is 26.10 a week; until 5 April 2025 13.8% above 175.00, 13.11. */
    {"2024-04-06/2025-04-05", USUAL, "2025-04-06/2026-04-05", USUAL, "pa-1", "employer_ni", 67734,
     "law", "Employer National Insurance rate 13.80% before and 15.00% after"},
    /* 10 and 12 hours of £25. */
    {YEAR, LINE("'amount': 25, 'quantity': 10, 'unit': 'hour', 'per': 'week'"), YEAR,
     LINE("'amount': 25, 'quantity': 12, 'unit': 'hour', 'per': 'week'"), "l", "agency", 260715,
     "hours", "It is 10 hours per week before and 12 hours per week after."},
    {YEAR, LINE("'amount': 25, 'per': 'week'"), YEAR, LINE("'amount': 25, 'per': 'month'"), "l",
     "agency", -100357, "quantity", "1 per week before and 1 per month after."},
    {YEAR, LINE("'amount': 25, 'per': 'year'"), YEAR, LINE("'amount': 30, 'per': 'year'"), "l",
     "agency", 500, "rate", "One costs £25.00 before and £30.00 after."},
    {YEAR, LINE("'amount': 25, 'per': 'year'"), YEAR,
     LINE("'amount': [{'from': '2026-04-06', 'amount': 25}, {'from': '2027-04-05', 'amount': "
          "390}], 'per': 'year'"),
     "l", "agency", 100, "rate", "One costs £25.00 before and £25.00 to £390.00 after."},
    {YEAR, LINE("'amount': 25, 'per': 'once'"), YEAR, "'assistants': []", "l", "agency", -2500,
     "removed,one_off", "It falls due once."},
    {YEAR, USUAL ", " LINE("'amount': 7, 'per': 'payslip'"), YEAR,
     ASSISTANT(TWENTY, OUT, NO_LEAVE, ", 'end': '2026-10-05'") ", " LINE("'amount': 7, 'per': "
                                                                         "'payslip'"),
     "l", "agency", -18200, "quantity", "counted by assistants or their payslips."},
    {YEAR, USUAL ", 'contingency': {'amount': 100}", YEAR, USUAL ", 'contingency': {'amount': 150}",
     "", "contingency", 5000, "terms", "The contingency is said otherwise."},
    {YEAR, LINE("'amount': 25, 'per': 'year'") ", 'contingency': {'percent': '10%'}", YEAR,
     LINE("'amount': 30, 'per': 'year'") ", 'contingency': {'percent': '10%'}", "", "contingency",
     50, "costs", "It follows from other costs"},
    {YEAR, USUAL ", 'employer': {'employment_allowance': {'claim': true}}", YEAR, USUAL, "",
     "employment_allowance", 136093, "claim", "claimed before and not claimed after."},
    {"2024-04-06/2025-04-05", USUAL ", 'employer': {'employment_allowance': {'claim': true}}",
     "2025-04-06/2026-04-05", USUAL ", 'employer': {'employment_allowance': {'claim': true}}", "",
     "employment_allowance", -67734, "law,costs", "Employment Allowance"},
    {YEAR, "'wheelchair': {'option': 'notional', 'prescribed_cost': 900}", YEAR,
     "'wheelchair': {'option': 'notional', 'prescribed_cost': 950}", "", "wheelchair", 5000,
     "terms", "The wheelchair budget is said otherwise."},
};

START_TEST(a_difference_has_its_cause)
{
    phb_comparison *comparison =
        compared(cases[_i].period, cases[_i].before, cases[_i].other_period, cases[_i].after);
    const phb_table *lines = phb_comparison_table(comparison, PHB_COMPARISON_LINES);
    size_t row = row_of(lines, "of", "category", cases[_i].of, cases[_i].category);
    ck_assert_int_eq(phb_table_int64(lines, "difference", NULL)[row], cases[_i].difference);
    ck_assert_str_eq(phb_table_text(lines, "cause", row), cases[_i].cause);
    const char *why = phb_table_text(lines, "why", row);
    ck_assert_msg(strstr(why, cases[_i].why) != NULL, "%s", why);
    phb_comparison_free(comparison);
}
END_TEST

/* ---- tables ---- */

/* Before: pay 14,078.57 as one line; after: cut at 1 October into 6,865.71 and 7,479.95. */
START_TEST(segments_are_summed)
{
    phb_comparison *comparison =
        compared(YEAR, USUAL, YEAR,
                 ASSISTANT("{'band': 'day', 'hours_per_week': 20, 'rate': [{'from': '2026-04-06', "
                           "'amount': 13.5}, {'from': '2026-10-01', 'amount': 14}]}",
                           OUT, NO_LEAVE, ""));
    const phb_table *lines = phb_comparison_table(comparison, PHB_COMPARISON_LINES);
    size_t row = row_of(lines, "of", "category", "pa-1", "pay");
    ck_assert_uint_eq(phb_table_rows(lines), 2);
    ck_assert_int_eq(phb_table_int64(lines, "before", NULL)[row], 1407857);
    ck_assert_int_eq(phb_table_int64(lines, "after", NULL)[row], 686571 + 748000);
    ck_assert_int_ge(phb_table_int32(lines, "step_before", NULL)[row], 0);
    ck_assert_int_eq(phb_table_int32(lines, "step_after", NULL)[row], -1);
    phb_comparison_free(comparison);
}
END_TEST

START_TEST(what_is_on_one_side_has_no_amount_on_the_other)
{
    phb_comparison *comparison = compared(YEAR, LINE("'amount': 25, 'per': 'year'"), YEAR, USUAL);
    const phb_table *lines = phb_comparison_table(comparison, PHB_COMPARISON_LINES);
    size_t row = row_of(lines, "of", "category", "l", "agency");
    ck_assert_uint_eq(row, 0); /* what was there before comes first */
    ck_assert_int_eq(phb_table_int64(lines, "after", NULL)[row], PHB_PENCE_NONE);
    ck_assert_int_eq(phb_table_int64(lines, "difference", NULL)[row], -2500);
    row = row_of(lines, "of", "category", "pa-1", "pay");
    ck_assert_int_eq(phb_table_int64(lines, "before", NULL)[row], PHB_PENCE_NONE);
    ck_assert_int_eq(phb_table_int64(lines, "difference", NULL)[row], 1407857);
    phb_comparison_free(comparison);
}
END_TEST

START_TEST(totals_are_compared_too)
{
    phb_comparison *comparison = compared(YEAR, LINE("'amount': 25, 'per': 'year'"), YEAR,
                                          LINE("'amount': 30, 'per': 'year'"));
    const phb_table *totals = phb_comparison_table(comparison, PHB_COMPARISON_TOTALS);
    size_t row = row_of(totals, "total", "key", "by_deployment", "notional");
    ck_assert_int_eq(phb_table_int64(totals, "before", NULL)[row], 2500);
    ck_assert_int_eq(phb_table_int64(totals, "after", NULL)[row], 3000);
    ck_assert_int_eq(phb_table_int64(totals, "difference", NULL)[row], 500);
    ck_assert_ptr_null(phb_comparison_table(comparison, (phb_comparison_part)4));
    ck_assert_ptr_null(phb_comparison_context(comparison));
    phb_comparison_free(comparison);
}
END_TEST

START_TEST(tables_are_printed_as_any)
{
    phb_comparison *comparison = compared(YEAR, USUAL, HALF, USUAL);
    for (int part = PHB_COMPARISON_LINES; part <= PHB_COMPARISON_NOTES; part++) {
        const phb_table *table = phb_comparison_table(comparison, (phb_comparison_part)part);
        for (int format = PHB_FORMAT_TEXT; format <= PHB_FORMAT_MARKDOWN; format++) {
            phb_text *text = NULL;
            ck_assert_int_eq(phb_table_render(NULL, table, (phb_format)format, &text, NULL),
                             PHB_OK);
            ck_assert_uint_gt(phb_text_size(text), 10);
            phb_text_free(text);
        }
        phb_text *text = NULL;
        ck_assert_int_eq(phb_table_to_json(NULL, table, &text, NULL), PHB_OK);
        phb_text_free(text);
    }
    phb_comparison_free(comparison);
}
END_TEST

/* ---- notes ---- */

#define NOTIONAL(amount) \
    "'lines': [{'id': 'care', 'category': 'agency', 'deployment': 'notional', 'amount': " amount \
    ", 'per': 'year'}]"
#define DIRECT(amount) \
    "'lines': [{'id': 'care', 'category': 'agency', 'deployment': 'direct_payment', " \
    "'amount': " amount ", 'per': 'year'}]"

static const struct {
    const char *period;
    const char *before;
    const char *other_period;
    const char *after;
    const char *rule; /* of the only note; NULL: there is none */
} notes[] = {
    {YEAR, NOTIONAL("1000"), YEAR, DIRECT("1000"), NULL},
    {YEAR, NOTIONAL("1000"), YEAR, DIRECT("1000.01"), NULL},
    {YEAR, NOTIONAL("1000"), YEAR, DIRECT("999.99"), "comparison.smaller_direct_payment"},
    {YEAR, DIRECT("999.99"), YEAR, NOTIONAL("1000"), "comparison.smaller_direct_payment"},
    {YEAR, DIRECT("1000"), YEAR, NOTIONAL("1000"), NULL},
    {YEAR, DIRECT("1000"), YEAR, DIRECT("900"), NULL},
    {YEAR, NOTIONAL("1000"), LEAP, DIRECT("999.99"), NULL},
    {YEAR, NOTIONAL("1000"), YEAR, USUAL, "comparison.nothing_in_common"},
    {YEAR, NOTIONAL("1000"), YEAR, "'lines': []", NULL},
    {YEAR, NOTIONAL("1000"), HALF, NOTIONAL("1000"), "comparison.other_length"},
    {YEAR, NOTIONAL("1000"), LEAP, NOTIONAL("1000"), NULL},
};

START_TEST(what_cannot_be_told_from_a_line_is_noted)
{
    phb_comparison *comparison =
        compared(notes[_i].period, notes[_i].before, notes[_i].other_period, notes[_i].after);
    const phb_table *table = phb_comparison_table(comparison, PHB_COMPARISON_NOTES);
    ck_assert_uint_eq(phb_table_rows(table), notes[_i].rule ? 1 : 0);
    if (notes[_i].rule) {
        ck_assert_str_eq(phb_table_text(table, "rule", 0), notes[_i].rule);
    }
    phb_comparison_free(comparison);
}
END_TEST

/* ---- law and policy ---- */

static phb_costing *
costed_so(const char *json, phb_date law_on, const phb_policy *policy)
{
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_cost_options how = PHB_COST_OPTIONS_INIT;
    how.law_on = law_on;
    how.policy = policy;
    ck_assert_int_eq(phb_budget_from_json(NULL, json, strlen(json), &budget, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_cost(budget, NULL, &how, &costing, NULL), PHB_OK);
    phb_budget_free(budget);
    return costing;
}

static const char document[] =
    "{'format': 'phb-budget/1', 'period': {'start': '2026-04-06', 'end': '2027-04-05'}, " USUAL "}";

static void
check_causes(phb_costing *before, phb_costing *after, const char *category, const char *cause)
{
    phb_comparison *comparison = NULL;
    ck_assert_int_eq(phb_costing_compare(before, after, &comparison, NULL), PHB_OK);
    phb_costing_free(before);
    phb_costing_free(after);
    const phb_table *lines = phb_comparison_table(comparison, PHB_COMPARISON_LINES);
    for (size_t row = 0; row < phb_table_rows(lines); row++) {
        bool is_it = strcmp(phb_table_text(lines, "category", row), category) == 0;
        ck_assert_str_eq(phb_table_text(lines, "cause", row), is_it ? cause : "");
    }
    phb_comparison_free(comparison);
}

/* One budget before and after a rate changed: nothing but the law differs. */
START_TEST(a_change_of_the_law_alone)
{
    check_causes(costed_so(quoted(document), date_of("2025-04-05"), NULL),
                 costed_so(quoted(document), date_of("2025-04-06"), NULL), "employer_ni", "law");
}
END_TEST

static phb_policy *
policy_of(const char *json)
{
    phb_policy *policy = NULL;
    const char *text = quoted(json);
    ck_assert_int_eq(phb_policy_from_json(NULL, text, strlen(text), &policy, NULL), PHB_OK);
    return policy;
}

START_TEST(a_change_of_the_policy_alone)
{
    phb_policy *policy = policy_of("{'format': 'phb-policy/1', 'name': 'north', 'version': '3', "
                                   "'contingency': {'min_weeks': 2}}");
    phb_policy *next = policy_of("{'format': 'phb-policy/1', 'name': 'north', 'version': '4', "
                                 "'contingency': {'min_weeks': 3}}");
    check_causes(costed_so(quoted(document), PHB_DATE_NONE, policy),
                 costed_so(quoted(document), PHB_DATE_NONE, next), "contingency", "policy");
    phb_policy_unref(policy);
    phb_policy_unref(next);
}
END_TEST

START_TEST(nothing_is_compared_with_nothing)
{
    phb_costing *costing = costed(YEAR, USUAL);
    phb_comparison *comparison = (phb_comparison *)(void *)costing;
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(phb_costing_compare(NULL, costing, &comparison, &error), PHB_ERROR_ARGUMENT);
    ck_assert_ptr_null(comparison);
    ck_assert_int_eq(error.status, PHB_ERROR_ARGUMENT);
    comparison = (phb_comparison *)(void *)costing;
    ck_assert_int_eq(phb_costing_compare(costing, NULL, &comparison, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_ptr_null(comparison);
    ck_assert_int_eq(phb_costing_compare(costing, costing, NULL, NULL), PHB_ERROR_ARGUMENT);
    phb_comparison_free(NULL);
    ck_assert_ptr_null(phb_comparison_table(NULL, PHB_COMPARISON_LINES));
    ck_assert_ptr_null(phb_comparison_context(NULL));
    phb_costing_free(costing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("compare");
    add_rows(tcase, a_difference_has_its_cause, cases);
    tcase_add_test(tcase, segments_are_summed);
    tcase_add_test(tcase, what_is_on_one_side_has_no_amount_on_the_other);
    tcase_add_test(tcase, totals_are_compared_too);
    tcase_add_test(tcase, tables_are_printed_as_any);
    add_rows(tcase, what_cannot_be_told_from_a_line_is_noted, notes);
    tcase_add_test(tcase, a_change_of_the_law_alone);
    tcase_add_test(tcase, a_change_of_the_policy_alone);
    tcase_add_test(tcase, nothing_is_compared_with_nothing);
    return suite_run("compare", tcase);
}
