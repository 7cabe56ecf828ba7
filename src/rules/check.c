/* Checking a costing: every theme of rules in turn, then one report. */

#include "rules/check.h"

#include "core/error.h"

struct phb__at
phb__at(const char *list, uint32_t index, const char *inner)
{
    struct phb__at at = {""};
    (void)phb__path_add(at.path, list);
    (void)phb__path_add_index(at.path, index);
    if (inner) {
        (void)phb__path_add(at.path, inner);
    }
    return at;
}

bool
phb__check_employs(const struct phb__check *check, phb_deployment deployment)
{
    for (uint32_t i = 0; i < check->content->assistants.count; i++) {
        const struct phb__employment *employment = &check->costing->employments[i];
        phb_deployment theirs = employment->assistant->given.deployment;
        if (employment->is_in_period && (deployment == (phb_deployment)0 || theirs == deployment)) {
            return true;
        }
    }
    return false;
}

/* ---- the whole ---- */

/* A budget with any direct payment is judged as one: the regulations then apply. */
phb_deployment
phb__check_deployment(const struct phb_costing *costing)
{
    phb_deployment found = (phb_deployment)0;
    for (size_t row = 0; row < phb_table_rows(costing->lines); row++) {
        phb_deployment deployment = costing->facts[row].deployment;
        if (found == (phb_deployment)0 || deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT) {
            found = deployment;
        }
    }
    return found;
}

static void
open_check(struct phb__check *check, const phb_costing *costing, phb_date as_of)
{
    const phb_budget_settings *settings = &costing->given.settings;
    bool is_agreed = settings->agreed_pence != PHB_PENCE_NONE;
    *check = (struct phb__check){
        .costing = costing, .content = costing->content, .policy = costing->policy, .as_of = as_of};
    if (as_of == PHB_DATE_NONE) {
        check->as_of = phb__day_or(settings->agreed_on, settings->start);
    }
    check->circumstances = (struct phb__circumstances){phb__check_deployment(costing),
                                                       is_agreed ? PHB_PLAN_AGREED : PHB_PLAN_DRAFT,
                                                       settings->cohort, settings->kind};
    struct phb__report_basis basis = {check->as_of, phb_costing_rates_edition(costing),
                                      phb_costing_policy_edition(costing)};
    phb__arena_init(&check->arena, costing->context, 0);
    phb__findings_init(&check->findings, costing->context, &check->circumstances, &basis);
    phb__findings_add_section(&check->findings, PHB__SECTION_BUDGET, PHB__STATE_COMPLETE);
}

bool
phb__check_budget(struct phb__check *check)
{
    static void (*const themes[])(struct phb__check *) = {
        phb__rules_enough,       phb__rules_costs,    phb__rules_pay,        phb__rules_allowance,
        phb__rules_contribution, phb__rules_excluded, phb__rules_deployment, phb__rules_contingency,
        phb__rules_payments,     phb__rules_policy,   phb__rules_stale};
    bool has_memory = phb__costing_parts(check->costing, &check->arena, &check->assistant_costs,
                                         &check->line_costs);
    for (size_t i = 0; has_memory && i < sizeof themes / sizeof themes[0]; i++) {
        themes[i](check);
    }
    return has_memory;
}

phb_status
phb_costing_check(const phb_costing *costing, const phb_check_options *options,
                  phb_report **out_report, phb_error *error)
{
    phb_check_options chosen = PHB_CHECK_OPTIONS_INIT;
    if (out_report) {
        *out_report = NULL;
    }
    if (!costing || !out_report) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_status status = phb__check_options_take(options, &chosen, error);
    if (status == PHB_OK && (chosen.policy || chosen.superseded)) {
        status = phb__fail_because(error, PHB_ERROR_ARGUMENT,
                                   "a costing has its policy already, and takes no plan's place");
    }
    if (status != PHB_OK) {
        return status;
    }
    struct phb__check check;
    open_check(&check, costing, chosen.as_of);
    bool has_memory = phb__check_budget(&check);
    phb__arena_free(&check.arena);
    if (!has_memory) {
        phb__findings_free(&check.findings);
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    return phb__findings_finish(&check.findings, out_report, error);
}
