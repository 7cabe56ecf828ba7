#include "render/icalendar.h"

#include <phb/version.h>
#include <string.h>

#include "core/date.h"
#include "core/figures.h"
#include "core/utf8.h"

/* RFC 5545, section 3.1: octets of a line, its break not counted. A folded line begins with a space
 * that counts. */
#define LINE_OCTETS 75

/*
 * What a calendar shows may be seen by anybody who looks over a shoulder. So it says what is to be
 * done and by when; duties and reasons, from which a condition could be guessed, stay out.
 */
static const struct summary {
    const char *kind;
    const char *words;
} summaries[] = {
    {"plan_review", "Personal health budget: review of the plan"},
    {"outcome_review", "Personal health budget: review of the outcome"},
    {"audit", "Personal health budget: audit of the money"},
    {"decision", "Personal health budget: decision"},
    {"birthday", "Personal health budget: to be arranged before a birthday"},
    {"notice_end", "Personal health budget: a notice runs out"},
    {"recost", "Personal health budget: cost the next year"},
    {"renewal", "Personal health budget: something is to be renewed"},
};

/* NULL: it has no day of its own, and is no part of the file. */
static const char *
summary_of(const char *kind)
{
    for (size_t i = 0; i < sizeof summaries / sizeof summaries[0]; i++) {
        if (strcmp(summaries[i].kind, kind) == 0) {
            return summaries[i].words;
        }
    }
    return NULL;
}

static bool
is_in_file(const phb_table *events, size_t row)
{
    return strcmp(phb_table_text(events, "status", row), "done") != 0 &&
           summary_of(phb_table_text(events, "kind", row)) != NULL;
}

bool
phb__icalendar_is_possible(const phb_schedule *schedule)
{
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    for (size_t row = 0; row < phb_table_rows(events); row++) {
        if (is_in_file(events, row) && phb_table_text(events, "uid", row)[0] == '\0') {
            return false;
        }
    }
    return true;
}

void
phb__icalendar_put_line(struct phb__builder *builder, const char *line)
{
    size_t size = strlen(line);
    size_t room = LINE_OCTETS;
    for (size_t at = 0; at < size;) {
        size_t length = phb__utf8_length(line + at, size - at);
        length = length == 0 ? 1 : length; /* never: texts are checked at the door */
        if (length > room) {
            phb__put(builder, "\r\n ");
            room = LINE_OCTETS - 1;
        }
        phb__put_bytes(builder, line + at, length);
        room -= length;
        at += length;
    }
    phb__put(builder, "\r\n");
}

/* A property of a scratch builder, whose text is a whole line, and which is then empty again. */
static void
put_scratch(struct phb__builder *builder, struct phb__builder *scratch)
{
    builder->failed = builder->failed || scratch->failed;
    if (!builder->failed && scratch->data) {
        phb__icalendar_put_line(builder, scratch->data);
    }
    scratch->size = 0;
}

static void
put_words(struct phb__builder *builder, struct phb__builder *scratch, const char *property,
          const char *words)
{
    phb__put(scratch, property);
    phb__put(scratch, words);
    put_scratch(builder, scratch);
}

/* "20260706" */
static void
put_basic_date(struct phb__builder *builder, phb_date date)
{
    struct phb__ymd ymd = phb__ymd_of(date);
    phb__put_int(builder, ymd.year * 10000 + ymd.month * 100 + ymd.day);
}

static void
put_date_line(struct phb__builder *builder, struct phb__builder *scratch, const char *property,
              phb_date date)
{
    phb__put(scratch, property);
    phb__put(scratch, ";VALUE=DATE:");
    put_basic_date(scratch, date);
    put_scratch(builder, scratch);
}

/* Commas, semicolons and backslashes would have to be escaped; none of the words here has any. */
static void
put_description(struct phb__builder *builder, struct phb__builder *scratch, const phb_table *events,
                size_t row)
{
    phb_date due = phb_table_int32(events, "due", NULL)[row];
    phb_date latest = phb_table_int32(events, "latest", NULL)[row];
    phb__put(scratch, "DESCRIPTION:");
    phb__put(scratch, due == latest ? "This is the last day for it: " : "At the latest on ");
    phb__put_long_date(scratch, latest);
    phb__put(scratch, ".");
    put_scratch(builder, scratch);
}

static void
put_alarm(struct phb__builder *builder, struct phb__builder *scratch, const char *words)
{
    phb__icalendar_put_line(builder, "BEGIN:VALARM");
    phb__icalendar_put_line(builder, "ACTION:DISPLAY");
    put_words(builder, scratch, "DESCRIPTION:", words);
    phb__icalendar_put_line(builder, "TRIGGER:-P28D");
    phb__icalendar_put_line(builder, "END:VALARM");
}

/*
 * The day after the last one of our calendar has no number of ours, but 1 January 2200 is a day
 * like any other for arithmetic.
 */
static void
put_event(struct phb__builder *builder, struct phb__builder *scratch, const phb_schedule *schedule,
          size_t row)
{
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    const char *words = summary_of(phb_table_text(events, "kind", row));
    phb_date as_of = phb_schedule_as_of(schedule);
    phb_date due = phb_table_int32(events, "due", NULL)[row];
    phb__icalendar_put_line(builder, "BEGIN:VEVENT");
    put_words(builder, scratch, "UID:", phb_table_text(events, "uid", row));
    phb__put(scratch, "DTSTAMP:");
    put_basic_date(scratch, as_of);
    phb__put(scratch, "T000000Z");
    put_scratch(builder, scratch);
    phb__put(scratch, "SEQUENCE:");
    phb__put_int(scratch, as_of - PHB_DATE_MIN);
    put_scratch(builder, scratch);
    put_date_line(builder, scratch, "DTSTART", due);
    put_date_line(builder, scratch, "DTEND", due + 1);
    put_words(builder, scratch, "SUMMARY:", words);
    put_description(builder, scratch, events, row);
    phb__icalendar_put_line(builder, "CLASS:PRIVATE");
    phb__icalendar_put_line(builder, "TRANSP:TRANSPARENT");
    put_alarm(builder, scratch, words);
    phb__icalendar_put_line(builder, "END:VEVENT");
}

void
phb__icalendar_put(struct phb__builder *builder, const phb_schedule *schedule)
{
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    struct phb__builder scratch;
    phb__builder_init(&scratch, phb_schedule_context(schedule));
    phb__icalendar_put_line(builder, "BEGIN:VCALENDAR");
    phb__icalendar_put_line(builder, "VERSION:2.0");
    phb__icalendar_put_line(builder, "PRODID:-//libphb//libphb " PHB_VERSION "//EN");
    phb__icalendar_put_line(builder, "CALSCALE:GREGORIAN");
    phb__icalendar_put_line(builder, "METHOD:PUBLISH");
    for (size_t row = 0; row < phb_table_rows(events); row++) {
        if (is_in_file(events, row)) {
            put_event(builder, &scratch, schedule, row);
        }
    }
    phb__icalendar_put_line(builder, "END:VCALENDAR");
    phb__builder_free(&scratch);
}
