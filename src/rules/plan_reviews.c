/* Reviews: section 9, but for the days on which they must be held. */

#include <stddef.h>

#include "rules/plan_view.h"

static void
check_next(struct phb__plan_view *view)
{
    static const char at[] = "/reviews/next_review_on";
    phb_date next = view->said->reviews.next_review_on;
    if (next != PHB_DATE_NONE && view->last_signed_on != PHB_DATE_NONE &&
        next <= view->last_signed_on) {
        phb__plan_find_days(view, PHB__RULE_PLAN_REVIEWS_NEXT_PASSED, at,
                            phb__value("next", PHB__ARGUMENT_DATE, next),
                            phb__value("signed", PHB__ARGUMENT_DATE, view->last_signed_on));
    }
}

static void
check_coordinator(struct phb__plan_view *view)
{
    static const char at[] = "/reviews/coordinator";
    const struct phb__professional *professionals = view->said->contacts.professionals.items;
    const struct phb__reviews *reviews = &view->said->reviews;
    int32_t index = reviews->coordinator.index;
    if (!reviews->coordinator.id) {
        phb__plan_find(view, PHB__RULE_PLAN_REVIEWS_COORDINATOR, at);
    } else if (index >= 0 && professionals[index].role != PHB__ROLE_CARE_COORDINATOR &&
               !reviews->coordinator_reason) {
        phb__plan_find(view, PHB__RULE_PLAN_REVIEWS_OTHER_COORDINATOR, at);
    }
}

void
phb__rules_reviews(struct phb__plan_view *view)
{
    static const struct phb__wanted wanted[] = {
        {PHB__RULE_PLAN_REVIEWS_HOW_TO_ASK, offsetof(struct phb__reviews, how_to_ask),
         "/reviews/how_to_ask"},
        {PHB__RULE_PLAN_REVIEWS_OUTCOMES_MONITORED,
         offsetof(struct phb__reviews, how_outcomes_are_monitored),
         "/reviews/how_outcomes_are_monitored"},
        {PHB__RULE_PLAN_REVIEWS_MONEY_MONITORED,
         offsetof(struct phb__reviews, how_money_is_monitored), "/reviews/how_money_is_monitored"},
        {PHB__RULE_PLAN_REVIEWS_SIGNS_OF_TROUBLE, offsetof(struct phb__reviews, signs_of_trouble),
         "/reviews/signs_of_trouble"},
    };
    if (!view->has_content[PHB__SECTION_REVIEWS]) {
        return;
    }
    check_next(view);
    check_coordinator(view);
    phb__plan_find_unsaid(view, &view->said->reviews, wanted, sizeof wanted / sizeof wanted[0]);
}
