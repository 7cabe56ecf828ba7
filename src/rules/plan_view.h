/* What the rules of a plan look at, and the functions that try them: one a theme. */
#ifndef PHB_RULES_PLAN_VIEW_H
#define PHB_RULES_PLAN_VIEW_H

#include "model/plan.h"
#include "rules/check.h"

/* Why somebody else decides for the person. */
enum phb__why { PHB__DECIDES_THEMSELF, PHB__UNDER_16, PHB__LACKS_CAPACITY };

struct phb__plan_view {
    struct phb__check money; /* with the findings; its costing is NULL without a budget to cost */
    const phb_plan *plan;
    const phb_rates *rates; /* NULL: the built-in ones */
    const struct phb__plan_content *said;
    const struct phb__plan_content
        *superseded;                         /* the plan it takes the place of; NULL: not given */
    bool has_content[PHB__SECTIONS_MAX + 1]; /* the section has some, and no answer instead */
    bool is_day_asked;                       /* to look from a day of the caller's */
    bool employs;                            /* anybody, on a day of the period */
    phb_date first_payment;                  /* of the direct payment; PHB_DATE_NONE: none */
    phb_date last_signed_on;                 /* the later of the two sign-offs */
    enum phb__why why;                       /* who decides about the direct payment */
    uint32_t *outcomes_of_need;              /* how many outcomes name each need */
    uint32_t *actions_of_outcome;
    uint32_t *actions_of_item; /* of each assistant, then of each line */
};

/* ---- finding ---- */

/* What takes no arguments. */
void phb__plan_find(struct phb__plan_view *view, enum phb__rule_key rule, const char *at);

/* What takes one. */
void phb__plan_find_with(struct phb__plan_view *view, enum phb__rule_key rule, const char *at,
                         struct phb__argument argument);

/* What compares two days, each an argument too. */
void phb__plan_find_days(struct phb__plan_view *view, enum phb__rule_key rule, const char *at,
                         struct phb__argument actual, struct phb__argument limit);

/* Texts that should be said, each a member of one struct. */
struct phb__wanted {
    enum phb__rule_key rule;
    size_t offset; /* of the const char * */
    const char *at;
};
void phb__plan_find_unsaid(struct phb__plan_view *view, const void *object,
                           const struct phb__wanted *wanted, size_t count);

/* "/contacts/capacity/3/how_decided"; `inner` may be NULL. */
struct phb__at phb__plan_at(const char *section, const char *list, uint32_t index,
                            const char *inner);

/* The number of an item as people count. */
struct phb__argument phb__plan_nth(const char *name, uint32_t index);

/* "capacity" or "age". */
const char *phb__why_word(enum phb__why why);

/* ---- asking ---- */

/* Is any part of the budget a direct payment? */
bool phb__plan_pays_directly(const struct phb__plan_view *view);

/* What an outcome is: does its statement begin with a service or a thing? plan_service_words.c */
bool phb__begins_with_service(const char *statement);

/* ---- plan_<theme>.c ---- */

void phb__rules_about(struct phb__plan_view *view);
void phb__rules_contacts(struct phb__plan_view *view);
void phb__rules_capacity(struct phb__plan_view *view);
void phb__rules_health(struct phb__plan_view *view);
void phb__rules_needs(struct phb__plan_view *view);
void phb__rules_hours(struct phb__plan_view *view);
void phb__rules_outcomes(struct phb__plan_view *view);
void phb__rules_actions(struct phb__plan_view *view);
void phb__rules_training(struct phb__plan_view *view);
void phb__rules_risks(struct phb__plan_view *view);
void phb__rules_plan_budget(struct phb__plan_view *view);
void phb__rules_reviews(struct phb__plan_view *view);
void phb__rules_review_dates(struct phb__plan_view *view);
void phb__rules_sign_off(struct phb__plan_view *view);
void phb__rules_direct_payment(struct phb__plan_view *view);
void phb__rules_record(struct phb__plan_view *view);

/* Tried last: what was accepted of all that was found. */
void phb__rules_accepted(struct phb__plan_view *view);

#endif
