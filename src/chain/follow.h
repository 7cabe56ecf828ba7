/* From a plan to the rows of its chain. */
#ifndef PHB_CHAIN_FOLLOW_H
#define PHB_CHAIN_FOLLOW_H

#include "core/arena.h"
#include "core/table.h"
#include "costing/costing.h"
#include "model/plan.h"

/* The links of one kind turned round: of each target, who names it. */
struct phb__turned {
    uint32_t *starts; /* one more than targets */
    uint32_t *sources;
};

/* What the costing works out for the budget as a whole, and an action may name. */
struct phb__computed {
    const char *id;
    phb_pence amount; /* PHB_PENCE_NONE without a budget to cost */
    int32_t row;      /* where it is shown whole; -1: nowhere yet */
};

#define PHB__COMPUTED 2

struct phb__follow {
    phb_table *links;
    const struct phb__plan_content *said;
    const struct phb__budget_content *budget;
    const phb_costing *costing; /* NULL without a budget to cost */
    const phb_policy *policy;
    bool has_actions; /* the action plan is here, however little it says */
    struct phb__arena arena;
    struct phb__turned outcomes_of_need;
    struct phb__turned actions_of_outcome;
    int32_t *outcome_rows; /* where each is shown whole; -1: nowhere yet */
    int32_t *action_rows;
    int32_t *item_rows; /* assistants, then lines */
    phb_pence *assistant_costs;
    phb_pence *line_costs;
    phb_pence *agreed; /* of each item; PHB_PENCE_NONE: not said */
    struct phb__computed computed[PHB__COMPUTED];
};

/* Each is false when out of memory; the arena must be given back in any case. */
bool phb__follow_open(struct phb__follow *follow, phb_table *links, const phb_plan *plan,
                      const phb_costing *costing, const phb_policy *policy);
bool phb__follow_needs(struct phb__follow *follow);

/*
 * What no need leads to: actions whose outcomes are kept elsewhere, then outcomes, actions and
 * costs that hang on nothing, then what comes with employing people.
 */
bool phb__follow_rest(struct phb__follow *follow);

void phb__follow_close(struct phb__follow *follow);

#endif
