/**
 * @file
 * The local rules of an integrated care board: contingency, notice, audits, pay ranges, categories
 * of its own. A policy supplies what a budget leaves unsaid and sets the limits that a check uses;
 * it never changes a figure by itself and can never be laxer than the law. docs/policy.md says what
 * goes before what.
 */
#ifndef PHB_POLICY_H
#define PHB_POLICY_H

#include <stddef.h>

#include <phb/context.h>
#include <phb/text.h>

PHB_BEGIN_DECLS

/** Opaque, immutable, counted by reference. NULL is no policy wherever one may be given. */
typedef struct phb_policy phb_policy;

/**
 * Reads a `phb-policy/1` document (docs/schema/phb-policy-1.json). `json` need not end in NUL.
 *
 * Errors: the first, in the order text (JSON_SYNTAX, UTF8, LIMIT), shape (JSON_SHAPE, DUPLICATE,
 * INCOMPLETE), meaning: DATE; RANGE for a number out of bounds, and for a policy that contradicts
 * itself or is laxer than the law (a first review later than three months, a further one than
 * twelve); DUPLICATE for a role or a category said twice; NOT_FOUND for a forbidden category that
 * there is not; LIMIT; and ARGUMENT, MEMORY. The error has a byte offset, a JSON Pointer and a
 * sentence that quotes nothing of the document.
 * Ownership: the caller's, until phb_policy_unref. Nothing of `json` is kept.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_policy_from_json(phb_context *context, const char *json, size_t size,
                                        phb_policy **out_policy, phb_error *error);

/**
 * Writes a policy as a document that phb_policy_from_json reads back as the same policy.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_policy_to_json(const phb_policy *policy, phb_text **out_text,
                                      phb_error *error);

/** Takes another reference; NULL stays NULL. Threads: any. Since: 0.1 */
PHB_API phb_policy *phb_policy_ref(phb_policy *policy);

/** Gives a reference back; NULL is ignored. Threads: any. Since: 0.1 */
PHB_API void phb_policy_unref(phb_policy *policy);

/**
 * Name and version, such as "north/3"; "" for NULL.
 *
 * Ownership: lent, as long as the policy.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const char *phb_policy_edition(const phb_policy *policy);

PHB_END_DECLS

#endif
