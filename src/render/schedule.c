/* A schedule as a coordinator pins it up: what is overdue first and loud, then by day. */

#include <phb/schedule.h>
#include <phb/version.h>
#include <stdbool.h>
#include <string.h>

#include "core/error.h"
#include "core/table.h"
#include "render/csv.h"
#include "render/icalendar.h"
#include "render/markdown.h"
#include "render/words.h"

#define WIDTH 96

/* Where what is said about an event begins. */
#define DAY_COLUMN 2
#define DETAIL_COLUMN 19
#define LABEL_WIDTH 9

static const struct group {
    const char *status;
    const char *words; /* "2 due soon" */
    const char *heading;
} groups[] = {
    {"overdue", "overdue", "OVERDUE"},
    {"due", "due now", "Due now"},
    {"due_soon", "due soon", "Due soon"},
    {"upcoming", "to come", "To come"},
    {"done", "done", "Done"},
};

#define GROUPS (sizeof groups / sizeof groups[0])

static const char *
text_of(const phb_table *table, const char *column, size_t row)
{
    return phb_table_text(table, column, row);
}

static bool
is_in(const struct group *group, const phb_table *events, size_t row)
{
    return strcmp(text_of(events, "status", row), group->status) == 0;
}

static size_t
count_in(const struct group *group, const phb_table *events)
{
    size_t count = 0;
    for (size_t row = 0; row < phb_table_rows(events); row++) {
        count += is_in(group, events, row) ? 1 : 0;
    }
    return count;
}

/* "1 OVERDUE, 2 due soon, 5 to come" */
static void
put_counts(struct phb__builder *builder, const phb_table *events)
{
    const char *separator = "";
    for (size_t i = 0; i < GROUPS; i++) {
        size_t count = count_in(&groups[i], events);
        if (count > 0) {
            phb__put(builder, separator);
            phb__put_int(builder, (int64_t)count);
            phb__put(builder, " ");
            phb__put(builder, i == 0 ? groups[i].heading : groups[i].words);
            separator = ", ";
        }
    }
    phb__put(builder, separator[0] == '\0' ? "Nothing is planned.\n" : "\n");
}

static void
put_title(struct phb__builder *builder, const phb_schedule *schedule)
{
    phb__put(builder, "Reviews and other dates, looking from ");
    phb__put_long_date(builder, phb_schedule_as_of(schedule));
    phb__put(builder, " to ");
    phb__put_long_date(builder, phb_schedule_horizon(schedule));
    phb__put(builder, "\nRates ");
    phb__put(builder, phb_schedule_rates_edition(schedule));
    if (phb_schedule_policy_edition(schedule)[0] != '\0') {
        phb__put(builder, ", policy ");
        phb__put(builder, phb_schedule_policy_edition(schedule));
    }
    phb__put(builder, ", libphb ");
    phb__put(builder, phb_version());
    phb__put(builder, ".\n\n");
    put_counts(builder, phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS));
}

/* ---- one event ---- */

/* "Mon 6 Jul 2026" */
static void
put_day(struct phb__builder *builder, phb_date day)
{
    static const char *const weekdays[] = {"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    phb__put(builder, weekdays[phb_date_weekday(day)]);
    phb__put(builder, " ");
    phb__put_short_date(builder, day);
}

/* Ids with a comma between, in plain letters; of a renewal the second is an id of the plan's own.
 */
static void
put_set(struct phb__builder *builder, const char *ids)
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
static void
put_what(struct phb__builder *builder, const phb_table *events, size_t row)
{
    static const char *const with_reason[] = {"birthday", "renewal", "trigger"};
    const char *kind = text_of(events, "kind", row);
    phb__put_words(builder, kind);
    for (size_t i = 0; i < sizeof with_reason / sizeof with_reason[0]; i++) {
        if (strcmp(with_reason[i], kind) == 0) {
            phb__put(builder, ": ");
            phb__put_words(builder, text_of(events, "reason", row));
        }
    }
}

/* When something was done, and whether that was in time. */
static void
put_done(struct phb__builder *builder, phb_date done_on, phb_date latest)
{
    phb__put(builder, "done on ");
    put_day(builder, done_on);
    if (latest != PHB_DATE_NONE && done_on > latest) {
        phb__put(builder, ", ");
        phb__put_day_count(builder, done_on - latest);
        phb__put(builder, " late");
    }
}

/* How it stands: "14 DAYS LATE", "in 35 days", "done on Mon 8 Jun 2026". */
static void
put_standing(struct phb__builder *builder, const phb_table *events, size_t row, phb_date as_of)
{
    int64_t days = phb_table_int64(events, "days", NULL)[row];
    phb_date latest = phb_table_int32(events, "latest", NULL)[row];
    bool has_limit = latest != PHB_DATE_NONE;
    const char *status = text_of(events, "status", row);
    if (strcmp(status, "overdue") == 0) {
        phb__put_int(builder, days);
        phb__put(builder, days == 1 ? " DAY LATE" : " DAYS LATE");
    } else if (strcmp(status, "done") == 0) {
        put_done(builder, as_of - (phb_date)days, latest);
    } else if (strcmp(status, "due") == 0 && has_limit) {
        phb__put(builder, days == 0 ? "TODAY IS THE LAST DAY" : "");
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

static void
put_label(struct phb__builder *builder, const char *label)
{
    phb__put_repeat(builder, ' ', DETAIL_COLUMN);
    size_t start = builder->size;
    phb__put(builder, label);
    phb__pad_right(builder, start, LABEL_WIDTH);
}

static void
put_detail(struct phb__builder *builder, const char *label, const char *text)
{
    put_label(builder, label);
    phb__put_wrapped(builder, text, DETAIL_COLUMN + LABEL_WIDTH, DETAIL_COLUMN + LABEL_WIDTH,
                     WIDTH);
}

static void
put_set_detail(struct phb__builder *builder, const char *label, const char *ids)
{
    struct phb__builder words;
    if (ids[0] == '\0') {
        return;
    }
    phb__builder_init(&words, builder->context);
    put_set(&words, ids);
    builder->failed = builder->failed || words.failed;
    if (!words.failed) {
        put_detail(builder, label, words.data);
    }
    phb__builder_free(&words);
}

/* What there is to say about something that is not done yet. */
static void
put_details(struct phb__builder *builder, const phb_table *events, size_t row)
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
        if (strcmp(duties[i].id, text_of(events, "duty", row)) == 0) {
            put_detail(builder, "Duty:", duties[i].words);
        }
    }
    put_set_detail(builder, "For:", text_of(events, "regimes", row));
    put_set_detail(builder, "Agenda:", text_of(events, "agenda", row));
    put_detail(builder, "Source:", text_of(events, "source", row));
}

static void
put_event(struct phb__builder *builder, const phb_table *events, size_t row, phb_date as_of)
{
    phb_date due = phb_table_int32(events, "due", NULL)[row];
    phb_date latest = phb_table_int32(events, "latest", NULL)[row];
    phb__put(builder, "\n");
    size_t start = builder->size;
    phb__put_repeat(builder, ' ', DAY_COLUMN);
    put_day(builder, due);
    phb__pad_right(builder, start, DETAIL_COLUMN);
    put_what(builder, events, row);
    phb__put(builder, ", ");
    put_standing(builder, events, row, as_of);
    phb__put(builder, "\n");
    if (latest != PHB_DATE_NONE && latest != due) {
        put_label(builder, "Latest:");
        put_day(builder, latest);
        phb__put(builder, "\n");
    }
    if (strcmp(text_of(events, "status", row), "done") == 0) {
        put_set_detail(builder, "For:", text_of(events, "regimes", row));
    } else {
        put_details(builder, events, row);
    }
}

static void
put_group(struct phb__builder *builder, const struct group *group, const phb_schedule *schedule)
{
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    bool is_loud = group == &groups[0];
    if (count_in(group, events) == 0) {
        return;
    }
    phb__put(builder, "\n");
    phb__put(builder, is_loud ? "!!! " : "");
    phb__put(builder, group->heading);
    phb__put(builder, is_loud ? " !!!\n" : "\n");
    phb__put_repeat(builder, is_loud ? '=' : '-', WIDTH);
    phb__put(builder, "\n");
    for (size_t row = 0; row < phb_table_rows(events); row++) {
        if (is_in(group, events, row)) {
            put_event(builder, events, row, phb_schedule_as_of(schedule));
        }
    }
}

static void
put_notes(struct phb__builder *builder, const phb_table *notes)
{
    if (phb_table_rows(notes) == 0) {
        return;
    }
    phb__put(builder, "\nNotes\n");
    phb__put_repeat(builder, '-', WIDTH);
    phb__put(builder, "\n");
    for (size_t row = 0; row < phb_table_rows(notes); row++) {
        phb__put(builder, "\n- ");
        phb__put_wrapped(builder, text_of(notes, "message", row), 2, 2, WIDTH);
        if (text_of(notes, "at", row)[0] != '\0') {
            phb__put(builder, "  Where: ");
            phb__put(builder, text_of(notes, "at", row));
            phb__put(builder, "\n");
        }
    }
}

static void
put_page(struct phb__builder *builder, const phb_schedule *schedule)
{
    put_title(builder, schedule);
    for (size_t i = 0; i < GROUPS; i++) {
        put_group(builder, &groups[i], schedule);
    }
    put_notes(builder, phb_schedule_table(schedule, PHB_SCHEDULE_NOTES));
}

static void
put_markdown_day(struct phb__builder *builder, phb_date day)
{
    if (day != PHB_DATE_NONE) {
        put_day(builder, day);
    }
    phb__put(builder, " | ");
}

/* What people act on, by day. */
static void
put_markdown(struct phb__builder *builder, const phb_table *events)
{
    static const char *const headings[] = {"due",  "latest", "what",   "status",
                                           "duty", "for",    "agenda", "source"};
    static const char *const sets[] = {"status", "duty", "regimes", "agenda"};
    phb__markdown_put_heading(builder, headings, sizeof headings / sizeof headings[0]);
    for (size_t row = 0; row < phb_table_rows(events); row++) {
        phb__put(builder, "| ");
        put_markdown_day(builder, phb_table_int32(events, "due", NULL)[row]);
        put_markdown_day(builder, phb_table_int32(events, "latest", NULL)[row]);
        put_what(builder, events, row);
        for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++) {
            phb__put(builder, " | ");
            put_set(builder, text_of(events, sets[i], row));
        }
        phb__put(builder, " | ");
        phb__markdown_put_text(builder, text_of(events, "source", row));
        phb__put(builder, " |\n");
    }
}

phb_status
phb_schedule_render(const phb_schedule *schedule, phb_format format, phb_text **out_text,
                    phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!schedule || !out_text || (size_t)format < PHB_FORMAT_TEXT ||
        (size_t)format > PHB_FORMAT_ICALENDAR) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    if (format == PHB_FORMAT_ICALENDAR && !phb__icalendar_is_possible(schedule)) {
        return phb__fail_because(error, PHB_ERROR_INCOMPLETE,
                                 "a calendar file needs a reference, for the identifiers of its "
                                 "events");
    }
    struct phb__builder builder;
    phb__builder_init(&builder, phb_schedule_context(schedule));
    switch (format) {
    case PHB_FORMAT_TEXT:
        put_page(&builder, schedule);
        break;
    case PHB_FORMAT_CSV:
        phb__csv_put_table(&builder, phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS));
        break;
    case PHB_FORMAT_MARKDOWN:
        put_markdown(&builder, phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS));
        break;
    case PHB_FORMAT_ICALENDAR:
        phb__icalendar_put(&builder, schedule);
        break;
    }
    return phb__builder_finish(&builder, out_text, error);
}
