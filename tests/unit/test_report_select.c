#include "some_report.h"

#include <string.h>

static phb_report *report;
static phb_report *chosen;

static void
set_up(void)
{
    report = some_report();
    chosen = NULL;
}

static void
tear_down(void)
{
    phb_report_free(report);
    phb_report_free(chosen);
}

static void
choose(const char *section, phb_severity severity)
{
    ck_assert_int_eq(phb_report_select(report, section, severity, &chosen, NULL), PHB_OK);
}

static size_t
findings(void)
{
    return phb_table_rows(phb_report_table(chosen, PHB_REPORT_FINDINGS));
}

/* Of the four findings each is of another severity. */
START_TEST(findings_are_as_bad_or_worse)
{
    phb_severity severity = (phb_severity)_i;
    choose(NULL, severity);
    ck_assert_uint_eq(findings(), (size_t)_i);
    ck_assert_int_eq(phb_report_worst(chosen), PHB_SEVERITY_BREACH);
    ck_assert_int_eq(phb_report_count(chosen, severity), 1);
    const phb_table *sections = phb_report_table(chosen, PHB_REPORT_SECTIONS);
    ck_assert_int_eq(phb_table_int64(sections, "findings", NULL)[0], _i);
    ck_assert_str_eq(phb_table_text(sections, "state", 0), "partial");
}
END_TEST

START_TEST(of_another_section_there_are_none)
{
    choose("training", PHB_SEVERITY_NOTE);
    ck_assert_uint_eq(findings(), 0);
    ck_assert_int_eq(phb_report_worst(chosen), 0);
    ck_assert_uint_eq(phb_table_rows(phb_report_table(chosen, PHB_REPORT_SECTIONS)), 0);
}
END_TEST

/* Nothing of the first is lent to the second. */
START_TEST(everything_is_as_it_was)
{
    phb_text *before = NULL;
    phb_text *after = NULL;
    choose("budget", PHB_SEVERITY_NOTE);
    ck_assert_int_eq(phb_report_to_json(report, &before, NULL), PHB_OK);
    phb_report_free(report);
    report = NULL;
    ck_assert_int_eq(phb_report_to_json(chosen, &after, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(after), phb_text_data(before));
    phb_text_free(before);
    phb_text_free(after);
}
END_TEST

START_TEST(what_cannot_be_chosen)
{
    phb_error error = PHB_ERROR_INIT;
    chosen = report;
    ck_assert_int_eq(phb_report_select(report, "chairs", PHB_SEVERITY_NOTE, &chosen, &error),
                     PHB_ERROR_NOT_FOUND);
    ck_assert_ptr_null(chosen);
    ck_assert_str_eq(error.message, "there is no such section");
    ck_assert_int_eq(phb_report_select(NULL, NULL, PHB_SEVERITY_NOTE, &chosen, NULL),
                     PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_report_select(report, NULL, PHB_SEVERITY_NOTE, NULL, NULL),
                     PHB_ERROR_ARGUMENT);
    for (int severity = -1; severity <= 5; severity += severity == 0 ? 5 : 1) {
        ck_assert_int_eq(phb_report_select(report, NULL, (phb_severity)severity, &chosen, NULL),
                         PHB_ERROR_ARGUMENT);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("report_select");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, findings_are_as_bad_or_worse, PHB_SEVERITY_BREACH,
                        PHB_SEVERITY_NOTE + 1);
    tcase_add_test(tcase, of_another_section_there_are_none);
    tcase_add_test(tcase, everything_is_as_it_was);
    tcase_add_test(tcase, what_cannot_be_chosen);
    return suite_run("report_select", tcase);
}
