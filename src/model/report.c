#include "model/report.h"

#include <string.h>

#include "core/alloc.h"
#include "core/context.h"

static const char *const severity_names[] = {
    [PHB_SEVERITY_BREACH] = "breach",
    [PHB_SEVERITY_GAP] = "gap",
    [PHB_SEVERITY_WARNING] = "warning",
    [PHB_SEVERITY_NOTE] = "note",
};

static const char *const section_names[] = {
    [PHB__SECTION_ABOUT] = "about",
    [PHB__SECTION_CONTACTS] = "contacts",
    [PHB__SECTION_HEALTH] = "health",
    [PHB__SECTION_NEEDS_AND_OUTCOMES] = "needs_and_outcomes",
    [PHB__SECTION_ACTION_PLAN] = "action_plan",
    [PHB__SECTION_TRAINING] = "training",
    [PHB__SECTION_CONTINGENCY] = "contingency",
    [PHB__SECTION_BUDGET] = "budget",
    [PHB__SECTION_REVIEWS] = "reviews",
    [PHB__SECTION_SIGN_OFF] = "sign_off",
};

static const char *const state_names[] = {
    [PHB__STATE_COMPLETE] = "complete", [PHB__STATE_PARTIAL] = "partial",
    [PHB__STATE_MISSING] = "missing",   [PHB__STATE_ELSEWHERE] = "elsewhere",
    [PHB__STATE_DECLINED] = "declined", [PHB__STATE_NOT_APPLICABLE] = "not_applicable",
};

static const struct phb__column finding_columns[] = {
    [PHB__FINDING_RULE] = {"rule", PHB_COLUMN_TEXT},
    [PHB__FINDING_SEVERITY] = {"severity", PHB_COLUMN_TEXT},
    [PHB__FINDING_SECTION] = {"section", PHB_COLUMN_TEXT},
    [PHB__FINDING_AT] = {"at", PHB_COLUMN_TEXT},
    [PHB__FINDING_MESSAGE] = {"message", PHB_COLUMN_TEXT},
    [PHB__FINDING_FIX] = {"fix", PHB_COLUMN_TEXT},
    [PHB__FINDING_SOURCE] = {"source", PHB_COLUMN_TEXT},
    [PHB__FINDING_ARGUMENTS] = {"arguments", PHB_COLUMN_TEXT},
    [PHB__FINDING_ACTUAL] = {"actual", PHB_COLUMN_NUMBER},
    [PHB__FINDING_LIMIT] = {"limit", PHB_COLUMN_NUMBER},
    [PHB__FINDING_UNIT] = {"unit", PHB_COLUMN_TEXT},
    [PHB__FINDING_ACCEPTED] = {"accepted", PHB_COLUMN_YES_NO},
};

static const struct phb__column section_columns[] = {
    [PHB__REPORT_SECTION] = {"section", PHB_COLUMN_TEXT},
    [PHB__REPORT_STATE] = {"state", PHB_COLUMN_TEXT},
    [PHB__REPORT_SECTION_FINDINGS] = {"findings", PHB_COLUMN_NUMBER},
};

const char *
phb__severity_name(phb_severity severity)
{
    return severity_names[severity];
}

const char *
phb__section_name(enum phb__section section)
{
    return section_names[section];
}

const char *
phb__section_state_name(enum phb__section_state state)
{
    return state_names[state];
}

/* Most reports hold fewer findings: their table never grows. */
#define ROWS 16

phb_report *
phb__report_new(const phb_context *context, const struct phb__report_basis *basis)
{
    phb_report *report = phb__allocate(context, 1, sizeof *report);
    if (!report) {
        return NULL;
    }
    report->context = phb__context_keep(context);
    phb__arena_init(&report->arena, context, 0);
    report->as_of = basis->as_of;
    report->rates = phb__arena_text(&report->arena, basis->rates, strlen(basis->rates));
    report->policy = phb__arena_text(&report->arena, basis->policy, strlen(basis->policy));
    report->findings = phb__table_new(context, finding_columns, PHB__FINDING_COLUMNS, ROWS);
    report->sections = phb__table_new(context, section_columns, PHB__REPORT_SECTION_COLUMNS, 0);
    phb__table_set_title(report->findings, "What was found");
    phb__table_set_title(report->sections, "Sections of the plan");
    if (!report->rates || !report->policy || !report->findings || !report->sections) {
        phb_report_free(report);
        return NULL;
    }
    return report;
}

void
phb_report_free(phb_report *report)
{
    if (!report) {
        return;
    }
    phb_context *context = report->context;
    phb_table_free(report->findings);
    phb_table_free(report->sections);
    phb__arena_free(&report->arena);
    phb__release(context, report, sizeof *report);
    phb_context_unref(context);
}

/* The severity of a finding that counts, 0 of one that was accepted. */
static size_t
severity_of(const phb_table *findings, size_t row)
{
    size_t severity = PHB_SEVERITY_BREACH;
    if (phb__table_get(findings, PHB__FINDING_ACCEPTED, row) != 0) {
        return 0;
    }
    const char *name = phb__table_get_text(findings, PHB__FINDING_SEVERITY, row);
    while (severity < PHB_SEVERITY_NOTE && strcmp(name, severity_names[severity]) != 0) {
        severity++;
    }
    return severity;
}

void
phb__report_tally(phb_report *report)
{
    memset(report->counts, 0, sizeof report->counts);
    size_t next_severity = PHB_SEVERITY_NOTE;
    report->next = -1;
    for (size_t row = 0; row < phb_table_rows(report->findings); row++) {
        size_t severity = severity_of(report->findings, row);
        report->counts[severity]++;
        /* Of those that matter as much, the one that stands first; a note asks for nothing. */
        if (severity > 0 && severity < next_severity) {
            next_severity = severity;
            report->next = (int32_t)row;
        }
    }
    report->worst = (phb_severity)0;
    for (size_t severity = PHB_SEVERITY_NOTE; severity >= PHB_SEVERITY_BREACH; severity--) {
        if (report->counts[severity] > 0) {
            report->worst = (phb_severity)severity;
        }
    }
}

const phb_table *
phb_report_table(const phb_report *report, phb_report_part part)
{
    if (!report) {
        return NULL;
    }
    switch (part) {
    case PHB_REPORT_FINDINGS:
        return report->findings;
    case PHB_REPORT_SECTIONS:
        return report->sections;
    }
    return NULL;
}

phb_severity
phb_report_worst(const phb_report *report)
{
    return report ? report->worst : (phb_severity)0;
}

int32_t
phb_report_next(const phb_report *report)
{
    return report ? report->next : -1;
}

int32_t
phb_report_count(const phb_report *report, phb_severity severity)
{
    /* Whether an enum is signed is the compiler's choice; a cast makes a negative one too large. */
    bool is_known =
        (size_t)severity >= PHB_SEVERITY_BREACH && (size_t)severity <= PHB_SEVERITY_NOTE;
    return report && is_known ? report->counts[severity] : 0;
}

phb_date
phb_report_as_of(const phb_report *report)
{
    return report ? report->as_of : PHB_DATE_NONE;
}

const char *
phb_report_rates_edition(const phb_report *report)
{
    return report ? report->rates : "";
}

const char *
phb_report_policy_edition(const phb_report *report)
{
    return report ? report->policy : "";
}

phb_context *
phb_report_context(const phb_report *report)
{
    return report ? report->context : NULL;
}
