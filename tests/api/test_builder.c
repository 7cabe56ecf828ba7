/* A budget that is built call by call, with every member said, is the one that a document gives. */

#include <stddef.h>
#include <string.h>

#include <phb/phb.h>

#include "support/json.h"
#include "support/suite.h"

static const char document[] =
    "{'format':'phb-budget/1','cohort':'wheelchair','kind':'ongoing','period':{'start':"
    "'2026-04-06','end':'2027-04-05'},'weeks_in_year':'52','assistants':[{'id':'pa-1','name':"
    "'Ann','date_of_birth':'1990-05-01','ni_letter':'A','start':'2026-05-01','end':'2027-03-01',"
    "'employed_since':'2019-09-01','pay_frequency':'four_weekly','days_per_week':4.5,'hours':[{"
    "'band':'weekday','type':'active','hours_per_week':20,'rate':'13.505','start':'2026-06-01',"
    "'end':'2026-12-31'},{'band':'weekend','type':'waking_night','minutes_per_week':480,'rate':[{"
    "'from':'2026-04-06','amount':'14.50'},{'from':'2027-01-01','amount':15}]},{'type':"
    "'sleep_in','nights_per_week':2.5,'rate':65,'awake_minutes_per_night':30,'awake_rate':"
    "'13.50'}],'bank_holiday':{'minutes':300,'premium':'6.75'},'leave':{'method':'cover','by':"
    "'relief','rate':'24.0001','night_rate':'95.00','weeks':5.65,'reason':'why'},'pension':{"
    "'membership':'opted_in','basis':'all_pay','employer_rate':'3%'},'sickness':{'weeks':1,"
    "'cover_rate':24,'cover_night_rate':95,'nil_reason':'none'},'deployment':'direct_payment',"
    "'funder':'la','relationship':'aunt_uncle','lives_in_household':true,"
    "'necessity_approved_on':'2026-01-01'}],'employer':{'kind':'nominee','employment_allowance':{"
    "'claim':true,'already_used':[{'tax_year':2026,'amount':'0.00'}]}},'lines':[{'id':'payroll',"
    "'category':'payroll','amount':[{'from':'2026-04-06','amount':8},{'from':'2026-10-01',"
    "'amount':'8.0001'}],'quantity':1.5,'unit':'item','per':'payslip','start':'2026-04-06','end':"
    "'2027-04-05','assistants':['pa-1'],'deployment':'third_party','funder':'nhs','nil_reason':"
    "'given','provider':{'name':'P','relationship':'friend','lives_in_household':false,"
    "'necessity_approved_on':'2026-02-01','cqc':'registered','registration':'1-2','checked_on':"
    "'2026-03-01'}},{'id':'gin','category':'alcohol','amount':'20.00','per':'once','deployment':"
    "'notional'}],'contingency':{'weeks':4,'held':'outside','deployment':'third_party','paid':"
    "'on_request'},'funders':[{'id':'nhs','kind':'nhs','share':'60%'},{'id':'la','kind':"
    "'social_care','share':'40%','amount':'100.00','client_contribution':'12.50'}],'payments':{"
    "'frequency':'monthly','first_payment':'2026-04-01','notice_weeks':4},'management':{"
    "'account':'prepaid_card','where_held':'bank','responsible':'Bob','records':'all',"
    "'third_party':{'organisation':'Org','agreement_on':'2026-01-02','last_audit_on':"
    "'2026-01-03'}},'indicative':'52000.00','agreed':'53000.00','agreed_on':'2026-03-10',"
    "'agreed_by_line':{'pa-1':'31000.00','contingency':'400.00'},'wheelchair':{'option':"
    "'third_party','prescribed_cost':'1200.00','price':'1500.00','maintenance':'100.00',"
    "'period_years':5}}";

static phb_budget *built;

static void
add_settings(void)
{
    phb_budget_settings settings = PHB_BUDGET_SETTINGS_INIT;
    settings.cohort = PHB_COHORT_WHEELCHAIR;
    settings.kind = PHB_KIND_ONGOING;
    settings.weeks_in_year = PHB_WEEKS_52;
    settings.start = date_of("2026-04-06");
    settings.end = date_of("2027-04-05");
    settings.employer = PHB_EMPLOYER_NOMINEE;
    settings.claims_allowance = PHB_ANSWER_YES;
    settings.contingency_weeks_hundredths = 400;
    settings.contingency_held = PHB_CONTINGENCY_OUTSIDE;
    settings.contingency_deployment = PHB_DEPLOYMENT_THIRD_PARTY;
    settings.contingency_paid = PHB_CONTINGENCY_ON_REQUEST;
    settings.payment_frequency = PHB_PAYMENT_MONTHLY;
    settings.first_payment = date_of("2026-04-01");
    settings.notice_weeks_hundredths = 400;
    settings.account = PHB_ACCOUNT_PREPAID_CARD;
    settings.where_held = "bank";
    settings.responsible = "Bob";
    settings.records = "all";
    settings.third_party_organisation = "Org";
    settings.third_party_agreement_on = date_of("2026-01-02");
    settings.third_party_last_audit_on = date_of("2026-01-03");
    settings.indicative_pence = 5200000;
    settings.agreed_pence = 5300000;
    settings.agreed_on = date_of("2026-03-10");
    settings.wheelchair_option = PHB_WHEELCHAIR_THIRD_PARTY;
    settings.wheelchair_prescribed_pence = 120000;
    settings.wheelchair_price_pence = 150000;
    settings.wheelchair_maintenance_pence = 10000;
    settings.wheelchair_period_years = 5;
    ck_assert_int_eq(phb_budget_set(built, &settings, NULL), PHB_OK);
}

static int32_t
add_assistant(void)
{
    int32_t index = -1;
    phb_assistant assistant = PHB_ASSISTANT_INIT;
    assistant.id = "pa-1";
    assistant.name = "Ann";
    assistant.date_of_birth = date_of("1990-05-01");
    assistant.ni_letter = "A";
    assistant.start = date_of("2026-05-01");
    assistant.end = date_of("2027-03-01");
    assistant.employed_since = date_of("2019-09-01");
    assistant.pay_frequency = PHB_PAY_FOUR_WEEKLY;
    assistant.days_per_week_hundredths = 450;
    assistant.bank_holiday_minutes = 300;
    assistant.bank_holiday_premium_penny_hundredths = 67500;
    assistant.leave_method = PHB_LEAVE_COVER;
    assistant.leave_by = PHB_COVER_BY_RELIEF;
    assistant.leave_rate_penny_hundredths = 240001;
    assistant.leave_night_rate_pence = 9500;
    assistant.leave_weeks_hundredths = 565;
    assistant.leave_reason = "why";
    assistant.pension_membership = PHB_PENSION_OPTED_IN;
    assistant.pension_basis = PHB_PENSION_ALL_PAY;
    assistant.pension_employer_ppm = 30000;
    assistant.sickness_weeks_hundredths = 100;
    assistant.sickness_cover_rate_penny_hundredths = 240000;
    assistant.sickness_cover_night_rate_pence = 9500;
    assistant.sickness_nil_reason = "none";
    assistant.funder = "la";
    assistant.deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT;
    assistant.relationship = PHB_RELATIONSHIP_AUNT_UNCLE;
    assistant.lives_in_household = PHB_ANSWER_YES;
    assistant.necessity_approved_on = date_of("2026-01-01");
    ck_assert_int_eq(phb_budget_add_assistant(built, &assistant, &index, NULL), PHB_OK);
    return index;
}

static void
add_hours(int32_t assistant)
{
    int32_t index = -1;
    phb_hours weekday = PHB_HOURS_INIT;
    weekday.band = "weekday";
    weekday.type = PHB_HOURS_ACTIVE;
    weekday.minutes_per_week = 1200;
    weekday.rate_penny_hundredths = 135050;
    weekday.start = date_of("2026-06-01");
    weekday.end = date_of("2026-12-31");
    phb_hours weekend = PHB_HOURS_INIT;
    weekend.band = "weekend";
    weekend.type = PHB_HOURS_WAKING_NIGHT;
    weekend.minutes_per_week = 480;
    phb_hours night = PHB_HOURS_INIT;
    night.type = PHB_HOURS_SLEEP_IN;
    night.nights_per_week_hundredths = 250;
    night.rate_penny_hundredths = 650000;
    night.awake_minutes_per_night = 30;
    night.awake_rate_penny_hundredths = 135000;
    ck_assert_int_eq(phb_budget_add_hours(built, assistant, &weekday, NULL, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_add_hours(built, assistant, &weekend, &index, NULL), PHB_OK);
    ck_assert_int_eq(index, 1);
    ck_assert_int_eq(phb_budget_add_hours(built, assistant, &night, NULL, NULL), PHB_OK);
    ck_assert_int_eq(
        phb_budget_add_dated_rate(built, assistant, index, date_of("2026-04-06"), 145000, NULL),
        PHB_OK);
    ck_assert_int_eq(
        phb_budget_add_dated_rate(built, assistant, index, date_of("2027-01-01"), 150000, NULL),
        PHB_OK);
}

static void
add_lines(void)
{
    int32_t index = -1;
    phb_line payroll = PHB_LINE_INIT;
    payroll.id = "payroll";
    payroll.category = PHB_CATEGORY_PAYROLL;
    payroll.quantity_ten_thousandths = 15000;
    payroll.unit = PHB_LINE_UNIT_ITEM;
    payroll.per = PHB_PER_PAYSLIP;
    payroll.start = date_of("2026-04-06");
    payroll.end = date_of("2027-04-05");
    payroll.deployment = PHB_DEPLOYMENT_THIRD_PARTY;
    payroll.funder = "nhs";
    payroll.nil_reason = "given";
    payroll.provider_name = "P";
    payroll.provider_relationship = PHB_RELATIONSHIP_FRIEND;
    payroll.provider_lives_in_household = PHB_ANSWER_NO;
    payroll.provider_necessity_approved_on = date_of("2026-02-01");
    payroll.provider_cqc = PHB_CQC_REGISTERED;
    payroll.provider_registration = "1-2";
    payroll.provider_checked_on = date_of("2026-03-01");
    phb_line gin = PHB_LINE_INIT;
    gin.id = "gin";
    gin.category = PHB_CATEGORY_ALCOHOL;
    gin.amount_penny_hundredths = 200000;
    gin.per = PHB_PER_ONCE;
    gin.deployment = PHB_DEPLOYMENT_NOTIONAL;
    ck_assert_int_eq(phb_budget_add_line(built, &payroll, &index, NULL), PHB_OK);
    ck_assert_int_eq(index, 0);
    ck_assert_int_eq(phb_budget_add_line(built, &gin, NULL, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_add_dated_amount(built, index, date_of("2026-04-06"), 80000, NULL),
                     PHB_OK);
    ck_assert_int_eq(phb_budget_add_dated_amount(built, index, date_of("2026-10-01"), 80001, NULL),
                     PHB_OK);
    ck_assert_int_eq(phb_budget_add_line_assistant(built, index, "pa-1", NULL), PHB_OK);
}

static void
add_funders(void)
{
    phb_funder nhs = PHB_FUNDER_INIT;
    nhs.id = "nhs";
    nhs.kind = PHB_FUNDER_NHS;
    nhs.share_ppm = 600000;
    phb_funder council = PHB_FUNDER_INIT;
    council.id = "la";
    council.kind = PHB_FUNDER_SOCIAL_CARE;
    council.share_ppm = 400000;
    council.amount_pence = 10000;
    council.client_contribution_pence = 1250;
    ck_assert_int_eq(phb_budget_add_funder(built, &nhs, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_add_funder(built, &council, NULL), PHB_OK);
}

static void
set_up(void)
{
    ck_assert_int_eq(phb_budget_new(NULL, &built, NULL), PHB_OK);
    add_settings();
    add_hours(add_assistant());
    add_lines();
    add_funders();
    ck_assert_int_eq(phb_budget_add_allowance_used(built, 2026, 0, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_add_agreed_line(built, "pa-1", 3100000, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_add_agreed_line(built, "contingency", 40000, NULL), PHB_OK);
}

static void
tear_down(void)
{
    phb_budget_free(built);
}

static phb_text *
written(const phb_budget *budget)
{
    phb_text *text = NULL;
    ck_assert_int_eq(phb_budget_to_json(budget, &text, NULL), PHB_OK);
    return text;
}

static phb_budget *
read_back(const char *json, size_t size)
{
    phb_budget *budget = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_budget_from_json(NULL, json, size, &budget, &error);
    ck_assert_msg(status == PHB_OK, "%s: %s", error.path, error.message);
    return budget;
}

START_TEST(a_built_budget_is_that_of_the_document)
{
    const char *json = quoted(document);
    phb_budget *read = read_back(json, strlen(json));
    phb_text *by_document = written(read);
    phb_text *by_calls = written(built);
    ck_assert_str_eq(phb_text_data(by_calls), phb_text_data(by_document));
    phb_text_free(by_document);
    phb_text_free(by_calls);
    phb_budget_free(read);
}
END_TEST

START_TEST(what_is_written_reads_back_as_the_same_budget)
{
    phb_text *first = written(built);
    phb_budget *read = read_back(phb_text_data(first), phb_text_size(first));
    phb_text *second = written(read);
    ck_assert_str_eq(phb_text_data(first), phb_text_data(second));
    phb_text_free(first);
    phb_text_free(second);
    phb_budget_free(read);
}
END_TEST

/* ---- calls that are refused change nothing ---- */

static phb_status
rate_of_no_assistant(phb_error *error)
{
    return phb_budget_add_dated_rate(built, 1, 0, date_of("2026-04-06"), 1, error);
}
static phb_status
rate_of_no_hours(phb_error *error)
{
    return phb_budget_add_dated_rate(built, 0, 3, date_of("2026-04-06"), 1, error);
}
static phb_status
rate_before_any(phb_error *error)
{
    return phb_budget_add_dated_rate(built, -1, 0, date_of("2026-04-06"), 1, error);
}
static phb_status
rate_of_no_day(phb_error *error)
{
    return phb_budget_add_dated_rate(built, 0, 0, PHB_DATE_NONE, 1, error);
}
static phb_status
rate_of_an_odd_day(phb_error *error)
{
    return phb_budget_add_dated_rate(built, 0, 0, PHB_DATE_MAX + 1, 1, error);
}
static phb_status
no_rate(phb_error *error)
{
    return phb_budget_add_dated_rate(built, 0, 0, date_of("2026-04-06"), PHB_NUMBER_NONE, error);
}
static phb_status
rate_below(phb_error *error)
{
    return phb_budget_add_dated_rate(built, 0, 0, date_of("2026-04-06"), -1, error);
}
static phb_status
amount_of_no_line(phb_error *error)
{
    return phb_budget_add_dated_amount(built, 2, date_of("2026-04-06"), 1, error);
}
static phb_status
assistant_of_no_line(phb_error *error)
{
    return phb_budget_add_line_assistant(built, -1, "pa-1", error);
}
static phb_status
assistant_with_a_space(phb_error *error)
{
    return phb_budget_add_line_assistant(built, 0, "pa 1", error);
}
static phb_status
assistant_of_no_id(phb_error *error)
{
    return phb_budget_add_line_assistant(built, 0, "", error);
}
static phb_status
funder_of_no_kind(phb_error *error)
{
    phb_funder funder = PHB_FUNDER_INIT;
    funder.id = "x";
    return phb_budget_add_funder(built, &funder, error);
}
static phb_status
funder_of_an_odd_kind(phb_error *error)
{
    phb_funder funder = PHB_FUNDER_INIT;
    funder.id = "x";
    funder.kind = (phb_funder_kind)6;
    return phb_budget_add_funder(built, &funder, error);
}
static phb_status
used_long_ago(phb_error *error)
{
    return phb_budget_add_allowance_used(built, 1899, 0, error);
}
static phb_status
used_nothing(phb_error *error)
{
    return phb_budget_add_allowance_used(built, 2025, PHB_PENCE_NONE, error);
}
static phb_status
agreed_with_a_space(phb_error *error)
{
    return phb_budget_add_agreed_line(built, "pa 1", 1, error);
}
static phb_status
agreed_nothing(phb_error *error)
{
    return phb_budget_add_agreed_line(built, "gin", PHB_PENCE_NONE, error);
}
static phb_status
agreed_below(phb_error *error)
{
    return phb_budget_add_agreed_line(built, "gin", -1, error);
}

#define BAD_ID " must be 1 to 64 letters, digits, points, underscores or hyphens"
static const struct {
    phb_status (*call)(phb_error *error);
    phb_status status;
    const char *path;
    const char *message; /* NULL: the status's own */
} refused[] = {
    {rate_of_no_assistant, PHB_ERROR_ARGUMENT, "", NULL},
    {rate_of_no_hours, PHB_ERROR_ARGUMENT, "", NULL},
    {rate_before_any, PHB_ERROR_ARGUMENT, "", NULL},
    {rate_of_no_day, PHB_ERROR_INCOMPLETE, "", "from is missing"},
    {rate_of_an_odd_day, PHB_ERROR_DATE, "/from",
     "from is not a day of the calendar from 1900 to 2199"},
    {no_rate, PHB_ERROR_INCOMPLETE, "", "amount is missing"},
    {rate_below, PHB_ERROR_RANGE, "/amount", "amount must be at least 0.00"},
    {amount_of_no_line, PHB_ERROR_ARGUMENT, "", NULL},
    {assistant_of_no_line, PHB_ERROR_ARGUMENT, "", NULL},
    {assistant_with_a_space, PHB_ERROR_RANGE, "", "an id" BAD_ID},
    {assistant_of_no_id, PHB_ERROR_RANGE, "", "an id" BAD_ID},
    {funder_of_no_kind, PHB_ERROR_INCOMPLETE, "", "kind is missing"},
    {funder_of_an_odd_kind, PHB_ERROR_ARGUMENT, "/kind", "kind is not one of the values there are"},
    {used_long_ago, PHB_ERROR_RANGE, "/tax_year", "tax_year must be at least 1900"},
    {used_nothing, PHB_ERROR_INCOMPLETE, "", "amount is missing"},
    {agreed_with_a_space, PHB_ERROR_RANGE, "", "an id" BAD_ID},
    {agreed_nothing, PHB_ERROR_INCOMPLETE, "", "an amount of agreed_by_line is missing"},
    {agreed_below, PHB_ERROR_RANGE, "", "an amount of agreed_by_line must be at least 0.00"},
};

START_TEST(a_refused_call_leaves_the_budget_as_it_was)
{
    phb_error error = PHB_ERROR_INIT;
    phb_text *before = written(built);
    ck_assert_int_eq(refused[_i].call(&error), refused[_i].status);
    ck_assert_str_eq(error.path, refused[_i].path);
    const char *own = phb_status_message(refused[_i].status);
    ck_assert_str_eq(error.message, refused[_i].message ? refused[_i].message : own);
    phb_text *after = written(built);
    ck_assert_str_eq(phb_text_data(after), phb_text_data(before));
    phb_text_free(before);
    phb_text_free(after);
}
END_TEST

static phb_text *
checked(const phb_costing *costing)
{
    phb_report *report = NULL;
    phb_text *text = NULL;
    ck_assert_int_eq(phb_costing_check(costing, NULL, &report, NULL), PHB_OK);
    ck_assert_int_eq(phb_report_to_json(report, &text, NULL), PHB_OK);
    phb_report_free(report);
    return text;
}

/* What is added would be found: pay of a penny an hour, and a rate that falls to it. */
static void
change(phb_budget *budget)
{
    phb_hours hours = PHB_HOURS_INIT;
    hours.minutes_per_week = 6000;
    hours.rate_penny_hundredths = 100;
    phb_date day = date_of("2027-02-01");
    ck_assert_int_eq(phb_budget_add_hours(budget, 0, &hours, NULL, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_add_dated_rate(budget, 0, 1, day, 100, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_add_dated_amount(budget, 0, day, 100, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_add_line_assistant(budget, 0, "pa-2", NULL), PHB_OK);
}

START_TEST(a_costing_keeps_the_budget_it_was_made_of)
{
    const char *json = quoted(document);
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    ck_assert_int_eq(phb_budget_from_json(NULL, json, strlen(json), &budget, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_cost(budget, NULL, NULL, &costing, NULL), PHB_OK);
    phb_text *before = checked(costing);
    change(budget);
    phb_text *changed = checked(costing);
    phb_budget_free(budget);
    phb_text *alone = checked(costing);
    ck_assert_str_eq(phb_text_data(changed), phb_text_data(before));
    ck_assert_str_eq(phb_text_data(alone), phb_text_data(before));
    phb_text_free(before);
    phb_text_free(changed);
    phb_text_free(alone);
    phb_costing_free(costing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("builder");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, a_built_budget_is_that_of_the_document);
    tcase_add_test(tcase, what_is_written_reads_back_as_the_same_budget);
    add_rows(tcase, a_refused_call_leaves_the_budget_as_it_was, refused);
    tcase_add_test(tcase, a_costing_keeps_the_budget_it_was_made_of);
    return suite_run("builder", tcase);
}
