/*
 * Is what was agreed enough? National Health Service (Direct Payments) Regulations 2013, regulation
 * 13: the sum must cover the full cost of each of the services in the plan. The contingency is not
 * a service, and figures that differ by no more than the tolerance are the same.
 */

#include "core/ids.h"
#include "rules/check.h"

#include <string.h>

static phb_pence
cost_of_services(const struct phb_costing *costing)
{
    return costing->sums.recurring + costing->sums.one_off;
}

static bool
is_agreed(const struct phb__check *check)
{
    return check->content->settings.agreed_pence != PHB_PENCE_NONE;
}

static void
note_within_tolerance(struct phb__check *check, const char *at, phb_pence agreed, phb_pence cost)
{
    phb_pence tolerance = phb__policy_tolerance_pence(check->policy);
    phb__find(&check->findings,
              &(struct phb__finding){
                  .rule = PHB__RULE_BUDGET_ENOUGH_TOLERANCE,
                  .at = at,
                  .arguments = {phb__value("shortfall", PHB__ARGUMENT_PENCE, cost - agreed),
                                phb__value("tolerance", PHB__ARGUMENT_PENCE, tolerance),
                                phb__value("cost", PHB__ARGUMENT_PENCE, cost)},
                  .actual = agreed,
                  .limit = cost});
}

/* ---- in total ---- */

/* Where only a part is paid directly, the regulation speaks of that part alone. */
static phb_deployment
deployment_of_shortfall(const struct phb__check *check, phb_pence agreed)
{
    const struct phb_costing *costing = check->costing;
    phb_pence direct = 0;
    phb_deployment other = PHB_DEPLOYMENT_DIRECT_PAYMENT;
    for (size_t row = phb_table_rows(costing->lines); row > 0; row--) {
        const struct phb__line_fact *fact = &costing->facts[row - 1];
        bool is_direct = fact->deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT;
        other = is_direct ? other : fact->deployment;
        direct += is_direct && fact->kind != PHB__COST_CONTINGENCY ? fact->amount : 0;
    }
    return direct - agreed > phb__policy_tolerance_pence(check->policy)
               ? PHB_DEPLOYMENT_DIRECT_PAYMENT
               : other;
}

static void
find_short(struct phb__check *check, enum phb__rule_key rule, phb_pence cost, phb_pence shortfall)
{
    phb_pence agreed = check->content->settings.agreed_pence;
    bool is_of_services = rule == PHB__RULE_BUDGET_ENOUGH_TOTAL;
    phb__find(&check->findings,
              &(struct phb__finding){
                  .rule = rule,
                  .deployment =
                      is_of_services ? deployment_of_shortfall(check, agreed) : (phb_deployment)0,
                  .at = "/agreed",
                  .arguments = {phb__value("agreed", PHB__ARGUMENT_PENCE, agreed),
                                phb__value("cost", PHB__ARGUMENT_PENCE, cost),
                                phb__value("shortfall", PHB__ARGUMENT_PENCE, shortfall)},
                  .actual = agreed,
                  .limit = cost});
}

static void
judge_total(struct phb__check *check)
{
    phb_pence agreed = check->content->settings.agreed_pence;
    phb_pence contingency = check->costing->sums.contingency;
    phb_pence services = cost_of_services(check->costing);
    phb_pence whole = services + contingency;
    phb_pence tolerance = phb__policy_tolerance_pence(check->policy);
    phb_pence missing = whole - agreed < contingency ? whole - agreed : contingency;
    if (services - agreed > tolerance) {
        find_short(check, PHB__RULE_BUDGET_ENOUGH_TOTAL, services, services - agreed);
        return;
    }
    if (services > agreed) {
        note_within_tolerance(check, "/agreed", agreed, services);
    }
    if (missing > tolerance) {
        find_short(check, PHB__RULE_BUDGET_ENOUGH_CONTINGENCY, whole, missing);
    } else if (missing > 0 && services <= agreed) {
        note_within_tolerance(check, "/agreed", agreed, whole);
    }
}

static void
find_not_agreed(struct phb__check *check)
{
    phb_pence cost = check->costing->sums.total;
    phb__find(&check->findings,
              &(struct phb__finding){.rule = PHB__RULE_BUDGET_ENOUGH_NOT_AGREED,
                                     .at = "/agreed",
                                     .arguments = {phb__value("cost", PHB__ARGUMENT_PENCE, cost)},
                                     .actual = PHB_NUMBER_NONE,
                                     .limit = cost});
}

/* ---- line by line ---- */

struct agreement {
    struct phb__check *check;
    struct phb__ids ids;        /* of the assistants, and after them of the lines */
    phb_pence *assistant_costs; /* to compare with */
    phb_pence allowance;        /* what the agreement takes off for it; 0: each is net of it */
    phb_pence sum;
};

static bool
resolve_ids(struct agreement *agreement)
{
    const struct phb__check *check = agreement->check;
    const struct phb__assistant *assistants = phb__budget_assistants(check->content);
    const struct phb__line *lines = phb__budget_lines(check->content);
    uint32_t assistant_count = check->content->assistants.count;
    uint32_t line_count = check->content->lines.count;
    if (!phb__ids_init(&agreement->ids, check->costing->context,
                       (size_t)assistant_count + line_count)) {
        return false;
    }
    for (uint32_t i = 0; i < assistant_count; i++) {
        (void)phb__ids_add(&agreement->ids, assistants[i].given.id, (int32_t)i);
    }
    for (uint32_t i = 0; i < line_count; i++) {
        (void)phb__ids_add(&agreement->ids, lines[i].given.id, (int32_t)(assistant_count + i));
    }
    return true;
}

/* An agreement that takes the allowance off as a line of its own agrees everybody in full. */
static bool
find_assistant_costs(struct agreement *agreement)
{
    const struct phb__check *check = agreement->check;
    const struct phb_costing *costing = check->costing;
    const struct phb__agreed_line *agreed = check->content->agreed_lines.items;
    agreement->assistant_costs = check->assistant_costs;
    for (uint32_t i = 0; i < check->content->agreed_lines.count; i++) {
        if (strcmp(agreed[i].id, "employment_allowance") == 0) {
            agreement->allowance = agreed[i].amount;
        }
    }
    if (agreement->allowance == 0) {
        return true;
    }
    agreement->assistant_costs =
        phb__arena_take(&agreement->check->arena, check->content->assistants.count,
                        sizeof *agreement->assistant_costs);
    if (!agreement->assistant_costs) {
        return false;
    }
    for (size_t row = 0; row < phb_table_rows(costing->lines); row++) {
        int32_t assistant = costing->facts[row].assistant;
        if (assistant != PHB__NOBODY) {
            agreement->assistant_costs[assistant] += costing->facts[row].amount;
        }
    }
    return true;
}

struct agreed {
    const char *of;
    const char *at;
    phb_pence amount;
    phb_pence cost;
    phb_deployment deployment;
};

static void
judge_line(struct phb__check *check, const struct agreed *agreed)
{
    phb_pence shortfall = agreed->cost - agreed->amount;
    if (shortfall > phb__policy_tolerance_pence(check->policy)) {
        phb__find(&check->findings,
                  &(struct phb__finding){
                      .rule = PHB__RULE_BUDGET_ENOUGH_LINE,
                      .deployment = agreed->deployment,
                      .at = agreed->at,
                      .arguments = {phb__text("of", agreed->of),
                                    phb__value("agreed", PHB__ARGUMENT_PENCE, agreed->amount),
                                    phb__value("cost", PHB__ARGUMENT_PENCE, agreed->cost),
                                    phb__value("shortfall", PHB__ARGUMENT_PENCE, shortfall)},
                      .actual = agreed->amount,
                      .limit = agreed->cost});
    } else if (shortfall > 0) {
        note_within_tolerance(check, agreed->at, agreed->amount, agreed->cost);
    }
}

static void
judge_contingency_line(struct phb__check *check, const char *at, phb_pence agreed)
{
    const struct phb__sums *sums = &check->costing->sums;
    phb_pence cost = sums->contingency + sums->contingency_outside;
    if (cost - agreed > phb__policy_tolerance_pence(check->policy)) {
        phb__find(&check->findings,
                  &(struct phb__finding){
                      .rule = PHB__RULE_BUDGET_ENOUGH_CONTINGENCY_LINE,
                      .at = at,
                      .arguments = {phb__value("agreed", PHB__ARGUMENT_PENCE, agreed),
                                    phb__value("cost", PHB__ARGUMENT_PENCE, cost),
                                    phb__value("shortfall", PHB__ARGUMENT_PENCE, cost - agreed)},
                      .actual = agreed,
                      .limit = cost});
    } else if (cost > agreed) {
        note_within_tolerance(check, at, agreed, cost);
    }
}

static void
judge_wheelchair(struct phb__check *check, struct agreed *agreed)
{
    const struct phb_costing *costing = check->costing;
    for (size_t row = 0; row < phb_table_rows(costing->lines); row++) {
        const struct phb__line_fact *fact = &costing->facts[row];
        if (fact->kind == PHB__COST_ONE_OFF && fact->plain_line == PHB__NOBODY) {
            agreed->cost = fact->amount;
            agreed->deployment = fact->deployment;
            judge_line(check, agreed);
        }
    }
}

/* More taken off than the allowance is worth has to be paid by somebody. */
static void
judge_allowance(struct phb__check *check, const char *at, phb_pence taken_off)
{
    phb_pence allowance = 0;
    for (int32_t year = 0; year < PHB__TAX_YEARS_MAX; year++) {
        allowance += check->costing->allowance[year];
    }
    if (taken_off - allowance <= phb__policy_tolerance_pence(check->policy)) {
        return;
    }
    phb__find(&check->findings,
              &(struct phb__finding){
                  .rule = PHB__RULE_BUDGET_ENOUGH_ALLOWANCE_LINE,
                  .at = at,
                  .arguments = {phb__value("taken_off", PHB__ARGUMENT_PENCE, taken_off),
                                phb__value("allowance", PHB__ARGUMENT_PENCE, allowance)},
                  .actual = taken_off,
                  .limit = allowance});
}

/* One of those the costing works out for the budget as a whole. */
static void
judge_whole(struct agreement *agreement, struct agreed *agreed)
{
    struct phb__check *check = agreement->check;
    if (strcmp(agreed->of, "wheelchair") == 0) {
        agreement->sum += agreed->amount;
        judge_wheelchair(check, agreed);
    } else if (strcmp(agreed->of, "contingency") == 0) {
        bool is_outside = check->content->settings.contingency_held == PHB_CONTINGENCY_OUTSIDE;
        agreement->sum += is_outside ? 0 : agreed->amount;
        judge_contingency_line(check, agreed->at, agreed->amount);
    } else {
        agreement->sum -= agreed->amount;
        judge_allowance(check, agreed->at, agreed->amount);
    }
}

static void
judge_agreed(struct agreement *agreement, const struct phb__agreed_line *line)
{
    const struct phb__check *check = agreement->check;
    char path[PHB__PATH_SIZE] = "/agreed_by_line";
    (void)phb__path_add(path, line->id);
    struct agreed agreed = {.of = line->id, .at = path, .amount = line->amount};
    int32_t found = phb__ids_find(&agreement->ids, line->id);
    if (found < 0) {
        judge_whole(agreement, &agreed);
        return;
    }
    uint32_t index = (uint32_t)found;
    uint32_t assistants = check->content->assistants.count;
    if (index < assistants) {
        agreed.cost = agreement->assistant_costs[index];
        agreed.deployment = phb__budget_assistants(check->content)[index].given.deployment;
    } else {
        agreed.cost = check->line_costs[index - assistants];
        agreed.deployment = phb__budget_lines(check->content)[index - assistants].given.deployment;
    }
    agreement->sum += agreed.amount;
    judge_line(agreement->check, &agreed);
}

/* When total and lines contradict one another nobody can tell what was agreed. A sum beyond what
 * can be counted is told as the most that can. */
static void
judge_sum(struct phb__check *check, phb_pence sum)
{
    phb_pence agreed = check->content->settings.agreed_pence;
    phb_pence lines = sum < PHB_PENCE_MAX ? sum : PHB_PENCE_MAX;
    if (!is_agreed(check) || lines - agreed <= phb__policy_tolerance_pence(check->policy)) {
        return;
    }
    phb__find(
        &check->findings,
        &(struct phb__finding){.rule = PHB__RULE_BUDGET_ENOUGH_LINES_EXCEED_TOTAL,
                               .at = "/agreed_by_line",
                               .arguments = {phb__value("lines", PHB__ARGUMENT_PENCE, lines),
                                             phb__value("agreed", PHB__ARGUMENT_PENCE, agreed)},
                               .actual = lines,
                               .limit = agreed});
}

static void
judge_lines(struct phb__check *check)
{
    struct agreement agreement = {.check = check};
    const struct phb__agreed_line *lines = check->content->agreed_lines.items;
    if (check->content->agreed_lines.count == 0) {
        return;
    }
    if (!resolve_ids(&agreement) || !find_assistant_costs(&agreement)) {
        check->findings.status = PHB_ERROR_MEMORY;
    } else {
        for (uint32_t i = 0; i < check->content->agreed_lines.count; i++) {
            judge_agreed(&agreement, &lines[i]);
        }
        judge_sum(check, agreement.sum);
    }
    phb__ids_free(&agreement.ids);
}

/* ---- what was said before the plan ---- */

static void
compare_indicative(struct phb__check *check)
{
    const phb_budget_settings *settings = &check->content->settings;
    phb_pence tolerance = phb__policy_tolerance_pence(check->policy);
    phb_pence indicative = settings->indicative_pence;
    phb_pence cost = check->costing->sums.total;
    if (indicative == PHB_PENCE_NONE) {
        return;
    }
    if (cost - indicative > tolerance) {
        phb__find(
            &check->findings,
            &(struct phb__finding){
                .rule = PHB__RULE_BUDGET_ENOUGH_INDICATIVE_BELOW_COST,
                .at = "/indicative",
                .arguments = {phb__value("indicative", PHB__ARGUMENT_PENCE, indicative),
                              phb__value("difference", PHB__ARGUMENT_PENCE, cost - indicative)},
                .actual = indicative,
                .limit = cost});
    }
    if (is_agreed(check) && indicative - settings->agreed_pence > tolerance) {
        phb_pence difference = indicative - settings->agreed_pence;
        phb__find(
            &check->findings,
            &(struct phb__finding){
                .rule = PHB__RULE_BUDGET_ENOUGH_AGREED_BELOW_INDICATIVE,
                .at = "/agreed",
                .arguments = {phb__value("agreed", PHB__ARGUMENT_PENCE, settings->agreed_pence),
                              phb__value("indicative", PHB__ARGUMENT_PENCE, indicative),
                              phb__value("difference", PHB__ARGUMENT_PENCE, difference)},
                .actual = settings->agreed_pence,
                .limit = indicative});
    }
}

/* ---- 52 weeks ---- */

/*
 * What the services cost when every day counts. National Insurance and pensions do not grow in step
 * with pay, so the budget is costed once more and not scaled.
 */
static bool
cost_by_days(struct phb__check *check, phb_pence *out_cost)
{
    const struct phb_costing *costing = check->costing;
    phb_budget budget = {.context = costing->context,
                         .memory = costing->memory,
                         .content = costing->given,
                         .is_checked = true,
                         .period_position = -1};
    phb_cost_options options = PHB_COST_OPTIONS_INIT;
    phb_costing *by_days = NULL;
    budget.content.settings.weeks_in_year = PHB_WEEKS_DAYS;
    budget.content.settings.payment_frequency = (phb_payment_frequency)0;
    options.law_on = costing->law_on;
    options.policy = costing->policy;
    options.trace = PHB_TRACE_NONE;
    options.refuse_provisional = costing->match == PHB_RATE_EXACT;
    phb_status status = phb_budget_cost(&budget, costing->rates, &options, &by_days, NULL);
    if (status != PHB_OK) {
        check->findings.status = status;
        return false;
    }
    *out_cost = cost_of_services(by_days);
    phb_costing_free(by_days);
    return true;
}

/* Money that was agreed beyond the cost may be there for the days left over. */
static void
judge_weeks(struct phb__check *check)
{
    const struct phb_costing *costing = check->costing;
    phb_pence by_days = 0;
    if (costing->calendar.weeks_in_year != PHB_WEEKS_52 || !cost_by_days(check, &by_days)) {
        return;
    }
    struct phb__stretch year = phb__budget_year(&costing->calendar, costing->calendar.period.start);
    int64_t days = phb__stretch_days(year) - INT64_C(52) * 7;
    phb_pence unfunded = by_days - cost_of_services(costing);
    if (is_agreed(check)) {
        phb_pence missing =
            by_days + costing->sums.contingency - check->content->settings.agreed_pence;
        unfunded = missing < unfunded ? missing : unfunded;
    }
    if (unfunded > phb__policy_tolerance_pence(check->policy)) {
        phb__find(&check->findings,
                  &(struct phb__finding){
                      .rule = PHB__RULE_BUDGET_ENOUGH_WEEKS_52,
                      .at = "/weeks_in_year",
                      .arguments = {phb__value("days", PHB__ARGUMENT_DAYS, days),
                                    phb__value("unfunded", PHB__ARGUMENT_PENCE, unfunded)},
                      .actual = by_days - unfunded,
                      .limit = by_days});
    }
}

void
phb__rules_enough(struct phb__check *check)
{
    if (is_agreed(check)) {
        judge_total(check);
    } else {
        find_not_agreed(check);
    }
    judge_lines(check);
    compare_indicative(check);
    judge_weeks(check);
}
