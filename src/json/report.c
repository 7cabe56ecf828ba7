/* phb-report/1: the findings of a report, as they are. */

#include <phb/report.h>
#include <phb/version.h>

#include "core/document.h"
#include "core/error.h"
#include "model/report.h"
#include "json/table.h"

static void
put_text(struct phb__builder *builder, const char *key, const char *text)
{
    phb__json_put_member(builder, ",", key);
    phb__put_json_text(builder, text);
}

static size_t
accepted_findings(const phb_table *findings)
{
    size_t accepted = 0;
    for (size_t row = 0; row < phb_table_rows(findings); row++) {
        accepted += phb__table_get(findings, PHB__FINDING_ACCEPTED, row) != 0 ? 1 : 0;
    }
    return accepted;
}

static void
put_counts(struct phb__builder *builder, const phb_report *report)
{
    phb__json_put_member(builder, ",", "counts");
    phb__put(builder, "{");
    for (phb_severity each = PHB_SEVERITY_BREACH; each <= PHB_SEVERITY_NOTE; each++) {
        phb__put_json_text(builder, phb__severity_name(each));
        phb__put(builder, ": ");
        phb__put_int(builder, phb_report_count(report, each));
        phb__put(builder, ", ");
    }
    phb__put(builder, "\"accepted\": ");
    phb__put_int(builder, (int64_t)accepted_findings(report->findings));
    phb__put(builder, "}");
}

/* A row as any table has it, but the arguments are JSON already. */
static void
put_finding(struct phb__builder *builder, const phb_table *findings, size_t row)
{
    for (size_t column = 0; column < PHB__FINDING_COLUMNS; column++) {
        phb__put(builder, column == 0 ? "{" : ", ");
        phb__put_json_text(builder, phb_table_column_name(findings, column));
        phb__put(builder, ": ");
        if (column == PHB__FINDING_ARGUMENTS) {
            phb__put(builder, phb__table_get_text(findings, column, row));
        } else {
            phb__json_put_cell(builder, findings, column, row);
        }
    }
    phb__put(builder, "}");
}

static void
put_findings(struct phb__builder *builder, const phb_table *findings)
{
    size_t rows = phb_table_rows(findings);
    phb__json_put_member(builder, ",", "findings");
    phb__put(builder, "[");
    for (size_t row = 0; row < rows; row++) {
        phb__put(builder, row == 0 ? "" : ",");
        phb__json_indent(builder, 2);
        put_finding(builder, findings, row);
    }
    if (rows > 0) {
        phb__json_indent(builder, 1);
    }
    phb__put(builder, "]");
}

static void
put_report(struct phb__builder *builder, const phb_report *report)
{
    phb__put(builder, "{");
    phb__json_put_member(builder, "", "format");
    phb__put_json_text(builder, "phb-report/1");
    put_text(builder, "library", phb_version());
    put_text(builder, "rates", report->rates);
    put_text(builder, "policy", report->policy);
    phb__json_put_member(builder, ",", "as_of");
    phb__put(builder, "\"");
    phb__put_date(builder, report->as_of);
    phb__put(builder, "\"");
    put_text(builder, "worst", report->worst == 0 ? "" : phb__severity_name(report->worst));
    put_counts(builder, report);
    phb__json_put_member(builder, ",", "next");
    if (report->next < 0) {
        phb__put(builder, "null");
    } else {
        phb__put_int(builder, report->next);
    }
    phb__json_put_member(builder, ",", "sections");
    phb__json_put_table(builder, report->sections, 1);
    put_findings(builder, report->findings);
    phb__put(builder, "\n}\n");
}

phb_status
phb_report_to_json(const phb_report *report, phb_text **out_text, phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!report || !out_text) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__builder builder;
    phb__builder_init(&builder, report->context);
    put_report(&builder, report);
    return phb__builder_finish(&builder, out_text, error);
}
