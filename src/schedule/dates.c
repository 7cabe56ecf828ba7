/* What has a day of its own: a decision, birthdays, the end of a notice, 1 April, renewals. */

#include <phb/money.h>

#include "core/date.h"
#include "model/policy.h"
#include "model/review_names.h"
#include "rates/lookup.h"
#include "rates/rate_keys.h"
#include "schedule/agenda.h"
#include "schedule/calendar.h"

/* Adds what must be done by a limit, unless it lies beyond what is looked at. */
static void
add_by(struct phb__calendar *calendar, struct phb__event event, phb_date limit)
{
    event.latest = limit;
    event.due = phb__due_by(calendar, limit);
    if (event.done_on != PHB_DATE_NONE || phb__is_planned(calendar, event.due)) {
        phb__add_event(calendar, &event);
    }
}

/*
 * Day 0 is the day the checklist was received, and every day counts: calendar days, not working
 * days. A day before the first that the rates hold the interval for has the first one.
 */
void
phb__add_decision(struct phb__calendar *calendar)
{
    const phb_schedule_settings *settings = &calendar->request->settings;
    const struct phb__dataset *dataset = calendar->dataset;
    const struct phb__rate_parameter *parameter =
        &dataset->parameters[PHB__RATE_DECISION_CONTINUING_HEALTHCARE];
    phb_date received = settings->checklist_received;
    if (received == PHB_DATE_NONE || parameter->row_count == 0) {
        return;
    }
    const struct phb__rate_row *row = phb__row_on(dataset, parameter, received, 0);
    row = row ? row : &dataset->rows[parameter->first_row];
    phb_date limit = PHB_DATE_NONE;
    if (row->value < 0 || row->value > INT16_MAX ||
        phb_date_add_days(received, (int32_t)row->value, &limit) != PHB_OK) {
        return;
    }
    struct phb__event event = {
        .kind = PHB__EVENT_DECISION,
        .duty = PHB__DUTY_MUST,
        .sequence = 1,
        .done_on = settings->decided_on,
        .mark = received,
        .reason = "checklist",
        .of = "",
        .source = phb__law_text(dataset, dataset->sources[row->source].title),
        .agenda = PHB__ON(DECIDE_ELIGIBILITY),
    };
    add_by(calendar, event, limit);
}

/* For whom an age matters. */
enum { FOR_CHILD = 1, FOR_DIRECT_PAYMENT = 2, FOR_EDUCATION = 4 };

static const struct age {
    int32_t years;
    unsigned whom;
    enum phb__duty duty;
    const char *reason;
    uint64_t agenda;
    const char *source;
} ages[] = {
    {14, FOR_CHILD, PHB__DUTY_MUST, "age_14", PHB__ON(TELL_ADULT_TEAM),
     "National Framework for children and young people's continuing care, 2016"},
    {16, FOR_CHILD, PHB__DUTY_MUST, "age_16", PHB__ON(REFER_TO_ADULT_SCREENING),
     "National Framework for children and young people's continuing care, 2016"},
    {16, FOR_DIRECT_PAYMENT, PHB__DUTY_MUST, "age_16", PHB__ON(CONSENT_BY_PERSON),
     "National Health Service (Direct Payments) Regulations 2013 (SI 2013/1617), reg 4"},
    {17, FOR_CHILD, PHB__DUTY_MUST, "age_17", PHB__ON(DECIDE_IN_PRINCIPLE),
     "National Framework for children and young people's continuing care, 2016"},
    {18, FOR_CHILD, PHB__DUTY_MUST, "age_18", PHB__ON(DECIDE_ADULT_ELIGIBILITY),
     "National Framework for children and young people's continuing care, 2016"},
    {25, FOR_EDUCATION, PHB__DUTY_DECIDE, "age_25", PHB__ON(PLAN_BEYOND_EHC),
     "Children and Families Act 2014 (2014 c. 6), Part 3"},
};

#define AGES (sizeof ages / sizeof ages[0])

static bool
is_named(const struct phb__calendar *calendar, phb_regime regime)
{
    return calendar->request->anchors[regime] != PHB_DATE_NONE;
}

static unsigned
whom_of(const struct phb__calendar *calendar)
{
    phb_cohort cohort = calendar->request->settings.cohort;
    bool is_child = cohort == PHB_COHORT_CHILD_CONTINUING_CARE ||
                    is_named(calendar, PHB_REGIME_CHILD_CONTINUING_CARE);
    bool is_education = cohort == PHB_COHORT_EDUCATION_HEALTH_CARE ||
                        is_named(calendar, PHB_REGIME_EHC_PLAN) ||
                        is_named(calendar, PHB_REGIME_SEND_DIRECT_PAYMENT);
    bool is_paid = is_named(calendar, PHB_REGIME_NHS_DIRECT_PAYMENT);
    return (is_child ? FOR_CHILD : 0u) | (is_education ? FOR_EDUCATION : 0u) |
           (is_paid ? FOR_DIRECT_PAYMENT : 0u);
}

/* A birthday that is past asks for nothing any more that could be told from here. */
void
phb__add_birthdays(struct phb__calendar *calendar)
{
    phb_date birth = calendar->request->settings.date_of_birth;
    unsigned whom = whom_of(calendar);
    int32_t sequence = 0;
    for (size_t i = 0; i < AGES; i++) {
        phb_date birthday = PHB_DATE_NONE;
        if ((ages[i].whom & whom) == 0 || birth == PHB_DATE_NONE ||
            phb_date_of_age(birth, ages[i].years, &birthday) != PHB_OK ||
            birthday < calendar->as_of) {
            continue;
        }
        struct phb__event event = {
            .kind = PHB__EVENT_BIRTHDAY,
            .duty = ages[i].duty,
            .sequence = ++sequence,
            .done_on = PHB_DATE_NONE,
            .mark = ages[i].years,
            .reason = ages[i].reason,
            .of = "",
            .source = ages[i].source,
            .agenda = ages[i].agenda,
        };
        bool is_twice = i + 1 < AGES && ages[i + 1].years == ages[i].years;
        if (is_twice && (ages[i + 1].whom & whom) != 0) {
            event.agenda |= ages[i + 1].agenda;
            event.source = phb__join_sources(calendar, event.source, ages[i + 1].source);
            i++;
        }
        add_by(calendar, event, birthday);
    }
}

/*
 * What is paid may go on until the notice has run out, so its end is moved to no other day. Part of
 * a day is a whole one.
 */
void
phb__add_notice_end(struct phb__calendar *calendar)
{
    const phb_schedule_settings *settings = &calendar->request->settings;
    int64_t weeks_hundredths = settings->notice_weeks_hundredths;
    phb_date given = settings->notice_given;
    bool is_by_policy = weeks_hundredths == PHB_NUMBER_NONE;
    if (given == PHB_DATE_NONE) {
        return;
    }
    if (is_by_policy) {
        weeks_hundredths = phb__policy_content(calendar->policy)->notice_weeks_hundredths;
    }
    if (weeks_hundredths == PHB_NUMBER_NONE) {
        phb__add_note(calendar, "schedule.no_notice_period", "",
                      "Notice was given, and neither the plan nor the policy says how long it "
                      "runs.");
        return;
    }
    phb_date end = given + (phb_date)((weeks_hundredths * 7 + 99) / 100);
    if (end > calendar->horizon) {
        return;
    }
    struct phb__event event = {
        .kind = PHB__EVENT_NOTICE_END,
        .duty = PHB__DUTY_MUST,
        .sequence = 1,
        .due = end,
        .latest = end,
        .done_on = end < calendar->as_of ? end : PHB_DATE_NONE,
        .mark = given,
        .reason = "notice",
        .of = "",
        .source = "National Health Service (Direct Payments) Regulations 2013 (SI 2013/1617), "
                  "reg 17",
        .agenda = PHB__ON(NOTICE_RUNS_OUT),
    };
    event.source = is_by_policy ? phb__with_policy(calendar, event.source) : event.source;
    phb__add_event(calendar, &event);
}

/* The first day that anything counts from. */
static phb_date
first_day_of(const phb_schedule_request *request)
{
    phb_date first = request->settings.first_payment;
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        phb_date anchor = request->anchors[i];
        bool is_earlier = anchor != PHB_DATE_NONE && (first == PHB_DATE_NONE || anchor < first);
        first = is_earlier ? anchor : first;
    }
    return first;
}

/* Wages rise on 1 April, so what an ongoing budget costs from then on is to be known before. */
void
phb__add_recosts(struct phb__calendar *calendar)
{
    phb_date first = first_day_of(calendar->request);
    int32_t sequence = 0;
    if (calendar->request->settings.kind == PHB_KIND_ONE_OFF) {
        return;
    }
    int32_t last_year = phb__ymd_of(calendar->horizon).year + 1;
    for (int32_t year = phb__ymd_of(calendar->as_of).year; year <= last_year; year++) {
        phb_date limit = phb__date_of_ymd(year, 3, 31);
        if (limit < calendar->as_of || limit < first || !phb__date_is_valid(limit)) {
            continue;
        }
        struct phb__event event = {
            .kind = PHB__EVENT_RECOST,
            .duty = PHB__DUTY_POLICY,
            .sequence = ++sequence,
            .done_on = PHB_DATE_NONE,
            .mark = year,
            .reason = "april",
            .of = "",
            .source = "National Health Service (Direct Payments) Regulations 2013 (SI 2013/1617), "
                      "reg 13; minimum wages, which change each 1 April",
            .agenda = PHB__ON(COST_THE_NEXT_YEAR),
        };
        add_by(calendar, event, limit);
    }
}

/* What is renewed may have somebody's name for an id, which is nothing for a calendar file: of
 * those that run out together each has a number. */
static int32_t
alike_before(const struct phb__renewed *renewals, uint32_t index)
{
    int32_t count = 0;
    for (uint32_t i = 0; i < index; i++) {
        count +=
            renewals[i].until == renewals[index].until && renewals[i].what == renewals[index].what
                ? 1
                : 0;
    }
    return count;
}

void
phb__add_renewals(struct phb__calendar *calendar)
{
    static const char *const sources[] = {
        [PHB_RENEWAL_INSURANCE] = "Employers' Liability (Compulsory Insurance) Act 1969 "
                                  "(1969 c. 57), s 1",
        [PHB_RENEWAL_CHECK] = "Guidance on direct payments for healthcare (NHS England, 2022)",
        [PHB_RENEWAL_COMPETENCE] = "Guidance on direct payments for healthcare (NHS England, 2022)",
    };
    const struct phb__renewed *renewals = phb__request_renewals(calendar->request);
    for (uint32_t i = 0; i < calendar->request->renewals.count; i++) {
        struct phb__event event = {
            .kind = PHB__EVENT_RENEWAL,
            .duty = PHB__DUTY_MUST,
            .sequence = (int32_t)i + 1,
            .done_on = PHB_DATE_NONE,
            .mark = renewals[i].until,
            .alike = alike_before(renewals, i),
            .reason = phb__names_renewal.names[renewals[i].what - 1],
            .of = renewals[i].of,
            .source = sources[renewals[i].what],
            .agenda = PHB__ON(RENEW),
        };
        add_by(calendar, event, renewals[i].until);
    }
}
