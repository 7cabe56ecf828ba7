/* A schedule in HTML: what is overdue first, each event with its day and how it stands in words. */

#include <string.h>

#include "core/table.h"
#include "render/html.h"
#include "render/html_pages.h"
#include "render/schedule_words.h"
#include "render/words.h"

static const char *
text_of(const phb_table *table, const char *column, size_t row)
{
    return phb_table_text(table, column, row);
}

static void
put_head(struct phb__html *html, const phb_schedule *schedule)
{
    phb__html_put_title(html);
    phb__html_put_edition(html, phb_schedule_rates_edition(schedule),
                          phb_schedule_policy_edition(schedule), ".");
    phb__html_put(html, "<p class=\"phb-key\">");
    phb__schedule_put_counts(phb__html_words(html),
                             phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS), false);
    phb__html_put_words(html);
    phb__html_put(html, "</p>\n");
}

static void
put_day_detail(struct phb__html *html, const char *label, phb_date day)
{
    phb__html_open_detail(html, label);
    phb__html_put_day(html, day);
    phb__html_close_detail(html);
}

static void
put_set_detail(struct phb__html *html, const char *label, const char *ids)
{
    if (ids[0] != '\0') {
        phb__html_open_detail(html, label);
        phb__schedule_put_set(phb__html_words(html), ids);
        phb__html_put_words(html);
        phb__html_close_detail(html);
    }
}

/* What there is to say about something that is not done yet. */
static void
put_details(struct phb__html *html, const phb_table *events, size_t row)
{
    const char *duty = phb__schedule_duty(text_of(events, "duty", row));
    if (duty) {
        phb__html_open_detail(html, "Duty");
        phb__html_put_prose(html, duty);
        phb__html_close_detail(html);
    }
    put_set_detail(html, "For", text_of(events, "regimes", row));
    put_set_detail(html, "Agenda", text_of(events, "agenda", row));
    phb__html_open_detail(html, "Source");
    phb__html_put_prose(html, text_of(events, "source", row));
    phb__html_close_detail(html);
}

/* The class of an event: "due_soon" is phb-due-soon. */
static void
put_class(struct phb__html *html, const char *status)
{
    phb__html_put(html, "phb-");
    phb__html_put(html, strcmp(status, "due_soon") == 0 ? "due-soon" : status);
}

static void
put_event(struct phb__html *html, const phb_table *events, size_t row, phb_date as_of)
{
    const char *status = text_of(events, "status", row);
    phb_date due = phb_table_int32(events, "due", NULL)[row];
    phb_date latest = phb_table_int32(events, "latest", NULL)[row];
    phb__html_put(html, "<li class=\"");
    put_class(html, status);
    phb__html_put(html, "\">\n<p class=\"phb-what\"><span class=\"phb-tag\">");
    phb__schedule_put_standing(phb__html_words(html), events, row, as_of, false);
    phb__html_put_words(html);
    phb__html_put(html, "</span> ");
    phb__schedule_put_what(phb__html_words(html), events, row);
    phb__html_put_words(html);
    phb__html_put(html, "</p>\n<dl class=\"phb-details\">\n");
    put_day_detail(html, "Due", due);
    if (latest != PHB_DATE_NONE && latest != due) {
        put_day_detail(html, "Latest", latest);
    }
    if (strcmp(status, "done") == 0) {
        put_set_detail(html, "For", text_of(events, "regimes", row));
    } else {
        put_details(html, events, row);
    }
    phb__html_put(html, "</dl>\n</li>\n");
}

/* "Overdue", as the other headings are written: the words say enough. */
static void
put_group(struct phb__html *html, size_t number, const phb_schedule *schedule)
{
    const struct phb__schedule_group *group = &phb__schedule_groups[number];
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    if (phb__schedule_count_in(group, events) == 0) {
        return;
    }
    phb__html_put_heading(html, 1, number == 0 ? "Overdue" : group->heading);
    phb__html_put(html, "<ul class=\"phb-list\">\n");
    for (size_t row = 0; row < phb_table_rows(events); row++) {
        if (phb__schedule_is_in(group, events, row)) {
            put_event(html, events, row, phb_schedule_as_of(schedule));
        }
    }
    phb__html_put(html, "</ul>\n");
}

static void
put_notes(struct phb__html *html, const phb_table *notes)
{
    if (phb_table_rows(notes) == 0) {
        return;
    }
    phb__html_put_heading(html, 1, "Notes");
    phb__html_put(html, "<ul>\n");
    for (size_t row = 0; row < phb_table_rows(notes); row++) {
        phb__html_put(html, "<li>");
        phb__html_put_prose(html, text_of(notes, "message", row));
        if (text_of(notes, "at", row)[0] != '\0') {
            phb__html_put(html, " <span class=\"phb-id\">(");
            phb__html_put_text(html, text_of(notes, "at", row));
            phb__html_put(html, ")</span>");
        }
        phb__html_put(html, "</li>\n");
    }
    phb__html_put(html, "</ul>\n");
}

void
phb__html_put_schedule(struct phb__builder *builder, phb_format format,
                       const phb_schedule *schedule)
{
    struct phb__html html;
    phb__html_init(&html, builder, format);
    phb__schedule_put_title(phb__html_words(&html), schedule);
    phb__html_open(&html);
    put_head(&html, schedule);
    for (size_t i = 0; i < PHB__SCHEDULE_GROUPS; i++) {
        put_group(&html, i, schedule);
    }
    put_notes(&html, phb_schedule_table(schedule, PHB_SCHEDULE_NOTES));
    phb__html_close(&html);
}
