/* A costing as a commissioner or a family reads it: payslips, costs with subtotals, totals, notes.
 */

#include <phb/costing.h>
#include <phb/version.h>
#include <string.h>

#include "core/error.h"
#include "core/table.h"
#include "render/words.h"

/* All within 100 columns: words to the left, amounts ending at the right edge. */
#define WIDTH 96
#define AMOUNT_WIDTH 16
#define LINE_DAYS_COLUMN 52

struct page {
    struct phb__builder *builder;
    const phb_costing *costing;
    const phb_table *lines;
    const phb_table *payslips;
    const phb_table *totals;
};

static void
put_heading(struct page *page, const char *heading)
{
    phb__put(page->builder, "\n");
    phb__put(page->builder, heading);
    phb__put(page->builder, "\n");
    phb__put_repeat(page->builder, '-', WIDTH);
    phb__put(page->builder, "\n");
}

/* Ends a line whose words began at `start` with an amount at the right edge. */
static void
end_with_amount(struct page *page, size_t start, phb_pence amount)
{
    phb__pad_right(page->builder, start, WIDTH - AMOUNT_WIDTH);
    size_t at = page->builder->size;
    phb__put(page->builder, " "); /* billions are wider than their column */
    phb__put_grouped(page->builder, amount);
    phb__pad_left(page->builder, at, AMOUNT_WIDTH);
    phb__put(page->builder, "\n");
}

static void
put_total(struct page *page, const char *words, phb_pence amount)
{
    size_t start = page->builder->size;
    phb__put(page->builder, words);
    end_with_amount(page, start, amount);
}

static void
put_days(struct page *page, phb_date start, phb_date end)
{
    phb__put_short_date(page->builder, start);
    phb__put(page->builder, " – ");
    phb__put_short_date(page->builder, end);
}

/* ---- payslips ---- */

static void
put_column(struct page *page, const char *text, size_t width)
{
    size_t start = page->builder->size;
    phb__put(page->builder, text);
    phb__pad_left(page->builder, start, width);
}

static void
put_figure(struct page *page, const char *column, size_t row, size_t width)
{
    size_t start = page->builder->size;
    phb__put_grouped(page->builder, phb_table_int64(page->payslips, column, NULL)[row]);
    phb__pad_left(page->builder, start, width);
}

static const struct {
    const char *column;
    const char *heading;
    size_t width;
} figures[] = {{"basic", "basic", 11},
               {"leave", "leave", 10},
               {"gross", "gross", 11},
               {"employer_ni", "NI", 10},
               {"pension", "pension", 10}};

#define FIGURES (sizeof figures / sizeof figures[0])
#define PAYSLIP_DAYS_WIDTH 28
#define PAYSLIPS_WIDTH 16

static void
put_payslip_headings(struct page *page)
{
    phb__put_repeat(page->builder, ' ', PAYSLIP_DAYS_WIDTH);
    for (size_t i = 0; i < FIGURES; i++) {
        put_column(page, figures[i].heading, figures[i].width);
    }
    put_column(page, "payslips", PAYSLIPS_WIDTH);
    phb__put(page->builder, "\n");
}

/* Whose payslips follow, how often they come, and on which terms. */
static void
put_payslip_of(struct page *page, size_t row)
{
    phb__put(page->builder, phb_table_text(page->payslips, "of", row));
    phb__put(page->builder, ", paid ");
    const char *frequency = phb_table_text(page->payslips, "frequency", row);
    phb__put(page->builder, strcmp(frequency, "four_weekly") == 0 ? "four-weekly" : frequency);
    phb__put(page->builder, "\n");
}

/* Do all figures of a payslip leave a space before them in their columns? */
static bool
figures_fit(const struct page *page, size_t row)
{
    static const phb_pence widest = 9999999; /* 99,999.99 */
    bool fit = true;
    for (size_t i = 0; i < FIGURES; i++) {
        fit = fit && phb_table_int64(page->payslips, figures[i].column, NULL)[row] <= widest;
    }
    return fit;
}

/* Figures too large for their columns stand below one another. */
static void
put_large_figures(struct page *page, size_t row)
{
    for (size_t i = 0; i < FIGURES; i++) {
        size_t start = page->builder->size;
        phb__put(page->builder, "\n    ");
        phb__put(page->builder, figures[i].heading);
        phb__pad_right(page->builder, start + 1, 16);
        put_figure(page, figures[i].column, row, 20);
    }
}

static void
put_payslip(struct page *page, size_t row)
{
    const phb_table *table = page->payslips;
    size_t start = page->builder->size;
    bool fit = figures_fit(page, row);
    phb__put(page->builder, "  ");
    put_days(page, phb_table_int32(table, "start", NULL)[row],
             phb_table_int32(table, "end", NULL)[row]);
    phb__pad_right(page->builder, start, fit ? PAYSLIP_DAYS_WIDTH : WIDTH - PAYSLIPS_WIDTH);
    for (size_t i = 0; i < FIGURES && fit; i++) {
        put_figure(page, figures[i].column, row, figures[i].width);
    }
    size_t at = page->builder->size;
    phb__put_mixed(page->builder, phb_table_int64(table, "slips_numerator", NULL)[row],
                   phb_table_int64(table, "slips_denominator", NULL)[row]);
    phb__pad_left(page->builder, at, PAYSLIPS_WIDTH);
    if (!fit) {
        put_large_figures(page, row);
    }
    phb__put(page->builder, "\n    National Insurance letter ");
    phb__put(page->builder, phb_table_text(table, "ni_letter", row));
    bool is_member = phb_table_int32(table, "pension_member", NULL)[row] != 0;
    phb__put(page->builder,
             is_member ? ", in the pension scheme\n" : ", not in the pension scheme\n");
}

static void
put_payslips(struct page *page)
{
    size_t rows = phb_table_rows(page->payslips);
    if (rows == 0) {
        return;
    }
    put_heading(page, "What one payslip costs the employer");
    put_payslip_headings(page);
    for (size_t row = 0; row < rows; row++) {
        const char *of = phb_table_text(page->payslips, "of", row);
        bool is_new = row == 0 || strcmp(of, phb_table_text(page->payslips, "of", row - 1)) != 0;
        if (is_new) {
            put_payslip_of(page, row);
        }
        put_payslip(page, row);
    }
}

/* ---- lines ---- */

/* The id of a computed line says more than whose it is; a plain line is its own. */
static bool
is_of_assistant(const struct page *page, size_t row)
{
    return strcmp(phb_table_text(page->lines, "id", row), phb_table_text(page->lines, "of", row)) !=
           0;
}

static void
put_line(struct page *page, size_t row, bool with_id)
{
    const phb_table *table = page->lines;
    size_t start = page->builder->size;
    phb__put(page->builder, "  ");
    phb__put_words(page->builder, phb_table_text(table, "category", row));
    if (with_id) {
        phb__put(page->builder, " (");
        phb__put(page->builder, phb_table_text(table, "of", row));
        phb__put(page->builder, ")");
    }
    phb__put(page->builder, phb_table_int32(table, "one_off", NULL)[row] != 0 ? ", once" : "");
    if (page->builder->size - start > LINE_DAYS_COLUMN) { /* a long id: the rest goes below it */
        phb__put(page->builder, "\n");
        start = page->builder->size;
    }
    phb__pad_right(page->builder, start, LINE_DAYS_COLUMN);
    phb__put(page->builder, " ");
    put_days(page, phb_table_int32(table, "start", NULL)[row],
             phb_table_int32(table, "end", NULL)[row]);
    phb__put(page->builder, phb_table_int32(table, "provisional", NULL)[row] != 0 ? " *" : "");
    end_with_amount(page, start, phb_table_int64(table, "amount", NULL)[row]);
}

static void
put_subtotal(struct page *page, const char *words, const char *of, phb_pence amount)
{
    size_t start = page->builder->size;
    phb__put(page->builder, words);
    phb__put(page->builder, of);
    end_with_amount(page, start, amount);
}

/* The lines of one assistant, from `row` on; returns the row behind them. */
static size_t
put_assistant_lines(struct page *page, size_t row)
{
    const char *of = phb_table_text(page->lines, "of", row);
    const int64_t *amounts = phb_table_int64(page->lines, "amount", NULL);
    phb_pence sum = 0;
    phb__put(page->builder, of);
    phb__put(page->builder, ", ");
    phb__put_words(page->builder, phb_table_text(page->lines, "deployment", row));
    phb__put(page->builder, "\n");
    while (row < phb_table_rows(page->lines) &&
           strcmp(phb_table_text(page->lines, "of", row), of) == 0) {
        put_line(page, row, false);
        sum += amounts[row];
        row++;
    }
    put_subtotal(page, "  Together: ", of, sum);
    return row;
}

/* Assistants come first in the table of lines, then the plain lines. */
static void
put_lines(struct page *page)
{
    size_t rows = phb_table_rows(page->lines);
    size_t row = 0;
    phb_pence others = 0;
    put_heading(page, "What it costs");
    while (row < rows && is_of_assistant(page, row)) {
        row = put_assistant_lines(page, row);
    }
    if (row == rows) {
        return;
    }
    phb__put(page->builder, "Other costs\n");
    for (; row < rows; row++) {
        put_line(page, row, true);
        others += phb_table_int64(page->lines, "amount", NULL)[row];
    }
    put_subtotal(page, "  Together: ", "other costs", others);
}

/* ---- totals ---- */

static phb_pence
total_of(const struct page *page, const char *total)
{
    for (size_t row = 0; row < phb_table_rows(page->totals); row++) {
        if (strcmp(phb_table_text(page->totals, "total", row), total) == 0) {
            return phb_table_int64(page->totals, "amount", NULL)[row];
        }
    }
    return PHB_PENCE_NONE;
}

/* "2026" is the year from April 2026 to March 2027. */
static void
put_financial_year(struct phb__builder *builder, const char *key)
{
    int32_t second = (key[2] - '0') * 10 + (key[3] - '0') + 1;
    char digits[3] = {(char)('0' + second / 10 % 10), (char)('0' + second % 10), '\0'};
    phb__put(builder, "NHS financial year ");
    phb__put(builder, key);
    phb__put(builder, "-");
    phb__put(builder, digits);
}

static void
put_totals_by(struct page *page, const char *total)
{
    bool is_year = strcmp(total, "by_financial_year") == 0;
    for (size_t row = 0; row < phb_table_rows(page->totals); row++) {
        if (strcmp(phb_table_text(page->totals, "total", row), total) != 0) {
            continue;
        }
        size_t start = page->builder->size;
        const char *key = phb_table_text(page->totals, "key", row);
        phb__put(page->builder, "  ");
        if (is_year) {
            put_financial_year(page->builder, key);
        } else {
            phb__put_words(page->builder, key);
        }
        end_with_amount(page, start, phb_table_int64(page->totals, "amount", NULL)[row]);
    }
}

static void
put_totals(struct page *page)
{
    put_heading(page, "Totals");
    put_total(page, "Recurring costs", total_of(page, "recurring"));
    put_total(page, "One-off costs", total_of(page, "one_off"));
    put_total(page, "TOTAL OF THE BUDGET", total_of(page, "total"));
    phb__put(page->builder, "\n");
    put_total(page, "Recurring costs, a week on average", total_of(page, "weekly"));
    put_total(page, "Recurring costs, a full year", total_of(page, "full_year"));
    phb__put(page->builder, "\nBy who holds the money\n");
    put_totals_by(page, "by_deployment");
    phb__put(page->builder, "\nBy NHS financial year\n");
    put_totals_by(page, "by_financial_year");
}

/* ---- notes ---- */

static void
put_notes(struct page *page)
{
    const phb_table *notes = phb_costing_table(page->costing, PHB_COSTING_NOTES);
    if (phb_table_rows(notes) == 0) {
        return;
    }
    put_heading(page, phb_costing_is_provisional(page->costing)
                          ? "Notes (* rests on values not yet known)"
                          : "Notes");
    for (size_t row = 0; row < phb_table_rows(notes); row++) {
        phb__put(page->builder, "- ");
        phb__put_wrapped(page->builder, phb_table_text(notes, "message", row), 2, 2, WIDTH);
    }
}

static void
put_title(struct page *page)
{
    struct phb__builder *builder = page->builder;
    phb__put(builder, "Personal health budget, ");
    phb__put_long_date(builder, phb_costing_start(page->costing));
    phb__put(builder, " to ");
    phb__put_long_date(builder, phb_costing_end(page->costing));
    phb__put(builder, "\nRates ");
    phb__put(builder, phb_costing_rates_edition(page->costing));
    phb__put(builder, ", libphb ");
    phb__put(builder, phb_version());
    phb__put(builder, ". Amounts in pounds.\n");
}

phb_status
phb_costing_render(const phb_costing *costing, phb_format format, phb_text **out_text,
                   phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!costing || !out_text || format != PHB_FORMAT_TEXT) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__builder builder;
    phb__builder_init(&builder, phb_costing_context(costing));
    struct page page = {&builder, costing, phb_costing_table(costing, PHB_COSTING_LINES),
                        phb_costing_table(costing, PHB_COSTING_PAYSLIPS),
                        phb_costing_table(costing, PHB_COSTING_TOTALS)};
    put_title(&page);
    put_payslips(&page);
    put_lines(&page);
    put_totals(&page);
    put_notes(&page);
    return phb__builder_finish(&builder, out_text, error);
}
