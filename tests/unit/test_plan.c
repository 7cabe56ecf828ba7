#include "model/plan.h"

#include <stdio.h>
#include <string.h>

#include <phb/costing.h>
#include <phb/money.h>

#include "support/plan.h"
#include "support/suite.h"

#define PERIOD "'period':{'start':'2026-04-06','end':'2027-04-05'}"

START_TEST(a_plan_tells_what_it_is)
{
    phb_plan *plan = planned("'version':7,'cohort':'section_117','kind':'one_off',"
                             "'person':{'id':'ex-101','date_of_birth':'1961-02-28'}");
    ck_assert_int_eq(phb_plan_status_of(plan), PHB_PLAN_DRAFT);
    ck_assert_int_eq(phb_plan_version(plan), 7);
    ck_assert_int_eq(phb_plan_cohort(plan), PHB_COHORT_SECTION_117);
    ck_assert_int_eq(phb_plan_kind(plan), PHB_KIND_ONE_OFF);
    ck_assert_date_eq(phb_plan_date_of_birth(plan), "1961-02-28");
    ck_assert_str_eq(phb_plan_reference(plan), "ex-101");
    ck_assert_ptr_null(phb_plan_context(plan));
    phb_plan_free(plan);
}
END_TEST

START_TEST(and_what_it_does_not_say)
{
    phb_plan *plan = planned("");
    ck_assert_int_eq(phb_plan_version(plan), PHB_NUMBER_NONE);
    ck_assert_int_eq(phb_plan_cohort(plan), 0);
    ck_assert_int_eq(phb_plan_kind(plan), 0);
    ck_assert_int_eq(phb_plan_date_of_birth(plan), PHB_DATE_NONE);
    ck_assert_ptr_null(phb_plan_budget(plan));
    ck_assert_ptr_null(phb_plan_reference(plan));
    ck_assert_ptr_null(phb_plan_reference(NULL));
    phb_plan_free(plan);
}
END_TEST

/* 943 476 5919 checks; the other two digits changed places. */
START_TEST(a_reference_that_is_an_nhs_number_is_kept_back)
{
    static const struct {
        const char *id;
        bool is_told;
    } cases[] = {{"9434765919", false}, {"943-476-5919", false}, {"943_476.5919", false},
                 {"9437465919", true},  {"94347659190", true},   {"x9434765919", true},
                 {"943476591", true},   {"0000000000", false}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char person[64];
        (void)snprintf(person, sizeof person, "'person':{'id':'%s'}", cases[i].id);
        phb_plan *plan = planned(person);
        ck_assert_msg((phb_plan_reference(plan) != NULL) == cases[i].is_told, "%s", cases[i].id);
        phb_plan_free(plan);
    }
}
END_TEST

/* ---- its budget ---- */

static phb_text *
budget_text(const phb_plan *plan)
{
    phb_text *text = NULL;
    ck_assert_int_eq(phb_budget_to_json(phb_plan_budget(plan), &text, NULL), PHB_OK);
    return text;
}

START_TEST(its_budget_has_its_cohort_and_kind)
{
    phb_plan *plan =
        planned("'cohort':'maternity','kind':'one_off','budget':{" PERIOD ",'agreed':1}");
    phb_text *text = budget_text(plan);
    ck_assert_str_eq(phb_text_data(text), "{\n"
                                          "  \"format\": \"phb-budget/1\",\n"
                                          "  \"cohort\": \"maternity\",\n"
                                          "  \"kind\": \"one_off\",\n"
                                          "  \"period\": {\n"
                                          "    \"start\": \"2026-04-06\",\n"
                                          "    \"end\": \"2027-04-05\"\n"
                                          "  },\n"
                                          "  \"agreed\": \"1.00\"\n"
                                          "}\n");
    phb_text_free(text);
    phb_plan_free(plan);
}
END_TEST

/* The plan's own document still says what was said in it, and no more. */
START_TEST(its_document_does_not_say_them_twice)
{
    phb_text *text = NULL;
    phb_plan *plan = planned("'cohort':'maternity','budget':{" PERIOD "}");
    ck_assert_int_eq(phb_plan_to_json(plan, &text, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(text), "{\n"
                                          "  \"format\": \"phb-plan/1\",\n"
                                          "  \"status\": \"draft\",\n"
                                          "  \"cohort\": \"maternity\",\n"
                                          "  \"budget\": {\n"
                                          "    \"period\": {\n"
                                          "      \"start\": \"2026-04-06\",\n"
                                          "      \"end\": \"2027-04-05\"\n"
                                          "    }\n"
                                          "  }\n"
                                          "}\n");
    phb_text_free(text);
    phb_plan_free(plan);
}
END_TEST

/* A plan that does not say its kind is ongoing: a budget in it may say so. */
static const char *const agreeing[] = {
    "'kind':'ongoing','budget':{" PERIOD ",'kind':'ongoing'}",
    "'kind':'one_off','budget':{" PERIOD ",'kind':'one_off'}",
    "'budget':{" PERIOD ",'kind':'ongoing'}",
    "'kind':'one_off','budget':{" PERIOD "}",
};

START_TEST(a_budget_may_say_the_kind_that_the_plan_has)
{
    phb_plan *plan = planned(agreeing[_i]);
    ck_assert_ptr_nonnull(phb_plan_budget(plan));
    phb_plan_free(plan);
}
END_TEST

/* A line of £95 for the year and nothing else; 365 days are one whole year. */
START_TEST(its_budget_is_costed_like_any_other_and_the_costing_outlives_it)
{
    phb_costing *costing = NULL;
    phb_plan *plan =
        planned("'budget':{" PERIOD ",'lines':[{'id':'ins','category':'insurance','amount':'95.00',"
                "'per':'once','deployment':'notional'}]}");
    ck_assert_int_eq(phb_budget_cost(phb_plan_budget(plan), NULL, NULL, &costing, NULL), PHB_OK);
    phb_plan_free(plan);
    ck_assert_int_eq(phb_costing_total_pence(costing), 9500);
    phb_costing_free(costing);
}
END_TEST

static const char *const without_budget[] = {
    "'budget':{}",
    "'budget':{'format':'phb-budget/1'}",
    "'budget':{'format':''}",
    "'budget':{'assistants':[],'period':{}}",
    "'budget':{'elsewhere':'x'}",
    "'budget':{'declined':'x'}",
    "'budget':{'not_applicable':'x','format':'phb-budget/1'}",
};

START_TEST(a_plan_without_a_budget_lends_none)
{
    phb_plan *plan = planned(without_budget[_i]);
    ck_assert_ptr_null(phb_plan_budget(plan));
    phb_plan_free(plan);
}
END_TEST

/* ---- its sections ---- */

static const struct {
    enum phb__section section;
    const char *content;
} sections[] = {
    {PHB__SECTION_ABOUT, "'about':{'background':'x'}"},
    {PHB__SECTION_CONTACTS, "'contacts':{'nominee':{'lives_in_household':false}}"},
    {PHB__SECTION_HEALTH, "'health':{'allergies':['x']}"},
    {PHB__SECTION_NEEDS_AND_OUTCOMES, "'needs_and_outcomes':{'outcomes':[{'id':'o'}]}"},
    {PHB__SECTION_ACTION_PLAN, "'action_plan':{'actions':[{'id':'a'}]}"},
    {PHB__SECTION_TRAINING, "'training':{'delegated_tasks':[{}]}"},
    {PHB__SECTION_CONTINGENCY, "'contingency':{'health_contact':{'name':'x'}}"},
    {PHB__SECTION_BUDGET, "'budget':{" PERIOD "}"},
    {PHB__SECTION_REVIEWS, "'reviews':{'next_review_on':'2026-04-06'}"},
    {PHB__SECTION_SIGN_OFF, "'sign_off':{'explained':{'employer_costs_on':'2026-04-06'}}"},
};

START_TEST(a_section_with_content_is_said_and_no_other)
{
    phb_plan *plan = planned(sections[_i].content);
    for (size_t i = 0; i < COUNT_OF(sections); i++) {
        ck_assert_int_eq(phb__plan_says(&plan->content, sections[i].section), i == (size_t)_i);
        ck_assert_ptr_null(phb__plan_answer(&plan->content, sections[i].section));
    }
    phb_plan_free(plan);
}
END_TEST

START_TEST(an_answer_stands_for_its_section_and_no_other)
{
    char members[128];
    const char *name = phb__section_name(sections[_i].section);
    snprintf(members, sizeof members, "'%s':{'declined':'not now'}", name);
    phb_plan *plan = planned(members);
    for (size_t i = 0; i < COUNT_OF(sections); i++) {
        const struct phb__section_answer *answer =
            phb__plan_answer(&plan->content, sections[i].section);
        ck_assert_int_eq(phb__plan_says(&plan->content, sections[i].section), i == (size_t)_i);
        ck_assert_int_eq(answer != NULL, i == (size_t)_i);
    }
    const struct phb__section_answer *answer =
        phb__plan_answer(&plan->content, sections[_i].section);
    ck_assert_str_eq(answer->declined, "not now");
    ck_assert_ptr_null(answer->elsewhere);
    ck_assert_ptr_null(answer->not_applicable);
    phb_plan_free(plan);
}
END_TEST

/* ---- the NHS number ---- */

START_TEST(its_nhs_number_is_shown_by_its_last_four_digits)
{
    char text[PHB_PLAN_NHS_NUMBER_SIZE] = "";
    phb_plan *plan = planned("'person':{'nhs_number':'943-476-5919'}");
    ck_assert_int_eq(phb_plan_nhs_number_masked(plan, text, sizeof text), PHB_OK);
    ck_assert_str_eq(text, "••• ••• 5919");
    phb_plan_free(plan);
    plan = planned("");
    ck_assert_int_eq(phb_plan_nhs_number_masked(plan, text, 1), PHB_OK);
    ck_assert_str_eq(text, "");
    phb_plan_free(plan);
}
END_TEST

/* Six points of three bytes, two spaces and four digits are 24, and the NUL is one more. */
START_TEST(it_needs_room)
{
    char text[PHB_PLAN_NHS_NUMBER_SIZE] = "as it was";
    phb_plan *plan = planned("'person':{'nhs_number':'9434765919'}");
    ck_assert_int_eq(phb_plan_nhs_number_masked(plan, text, 24), PHB_ERROR_RANGE);
    ck_assert_str_eq(text, "as it was");
    ck_assert_int_eq(phb_plan_nhs_number_masked(plan, text, 25), PHB_OK);
    phb_plan_free(plan);
}
END_TEST

/* A list cannot say that nothing is there by an item that says nothing: it would be lost. */
START_TEST(a_medicine_without_a_name_is_none)
{
    phb_plan *plan = NULL;
    phb_error error = PHB_ERROR_INIT;
    const char *text = plan_text("'health':{'medication':['x','']}");
    ck_assert_int_eq(phb_plan_from_json(NULL, text, strlen(text), &plan, &error),
                     PHB_ERROR_JSON_SHAPE);
    ck_assert_str_eq(error.path, "/health/medication/1");
    ck_assert_str_eq(error.message, "an item here must not be empty");
    ck_assert_int_eq(error.position, strstr(text, "\"\"") - text);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("plan");
    tcase_add_test(tcase, a_plan_tells_what_it_is);
    tcase_add_test(tcase, and_what_it_does_not_say);
    tcase_add_test(tcase, a_reference_that_is_an_nhs_number_is_kept_back);
    tcase_add_test(tcase, its_budget_has_its_cohort_and_kind);
    tcase_add_test(tcase, its_document_does_not_say_them_twice);
    add_rows(tcase, a_budget_may_say_the_kind_that_the_plan_has, agreeing);
    tcase_add_test(tcase, its_budget_is_costed_like_any_other_and_the_costing_outlives_it);
    add_rows(tcase, a_plan_without_a_budget_lends_none, without_budget);
    add_rows(tcase, a_section_with_content_is_said_and_no_other, sections);
    add_rows(tcase, an_answer_stands_for_its_section_and_no_other, sections);
    tcase_add_test(tcase, its_nhs_number_is_shown_by_its_last_four_digits);
    tcase_add_test(tcase, it_needs_room);
    tcase_add_test(tcase, a_medicine_without_a_name_is_none);
    return suite_run("plan", tcase);
}
