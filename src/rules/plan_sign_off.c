/* Sign-off: section 10, by both sides, with authority, of what is in the plan now. */

#include <string.h>

#include "costing/segment.h"
#include "rules/plan_view.h"

/* ---- by both sides ---- */

static void
check_person(struct phb__plan_view *view)
{
    const struct phb__sign_off *sign_off = &view->said->sign_off;
    if (sign_off->person_signed_on == PHB_DATE_NONE) {
        phb__plan_find(view, PHB__RULE_PLAN_SIGN_OFF_PERSON, "/sign_off/person");
    } else if (view->why != PHB__DECIDES_THEMSELF &&
               sign_off->person_role != PHB__SIGNER_REPRESENTATIVE) {
        phb__plan_find_with(view, PHB__RULE_PLAN_SIGN_OFF_BY_REPRESENTATIVE,
                            "/sign_off/person/role", phb__word("why", phb__why_word(view->why)));
    }
}

static void
check_nhs(struct phb__plan_view *view)
{
    const struct phb__sign_off *sign_off = &view->said->sign_off;
    if (sign_off->nhs_signed_on == PHB_DATE_NONE) {
        phb__plan_find(view, PHB__RULE_PLAN_SIGN_OFF_NHS, "/sign_off/nhs");
        return;
    }
    if (!sign_off->nhs_name || !sign_off->nhs_role) {
        phb__plan_find(view, PHB__RULE_PLAN_SIGN_OFF_NHS_NAMED,
                       sign_off->nhs_name ? "/sign_off/nhs/role" : "/sign_off/nhs/name");
    }
    if (!sign_off->body) {
        phb__plan_find(view, PHB__RULE_PLAN_SIGN_OFF_NHS_BODY, "/sign_off/nhs/body");
    }
}

/* ---- with authority ---- */

/* What the plan says, or the policy for that role; PHB_PENCE_NONE when neither does. */
static phb_pence
limit_of(const struct phb__plan_view *view)
{
    const struct phb__sign_off *sign_off = &view->said->sign_off;
    const struct phb__policy_content *policy = phb__policy_content(view->money.policy);
    const struct phb__delegated_limit *limits = phb__policy_delegated_limits(policy);
    phb_pence limit = sign_off->delegated_limit_pence;
    for (uint32_t i = 0; i < policy->delegated_limits.count && sign_off->nhs_role; i++) {
        bool is_theirs = strcmp(limits[i].role, sign_off->nhs_role) == 0;
        /* The policy goes before what a plan says of itself, where it is the stricter. */
        if (is_theirs && (limit == PHB_PENCE_NONE || limits[i].limit_pence < limit)) {
            limit = limits[i].limit_pence;
        }
    }
    return limit;
}

static void
check_delegated(struct phb__plan_view *view)
{
    const struct phb__sign_off *sign_off = &view->said->sign_off;
    phb_pence agreed = view->said->budget.content.settings.agreed_pence;
    phb_pence limit = limit_of(view);
    if (limit == PHB_PENCE_NONE) {
        phb__plan_find(view, PHB__RULE_PLAN_SIGN_OFF_LIMIT_UNKNOWN,
                       "/sign_off/nhs/delegated_limit");
    } else if (agreed != PHB_PENCE_NONE && agreed > limit && !sign_off->panel_record) {
        phb__find(
            &view->money.findings,
            &(struct phb__finding){.rule = PHB__RULE_PLAN_SIGN_OFF_ABOVE_LIMIT,
                                   .at = "/sign_off/nhs/delegated_limit",
                                   .arguments = {phb__value("amount", PHB__ARGUMENT_PENCE, agreed),
                                                 phb__value("limit", PHB__ARGUMENT_PENCE, limit)},
                                   .actual = agreed,
                                   .limit = limit});
    }
}

static void
check_authority(struct phb__plan_view *view)
{
    const struct phb__sign_off *sign_off = &view->said->sign_off;
    if (sign_off->nhs_signed_on == PHB_DATE_NONE) {
        return;
    }
    switch ((enum phb__authority)sign_off->authority) {
    case PHB__AUTHORITY_DELEGATED:
        check_delegated(view);
        return;
    case PHB__AUTHORITY_PANEL:
        if (!sign_off->panel_record) {
            phb__plan_find(view, PHB__RULE_PLAN_SIGN_OFF_PANEL_RECORD,
                           "/sign_off/nhs/panel_record");
        }
        return;
    }
    phb__plan_find(view, PHB__RULE_PLAN_SIGN_OFF_AUTHORITY, "/sign_off/nhs/authority");
}

/* ---- by whoever else pays ---- */

static void
check_partners(struct phb__plan_view *view)
{
    const phb_funder *funders = phb__budget_funders(view->money.content);
    const struct phb__partner *partners = view->said->sign_off.partners.items;
    uint32_t count = view->money.content->funders.count;
    bool *has_signed = phb__arena_take(&view->money.arena, count, sizeof(bool));
    if (!has_signed) {
        view->money.findings.status = PHB_ERROR_MEMORY;
        return;
    }
    for (uint32_t i = 0; i < view->said->sign_off.partners.count; i++) {
        if (partners[i].funder.index >= 0 && partners[i].signed_on != PHB_DATE_NONE) {
            has_signed[partners[i].funder.index] = true;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        bool is_nhs = funders[i].kind == PHB_FUNDER_NHS;
        if (!is_nhs && !has_signed[i]) {
            phb__plan_find_with(view, PHB__RULE_PLAN_SIGN_OFF_PARTNER, "/sign_off/partners",
                                phb__text("funder", funders[i].id));
        }
    }
}

/* ---- of what is in the plan ---- */

static void
check_assessed(struct phb__plan_view *view)
{
    const struct phb__assessment *assessments = view->said->assessments.items;
    phb_date signed_on = view->said->sign_off.person_signed_on;
    phb_date nhs_signed_on = view->said->sign_off.nhs_signed_on;
    if (signed_on == PHB_DATE_NONE ||
        (nhs_signed_on != PHB_DATE_NONE && nhs_signed_on < signed_on)) {
        signed_on = nhs_signed_on;
    }
    for (uint32_t i = 0; i < view->said->assessments.count; i++) {
        phb_date on = assessments[i].on;
        if (signed_on != PHB_DATE_NONE && on != PHB_DATE_NONE && on > signed_on) {
            struct phb__at at = phb__at("assessments", i, "on");
            phb__plan_find_days(view, PHB__RULE_PLAN_SIGN_OFF_BEFORE_ASSESSMENT, at.path,
                                phb__value("signed", PHB__ARGUMENT_DATE, signed_on),
                                phb__value("assessed", PHB__ARGUMENT_DATE, on));
        }
    }
}

/* Hexadecimal digits may be written large; a bit is all that tells the letters apart. */
static bool
is_same_hash(const char *ours, const char *theirs)
{
    for (size_t i = 0; i < PHB_PLAN_HASH_SIZE - 1; i++) {
        if (ours[i] != (theirs[i] | 0x20)) {
            return false;
        }
    }
    return true;
}

/* What is suspended now was agreed when it was signed. */
static void
check_hash(struct phb__plan_view *view)
{
    static const char at[] = "/sign_off/content_hash";
    const char *signed_hash = view->said->sign_off.content_hash;
    const phb_plan_status statuses[] = {view->said->status, PHB_PLAN_AGREED};
    bool is_same = false;
    if (!signed_hash) {
        if (view->last_signed_on != PHB_DATE_NONE) {
            phb__plan_find(view, PHB__RULE_PLAN_SIGN_OFF_NO_HASH, at);
        }
        return;
    }
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0] && !is_same; i++) {
        char hash[PHB_PLAN_HASH_SIZE];
        if (phb__plan_hash(view->plan, statuses[i], hash, NULL) != PHB_OK) {
            view->money.findings.status = PHB_ERROR_MEMORY;
            return;
        }
        is_same = is_same_hash(hash, signed_hash);
    }
    if (!is_same) {
        phb__plan_find(view, PHB__RULE_PLAN_SIGN_OFF_EDITED, at);
    }
}

/* ---- what was explained ---- */

/* The first day on which anybody is employed; PHB_DATE_NONE without one. */
static phb_date
first_employed(const struct phb__plan_view *view)
{
    phb_date first = PHB_DATE_NONE;
    for (uint32_t i = 0; view->employs && i < view->money.content->assistants.count; i++) {
        const struct phb__employment *employment = &view->money.costing->employments[i];
        const phb_assistant *given = &employment->assistant->given;
        phb_date start = phb__day_or(given->employed_since, employment->days.start);
        if (employment->is_in_period && (first == PHB_DATE_NONE || start < first)) {
            first = start;
        }
    }
    return first;
}

static void
check_explained(struct phb__plan_view *view)
{
    static const char at[] = "/sign_off/explained/employer_costs_on";
    const struct phb__sign_off *sign_off = &view->said->sign_off;
    phb_date explained = sign_off->employer_costs_explained_on;
    phb_date first = first_employed(view);
    if (sign_off->calculation_explained_on == PHB_DATE_NONE) {
        phb__plan_find(view, PHB__RULE_PLAN_SIGN_OFF_CALCULATION_EXPLAINED,
                       "/sign_off/explained/calculation_on");
    }
    if (view->employs && explained == PHB_DATE_NONE) {
        phb__plan_find(view, PHB__RULE_PLAN_SIGN_OFF_EMPLOYER_COSTS_EXPLAINED, at);
    } else if (first != PHB_DATE_NONE && explained > first) {
        phb__plan_find_days(view, PHB__RULE_PLAN_SIGN_OFF_EMPLOYER_COSTS_LATE, at,
                            phb__value("explained", PHB__ARGUMENT_DATE, explained),
                            phb__value("start", PHB__ARGUMENT_DATE, first));
    }
}

void
phb__rules_sign_off(struct phb__plan_view *view)
{
    if (phb__plan_answer(view->said, PHB__SECTION_SIGN_OFF)) {
        return;
    }
    check_person(view);
    check_nhs(view);
    check_authority(view);
    check_partners(view);
    check_assessed(view);
    check_hash(view);
    check_explained(view);
    if (view->said->sign_off.information_sharing.count == 0) {
        phb__plan_find(view, PHB__RULE_PLAN_SIGN_OFF_INFORMATION_SHARING,
                       "/sign_off/information_sharing");
    }
}
