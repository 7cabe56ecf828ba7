/* Plans in and out again: nothing they say gets lost. */

#include <cjson/cJSON.h>

#include "reading.h"
#include "support/plan.h"

static phb_text *
written(const char *json)
{
    phb_plan *plan = NULL;
    phb_text *text = NULL;
    ck_assert_int_eq(phb_plan_from_json(NULL, json, strlen(json), &plan, NULL), PHB_OK);
    ck_assert_int_eq(phb_plan_to_json(plan, &text, NULL), PHB_OK);
    phb_plan_free(plan);
    return text;
}

#define PERIOD "'period':{'start':'2026-04-06','end':'2027-04-05'}"

/* A member that each section has, and what is written in more than one way. */
static const char *const members[] = {
    "",
    "'version':1,'supersedes':'a.b_c-1','ended':{'on':'2027-04-05'},'cohort':'end_of_life'",
    "'person':{'name':'Zo\\u00eb \\ud83d\\ude00','nhs_number':'943 476 5919'}",
    "'about':{'who_i_am':'one\\ntwo\\t\\\"three\\\" \\\\ / \\u0001','elsewhere':''}",
    "'contacts':{'next_of_kin':[{},{'name':'x'}],'nominee':{'dbs_on':'2026-02-04'}}",
    "'health':{'medication':'unknown','allergies':['x'],'treatments':[]}",
    "'needs_and_outcomes':{'needs':[{'id':'n','hours_per_week':0.05,'sleep_ins_per_week':7e0}]}",
    "'action_plan':{'elsewhere':'x'},'training':{'declined':'x'}",
    "'contingency':{'no_risks_identified':true,'plans':[{'for':'other'}]}",
    "'budget':{'format':'phb-budget/1','agreed':1," PERIOD ",'contingency':{'percent':'12.50%'}}",
    "'budget':{'elsewhere':'x','format':'phb-budget/1'}",
    "'reviews':{'completed':[{'on':'2026-07-06','kind':'audit','regimes':['chc']}]}",
    "'sign_off':{'nhs':{'delegated_limit':25000.5},'direct_payment':{'account_access':['x','']}}",
    "'accepted':[{'rule':'plan.health.conditions','at':'/health'}]",
};

START_TEST(what_is_written_reads_back_the_same)
{
    phb_text *once = written(plan_text(members[_i]));
    phb_text *twice = written(phb_text_data(once));
    ck_assert_str_eq(phb_text_data(once), phb_text_data(twice));
    phb_text_free(once);
    phb_text_free(twice);
}
END_TEST

/* Another reader takes both for the same: every member, every item, every value. */
START_TEST(what_is_written_says_all_that_was_read)
{
    phb_text *text = written(whole_plan());
    cJSON *in = cJSON_Parse(whole_plan());
    cJSON *out = cJSON_Parse(phb_text_data(text));
    ck_assert(cJSON_Compare(in, out, true));
    cJSON_Delete(in);
    cJSON_Delete(out);
    phb_text *twice = written(phb_text_data(text));
    ck_assert_str_eq(phb_text_data(text), phb_text_data(twice));
    phb_text_free(text);
    phb_text_free(twice);
}
END_TEST

/* One byte spoilt: read or refused, but never beyond the end, and nothing is left behind. */
START_TEST(a_plan_with_one_byte_changed_does_no_harm)
{
    static const char bytes[] = {'"', '\\', '{', '9', '\xFF'};
    static char text[16384];
    const char *good = whole_plan();
    memcpy(text, good, strlen(good) + 1);
    for (size_t at = 0; good[at] != '\0'; at++) {
        for (size_t i = 0; i < sizeof(bytes); i++) {
            phb_error error;
            text[at] = bytes[i];
            (void)read_plan(text, strlen(good), &error);
        }
        text[at] = good[at];
    }
}
END_TEST

START_TEST(a_plan_cut_off_anywhere_is_refused_at_its_end)
{
    const char *good = whole_plan();
    for (size_t size = 0; size < strlen(good); size++) {
        phb_error error;
        ck_assert_int_eq(read_plan(good, size, &error), PHB_ERROR_JSON_SYNTAX);
        ck_assert_int_le(error.position, (int64_t)size);
        ck_assert_int_ge(error.position, (int64_t)size - 8); /* inside a word, before it */
        ck_assert_str_eq(error.path, "");
    }
}
END_TEST

/* Years that no law is held for can be planned; when they are costed, the error knows the plan. */
START_TEST(a_budget_that_cannot_be_costed_is_found_in_the_plan)
{
    phb_plan *plan = NULL;
    phb_costing *costing = NULL;
    phb_error error = PHB_ERROR_INIT;
    const char *text = plan_text("'budget':{'period':{'start':'2199-01-01','end':'2199-12-31'}}");
    ck_assert_int_eq(phb_plan_from_json(NULL, text, strlen(text), &plan, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_cost(phb_plan_budget(plan), NULL, NULL, &costing, &error),
                     PHB_ERROR_RATE_NOT_IN_FORCE);
    ck_assert_int_eq(error.position, strstr(text, "{\"start\"") - text);
    phb_plan_free(plan);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("plan");
    tcase_set_timeout(tcase, 120);
    add_rows(tcase, what_is_written_reads_back_the_same, members);
    tcase_add_test(tcase, what_is_written_says_all_that_was_read);
    tcase_add_test(tcase, a_plan_with_one_byte_changed_does_no_harm);
    tcase_add_test(tcase, a_plan_cut_off_anywhere_is_refused_at_its_end);
    tcase_add_test(tcase, a_budget_that_cannot_be_costed_is_found_in_the_plan);
    return suite_run("plan", tcase);
}
