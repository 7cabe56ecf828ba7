/*
 * Ids of a plan: each is said once within its kind, and whatever names one finds it. What is found
 * is kept with the name, so that nobody has to look for it again.
 */

#include <stddef.h>
#include <string.h>

#include "core/arena.h"
#include "core/error.h"
#include "core/ids.h"
#include "model/check.h"
#include "model/plan.h"

/* What ids are said of, each a kind of its own. */
enum kind {
    PROFESSIONALS,
    REPRESENTATIVES,
    NEEDS,
    OUTCOMES,
    ACTIONS,
    RISKS,
    FUNDERS,
    ASSISTANTS,
    ITEMS, /* assistants, then lines */
    KINDS
};

/* Of what the costing works out for the budget as a whole, an action may be about these. */
static const char *const computed[] = {"contingency", "wheelchair"};
#define COMPUTED (sizeof computed / sizeof computed[0])

/* Most plans need no more for all their tables. */
#define TABLES_BYTES ((size_t)2560)

struct tables {
    struct phb__arena arena; /* of all that is here */
    struct phb__ids ids[KINDS];
    uint32_t counts[KINDS];
    uint32_t *named_by[KINDS]; /* of each, then of each computed: the last list naming it */
    uint32_t lists;            /* of references, seen so far; they are counted from 1 */
    bool has_budget;
    bool is_elsewhere[KINDS]; /* their section is kept where ids cannot be looked for */
};

static const struct phb__place root = {.count = 0};

/* Where the ids of a kind are in an item of its list. */
struct source {
    const struct phb__list *list;
    size_t item_size;
    size_t id_offset;
    const char *section;
    const char *key;
    const char *twice;
};

static bool
open_tables(struct tables *tables, const phb_plan *plan)
{
    const struct phb__plan_content *said = &plan->content;
    const struct phb__budget_content *budget = &said->budget.content;
    *tables = (struct tables){
        .counts = {[PROFESSIONALS] = said->contacts.professionals.count,
                   [REPRESENTATIVES] = said->contacts.representatives.count,
                   [NEEDS] = said->needs_and_outcomes.needs.count,
                   [OUTCOMES] = said->needs_and_outcomes.outcomes.count,
                   [ACTIONS] = said->action_plan.actions.count,
                   [RISKS] = said->contingency.risks.count,
                   [FUNDERS] = budget->funders.count,
                   [ASSISTANTS] = budget->assistants.count,
                   [ITEMS] = budget->assistants.count + budget->lines.count},
        .has_budget = plan->has_budget,
    };
    phb__arena_init(&tables->arena, plan->context, TABLES_BYTES);
    static const enum phb__section sections[] = {[PROFESSIONALS] = PHB__SECTION_CONTACTS,
                                                 [REPRESENTATIVES] = PHB__SECTION_CONTACTS,
                                                 [NEEDS] = PHB__SECTION_NEEDS_AND_OUTCOMES,
                                                 [OUTCOMES] = PHB__SECTION_NEEDS_AND_OUTCOMES,
                                                 [ACTIONS] = PHB__SECTION_ACTION_PLAN,
                                                 [RISKS] = PHB__SECTION_CONTINGENCY,
                                                 [FUNDERS] = PHB__SECTION_BUDGET,
                                                 [ASSISTANTS] = PHB__SECTION_BUDGET,
                                                 [ITEMS] = PHB__SECTION_BUDGET};
    bool has_memory = true;
    for (size_t kind = 0; kind < KINDS; kind++) {
        const struct phb__section_answer *answer = phb__plan_answer(said, sections[kind]);
        size_t count = (size_t)tables->counts[kind] + COMPUTED;
        tables->is_elsewhere[kind] = answer && answer->elsewhere;
        tables->named_by[kind] = phb__arena_take(&tables->arena, count, sizeof(uint32_t));
        has_memory = phb__ids_init_in(&tables->ids[kind], &tables->arena, count) && has_memory;
        has_memory = has_memory && tables->named_by[kind];
    }
    return has_memory;
}

/* ---- ids ---- */

static phb_status
add_ids(struct phb__ids *ids, const struct source *source, phb_error *error)
{
    const char *items = source->list->items;
    for (uint32_t i = 0; i < source->list->count; i++) {
        const char *const *id = (const void *)(items + i * source->item_size + source->id_offset);
        if (!phb__ids_add(ids, *id, (int32_t)i)) {
            struct phb__place place = phb__place_in(root, source->section);
            return phb__fail_at(error, PHB_ERROR_DUPLICATE,
                                phb__place_in(phb__place_item(place, source->key, i), "id"),
                                source->twice);
        }
    }
    return PHB_OK;
}

/* Those of the budget have been found to be said once. */
static void
add_budget_ids(struct tables *tables, const struct phb__budget_content *budget)
{
    const struct phb__assistant *assistants = phb__budget_assistants(budget);
    const struct phb__line *lines = phb__budget_lines(budget);
    const phb_funder *funders = phb__budget_funders(budget);
    for (uint32_t i = 0; i < budget->assistants.count; i++) {
        (void)phb__ids_add(&tables->ids[ASSISTANTS], assistants[i].given.id, (int32_t)i);
        (void)phb__ids_add(&tables->ids[ITEMS], assistants[i].given.id, (int32_t)i);
    }
    for (uint32_t i = 0; i < budget->lines.count; i++) {
        (void)phb__ids_add(&tables->ids[ITEMS], lines[i].given.id,
                           (int32_t)(budget->assistants.count + i));
    }
    for (uint32_t i = 0; i < budget->funders.count; i++) {
        (void)phb__ids_add(&tables->ids[FUNDERS], funders[i].id, (int32_t)i);
    }
}

static phb_status
add_all_ids(struct tables *tables, const struct phb__plan_content *said, phb_error *error)
{
    const struct source sources[] = {
        [PROFESSIONALS] = {&said->contacts.professionals, sizeof(struct phb__professional),
                           offsetof(struct phb__professional, id), "contacts", "professionals",
                           "id is already the id of another professional"},
        [REPRESENTATIVES] = {&said->contacts.representatives, sizeof(struct phb__representative),
                             offsetof(struct phb__representative, id), "contacts",
                             "representatives", "id is already the id of another representative"},
        [NEEDS] = {&said->needs_and_outcomes.needs, sizeof(struct phb__need),
                   offsetof(struct phb__need, id), "needs_and_outcomes", "needs",
                   "id is already the id of another need"},
        [OUTCOMES] = {&said->needs_and_outcomes.outcomes, sizeof(struct phb__outcome),
                      offsetof(struct phb__outcome, id), "needs_and_outcomes", "outcomes",
                      "id is already the id of another outcome"},
        [ACTIONS] = {&said->action_plan.actions, sizeof(struct phb__action),
                     offsetof(struct phb__action, id), "action_plan", "actions",
                     "id is already the id of another action"},
        [RISKS] = {&said->contingency.risks, sizeof(struct phb__risk),
                   offsetof(struct phb__risk, id), "contingency", "risks",
                   "id is already the id of another risk"},
    };
    phb_status status = PHB_OK;
    for (size_t kind = 0; kind < sizeof sources / sizeof sources[0] && status == PHB_OK; kind++) {
        status = add_ids(&tables->ids[kind], &sources[kind], error);
    }
    add_budget_ids(tables, &said->budget.content);
    return status;
}

/* ---- references ---- */

static const char *const not_there[] = {
    [PROFESSIONALS] = "this is not the id of any of the professionals",
    [NEEDS] = "this is not the id of any of the needs",
    [OUTCOMES] = "this is not the id of any of the outcomes",
    [RISKS] = "this is not the id of any of the risks",
    [FUNDERS] = "this is not the id of any of the funders of the budget",
    [ASSISTANTS] = "this is not the id of any of the assistants of the budget",
    [ITEMS] = "this is not the id of any assistant or line of the budget",
};

/* Which of the computed it is; COMPUTED when it is none. */
static uint32_t
computed_called(const char *id)
{
    uint32_t number = 0;
    while (number < COMPUTED && strcmp(id, computed[number]) != 0) {
        number++;
    }
    return number;
}

/* Whether what is meant is there, or kept elsewhere. */
static bool
find(const struct tables *tables, enum kind kind, struct phb__ref *ref)
{
    ref->index = phb__ids_find(&tables->ids[kind], ref->id);
    if (ref->index >= 0 || tables->is_elsewhere[kind]) {
        return true;
    }
    bool is_said = kind == ITEMS && computed_called(ref->id) < COMPUTED && tables->has_budget;
    ref->index = is_said ? PHB__REF_COMPUTED : PHB__REF_NOWHERE;
    return is_said;
}

static phb_status
find_one(const struct tables *tables, enum kind kind, struct phb__ref *ref, struct phb__place place,
         phb_error *error)
{
    ref->index = PHB__REF_NOWHERE;
    if (!ref->id || find(tables, kind, ref)) {
        return PHB_OK;
    }
    return phb__fail_at(error, PHB_ERROR_NOT_FOUND, place, not_there[kind]);
}

/* Where it is kept which list was the last to name something. */
static uint32_t *
naming_of(const struct tables *tables, enum kind kind, const struct phb__ref *ref)
{
    bool is_computed = ref->index == PHB__REF_COMPUTED;
    return is_computed ? &tables->named_by[kind][tables->counts[kind] + computed_called(ref->id)]
                       : &tables->named_by[kind][ref->index];
}

/* A list of ids, each of which may stand in it once. What is kept elsewhere cannot be told apart.
 */
static phb_status
find_list(struct tables *tables, enum kind kind, const struct phb__list *list,
          struct phb__place item, const char *key, phb_error *error)
{
    struct phb__ref *refs = list->items;
    uint32_t number = ++tables->lists;
    for (uint32_t i = 0; i < list->count; i++) {
        if (!find(tables, kind, &refs[i])) {
            return phb__fail_at(error, PHB_ERROR_NOT_FOUND, phb__place_item(item, key, i),
                                not_there[kind]);
        }
        if (refs[i].index == PHB__REF_NOWHERE) {
            continue;
        }
        uint32_t *named_by = naming_of(tables, kind, &refs[i]);
        if (*named_by == number) {
            return phb__fail_at(error, PHB_ERROR_DUPLICATE, phb__place_item(item, key, i),
                                "this is named already");
        }
        *named_by = number;
    }
    return PHB_OK;
}

static phb_status
find_links(struct tables *tables, const struct phb__plan_content *said, phb_error *error)
{
    const struct phb__outcome *outcomes = said->needs_and_outcomes.outcomes.items;
    const struct phb__action *actions = said->action_plan.actions.items;
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < said->needs_and_outcomes.outcomes.count && status == PHB_OK; i++) {
        struct phb__place place =
            phb__place_item(phb__place_in(root, "needs_and_outcomes"), "outcomes", i);
        status = find_list(tables, NEEDS, &outcomes[i].needs, place, "needs", error);
    }
    for (uint32_t i = 0; i < said->action_plan.actions.count && status == PHB_OK; i++) {
        struct phb__place place = phb__place_item(phb__place_in(root, "action_plan"), "actions", i);
        status = find_list(tables, OUTCOMES, &actions[i].outcomes, place, "outcomes", error);
        if (status == PHB_OK) {
            status = find_list(tables, ITEMS, &actions[i].budget, place, "budget", error);
        }
        if (status == PHB_OK) {
            status = find_list(tables, RISKS, &actions[i].risks, place, "risks", error);
        }
    }
    return status;
}

/* Only people can be trained. */
static phb_status
find_training(struct tables *tables, const struct phb__plan_content *said, phb_error *error)
{
    const struct phb__course *courses = said->training.mandatory.items;
    const struct phb__delegated_task *tasks = said->training.delegated_tasks.items;
    struct phb__place section = phb__place_in(root, "training");
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < said->training.mandatory.count && status == PHB_OK; i++) {
        status = find_list(tables, ASSISTANTS, &courses[i].assistants,
                           phb__place_item(section, "mandatory", i), "assistants", error);
    }
    for (uint32_t i = 0; i < said->training.delegated_tasks.count && status == PHB_OK; i++) {
        status = find_list(tables, ASSISTANTS, &tasks[i].assistants,
                           phb__place_item(section, "delegated_tasks", i), "assistants", error);
    }
    return status;
}

static phb_status
find_partners(struct tables *tables, const struct phb__plan_content *said, phb_error *error)
{
    struct phb__partner *partners = said->sign_off.partners.items;
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < said->sign_off.partners.count && status == PHB_OK; i++) {
        struct phb__place place = phb__place_item(phb__place_in(root, "sign_off"), "partners", i);
        status =
            find_one(tables, FUNDERS, &partners[i].funder, phb__place_in(place, "funder"), error);
    }
    return status;
}

static phb_status
find_all(struct tables *tables, struct phb__plan_content *said, phb_error *error)
{
    struct phb__place monitoring = phb__place_in(phb__place_in(root, "health"), "monitoring");
    phb_status status = find_one(tables, PROFESSIONALS, &said->health.monitored_by,
                                 phb__place_in(monitoring, "professional"), error);
    if (status == PHB_OK) {
        status = find_links(tables, said, error);
    }
    if (status == PHB_OK) {
        status = find_training(tables, said, error);
    }
    if (status == PHB_OK) {
        status = find_one(tables, PROFESSIONALS, &said->reviews.coordinator,
                          phb__place_in(phb__place_in(root, "reviews"), "coordinator"), error);
    }
    return status == PHB_OK ? find_partners(tables, said, error) : status;
}

phb_status
phb__plan_find_references(phb_plan *plan, phb_error *error)
{
    struct tables tables;
    phb_status status = open_tables(&tables, plan) ? add_all_ids(&tables, &plan->content, error)
                                                   : phb__fail(error, PHB_ERROR_MEMORY);
    if (status == PHB_OK) {
        status = find_all(&tables, &plan->content, error);
    }
    phb__arena_free(&tables.arena);
    return status;
}
