/* The action plan: section 5. Who does what, when, and what pays for it. */

#include "costing/segment.h"
#include "model/categories.h"
#include "rules/plan_view.h"

static void
find_of(struct phb__plan_view *view, enum phb__rule_key rule, uint32_t index, const char *inner)
{
    const struct phb__action *actions = view->said->action_plan.actions.items;
    struct phb__at at = phb__plan_at("action_plan", "actions", index, inner);
    phb__plan_find_with(view, rule, at.path, phb__text("action", actions[index].id));
}

static void
check_words(struct phb__plan_view *view, const struct phb__action *action, uint32_t index)
{
    if (!action->what) {
        find_of(view, PHB__RULE_PLAN_ACTIONS_WHAT, index, "what");
    }
    if (!action->who) {
        find_of(view, PHB__RULE_PLAN_ACTIONS_WHO, index, "who");
    }
    if (!action->when) {
        find_of(view, PHB__RULE_PLAN_ACTIONS_WHEN, index, "when");
    }
    if (!action->how) {
        find_of(view, PHB__RULE_PLAN_ACTIONS_HOW, index, "how");
    }
    if (action->equipment == PHB_ANSWER_YES && !action->maintenance) {
        find_of(view, PHB__RULE_PLAN_ACTIONS_MAINTENANCE, index, "maintenance");
    }
}

/* That something costs nothing must be said: left open, it may be forgotten money. */
static void
check_cost(struct phb__plan_view *view, const struct phb__action *action, uint32_t index)
{
    if (action->cost == 0) {
        find_of(view, PHB__RULE_PLAN_ACTIONS_COST, index, "cost");
    } else if (action->cost == PHB__COST_BUDGET && action->budget.count == 0) {
        find_of(view, PHB__RULE_PLAN_ACTIONS_BUDGET, index, "budget");
    } else if (action->cost == PHB__COST_FREE && action->budget.count > 0) {
        find_of(view, PHB__RULE_PLAN_ACTIONS_FREE_WITH_BUDGET, index, "budget");
    }
}

/* ---- is what the budget buys in the plan? ---- */

static void
find_unplanned(struct phb__plan_view *view, const char *list, uint32_t index, const char *id,
               phb_deployment deployment)
{
    struct phb__at at = phb__plan_at("budget", list, index, NULL);
    phb__find(&view->money.findings,
              &(struct phb__finding){.rule = PHB__RULE_PLAN_ACTIONS_LINE_WITHOUT_ACTION,
                                     .deployment = deployment,
                                     .at = at.path,
                                     .arguments = {phb__text("of", id)}});
}

static void
check_bought(struct phb__plan_view *view)
{
    const struct phb__check *money = &view->money;
    const struct phb__line *lines = phb__budget_lines(money->content);
    uint32_t people = money->content->assistants.count;
    for (uint32_t i = 0; i < people; i++) {
        const struct phb__employment *employment = &money->costing->employments[i];
        const phb_assistant *given = &employment->assistant->given;
        if (employment->is_in_period && view->actions_of_item[i] == 0) {
            find_unplanned(view, "assistants", i, given->id, given->deployment);
        }
    }
    for (uint32_t i = 0; i < money->content->lines.count; i++) {
        const phb_line *given = &lines[i].given;
        if (money->line_costs[i] > 0 && !phb__category_is_overhead(given->category) &&
            view->actions_of_item[people + i] == 0) {
            find_unplanned(view, "lines", i, given->id, given->deployment);
        }
    }
}

void
phb__rules_actions(struct phb__plan_view *view)
{
    const struct phb__action *actions = view->said->action_plan.actions.items;
    for (uint32_t i = 0; i < view->said->action_plan.actions.count; i++) {
        check_words(view, &actions[i], i);
        check_cost(view, &actions[i], i);
        if (actions[i].outcomes.count == 0) {
            find_of(view, PHB__RULE_PLAN_ACTIONS_OUTCOME, i, "outcomes");
        }
    }
    if (view->has_content[PHB__SECTION_ACTION_PLAN] && view->money.costing) {
        check_bought(view);
    }
}
