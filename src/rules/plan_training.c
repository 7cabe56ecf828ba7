/* Training of assistants and delegated healthcare tasks: section 6. */

#include <stddef.h>

#include "costing/segment.h"
#include "rules/plan_view.h"

/* ---- mandatory training ---- */

static void
mark(bool *is_trained, const struct phb__list *assistants)
{
    const struct phb__ref *refs = assistants->items;
    for (uint32_t i = 0; i < assistants->count; i++) {
        if (refs[i].index >= 0) {
            is_trained[refs[i].index] = true;
        }
    }
}

/* A course that names nobody is for everybody. */
static bool
mark_trained(const struct phb__plan_view *view, bool *is_trained)
{
    const struct phb__course *courses = view->said->training.mandatory.items;
    for (uint32_t i = 0; i < view->said->training.mandatory.count; i++) {
        if (courses[i].assistants.count == 0) {
            return false;
        }
        mark(is_trained, &courses[i].assistants);
    }
    return true;
}

static void
check_mandatory(struct phb__plan_view *view)
{
    const struct phb__check *money = &view->money;
    uint32_t count = money->content->assistants.count;
    if (view->said->training.mandatory.count == 0) {
        phb__plan_find(view, PHB__RULE_PLAN_TRAINING_MANDATORY, "/training/mandatory");
        return;
    }
    bool *is_trained = phb__arena_take(&view->money.arena, count, sizeof(bool));
    if (!is_trained) {
        view->money.findings.status = PHB_ERROR_MEMORY;
        return;
    }
    bool is_asked = mark_trained(view, is_trained);
    for (uint32_t i = 0; i < count && is_asked; i++) {
        const struct phb__employment *employment = &money->costing->employments[i];
        if (employment->is_in_period && !is_trained[i]) {
            phb__plan_find_with(view, PHB__RULE_PLAN_TRAINING_UNTRAINED, "/training/mandatory",
                                phb__text("assistant", employment->assistant->given.id));
        }
    }
}

/* ---- delegated tasks ---- */

static void
check_items(struct phb__plan_view *view, const struct phb__delegated_task *task, uint32_t index)
{
    const struct {
        const char *key;
        const char *text;
    } items[] = {{"task", task->task},
                 {"limits", task->limits},
                 {"risks", task->risks},
                 {"trainer", task->trainer},
                 {"competence_assessor", task->competence_assessor},
                 {"support", task->support},
                 {"clinical_review", task->clinical_review}};
    for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
        if (items[i].text) {
            continue;
        }
        struct phb__at at = phb__plan_at("training", "delegated_tasks", index, items[i].key);
        phb__find(&view->money.findings,
                  &(struct phb__finding){.rule = PHB__RULE_PLAN_TRAINING_DELEGATED_ITEM,
                                         .at = at.path,
                                         .arguments = {phb__plan_nth("task", index),
                                                       phb__word("item", items[i].key)}});
    }
}

/* Has the budget a line for training? */
static bool
pays_for_training(const struct phb__plan_view *view)
{
    const struct phb__line *lines = phb__budget_lines(view->money.content);
    for (uint32_t i = 0; i < view->money.content->lines.count; i++) {
        if (lines[i].given.category == PHB_CATEGORY_TRAINING) {
            return true;
        }
    }
    return false;
}

static void
find_of_task(struct phb__plan_view *view, enum phb__rule_key rule, uint32_t index,
             const char *inner)
{
    struct phb__at at = phb__plan_at("training", "delegated_tasks", index, inner);
    phb__plan_find_with(view, rule, at.path, phb__plan_nth("task", index));
}

static void
check_competence(struct phb__plan_view *view, const struct phb__delegated_task *task,
                 uint32_t index)
{
    phb_date as_of = view->money.as_of;
    if (task->assessed_on == PHB_DATE_NONE) {
        find_of_task(view, PHB__RULE_PLAN_TRAINING_COMPETENCE, index, "assessed_on");
    }
    if (task->expires_on != PHB_DATE_NONE && as_of != PHB_DATE_NONE && task->expires_on < as_of) {
        struct phb__at at = phb__plan_at("training", "delegated_tasks", index, "expires_on");
        phb__find(&view->money.findings,
                  &(struct phb__finding){
                      .rule = PHB__RULE_PLAN_TRAINING_COMPETENCE_LAPSED,
                      .at = at.path,
                      .arguments = {phb__plan_nth("task", index),
                                    phb__value("expired", PHB__ARGUMENT_DATE, task->expires_on)},
                      .actual = task->expires_on,
                      .limit = as_of});
    }
}

static void
check_tasks(struct phb__plan_view *view)
{
    const struct phb__delegated_task *tasks = view->said->training.delegated_tasks.items;
    bool is_paid = view->money.costing && pays_for_training(view);
    for (uint32_t i = 0; i < view->said->training.delegated_tasks.count; i++) {
        check_items(view, &tasks[i], i);
        check_competence(view, &tasks[i], i);
        if (tasks[i].assistants.count == 0) {
            find_of_task(view, PHB__RULE_PLAN_TRAINING_DELEGATED_TO, i, "assistants");
        }
        if (tasks[i].trainer_free != PHB_ANSWER_YES && !is_paid && view->money.costing) {
            find_of_task(view, PHB__RULE_PLAN_TRAINING_DELEGATED_COST, i, "trainer_free");
        }
    }
}

void
phb__rules_training(struct phb__plan_view *view)
{
    if (view->has_content[PHB__SECTION_TRAINING] && view->employs) {
        check_mandatory(view);
    }
    check_tasks(view);
}
