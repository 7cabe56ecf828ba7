/* Is the money held as it may be? Direct payments have conditions that the others have not. */

#include "core/path.h"
#include "rules/check.h"

/* Guidance on direct payments for healthcare, on one-off payments. */
#define ONE_OFF_ITEMS_MOST 5

/* About the budget as a whole. */
static void
find_whole(struct phb__check *check, enum phb__rule_key rule, const char *at)
{
    phb__find(&check->findings, &(struct phb__finding){.rule = rule, .at = at});
}

/* ---- budgets that are direct payments by policy only ---- */

static void
check_policy_only(struct phb__check *check)
{
    const phb_budget_settings *settings = &check->content->settings;
    bool is_chair_paid = settings->wheelchair_option == PHB_WHEELCHAIR_DIRECT_PAYMENT;
    if (settings->cohort == PHB_COHORT_MATERNITY &&
        !phb__policy_allows_maternity_direct_payment(check->policy)) {
        find_whole(check, PHB__RULE_BUDGET_DEPLOYMENT_MATERNITY, "/cohort");
    }
    if ((is_chair_paid || settings->cohort == PHB_COHORT_WHEELCHAIR) &&
        !phb__policy_allows_wheelchair_direct_payment(check->policy)) {
        find_whole(check, PHB__RULE_BUDGET_DEPLOYMENT_WHEELCHAIR,
                   is_chair_paid ? "/wheelchair/option" : "/cohort");
    }
}

/* ---- accounts ---- */

/* Said to be one, or with a fee for it. */
static void
check_managed_account(struct phb__check *check)
{
    const struct phb__line *lines = phb__budget_lines(check->content);
    if (check->circumstances.deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT) {
        return;
    }
    if (check->content->settings.account == PHB_ACCOUNT_MANAGED) {
        find_whole(check, PHB__RULE_BUDGET_DEPLOYMENT_MANAGED_ACCOUNT, "/management/account");
        return;
    }
    for (uint32_t i = 0; i < check->content->lines.count; i++) {
        if (lines[i].given.category == PHB_CATEGORY_MANAGED_ACCOUNT && check->line_costs[i] > 0) {
            struct phb__at at = phb__at("lines", i, "deployment");
            find_whole(check, PHB__RULE_BUDGET_DEPLOYMENT_MANAGED_ACCOUNT, at.path);
            return;
        }
    }
}

/* What the direct payment buys: items by their number, anything else is one service. */
static int64_t
count_items(const struct phb__check *check)
{
    const struct phb__line *lines = phb__budget_lines(check->content);
    int64_t items = 0;
    for (uint32_t i = 0; i < check->content->assistants.count; i++) {
        const struct phb__employment *employment = &check->costing->employments[i];
        items += employment->is_in_period &&
                 employment->assistant->given.deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT;
    }
    for (uint32_t i = 0; i < check->content->lines.count; i++) {
        const phb_line *given = &lines[i].given;
        bool is_counted =
            given->unit == PHB_LINE_UNIT_ITEM && given->quantity_ten_thousandths != PHB_NUMBER_NONE;
        if (given->deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT && check->line_costs[i] > 0) {
            items += is_counted ? (given->quantity_ten_thousandths + 9999) / 10000 : 1;
        }
    }
    return items;
}

/* The rules for one-off budgets say in the table that they are about those alone. */
static void
check_ordinary_account(struct phb__check *check)
{
    if (check->content->settings.account != PHB_ACCOUNT_ORDINARY_ONE_OFF) {
        return;
    }
    int64_t items = count_items(check);
    find_whole(check, PHB__RULE_BUDGET_DEPLOYMENT_ORDINARY_ACCOUNT, "/management/account");
    if (items > ONE_OFF_ITEMS_MOST) {
        phb__find(
            &check->findings,
            &(struct phb__finding){
                .rule = PHB__RULE_BUDGET_DEPLOYMENT_ONE_OFF_ITEMS,
                .at = "/lines",
                .arguments = {phb__value("items", PHB__ARGUMENT_NUMBER, items),
                              phb__value("limit", PHB__ARGUMENT_NUMBER, ONE_OFF_ITEMS_MOST)}});
    }
    if (phb_table_rows(check->costing->instalments) > 1) {
        find_whole(check, PHB__RULE_BUDGET_DEPLOYMENT_ONE_OFF_PAYMENTS, "/payments/frequency");
    }
}

/* ---- who lives with the person: regulation 8(5A) and (5B) ---- */

/* Family of regulation 7(8), or a friend, in the same household. */
static bool
is_connected(phb_relationship relationship, phb_answer lives_in_household)
{
    return relationship != (phb_relationship)0 && relationship != PHB_RELATIONSHIP_NONE &&
           lives_in_household == PHB_ANSWER_YES;
}

static void
find_household(struct phb__check *check, enum phb__rule_key rule, const char *at, const char *of,
               phb_deployment deployment)
{
    phb__find(&check->findings, &(struct phb__finding){.rule = rule,
                                                       .deployment = deployment,
                                                       .at = at,
                                                       .arguments = {phb__text("of", of)}});
}

static void
check_household(struct phb__check *check)
{
    const struct phb__line *lines = phb__budget_lines(check->content);
    for (uint32_t i = 0; i < check->content->assistants.count; i++) {
        const struct phb__employment *employment = &check->costing->employments[i];
        const phb_assistant *given = &employment->assistant->given;
        if (employment->is_in_period &&
            is_connected(given->relationship, given->lives_in_household) &&
            given->necessity_approved_on == PHB_DATE_NONE) {
            struct phb__at at = phb__at("assistants", i, "necessity_approved_on");
            find_household(check, PHB__RULE_BUDGET_DEPLOYMENT_HOUSEHOLD_ASSISTANT, at.path,
                           given->id, given->deployment);
        }
    }
    for (uint32_t i = 0; i < check->content->lines.count; i++) {
        const phb_line *given = &lines[i].given;
        if (check->line_costs[i] > 0 &&
            is_connected(given->provider_relationship, given->provider_lives_in_household) &&
            given->provider_necessity_approved_on == PHB_DATE_NONE) {
            struct phb__at at = phb__at("lines", i, "provider");
            (void)phb__path_add(at.path, "necessity_approved_on");
            find_household(check, PHB__RULE_BUDGET_DEPLOYMENT_HOUSEHOLD_PROVIDER, at.path,
                           given->id, given->deployment);
        }
    }
}

/* ---- local limits for one-off budgets ---- */

/* Under the lowest limit that holds it, or above all. */
static void
check_tiers(struct phb__check *check)
{
    const struct phb__policy_content *policy = phb__policy_content(check->policy);
    const struct phb__one_off_tier *tiers = phb__policy_one_off_tiers(policy);
    phb_pence amount = check->costing->sums.total;
    uint32_t count = policy->one_off_tiers.count;
    uint32_t tier = 0;
    while (tier < count && tiers[tier].limit_pence < amount) {
        tier++;
    }
    if (count == 0) {
        return;
    }
    bool is_above = tier == count;
    phb_pence limit = tiers[is_above ? count - 1 : tier].limit_pence;
    phb__find(
        &check->findings,
        &(struct phb__finding){.rule = is_above ? PHB__RULE_BUDGET_DEPLOYMENT_ONE_OFF_ABOVE_TIERS
                                                : PHB__RULE_BUDGET_DEPLOYMENT_ONE_OFF_TIER,
                               .at = "/kind",
                               .arguments = {phb__value("amount", PHB__ARGUMENT_PENCE, amount),
                                             phb__value("limit", PHB__ARGUMENT_PENCE, limit)},
                               .actual = amount,
                               .limit = limit});
}

void
phb__rules_deployment(struct phb__check *check)
{
    check_policy_only(check);
    check_managed_account(check);
    check_ordinary_account(check);
    check_household(check);
    check_tiers(check);
}
