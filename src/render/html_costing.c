/* A costing in HTML, for a family's letter or a commissioner's file. */

#include <string.h>

#include "core/figures.h"
#include "render/html.h"
#include "render/html_pages.h"
#include "render/page.h"
#include "render/words.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

struct costing {
    struct phb__html html;
    struct phb__page page;
};

static const char *
text_of(const phb_table *table, const char *column, size_t row)
{
    return phb_table_text(table, column, row);
}

/* A row of a heading and an amount; what is between them was put, or nothing is. */
static void
end_table(struct phb__html *html)
{
    phb__html_put(html, "</tbody>\n</table>\n");
}

static void
put_sum(struct phb__html *html, const char *heading, phb_pence amount)
{
    phb__html_put(html, heading);
    phb__html_put_amount(html, amount);
    phb__html_put(html, "</tr>\n");
}

/* ---- the head ---- */

static void
put_head(struct costing *costing)
{
    struct phb__html *html = &costing->html;
    const phb_costing *made = costing->page.costing;
    phb_pence weekly =
        phb__amount_at(costing->page.totals, phb__total_row(&costing->page, "weekly"));
    phb__html_put_title(html);
    phb__html_put_edition(html, phb_costing_rates_edition(made), phb_costing_policy_edition(made),
                          ". Amounts in pounds.");
    phb__html_put(html, "<p class=\"phb-key\">Total of the budget<br><strong>");
    phb__put_pounds(html->builder, phb_costing_total_pence(made));
    phb__html_put(html, "</strong>");
    if (weekly != 0) {
        phb__html_put(html, "<br>Of that, what recurs comes to ");
        phb__put_pounds(html->builder, weekly);
        phb__html_put(html, " a week on average.");
    }
    phb__html_put(html, "</p>\n");
    if (phb_costing_is_provisional(made) != 0) {
        phb__html_put(html, "<p>Where a line says <em>provisional</em>, its amount rests on values "
                            "that are not yet law.</p>\n");
    }
}

/* ---- payslips ---- */

static void
put_payslip(struct costing *costing, size_t row)
{
    static const char figures[][12] = {"basic", "leave", "gross", "employer_ni", "pension"};
    const phb_table *table = costing->page.payslips;
    struct phb__html *html = &costing->html;
    phb__html_put(html, "<tr><th scope=\"row\">");
    phb__html_put_days(html, table, row);
    phb__html_put(html, "</th>");
    for (size_t i = 0; i < COUNT_OF(figures); i++) {
        phb__html_put_amount(html, phb_table_int64(table, figures[i], NULL)[row]);
    }
    phb__html_put(html, "<td class=\"phb-amount\">");
    phb__put_mixed(html->builder, phb_table_int64(table, "slips_numerator", NULL)[row],
                   phb_table_int64(table, "slips_denominator", NULL)[row]);
    phb__html_put(html, "</td><td>");
    phb__html_put_text(html, text_of(table, "ni_letter", row));
    bool is_member = phb_table_int32(table, "pension_member", NULL)[row] != 0;
    phb__html_put(html, is_member ? "</td><td>yes</td></tr>\n" : "</td><td>no</td></tr>\n");
}

static void
open_payslips(struct costing *costing, size_t row)
{
    static const char *const names[] = {"Days",
                                        ">Basic pay",
                                        ">Leave pay",
                                        ">Gross pay",
                                        ">Employer National Insurance",
                                        ">Employer pension contribution",
                                        ">How many payslips",
                                        "National Insurance letter",
                                        "In the pension scheme"};
    struct phb__builder *words = phb__html_words(&costing->html);
    phb__put(words, text_of(costing->page.payslips, "of", row));
    phb__put(words, ", paid ");
    phb__put_frequency(words, &costing->page, row);
    phb__html_open_scroll(&costing->html);
    phb__html_open_table(&costing->html, names, COUNT_OF(names));
}

static void
put_payslips(struct costing *costing)
{
    const phb_table *payslips = costing->page.payslips;
    size_t rows = phb_table_rows(payslips);
    if (rows > 0) {
        phb__html_put_heading(&costing->html, 1, "What one payslip costs the employer");
    }
    for (size_t row = 0; row < rows; row++) {
        const char *of = text_of(payslips, "of", row);
        if (row == 0 || strcmp(of, text_of(payslips, "of", row - 1)) != 0) {
            open_payslips(costing, row);
        }
        put_payslip(costing, row);
        if (row + 1 == rows || strcmp(of, text_of(payslips, "of", row + 1)) != 0) {
            end_table(&costing->html);
            phb__html_put(&costing->html, "</div>\n");
        }
    }
}

/* ---- lines ---- */

static void
put_line(struct costing *costing, size_t row, bool with_id)
{
    const phb_table *lines = costing->page.lines;
    struct phb__html *html = &costing->html;
    phb__html_put(html, "<tr><th scope=\"row\">");
    phb__html_put_name(html, text_of(lines, "category", row));
    if (with_id) {
        phb__html_put(html, " <span class=\"phb-id\">(");
        phb__html_put_text(html, text_of(lines, "of", row));
        phb__html_put(html, ")</span>");
    }
    phb__html_put(html, phb_table_int32(lines, "one_off", NULL)[row] != 0 ? ", once" : "");
    phb__html_put(html, "</th><td>");
    phb__html_put_days(html, lines, row);
    bool is_provisional = phb_table_int32(lines, "provisional", NULL)[row] != 0;
    phb__html_put(html, is_provisional ? ", <em>provisional</em></td>" : "</td>");
    phb__html_put_amount(html, phb__amount_at(lines, row));
    phb__html_put(html, "</tr>\n");
}

static void
put_group_caption(struct costing *costing, const struct phb__group *group)
{
    struct phb__builder *words = phb__html_words(&costing->html);
    switch (group->kind) {
    case PHB__GROUP_ASSISTANT:
        phb__put(words, text_of(costing->page.lines, "of", group->first));
        phb__put(words, ", ");
        phb__put_words(words, text_of(costing->page.lines, "deployment", group->first));
        break;
    case PHB__GROUP_OTHERS:
        phb__put(words, "Other costs");
        break;
    case PHB__GROUP_WHOLE:
        phb__put(words, "For the whole budget");
        break;
    }
}

static void
put_lines(struct costing *costing)
{
    static const char *const names[] = {"Cost", "Days", ">Amount (£)"};
    struct phb__group group = {0};
    phb__html_put_heading(&costing->html, 1, "What it costs");
    while (phb__next_group(&costing->page, &group)) {
        put_group_caption(costing, &group);
        phb__html_open_table(&costing->html, names, COUNT_OF(names));
        for (size_t row = group.first; row < group.end; row++) {
            put_line(costing, row, group.kind == PHB__GROUP_OTHERS);
        }
        put_sum(&costing->html,
                "<tr class=\"phb-sum\"><th scope=\"row\" colspan=\"2\">Together</th>", group.sum);
        end_table(&costing->html);
    }
}

/* ---- totals ---- */

static void
put_sums(struct costing *costing, const char *caption, bool is_beside)
{
    static const char *const names[] = {"Total", ">Amount (£)"};
    struct phb__html *html = &costing->html;
    phb__put(phb__html_words(html), caption);
    phb__html_open_table(html, names, COUNT_OF(names));
    for (size_t i = 0; i < PHB__SUMS; i++) {
        const struct phb__sum *sum = &phb__page_sums[i];
        if (sum->is_beside != is_beside || !phb__is_shown(&costing->page, sum)) {
            continue;
        }
        bool is_total = strcmp(sum->total, "total") == 0;
        phb__html_put(html, is_total ? "<tr class=\"phb-sum\">" : "<tr>");
        phb__html_put(html, "<th scope=\"row\">");
        phb__html_put_prose(html, is_total ? "Total of the budget" : sum->words);
        put_sum(html, "</th>",
                phb__amount_at(costing->page.totals, phb__total_row(&costing->page, sum->total)));
    }
    end_table(html);
}

static void
put_breakdown(struct costing *costing, const struct phb__breakdown *breakdown)
{
    static const char *const names[] = {"Part", ">Amount (£)"};
    const phb_table *totals = costing->page.totals;
    struct phb__html *html = &costing->html;
    size_t row = phb__total_row(&costing->page, breakdown->total);
    if (row == phb_table_rows(totals)) {
        return;
    }
    phb__put(phb__html_words(html), breakdown->words);
    phb__html_open_table(html, names, COUNT_OF(names));
    for (; row < phb_table_rows(totals) &&
           strcmp(text_of(totals, "total", row), breakdown->total) == 0;
         row++) {
        phb__html_put(html, "<tr><th scope=\"row\">");
        phb__put_total_key(phb__html_words(html), &costing->page, row);
        phb__html_put_words(html);
        put_sum(html, "</th>", phb__amount_at(totals, row));
    }
    end_table(html);
}

static void
put_totals(struct costing *costing)
{
    phb__html_put_heading(&costing->html, 1, "Totals");
    put_sums(costing, "What the budget comes to", false);
    put_sums(costing, "Beside the budget", true);
    for (size_t i = 0; i < PHB__BREAKDOWNS; i++) {
        put_breakdown(costing, &phb__page_breakdowns[i]);
    }
}

/* ---- instalments and notes ---- */

static void
put_instalments(struct costing *costing)
{
    static const char *const names[] = {"On", ">Amount (£)"};
    const phb_table *instalments = costing->page.instalments;
    struct phb__html *html = &costing->html;
    size_t rows = phb_table_rows(instalments);
    if (rows == 0) {
        return;
    }
    phb__html_put_heading(html, 1, "When the direct payment is paid");
    phb__put(phb__html_words(html), "Instalments");
    phb__html_open_table(html, names, COUNT_OF(names));
    for (size_t row = 0; row < rows; row++) {
        phb__html_put(html, "<tr><th scope=\"row\">");
        phb__html_put_short_date(html, phb_table_int32(instalments, "on", NULL)[row]);
        put_sum(html, "</th>", phb__amount_at(instalments, row));
    }
    put_sum(html, "<tr class=\"phb-sum\"><th scope=\"row\">Together</th>",
            phb__sum_of_instalments(&costing->page));
    end_table(html);
}

static void
put_notes(struct costing *costing)
{
    const phb_table *notes = costing->page.notes;
    if (phb_table_rows(notes) == 0) {
        return;
    }
    phb__html_put_heading(&costing->html, 1, "Notes");
    phb__html_put(&costing->html, "<ul>\n");
    for (size_t row = 0; row < phb_table_rows(notes); row++) {
        phb__html_put(&costing->html, "<li>");
        phb__html_put_prose(&costing->html, text_of(notes, "message", row));
        phb__html_put(&costing->html, "</li>\n");
    }
    phb__html_put(&costing->html, "</ul>\n");
}

void
phb__html_put_costing(struct phb__builder *builder, phb_format format, const phb_costing *made)
{
    struct costing costing;
    phb__html_init(&costing.html, builder, format);
    phb__page_init(&costing.page, phb__html_words(&costing.html), made);
    phb__put_title(&costing.page);
    phb__html_open(&costing.html);
    put_head(&costing);
    put_payslips(&costing);
    put_lines(&costing);
    put_totals(&costing);
    put_instalments(&costing);
    put_notes(&costing);
    phb__html_close(&costing.html);
}
