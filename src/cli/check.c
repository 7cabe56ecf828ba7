/* phb check FILE: is the money enough, lawful and explained, and the plan whole? */

#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/document.h"
#include "cli/inputs.h"

static phb_status
make_report(const struct subject *subject, const phb_plan *superseded, const struct inputs *inputs,
            const struct options *options, phb_report **out_report, phb_error *error)
{
    phb_report *whole = NULL;
    phb_status status = subject_check(subject, superseded, inputs, options->as_of, &whole, error);
    if (status == PHB_OK) {
        phb_severity least = options->severity == 0 ? PHB_SEVERITY_NOTE : options->severity;
        status = phb_report_select(whole, options->section, least, out_report, error);
    }
    phb_report_free(whole);
    return status;
}

static phb_status
make_output(const phb_report *report, const struct options *options, phb_text **out_text,
            phb_error *error)
{
    if (options->table) {
        bool is_findings = strcmp(options->table, "findings") == 0;
        phb_report_part part = is_findings ? PHB_REPORT_FINDINGS : PHB_REPORT_SECTIONS;
        return make_table(phb_report_table(report, part), options->output, out_text, error);
    }
    return options->output == OUTPUT_JSON
               ? phb_report_to_json(report, out_text, error)
               : phb_report_render(report, format_of(options->output), out_text, error);
}

static int
check(const struct subject *subject, const phb_plan *superseded, const struct inputs *inputs,
      const struct options *options)
{
    phb_error error = PHB_ERROR_INIT;
    phb_report *report = NULL;
    phb_text *text = NULL;
    phb_status status = make_report(subject, superseded, inputs, options, &report, &error);
    if (status == PHB_OK) {
        status = make_output(report, options, &text, &error);
    }
    phb_severity worst = phb_report_worst(report);
    phb_report_free(report);
    if (status != PHB_OK) {
        report_error(options->subject, &error);
        return EXIT_UNREADABLE;
    }
    if (!print_text(text)) {
        return EXIT_UNREADABLE;
    }
    return worst == PHB_SEVERITY_BREACH || worst == PHB_SEVERITY_GAP ? EXIT_FINDINGS : EXIT_FINE;
}

/* What goes together; NULL, or what is wrong. */
static const char *
fault_of(const struct options *options)
{
    static const char *const sections[] = {
        "about",       "contacts", "health",      "needs_and_outcomes",
        "action_plan", "training", "contingency", "budget",
        "reviews",     "sign_off"};
    bool is_section = !options->section;
    for (size_t i = 0; i < sizeof sections / sizeof sections[0] && !is_section; i++) {
        is_section = strcmp(sections[i], options->section) == 0;
    }
    bool is_table = !options->table || strcmp(options->table, "findings") == 0 ||
                    strcmp(options->table, "sections") == 0;
    if (!options->subject) {
        return "check needs a file, or - for standard input";
    }
    if (!is_section) {
        return "--section must be about, contacts, health, needs_and_outcomes, action_plan, "
               "training, contingency, budget, reviews or sign_off";
    }
    if (options->superseded && strcmp(options->superseded, "-") == 0 &&
        strcmp(options->subject, "-") == 0) {
        return "standard input can be read once: give a file";
    }
    return is_table ? NULL : "--table must be findings or sections";
}

int
command_check(int count, char **arguments)
{
    struct options options;
    struct inputs inputs;
    if (!options_read(count, arguments,
                      TAKES_RATES | TAKES_TABLE | TAKES_POLICY | TAKES_AS_OF | TAKES_FINDINGS,
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
    struct subject subject;
    phb_plan *superseded = NULL;
    int status = EXIT_UNREADABLE;
    bool is_open = subject_open(options.subject, &subject);
    if (is_open && options.superseded && !subject.plan) {
        fprintf(stderr, "phb: %s: a budget takes the place of no plan: --superseded is of plans\n",
                options.subject);
        is_open = false;
    }
    if (is_open && options.superseded) {
        superseded = plan_open(options.superseded);
        is_open = superseded != NULL;
    }
    if (is_open) {
        status = check(&subject, superseded, &inputs, &options);
    }
    phb_plan_free(superseded);
    subject_close(&subject);
    inputs_close(&inputs);
    return status;
}
