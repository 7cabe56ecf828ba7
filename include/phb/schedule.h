/**
 * @file
 * When a plan must be reviewed: reviews, audits, decisions, birthdays, notices and renewals as one
 * calendar, worked out from what is said in a request. Nothing here knows what day it is: the day
 * to look from is a part of the request. docs/reviews.md says by which rules.
 */
#ifndef PHB_SCHEDULE_H
#define PHB_SCHEDULE_H

#include <stddef.h>
#include <stdint.h>

#include <phb/choices.h>
#include <phb/context.h>
#include <phb/date.h>
#include <phb/money.h>
#include <phb/plan.h>
#include <phb/policy.h>
#include <phb/rates.h>
#include <phb/render.h>
#include <phb/table.h>
#include <phb/text.h>

PHB_BEGIN_DECLS

/** Opaque. One thread at a time while it is being built; any number may read it afterwards. */
typedef struct phb_schedule_request phb_schedule_request;

/** Opaque, immutable. */
typedef struct phb_schedule phb_schedule;

/** A duty to review: by whose rules, and counted from which day. */
typedef enum phb_regime {
    PHB_REGIME_NHS_DIRECT_PAYMENT = 1,      /**< from the first payment */
    PHB_REGIME_CHC = 2,                     /**< from the decision that somebody is eligible */
    PHB_REGIME_FAST_TRACK = 3,              /**< from the decision */
    PHB_REGIME_CHILD_CONTINUING_CARE = 4,   /**< from the start of the package */
    PHB_REGIME_CARE_ACT_DIRECT_PAYMENT = 5, /**< from the first payment */
    PHB_REGIME_SEND_DIRECT_PAYMENT = 6,     /**< from the first payment; once */
    PHB_REGIME_EHC_PLAN = 7,                /**< from the day the plan was made */
    PHB_REGIME_SECTION_117 = 8,             /**< from the start of aftercare */
    PHB_REGIME_WHEELCHAIR = 9,              /**< from the start of the budget */
    PHB_REGIME_LOCAL_POLICY = 10            /**< from the start; by policy alone */
} phb_regime;

/** The bit of a regime in a set of them. */
#define PHB_REGIME_BIT(regime) (UINT32_C(1) << ((regime)-1))

/** What kind of review was held. */
typedef enum phb_review_kind {
    PHB_REVIEW_PLAN = 1,    /**< of the plan */
    PHB_REVIEW_OUTCOME = 2, /**< of what a one-off budget has brought, once its money is spent */
    PHB_REVIEW_AUDIT = 3    /**< of the money */
} phb_review_kind;

/** What a review has looked at: bits of a set. A review of an NHS direct payment needs all four. */
#define PHB_CHECKED_NEEDS_MET UINT32_C(1)       /**< the plan still meets the needs */
#define PHB_CHECKED_MONEY_USED_WELL UINT32_C(2) /**< the money is used effectively */
#define PHB_CHECKED_AMOUNT_ENOUGH UINT32_C(4)   /**< it covers the full cost of each service */
#define PHB_CHECKED_OBLIGATIONS_MET UINT32_C(8) /**< who is paid has met their obligations */
#define PHB_CHECKED_ALL UINT32_C(15)

/** Something that happened, and asks somebody to do something. */
typedef enum phb_happening {
    PHB_HAPPENING_MONEY_INSUFFICIENT = 1,
    PHB_HAPPENING_HEALTH_CHANGED = 2,
    PHB_HAPPENING_ASKED_FOR_REVIEW = 3,
    PHB_HAPPENING_NOMINATION_CHANGED = 4,
    PHB_HAPPENING_CAPACITY_LOST = 5,
    PHB_HAPPENING_CAPACITY_REGAINED = 6,
    PHB_HAPPENING_CONSENT_WITHDRAWN = 7,
    PHB_HAPPENING_MISUSE_SUSPECTED = 8,
    PHB_HAPPENING_NOT_ELIGIBLE = 9,
    PHB_HAPPENING_SAFEGUARDING = 10,
    PHB_HAPPENING_CARER_BREAKDOWN = 11,
    PHB_HAPPENING_PROVIDER_FAILED = 12,
    PHB_HAPPENING_HOSPITAL_ADMISSION = 13,
    PHB_HAPPENING_FAST_TRACK_DETERIORATES = 14,
    PHB_HAPPENING_MOVED_AREA = 15,
    PHB_HAPPENING_DIED = 16
} phb_happening;

/** What has a day on which it runs out. */
typedef enum phb_renewal {
    PHB_RENEWAL_INSURANCE = 1,
    PHB_RENEWAL_CHECK = 2,     /**< of a criminal record, or a registration */
    PHB_RENEWAL_COMPETENCE = 3 /**< for a delegated task */
} phb_renewal;

/**
 * What the whole request says. Initialise with PHB_SCHEDULE_SETTINGS_INIT; `as_of` is required. The
 * reference goes into the identifiers of a calendar file, so it must be neither a name nor an NHS
 * number; what is one by its check digit is refused.
 */
typedef struct phb_schedule_settings {
    uint32_t size;               /**< sizeof(phb_schedule_settings) of the caller */
    phb_kind kind;               /**< optional: PHB_KIND_ONGOING */
    phb_cohort cohort;           /**< optional: which birthdays matter */
    phb_date as_of;              /**< the day to look from */
    phb_date horizon;            /**< optional: the last day to look to; the end of the tax year
                                    after the one of `as_of` */
    phb_date date_of_birth;      /**< optional: without it no birthdays */
    phb_date first_payment;      /**< optional: audits count from it; else the first anchor of a
                                    direct payment */
    phb_date ended_on;           /**< optional: nothing is due after the day the budget ended */
    phb_date checklist_received; /**< optional: day 0 of the decision on continuing healthcare */
    phb_date decided_on;         /**< optional: the day it was decided */
    phb_date notice_given;       /**< optional: the day notice was given */
    int32_t reserved;            /**< 0 */
    int64_t notice_weeks_hundredths; /**< optional: how long it runs; else as the policy says */
    const phb_policy *policy;        /**< optional: local rules; kept by reference */
    const char *reference;           /**< optional: a local one, an id; a calendar file needs it */
} phb_schedule_settings;

/* clang-format off */
#define PHB_SCHEDULE_SETTINGS_INIT                                                                 \
    {sizeof(phb_schedule_settings), (phb_kind)0, (phb_cohort)0, PHB_DATE_NONE, PHB_DATE_NONE,      \
     PHB_DATE_NONE, PHB_DATE_NONE, PHB_DATE_NONE, PHB_DATE_NONE, PHB_DATE_NONE, PHB_DATE_NONE, 0,  \
     PHB_NUMBER_NONE, NULL, NULL}
/* clang-format on */

/**
 * The function twin of PHB_SCHEDULE_SETTINGS_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_schedule_settings_init(phb_schedule_settings *settings, uint32_t size);

/**
 * Makes an empty request.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_schedule_request_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_schedule_request_new(phb_context *context,
                                            phb_schedule_request **out_request, phb_error *error);

/** Frees a request. NULL is ignored. Threads: one at a time. Since: 0.1 */
PHB_API void phb_schedule_request_free(phb_schedule_request *request);

/**
 * Says what the whole request says; said again, it replaces.
 *
 * Errors: ARGUMENT, STRUCT, DATE, RANGE (weeks of notice out of bounds; a reference that is no id,
 * or an NHS number), MEMORY. The request is then as it was.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_schedule_request_set(phb_schedule_request *request,
                                            const phb_schedule_settings *settings,
                                            phb_error *error);

/**
 * Gives back what the whole request says, so that one member can be changed and the rest set again.
 * `settings->size` says how much of it the caller knows; the policy and the reference are lent.
 *
 * Errors: ARGUMENT (NULL), STRUCT (a size that never was). The output is then untouched.
 * Ownership: what is lent lives as long as the request, until it is set again.
 * Threads: any, while nobody changes the request.
 * Since: 0.1
 */
PHB_API phb_status phb_schedule_request_get(const phb_schedule_request *request,
                                            phb_schedule_settings *settings, phb_error *error);

/**
 * Adds a duty to review, counted from a day of its own, its anchor.
 *
 * Errors: ARGUMENT (a regime that there is not), DATE, DUPLICATE (a regime said twice), MEMORY.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_schedule_request_add_regime(phb_schedule_request *request, phb_regime regime,
                                                   phb_date anchor, phb_error *error);

/**
 * Adds a review or an audit that was held, in any order. `regimes` is a set of PHB_REGIME_BIT,
 * those it served, and `checked` one of PHB_CHECKED_…; both may be 0.
 *
 * Errors: ARGUMENT (a kind, a regime or a check that there is not), DATE, DUPLICATE (another one of
 * the same kind on that day), LIMIT, MEMORY.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_schedule_request_add_completed(phb_schedule_request *request, phb_date on,
                                                      phb_review_kind kind, uint32_t regimes,
                                                      uint32_t checked, phb_error *error);

/**
 * Adds something that happened, in any order.
 *
 * Errors: ARGUMENT, DATE, LIMIT, MEMORY.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_schedule_request_add_event(phb_schedule_request *request, phb_date on,
                                                  phb_happening what, phb_error *error);

/**
 * Adds what a list of them says, `[{ "on": "2026-05-01", "what": "health_changed" }]`: all of it or
 * nothing. `json` need not end in NUL.
 *
 * Errors: ARGUMENT; the first of what the list gets wrong, in the order text (JSON_SYNTAX, UTF8,
 * LIMIT), shape (JSON_SHAPE, DUPLICATE, INCOMPLETE), meaning (DATE, LIMIT); MEMORY. The error has a
 * byte offset, a JSON Pointer and a sentence that quotes nothing of the list.
 * Ownership: nothing of `json` is kept.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_schedule_request_add_events_json(phb_schedule_request *request,
                                                        const char *json, size_t size,
                                                        phb_error *error);

/**
 * Adds something that runs out on a day: the last day it is good for. `of` is the id of what or
 * whose it is, or NULL.
 *
 * Errors: ARGUMENT, DATE, RANGE (an `of` that is no id), LIMIT, MEMORY.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_schedule_request_add_renewal(phb_schedule_request *request, phb_date until,
                                                    phb_renewal what, const char *of,
                                                    phb_error *error);

/**
 * What a plan says of its reviews, as a request: its review duties, the reviews held, birthdays,
 * competences that run out. The host may add what the plan does not say, such as what happened. A
 * direct payment has its duty by law, whether or not the plan names it, from the first payment;
 * where there is no duty at all, the policy's holds from the first day of the budget. Without
 * `as_of` (PHB_DATE_NONE) it looks from the last day that the plan records: of a signature or of a
 * review held, else the first of its budget. The reference for calendar files is the person's local
 * one.
 *
 * Errors: ARGUMENT, DATE; RANGE for a review held after `as_of`, DUPLICATE for two of a kind on one
 * day, each placed in the plan; LIMIT, MEMORY.
 * Ownership: the caller's, until phb_schedule_request_free; the plan may be freed before it.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_plan_schedule_request(const phb_plan *plan, phb_date as_of,
                                             const phb_policy *policy,
                                             phb_schedule_request **out_request, phb_error *error);

/**
 * Works a request out, with these rates, NULL for those built in. What was done, is due and will be
 * due comes at once, by day.
 *
 * Errors: ARGUMENT; INCOMPLETE (no `as_of`); RANGE (a horizon before `as_of`, a review held after
 * it, a decision before its checklist or after `as_of`, a birth after `as_of`, a policy laxer than
 * the rates make a must); MEMORY.
 * Ownership: the caller's, until phb_schedule_free; the request may be freed before it.
 * Threads: any, while nobody changes the request.
 * Since: 0.1
 */
PHB_API phb_status phb_schedule_build(const phb_schedule_request *request, const phb_rates *rates,
                                      phb_schedule **out_schedule, phb_error *error);

/** Frees a schedule. NULL is ignored. Threads: one at a time. Since: 0.1 */
PHB_API void phb_schedule_free(phb_schedule *schedule);

/**
 * The tables of a schedule. `latest` is the last day that is allowed, `due` the day to do it, no
 * later; an event that happened has no `latest`. `days` are, by status: upcoming and due_soon,
 * until it is due; due, until `latest`, or since it was due where there is none; overdue, since
 * `latest`; done, since it was done.
 */
typedef enum phb_schedule_part {
    PHB_SCHEDULE_EVENTS = 1, /**< kind, sequence, due, latest, status, days, duty, regimes, reason,
                                agenda, source, uid; sets are ids with a comma between */
    PHB_SCHEDULE_NOTES = 2   /**< rule, at, message: what was assumed, or counts for nothing */
} phb_schedule_part;

/**
 * One table of a schedule; NULL for an unknown part or a NULL schedule.
 *
 * Ownership: lent, as long as the schedule.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const phb_table *phb_schedule_table(const phb_schedule *schedule, phb_schedule_part part);

/** The day it looks from; PHB_DATE_NONE for NULL. Threads: any. Since: 0.1 */
PHB_API phb_date phb_schedule_as_of(const phb_schedule *schedule);

/** The last day it looks to; PHB_DATE_NONE for NULL. Threads: any. Since: 0.1 */
PHB_API phb_date phb_schedule_horizon(const phb_schedule *schedule);

/**
 * When the next review must be held at the latest: the `latest` of the first event that is a review
 * of the plan and not done, overdue or still to come; PHB_DATE_NONE when there is none, and for
 * NULL.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_date phb_schedule_next_review_latest(const phb_schedule *schedule);

/**
 * The edition of the rates it rests on; "" for NULL.
 *
 * Ownership: lent, as long as the schedule.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const char *phb_schedule_rates_edition(const phb_schedule *schedule);

/**
 * Name and version of the policy it rests on; "" for none, and for NULL.
 *
 * Ownership: lent, as long as the schedule.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const char *phb_schedule_policy_edition(const phb_schedule *schedule);

/**
 * The context it was made with, NULL for the default one.
 *
 * Ownership: lent.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_context *phb_schedule_context(const phb_schedule *schedule);

/**
 * Writes a schedule as a `phb-schedule/1` document.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_schedule_to_json(const phb_schedule *schedule, phb_text **out_text,
                                        phb_error *error);

/**
 * Prints a schedule for people. As text: a calendar to pin up, what is overdue first. As Markdown
 * and CSV: the table of events, for CSV with all its columns. As PHB_FORMAT_ICALENDAR: what is
 * still to be done and has a day, all-day events with an alarm 28 days before; docs/reviews.md says
 * what is in them. Neither regimes nor reasons are, for they may tell of somebody's health.
 *
 * Errors: ARGUMENT, INCOMPLETE (a calendar file of a request without a reference), MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_schedule_render(const phb_schedule *schedule, phb_format format,
                                       phb_text **out_text, phb_error *error);

PHB_END_DECLS

#endif
