#include "rules/rules.h"

#include <string.h>

#include "support/suite.h"

#define DP PHB_DEPLOYMENT_DIRECT_PAYMENT
#define THIRD PHB_DEPLOYMENT_THIRD_PARTY
#define NOTIONAL PHB_DEPLOYMENT_NOTIONAL
#define UNSAID 0

#define BREACH PHB_SEVERITY_BREACH
#define GAP PHB_SEVERITY_GAP
#define WARNING PHB_SEVERITY_WARNING
#define NOTE PHB_SEVERITY_NOTE
#define NOTHING 0

/* Both sides of every mask: each axis, named and excepted, said and not said. */
static const struct {
    enum phb__rule_key rule;
    int deployment;
    int status;
    int cohort;
    int kind;
    int severity;
} grades[] = {
    /* a shortfall: law for direct payments, once it is agreed */
    {PHB__RULE_BUDGET_ENOUGH_TOTAL, DP, PHB_PLAN_AGREED, PHB_COHORT_ADULT_CHC, 1, BREACH},
    {PHB__RULE_BUDGET_ENOUGH_TOTAL, DP, PHB_PLAN_SUSPENDED, UNSAID, UNSAID, BREACH},
    {PHB__RULE_BUDGET_ENOUGH_TOTAL, DP, PHB_PLAN_SUBMITTED, UNSAID, UNSAID, WARNING},
    {PHB__RULE_BUDGET_ENOUGH_TOTAL, DP, PHB_PLAN_DRAFT, UNSAID, UNSAID, WARNING},
    {PHB__RULE_BUDGET_ENOUGH_TOTAL, DP, PHB_PLAN_ENDED, UNSAID, UNSAID, WARNING},
    {PHB__RULE_BUDGET_ENOUGH_TOTAL, DP, PHB_PLAN_SUPERSEDED, UNSAID, UNSAID, WARNING},
    {PHB__RULE_BUDGET_ENOUGH_TOTAL, DP, UNSAID, UNSAID, UNSAID, WARNING},
    {PHB__RULE_BUDGET_ENOUGH_TOTAL, THIRD, PHB_PLAN_AGREED, UNSAID, UNSAID, WARNING},
    {PHB__RULE_BUDGET_ENOUGH_TOTAL, NOTIONAL, PHB_PLAN_AGREED, UNSAID, UNSAID, WARNING},
    {PHB__RULE_BUDGET_ENOUGH_TOTAL, UNSAID, PHB_PLAN_AGREED, UNSAID, UNSAID, WARNING},
    /* hidden costs: not asked for when it is over */
    {PHB__RULE_BUDGET_COSTS_INSURANCE, DP, PHB_PLAN_SUBMITTED, UNSAID, UNSAID, GAP},
    {PHB__RULE_BUDGET_COSTS_INSURANCE, DP, PHB_PLAN_DRAFT, UNSAID, UNSAID, WARNING},
    {PHB__RULE_BUDGET_COSTS_INSURANCE, DP, PHB_PLAN_ENDED, UNSAID, UNSAID, NOTHING},
    {PHB__RULE_BUDGET_COSTS_INSURANCE, DP, UNSAID, UNSAID, UNSAID, NOTHING},
    {PHB__RULE_BUDGET_COSTS_INSURANCE, NOTIONAL, PHB_PLAN_AGREED, UNSAID, UNSAID, NOTE},
    {PHB__RULE_BUDGET_COSTS_INSURANCE, UNSAID, PHB_PLAN_AGREED, UNSAID, UNSAID, NOTE},
    {PHB__RULE_BUDGET_COSTS_INSURANCE, NOTIONAL, PHB_PLAN_SUPERSEDED, UNSAID, UNSAID, NOTHING},
    /* only where there is a third party */
    {PHB__RULE_BUDGET_COSTS_THIRD_PARTY_FEE, THIRD, PHB_PLAN_AGREED, UNSAID, UNSAID, GAP},
    {PHB__RULE_BUDGET_COSTS_THIRD_PARTY_FEE, DP, PHB_PLAN_AGREED, UNSAID, UNSAID, NOTHING},
    /* law that does not ask how the budget is held */
    {PHB__RULE_BUDGET_PAY_MINIMUM_WAGE, NOTIONAL, PHB_PLAN_DRAFT, UNSAID, UNSAID, BREACH},
    {PHB__RULE_BUDGET_PAY_MINIMUM_WAGE, UNSAID, UNSAID, UNSAID, UNSAID, BREACH},
    /* two cohorts excepted, and not said is not one of them */
    {PHB__RULE_BUDGET_CONTRIBUTION_HEALTH, DP, UNSAID, PHB_COHORT_WHEELCHAIR, UNSAID, NOTHING},
    {PHB__RULE_BUDGET_CONTRIBUTION_HEALTH, DP, UNSAID, PHB_COHORT_SECTION_117, UNSAID, NOTHING},
    {PHB__RULE_BUDGET_CONTRIBUTION_HEALTH, DP, UNSAID, PHB_COHORT_CHILD_CONTINUING_CARE, UNSAID,
     BREACH},
    {PHB__RULE_BUDGET_CONTRIBUTION_HEALTH, DP, UNSAID, UNSAID, UNSAID, BREACH},
    {PHB__RULE_BUDGET_CONTRIBUTION_HEALTH, DP, UNSAID, PHB_COHORT_OTHER, UNSAID, BREACH},
    {PHB__RULE_BUDGET_CONTRIBUTION_HEALTH, NOTIONAL, UNSAID, PHB_COHORT_OTHER, UNSAID, WARNING},
    /* cohorts named */
    {PHB__RULE_BUDGET_CONTRIBUTION_SECTION_117, NOTIONAL, 3, PHB_COHORT_SECTION_117, 1, BREACH},
    {PHB__RULE_BUDGET_CONTRIBUTION_SECTION_117, NOTIONAL, 3, PHB_COHORT_OTHER, 1, NOTHING},
    {PHB__RULE_BUDGET_CONTRIBUTION_SOCIAL_CARE, DP, 3, PHB_COHORT_ADULT_CHC, 1, WARNING},
    {PHB__RULE_BUDGET_CONTRIBUTION_SOCIAL_CARE, DP, 3, PHB_COHORT_FAST_TRACK, 1, WARNING},
    {PHB__RULE_BUDGET_CONTRIBUTION_SOCIAL_CARE, DP, 3, PHB_COHORT_CHILD_CONTINUING_CARE, 1,
     NOTHING},
    {PHB__RULE_BUDGET_CONTRIBUTION_SOCIAL_CARE, DP, 3, UNSAID, 1, NOTHING},
    /* what may not be bought: law for direct payments, agreed or not */
    {PHB__RULE_BUDGET_EXCLUDED_NEVER, DP, PHB_PLAN_DRAFT, UNSAID, UNSAID, BREACH},
    {PHB__RULE_BUDGET_EXCLUDED_NEVER, THIRD, PHB_PLAN_AGREED, UNSAID, UNSAID, WARNING},
    {PHB__RULE_BUDGET_EXCLUDED_TESTS, DP, PHB_PLAN_AGREED, UNSAID, UNSAID, WARNING},
    /* the body has to decide before, and not only after */
    {PHB__RULE_BUDGET_DEPLOYMENT_HOUSEHOLD_ASSISTANT, DP, PHB_PLAN_DRAFT, UNSAID, UNSAID, GAP},
    {PHB__RULE_BUDGET_DEPLOYMENT_HOUSEHOLD_ASSISTANT, DP, PHB_PLAN_AGREED, UNSAID, UNSAID, BREACH},
    {PHB__RULE_BUDGET_DEPLOYMENT_HOUSEHOLD_ASSISTANT, THIRD, PHB_PLAN_AGREED, UNSAID, UNSAID, NOTE},
    /* one kind named, one excepted */
    {PHB__RULE_BUDGET_DEPLOYMENT_ORDINARY_ACCOUNT, DP, PHB_PLAN_AGREED, UNSAID, PHB_KIND_ONGOING,
     BREACH},
    {PHB__RULE_BUDGET_DEPLOYMENT_ORDINARY_ACCOUNT, DP, PHB_PLAN_AGREED, UNSAID, UNSAID, BREACH},
    {PHB__RULE_BUDGET_DEPLOYMENT_ORDINARY_ACCOUNT, DP, PHB_PLAN_AGREED, UNSAID, PHB_KIND_ONE_OFF,
     NOTHING},
    {PHB__RULE_BUDGET_DEPLOYMENT_ONE_OFF_ITEMS, DP, PHB_PLAN_AGREED, UNSAID, PHB_KIND_ONE_OFF,
     WARNING},
    {PHB__RULE_BUDGET_DEPLOYMENT_ONE_OFF_ITEMS, DP, PHB_PLAN_AGREED, UNSAID, PHB_KIND_ONGOING,
     NOTHING},
    {PHB__RULE_BUDGET_DEPLOYMENT_ONE_OFF_ITEMS, DP, PHB_PLAN_AGREED, UNSAID, UNSAID, NOTHING},
    {PHB__RULE_BUDGET_PAYMENTS_FREQUENCY, DP, PHB_PLAN_DRAFT, UNSAID, UNSAID, NOTE},
    {PHB__RULE_BUDGET_PAYMENTS_FREQUENCY, NOTIONAL, PHB_PLAN_AGREED, UNSAID, UNSAID, NOTHING},
};

START_TEST(the_first_grade_that_matches_is_the_one)
{
    struct phb__circumstances circumstances = {
        (phb_deployment)grades[_i].deployment, (enum phb_plan_status)grades[_i].status,
        (phb_cohort)grades[_i].cohort, (phb_kind)grades[_i].kind};
    ck_assert_int_eq(phb__rule_severity(grades[_i].rule, &circumstances), grades[_i].severity);
}
END_TEST

/* The worst that a rule is for a deployment, in any circumstances. */
static phb_severity
worst_for(enum phb__rule_key rule, int deployment)
{
    phb_severity worst = (phb_severity)0;
    for (int i = 0; i < 7 * 14 * 3; i++) {
        struct phb__circumstances circumstances = {
            (phb_deployment)deployment, (enum phb_plan_status)(i % 7), (phb_cohort)(i / 7 % 14),
            (phb_kind)(i / 7 / 14)};
        phb_severity severity = phb__rule_severity(rule, &circumstances);
        worst = severity != 0 && (worst == 0 || severity < worst) ? severity : worst;
    }
    return worst;
}

START_TEST(the_grades_in_words_are_those_of_the_masks)
{
    static const char *const names[] = {"", "direct_payment ", "third_party ", "notional "};
    phb_severity worst[4];
    char words[128] = "";
    for (int deployment = DP; deployment <= NOTIONAL; deployment++) {
        worst[deployment] = worst_for((enum phb__rule_key)_i, deployment);
        if (worst[deployment] != 0) {
            strcat(words, words[0] == '\0' ? "" : ", ");
            strcat(words, names[deployment]);
            strcat(words, phb__severity_name(worst[deployment]));
        }
    }
    bool is_same = worst[DP] == worst[THIRD] && worst[DP] == worst[NOTIONAL];
    ck_assert_str_eq(phb__rule_text(phb__rules[_i].grades),
                     is_same ? phb__severity_name(worst[DP]) : words);
}
END_TEST

START_TEST(only_law_can_be_broken)
{
    const struct phb__rule *rule = &phb__rules[_i];
    bool is_law = rule->basis == PHB__BASIS_LAW || rule->basis == PHB__BASIS_LAW_READ_IN_2010;
    bool can_be_broken = false;
    for (int deployment = UNSAID; deployment <= NOTIONAL; deployment++) {
        can_be_broken |= worst_for((enum phb__rule_key)_i, deployment) == BREACH;
    }
    ck_assert_int_eq(can_be_broken, is_law);
}
END_TEST

START_TEST(the_catalogue_has_every_rule)
{
    const size_t first = PHB__RULE_BUDGET_ENOUGH_TOTAL;
    phb_table *table = NULL;
    ck_assert_int_eq(phb_rules_table(NULL, &table, NULL), PHB_OK);
    ck_assert_uint_eq(phb_table_rows(table), PHB__RULE_COUNT);
    ck_assert_str_eq(phb_table_text(table, "rule", first), "budget.enough.total");
    ck_assert_str_eq(phb_table_text(table, "section", first), "budget");
    ck_assert_str_eq(phb_table_text(table, "title", first), "The agreed sum covers the services");
    ck_assert_str_eq(phb_table_text(table, "severity", first),
                     "direct_payment breach, third_party warning, notional warning");
    ck_assert_str_eq(phb_table_text(table, "source", first),
                     "NHS (Direct Payments) Regulations 2013 (SI 2013/1617), reg 13");
    ck_assert_str_eq(phb_table_text(table, "basis", first), "law");
    ck_assert_str_eq(phb_table_text(table, "arguments", first),
                     "agreed pence, cost pence, shortfall pence");
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        for (size_t column = 0; column < phb_table_columns(table); column++) {
            const char *name = phb_table_column_name(table, column);
            bool may_be_empty = strcmp(name, "arguments") == 0;
            ck_assert(may_be_empty || phb_table_text(table, name, row)[0] != '\0');
        }
    }
    phb_table_free(table);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("rules");
    add_rows(tcase, the_first_grade_that_matches_is_the_one, grades);
    tcase_add_loop_test(tcase, the_grades_in_words_are_those_of_the_masks, 0, PHB__RULE_COUNT);
    tcase_add_loop_test(tcase, only_law_can_be_broken, 0, PHB__RULE_COUNT);
    tcase_add_test(tcase, the_catalogue_has_every_rule);
    return suite_run("rules", tcase);
}
