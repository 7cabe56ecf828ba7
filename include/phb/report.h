/**
 * @file
 * Findings: what of a budget or a plan breaks a rule, lacks something or is worth knowing. A
 * finding is not an error; all of them come at once, in a fixed order.
 */
#ifndef PHB_REPORT_H
#define PHB_REPORT_H

#include <stdint.h>

#include <phb/context.h>
#include <phb/date.h>
#include <phb/render.h>
#include <phb/table.h>
#include <phb/text.h>

PHB_BEGIN_DECLS

/** Opaque, immutable. */
typedef struct phb_report phb_report;

/** How much a finding matters, the worst first. */
typedef enum phb_severity {
    PHB_SEVERITY_BREACH = 1,  /**< a statute or regulation is broken, for this deployment */
    PHB_SEVERITY_GAP = 2,     /**< something the body needs before it can agree is missing */
    PHB_SEVERITY_WARNING = 3, /**< guidance or local policy */
    PHB_SEVERITY_NOTE = 4     /**< worth knowing */
} phb_severity;

/**
 * The tables of a report. Findings come in the order of the catalogue of rules; `actual` and
 * `limit` are whole numbers of the `unit` (pence, minutes, days, ppm; date: days since 1 January
 * 1970), and none where the unit is "none".
 */
typedef enum phb_report_part {
    PHB_REPORT_FINDINGS = 1, /**< rule, severity, section, at, message, fix, source, arguments,
                                actual, limit, unit, accepted */
    PHB_REPORT_SECTIONS = 2  /**< section, state, findings */
} phb_report_part;

/**
 * What a report found in one section, or in all of them for NULL, that is as bad as `severity` or
 * worse, as a report of its own: what is left out is not counted in it.
 *
 * Errors: ARGUMENT, NOT_FOUND (there is no section of that name), MEMORY.
 * Ownership: the caller's, until phb_report_free; the first report may be freed before it.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_report_select(const phb_report *report, const char *section,
                                     phb_severity severity, phb_report **out_report,
                                     phb_error *error);

/** Frees a report. NULL is ignored. Threads: one at a time. Since: 0.1 */
PHB_API void phb_report_free(phb_report *report);

/**
 * One table of a report; NULL for an unknown part or a NULL report. `arguments` are a JSON object:
 * with them and the rule a host can use words of its own.
 *
 * Ownership: lent, as long as the report.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const phb_table *phb_report_table(const phb_report *report, phb_report_part part);

/** The severity of the worst finding that was not accepted; 0 when there is none, and for NULL.
 * Threads: any. Since: 0.1 */
PHB_API phb_severity phb_report_worst(const phb_report *report);

/**
 * The row of the finding to act on first: of the worst, the one that stands first in the report.
 * -1 when nothing is above a note, and for NULL.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API int32_t phb_report_next(const phb_report *report);

/** How many findings have a severity and were not accepted; 0 for NULL. Threads: any. Since: 0.1 */
PHB_API int32_t phb_report_count(const phb_report *report, phb_severity severity);

/** The day the report looks from; PHB_DATE_NONE for a plan that says no day to look from, and for
 * NULL. Threads: any. Since: 0.1 */
PHB_API phb_date phb_report_as_of(const phb_report *report);

/**
 * The edition of the rates it rests on; "" for NULL.
 *
 * Ownership: lent, as long as the report.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const char *phb_report_rates_edition(const phb_report *report);

/**
 * Name and version of the policy it rests on; "" for none, and for NULL.
 *
 * Ownership: lent, as long as the report.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const char *phb_report_policy_edition(const phb_report *report);

/**
 * The context it was made with, NULL for the default one.
 *
 * Ownership: lent.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_context *phb_report_context(const phb_report *report);

/**
 * Writes a report as a `phb-report/1` document.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_report_to_json(const phb_report *report, phb_text **out_text,
                                      phb_error *error);

/**
 * Prints a report for people. As text: the state of each section, what to do first, then all
 * findings, the worst first. As Markdown: the same, with the findings as a table. As CSV: that
 * table with all its columns.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_report_render(const phb_report *report, phb_format format,
                                     phb_text **out_text, phb_error *error);

/**
 * The catalogue of rules as a table: rule, section, title, severity, message, fix, source, basis,
 * arguments.
 * `severity` is the worst a rule can be, or names it for each deployment it applies to; `basis` is
 * law, law_read_in_2010, guidance or local. Words in braces are the names of arguments;
 * `arguments` has each of them with its kind, such as "of text, cost pence".
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_table_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_rules_table(phb_context *context, phb_table **out_table, phb_error *error);

PHB_END_DECLS

#endif
