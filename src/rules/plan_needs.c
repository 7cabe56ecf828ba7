/* Needs: the first half of section 4. An outcome answers each, and money is there for what is paid.
 */

#include <string.h>

#include "core/ids.h"
#include "rules/plan_view.h"

static void
check_each(struct phb__plan_view *view)
{
    const struct phb__need *needs = view->said->needs_and_outcomes.needs.items;
    for (uint32_t i = 0; i < view->said->needs_and_outcomes.needs.count; i++) {
        if (!needs[i].description) {
            struct phb__at at = phb__plan_at("needs_and_outcomes", "needs", i, "description");
            phb__plan_find_with(view, PHB__RULE_PLAN_NEEDS_DESCRIPTION, at.path,
                                phb__text("need", needs[i].id));
        }
        if (needs[i].eligible != PHB_ANSWER_NO && view->outcomes_of_need[i] == 0) {
            struct phb__at at = phb__plan_at("needs_and_outcomes", "needs", i, NULL);
            phb__plan_find_with(view, PHB__RULE_PLAN_NEEDS_OUTCOME, at.path,
                                phb__text("need", needs[i].id));
        }
    }
}

static void
check_section(struct phb__plan_view *view)
{
    const struct phb__needs_and_outcomes *section = &view->said->needs_and_outcomes;
    if (section->needs.count == 0) {
        phb__plan_find(view, PHB__RULE_PLAN_NEEDS_NONE, "/needs_and_outcomes/needs");
    }
    if (!section->working && !section->not_working) {
        phb__plan_find(view, PHB__RULE_PLAN_NEEDS_WORKING, "/needs_and_outcomes/working");
    }
    if (!section->important_for_health) {
        phb__plan_find(view, PHB__RULE_PLAN_NEEDS_IMPORTANT_FOR_HEALTH,
                       "/needs_and_outcomes/important_for_health");
    }
}

/* ---- which need suffers when the sum agreed for something is too small ---- */

struct shortages {
    struct phb__plan_view *view;
    const struct phb__found **of_item; /* of each assistant, then of each line; NULL: none */
    bool *is_outcome_told;             /* its needs have been told */
    bool *is_need_told;
};

static bool
make_shortages(struct shortages *shortages, struct phb__plan_view *view)
{
    const struct phb__budget_content *budget = view->money.content;
    const struct phb__needs_and_outcomes *section = &view->said->needs_and_outcomes;
    size_t items = (size_t)budget->assistants.count + budget->lines.count;
    struct phb__arena *arena = &view->money.arena;
    *shortages = (struct shortages){
        .view = view,
        .of_item = phb__arena_take(arena, items, sizeof(const struct phb__found *)),
        .is_outcome_told = phb__arena_take(arena, section->outcomes.count, sizeof(bool)),
        .is_need_told = phb__arena_take(arena, section->needs.count, sizeof(bool)),
    };
    return shortages->of_item && shortages->is_outcome_told && shortages->is_need_told;
}

/* The rule about single lines has found them already: by their ids, at the end of their places. */
static bool
take_found(struct shortages *shortages)
{
    const struct phb__budget_content *budget = shortages->view->money.content;
    const struct phb__assistant *assistants = phb__budget_assistants(budget);
    const struct phb__line *lines = phb__budget_lines(budget);
    const struct phb__findings *findings = &shortages->view->money.findings;
    uint32_t people = budget->assistants.count;
    struct phb__ids ids;
    if (!phb__ids_init(&ids, shortages->view->plan->context,
                       (size_t)people + budget->lines.count)) {
        return false;
    }
    for (uint32_t i = 0; i < people; i++) {
        (void)phb__ids_add(&ids, assistants[i].given.id, (int32_t)i);
    }
    for (uint32_t i = 0; i < budget->lines.count; i++) {
        (void)phb__ids_add(&ids, lines[i].given.id, (int32_t)(people + i));
    }
    const struct phb__found *found = findings->by_rule[PHB__RULE_BUDGET_ENOUGH_LINE].first;
    for (; found; found = found->next) {
        int32_t item = phb__ids_find(&ids, strrchr(found->at, '/') + 1);
        if (item >= 0) {
            shortages->of_item[item] = found;
        }
    }
    phb__ids_free(&ids);
    return true;
}

/* Each need is told of once: the first thing it lacks money for is the one to mend first. */
static void
tell_needs(struct shortages *shortages, const struct phb__outcome *outcome, const char *item,
           phb_deployment deployment, const struct phb__found *shortage)
{
    const struct phb__need *needs = shortages->view->said->needs_and_outcomes.needs.items;
    const struct phb__ref *refs = outcome->needs.items;
    for (uint32_t i = 0; i < outcome->needs.count; i++) {
        int32_t index = refs[i].index;
        if (index < 0 || shortages->is_need_told[index]) {
            continue;
        }
        shortages->is_need_told[index] = true;
        struct phb__at at = phb__plan_at("needs_and_outcomes", "needs", (uint32_t)index, NULL);
        phb__find(&shortages->view->money.findings,
                  &(struct phb__finding){
                      .rule = PHB__RULE_PLAN_NEEDS_SUFFERS,
                      .deployment = deployment,
                      .at = at.path,
                      .arguments = {phb__text("need", needs[index].id), phb__text("of", item),
                                    phb__value("short", PHB__ARGUMENT_PENCE,
                                               shortage->limit - shortage->actual)},
                      .actual = shortage->actual,
                      .limit = shortage->limit});
    }
}

static void
tell_outcomes(struct shortages *shortages, const struct phb__action *action,
              const struct phb__ref *item)
{
    const struct phb__budget_content *budget = shortages->view->money.content;
    const struct phb__outcome *outcomes = shortages->view->said->needs_and_outcomes.outcomes.items;
    const struct phb__ref *refs = action->outcomes.items;
    uint32_t index = (uint32_t)item->index;
    uint32_t people = budget->assistants.count;
    phb_deployment deployment = index < people
                                    ? phb__budget_assistants(budget)[index].given.deployment
                                    : phb__budget_lines(budget)[index - people].given.deployment;
    for (uint32_t i = 0; i < action->outcomes.count; i++) {
        int32_t outcome = refs[i].index;
        if (outcome >= 0 && !shortages->is_outcome_told[outcome]) {
            shortages->is_outcome_told[outcome] = true;
            tell_needs(shortages, &outcomes[outcome], item->id, deployment,
                       shortages->of_item[index]);
        }
    }
}

static void
check_suffers(struct phb__plan_view *view)
{
    const struct phb__action *actions = view->said->action_plan.actions.items;
    struct shortages shortages;
    if (!view->money.findings.by_rule[PHB__RULE_BUDGET_ENOUGH_LINE].first) {
        return;
    }
    if (!make_shortages(&shortages, view) || !take_found(&shortages)) {
        view->money.findings.status = PHB_ERROR_MEMORY;
        return;
    }
    for (uint32_t i = 0; i < view->said->action_plan.actions.count; i++) {
        const struct phb__ref *items = actions[i].budget.items;
        for (uint32_t j = 0; j < actions[i].budget.count; j++) {
            if (items[j].index >= 0 && shortages.of_item[items[j].index]) {
                tell_outcomes(&shortages, &actions[i], &items[j]);
            }
        }
    }
}

void
phb__rules_needs(struct phb__plan_view *view)
{
    if (!view->has_content[PHB__SECTION_NEEDS_AND_OUTCOMES]) {
        return;
    }
    if (view->said->assessments.count == 0) {
        phb__plan_find(view, PHB__RULE_PLAN_NEEDS_ASSESSMENT, "/assessments");
    }
    check_section(view);
    check_each(view);
    check_suffers(view);
}
