/* What the rules of a budget look at, and the functions that try them: one a theme. */
#ifndef PHB_RULES_CHECK_H
#define PHB_RULES_CHECK_H

#include "core/path.h"
#include "costing/segment.h"
#include "model/check_options.h"
#include "model/policy.h"
#include "rules/findings.h"

struct phb__check {
    const struct phb_costing *costing;
    const struct phb__budget_content *content; /* as the policy has completed it */
    const phb_policy *policy;                  /* NULL: none */
    phb_date as_of;
    struct phb__circumstances circumstances;
    struct phb__arena arena;    /* for what a rule has to remember; gone with the check */
    phb_pence *assistant_costs; /* net of their share of the Employment Allowance */
    phb_pence *line_costs;
    struct phb__findings findings;
};

/* "/assistants/3/leave": `inner` may be NULL. */
struct phb__at {
    char path[PHB__PATH_SIZE];
};
struct phb__at phb__at(const char *list, uint32_t index, const char *inner);

/* A budget with any direct payment in it is judged as one; 0 for one that holds nothing. */
phb_deployment phb__check_deployment(const phb_costing *costing);

/* Works out what the parts cost, and tries every theme of the rules of a budget. false when out of
 * memory. */
bool phb__check_budget(struct phb__check *check);

/* Is anybody employed by this deployment on a day of the period? 0: by any. */
bool phb__check_employs(const struct phb__check *check, phb_deployment deployment);

/* budget_<theme>.c */
void phb__rules_enough(struct phb__check *check);
void phb__rules_costs(struct phb__check *check);
void phb__rules_pay(struct phb__check *check);
void phb__rules_allowance(struct phb__check *check);
void phb__rules_contribution(struct phb__check *check);
void phb__rules_excluded(struct phb__check *check);
void phb__rules_deployment(struct phb__check *check);
void phb__rules_contingency(struct phb__check *check);
void phb__rules_payments(struct phb__check *check);
void phb__rules_policy(struct phb__check *check);
void phb__rules_stale(struct phb__check *check);

#endif
