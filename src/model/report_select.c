/* A report of a part of what another one found. */

#include <string.h>

#include "core/error.h"
#include "model/report.h"

struct choice {
    const char *section; /* "": every one */
    phb_severity severity;
};

static bool
is_section(const char *name)
{
    for (int section = 1; section <= PHB__SECTION_SIGN_OFF; section++) {
        if (strcmp(phb__section_name((enum phb__section)section), name) == 0) {
            return true;
        }
    }
    return false;
}

static bool
is_of_section(const struct choice *choice, const char *section)
{
    return choice->section[0] == '\0' || strcmp(choice->section, section) == 0;
}

/* As bad as was asked for, or worse. */
static bool
is_bad_enough(const struct choice *choice, const char *severity)
{
    for (phb_severity each = PHB_SEVERITY_BREACH; each <= choice->severity; each++) {
        if (strcmp(phb__severity_name(each), severity) == 0) {
            return true;
        }
    }
    return false;
}

static bool
is_chosen(const struct choice *choice, const phb_table *findings, size_t row)
{
    return is_of_section(choice, phb__table_get_text(findings, PHB__FINDING_SECTION, row)) &&
           is_bad_enough(choice, phb__table_get_text(findings, PHB__FINDING_SEVERITY, row));
}

/* The texts outlive neither table, so each is copied. */
static bool
copy_row(phb_table *to, const phb_table *from, size_t row)
{
    if (!phb__table_add_row(to)) {
        return false;
    }
    for (size_t column = 0; column < phb_table_columns(from); column++) {
        if (phb_table_column_type(from, column) != PHB_COLUMN_TEXT) {
            phb__table_set(to, column, phb__table_get(from, column, row));
            continue;
        }
        const char *text = phb__table_get_text(from, column, row);
        if (!phb__table_set_copy(to, column, text, strlen(text))) {
            return false;
        }
    }
    return true;
}

static bool
copy_findings(phb_report *to, const phb_report *from, const struct choice *choice)
{
    for (size_t row = 0; row < phb_table_rows(from->findings); row++) {
        if (is_chosen(choice, from->findings, row) &&
            !copy_row(to->findings, from->findings, row)) {
            return false;
        }
    }
    return true;
}

/* A section is as complete as it was: only its findings are counted anew. */
static bool
copy_sections(phb_report *to, const phb_report *from, const struct choice *choice)
{
    for (size_t row = 0; row < phb_table_rows(from->sections); row++) {
        const char *section = phb__table_get_text(from->sections, PHB__REPORT_SECTION, row);
        int64_t count = 0;
        if (!is_of_section(choice, section)) {
            continue;
        }
        for (size_t i = 0; i < phb_table_rows(to->findings); i++) {
            const char *of = phb__table_get_text(to->findings, PHB__FINDING_SECTION, i);
            count += strcmp(of, section) == 0 ? 1 : 0;
        }
        if (!copy_row(to->sections, from->sections, row)) {
            return false;
        }
        phb__table_set(to->sections, PHB__REPORT_SECTION_FINDINGS, count);
    }
    return true;
}

phb_status
phb_report_select(const phb_report *report, const char *section, phb_severity severity,
                  phb_report **out_report, phb_error *error)
{
    struct choice choice = {section ? section : "", severity};
    if (out_report) {
        *out_report = NULL;
    }
    if (!report || !out_report || (size_t)severity < PHB_SEVERITY_BREACH ||
        (size_t)severity > PHB_SEVERITY_NOTE) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    if (choice.section[0] != '\0' && !is_section(choice.section)) {
        return phb__fail_because(error, PHB_ERROR_NOT_FOUND, "there is no such section");
    }
    struct phb__report_basis basis = {report->as_of, report->rates, report->policy};
    phb_report *chosen = phb__report_new(report->context, &basis);
    if (!chosen || !copy_findings(chosen, report, &choice) ||
        !copy_sections(chosen, report, &choice)) {
        phb_report_free(chosen);
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    phb__report_tally(chosen);
    *out_report = chosen;
    return PHB_OK;
}
