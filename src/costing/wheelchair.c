/*
 * Personal wheelchair budgets, a right since 2 December 2019. The only budget towards which the
 * person may pay, and then for a chair that costs more than what the NHS would have spent.
 */

#include "core/error.h"
#include "costing/costing.h"

static phb_pence
said_or_nil(phb_pence amount)
{
    return amount == PHB_PENCE_NONE ? 0 : amount;
}

/* Held by the NHS, the chair comes with its repairs; else they are the person's to arrange. */
static bool
covers_maintenance(phb_wheelchair_option option)
{
    return option == PHB_WHEELCHAIR_THIRD_PARTY || option == PHB_WHEELCHAIR_DIRECT_PAYMENT;
}

static phb_deployment
deployment_of(phb_wheelchair_option option)
{
    switch (option) {
    case PHB_WHEELCHAIR_THIRD_PARTY:
        return PHB_DEPLOYMENT_THIRD_PARTY;
    case PHB_WHEELCHAIR_DIRECT_PAYMENT:
        return PHB_DEPLOYMENT_DIRECT_PAYMENT;
    case PHB_WHEELCHAIR_NOTIONAL:
    case PHB_WHEELCHAIR_NOTIONAL_WITH_CONTRIBUTION:
        break;
    }
    return PHB_DEPLOYMENT_NOTIONAL;
}

static int32_t
trace_budget(struct phb_costing *costing, phb_pence prescribed, phb_pence maintenance,
             bool is_maintained)
{
    struct phb__trace *trace = &costing->trace;
    int32_t step =
        phb__step_open(trace, costing->one_off_step, "sum", "costing.line", "wheelchair");
    phb__step_given(trace, step, "Cost of the chair prescribed",
                    (struct phb__fraction){prescribed, 1}, "pence");
    if (is_maintained) {
        phb__step_given(trace, step, "Repairs and maintenance",
                        (struct phb__fraction){maintenance, 1}, "pence");
    }
    phb__step_pence(trace, step, prescribed + maintenance, "none");
    return step;
}

/* What the chair chosen costs beyond the budget; a step even when it is nothing. */
static void
find_person_pays(struct phb_costing *costing, const phb_budget_settings *settings, phb_pence budget,
                 int32_t budget_step)
{
    struct phb__trace *trace = &costing->trace;
    phb_wheelchair_option option = settings->wheelchair_option;
    bool may_pay = option != (phb_wheelchair_option)0 && option != PHB_WHEELCHAIR_NOTIONAL &&
                   settings->wheelchair_price_pence != PHB_PENCE_NONE;
    phb_pence price = may_pay ? settings->wheelchair_price_pence : 0;
    costing->sums.person_pays = price > budget ? price - budget : 0;
    costing->person_pays_step =
        phb__step_open(trace, PHB__STEP_NONE, may_pay ? "difference" : "sum", "costing.person_pays",
                       "What the person pays");
    if (may_pay) {
        phb__step_given(trace, costing->person_pays_step, "Price of the chair chosen",
                        (struct phb__fraction){price, 1}, "pence");
        phb__step_repeat(trace, costing->person_pays_step, budget_step);
    }
    phb__step_pence(trace, costing->person_pays_step, costing->sums.person_pays, "none");
}

phb_status
phb__cost_wheelchair(struct phb_costing *costing, phb_error *error)
{
    const phb_budget_settings *settings = &costing->content->settings;
    phb_wheelchair_option option = settings->wheelchair_option;
    if (option == (phb_wheelchair_option)0) {
        find_person_pays(costing, settings, 0, PHB__STEP_NONE);
        return PHB_OK;
    }
    bool is_maintained = covers_maintenance(option);
    phb_pence prescribed = said_or_nil(settings->wheelchair_prescribed_pence);
    phb_pence maintenance = is_maintained ? said_or_nil(settings->wheelchair_maintenance_pence) : 0;
    if (prescribed + maintenance > PHB_PENCE_MAX) {
        phb__fail_because(error, PHB_ERROR_RANGE,
                          "the wheelchair budget is more than can be counted");
        phb__error_at_path(error, "/wheelchair");
        return PHB_ERROR_RANGE;
    }
    struct phb__new_line line = {
        .of = "",
        .category = "wheelchair",
        .is_computed = true,
        .days = costing->calendar.period,
        .amount = prescribed + maintenance,
        .kind = PHB__COST_ONE_OFF,
        .deployment = deployment_of(option),
        .funder = PHB__FUNDER_NONE,
        .assistant = PHB__NOBODY,
        .plain_line = PHB__NOBODY,
        .step = trace_budget(costing, prescribed, maintenance, is_maintained),
    };
    find_person_pays(costing, settings, line.amount, line.step);
    return phb__costing_add_line(costing, &line, error);
}
