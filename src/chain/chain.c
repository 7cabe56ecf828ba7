/*
 * Following the links of a plan downwards. What several things hang on is shown whole once and
 * named again after that, so that a chain has no more rows than the plan has links.
 */

#include "chain/chain.h"

#include "chain/follow.h"
#include "core/alloc.h"
#include "core/context.h"
#include "core/error.h"
#include "model/check_options.h"

static const struct phb__column columns[] = {
    [PHB__CHAIN_LEVEL] = {"level", PHB_COLUMN_TEXT},
    [PHB__CHAIN_ID] = {"id", PHB_COLUMN_TEXT},
    [PHB__CHAIN_PARENT] = {"parent", PHB_COLUMN_INDEX},
    [PHB__CHAIN_WORDS] = {"words", PHB_COLUMN_TEXT},
    [PHB__CHAIN_AMOUNT] = {"amount", PHB_COLUMN_PENCE},
    [PHB__CHAIN_AGREED] = {"agreed", PHB_COLUMN_PENCE},
    [PHB__CHAIN_FREE] = {"free", PHB_COLUMN_YES_NO},
    [PHB__CHAIN_LACKS_ABOVE] = {"lacks_above", PHB_COLUMN_TEXT},
    [PHB__CHAIN_LACKS_BELOW] = {"lacks_below", PHB_COLUMN_TEXT},
    [PHB__CHAIN_SAME_AS] = {"same_as", PHB_COLUMN_INDEX},
};

void
phb_chain_free(phb_chain *chain)
{
    if (!chain) {
        return;
    }
    phb_context *context = chain->context;
    phb_table_free(chain->links);
    phb__release(context, chain, sizeof *chain);
    phb_context_unref(context);
}

const phb_table *
phb_chain_table(const phb_chain *chain)
{
    return chain ? chain->links : NULL;
}

phb_context *
phb_chain_context(const phb_chain *chain)
{
    return chain ? chain->context : NULL;
}

static phb_chain *
new_chain(const phb_plan *plan)
{
    phb_chain *chain = phb__allocate(plan->context, 1, sizeof *chain);
    if (!chain) {
        return NULL;
    }
    chain->context = phb_context_ref(plan->context);
    chain->links = phb__table_new(plan->context, columns, PHB__CHAIN_COLUMNS, 32);
    phb__table_set_title(chain->links, "From each need to what pays for it");
    if (!chain->links) {
        phb_chain_free(chain);
        return NULL;
    }
    return chain;
}

static phb_status
fill(phb_chain *chain, const phb_plan *plan, const phb_costing *costing, const phb_policy *policy,
     phb_error *error)
{
    struct phb__follow follow;
    bool has_memory = phb__follow_open(&follow, chain->links, plan, costing, policy) &&
                      phb__follow_needs(&follow) && phb__follow_rest(&follow);
    phb__follow_close(&follow);
    return has_memory ? PHB_OK : phb__fail(error, PHB_ERROR_MEMORY);
}

phb_status
phb_plan_chain(const phb_plan *plan, const phb_rates *rates, const phb_check_options *options,
               phb_chain **out_chain, phb_error *error)
{
    phb_check_options chosen = PHB_CHECK_OPTIONS_INIT;
    phb_costing *costing = NULL;
    if (out_chain) {
        *out_chain = NULL;
    }
    if (!plan || !out_chain) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_status status = phb__check_options_take(options, &chosen, error);
    if (status == PHB_OK) {
        status = phb__cost_plan(plan, rates, chosen.policy, &costing, error);
    }
    phb_chain *chain = status == PHB_OK ? new_chain(plan) : NULL;
    if (status == PHB_OK) {
        status = chain ? fill(chain, plan, costing, chosen.policy, error)
                       : phb__fail(error, PHB_ERROR_MEMORY);
    }
    phb_costing_free(costing);
    if (status != PHB_OK) {
        phb_chain_free(chain);
        return status;
    }
    *out_chain = chain;
    return PHB_OK;
}
