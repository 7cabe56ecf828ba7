#include "render/markdown_page.h"

#include <string.h>

#include "render/markdown.h"
#include "render/words.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static void
put_heading(struct phb__page *page, const char *marks, const char *heading)
{
    phb__put(page->builder, "\n");
    phb__put(page->builder, marks);
    phb__put(page->builder, " ");
    phb__put(page->builder, heading);
    phb__put(page->builder, "\n\n");
}

/* An amount in its own cell at the end of a row; a sum is strong. */
static void
end_with_amount(struct phb__page *page, phb_pence amount, bool is_sum)
{
    phb__put(page->builder, is_sum ? " | **" : " | ");
    phb__put_grouped(page->builder, amount);
    phb__put(page->builder, is_sum ? "** |\n" : " |\n");
}

/* ---- payslips ---- */

static void
put_payslip(struct phb__page *page, size_t row)
{
    static const char *const figures[] = {"basic", "leave", "gross", "employer_ni", "pension"};
    const phb_table *table = page->payslips;
    phb__put(page->builder, "| ");
    phb__put_days(page->builder, table, row);
    for (size_t i = 0; i < COUNT_OF(figures); i++) {
        phb__put(page->builder, " | ");
        phb__put_grouped(page->builder, phb_table_int64(table, figures[i], NULL)[row]);
    }
    phb__put(page->builder, " | ");
    phb__put_mixed(page->builder, phb_table_int64(table, "slips_numerator", NULL)[row],
                   phb_table_int64(table, "slips_denominator", NULL)[row]);
    phb__put(page->builder, " | ");
    phb__put(page->builder, phb_table_text(table, "ni_letter", row));
    bool is_member = phb_table_int32(table, "pension_member", NULL)[row] != 0;
    phb__put(page->builder, is_member ? " | yes |\n" : " | no |\n");
}

static void
put_payslips(struct phb__page *page)
{
    static const char *const names[] = {"days",      ">basic",    ">leave",
                                        ">gross",    ">NI",       ">pension",
                                        ">payslips", "NI letter", "pension scheme"};
    size_t rows = phb_table_rows(page->payslips);
    if (rows > 0) {
        put_heading(page, "##", "What one payslip costs the employer");
    }
    for (size_t row = 0; row < rows; row++) {
        const char *of = phb_table_text(page->payslips, "of", row);
        if (row == 0 || strcmp(of, phb_table_text(page->payslips, "of", row - 1)) != 0) {
            phb__put(page->builder, row == 0 ? "### " : "\n### ");
            phb__markdown_put_text(page->builder, of);
            phb__put(page->builder, ", paid ");
            phb__put_frequency(page->builder, page, row);
            phb__put(page->builder, "\n\n");
            phb__markdown_put_heading(page->builder, names, COUNT_OF(names));
        }
        put_payslip(page, row);
    }
}

/* ---- lines ---- */

static void
put_line(struct phb__page *page, size_t row, bool with_id)
{
    const phb_table *table = page->lines;
    phb__put(page->builder, "| ");
    phb__put_words(page->builder, phb_table_text(table, "category", row));
    if (with_id) {
        phb__put(page->builder, " (");
        phb__markdown_put_text(page->builder, phb_table_text(table, "of", row));
        phb__put(page->builder, ")");
    }
    phb__put(page->builder, phb_table_int32(table, "one_off", NULL)[row] != 0 ? ", once" : "");
    phb__put(page->builder, " | ");
    phb__put_days(page->builder, table, row);
    phb__put(page->builder, phb_table_int32(table, "provisional", NULL)[row] != 0 ? " \\*" : "");
    end_with_amount(page, phb__amount_at(table, row), false);
}

static void
put_group_heading(struct phb__page *page, const struct phb__group *group)
{
    phb__put(page->builder, group->first == 0 ? "### " : "\n### ");
    switch (group->kind) {
    case PHB__GROUP_ASSISTANT:
        phb__markdown_put_text(page->builder, phb_table_text(page->lines, "of", group->first));
        phb__put(page->builder, ", ");
        phb__put_words(page->builder, phb_table_text(page->lines, "deployment", group->first));
        break;
    case PHB__GROUP_OTHERS:
        phb__put(page->builder, "Other costs");
        break;
    case PHB__GROUP_WHOLE:
        phb__put(page->builder, "For the whole budget");
        break;
    }
    phb__put(page->builder, "\n\n");
}

static void
put_lines(struct phb__page *page)
{
    static const char *const names[] = {"cost", "days", ">amount"};
    struct phb__group group = {0};
    put_heading(page, "##", "What it costs");
    while (phb__next_group(page, &group)) {
        put_group_heading(page, &group);
        phb__markdown_put_heading(page->builder, names, COUNT_OF(names));
        for (size_t row = group.first; row < group.end; row++) {
            put_line(page, row, group.kind == PHB__GROUP_OTHERS);
        }
        phb__put(page->builder, "| **Together** | ");
        end_with_amount(page, group.sum, true);
    }
}

/* ---- totals ---- */

static void
put_breakdown(struct phb__page *page, const struct phb__breakdown *breakdown)
{
    static const char *const names[] = {"part", ">amount"};
    size_t row = phb__total_row(page, breakdown->total);
    if (row == phb_table_rows(page->totals)) {
        return;
    }
    put_heading(page, "###", breakdown->words);
    phb__markdown_put_heading(page->builder, names, COUNT_OF(names));
    for (; row < phb_table_rows(page->totals) &&
           strcmp(phb_table_text(page->totals, "total", row), breakdown->total) == 0;
         row++) {
        phb__put(page->builder, "| ");
        if (strcmp(breakdown->total, "by_funder") == 0) {
            phb__markdown_put_text(page->builder, phb_table_text(page->totals, "key", row));
        } else {
            phb__put_total_key(page->builder, page, row);
        }
        end_with_amount(page, phb__amount_at(page->totals, row), false);
    }
}

static void
put_totals(struct phb__page *page)
{
    static const char *const names[] = {"total", ">amount"};
    put_heading(page, "##", "Totals");
    phb__markdown_put_heading(page->builder, names, COUNT_OF(names));
    for (size_t i = 0; i < PHB__SUMS; i++) {
        const struct phb__sum *sum = &phb__page_sums[i];
        if (phb__is_shown(page, sum)) {
            bool is_total = strcmp(sum->total, "total") == 0;
            phb__put(page->builder, is_total ? "| **" : "| ");
            phb__put(page->builder, sum->words);
            phb__put(page->builder, is_total ? "**" : "");
            end_with_amount(page, phb__amount_at(page->totals, phb__total_row(page, sum->total)),
                            is_total);
        }
    }
    for (size_t i = 0; i < PHB__BREAKDOWNS; i++) {
        put_breakdown(page, &phb__page_breakdowns[i]);
    }
}

/* ---- instalments and notes ---- */

static void
put_instalments(struct phb__page *page)
{
    static const char *const names[] = {"on", ">amount"};
    size_t rows = phb_table_rows(page->instalments);
    if (rows == 0) {
        return;
    }
    put_heading(page, "##", "When the direct payment is paid");
    phb__markdown_put_heading(page->builder, names, COUNT_OF(names));
    for (size_t row = 0; row < rows; row++) {
        phb__put(page->builder, "| ");
        phb__put_short_date(page->builder, phb_table_int32(page->instalments, "on", NULL)[row]);
        end_with_amount(page, phb__amount_at(page->instalments, row), false);
    }
    phb__put(page->builder, "| **Together**");
    end_with_amount(page, phb__sum_of_instalments(page), true);
}

static void
put_notes(struct phb__page *page)
{
    size_t rows = phb_table_rows(page->notes);
    if (rows == 0) {
        return;
    }
    put_heading(page, "##",
                phb_costing_is_provisional(page->costing)
                    ? "Notes (\\* rests on values not yet known)"
                    : "Notes");
    for (size_t row = 0; row < rows; row++) {
        phb__put(page->builder, "- ");
        phb__markdown_put_text(page->builder, phb_table_text(page->notes, "message", row));
        phb__put(page->builder, "\n");
    }
}

void
phb__markdown_put_page(struct phb__page *page)
{
    phb__put(page->builder, "# ");
    phb__put_title(page);
    phb__put(page->builder, "\n\n");
    phb__put_edition(page);
    put_payslips(page);
    put_lines(page);
    put_totals(page);
    put_instalments(page);
    put_notes(page);
}
