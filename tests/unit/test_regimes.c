#include "schedule/regimes.h"

#include <string.h>

#include "support/json.h"
#include "support/suite.h"

/* Months of the two intervals without a policy; 0: none. The table of docs/reviews.md. */
static const struct {
    phb_regime regime;
    int32_t first;
    int32_t every;
    bool is_must;
    const char *law;
} regimes[] = {
    {PHB_REGIME_NHS_DIRECT_PAYMENT, 3, 12, true, "National Health Service (Direct Payments)"},
    {PHB_REGIME_CHC, 3, 12, true, "National Framework for NHS continuing healthcare"},
    {PHB_REGIME_FAST_TRACK, 3, 12, false, "National Framework for NHS continuing healthcare"},
    {PHB_REGIME_CHILD_CONTINUING_CARE, 3, 12, true, "National Framework for children"},
    {PHB_REGIME_CARE_ACT_DIRECT_PAYMENT, 6, 12, true, "Care and Support (Direct Payments)"},
    {PHB_REGIME_SEND_DIRECT_PAYMENT, 3, 0, true, "Special Educational Needs"},
    {PHB_REGIME_EHC_PLAN, 12, 12, true, "Children and Families Act 2014"},
    {PHB_REGIME_SECTION_117, 12, 12, false, "Aftercare under section 117"},
    {PHB_REGIME_WHEELCHAIR, 12, 12, false, "Personal wheelchair budgets"},
    {PHB_REGIME_LOCAL_POLICY, 0, 0, false, ""},
};

static struct phb__term
term(const phb_policy *policy, phb_regime regime, enum phb__interval interval, const char *day)
{
    return phb__term_of(&phb__dataset_builtin, policy, regime, interval, date_of(day));
}

START_TEST(a_duty_has_the_months_of_the_rates)
{
    phb_regime regime = regimes[_i].regime;
    struct phb__term first = term(NULL, regime, PHB__INTERVAL_FIRST, "2026-04-06");
    struct phb__term every = term(NULL, regime, PHB__INTERVAL_EVERY, "2026-04-06");
    ck_assert_int_eq(first.months, regimes[_i].first);
    ck_assert_int_eq(every.months, regimes[_i].every);
    ck_assert_int_eq(phb__regime_is_must(regime), regimes[_i].is_must);
    ck_assert_ptr_eq(strstr(first.law_source, regimes[_i].law), first.law_source);
    ck_assert(!first.is_by_policy && !first.is_before_law && !first.is_laxer_than_must);
}
END_TEST

static phb_policy *
policy_of(const char *review)
{
    char text[256] = "{'format':'phb-policy/1','name':'n','version':'1','review':";
    phb_policy *policy = NULL;
    strcat(strcat(text, review), "}");
    const char *json = quoted(text);
    ck_assert_int_eq(phb_policy_from_json(NULL, json, strlen(json), &policy, NULL), PHB_OK);
    return policy;
}

/* The stricter of law and policy; the plan of a local authority follows no policy of a board. */
static const struct {
    const char *review;
    phb_regime regime;
    int32_t first;
    int32_t every;
    bool first_is_by_policy;
} policies[] = {
    {"{'first_after_months':2,'every_months':6}", PHB_REGIME_CHC, 2, 6, true},
    {"{'first_after_months':3,'every_months':12}", PHB_REGIME_CHC, 3, 12, false},
    {"{'every_months':6}", PHB_REGIME_CHC, 3, 6, false},
    {"{'first_after_months':3}", PHB_REGIME_CARE_ACT_DIRECT_PAYMENT, 3, 12, true},
    {"{'first_after_months':2,'every_months':6}", PHB_REGIME_SEND_DIRECT_PAYMENT, 2, 0, true},
    {"{'first_after_months':2,'every_months':6}", PHB_REGIME_EHC_PLAN, 12, 12, false},
    {"{'first_after_months':3}", PHB_REGIME_SECTION_117, 3, 12, true},
    {"{'every_months':6}", PHB_REGIME_WHEELCHAIR, 6, 6, true},
    {"{'first_after_months':1,'every_months':4}", PHB_REGIME_LOCAL_POLICY, 1, 4, true},
    {"{'first_after_months':1}", PHB_REGIME_LOCAL_POLICY, 1, 0, true},
    {"{'every_months':4}", PHB_REGIME_LOCAL_POLICY, 4, 4, true},
};

START_TEST(a_policy_can_only_be_stricter)
{
    phb_policy *policy = policy_of(policies[_i].review);
    struct phb__term first = term(policy, policies[_i].regime, PHB__INTERVAL_FIRST, "2026-04-06");
    struct phb__term every = term(policy, policies[_i].regime, PHB__INTERVAL_EVERY, "2026-04-06");
    ck_assert_int_eq(first.months, policies[_i].first);
    ck_assert_int_eq(every.months, policies[_i].every);
    ck_assert_int_eq(first.is_by_policy, policies[_i].first_is_by_policy);
    phb_policy_unref(policy);
}
END_TEST

START_TEST(before_the_law_its_first_value_is_used)
{
    struct phb__term early =
        term(NULL, PHB_REGIME_CARE_ACT_DIRECT_PAYMENT, PHB__INTERVAL_FIRST, "2015-03-31");
    struct phb__term first =
        term(NULL, PHB_REGIME_CARE_ACT_DIRECT_PAYMENT, PHB__INTERVAL_FIRST, "2015-04-01");
    ck_assert_int_eq(early.months, 6);
    ck_assert(early.is_before_law);
    ck_assert_int_eq(first.months, 6);
    ck_assert(!first.is_before_law);
}
END_TEST

START_TEST(direct_payments_are_three)
{
    int count = 0;
    for (size_t i = 0; i < COUNT_OF(regimes); i++) {
        count += phb__regime_is_direct_payment(regimes[i].regime) ? 1 : 0;
        ck_assert_int_eq(phb__regime_goes_on(regimes[i].regime),
                         regimes[i].regime != PHB_REGIME_SEND_DIRECT_PAYMENT);
        ck_assert(phb__regime_agenda(regimes[i].regime) != 0);
    }
    ck_assert_int_eq(count, 3);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("regimes");
    add_rows(tcase, a_duty_has_the_months_of_the_rates, regimes);
    add_rows(tcase, a_policy_can_only_be_stricter, policies);
    tcase_add_test(tcase, before_the_law_its_first_value_is_used);
    tcase_add_test(tcase, direct_payments_are_three);
    return suite_run("regimes", tcase);
}
