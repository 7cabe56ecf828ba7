/* A budget with something of everything, and rates of a land that was invented. */
#ifndef PHB_TESTS_API_SAMPLE_H
#define PHB_TESTS_API_SAMPLE_H

#include <stdio.h>
#include <string.h>

#include <phb/phb.h>

#include "support/suite.h"

static const char sample_json[] =
    "{\"format\":\"phb-budget/1\",\"period\":{\"start\":\"2026-04-06\",\"end\":\"2027-04-05\"},"
    "\"assistants\":[{\"id\":\"pa-1\",\"date_of_birth\":\"2005-09-01\",\"pay_frequency\":"
    "\"weekly\","
    "\"hours\":[{\"hours_per_week\":20,\"rate\":\"13.50\"}],\"leave\":{\"method\":\"accrual\"},"
    "\"deployment\":\"direct_payment\"}],\"lines\":[{\"id\":\"ins\",\"category\":\"insurance\","
    "\"amount\":\"95.00\",\"per\":\"year\",\"deployment\":\"notional\"}]}";

static const char sample_rates[] =
    "{\"format\":1,\"family\":\"ruritania\",\"sources\":{\"r\":{\"title\":\"T\",\"citation\":\"C\","
    "\"read_in\":\"R\"}},\"parameters\":[{\"key\":\"employer_ni.rate\",\"label\":\"L\",\"unit\":"
    "\"ppm\",\"cuts_payslip\":true,\"values\":[{\"from\":\"2026-09-15\",\"value\":100000,"
    "\"source\":\"r\"}]}]}";

static inline phb_budget *
sample_budget(phb_context *context)
{
    phb_budget *budget = NULL;
    ck_assert_int_eq(phb_budget_from_json(context, sample_json, strlen(sample_json), &budget, NULL),
                     PHB_OK);
    return budget;
}

static inline phb_costing *
sample_costing(phb_context *context)
{
    phb_costing *costing = NULL;
    phb_budget *budget = sample_budget(context);
    ck_assert_int_eq(phb_budget_cost(budget, NULL, NULL, &costing, NULL), PHB_OK);
    phb_budget_free(budget);
    return costing;
}

/* A draft with that budget. */
static inline phb_plan *
sample_plan(phb_context *context)
{
    char json[2048];
    phb_plan *plan = NULL;
    int size =
        snprintf(json, sizeof json,
                 "{\"format\":\"phb-plan/1\",\"status\":\"draft\",\"budget\":%s}", sample_json);
    ck_assert_int_lt(size, (int)sizeof json);
    ck_assert_int_eq(phb_plan_from_json(context, json, strlen(json), &plan, NULL), PHB_OK);
    return plan;
}

#endif
