/* A schedule as a coordinator pins it up: what is overdue first and loud, then by day. */

#include <phb/schedule.h>
#include <phb/version.h>
#include <stdbool.h>
#include <string.h>

#include "core/error.h"
#include "core/table.h"
#include "render/csv.h"
#include "render/html_pages.h"
#include "render/icalendar.h"
#include "render/markdown.h"
#include "render/schedule_words.h"
#include "render/words.h"

#define WIDTH 96

/* Where what is said about an event begins. */
#define DAY_COLUMN 2
#define DETAIL_COLUMN 19
#define LABEL_WIDTH 9

static const char *
text_of(const phb_table *table, const char *column, size_t row)
{
    return phb_table_text(table, column, row);
}

static void
put_title(struct phb__builder *builder, const phb_schedule *schedule)
{
    phb__schedule_put_title(builder, schedule);
    phb__put(builder, "\nRates ");
    phb__put(builder, phb_schedule_rates_edition(schedule));
    if (phb_schedule_policy_edition(schedule)[0] != '\0') {
        phb__put(builder, ", policy ");
        phb__put(builder, phb_schedule_policy_edition(schedule));
    }
    phb__put(builder, ", libphb ");
    phb__put(builder, phb_version());
    phb__put(builder, ".\n\n");
    phb__schedule_put_counts(builder, phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS), true);
    phb__put(builder, "\n");
}

/* ---- one event ---- */

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
    phb__schedule_put_set(&words, ids);
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
    const char *duty = phb__schedule_duty(text_of(events, "duty", row));
    if (duty) {
        put_detail(builder, "Duty:", duty);
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
    phb__put_day(builder, due);
    phb__pad_right(builder, start, DETAIL_COLUMN);
    phb__schedule_put_what(builder, events, row);
    phb__put(builder, ", ");
    phb__schedule_put_standing(builder, events, row, as_of, true);
    phb__put(builder, "\n");
    if (latest != PHB_DATE_NONE && latest != due) {
        put_label(builder, "Latest:");
        phb__put_day(builder, latest);
        phb__put(builder, "\n");
    }
    if (strcmp(text_of(events, "status", row), "done") == 0) {
        put_set_detail(builder, "For:", text_of(events, "regimes", row));
    } else {
        put_details(builder, events, row);
    }
}

static void
put_group(struct phb__builder *builder, const struct phb__schedule_group *group,
          const phb_schedule *schedule)
{
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    bool is_loud = group == &phb__schedule_groups[0];
    if (phb__schedule_count_in(group, events) == 0) {
        return;
    }
    phb__put(builder, "\n");
    phb__put(builder, is_loud ? "!!! " : "");
    phb__put(builder, group->heading);
    phb__put(builder, is_loud ? " !!!\n" : "\n");
    phb__put_repeat(builder, is_loud ? '=' : '-', WIDTH);
    phb__put(builder, "\n");
    for (size_t row = 0; row < phb_table_rows(events); row++) {
        if (phb__schedule_is_in(group, events, row)) {
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
    for (size_t i = 0; i < PHB__SCHEDULE_GROUPS; i++) {
        put_group(builder, &phb__schedule_groups[i], schedule);
    }
    put_notes(builder, phb_schedule_table(schedule, PHB_SCHEDULE_NOTES));
}

static void
put_markdown_day(struct phb__builder *builder, phb_date day)
{
    if (day != PHB_DATE_NONE) {
        phb__put_day(builder, day);
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
        phb__schedule_put_what(builder, events, row);
        for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++) {
            phb__put(builder, " | ");
            phb__schedule_put_set(builder, text_of(events, sets[i], row));
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
        (size_t)format > PHB_FORMAT_HTML_PAGE) {
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
    case PHB_FORMAT_HTML:
    case PHB_FORMAT_HTML_PAGE:
        phb__html_put_schedule(&builder, format, schedule);
        break;
    }
    return phb__builder_finish(&builder, out_text, error);
}
