/* What a schedule shows, however it is set: its groups and what is said about an event. */
#ifndef PHB_RENDER_SCHEDULE_WORDS_H
#define PHB_RENDER_SCHEDULE_WORDS_H

#include <phb/schedule.h>

#include "core/text.h"

struct phb__schedule_group {
    const char *status;
    const char *words; /* "2 due soon" */
    const char *heading;
};

/* What is overdue comes first. */
#define PHB__SCHEDULE_GROUPS 5
extern const struct phb__schedule_group phb__schedule_groups[PHB__SCHEDULE_GROUPS];

bool phb__schedule_is_in(const struct phb__schedule_group *group, const phb_table *events,
                         size_t row);
size_t phb__schedule_count_in(const struct phb__schedule_group *group, const phb_table *events);

/* "Reviews and other dates, looking from 1 June 2026 to 5 April 2028" */
void phb__schedule_put_title(struct phb__builder *builder, const phb_schedule *schedule);

/* "1 OVERDUE, 2 due soon", where nothing but capitals is loud; or "Nothing is planned." */
void phb__schedule_put_counts(struct phb__builder *builder, const phb_table *events, bool is_loud);

/* What it is: "Plan review", "Trigger: Health changed". */
void phb__schedule_put_what(struct phb__builder *builder, const phb_table *events, size_t row);

/* How it stands: "14 DAYS LATE" if loud, "in 35 days", "done on Mon 8 Jun 2026". */
void phb__schedule_put_standing(struct phb__builder *builder, const phb_table *events, size_t row,
                                phb_date as_of, bool is_loud);

/* Ids with a comma between, in plain letters; of a renewal the second is an id of the plan's own.
 */
void phb__schedule_put_set(struct phb__builder *builder, const char *ids);

/* "must be done"; NULL for no duty. */
const char *phb__schedule_duty(const char *id);

#endif
