/* A schedule as a whole: what is refused, what it says of itself. */

#include <stdio.h>
#include <string.h>

#include "support/json.h"
#include "support/scheduled.h"
#include "support/suite.h"

static const struct {
    const char *words;
    phb_status status;
    const char *path;
    const char *message;
} refused[] = {
    {"chc:2026-04-06", PHB_ERROR_INCOMPLETE, "", "as_of is missing"},
    {"as_of:2026-06-01 horizon:2026-05-31", PHB_ERROR_RANGE, "/horizon", "horizon is before as_of"},
    {"as_of:2026-06-01 born:2026-06-02", PHB_ERROR_RANGE, "/date_of_birth",
     "date_of_birth is after as_of"},
    {"as_of:2026-06-01 checklist:2026-06-02", PHB_ERROR_RANGE, "/checklist_received",
     "checklist_received is after as_of"},
    {"as_of:2026-06-01 decided:2026-06-02", PHB_ERROR_RANGE, "/decided_on",
     "decided_on is after as_of, or before the checklist was received"},
    {"as_of:2026-06-01 checklist:2026-05-20 decided:2026-05-19", PHB_ERROR_RANGE, "/decided_on",
     "decided_on is after as_of, or before the checklist was received"},
    {"as_of:2026-06-01 chc:2026-01-01 review:2026-05-01:chc review:2026-06-02:chc", PHB_ERROR_RANGE,
     "/completed/1/on", "on is after as_of, although the review was completed"},
};

START_TEST(what_cannot_be_is_refused)
{
    phb_schedule_request *request = request_of(refused[_i].words, NULL);
    phb_schedule *schedule = (phb_schedule *)request;
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(phb_schedule_build(request, NULL, &schedule, &error), refused[_i].status);
    ck_assert_ptr_null(schedule);
    ck_assert_str_eq(error.path, refused[_i].path);
    ck_assert_str_eq(error.message, refused[_i].message);
    phb_schedule_request_free(request);
}
END_TEST

static phb_rates *
stricter_law(const char *key, int months)
{
    char text[512];
    phb_rates *rates = NULL;
    snprintf(text, sizeof text,
             "{'format':1,'family':'strict','version':'1','sources':{'s':{'title':'A stricter "
             "law','citation':'c','read_in':'r'}},'parameters':[{'key':'review.%s','label':'l',"
             "'unit':'months','values':[{'from':'2020-01-01','value':%d,'source':'s'}]}]}",
             key, months);
    const char *json = quoted(text);
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_rates_overlay_json(NULL, NULL, json, strlen(json), &rates, &error);
    ck_assert_msg(status == PHB_OK, "%s", error.message);
    return rates;
}

/* Law of other rates may be stricter than that by which a policy was read. */
static const struct {
    const char *key;
    int months;
    const char *words;
    const char *policy;
    phb_status status;
    const char *path;
} policies[] = {
    {"chc_first", 2, "as_of:2026-06-01 chc:2026-04-06", "'review':{'first_after_months':3}",
     PHB_ERROR_RANGE, "/policy/review/first_after_months"},
    {"chc_every", 6, "as_of:2026-06-01 chc:2026-04-06", "'review':{'every_months':12}",
     PHB_ERROR_RANGE, "/policy/review/every_months"},
    {"chc_every", 6, "as_of:2026-06-01 chc:2026-04-06", "'review':{'every_months':6}", PHB_OK, ""},
    /* Another duty, which the plan has not. */
    {"chc_every", 6, "as_of:2026-06-01 ehc_plan:2026-04-06", "'review':{'every_months':12}", PHB_OK,
     ""},
    /* No must: the stricter of the two, and nobody is refused. */
    {"fast_track_first", 2, "as_of:2026-06-01 fast_track:2026-04-06",
     "'review':{'first_after_months':3}", PHB_OK, ""},
};

START_TEST(a_policy_laxer_than_a_must_is_refused)
{
    phb_rates *rates = stricter_law(policies[_i].key, policies[_i].months);
    phb_schedule_request *request = request_of(policies[_i].words, policies[_i].policy);
    phb_schedule *schedule = NULL;
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(phb_schedule_build(request, rates, &schedule, &error), policies[_i].status);
    ck_assert_str_eq(error.path, policies[_i].path);
    phb_schedule_free(schedule);
    phb_schedule_request_free(request);
    phb_rates_unref(rates);
}
END_TEST

/* Other rates are kept: months and source are theirs after the caller has given them back. */
START_TEST(a_schedule_keeps_its_rates)
{
    phb_rates *rates = stricter_law("chc_first", 2);
    phb_schedule_request *request =
        request_of("as_of:2026-05-01 horizon:2026-12-31 chc:2026-04-06", NULL);
    phb_schedule *schedule = NULL;
    ck_assert_int_eq(phb_schedule_build(request, rates, &schedule, NULL), PHB_OK);
    phb_schedule_request_free(request);
    phb_rates_unref(rates);
    ck_assert_str_eq(events_text(schedule),
                     "plan_review 2026-06-05 2026-06-06 upcoming 35 must chc first\n");
    ck_assert_str_eq(phb_schedule_rates_edition(schedule), "2026.1+strict/1");
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    ck_assert_str_eq(phb_table_text(events, "source", 0), "A stricter law");
    phb_schedule_free(schedule);
}
END_TEST

START_TEST(a_schedule_says_what_it_rests_on)
{
    phb_schedule *schedule = schedule_of("as_of:2026-06-01 chc:2026-04-06", "");
    ck_assert_date_eq(phb_schedule_as_of(schedule), "2026-06-01");
    ck_assert_date_eq(phb_schedule_next_review_latest(schedule), "2026-07-06");
    ck_assert_str_eq(phb_schedule_rates_edition(schedule), "2026.1");
    ck_assert_str_eq(phb_schedule_policy_edition(schedule), "north/3");
    ck_assert_ptr_null(phb_schedule_context(schedule));
    ck_assert_ptr_nonnull(phb_schedule_table(schedule, PHB_SCHEDULE_NOTES));
    ck_assert_ptr_null(phb_schedule_table(schedule, (phb_schedule_part)3));
    phb_schedule_free(schedule);
}
END_TEST

/* The end of the tax year after the one that the day lies in. */
static const struct {
    const char *as_of;
    const char *horizon;
} horizons[] = {
    {"as_of:2026-06-01", "2028-04-05"}, {"as_of:2026-04-06", "2028-04-05"},
    {"as_of:2026-04-05", "2027-04-05"}, {"as_of:2198-04-05", "2199-04-05"},
    {"as_of:2199-06-01", "2199-12-31"}, /* the calendar ends there */
};

START_TEST(a_horizon_that_is_not_said_is_the_end_of_the_next_tax_year)
{
    phb_schedule *schedule = schedule_of(horizons[_i].as_of, NULL);
    ck_assert_date_eq(phb_schedule_horizon(schedule), horizons[_i].horizon);
    phb_schedule_free(schedule);
}
END_TEST

static const struct {
    const char *words;
    const char *latest;
} next_reviews[] = {
    {"as_of:2026-08-01 chc:2026-04-06", "2026-07-06"}, /* overdue */
    {"as_of:2026-08-01 chc:2026-04-06 review:2026-07-01:chc", "2027-07-01"},
    {"as_of:2026-06-01 kind:one_off chc:2026-04-06", "2026-07-06"}, /* of the outcome */
    {"as_of:2026-08-01 horizon:2026-12-31 chc:2026-04-06 review:2026-07-01:chc", "(none)"},
    {"as_of:2026-08-01 health_changed:2026-07-01 insurance:2026-09-01", "(none)"},
};

START_TEST(the_next_review_is_told)
{
    phb_schedule *schedule = schedule_of(next_reviews[_i].words, NULL);
    ck_assert_date_eq(phb_schedule_next_review_latest(schedule), next_reviews[_i].latest);
    phb_schedule_free(schedule);
}
END_TEST

START_TEST(a_note_tells_how_far_bank_holidays_are_known)
{
    phb_schedule *schedule = schedule_of("as_of:2029-06-01 chc:2029-04-06", NULL);
    const phb_table *notes = phb_schedule_table(schedule, PHB_SCHEDULE_NOTES);
    ck_assert_str_eq(phb_table_text(notes, "message", 0),
                     "Bank holidays are known from 1 January 2011 to 31 December 2028: for limits "
                     "before and after only weekends are avoided.");
    phb_schedule_free(schedule);
}
END_TEST

/* What tells an event from others is the same when it is worked out again, later. */
START_TEST(an_event_keeps_its_identifier)
{
    static const struct {
        const char *words;
        size_t row;
        const char *uid;
    } uids[] = {
        {"as_of:2026-06-01 horizon:2026-12-31 ref:p-17 chc:2026-04-06", 0,
         "p-17-plan_review-1@libphb"},
        {"as_of:2027-01-01 horizon:2027-03-01 ref:p-17 chc:2026-04-06 review:2026-06-08:chc", 0,
         "p-17-plan_review-1@libphb"},
        {"as_of:2026-06-01 horizon:2026-12-31 ref:p-17 insurance:2026-07-01:ins", 0,
         "p-17-renewal-20635-insurance@libphb"}, /* days from 1970 to 1 July 2026 */
        /* Whose it is stays out of it; what runs out on the same day is told apart all the same. */
        {"as_of:2026-06-01 horizon:2026-12-31 ref:p-17 competence:2026-07-01:kim "
         "insurance:2026-07-01:ins competence:2026-07-02:kim competence:2026-07-01:kim",
         0, "p-17-renewal-20635-competence@libphb"},
        {"as_of:2026-06-01 horizon:2026-12-31 ref:p-17 competence:2026-07-01:kim "
         "insurance:2026-07-01:ins competence:2026-07-02:kim competence:2026-07-01:kim",
         2, "p-17-renewal-20635-competence-2@libphb"},
        {"as_of:2027-01-01 horizon:2027-12-31 ref:p-17", 0, "p-17-recost-2027@libphb"},
        {"as_of:2026-06-01 horizon:2026-12-31 chc:2026-04-06", 0, ""},
    };
    for (size_t i = 0; i < COUNT_OF(uids); i++) {
        phb_schedule *schedule = schedule_of(uids[i].words, NULL);
        const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
        ck_assert_str_eq(phb_table_text(events, "uid", uids[i].row), uids[i].uid);
        phb_schedule_free(schedule);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("schedule");
    add_rows(tcase, what_cannot_be_is_refused, refused);
    add_rows(tcase, a_policy_laxer_than_a_must_is_refused, policies);
    tcase_add_test(tcase, a_schedule_keeps_its_rates);
    tcase_add_test(tcase, a_schedule_says_what_it_rests_on);
    add_rows(tcase, a_horizon_that_is_not_said_is_the_end_of_the_next_tax_year, horizons);
    add_rows(tcase, the_next_review_is_told, next_reviews);
    tcase_add_test(tcase, a_note_tells_how_far_bank_holidays_are_known);
    tcase_add_test(tcase, an_event_keeps_its_identifier);
    return suite_run("schedule", tcase);
}
