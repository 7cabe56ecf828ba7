/* What a report shows, however it is set: its groups, counts and figures in words. */
#ifndef PHB_RENDER_REPORT_WORDS_H
#define PHB_RENDER_REPORT_WORDS_H

#include <phb/report.h>

#include "core/text.h"

struct phb__report_group {
    const char *severity; /* NULL: what was accepted, whatever it is */
    const char *one;
    const char *many;
    const char *heading;
};

#define PHB__REPORT_GROUPS 5
extern const struct phb__report_group phb__report_groups[PHB__REPORT_GROUPS];

bool phb__report_is_in(const struct phb__report_group *group, const phb_table *findings,
                       size_t row);
size_t phb__report_count_in(const struct phb__report_group *group, const phb_table *findings);

/* "What was found, looking from 6 April 2026" */
void phb__report_put_title(struct phb__builder *builder, const phb_report *report);

/* "1 breach, 2 warnings", or "Nothing was found." */
void phb__report_put_counts(struct phb__builder *builder, const phb_table *findings);

/* A figure of a finding in its unit. */
void phb__report_put_figure(struct phb__builder *builder, const char *unit, int64_t figure);

#endif
