/* A schedule: what was asked, checked as a whole; the parts, one after another; the tables. */

#include <phb/schedule.h>
#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/date.h"
#include "core/error.h"
#include "core/figures.h"
#include "core/path.h"
#include "model/policy.h"
#include "rates/rates.h"
#include "schedule/calendar.h"
#include "schedule/regimes.h"

struct phb_schedule {
    phb_context *context;    /* ours to give back */
    phb_rates *rates;        /* kept: the tables point at its texts */
    struct phb__arena arena; /* the other texts */
    const char *policy;      /* edition */
    phb_date as_of;
    phb_date horizon;
    phb_table *events;
    phb_table *notes;
};

static phb_status
fail_at(phb_error *error, phb_status status, const char *path, const char *message)
{
    phb__fail_because(error, status, message);
    phb__error_at_path(error, path);
    return status;
}

static bool
is_after(phb_date date, phb_date other)
{
    return date != PHB_DATE_NONE && date > other;
}

static phb_status
check_settings(const phb_schedule_settings *settings, phb_error *error)
{
    phb_date as_of = settings->as_of;
    phb_date received = settings->checklist_received;
    if (as_of == PHB_DATE_NONE) {
        return fail_at(error, PHB_ERROR_INCOMPLETE, "", "as_of is missing");
    }
    if (settings->horizon != PHB_DATE_NONE && settings->horizon < as_of) {
        return fail_at(error, PHB_ERROR_RANGE, "/horizon", "horizon is before as_of");
    }
    if (is_after(settings->date_of_birth, as_of)) {
        return fail_at(error, PHB_ERROR_RANGE, "/date_of_birth", "date_of_birth is after as_of");
    }
    if (is_after(received, as_of)) {
        return fail_at(error, PHB_ERROR_RANGE, "/checklist_received",
                       "checklist_received is after as_of");
    }
    if (settings->decided_on == PHB_DATE_NONE) {
        return PHB_OK;
    }
    if (settings->decided_on > as_of || is_after(received, settings->decided_on)) {
        return fail_at(error, PHB_ERROR_RANGE, "/decided_on",
                       "decided_on is after as_of, or before the checklist was received");
    }
    return PHB_OK;
}

static phb_status
check_completed(const phb_schedule_request *request, phb_error *error)
{
    const struct phb__completed *completed = phb__request_completed(request);
    for (uint32_t i = 0; i < request->completed.count; i++) {
        if (completed[i].on > request->settings.as_of) {
            char path[PHB__PATH_SIZE] = "";
            (void)phb__path_add(path, "completed");
            (void)phb__path_add_index(path, i);
            (void)phb__path_add(path, "on");
            return fail_at(error, PHB_ERROR_RANGE, path,
                           "on is after as_of, although the review was completed");
        }
    }
    return PHB_OK;
}

/*
 * A policy by itself is held against the law as it was built in. Other rates may make the law
 * stricter: what is then laxer than a must is refused here.
 */
static phb_status
check_policy(const phb_schedule_request *request, const struct phb__dataset *dataset,
             phb_error *error)
{
    static const char *const paths[] = {"/policy/review/first_after_months",
                                        "/policy/review/every_months"};
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        phb_date days[] = {request->anchors[i], request->settings.as_of};
        for (int each = PHB__INTERVAL_FIRST; each <= PHB__INTERVAL_EVERY; each++) {
            bool is_laxer =
                days[0] != PHB_DATE_NONE && phb__term_of(dataset, request->policy, (phb_regime)i,
                                                         (enum phb__interval)each, days[each])
                                                .is_laxer_than_must;
            if (is_laxer) {
                return fail_at(error, PHB_ERROR_RANGE, paths[each],
                               "the policy is laxer than a review duty that must be met");
            }
        }
    }
    return PHB_OK;
}

/* 5 April of the next tax year but one, that is the end of the next: time to plan ahead. */
static phb_date
default_horizon(phb_date as_of)
{
    phb_date end = phb__tax_year_start(phb__tax_year_of(as_of) + 2) - 1;
    return end > PHB_DATE_MAX ? PHB_DATE_MAX : end;
}

/* When somebody died, or the budget ended, before the day that is looked from, nothing is due. */
static phb_date
last_day_of(const phb_schedule_request *request, phb_date horizon)
{
    const struct phb__happened *happened = phb__request_happened(request);
    phb_date end = request->settings.ended_on;
    for (uint32_t i = 0; i < request->happened.count; i++) {
        bool ends = happened[i].what == (int32_t)PHB_HAPPENING_DIED &&
                    (end == PHB_DATE_NONE || happened[i].on < end);
        end = ends ? happened[i].on : end;
    }
    if (end == PHB_DATE_NONE || end > horizon) {
        return horizon;
    }
    return end <= request->settings.as_of ? PHB_DATE_NONE : end;
}

static void
note_bank_holidays(struct phb__calendar *calendar)
{
    struct phb__builder message;
    if (!calendar->is_past_bank_holidays || calendar->failed) {
        return;
    }
    phb__builder_init(&message, calendar->request->context);
    phb__put(&message, "Bank holidays are known from 1 January 2011 to ");
    phb__put_long_date(&message, calendar->dataset->bank_holidays_until);
    phb__put(&message, ": for limits before and after only weekends are avoided.");
    if (message.failed) {
        calendar->failed = true;
    } else {
        phb__add_note(calendar, "schedule.bank_holidays_end", "", message.data);
    }
    phb__builder_free(&message);
}

static void
add_parts(struct phb__calendar *calendar)
{
    const struct phb__held *held = phb__held_by_day(calendar);
    phb__add_reviews(calendar, held);
    phb__add_audits(calendar, held);
    phb__add_decision(calendar);
    phb__add_birthdays(calendar);
    phb__add_notice_end(calendar);
    phb__add_recosts(calendar);
    phb__add_renewals(calendar);
    phb__add_triggers(calendar, held);
    note_bank_holidays(calendar);
}

/* false when out of memory. */
static bool
fill(phb_schedule *schedule, const phb_schedule_request *request)
{
    const char *edition = phb_policy_edition(request->policy);
    schedule->notes = phb__notes_table(schedule->context);
    schedule->policy = phb__arena_text(&schedule->arena, edition, strlen(edition));
    struct phb__calendar calendar = {
        .request = request,
        .dataset = phb__rates_dataset(schedule->rates),
        .policy = request->policy,
        .arena = &schedule->arena,
        .notes = schedule->notes,
        .as_of = schedule->as_of,
        .horizon = schedule->horizon,
        .last = last_day_of(request, schedule->horizon),
        .failed = !schedule->notes || !schedule->policy,
    };
    if (!calendar.failed) {
        add_parts(&calendar);
    }
    schedule->events = calendar.failed ? NULL : phb__events_table(&calendar);
    return schedule->events != NULL;
}

phb_status
phb_schedule_build(const phb_schedule_request *request, const phb_rates *rates,
                   phb_schedule **out_schedule, phb_error *error)
{
    if (out_schedule) {
        *out_schedule = NULL;
    }
    if (!request || !out_schedule) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_status status = check_settings(&request->settings, error);
    if (status == PHB_OK) {
        status = check_completed(request, error);
    }
    if (status == PHB_OK) {
        status = check_policy(request, phb__rates_dataset(rates), error);
    }
    if (status != PHB_OK) {
        return status;
    }
    phb_schedule *schedule = phb__allocate(request->context, 1, sizeof *schedule);
    if (!schedule) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    schedule->context = phb__context_keep(request->context);
    schedule->rates = phb__rates_keep(rates);
    phb__arena_init(&schedule->arena, request->context, 0);
    schedule->as_of = request->settings.as_of;
    schedule->horizon = request->settings.horizon == PHB_DATE_NONE
                            ? default_horizon(schedule->as_of)
                            : request->settings.horizon;
    if (!fill(schedule, request)) {
        phb_schedule_free(schedule);
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    *out_schedule = schedule;
    return PHB_OK;
}

void
phb_schedule_free(phb_schedule *schedule)
{
    if (!schedule) {
        return;
    }
    phb_context *context = schedule->context;
    phb_table_free(schedule->events);
    phb_table_free(schedule->notes);
    phb__arena_free(&schedule->arena);
    phb_rates_unref(schedule->rates);
    phb__release(context, schedule, sizeof *schedule);
    phb_context_unref(context);
}

const phb_table *
phb_schedule_table(const phb_schedule *schedule, phb_schedule_part part)
{
    if (!schedule) {
        return NULL;
    }
    switch (part) {
    case PHB_SCHEDULE_EVENTS:
        return schedule->events;
    case PHB_SCHEDULE_NOTES:
        return schedule->notes;
    }
    return NULL;
}

phb_date
phb_schedule_as_of(const phb_schedule *schedule)
{
    return schedule ? schedule->as_of : PHB_DATE_NONE;
}

phb_date
phb_schedule_horizon(const phb_schedule *schedule)
{
    return schedule ? schedule->horizon : PHB_DATE_NONE;
}

phb_date
phb_schedule_next_review_latest(const phb_schedule *schedule)
{
    size_t rows = schedule ? phb_table_rows(schedule->events) : 0;
    for (size_t row = 0; row < rows; row++) {
        const char *kind = phb__table_get_text(schedule->events, PHB__EVENT_KIND, row);
        const char *status = phb__table_get_text(schedule->events, PHB__EVENT_STATUS, row);
        bool is_review = strcmp(kind, "plan_review") == 0 || strcmp(kind, "outcome_review") == 0;
        if (is_review && strcmp(status, "done") != 0) {
            return (phb_date)phb__table_get(schedule->events, PHB__EVENT_LATEST, row);
        }
    }
    return PHB_DATE_NONE;
}

const char *
phb_schedule_rates_edition(const phb_schedule *schedule)
{
    return schedule ? phb_rates_edition(schedule->rates) : "";
}

const char *
phb_schedule_policy_edition(const phb_schedule *schedule)
{
    return schedule ? schedule->policy : "";
}

phb_context *
phb_schedule_context(const phb_schedule *schedule)
{
    return schedule ? schedule->context : NULL;
}
