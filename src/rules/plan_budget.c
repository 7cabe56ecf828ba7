/* The budget as a section of a plan: section 8. What it costs is judged by the budget's own rules.
 */

#include "rules/plan_view.h"

void
phb__rules_plan_budget(struct phb__plan_view *view)
{
    const phb_budget_settings *settings = &view->said->budget.content.settings;
    if (!view->has_content[PHB__SECTION_BUDGET]) {
        return;
    }
    if (!settings->records) {
        phb__plan_find(view, PHB__RULE_PLAN_BUDGET_RECORDS, "/budget/management/records");
    }
    if (!settings->where_held) {
        phb__plan_find(view, PHB__RULE_PLAN_BUDGET_WHERE_HELD, "/budget/management/where_held");
    }
    if (!settings->responsible) {
        phb__plan_find(view, PHB__RULE_PLAN_BUDGET_RESPONSIBLE, "/budget/management/responsible");
    }
    if (settings->agreed_pence == PHB_PENCE_NONE) {
        phb__plan_find(view, PHB__RULE_PLAN_BUDGET_NO_AGREED_SUM, "/budget/agreed");
    }
}
