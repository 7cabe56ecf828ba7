/* By when the check of a plan wants its next review, where the days lie far apart. */

#include <stdio.h>
#include <string.h>

#include <phb/check.h>

#include "support/json.h"
#include "support/suite.h"

/*
 * From 21 March 2026 a schedule looks to 5 April 2027. An education, health and care plan is
 * reviewed within 12 months of the day it was made. The person was born on 10 March 2026.
 */
static const struct {
    const char *as_of;
    const char *regime;
    const char *anchor;
    const char *next;
    const char *limit; /* "" for no finding */
} plans[] = {
    {"2026-03-21", "ehc_plan", "2026-04-05", "2027-04-05", ""},
    {"2026-03-21", "ehc_plan", "2026-04-05", "2027-04-06", "2027-04-05"},
    /* A limit that lies beyond what a schedule looks to is a limit all the same. */
    {"2026-03-21", "ehc_plan", "2026-06-01", "2027-06-01", ""},
    {"2026-03-21", "ehc_plan", "2026-06-01", "2027-06-02", "2027-06-01"},
    {"2026-03-21", "ehc_plan", "2030-06-01", "2031-06-01", ""},
    {"2026-03-21", "ehc_plan", "2030-06-01", "2031-06-02", "2031-06-01"},
    {"2026-03-21", "ehc_plan", "2198-12-31", "2199-12-31", ""}, /* the last day there is */
    /* From a day before the person was born: birthdays are not what is asked about. */
    {"2026-03-01", "ehc_plan", "2026-03-01", "2027-03-01", ""},
    {"2026-03-01", "ehc_plan", "2026-03-01", "2027-03-02", "2027-03-01"},
    /* A duty of law whose money is in no budget here: six months, three months. */
    {"2026-03-21", "care_act_direct_payment", "2026-08-31", "2027-02-28", ""},
    {"2026-03-21", "care_act_direct_payment", "2026-08-31", "2027-03-01", "2027-02-28"},
    {"2026-03-21", "nhs_direct_payment", "2026-04-06", "2026-07-06", ""},
    {"2026-03-21", "nhs_direct_payment", "2026-04-06", "2026-07-07", "2026-07-06"},
};

static phb_report *
check(int row)
{
    char text[512];
    phb_plan *plan = NULL;
    phb_report *report = NULL;
    phb_check_options options = PHB_CHECK_OPTIONS_INIT;
    options.as_of = date_of(plans[row].as_of);
    snprintf(text, sizeof text,
             "{'format':'phb-plan/"
             "1','status':'agreed','person':{'date_of_birth':'2026-03-10'},'reviews':{"
             "'regimes':[{'regime':'%s','anchor':'%s'}],'next_review_on':'%s'},"
             "'sign_off':{'nhs':{'signed_on':'2026-03-21'}}}",
             plans[row].regime, plans[row].anchor, plans[row].next);
    const char *json = quoted(text);
    ck_assert_int_eq(phb_plan_from_json(NULL, json, strlen(json), &plan, NULL), PHB_OK);
    ck_assert_int_eq(phb_plan_check(plan, NULL, &options, &report, NULL), PHB_OK);
    phb_plan_free(plan);
    return report;
}

START_TEST(the_limit_is_found_however_far_it_is)
{
    phb_report *report = check(_i);
    const phb_table *findings = phb_report_table(report, PHB_REPORT_FINDINGS);
    phb_date found = PHB_DATE_NONE;
    for (size_t row = 0; row < phb_table_rows(findings); row++) {
        if (strcmp(phb_table_text(findings, "rule", row), "plan.reviews.next_late") == 0) {
            found = (phb_date)phb_table_int64(findings, "limit", NULL)[row];
        }
    }
    ck_assert_str_eq(found == PHB_DATE_NONE ? "" : date_text(found), plans[_i].limit);
    phb_report_free(report);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("plan_review_dates");
    add_rows(tcase, the_limit_is_found_however_far_it_is, plans);
    return suite_run("plan_review_dates", tcase);
}
