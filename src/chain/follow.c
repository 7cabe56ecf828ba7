#include "chain/follow.h"

#include <string.h>

#include "chain/chain.h"
#include "core/ids.h"
#include "model/categories.h"
#include "model/names.h"

#define NO_ROW (-1)

/* ---- links, turned round ---- */

/* A list of references inside each of `count` items. */
struct sources {
    const char *items;
    uint32_t count;
    size_t size;   /* of an item */
    size_t offset; /* of the struct phb__list in it */
};

static const struct phb__list *
list_of(const struct sources *sources, uint32_t index)
{
    const void *place = sources->items + index * sources->size + sources->offset;
    return place;
}

/* Counted, then filled in place: the sources of each target come in their own order. */
static bool
turn(struct phb__turned *turned, struct phb__arena *arena, const struct sources *sources,
     uint32_t targets)
{
    uint32_t total = 0;
    turned->starts = phb__arena_take(arena, (size_t)targets + 2, sizeof(uint32_t));
    for (uint32_t i = 0; i < sources->count && turned->starts; i++) {
        const struct phb__list *list = list_of(sources, i);
        const struct phb__ref *refs = list->items;
        for (uint32_t j = 0; j < list->count; j++) {
            if (refs[j].index >= 0) {
                turned->starts[refs[j].index + 2]++;
                total++;
            }
        }
    }
    turned->sources = phb__arena_take(arena, total, sizeof(uint32_t));
    if (!turned->starts || !turned->sources) {
        return false;
    }
    for (uint32_t i = 2; i < targets + 2; i++) {
        turned->starts[i] += turned->starts[i - 1];
    }
    for (uint32_t i = 0; i < sources->count; i++) {
        const struct phb__list *list = list_of(sources, i);
        const struct phb__ref *refs = list->items;
        for (uint32_t j = 0; j < list->count; j++) {
            if (refs[j].index >= 0) {
                turned->sources[turned->starts[refs[j].index + 1]++] = i;
            }
        }
    }
    return true;
}

static uint32_t
count_of(const struct phb__turned *turned, uint32_t target)
{
    return turned->starts[target + 1] - turned->starts[target];
}

/* ---- opening ---- */

static bool
find_agreed(struct phb__follow *follow, const phb_context *context)
{
    const struct phb__assistant *assistants = phb__budget_assistants(follow->budget);
    const struct phb__line *lines = phb__budget_lines(follow->budget);
    const struct phb__agreed_line *agreed = follow->budget->agreed_lines.items;
    uint32_t people = follow->budget->assistants.count;
    uint32_t items = people + follow->budget->lines.count;
    struct phb__ids ids;
    if (!phb__ids_init(&ids, context, items)) {
        return false;
    }
    for (uint32_t i = 0; i < items; i++) {
        const char *id = i < people ? assistants[i].given.id : lines[i - people].given.id;
        (void)phb__ids_add(&ids, id, (int32_t)i);
        follow->agreed[i] = PHB_PENCE_NONE;
    }
    for (uint32_t i = 0; i < follow->budget->agreed_lines.count; i++) {
        int32_t item = phb__ids_find(&ids, agreed[i].id);
        if (item >= 0) {
            follow->agreed[item] = agreed[i].amount;
        }
    }
    phb__ids_free(&ids);
    return true;
}

static int32_t *
no_rows(struct phb__arena *arena, uint32_t count)
{
    int32_t *rows = phb__arena_take(arena, count, sizeof *rows);
    for (uint32_t i = 0; i < count && rows; i++) {
        rows[i] = NO_ROW;
    }
    return rows;
}

static bool
open_links(struct phb__follow *follow)
{
    const struct phb__needs_and_outcomes *section = &follow->said->needs_and_outcomes;
    const struct phb__list *actions = &follow->said->action_plan.actions;
    struct sources outcomes = {section->outcomes.items, section->outcomes.count,
                               sizeof(struct phb__outcome), offsetof(struct phb__outcome, needs)};
    struct sources of_outcomes = {actions->items, actions->count, sizeof(struct phb__action),
                                  offsetof(struct phb__action, outcomes)};
    follow->outcome_rows = no_rows(&follow->arena, section->outcomes.count);
    follow->action_rows = no_rows(&follow->arena, actions->count);
    return follow->outcome_rows && follow->action_rows &&
           turn(&follow->outcomes_of_need, &follow->arena, &outcomes, section->needs.count) &&
           turn(&follow->actions_of_outcome, &follow->arena, &of_outcomes, section->outcomes.count);
}

static struct phb__computed *
computed_called(struct phb__follow *follow, const char *id)
{
    for (size_t i = 0; i < PHB__COMPUTED; i++) {
        if (strcmp(follow->computed[i].id, id) == 0) {
            return &follow->computed[i];
        }
    }
    return NULL;
}

/* Of the lines that are of no assistant and of no line of the budget. */
static void
add_computed(struct phb__follow *follow)
{
    const phb_costing *costing = follow->costing;
    phb_pence none = costing ? 0 : PHB_PENCE_NONE;
    follow->computed[0] = (struct phb__computed){"contingency", none, NO_ROW};
    follow->computed[1] = (struct phb__computed){"wheelchair", none, NO_ROW};
    for (size_t row = 0; costing && row < phb_table_rows(costing->lines); row++) {
        const struct phb__line_fact *fact = &costing->facts[row];
        bool is_of_whole = fact->assistant == PHB__NOBODY && fact->plain_line == PHB__NOBODY;
        const char *category = phb__table_get_text(costing->lines, PHB__LINE_CATEGORY, row);
        struct phb__computed *computed = is_of_whole ? computed_called(follow, category) : NULL;
        if (computed) {
            computed->amount += fact->amount;
        }
    }
}

bool
phb__follow_open(struct phb__follow *follow, phb_table *links, const phb_plan *plan,
                 const phb_costing *costing, const phb_policy *policy)
{
    *follow = (struct phb__follow){
        .links = links,
        .said = &plan->content,
        .budget = costing ? costing->content : &plan->content.budget.content,
        .costing = costing,
        .policy = policy,
        .has_actions = !phb__plan_answer(&plan->content, PHB__SECTION_ACTION_PLAN)};
    size_t items = (size_t)follow->budget->assistants.count + follow->budget->lines.count;
    add_computed(follow);
    phb__arena_init(&follow->arena, plan->context, 0);
    follow->item_rows = no_rows(&follow->arena, (uint32_t)items);
    follow->agreed = phb__arena_take(&follow->arena, items, sizeof(phb_pence));
    bool has_costs = !costing || phb__costing_parts(costing, &follow->arena,
                                                    &follow->assistant_costs, &follow->line_costs);
    return follow->item_rows && follow->agreed && has_costs && open_links(follow) &&
           find_agreed(follow, plan->context);
}

void
phb__follow_close(struct phb__follow *follow)
{
    phb__arena_free(&follow->arena);
}

/* ---- rows ---- */

struct row {
    const char *level;
    const char *id;
    const char *words;
    int32_t parent;
    int32_t same_as;
    const char *lacks_above;
    const char *lacks_below;
};

/* The plan's words are copied: a chain may outlive its plan. The row's number, NO_ROW when out of
 * memory. */
static int32_t
add_row(struct phb__follow *follow, const struct row *row)
{
    phb_table *links = follow->links;
    const char *words = row->words ? row->words : "";
    if (!phb__table_add_row(links) || !phb__table_set_static(links, PHB__CHAIN_LEVEL, row->level) ||
        !phb__table_set_copy(links, PHB__CHAIN_ID, row->id, strlen(row->id)) ||
        !phb__table_set_own(links, PHB__CHAIN_WORDS, words, strlen(words)) ||
        !phb__table_set_static(links, PHB__CHAIN_LACKS_ABOVE, row->lacks_above) ||
        !phb__table_set_static(links, PHB__CHAIN_LACKS_BELOW, row->lacks_below)) {
        return NO_ROW;
    }
    phb__table_set(links, PHB__CHAIN_PARENT, row->parent);
    phb__table_set(links, PHB__CHAIN_SAME_AS, row->same_as);
    return (int32_t)phb_table_rows(links) - 1;
}

/* ---- costs ---- */

static phb_pence
cost_of(const struct phb__follow *follow, uint32_t item)
{
    uint32_t people = follow->budget->assistants.count;
    if (!follow->costing) {
        return PHB_PENCE_NONE;
    }
    return item < people ? follow->assistant_costs[item] : follow->line_costs[item - people];
}

static const char *
words_of(const struct phb__follow *follow, uint32_t item)
{
    uint32_t people = follow->budget->assistants.count;
    const struct phb__line *lines = phb__budget_lines(follow->budget);
    if (item < people) {
        return "assistant";
    }
    return phb__name(&phb__names_category, (int32_t)lines[item - people].given.category);
}

/* An amount stands once, so that those of a chain can be added. */
static bool
add_cost(struct phb__follow *follow, uint32_t item, const char *id, int32_t parent,
         const char *lacks_above)
{
    phb_pence cost = cost_of(follow, item);
    phb_pence agreed = follow->agreed[item];
    bool is_again = follow->item_rows[item] != NO_ROW;
    bool is_short = cost != PHB_PENCE_NONE && agreed != PHB_PENCE_NONE &&
                    cost - agreed > phb__policy_tolerance_pence(follow->policy);
    struct row row = {.level = "cost",
                      .id = id,
                      .words = words_of(follow, item),
                      .parent = parent,
                      .same_as = follow->item_rows[item],
                      .lacks_above = lacks_above,
                      .lacks_below = is_short && !is_again ? "money" : ""};
    int32_t added = add_row(follow, &row);
    if (added != NO_ROW && !is_again) {
        phb__table_set(follow->links, PHB__CHAIN_AMOUNT, cost);
        phb__table_set(follow->links, PHB__CHAIN_AGREED, agreed);
        follow->item_rows[item] = added;
    }
    return added != NO_ROW;
}

/* What the costing works out for the whole; of what is kept elsewhere there is an id, and no more.
 */
static bool
add_named_cost(struct phb__follow *follow, const struct phb__ref *named, int32_t parent)
{
    struct phb__computed *computed =
        named->index == PHB__REF_COMPUTED ? computed_called(follow, named->id) : NULL;
    struct row row = {"cost", named->id, "", parent, computed ? computed->row : NO_ROW, "", ""};
    int32_t added = add_row(follow, &row);
    if (added != NO_ROW && computed && computed->row == NO_ROW) {
        phb__table_set(follow->links, PHB__CHAIN_AMOUNT, computed->amount);
        computed->row = added;
    }
    return added != NO_ROW;
}

/* They stand where the same is shown whole: what a thousand things hang on would else be written a
 * thousand times, however long it is. */
static const char *
words_once(const char *words, int32_t same_as)
{
    return same_as == NO_ROW ? words : "";
}

/* ---- actions ---- */

static const char *
lacks_below_action(const struct phb__action *action)
{
    if (action->cost == 0) {
        return "cost";
    }
    return action->cost == PHB__COST_BUDGET && action->budget.count == 0 ? "money" : "";
}

static bool
add_action(struct phb__follow *follow, uint32_t index, int32_t parent, const char *lacks_above)
{
    const struct phb__action *action =
        &((const struct phb__action *)follow->said->action_plan.actions.items)[index];
    const struct phb__ref *items = action->budget.items;
    struct row row = {"action",
                      action->id,
                      words_once(action->what, follow->action_rows[index]),
                      parent,
                      follow->action_rows[index],
                      lacks_above,
                      lacks_below_action(action)};
    int32_t added = add_row(follow, &row);
    if (added == NO_ROW) {
        return false;
    }
    phb__table_set(follow->links, PHB__CHAIN_FREE, action->cost == PHB__COST_FREE ? 1 : 0);
    if (row.same_as != NO_ROW) {
        return true;
    }
    follow->action_rows[index] = added;
    bool is_added = true;
    for (uint32_t i = 0; i < action->budget.count && is_added; i++) {
        is_added = items[i].index >= 0
                       ? add_cost(follow, (uint32_t)items[i].index, items[i].id, added, "")
                       : add_named_cost(follow, &items[i], added);
    }
    return is_added;
}

/* ---- outcomes ---- */

static bool
add_outcome(struct phb__follow *follow, uint32_t index, int32_t parent, const char *lacks_above)
{
    const struct phb__outcome *outcome =
        &((const struct phb__outcome *)follow->said->needs_and_outcomes.outcomes.items)[index];
    const struct phb__turned *actions = &follow->actions_of_outcome;
    struct row row = {"outcome",
                      outcome->id,
                      words_once(outcome->statement, follow->outcome_rows[index]),
                      parent,
                      follow->outcome_rows[index],
                      lacks_above,
                      follow->has_actions && count_of(actions, index) == 0 ? "action" : ""};
    int32_t added = add_row(follow, &row);
    bool is_added = added != NO_ROW;
    if (!is_added || row.same_as != NO_ROW) {
        return is_added;
    }
    follow->outcome_rows[index] = added;
    for (uint32_t i = actions->starts[index]; i < actions->starts[index + 1] && is_added; i++) {
        is_added = add_action(follow, actions->sources[i], added, "");
    }
    return is_added;
}

/* ---- needs, and what is left ---- */

bool
phb__follow_needs(struct phb__follow *follow)
{
    const struct phb__need *needs = follow->said->needs_and_outcomes.needs.items;
    const struct phb__turned *outcomes = &follow->outcomes_of_need;
    bool is_added = true;
    for (uint32_t i = 0; i < follow->said->needs_and_outcomes.needs.count && is_added; i++) {
        bool is_left = needs[i].eligible != PHB_ANSWER_NO && count_of(outcomes, i) == 0;
        struct row row = {"need", needs[i].id, needs[i].description,    NO_ROW,
                          NO_ROW, "",          is_left ? "outcome" : ""};
        int32_t added = add_row(follow, &row);
        is_added = added != NO_ROW;
        for (uint32_t j = outcomes->starts[i]; j < outcomes->starts[i + 1] && is_added; j++) {
            is_added = add_outcome(follow, outcomes->sources[j], added, "");
        }
    }
    return is_added;
}

/* The costs that no action names: those that come with employing people or holding the money, or
 * the others. An action plan that is not here may name them. */
static bool
add_costs_left(struct phb__follow *follow, bool are_overheads)
{
    const struct phb__assistant *assistants = phb__budget_assistants(follow->budget);
    const struct phb__line *lines = phb__budget_lines(follow->budget);
    uint32_t people = follow->budget->assistants.count;
    const char *lacks = are_overheads || !follow->has_actions ? "" : "action";
    bool is_added = true;
    for (uint32_t i = 0; i < people && is_added && !are_overheads; i++) {
        is_added = follow->item_rows[i] != NO_ROW ||
                   add_cost(follow, i, assistants[i].given.id, NO_ROW, lacks);
    }
    for (uint32_t i = 0; i < follow->budget->lines.count && is_added; i++) {
        bool is_next = follow->item_rows[people + i] == NO_ROW &&
                       phb__category_is_overhead(lines[i].given.category) == are_overheads;
        is_added = !is_next || add_cost(follow, people + i, lines[i].given.id, NO_ROW, lacks);
    }
    return is_added;
}

/* The actions left: those for outcomes that are kept elsewhere, or those for none. */
static bool
add_actions_left(struct phb__follow *follow, bool are_for_outcomes)
{
    const struct phb__list *actions = &follow->said->action_plan.actions;
    const struct phb__action *action = actions->items;
    bool is_added = true;
    for (uint32_t i = 0; i < actions->count && is_added; i++) {
        const struct phb__ref *outcomes = action[i].outcomes.items;
        bool is_next = are_for_outcomes ? action[i].outcomes.count > 0 && outcomes[0].index < 0
                                        : action[i].outcomes.count == 0;
        is_added = !is_next || add_action(follow, i, NO_ROW, are_for_outcomes ? "" : "outcome");
    }
    return is_added;
}

/* With these the amounts of a chain are all that the budget costs. */
static bool
add_computed_left(struct phb__follow *follow)
{
    bool is_added = true;
    for (size_t i = 0; i < PHB__COMPUTED && is_added; i++) {
        const struct phb__computed *computed = &follow->computed[i];
        const struct phb__ref named = {computed->id, PHB__REF_COMPUTED, 0};
        bool is_left = computed->row == NO_ROW && follow->costing && computed->amount > 0;
        is_added = !is_left || add_named_cost(follow, &named, NO_ROW);
    }
    return is_added;
}

bool
phb__follow_rest(struct phb__follow *follow)
{
    const struct phb__list *outcomes = &follow->said->needs_and_outcomes.outcomes;
    const struct phb__outcome *outcome = outcomes->items;
    bool is_added = add_actions_left(follow, true);
    for (uint32_t i = 0; i < outcomes->count && is_added; i++) {
        is_added = outcome[i].needs.count > 0 || add_outcome(follow, i, NO_ROW, "need");
    }
    return is_added && add_actions_left(follow, false) && add_costs_left(follow, false) &&
           add_costs_left(follow, true) && add_computed_left(follow);
}
