/* Money kept for the unexpected: whether there is any, and what the local policy says of it. */

#include "model/names.h"
#include "rules/check.h"

static phb_pence
contingency_of(const struct phb__check *check)
{
    return check->costing->sums.contingency + check->costing->sums.contingency_outside;
}

static void
find_none(struct phb__check *check)
{
    bool is_direct = phb__check_employs(check, PHB_DEPLOYMENT_DIRECT_PAYMENT);
    phb_deployment deployment = is_direct ? PHB_DEPLOYMENT_DIRECT_PAYMENT
                                : phb__check_employs(check, PHB_DEPLOYMENT_THIRD_PARTY)
                                    ? PHB_DEPLOYMENT_THIRD_PARTY
                                    : PHB_DEPLOYMENT_NOTIONAL;
    if (contingency_of(check) == 0 && phb__check_employs(check, (phb_deployment)0)) {
        phb__find(&check->findings,
                  &(struct phb__finding){.rule = PHB__RULE_BUDGET_CONTINGENCY_NONE,
                                         .deployment = deployment,
                                         .at = "/contingency"});
    }
}

/* ---- what the local policy allows ---- */

/* As the costing counts it: a part of the recurring cost. Never more than can be counted. */
static phb_pence
part_of_recurring(const struct phb__check *check, struct phb__fraction part)
{
    phb_pence amount = PHB_PENCE_MAX;
    (void)phb__fraction_scale(check->costing->sums.recurring, part, PHB_ROUND_HALF_UP, &amount);
    return amount;
}

static phb_pence
weeks_of_recurring(const struct phb__check *check, int64_t weeks_hundredths)
{
    const struct phb__calendar *calendar = &check->costing->calendar;
    struct phb__fraction period = phb__weeks(calendar, calendar->period);
    struct phb__fraction one_week = {period.denominator, period.numerator};
    struct phb__fraction part;
    return phb__fraction_multiply((struct phb__fraction){weeks_hundredths, 100}, one_week, &part)
               ? part_of_recurring(check, part)
               : PHB_PENCE_MAX;
}

static phb_pence
lesser(phb_pence a, phb_pence b)
{
    return a < b ? a : b;
}

/* The least of the limits that the policy sets. */
static phb_pence
most_of_policy(const struct phb__check *check)
{
    const struct phb__policy_content *policy = phb__policy_content(check->policy);
    phb_pence most = PHB_PENCE_MAX;
    if (policy->contingency_max_weeks_hundredths != PHB_NUMBER_NONE) {
        most = lesser(most, weeks_of_recurring(check, policy->contingency_max_weeks_hundredths));
    }
    if (policy->contingency_max_ppm != PHB_NUMBER_NONE) {
        struct phb__fraction part = {policy->contingency_max_ppm, PHB_PPM};
        most = lesser(most, part_of_recurring(check, part));
    }
    if (policy->contingency_max_pence != PHB_PENCE_NONE) {
        most = lesser(most, policy->contingency_max_pence);
    }
    return most;
}

static void
find_beyond(struct phb__check *check, enum phb__rule_key rule, const char *limit_name,
            phb_pence limit)
{
    phb_pence amount = contingency_of(check);
    phb__find(
        &check->findings,
        &(struct phb__finding){.rule = rule,
                               .at = "/contingency",
                               .arguments = {phb__value("amount", PHB__ARGUMENT_PENCE, amount),
                                             phb__value(limit_name, PHB__ARGUMENT_PENCE, limit)},
                               .actual = amount,
                               .limit = limit});
}

static void
judge_amount(struct phb__check *check)
{
    const struct phb__policy_content *policy = phb__policy_content(check->policy);
    phb_pence tolerance = phb__policy_tolerance_pence(check->policy);
    phb_pence amount = contingency_of(check);
    phb_pence most = most_of_policy(check);
    if (policy->contingency_min_weeks_hundredths != PHB_NUMBER_NONE) {
        phb_pence least = weeks_of_recurring(check, policy->contingency_min_weeks_hundredths);
        if (least - amount > tolerance) {
            find_beyond(check, PHB__RULE_BUDGET_CONTINGENCY_BELOW_POLICY, "minimum", least);
        }
    }
    if (amount - most > tolerance) {
        find_beyond(check, PHB__RULE_BUDGET_CONTINGENCY_ABOVE_POLICY, "maximum", most);
    }
}

/* What the budget leaves unsaid is held as the policy has it. */
static void
judge_where(struct phb__check *check)
{
    phb_contingency_held wanted = phb__policy_content(check->policy)->contingency_held;
    phb_contingency_held held = check->content->settings.contingency_held;
    if (wanted == (phb_contingency_held)0 || held == wanted || contingency_of(check) == 0) {
        return;
    }
    const char *held_name = phb__name(&phb__names_contingency_held, (int32_t)held);
    const char *wanted_name = phb__name(&phb__names_contingency_held, (int32_t)wanted);
    phb__find(&check->findings,
              &(struct phb__finding){
                  .rule = PHB__RULE_BUDGET_CONTINGENCY_HELD,
                  .at = "/contingency/held",
                  .arguments = {phb__word("held", held_name), phb__word("policy", wanted_name)}});
}

void
phb__rules_contingency(struct phb__check *check)
{
    find_none(check);
    judge_amount(check);
    judge_where(check);
}
