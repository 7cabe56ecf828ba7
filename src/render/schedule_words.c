#include "render/schedule_words.h"

#include <string.h>

#include "core/figures.h"
#include "render/words.h"

const struct phb__schedule_group phb__schedule_groups[PHB__SCHEDULE_GROUPS] = {
    {"overdue", "overdue", "OVERDUE"},
    {"due", "due now", "Due now"},
    {"due_soon", "due soon", "Due soon"},
    {"upcoming", "to come", "To come"},
    {"done", "done", "Done"},
};

void
phb__schedule_put_title(struct phb__builder *builder, const phb_schedule *schedule)
{
    phb__put(builder, "Reviews and other dates, looking from ");
    phb__put_long_date(builder, phb_schedule_as_of(schedule));
    phb__put(builder, " to ");
    phb__put_long_date(builder, phb_schedule_horizon(schedule));
}

bool
phb__schedule_is_in(const struct phb__schedule_group *group, const phb_table *events, size_t row)
{
    return strcmp(phb_table_text(events, "status", row), group->status) == 0;
}

size_t
phb__schedule_count_in(const struct phb__schedule_group *group, const phb_table *events)
{
    size_t count = 0;
    for (size_t row = 0; row < phb_table_rows(events); row++) {
        count += phb__schedule_is_in(group, events, row) ? 1 : 0;
    }
    return count;
}

/* "1 OVERDUE, 2 due soon, 5 to come" */
void
phb__schedule_put_counts(struct phb__builder *builder, const phb_table *events, bool is_loud)
{
    const char *separator = "";
    for (size_t i = 0; i < PHB__SCHEDULE_GROUPS; i++) {
        size_t count = phb__schedule_count_in(&phb__schedule_groups[i], events);
        if (count > 0) {
            phb__put(builder, separator);
            phb__put_int(builder, (int64_t)count);
            phb__put(builder, " ");
            phb__put(builder, i == 0 && is_loud ? phb__schedule_groups[i].heading
                                                : phb__schedule_groups[i].words);
            separator = ", ";
        }
    }
    phb__put(builder, separator[0] == '\0' ? "Nothing is planned." : "");
}

/* Ids with a comma between, in plain letters; of a renewal the second is an id of the plan's own.
 */
void
phb__schedule_put_set(struct phb__builder *builder, const char *ids)
{
    bool is_renewal = strncmp(ids, "renew,", 6) == 0;
    const char *separator = "";
    while (*ids != '\0') {
        size_t size = strcspn(ids, ",");
        char id[65] = "";
        memcpy(id, ids, size < sizeof id ? size : sizeof id - 1);
        phb__put(builder, separator);
        if (is_renewal && separator[0] != '\0') {
            phb__put(builder, id);
        } else {
            phb__put_words(builder, id);
        }
        separator = "; ";
        ids += size;
        ids += *ids == ',' ? 1 : 0;
    }
}

/* What it is: "Plan review", "Trigger: Health changed". */
void
phb__schedule_put_what(struct phb__builder *builder, const phb_table *events, size_t row)
{
    static const char *const with_reason[] = {"birthday", "renewal", "trigger"};
    const char *kind = phb_table_text(events, "kind", row);
    phb__put_words(builder, kind);
    for (size_t i = 0; i < sizeof with_reason / sizeof with_reason[0]; i++) {
        if (strcmp(with_reason[i], kind) == 0) {
            phb__put(builder, ": ");
            phb__put_words(builder, phb_table_text(events, "reason", row));
        }
    }
}

/* When something was done, and whether that was in time. */
static void
put_done(struct phb__builder *builder, phb_date done_on, phb_date latest)
{
    phb__put(builder, "done on ");
    phb__put_day(builder, done_on);
    if (latest != PHB_DATE_NONE && done_on > latest) {
        phb__put(builder, ", ");
        phb__put_day_count(builder, done_on - latest);
        phb__put(builder, " late");
    }
}

static void
put_late(struct phb__builder *builder, int64_t days, bool is_loud)
{
    static const char units[2][2][11] = {{" days late", " DAYS LATE"}, {" day late", " DAY LATE"}};
    phb__put_int(builder, days);
    phb__put(builder, units[days == 1][is_loud]);
}

/* How it stands: "14 DAYS LATE", "in 35 days", "done on Mon 8 Jun 2026". */
void
phb__schedule_put_standing(struct phb__builder *builder, const phb_table *events, size_t row,
                           phb_date as_of, bool is_loud)
{
    int64_t days = phb_table_int64(events, "days", NULL)[row];
    phb_date latest = phb_table_int32(events, "latest", NULL)[row];
    bool has_limit = latest != PHB_DATE_NONE;
    const char *status = phb_table_text(events, "status", row);
    if (strcmp(status, "overdue") == 0) {
        put_late(builder, days, is_loud);
    } else if (strcmp(status, "done") == 0) {
        put_done(builder, as_of - (phb_date)days, latest);
    } else if (strcmp(status, "due") == 0 && has_limit) {
        const char *last = is_loud ? "TODAY IS THE LAST DAY" : "today is the last day";
        phb__put(builder, days == 0 ? last : "");
        if (days > 0) {
            phb__put_day_count(builder, days);
            phb__put(builder, " left");
        }
    } else if (strcmp(status, "due") == 0) {
        phb__put(builder, days == 0 ? "today" : "for ");
        if (days > 0) {
            phb__put_day_count(builder, days);
        }
    } else {
        phb__put(builder, "in ");
        phb__put_day_count(builder, days);
    }
}

const char *
phb__schedule_duty(const char *id)
{
    static const struct {
        const char *id;
        const char *words;
    } duties[] = {{"must", "must be done"},
                  {"decide", "must be decided"},
                  {"on_request", "was asked for"},
                  {"may", "may be done"},
                  {"policy", "by policy or good practice"}};
    for (size_t i = 0; i < sizeof duties / sizeof duties[0]; i++) {
        if (strcmp(duties[i].id, id) == 0) {
            return duties[i].words;
        }
    }
    return NULL;
}
