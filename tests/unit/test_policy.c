/* What a policy answers: what it says, and the defaults where it says nothing. */

#include "model/policy.h"

#include <string.h>

#include "core/walk.h"
#include "support/json.h"
#include "support/suite.h"

#define HEAD "{'format':'phb-policy/1','name':'north','version':'3'"

static phb_policy *
read_policy(const char *text)
{
    phb_policy *policy = NULL;
    const char *json = quoted(text);
    ck_assert_int_eq(phb_policy_from_json(NULL, json, strlen(json), &policy, NULL), PHB_OK);
    return policy;
}

START_TEST(of_no_policy_nothing_is_said)
{
    struct phb__walk walk;
    int fields = 0;
    phb__walk_start(&walk, &phb__shape_policy, phb__policy_content(NULL), true);
    for (enum phb__walk_event event; (event = phb__walk_next(&walk)) != PHB__WALK_END;) {
        if (event == PHB__WALK_FIELD && walk.field->kind != PHB__KIND_LITERAL) {
            ck_assert_msg(phb__field_is_absent(walk.field, walk.object), "%s", walk.field->key);
            fields++;
        }
    }
    ck_assert_int_gt(fields, 20);
}
END_TEST

/* Without a policy, and with one that says nothing of it. */
static void
check_defaults(const phb_policy *policy)
{
    ck_assert_int_eq(phb__policy_tolerance_pence(policy), 100);
    ck_assert_int_eq(phb__policy_due_soon_days(policy), 28);
    ck_assert_int_eq(phb__policy_align_within_days(policy), 92);
    ck_assert(phb__policy_keeps_working_days(policy));
    ck_assert(!phb__policy_allows_wheelchair_direct_payment(policy));
    ck_assert(!phb__policy_allows_maternity_direct_payment(policy));
    ck_assert(!phb__policy_forbids(policy, "travel"));
    ck_assert(!phb__policy_forbids(policy, "hydro"));
    ck_assert_int_eq(phb__policy_category(policy, "travel"), PHB_CATEGORY_TRAVEL);
    ck_assert_int_eq(phb__policy_category(policy, "hydro"), 0);
    ck_assert_int_eq(phb__policy_category(policy, ""), 0);
}

START_TEST(what_is_not_said_has_a_default)
{
    phb_policy *policy = read_policy(HEAD "}");
    check_defaults(NULL);
    check_defaults(policy);
    ck_assert_str_eq(phb_policy_edition(policy), "north/3");
    phb_policy_unref(policy);
}
END_TEST

START_TEST(what_is_said_goes_before_the_default)
{
    phb_policy *policy = read_policy(
        HEAD ",'tolerance':'0','due_soon_days':0,'align_within_days':31,'working_days':false,"
             "'wheelchair_direct_payment':true,'maternity_direct_payment':true}");
    ck_assert_int_eq(phb__policy_tolerance_pence(policy), 0);
    ck_assert_int_eq(phb__policy_due_soon_days(policy), 0);
    ck_assert_int_eq(phb__policy_align_within_days(policy), 31);
    ck_assert(!phb__policy_keeps_working_days(policy));
    ck_assert(phb__policy_allows_wheelchair_direct_payment(policy));
    ck_assert(phb__policy_allows_maternity_direct_payment(policy));
    phb_policy_unref(policy);
}
END_TEST

START_TEST(a_flag_said_to_be_the_default_changes_nothing)
{
    phb_policy *policy = read_policy(
        HEAD ",'working_days':true,'wheelchair_direct_payment':false,'maternity_direct_payment':"
             "false}");
    check_defaults(policy);
    phb_policy_unref(policy);
}
END_TEST

START_TEST(numbers_are_kept_in_their_units)
{
    phb_policy *policy = read_policy(
        HEAD ",'from':'2026-04-01','weeks_in_year':'52','contingency':{'min_weeks':1.25,"
             "'max_weeks':8,'max_percent':'12.5%','max_amount':'5000.00','held':'outside',"
             "'returnable':true},'surplus_weeks':8,'notice_weeks':4,'pay_range':{'min':13,'max':"
             "'17.5250'},'redundancy':'paid_on_event','delegated_limits':[{'role':'lead','limit':"
             "'250.00'}],'one_off_tiers':[{'limit':'99.99','sign_off':'panel'}]}");
    const struct phb__policy_content *content = phb__policy_content(policy);
    ck_assert_date_eq(content->from, "2026-04-01");
    ck_assert_int_eq(content->weeks_in_year, PHB_WEEKS_52);
    ck_assert_int_eq(content->contingency_min_weeks_hundredths, 125);
    ck_assert_int_eq(content->contingency_max_weeks_hundredths, 800);
    ck_assert_int_eq(content->contingency_max_ppm, 125000);
    ck_assert_int_eq(content->contingency_max_pence, 500000);
    ck_assert_int_eq(content->contingency_held, PHB_CONTINGENCY_OUTSIDE);
    ck_assert_int_eq(content->surplus_weeks_hundredths, 800);
    ck_assert_int_eq(content->notice_weeks_hundredths, 400);
    ck_assert_int_eq(content->pay_min_penny_hundredths, 130000);
    ck_assert_int_eq(content->pay_max_penny_hundredths, 175250);
    ck_assert_int_eq(content->redundancy, PHB__REDUNDANCY_PAID_ON_EVENT);
    ck_assert_str_eq(phb__policy_delegated_limits(content)->role, "lead");
    ck_assert_int_eq(phb__policy_delegated_limits(content)->limit_pence, 25000);
    ck_assert_int_eq(phb__policy_one_off_tiers(content)->limit_pence, 9999);
    ck_assert_str_eq(phb__policy_one_off_tiers(content)->sign_off, "panel");
    phb_policy_unref(policy);
}
END_TEST

static const struct {
    const char *name;
    phb_category category;
    bool is_forbidden;
} categories[] = {
    {"hydro", PHB_CATEGORY_THERAPY, false},   {"art", PHB_CATEGORY_ACTIVITY, true}, /* itself */
    {"trips", PHB_CATEGORY_TRAVEL, true}, /* by what it is judged as */
    {"travel", PHB_CATEGORY_TRAVEL, true},    {"activity", PHB_CATEGORY_ACTIVITY, false},
    {"therapy", PHB_CATEGORY_THERAPY, false}, {"other", PHB_CATEGORY_OTHER, false},
    {"Travel", (phb_category)0, false},
};

START_TEST(a_local_category_is_judged_as_a_national_one)
{
    phb_policy *policy =
        read_policy(HEAD ",'categories':[{'id':'hydro','as':'therapy'},{'id':'art','as':"
                         "'activity'},{'id':'trips','as':'travel'}],'forbid':['art','travel']}");
    ck_assert_int_eq(phb__policy_category(policy, categories[_i].name), categories[_i].category);
    ck_assert_int_eq(phb__policy_forbids(policy, categories[_i].name), categories[_i].is_forbidden);
    phb_policy_unref(policy);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("policy");
    tcase_add_test(tcase, of_no_policy_nothing_is_said);
    tcase_add_test(tcase, what_is_not_said_has_a_default);
    tcase_add_test(tcase, what_is_said_goes_before_the_default);
    tcase_add_test(tcase, a_flag_said_to_be_the_default_changes_nothing);
    tcase_add_test(tcase, numbers_are_kept_in_their_units);
    add_rows(tcase, a_local_category_is_judged_as_a_national_one, categories);
    return suite_run("policy", tcase);
}
