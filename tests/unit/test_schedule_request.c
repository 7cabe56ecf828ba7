/* Building a request call by call: each call checks what it is given, and changes nothing if that
 * is wrong. */

#include "model/schedule_request.h"

#include <string.h>

#include "support/json.h"
#include "support/suite.h"

static phb_schedule_request *request;
static phb_error error;

static void
set_up(void)
{
    ck_assert_int_eq(phb_schedule_request_new(NULL, &request, NULL), PHB_OK);
    phb_error_init(&error, sizeof error);
}

static void
tear_down(void)
{
    phb_schedule_request_free(request);
}

START_TEST(a_new_request_says_nothing)
{
    ck_assert_int_eq(request->settings.as_of, PHB_DATE_NONE);
    for (size_t i = 0; i <= PHB__REGIMES; i++) {
        ck_assert_int_eq(request->anchors[i], PHB_DATE_NONE);
    }
    ck_assert_uint_eq(request->completed.count + request->happened.count + request->renewals.count,
                      0);
}
END_TEST

static const struct {
    size_t member;
    int32_t value;
    phb_status status;
    const char *path;
} settings_refused[] = {
    {offsetof(phb_schedule_settings, kind), 3, PHB_ERROR_ARGUMENT, "/kind"},
    {offsetof(phb_schedule_settings, cohort), -1, PHB_ERROR_ARGUMENT, "/cohort"},
    {offsetof(phb_schedule_settings, as_of), PHB_DATE_MAX + 1, PHB_ERROR_DATE, "/as_of"},
    {offsetof(phb_schedule_settings, horizon), PHB_DATE_MIN - 1, PHB_ERROR_DATE, "/horizon"},
    {offsetof(phb_schedule_settings, date_of_birth), PHB_DATE_MAX + 1, PHB_ERROR_DATE,
     "/date_of_birth"},
    {offsetof(phb_schedule_settings, first_payment), PHB_DATE_MAX + 1, PHB_ERROR_DATE,
     "/first_payment"},
    {offsetof(phb_schedule_settings, ended_on), PHB_DATE_MAX + 1, PHB_ERROR_DATE, "/ended_on"},
    {offsetof(phb_schedule_settings, checklist_received), PHB_DATE_MAX + 1, PHB_ERROR_DATE,
     "/checklist_received"},
    {offsetof(phb_schedule_settings, decided_on), PHB_DATE_MAX + 1, PHB_ERROR_DATE, "/decided_on"},
    {offsetof(phb_schedule_settings, notice_given), PHB_DATE_MAX + 1, PHB_ERROR_DATE,
     "/notice_given"},
    {offsetof(phb_schedule_settings, reserved), 1, PHB_ERROR_STRUCT, ""},
};

START_TEST(a_setting_that_cannot_be_is_refused)
{
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    memcpy((char *)&settings + settings_refused[_i].member, &settings_refused[_i].value,
           sizeof(int32_t));
    ck_assert_int_eq(phb_schedule_request_set(request, &settings, &error),
                     settings_refused[_i].status);
    ck_assert_str_eq(error.path, settings_refused[_i].path);
    ck_assert_int_eq(request->settings.kind, 0);
}
END_TEST

/*
 * 943 476 5919 is the number that the NHS gives as an example: 9×10 + 4×9 + 3×8 + 4×7 + 7×6 + 6×5
 * + 5×4 + 9×3 + 1×2 is 299, 299 is 27×11 + 2, 11 − 2 is 9, its last digit.
 */
static const struct {
    const char *reference;
    phb_status status;
} references[] = {
    {"9434765919", PHB_ERROR_RANGE},
    {"943-476-5919", PHB_ERROR_RANGE},
    {"943.476.5919", PHB_ERROR_RANGE},
    {"9434765918", PHB_OK},  /* another check digit */
    {"94347659190", PHB_OK}, /* eleven digits */
    {"943476591", PHB_OK},
    {"p9434765919", PHB_OK},         /* told apart by a letter */
    {"0000000000", PHB_ERROR_RANGE}, /* 11 - 0 counts as 0: its form is that of a number */
    {"1000000010", PHB_OK}, /* 10 + 2 is 12, 12 - 11 is 1, 11 - 1 is 10: no number ends so */
    {"case-17", PHB_OK},
    {"two words", PHB_ERROR_RANGE},
    {"", PHB_OK},
};

START_TEST(a_reference_is_an_id_and_no_nhs_number)
{
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    settings.reference = references[_i].reference;
    ck_assert_int_eq(phb_schedule_request_set(request, &settings, &error), references[_i].status);
    if (references[_i].status != PHB_OK) {
        ck_assert_ptr_null(strstr(error.message, references[_i].reference));
        ck_assert_ptr_null(request->settings.reference);
    }
}
END_TEST

START_TEST(notice_has_bounds)
{
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    settings.notice_weeks_hundredths = 5201;
    ck_assert_int_eq(phb_schedule_request_set(request, &settings, &error), PHB_ERROR_RANGE);
    ck_assert_str_eq(error.path, "/notice_weeks");
    settings.notice_weeks_hundredths = 5200;
    ck_assert_int_eq(phb_schedule_request_set(request, &settings, &error), PHB_OK);
}
END_TEST

START_TEST(a_policy_is_kept_and_replaced)
{
    static const char *const texts[] = {"{'format':'phb-policy/1','name':'a','version':'1'}",
                                        "{'format':'phb-policy/1','name':'b','version':'1'}"};
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    for (size_t i = 0; i < 2; i++) {
        phb_policy *policy = NULL;
        const char *json = quoted(texts[i]);
        ck_assert_int_eq(phb_policy_from_json(NULL, json, strlen(json), &policy, NULL), PHB_OK);
        settings.policy = policy;
        ck_assert_int_eq(phb_schedule_request_set(request, &settings, NULL), PHB_OK);
        phb_policy_unref(policy);
    }
    ck_assert_str_eq(phb_policy_edition(request->policy), "b/1");
    settings.policy = NULL;
    ck_assert_int_eq(phb_schedule_request_set(request, &settings, NULL), PHB_OK);
    ck_assert_ptr_null(request->policy);
}
END_TEST

START_TEST(a_regime_is_named_once)
{
    ck_assert_int_eq(phb_schedule_request_add_regime(request, PHB_REGIME_CHC, 100, NULL), PHB_OK);
    ck_assert_int_eq(phb_schedule_request_add_regime(request, PHB_REGIME_CHC, 200, &error),
                     PHB_ERROR_DUPLICATE);
    ck_assert_int_eq(request->anchors[PHB_REGIME_CHC], 100);
    ck_assert_int_eq(phb_schedule_request_add_regime(request, (phb_regime)0, 100, NULL),
                     PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_schedule_request_add_regime(request, (phb_regime)11, 100, NULL),
                     PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_schedule_request_add_regime(request, (phb_regime)-1, 100, NULL),
                     PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(
        phb_schedule_request_add_regime(request, PHB_REGIME_EHC_PLAN, PHB_DATE_NONE, &error),
        PHB_ERROR_DATE);
    ck_assert_str_eq(error.message, "anchor is not a day of the calendar from 1900 to 2199");
}
END_TEST

static phb_status
hold(phb_date on, phb_review_kind kind, uint32_t regimes, uint32_t checked)
{
    return phb_schedule_request_add_completed(request, on, kind, regimes, checked, NULL);
}

START_TEST(a_review_is_held_once_a_day)
{
    uint32_t chc = PHB_REGIME_BIT(PHB_REGIME_CHC);
    ck_assert_int_eq(hold(100, PHB_REVIEW_PLAN, chc, PHB_CHECKED_ALL), PHB_OK);
    ck_assert_int_eq(hold(100, PHB_REVIEW_PLAN, 0, 0), PHB_ERROR_DUPLICATE);
    ck_assert_int_eq(hold(100, PHB_REVIEW_AUDIT, 0, 0), PHB_OK);
    ck_assert_int_eq(hold(101, PHB_REVIEW_PLAN, PHB_REGIME_BIT(10), 0), PHB_OK);
    ck_assert_int_eq(hold(102, (phb_review_kind)0, 0, 0), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(hold(102, (phb_review_kind)4, 0, 0), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(hold(102, PHB_REVIEW_PLAN, PHB_REGIME_BIT(11), 0), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(hold(102, PHB_REVIEW_PLAN, 0, 16), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(hold(PHB_DATE_NONE, PHB_REVIEW_PLAN, 0, 0), PHB_ERROR_DATE);
    ck_assert_uint_eq(request->completed.count, 3);
}
END_TEST

START_TEST(what_happened_is_one_of_those_there_are)
{
    ck_assert_int_eq(phb_schedule_request_add_event(request, 100, PHB_HAPPENING_DIED, NULL),
                     PHB_OK);
    ck_assert_int_eq(phb_schedule_request_add_event(request, 100, (phb_happening)0, NULL),
                     PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_schedule_request_add_event(request, 100, (phb_happening)17, NULL),
                     PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(
        phb_schedule_request_add_event(request, PHB_DATE_NONE, PHB_HAPPENING_DIED, NULL),
        PHB_ERROR_DATE);
    ck_assert_uint_eq(request->happened.count, 1);
}
END_TEST

START_TEST(a_renewal_may_name_what_it_is_of)
{
    ck_assert_int_eq(
        phb_schedule_request_add_renewal(request, 100, PHB_RENEWAL_CHECK, "pa-1", NULL), PHB_OK);
    ck_assert_int_eq(
        phb_schedule_request_add_renewal(request, 100, PHB_RENEWAL_INSURANCE, NULL, NULL), PHB_OK);
    ck_assert_int_eq(phb_schedule_request_add_renewal(request, 100, PHB_RENEWAL_CHECK, "", NULL),
                     PHB_OK);
    ck_assert_int_eq(
        phb_schedule_request_add_renewal(request, 100, PHB_RENEWAL_CHECK, "two words", &error),
        PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_schedule_request_add_renewal(request, 100, (phb_renewal)4, "pa-1", NULL),
                     PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(
        phb_schedule_request_add_renewal(request, PHB_DATE_NONE, PHB_RENEWAL_CHECK, NULL, NULL),
        PHB_ERROR_DATE);
    ck_assert_uint_eq(request->renewals.count, 3);
    ck_assert_str_eq(phb__request_renewals(request)[0].of, "pa-1");
    ck_assert_str_eq(phb__request_renewals(request)[1].of, "");
}
END_TEST

START_TEST(a_list_has_as_many_as_a_budget_has_lines)
{
    for (int i = 0; i < 1000; i++) {
        ck_assert_int_eq(phb_schedule_request_add_event(request, i, PHB_HAPPENING_MOVED_AREA, NULL),
                         PHB_OK);
    }
    ck_assert_int_eq(phb_schedule_request_add_event(request, 1, PHB_HAPPENING_MOVED_AREA, &error),
                     PHB_ERROR_LIMIT);
    ck_assert_str_eq(error.message, "there are as many as a request may have");
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("schedule_request");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, a_new_request_says_nothing);
    add_rows(tcase, a_setting_that_cannot_be_is_refused, settings_refused);
    add_rows(tcase, a_reference_is_an_id_and_no_nhs_number, references);
    tcase_add_test(tcase, notice_has_bounds);
    tcase_add_test(tcase, a_policy_is_kept_and_replaced);
    tcase_add_test(tcase, a_regime_is_named_once);
    tcase_add_test(tcase, a_review_is_held_once_a_day);
    tcase_add_test(tcase, what_happened_is_one_of_those_there_are);
    tcase_add_test(tcase, a_renewal_may_name_what_it_is_of);
    tcase_add_test(tcase, a_list_has_as_many_as_a_budget_has_lines);
    return suite_run("schedule_request", tcase);
}
