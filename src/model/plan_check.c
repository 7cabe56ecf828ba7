/*
 * Whether a plan holds together: what no single member can tell. What a good plan should say is
 * not asked here; that is for the rules, which find and do not refuse.
 */

#include <string.h>

#include "core/error.h"
#include "model/check.h"
#include "model/limits.h"
#include "model/plan.h"

#define REGIMES_MOST 16 /* more than there are */
#define DECISIONS_MOST 8

static const struct phb__place root = {.count = 0};

static struct phb__place
in_section(const char *section, const char *member)
{
    return phb__place_in(phb__place_in(root, section), member);
}

static phb_status
check_counts(const phb_plan *plan, phb_error *error)
{
    const struct phb__plan_content *said = &plan->content;
    const struct {
        uint32_t count;
        const char *section;
        const char *list;
    } lists[] = {
        {said->assessments.count, NULL, "assessments"},
        {said->contacts.professionals.count, "contacts", "professionals"},
        {said->contacts.representatives.count, "contacts", "representatives"},
        {said->health.conditions.count, "health", "conditions"},
        {said->needs_and_outcomes.needs.count, "needs_and_outcomes", "needs"},
        {said->needs_and_outcomes.outcomes.count, "needs_and_outcomes", "outcomes"},
        {said->action_plan.actions.count, "action_plan", "actions"},
        {said->training.mandatory.count, "training", "mandatory"},
        {said->training.delegated_tasks.count, "training", "delegated_tasks"},
        {said->contingency.risks.count, "contingency", "risks"},
        {said->contingency.plans.count, "contingency", "plans"},
        {said->reviews.completed.count, "reviews", "completed"},
        {said->sign_off.partners.count, "sign_off", "partners"},
        {said->accepted.count, NULL, "accepted"},
    };
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        if (lists[i].count > phb__most_items(plan->context)) {
            struct phb__place place = lists[i].section ? in_section(lists[i].section, lists[i].list)
                                                       : phb__place_in(root, lists[i].list);
            return phb__fail_at(error, PHB_ERROR_LIMIT, place,
                                "there are more than a plan may have");
        }
    }
    return PHB_OK;
}

/* ---- answers instead of content ---- */

/* The last rows of a section's table are the answers. */
#define ANSWERS 3

static phb_status
check_answer(const struct phb__plan_content *plan, enum phb__section section,
             const struct phb__field *field, phb_error *error)
{
    const struct phb__shape *shape = field->detail.shape;
    const char *object = (const char *)plan + field->offset;
    uint32_t content = shape->field_count - ANSWERS;
    const char *answer = NULL;
    if (!phb__plan_answer(plan, section)) {
        return PHB_OK;
    }
    for (uint32_t i = shape->field_count; i-- > 0;) {
        if (phb__field_is_absent(&shape->fields[i], object)) {
            continue;
        }
        if (answer) {
            return phb__fail_at(error, PHB_ERROR_DUPLICATE, in_section(field->key, answer),
                                i < content
                                    ? "this stands instead of a section, which has content too"
                                    : "this stands instead of a section, and so does another");
        }
        answer = shape->fields[i].key;
    }
    return PHB_OK;
}

static phb_status
check_answers(const struct phb__plan_content *plan, phb_error *error)
{
    enum phb__section section = PHB__SECTION_ABOUT;
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < phb__shape_plan.field_count && status == PHB_OK; i++) {
        const struct phb__field *field = &phb__shape_plan.fields[i];
        if (section <= PHB__SECTION_SIGN_OFF &&
            strcmp(field->key, phb__section_name(section)) == 0) {
            status = check_answer(plan, section, field, error);
            section++;
        }
    }
    return status;
}

/* ---- the person ---- */

static phb_date
earlier_of(phb_date day, phb_date other)
{
    return day == PHB_DATE_NONE || (other != PHB_DATE_NONE && other < day) ? other : day;
}

/* The first day on which anything is said to have happened to or been agreed with the person. */
static phb_date
first_day_of(const struct phb__plan_content *plan)
{
    const struct phb__assessment *assessments = plan->assessments.items;
    phb_date day = earlier_of(plan->sign_off.person_signed_on, plan->sign_off.nhs_signed_on);
    for (uint32_t i = 0; i < plan->assessments.count; i++) {
        day = earlier_of(day, assessments[i].on);
    }
    return earlier_of(day, plan->budget.content.settings.end);
}

static phb_status
check_person(const struct phb__plan_content *plan, phb_error *error)
{
    const struct phb__person *person = &plan->person;
    char digits[PHB__NHS_NUMBER_DIGITS + 1];
    if (person->nhs_number && !phb__nhs_number_digits(person->nhs_number, digits)) {
        return phb__fail_at(error, PHB_ERROR_RANGE, in_section("person", "nhs_number"),
                            "nhs_number must be ten digits, not all the same, whose last one "
                            "checks the others");
    }
    phb_date first = first_day_of(plan);
    if (person->date_of_birth != PHB_DATE_NONE && first != PHB_DATE_NONE &&
        person->date_of_birth > first) {
        return phb__fail_at(error, PHB_ERROR_DATE, in_section("person", "date_of_birth"),
                            "date_of_birth is after a day on which the person was assessed, "
                            "signed or has a budget");
    }
    return PHB_OK;
}

/* ---- what is said once ---- */

static phb_status
check_capacity(const struct phb__plan_content *plan, phb_error *error)
{
    const struct phb__capacity *all = plan->contacts.capacity.items;
    bool is_said[DECISIONS_MOST] = {false};
    for (uint32_t i = 0; i < plan->contacts.capacity.count; i++) {
        if (is_said[all[i].decision]) {
            struct phb__place place = phb__place_in(root, "contacts");
            return phb__fail_at(error, PHB_ERROR_DUPLICATE,
                                phb__place_in(phb__place_item(place, "capacity", i), "decision"),
                                "decision is said already");
        }
        is_said[all[i].decision] = true;
    }
    return PHB_OK;
}

static phb_status
check_regimes(const struct phb__plan_content *plan, phb_error *error)
{
    const struct phb__regime *all = plan->reviews.regimes.items;
    bool is_said[REGIMES_MOST] = {false};
    for (uint32_t i = 0; i < plan->reviews.regimes.count; i++) {
        if (is_said[all[i].regime]) {
            struct phb__place place = phb__place_in(root, "reviews");
            return phb__fail_at(error, PHB_ERROR_DUPLICATE,
                                phb__place_in(phb__place_item(place, "regimes", i), "regime"),
                                "regime is said already");
        }
        is_said[all[i].regime] = true;
    }
    return PHB_OK;
}

/* ---- days in order ---- */

static phb_status
check_orders(const struct phb__plan_content *plan, phb_error *error)
{
    const struct phb__order_in_force *orders = plan->sign_off.direct_payment.orders.items;
    for (uint32_t i = 0; i < plan->sign_off.direct_payment.orders.count; i++) {
        if (orders[i].from != PHB_DATE_NONE && orders[i].until != PHB_DATE_NONE &&
            orders[i].until < orders[i].from) {
            struct phb__place place = in_section("sign_off", "direct_payment");
            return phb__fail_at(error, PHB_ERROR_DATE,
                                phb__place_in(phb__place_item(place, "orders", i), "until"),
                                "until is before from");
        }
    }
    return PHB_OK;
}

static phb_status
check_tasks(const struct phb__plan_content *plan, phb_error *error)
{
    const struct phb__delegated_task *tasks = plan->training.delegated_tasks.items;
    for (uint32_t i = 0; i < plan->training.delegated_tasks.count; i++) {
        if (tasks[i].assessed_on != PHB_DATE_NONE && tasks[i].expires_on != PHB_DATE_NONE &&
            tasks[i].expires_on < tasks[i].assessed_on) {
            struct phb__place place = phb__place_in(root, "training");
            return phb__fail_at(
                error, PHB_ERROR_DATE,
                phb__place_in(phb__place_item(place, "delegated_tasks", i), "expires_on"),
                "expires_on is before assessed_on");
        }
    }
    return PHB_OK;
}

/* ---- the hash ---- */

static phb_status
check_hash(const struct phb__plan_content *plan, phb_error *error)
{
    const char *hash = plan->sign_off.content_hash;
    if (hash && (strlen(hash) != PHB_PLAN_HASH_SIZE - 1 ||
                 strspn(hash, "0123456789abcdefABCDEF") != PHB_PLAN_HASH_SIZE - 1)) {
        return phb__fail_at(error, PHB_ERROR_RANGE, in_section("sign_off", "content_hash"),
                            "content_hash must be 64 hexadecimal digits");
    }
    return PHB_OK;
}

/* ---- the budget ---- */

/* Whoever does not say it means ongoing. */
static phb_kind
kind_meant(phb_kind kind)
{
    return kind == (phb_kind)0 ? PHB_KIND_ONGOING : kind;
}

static phb_status
check_budget_agrees(const struct phb__plan_content *plan, phb_error *error)
{
    const phb_budget_settings *settings = &plan->budget.content.settings;
    if (settings->cohort != (phb_cohort)0 && settings->cohort != plan->cohort) {
        return phb__fail_at(error, PHB_ERROR_RANGE, in_section("budget", "cohort"),
                            "cohort is not that of the plan");
    }
    if (settings->kind != (phb_kind)0 && settings->kind != kind_meant(plan->kind)) {
        return phb__fail_at(error, PHB_ERROR_RANGE, in_section("budget", "kind"),
                            "kind is not that of the plan");
    }
    return settings->start == PHB_DATE_NONE
               ? phb__fail_at(error, PHB_ERROR_INCOMPLETE, phb__place_in(root, "budget"),
                              "period is needed in a budget that says anything")
               : PHB_OK;
}

static phb_status
check_budget(phb_plan *plan, phb_error *error)
{
    phb_budget *budget = plan->budget;
    phb_status status = check_budget_agrees(&plan->content, error);
    if (status != PHB_OK) {
        return status;
    }
    budget->content = plan->content.budget.content;
    budget->content.settings.cohort = plan->content.cohort;
    budget->content.settings.kind = plan->content.kind;
    status = phb__budget_check_read(plan->context, &budget->content, error);
    if (status != PHB_OK) {
        phb__error_within(error, "/budget");
        return status;
    }
    budget->is_checked = true;
    return PHB_OK;
}

phb_status
phb__plan_check_read(phb_plan *plan, phb_error *error)
{
    static phb_status (*const checks[])(const struct phb__plan_content *, phb_error *) = {
        check_answers, check_person, check_capacity, check_regimes,
        check_orders,  check_tasks,  check_hash};
    plan->has_budget = phb__plan_says(&plan->content, PHB__SECTION_BUDGET) &&
                       !phb__plan_answer(&plan->content, PHB__SECTION_BUDGET);
    phb_status status = check_counts(plan, error);
    for (size_t i = 0; i < sizeof checks / sizeof checks[0] && status == PHB_OK; i++) {
        status = checks[i](&plan->content, error);
    }
    if (status == PHB_OK && plan->has_budget) {
        status = check_budget(plan, error);
    }
    return status == PHB_OK ? phb__plan_find_references(plan, error) : status;
}
