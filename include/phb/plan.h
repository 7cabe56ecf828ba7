/**
 * @file
 * A personalised care and support plan: its ten sections, from who the person is to who signed. It
 * is read from a `phb-plan/1` document and holds a budget, the same as one read by itself. What a
 * plan lacks is found by phb_plan_check; a document that cannot be understood is refused here.
 *
 * A plan is a health record. No message, path or finding quotes its free text; only
 * phb_plan_to_json and phb_plan_chain give that back, to whoever holds the plan already.
 */
#ifndef PHB_PLAN_H
#define PHB_PLAN_H

#include <stddef.h>
#include <stdint.h>

#include <phb/budget.h>
#include <phb/context.h>
#include <phb/date.h>
#include <phb/text.h>

PHB_BEGIN_DECLS

/** Opaque, immutable. */
typedef struct phb_plan phb_plan;

/**
 * Reads a `phb-plan/1` document (docs/schema/phb-plan-1.json). `json` need not end in NUL.
 *
 * Errors: the first, in the order text (JSON_SYNTAX, UTF8, LIMIT), shape (JSON_SHAPE, DUPLICATE,
 * INCOMPLETE), meaning: DATE; RANGE for a number out of bounds, an NHS number that is none, a
 * cohort or kind of the budget that is not the plan's; DUPLICATE for an id said twice and for a
 * section that has content and says why it has none; NOT_FOUND for a reference to nothing; LIMIT;
 * whatever the budget in it is refused for; and ARGUMENT, MEMORY. The error has a byte offset, a
 * JSON Pointer and a sentence that quotes nothing of the document.
 * Ownership: the caller's, until phb_plan_free. Nothing of `json` is kept.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_plan_from_json(phb_context *context, const char *json, size_t size,
                                      phb_plan **out_plan, phb_error *error);

/**
 * Writes a plan as a document that phb_plan_from_json reads back as the same plan. It holds all
 * that was said, the NHS number too.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_plan_to_json(const phb_plan *plan, phb_text **out_text, phb_error *error);

/** Frees a plan, with the budget in it. NULL is ignored. Threads: one at a time. Since: 0.1 */
PHB_API void phb_plan_free(phb_plan *plan);

/**
 * The budget of a plan, to be costed or written like any other; its cohort and kind are the plan's.
 * NULL when the plan has none, or only says where it is, and for NULL.
 *
 * Ownership: lent, as long as the plan. A costing of it may be kept longer.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const phb_budget *phb_plan_budget(const phb_plan *plan);

/** How far a plan has come; 0 for NULL. Threads: any. Since: 0.1 */
PHB_API phb_plan_status phb_plan_status_of(const phb_plan *plan);

/** Why the person has a budget; 0 when that is not said, and for NULL. Threads: any. Since: 0.1 */
PHB_API phb_cohort phb_plan_cohort(const phb_plan *plan);

/** Ongoing or one-off; 0 when that is not said, and for NULL. Threads: any. Since: 0.1 */
PHB_API phb_kind phb_plan_kind(const phb_plan *plan);

/** The version; PHB_NUMBER_NONE when that is not said, and for NULL. Threads: any. Since: 0.1 */
PHB_API int64_t phb_plan_version(const phb_plan *plan);

/** When the person was born; PHB_DATE_NONE when that is not said, and for NULL. Threads: any.
 * Since: 0.1 */
PHB_API phb_date phb_plan_date_of_birth(const phb_plan *plan);

/**
 * The local reference of the person, an id by which a caseload tells its plans apart; NULL when
 * there is none, when it passes for an NHS number (which no result shows), and for NULL.
 *
 * Ownership: lent, as long as the plan.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const char *phb_plan_reference(const phb_plan *plan);

/** Bytes that phb_plan_nhs_number_masked writes at most, its NUL included. */
#define PHB_PLAN_NHS_NUMBER_SIZE 32

/**
 * The NHS number as it may be shown, with its last four digits alone: "••• ••• 5919"; "" when there
 * is none.
 *
 * Errors: ARGUMENT (NULL), RANGE (a buffer that is too small). The output is then untouched.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_plan_nhs_number_masked(const phb_plan *plan, char *out_text,
                                              size_t capacity);

/** Bytes that phb_plan_content_hash writes, its NUL included. */
#define PHB_PLAN_HASH_SIZE 65

/**
 * The SHA-256 of what is signed, as 64 hexadecimal digits: of the document that phb_plan_to_json
 * writes, without `sign_off`, `accepted` and `reviews.completed`. Kept in `sign_off.content_hash`,
 * it shows whether the plan was changed after it was signed.
 *
 * Errors: ARGUMENT (NULL), RANGE (a buffer that is too small), MEMORY. The output is then
 * untouched.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_plan_content_hash(const phb_plan *plan, char *out_hash, size_t capacity,
                                         phb_error *error);

/**
 * The context it was made with, NULL for the default one.
 *
 * Ownership: lent.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_context *phb_plan_context(const phb_plan *plan);

PHB_END_DECLS

#endif
