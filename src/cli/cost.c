/* phb cost FILE: what a budget costs, and why. */

#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/document.h"
#include "cli/options.h"

static const struct {
    const char *name;
    phb_costing_part part;
} tables[] = {{"lines", PHB_COSTING_LINES},
              {"payslips", PHB_COSTING_PAYSLIPS},
              {"totals", PHB_COSTING_TOTALS},
              {"notes", PHB_COSTING_NOTES},
              {"steps", PHB_COSTING_STEPS}};

static const phb_table *
table_called(const phb_costing *costing, const char *name)
{
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        if (strcmp(tables[i].name, name) == 0) {
            return phb_costing_table(costing, tables[i].part);
        }
    }
    return NULL;
}

static phb_status
make_output(const phb_costing *costing, const struct options *options, phb_text **out_text,
            phb_error *error)
{
    if (options->output == OUTPUT_JSON) {
        return phb_costing_to_json(costing, options->explain != NULL, out_text, error);
    }
    if (options->output == OUTPUT_CSV) {
        const phb_table *table = table_called(costing, options->table ? options->table : "lines");
        return phb_table_render(NULL, table, PHB_FORMAT_CSV, out_text, error);
    }
    if (options->explain) {
        return phb_costing_explain(costing, options->explain, out_text, error);
    }
    return phb_costing_render(costing, PHB_FORMAT_TEXT, out_text, error);
}

static phb_status
read_rates(const struct options *options, phb_rates **out_rates, phb_error *error)
{
    struct document document;
    if (!document_read(options->rates, &document)) {
        return PHB_ERROR_NOT_FOUND;
    }
    phb_status status =
        phb_rates_overlay_json(NULL, NULL, document.bytes, document.size, out_rates, error);
    document_free(&document);
    if (status != PHB_OK) {
        report_error(options->rates, error);
    }
    return status;
}

static int
cost(const struct document *document, const phb_rates *rates, const struct options *options)
{
    phb_error error = PHB_ERROR_INIT;
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_text *text = NULL;
    phb_status status =
        phb_budget_from_json(NULL, document->bytes, document->size, &budget, &error);
    if (status == PHB_OK) {
        status = phb_budget_cost(budget, rates, NULL, &costing, &error);
    }
    if (status == PHB_OK) {
        status = make_output(costing, options, &text, &error);
    }
    phb_costing_free(costing);
    phb_budget_free(budget);
    if (status != PHB_OK) {
        report_error(document->name, &error);
        return EXIT_UNREADABLE;
    }
    return print_text(text) ? EXIT_FINE : EXIT_UNREADABLE;
}

int
command_cost(int count, char **arguments)
{
    struct options options;
    if (!options_read(count, arguments, TAKES_EXPLAIN | TAKES_RATES | TAKES_TABLE, &options)) {
        return EXIT_USAGE;
    }
    bool is_known = !options.table;
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        is_known = is_known || strcmp(tables[i].name, options.table) == 0;
    }
    if (!options.subject || !is_known) {
        fprintf(stderr, options.subject
                            ? "phb: --table must be lines, payslips, totals, notes or steps\n"
                            : "phb: cost needs a file, or - for standard input\n");
        return EXIT_USAGE;
    }
    phb_error error = PHB_ERROR_INIT;
    phb_rates *rates = NULL;
    if (options.rates && read_rates(&options, &rates, &error) != PHB_OK) {
        return EXIT_UNREADABLE;
    }
    struct document document;
    int status = EXIT_UNREADABLE;
    if (document_read(options.subject, &document)) {
        status = cost(&document, rates, &options);
        document_free(&document);
    }
    phb_rates_unref(rates);
    return status;
}
