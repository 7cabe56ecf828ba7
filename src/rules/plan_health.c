/* Health conditions: section 3. "None" is an answer, and must be given. */

#include "rules/plan_view.h"

static void
check_conditions(struct phb__plan_view *view)
{
    const struct phb__condition *all = view->said->health.conditions.items;
    if (view->said->health.conditions.count == 0) {
        phb__plan_find(view, PHB__RULE_PLAN_HEALTH_CONDITIONS, "/health/conditions");
    }
    for (uint32_t i = 0; i < view->said->health.conditions.count; i++) {
        if (!all[i].effect) {
            struct phb__at at = phb__plan_at("health", "conditions", i, "effect");
            phb__plan_find_with(view, PHB__RULE_PLAN_HEALTH_EFFECT, at.path,
                                phb__plan_nth("condition", i));
        }
        if (!all[i].since && !all[i].changes) {
            struct phb__at at = phb__plan_at("health", "conditions", i, "changes");
            phb__plan_find_with(view, PHB__RULE_PLAN_HEALTH_COURSE, at.path,
                                phb__plan_nth("condition", i));
        }
    }
}

static void
check_said(struct phb__plan_view *view)
{
    const struct phb__health *health = &view->said->health;
    const struct {
        enum phb__rule_key unsaid;
        const struct phb__none_or_list *what;
        const char *word;
        const char *at;
    } members[] = {
        {PHB__RULE_PLAN_HEALTH_MEDICATION, &health->medication, "medication", "/health/medication"},
        {PHB__RULE_PLAN_HEALTH_ALLERGIES, &health->allergies, "allergies", "/health/allergies"},
        {PHB__RULE_PLAN_HEALTH_TREATMENTS, &health->treatments, "treatments", "/health/treatments"},
    };
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
        if (members[i].what->said == PHB__SAID_UNKNOWN) {
            phb__plan_find_with(view, PHB__RULE_PLAN_HEALTH_UNKNOWN, members[i].at,
                                phb__word("what", members[i].word));
        } else if (members[i].what->said == 0 && members[i].what->items.count == 0) {
            phb__plan_find(view, members[i].unsaid, members[i].at);
        }
    }
}

static void
check_restrictions(struct phb__plan_view *view)
{
    const struct phb__restriction *all = view->said->health.restrictions.items;
    phb_date as_of = view->money.as_of;
    for (uint32_t i = 0; i < view->said->health.restrictions.count; i++) {
        if (!all[i].authority) {
            struct phb__at at = phb__plan_at("health", "restrictions", i, "authority");
            phb__plan_find_with(view, PHB__RULE_PLAN_HEALTH_RESTRICTION_AUTHORITY, at.path,
                                phb__plan_nth("restriction", i));
        }
        if (all[i].until != PHB_DATE_NONE && as_of != PHB_DATE_NONE && all[i].until < as_of) {
            struct phb__at at = phb__plan_at("health", "restrictions", i, "until");
            phb__find(&view->money.findings,
                      &(struct phb__finding){
                          .rule = PHB__RULE_PLAN_HEALTH_RESTRICTION_LAPSED,
                          .at = at.path,
                          .arguments = {phb__plan_nth("restriction", i),
                                        phb__value("until", PHB__ARGUMENT_DATE, all[i].until)},
                          .actual = all[i].until,
                          .limit = as_of});
        }
    }
}

void
phb__rules_health(struct phb__plan_view *view)
{
    if (!view->has_content[PHB__SECTION_HEALTH]) {
        return;
    }
    check_conditions(view);
    check_said(view);
    check_restrictions(view);
    if (!view->said->health.monitored_by.id && !view->said->health.monitored_how) {
        phb__plan_find(view, PHB__RULE_PLAN_HEALTH_MONITORING, "/health/monitoring");
    }
}
