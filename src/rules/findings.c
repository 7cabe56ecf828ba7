#include "rules/findings.h"

#include <string.h>

#include "core/error.h"

struct phb__argument
phb__value(const char *name, enum phb__argument_kind kind, int64_t value)
{
    return (struct phb__argument){name, kind, value, NULL};
}

struct phb__argument
phb__word(const char *name, const char *word)
{
    return (struct phb__argument){name, PHB__ARGUMENT_WORD, 0, word};
}

struct phb__argument
phb__text(const char *name, const char *text)
{
    return (struct phb__argument){name, PHB__ARGUMENT_TEXT, 0, text};
}

void
phb__findings_init(struct phb__findings *findings, const phb_context *context,
                   const struct phb__circumstances *circumstances,
                   const struct phb__report_basis *basis)
{
    memset(findings, 0, sizeof *findings);
    phb__builder_init(&findings->scratch, context);
    findings->circumstances = *circumstances;
    findings->prefix = "";
    findings->report = phb__report_new(context, basis);
    findings->status = findings->report ? PHB_OK : PHB_ERROR_MEMORY;
}

void
phb__findings_free(struct phb__findings *findings)
{
    phb__builder_free(&findings->scratch);
    phb_report_free(findings->report);
    findings->report = NULL;
}

void
phb__findings_add_section(struct phb__findings *findings, enum phb__section section,
                          enum phb__section_state state)
{
    if (findings->section_count < PHB__SECTIONS_MAX) {
        findings->sections[findings->section_count++] = (struct phb__section_found){section, state};
    }
}

/* What the scratch holds, kept for as long as the report; the scratch is empty then. NULL when out
 * of memory. */
static const char *
keep(struct phb__findings *findings)
{
    struct phb__builder *scratch = &findings->scratch;
    if (scratch->failed) {
        return NULL;
    }
    const char *kept = scratch->size == 0 ? "" : scratch->data;
    kept = phb__arena_text(&findings->report->arena, kept, scratch->size);
    scratch->size = 0;
    return kept;
}

static bool
fill(struct phb__findings *findings, const struct phb__finding *finding, struct phb__found *found)
{
    const struct phb__rule *rule = &phb__rules[finding->rule];
    bool has_figures = rule->unit != PHB__FIGURE_NONE;
    found->actual = has_figures ? finding->actual : PHB_NUMBER_NONE;
    found->limit = has_figures ? finding->limit : PHB_NUMBER_NONE;
    phb__put(&findings->scratch, findings->prefix);
    phb__put(&findings->scratch, finding->at);
    found->at = keep(findings);
    phb__put_template(&findings->scratch, phb__rule_text(rule->message), finding->arguments);
    found->message = keep(findings);
    phb__put_template(&findings->scratch, phb__rule_text(rule->fix), finding->arguments);
    found->fix = keep(findings);
    phb__put_arguments(&findings->scratch, rule, finding->arguments);
    found->arguments = keep(findings);
    return found->at && found->message && found->fix && found->arguments;
}

static void
append(struct phb__found_list *list, struct phb__found *found)
{
    if (list->last) {
        list->last->next = found;
    } else {
        list->first = found;
    }
    list->last = found;
}

void
phb__find(struct phb__findings *findings, const struct phb__finding *finding)
{
    struct phb__circumstances circumstances = findings->circumstances;
    if (findings->status != PHB_OK) {
        return;
    }
    if (!phb__arguments_fit(&phb__rules[finding->rule], finding->arguments)) {
        findings->status = PHB_ERROR_INTERNAL;
        return;
    }
    if (finding->deployment != 0) {
        circumstances.deployment = finding->deployment;
    }
    phb_severity severity = phb__rule_severity(finding->rule, &circumstances);
    if (severity == 0) {
        return;
    }
    struct phb__found *found = phb__arena_take(&findings->report->arena, 1, sizeof *found);
    if (!found || !fill(findings, finding, found)) {
        findings->status = PHB_ERROR_MEMORY;
        return;
    }
    found->severity = severity;
    append(&findings->by_rule[finding->rule], found);
}

/* The texts outlive the table: they are the table of rules' or in the report's arena. */
static bool
add_row(phb_table *table, const struct phb__rule *rule, const struct phb__found *found)
{
    if (!phb__table_add_row(table)) {
        return false;
    }
    phb__table_set(table, PHB__FINDING_ACTUAL, found->actual);
    phb__table_set(table, PHB__FINDING_LIMIT, found->limit);
    phb__table_set(table, PHB__FINDING_ACCEPTED, found->is_accepted ? 1 : 0);
    const char *section = phb__section_name((enum phb__section)rule->section);
    const char *unit = phb__figure_name((enum phb__figure)rule->unit);
    const char *severity = phb__severity_name(found->severity);
    return phb__table_set_static(table, PHB__FINDING_RULE, phb__rule_text(rule->id)) &&
           phb__table_set_static(table, PHB__FINDING_SEVERITY, severity) &&
           phb__table_set_static(table, PHB__FINDING_SECTION, section) &&
           phb__table_set_static(table, PHB__FINDING_AT, found->at) &&
           phb__table_set_static(table, PHB__FINDING_MESSAGE, found->message) &&
           phb__table_set_static(table, PHB__FINDING_FIX, found->fix) &&
           phb__table_set_static(table, PHB__FINDING_SOURCE, phb__rule_text(rule->source)) &&
           phb__table_set_static(table, PHB__FINDING_ARGUMENTS, found->arguments) &&
           phb__table_set_static(table, PHB__FINDING_UNIT, unit);
}

/* How many findings each section has, and whether any of them is more than a warning. */
struct section_counts {
    int64_t findings[PHB__SECTIONS_MAX + 1];
    bool is_open[PHB__SECTIONS_MAX + 1];
};

static bool
add_rows(struct phb__findings *findings, struct section_counts *counts)
{
    bool is_added = true;
    for (uint32_t key = 0; key < PHB__RULE_COUNT; key++) {
        const struct phb__rule *rule = &phb__rules[key];
        const struct phb__found *found = findings->by_rule[key].first;
        for (; found && is_added; found = found->next) {
            is_added = add_row(findings->report->findings, rule, found);
            counts->findings[rule->section]++;
            counts->is_open[rule->section] |=
                found->severity <= PHB_SEVERITY_GAP && !found->is_accepted;
        }
    }
    return is_added;
}

static bool
add_sections(struct phb__findings *findings, const struct section_counts *counts)
{
    phb_table *table = findings->report->sections;
    for (uint32_t i = 0; i < findings->section_count; i++) {
        const struct phb__section_found *each = &findings->sections[i];
        bool is_partial = each->state == PHB__STATE_COMPLETE && counts->is_open[each->section];
        enum phb__section_state state = is_partial ? PHB__STATE_PARTIAL : each->state;
        if (!phb__table_add_row(table) ||
            !phb__table_set_static(table, PHB__REPORT_SECTION, phb__section_name(each->section)) ||
            !phb__table_set_static(table, PHB__REPORT_STATE, phb__section_state_name(state))) {
            return false;
        }
        phb__table_set(table, PHB__REPORT_SECTION_FINDINGS, counts->findings[each->section]);
    }
    return true;
}

phb_status
phb__findings_finish(struct phb__findings *findings, phb_report **out_report, phb_error *error)
{
    struct section_counts counts = {{0}, {false}};
    *out_report = NULL;
    if (findings->status == PHB_OK &&
        (!add_rows(findings, &counts) || !add_sections(findings, &counts))) {
        findings->status = PHB_ERROR_MEMORY;
    }
    if (findings->status != PHB_OK) {
        phb__findings_free(findings);
        return phb__fail(error, findings->status);
    }
    phb__report_tally(findings->report);
    *out_report = findings->report;
    findings->report = NULL;
    phb__findings_free(findings);
    return PHB_OK;
}
