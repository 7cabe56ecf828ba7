/* A report in HTML: the worst first, each finding with its severity in words and what to do next.
 */

#include <string.h>

#include "core/figures.h"
#include "core/table.h"
#include "render/html.h"
#include "render/html_pages.h"
#include "render/report_words.h"
#include "render/words.h"

static const char *
text_of(const phb_table *table, const char *column, size_t row)
{
    return phb_table_text(table, column, row);
}

static void
put_sections(struct phb__html *html, const phb_table *sections)
{
    static const char *const names[] = {"Section", "State", ">Findings"};
    if (phb_table_rows(sections) == 0) {
        return;
    }
    phb__put(phb__html_words(html), "Where things stand");
    phb__html_open_table(html, names, sizeof names / sizeof names[0]);
    for (size_t row = 0; row < phb_table_rows(sections); row++) {
        phb__html_put(html, "<tr><th scope=\"row\">");
        phb__html_put_name(html, text_of(sections, "section", row));
        phb__html_put(html, "</th><td>");
        phb__html_put_name(html, text_of(sections, "state", row));
        phb__html_put(html, "</td><td class=\"phb-amount\">");
        phb__put_int(html->builder, phb_table_int64(sections, "findings", NULL)[row]);
        phb__html_put(html, "</td></tr>\n");
    }
    phb__html_put(html, "</tbody>\n</table>\n");
}

static void
put_head(struct phb__html *html, const phb_report *report)
{
    const phb_table *findings = phb_report_table(report, PHB_REPORT_FINDINGS);
    int32_t next = phb_report_next(report);
    phb__html_put_title(html);
    phb__html_put_edition(html, phb_report_rates_edition(report), phb_report_policy_edition(report),
                          ".");
    phb__html_put(html, "<p>");
    phb__report_put_counts(phb__html_words(html), findings);
    phb__html_put_words(html);
    phb__html_put(html, "</p>\n");
    if (next >= 0) {
        phb__html_put(html, "<div class=\"phb-key\">\n<p><b>To do first:</b> ");
        phb__html_put_prose(html, text_of(findings, "message", (size_t)next));
        phb__html_put(html, "</p>\n<p>");
        phb__html_put_prose(html, text_of(findings, "fix", (size_t)next));
        phb__html_put(html, "</p>\n</div>\n");
    }
    put_sections(html, phb_report_table(report, PHB_REPORT_SECTIONS));
}

static void
put_figures(struct phb__html *html, const phb_table *findings, size_t row)
{
    static const char columns[][7] = {"actual", "limit"};
    static const char labels[][6] = {"It is", "Limit"};
    for (size_t i = 0; i < 2; i++) {
        const char *unit = text_of(findings, "unit", row);
        int64_t figure = phb_table_int64(findings, columns[i], NULL)[row];
        if (figure == PHB_NUMBER_NONE) {
            continue;
        }
        phb__html_open_detail(html, labels[i]);
        if (strcmp(unit, "date") == 0) {
            phb__html_put_long_date(html, (phb_date)figure);
        } else {
            phb__report_put_figure(phb__html_words(html), unit, figure);
            phb__html_put_words(html);
        }
        phb__html_close_detail(html);
    }
}

static void
put_detail(struct phb__html *html, const char *label, const char *text)
{
    phb__html_open_detail(html, label);
    phb__html_put_prose(html, text);
    phb__html_close_detail(html);
}

static void
put_finding(struct phb__html *html, const phb_table *findings, size_t row)
{
    const char *severity = text_of(findings, "severity", row);
    const char *at = text_of(findings, "at", row);
    bool is_accepted = phb_table_int32(findings, "accepted", NULL)[row] != 0;
    phb__html_put(html, "<li class=\"phb-");
    phb__html_put(html, is_accepted ? "accepted" : severity);
    phb__html_put(html, "\">\n<p class=\"phb-what\"><span class=\"phb-tag\">");
    phb__html_put_name(html, severity);
    phb__html_put(html, is_accepted ? ", accepted</span> " : "</span> ");
    phb__html_put_prose(html, text_of(findings, "message", row));
    phb__html_put(html, "</p>\n<dl class=\"phb-details\">\n");
    put_detail(html, "What to do", text_of(findings, "fix", row));
    put_figures(html, findings, row);
    put_detail(html, "Where", at[0] == '\0' ? "the whole" : at);
    put_detail(html, "Source", text_of(findings, "source", row));
    put_detail(html, "Rule", text_of(findings, "rule", row));
    phb__html_put(html, "</dl>\n</li>\n");
}

static void
put_group(struct phb__html *html, const struct phb__report_group *group, const phb_table *findings)
{
    if (phb__report_count_in(group, findings) == 0) {
        return;
    }
    phb__html_put_heading(html, 1, group->heading);
    phb__html_put(html, "<ul class=\"phb-list\">\n");
    for (size_t row = 0; row < phb_table_rows(findings); row++) {
        if (phb__report_is_in(group, findings, row)) {
            put_finding(html, findings, row);
        }
    }
    phb__html_put(html, "</ul>\n");
}

void
phb__html_put_report(struct phb__builder *builder, phb_format format, const phb_report *report)
{
    struct phb__html html;
    phb__html_init(&html, builder, format);
    phb__report_put_title(phb__html_words(&html), report);
    phb__html_open(&html);
    put_head(&html, report);
    for (size_t i = 0; i < PHB__REPORT_GROUPS; i++) {
        put_group(&html, &phb__report_groups[i], phb_report_table(report, PHB_REPORT_FINDINGS));
    }
    phb__html_close(&html);
}
