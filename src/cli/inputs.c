#include "cli/inputs.h"

#include <stdio.h>
#include <string.h>

#include "cli/document.h"

static phb_rates *
rates_open(const char *name)
{
    struct document document;
    phb_error error = PHB_ERROR_INIT;
    phb_rates *rates = NULL;
    if (!document_read(name, &document)) {
        return NULL;
    }
    if (phb_rates_overlay_json(NULL, NULL, document.bytes, document.size, &rates, &error) !=
        PHB_OK) {
        report_error(name, &error);
    }
    document_free(&document);
    return rates;
}

static phb_policy *
policy_open(const char *name)
{
    struct document document;
    phb_error error = PHB_ERROR_INIT;
    phb_policy *policy = NULL;
    if (!document_read(name, &document)) {
        return NULL;
    }
    if (phb_policy_from_json(NULL, document.bytes, document.size, &policy, &error) != PHB_OK) {
        report_error(name, &error);
    }
    document_free(&document);
    return policy;
}

/* ---- plans and budgets ---- */

/* What is neither is refused as a budget, but it might have been either. */
static void
name_both_formats(phb_error *error)
{
    if (strcmp(error->path, "/format") == 0) {
        (void)snprintf(error->message, sizeof error->message,
                       "format must be phb-plan/1 or phb-budget/1");
    }
}

static phb_status
fail(phb_error *error, phb_status status, const char *path, const char *message)
{
    error->status = status;
    (void)snprintf(error->path, sizeof error->path, "%s", path);
    (void)snprintf(error->message, sizeof error->message, "%s", message);
    return status;
}

phb_status
subject_read(const char *bytes, size_t size, phb_document kind, struct subject *out,
             phb_error *error)
{
    phb_document named = (phb_document)0;
    if (kind == PHB_DOCUMENT_PLAN &&
        phb_plan_from_json(NULL, bytes, size, &out->plan, NULL) == PHB_OK) {
        return PHB_OK;
    }
    if (kind == PHB_DOCUMENT_BUDGET &&
        phb_budget_from_json(NULL, bytes, size, &out->own, NULL) == PHB_OK) {
        return PHB_OK;
    }
    phb_status status = phb_document_of(NULL, bytes, size, &named, error);
    if (status == PHB_OK && named == PHB_DOCUMENT_PLAN) {
        status = phb_plan_from_json(NULL, bytes, size, &out->plan, error);
    } else if (status == PHB_OK) {
        status = phb_budget_from_json(NULL, bytes, size, &out->own, error);
        name_both_formats(error);
    }
    return status;
}

bool
subject_open(const char *name, struct subject *out)
{
    struct document document;
    phb_error error = PHB_ERROR_INIT;
    *out = (struct subject){.name = name};
    if (!document_read(name, &document)) {
        return false;
    }
    phb_status status = subject_read(document.bytes, document.size, (phb_document)0, out, &error);
    if (status != PHB_OK) {
        report_error(name, &error);
    }
    document_free(&document);
    return status == PHB_OK;
}

void
subject_close(struct subject *subject)
{
    phb_plan_free(subject->plan);
    phb_budget_free(subject->own);
}

const phb_budget *
subject_budget_of(const struct subject *subject)
{
    return subject->own ? subject->own : phb_plan_budget(subject->plan);
}

phb_status
fail_without_budget(phb_error *error)
{
    return fail(error, PHB_ERROR_INCOMPLETE, "", "the plan holds no budget");
}

const phb_budget *
subject_budget(const struct subject *subject)
{
    phb_error error = PHB_ERROR_INIT;
    const phb_budget *budget = subject_budget_of(subject);
    if (!budget) {
        (void)fail_without_budget(&error);
        report_error(subject->name, &error);
    }
    return budget;
}

void
place_budget_error(const struct subject *subject, phb_error *error)
{
    char path[sizeof error->path];
    if (subject->plan && !subject->own) {
        (void)snprintf(path, sizeof path, "/budget%.*s", (int)(sizeof path - sizeof "/budget"),
                       error->path);
        memcpy(error->path, path, sizeof path);
    }
}

void
report_budget_error(const struct subject *subject, const phb_error *error)
{
    phb_error placed = *error;
    place_budget_error(subject, &placed);
    report_error(subject->name, &placed);
}

bool
subject_move_on(struct subject *subject)
{
    phb_error error = PHB_ERROR_INIT;
    phb_budget *next = NULL;
    const phb_budget *budget = subject_budget(subject);
    if (!budget) {
        return false;
    }
    if (phb_budget_next_year(budget, &next, &error) != PHB_OK) {
        report_budget_error(subject, &error);
        return false;
    }
    phb_budget_free(subject->own);
    subject->own = next;
    return true;
}

phb_status
plan_read(const char *bytes, size_t size, phb_plan **out_plan, phb_error *error)
{
    phb_document kind = (phb_document)0;
    if (phb_plan_from_json(NULL, bytes, size, out_plan, NULL) == PHB_OK) {
        return PHB_OK;
    }
    phb_status status = phb_document_of(NULL, bytes, size, &kind, error);
    if (status == PHB_OK && kind == PHB_DOCUMENT_PLAN) {
        return phb_plan_from_json(NULL, bytes, size, out_plan, error);
    }
    return status != PHB_OK ? status
                            : fail(error, PHB_ERROR_JSON_SHAPE, "",
                                   "this is no plan: its format must be phb-plan/1");
}

phb_plan *
plan_open(const char *name)
{
    struct document document;
    phb_error error = PHB_ERROR_INIT;
    phb_plan *plan = NULL;
    if (!document_read(name, &document)) {
        return NULL;
    }
    if (plan_read(document.bytes, document.size, &plan, &error) != PHB_OK) {
        report_error(name, &error);
    }
    document_free(&document);
    return plan;
}

/* ---- a check ---- */

static phb_status
check_budget(const phb_budget *budget, const struct inputs *inputs, const phb_check_options *how,
             phb_report **out_report, phb_error *error)
{
    phb_costing *costing = NULL;
    phb_cost_options costed = PHB_COST_OPTIONS_INIT;
    costed.trace = PHB_TRACE_NONE;
    costed.policy = inputs->policy;
    phb_status status = phb_budget_cost(budget, inputs->rates, &costed, &costing, error);
    if (status == PHB_OK) {
        status = phb_costing_check(costing, how, out_report, error);
    }
    phb_costing_free(costing);
    return status;
}

phb_status
subject_check(const struct subject *subject, const phb_plan *superseded,
              const struct inputs *inputs, phb_date as_of, phb_report **out_report,
              phb_error *error)
{
    phb_check_options how = PHB_CHECK_OPTIONS_INIT;
    how.as_of = as_of;
    if (!subject->plan) {
        return check_budget(subject->own, inputs, &how, out_report, error);
    }
    how.policy = inputs->policy;
    how.superseded = superseded;
    return phb_plan_check(subject->plan, inputs->rates, &how, out_report, error);
}

/* ---- all of them ---- */

bool
inputs_open(const struct options *options, struct inputs *out)
{
    *out = (struct inputs){NULL, NULL};
    if (options->rates) {
        out->rates = rates_open(options->rates);
    }
    if (options->policy && (out->rates || !options->rates)) {
        out->policy = policy_open(options->policy);
    }
    bool has_rates = out->rates || !options->rates;
    bool has_policy = out->policy || !options->policy;
    if (!has_rates || !has_policy) {
        inputs_close(out);
        return false;
    }
    return true;
}

void
inputs_close(struct inputs *inputs)
{
    phb_rates_unref(inputs->rates);
    phb_policy_unref(inputs->policy);
}

phb_format
format_of(enum output output)
{
    static const phb_format formats[] = {[OUTPUT_TEXT] = PHB_FORMAT_TEXT,
                                         [OUTPUT_CSV] = PHB_FORMAT_CSV,
                                         [OUTPUT_MARKDOWN] = PHB_FORMAT_MARKDOWN,
                                         [OUTPUT_HTML] = PHB_FORMAT_HTML_PAGE};
    return formats[output];
}

phb_status
make_table(const phb_table *table, enum output output, phb_text **out_text, phb_error *error)
{
    return output == OUTPUT_JSON
               ? phb_table_to_json(NULL, table, out_text, error)
               : phb_table_render(NULL, table, format_of(output), out_text, error);
}
