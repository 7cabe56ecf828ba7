/* Structs of callers compiled with an older or a newer header, and of those who forgot INIT. */

#include <stdbool.h>
#include <stddef.h>

#include "sample.h"

static phb_budget *budget;

static void
set_up(void)
{
    budget = sample_budget(NULL);
}

static void
tear_down(void)
{
    phb_budget_free(budget);
}

/* Twice as large as any struct of ours: what is behind belongs to a header of the future. */
union any {
    uint32_t size;
    int64_t alignment;
    const char *pointer;
    unsigned char bytes[1024];
};

static void
make_error(void *any)
{
    *(phb_error *)any = (phb_error)PHB_ERROR_INIT;
}
static void
make_context(void *any)
{
    *(phb_context_options *)any = (phb_context_options)PHB_CONTEXT_OPTIONS_INIT;
}
static void
make_query(void *any)
{
    *(phb_rate_query *)any = (phb_rate_query)PHB_RATE_QUERY_INIT;
}
static void
make_rate(void *any)
{
    *(phb_rate *)any = (phb_rate)PHB_RATE_INIT;
}
static void
make_settings(void *any)
{
    *(phb_budget_settings *)any = (phb_budget_settings)PHB_BUDGET_SETTINGS_INIT;
}
/* Whoever says a wheelchair's cost says how the budget is taken. */
static void
make_wheelchair(void *any)
{
    make_settings(any);
    ((phb_budget_settings *)any)->wheelchair_prescribed_pence = 120000;
}
static void
make_assistant(void *any)
{
    *(phb_assistant *)any = (phb_assistant)PHB_ASSISTANT_INIT;
}
static void
make_hours(void *any)
{
    *(phb_hours *)any = (phb_hours)PHB_HOURS_INIT;
}
static void
make_line(void *any)
{
    *(phb_line *)any = (phb_line)PHB_LINE_INIT;
}
static void
make_funder(void *any)
{
    *(phb_funder *)any = (phb_funder)PHB_FUNDER_INIT;
}
static void
make_cost(void *any)
{
    *(phb_cost_options *)any = (phb_cost_options)PHB_COST_OPTIONS_INIT;
}
static void
make_schedule(void *any)
{
    *(phb_schedule_settings *)any = (phb_schedule_settings)PHB_SCHEDULE_SETTINGS_INIT;
}
static void
make_check(void *any)
{
    *(phb_check_options *)any = (phb_check_options)PHB_CHECK_OPTIONS_INIT;
}

static void
init_error(void *any, uint32_t size)
{
    phb_error_init(any, size);
}
static void
init_context(void *any, uint32_t size)
{
    phb_context_options_init(any, size);
}
static void
init_query(void *any, uint32_t size)
{
    phb_rate_query_init(any, size);
}
static void
init_rate(void *any, uint32_t size)
{
    phb_rate_init(any, size);
}
static void
init_settings(void *any, uint32_t size)
{
    phb_budget_settings_init(any, size);
}
static void
init_assistant(void *any, uint32_t size)
{
    phb_assistant_init(any, size);
}
static void
init_hours(void *any, uint32_t size)
{
    phb_hours_init(any, size);
}
static void
init_line(void *any, uint32_t size)
{
    phb_line_init(any, size);
}
static void
init_funder(void *any, uint32_t size)
{
    phb_funder_init(any, size);
}
static void
init_cost(void *any, uint32_t size)
{
    phb_cost_options_init(any, size);
}
static void
init_schedule(void *any, uint32_t size)
{
    phb_schedule_settings_init(any, size);
}
static void
init_check(void *any, uint32_t size)
{
    phb_check_options_init(any, size);
}

/* Good values for the required members, and the call that takes the struct. */
static phb_status
use_context(void *any)
{
    phb_context *context = NULL;
    phb_status status = phb_context_new(any, &context, NULL);
    phb_context_unref(context);
    return status;
}
static phb_status
use_query(void *any)
{
    phb_rate rate = PHB_RATE_INIT;
    phb_rate_query *query = any;
    query->key = "employer_ni.rate";
    query->on = date_of("2026-04-06");
    return phb_rates_find(NULL, query, &rate, NULL);
}
static phb_status
use_settings(void *any)
{
    phb_budget_settings *settings = any;
    settings->start = date_of("2026-04-06");
    settings->end = date_of("2027-04-05");
    return phb_budget_set(budget, settings, NULL);
}
static phb_status
use_assistant(void *any)
{
    int32_t index = -1;
    phb_assistant *assistant = any;
    assistant->id = "pa-9";
    assistant->pay_frequency = PHB_PAY_MONTHLY;
    assistant->leave_method = PHB_LEAVE_ACCRUAL;
    assistant->deployment = PHB_DEPLOYMENT_NOTIONAL;
    return phb_budget_add_assistant(budget, assistant, &index, NULL);
}
static phb_status
use_hours(void *any)
{
    phb_hours *hours = any;
    hours->minutes_per_week = 60;
    hours->rate_penny_hundredths = 135000;
    return phb_budget_add_hours(budget, 0, hours, NULL, NULL);
}
static phb_status
use_line(void *any)
{
    phb_line *line = any;
    line->id = "line-9";
    line->category = PHB_CATEGORY_OTHER;
    line->amount_penny_hundredths = 1;
    line->per = PHB_PER_ONCE;
    line->deployment = PHB_DEPLOYMENT_NOTIONAL;
    return phb_budget_add_line(budget, line, NULL, NULL);
}
static phb_status
use_funder(void *any)
{
    phb_funder *funder = any;
    funder->id = "funder-9";
    funder->kind = PHB_FUNDER_CHARITY;
    return phb_budget_add_funder(budget, funder, NULL);
}
static phb_status
use_cost(void *any)
{
    phb_costing *costing = NULL;
    phb_status status = phb_budget_cost(budget, NULL, any, &costing, NULL);
    phb_costing_free(costing);
    return status;
}
static phb_status
use_schedule(void *any)
{
    phb_schedule_request *request = NULL;
    ck_assert_int_eq(phb_schedule_request_new(NULL, &request, NULL), PHB_OK);
    phb_status status = phb_schedule_request_set(request, any, NULL);
    phb_schedule_request_free(request);
    return status;
}
static phb_status
use_check(void *any)
{
    phb_report *report = NULL;
    phb_costing *costing = sample_costing(NULL);
    phb_status status = phb_costing_check(costing, any, &report, NULL);
    phb_report_free(report);
    phb_costing_free(costing);
    return status;
}
static phb_status
use_plan_check(void *any)
{
    phb_report *report = NULL;
    phb_plan *plan = sample_plan(NULL);
    phb_status status = phb_plan_check(plan, NULL, any, &report, NULL);
    phb_report_free(report);
    phb_plan_free(plan);
    return status;
}

static const struct {
    void (*make)(void *any);
    void (*init)(void *any, uint32_t size);
    phb_status (*use)(void *any); /* NULL: an output */
    size_t size;
} structs[] = {
    {make_error, init_error, NULL, sizeof(phb_error)},
    {make_rate, init_rate, NULL, sizeof(phb_rate)},
    {make_context, init_context, use_context, sizeof(phb_context_options)},
    {make_query, init_query, use_query, sizeof(phb_rate_query)},
    {make_settings, init_settings, use_settings, sizeof(phb_budget_settings)},
    {make_assistant, init_assistant, use_assistant, sizeof(phb_assistant)},
    {make_hours, init_hours, use_hours, sizeof(phb_hours)},
    {make_line, init_line, use_line, sizeof(phb_line)},
    {make_funder, init_funder, use_funder, sizeof(phb_funder)},
    {make_cost, init_cost, use_cost, sizeof(phb_cost_options)},
    {make_schedule, init_schedule, use_schedule, sizeof(phb_schedule_settings)},
    {make_check, init_check, use_check, sizeof(phb_check_options)},
    {make_check, init_check, use_plan_check, sizeof(phb_check_options)},
};

START_TEST(the_macro_and_the_function_agree)
{
    union any by_macro;
    union any by_function;
    memset(&by_macro, 0, sizeof(by_macro));
    memset(&by_function, 0xA5, sizeof(by_function));
    structs[_i].make(&by_macro);
    structs[_i].init(&by_function, (uint32_t)structs[_i].size);
    size_t same = structs[_i].make == make_rate ? offsetof(phb_rate, unit) : structs[_i].size;
    ck_assert_mem_eq(&by_macro, &by_function, same); /* "" is "" wherever it is kept */
    ck_assert_uint_eq(by_macro.size, structs[_i].size);
}
END_TEST

/* No struct has holes a compiler fills as it likes: they would be bytes nobody set. */
START_TEST(the_function_fills_a_callers_struct_and_no_more)
{
    union any any;
    memset(&any, 0xA5, sizeof(any));
    structs[_i].init(&any, (uint32_t)structs[_i].size + 64);
    ck_assert_uint_eq(any.size, structs[_i].size + 64);
    for (size_t i = structs[_i].size; i < structs[_i].size + 64; i++) {
        ck_assert_uint_eq(any.bytes[i], 0);
    }
    ck_assert_uint_eq(any.bytes[structs[_i].size + 64], 0xA5);
    memset(&any, 0xA5, sizeof(any));
    structs[_i].init(&any, 8);
    ck_assert_uint_eq(any.size, 8);
    ck_assert_uint_eq(any.bytes[8], 0xA5);
}
END_TEST

START_TEST(a_struct_of_this_header_is_accepted)
{
    union any any;
    structs[_i].init(&any, (uint32_t)structs[_i].size);
    if (structs[_i].use) {
        ck_assert_int_eq(structs[_i].use(&any), PHB_OK);
    }
}
END_TEST

START_TEST(a_struct_of_a_newer_header_is_accepted_while_the_rest_is_zero)
{
    union any any;
    structs[_i].init(&any, (uint32_t)structs[_i].size + 64);
    if (structs[_i].use) {
        ck_assert_int_eq(structs[_i].use(&any), PHB_OK);
    }
}
END_TEST

START_TEST(what_a_newer_header_says_is_refused_when_it_is_not_understood)
{
    union any any;
    structs[_i].init(&any, (uint32_t)structs[_i].size + 64);
    any.bytes[structs[_i].size + 63] = 1;
    if (structs[_i].use) {
        ck_assert_int_eq(structs[_i].use(&any), PHB_ERROR_STRUCT);
    }
}
END_TEST

static const uint32_t wrong_sizes[] = {0, 1, 4, 8, 4097, UINT32_MAX};

START_TEST(a_size_that_no_version_had_is_refused)
{
    for (size_t i = 0; i < COUNT_OF(structs); i++) {
        union any any;
        structs[i].init(&any, (uint32_t)structs[i].size);
        any.size = wrong_sizes[_i];
        if (structs[i].use) {
            ck_assert_int_eq(structs[i].use(&any), PHB_ERROR_STRUCT);
        }
    }
}
END_TEST

START_TEST(an_answer_too_small_for_the_library_is_refused)
{
    phb_rate_query query = PHB_RATE_QUERY_INIT;
    phb_rate rate = PHB_RATE_INIT;
    query.key = "employer_ni.rate";
    query.on = date_of("2026-04-06");
    rate.size = 8;
    ck_assert_int_eq(phb_rates_find(NULL, &query, &rate, NULL), PHB_ERROR_STRUCT);
}
END_TEST

/* What is asked back goes into as much as the caller has, and what is behind a newer struct is 0.
 */
START_TEST(settings_are_given_back_in_any_size_there_was)
{
    static const struct {
        uint32_t size;
        phb_status status;
    } sizes[] = {
        {0, PHB_ERROR_STRUCT},
        {8, PHB_ERROR_STRUCT},
        {sizeof(phb_schedule_settings) - 1, PHB_ERROR_STRUCT},
        {sizeof(phb_schedule_settings), PHB_OK},
        {sizeof(phb_schedule_settings) + 64, PHB_OK},
        {4097, PHB_ERROR_STRUCT},
        {UINT32_MAX, PHB_ERROR_STRUCT},
    };
    phb_schedule_request *request = NULL;
    phb_schedule_settings said = PHB_SCHEDULE_SETTINGS_INIT;
    said.as_of = date_of("2026-06-01");
    said.reference = "p-17";
    ck_assert_int_eq(phb_schedule_request_new(NULL, &request, NULL), PHB_OK);
    ck_assert_int_eq(phb_schedule_request_set(request, &said, NULL), PHB_OK);
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        union any any;
        union any before;
        memset(&any, 0xA5, sizeof any); /* what was in it does not matter */
        any.size = sizes[i].size;
        before = any;
        phb_schedule_settings *settings = (phb_schedule_settings *)(void *)&any;
        ck_assert_int_eq(phb_schedule_request_get(request, settings, NULL), sizes[i].status);
        if (sizes[i].status != PHB_OK) {
            ck_assert_mem_eq(&any, &before, sizeof any);
            continue;
        }
        ck_assert_uint_eq(settings->size, sizes[i].size);
        ck_assert_date_eq(settings->as_of, "2026-06-01");
        ck_assert_str_eq(settings->reference, "p-17");
        for (size_t at = sizeof said; at < sizes[i].size; at++) {
            ck_assert_uint_eq(any.bytes[at], 0);
        }
        ck_assert_uint_eq(any.bytes[sizes[i].size], 0xA5);
        ck_assert_int_eq(phb_schedule_request_set(request, settings, NULL), PHB_OK);
    }
    phb_schedule_request_free(request);
}
END_TEST

/* `reserved` is 0 today, so that it can mean something tomorrow. */
START_TEST(a_reserved_member_that_is_used_is_refused)
{
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    options.reserved = 1;
    ck_assert_int_eq(use_context(&options), PHB_ERROR_STRUCT);
    phb_rate_query query = PHB_RATE_QUERY_INIT;
    query.reserved = 1;
    ck_assert_int_eq(use_query(&query), PHB_ERROR_STRUCT);
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    settings.reserved = 1;
    ck_assert_int_eq(use_schedule(&settings), PHB_ERROR_STRUCT);
}
END_TEST

/* An enum of a header of the future, in each member that is one. */
static const struct {
    void (*make)(void *any);
    phb_status (*use)(void *any);
    size_t member;
    int32_t greatest;
} enums[] = {
    {make_settings, use_settings, offsetof(phb_budget_settings, cohort), PHB_COHORT_OTHER},
    {make_settings, use_settings, offsetof(phb_budget_settings, kind), PHB_KIND_ONE_OFF},
    {make_settings, use_settings, offsetof(phb_budget_settings, weeks_in_year), PHB_WEEKS_52},
    {make_settings, use_settings, offsetof(phb_budget_settings, employer),
     PHB_EMPLOYER_THIRD_PARTY},
    {make_settings, use_settings, offsetof(phb_budget_settings, claims_allowance), PHB_ANSWER_YES},
    {make_settings, use_settings, offsetof(phb_budget_settings, contingency_held),
     PHB_CONTINGENCY_OUTSIDE},
    {make_settings, use_settings, offsetof(phb_budget_settings, contingency_deployment),
     PHB_DEPLOYMENT_NOTIONAL},
    {make_settings, use_settings, offsetof(phb_budget_settings, contingency_paid),
     PHB_CONTINGENCY_ON_REQUEST},
    {make_settings, use_settings, offsetof(phb_budget_settings, payment_frequency),
     PHB_PAYMENT_ONCE},
    {make_settings, use_settings, offsetof(phb_budget_settings, account),
     PHB_ACCOUNT_ORDINARY_ONE_OFF},
    {make_wheelchair, use_settings, offsetof(phb_budget_settings, wheelchair_option),
     PHB_WHEELCHAIR_DIRECT_PAYMENT},
    {make_assistant, use_assistant, offsetof(phb_assistant, leave_by), PHB_COVER_BY_RELIEF},
    {make_assistant, use_assistant, offsetof(phb_assistant, pension_membership),
     PHB_PENSION_OPTED_OUT},
    {make_assistant, use_assistant, offsetof(phb_assistant, pension_basis), PHB_PENSION_ALL_PAY},
    {make_assistant, use_assistant, offsetof(phb_assistant, relationship), PHB_RELATIONSHIP_FRIEND},
    {make_assistant, use_assistant, offsetof(phb_assistant, lives_in_household), PHB_ANSWER_YES},
    {make_hours, use_hours, offsetof(phb_hours, type), PHB_HOURS_LIVE_IN},
    {make_line, use_line, offsetof(phb_line, unit), PHB_LINE_UNIT_ITEM},
    {make_line, use_line, offsetof(phb_line, provider_relationship), PHB_RELATIONSHIP_FRIEND},
    {make_line, use_line, offsetof(phb_line, provider_lives_in_household), PHB_ANSWER_YES},
    {make_line, use_line, offsetof(phb_line, provider_cqc), PHB_CQC_NOT_REQUIRED},
    {make_schedule, use_schedule, offsetof(phb_schedule_settings, kind), PHB_KIND_ONE_OFF},
    {make_schedule, use_schedule, offsetof(phb_schedule_settings, cohort), PHB_COHORT_OTHER},
};

static phb_status
use_with(size_t row, int32_t value)
{
    union any any;
    enums[row].make(&any);
    memcpy(any.bytes + enums[row].member, &value, sizeof(value));
    return enums[row].use(&any);
}

START_TEST(an_enum_of_a_newer_header_is_refused)
{
    size_t row = (size_t)_i;
    ck_assert_int_eq(use_with(row, enums[row].greatest), PHB_OK);
    ck_assert_int_eq(use_with(row, enums[row].greatest + 1), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(use_with(row, -1), PHB_ERROR_ARGUMENT);
    bool is_asked = enums[row].make == make_wheelchair;
    ck_assert_int_eq(use_with(row, 0), is_asked ? PHB_ERROR_INCOMPLETE : PHB_OK);
}
END_TEST

/* The plan and the policy are for a plan's check: a costing has what it was made with. */
START_TEST(what_a_costing_has_already_is_refused)
{
    phb_check_options options = PHB_CHECK_OPTIONS_INIT;
    static const char policy_json[] =
        "{\"format\":\"phb-policy/1\",\"name\":\"north\",\"version\":\"3\"}";
    phb_policy *policy = NULL;
    phb_plan *superseded = sample_plan(NULL);
    ck_assert_int_eq(phb_policy_from_json(NULL, policy_json, strlen(policy_json), &policy, NULL),
                     PHB_OK);
    options.policy = policy;
    ck_assert_int_eq(use_check(&options), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(use_plan_check(&options), PHB_OK);
    options.policy = NULL;
    options.superseded = superseded;
    ck_assert_int_eq(use_check(&options), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(use_plan_check(&options), PHB_OK);
    phb_plan_free(superseded);
    phb_policy_unref(policy);
}
END_TEST

/* The second and the third are 31 December 1899 and 1 January 2200. */
static const phb_date no_days[] = {INT32_MIN + 1, -25568, 84006, INT32_MAX};

START_TEST(a_check_looks_from_a_day_of_the_calendar)
{
    phb_check_options options = PHB_CHECK_OPTIONS_INIT;
    options.as_of = no_days[_i];
    ck_assert_int_eq(use_check(&options), PHB_ERROR_DATE);
    ck_assert_int_eq(use_plan_check(&options), PHB_ERROR_DATE);
    options.as_of = date_of("2199-12-31");
    ck_assert_int_eq(use_check(&options), PHB_OK);
    ck_assert_int_eq(use_plan_check(&options), PHB_OK);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("structs");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    add_rows(tcase, the_macro_and_the_function_agree, structs);
    add_rows(tcase, the_function_fills_a_callers_struct_and_no_more, structs);
    add_rows(tcase, a_struct_of_this_header_is_accepted, structs);
    add_rows(tcase, a_struct_of_a_newer_header_is_accepted_while_the_rest_is_zero, structs);
    add_rows(tcase, what_a_newer_header_says_is_refused_when_it_is_not_understood, structs);
    add_rows(tcase, a_size_that_no_version_had_is_refused, wrong_sizes);
    add_rows(tcase, an_enum_of_a_newer_header_is_refused, enums);
    tcase_add_test(tcase, an_answer_too_small_for_the_library_is_refused);
    tcase_add_test(tcase, settings_are_given_back_in_any_size_there_was);
    tcase_add_test(tcase, a_reserved_member_that_is_used_is_refused);
    tcase_add_test(tcase, what_a_costing_has_already_is_refused);
    add_rows(tcase, a_check_looks_from_a_day_of_the_calendar, no_days);
    return suite_run("structs", tcase);
}
