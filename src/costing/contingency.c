/*
 * The contingency: money for what nobody can foresee, as so many weeks or such a part of the
 * recurring cost, or as a sum. Inside the budget it is a line of the total, outside it is held by
 * the body.
 */

#include "core/error.h"
#include "costing/costing.h"

/* Whose it is unless said: of the direct payment, if the budget has any. */
static phb_deployment
usual_deployment(const struct phb__budget_content *content)
{
    const struct phb__assistant *assistants = phb__budget_assistants(content);
    const struct phb__line *lines = phb__budget_lines(content);
    for (uint32_t i = 0; i < content->assistants.count; i++) {
        if (assistants[i].given.deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT) {
            return PHB_DEPLOYMENT_DIRECT_PAYMENT;
        }
    }
    for (uint32_t i = 0; i < content->lines.count; i++) {
        if (lines[i].given.deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT) {
            return PHB_DEPLOYMENT_DIRECT_PAYMENT;
        }
    }
    if (content->assistants.count > 0) {
        return assistants[0].given.deployment;
    }
    return content->lines.count > 0 ? lines[0].given.deployment : PHB_DEPLOYMENT_DIRECT_PAYMENT;
}

/* Recurring cost × factors, rounded once; a step of `parent`. */
static bool
part_of_recurring(struct phb_costing *costing, int32_t parent, phb_pence *out_amount)
{
    const phb_budget_settings *settings = &costing->content->settings;
    struct phb__trace *trace = &costing->trace;
    bool by_weeks = settings->contingency_weeks_hundredths != PHB_NUMBER_NONE;
    struct phb__fraction weeks = phb__weeks(&costing->calendar, costing->calendar.period);
    struct phb__fraction one_week = {weeks.denominator, weeks.numerator};
    struct phb__fraction given = {settings->contingency_ppm, PHB_PPM};
    struct phb__fraction factor = given;
    if (by_weeks) {
        given = (struct phb__fraction){settings->contingency_weeks_hundredths, 100};
        if (!phb__fraction_multiply(given, one_week, &factor)) {
            return false;
        }
    }
    if (!phb__fraction_scale(costing->sums.recurring, factor, PHB_ROUND_HALF_UP, out_amount)) {
        return false;
    }
    int32_t step =
        phb__step_open(trace, parent, "scale", "costing.contingency", "Part of the recurring cost");
    phb__step_repeat(trace, step, costing->recurring_step);
    if (by_weeks) {
        phb__step_given(trace, step, "Weeks to be kept", given, "weeks");
        phb__step_given(trace, step, "One week of the period", one_week, "times");
    } else {
        phb__step_given(trace, step, "Part to be kept", given, "ratio");
    }
    phb__step_pence(trace, step, *out_amount, "half_up");
    return true;
}

static phb_status
find_amount(struct phb_costing *costing, int32_t parent, phb_pence *out_amount, phb_error *error)
{
    const phb_budget_settings *settings = &costing->content->settings;
    if (settings->contingency_pence != PHB_PENCE_NONE) {
        *out_amount = settings->contingency_pence;
        phb__step_given(&costing->trace, parent, "Sum to be kept",
                        (struct phb__fraction){*out_amount, 1}, "pence");
        return PHB_OK;
    }
    if (part_of_recurring(costing, parent, out_amount)) {
        return PHB_OK;
    }
    phb__fail_because(error, PHB_ERROR_RANGE, "the contingency is more than can be counted");
    phb__error_at_path(error, "/contingency");
    return PHB_ERROR_RANGE;
}

/* A line of the total, which counts in neither the recurring nor the one-off costs. */
static phb_status
add_inside(struct phb_costing *costing, phb_error *error)
{
    const phb_budget_settings *settings = &costing->content->settings;
    struct phb__trace *trace = &costing->trace;
    bool is_sum = settings->contingency_pence != PHB_PENCE_NONE;
    struct phb__new_line line = {
        .of = "",
        .category = "contingency",
        .is_computed = true,
        .days = costing->calendar.period,
        .kind = PHB__COST_CONTINGENCY,
        .deployment = settings->contingency_deployment,
        .funder = PHB__FUNDER_NONE,
        .assistant = PHB__NOBODY,
        .plain_line = PHB__NOBODY,
        .is_on_request = settings->contingency_paid == PHB_CONTINGENCY_ON_REQUEST,
        .is_provisional = costing->is_provisional && !is_sum, /* a part of what is */
        .step =
            phb__step_open(trace, costing->contingency_step, "sum", "costing.line", "contingency"),
    };
    if (line.deployment == (phb_deployment)0) {
        line.deployment = usual_deployment(costing->content);
    }
    phb_status status = find_amount(costing, line.step, &line.amount, error);
    if (status != PHB_OK) {
        return status;
    }
    phb__step_pence(trace, line.step, line.amount, "none");
    return phb__costing_add_line(costing, &line, error);
}

phb_status
phb__cost_contingency(struct phb_costing *costing, phb_error *error)
{
    const phb_budget_settings *settings = &costing->content->settings;
    struct phb__trace *trace = &costing->trace;
    struct phb__sums *sums = &costing->sums;
    bool is_said = settings->contingency_weeks_hundredths != PHB_NUMBER_NONE ||
                   settings->contingency_ppm != PHB_NUMBER_NONE ||
                   settings->contingency_pence != PHB_PENCE_NONE;
    bool is_outside = settings->contingency_held == PHB_CONTINGENCY_OUTSIDE;
    phb_status status = PHB_OK;
    /* All recurring lines are there: what is a part of their sum may repeat it. */
    phb__step_pence(trace, costing->recurring_step, sums->recurring, "none");
    costing->contingency_step = phb__step_open(trace, costing->total_step, "sum",
                                               "costing.contingency", "Contingency in the budget");
    costing->contingency_outside_step = phb__step_open(
        trace, PHB__STEP_NONE, "sum", "costing.contingency", "Contingency held outside the budget");
    if (is_said && is_outside) {
        status = find_amount(costing, costing->contingency_outside_step, &sums->contingency_outside,
                             error);
    } else if (is_said) {
        status = add_inside(costing, error);
    }
    phb__step_pence(trace, costing->contingency_step, sums->contingency, "none");
    phb__step_pence(trace, costing->contingency_outside_step, sums->contingency_outside, "none");
    return status;
}
