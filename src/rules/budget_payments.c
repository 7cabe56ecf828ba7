/*
 * How and when the direct payment comes. What is missing is asked of direct payments only, as the
 * grades of the rules have it.
 */

#include "core/checked.h"
#include "rules/check.h"

static void
find_unsaid(struct phb__check *check)
{
    const phb_budget_settings *settings = &check->content->settings;
    if (settings->payment_frequency == (phb_payment_frequency)0) {
        phb__find(&check->findings,
                  &(struct phb__finding){.rule = PHB__RULE_BUDGET_PAYMENTS_FREQUENCY,
                                         .at = "/payments/frequency"});
    }
    if (settings->notice_weeks_hundredths == PHB_NUMBER_NONE) {
        phb__find(&check->findings, &(struct phb__finding){.rule = PHB__RULE_BUDGET_PAYMENTS_NOTICE,
                                                           .at = "/payments/notice_weeks"});
    }
}

static void
judge_notice(struct phb__check *check)
{
    int64_t weeks = check->content->settings.notice_weeks_hundredths;
    int64_t minimum = phb__policy_content(check->policy)->notice_weeks_hundredths;
    if (weeks == PHB_NUMBER_NONE || minimum == PHB_NUMBER_NONE || weeks >= minimum) {
        return;
    }
    phb__find(
        &check->findings,
        &(struct phb__finding){.rule = PHB__RULE_BUDGET_PAYMENTS_NOTICE_BELOW_POLICY,
                               .at = "/payments/notice_weeks",
                               .arguments = {phb__value("weeks", PHB__ARGUMENT_WEEKS, weeks),
                                             phb__value("minimum", PHB__ARGUMENT_WEEKS, minimum)}});
}

/* ---- are the payments behind? ---- */

/* What a line has cost by the end of a day. The contingency is not spent by days, and something
 * bought once is due only when the budget says when. */
static phb_pence
cost_by(const struct phb__check *check, const struct phb__line_fact *fact, phb_date day)
{
    phb_pence cost = 0;
    if (fact->deployment != PHB_DEPLOYMENT_DIRECT_PAYMENT || fact->days.start > day) {
        return 0;
    }
    if (fact->kind == PHB__COST_ONE_OFF) {
        bool is_due =
            fact->plain_line != PHB__NOBODY &&
            phb__budget_lines(check->content)[fact->plain_line].given.start != PHB_DATE_NONE;
        return is_due ? fact->amount : 0;
    }
    if (fact->kind == PHB__COST_RECURRING) {
        phb_date last = day < fact->days.end ? day : fact->days.end;
        /* Of an amount, and not more than all of it: it can be counted. */
        (void)phb__mul_div(fact->amount, (int64_t)last - fact->days.start + 1,
                           phb__stretch_days(fact->days), PHB_ROUND_HALF_UP, &cost);
    }
    return cost;
}

/*
 * An instalment pays for the days until the next one, and the last for all that are left. So once
 * payments have begun they keep up, and what can be behind is the time before the first.
 */
static void
judge_first_payment(struct phb__check *check)
{
    const struct phb_costing *costing = check->costing;
    phb_date first = check->content->settings.first_payment;
    phb_pence cost = 0;
    if (first == PHB_DATE_NONE || first <= costing->calendar.period.start) {
        return;
    }
    for (size_t row = 0; row < phb_table_rows(costing->lines); row++) {
        cost += cost_by(check, &costing->facts[row], first - 1);
    }
    if (cost > phb__policy_tolerance_pence(check->policy)) {
        phb__find(
            &check->findings,
            &(struct phb__finding){.rule = PHB__RULE_BUDGET_PAYMENTS_BEHIND_COST,
                                   .at = "/payments/first_payment",
                                   .arguments = {phb__value("first", PHB__ARGUMENT_DATE, first),
                                                 phb__value("cost", PHB__ARGUMENT_PENCE, cost)},
                                   .actual = 0,
                                   .limit = cost});
    }
}

void
phb__rules_payments(struct phb__check *check)
{
    find_unsaid(check);
    judge_notice(check);
    judge_first_payment(check);
}
