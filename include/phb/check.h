/**
 * @file
 * Is the money enough, lawful and explained? A costing is checked against the law, guidance and
 * local policy; what is wrong comes as a report of findings, never as an error.
 */
#ifndef PHB_CHECK_H
#define PHB_CHECK_H

#include <phb/costing.h>
#include <phb/report.h>

PHB_BEGIN_DECLS

/** How to check. Initialise with PHB_CHECK_OPTIONS_INIT. */
typedef struct phb_check_options {
    uint32_t size;  /**< sizeof(phb_check_options) of the caller */
    phb_date as_of; /**< optional: the day that the report says it looks from; the day of agreement,
                       else the first of the period. No rule of a budget depends on it. */
} phb_check_options;

#define PHB_CHECK_OPTIONS_INIT \
    { \
        sizeof(phb_check_options), PHB_DATE_NONE \
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
 * Errors: ARGUMENT, STRUCT, DATE, MEMORY; RANGE when a budget of 52 weeks, costed once more by days,
 * is more than can be counted.
 * Ownership: the caller's, until phb_report_free; the costing may be freed before it.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_costing_check(const phb_costing *costing, const phb_check_options *options,
                                     phb_report **out_report, phb_error *error);

PHB_END_DECLS

#endif
