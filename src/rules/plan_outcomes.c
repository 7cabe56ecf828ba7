/*
 * Outcomes: the second half of section 4. To maintain something, to avoid it, or to go well towards
 * the end of life is as good an outcome as to improve; how one is worded is at most warned about.
 */

#include "rules/plan_view.h"

static void
find_of(struct phb__plan_view *view, enum phb__rule_key rule, uint32_t index, const char *inner)
{
    const struct phb__outcome *outcomes = view->said->needs_and_outcomes.outcomes.items;
    struct phb__at at = phb__plan_at("needs_and_outcomes", "outcomes", index, inner);
    phb__plan_find_with(view, rule, at.path, phb__text("outcome", outcomes[index].id));
}

static void
check_words(struct phb__plan_view *view, const struct phb__outcome *outcome, uint32_t index)
{
    if (!outcome->statement) {
        find_of(view, PHB__RULE_PLAN_OUTCOMES_STATEMENT, index, "statement");
    } else if (phb__begins_with_service(outcome->statement)) {
        find_of(view, PHB__RULE_PLAN_OUTCOMES_SERVICE, index, "statement");
    }
    if (!outcome->measure && outcome->by == PHB_DATE_NONE) {
        find_of(view, PHB__RULE_PLAN_OUTCOMES_MEASURE, index, "measure");
    }
    if (outcome->can_influence == PHB_ANSWER_NO) {
        find_of(view, PHB__RULE_PLAN_OUTCOMES_INFLUENCE, index, "can_influence");
    }
    if (outcome->owned_by_person == PHB_ANSWER_NO) {
        find_of(view, PHB__RULE_PLAN_OUTCOMES_OWNED, index, "owned_by_person");
    }
    if (outcome->aim == 0) {
        find_of(view, PHB__RULE_PLAN_OUTCOMES_AIM, index, "aim");
    }
}

void
phb__rules_outcomes(struct phb__plan_view *view)
{
    const struct phb__needs_and_outcomes *section = &view->said->needs_and_outcomes;
    const struct phb__outcome *outcomes = section->outcomes.items;
    bool has_actions = !phb__plan_answer(view->said, PHB__SECTION_ACTION_PLAN);
    for (uint32_t i = 0; i < section->outcomes.count; i++) {
        if (outcomes[i].needs.count == 0) {
            find_of(view, PHB__RULE_PLAN_OUTCOMES_NEED, i, "needs");
        }
        if (has_actions && view->actions_of_outcome[i] == 0) {
            find_of(view, PHB__RULE_PLAN_OUTCOMES_ACTION, i, NULL);
        }
        check_words(view, &outcomes[i], i);
    }
}
