/* phb batch check: what each check found, in figures. */

#include <string.h>

#include "cli/batch.h"

static const struct {
    phb_severity severity;
    const char *name;
} severities[] = {{PHB_SEVERITY_BREACH, "breach"},
                  {PHB_SEVERITY_GAP, "gap"},
                  {PHB_SEVERITY_WARNING, "warning"},
                  {PHB_SEVERITY_NOTE, "note"}};
#define SEVERITIES (sizeof severities / sizeof severities[0])

static const char *const sections[] = {
    "about",  "contacts", "health",  "needs_and_outcomes", "action_plan", "training", "contingency",
    "budget", "reviews",  "sign_off"};

/* "" when nothing was found. */
static const char *
name_of(phb_severity severity)
{
    for (size_t i = 0; i < SEVERITIES; i++) {
        if (severities[i].severity == severity) {
            return severities[i].name;
        }
    }
    return "";
}

static int64_t
accepted_in(const phb_table *findings)
{
    const int32_t *accepted = phb_table_int32(findings, "accepted", NULL);
    int64_t count = 0;
    for (size_t row = 0; row < phb_table_rows(findings); row++) {
        count += accepted[row] != 0 ? 1 : 0;
    }
    return count;
}

/* ---- rows ---- */

/* NULL for a section that a budget alone has not. */
static const char *
state_of(const phb_table *table, const char *section)
{
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        if (strcmp(phb_table_text(table, "section", row), section) == 0) {
            return phb_table_text(table, "state", row);
        }
    }
    return NULL;
}

static void
put_sections(const struct batch_row *row, const phb_table *table)
{
    if (!row->is_csv) {
        row_open(row, "sections");
    }
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
        const char *state = state_of(table, sections[i]);
        if (state || row->is_csv) {
            row_text(row, sections[i], state);
        }
    }
    if (!row->is_csv) {
        row_close(row);
    }
}

static void
put_row(const struct batch_row *row, const phb_report *report)
{
    const phb_table *findings = phb_report_table(report, PHB_REPORT_FINDINGS);
    int32_t next = phb_report_next(report);
    row_begin(row);
    row_date(row, "as_of", phb_report_as_of(report));
    row_text(row, "worst", name_of(phb_report_worst(report)));
    for (size_t i = 0; i < SEVERITIES; i++) {
        row_number(row, severities[i].name, phb_report_count(report, severities[i].severity));
    }
    row_number(row, "accepted", accepted_in(findings));
    row_text(row, "next", next < 0 ? NULL : phb_table_text(findings, "rule", (size_t)next));
    put_sections(row, phb_report_table(report, PHB_REPORT_SECTIONS));
    row_end(row);
}

/* Without their sentences: some have the last digits of an NHS number. */
static void
put_table(const struct batch_row *row, const phb_report *report)
{
    const phb_table *findings = phb_report_table(report, PHB_REPORT_FINDINGS);
    const int64_t *actual = phb_table_int64(findings, "actual", NULL);
    const int64_t *limit = phb_table_int64(findings, "limit", NULL);
    const int32_t *accepted = phb_table_int32(findings, "accepted", NULL);
    for (size_t i = 0; i < phb_table_rows(findings); i++) {
        row_begin(row);
        row_text(row, "rule", phb_table_text(findings, "rule", i));
        row_text(row, "severity", phb_table_text(findings, "severity", i));
        row_text(row, "section", phb_table_text(findings, "section", i));
        row_text(row, "at", phb_table_text(findings, "at", i));
        row_number(row, "actual", actual[i]);
        row_number(row, "limit", limit[i]);
        row_text(row, "unit", phb_table_text(findings, "unit", i));
        row_yes_no(row, "accepted", accepted[i] != 0);
        row_end(row);
    }
}

static void
count(const phb_report *report, struct batch_totals *totals)
{
    phb_severity worst = phb_report_worst(report);
    totals_count(totals, "worst", worst == 0 ? "none" : name_of(worst), 1);
    for (size_t i = 0; i < SEVERITIES; i++) {
        totals_count(totals, "findings", severities[i].name,
                     phb_report_count(report, severities[i].severity));
    }
    totals->has_findings =
        totals->has_findings || worst == PHB_SEVERITY_BREACH || worst == PHB_SEVERITY_GAP;
}

static phb_status
put(const struct batch *batch, const struct subject *subject, const struct batch_row *row,
    struct batch_totals *totals, phb_error *error)
{
    phb_report *report = NULL;
    phb_status status =
        subject_check(subject, NULL, batch->inputs, batch->options->as_of, &report, error);
    if (status == PHB_OK) {
        if (batch->options->table) {
            put_table(row, report);
        } else {
            put_row(row, report);
        }
        count(report, totals);
    }
    phb_report_free(report);
    return status;
}

static void
begin_totals(struct batch_totals *totals)
{
    for (size_t i = 0; i < SEVERITIES; i++) {
        totals_count(totals, "worst", severities[i].name, 0);
    }
    totals_count(totals, "worst", "none", 0);
    for (size_t i = 0; i < SEVERITIES; i++) {
        totals_count(totals, "findings", severities[i].name, 0);
    }
}

const struct batch_kind batch_check = {
    .name = "check",
    .table = "findings",
    .columns = "as_of,worst,breach,gap,warning,note,accepted,next,about,contacts,health,"
               "needs_and_outcomes,action_plan,training,contingency,budget,reviews,sign_off",
    .table_columns = "rule,severity,section,at,actual,limit,unit,accepted",
    .begin_totals = begin_totals,
    .put = put,
};
