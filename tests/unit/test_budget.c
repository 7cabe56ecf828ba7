#include "model/budget.h"

#include <string.h>

#include "support/failing.h"
#include "support/json.h"
#include "support/suite.h"

static phb_budget *budget;

static void
set_up(void)
{
    ck_assert_int_eq(phb_budget_new(NULL, &budget, NULL), PHB_OK);
}

static void
tear_down(void)
{
    phb_budget_free(budget);
}

static phb_assistant
an_assistant(const char *id)
{
    phb_assistant assistant = PHB_ASSISTANT_INIT;
    assistant.id = id;
    assistant.pay_frequency = PHB_PAY_WEEKLY;
    assistant.leave_method = PHB_LEAVE_ACCRUAL;
    assistant.deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT;
    return assistant;
}

static phb_line
a_line(const char *id)
{
    phb_line line = PHB_LINE_INIT;
    line.id = id;
    line.category = PHB_CATEGORY_INSURANCE;
    line.amount_penny_hundredths = 950000;
    line.per = PHB_PER_YEAR;
    line.deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT;
    return line;
}

START_TEST(what_is_added_is_copied)
{
    char id[] = "pa-1";
    char name[] = "Ann";
    int32_t index = -1;
    phb_assistant assistant = an_assistant(id);
    assistant.name = name;
    ck_assert_int_eq(phb_budget_add_assistant(budget, &assistant, &index, NULL), PHB_OK);
    ck_assert_int_eq(index, 0);
    memset(id, 'x', 4);
    memset(name, 'x', 3);
    const struct phb__assistant *kept = phb__budget_assistants(&budget->content);
    ck_assert_str_eq(kept[0].given.id, "pa-1");
    ck_assert_str_eq(kept[0].given.name, "Ann");
}
END_TEST

/* "" means not said, as NULL does: for an id, a letter and a text alike. */
START_TEST(an_empty_text_is_not_said)
{
    int32_t index = -1;
    phb_assistant assistant = an_assistant("pa-1");
    assistant.ni_letter = "";
    assistant.name = "";
    assistant.leave_reason = "";
    ck_assert_int_eq(phb_budget_add_assistant(budget, &assistant, &index, NULL), PHB_OK);
    phb_hours hours = PHB_HOURS_INIT;
    hours.band = "";
    hours.minutes_per_week = 60;
    hours.rate_penny_hundredths = 135000;
    ck_assert_int_eq(phb_budget_add_hours(budget, index, &hours, NULL, NULL), PHB_OK);
    const struct phb__assistant *kept = phb__budget_assistants(&budget->content);
    ck_assert_ptr_null(kept[0].given.ni_letter);
    ck_assert_ptr_null(phb__assistant_hours(&kept[0])->given.band);
}
END_TEST

START_TEST(hours_belong_to_the_assistant_of_the_index)
{
    for (int32_t i = 0; i < 20; i++) { /* the list moves as it grows */
        int32_t index = -1;
        phb_assistant assistant = an_assistant("pa");
        ck_assert_int_eq(phb_budget_add_assistant(budget, &assistant, &index, NULL), PHB_OK);
        ck_assert_int_eq(index, i);
        phb_hours hours = PHB_HOURS_INIT;
        hours.minutes_per_week = 60 + i;
        hours.rate_penny_hundredths = 135000;
        ck_assert_int_eq(phb_budget_add_hours(budget, i, &hours, NULL, NULL), PHB_OK);
    }
    const struct phb__assistant *kept = phb__budget_assistants(&budget->content);
    for (int32_t i = 0; i < 20; i++) {
        ck_assert_uint_eq(kept[i].hours.count, 1);
        ck_assert_int_eq(phb__assistant_hours(&kept[i])->given.minutes_per_week, 60 + i);
    }
    phb_hours hours = PHB_HOURS_INIT;
    ck_assert_int_eq(phb_budget_add_hours(budget, 20, &hours, NULL, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_budget_add_hours(budget, -1, &hours, NULL, NULL), PHB_ERROR_ARGUMENT);
}
END_TEST

START_TEST(settings_can_be_said_again)
{
    phb_budget_settings settings = PHB_BUDGET_SETTINGS_INIT;
    settings.start = date_of("2026-04-06");
    settings.end = date_of("2027-04-05");
    ck_assert_int_eq(phb_budget_set(budget, &settings, NULL), PHB_OK);
    settings.end = date_of("2026-10-05");
    ck_assert_int_eq(phb_budget_set(budget, &settings, NULL), PHB_OK);
    ck_assert_date_eq(budget->content.settings.end, "2026-10-05");
}
END_TEST

START_TEST(a_refused_setting_changes_nothing)
{
    phb_budget_settings settings = PHB_BUDGET_SETTINGS_INIT;
    settings.start = date_of("2026-04-06");
    settings.end = date_of("2027-04-05");
    ck_assert_int_eq(phb_budget_set(budget, &settings, NULL), PHB_OK);
    settings.end = PHB_DATE_MAX + 1;
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(phb_budget_set(budget, &settings, &error), PHB_ERROR_DATE);
    ck_assert_str_eq(error.path, "/period/end");
    ck_assert_date_eq(budget->content.settings.end, "2027-04-05");
}
END_TEST

static void
no_id(phb_assistant *assistant)
{
    assistant->id = NULL;
}
static void
empty_id(phb_assistant *assistant)
{
    assistant->id = "";
}
static void
bad_id(phb_assistant *assistant)
{
    assistant->id = "a b";
}
static void
bad_name(phb_assistant *assistant)
{
    assistant->name = "\xFF";
}
static void
bad_letter(phb_assistant *assistant)
{
    assistant->ni_letter = "Q";
}
static void
no_leave(phb_assistant *assistant)
{
    assistant->leave_method = (phb_leave_method)0;
}
static void
paid_yearly(phb_assistant *assistant)
{
    assistant->pay_frequency = PHB_PAY_ANNUAL;
}
static void
no_deployment(phb_assistant *a)
{
    a->deployment = (phb_deployment)0;
}
static void
high_pension(phb_assistant *assistant)
{
    assistant->pension_employer_ppm = 1000001;
}
static void
no_day(phb_assistant *assistant)
{
    assistant->date_of_birth = PHB_DATE_MIN - 1;
}

static const struct {
    void (*spoil)(phb_assistant *assistant);
    phb_status status;
    const char *path;
    const char *message;
} refused[] = {
    {no_id, PHB_ERROR_INCOMPLETE, "", "id is missing"},
    {empty_id, PHB_ERROR_INCOMPLETE, "", "id is missing"},
    {bad_id, PHB_ERROR_RANGE, "",
     "id must be 1 to 64 letters, digits, points, underscores or hyphens"},
    {bad_name, PHB_ERROR_UTF8, "", "name is not valid UTF-8"},
    {bad_letter, PHB_ERROR_RANGE, "", "ni_letter is not one of the letters there are"},
    {no_leave, PHB_ERROR_INCOMPLETE, "", "leave is missing"},
    {paid_yearly, PHB_ERROR_ARGUMENT, "/pay_frequency",
     "pay_frequency is not one of the values there are"},
    {no_deployment, PHB_ERROR_INCOMPLETE, "", "deployment is missing"},
    {high_pension, PHB_ERROR_RANGE, "/pension/employer_rate", "employer_rate must be at most 100%"},
    {no_day, PHB_ERROR_DATE, "/date_of_birth",
     "date_of_birth is not a day of the calendar from 1900 to 2199"},
};

START_TEST(a_refused_assistant_leaves_the_budget_as_it_was)
{
    int32_t index = 77;
    phb_error error = PHB_ERROR_INIT;
    phb_assistant assistant = an_assistant("pa-1");
    refused[_i].spoil(&assistant);
    ck_assert_int_eq(phb_budget_add_assistant(budget, &assistant, &index, &error),
                     refused[_i].status);
    ck_assert_str_eq(error.path, refused[_i].path);
    ck_assert_str_eq(error.message, refused[_i].message);
    ck_assert_int_eq(index, 77);
    ck_assert_uint_eq(budget->content.assistants.count, 0);
}
END_TEST

START_TEST(there_are_at_most_as_many_lines_as_the_limit)
{
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    options.limits.lines = 2;
    phb_context *context = NULL;
    ck_assert_int_eq(phb_context_new(&options, &context, NULL), PHB_OK);
    phb_budget *small = NULL;
    ck_assert_int_eq(phb_budget_new(context, &small, NULL), PHB_OK);
    phb_line line = a_line("ins");
    ck_assert_int_eq(phb_budget_add_line(small, &line, NULL, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_add_line(small, &line, NULL, NULL), PHB_OK);
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(phb_budget_add_line(small, &line, NULL, &error), PHB_ERROR_LIMIT);
    ck_assert_str_eq(error.message, "there are as many as a budget may have");
    phb_budget_free(small);
    phb_context_unref(context);
}
END_TEST

START_TEST(a_budget_keeps_its_context_alive)
{
    struct failing failing;
    phb_budget *own = NULL;
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    ck_assert_int_eq(phb_budget_new(context, &own, NULL), PHB_OK);
    phb_context_unref(context);
    phb_line line = a_line("ins");
    ck_assert_int_eq(phb_budget_add_line(own, &line, NULL, NULL), PHB_OK);
    phb_budget_free(own);
    failing.context = NULL;
    failing_close(&failing);
}
END_TEST

/* A document, the budget read from it, the document written, the budget read from that. */
START_TEST(what_is_written_reads_back_the_same)
{
    const char *json = quoted(
        "{'format':'phb-budget/1','cohort':'other','kind':'one_off','weeks_in_year':'52',"
        "'period':{'start':'2026-04-06','end':'2027-04-05'},'assistants':[{'id':'pa-1',"
        "'name':'\\u00c9lise','date_of_birth':'1990-02-28','ni_letter':'A','start':'2026-05-01',"
        "'end':'2026-12-31','pay_frequency':'four_weekly','hours':[{'band':'night',"
        "'type':'waking_night','hours_per_week':7.5,'rate':21.3375,'start':'2026-06-01',"
        "'end':'2026-07-01'}],'leave':{'method':'none','reason':'family'},'pension':{"
        "'membership':'opted_in','basis':'all_pay','employer_rate':'3.25%'},"
        "'deployment':'third_party'}],'lines':[{'id':'x','category':'agency','amount':'0.0001',"
        "'quantity':2.5,'per':'quarter','start':'2026-05-01','end':'2026-05-02',"
        "'deployment':'notional'}]}");
    phb_budget *read = NULL;
    phb_budget *again = NULL;
    phb_text *text = NULL;
    phb_text *text_again = NULL;
    ck_assert_int_eq(phb_budget_from_json(NULL, json, strlen(json), &read, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_to_json(read, &text, NULL), PHB_OK);
    ck_assert_int_eq(
        phb_budget_from_json(NULL, phb_text_data(text), phb_text_size(text), &again, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_to_json(again, &text_again, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(text), phb_text_data(text_again));
    const char *facts[] = {
        "\"minutes_per_week\": 450", "\"rate\": \"21.3375\"", "\"employer_rate\": \"3.25%\"",
        "\"amount\": \"0.0001\"",    "\"quantity\": 2.5",     "\"reason\": \"family\""};
    for (size_t i = 0; i < COUNT_OF(facts); i++) {
        ck_assert_msg(strstr(phb_text_data(text), facts[i]) != NULL, "%s", facts[i]);
    }
    phb_text_free(text);
    phb_text_free(text_again);
    phb_budget_free(read);
    phb_budget_free(again);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("budget");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, what_is_added_is_copied);
    tcase_add_test(tcase, an_empty_text_is_not_said);
    tcase_add_test(tcase, hours_belong_to_the_assistant_of_the_index);
    tcase_add_test(tcase, settings_can_be_said_again);
    tcase_add_test(tcase, a_refused_setting_changes_nothing);
    add_rows(tcase, a_refused_assistant_leaves_the_budget_as_it_was, refused);
    tcase_add_test(tcase, there_are_at_most_as_many_lines_as_the_limit);
    tcase_add_test(tcase, a_budget_keeps_its_context_alive);
    tcase_add_test(tcase, what_is_written_reads_back_the_same);
    return suite_run("budget", tcase);
}
