#include "cli/inputs.h"

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

phb_budget *
budget_open(const char *name)
{
    struct document document;
    phb_error error = PHB_ERROR_INIT;
    phb_budget *budget = NULL;
    if (!document_read(name, &document)) {
        return NULL;
    }
    if (phb_budget_from_json(NULL, document.bytes, document.size, &budget, &error) != PHB_OK) {
        report_error(name, &error);
    }
    document_free(&document);
    return budget;
}

bool
budget_move_on(phb_budget **budget, const char *name)
{
    phb_error error = PHB_ERROR_INIT;
    phb_budget *next = NULL;
    if (phb_budget_next_year(*budget, &next, &error) != PHB_OK) {
        report_error(name, &error);
        return false;
    }
    phb_budget_free(*budget);
    *budget = next;
    return true;
}

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

phb_status
make_table(const phb_table *table, enum output output, phb_text **out_text, phb_error *error)
{
    static const phb_format formats[] = {[OUTPUT_TEXT] = PHB_FORMAT_TEXT,
                                         [OUTPUT_CSV] = PHB_FORMAT_CSV,
                                         [OUTPUT_MARKDOWN] = PHB_FORMAT_MARKDOWN};
    return output == OUTPUT_JSON ? phb_table_to_json(NULL, table, out_text, error)
                                 : phb_table_render(NULL, table, formats[output], out_text, error);
}
