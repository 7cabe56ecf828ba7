/* A costing as a commissioner or a family reads it: payslips, costs with subtotals, totals, notes.
 */

#include <phb/costing.h>
#include <string.h>

#include "core/error.h"
#include "render/html.h"
#include "render/html_pages.h"
#include "render/markdown_page.h"
#include "render/page.h"
#include "render/words.h"

/* All within 100 columns: words to the left, amounts ending at the right edge. */
#define WIDTH 96
#define AMOUNT_WIDTH 16
#define LINE_DAYS_COLUMN 52

static void
put_heading(struct phb__page *page, const char *heading)
{
    phb__put(page->builder, "\n");
    phb__put(page->builder, heading);
    phb__put(page->builder, "\n");
    phb__put_repeat(page->builder, '-', WIDTH);
    phb__put(page->builder, "\n");
}

/* Ends a line whose words began at `start` with an amount at the right edge. */
static void
end_with_amount(struct phb__page *page, size_t start, phb_pence amount)
{
    phb__pad_right(page->builder, start, WIDTH - AMOUNT_WIDTH);
    size_t at = page->builder->size;
    phb__put(page->builder, " "); /* billions are wider than their column */
    phb__put_grouped(page->builder, amount);
    phb__pad_left(page->builder, at, AMOUNT_WIDTH);
    phb__put(page->builder, "\n");
}

/* ---- payslips ---- */

static void
put_column(struct phb__page *page, const char *text, size_t width)
{
    size_t start = page->builder->size;
    phb__put(page->builder, text);
    phb__pad_left(page->builder, start, width);
}

static void
put_figure(struct phb__page *page, const char *column, size_t row, size_t width)
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
put_payslip_headings(struct phb__page *page)
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
put_payslip_of(struct phb__page *page, size_t row)
{
    phb__put(page->builder, phb_table_text(page->payslips, "of", row));
    phb__put(page->builder, ", paid ");
    phb__put_frequency(page->builder, page, row);
    phb__put(page->builder, "\n");
}

/* Do all figures of a payslip leave a space before them in their columns? */
static bool
figures_fit(const struct phb__page *page, size_t row)
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
put_large_figures(struct phb__page *page, size_t row)
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
put_payslip(struct phb__page *page, size_t row)
{
    const phb_table *table = page->payslips;
    size_t start = page->builder->size;
    bool fit = figures_fit(page, row);
    phb__put(page->builder, "  ");
    phb__put_days(page->builder, table, row);
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
put_payslips(struct phb__page *page)
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

static void
put_line(struct phb__page *page, size_t row, bool with_id)
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
    phb__put_days(page->builder, table, row);
    phb__put(page->builder, phb_table_int32(table, "provisional", NULL)[row] != 0 ? " *" : "");
    end_with_amount(page, start, phb_table_int64(table, "amount", NULL)[row]);
}

static void
put_group_heading(struct phb__page *page, const struct phb__group *group)
{
    switch (group->kind) {
    case PHB__GROUP_ASSISTANT:
        phb__put(page->builder, phb_table_text(page->lines, "of", group->first));
        phb__put(page->builder, ", ");
        phb__put_words(page->builder, phb_table_text(page->lines, "deployment", group->first));
        phb__put(page->builder, "\n");
        break;
    case PHB__GROUP_OTHERS:
        phb__put(page->builder, "Other costs\n");
        break;
    case PHB__GROUP_WHOLE:
        phb__put(page->builder, "For the whole budget\n");
        break;
    }
}

static void
put_subtotal(struct phb__page *page, const struct phb__group *group)
{
    static const char *const names[] = {[PHB__GROUP_ASSISTANT] = "",
                                        [PHB__GROUP_OTHERS] = "other costs",
                                        [PHB__GROUP_WHOLE] = "the whole budget's own"};
    size_t start = page->builder->size;
    phb__put(page->builder, "  Together: ");
    phb__put(page->builder, group->kind == PHB__GROUP_ASSISTANT
                                ? phb_table_text(page->lines, "of", group->first)
                                : names[group->kind]);
    end_with_amount(page, start, group->sum);
}

static void
put_lines(struct phb__page *page)
{
    struct phb__group group = {0};
    put_heading(page, "What it costs");
    while (phb__next_group(page, &group)) {
        put_group_heading(page, &group);
        for (size_t row = group.first; row < group.end; row++) {
            put_line(page, row, group.kind == PHB__GROUP_OTHERS);
        }
        put_subtotal(page, &group);
    }
}

/* ---- totals ---- */

static void
put_breakdown(struct phb__page *page, const struct phb__breakdown *breakdown)
{
    size_t row = phb__total_row(page, breakdown->total);
    if (row == phb_table_rows(page->totals)) {
        return;
    }
    phb__put(page->builder, "\n");
    phb__put(page->builder, breakdown->words);
    phb__put(page->builder, "\n");
    for (; row < phb_table_rows(page->totals) &&
           strcmp(phb_table_text(page->totals, "total", row), breakdown->total) == 0;
         row++) {
        size_t start = page->builder->size;
        phb__put(page->builder, "  ");
        phb__put_total_key(page->builder, page, row);
        end_with_amount(page, start, phb__amount_at(page->totals, row));
    }
}

static void
put_totals(struct phb__page *page)
{
    put_heading(page, "Totals");
    for (size_t i = 0; i < PHB__SUMS; i++) {
        const struct phb__sum *sum = &phb__page_sums[i];
        bool is_first_beside = sum->is_beside && !phb__page_sums[i - 1].is_beside;
        phb__put(page->builder, is_first_beside ? "\n" : "");
        if (phb__is_shown(page, sum)) {
            size_t start = page->builder->size;
            phb__put(page->builder, sum->words);
            end_with_amount(page, start,
                            phb__amount_at(page->totals, phb__total_row(page, sum->total)));
        }
    }
    for (size_t i = 0; i < PHB__BREAKDOWNS; i++) {
        put_breakdown(page, &phb__page_breakdowns[i]);
    }
}

/* ---- instalments ---- */

static void
put_instalments(struct phb__page *page)
{
    size_t rows = phb_table_rows(page->instalments);
    if (rows == 0) {
        return;
    }
    put_heading(page, "When the direct payment is paid");
    for (size_t row = 0; row < rows; row++) {
        size_t start = page->builder->size;
        phb__put(page->builder, "  ");
        phb__put_short_date(page->builder, phb_table_int32(page->instalments, "on", NULL)[row]);
        end_with_amount(page, start, phb__amount_at(page->instalments, row));
    }
    size_t start = page->builder->size;
    phb__put(page->builder, "  Together");
    end_with_amount(page, start, phb__sum_of_instalments(page));
}

/* ---- notes ---- */

static void
put_notes(struct phb__page *page)
{
    const phb_table *notes = page->notes;
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
put_page(struct phb__page *page)
{
    phb__put_title(page);
    phb__put(page->builder, "\n");
    phb__put_edition(page);
    put_payslips(page);
    put_lines(page);
    put_totals(page);
    put_instalments(page);
    put_notes(page);
}

phb_status
phb_costing_render(const phb_costing *costing, phb_format format, phb_text **out_text,
                   phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    bool is_format =
        format == PHB_FORMAT_TEXT || format == PHB_FORMAT_MARKDOWN || phb__is_html(format);
    if (!costing || !out_text || !is_format) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__builder builder;
    struct phb__page page;
    phb__builder_init(&builder, phb_costing_context(costing));
    phb__page_init(&page, &builder, costing);
    if (format == PHB_FORMAT_MARKDOWN) {
        phb__markdown_put_page(&page);
    } else if (phb__is_html(format)) {
        phb__html_put_costing(&builder, format, costing);
    } else {
        put_page(&page);
    }
    return phb__builder_finish(&builder, out_text, error);
}
