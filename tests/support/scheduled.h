/* Requests for schedules as a line of words, and schedules as lines to compare. */
#ifndef PHB_TESTS_SUPPORT_SCHEDULED_H
#define PHB_TESTS_SUPPORT_SCHEDULED_H

#include <phb/schedule.h>

/*
 * A request of words with a space between; fails the test when one is refused. Of the settings:
 *
 *     as_of:2026-06-01 horizon:DATE born:DATE paid:DATE ended:DATE checklist:DATE decided:DATE
 *     notice:DATE weeks:400 kind:one_off cohort:NAME ref:ID
 *
 * and, in any number and order, each by its name in documents:
 *
 *     chc:DATE                                    a review duty and its anchor
 *     review:DATE:chc+ehc_plan  review:DATE:chc/3 what it served, and checked (15 unless said)
 *     outcome:DATE:chc  audit:DATE
 *     health_changed:DATE                         something that happened
 *     insurance:DATE  competence:DATE:pa-1        a renewal
 *
 * `policy` has further members of a policy's document, every ' for a ", or is NULL for none.
 */
phb_schedule_request *request_of(const char *words, const char *policy);

/* The same with a context, and the schedule of it; fails the test when there is none. */
phb_schedule *schedule_of(const char *words, const char *policy);

/*
 * The events, one a line: "plan_review 2026-07-06 2026-07-06 upcoming 35 must chc first", with `-`
 * for what there is not. Lent until the second call from here.
 */
const char *events_text(const phb_schedule *schedule);

/* The rules of the notes, and where: "schedule.no_interval /regimes". The same. */
const char *notes_text(const phb_schedule *schedule);

#endif
