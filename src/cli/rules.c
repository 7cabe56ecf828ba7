/* phb rules: what a budget is checked for, and by what authority. */

#include <stdio.h>

#include "cli/commands.h"
#include "cli/document.h"
#include "cli/inputs.h"
#include "cli/page.h"

/* Rule by rule, with its words and what it rests on. */
static void
print_rules(const phb_table *table)
{
    static const char *const columns[] = {"severity", "title", "message", "fix", "source", "basis"};
    static const char *const labels[] = {
        "  How bad:", "  What:", "  It says:", "  What to do:", "  Source:", "  Basis:"};
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        printf("%s%s\n", row == 0 ? "" : "\n", phb_table_text(table, "rule", row));
        for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
            print_paragraph(labels[i], 15, phb_table_text(table, columns[i], row));
        }
    }
}

static int
print(const phb_table *table, const struct options *options)
{
    phb_error error = PHB_ERROR_INIT;
    phb_text *text = NULL;
    if (options->output == OUTPUT_TEXT) {
        print_rules(table);
        return output_is_written() ? EXIT_FINE : EXIT_UNREADABLE;
    }
    if (make_table(table, options->output, &text, &error) != PHB_OK) {
        report_error("rules", &error);
        return EXIT_UNREADABLE;
    }
    return print_text(text) ? EXIT_FINE : EXIT_UNREADABLE;
}

int
command_rules(int count, char **arguments)
{
    struct options options;
    phb_error error = PHB_ERROR_INIT;
    phb_table *table = NULL;
    if (!options_read(count, arguments, 0, &options)) {
        return EXIT_USAGE;
    }
    if (options.subject) {
        fprintf(stderr, "phb: rules takes no file: it lists every rule there is\n");
        return EXIT_USAGE;
    }
    if (phb_rules_table(NULL, &table, &error) != PHB_OK) {
        report_error("rules", &error);
        return EXIT_UNREADABLE;
    }
    int status = print(table, &options);
    phb_table_free(table);
    return status;
}
