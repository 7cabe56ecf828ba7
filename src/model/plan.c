/* A plan: its memory, and what of it can be asked for. */

#include "model/plan.h"

#include <stddef.h>
#include <string.h>

#include "core/alloc.h"
#include "core/document.h"
#include "core/error.h"
#include "core/hash.h"
#include "model/schedule_request.h"
#include "model/shapes.h"

_Static_assert(PHB_PLAN_HASH_SIZE == PHB__HASH_TEXT_SIZE, "a hash of a plan is one of ours");

phb_status
phb__plan_new(phb_context *context, size_t first_bytes, phb_plan **out_plan, phb_error *error)
{
    phb_plan *plan = phb__allocate(context, 1, sizeof *plan);
    if (!plan) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    phb_status status = phb_budget_new(context, &plan->budget, error);
    if (status != PHB_OK) {
        phb__release(context, plan, sizeof *plan);
        return status;
    }
    plan->context = phb_context_ref(context);
    phb__arena_init(&plan->budget->memory->arena, context, first_bytes);
    phb__shape_clear(&phb__shape_plan, &plan->content);
    *out_plan = plan;
    return PHB_OK;
}

void
phb_plan_free(phb_plan *plan)
{
    if (!plan) {
        return;
    }
    phb_context *context = plan->context;
    phb_budget_free(plan->budget);
    phb__release(context, plan, sizeof *plan);
    phb_context_unref(context);
}

/* ---- what it says ---- */

const phb_budget *
phb_plan_budget(const phb_plan *plan)
{
    return plan && plan->has_budget ? plan->budget : NULL;
}

phb_plan_status
phb_plan_status_of(const phb_plan *plan)
{
    return plan ? plan->content.status : (phb_plan_status)0;
}

phb_cohort
phb_plan_cohort(const phb_plan *plan)
{
    return plan ? plan->content.cohort : (phb_cohort)0;
}

phb_kind
phb_plan_kind(const phb_plan *plan)
{
    return plan ? plan->content.kind : (phb_kind)0;
}

phb_date
phb_plan_date_of_birth(const phb_plan *plan)
{
    return plan ? plan->content.person.date_of_birth : PHB_DATE_NONE;
}

int64_t
phb_plan_version(const phb_plan *plan)
{
    return plan ? plan->content.version : PHB_NUMBER_NONE;
}

const char *
phb_plan_reference(const phb_plan *plan)
{
    const char *id = plan ? plan->content.person.id : NULL;
    return id && !phb__reference_is_nhs_number(id) ? id : NULL;
}

phb_context *
phb_plan_context(const phb_plan *plan)
{
    return plan ? plan->context : NULL;
}

phb_status
phb_plan_nhs_number_masked(const phb_plan *plan, char *out_text, size_t capacity)
{
    char masked[PHB__NHS_NUMBER_MASKED_SIZE];
    if (!plan || !out_text) {
        return PHB_ERROR_ARGUMENT;
    }
    phb__nhs_number_mask(plan->content.person.nhs_number, masked);
    if (strlen(masked) >= capacity) {
        return PHB_ERROR_RANGE;
    }
    memcpy(out_text, masked, strlen(masked) + 1);
    return PHB_OK;
}

/* ---- sections ---- */

static const struct phb__field *
field_of(const char *section)
{
    for (uint32_t i = 0; i < phb__shape_plan.field_count; i++) {
        const char *key = phb__shape_plan.fields[i].key;
        if (key[0] == section[0] && strcmp(key, section) == 0) {
            return &phb__shape_plan.fields[i];
        }
    }
    return NULL;
}

bool
phb__plan_says(const struct phb__plan_content *plan, enum phb__section section)
{
    const struct phb__field *field = field_of(phb__section_name(section));
    return field && !phb__field_is_absent(field, plan);
}

const struct phb__section_answer *
phb__plan_answer(const struct phb__plan_content *plan, enum phb__section section)
{
    static const size_t places[] = {
        [PHB__SECTION_ABOUT] = offsetof(struct phb__plan_content, about.answer),
        [PHB__SECTION_CONTACTS] = offsetof(struct phb__plan_content, contacts.answer),
        [PHB__SECTION_HEALTH] = offsetof(struct phb__plan_content, health.answer),
        [PHB__SECTION_NEEDS_AND_OUTCOMES] =
            offsetof(struct phb__plan_content, needs_and_outcomes.answer),
        [PHB__SECTION_ACTION_PLAN] = offsetof(struct phb__plan_content, action_plan.answer),
        [PHB__SECTION_TRAINING] = offsetof(struct phb__plan_content, training.answer),
        [PHB__SECTION_CONTINGENCY] = offsetof(struct phb__plan_content, contingency.answer),
        [PHB__SECTION_BUDGET] = offsetof(struct phb__plan_content, budget.answer),
        [PHB__SECTION_REVIEWS] = offsetof(struct phb__plan_content, reviews.answer),
        [PHB__SECTION_SIGN_OFF] = offsetof(struct phb__plan_content, sign_off.answer),
    };
    const void *place = (const char *)plan + places[section];
    const struct phb__section_answer *answer = place;
    return answer->elsewhere || answer->declined || answer->not_applicable ? answer : NULL;
}

/* ---- days ---- */

/* PHB_DATE_NONE is before every day. */
phb_date
phb__later_of(phb_date day, phb_date other)
{
    return other > day ? other : day;
}

phb_date
phb__plan_day(const struct phb__plan_content *plan)
{
    const struct phb__assessment *assessments = plan->assessments.items;
    phb_date day = phb__later_of(plan->sign_off.person_signed_on, plan->sign_off.nhs_signed_on);
    if (day == PHB_DATE_NONE) {
        day = plan->budget.content.settings.start;
    }
    for (uint32_t i = 0; i < plan->assessments.count && day == PHB_DATE_NONE; i++) {
        day = assessments[i].on;
    }
    return day;
}

static bool
pays_directly(const struct phb__budget_content *budget)
{
    const struct phb__assistant *assistants = phb__budget_assistants(budget);
    const struct phb__line *lines = phb__budget_lines(budget);
    for (uint32_t i = 0; i < budget->assistants.count; i++) {
        if (assistants[i].given.deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT) {
            return true;
        }
    }
    for (uint32_t i = 0; i < budget->lines.count; i++) {
        if (lines[i].given.deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT) {
            return true;
        }
    }
    return budget->settings.wheelchair_option == PHB_WHEELCHAIR_DIRECT_PAYMENT;
}

phb_date
phb__plan_first_payment(const struct phb__plan_content *plan)
{
    const struct phb__budget_content *budget = &plan->budget.content;
    return pays_directly(budget)
               ? phb__day_or(budget->settings.first_payment, budget->settings.start)
               : PHB_DATE_NONE;
}

phb_date
phb__plan_anchor(const struct phb__plan_content *plan, int32_t regime)
{
    const struct phb__regime *regimes = plan->reviews.regimes.items;
    for (uint32_t i = 0; i < plan->reviews.regimes.count; i++) {
        if (regimes[i].regime == regime) {
            return regimes[i].anchor;
        }
    }
    return PHB_DATE_NONE;
}

/* ---- what was signed ---- */

/* Without the signatures themselves, what was accepted of the check, and the reviews that came
 * after: none of them changes what was agreed. */
phb_status
phb__plan_hash(const phb_plan *plan, phb_plan_status status, char out_hash[PHB_PLAN_HASH_SIZE],
               phb_error *error)
{
    const struct phb__list nothing = {NULL, 0, 0};
    struct phb__plan_content signed_content = plan->content;
    phb__shape_clear(&phb__shape_sign_off, &signed_content.sign_off);
    signed_content.status = status;
    signed_content.accepted = nothing;
    signed_content.reviews.completed = nothing;

    struct phb__builder builder;
    phb__builder_init(&builder, plan->context);
    phb__json_write(&builder, &phb__shape_plan, &signed_content);
    if (builder.failed) {
        phb__builder_free(&builder);
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    phb__hash_text(builder.data, builder.size, out_hash);
    phb__builder_free(&builder);
    return PHB_OK;
}

phb_status
phb_plan_content_hash(const phb_plan *plan, char *out_hash, size_t capacity, phb_error *error)
{
    char hash[PHB_PLAN_HASH_SIZE];
    if (!plan || !out_hash) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    if (capacity < sizeof hash) {
        return phb__fail_because(error, PHB_ERROR_RANGE, "there is no room for 64 digits");
    }
    phb_status status = phb__plan_hash(plan, plan->content.status, hash, error);
    if (status == PHB_OK) {
        memcpy(out_hash, hash, sizeof hash);
    }
    return status;
}
