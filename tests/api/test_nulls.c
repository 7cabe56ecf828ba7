/* NULL for each pointer that must not be NULL: ARGUMENT, and nothing crashes, written or made. */

#include "sample.h"

static phb_budget *budget;
static phb_costing *costing;
static phb_error error;
/* Whatever a handle held before a call that fails, it is NULL afterwards. */
#define ANYTHING(type) ((type *)(void *)&error)

static void
set_up(void)
{
    budget = sample_budget(NULL);
    costing = sample_costing(NULL);
    phb_error_init(&error, sizeof(error));
}

static void
tear_down(void)
{
    phb_costing_free(costing);
    phb_budget_free(budget);
}

static phb_text *text;
static phb_table *table;
static phb_rates *rates;
static phb_policy *policy;
static phb_budget *made;
static phb_costing *costed;
static phb_date date;
static phb_pence pence;
static int32_t index_made;
static int64_t weight = 1;

static phb_status
context_out(void)
{
    return phb_context_new(NULL, NULL, &error);
}
static phb_status
scale_out(void)
{
    return phb_pence_scale(1, 1, 1, PHB_ROUND_DOWN, NULL);
}
static phb_status
share_weights(void)
{
    return phb_pence_share(1, NULL, 1, &pence);
}
static phb_status
share_out(void)
{
    return phb_pence_share(1, &weight, 1, NULL);
}
static phb_status
pence_text(void)
{
    return phb_pence_parse(NULL, &pence);
}
static phb_status
pence_out(void)
{
    return phb_pence_parse("1", NULL);
}
static phb_status
pence_format(void)
{
    return phb_pence_format(1, NULL, 24);
}
static phb_status
ymd_out(void)
{
    return phb_date_from_ymd(2026, 1, 1, NULL);
}
static phb_status
date_text_in(void)
{
    return phb_date_parse(NULL, &date);
}
static phb_status
date_out(void)
{
    return phb_date_parse("2026-01-01", NULL);
}
static phb_status
date_format(void)
{
    return phb_date_format(0, NULL, 11);
}
static phb_status
days_out(void)
{
    return phb_date_add_days(0, 1, NULL);
}
static phb_status
months_out(void)
{
    return phb_date_add_months(0, 1, PHB_MONTH_END_CLAMP, NULL);
}
static phb_status
of_age_out(void)
{
    return phb_date_of_age(0, 1, NULL);
}
static phb_status
age_out(void)
{
    return phb_date_age(0, 1, NULL);
}
static phb_status
builtin_out(void)
{
    return phb_rates_builtin(NULL, NULL, &error);
}
static phb_status
overlay_json(void)
{
    rates = ANYTHING(phb_rates);
    return phb_rates_overlay_json(NULL, NULL, NULL, 0, &rates, &error);
}
static phb_status
overlay_out(void)
{
    return phb_rates_overlay_json(NULL, NULL, "{}", 2, NULL, &error);
}
static phb_status
policy_json(void)
{
    policy = ANYTHING(phb_policy);
    return phb_policy_from_json(NULL, NULL, 0, &policy, &error);
}
static phb_status
policy_out(void)
{
    return phb_policy_from_json(NULL, "{}", 2, NULL, &error);
}
static phb_status
to_policy(void)
{
    text = ANYTHING(phb_text);
    return phb_policy_to_json(NULL, &text, &error);
}
static phb_status
policy_to_out(void)
{
    static const char json[] = "{\"format\":\"phb-policy/1\",\"name\":\"n\",\"version\":\"1\"}";
    phb_policy *given = NULL;
    ck_assert_int_eq(phb_policy_from_json(NULL, json, strlen(json), &given, NULL), PHB_OK);
    phb_status status = phb_policy_to_json(given, NULL, &error);
    phb_policy_unref(given);
    return status;
}
static phb_status
find_query(void)
{
    phb_rate rate = PHB_RATE_INIT;
    return phb_rates_find(NULL, NULL, &rate, &error);
}
static phb_status
find_out(void)
{
    phb_rate_query query = PHB_RATE_QUERY_INIT;
    return phb_rates_find(NULL, &query, NULL, &error);
}
static phb_status
find_key(void)
{
    phb_rate_query query = PHB_RATE_QUERY_INIT;
    phb_rate rate = PHB_RATE_INIT;
    return phb_rates_find(NULL, &query, &rate, &error);
}
static phb_status
table_out(void)
{
    return phb_rates_table(NULL, NULL, NULL, 0, NULL, &error);
}
static phb_status
bank_holidays_out(void)
{
    return phb_rates_bank_holidays(NULL, NULL, PHB_DATE_NONE, PHB_DATE_NONE, NULL, &error);
}
static phb_status
ni_out(void)
{
    return phb_employer_ni(NULL, 20500, PHB_PAY_WEEKLY, 'A', 1, NULL, &error);
}
static phb_status
pension_out(void)
{
    return phb_employer_pension(NULL, 20500, PHB_PAY_WEEKLY, 1, NULL, &error);
}
static phb_status
budget_out(void)
{
    return phb_budget_new(NULL, NULL, &error);
}
static phb_status
set_budget(void)
{
    phb_budget_settings settings = PHB_BUDGET_SETTINGS_INIT;
    return phb_budget_set(NULL, &settings, &error);
}
static phb_status
set_settings(void)
{
    return phb_budget_set(budget, NULL, &error);
}
static phb_status
add_budget(void)
{
    phb_assistant assistant = PHB_ASSISTANT_INIT;
    return phb_budget_add_assistant(NULL, &assistant, &index_made, &error);
}
static phb_status
add_assistant(void)
{
    return phb_budget_add_assistant(budget, NULL, &index_made, &error);
}
static phb_status
add_index(void)
{
    phb_assistant assistant = PHB_ASSISTANT_INIT;
    return phb_budget_add_assistant(budget, &assistant, NULL, &error);
}
static phb_status
hours_budget(void)
{
    phb_hours hours = PHB_HOURS_INIT;
    return phb_budget_add_hours(NULL, 0, &hours, &index_made, &error);
}
static phb_status
hours_hours(void)
{
    return phb_budget_add_hours(budget, 0, NULL, &index_made, &error);
}
static phb_status
line_budget(void)
{
    phb_line line = PHB_LINE_INIT;
    return phb_budget_add_line(NULL, &line, &index_made, &error);
}
static phb_status
line_line(void)
{
    return phb_budget_add_line(budget, NULL, &index_made, &error);
}
static phb_status
rate_budget(void)
{
    return phb_budget_add_dated_rate(NULL, 0, 0, 0, 1, &error);
}
static phb_status
amount_budget(void)
{
    return phb_budget_add_dated_amount(NULL, 0, 0, 1, &error);
}
static phb_status
named_budget(void)
{
    return phb_budget_add_line_assistant(NULL, 0, "pa-1", &error);
}
static phb_status
named_id(void)
{
    return phb_budget_add_line_assistant(budget, 0, NULL, &error);
}
static phb_status
funder_budget(void)
{
    phb_funder funder = PHB_FUNDER_INIT;
    return phb_budget_add_funder(NULL, &funder, &error);
}
static phb_status
funder_funder(void)
{
    return phb_budget_add_funder(budget, NULL, &error);
}
static phb_status
used_budget(void)
{
    return phb_budget_add_allowance_used(NULL, 2026, 0, &error);
}
static phb_status
agreed_budget(void)
{
    return phb_budget_add_agreed_line(NULL, "ins", 1, &error);
}
static phb_status
agreed_id(void)
{
    return phb_budget_add_agreed_line(budget, NULL, 1, &error);
}
static phb_status
from_json(void)
{
    made = ANYTHING(phb_budget);
    return phb_budget_from_json(NULL, NULL, 0, &made, &error);
}
static phb_status
from_out(void)
{
    return phb_budget_from_json(NULL, "{}", 2, NULL, &error);
}
static phb_status
to_budget(void)
{
    text = ANYTHING(phb_text);
    return phb_budget_to_json(NULL, &text, &error);
}
static phb_status
to_out(void)
{
    return phb_budget_to_json(budget, NULL, &error);
}
static phb_status
cost_budget(void)
{
    costed = ANYTHING(phb_costing);
    return phb_budget_cost(NULL, NULL, NULL, &costed, &error);
}
static phb_status
cost_out(void)
{
    return phb_budget_cost(budget, NULL, NULL, NULL, &error);
}
static phb_status
json_costing(void)
{
    text = ANYTHING(phb_text);
    return phb_costing_to_json(NULL, 1, &text, &error);
}
static phb_status
json_out(void)
{
    return phb_costing_to_json(costing, 1, NULL, &error);
}
static phb_status
render_costing(void)
{
    text = ANYTHING(phb_text);
    return phb_costing_render(NULL, PHB_FORMAT_TEXT, &text, &error);
}
static phb_status
render_out(void)
{
    return phb_costing_render(costing, PHB_FORMAT_TEXT, NULL, &error);
}
static phb_status
explain_costing(void)
{
    text = ANYTHING(phb_text);
    return phb_costing_explain(NULL, "ins", &text, &error);
}
static phb_status
explain_out(void)
{
    return phb_costing_explain(costing, "ins", NULL, &error);
}
static phb_status
explain_html(void)
{
    text = ANYTHING(phb_text);
    return phb_costing_explain_render(NULL, "ins", PHB_FORMAT_HTML, &text, &error);
}
static phb_status
explain_html_out(void)
{
    return phb_costing_explain_render(costing, "ins", PHB_FORMAT_HTML, NULL, &error);
}
static phb_status
render_table(void)
{
    text = ANYTHING(phb_text);
    return phb_table_render(NULL, NULL, PHB_FORMAT_CSV, &text, &error);
}
static phb_status
render_table_out(void)
{
    const phb_table *lines = phb_costing_table(costing, PHB_COSTING_LINES);
    return phb_table_render(NULL, lines, PHB_FORMAT_CSV, NULL, &error);
}
static phb_status
table_json(void)
{
    text = ANYTHING(phb_text);
    return phb_table_to_json(NULL, NULL, &text, &error);
}
static phb_status
table_json_out(void)
{
    return phb_table_to_json(NULL, phb_costing_table(costing, PHB_COSTING_LINES), NULL, &error);
}

static phb_chain *chain;
static phb_status
chain_plan(void)
{
    chain = ANYTHING(phb_chain);
    return phb_plan_chain(NULL, NULL, NULL, &chain, &error);
}
static phb_status
chain_json(void)
{
    text = ANYTHING(phb_text);
    return phb_chain_to_json(NULL, &text, &error);
}
static phb_status
chain_render(void)
{
    text = ANYTHING(phb_text);
    return phb_chain_render(NULL, PHB_FORMAT_TEXT, &text, &error);
}
static phb_status
document_json(void)
{
    phb_document kind = PHB_DOCUMENT_PLAN;
    phb_status status = phb_document_of(NULL, NULL, 0, &kind, &error);
    ck_assert_int_eq(kind, PHB_DOCUMENT_PLAN);
    return status;
}
static phb_status
document_out(void)
{
    return phb_document_of(NULL, "{}", 2, NULL, &error);
}

/* Of a chain that is there. */
START_TEST(a_chain_needs_somewhere_to_write)
{
    static const char json[] = "{\"format\":\"phb-plan/1\",\"status\":\"draft\"}";
    phb_plan *given = NULL;
    phb_chain *made_chain = NULL;
    ck_assert_int_eq(phb_plan_from_json(NULL, json, strlen(json), &given, NULL), PHB_OK);
    ck_assert_int_eq(phb_plan_chain(given, NULL, NULL, NULL, &error), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_plan_chain(given, NULL, NULL, &made_chain, NULL), PHB_OK);
    ck_assert_int_eq(phb_chain_to_json(made_chain, NULL, &error), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_chain_render(made_chain, PHB_FORMAT_TEXT, NULL, &error),
                     PHB_ERROR_ARGUMENT);
    ck_assert_ptr_null(phb_chain_context(made_chain));
    phb_chain_free(made_chain);
    phb_plan_free(given);
}
END_TEST

START_TEST(no_chain_and_no_report_hold_nothing)
{
    phb_chain_free(NULL);
    ck_assert_ptr_null(phb_chain_table(NULL));
    ck_assert_ptr_null(phb_chain_context(NULL));
    ck_assert_int_eq(phb_report_next(NULL), -1);
}
END_TEST

static phb_status (*const calls[])(void) = {
    context_out,   scale_out,      share_weights,    share_out,    pence_text,
    pence_out,     pence_format,   ymd_out,          date_text_in, date_out,
    date_format,   days_out,       months_out,       of_age_out,   age_out,
    builtin_out,   overlay_json,   overlay_out,      find_query,   find_out,
    find_key,      table_out,      ni_out,           pension_out,  bank_holidays_out,
    budget_out,    set_budget,     set_settings,     add_budget,   add_assistant,
    add_index,     hours_budget,   hours_hours,      line_budget,  line_line,
    rate_budget,   amount_budget,  named_budget,     named_id,     funder_budget,
    funder_funder, used_budget,    agreed_budget,    agreed_id,    from_json,
    from_out,      to_budget,      to_out,           cost_budget,  cost_out,
    json_costing,  json_out,       render_costing,   render_out,   explain_costing,
    explain_out,   explain_html,   explain_html_out, render_table, render_table_out,
    table_json,    table_json_out, policy_json,      policy_out,   to_policy,
    policy_to_out, chain_plan,     chain_json,       chain_render, document_json,
    document_out,
};

START_TEST(a_null_that_must_not_be_is_an_argument_error)
{
    text = NULL;
    table = NULL;
    rates = NULL;
    policy = NULL;
    made = NULL;
    costed = NULL;
    chain = NULL;
    ck_assert_int_eq(calls[_i](), PHB_ERROR_ARGUMENT);
    ck_assert_ptr_null(text);
    ck_assert_ptr_null(table);
    ck_assert_ptr_null(rates);
    ck_assert_ptr_null(policy);
    ck_assert_ptr_null(made);
    ck_assert_ptr_null(costed);
    ck_assert_ptr_null(chain);
}
END_TEST

START_TEST(a_null_that_may_be_is_nothing)
{
    phb_hours hours = PHB_HOURS_INIT;
    phb_line line = PHB_LINE_INIT;
    hours.minutes_per_week = 60;
    hours.rate_penny_hundredths = 135000;
    line.id = "line-9";
    line.category = PHB_CATEGORY_OTHER;
    line.amount_penny_hundredths = 1;
    line.per = PHB_PER_ONCE;
    line.deployment = PHB_DEPLOYMENT_NOTIONAL;
    phb_context_unref(NULL);
    ck_assert_ptr_null(phb_context_ref(NULL));
    phb_rates_unref(NULL);
    ck_assert_ptr_null(phb_rates_ref(NULL));
    phb_policy_unref(NULL);
    ck_assert_ptr_null(phb_policy_ref(NULL));
    ck_assert_str_eq(phb_policy_edition(NULL), "");
    phb_budget_free(NULL);
    phb_costing_free(NULL);
    phb_table_free(NULL);
    phb_text_free(NULL);
    phb_error_init(NULL, 0);
    phb_context_options_init(NULL, 0);
    phb_rate_query_init(NULL, 0);
    phb_rate_init(NULL, 0);
    phb_budget_settings_init(NULL, 0);
    phb_assistant_init(NULL, 0);
    phb_hours_init(NULL, 0);
    phb_line_init(NULL, 0);
    phb_funder_init(NULL, 0);
    phb_cost_options_init(NULL, 0);
    ck_assert_str_eq(phb_text_data(NULL), "");
    ck_assert_uint_eq(phb_text_size(NULL), 0);
    ck_assert_uint_eq(phb_table_rows(NULL), 0);
    ck_assert_uint_eq(phb_table_columns(NULL), 0);
    ck_assert_int_eq(phb_costing_total_pence(NULL), 0);
    ck_assert_int_eq(phb_costing_is_provisional(NULL), 0);
    ck_assert_int_eq(phb_costing_start(NULL), PHB_DATE_NONE);
    ck_assert_int_eq(phb_costing_end(NULL), PHB_DATE_NONE);
    ck_assert_ptr_null(phb_costing_table(NULL, PHB_COSTING_LINES));
    ck_assert_ptr_null(phb_costing_context(NULL));
    ck_assert_str_eq(phb_costing_rates_edition(NULL), "");
    ck_assert_str_eq(phb_rates_edition(NULL), "2026.1");
    ck_assert_date_eq(phb_rates_first_day(NULL), "2013-04-06");
    ck_assert_date_eq(phb_rates_last_day(NULL), "2027-04-05");
    ck_assert_int_eq(phb_date_to_ymd(0, NULL, NULL, NULL), PHB_OK);
    ck_assert_int_eq(phb_costing_explain(costing, NULL, &text, NULL), PHB_OK); /* all of it */
    phb_text_free(text);
    ck_assert_int_eq(phb_budget_add_hours(budget, 0, &hours, NULL, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_add_line(budget, &line, NULL, NULL), PHB_OK);
}
END_TEST

START_TEST(an_error_is_optional)
{
    ck_assert_int_eq(phb_budget_from_json(NULL, "[", 1, &made, NULL), PHB_ERROR_JSON_SYNTAX);
    ck_assert_int_eq(phb_budget_from_json(NULL, "[]", 2, &made, NULL), PHB_ERROR_JSON_SHAPE);
    ck_assert_int_eq(phb_policy_from_json(NULL, "{}", 2, &policy, NULL), PHB_ERROR_INCOMPLETE);
    ck_assert_int_eq(phb_costing_explain(costing, "nobody", &text, NULL), PHB_ERROR_NOT_FOUND);
    ck_assert_ptr_null(made);
}
END_TEST

START_TEST(a_check_needs_a_plan_and_somewhere_to_put_the_report)
{
    phb_plan *plan = sample_plan(NULL);
    phb_report *report = ANYTHING(phb_report);
    ck_assert_int_eq(phb_plan_check(NULL, NULL, NULL, &report, &error), PHB_ERROR_ARGUMENT);
    ck_assert_ptr_null(report);
    ck_assert_int_eq(phb_plan_check(plan, NULL, NULL, NULL, &error), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_plan_check(NULL, NULL, NULL, NULL, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_plan_check(plan, NULL, NULL, &report, NULL), PHB_OK);
    phb_plan_free(plan); /* the report does without it */
    ck_assert_int_gt(phb_report_count(report, PHB_SEVERITY_GAP), 0);
    phb_report_free(report);
    phb_check_options_init(NULL, 0);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("nulls");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    add_rows(tcase, a_null_that_must_not_be_is_an_argument_error, calls);
    tcase_add_test(tcase, a_null_that_may_be_is_nothing);
    tcase_add_test(tcase, an_error_is_optional);
    tcase_add_test(tcase, a_chain_needs_somewhere_to_write);
    tcase_add_test(tcase, no_chain_and_no_report_hold_nothing);
    tcase_add_test(tcase, a_check_needs_a_plan_and_somewhere_to_put_the_report);
    return suite_run("nulls", tcase);
}
