/**
 * @file
 * Two costings beside each other: what differs, line by line, and why. The same person in two
 * years, a direct payment and what the body would arrange itself, the same budget before and after
 * a change of the law: the library does not ask which, and a budget does not say whose it is.
 */
#ifndef PHB_COMPARE_H
#define PHB_COMPARE_H

#include <phb/costing.h>

PHB_BEGIN_DECLS

/** Opaque, immutable. */
typedef struct phb_comparison phb_comparison;

/**
 * The tables of a comparison. What is on one side only has no amount on the other; a difference is
 * after less before. `cause` is "" where there is no difference, else one or more of these words in
 * this order, joined by commas: added, removed, one_off, dates, period, weeks, hours, quantity,
 * rate, terms, membership, letter, claim, law, policy, costs, other (docs/command-line.md).
 */
typedef enum phb_comparison_part {
    PHB_COMPARISON_LINES = 1,  /**< of, category, before, after, difference, cause, step_before,
                                    step_after, why; all lines of one of and category are a row */
    PHB_COMPARISON_TOTALS = 2, /**< total, key, before, after, difference, step_before, step_after
                                */
    PHB_COMPARISON_NOTES = 3   /**< rule, message */
} phb_comparison_part;

/**
 * Compares two costings. Lines are matched by `of` and `category`; the causes are found by holding
 * against each other what the two budgets say of that part, and by which law and policy they were
 * costed. Steps are those of the costing, where a row is one line of it and it was costed with a
 * trace.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_comparison_free; the costings may be freed before it.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_costing_compare(const phb_costing *before, const phb_costing *after,
                                       phb_comparison **out_comparison, phb_error *error);

/** Frees a comparison. NULL is ignored. Threads: one at a time. Since: 0.1 */
PHB_API void phb_comparison_free(phb_comparison *comparison);

/**
 * One table of a comparison; NULL for an unknown part or a NULL comparison.
 *
 * Ownership: lent, as long as the comparison.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const phb_table *phb_comparison_table(const phb_comparison *comparison,
                                              phb_comparison_part part);

/**
 * The context it was made with, NULL for the default one.
 *
 * Ownership: lent.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_context *phb_comparison_context(const phb_comparison *comparison);

PHB_END_DECLS

#endif
