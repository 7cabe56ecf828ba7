/*
 * Who decides: the person, a representative, a nominee. The National Health Service (Direct
 * Payments) Regulations 2013, regulations 4 to 7, set conditions before a direct payment is made.
 */

#include "model/names.h"
#include "rules/plan_view.h"

/* ---- capacity ---- */

static void
check_how_decided(struct phb__plan_view *view)
{
    const struct phb__capacity *all = view->said->contacts.capacity.items;
    for (uint32_t i = 0; i < view->said->contacts.capacity.count; i++) {
        bool is_told = all[i].how_decided && all[i].decided_on != PHB_DATE_NONE;
        if (all[i].has_capacity == PHB_ANSWER_NO && !is_told) {
            const char *decision = phb__name(&phb__names_capacity_decision, all[i].decision);
            const char *lacks = all[i].how_decided ? "decided_on" : "how_decided";
            struct phb__at at = phb__plan_at("contacts", "capacity", i, lacks);
            phb__plan_find_with(view, PHB__RULE_PLAN_CAPACITY_HOW_DECIDED, at.path,
                                phb__word("decision", decision));
        }
    }
}

static bool
lacks_any_capacity(const struct phb__contacts *contacts)
{
    const struct phb__capacity *all = contacts->capacity.items;
    for (uint32_t i = 0; i < contacts->capacity.count; i++) {
        if (all[i].has_capacity == PHB_ANSWER_NO) {
            return true;
        }
    }
    return false;
}

/* ---- representatives ---- */

static void
check_representatives(struct phb__plan_view *view)
{
    const struct phb__contacts *contacts = &view->said->contacts;
    const struct phb__representative *all = contacts->representatives.items;
    if (view->why == PHB__DECIDES_THEMSELF) {
        return;
    }
    if (contacts->representatives.count == 0) {
        phb__plan_find_with(view, PHB__RULE_PLAN_CAPACITY_REPRESENTATIVE,
                            "/contacts/representatives",
                            phb__word("why", phb__why_word(view->why)));
    }
    /* One who consented and agreed is enough; of several, the first is the one who is told of. */
    for (uint32_t i = 0; i < contacts->representatives.count; i++) {
        if (all[i].consented_on != PHB_DATE_NONE && all[i].agreed_to_manage_on != PHB_DATE_NONE) {
            return;
        }
    }
    if (contacts->representatives.count > 0) {
        bool has_consented = all[0].consented_on != PHB_DATE_NONE;
        struct phb__at at = phb__plan_at("contacts", "representatives", 0,
                                         has_consented ? "agreed_to_manage_on" : "consented_on");
        phb__plan_find_with(view, PHB__RULE_PLAN_CAPACITY_REPRESENTATIVE_CONSENT, at.path,
                            phb__text("representative", all[0].id));
    }
}

static void
check_decisions(struct phb__plan_view *view)
{
    const struct phb__contacts *contacts = &view->said->contacts;
    bool is_needed = view->why != PHB__DECIDES_THEMSELF || lacks_any_capacity(contacts);
    if (!contacts->how_decisions_are_made) {
        phb__plan_find(view,
                       is_needed ? PHB__RULE_PLAN_CAPACITY_DECISIONS
                                 : PHB__RULE_PLAN_CAPACITY_DECISIONS_UNSAID,
                       "/contacts/how_decisions_are_made");
    }
}

/* ---- nominees ---- */

/* Somebody of whom anything is said is there, with a name or without. */
static bool
has_nominee(const struct phb__nominee *nominee)
{
    const struct phb__agent *agent = &nominee->agent;
    return agent->name || agent->contact || agent->relationship != (phb_relationship)0 ||
           agent->lives_in_household != (phb_answer)0 || agent->involved_in_care != (phb_answer)0 ||
           agent->dbs_on != PHB_DATE_NONE || nominee->agreed_on != PHB_DATE_NONE ||
           nominee->body_agreed_on != PHB_DATE_NONE;
}

static void
check_nominee(struct phb__plan_view *view)
{
    static const char at[] = "/contacts/nominee/agreed_on";
    static const char at_body[] = "/contacts/nominee/body_agreed_on";
    const struct phb__nominee *nominee = &view->said->contacts.nominee;
    phb_date agreed = phb__later_of(nominee->agreed_on, nominee->body_agreed_on);
    if (!has_nominee(nominee)) {
        return;
    }
    if (nominee->agreed_on == PHB_DATE_NONE) {
        phb__plan_find_with(view, PHB__RULE_PLAN_CAPACITY_NOMINEE_AGREEMENT, at,
                            phb__word("who", "nominee"));
    }
    if (nominee->body_agreed_on == PHB_DATE_NONE) {
        phb__plan_find_with(view, PHB__RULE_PLAN_CAPACITY_NOMINEE_AGREEMENT, at_body,
                            phb__word("who", "body"));
    }
    if (view->first_payment != PHB_DATE_NONE && agreed > view->first_payment) {
        phb__plan_find_days(view, PHB__RULE_PLAN_CAPACITY_NOMINEE_LATE,
                            agreed == nominee->agreed_on ? at : at_body,
                            phb__value("agreed", PHB__ARGUMENT_DATE, agreed),
                            phb__value("first", PHB__ARGUMENT_DATE, view->first_payment));
    }
}

/* ---- criminal records: regulation 7 ---- */

/* Close family, whoever lives with the person, and friends who take part in the care. */
static bool
is_exempt(const struct phb__agent *agent)
{
    bool is_friend = agent->relationship == PHB_RELATIONSHIP_FRIEND;
    bool is_family = agent->relationship != (phb_relationship)0 &&
                     agent->relationship != PHB_RELATIONSHIP_NONE && !is_friend;
    return is_family || agent->lives_in_household == PHB_ANSWER_YES ||
           (is_friend && agent->involved_in_care == PHB_ANSWER_YES);
}

static void
check_record(struct phb__plan_view *view, const struct phb__agent *agent, const char *who,
             const char *at)
{
    if (!is_exempt(agent) && agent->dbs_on == PHB_DATE_NONE) {
        phb__plan_find_with(view, PHB__RULE_PLAN_CAPACITY_ENHANCED_CHECK, at,
                            phb__word("who", who));
    }
}

static void
check_records(struct phb__plan_view *view)
{
    const struct phb__contacts *contacts = &view->said->contacts;
    const struct phb__representative *all = contacts->representatives.items;
    for (uint32_t i = 0; i < contacts->representatives.count; i++) {
        struct phb__at at = phb__plan_at("contacts", "representatives", i, "dbs_on");
        check_record(view, &all[i].agent, "representative", at.path);
    }
    if (has_nominee(&contacts->nominee)) {
        check_record(view, &contacts->nominee.agent, "nominee", "/contacts/nominee/dbs_on");
    }
}

/* ---- the sixteenth birthday ---- */

#define ADULT_YEARS 16

/* Since that day the person's own consent is needed, unless they lack capacity. */
static bool
lives_on_childs_consent(const struct phb__plan_view *view, phb_date birthday)
{
    const struct phb__direct_payment *payment = &view->said->sign_off.direct_payment;
    return payment->consented_by == PHB__SIGNER_REPRESENTATIVE &&
           payment->consented_on != PHB_DATE_NONE && payment->consented_on < birthday &&
           view->why == PHB__DECIDES_THEMSELF;
}

static void
check_sixteen(struct phb__plan_view *view)
{
    const phb_budget_settings *settings = &view->said->budget.content.settings;
    phb_date birth = view->said->person.date_of_birth;
    phb_date as_of = view->money.as_of;
    phb_date birthday = PHB_DATE_NONE;
    if (birth == PHB_DATE_NONE || phb_date_of_age(birth, ADULT_YEARS, &birthday) != PHB_OK) {
        return;
    }
    struct phb__argument argument = phb__value("birthday", PHB__ARGUMENT_DATE, birthday);
    bool is_in_period = settings->start != PHB_DATE_NONE && birthday >= settings->start &&
                        birthday <= settings->end;
    if (as_of != PHB_DATE_NONE && birthday <= as_of) {
        if (lives_on_childs_consent(view, birthday)) {
            phb__plan_find_with(view, PHB__RULE_PLAN_CAPACITY_TURNED_16,
                                "/sign_off/direct_payment/consented_by", argument);
        }
    } else if (is_in_period) {
        phb__plan_find_with(view, PHB__RULE_PLAN_CAPACITY_TURNS_16, "/person/date_of_birth",
                            argument);
    }
}

void
phb__rules_capacity(struct phb__plan_view *view)
{
    bool has_contacts = view->has_content[PHB__SECTION_CONTACTS];
    check_how_decided(view);
    if (has_contacts || !phb__plan_answer(view->said, PHB__SECTION_CONTACTS)) {
        check_representatives(view);
    }
    if (has_contacts) {
        check_decisions(view);
        check_nominee(view);
        check_records(view);
    }
    check_sixteen(view);
}
