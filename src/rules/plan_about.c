/* Who the person is: section 1. */

#include <stddef.h>

#include "rules/plan_view.h"

void
phb__rules_about(struct phb__plan_view *view)
{
    static const struct phb__wanted wanted[] = {
        {PHB__RULE_PLAN_ABOUT_WHO_I_AM, offsetof(struct phb__about, who_i_am), "/about/who_i_am"},
        {PHB__RULE_PLAN_ABOUT_IMPORTANT_TO_ME, offsetof(struct phb__about, important_to_me),
         "/about/important_to_me"},
        {PHB__RULE_PLAN_ABOUT_APPRECIATED_FOR, offsetof(struct phb__about, appreciated_for),
         "/about/appreciated_for"},
        {PHB__RULE_PLAN_ABOUT_BACKGROUND, offsetof(struct phb__about, background),
         "/about/background"},
        {PHB__RULE_PLAN_ABOUT_BEST_SUPPORT, offsetof(struct phb__about, best_support),
         "/about/best_support"},
    };
    if (view->has_content[PHB__SECTION_ABOUT]) {
        phb__plan_find_unsaid(view, &view->said->about, wanted, sizeof wanted / sizeof wanted[0]);
    }
}
