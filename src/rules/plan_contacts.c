/* Whom to reach: section 2, but for who decides. */

#include <stddef.h>
#include <string.h>

#include "rules/plan_view.h"

/* ---- the person's own details ---- */

static void
check_own_details(struct phb__plan_view *view)
{
    static const struct phb__wanted wanted[] = {
        {PHB__RULE_PLAN_CONTACTS_PREFERRED_NAME, offsetof(struct phb__contacts, preferred_name),
         "/contacts/preferred_name"},
        {PHB__RULE_PLAN_CONTACTS_FIRST_LANGUAGE, offsetof(struct phb__contacts, first_language),
         "/contacts/first_language"},
        {PHB__RULE_PLAN_CONTACTS_COMMUNICATION_NEEDS,
         offsetof(struct phb__contacts, communication_needs), "/contacts/communication_needs"},
        {PHB__RULE_PLAN_CONTACTS_COMMUNICATION_PREFERENCES,
         offsetof(struct phb__contacts, communication_preferences),
         "/contacts/communication_preferences"},
    };
    const struct phb__contacts *contacts = &view->said->contacts;
    if (!contacts->address && !contacts->telephone && !contacts->email) {
        phb__plan_find(view, PHB__RULE_PLAN_CONTACTS_OWN_DETAILS, "/contacts/address");
    }
    phb__plan_find_unsaid(view, contacts, wanted, sizeof wanted / sizeof wanted[0]);
}

/* ---- those around them ---- */

static void
check_family(struct phb__plan_view *view)
{
    const struct phb__contacts *contacts = &view->said->contacts;
    const struct phb__carer *carers = contacts->family_carers.items;
    const struct phb__directive *directives = contacts->advance_directives.items;
    if (contacts->next_of_kin.count == 0 && contacts->family_carers.count == 0) {
        phb__plan_find(view, PHB__RULE_PLAN_CONTACTS_FAMILY, "/contacts/next_of_kin");
    }
    for (uint32_t i = 0; i < contacts->family_carers.count; i++) {
        if (carers[i].assessment_offered_on == PHB_DATE_NONE) {
            struct phb__at at =
                phb__plan_at("contacts", "family_carers", i, "assessment_offered_on");
            phb__plan_find_with(view, PHB__RULE_PLAN_CONTACTS_CARER_ASSESSMENT, at.path,
                                phb__plan_nth("carer", i));
        }
    }
    for (uint32_t i = 0; i < contacts->advance_directives.count; i++) {
        if (!directives[i].held_at) {
            struct phb__at at = phb__plan_at("contacts", "advance_directives", i, "held_at");
            phb__plan_find_with(view, PHB__RULE_PLAN_CONTACTS_ADVANCE_LOCATION, at.path,
                                phb__plan_nth("directive", i));
        }
    }
}

static void
check_professionals(struct phb__plan_view *view)
{
    const struct phb__professional *professionals = view->said->contacts.professionals.items;
    bool has_coordinator = false;
    bool has_health_professional = false;
    for (uint32_t i = 0; i < view->said->contacts.professionals.count; i++) {
        int32_t role = professionals[i].role;
        bool is_named = professionals[i].name || professionals[i].organisation;
        has_coordinator = has_coordinator || (role == PHB__ROLE_CARE_COORDINATOR && is_named);
        has_health_professional =
            has_health_professional ||
            ((role == PHB__ROLE_HEALTH_PROFESSIONAL || role == PHB__ROLE_ORGANISATION) && is_named);
    }
    if (!has_coordinator) {
        phb__plan_find(view, PHB__RULE_PLAN_CONTACTS_COORDINATOR, "/contacts/professionals");
    }
    if (!has_health_professional) {
        phb__plan_find(view, PHB__RULE_PLAN_CONTACTS_HEALTH_PROFESSIONAL,
                       "/contacts/professionals");
    }
}

/* ---- who they are to the NHS ---- */

/* Numbers that were given out begin with 4, 6 or 7; those with 999 are for tests. */
static void
check_nhs_number(struct phb__plan_view *view)
{
    static const char at[] = "/person/nhs_number";
    char digits[PHB__NHS_NUMBER_DIGITS + 1] = "";
    char masked[PHB__NHS_NUMBER_MASKED_SIZE];
    const char *number = view->said->person.nhs_number;
    if (!number) {
        phb__plan_find(view, PHB__RULE_PLAN_CONTACTS_NHS_NUMBER, at);
        return;
    }
    (void)phb__nhs_number_digits(number, digits);
    phb__nhs_number_mask(number, masked);
    if (strncmp(digits, "999", 3) == 0) {
        phb__plan_find_with(view, PHB__RULE_PLAN_CONTACTS_NHS_NUMBER_TEST, at,
                            phb__text("number", masked));
    } else if (!strchr("467", digits[0])) {
        phb__plan_find_with(view, PHB__RULE_PLAN_CONTACTS_NHS_NUMBER_RANGE, at,
                            phb__text("number", masked));
    }
}

static void
check_birth(struct phb__plan_view *view)
{
    static const char at[] = "/person/date_of_birth";
    phb_date birth = view->said->person.date_of_birth;
    phb_date as_of = view->money.as_of;
    if (birth == PHB_DATE_NONE) {
        phb__plan_find(view, PHB__RULE_PLAN_CONTACTS_DATE_OF_BIRTH, at);
    } else if (as_of != PHB_DATE_NONE && birth > as_of) {
        phb__find(
            &view->money.findings,
            &(struct phb__finding){.rule = PHB__RULE_PLAN_CONTACTS_BORN_LATER,
                                   .at = at,
                                   .arguments = {phb__value("birth", PHB__ARGUMENT_DATE, birth),
                                                 phb__value("as_of", PHB__ARGUMENT_DATE, as_of)}});
    }
}

void
phb__rules_contacts(struct phb__plan_view *view)
{
    check_nhs_number(view);
    check_birth(view);
    if (view->has_content[PHB__SECTION_CONTACTS]) {
        check_own_details(view);
        check_family(view);
        check_professionals(view);
    }
}
