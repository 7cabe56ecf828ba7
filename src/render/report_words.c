#include "render/report_words.h"

#include <string.h>

#include "core/figures.h"

const struct phb__report_group phb__report_groups[PHB__REPORT_GROUPS] = {
    {"breach", "breach", "breaches", "Breaches: a law is not met"},
    {"gap", "gap", "gaps", "Gaps: something has to be there before this can be agreed"},
    {"warning", "warning", "warnings", "Warnings: guidance or local policy is not met"},
    {"note", "note", "notes", "Notes: worth knowing"},
    {NULL, "accepted", "accepted", "Accepted: left as they are, for a reason that was given"},
};

bool
phb__report_is_in(const struct phb__report_group *group, const phb_table *findings, size_t row)
{
    bool is_accepted = phb_table_int32(findings, "accepted", NULL)[row] != 0;
    if (is_accepted || !group->severity) {
        return is_accepted && !group->severity;
    }
    return strcmp(phb_table_text(findings, "severity", row), group->severity) == 0;
}

size_t
phb__report_count_in(const struct phb__report_group *group, const phb_table *findings)
{
    size_t count = 0;
    for (size_t row = 0; row < phb_table_rows(findings); row++) {
        count += phb__report_is_in(group, findings, row) ? 1 : 0;
    }
    return count;
}

/* "1 breach, 2 warnings" */
void
phb__report_put_counts(struct phb__builder *builder, const phb_table *findings)
{
    const char *separator = "";
    for (size_t i = 0; i < PHB__REPORT_GROUPS; i++) {
        size_t count = phb__report_count_in(&phb__report_groups[i], findings);
        if (count > 0) {
            phb__put(builder, separator);
            phb__put_int(builder, (int64_t)count);
            phb__put(builder, " ");
            phb__put(builder, count == 1 ? phb__report_groups[i].one : phb__report_groups[i].many);
            separator = ", ";
        }
    }
    phb__put(builder, separator[0] == '\0' ? "Nothing was found." : "");
}

void
phb__report_put_title(struct phb__builder *builder, const phb_report *report)
{
    phb_date as_of = phb_report_as_of(report);
    phb__put(builder, as_of == PHB_DATE_NONE ? "What was found" : "What was found, looking from ");
    phb__put_long_date(builder, as_of);
}

void
phb__report_put_figure(struct phb__builder *builder, const char *unit, int64_t figure)
{
    if (strcmp(unit, "pence") == 0) {
        phb__put_pounds(builder, figure);
    } else if (strcmp(unit, "minutes") == 0) {
        phb__put_minute_count(builder, figure);
    } else if (strcmp(unit, "days") == 0) {
        phb__put_day_count(builder, figure);
    } else if (strcmp(unit, "date") == 0) {
        phb__put_long_date(builder, (phb_date)figure);
    } else {
        phb__put_percent(builder, figure);
    }
}
