/* Checking a plan: its sections, then its budget, then what was accepted of all that was found. */

#include <phb/check.h>

#include "core/date.h"
#include "core/error.h"
#include "rules/plan_view.h"

/* ---- sections ---- */

/* What is found when a section is not there, and when it is declined or said not to apply although
 * that may not be. PHB__RULE_COUNT: nothing. */
static const struct {
    enum phb__rule_key missing;
    enum phb__rule_key needed;
} section_rules[] = {
    [PHB__SECTION_ABOUT] = {PHB__RULE_PLAN_ABOUT_MISSING, PHB__RULE_COUNT},
    [PHB__SECTION_CONTACTS] = {PHB__RULE_PLAN_CONTACTS_MISSING, PHB__RULE_PLAN_CONTACTS_NEEDED},
    [PHB__SECTION_HEALTH] = {PHB__RULE_PLAN_HEALTH_MISSING, PHB__RULE_PLAN_HEALTH_NEEDED},
    [PHB__SECTION_NEEDS_AND_OUTCOMES] = {PHB__RULE_PLAN_NEEDS_MISSING, PHB__RULE_PLAN_NEEDS_NEEDED},
    [PHB__SECTION_ACTION_PLAN] = {PHB__RULE_PLAN_ACTIONS_MISSING, PHB__RULE_PLAN_ACTIONS_NEEDED},
    [PHB__SECTION_TRAINING] = {PHB__RULE_PLAN_TRAINING_MISSING, PHB__RULE_PLAN_TRAINING_NEEDED},
    [PHB__SECTION_CONTINGENCY] = {PHB__RULE_PLAN_CONTINGENCY_MISSING,
                                  PHB__RULE_PLAN_CONTINGENCY_NEEDED},
    [PHB__SECTION_BUDGET] = {PHB__RULE_PLAN_BUDGET_MISSING, PHB__RULE_PLAN_BUDGET_NEEDED},
    [PHB__SECTION_REVIEWS] = {PHB__RULE_PLAN_REVIEWS_MISSING, PHB__RULE_PLAN_REVIEWS_NEEDED},
    [PHB__SECTION_SIGN_OFF] = {PHB__RULE_COUNT, PHB__RULE_PLAN_SIGN_OFF_NEEDED},
};

static void
find_in_section(struct phb__plan_view *view, enum phb__rule_key rule, enum phb__section section)
{
    char at[PHB__PATH_SIZE] = "";
    (void)phb__path_add(at, phb__section_name(section));
    if (rule != PHB__RULE_COUNT) {
        phb__plan_find(view, rule, at);
    }
}

static enum phb__section_state
state_of_answer(const struct phb__section_answer *answer)
{
    if (answer->elsewhere) {
        return PHB__STATE_ELSEWHERE;
    }
    return answer->declined ? PHB__STATE_DECLINED : PHB__STATE_NOT_APPLICABLE;
}

static enum phb__section_state
open_answered(struct phb__plan_view *view, enum phb__section section,
              const struct phb__section_answer *answer)
{
    /* Training is needed by those who employ; the rest by whoever is asked in the table of rules.
     */
    bool is_asked = section != PHB__SECTION_TRAINING || view->employs;
    if (!answer->elsewhere && is_asked) {
        find_in_section(view, section_rules[section].needed, section);
    }
    return state_of_answer(answer);
}

static enum phb__section_state
open_section(struct phb__plan_view *view, enum phb__section section)
{
    const struct phb__section_answer *answer = phb__plan_answer(view->said, section);
    if (answer) {
        return open_answered(view, section, answer);
    }
    if (phb__plan_says(view->said, section)) {
        view->has_content[section] = true;
        return PHB__STATE_COMPLETE;
    }
    if (section == PHB__SECTION_TRAINING && !view->employs) {
        return PHB__STATE_NOT_APPLICABLE;
    }
    find_in_section(view, section_rules[section].missing, section);
    return PHB__STATE_MISSING;
}

static void
open_sections(struct phb__plan_view *view)
{
    for (int section = PHB__SECTION_ABOUT; section <= PHB__SECTION_SIGN_OFF; section++) {
        enum phb__section_state state = open_section(view, (enum phb__section)section);
        phb__findings_add_section(&view->money.findings, (enum phb__section)section, state);
    }
}

/* ---- what is asked again and again ---- */

/* The Regulations call those under 16 children. */
#define ADULT_YEARS 16

/* Whoever is under 16 on the day, if there is one, or lacks the capacity to decide about a direct
 * payment or, where nothing is said of that, about their care. */
static enum phb__why
why_others_decide(const struct phb__plan_content *said, phb_date as_of)
{
    const struct phb__capacity *capacity = said->contacts.capacity.items;
    phb_date adult = PHB_DATE_NONE;
    phb_answer about[] = {(phb_answer)0, (phb_answer)0};
    if (said->person.date_of_birth != PHB_DATE_NONE &&
        phb_date_of_age(said->person.date_of_birth, ADULT_YEARS, &adult) == PHB_OK &&
        as_of != PHB_DATE_NONE && as_of < adult) {
        return PHB__UNDER_16;
    }
    for (uint32_t i = 0; i < said->contacts.capacity.count; i++) {
        if (capacity[i].decision == PHB__CAPACITY_DIRECT_PAYMENT) {
            about[0] = capacity[i].has_capacity;
        } else if (capacity[i].decision == PHB__CAPACITY_CARE) {
            about[1] = capacity[i].has_capacity;
        }
    }
    phb_answer answer = about[0] != (phb_answer)0 ? about[0] : about[1];
    return answer == PHB_ANSWER_NO ? PHB__LACKS_CAPACITY : PHB__DECIDES_THEMSELF;
}

/* Counts how often each is named; what is kept elsewhere is no item of anything here. */
static void
count_named(uint32_t *counts, const struct phb__list *list)
{
    const struct phb__ref *refs = list->items;
    for (uint32_t i = 0; i < list->count; i++) {
        if (refs[i].index >= 0) {
            counts[refs[i].index]++;
        }
    }
}

static void
count_links(struct phb__plan_view *view)
{
    const struct phb__needs_and_outcomes *section = &view->said->needs_and_outcomes;
    const struct phb__outcome *outcomes = section->outcomes.items;
    const struct phb__action *actions = view->said->action_plan.actions.items;
    for (uint32_t i = 0; i < section->outcomes.count; i++) {
        count_named(view->outcomes_of_need, &outcomes[i].needs);
    }
    for (uint32_t i = 0; i < view->said->action_plan.actions.count; i++) {
        count_named(view->actions_of_outcome, &actions[i].outcomes);
        count_named(view->actions_of_item, &actions[i].budget);
    }
}

static bool
make_links(struct phb__plan_view *view)
{
    const struct phb__plan_content *said = view->said;
    const struct phb__budget_content *budget = &said->budget.content;
    struct phb__arena *arena = &view->money.arena;
    size_t items = (size_t)budget->assistants.count + budget->lines.count;
    view->outcomes_of_need =
        phb__arena_take(arena, said->needs_and_outcomes.needs.count, sizeof(uint32_t));
    view->actions_of_outcome =
        phb__arena_take(arena, said->needs_and_outcomes.outcomes.count, sizeof(uint32_t));
    view->actions_of_item = phb__arena_take(arena, items, sizeof(uint32_t));
    if (!view->outcomes_of_need || !view->actions_of_outcome || !view->actions_of_item) {
        return false;
    }
    count_links(view);
    return true;
}

/* ---- opening ---- */

/* A plan that has no budget yet is of the deployment that it prepares. */
static phb_deployment
deployment_of(const phb_plan *plan, const phb_costing *costing)
{
    const struct phb__direct_payment *payment = &plan->content.sign_off.direct_payment;
    if (costing) {
        return phb__check_deployment(costing);
    }
    bool is_prepared =
        payment->consented_on != PHB_DATE_NONE || payment->agreement_signed_on != PHB_DATE_NONE;
    return is_prepared ? PHB_DEPLOYMENT_DIRECT_PAYMENT : (phb_deployment)0;
}

static void
open_view(struct phb__plan_view *view, const phb_plan *plan, const phb_costing *costing,
          const phb_check_options *options, const phb_rates *rates)
{
    const struct phb__plan_content *said = &plan->content;
    struct phb__check *money = &view->money;
    *view = (struct phb__plan_view){
        .plan = plan,
        .rates = rates,
        .is_day_asked = options->as_of != PHB_DATE_NONE,
        .said = said,
        .superseded = options->superseded ? &options->superseded->content : NULL,
        .last_signed_on =
            phb__later_of(said->sign_off.person_signed_on, said->sign_off.nhs_signed_on),
    };
    money->costing = costing;
    money->content = costing ? costing->content : &said->budget.content;
    money->policy = options->policy;
    money->as_of = options->as_of != PHB_DATE_NONE ? options->as_of : phb__plan_day(said);
    money->circumstances = (struct phb__circumstances){deployment_of(plan, costing), said->status,
                                                       said->cohort, said->kind};
    struct phb__report_basis basis = {money->as_of, phb_rates_edition(rates),
                                      phb_policy_edition(options->policy)};
    phb__arena_init(&money->arena, plan->context, 0);
    phb__findings_init(&money->findings, plan->context, &money->circumstances, &basis);
    view->employs = costing && phb__check_employs(money, (phb_deployment)0);
    view->first_payment = phb__plan_first_payment(said);
    view->why = why_others_decide(said, money->as_of);
}

/* ---- the whole ---- */

static bool
try_rules(struct phb__plan_view *view)
{
    static void (*const themes[])(struct phb__plan_view *) = {
        phb__rules_about,       phb__rules_contacts,       phb__rules_capacity,
        phb__rules_health,      phb__rules_needs,          phb__rules_outcomes,
        phb__rules_actions,     phb__rules_training,       phb__rules_risks,
        phb__rules_plan_budget, phb__rules_reviews,        phb__rules_review_dates,
        phb__rules_sign_off,    phb__rules_direct_payment, phb__rules_record};
    bool has_memory = make_links(view);
    if (!has_memory) {
        return false;
    }
    open_sections(view);
    if (view->money.costing) {
        view->money.findings.prefix = "/budget";
        has_memory = phb__check_budget(&view->money);
        view->money.findings.prefix = "";
    }
    for (size_t i = 0; has_memory && i < sizeof themes / sizeof themes[0]; i++) {
        themes[i](view);
    }
    if (has_memory && view->money.costing) {
        phb__rules_hours(view);
    }
    phb__rules_accepted(view);
    return has_memory;
}

static phb_status
check_costed(const phb_plan *plan, const phb_costing *costing, const phb_rates *rates,
             const phb_check_options *options, phb_report **out_report, phb_error *error)
{
    struct phb__plan_view view;
    open_view(&view, plan, costing, options, rates);
    bool has_memory = try_rules(&view);
    phb__arena_free(&view.money.arena);
    if (!has_memory) {
        phb__findings_free(&view.money.findings);
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    return phb__findings_finish(&view.money.findings, out_report, error);
}

phb_status
phb_plan_check(const phb_plan *plan, const phb_rates *rates, const phb_check_options *options,
               phb_report **out_report, phb_error *error)
{
    phb_check_options chosen = PHB_CHECK_OPTIONS_INIT;
    phb_costing *costing = NULL;
    if (out_report) {
        *out_report = NULL;
    }
    if (!plan || !out_report) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_status status = phb__check_options_take(options, &chosen, error);
    if (status == PHB_OK) {
        status = phb__cost_plan(plan, rates, chosen.policy, &costing, error);
    }
    if (status == PHB_OK) {
        status = check_costed(plan, costing, rates, &chosen, out_report, error);
    }
    phb_costing_free(costing);
    return status;
}
