/* phb-schedule/1: the events and notes of a schedule, as they are. */

#include <phb/schedule.h>
#include <phb/version.h>
#include <string.h>

#include "core/document.h"
#include "core/error.h"
#include "json/table.h"

/* The last column is for calendar files alone. */
static const char last_column[] = "uid";

static bool
is_set(const char *column)
{
    return strcmp(column, "regimes") == 0 || strcmp(column, "agenda") == 0;
}

/* Ids with a comma between become a list of them. No id has anything to escape. */
static void
put_set(struct phb__builder *builder, const char *ids)
{
    phb__put(builder, "[");
    while (*ids != '\0') {
        size_t size = strcspn(ids, ",");
        phb__put(builder, "\"");
        phb__put_bytes(builder, ids, size);
        phb__put(builder, "\"");
        ids += size;
        phb__put(builder, *ids == ',' ? ", " : "");
        ids += *ids == ',' ? 1 : 0;
    }
    phb__put(builder, "]");
}

static void
put_event(struct phb__builder *builder, const phb_table *events, size_t row)
{
    for (size_t column = 0; column < phb_table_columns(events); column++) {
        const char *name = phb_table_column_name(events, column);
        if (strcmp(name, last_column) == 0) {
            break;
        }
        phb__put(builder, column == 0 ? "{" : ", ");
        phb__put_json_text(builder, name);
        phb__put(builder, ": ");
        if (is_set(name)) {
            put_set(builder, phb__table_get_text(events, column, row));
        } else {
            phb__json_put_cell(builder, events, column, row);
        }
    }
    phb__put(builder, "}");
}

static void
put_events(struct phb__builder *builder, const phb_table *events)
{
    size_t rows = phb_table_rows(events);
    phb__json_put_member(builder, ",", "events");
    phb__put(builder, "[");
    for (size_t row = 0; row < rows; row++) {
        phb__put(builder, row == 0 ? "" : ",");
        phb__json_indent(builder, 2);
        put_event(builder, events, row);
    }
    if (rows > 0) {
        phb__json_indent(builder, 1);
    }
    phb__put(builder, "]");
}

static void
put_day(struct phb__builder *builder, const char *key, phb_date day)
{
    phb__json_put_member(builder, ",", key);
    phb__put(builder, "\"");
    phb__put_date(builder, day);
    phb__put(builder, "\"");
}

static void
put_schedule(struct phb__builder *builder, const phb_schedule *schedule)
{
    phb__put(builder, "{");
    phb__json_put_member(builder, "", "format");
    phb__put_json_text(builder, "phb-schedule/1");
    phb__json_put_member(builder, ",", "library");
    phb__put_json_text(builder, phb_version());
    phb__json_put_member(builder, ",", "rates");
    phb__put_json_text(builder, phb_schedule_rates_edition(schedule));
    phb__json_put_member(builder, ",", "policy");
    phb__put_json_text(builder, phb_schedule_policy_edition(schedule));
    put_day(builder, "as_of", phb_schedule_as_of(schedule));
    put_day(builder, "horizon", phb_schedule_horizon(schedule));
    put_events(builder, phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS));
    phb__json_put_member(builder, ",", "notes");
    phb__json_put_table(builder, phb_schedule_table(schedule, PHB_SCHEDULE_NOTES), 1);
    phb__put(builder, "\n}\n");
}

phb_status
phb_schedule_to_json(const phb_schedule *schedule, phb_text **out_text, phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!schedule || !out_text) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__builder builder;
    phb__builder_init(&builder, phb_schedule_context(schedule));
    put_schedule(&builder, schedule);
    return phb__builder_finish(&builder, out_text, error);
}
