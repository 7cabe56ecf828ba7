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

bool
subject_open(const char *name, struct subject *out)
{
    struct document document;
    phb_error error = PHB_ERROR_INIT;
    phb_document kind = (phb_document)0;
    *out = (struct subject){.name = name};
    if (!document_read(name, &document)) {
        return false;
    }
    phb_status status = phb_document_of(NULL, document.bytes, document.size, &kind, &error);
    if (status == PHB_OK && kind == PHB_DOCUMENT_PLAN) {
        status = phb_plan_from_json(NULL, document.bytes, document.size, &out->plan, &error);
    } else if (status == PHB_OK) {
        status = phb_budget_from_json(NULL, document.bytes, document.size, &out->own, &error);
        name_both_formats(&error);
    }
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
subject_budget(const struct subject *subject)
{
    const phb_budget *budget = subject->own ? subject->own : phb_plan_budget(subject->plan);
    if (!budget) {
        fprintf(stderr, "phb: %s: the plan holds no budget\n", subject->name);
    }
    return budget;
}

void
report_budget_error(const struct subject *subject, const phb_error *error)
{
    phb_error placed = *error;
    if (subject->plan && !subject->own) {
        (void)snprintf(placed.path, sizeof placed.path, "/budget%.*s",
                       (int)(sizeof placed.path - sizeof "/budget"), error->path);
    }
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

phb_plan *
plan_open(const char *name)
{
    struct document document;
    phb_error error = PHB_ERROR_INIT;
    phb_document kind = (phb_document)0;
    phb_plan *plan = NULL;
    if (!document_read(name, &document)) {
        return NULL;
    }
    phb_status status = phb_document_of(NULL, document.bytes, document.size, &kind, &error);
    if (status == PHB_OK && kind == PHB_DOCUMENT_PLAN) {
        status = phb_plan_from_json(NULL, document.bytes, document.size, &plan, &error);
    } else if (status == PHB_OK) {
        fprintf(stderr, "phb: %s: this is no plan: its format must be phb-plan/1\n", name);
    }
    if (status != PHB_OK) {
        report_error(name, &error);
    }
    document_free(&document);
    return plan;
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
