#include "model/plan.h"

#include <string.h>

#include "support/plan.h"
#include "support/suite.h"

static void
hash_of(const char *members, char hash[PHB_PLAN_HASH_SIZE])
{
    phb_plan *plan = planned(members);
    ck_assert_int_eq(phb_plan_content_hash(plan, hash, PHB_PLAN_HASH_SIZE, NULL), PHB_OK);
    phb_plan_free(plan);
}

/*
 * printf '{\n  "format": "phb-plan/1",\n  "status": "draft"\n}\n' | sha256sum
 */
START_TEST(it_is_that_of_the_document_as_it_is_written)
{
    char hash[PHB_PLAN_HASH_SIZE];
    hash_of("", hash);
    ck_assert_str_eq(hash, "9c5a9b3b027d423b45fea7e16d986516f3dbdec562a656287c339480cb82634a");
}
END_TEST

#define SIXTEEN "0123456789abcdef"

/* A signature would else change what it signs. */
static const char *const unsigned_members[] = {
    "'sign_off':{'person':{'name':'x','role':'person','signed_on':'2026-03-20'}}",
    "'sign_off':{'nhs':{'body':'QXU','signed_on':'2026-03-20'}}",
    "'sign_off':{'partners':[{'name':'x'}]}",
    "'sign_off':{'direct_payment':{'account_access':['x'],'consented_on':'2026-03-20'}}",
    "'sign_off':{'explained':{'calculation_on':'2026-03-20'}}",
    "'sign_off':{'information_sharing':[{'with':'x'}]}",
    "'sign_off':{'content_hash':'" SIXTEEN SIXTEEN SIXTEEN SIXTEEN "'}",
    "'sign_off':{'elsewhere':'x'}",
    "'accepted':[{'rule':'plan.health.conditions','reason':'x'}]",
    "'reviews':{'completed':[{'on':'2026-07-06','kind':'audit'}]}",
    "'reviews':{},'budget':{'format':'phb-budget/1'},'person':{'name':''}", /* not said */
};

START_TEST(what_comes_with_and_after_signing_does_not_change_it)
{
    char plain[PHB_PLAN_HASH_SIZE];
    char hash[PHB_PLAN_HASH_SIZE];
    hash_of("", plain);
    hash_of(unsigned_members[_i], hash);
    ck_assert_str_eq(hash, plain);
}
END_TEST

/* One of every kind of member, everywhere. */
static const char *const signed_members[] = {
    "'version':1",
    "'version':2",
    "'supersedes':'x'",
    "'ended':{'on':'2026-03-20'}",
    "'ended':{'reason':'x'}",
    "'cohort':'other'",
    "'kind':'ongoing'",
    "'kind':'one_off'",
    "'person':{'id':'x'}",
    "'person':{'name':'x'}",
    "'person':{'name':'y'}",
    "'person':{'nhs_number':'9434765919'}",
    "'person':{'nhs_number':'943 476 5919'}",
    "'person':{'date_of_birth':'1961-02-28'}",
    "'person':{'gp_practice':'x'}",
    "'assessments':[{'kind':'dst'}]",
    "'assessments':[{'kind':'dst'},{'kind':'dst'}]",
    "'other_plans':[{'kind':'ehc'}]",
    "'other_plans':[{}]",
    "'about':{'who_i_am':'x'}",
    "'about':{'elsewhere':'x'}",
    "'about':{'declined':'x'}",
    "'about':{'not_applicable':'x'}",
    "'contacts':{'address':'x'}",
    "'contacts':{'capacity':[{'decision':'care'}]}",
    "'contacts':{'capacity':[{'decision':'care','has_capacity':true}]}",
    "'contacts':{'capacity':[{'decision':'care','has_capacity':false}]}",
    "'contacts':{'nominee':{'name':'x'}}",
    "'contacts':{'representatives':[{'id':'x'}]}",
    "'health':{'medication':'none'}",
    "'health':{'medication':'unknown'}",
    "'health':{'medication':['none']}",
    "'health':{'allergies':'none'}",
    "'health':{'treatments':'none'}",
    "'health':{'monitoring':{'how':'x'}}",
    "'needs_and_outcomes':{'needs':[{'id':'n'}]}",
    "'needs_and_outcomes':{'needs':[{'id':'n','hours_per_week':0}]}",
    "'needs_and_outcomes':{'needs':[{'id':'n','hours_per_week':0.05}]}",
    "'needs_and_outcomes':{'working':'x'}",
    "'action_plan':{'actions':[{'id':'a'}]}",
    "'training':{'mandatory':[{'course':'x'}]}",
    "'contingency':{'risks':[{'id':'r'}]}",
    "'contingency':{'no_risks_identified':true}",
    "'contingency':{'no_risks_identified':false}",
    "'budget':{'period':{'start':'2026-04-06','end':'2027-04-05'}}",
    "'budget':{'period':{'start':'2026-04-06','end':'2027-04-04'}}",
    "'budget':{'period':{'start':'2026-04-06','end':'2027-04-05'},'agreed':'1.00'}",
    "'budget':{'elsewhere':'x'}",
    "'reviews':{'regimes':[{'regime':'chc','anchor':'2026-04-06'}]}",
    "'reviews':{'next_review_on':'2026-04-06'}",
    "'reviews':{'how_to_ask':'x'}",
    "'decision':{'outcome':'agreed'}",
    "'decision':{'complaint':'x'}",
};

START_TEST(anything_else_changes_it)
{
    static char hashes[COUNT_OF(signed_members) + 1][PHB_PLAN_HASH_SIZE];
    hash_of("", hashes[0]);
    for (size_t i = 0; i < COUNT_OF(signed_members); i++) {
        hash_of(signed_members[i], hashes[i + 1]);
        for (size_t j = 0; j <= i; j++) {
            ck_assert_msg(strcmp(hashes[i + 1], hashes[j]) != 0, "%s", signed_members[i]);
        }
    }
}
END_TEST

START_TEST(how_a_plan_is_written_down_does_not)
{
    static const char *const ways[][2] = {
        {"'version':1,'cohort':'other'", "'cohort':'other' , 'version' : 1"},
        {"'person':{'name':'\\u00e9'}", "'person':{'name':'é'}"},
        {"'needs_and_outcomes':{'needs':[{'id':'n','hours_per_week':7.5}]}",
         "'needs_and_outcomes':{'needs':[{'hours_per_week':75e-1,'id':'n'}],'outcomes':[]}"},
        {"'budget':{'period':{'start':'2026-04-06','end':'2027-04-05'},'agreed':1}",
         "'budget':{'format':'phb-budget/1','agreed':'1.00','period':{'end':'2027-04-05',"
         "'start':'2026-04-06'}}"},
    };
    for (size_t i = 0; i < COUNT_OF(ways); i++) {
        char one[PHB_PLAN_HASH_SIZE];
        char other[PHB_PLAN_HASH_SIZE];
        hash_of(ways[i][0], one);
        hash_of(ways[i][1], other);
        ck_assert_str_eq(one, other);
    }
}
END_TEST

/* Nothing of the plan is changed by looking: its signatures are still there. */
START_TEST(asking_for_it_leaves_the_plan_as_it_is)
{
    char hash[PHB_PLAN_HASH_SIZE];
    phb_plan *plan = planned("'sign_off':{'person':{'name':'x'}},'accepted':[{'rule':'x'}]");
    ck_assert_int_eq(phb_plan_content_hash(plan, hash, sizeof hash, NULL), PHB_OK);
    ck_assert_str_eq(plan->content.sign_off.person_name, "x");
    ck_assert_uint_eq(plan->content.accepted.count, 1);
    phb_plan_free(plan);
}
END_TEST

START_TEST(it_needs_room_for_64_digits_and_an_end)
{
    char hash[PHB_PLAN_HASH_SIZE] = "as it was";
    phb_error error = PHB_ERROR_INIT;
    phb_plan *plan = planned("");
    ck_assert_int_eq(phb_plan_content_hash(plan, hash, 64, &error), PHB_ERROR_RANGE);
    ck_assert_str_eq(hash, "as it was");
    ck_assert_int_eq(error.status, PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_plan_content_hash(plan, hash, 65, &error), PHB_OK);
    ck_assert_uint_eq(strlen(hash), 64);
    phb_plan_free(plan);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("plan_hash");
    tcase_add_test(tcase, it_is_that_of_the_document_as_it_is_written);
    add_rows(tcase, what_comes_with_and_after_signing_does_not_change_it, unsigned_members);
    tcase_add_test(tcase, anything_else_changes_it);
    tcase_add_test(tcase, how_a_plan_is_written_down_does_not);
    tcase_add_test(tcase, asking_for_it_leaves_the_plan_as_it_is);
    tcase_add_test(tcase, it_needs_room_for_64_digits_and_an_end);
    return suite_run("plan_hash", tcase);
}
