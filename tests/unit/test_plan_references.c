/* What a plan names by id is found when it is read, and kept with the name. */

#include <string.h>

#include "model/plan.h"
#include "support/plan.h"
#include "support/suite.h"

#define ASSISTANT(id) \
    "{'id':'" id "','pay_frequency':'weekly','hours':[{'hours_per_week':1,'rate':'13.50'}]," \
    "'leave':{'method':'accrual'},'deployment':'notional'}"
#define LINE(id) \
    "{'id':'" id "','category':'other','amount':1,'per':'once','deployment':'notional'}"
#define BUDGET \
    "'budget':{'period':{'start':'2026-04-06','end':'2027-04-05'},'assistants':[" ASSISTANT( \
        "pa-1") "," ASSISTANT("pa-2") "],'lines':[" LINE("ins") "," LINE("dbs") "],'funders':[{" \
                                                                                "'id':'nhs','" \
                                                                                "kind':'nhs'},{'" \
                                                                                "id':'la','kind':" \
                                                                                "'social_care'}]}"
#define ACTION(members) "'action_plan':{'actions':[{'id':'a'," members "}]}"

static const struct phb__action *
action_of(const phb_plan *plan)
{
    return plan->content.action_plan.actions.items;
}

/* Assistants first, then lines: so the second line is the fourth of two and two. */
START_TEST(assistants_and_lines_are_counted_as_one_kind)
{
    phb_plan *plan = planned(BUDGET "," ACTION("'budget':['dbs','pa-2','ins','pa-1']"));
    const struct phb__ref *refs = action_of(plan)->budget.items;
    ck_assert_int_eq(refs[0].index, 3);
    ck_assert_int_eq(refs[1].index, 1);
    ck_assert_int_eq(refs[2].index, 2);
    ck_assert_int_eq(refs[3].index, 0);
    phb_plan_free(plan);
}
END_TEST

START_TEST(needs_outcomes_and_risks_are_found_wherever_they_stand)
{
    phb_plan *plan = planned(ACTION(
        "'outcomes':['o2','o1'],'risks':['r2']") ","
                                                 "'contingency':{'risks':[{'id':'r1'},{'id':'r2'}]}"
                                                 ","
                                                 "'needs_and_outcomes':{'outcomes':[{'id':'o1','"
                                                 "needs':['n2']},"
                                                 "{'id':'o2'}],'needs':[{'id':'n1'},{'id':'n2'}]}");
    const struct phb__outcome *outcomes = plan->content.needs_and_outcomes.outcomes.items;
    const struct phb__ref *needs = outcomes[0].needs.items;
    const struct phb__ref *wanted = action_of(plan)->outcomes.items;
    const struct phb__ref *risks = action_of(plan)->risks.items;
    ck_assert_int_eq(needs[0].index, 1);
    ck_assert_int_eq(wanted[0].index, 1);
    ck_assert_int_eq(wanted[1].index, 0);
    ck_assert_int_eq(risks[0].index, 1);
    phb_plan_free(plan);
}
END_TEST

START_TEST(people_are_found_too)
{
    phb_plan *plan = planned(
        "'contacts':{'professionals':[{'id':'cc'},{'id':'gp'}]},"
        "'health':{'monitoring':{'professional':'gp'}},'reviews':{'coordinator':'cc'},"
        "'training':{'mandatory':[{'assistants':['pa-2']}],'delegated_tasks':[{'assistants':"
        "['pa-2','pa-1']}]},'sign_off':{'partners':[{'funder':'la'},{'name':'x'}]}," BUDGET);
    const struct phb__course *courses = plan->content.training.mandatory.items;
    const struct phb__ref *taught = courses[0].assistants.items;
    const struct phb__delegated_task *tasks = plan->content.training.delegated_tasks.items;
    const struct phb__ref *trained = tasks[0].assistants.items;
    const struct phb__partner *partners = plan->content.sign_off.partners.items;
    ck_assert_int_eq(plan->content.health.monitored_by.index, 1);
    ck_assert_int_eq(plan->content.reviews.coordinator.index, 0);
    ck_assert_int_eq(taught[0].index, 1);
    ck_assert_int_eq(trained[0].index, 1);
    ck_assert_int_eq(trained[1].index, 0);
    ck_assert_int_eq(partners[0].funder.index, 1);
    ck_assert_int_eq(partners[1].funder.index, PHB__REF_NOWHERE);
    phb_plan_free(plan);
}
END_TEST

/* The costing works them out, whether or not the budget says how large they are. */
START_TEST(an_action_may_be_about_what_is_computed)
{
    phb_plan *plan = planned(BUDGET "," ACTION("'budget':['wheelchair','contingency','ins']"));
    const struct phb__ref *refs = action_of(plan)->budget.items;
    ck_assert_int_eq(refs[0].index, PHB__REF_COMPUTED);
    ck_assert_int_eq(refs[1].index, PHB__REF_COMPUTED);
    ck_assert_int_eq(refs[2].index, 2);
    phb_plan_free(plan);
}
END_TEST

START_TEST(an_item_of_that_name_comes_first)
{
    phb_plan *plan = planned(
        "'budget':{'period':{'start':'2026-04-06','end':'2027-04-05'},"
        "'lines':[" LINE("wheels") "," LINE("wheelchair") "]}," ACTION("'budget':['wheelchair']"));
    const struct phb__ref *refs = action_of(plan)->budget.items;
    ck_assert_int_eq(refs[0].index, 1);
    phb_plan_free(plan);
}
END_TEST

START_TEST(what_is_elsewhere_is_not_looked_for)
{
    phb_plan *plan = planned("'budget':{'elsewhere':'x'}," ACTION(
        "'budget':['any','contingency']") ",'training':{'mandatory':[{'assistants':['some']}]},"
                                          "'sign_off':{'partners':[{'funder':'whose'}]}");
    const struct phb__ref *refs = action_of(plan)->budget.items;
    ck_assert_int_eq(refs[0].index, PHB__REF_NOWHERE);
    ck_assert_int_eq(refs[1].index, PHB__REF_NOWHERE);
    phb_plan_free(plan);
}
END_TEST

/* Each section by itself: whoever keeps one elsewhere still names what is in it. */
static const char *const elsewhere[] = {
    "'contacts':{'elsewhere':'x'},'health':{'monitoring':{'professional':'any'}},'reviews':{"
    "'coordinator':'any'}",
    "'needs_and_outcomes':{'elsewhere':'x'}," ACTION("'outcomes':['any']"),
    "'contingency':{'elsewhere':'x'}," ACTION("'risks':['any']"),
    "'budget':{'elsewhere':'x'}," ACTION("'budget':['any','any']"),
};

START_TEST(nor_is_what_is_in_any_other_section_elsewhere)
{
    phb_plan *plan = planned(elsewhere[_i]);
    phb_plan_free(plan);
}
END_TEST

START_TEST(one_id_may_be_said_of_several_kinds)
{
    phb_plan *plan = planned(
        "'contacts':{'professionals':[{'id':'x'}],'representatives':[{'id':'x'}]},"
        "'needs_and_outcomes':{'needs':[{'id':'x'}],'outcomes':[{'id':'x','needs':['x']}]},"
        "'action_plan':{'actions':[{'id':'x','outcomes':['x'],'risks':['x'],'budget':['x']}]},"
        "'contingency':{'risks':[{'id':'x'}]},'budget':{'period':{'start':'2026-04-06',"
        "'end':'2027-04-05'},'lines':[" LINE("x") "],'funders':[{'id':'x','kind':'nhs'}]}");
    phb_plan_free(plan);
}
END_TEST

/* ---- what is refused ---- */

static const struct {
    const char *members;
    phb_status status;
    const char *path;
} wrong[] = {
    {BUDGET "," ACTION("'budget':['contingency','ins','contingency']"), PHB_ERROR_DUPLICATE,
     "/action_plan/actions/0/budget/2"},
    {BUDGET "," ACTION("'budget':['wheelchair','wheelchair']"), PHB_ERROR_DUPLICATE,
     "/action_plan/actions/0/budget/1"},
    {BUDGET "," ACTION("'budget':['ins','pa-1','ins']"), PHB_ERROR_DUPLICATE,
     "/action_plan/actions/0/budget/2"},
    {ACTION("'budget':['contingency']"), PHB_ERROR_NOT_FOUND, "/action_plan/actions/0/budget/0"},
    {BUDGET "," ACTION("'budget':['employment_allowance']"), PHB_ERROR_NOT_FOUND,
     "/action_plan/actions/0/budget/0"},
    {BUDGET "," ACTION("'outcomes':['contingency']"), PHB_ERROR_NOT_FOUND,
     "/action_plan/actions/0/outcomes/0"},
    {BUDGET ",'training':{'mandatory':[{'assistants':['ins','nobody']}]}", PHB_ERROR_NOT_FOUND,
     "/training/mandatory/0/assistants/0"},
    {BUDGET ",'training':{'delegated_tasks':[{'assistants':['pa-1','contingency']}]}",
     PHB_ERROR_NOT_FOUND, "/training/delegated_tasks/0/assistants/1"},
    {BUDGET ",'training':{'delegated_tasks':[{'assistants':['pa-1','pa-1']}]}", PHB_ERROR_DUPLICATE,
     "/training/delegated_tasks/0/assistants/1"},
    {BUDGET ",'sign_off':{'partners':[{'funder':'pa-1'}]}", PHB_ERROR_NOT_FOUND,
     "/sign_off/partners/0/funder"},
    {"'needs_and_outcomes':{'declined':'x'}," ACTION("'outcomes':['o']"), PHB_ERROR_NOT_FOUND,
     "/action_plan/actions/0/outcomes/0"},
    {"'budget':{'elsewhere':'x'}," ACTION("'outcomes':['o']"), PHB_ERROR_NOT_FOUND,
     "/action_plan/actions/0/outcomes/0"},
    {"'budget':{'declined':'x'}," ACTION("'budget':['ins']"), PHB_ERROR_NOT_FOUND,
     "/action_plan/actions/0/budget/0"},
};

START_TEST(the_first_name_that_cannot_be_is_told)
{
    phb_plan *plan = NULL;
    phb_error error = PHB_ERROR_INIT;
    const char *text = plan_text(wrong[_i].members);
    ck_assert_int_eq(phb_plan_from_json(NULL, text, strlen(text), &plan, &error), wrong[_i].status);
    ck_assert_str_eq(error.path, wrong[_i].path);
    ck_assert_ptr_null(plan);
}
END_TEST

/* Two lists may name the same; only within one is it once too often. */
START_TEST(two_lists_may_name_the_same)
{
    phb_plan *plan =
        planned(BUDGET ",'training':{'mandatory':[{'assistants':['pa-1']},{'assistants':['pa-1']}"
                       "]},'action_plan':{'actions':[{'id':'a','budget':['pa-1','contingency']},"
                       "{'id':'b','budget':['contingency','pa-1']}]}");
    phb_plan_free(plan);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("plan_references");
    tcase_add_test(tcase, assistants_and_lines_are_counted_as_one_kind);
    tcase_add_test(tcase, needs_outcomes_and_risks_are_found_wherever_they_stand);
    tcase_add_test(tcase, people_are_found_too);
    tcase_add_test(tcase, an_action_may_be_about_what_is_computed);
    tcase_add_test(tcase, an_item_of_that_name_comes_first);
    tcase_add_test(tcase, what_is_elsewhere_is_not_looked_for);
    add_rows(tcase, nor_is_what_is_in_any_other_section_elsewhere, elsewhere);
    tcase_add_test(tcase, one_id_may_be_said_of_several_kinds);
    add_rows(tcase, the_first_name_that_cannot_be_is_told, wrong);
    tcase_add_test(tcase, two_lists_may_name_the_same);
    return suite_run("plan_references", tcase);
}
