/**
 * @file
 * What a budget costs: every line, the payslips behind them, the totals, and why each figure is
 * what it is. A costing is immutable and keeps what it needs of the budget and the rates it came
 * from.
 */
#ifndef PHB_COSTING_H
#define PHB_COSTING_H

#include <phb/budget.h>
#include <phb/policy.h>
#include <phb/rates.h>
#include <phb/render.h>
#include <phb/table.h>
#include <phb/text.h>

PHB_BEGIN_DECLS

/** Opaque, immutable. */
typedef struct phb_costing phb_costing;

/** Which steps a costing keeps, so that its figures can be explained. */
typedef enum phb_trace {
    PHB_TRACE_NONE = 0,
    PHB_TRACE_FIGURES = 1, /**< of lines, payslips and totals */
    PHB_TRACE_ALL = 2      /**< of instalments too: some for each line and instalment */
} phb_trace;

/** How to cost. Initialise with PHB_COST_OPTIONS_INIT. */
typedef struct phb_cost_options {
    uint32_t size;              /**< sizeof(phb_cost_options) of the caller */
    phb_trace trace;            /**< which steps to keep; INIT says PHB_TRACE_FIGURES */
    int32_t refuse_provisional; /**< 1: a figure that needs the law of a day past the last one held
                                   is PHB_ERROR_RATE_NOT_IN_FORCE; INIT says 0 */
    phb_date law_on;            /**< optional: cost every day by the law of this one */
    const phb_policy *policy;   /**< optional: for what the budget leaves unsaid; kept */
} phb_cost_options;

#define PHB_COST_OPTIONS_INIT \
    { \
        sizeof(phb_cost_options), PHB_TRACE_FIGURES, 0, PHB_DATE_NONE, NULL \
    }

/**
 * The function twin of PHB_COST_OPTIONS_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_cost_options_init(phb_cost_options *options, uint32_t size);

/**
 * Costs a budget: each day by the law of that day, each figure rounded by a named rule. Past the
 * last day whose law is held, announced values are used and the others carried, for at most two
 * years; such lines are marked provisional.
 *
 * Errors: ARGUMENT, STRUCT, MEMORY; INCOMPLETE, DUPLICATE, DATE, RANGE, NOT_FOUND, LIMIT when a
 * budget that was built call by call
 * does not hold together (the path says where); RATE_NOT_IN_FORCE for a period outside the years
 * held; RANGE for a sum beyond PHB_PENCE_MAX.
 * Ownership: the caller's, until phb_costing_free. NULL rates are the built-in ones, NULL options
 * the defaults.
 * Threads: any, while nobody changes the budget.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_cost(const phb_budget *budget, const phb_rates *rates,
                                   const phb_cost_options *options, phb_costing **out_costing,
                                   phb_error *error);

/** Frees a costing. NULL is ignored. Threads: one at a time. Since: 0.1 */
PHB_API void phb_costing_free(phb_costing *costing);

/** The total of the budget in pence; 0 for NULL. Threads: any. Since: 0.1 */
PHB_API phb_pence phb_costing_total_pence(const phb_costing *costing);

/**
 * Does any line rest on a value that is announced or carried? 0 no, 1 yes.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API int32_t phb_costing_is_provisional(const phb_costing *costing);

/** The first day of the period, PHB_DATE_NONE for NULL. Threads: any. Since: 0.1 */
PHB_API phb_date phb_costing_start(const phb_costing *costing);

/** The last day of the period, PHB_DATE_NONE for NULL. Threads: any. Since: 0.1 */
PHB_API phb_date phb_costing_end(const phb_costing *costing);

/**
 * The edition of the rates used.
 *
 * Ownership: lent, as long as the costing.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const char *phb_costing_rates_edition(const phb_costing *costing);

/**
 * The edition of the policy used, such as "north/3"; "" for none.
 *
 * Ownership: lent, as long as the costing.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const char *phb_costing_policy_edition(const phb_costing *costing);

/**
 * The context it was made with, NULL for the default one.
 *
 * Ownership: lent.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_context *phb_costing_context(const phb_costing *costing);

/** The tables of a costing. Columns and their units: docs/c-api.md. */
typedef enum phb_costing_part {
    PHB_COSTING_LINES =
        1, /**< id, of, category, start, end, amount, one_off, deployment, provisional, step */
    PHB_COSTING_PAYSLIPS =
        2, /**< of, start, end, frequency, basic, leave, gross, employer_ni, pension,
                ni_letter, pension_member, slips_numerator, slips_denominator, step */
    PHB_COSTING_TOTALS =
        3, /**< total, key, amount, step: by_category pay, by_deployment notional, … */
    PHB_COSTING_NOTES = 4,      /**< rule, at, message: what was assumed or carried */
    PHB_COSTING_STEPS = 5,      /**< parent, op, rule, label, value, denominator, unit, rounding,
                                   rate_key, rate_from,  certainty, source, same_as */
    PHB_COSTING_INSTALMENTS = 6 /**< on, amount, step: of the direct payment */
} phb_costing_part;

/**
 * One table of a costing; NULL for an unknown part or a NULL costing. Without a trace the steps are
 * empty and every `step` is -1.
 *
 * Ownership: lent, as long as the costing.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const phb_table *phb_costing_table(const phb_costing *costing, phb_costing_part part);

/**
 * Writes a costing as a `phb-costing/1` document, with its steps if asked and if there are any.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_costing_to_json(const phb_costing *costing, int32_t with_steps,
                                       phb_text **out_text, phb_error *error);

/**
 * Prints a costing for people: payslips, lines with subtotals, totals, instalments, notes.
 *
 * Errors: ARGUMENT (PHB_FORMAT_CSV or PHB_FORMAT_ICALENDAR, which a whole costing has no form in), MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_costing_render(const phb_costing *costing, phb_format format,
                                      phb_text **out_text, phb_error *error);

/**
 * Explains one line, step by step, with every rate's source, so that somebody with a calculator can
 * follow. With a NULL `line_id` the whole budget: every line, then every total.
 *
 * Errors: ARGUMENT, NOT_FOUND (no line of that id), INCOMPLETE (costed without a trace), MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_costing_explain(const phb_costing *costing, const char *line_id,
                                       phb_text **out_text, phb_error *error);

/**
 * The same in another format: as text, or in HTML as lists inside one another.
 *
 * Errors: ARGUMENT (a format that is not PHB_FORMAT_TEXT, PHB_FORMAT_HTML or PHB_FORMAT_HTML_PAGE),
 * NOT_FOUND, INCOMPLETE, MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_costing_explain_render(const phb_costing *costing, const char *line_id,
                                              phb_format format, phb_text **out_text,
                                              phb_error *error);

PHB_END_DECLS

#endif
