#include <string.h>

#include <phb/report.h>
#include <phb/version.h>

#include "some_report.h"

#define RULER \
    "--------------------------------------------------------------------------------------------" \
    "----" \
    "\n"

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

static const char *
rendered(phb_format format)
{
    ck_assert_int_eq(phb_report_render(report, format, &text, NULL), PHB_OK);
    return phb_text_data(text);
}

static const char expected_page[] =
    "What was found, looking from 6 April 2026\n"
    "Rates 2026.1, policy north/3, libphb " PHB_VERSION ".\n"
    "\n"
    "1 breach, 1 warning, 1 note, 1 accepted\n"
    "  Budget                Partial         4 findings\n"
    "\n"
    "To do first: pa-1 is agreed at £31,000.00, which is £50.05 less than its full cost of\n"
    "             £31,050.05.\n"
    "             Raise what is agreed for pa-1 to at least £31,050.05.\n"
    "\n"
    "Breaches: a law is not met\n" RULER "\n"
    "- pa-1 is agreed at £31,000.00, which is £50.05 less than its full cost of £31,050.05.\n"
    "  What to do: Raise what is agreed for pa-1 to at least £31,050.05.\n"
    "  It is:      £31,000.00\n"
    "  Limit:      £31,050.05\n"
    "  Where:      /agreed_by_line/pa-1\n"
    "  Source:     NHS (Direct Payments) Regulations 2013 (SI 2013/1617), reg 13\n"
    "  Rule:       budget.enough.line\n"
    "\n"
    "Warnings: guidance or local policy is not met\n" RULER "\n"
    "- The sum was agreed on 16 February 2026, before the law that the cost rests on changed on 1\n"
    "  April 2026.\n"
    "  What to do: Work the cost out anew, and check that the agreed sum is still enough.\n"
    "  It is:      16 February 2026\n"
    "  Limit:      1 April 2026\n"
    "  Where:      /agreed_on\n"
    "  Source:     Personal Health Budget Quality Framework (NHS England, 2023); Local Government "
    "and\n"
    "              Social Care Ombudsman 23 008 538a\n"
    "  Rule:       budget.stale.law_changed\n"
    "\n"
    "Notes: worth knowing\n" RULER "\n"
    "- Somebody is employed, but nothing pays for working out their payslips and tax (payroll).\n"
    "  What to do: Add a line for payroll, or one that costs nothing and says who does it.\n"
    "  Where:      /lines\n"
    "  Source:     Guidance on direct payments for healthcare (NHS England, 2022)\n"
    "  Rule:       budget.costs.payroll\n"
    "\n"
    "Accepted: left as they are, for a reason that was given\n" RULER "\n"
    "- Somebody is employed, but nothing pays for working out their payslips and tax (payroll).\n"
    "  What to do: Add a line for payroll, or one that costs nothing and says who does it.\n"
    "  Where:      /lines\n"
    "  Source:     Guidance on direct payments for healthcare (NHS England, 2022)\n"
    "  Rule:       budget.costs.payroll\n";

START_TEST(the_worst_comes_first_and_what_was_accepted_last)
{
    phb__table_set_at(report->findings, PHB__FINDING_ACCEPTED, 2, 1);
    ck_assert_str_eq(rendered(PHB_FORMAT_TEXT), expected_page);
}
END_TEST

/* A plan that has come to no day yet, with no budget. */
START_TEST(a_report_from_no_day_says_none)
{
    report->as_of = PHB_DATE_NONE;
    ck_assert_int_eq(strncmp(rendered(PHB_FORMAT_TEXT), "What was found\nRates ", 21), 0);
}
END_TEST

START_TEST(nothing_found_is_said)
{
    phb_report_free(report);
    report = empty_report();
    ck_assert_str_eq(rendered(PHB_FORMAT_TEXT), "What was found, looking from 1 January 1970\n"
                                                "Rates 2026.1, libphb " PHB_VERSION ".\n"
                                                "\n"
                                                "Nothing was found.\n");
}
END_TEST

/* A finding of each unit, and the line that says how it is. */
static const struct {
    const char *unit;
    int64_t actual;
    const char *line;
} figures[] = {
    {"pence", 123456, "\n  It is:      £1,234.56\n"},
    {"minutes", 2881, "\n  It is:      48 hours 1 minute\n"},
    {"days", 1, "\n  It is:      1 day\n"},
    {"date", 20549, "\n  It is:      6 April 2026\n"},
    {"ppm", 25000, "\n  It is:      2.5%\n"},
};

START_TEST(a_figure_is_shown_in_its_unit)
{
    phb__table_set_at(report->findings, PHB__FINDING_ACTUAL, 1, figures[_i].actual);
    ck_assert(phb__table_set_static_at(report->findings, PHB__FINDING_UNIT, 1, figures[_i].unit));
    ck_assert_ptr_nonnull(strstr(rendered(PHB_FORMAT_TEXT), figures[_i].line));
}
END_TEST

START_TEST(what_is_about_the_whole_says_so)
{
    ck_assert(phb__table_set_static_at(report->findings, PHB__FINDING_AT, 0, ""));
    ck_assert_ptr_nonnull(strstr(rendered(PHB_FORMAT_TEXT), "\n  Where:      the whole\n"));
}
END_TEST

START_TEST(csv_has_every_column)
{
    const char *csv = rendered(PHB_FORMAT_CSV);
    static const char head[] = "rule,severity,section,at,message,fix,source,arguments,actual,limit,"
                               "unit,accepted\r\nbudget.enough.line,breach,budget,";
    ck_assert_int_eq(strncmp(csv, head, strlen(head)), 0);
    ck_assert_ptr_nonnull(strstr(csv, ",\"{\"\"of\"\": \"\"pa-1\"\", "));
    ck_assert_ptr_nonnull(strstr(csv, "\r\nbudget.costs.payroll,note,"));
    ck_assert_ptr_nonnull(strstr(csv, ",{},,,none,no\r\n"));
}
END_TEST

START_TEST(markdown_has_what_people_act_on)
{
    ck_assert(phb__table_set_static_at(report->findings, PHB__FINDING_AT, 0, "/a|*b*"));
    const char *page = rendered(PHB_FORMAT_MARKDOWN);
    static const char head[] =
        "| section | state | findings |\n"
        "| --- | --- | --- |\n"
        "| Budget | Partial | 4 |\n"
        "\n"
        "**To do first:** pa-1 is agreed at £31,000.00, which is £50.05 less than its full cost of "
        "£31,050.05. Raise what is agreed for pa-1 to at least £31,050.05.\n"
        "\n"
        "| severity | what was found | what to do | where | source | rule |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| breach | pa-1 is agreed at £31,000.00, which is £50.05 less than its full cost of "
        "£31,050.05. | Raise what is agreed for pa-1 to at least £31,050.05. | /a\\|\\*b\\* | NHS "
        "(Direct Payments) Regulations 2013 (SI 2013/1617), reg 13 | budget.enough.line |\n"
        "| note | ";
    ck_assert_int_eq(strncmp(page, head, strlen(head)), 0);
}
END_TEST

START_TEST(other_formats_are_refused)
{
    static const int formats[] = {0, 4, 7, -1};
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        phb_text *made = (phb_text *)(void *)report;
        ck_assert_int_eq(phb_report_render(report, (phb_format)formats[i], &made, NULL),
                         PHB_ERROR_ARGUMENT);
        ck_assert_ptr_null(made);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("report_render");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, the_worst_comes_first_and_what_was_accepted_last);
    tcase_add_test(tcase, a_report_from_no_day_says_none);
    tcase_add_test(tcase, nothing_found_is_said);
    add_rows(tcase, a_figure_is_shown_in_its_unit, figures);
    tcase_add_test(tcase, what_is_about_the_whole_says_so);
    tcase_add_test(tcase, csv_has_every_column);
    tcase_add_test(tcase, markdown_has_what_people_act_on);
    tcase_add_test(tcase, other_formats_are_refused);
    return suite_run("report_render", tcase);
}
