/* Schedules through the shared library: NULLs, ownership, outputs on failure. */

#include <string.h>

#include <phb/phb.h>

#include "support/suite.h"

static phb_schedule_request *request;
static phb_schedule *schedule;
static phb_error error;
static phb_text *text;
static phb_schedule *built;
static phb_schedule_request *made;
static phb_plan *plan;

/* Whatever a handle held before a call that fails, it is NULL afterwards. */
#define ANYTHING(type) ((type *)(void *)&error)

/* A direct payment of £1 and nobody in particular. */
static const char plan_json[] =
    "{\"format\":\"phb-plan/1\",\"status\":\"draft\",\"budget\":{\"period\":{\"start\":"
    "\"2026-04-06\",\"end\":\"2027-04-05\"},\"lines\":[{\"id\":\"x\",\"category\":\"other\","
    "\"amount\":1,\"per\":\"once\",\"deployment\":\"direct_payment\"}]}}";

static void
set_up(void)
{
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    settings.as_of = date_of("2026-06-01");
    ck_assert_int_eq(phb_schedule_request_new(NULL, &request, NULL), PHB_OK);
    ck_assert_int_eq(phb_schedule_request_set(request, &settings, NULL), PHB_OK);
    ck_assert_int_eq(
        phb_schedule_request_add_regime(request, PHB_REGIME_CHC, date_of("2026-04-06"), NULL),
        PHB_OK);
    ck_assert_int_eq(phb_schedule_build(request, NULL, &schedule, NULL), PHB_OK);
    ck_assert_int_eq(phb_plan_from_json(NULL, plan_json, strlen(plan_json), &plan, NULL), PHB_OK);
    phb_error_init(&error, sizeof(error));
}

static void
tear_down(void)
{
    phb_schedule_free(schedule);
    phb_schedule_request_free(request);
    phb_plan_free(plan);
}

static phb_status
new_out(void)
{
    return phb_schedule_request_new(NULL, NULL, &error);
}
static phb_status
set_request(void)
{
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    return phb_schedule_request_set(NULL, &settings, &error);
}
static phb_status
set_settings(void)
{
    return phb_schedule_request_set(request, NULL, &error);
}
static phb_status
regime_request(void)
{
    return phb_schedule_request_add_regime(NULL, PHB_REGIME_EHC_PLAN, 1, &error);
}
static phb_status
completed_request(void)
{
    return phb_schedule_request_add_completed(NULL, 1, PHB_REVIEW_PLAN, 0, 0, &error);
}
static phb_status
event_request(void)
{
    return phb_schedule_request_add_event(NULL, 1, PHB_HAPPENING_DIED, &error);
}
static phb_status
json_request(void)
{
    return phb_schedule_request_add_events_json(NULL, "[]", 2, &error);
}
static phb_status
json_json(void)
{
    return phb_schedule_request_add_events_json(request, NULL, 0, &error);
}
static phb_status
renewal_request(void)
{
    return phb_schedule_request_add_renewal(NULL, 1, PHB_RENEWAL_CHECK, "pa-1", &error);
}
static phb_status
build_request(void)
{
    built = ANYTHING(phb_schedule);
    return phb_schedule_build(NULL, NULL, &built, &error);
}
static phb_status
build_out(void)
{
    return phb_schedule_build(request, NULL, NULL, &error);
}
static phb_status
to_schedule(void)
{
    text = ANYTHING(phb_text);
    return phb_schedule_to_json(NULL, &text, &error);
}
static phb_status
to_out(void)
{
    return phb_schedule_to_json(schedule, NULL, &error);
}
static phb_status
render_schedule(void)
{
    text = ANYTHING(phb_text);
    return phb_schedule_render(NULL, PHB_FORMAT_TEXT, &text, &error);
}
static phb_status
render_out(void)
{
    return phb_schedule_render(schedule, PHB_FORMAT_TEXT, NULL, &error);
}
static phb_status
render_format(void)
{
    text = ANYTHING(phb_text);
    return phb_schedule_render(schedule, (phb_format)9, &text, &error);
}
static phb_status
get_request(void)
{
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    return phb_schedule_request_get(NULL, &settings, &error);
}
static phb_status
get_settings(void)
{
    return phb_schedule_request_get(request, NULL, &error);
}
static phb_status
plan_plan(void)
{
    made = ANYTHING(phb_schedule_request);
    return phb_plan_schedule_request(NULL, PHB_DATE_NONE, NULL, &made, &error);
}
static phb_status
plan_out(void)
{
    return phb_plan_schedule_request(plan, PHB_DATE_NONE, NULL, NULL, &error);
}

static phb_status (*const calls[])(void) = {
    new_out,       set_request,  set_settings, regime_request,  completed_request,
    event_request, json_request, json_json,    renewal_request, build_request,
    build_out,     to_schedule,  to_out,       render_schedule, render_out,
    render_format, get_request,  get_settings, plan_plan,       plan_out,
};

START_TEST(a_null_that_must_not_be_is_an_argument_error)
{
    text = NULL;
    built = NULL;
    made = NULL;
    ck_assert_int_eq(calls[_i](), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(error.status, PHB_ERROR_ARGUMENT);
    ck_assert_ptr_null(text);
    ck_assert_ptr_null(built);
    ck_assert_ptr_null(made);
}
END_TEST

START_TEST(a_null_that_may_be_is_nothing)
{
    phb_schedule_request_free(NULL);
    phb_schedule_free(NULL);
    phb_schedule_settings_init(NULL, 0);
    ck_assert_ptr_null(phb_schedule_table(NULL, PHB_SCHEDULE_EVENTS));
    ck_assert_ptr_null(phb_schedule_context(NULL));
    ck_assert_int_eq(phb_schedule_as_of(NULL), PHB_DATE_NONE);
    ck_assert_int_eq(phb_schedule_horizon(NULL), PHB_DATE_NONE);
    ck_assert_int_eq(phb_schedule_next_review_latest(NULL), PHB_DATE_NONE);
    ck_assert_str_eq(phb_schedule_rates_edition(NULL), "");
    ck_assert_str_eq(phb_schedule_policy_edition(NULL), "");
}
END_TEST

START_TEST(an_error_is_optional_and_handles_are_null)
{
    phb_schedule_request *empty = NULL;
    ck_assert_int_eq(phb_schedule_request_new(NULL, &empty, NULL), PHB_OK);
    built = ANYTHING(phb_schedule);
    ck_assert_int_eq(phb_schedule_build(empty, NULL, &built, NULL), PHB_ERROR_INCOMPLETE);
    ck_assert_ptr_null(built);
    ck_assert_int_eq(phb_schedule_request_add_events_json(empty, "{}", 2, NULL),
                     PHB_ERROR_JSON_SHAPE);
    text = ANYTHING(phb_text);
    ck_assert_int_eq(phb_schedule_render(schedule, PHB_FORMAT_ICALENDAR, &text, NULL),
                     PHB_ERROR_INCOMPLETE);
    ck_assert_ptr_null(text);
    phb_schedule_request_free(empty);
}
END_TEST

/* The request may go, and the policy of its caller, before the schedule is read. */
START_TEST(a_schedule_outlives_its_request)
{
    static const char json[] = "{\"format\":\"phb-policy/1\",\"name\":\"north\",\"version\":\"3\","
                               "\"audit\":{\"first_after_months\":3}}";
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    phb_policy *policy = NULL;
    char id[] = "pa-1";
    ck_assert_int_eq(phb_policy_from_json(NULL, json, strlen(json), &policy, NULL), PHB_OK);
    settings.as_of = date_of("2026-06-01");
    settings.first_payment = date_of("2026-04-06");
    settings.policy = policy;
    ck_assert_int_eq(phb_schedule_request_new(NULL, &made, NULL), PHB_OK);
    ck_assert_int_eq(phb_schedule_request_set(made, &settings, NULL), PHB_OK);
    ck_assert_int_eq(
        phb_schedule_request_add_renewal(made, date_of("2026-07-03"), PHB_RENEWAL_CHECK, id, NULL),
        PHB_OK);
    phb_policy_unref(policy);
    memset(id, 'x', 4);
    ck_assert_int_eq(phb_schedule_build(made, NULL, &built, NULL), PHB_OK);
    phb_schedule_request_free(made);
    const phb_table *events = phb_schedule_table(built, PHB_SCHEDULE_EVENTS);
    ck_assert_str_eq(phb_table_text(events, "agenda", 0), "renew,pa-1");
    ck_assert_str_eq(phb_table_text(events, "source", 1), "policy north/3");
    ck_assert_str_eq(phb_schedule_policy_edition(built), "north/3");
    phb_schedule_free(built);
}
END_TEST

/* Three months from the first payment, 6 April 2026. The plan may go before its request. */
START_TEST(a_request_outlives_its_plan)
{
    phb_plan *gone = NULL;
    ck_assert_int_eq(phb_plan_from_json(NULL, plan_json, strlen(plan_json), &gone, NULL), PHB_OK);
    ck_assert_int_eq(phb_plan_schedule_request(gone, PHB_DATE_NONE, NULL, &made, NULL), PHB_OK);
    phb_plan_free(gone);
    ck_assert_int_eq(phb_schedule_build(made, NULL, &built, NULL), PHB_OK);
    phb_schedule_request_free(made);
    ck_assert_date_eq(phb_schedule_as_of(built), "2026-04-06");
    ck_assert_date_eq(phb_schedule_next_review_latest(built), "2026-07-06");
    phb_schedule_free(built);
}
END_TEST

/* What is asked back can be changed and set again: the rest stays, texts and policy too. */
START_TEST(one_setting_can_be_changed)
{
    static const char json[] = "{\"format\":\"phb-policy/1\",\"name\":\"north\",\"version\":\"3\"}";
    phb_policy *policy = NULL;
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    ck_assert_int_eq(phb_policy_from_json(NULL, json, strlen(json), &policy, NULL), PHB_OK);
    settings.as_of = date_of("2026-06-01");
    settings.cohort = PHB_COHORT_ADULT_CHC;
    settings.notice_weeks_hundredths = 450;
    settings.policy = policy;
    settings.reference = "p-17";
    ck_assert_int_eq(phb_schedule_request_set(request, &settings, NULL), PHB_OK);
    phb_policy_unref(policy);
    for (int i = 0; i < 3; i++) {
        phb_schedule_settings again = PHB_SCHEDULE_SETTINGS_INIT;
        ck_assert_int_eq(phb_schedule_request_get(request, &again, &error), PHB_OK);
        ck_assert_int_eq(again.horizon, i == 0 ? PHB_DATE_NONE : date_of("2027-01-01") + i - 1);
        again.horizon = date_of("2027-01-01") + i;
        ck_assert_int_eq(phb_schedule_request_set(request, &again, NULL), PHB_OK);
    }
    ck_assert_int_eq(phb_schedule_request_get(request, &settings, NULL), PHB_OK);
    ck_assert_date_eq(settings.as_of, "2026-06-01");
    ck_assert_date_eq(settings.horizon, "2027-01-03");
    ck_assert_int_eq(settings.cohort, PHB_COHORT_ADULT_CHC);
    ck_assert_int_eq(settings.notice_weeks_hundredths, 450);
    ck_assert_str_eq(settings.reference, "p-17");
    ck_assert_str_eq(phb_policy_edition(settings.policy), "north/3");
}
END_TEST

/* A request is not used up: what is added afterwards is for the next schedule. */
START_TEST(a_request_may_be_built_again)
{
    phb_schedule *again = NULL;
    ck_assert_int_eq(phb_schedule_request_add_completed(request, date_of("2026-05-01"),
                                                        PHB_REVIEW_PLAN,
                                                        PHB_REGIME_BIT(PHB_REGIME_CHC), 0, NULL),
                     PHB_OK);
    ck_assert_int_eq(phb_schedule_build(request, NULL, &again, NULL), PHB_OK);
    ck_assert_date_eq(phb_schedule_next_review_latest(schedule), "2026-07-06");
    ck_assert_date_eq(phb_schedule_next_review_latest(again), "2027-05-01");
    phb_schedule_free(again);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("schedule");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    add_rows(tcase, a_null_that_must_not_be_is_an_argument_error, calls);
    tcase_add_test(tcase, a_null_that_may_be_is_nothing);
    tcase_add_test(tcase, an_error_is_optional_and_handles_are_null);
    tcase_add_test(tcase, a_schedule_outlives_its_request);
    tcase_add_test(tcase, a_request_outlives_its_plan);
    tcase_add_test(tcase, one_setting_can_be_changed);
    tcase_add_test(tcase, a_request_may_be_built_again);
    return suite_run("schedule", tcase);
}
