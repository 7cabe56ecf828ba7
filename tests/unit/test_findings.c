#include "rules/findings.h"

#include <string.h>

#include "some_report.h"
#include "support/failing.h"

static struct phb__findings findings;
static phb_report *report;

static void
set_up(void)
{
    phb__findings_init(&findings, NULL, &agreed_direct_payment, &some_basis);
    report = NULL;
}

static void
tear_down(void)
{
    phb__findings_free(&findings);
    phb_report_free(report);
}

static const phb_table *
finished(void)
{
    ck_assert_int_eq(phb__findings_finish(&findings, &report, NULL), PHB_OK);
    return phb_report_table(report, PHB_REPORT_FINDINGS);
}

static const char *
cell(const char *column, size_t row)
{
    return phb_table_text(phb_report_table(report, PHB_REPORT_FINDINGS), column, row);
}

START_TEST(a_finding_is_told_in_the_words_of_its_rule)
{
    find_shortfall_of(&findings, "pa-1", "/agreed_by_line/pa-1");
    const phb_table *table = finished();
    ck_assert_uint_eq(phb_table_rows(table), 1);
    ck_assert_str_eq(cell("rule", 0), "budget.enough.line");
    ck_assert_str_eq(cell("severity", 0), "breach");
    ck_assert_str_eq(cell("section", 0), "budget");
    ck_assert_str_eq(cell("at", 0), "/agreed_by_line/pa-1");
    ck_assert_str_eq(cell("message", 0), "pa-1 is agreed at £31,000.00, which is £50.05 less than "
                                         "its full cost of £31,050.05.");
    ck_assert_str_eq(cell("fix", 0), "Raise what is agreed for pa-1 to at least £31,050.05.");
    ck_assert_str_eq(cell("source", 0),
                     "NHS (Direct Payments) Regulations 2013 (SI 2013/1617), reg 13");
    ck_assert_str_eq(cell("unit", 0), "pence");
    ck_assert_int_eq(phb_table_int64(table, "actual", NULL)[0], 3100000);
    ck_assert_int_eq(phb_table_int64(table, "limit", NULL)[0], 3105005);
    ck_assert_int_eq(phb_table_int32(table, "accepted", NULL)[0], 0);
}
END_TEST

START_TEST(a_rule_without_figures_has_none)
{
    find_no_payroll(&findings, (phb_deployment)0);
    const phb_table *table = finished();
    ck_assert_str_eq(cell("unit", 0), "none");
    ck_assert_str_eq(cell("arguments", 0), "{}");
    ck_assert_int_eq(phb_table_int64(table, "actual", NULL)[0], PHB_NUMBER_NONE);
    ck_assert_int_eq(phb_table_int64(table, "limit", NULL)[0], PHB_NUMBER_NONE);
}
END_TEST

START_TEST(what_is_about_a_thing_goes_by_its_deployment)
{
    find_no_payroll(&findings, PHB_DEPLOYMENT_NOTIONAL);
    find_no_payroll(&findings, (phb_deployment)0);
    finished();
    ck_assert_str_eq(cell("severity", 0), "note");
    ck_assert_str_eq(cell("severity", 1), "gap");
}
END_TEST

START_TEST(a_rule_that_does_not_apply_adds_nothing)
{
    findings.circumstances.status = PHB_PLAN_ENDED;
    find_no_payroll(&findings, (phb_deployment)0);
    ck_assert_uint_eq(phb_table_rows(finished()), 0);
    ck_assert_int_eq(phb_report_worst(report), 0);
}
END_TEST

START_TEST(findings_come_in_the_order_of_the_rules_and_then_as_found)
{
    find_stale(&findings);
    find_shortfall_of(&findings, "b", "/1");
    find_no_payroll(&findings, (phb_deployment)0);
    find_shortfall_of(&findings, "a", "/2");
    find_shortfall_of(&findings, "c", "/0");
    ck_assert_uint_eq(phb_table_rows(finished()), 5);
    ck_assert_str_eq(cell("at", 0), "/1");
    ck_assert_str_eq(cell("at", 1), "/2");
    ck_assert_str_eq(cell("at", 2), "/0");
    ck_assert_str_eq(cell("rule", 3), "budget.costs.payroll");
    ck_assert_str_eq(cell("rule", 4), "budget.stale.law_changed");
}
END_TEST

START_TEST(a_section_is_partial_when_something_is_missing_in_it)
{
    phb__findings_add_section(&findings, PHB__SECTION_ABOUT, PHB__STATE_ELSEWHERE);
    phb__findings_add_section(&findings, PHB__SECTION_CONTINGENCY, PHB__STATE_COMPLETE);
    phb__findings_add_section(&findings, PHB__SECTION_BUDGET, PHB__STATE_COMPLETE);
    find_stale(&findings);
    find_no_payroll(&findings, (phb_deployment)0);
    finished();
    const phb_table *sections = phb_report_table(report, PHB_REPORT_SECTIONS);
    ck_assert_uint_eq(phb_table_rows(sections), 3);
    ck_assert_str_eq(phb_table_text(sections, "section", 0), "about");
    ck_assert_str_eq(phb_table_text(sections, "state", 0), "elsewhere");
    ck_assert_str_eq(phb_table_text(sections, "state", 1), "complete");
    ck_assert_str_eq(phb_table_text(sections, "section", 2), "budget");
    ck_assert_str_eq(phb_table_text(sections, "state", 2), "partial");
    ck_assert_int_eq(phb_table_int64(sections, "findings", NULL)[0], 0);
    ck_assert_int_eq(phb_table_int64(sections, "findings", NULL)[2], 2);
}
END_TEST

START_TEST(a_warning_leaves_a_section_complete)
{
    phb__findings_add_section(&findings, PHB__SECTION_BUDGET, PHB__STATE_COMPLETE);
    find_stale(&findings);
    finished();
    const phb_table *sections = phb_report_table(report, PHB_REPORT_SECTIONS);
    ck_assert_str_eq(phb_table_text(sections, "state", 0), "complete");
    ck_assert_int_eq(phb_table_int64(sections, "findings", NULL)[0], 1);
}
END_TEST

START_TEST(there_are_no_more_sections_than_a_plan_has)
{
    for (uint32_t i = 0; i < PHB__SECTIONS_MAX + 2; i++) {
        phb__findings_add_section(&findings, PHB__SECTION_ABOUT, PHB__STATE_MISSING);
    }
    finished();
    ck_assert_uint_eq(phb_table_rows(phb_report_table(report, PHB_REPORT_SECTIONS)),
                      PHB__SECTIONS_MAX);
}
END_TEST

START_TEST(arguments_that_are_not_the_rules_are_a_mistake_of_ours)
{
    phb_error error = PHB_ERROR_INIT;
    phb__find(&findings,
              &(struct phb__finding){.rule = PHB__RULE_BUDGET_PAY_LEAVE_NONE, .at = "/a"});
    find_no_payroll(&findings, (phb_deployment)0);
    report = (phb_report *)(void *)&error;
    ck_assert_int_eq(phb__findings_finish(&findings, &report, &error), PHB_ERROR_INTERNAL);
    ck_assert_ptr_null(report);
    ck_assert_int_eq(error.status, PHB_ERROR_INTERNAL);
}
END_TEST

START_TEST(one_can_stop_before_the_end)
{
    find_no_payroll(&findings, (phb_deployment)0);
    phb__findings_free(&findings);
}
END_TEST

/* Enough of them that every list and pool has to grow. */
static phb_status
make_many(phb_context *context, phb_report **out_report, phb_error *error)
{
    struct phb__findings many;
    phb__findings_init(&many, context, &agreed_direct_payment, &some_basis);
    phb__findings_add_section(&many, PHB__SECTION_BUDGET, PHB__STATE_COMPLETE);
    for (int i = 0; i < 40; i++) {
        find_shortfall_of(&many, "pa-1", "/agreed_by_line");
        find_stale(&many);
    }
    return phb__findings_finish(&many, out_report, error);
}

static phb_status
make_catalogue(phb_context *context, phb_report **out_report, phb_error *error)
{
    phb_table *table = (phb_table *)(void *)error;
    phb_status status = phb_rules_table(context, &table, error);
    ck_assert_int_eq(status == PHB_OK, table != NULL);
    phb_table_free(table);
    *out_report = NULL;
    return status;
}

static phb_status
make_json(phb_context *context, phb_report **out_report, phb_error *error)
{
    phb_text *text = NULL;
    phb_status status = make_some_report(context, out_report, error);
    if (status == PHB_OK) {
        status = phb_report_to_json(*out_report, &text, error);
        ck_assert_int_eq(status == PHB_OK, text != NULL);
        phb_text_free(text);
        phb_report_free(*out_report);
        *out_report = NULL;
    }
    return status;
}

static phb_status
make_page(phb_context *context, phb_report **out_report, phb_error *error)
{
    phb_status status = make_some_report(context, out_report, error);
    static const phb_format formats[] = {PHB_FORMAT_TEXT, PHB_FORMAT_CSV, PHB_FORMAT_MARKDOWN,
                                         PHB_FORMAT_HTML_PAGE};
    for (size_t i = 0; status == PHB_OK && i < COUNT_OF(formats); i++) {
        phb_text *text = NULL;
        status = phb_report_render(*out_report, formats[i], &text, error);
        ck_assert_int_eq(status == PHB_OK, text != NULL);
        phb_text_free(text);
    }
    if (status != PHB_OK) {
        phb_report_free(*out_report);
        *out_report = NULL;
    }
    return status;
}

static phb_status (*const makers[])(phb_context *, phb_report **, phb_error *) = {
    make_some_report, make_many, make_catalogue, make_json, make_page};

static bool
try_once(size_t maker, size_t n, enum failing_how how)
{
    struct failing failing;
    phb_error error = PHB_ERROR_INIT;
    phb_report *made = NULL;
    phb_context *context = failing_context(&failing, n, how);
    phb_status status = makers[maker](context, &made, &error);
    bool failed = failing.failures > 0;
    ck_assert_int_eq(status, failed ? PHB_ERROR_MEMORY : PHB_OK);
    ck_assert(!failed || (!made && error.status == PHB_ERROR_MEMORY));
    phb_report_free(made);
    failing_close(&failing);
    return !failed;
}

START_TEST(out_of_memory_leaves_nothing_behind)
{
    enum failing_how how = _i % 2 == 0 ? FAILING_ONCE : FAILING_FROM_N;
    size_t n = 1;
    while (!try_once((size_t)_i / 2, n, how)) {
        n++;
        ck_assert_uint_lt(n, 1000);
    }
    ck_assert_uint_gt(n, 2);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("findings");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, a_finding_is_told_in_the_words_of_its_rule);
    tcase_add_test(tcase, a_rule_without_figures_has_none);
    tcase_add_test(tcase, what_is_about_a_thing_goes_by_its_deployment);
    tcase_add_test(tcase, a_rule_that_does_not_apply_adds_nothing);
    tcase_add_test(tcase, findings_come_in_the_order_of_the_rules_and_then_as_found);
    tcase_add_test(tcase, a_section_is_partial_when_something_is_missing_in_it);
    tcase_add_test(tcase, a_warning_leaves_a_section_complete);
    tcase_add_test(tcase, there_are_no_more_sections_than_a_plan_has);
    tcase_add_test(tcase, arguments_that_are_not_the_rules_are_a_mistake_of_ours);
    tcase_add_test(tcase, one_can_stop_before_the_end);
    tcase_add_loop_test(tcase, out_of_memory_leaves_nothing_behind, 0, 2 * (int)COUNT_OF(makers));
    return suite_run("findings", tcase);
}
