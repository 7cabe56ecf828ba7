/* Contingency planning and risks: section 7. */

#include "rules/plan_view.h"

/* ---- risks ---- */

static void
find_of(struct phb__plan_view *view, enum phb__rule_key rule, uint32_t index, const char *inner)
{
    const struct phb__risk *risks = view->said->contingency.risks.items;
    struct phb__at at = phb__plan_at("contingency", "risks", index, inner);
    phb__plan_find_with(view, rule, at.path, phb__text("risk", risks[index].id));
}

static void
find_lacking(struct phb__plan_view *view, uint32_t index, const char *lacks)
{
    const struct phb__risk *risks = view->said->contingency.risks.items;
    struct phb__at at = phb__plan_at("contingency", "risks", index, lacks);
    phb__find(&view->money.findings,
              &(struct phb__finding){
                  .rule = PHB__RULE_PLAN_CONTINGENCY_HIGH_RISK,
                  .at = at.path,
                  .arguments = {phb__text("risk", risks[index].id), phb__word("lacks", lacks)}});
}

static void
check_risk(struct phb__plan_view *view, const struct phb__risk *risk, uint32_t index)
{
    bool is_high = risk->level == PHB__RISK_HIGH;
    if (!risk->description) {
        find_of(view, PHB__RULE_PLAN_CONTINGENCY_DESCRIPTION, index, "description");
    }
    if (!risk->mitigation && is_high) {
        find_lacking(view, index, "mitigation");
    } else if (!risk->mitigation) {
        find_of(view, PHB__RULE_PLAN_CONTINGENCY_MITIGATION, index, "mitigation");
    }
    if (!risk->owner && is_high) {
        find_lacking(view, index, "owner");
    }
    if (risk->stance == 0) {
        find_of(view, PHB__RULE_PLAN_CONTINGENCY_STANCE, index, "stance");
    }
}

static void
check_risks(struct phb__plan_view *view)
{
    const struct phb__risk_management *section = &view->said->contingency;
    const struct phb__risk *risks = section->risks.items;
    bool has_none = section->no_risks_identified == PHB_ANSWER_YES;
    if (section->risks.count == 0 && !has_none) {
        phb__plan_find(view, PHB__RULE_PLAN_CONTINGENCY_RISKS, "/contingency/risks");
    }
    if (section->risks.count > 0 && has_none) {
        phb__plan_find(view, PHB__RULE_PLAN_CONTINGENCY_CONTRADICTION,
                       "/contingency/no_risks_identified");
    }
    for (uint32_t i = 0; i < section->risks.count; i++) {
        check_risk(view, &risks[i], i);
    }
}

/* ---- plans for sudden changes ---- */

static void
check_plans(struct phb__plan_view *view)
{
    static const struct {
        enum phb__rule_key rule;
        enum phb__contingency_for what_for;
        bool is_of_employers;
    } wanted[] = {
        {PHB__RULE_PLAN_CONTINGENCY_ASSISTANT_LEAVE, PHB__FOR_ASSISTANT_LEAVE, true},
        {PHB__RULE_PLAN_CONTINGENCY_ASSISTANT_SICKNESS, PHB__FOR_ASSISTANT_SICKNESS, true},
        {PHB__RULE_PLAN_CONTINGENCY_OWN_DETERIORATION, PHB__FOR_OWN_DETERIORATION, false},
        {PHB__RULE_PLAN_CONTINGENCY_SUPPORT_UNAVAILABLE, PHB__FOR_SUPPORT_UNAVAILABLE, false},
    };
    const struct phb__contingency_plan *plans = view->said->contingency.plans.items;
    bool is_there[PHB__FOR_OTHER + 1] = {false};
    for (uint32_t i = 0; i < view->said->contingency.plans.count; i++) {
        is_there[plans[i].what_for] = is_there[plans[i].what_for] || plans[i].plan;
    }
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        if (!is_there[wanted[i].what_for] && (view->employs || !wanted[i].is_of_employers)) {
            phb__plan_find(view, wanted[i].rule, "/contingency/plans");
        }
    }
}

void
phb__rules_risks(struct phb__plan_view *view)
{
    const struct phb__risk_management *section = &view->said->contingency;
    if (!view->has_content[PHB__SECTION_CONTINGENCY]) {
        return;
    }
    check_risks(view);
    check_plans(view);
    if (!section->health_contact_name || !section->health_contact) {
        phb__plan_find(view, PHB__RULE_PLAN_CONTINGENCY_HEALTH_CONTACT,
                       "/contingency/health_contact");
    }
}
