/* Costing the budget of a plan for those who look at the plan: no trace, errors placed in it. */

#include "core/error.h"
#include "costing/costing.h"
#include "model/plan.h"

phb_status
phb__cost_plan(const phb_plan *plan, const phb_rates *rates, const phb_policy *policy,
               phb_costing **out_costing, phb_error *error)
{
    phb_cost_options how = PHB_COST_OPTIONS_INIT;
    how.trace = PHB_TRACE_NONE;
    how.policy = policy;
    *out_costing = NULL;
    if (!plan->has_budget) {
        return PHB_OK;
    }
    phb_status status = phb_budget_cost(plan->budget, rates, &how, out_costing, error);
    if (status != PHB_OK) {
        phb__error_within(error, "/budget");
    }
    return status;
}
