#include "support/plan.h"

#include <stdio.h>
#include <string.h>

#include "support/json.h"
#include "support/suite.h"

/* In pieces: no compiler need take a text of more than 4,095 bytes. */
static const char *const everything[] = {
    "{'format':'phb-plan/1','version':3,'supersedes':'plan-2','status':'agreed',"
    "'ended':{'on':'2027-04-05','reason':'CANARY'},'cohort':'adult_chc','kind':'ongoing',"
    "'person':{'id':'p-1','name':'CANARY','nhs_number':'943 476 5919','date_of_birth':'1961-02-28',"
    "'gp_practice':'CANARY'},"
    "'assessments':[{'kind':'dst','on':'2026-01-12','by':'CANARY','held_at':'CANARY'},{'kind':'"
    "carer'}],"
    "'other_plans':[{'kind':'epilepsy','title':'CANARY','owner':'CANARY','held_at':'CANARY',"
    "'dated':'2025-11-03'}],"
    "'about':{'who_i_am':'CANARY','appreciated_for':'CANARY','background':'CANARY',"
    "'important_to_me':'CANARY','best_support':'CANARY'},"
    "'contacts':{'preferred_name':'CANARY','address':'CANARY','telephone':'CANARY','email':'CANARY'"
    ","
    "'first_language':'CANARY','communication_needs':'CANARY','communication_preferences':'CANARY',"
    "'next_of_kin':[{'name':'CANARY','relationship':'CANARY','contact':'CANARY'}],"
    "'family_carers':[{'name':'CANARY','relationship':'CANARY','contact':'CANARY',"
    "'assessment_offered_on':'2026-01-12'}],"
    "'professionals':[{'id':'cc','role':'care_coordinator','name':'CANARY','organisation':'CANARY',"
    "'contact':'CANARY'},{'id':'adv','role':'advocate'}],"
    "'capacity':[{'decision':'direct_payment','has_capacity':false,'how_decided':'CANARY',"
    "'decided_on':'2026-01-12','consulted':'CANARY'},{'decision':'care','has_capacity':true}],"
    "'representatives':[{'id':'rep','name':'CANARY','kind':'deputy','contact':'CANARY',"
    "'relationship':'sibling','lives_in_household':false,'involved_in_care':true,"
    "'dbs_on':'2026-02-01','consented_on':'2026-02-02','agreed_to_manage_on':'2026-02-03'}],"
    "'nominee':{'name':'CANARY','contact':'CANARY','relationship':'friend','lives_in_household':"
    "true,"
    "'involved_in_care':false,'dbs_on':'2026-02-04','agreed_on':'2026-02-05',"
    "'body_agreed_on':'2026-02-06'},'how_decisions_are_made':'CANARY',"
    "'advance_directives':[{'kind':'respect','title':'CANARY','held_at':'CANARY'}]},"
    "'health':{'conditions':[{'name':'CANARY','effect':'CANARY','since':'CANARY','changes':'CANARY'"
    "}],"
    "'medication':['CANARY','CANARY too'],'allergies':'none','treatments':'unknown',"
    "'restrictions':[{'what':'CANARY','authority':'CANARY','until':'2026-12-31'}],"
    "'monitoring':{'professional':'cc','how':'CANARY'}},"
    "'needs_and_outcomes':{'needs':[{'id':'n1','description':'CANARY','assessed_on':'2026-01-12',"
    "'eligible':true,'hours_per_week':20.5,'waking_night_hours_per_week':10,'sleep_ins_per_week':2."
    "5,"
    "'unpaid_hours_per_week':7},{'id':'n2','eligible':false}],"
    "'outcomes':[{'id':'o1','needs':['n1','n2'],'domain':'health','statement':'CANARY',"
    "'aim':'maintain','measure':'CANARY','by':'2026-10-01','obstacle':'CANARY','risk_if_not':'"
    "CANARY',"
    "'can_influence':true,'owned_by_person':false}],'working':'CANARY','not_working':'CANARY',"
    "'important_for_health':'CANARY'},",
    "'action_plan':{'actions':[{'id':'a1','outcomes':['o1'],'what':'CANARY','who':'CANARY',"
    "'how':'CANARY','when':'CANARY','cost':'budget','budget':['pa-1','ins','contingency',"
    "'wheelchair'],'risks':['r1'],'equipment':true,'maintenance':'CANARY'}]},"
    "'training':{'mandatory':[{'course':'CANARY','assistants':['pa-1'],'by':'2026-05-01'}],"
    "'delegated_tasks':[{'task':'CANARY','limits':'CANARY','risks':'CANARY','trainer':'CANARY',"
    "'trainer_free':true,'competence_assessor':'CANARY','assessed_on':'2026-03-01',"
    "'expires_on':'2027-03-01','assistants':['pa-1'],'support':'CANARY','clinical_review':'CANARY'}"
    "]},"
    "'contingency':{'risks':[{'id':'r1','description':'CANARY','stance':'tolerate','level':'medium'"
    ","
    "'mitigation':'CANARY','owner':'CANARY'}],'no_risks_identified':false,"
    "'plans':[{'for':'assistant_leave','plan':'CANARY'}],"
    "'health_contact':{'name':'CANARY','contact':'CANARY'}},"
    "'budget':{'cohort':'adult_chc','kind':'ongoing','period':{'start':'2026-04-06',"
    "'end':'2027-04-05'},'weeks_in_year':'days','assistants':[{'id':'pa-1','name':'CANARY',"
    "'date_of_birth':'1990-05-01','ni_letter':'A','start':'2026-04-06','end':'2027-04-05',"
    "'employed_since':'2020-01-01','pay_frequency':'weekly','days_per_week':5,'hours':[{"
    "'band':'weekday','type':'active','minutes_per_week':1200,'rate':'13.50'},{'band':'night',"
    "'type':'sleep_in','nights_per_week':2,'rate':[{'from':'2026-04-06','amount':'65.00'}],"
    "'awake_minutes_per_night':30,'awake_rate':'13.50'}],'bank_holiday':{'minutes':300,"
    "'premium':'6.75'},'leave':{'method':'cover','by':'relief','rate':'24.00','night_rate':'95.00',"
    "'weeks':5.6,'reason':'CANARY'},'pension':{'membership':'auto','basis':'all_pay',"
    "'employer_rate':'3%'},'sickness':{'weeks':1,'cover_rate':'24.00','cover_night_rate':'95.00',"
    "'nil_reason':'CANARY'},'deployment':'direct_payment','funder':'nhs','relationship':'none',"
    "'lives_in_household':false,'necessity_approved_on':'2026-03-01'}],"
    "'employer':{'kind':'person','employment_allowance':{'claim':false,'already_used':[{"
    "'tax_year':2026,'amount':'1.00'}]}},'lines':[{'id':'ins','category':'insurance',"
    "'amount':'95.00','quantity':1,'unit':'item','per':'year','start':'2026-04-06',"
    "'end':'2027-04-05','deployment':'direct_payment','funder':'la','nil_reason':'CANARY',"
    "'provider':{'name':'CANARY','relationship':'none','lives_in_household':false,"
    "'necessity_approved_on':'2026-03-01','cqc':'not_required','registration':'CANARY',"
    "'checked_on':'2026-03-01'}}],'contingency':{'weeks':4,'held':'outside',"
    "'deployment':'direct_payment','paid':'on_request'},'funders':[{'id':'nhs','kind':'nhs',"
    "'share':'60%'},{'id':'la','kind':'social_care','share':'40%','client_contribution':'5.00'}],"
    "'payments':{'frequency':'monthly','first_payment':'2026-04-06','notice_weeks':4},"
    "'management':{'account':'dedicated','where_held':'CANARY','responsible':'CANARY',"
    "'records':'CANARY','third_party':{'organisation':'CANARY','agreement_on':'2026-03-01',"
    "'last_audit_on':'2026-03-02'}},'indicative':'52000.00','agreed':'53000.00',"
    "'agreed_on':'2026-03-10','agreed_by_line':{'pa-1':'31000.00'},'wheelchair':{"
    "'option':'notional','prescribed_cost':'1200.00','price':'1300.00','maintenance':'50.00',"
    "'period_years':5}},",
    "'reviews':{'regimes':[{'regime':'nhs_direct_payment','anchor':'2026-04-06'}],"
    "'completed':[{'on':'2026-07-06','kind':'plan_review','regimes':['nhs_direct_payment','chc'],"
    "'checked':['needs_met','obligations_met']}],'next_review_on':'2027-04-05','coordinator':'adv',"
    "'coordinator_reason':'CANARY','how_to_ask':'CANARY','how_outcomes_are_monitored':'CANARY',"
    "'how_money_is_monitored':'CANARY','signs_of_trouble':'CANARY'},"
    "'sign_off':{'person':{'name':'CANARY','role':'representative','signed_on':'2026-03-20'},"
    "'nhs':{'body':'QXU','name':'CANARY','role':'CANARY','signed_on':'2026-03-21',"
    "'authority':'panel','delegated_limit':'25000.00','panel_record':'CANARY'},"
    "'partners':[{'funder':'la','name':'CANARY','role':'CANARY','signed_on':'2026-03-22'}],"
    "'content_hash':'0123456789abcdef0123456789abcdef0123456789ABCDEF0123456789ABCDEF',"
    "'direct_payment':{'consented_on':'2026-03-20','consented_by':'representative',"
    "'agreement_signed_on':'2026-03-20','account':'dedicated','account_approved_on':'2026-03-19',"
    "'account_access':['CANARY','CANARY too'],'orders':[{'kind':'other','from':'2026-01-01',"
    "'until':'2026-06-30'}]},'explained':{'calculation_on':'2026-03-18',"
    "'employer_costs_on':'2026-03-18'},'information_sharing':[{'with':'CANARY',"
    "'agreed_on':'2026-03-20'}]},"
    "'decision':{'requested_on':'2026-02-10','maker':'CANARY','made_on':'2026-03-10',"
    "'outcome':'agreed','reasons':'CANARY','considered':'CANARY','reconsideration':'CANARY',"
    "'complaint':'CANARY'},"
    "'accepted':[{'rule':'plan.contingency.assistant_leave','at':'/contingency/plans',"
    "'reason':'CANARY','by':'CANARY','on':'2026-03-21'}]}"};

const char *
whole_plan(void)
{
    static char text[16384];
    char joined[sizeof text] = "";
    for (size_t i = 0; i < COUNT_OF(everything); i++) {
        ck_assert_uint_lt(strlen(joined) + strlen(everything[i]), sizeof joined);
        memcpy(joined + strlen(joined), everything[i], strlen(everything[i]) + 1);
    }
    memcpy(text, quoted(joined), sizeof text);
    return text;
}

const char *
plan_text(const char *members)
{
    char text[4096];
    int size = snprintf(text, sizeof text, "{'format':'phb-plan/1','status':'draft'%s%s}",
                        members[0] == '\0' ? "" : ",", members);
    ck_assert_int_lt(size, (int)sizeof text);
    return quoted(text);
}

phb_plan *
planned(const char *members)
{
    phb_plan *plan = NULL;
    phb_error error = PHB_ERROR_INIT;
    const char *text = plan_text(members);
    phb_status status = phb_plan_from_json(NULL, text, strlen(text), &plan, &error);
    ck_assert_msg(status == PHB_OK, "%s: %s: %s", members, error.path, error.message);
    return plan;
}
