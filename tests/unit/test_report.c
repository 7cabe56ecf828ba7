#include "model/report.h"

#include <string.h>

#include <cjson/cJSON.h>
#include <phb/version.h>

#include "some_report.h"
#include "support/json.h"

static phb_report *report;
static phb_text *text;

static void
set_up(void)
{
    report = some_report();
    text = NULL;
}

static void
tear_down(void)
{
    phb_text_free(text);
    phb_report_free(report);
}

START_TEST(a_report_says_what_it_rests_on)
{
    ck_assert_date_eq(phb_report_as_of(report), "2026-04-06");
    ck_assert_str_eq(phb_report_rates_edition(report), "2026.1");
    ck_assert_str_eq(phb_report_policy_edition(report), "north/3");
    ck_assert_ptr_null(phb_report_context(report));
    ck_assert_ptr_nonnull(phb_report_table(report, PHB_REPORT_SECTIONS));
    ck_assert_ptr_null(phb_report_table(report, (phb_report_part)3));
}
END_TEST

START_TEST(no_report_holds_nothing)
{
    phb_report_free(NULL);
    ck_assert_ptr_null(phb_report_table(NULL, PHB_REPORT_FINDINGS));
    ck_assert_int_eq(phb_report_worst(NULL), 0);
    ck_assert_int_eq(phb_report_count(NULL, PHB_SEVERITY_BREACH), 0);
    ck_assert_int_eq(phb_report_as_of(NULL), PHB_DATE_NONE);
    ck_assert_str_eq(phb_report_rates_edition(NULL), "");
    ck_assert_str_eq(phb_report_policy_edition(NULL), "");
    ck_assert_ptr_null(phb_report_context(NULL));
}
END_TEST

START_TEST(findings_are_counted_by_severity)
{
    for (int severity = PHB_SEVERITY_BREACH; severity <= PHB_SEVERITY_NOTE; severity++) {
        ck_assert_int_eq(phb_report_count(report, (phb_severity)severity), 1);
    }
    ck_assert_int_eq(phb_report_count(report, (phb_severity)0), 0);
    ck_assert_int_eq(phb_report_count(report, (phb_severity)5), 0);
    ck_assert_int_eq(phb_report_count(report, (phb_severity)-1), 0);
    ck_assert_int_eq(phb_report_worst(report), PHB_SEVERITY_BREACH);
}
END_TEST

/* The rows are breach, note, gap, warning. */
START_TEST(what_was_accepted_is_not_counted)
{
    phb__table_set_at(report->findings, PHB__FINDING_ACCEPTED, 0, 1);
    phb__table_set_at(report->findings, PHB__FINDING_ACCEPTED, 2, 1);
    phb__report_tally(report);
    ck_assert_int_eq(phb_report_count(report, PHB_SEVERITY_BREACH), 0);
    ck_assert_int_eq(phb_report_count(report, PHB_SEVERITY_GAP), 0);
    ck_assert_int_eq(phb_report_count(report, PHB_SEVERITY_WARNING), 1);
    ck_assert_int_eq(phb_report_worst(report), PHB_SEVERITY_WARNING);
    phb__table_set_at(report->findings, PHB__FINDING_ACCEPTED, 1, 1);
    phb__table_set_at(report->findings, PHB__FINDING_ACCEPTED, 3, 1);
    phb__report_tally(report);
    ck_assert_int_eq(phb_report_worst(report), 0);
}
END_TEST

/* Rows: a breach, a note and a gap of another rule, a warning. */
START_TEST(the_next_thing_to_do_is_the_first_of_the_worst)
{
    ck_assert_int_eq(phb_report_next(report), 0);
    phb__table_set_at(report->findings, PHB__FINDING_ACCEPTED, 0, 1);
    phb__report_tally(report);
    ck_assert_int_eq(phb_report_next(report), 2);
    phb__table_set_at(report->findings, PHB__FINDING_ACCEPTED, 2, 1);
    phb__table_set_at(report->findings, PHB__FINDING_ACCEPTED, 3, 1);
    phb__report_tally(report);
    ck_assert_int_eq(phb_report_next(report), -1); /* a note asks for nothing */
}
END_TEST

/* ---- phb-report/1 ---- */

static const char expected_json[] =
    "{\n"
    "  'format': 'phb-report/1',\n"
    "  'library': '" PHB_VERSION "',\n"
    "  'rates': '2026.1',\n"
    "  'policy': 'north/3',\n"
    "  'as_of': '2026-04-06',\n"
    "  'worst': 'gap',\n"
    "  'counts': {'breach': 0, 'gap': 1, 'warning': 1, 'note': 1, 'accepted': 1},\n"
    "  'next': 2,\n"
    "  'sections': [\n"
    "    {'section': 'budget', 'state': 'partial', 'findings': 4}\n"
    "  ],\n"
    "  'findings': [\n"
    "    {'rule': 'budget.enough.line', 'severity': 'breach', 'section': 'budget', "
    "'at': '/agreed_by_line/pa-1', 'message': 'pa-1 is agreed at £31,000.00, which is £50.05 less "
    "than its full cost of £31,050.05.', 'fix': 'Raise what is agreed for pa-1 to at least "
    "£31,050.05.', 'source': 'NHS (Direct Payments) Regulations 2013 (SI 2013/1617), reg 13', "
    "'arguments': {'of': 'pa-1', 'agreed': '31000.00', 'cost': '31050.05', 'shortfall': '50.05'}, "
    "'actual': 3100000, 'limit': 3105005, 'unit': 'pence', 'accepted': true},\n"
    "    {'rule': 'budget.costs.payroll', 'severity': 'note', 'section': 'budget', 'at': '/lines', "
    "'message': 'Somebody is employed, but nothing pays for working out their payslips and tax "
    "(payroll).', 'fix': 'Add a line for payroll, or one that costs nothing and says who does "
    "it.', 'source': 'Guidance on direct payments for healthcare (NHS England, 2022)', "
    "'arguments': {}, 'actual': null, 'limit': null, 'unit': 'none', 'accepted': false},\n"
    "    {'rule': 'budget.costs.payroll', 'severity': 'gap', 'section': 'budget', 'at': '/lines', "
    "'message': 'Somebody is employed, but nothing pays for working out their payslips and tax "
    "(payroll).', 'fix': 'Add a line for payroll, or one that costs nothing and says who does "
    "it.', 'source': 'Guidance on direct payments for healthcare (NHS England, 2022)', "
    "'arguments': {}, 'actual': null, 'limit': null, 'unit': 'none', 'accepted': false},\n"
    "    {'rule': 'budget.stale.law_changed', 'severity': 'warning', 'section': 'budget', "
    "'at': '/agreed_on', 'message': 'The sum was agreed on 16 February 2026, before the law that "
    "the cost rests on changed on 1 April 2026.', 'fix': 'Work the cost out anew, and check that "
    "the agreed sum is still enough.', 'source': 'Personal Health Budget Quality Framework (NHS "
    "England, 2023); Local Government and Social Care Ombudsman 23 008 538a', "
    "'arguments': {'agreed_on': '2026-02-16', 'changed_on': '2026-04-01'}, 'actual': 20500, "
    "'limit': 20544, 'unit': 'date', 'accepted': false}\n"
    "  ]\n"
    "}\n";

/* With the first finding accepted: it is listed, and not counted. */
START_TEST(a_report_is_a_document)
{
    phb__table_set_at(report->findings, PHB__FINDING_ACCEPTED, 0, 1);
    phb__report_tally(report);
    ck_assert_int_eq(phb_report_to_json(report, &text, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(text), quoted(expected_json));
}
END_TEST

START_TEST(another_reader_understands_it)
{
    ck_assert_int_eq(phb_report_to_json(report, &text, NULL), PHB_OK);
    cJSON *root = cJSON_Parse(phb_text_data(text));
    ck_assert_ptr_nonnull(root);
    cJSON *finding = cJSON_GetObjectItemCaseSensitive(root, "findings")->child;
    cJSON *arguments = cJSON_GetObjectItemCaseSensitive(finding, "arguments");
    ck_assert_str_eq(cJSON_GetObjectItemCaseSensitive(arguments, "of")->valuestring, "pa-1");
    cJSON_Delete(root);
}
END_TEST

START_TEST(nothing_found_is_a_document_too)
{
    phb_report_free(report);
    report = empty_report();
    ck_assert_int_eq(phb_report_to_json(report, &text, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(text),
                     quoted("{\n"
                            "  'format': 'phb-report/1',\n"
                            "  'library': '" PHB_VERSION "',\n"
                            "  'rates': '2026.1',\n"
                            "  'policy': '',\n"
                            "  'as_of': '1970-01-01',\n"
                            "  'worst': '',\n"
                            "  'counts': {'breach': 0, 'gap': 0, 'warning': 0, 'note': 0, "
                            "'accepted': 0},\n"
                            "  'next': null,\n"
                            "  'sections': [],\n"
                            "  'findings': []\n"
                            "}\n"));
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("report");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, a_report_says_what_it_rests_on);
    tcase_add_test(tcase, no_report_holds_nothing);
    tcase_add_test(tcase, findings_are_counted_by_severity);
    tcase_add_test(tcase, what_was_accepted_is_not_counted);
    tcase_add_test(tcase, the_next_thing_to_do_is_the_first_of_the_worst);
    tcase_add_test(tcase, a_report_is_a_document);
    tcase_add_test(tcase, another_reader_understands_it);
    tcase_add_test(tcase, nothing_found_is_a_document_too);
    return suite_run("report", tcase);
}
