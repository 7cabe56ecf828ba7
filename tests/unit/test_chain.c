/*
 * What hangs on what. The cases show the rows of a chain as CSV writes them: level, id, parent,
 * words, amount, agreed, free, lacks_above, lacks_below, same_as.
 */
#include <phb/chain.h>

#include <stdio.h>
#include <string.h>

#include <phb/costing.h>

#include "support/plan.h"
#include "support/suite.h"

static phb_chain *
chain_of(const char *members)
{
    phb_chain *chain = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_plan *plan = planned(members);
    phb_status status = phb_plan_chain(plan, NULL, NULL, &chain, &error);
    ck_assert_msg(status == PHB_OK, "%s: %s", error.path, error.message);
    phb_plan_free(plan); /* a chain outlives its plan */
    return chain;
}

/* The rows, each at the end of a line; lent until the next call. */
static const char *
rows_of(const phb_chain *chain)
{
    static char rows[8192];
    static const char heading[] =
        "level,id,parent,words,amount,agreed,free,lacks_above,lacks_below,same_as\r\n";
    phb_text *text = NULL;
    ck_assert_int_eq(phb_chain_render(chain, PHB_FORMAT_CSV, &text, NULL), PHB_OK);
    const char *csv = phb_text_data(text);
    ck_assert_int_eq(strncmp(csv, heading, sizeof heading - 1), 0);
    ck_assert_uint_lt(strlen(csv), sizeof rows);
    size_t size = 0;
    for (csv += sizeof heading - 1; *csv != '\0'; csv++) {
        rows[size] = *csv;
        size += *csv != '\r';
    }
    rows[size] = '\0';
    phb_text_free(text);
    return rows;
}

#define NEEDS(needs, outcomes) \
    "'needs_and_outcomes':{'needs':[" needs "],'outcomes':[" outcomes "]}"
#define ACTIONS(actions) "'action_plan':{'actions':[" actions "]}"
#define BUDGET(more) "'budget':{'period':{'start':'2026-04-06','end':'2027-04-05'}" more "}"
#define ONCE(id, category, amount) \
    "{'id':'" id "','category':'" category "','amount':'" amount \
    "','per':'once','deployment':'notional'}"

/* ---- what is missing ---- */

static const struct {
    const char *members;
    const char *rows;
} missing[] = {
    {"", ""},
    {NEEDS("{'id':'n','description':'Sleep'}", ""), "need,n,,Sleep,,,no,,outcome,\n"},
    {NEEDS("{'id':'n','eligible':true}", ""), "need,n,,,,,no,,outcome,\n"},
    /* A need that the NHS need not meet wants no outcome. */
    {NEEDS("{'id':'n','eligible':false}", ""), "need,n,,,,,no,,,\n"},
    {NEEDS("{'id':'n'}", "{'id':'o','needs':['n'],'statement':'I sleep'}"),
     "need,n,,,,,no,,,\n"
     "outcome,o,0,I sleep,,,no,,action,\n"},
    {NEEDS("", "{'id':'o'}"), "outcome,o,,,,,no,need,action,\n"},
    {ACTIONS("{'id':'a','what':'Listen','cost':'free'}"), "action,a,,Listen,,,yes,outcome,,\n"},
    {ACTIONS("{'id':'a'}"), "action,a,,,,,no,outcome,cost,\n"},
    {ACTIONS("{'id':'a','cost':'budget'}"), "action,a,,,,,no,outcome,money,\n"},
    {BUDGET(",'lines':[" ONCE("art", "activity", "5.00") "]"),
     "cost,art,,activity,5.00,,no,action,,\n"},
    {NEEDS("", "{'id':'o'}") "," ACTIONS("{'id':'a','outcomes':['o'],'cost':'free'}"),
     "outcome,o,,,,,no,need,,\n"
     "action,a,0,,,,yes,,,\n"},
    /* Ids may have dots. */
    {NEEDS("{'id':'n.1'}", "{'id':'o.1.a','needs':['n.1']}"), "need,n.1,,,,,no,,,\n"
                                                              "outcome,o.1.a,0,,,,no,,action,\n"},
};

START_TEST(what_is_missing_on_either_side_is_told)
{
    phb_chain *chain = chain_of(missing[_i].members);
    ck_assert_str_eq(rows_of(chain), missing[_i].rows);
    phb_chain_free(chain);
}
END_TEST

/* ---- parts of a plan that are not in it ---- */

static const struct {
    const char *members;
    const char *rows;
} not_here[] = {
    /* Actions for outcomes that are kept elsewhere come before those for none. */
    {"'needs_and_outcomes':{'elsewhere':'x'}," ACTIONS(
         "{'id':'a','cost':'free'},{'id':'b','outcomes':['o'],'cost':'free'}"),
     "action,b,,,,,yes,,,\n"
     "action,a,,,,,yes,outcome,,\n"},
    /* Of outcomes and costs nobody can tell whether an action is missing. */
    {NEEDS("{'id':'n'}", "{'id':'o','needs':['n']}") ",'action_plan':{'elsewhere':'x'}," BUDGET(
         ",'lines':[" ONCE("art", "activity", "5.00") "]"),
     "need,n,,,,,no,,,\n"
     "outcome,o,0,,,,no,,,\n"
     "cost,art,,activity,5.00,,no,,,\n"},
    {NEEDS("", "{'id':'o'}") ",'action_plan':{'declined':'x'}", "outcome,o,,,,,no,need,,\n"},
    /* What a budget elsewhere calls so has no amount here. */
    {ACTIONS("{'id':'a','cost':'budget','budget':['pa-1','contingency']}") ",'budget':{"
                                                                           "'elsewhere':'x'}",
     "action,a,,,,,no,outcome,,\n"
     "cost,pa-1,0,,,,no,,,\n"
     "cost,contingency,0,,,,no,,,\n"},
};

START_TEST(what_is_not_in_the_plan_is_not_missed)
{
    phb_chain *chain = chain_of(not_here[_i].members);
    ck_assert_str_eq(rows_of(chain), not_here[_i].rows);
    phb_chain_free(chain);
}
END_TEST

/* ---- what several things hang on ---- */

START_TEST(a_shared_outcome_is_shown_whole_once)
{
    phb_chain *chain = chain_of(
        NEEDS("{'id':'n1'},{'id':'n2'}",
              "{'id':'o','needs':['n2','n1'],'statement':'I "
              "sing'}") "," ACTIONS("{'id':'a','outcomes':['o'],'what':'Go','cost':'free'}"));
    ck_assert_str_eq(rows_of(chain), "need,n1,,,,,no,,,\n"
                                     "outcome,o,0,I sing,,,no,,,\n"
                                     "action,a,1,Go,,,yes,,,\n"
                                     "need,n2,,,,,no,,,\n"
                                     "outcome,o,3,,,,no,,,1\n");
    phb_chain_free(chain);
}
END_TEST

START_TEST(a_shared_action_is_shown_whole_once)
{
    phb_chain *chain = chain_of(
        NEEDS("{'id':'n'}", "{'id':'o1','needs':['n']},{'id':'o2','needs':['n']}") "," ACTIONS(
            "{'id':'a','outcomes':['o1','o2'],'what':'Go','cost':'budget',"
            "'budget':['art']}") "," BUDGET(",'lines':[" ONCE("art", "activity", "5.00") "]"));
    ck_assert_str_eq(rows_of(chain), "need,n,,,,,no,,,\n"
                                     "outcome,o1,0,,,,no,,,\n"
                                     "action,a,1,Go,,,no,,,\n"
                                     "cost,art,2,activity,5.00,,no,,,\n"
                                     "outcome,o2,0,,,,no,,,\n"
                                     "action,a,4,,,,no,,,2\n");
    phb_chain_free(chain);
}
END_TEST

START_TEST(a_shared_cost_has_its_amount_once)
{
    phb_chain *chain = chain_of(ACTIONS(
        "{'id':'a','cost':'budget','budget':['art']},{'id':'b','cost':'budget','budget':["
        "'art']}") "," BUDGET(",'lines':[" ONCE("art", "activity",
                                                "5.00") "]"
                                                        ",'agreed_by_line':{'art':'3.00'}"));
    ck_assert_str_eq(rows_of(chain), "action,a,,,,,no,outcome,,\n"
                                     "cost,art,0,activity,5.00,3.00,no,,money,\n"
                                     "action,b,,,,,no,outcome,,\n"
                                     "cost,art,2,activity,,,no,,,1\n");
    phb_chain_free(chain);
}
END_TEST

/* ---- money ---- */

/*
 * Of a year that is the tax year, 365 days or 365/7 weeks:
 *   pa-1  5 hours at £14.00 are £70.00 a week; × 365/7 = £3,650.00. Below every threshold.
 *   pa-2  40 hours at £15.00 are £600.00 a week; × 365/7 = £31,285.714…, £31,285.71. National
 *         Insurance of (600 − 96) × 15% = £75.60 a week, £3,942.00, is met by the allowance.
 */
#define PAID(id, hours, rate) \
    "{'id':'" id "','pay_frequency':'weekly','hours':[{'hours_per_week':" hours ",'rate':'" rate \
    "'}],'leave':{'method':'none','reason':'x'},'pension':{'membership':'opted_out'}," \
    "'deployment':'direct_payment'}"
#define TEAM \
    ",'assistants':[" PAID("pa-1", "5", "14.00") "," PAID( \
        "pa-2", "40", \
        "15.00") "]," \
                 "'employer':{'employment_allowance':{'claim':true}},'lines':[" ONCE( \
                     "payroll", "payroll", "95.00") "," ONCE("art", "activity", \
                                                             "5.00") "," ONCE("ins", "insurance", \
                                                                              "105.00") "]"

START_TEST(costs_are_those_of_the_period_net_of_the_allowance)
{
    phb_chain *chain = chain_of(BUDGET(TEAM));
    ck_assert_str_eq(rows_of(chain), "cost,pa-1,,assistant,3650.00,,no,action,,\n"
                                     "cost,pa-2,,assistant,31285.71,,no,action,,\n"
                                     "cost,art,,activity,5.00,,no,action,,\n"
                                     "cost,payroll,,payroll,95.00,,no,,,\n"
                                     "cost,ins,,insurance,105.00,,no,,,\n");
    phb_chain_free(chain);
}
END_TEST

static phb_pence
sum_of(const phb_chain *chain)
{
    size_t rows = 0;
    phb_pence sum = 0;
    const int64_t *amounts = phb_table_int64(phb_chain_table(chain), "amount", &rows);
    for (size_t row = 0; row < rows; row++) {
        sum += amounts[row] == PHB_PENCE_NONE ? 0 : amounts[row];
    }
    return sum;
}

static const char *const sharing[] = {
    BUDGET(TEAM),
    ACTIONS("{'id':'a','budget':['pa-1','art']},{'id':'b','budget':['art','pa-2','pa-1'"
            "]}") "," BUDGET(TEAM),
    NEEDS("{'id':'n1'},{'id':'n2'}",
          "{'id':'o','needs':['n1','n2']},{'id':'p','needs':"
          "['n1','n2']}") "," ACTIONS("{'id':'a','outcomes':['o','p'],'budget':['pa-2','"
                                      "ins']},"
                                      "{'id':'b','outcomes':['p'],'budget':['pa-2','"
                                      "payroll']}") "," BUDGET(TEAM),
};

/* 3,650.00 + 31,285.71 + 95.00 + 5.00 + 105.00 = 35,140.71, however often each is named. */
START_TEST(amounts_add_up_to_what_the_budget_costs)
{
    phb_costing *costing = NULL;
    phb_plan *plan = planned(sharing[_i]);
    phb_chain *chain = chain_of(sharing[_i]);
    ck_assert_int_eq(phb_budget_cost(phb_plan_budget(plan), NULL, NULL, &costing, NULL), PHB_OK);
    ck_assert_int_eq(sum_of(chain), 3514071);
    ck_assert_int_eq(phb_costing_total_pence(costing), 3514071);
    phb_costing_free(costing);
    phb_chain_free(chain);
    phb_plan_free(plan);
}
END_TEST

/* The contingency and the chair are worked out of the whole: an action may name them. */
START_TEST(what_is_worked_out_for_the_whole_has_its_amount)
{
    phb_chain *chain = chain_of(
        ACTIONS("{'id':'a','cost':'budget','budget':['contingency','wheelchair']}") "," BUDGET(
            ",'contingency':{'amount':'7.00','deployment':'notional'},'wheelchair':{'option':"
            "'notional','prescribed_cost':'9.00'}"));
    ck_assert_str_eq(rows_of(chain), "action,a,,,,,no,outcome,,\n"
                                     "cost,contingency,0,,7.00,,no,,,\n"
                                     "cost,wheelchair,0,,9.00,,no,,,\n");
    phb_chain_free(chain);
}
END_TEST

/* Of £500.00: what is agreed, and whether that is too little by more than a pound. */
static const struct {
    const char *agreed;
    const char *row;
} agreed[] = {
    {"600.00", "cost,art,,activity,500.00,600.00,no,action,,\n"},
    {"500.00", "cost,art,,activity,500.00,500.00,no,action,,\n"},
    {"499.00", "cost,art,,activity,500.00,499.00,no,action,,\n"},
    {"498.99", "cost,art,,activity,500.00,498.99,no,action,money,\n"},
    {"0.00", "cost,art,,activity,500.00,0.00,no,action,money,\n"},
};

START_TEST(less_than_a_cost_may_be_agreed)
{
    char members[512];
    snprintf(
        members, sizeof members,
        BUDGET(",'lines':[" ONCE("art", "activity", "500.00") "],'agreed_by_line':{'art':'%s'}"),
        agreed[_i].agreed);
    phb_chain *chain = chain_of(members);
    ck_assert_str_eq(rows_of(chain), agreed[_i].row);
    phb_chain_free(chain);
}
END_TEST

/* ---- errors ---- */

START_TEST(a_budget_that_cannot_be_costed_is_an_error_in_its_place)
{
    phb_error error = PHB_ERROR_INIT;
    phb_plan *plan = planned("'budget':{'period':{'start':'2012-04-06','end':'2013-04-05'},"
                             "'assistants':[" PAID("pa-1", "5", "14.00") "]}");
    phb_chain *chain = (phb_chain *)(void *)&error;
    ck_assert_int_eq(phb_plan_chain(plan, NULL, NULL, &chain, &error), PHB_ERROR_RATE_NOT_IN_FORCE);
    ck_assert_ptr_null(chain);
    ck_assert_str_eq(error.path, "/budget/period");
    phb_plan_free(plan);
}
END_TEST

START_TEST(options_of_another_size_are_refused)
{
    phb_check_options options = PHB_CHECK_OPTIONS_INIT;
    phb_plan *plan = planned("");
    phb_chain *chain = (phb_chain *)(void *)&options;
    options.size = 1;
    ck_assert_int_eq(phb_plan_chain(plan, NULL, &options, &chain, NULL), PHB_ERROR_STRUCT);
    ck_assert_ptr_null(chain);
    phb_plan_free(plan);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("chain");
    add_rows(tcase, what_is_missing_on_either_side_is_told, missing);
    add_rows(tcase, what_is_not_in_the_plan_is_not_missed, not_here);
    tcase_add_test(tcase, a_shared_outcome_is_shown_whole_once);
    tcase_add_test(tcase, a_shared_action_is_shown_whole_once);
    tcase_add_test(tcase, a_shared_cost_has_its_amount_once);
    tcase_add_test(tcase, costs_are_those_of_the_period_net_of_the_allowance);
    add_rows(tcase, amounts_add_up_to_what_the_budget_costs, sharing);
    tcase_add_test(tcase, what_is_worked_out_for_the_whole_has_its_amount);
    add_rows(tcase, less_than_a_cost_may_be_agreed, agreed);
    tcase_add_test(tcase, a_budget_that_cannot_be_costed_is_an_error_in_its_place);
    tcase_add_test(tcase, options_of_another_size_are_refused);
    return suite_run("chain", tcase);
}
