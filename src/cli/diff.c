/* phb diff FILE FILE: what changed between two budgets, and why. */

#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/document.h"
#include "cli/inputs.h"
#include "cli/page.h"

static const struct {
    const char *name;
    phb_comparison_part part;
} tables[] = {{"lines", PHB_COMPARISON_LINES},
              {"totals", PHB_COMPARISON_TOTALS},
              {"notes", PHB_COMPARISON_NOTES}};

#define TABLES (sizeof tables / sizeof tables[0])

static const phb_table *
table_called(const phb_comparison *comparison, const char *name)
{
    for (size_t i = 0; i < TABLES; i++) {
        if (strcmp(tables[i].name, name) == 0) {
            return phb_comparison_table(comparison, tables[i].part);
        }
    }
    return NULL;
}

/* ---- the page ---- */

#define NAME_COLUMNS 44

static void
print_amount(phb_pence amount)
{
    char text[PHB_PENCE_TEXT_SIZE] = "";
    if (amount != PHB_PENCE_NONE) {
        (void)phb_pence_format(amount, text, sizeof text);
    }
    printf(" %16s", text[0] == '\0' ? "-" : text);
}

/* "pa-1/pay", before, after, the difference. */
static void
print_row(const phb_table *table, size_t row, const char *name, const char *further)
{
    static const char *const columns[] = {"before", "after", "difference"};
    bool has_both = name[0] != '\0' && further[0] != '\0';
    int width = printf("%s%s%s", name, has_both ? "/" : "", further);
    printf("%*s", width < NAME_COLUMNS ? NAME_COLUMNS - width : 0, "");
    if (width > NAME_COLUMNS) {
        printf("\n%*s", NAME_COLUMNS, "");
    }
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        print_amount(phb_table_int64(table, columns[i], NULL)[row]);
    }
    printf("\n");
}

/* Where the two differ; how many lines are the same. */
static void
print_lines(const phb_table *lines)
{
    const int64_t *differences = phb_table_int64(lines, "difference", NULL);
    size_t same = 0;
    for (size_t row = 0; row < phb_table_rows(lines); row++) {
        if (differences[row] == 0) {
            same++;
            continue;
        }
        print_row(lines, row, phb_table_text(lines, "of", row),
                  phb_table_text(lines, "category", row));
        print_paragraph("  Cause:", 10, phb_table_text(lines, "cause", row));
        print_paragraph("  Why:", 10, phb_table_text(lines, "why", row));
    }
    printf("%zu %s the same.\n", same, same == 1 ? "line is" : "lines are");
}

static void
print_totals(const phb_table *totals)
{
    for (size_t row = 0; row < phb_table_rows(totals); row++) {
        const char *key = phb_table_text(totals, "key", row);
        if (key[0] == '\0') {
            print_row(totals, row, phb_table_text(totals, "total", row), "");
        }
    }
}

static void
print_page(const phb_comparison *comparison)
{
    const phb_table *notes = phb_comparison_table(comparison, PHB_COMPARISON_NOTES);
    printf("%-*s %16s %16s %16s\n", NAME_COLUMNS, "", "before", "after", "difference");
    print_lines(phb_comparison_table(comparison, PHB_COMPARISON_LINES));
    printf("\n");
    print_totals(phb_comparison_table(comparison, PHB_COMPARISON_TOTALS));
    for (size_t row = 0; row < phb_table_rows(notes); row++) {
        printf("%s", row == 0 ? "\n" : "");
        print_paragraph("-", 2, phb_table_text(notes, "message", row));
    }
}

/* ---- the two ---- */

static int
print(const phb_comparison *comparison, const struct options *options)
{
    phb_error error = PHB_ERROR_INIT;
    phb_text *text = NULL;
    if (options->output == OUTPUT_TEXT && !options->table) {
        print_page(comparison);
        return output_is_written() ? EXIT_FINE : EXIT_UNREADABLE;
    }
    const phb_table *table = table_called(comparison, options->table ? options->table : "lines");
    if (make_table(table, options->output, &text, &error) != PHB_OK) {
        report_error("the comparison", &error);
        return EXIT_UNREADABLE;
    }
    return print_text(text) ? EXIT_FINE : EXIT_UNREADABLE;
}

static phb_costing *
cost(const char *name, bool is_next_year, phb_date law_on, const struct inputs *inputs)
{
    phb_error error = PHB_ERROR_INIT;
    phb_costing *costing = NULL;
    phb_cost_options how = PHB_COST_OPTIONS_INIT;
    how.law_on = law_on;
    how.policy = inputs->policy;
    struct subject subject;
    bool is_open = subject_open(name, &subject) && (!is_next_year || subject_move_on(&subject));
    const phb_budget *budget = is_open ? subject_budget(&subject) : NULL;
    if (budget && phb_budget_cost(budget, inputs->rates, &how, &costing, &error) != PHB_OK) {
        report_budget_error(&subject, &error);
    }
    subject_close(&subject);
    return costing;
}

static int
diff(const struct inputs *inputs, const struct options *options)
{
    phb_error error = PHB_ERROR_INIT;
    phb_comparison *comparison = NULL;
    bool has_two_days = options->second_on != PHB_DATE_NONE;
    int status = EXIT_UNREADABLE;
    phb_costing *before = cost(options->subject, false, options->on, inputs);
    phb_costing *after =
        before ? cost(options->second ? options->second : options->subject, options->is_next_year,
                      has_two_days ? options->second_on : options->on, inputs)
               : NULL;
    if (after && phb_costing_compare(before, after, &comparison, &error) != PHB_OK) {
        report_error(options->subject, &error);
    }
    if (comparison) {
        status = print(comparison, options);
    }
    phb_comparison_free(comparison);
    phb_costing_free(after);
    phb_costing_free(before);
    return status;
}

/* What goes together; NULL, or what is wrong. */
static const char *
fault_of(const struct options *options)
{
    bool is_known = !options->table;
    for (size_t i = 0; i < TABLES; i++) {
        is_known = is_known || strcmp(tables[i].name, options->table) == 0;
    }
    bool is_alone = options->subject && !options->second;
    bool is_enough = options->is_next_year || options->second_on != PHB_DATE_NONE;
    const char *second = is_alone ? options->subject : options->second;
    if (!options->subject || (is_alone && !is_enough)) {
        return "diff needs two files; or one, and --next-year or --on twice";
    }
    if (options->second && options->is_next_year) {
        return "--next-year stands for the second file";
    }
    if (strcmp(options->subject, "-") == 0 && strcmp(second, "-") == 0) {
        return "standard input can be read once: give a file";
    }
    return is_known ? NULL : "--table must be lines, totals or notes";
}

int
command_diff(int count, char **arguments)
{
    struct options options;
    struct inputs inputs;
    if (!options_read(count, arguments,
                      TAKES_ON | TAKES_RATES | TAKES_TABLE | TAKES_POLICY | TAKES_NEXT_YEAR |
                          TAKES_TWO,
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
    int status = diff(&inputs, &options);
    inputs_close(&inputs);
    return status;
}
