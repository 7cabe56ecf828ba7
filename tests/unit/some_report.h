/* A report with something of everything, for the tests of what is made of one. */
#ifndef PHB_TESTS_UNIT_SOME_REPORT_H
#define PHB_TESTS_UNIT_SOME_REPORT_H

#include "rules/findings.h"
#include "support/suite.h"

static const struct phb__circumstances agreed_direct_payment = {
    PHB_DEPLOYMENT_DIRECT_PAYMENT, PHB_PLAN_AGREED, PHB_COHORT_ADULT_CHC, PHB_KIND_ONGOING};

static const struct phb__report_basis some_basis = {20549, "2026.1", "north/3"};

static inline void
find_shortfall_of(struct phb__findings *findings, const char *of, const char *at)
{
    phb__find(findings, &(struct phb__finding){
                            .rule = PHB__RULE_BUDGET_ENOUGH_LINE,
                            .at = at,
                            .arguments = {phb__text("of", of),
                                          phb__value("agreed", PHB__ARGUMENT_PENCE, 3100000),
                                          phb__value("cost", PHB__ARGUMENT_PENCE, 3105005),
                                          phb__value("shortfall", PHB__ARGUMENT_PENCE, 5005)},
                            .actual = 3100000,
                            .limit = 3105005});
}

static inline void
find_no_payroll(struct phb__findings *findings, phb_deployment deployment)
{
    phb__find(findings, &(struct phb__finding){.rule = PHB__RULE_BUDGET_COSTS_PAYROLL,
                                               .deployment = deployment,
                                               .at = "/lines"});
}

static inline void
find_stale(struct phb__findings *findings)
{
    phb__find(findings, &(struct phb__finding){
                            .rule = PHB__RULE_BUDGET_STALE_LAW_CHANGED,
                            .at = "/agreed_on",
                            .arguments = {phb__value("agreed_on", PHB__ARGUMENT_DATE, 20500),
                                          phb__value("changed_on", PHB__ARGUMENT_DATE, 20544)},
                            .actual = 20500,
                            .limit = 20544});
}

/* One of each severity, found from the last to the first. */
static inline phb_status
make_some_report(phb_context *context, phb_report **out_report, phb_error *error)
{
    struct phb__findings findings;
    phb__findings_init(&findings, context, &agreed_direct_payment, &some_basis);
    phb__findings_add_section(&findings, PHB__SECTION_BUDGET, PHB__STATE_COMPLETE);
    find_stale(&findings);
    find_no_payroll(&findings, PHB_DEPLOYMENT_NOTIONAL);
    find_no_payroll(&findings, (phb_deployment)0);
    find_shortfall_of(&findings, "pa-1", "/agreed_by_line/pa-1");
    return phb__findings_finish(&findings, out_report, error);
}

static inline phb_report *
some_report(void)
{
    phb_report *report = NULL;
    ck_assert_int_eq(make_some_report(NULL, &report, NULL), PHB_OK);
    return report;
}

/* Nothing was looked at, nothing was found. */
static inline phb_report *
empty_report(void)
{
    static const struct phb__report_basis basis = {0, "2026.1", ""};
    struct phb__findings findings;
    phb_report *report = NULL;
    phb__findings_init(&findings, NULL, &agreed_direct_payment, &basis);
    ck_assert_int_eq(phb__findings_finish(&findings, &report, NULL), PHB_OK);
    return report;
}

#endif
