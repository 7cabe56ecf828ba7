/* phb cost FILE: what a budget costs, and why. */

#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/document.h"
#include "cli/inputs.h"

static const struct {
    const char *name;
    phb_costing_part part;
} tables[] = {{"lines", PHB_COSTING_LINES},   {"payslips", PHB_COSTING_PAYSLIPS},
              {"totals", PHB_COSTING_TOTALS}, {"instalments", PHB_COSTING_INSTALMENTS},
              {"notes", PHB_COSTING_NOTES},   {"steps", PHB_COSTING_STEPS}};

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
    if (options->table || options->output == OUTPUT_CSV) {
        const phb_table *table = table_called(costing, options->table ? options->table : "lines");
        return make_table(table, options->output, out_text, error);
    }
    if (options->output == OUTPUT_JSON) {
        return phb_costing_to_json(costing, options->explain != NULL, out_text, error);
    }
    if (options->explain) {
        bool is_all = strcmp(options->explain, "all") == 0;
        return phb_costing_explain_render(costing, is_all ? NULL : options->explain,
                                          format_of(options->output), out_text, error);
    }
    return phb_costing_render(costing, format_of(options->output), out_text, error);
}

/* Steps of instalments are many: they are kept when they are to be seen. */
static phb_trace
trace_for(const struct options *options)
{
    const char *table = options->table ? options->table : "";
    bool are_shown = strcmp(table, "steps") == 0 || strcmp(table, "instalments") == 0;
    bool is_with_steps = options->output == OUTPUT_JSON && options->explain;
    return are_shown || is_with_steps ? PHB_TRACE_ALL : PHB_TRACE_FIGURES;
}

static int
cost(const struct subject *subject, const struct inputs *inputs, const struct options *options)
{
    const phb_budget *budget = subject_budget(subject);
    phb_error error = PHB_ERROR_INIT;
    phb_costing *costing = NULL;
    phb_text *text = NULL;
    phb_cost_options how = PHB_COST_OPTIONS_INIT;
    if (!budget) {
        return EXIT_UNREADABLE;
    }
    how.trace = trace_for(options);
    how.law_on = options->on;
    how.policy = inputs->policy;
    phb_status status = phb_budget_cost(budget, inputs->rates, &how, &costing, &error);
    if (status == PHB_OK) {
        status = make_output(costing, options, &text, &error);
    }
    phb_costing_free(costing);
    if (status != PHB_OK) {
        report_budget_error(subject, &error);
        return EXIT_UNREADABLE;
    }
    return print_text(text) ? EXIT_FINE : EXIT_UNREADABLE;
}

/* What goes together; NULL, or what is wrong. */
static const char *
fault_of(const struct options *options)
{
    bool is_known = !options->table;
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        is_known = is_known || strcmp(tables[i].name, options->table) == 0;
    }
    if (!options->subject) {
        return "cost needs a file, or - for standard input";
    }
    if (!is_known) {
        return "--table must be lines, payslips, totals, instalments, notes or steps";
    }
    if (options->explain && options->table) {
        return "--explain gives a whole page, --table one table: ask for one of them";
    }
    if (options->explain && (options->output == OUTPUT_CSV || options->output == OUTPUT_MARKDOWN)) {
        return "--explain gives text or html, or with --format json the steps; for csv and "
               "markdown there is --table steps";
    }
    return NULL;
}

int
command_cost(int count, char **arguments)
{
    struct options options;
    struct inputs inputs;
    if (!options_read(count, arguments,
                      TAKES_EXPLAIN | TAKES_ON | TAKES_RATES | TAKES_TABLE | TAKES_POLICY |
                          TAKES_NEXT_YEAR,
                      &options)) {
        return EXIT_USAGE;
    }
    const char *fault = fault_of(&options);
    if (fault) {
        fprintf(stderr, "phb: %s\n", fault);
        return EXIT_USAGE;
    }
    if (!inputs_open(&options, &inputs)) {
        return EXIT_UNREADABLE;
    }
    int status = EXIT_UNREADABLE;
    struct subject subject;
    if (subject_open(options.subject, &subject) &&
        (!options.is_next_year || subject_move_on(&subject))) {
        status = cost(&subject, &inputs, &options);
    }
    subject_close(&subject);
    inputs_close(&inputs);
    return status;
}
