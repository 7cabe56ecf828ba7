/* Is anything in it that may not be bought? A line that costs nothing in the period buys nothing.
 */

#include "model/names.h"
#include "rules/check.h"

#define CATEGORIES (PHB_CATEGORY_TESTS + 1)

/* By category: the national rule, and whether it names the category. */
static const struct {
    enum phb__rule_key rule;
    bool is_excluded;
    bool names_it;
} exclusions[CATEGORIES] = {
    [PHB_CATEGORY_ALCOHOL] = {PHB__RULE_BUDGET_EXCLUDED_NEVER, true, true},
    [PHB_CATEGORY_TOBACCO] = {PHB__RULE_BUDGET_EXCLUDED_NEVER, true, true},
    [PHB_CATEGORY_GAMBLING] = {PHB__RULE_BUDGET_EXCLUDED_NEVER, true, true},
    [PHB_CATEGORY_DEBT] = {PHB__RULE_BUDGET_EXCLUDED_DEBT, true, false},
    [PHB_CATEGORY_ILLEGAL] = {PHB__RULE_BUDGET_EXCLUDED_ILLEGAL, true, false},
    [PHB_CATEGORY_PRIMARY_MEDICAL] = {PHB__RULE_BUDGET_EXCLUDED_PRIMARY_MEDICAL, true, false},
    [PHB_CATEGORY_EMERGENCY_TREATMENT] = {PHB__RULE_BUDGET_EXCLUDED_EMERGENCY_TREATMENT, true,
                                          false},
    [PHB_CATEGORY_SURGERY] = {PHB__RULE_BUDGET_EXCLUDED_SURGERY, true, false},
    [PHB_CATEGORY_MEDICATION] = {PHB__RULE_BUDGET_EXCLUDED_MEDICATION, true, false},
    [PHB_CATEGORY_NHS_CHARGES] = {PHB__RULE_BUDGET_EXCLUDED_NHS_CHARGES, true, false},
    [PHB_CATEGORY_DENTAL] = {PHB__RULE_BUDGET_EXCLUDED_DENTAL, true, false},
    [PHB_CATEGORY_VACCINATION] = {PHB__RULE_BUDGET_EXCLUDED_PROGRAMMES, true, true},
    [PHB_CATEGORY_SCREENING] = {PHB__RULE_BUDGET_EXCLUDED_PROGRAMMES, true, true},
    [PHB_CATEGORY_TESTS] = {PHB__RULE_BUDGET_EXCLUDED_TESTS, true, false},
};

static const char *
name_of(phb_category category)
{
    return phb__name(&phb__names_category, (int32_t)category);
}

/* Asked once a category and not once a line: both lists may be long. */
static void
find_forbidden(const phb_policy *policy, bool is_forbidden[CATEGORIES])
{
    for (int32_t i = 1; policy && i < CATEGORIES; i++) {
        is_forbidden[i] = phb__policy_forbids(policy, name_of((phb_category)i));
    }
}

static void
find_line(struct phb__check *check, uint32_t index, enum phb__rule_key rule, bool names_it)
{
    const phb_line *given = &phb__budget_lines(check->content)[index].given;
    struct phb__at at = phb__at("lines", index, "category");
    struct phb__finding finding = {.rule = rule,
                                   .deployment = given->deployment,
                                   .at = at.path,
                                   .arguments = {phb__text("of", given->id)}};
    if (names_it) {
        finding.arguments[1] = phb__word("what", name_of(given->category));
    }
    phb__find(&check->findings, &finding);
}

/* What is excluded nationally need not be ruled out by a policy as well. */
void
phb__rules_excluded(struct phb__check *check)
{
    const struct phb__line *lines = phb__budget_lines(check->content);
    bool is_forbidden[CATEGORIES] = {false};
    find_forbidden(check->policy, is_forbidden);
    for (uint32_t i = 0; i < check->content->lines.count; i++) {
        phb_category category = lines[i].given.category;
        if (check->line_costs[i] == 0) {
            continue;
        }
        if (exclusions[category].is_excluded) {
            find_line(check, i, exclusions[category].rule, exclusions[category].names_it);
        } else if (is_forbidden[category]) {
            find_line(check, i, PHB__RULE_BUDGET_EXCLUDED_LOCAL, true);
        }
    }
}
