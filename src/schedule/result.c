/* From the events that were found to a table of them, by day. */

#include <string.h>

#include "core/path.h"
#include "core/text.h"
#include "model/policy.h"
#include "model/review_names.h"
#include "schedule/agenda.h"
#include "schedule/calendar.h"

static const struct phb__column event_columns[] = {
    [PHB__EVENT_KIND] = {"kind", PHB_COLUMN_TEXT},
    [PHB__EVENT_SEQUENCE] = {"sequence", PHB_COLUMN_NUMBER},
    [PHB__EVENT_DUE] = {"due", PHB_COLUMN_DATE},
    [PHB__EVENT_LATEST] = {"latest", PHB_COLUMN_DATE},
    [PHB__EVENT_STATUS] = {"status", PHB_COLUMN_TEXT},
    [PHB__EVENT_DAYS] = {"days", PHB_COLUMN_NUMBER},
    [PHB__EVENT_DUTY] = {"duty", PHB_COLUMN_TEXT},
    [PHB__EVENT_REGIMES] = {"regimes", PHB_COLUMN_TEXT},
    [PHB__EVENT_REASON] = {"reason", PHB_COLUMN_TEXT},
    [PHB__EVENT_AGENDA] = {"agenda", PHB_COLUMN_TEXT},
    [PHB__EVENT_SOURCE] = {"source", PHB_COLUMN_TEXT},
    [PHB__EVENT_UID] = {"uid", PHB_COLUMN_TEXT},
};

static const struct phb__column note_columns[] = {
    [PHB__NOTE_RULE] = {"rule", PHB_COLUMN_TEXT},
    [PHB__NOTE_AT] = {"at", PHB_COLUMN_TEXT},
    [PHB__NOTE_MESSAGE] = {"message", PHB_COLUMN_TEXT},
};

static const char *const kind_names[] = {
    [PHB__EVENT_PLAN_REVIEW] = "plan_review",
    [PHB__EVENT_OUTCOME_REVIEW] = "outcome_review",
    [PHB__EVENT_AUDIT] = "audit",
    [PHB__EVENT_DECISION] = "decision",
    [PHB__EVENT_BIRTHDAY] = "birthday",
    [PHB__EVENT_NOTICE_END] = "notice_end",
    [PHB__EVENT_RECOST] = "recost",
    [PHB__EVENT_RENEWAL] = "renewal",
    [PHB__EVENT_TRIGGER] = "trigger",
};

static const char *const duty_names[] = {
    [PHB__DUTY_MUST] = "must", [PHB__DUTY_DECIDE] = "decide", [PHB__DUTY_ON_REQUEST] = "on_request",
    [PHB__DUTY_MAY] = "may",   [PHB__DUTY_POLICY] = "policy",
};

phb_table *
phb__notes_table(const phb_context *context)
{
    phb_table *table =
        phb__table_new(context, note_columns, sizeof note_columns / sizeof note_columns[0], 0);
    phb__table_set_title(table, "Notes on reviews and other dates");
    return table;
}

/* ---- order ---- */

static bool
is_before(const struct phb__event *a, const struct phb__event *b)
{
    if (a->due != b->due) {
        return a->due < b->due;
    }
    return a->kind != b->kind ? a->kind < b->kind : a->sequence < b->sequence;
}

/* Two sorted runs, `from` to `middle` and `middle` to `end`, as one. */
static void
merge(const struct phb__event *source, struct phb__event *target, uint32_t from, uint32_t middle,
      uint32_t end)
{
    uint32_t left = from;
    uint32_t right = middle;
    for (uint32_t i = from; i < end; i++) {
        bool takes_right =
            left == middle || (right < end && is_before(&source[right], &source[left]));
        target[i] = source[takes_right ? right++ : left++];
    }
}

static uint32_t
smaller(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Merge sort from runs of one upwards; NULL when out of memory. */
static const struct phb__event *
sorted(struct phb__calendar *calendar)
{
    uint32_t count = calendar->events.count;
    struct phb__event *source = calendar->events.items;
    struct phb__event *target = phb__arena_take(calendar->arena, count, sizeof *target);
    for (uint32_t width = 1; target && width < count; width *= 2) {
        for (uint32_t from = 0; from < count; from += 2 * width) {
            merge(source, target, from, smaller(from + width, count),
                  smaller(from + 2 * width, count));
        }
        struct phb__event *other = source;
        source = target;
        target = other;
    }
    return target ? source : NULL;
}

/* ---- cells ---- */

/* How an event stands on the day that is looked from. */
static const char *
status_of(const struct phb__calendar *calendar, const struct phb__event *event, int64_t *out_days)
{
    phb_date as_of = calendar->as_of;
    if (event->done_on != PHB_DATE_NONE) {
        *out_days = as_of - event->done_on;
        return "done";
    }
    if (event->latest != PHB_DATE_NONE && event->latest < as_of) {
        *out_days = as_of - event->latest;
        return "overdue";
    }
    if (event->due <= as_of) {
        *out_days = event->latest == PHB_DATE_NONE ? as_of - event->due : event->latest - as_of;
        return "due";
    }
    *out_days = event->due - as_of;
    bool is_soon = *out_days <= phb__policy_due_soon_days(calendar->policy);
    return is_soon ? "due_soon" : "upcoming";
}

/*
 * The texts of a set, kept with the events: rows that share a set share its text, which a table
 * finds by its address. Most schedules have two or three different ones.
 */
#define SETS 8

struct set_texts {
    struct phb__calendar *calendar;
    uint64_t sets[SETS];
    const char *texts[SETS];
    size_t count;
};

/* NULL when it is not there. */
static const char *
text_of_set(const struct set_texts *known, uint64_t set)
{
    for (size_t i = 0; i < known->count; i++) {
        if (known->sets[i] == set) {
            return known->texts[i];
        }
    }
    return NULL;
}

static const char *
keep_text(struct set_texts *known, uint64_t set, const char *text, size_t size)
{
    const char *kept = phb__arena_text(known->calendar->arena, text, size);
    if (kept && known->count < SETS) {
        known->sets[known->count] = set;
        known->texts[known->count++] = kept;
    }
    return kept;
}

/* NULL when out of memory. */
static const char *
regimes_text(struct set_texts *known, uint32_t regimes)
{
    char text[256];
    size_t size = 0;
    const char *kept = regimes == 0 ? "" : text_of_set(known, regimes);
    if (kept) {
        return kept;
    }
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        if ((regimes & PHB_REGIME_BIT(i)) == 0) {
            continue;
        }
        const char *name = phb__names_regime.names[i - 1];
        size_t length = strlen(name);
        if (size > 0) {
            text[size++] = ',';
        }
        memcpy(text + size, name, length);
        size += length;
    }
    return keep_text(known, regimes, text, size);
}

static const char *
agenda_text(struct set_texts *known, uint64_t agenda)
{
    char text[PHB__AGENDA_TEXT_SIZE];
    const char *kept = text_of_set(known, agenda);
    return kept ? kept : keep_text(known, agenda, text, phb__agenda_text(agenda, text));
}

static bool
set_agenda(phb_table *table, struct set_texts *agendas, const struct phb__event *event)
{
    const char *agenda = agenda_text(agendas, event->agenda);
    size_t length = strlen(event->of);
    if (!agenda || length == 0) {
        return agenda && phb__table_set_static(table, PHB__EVENT_AGENDA, agenda);
    }
    char text[PHB__AGENDA_TEXT_SIZE + 80]; /* an id has at most 64 bytes */
    size_t size = strlen(agenda);
    memcpy(text, agenda, size);
    text[size++] = ',';
    memcpy(text + size, event->of, length);
    return phb__table_set_copy(table, PHB__EVENT_AGENDA, text, size + length);
}

/*
 * The same event has the same identifier whenever it is worked out again, so a calendar that knows
 * it already moves it: the review to come is the next one, by number, whenever it will be.
 */
static bool
set_uid(phb_table *table, const struct phb__calendar *calendar, const struct phb__event *event)
{
    const char *reference = calendar->request->settings.reference;
    struct phb__builder uid;
    if (!reference) {
        return true;
    }
    phb__builder_init(&uid, calendar->request->context);
    phb__put(&uid, reference);
    phb__put(&uid, "-");
    phb__put(&uid, kind_names[event->kind]);
    phb__put(&uid, "-");
    phb__put_int(&uid, event->mark);
    if (event->kind == PHB__EVENT_RENEWAL || event->kind == PHB__EVENT_TRIGGER) {
        phb__put(&uid, "-");
        phb__put(&uid, event->reason);
    }
    if (event->alike > 0) {
        phb__put(&uid, "-");
        phb__put_int(&uid, event->alike + 1);
    }
    phb__put(&uid, "@libphb");
    bool is_set = !uid.failed && phb__table_set_own(table, PHB__EVENT_UID, uid.data, uid.size);
    phb__builder_free(&uid);
    return is_set;
}

/* What rows share. */
struct shared {
    struct set_texts regimes;
    struct set_texts agendas;
};

static bool
add_row(phb_table *table, const struct phb__calendar *calendar, struct shared *shared,
        const struct phb__event *event)
{
    int64_t days = 0;
    const char *regimes = regimes_text(&shared->regimes, event->regimes);
    const char *status = status_of(calendar, event, &days);
    if (!regimes || !phb__table_add_row(table)) {
        return false;
    }
    phb__table_set(table, PHB__EVENT_SEQUENCE, event->sequence);
    phb__table_set(table, PHB__EVENT_DUE, event->due);
    phb__table_set(table, PHB__EVENT_LATEST, event->latest);
    phb__table_set(table, PHB__EVENT_DAYS, days);
    return phb__table_set_static(table, PHB__EVENT_KIND, kind_names[event->kind]) &&
           phb__table_set_static(table, PHB__EVENT_STATUS, status) &&
           phb__table_set_static(table, PHB__EVENT_DUTY, duty_names[event->duty]) &&
           phb__table_set_static(table, PHB__EVENT_REGIMES, regimes) &&
           phb__table_set_static(table, PHB__EVENT_REASON, event->reason) &&
           set_agenda(table, &shared->agendas, event) &&
           phb__table_set_static(table, PHB__EVENT_SOURCE, event->source) &&
           set_uid(table, calendar, event);
}

phb_table *
phb__events_table(struct phb__calendar *calendar)
{
    uint32_t count = calendar->events.count;
    const struct phb__event *events = count > 0 ? sorted(calendar) : NULL;
    phb_table *table =
        phb__table_new(calendar->request->context, event_columns, PHB__EVENT_COLUMNS, count);
    bool has_memory = table && (events || count == 0);
    phb__table_set_title(table, "Reviews and other dates");
    struct shared shared = {{.calendar = calendar}, {.calendar = calendar}};
    for (uint32_t i = 0; has_memory && i < count; i++) {
        has_memory = add_row(table, calendar, &shared, &events[i]);
    }
    if (!has_memory) {
        phb_table_free(table);
        return NULL;
    }
    return table;
}
