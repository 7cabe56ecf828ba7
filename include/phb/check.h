/**
 * @file
 * Is the money enough, lawful and explained, and is the plan whole? A costing or a plan is checked
 * against the law, guidance and local policy; what is wrong comes as a report of findings, never as
 * an error.
 */
#ifndef PHB_CHECK_H
#define PHB_CHECK_H

#include <phb/costing.h>
#include <phb/plan.h>
#include <phb/policy.h>
#include <phb/rates.h>
#include <phb/report.h>

PHB_BEGIN_DECLS

/** How to check. Initialise with PHB_CHECK_OPTIONS_INIT. */
typedef struct phb_check_options {
    uint32_t size;  /**< sizeof(phb_check_options) of the caller */
    phb_date as_of; /**< optional: the day that the report looks from; of a costing the day of
                       agreement, else the first of the period; of a plan the last sign-off, else
                       the first of its budget's period, else that of the first assessment that
                       has one. No rule of a budget depends on it. */
    const phb_policy *policy;   /**< optional, for a plan: local rules; a costing has its own */
    const phb_plan *superseded; /**< optional, for a plan: the one it takes the place of */
} phb_check_options;

#define PHB_CHECK_OPTIONS_INIT \
    { \
        sizeof(phb_check_options), PHB_DATE_NONE, NULL, NULL \
    }

/**
 * The function twin of PHB_CHECK_OPTIONS_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_check_options_init(phb_check_options *options, uint32_t size);

/**
 * Checks the budget that a costing was made of, with the rates and the policy it was made with. All
 * findings come at once, in the order of the catalogue (docs/rules.md).
 *
 * Errors: ARGUMENT (options that are for plans, too), STRUCT, DATE, MEMORY; RANGE when a budget of
 * 52 weeks, costed once more by days, is more than can be counted.
 * Ownership: the caller's, until phb_report_free; the costing may be freed before it.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_costing_check(const phb_costing *costing, const phb_check_options *options,
                                     phb_report **out_report, phb_error *error);

/**
 * Checks a plan against its ten essential sections, all that links them, and the conditions of the
 * law; costs the budget in it and checks that too. All findings come at once, in the order of the
 * catalogue (docs/rules.md), with the state of each section. How much each matters depends on how
 * far the plan has come and on how its money is held. Findings that the plan says were accepted are
 * listed and not counted; a breach cannot be.
 *
 * Errors: ARGUMENT, STRUCT, DATE, MEMORY; and those of phb_budget_cost for its budget, placed under
 * /budget.
 * Ownership: the caller's, until phb_report_free; the plan may be freed before it. NULL rates are
 * the built-in ones, NULL options the defaults.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_plan_check(const phb_plan *plan, const phb_rates *rates,
                                  const phb_check_options *options, phb_report **out_report,
                                  phb_error *error);

PHB_END_DECLS

#endif
