/*
 * A calendar being made: what is asked, and the events and notes found so far. Each file of this
 * room adds what it knows about. A failed allocation is remembered: only the end has to be checked.
 */
#ifndef PHB_SCHEDULE_CALENDAR_H
#define PHB_SCHEDULE_CALENDAR_H

#include <stdbool.h>

#include <phb/schedule.h>

#include "core/arena.h"
#include "core/table.h"
#include "model/schedule_request.h"
#include "rates/dataset.h"

enum phb__event_kind {
    PHB__EVENT_PLAN_REVIEW = 1,
    PHB__EVENT_OUTCOME_REVIEW,
    PHB__EVENT_AUDIT,
    PHB__EVENT_DECISION,
    PHB__EVENT_BIRTHDAY,
    PHB__EVENT_NOTICE_END,
    PHB__EVENT_RECOST,
    PHB__EVENT_RENEWAL,
    PHB__EVENT_TRIGGER
};

enum phb__duty {
    PHB__DUTY_MUST = 1,
    PHB__DUTY_DECIDE,
    PHB__DUTY_ON_REQUEST,
    PHB__DUTY_MAY,
    PHB__DUTY_POLICY
};

struct phb__event {
    enum phb__event_kind kind;
    enum phb__duty duty;
    int32_t sequence; /* among those of its kind, from 1 */
    phb_date due;
    phb_date latest;  /* PHB_DATE_NONE: there is none */
    phb_date done_on; /* PHB_DATE_NONE: not done */
    uint32_t regimes; /* PHB_REGIME_BIT */
    int32_t mark;     /* what tells it from others of its kind whenever it is worked out: the
                         sequence, an age, a year, a day */
    int32_t alike;    /* how many before it have its kind, mark and reason */
    const char *reason;
    const char *of; /* a renewal: of what; "" otherwise */
    const char *source;
    uint64_t agenda; /* PHB__ON */
};

struct phb__calendar {
    const phb_schedule_request *request;
    const struct phb__dataset *dataset;
    const phb_policy *policy;
    struct phb__arena *arena; /* texts and events live in it */
    phb_table *notes;
    phb_date as_of;
    phb_date horizon;
    phb_date last;           /* nothing is due after it; PHB_DATE_NONE: nothing at all */
    struct phb__list events; /* struct phb__event */
    bool is_past_bank_holidays;
    bool failed;
};

/* Columns of the notes, in order. */
enum { PHB__NOTE_RULE, PHB__NOTE_AT, PHB__NOTE_MESSAGE };

/*
 * The day to do what must be done by a limit: a working day on or before it unless the policy says
 * otherwise.
 */
phb_date phb__due_by(const struct phb__calendar *calendar, phb_date limit);

/* Is something that is due on a day still within what is looked at? */
bool phb__is_planned(const struct phb__calendar *calendar, phb_date due);

void phb__add_event(struct phb__calendar *calendar, const struct phb__event *event);

/* Rule and message are ours; the message is copied. */
void phb__add_note(struct phb__calendar *calendar, const char *rule, const char *at,
                   const char *message);

/* The same about an item of a list of the request: "/completed/2". */
void phb__add_note_at(struct phb__calendar *calendar, const char *rule, const char *list,
                      uint32_t index, const char *message);

/* "; policy north/3" behind a text, or "policy north/3" alone; lent by the arena. */
const char *phb__with_policy(struct phb__calendar *calendar, const char *source);

/* Two texts with "; " between, the one that there is, or the first where both are the same. */
const char *phb__join_sources(struct phb__calendar *calendar, const char *first,
                              const char *second);

/* ---- the parts ---- */

/* What was held, by day; and, once, the notes about what counts for nothing whatever its regime.
 * NULL for none, and when out of memory. */
struct phb__held {
    phb_date on;
    phb_review_kind kind;
    uint32_t regimes;
    uint32_t checked;
    uint32_t index; /* in the order they were added */
};
const struct phb__held *phb__held_by_day(struct phb__calendar *calendar);

void phb__add_reviews(struct phb__calendar *calendar, const struct phb__held *held);
void phb__add_audits(struct phb__calendar *calendar, const struct phb__held *held);
void phb__add_decision(struct phb__calendar *calendar);
void phb__add_birthdays(struct phb__calendar *calendar);
void phb__add_notice_end(struct phb__calendar *calendar);
void phb__add_recosts(struct phb__calendar *calendar);
void phb__add_renewals(struct phb__calendar *calendar);
void phb__add_triggers(struct phb__calendar *calendar, const struct phb__held *held);

/* The earliest anchor of a direct payment, PHB_DATE_NONE when none is named. */
phb_date phb__first_direct_payment(const phb_schedule_request *request);

/* ---- the result ---- */

/* Columns of the events, in order. */
enum {
    PHB__EVENT_KIND,
    PHB__EVENT_SEQUENCE,
    PHB__EVENT_DUE,
    PHB__EVENT_LATEST,
    PHB__EVENT_STATUS,
    PHB__EVENT_DAYS,
    PHB__EVENT_DUTY,
    PHB__EVENT_REGIMES,
    PHB__EVENT_REASON,
    PHB__EVENT_AGENDA,
    PHB__EVENT_SOURCE,
    PHB__EVENT_UID,
    PHB__EVENT_COLUMNS
};

/* The table of the events, by day; NULL when out of memory. */
phb_table *phb__events_table(struct phb__calendar *calendar);

/* A table without notes yet; NULL when out of memory. */
phb_table *phb__notes_table(const phb_context *context);

#endif
