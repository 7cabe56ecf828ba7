/* A report as a family or a commissioner reads it: the worst first, each with what to do next. */

#include <phb/report.h>
#include <phb/version.h>
#include <string.h>

#include "core/error.h"
#include "core/table.h"
#include "render/csv.h"
#include "render/html_pages.h"
#include "render/markdown.h"
#include "render/report_words.h"
#include "render/words.h"

#define WIDTH 96

/* Where what is said about a finding begins, behind "What to do:". */
#define DETAIL_COLUMN 14

static const char *
text_of(const phb_table *findings, const char *column, size_t row)
{
    return phb_table_text(findings, column, row);
}

static void
put_sections(struct phb__builder *builder, const phb_table *sections)
{
    for (size_t row = 0; row < phb_table_rows(sections); row++) {
        size_t start = builder->size;
        phb__put(builder, "  ");
        phb__put_words(builder, text_of(sections, "section", row));
        phb__pad_right(builder, start, 24);
        start = builder->size;
        phb__put_words(builder, text_of(sections, "state", row));
        phb__pad_right(builder, start, 16);
        int64_t count = phb_table_int64(sections, "findings", NULL)[row];
        phb__put_int(builder, count);
        phb__put(builder, count == 1 ? " finding\n" : " findings\n");
    }
}

static void
put_title(struct phb__builder *builder, const phb_report *report)
{
    phb__report_put_title(builder, report);
    phb__put(builder, "\nRates ");
    phb__put(builder, phb_report_rates_edition(report));
    if (phb_report_policy_edition(report)[0] != '\0') {
        phb__put(builder, ", policy ");
        phb__put(builder, phb_report_policy_edition(report));
    }
    phb__put(builder, ", libphb ");
    phb__put(builder, phb_version());
    phb__put(builder, ".\n\n");
    phb__report_put_counts(builder, phb_report_table(report, PHB_REPORT_FINDINGS));
    phb__put(builder, "\n");
    put_sections(builder, phb_report_table(report, PHB_REPORT_SECTIONS));
}

/* "To do first: what is wrong. What to do." */
static void
put_next(struct phb__builder *builder, const phb_report *report)
{
    static const char label[] = "To do first: ";
    const phb_table *findings = phb_report_table(report, PHB_REPORT_FINDINGS);
    int32_t next = phb_report_next(report);
    if (next >= 0) {
        size_t indent = sizeof label - 1;
        phb__put(builder, "\n");
        phb__put(builder, label);
        phb__put_wrapped(builder, text_of(findings, "message", (size_t)next), indent, indent,
                         WIDTH);
        phb__put_repeat(builder, ' ', indent);
        phb__put_wrapped(builder, text_of(findings, "fix", (size_t)next), indent, indent, WIDTH);
    }
}

/* Begins a line about a finding: "  Where:      ". */
static void
put_label(struct phb__builder *builder, const char *label)
{
    size_t start = builder->size;
    phb__put(builder, "  ");
    phb__put(builder, label);
    phb__pad_right(builder, start, DETAIL_COLUMN);
}

static void
put_detail(struct phb__builder *builder, const char *label, const char *text)
{
    put_label(builder, label);
    phb__put_wrapped(builder, text, DETAIL_COLUMN, DETAIL_COLUMN, WIDTH);
}

static void
put_figures(struct phb__builder *builder, const phb_table *findings, size_t row)
{
    static const char *const columns[] = {"actual", "limit"};
    static const char *const labels[] = {"It is:", "Limit:"};
    for (size_t i = 0; i < 2; i++) {
        int64_t figure = phb_table_int64(findings, columns[i], NULL)[row];
        if (figure != PHB_NUMBER_NONE) {
            put_label(builder, labels[i]);
            phb__report_put_figure(builder, text_of(findings, "unit", row), figure);
            phb__put(builder, "\n");
        }
    }
}

static void
put_finding(struct phb__builder *builder, const phb_table *findings, size_t row)
{
    const char *at = text_of(findings, "at", row);
    phb__put(builder, "\n- ");
    phb__put_wrapped(builder, text_of(findings, "message", row), 2, 2, WIDTH);
    put_detail(builder, "What to do:", text_of(findings, "fix", row));
    put_figures(builder, findings, row);
    put_detail(builder, "Where:", at[0] == '\0' ? "the whole" : at);
    put_detail(builder, "Source:", text_of(findings, "source", row));
    put_detail(builder, "Rule:", text_of(findings, "rule", row));
}

static void
put_group(struct phb__builder *builder, const struct phb__report_group *group,
          const phb_table *findings)
{
    if (phb__report_count_in(group, findings) == 0) {
        return;
    }
    phb__put(builder, "\n");
    phb__put(builder, group->heading);
    phb__put(builder, "\n");
    phb__put_repeat(builder, '-', WIDTH);
    phb__put(builder, "\n");
    for (size_t row = 0; row < phb_table_rows(findings); row++) {
        if (phb__report_is_in(group, findings, row)) {
            put_finding(builder, findings, row);
        }
    }
}

static void
put_page(struct phb__builder *builder, const phb_report *report)
{
    put_title(builder, report);
    put_next(builder, report);
    for (size_t i = 0; i < PHB__REPORT_GROUPS; i++) {
        put_group(builder, &phb__report_groups[i], phb_report_table(report, PHB_REPORT_FINDINGS));
    }
}

static void
put_markdown_sections(struct phb__builder *builder, const phb_table *sections)
{
    static const char *const headings[] = {"section", "state", "findings"};
    phb__markdown_put_heading(builder, headings, 3);
    for (size_t row = 0; row < phb_table_rows(sections); row++) {
        phb__put(builder, "| ");
        phb__put_words(builder, text_of(sections, "section", row));
        phb__put(builder, " | ");
        phb__put_words(builder, text_of(sections, "state", row));
        phb__put(builder, " | ");
        phb__put_int(builder, phb_table_int64(sections, "findings", NULL)[row]);
        phb__put(builder, " |\n");
    }
    phb__put(builder, "\n");
}

/* What people act on; the figures are in the sentences. */
static void
put_markdown(struct phb__builder *builder, const phb_report *report)
{
    const phb_table *findings = phb_report_table(report, PHB_REPORT_FINDINGS);
    put_markdown_sections(builder, phb_report_table(report, PHB_REPORT_SECTIONS));
    if (phb_report_next(report) >= 0) {
        phb__put(builder, "**To do first:** ");
        phb__markdown_put_text(builder,
                               text_of(findings, "message", (size_t)phb_report_next(report)));
        phb__put(builder, " ");
        phb__markdown_put_text(builder, text_of(findings, "fix", (size_t)phb_report_next(report)));
        phb__put(builder, "\n\n");
    }
    static const char *const columns[] = {"severity", "message", "fix", "at", "source", "rule"};
    static const char *const headings[] = {"severity", "what was found", "what to do",
                                           "where",    "source",         "rule"};
    size_t count = sizeof columns / sizeof columns[0];
    phb__markdown_put_heading(builder, headings, count);
    for (size_t row = 0; row < phb_table_rows(findings); row++) {
        phb__put(builder, "|");
        for (size_t i = 0; i < count; i++) {
            phb__put(builder, " ");
            phb__markdown_put_text(builder, text_of(findings, columns[i], row));
            phb__put(builder, " |");
        }
        phb__put(builder, "\n");
    }
}

phb_status
phb_report_render(const phb_report *report, phb_format format, phb_text **out_text,
                  phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!report || !out_text || (size_t)format < PHB_FORMAT_TEXT ||
        (size_t)format > PHB_FORMAT_HTML_PAGE || format == PHB_FORMAT_ICALENDAR) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__builder builder;
    phb__builder_init(&builder, phb_report_context(report));
    switch (format) {
    case PHB_FORMAT_TEXT:
        put_page(&builder, report);
        break;
    case PHB_FORMAT_CSV:
        phb__csv_put_table(&builder, phb_report_table(report, PHB_REPORT_FINDINGS));
        break;
    case PHB_FORMAT_MARKDOWN:
        put_markdown(&builder, report);
        break;
    case PHB_FORMAT_HTML:
    case PHB_FORMAT_HTML_PAGE:
        phb__html_put_report(&builder, format, report);
        break;
    case PHB_FORMAT_ICALENDAR: /* refused above: findings have no days */
        break;
    }
    return phb__builder_finish(&builder, out_text, error);
}
