/* Decisions, endings, the plan that was there before, and what was accepted of all that was found.
 */

#include <string.h>

#include "core/ids.h"
#include "rules/plan_view.h"

/* ---- the decision ---- */

static void
check_decision(struct phb__plan_view *view)
{
    const struct phb__decision *decision = &view->said->decision;
    bool is_refused =
        decision->outcome == PHB__DECISION_PART || decision->outcome == PHB__DECISION_REFUSED;
    if (!decision->maker) {
        phb__plan_find(view, PHB__RULE_PLAN_RECORD_DECISION_MAKER, "/decision/maker");
    }
    if (is_refused && !decision->reasons) {
        phb__plan_find(view, PHB__RULE_PLAN_RECORD_REFUSAL_REASONS, "/decision/reasons");
    }
    if (is_refused && !decision->reconsideration && !decision->complaint) {
        phb__plan_find(view, PHB__RULE_PLAN_RECORD_REFUSAL_ROUTE, "/decision/reconsideration");
    }
}

/* ---- the plan before ---- */

static bool
is_other(const char *one, const char *other)
{
    return one && other && strcmp(one, other) != 0;
}

/* Written with spaces or without, a number is the same. */
static bool
is_other_number(const char *one, const char *other)
{
    char digits[2][PHB__NHS_NUMBER_DIGITS + 1] = {"", ""};
    if (one && other) {
        (void)phb__nhs_number_digits(one, digits[0]);
        (void)phb__nhs_number_digits(other, digits[1]);
    }
    return strcmp(digits[0], digits[1]) != 0;
}

static void
check_overlap(struct phb__plan_view *view)
{
    const phb_budget_settings *now = &view->said->budget.content.settings;
    const phb_budget_settings *before = &view->superseded->budget.content.settings;
    phb_date ends = before->end;
    if (view->superseded->ended_on != PHB_DATE_NONE && view->superseded->ended_on < ends) {
        ends = view->superseded->ended_on;
    }
    if (now->start != PHB_DATE_NONE && ends != PHB_DATE_NONE && now->start <= ends &&
        now->end >= before->start) {
        phb__plan_find_days(view, PHB__RULE_PLAN_RECORD_SUPERSEDED_OVERLAPS, "/budget/period/start",
                            phb__value("starts", PHB__ARGUMENT_DATE, now->start),
                            phb__value("ends", PHB__ARGUMENT_DATE, ends));
    }
}

static void
check_superseded(struct phb__plan_view *view)
{
    const struct phb__plan_content *before = view->superseded;
    const struct phb__person *person = &view->said->person;
    if (!before) {
        return;
    }
    if (is_other(person->id, before->person.id) ||
        is_other_number(person->nhs_number, before->person.nhs_number)) {
        phb__plan_find(view, PHB__RULE_PLAN_RECORD_SUPERSEDED_OTHER, "/supersedes");
        return;
    }
    if (before->status != PHB_PLAN_SUPERSEDED && before->status != PHB_PLAN_ENDED) {
        phb__plan_find(view, PHB__RULE_PLAN_RECORD_SUPERSEDED_OPEN, "/supersedes");
    }
    check_overlap(view);
}

void
phb__rules_record(struct phb__plan_view *view)
{
    check_decision(view);
    check_superseded(view);
    if (view->said->ended_on == PHB_DATE_NONE || !view->said->ended_reason) {
        phb__plan_find(view, PHB__RULE_PLAN_RECORD_ENDED, "/ended");
    }
}

/* ---- what was accepted ---- */

/* "rule at": a blank is in neither. An entry that says no place is about every one. */
static const char *
key_of(struct phb__arena *arena, const char *rule, const char *at)
{
    size_t rule_size = strlen(rule);
    size_t at_size = strlen(at);
    char *key = phb__arena_bytes(arena, rule_size + at_size + 2);
    if (key) {
        memcpy(key, rule, rule_size);
        key[rule_size] = ' ';
        memcpy(key + rule_size + 1, at, at_size + 1);
    }
    return key;
}

struct acceptance {
    struct phb__plan_view *view;
    struct phb__ids entries; /* by key: the index of the entry */
    bool *is_met;            /* something was found that the entry is about */
    bool *is_breach;         /* and it is a breach */
};

static bool
is_complete(const struct phb__accepted *entry)
{
    return entry->reason && entry->by && entry->on != PHB_DATE_NONE;
}

static bool
open_acceptance(struct acceptance *acceptance, struct phb__plan_view *view)
{
    const struct phb__accepted *entries = view->said->accepted.items;
    uint32_t count = view->said->accepted.count;
    *acceptance = (struct acceptance){
        .view = view,
        .is_met = phb__arena_take(&view->money.arena, count, sizeof(bool)),
        .is_breach = phb__arena_take(&view->money.arena, count, sizeof(bool)),
    };
    bool has_memory = phb__ids_init(&acceptance->entries, view->plan->context, count) &&
                      acceptance->is_met && acceptance->is_breach;
    for (uint32_t i = 0; i < count && has_memory; i++) {
        const char *key =
            key_of(&view->money.arena, entries[i].rule, entries[i].at ? entries[i].at : "");
        has_memory = key != NULL;
        if (key) {
            (void)phb__ids_add(&acceptance->entries, key, (int32_t)i);
        }
    }
    return has_memory;
}

/* The entry about a finding: about its place, or about every place. -1: none; -2: out of memory. */
static int32_t
entry_of(struct acceptance *acceptance, const char *rule, const char *at)
{
    const char *here = key_of(&acceptance->view->money.arena, rule, at);
    const char *everywhere = key_of(&acceptance->view->money.arena, rule, "");
    if (!here || !everywhere) {
        return -2;
    }
    int32_t entry = phb__ids_find(&acceptance->entries, here);
    return entry >= 0 ? entry : phb__ids_find(&acceptance->entries, everywhere);
}

static bool
accept(struct acceptance *acceptance, const char *rule, struct phb__found *found)
{
    const struct phb__accepted *entries = acceptance->view->said->accepted.items;
    int32_t entry = entry_of(acceptance, rule, found->at);
    if (entry >= 0) {
        bool is_breach = found->severity == PHB_SEVERITY_BREACH;
        acceptance->is_met[entry] = true;
        acceptance->is_breach[entry] = acceptance->is_breach[entry] || is_breach;
        found->is_accepted = !is_breach && is_complete(&entries[entry]);
    }
    return entry != -2;
}

static void
tell(struct acceptance *acceptance)
{
    struct phb__plan_view *view = acceptance->view;
    const struct phb__accepted *entries = view->said->accepted.items;
    for (uint32_t i = 0; i < view->said->accepted.count; i++) {
        struct phb__at at = phb__at("accepted", i, NULL);
        struct phb__argument rule = phb__text("rule", entries[i].rule);
        if (!acceptance->is_met[i]) {
            phb__plan_find_with(view, PHB__RULE_PLAN_RECORD_ACCEPTED_NOTHING, at.path, rule);
        } else if (acceptance->is_breach[i]) {
            phb__plan_find_with(view, PHB__RULE_PLAN_RECORD_ACCEPTED_BREACH, at.path, rule);
        } else if (!is_complete(&entries[i])) {
            phb__plan_find_with(view, PHB__RULE_PLAN_RECORD_ACCEPTED_INCOMPLETE, at.path, rule);
        }
    }
}

void
phb__rules_accepted(struct phb__plan_view *view)
{
    struct acceptance acceptance;
    if (view->said->accepted.count == 0) {
        return;
    }
    bool has_memory = open_acceptance(&acceptance, view);
    for (uint32_t key = 0; key < PHB__RULE_COUNT; key++) {
        struct phb__found *found = view->money.findings.by_rule[key].first;
        for (; found && has_memory; found = found->next) {
            has_memory = accept(&acceptance, phb__rule_text(phb__rules[key].id), found);
        }
    }
    if (has_memory) {
        tell(&acceptance);
    } else {
        view->money.findings.status = PHB_ERROR_MEMORY;
    }
    phb__ids_free(&acceptance.entries);
}
