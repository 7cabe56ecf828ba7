/* Audits of the money: local policy alone asks for them, and no review of the plan is one. */

#include <phb/money.h>

#include "core/date.h"
#include "model/policy.h"
#include "schedule/agenda.h"
#include "schedule/calendar.h"

struct audits {
    struct phb__calendar *calendar;
    int32_t every_months; /* 0: only the first */
    phb_date base;
    int32_t months; /* from the base to the limit */
    phb_date limit;
    int32_t count;
    const char *source;
    bool runs;
};

static void
set_limit(struct audits *audits, phb_date base, int32_t months)
{
    audits->base = base;
    audits->months = months;
    audits->runs = phb_date_add_months(base, months, PHB_MONTH_END_CLAMP, &audits->limit) == PHB_OK;
}

static void
set_next(struct audits *audits, phb_date base, int32_t months)
{
    if (audits->every_months == 0) {
        audits->runs = false;
        return;
    }
    set_limit(audits, base, months + audits->every_months);
}

static void
add_audit(struct audits *audits, phb_date done_on)
{
    struct phb__event event = {
        .kind = PHB__EVENT_AUDIT,
        .duty = PHB__DUTY_POLICY,
        .sequence = ++audits->count,
        .due = phb__due_by(audits->calendar, audits->limit),
        .latest = audits->limit,
        .done_on = done_on,
        .mark = audits->count,
        .reason = audits->count == 1 ? "first" : "interval",
        .of = "",
        .source = audits->source,
        .agenda = PHB__ON(MONEY_USED_WELL) | PHB__ON(CHECK_RECORDS),
    };
    phb__add_event(audits->calendar, &event);
}

static void
add_held(struct audits *audits, const struct phb__held *held, phb_date first_payment)
{
    if (held->on < first_payment) {
        phb__add_note_at(audits->calendar, "schedule.audit_before_payment", "completed",
                         held->index,
                         "This audit was held before the first payment, so it counts for nothing.");
        return;
    }
    if (audits->runs) {
        add_audit(audits, held->on);
    }
    set_next(audits, held->on, 0);
}

/* As with reviews: one to come is held on its latest day, and one that is overdue today. */
static void
add_to_come(struct audits *audits)
{
    struct phb__calendar *calendar = audits->calendar;
    while (audits->runs && !calendar->failed &&
           phb__is_planned(calendar, phb__due_by(calendar, audits->limit))) {
        bool is_overdue = audits->limit < calendar->as_of;
        add_audit(audits, PHB_DATE_NONE);
        set_next(audits, is_overdue ? calendar->as_of : audits->base,
                 is_overdue ? 0 : audits->months);
    }
}

void
phb__add_audits(struct phb__calendar *calendar, const struct phb__held *held)
{
    const struct phb__policy_content *policy = phb__policy_content(calendar->policy);
    const phb_schedule_settings *settings = &calendar->request->settings;
    int64_t first = policy->audit_first_after_months;
    int64_t every = policy->audit_every_months;
    phb_date first_payment = settings->first_payment != PHB_DATE_NONE
                                 ? settings->first_payment
                                 : phb__first_direct_payment(calendar->request);
    if (first == PHB_NUMBER_NONE && every == PHB_NUMBER_NONE) {
        return;
    }
    if (first_payment == PHB_DATE_NONE) {
        phb__add_note(calendar, "schedule.no_first_payment", "",
                      "The policy asks for audits, and there is no first payment that they could "
                      "count from.");
        return;
    }
    bool is_one_off = settings->kind == PHB_KIND_ONE_OFF;
    struct audits audits = {.calendar = calendar,
                            .every_months =
                                every == PHB_NUMBER_NONE || is_one_off ? 0 : (int32_t)every,
                            .source = phb__with_policy(calendar, "")};
    set_limit(&audits, first_payment, (int32_t)(first == PHB_NUMBER_NONE ? every : first));
    for (uint32_t i = 0; held && i < calendar->request->completed.count; i++) {
        if (held[i].kind == PHB_REVIEW_AUDIT) {
            add_held(&audits, &held[i], first_payment);
        }
    }
    add_to_come(&audits);
}
