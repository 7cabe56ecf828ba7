/*
 * Reviews of the plan. Every duty has a clock: a day from which it counts, and the months from
 * there to its next limit. A review that was held sets the clocks that it served; one that is still
 * to come is taken to be held on its latest day. Months always count from the clock's own day, so
 * that a limit which fell on the last day of a short month does not shorten those behind it.
 */

#include "core/date.h"
#include "model/policy.h"
#include "schedule/agenda.h"
#include "schedule/calendar.h"
#include "schedule/regimes.h"

struct clock {
    bool runs;
    bool is_first;
    phb_date base;
    int32_t months; /* from the base to the limit */
    phb_date limit;
    struct phb__term term;
};

struct reviews {
    struct phb__calendar *calendar;
    struct clock clocks[PHB__REGIMES + 1];
    int32_t count; /* so far, held or to come */
    bool is_one_off;
    bool has_overdue;
    const char *sources[PHB__REGIMES + 1]; /* of the last event, by regime; NULL: not of it */
    const char *joined;                    /* and what became of them */
};

static bool
is_in(uint32_t regimes, uint32_t regime)
{
    return (regimes & PHB_REGIME_BIT(regime)) != 0;
}

/* The next limit, `months` from the base and then one interval more. Beyond 2199 there is none. */
static void
set_clock(struct reviews *reviews, uint32_t regime, enum phb__interval interval, phb_date base,
          int32_t months)
{
    const struct phb__calendar *calendar = reviews->calendar;
    struct clock *clock = &reviews->clocks[regime];
    phb_date begins = base;
    if (months > 0) {
        (void)phb_date_add_months(base, months, PHB_MONTH_END_CLAMP, &begins);
    }
    clock->term =
        phb__term_of(calendar->dataset, calendar->policy, (phb_regime)regime, interval, begins);
    clock->base = base;
    clock->months = months + clock->term.months;
    clock->is_first = interval == PHB__INTERVAL_FIRST;
    clock->runs =
        clock->term.months > 0 &&
        phb_date_add_months(base, clock->months, PHB_MONTH_END_CLAMP, &clock->limit) == PHB_OK;
}

static void
note_start(struct reviews *reviews, uint32_t regime)
{
    struct phb__calendar *calendar = reviews->calendar;
    const struct clock *clock = &reviews->clocks[regime];
    if (clock->term.months == 0) {
        phb__add_note(calendar, "schedule.no_interval", "/regimes",
                      "A review duty is left to local policy, and there is no policy that says how "
                      "often: nothing is planned for it.");
    }
    if (clock->term.is_before_law) {
        phb__add_note(calendar, "schedule.before_law", "/regimes",
                      "A review duty counts from a day before the first that its interval is held "
                      "for: the first one held is used.");
    }
    if (!phb__regime_goes_on((phb_regime)regime) &&
        calendar->request->anchors[PHB_REGIME_EHC_PLAN] == PHB_DATE_NONE) {
        phb__add_note(calendar, "schedule.no_ehc_plan", "/regimes",
                      "After its first review a direct payment for special educational needs is "
                      "reviewed with the education, health and care plan, and none is named.");
    }
}

static void
start(struct reviews *reviews)
{
    uint32_t named = 0;
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        phb_date anchor = reviews->calendar->request->anchors[i];
        if (anchor != PHB_DATE_NONE) {
            set_clock(reviews, i, PHB__INTERVAL_FIRST, anchor, 0);
            note_start(reviews, i);
            named++;
        }
    }
    if (named == 0) {
        phb__add_note(reviews->calendar, "schedule.no_regimes", "/regimes",
                      "No review duty is named, so no review is planned.");
    }
}

/* The running clock of the earliest limit among some regimes; of equal ones the first. 0: none. */
static uint32_t
earliest_of(const struct reviews *reviews, uint32_t regimes)
{
    uint32_t earliest = 0;
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        const struct clock *clock = &reviews->clocks[i];
        bool counts = is_in(regimes, i) && clock->runs;
        if (counts && (earliest == 0 || clock->limit < reviews->clocks[earliest].limit)) {
            earliest = i;
        }
    }
    return earliest;
}

/* The sources of some regimes as one text. Those of one event are mostly those of the one before.
 */
static const char *
source_of(struct reviews *reviews, uint32_t regimes)
{
    struct phb__calendar *calendar = reviews->calendar;
    bool is_same = reviews->joined != NULL;
    bool is_by_policy = false;
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        const struct phb__term *term = &reviews->clocks[i].term;
        const char *source = is_in(regimes, i) ? term->law_source : NULL;
        is_same = is_same && source == reviews->sources[i] && !term->is_by_policy;
        is_by_policy = is_by_policy || (is_in(regimes, i) && term->is_by_policy);
        reviews->sources[i] = source;
    }
    if (is_same) {
        return reviews->joined;
    }
    const char *joined = "";
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        if (is_in(regimes, i)) {
            joined = phb__join_sources(calendar, joined, reviews->sources[i]);
        }
    }
    reviews->joined = is_by_policy ? NULL : joined; /* the policy may say less the next time */
    return is_by_policy ? phb__with_policy(calendar, joined) : joined;
}

/* What the clocks of some regimes have in common as one event, the earliest of them leading. */
static struct phb__event
event_of(struct reviews *reviews, uint32_t regimes, uint32_t lead, phb_date due)
{
    const struct clock *leading = &reviews->clocks[lead];
    struct phb__event event = {
        .kind = PHB__EVENT_PLAN_REVIEW,
        .duty = PHB__DUTY_POLICY,
        .sequence = ++reviews->count,
        .due = due,
        .latest = leading->limit,
        .done_on = PHB_DATE_NONE,
        .regimes = regimes,
        .mark = reviews->count,
        .reason = leading->is_first ? "first" : "interval",
        .of = "",
        .source = source_of(reviews, regimes),
    };
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        if (is_in(regimes, i)) {
            event.agenda |= phb__regime_agenda((phb_regime)i);
            event.duty = phb__regime_is_must((phb_regime)i) ? PHB__DUTY_MUST : event.duty;
        }
    }
    return event;
}

/* Those of the regimes that a review was said to serve for which it counts. */
static uint32_t
served_by(struct reviews *reviews, const struct phb__held *held)
{
    struct phb__calendar *calendar = reviews->calendar;
    uint32_t served = held->regimes;
    uint32_t nhs = PHB_REGIME_BIT(PHB_REGIME_NHS_DIRECT_PAYMENT);
    if ((served & nhs) != 0 && held->checked != PHB_CHECKED_ALL) {
        phb__add_note_at(calendar, "schedule.four_checks_missing", "completed", held->index,
                         "This review does not record all four checks that a review of an NHS "
                         "direct payment must cover, so that duty's time runs on.");
        served &= ~nhs;
    }
    bool is_too_early = false;
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        if (is_in(served, i) && held->on < calendar->request->anchors[i]) {
            is_too_early = true;
            served &= ~PHB_REGIME_BIT(i);
        }
    }
    if (is_too_early) {
        phb__add_note_at(calendar, "schedule.completed_before_anchor", "completed", held->index,
                         "This review was held before the day that a review duty counts from, so "
                         "for that one it counts for nothing.");
    }
    return served;
}

/* A clock that had stopped, or never ran, is no part of what was due; it is set all the same. */
static void
add_held(struct reviews *reviews, const struct phb__held *held)
{
    uint32_t served = served_by(reviews, held);
    uint32_t lead = earliest_of(reviews, served);
    bool is_outcome = held->kind == PHB_REVIEW_OUTCOME;
    if (lead != 0) {
        uint32_t due = 0;
        for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
            due |= is_in(served, i) && reviews->clocks[i].runs ? PHB_REGIME_BIT(i) : 0;
        }
        phb_date day = phb__due_by(reviews->calendar, reviews->clocks[lead].limit);
        struct phb__event event = event_of(reviews, due, lead, day);
        event.kind = is_outcome ? PHB__EVENT_OUTCOME_REVIEW : PHB__EVENT_PLAN_REVIEW;
        event.agenda |= is_outcome ? PHB__ON(OUTCOMES_MET) : 0;
        event.done_on = held->on;
        phb__add_event(reviews->calendar, &event);
    }
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        if (is_in(served, i) && reviews->clocks[i].runs) {
            set_clock(reviews, i, PHB__INTERVAL_EVERY, held->on, 0);
            reviews->clocks[i].runs =
                reviews->clocks[i].runs && !(is_outcome && reviews->is_one_off);
        }
    }
}

/* The running clocks whose limits lie so near to the earliest that one review serves them. */
static uint32_t
merged_with(const struct reviews *reviews, uint32_t lead)
{
    int64_t within = phb__policy_align_within_days(reviews->calendar->policy);
    uint32_t merged = 0;
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        const struct clock *clock = &reviews->clocks[i];
        bool is_near = clock->runs && clock->limit - reviews->clocks[lead].limit <= within;
        merged |= is_near ? PHB_REGIME_BIT(i) : 0;
    }
    return merged;
}

/*
 * After a review that is to come, its clocks count on from the leading one's own day. One that is
 * overdue cannot be held before today. Of a one-off budget the review to come is taken for the one
 * of its outcome, behind which there is nothing.
 */
static void
set_after(struct reviews *reviews, uint32_t merged, uint32_t lead)
{
    const struct clock leading = reviews->clocks[lead];
    bool is_overdue = leading.limit < reviews->calendar->as_of;
    phb_date base = is_overdue ? reviews->calendar->as_of : leading.base;
    int32_t months = is_overdue ? 0 : leading.months;
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        if (is_in(merged, i) && reviews->is_one_off) {
            reviews->clocks[i].runs = false;
        } else if (is_in(merged, i)) {
            set_clock(reviews, i, PHB__INTERVAL_EVERY, base, months);
        }
    }
    reviews->has_overdue = reviews->has_overdue || is_overdue;
}

static void
add_to_come(struct reviews *reviews)
{
    struct phb__calendar *calendar = reviews->calendar;
    for (uint32_t lead; (lead = earliest_of(reviews, UINT32_MAX)) != 0 && !calendar->failed;) {
        uint32_t merged = merged_with(reviews, lead);
        phb_date due = phb__due_by(calendar, reviews->clocks[lead].limit);
        if (!phb__is_planned(calendar, due)) {
            return;
        }
        struct phb__event event = event_of(reviews, merged, lead, due);
        event.kind = reviews->is_one_off ? PHB__EVENT_OUTCOME_REVIEW : PHB__EVENT_PLAN_REVIEW;
        event.agenda |= reviews->is_one_off ? PHB__ON(OUTCOMES_MET) : 0;
        phb__add_event(calendar, &event);
        set_after(reviews, merged, lead);
    }
}

void
phb__add_reviews(struct phb__calendar *calendar, const struct phb__held *held)
{
    struct reviews reviews = {.calendar = calendar,
                              .is_one_off = calendar->request->settings.kind == PHB_KIND_ONE_OFF};
    start(&reviews);
    for (uint32_t i = 0; held && i < calendar->request->completed.count; i++) {
        if (held[i].kind != PHB_REVIEW_AUDIT) {
            add_held(&reviews, &held[i]);
        }
    }
    add_to_come(&reviews);
    if (reviews.has_overdue) {
        phb__add_note(calendar, "schedule.overdue_held_today", "",
                      "A review is overdue: what follows it is counted as if it were held on the "
                      "day that this looks from.");
    }
}
