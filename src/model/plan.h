/*
 * A care and support plan as the check reads it: what a phb-plan/1 document says, section by
 * section, in the arena of its budget. Every reference to an id has been found when the plan was
 * read, so whoever follows one follows an index.
 */
#ifndef PHB_MODEL_PLAN_H
#define PHB_MODEL_PLAN_H

#include <phb/plan.h>

#include "model/budget.h"
#include "model/plan_sections.h"
#include "model/report.h"

/* What a document says; the root of the shapes. */
struct phb__plan_content {
    int64_t version;
    const char *supersedes; /* the local reference of the plan it takes the place of */
    phb_plan_status status;
    phb_date ended_on;
    const char *ended_reason;
    phb_cohort cohort;
    phb_kind kind;
    struct phb__person person;
    struct phb__list assessments; /* struct phb__assessment */
    struct phb__list other_plans; /* struct phb__other_plan */
    struct phb__about about;
    struct phb__contacts contacts;
    struct phb__health health;
    struct phb__needs_and_outcomes needs_and_outcomes;
    struct phb__action_plan action_plan;
    struct phb__training training;
    struct phb__risk_management contingency;
    struct phb__plan_budget budget;
    struct phb__reviews reviews;
    struct phb__sign_off sign_off;
    struct phb__decision decision;
    struct phb__list accepted; /* struct phb__accepted */
};

struct phb_plan {
    phb_context *context;
    phb_budget *budget; /* its memory holds the plan's texts and lists too */
    struct phb__plan_content content;
    bool has_budget; /* the plan says more of its budget than where it is */
};

extern const struct phb__shape phb__shape_plan;

/* An empty plan, its first block of memory so large. MEMORY. */
phb_status phb__plan_new(phb_context *context, size_t first_bytes, phb_plan **out_plan,
                         phb_error *error);

/*
 * Everything that is said of a plan that was read holds together: its own parts, the references,
 * then the budget. Finds every reference. The error has a path.
 */
phb_status phb__plan_check_read(phb_plan *plan, phb_error *error);

/* Ids are said once within their kind, and what is referred to is there. */
phb_status phb__plan_find_references(phb_plan *plan, phb_error *error);

/* The ten digits of an NHS number; false when it cannot be one. */
#define PHB__NHS_NUMBER_DIGITS 10
bool phb__nhs_number_digits(const char *text, char out_digits[PHB__NHS_NUMBER_DIGITS + 1]);

/* "••• ••• 5919": what may be shown of it. "" when there is none. */
#define PHB__NHS_NUMBER_MASKED_SIZE 32
void phb__nhs_number_mask(const char *text, char out_masked[PHB__NHS_NUMBER_MASKED_SIZE]);

/* Is anything said in a section, content or answer? */
bool phb__plan_says(const struct phb__plan_content *plan, enum phb__section section);

/* The answer that stands in the stead of a section; NULL when it has content, or nothing at all. */
const struct phb__section_answer *phb__plan_answer(const struct phb__plan_content *plan,
                                                   enum phb__section section);

/* The later of two days, either of which may be PHB_DATE_NONE. */
phb_date phb__later_of(phb_date day, phb_date other);

/* The day a plan is looked at from unless another is asked for: of the last sign-off, else the
 * first of its budget, else of what it rests on. */
phb_date phb__plan_day(const struct phb__plan_content *plan);

/* The first day of its direct payment; PHB_DATE_NONE when no part of its budget is one. */
phb_date phb__plan_first_payment(const struct phb__plan_content *plan);

/* The first day of a review duty that the plan names; PHB_DATE_NONE when it does not. */
phb_date phb__plan_anchor(const struct phb__plan_content *plan, int32_t regime);

/* The SHA-256 of the plan as it is written, without what is signed or comes after it, as 64 digits:
 * as it is, or as it was when it had another status. MEMORY. */
phb_status phb__plan_hash(const phb_plan *plan, phb_plan_status status,
                          char out_hash[PHB_PLAN_HASH_SIZE], phb_error *error);

#endif
