/**
 * @file
 * The chain of a plan: each need with its outcomes, the actions towards them, and what pays for
 * those; and what hangs on nothing. It shows people their own words, so it is as private as the
 * plan.
 */
#ifndef PHB_CHAIN_H
#define PHB_CHAIN_H

#include <phb/check.h>
#include <phb/plan.h>
#include <phb/render.h>
#include <phb/table.h>
#include <phb/text.h>

PHB_BEGIN_DECLS

/** Opaque, immutable. */
typedef struct phb_chain phb_chain;

/**
 * Follows the links of a plan, and costs its budget to say what each assistant and line costs in
 * the period, net of the Employment Allowance. Of the options the policy is used.
 *
 * Errors: ARGUMENT, STRUCT, MEMORY; and those of phb_budget_cost for its budget, placed under
 * /budget.
 * Ownership: the caller's, until phb_chain_free; the plan may be freed before it. NULL rates are
 * the built-in ones, NULL options the defaults.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_plan_chain(const phb_plan *plan, const phb_rates *rates,
                                  const phb_check_options *options, phb_chain **out_chain,
                                  phb_error *error);

/** Frees a chain. NULL is ignored. Threads: one at a time. Since: 0.1 */
PHB_API void phb_chain_free(phb_chain *chain);

/**
 * The chain as a table, a row a link, each behind the one it hangs on: level (need, outcome,
 * action, cost), id, parent (the row it hangs on), words (what the plan says; of a cost, what it is
 * for), amount and agreed (of a cost), free, lacks_above and lacks_below (need, outcome, action,
 * cost or money: what is missing on either side), same_as (the row where the same is shown with its
 * words, its amount and all that hangs on it). NULL for NULL.
 *
 * Ownership: lent, as long as the chain.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const phb_table *phb_chain_table(const phb_chain *chain);

/**
 * The context it was made with, NULL for the default one.
 *
 * Ownership: lent.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_context *phb_chain_context(const phb_chain *chain);

/**
 * Writes a chain as a `phb-chain/1` document: the rows of its table.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_chain_to_json(const phb_chain *chain, phb_text **out_text, phb_error *error);

/**
 * Prints a chain for people: as text the links below one another, then what hangs on nothing; in
 * HTML as lists inside one another; as CSV and Markdown its table.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_chain_render(const phb_chain *chain, phb_format format, phb_text **out_text,
                                    phb_error *error);

PHB_END_DECLS

#endif
