/* What does the local policy add? It supplies what a budget leaves unsaid, and says so. */

#include "rules/check.h"

static void
find_plain(struct phb__check *check, enum phb__rule_key rule, const char *at)
{
    phb__find(&check->findings, &(struct phb__finding){.rule = rule, .at = at});
}

static void
check_in_force(struct phb__check *check)
{
    phb_date from = phb__policy_content(check->policy)->from;
    phb_date start = check->content->settings.start;
    if (from != PHB_DATE_NONE && from > start) {
        phb__find(
            &check->findings,
            &(struct phb__finding){.rule = PHB__RULE_BUDGET_POLICY_NOT_IN_FORCE,
                                   .at = "/period/start",
                                   .arguments = {phb__value("from", PHB__ARGUMENT_DATE, from),
                                                 phb__value("start", PHB__ARGUMENT_DATE, start)},
                                   .actual = start,
                                   .limit = from});
    }
}

static void
check_weeks(struct phb__check *check)
{
    phb_weeks_in_year policy = phb__policy_content(check->policy)->weeks_in_year;
    if (check->costing->has_weeks_of_policy) {
        find_plain(check, PHB__RULE_BUDGET_POLICY_WEEKS_SUPPLIED, "/weeks_in_year");
    } else if (policy != (phb_weeks_in_year)0 && check->content->settings.weeks_in_year != policy) {
        find_plain(check, PHB__RULE_BUDGET_POLICY_WEEKS_DIFFER, "/weeks_in_year");
    }
}

static void
check_contingency(struct phb__check *check)
{
    const struct phb__sums *sums = &check->costing->sums;
    phb_pence amount = sums->contingency + sums->contingency_outside;
    if (check->costing->has_contingency_of_policy) {
        phb__find(
            &check->findings,
            &(struct phb__finding){.rule = PHB__RULE_BUDGET_POLICY_CONTINGENCY_SUPPLIED,
                                   .at = "/contingency",
                                   .arguments = {phb__value("amount", PHB__ARGUMENT_PENCE, amount)},
                                   .actual = amount,
                                   .limit = PHB_NUMBER_NONE});
    }
}

void
phb__rules_policy(struct phb__check *check)
{
    if (check->policy) {
        check_in_force(check);
        check_weeks(check);
        check_contingency(check);
    }
}
