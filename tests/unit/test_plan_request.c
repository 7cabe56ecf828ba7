/*
 * What a plan says of its reviews, as a request for a schedule. Each row has a few members of a
 * plan and, as words of the support library, the request that somebody would make of them by hand:
 * the two must be the same, member for member.
 */

#include <string.h>

#include "model/schedule_request.h"
#include "support/json.h"
#include "support/plan.h"
#include "support/scheduled.h"
#include "support/suite.h"

#define SIGNED "'sign_off':{'nhs':{'signed_on':'2026-03-21'}}"
#define BUDGET(members) "'budget':{'period':{'start':'2026-04-06','end':'2027-04-05'}," members "}"
#define LINE(deployment) \
    "'lines':[{'id':'x','category':'other','amount':1,'per':'once','deployment':'" deployment "'}" \
    "]"
#define PAID BUDGET(LINE("direct_payment"))
#define NOTIONAL BUDGET(LINE("notional"))
#define REGIME(name, anchor) "{'regime':'" name "','anchor':'" anchor "'}"
#define REGIMES(list) "'reviews':{'regimes':[" list "]}"
#define COMPLETED(list) SIGNED ",'reviews':{'completed':[" list "]}"
#define TASK(members) "{'task':'x'" members "}"
#define TASKS(list) SIGNED "," PAID ",'training':{'delegated_tasks':[" list "]}"
#define CHECKLIST(on) "{'kind':'checklist','on':'" on "'}"
#define ASSESSED(list) SIGNED ",'assessments':[" list "]"
#define PERSON(id) SIGNED ",'person':{'id':'" id "'}"

static phb_error error;

/* ---- two requests ---- */

static void
assert_same_settings(const phb_schedule_settings *is, const phb_schedule_settings *wanted)
{
    ck_assert_int_eq(is->kind, wanted->kind);
    ck_assert_int_eq(is->cohort, wanted->cohort);
    const struct {
        const char *name;
        phb_date is;
        phb_date wanted;
    } days[] = {
        {"as_of", is->as_of, wanted->as_of},
        {"horizon", is->horizon, wanted->horizon},
        {"date_of_birth", is->date_of_birth, wanted->date_of_birth},
        {"first_payment", is->first_payment, wanted->first_payment},
        {"ended_on", is->ended_on, wanted->ended_on},
        {"checklist_received", is->checklist_received, wanted->checklist_received},
        {"decided_on", is->decided_on, wanted->decided_on},
        {"notice_given", is->notice_given, wanted->notice_given},
    };
    for (size_t i = 0; i < COUNT_OF(days); i++) {
        ck_assert_msg(days[i].is == days[i].wanted, "%s is %s, not %s", days[i].name,
                      date_text(days[i].is), date_text(days[i].wanted));
    }
    ck_assert_int_eq(is->notice_weeks_hundredths, wanted->notice_weeks_hundredths);
    ck_assert_str_eq(is->reference ? is->reference : "",
                     wanted->reference ? wanted->reference : "");
}

static void
assert_same_lists(const phb_schedule_request *is, const phb_schedule_request *wanted)
{
    ck_assert_uint_eq(is->completed.count, wanted->completed.count);
    for (uint32_t i = 0; i < wanted->completed.count; i++) {
        const struct phb__completed *one = &phb__request_completed(is)[i];
        const struct phb__completed *other = &phb__request_completed(wanted)[i];
        ck_assert_date_eq(one->on, date_text(other->on));
        ck_assert_int_eq(one->kind, other->kind);
        ck_assert_uint_eq(one->regimes, other->regimes);
        ck_assert_uint_eq(one->checked, other->checked);
    }
    ck_assert_uint_eq(is->renewals.count, wanted->renewals.count);
    for (uint32_t i = 0; i < wanted->renewals.count; i++) {
        const struct phb__renewed *one = &phb__request_renewals(is)[i];
        const struct phb__renewed *other = &phb__request_renewals(wanted)[i];
        ck_assert_date_eq(one->until, date_text(other->until));
        ck_assert_int_eq(one->what, other->what);
        ck_assert_str_eq(one->of, other->of);
    }
    ck_assert_uint_eq(is->happened.count, 0);
}

static void
assert_same(const phb_schedule_request *is, const char *words)
{
    phb_schedule_request *wanted = request_of(words, NULL);
    assert_same_settings(&is->settings, &wanted->settings);
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        ck_assert_msg(is->anchors[i] == wanted->anchors[i], "regime %u from %s, not %s", i,
                      date_text(is->anchors[i]), date_text(wanted->anchors[i]));
    }
    assert_same_lists(is, wanted);
    phb_schedule_request_free(wanted);
}

static phb_policy *
policy_of(const char *members)
{
    phb_policy *policy = NULL;
    char text[256] = "{'format':'phb-policy/1','name':'north','version':'3'";
    strcat(strcat(text, members), "}");
    const char *json = quoted(text);
    ck_assert_int_eq(phb_policy_from_json(NULL, json, strlen(json), &policy, NULL), PHB_OK);
    return policy;
}

/* The plan goes before the request is read. */
static phb_schedule_request *
asked(const char *members, const char *as_of, const phb_policy *policy)
{
    phb_schedule_request *request = NULL;
    phb_plan *plan = planned(members);
    phb_error_init(&error, sizeof error);
    phb_status status = phb_plan_schedule_request(plan, as_of ? date_of(as_of) : PHB_DATE_NONE,
                                                  policy, &request, &error);
    phb_plan_free(plan);
    ck_assert_msg(status == PHB_OK, "%s: %s: %s", members, error.path, error.message);
    return request;
}

/* ---- what it says as a whole ---- */

static const struct {
    const char *members;
    const char *as_of;
    const char *words;
} wholes[] = {
    {"", NULL, ""}, /* it records no day, so neither has the request one */
    {"", "2026-05-01", "as_of:2026-05-01"},
    {SIGNED, NULL, "as_of:2026-03-21"},
    {SIGNED, "2026-05-01", "as_of:2026-05-01"},
    {SIGNED, "2025-01-01", "as_of:2025-01-01"}, /* before it was signed */
    {"'sign_off':{'person':{'signed_on':'2026-03-22'},'nhs':{'signed_on':'2026-03-21'}}", NULL,
     "as_of:2026-03-22"},
    {"'sign_off':{'person':{'signed_on':'2026-03-20'},'nhs':{'signed_on':'2026-03-21'}}", NULL,
     "as_of:2026-03-21"},
    {NOTIONAL, NULL, "as_of:2026-04-06"}, /* the first day of the budget */
    {"'assessments':[{'kind':'carer'},{'kind':'dst','on':'2026-01-12'}]", NULL, "as_of:2026-01-12"},
    {"'kind':'one_off','cohort':'maternity'," SIGNED, NULL,
     "as_of:2026-03-21 kind:one_off cohort:maternity"},
    {"'kind':'ongoing','cohort':'section_117'," SIGNED, NULL,
     "as_of:2026-03-21 kind:ongoing cohort:section_117"},
    {"'person':{'date_of_birth':'1961-02-28'}," SIGNED, NULL, "as_of:2026-03-21 born:1961-02-28"},
    {"'ended':{'on':'2026-09-30','reason':'x'}," SIGNED, NULL, "as_of:2026-03-21 ended:2026-09-30"},
};

START_TEST(what_it_says_as_a_whole)
{
    phb_schedule_request *request = asked(wholes[_i].members, wholes[_i].as_of, NULL);
    assert_same(request, wholes[_i].words);
    phb_schedule_request_free(request);
}
END_TEST

/*
 * 943 476 5919 is the number that the NHS gives as an example; 111 111 1111 passes its check
 * too (10 + 9 + … + 2 is 54, 54 is 4×11 + 10, 11 − 10 is 1), and so does 000 000 0000: they are
 * nobody's, but look like numbers. The last digit of 943 476 5918 is another than its check.
 */
static const struct {
    const char *members;
    const char *words;
} references[] = {
    {PERSON("p-1"), "as_of:2026-03-21 ref:p-1"},
    {PERSON("9434765919"), "as_of:2026-03-21"},
    {PERSON("943-476-5919"), "as_of:2026-03-21"},
    {PERSON("943.476.5919"), "as_of:2026-03-21"},
    {PERSON("943_476_5919"), "as_of:2026-03-21"},
    {PERSON("1111111111"), "as_of:2026-03-21"},
    {PERSON("0000000000"), "as_of:2026-03-21"},
    {PERSON("9434765918"), "as_of:2026-03-21 ref:9434765918"},
    {PERSON("p9434765919"), "as_of:2026-03-21 ref:p9434765919"},
};

START_TEST(its_reference_is_that_of_the_person_unless_it_is_an_nhs_number)
{
    phb_schedule_request *request = asked(references[_i].members, NULL, NULL);
    assert_same(request, references[_i].words);
    phb_schedule_request_free(request);
}
END_TEST

/* ---- review duties ---- */

static const char *const regimes[] = {
    "nhs_direct_payment",
    "chc",
    "fast_track",
    "child_continuing_care",
    "care_act_direct_payment",
    "send_direct_payment",
    "ehc_plan",
    "section_117",
    "wheelchair",
    "local_policy",
};

START_TEST(each_duty_has_its_anchor)
{
    char members[256] = SIGNED ",'reviews':{'regimes':[{'regime':'";
    char words[128] = "as_of:2026-03-21 ";
    strcat(strcat(members, regimes[_i]), "','anchor':'2024-02-29'}]}");
    strcat(strcat(words, regimes[_i]), ":2024-02-29");
    phb_schedule_request *request = asked(members, NULL, NULL);
    assert_same(request, words);
    phb_schedule_request_free(request);
}
END_TEST

#define STARTED "as_of:2026-04-06 "
#define FIRST_PAID "'payments':{'frequency':'monthly','first_payment':'2026-05-01'}"

static const struct {
    const char *members;
    bool has_policy;
    const char *words;
} duties[] = {
    /* A direct payment has its duty by law, from the first payment, else from the first day. */
    {BUDGET(FIRST_PAID "," LINE("direct_payment")), false,
     STARTED "paid:2026-05-01 nhs_direct_payment:2026-05-01"},
    {PAID, false, STARTED "paid:2026-04-06 nhs_direct_payment:2026-04-06"},
    {PAID, true, STARTED "paid:2026-04-06 nhs_direct_payment:2026-04-06"},
    {PAID "," REGIMES(REGIME("chc", "2026-03-04")), false,
     STARTED "paid:2026-04-06 chc:2026-03-04 nhs_direct_payment:2026-04-06"},
    /* Named, it has the day it is named with. Audits count from the payment all the same. */
    {PAID "," REGIMES(REGIME("nhs_direct_payment", "2026-04-20")), true,
     STARTED "paid:2026-04-06 nhs_direct_payment:2026-04-20"},
    {"'cohort':'wheelchair'," BUDGET("'wheelchair':{'option':'direct_payment','prescribed_cost':1,"
                                     "'period_years':5}"),
     false, STARTED "cohort:wheelchair paid:2026-04-06 nhs_direct_payment:2026-04-06"},
    {"'cohort':'wheelchair'," BUDGET("'wheelchair':{'option':'notional','prescribed_cost':1,"
                                     "'period_years':5}"),
     false, STARTED "cohort:wheelchair"},
    {BUDGET("'assistants':[{'id':'pa-1','pay_frequency':'weekly','hours':[{'hours_per_week':1,"
            "'rate':14}],'leave':{'method':'accrual'},'deployment':'direct_payment'}]"),
     false, STARTED "paid:2026-04-06 nhs_direct_payment:2026-04-06"},
    /* The policy's duty is the last resort. */
    {NOTIONAL, true, STARTED "local_policy:2026-04-06"},
    {NOTIONAL, false, STARTED},
    {BUDGET(LINE("third_party")), true, STARTED "local_policy:2026-04-06"},
    {NOTIONAL "," REGIMES(REGIME("wheelchair", "2026-04-06")), true,
     STARTED "wheelchair:2026-04-06"},
    {NOTIONAL ",'reviews':{'elsewhere':'x'}", true, STARTED "local_policy:2026-04-06"},
    {PAID ",'reviews':{'elsewhere':'x'}", false,
     STARTED "paid:2026-04-06 nhs_direct_payment:2026-04-06"},
    {SIGNED, true, "as_of:2026-03-21"}, /* no budget, so no first day */
};

START_TEST(duties_are_those_named_that_of_law_and_that_of_policy)
{
    phb_policy *policy = duties[_i].has_policy ? policy_of("") : NULL;
    phb_schedule_request *request = asked(duties[_i].members, NULL, policy);
    assert_same(request, duties[_i].words);
    phb_schedule_request_free(request);
    phb_policy_unref(policy);
}
END_TEST

/* ---- lists ---- */

#define HELD(on, kind, members) "{'on':'" on "','kind':'" kind "'" members "}"

static const struct {
    const char *members;
    const char *words;
} lists[] = {
    /* needs_met is 1, money_used_well 2, amount_enough 4, obligations_met 8 */
    {COMPLETED(HELD("2026-07-06", "plan_review",
                    ",'regimes':['nhs_direct_payment','chc'],'checked':['needs_met',"
                    "'obligations_met']")),
     "as_of:2026-07-06 review:2026-07-06:nhs_direct_payment+chc/9"},
    {COMPLETED(HELD("2026-07-06", "plan_review",
                    ",'regimes':['local_policy','wheelchair','section_117'],'checked':["
                    "'obligations_met','amount_enough','money_used_well','needs_met']")),
     "as_of:2026-07-06 review:2026-07-06:local_policy+wheelchair+section_117/15"},
    {COMPLETED(HELD("2026-07-06", "outcome_review", "")), "as_of:2026-07-06 outcome:2026-07-06:/0"},
    /* In their order, whatever their days; a day may have one of each kind. The last day counts. */
    {COMPLETED(HELD("2026-07-06", "audit", "") "," HELD("2026-05-01", "plan_review", "") "," HELD(
         "2026-07-06", "plan_review", ",'checked':['amount_enough']")),
     "as_of:2026-07-06 audit:2026-07-06:/0 review:2026-05-01:/0 review:2026-07-06:/4"},
    /* Held before it was signed: of an earlier version. */
    {COMPLETED(HELD("2025-07-06", "plan_review", "")), "as_of:2026-03-21 review:2025-07-06:/0"},
    {TASKS(TASK(",'expires_on':'2027-03-01','assistants':['pa-1']")),
     "as_of:2026-03-21 paid:2026-04-06 nhs_direct_payment:2026-04-06 competence:2027-03-01:pa-1"},
    /* For two people: the first. For nobody in particular: nobody. Without a day: nothing. */
    {TASKS(TASK(",'expires_on':'2027-03-01','assistants':['pa-2','pa-1']") "," TASK(
         ",'expires_on':'2025-03-01'") "," TASK(",'assistants':['pa-1']")),
     "as_of:2026-03-21 paid:2026-04-06 nhs_direct_payment:2026-04-06 competence:2027-03-01:pa-2 "
     "competence:2025-03-01"},
};

/* Whoever is named for a task is employed: two assistants, for the plans that have tasks. */
static phb_schedule_request *
asked_list(const char *members)
{
    static const char assistants[] =
        "'assistants':[{'id':'pa-1','pay_frequency':'weekly','hours':[{'hours_per_week':1,'rate':"
        "14}],'leave':{'method':'accrual'},'deployment':'direct_payment'},{'id':'pa-2',"
        "'pay_frequency':'weekly','hours':[{'hours_per_week':1,'rate':14}],'leave':{'method':"
        "'accrual'},'deployment':'direct_payment'}],";
    char text[2048] = "";
    const char *lines = strstr(members, "'lines'");
    size_t before = lines ? (size_t)(lines - members) : 0;
    memcpy(text, members, before);
    strcat(strcat(text, lines ? assistants : ""), members + before);
    return asked(text, NULL, NULL);
}

START_TEST(what_was_held_and_what_runs_out)
{
    phb_schedule_request *request = asked_list(lists[_i].members);
    assert_same(request, lists[_i].words);
    phb_schedule_request_free(request);
}
END_TEST

/* ---- the decision on continuing healthcare ---- */

#define CHC(anchor) REGIMES(REGIME("chc", anchor))

static const struct {
    const char *members;
    const char *words;
} decisions[] = {
    {ASSESSED(CHECKLIST("2026-03-02")), "as_of:2026-03-21 checklist:2026-03-02"},
    {ASSESSED(CHECKLIST("2026-03-09") "," CHECKLIST("2026-03-02")),
     "as_of:2026-03-21 checklist:2026-03-02"},
    {ASSESSED(CHECKLIST("2026-03-02") "," CHECKLIST("2026-03-09")),
     "as_of:2026-03-21 checklist:2026-03-02"},
    {ASSESSED("{'kind':'checklist'},{'kind':'dst','on':'2026-03-02'}"), "as_of:2026-03-21"},
    /* On the day that is looked from it is here; the day after it is still to come. */
    {ASSESSED(CHECKLIST("2026-03-21")), "as_of:2026-03-21 checklist:2026-03-21"},
    {ASSESSED(CHECKLIST("2026-03-22")), "as_of:2026-03-21"},
    /* Whoever is reviewed for continuing healthcare was found eligible that day. */
    {ASSESSED(CHECKLIST("2026-03-02")) "," CHC("2026-03-18"),
     "as_of:2026-03-21 checklist:2026-03-02 decided:2026-03-18 chc:2026-03-18"},
    {ASSESSED(CHECKLIST("2026-03-02")) "," CHC("2026-03-02"),
     "as_of:2026-03-21 checklist:2026-03-02 decided:2026-03-02 chc:2026-03-02"},
    {ASSESSED(CHECKLIST("2026-03-02")) "," CHC("2026-03-21"),
     "as_of:2026-03-21 checklist:2026-03-02 decided:2026-03-21 chc:2026-03-21"},
    /* Neither a decision before its checklist nor one that is still to come is the one. */
    {ASSESSED(CHECKLIST("2026-03-02")) "," CHC("2026-03-01"),
     "as_of:2026-03-21 checklist:2026-03-02 chc:2026-03-01"},
    {ASSESSED(CHECKLIST("2026-03-02")) "," CHC("2026-03-22"),
     "as_of:2026-03-21 checklist:2026-03-02 chc:2026-03-22"},
    {SIGNED "," CHC("2026-03-18"), "as_of:2026-03-21 chc:2026-03-18"},
};

START_TEST(the_clock_of_the_decision)
{
    phb_schedule_request *request = asked(decisions[_i].members, NULL, NULL);
    assert_same(request, decisions[_i].words);
    phb_schedule_request_free(request);
}
END_TEST

/* ---- from the plan to its schedule ---- */

/*
 * Born on 1 September 2010: 16 on 1 September 2026, 17 in 2027, which is after 5 April 2027, the
 * end of the tax year after that of 21 March 2026. Both ages ask something in children's continuing
 * care, the first also with a direct payment, and neither asks anything of others.
 */
static const struct {
    const char *members;
    const char *events;
} birthdays[] = {
    {"'cohort':'child_continuing_care'",
     "birthday 2026-09-01 2026-09-01 upcoming 164 must - age_16\n"},
    {"'cohort':'adult_chc'", ""},
    {PAID, "birthday 2026-09-01 2026-09-01 upcoming 164 must - age_16\n"},
    {REGIMES(REGIME("child_continuing_care", "2026-03-01")),
     "birthday 2026-09-01 2026-09-01 upcoming 164 must - age_16\n"},
};

/* Of the events, those of one kind. */
static void
only(const char *kind, const char *events, char *out)
{
    out[0] = '\0';
    while (*events != '\0') {
        size_t size = strcspn(events, "\n") + 1;
        strncat(out, events, strncmp(events, kind, strlen(kind)) == 0 ? size : 0);
        events += size;
    }
}

START_TEST(birthdays_matter_as_the_cohort_and_the_duties_say)
{
    char members[512] = SIGNED ",'person':{'date_of_birth':'2010-09-01'},";
    char found[512];
    phb_schedule *schedule = NULL;
    strcat(members, birthdays[_i].members);
    phb_schedule_request *request = asked(members, NULL, NULL);
    ck_assert_int_eq(phb_schedule_build(request, NULL, &schedule, NULL), PHB_OK);
    only("birthday ", events_text(schedule), found);
    ck_assert_str_eq(found, birthdays[_i].events);
    phb_schedule_free(schedule);
    phb_schedule_request_free(request);
}
END_TEST

/*
 * A one-off direct payment: three months from 6 April 2026 is 6 July, a Monday, and that is the
 * review of its outcome. Nothing follows, and no cost of a next year.
 */
START_TEST(a_one_off_budget_is_reviewed_once)
{
    phb_schedule *schedule = NULL;
    phb_schedule_request *request = asked("'kind':'one_off'," SIGNED "," PAID, NULL, NULL);
    ck_assert_int_eq(phb_schedule_build(request, NULL, &schedule, NULL), PHB_OK);
    ck_assert_str_eq(events_text(schedule),
                     "outcome_review 2026-07-06 2026-07-06 upcoming 107 must "
                     "nhs_direct_payment first\n");
    phb_schedule_free(schedule);
    phb_schedule_request_free(request);
}
END_TEST

/*
 * It ends on the day of its first review, 6 July 2026: the day before, that is still to come, and
 * nothing behind it. On the last day there is nothing more to plan.
 */
static const struct {
    const char *as_of;
    const char *events;
} endings[] = {
    {"2026-07-05", "plan_review 2026-07-06 2026-07-06 due_soon 1 must nhs_direct_payment first\n"},
    {"2026-07-06", ""},
    {"2026-07-07", ""},
};

START_TEST(after_the_end_of_a_plan_nothing_is_due)
{
    phb_schedule *schedule = NULL;
    phb_schedule_request *request =
        asked("'ended':{'on':'2026-07-06','reason':'x'}," PAID, endings[_i].as_of, NULL);
    ck_assert_int_eq(phb_schedule_build(request, NULL, &schedule, NULL), PHB_OK);
    ck_assert_str_eq(events_text(schedule), endings[_i].events);
    phb_schedule_free(schedule);
    phb_schedule_request_free(request);
}
END_TEST

START_TEST(its_policy_is_kept)
{
    phb_policy *policy = policy_of(",'review':{'first_after_months':2}");
    phb_schedule *schedule = NULL;
    phb_schedule_request *request = asked(PAID, NULL, policy);
    phb_policy_unref(policy);
    ck_assert_str_eq(phb_policy_edition(request->policy), "north/3");
    ck_assert_int_eq(phb_schedule_build(request, NULL, &schedule, NULL), PHB_OK);
    /* 6 April 2026 + 2 months, where the law has 3 */
    ck_assert_date_eq(phb_schedule_next_review_latest(schedule), "2026-06-06");
    phb_schedule_free(schedule);
    phb_schedule_request_free(request);
}
END_TEST

/* ---- what cannot be ---- */

static const struct {
    const char *members;
    const char *as_of;
    phb_status status;
    const char *path;
} refused[] = {
    {COMPLETED(HELD("2026-05-01", "audit", "") "," HELD("2026-07-06", "plan_review", "")),
     "2026-07-05", PHB_ERROR_RANGE, "/reviews/completed/1/on"},
    {COMPLETED(HELD("2026-07-06", "plan_review", "") "," HELD("2026-05-01", "audit", "") "," HELD(
         "2026-07-06", "plan_review", "")),
     NULL, PHB_ERROR_DUPLICATE, "/reviews/completed/2/on"},
    {COMPLETED(HELD("2026-07-06", "audit", "") "," HELD("2026-07-06", "audit", "")), "2026-07-06",
     PHB_ERROR_DUPLICATE, "/reviews/completed/1/on"},
};

START_TEST(a_review_that_cannot_be_is_placed_in_the_plan)
{
    phb_plan *plan = planned(refused[_i].members);
    phb_schedule_request *request = (phb_schedule_request *)plan; /* anything but NULL */
    phb_date as_of = refused[_i].as_of ? date_of(refused[_i].as_of) : PHB_DATE_NONE;
    phb_error_init(&error, sizeof error);
    ck_assert_int_eq(phb_plan_schedule_request(plan, as_of, NULL, &request, &error),
                     refused[_i].status);
    ck_assert_ptr_null(request);
    ck_assert_int_eq(error.status, refused[_i].status);
    ck_assert_str_eq(error.path, refused[_i].path);
    phb_plan_free(plan);
}
END_TEST

/* On the day itself it has been held. */
START_TEST(a_review_may_be_of_the_day_that_is_looked_from)
{
    phb_schedule_request *request =
        asked(COMPLETED(HELD("2026-07-06", "plan_review", "")), "2026-07-06", NULL);
    assert_same(request, "as_of:2026-07-06 review:2026-07-06:/0");
    phb_schedule_request_free(request);
}
END_TEST

START_TEST(a_day_to_look_from_that_is_none_is_refused)
{
    phb_schedule_request *request = NULL;
    phb_plan *plan = planned(SIGNED);
    phb_error_init(&error, sizeof error);
    ck_assert_int_eq(phb_plan_schedule_request(plan, PHB_DATE_MAX + 1, NULL, &request, &error),
                     PHB_ERROR_DATE);
    ck_assert_str_eq(error.path, "/as_of");
    ck_assert_ptr_null(request);
    phb_plan_free(plan);
}
END_TEST

START_TEST(a_plan_that_says_everything)
{
    phb_plan *plan = NULL;
    phb_schedule_request *request = NULL;
    const char *text = whole_plan();
    ck_assert_int_eq(phb_plan_from_json(NULL, text, strlen(text), &plan, NULL), PHB_OK);
    ck_assert_int_eq(phb_plan_schedule_request(plan, PHB_DATE_NONE, NULL, &request, NULL), PHB_OK);
    phb_plan_free(plan);
    assert_same(request, "as_of:2026-07-06 kind:ongoing cohort:adult_chc born:1961-02-28 "
                         "paid:2026-04-06 ended:2027-04-05 ref:p-1 nhs_direct_payment:2026-04-06 "
                         "review:2026-07-06:nhs_direct_payment+chc/9 competence:2027-03-01:pa-1");
    phb_schedule_request_free(request);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("plan_request");
    add_rows(tcase, what_it_says_as_a_whole, wholes);
    add_rows(tcase, its_reference_is_that_of_the_person_unless_it_is_an_nhs_number, references);
    add_rows(tcase, each_duty_has_its_anchor, regimes);
    add_rows(tcase, duties_are_those_named_that_of_law_and_that_of_policy, duties);
    add_rows(tcase, what_was_held_and_what_runs_out, lists);
    add_rows(tcase, the_clock_of_the_decision, decisions);
    add_rows(tcase, birthdays_matter_as_the_cohort_and_the_duties_say, birthdays);
    tcase_add_test(tcase, a_one_off_budget_is_reviewed_once);
    add_rows(tcase, after_the_end_of_a_plan_nothing_is_due, endings);
    tcase_add_test(tcase, its_policy_is_kept);
    add_rows(tcase, a_review_that_cannot_be_is_placed_in_the_plan, refused);
    tcase_add_test(tcase, a_review_may_be_of_the_day_that_is_looked_from);
    tcase_add_test(tcase, a_day_to_look_from_that_is_none_is_refused);
    tcase_add_test(tcase, a_plan_that_says_everything);
    return suite_run("plan_request", tcase);
}
