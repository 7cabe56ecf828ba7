/*
 * The costs of employing somebody that are easily forgotten: each has a line, or one that costs
 * nothing and says why. National Insurance, pension and leave need no rule here: the costing works
 * them out for everybody.
 */

#include "core/ids.h"
#include "rules/check.h"

/* What is asked for one by one: the line may be for everybody, or name those it is for. */
enum {
    EMERGENCY_COVER = 1,
    RECRUITMENT = 2,
    DBS = 4,
    PENSION_SETUP = 8,
};

struct costs {
    struct phb__check *check;
    bool is_there[PHB_CATEGORY_TESTS + 1]; /* a line of this category, on a day of the period */
    unsigned for_all;
    uint8_t *for_each; /* assistant, by lines that name them */
    bool has_third_party_line;
};

static unsigned
bit_of(phb_category category)
{
    switch ((int)category) {
    case PHB_CATEGORY_EMERGENCY_COVER:
        return EMERGENCY_COVER;
    case PHB_CATEGORY_RECRUITMENT:
        return RECRUITMENT;
    case PHB_CATEGORY_DBS:
        return DBS;
    case PHB_CATEGORY_PENSION_SETUP:
        return PENSION_SETUP;
    default:
        return 0;
    }
}

static bool
is_said(const char *text)
{
    return text && text[0] != '\0';
}

/* ---- what there is ---- */

static bool
is_in_period(const struct phb__check *check, const phb_line *line)
{
    struct phb__stretch period = check->costing->calendar.period;
    struct phb__stretch days = {phb__day_or(line->start, period.start),
                                phb__day_or(line->end, period.end)};
    return phb__stretch_overlap(days, period, &days);
}

static void
mark_named(struct costs *costs, const struct phb__ids *ids, const struct phb__line *line)
{
    const char *const *named = line->assistants.items;
    for (uint32_t i = 0; i < line->assistants.count; i++) {
        int32_t index = phb__ids_find(ids, named[i]);
        costs->for_each[index] |= (uint8_t)bit_of(line->given.category);
    }
}

static void
look_at_line(struct costs *costs, const struct phb__ids *ids, const struct phb__line *line)
{
    costs->is_there[line->given.category] = true;
    costs->has_third_party_line |= line->given.deployment == PHB_DEPLOYMENT_THIRD_PARTY;
    if (line->assistants.count > 0) {
        mark_named(costs, ids, line);
    } else {
        costs->for_all |= bit_of(line->given.category);
    }
}

static bool
look_at_lines(struct costs *costs)
{
    const struct phb__check *check = costs->check;
    const struct phb__assistant *assistants = phb__budget_assistants(check->content);
    const struct phb__line *lines = phb__budget_lines(check->content);
    uint32_t count = check->content->assistants.count;
    struct phb__ids ids;
    costs->for_each = phb__arena_take(&costs->check->arena, count, sizeof *costs->for_each);
    if (!costs->for_each || !phb__ids_init(&ids, check->costing->context, count)) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        (void)phb__ids_add(&ids, assistants[i].given.id, (int32_t)i);
    }
    for (uint32_t i = 0; i < check->content->lines.count; i++) {
        if (is_in_period(check, &lines[i].given)) {
            look_at_line(costs, &ids, &lines[i]);
        }
    }
    phb__ids_free(&ids);
    return true;
}

/* ---- what everybody who employs needs ---- */

/*
 * Employers' Liability (Compulsory Insurance) Act 1969, section 2(2)(a): husband, wife, civil
 * partner, parents, grandparents, children, brothers and sisters. An unmarried partner is not among
 * them, nor are aunts, uncles and in-laws.
 */
static bool
needs_no_insurance(phb_relationship relationship)
{
    return relationship == PHB_RELATIONSHIP_SPOUSE || relationship == PHB_RELATIONSHIP_PARENT ||
           relationship == PHB_RELATIONSHIP_CHILD || relationship == PHB_RELATIONSHIP_SIBLING ||
           relationship == PHB_RELATIONSHIP_GRANDPARENT;
}

/* How those are employed whom a cost is for: by direct payment, if any are; 0: nobody is. */
static phb_deployment
employed_by(const struct phb__check *check, bool counts_family)
{
    phb_deployment found = (phb_deployment)0;
    for (uint32_t i = 0; i < check->content->assistants.count; i++) {
        const struct phb__employment *employment = &check->costing->employments[i];
        const phb_assistant *given = &employment->assistant->given;
        bool counts = counts_family || !needs_no_insurance(given->relationship);
        bool is_first = found == (phb_deployment)0;
        if (employment->is_in_period && counts &&
            (is_first || given->deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT)) {
            found = given->deployment;
        }
    }
    return found;
}

static void
find_missing(struct phb__check *check, enum phb__rule_key rule, phb_deployment deployment)
{
    phb__find(&check->findings,
              &(struct phb__finding){.rule = rule, .deployment = deployment, .at = "/lines"});
}

static void
ask_of_employers(const struct costs *costs)
{
    static const struct {
        enum phb__rule_key rule;
        phb_category category;
        bool counts_family;
    } asked[] = {
        {PHB__RULE_BUDGET_COSTS_INSURANCE, PHB_CATEGORY_INSURANCE, false},
        {PHB__RULE_BUDGET_COSTS_PAYROLL, PHB_CATEGORY_PAYROLL, true},
        {PHB__RULE_BUDGET_COSTS_TRAINING, PHB_CATEGORY_TRAINING, true},
    };
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        phb_deployment deployment = employed_by(costs->check, asked[i].counts_family);
        if (deployment != (phb_deployment)0 && !costs->is_there[asked[i].category]) {
            find_missing(costs->check, asked[i].rule, deployment);
        }
    }
}

/* ---- what each assistant needs ---- */

/* Weeks of sickness bring sick pay, and the pay of the absent goes towards whoever stands in. */
static bool
has_own_sick_cover(const phb_assistant *given)
{
    bool has_weeks =
        given->sickness_weeks_hundredths != PHB_NUMBER_NONE && given->sickness_weeks_hundredths > 0;
    return has_weeks || is_said(given->sickness_nil_reason);
}

/*
 * Somebody taken on before the period does not start in it, and of somebody of whom neither day is
 * said nothing is known.
 */
static bool
starts_in_period(const struct phb__check *check, const phb_assistant *given)
{
    phb_date taken_on = phb__day_or(given->employed_since, given->start);
    return taken_on != PHB_DATE_NONE && taken_on >= check->costing->calendar.period.start;
}

/* Regulation 7(8) of the regulations: close family is known, and need not be checked. */
static bool
is_close_family(phb_relationship relationship)
{
    return relationship != (phb_relationship)0 && relationship != PHB_RELATIONSHIP_NONE &&
           relationship != PHB_RELATIONSHIP_FRIEND;
}

static void
find_missing_for(struct phb__check *check, enum phb__rule_key rule, uint32_t index,
                 const char *inner)
{
    const phb_assistant *given = &phb__budget_assistants(check->content)[index].given;
    phb__find(&check->findings,
              &(struct phb__finding){.rule = rule,
                                     .deployment = given->deployment,
                                     .at = phb__at("assistants", index, inner).path,
                                     .arguments = {phb__text("of", given->id)}});
}

static void
ask_of_start(const struct costs *costs, uint32_t index, unsigned paid)
{
    const phb_assistant *given = &phb__budget_assistants(costs->check->content)[index].given;
    if (!starts_in_period(costs->check, given)) {
        return;
    }
    if (!(paid & RECRUITMENT)) {
        find_missing_for(costs->check, PHB__RULE_BUDGET_COSTS_RECRUITMENT, index, NULL);
    }
    if (!(paid & DBS) && !is_close_family(given->relationship)) {
        find_missing_for(costs->check, PHB__RULE_BUDGET_COSTS_DBS, index, NULL);
    }
    if (!(paid & PENSION_SETUP)) {
        find_missing_for(costs->check, PHB__RULE_BUDGET_COSTS_PENSION_SETUP, index, NULL);
    }
}

static void
ask_of_each(const struct costs *costs)
{
    const struct phb__check *check = costs->check;
    for (uint32_t i = 0; i < check->content->assistants.count; i++) {
        const struct phb__employment *employment = &check->costing->employments[i];
        unsigned paid = costs->for_all | costs->for_each[i];
        if (!employment->is_in_period) {
            continue;
        }
        if (!(paid & EMERGENCY_COVER) && !has_own_sick_cover(&employment->assistant->given)) {
            find_missing_for(costs->check, PHB__RULE_BUDGET_COSTS_SICK_COVER, i, "sickness");
        }
        ask_of_start(costs, i, paid);
    }
}

/* ---- what others charge for holding the money ---- */

static void
ask_of_holders(const struct costs *costs)
{
    struct phb__check *check = costs->check;
    bool has_third_party =
        costs->has_third_party_line || phb__check_employs(check, PHB_DEPLOYMENT_THIRD_PARTY);
    if (has_third_party && !costs->is_there[PHB_CATEGORY_THIRD_PARTY_FEE]) {
        find_missing(check, PHB__RULE_BUDGET_COSTS_THIRD_PARTY_FEE, PHB_DEPLOYMENT_THIRD_PARTY);
    }
    if (check->content->settings.account == PHB_ACCOUNT_MANAGED &&
        !costs->is_there[PHB_CATEGORY_MANAGED_ACCOUNT]) {
        find_missing(check, PHB__RULE_BUDGET_COSTS_MANAGED_ACCOUNT, (phb_deployment)0);
    }
}

/* ---- what costs nothing ---- */

static void
ask_for_reasons(struct phb__check *check)
{
    const struct phb__line *lines = phb__budget_lines(check->content);
    for (uint32_t i = 0; i < check->content->lines.count; i++) {
        const phb_line *given = &lines[i].given;
        if (check->line_costs[i] == 0 && is_in_period(check, given) &&
            !is_said(given->nil_reason)) {
            phb__find(&check->findings,
                      &(struct phb__finding){.rule = PHB__RULE_BUDGET_COSTS_NIL_WITHOUT_REASON,
                                             .deployment = given->deployment,
                                             .at = phb__at("lines", i, NULL).path,
                                             .arguments = {phb__text("of", given->id)}});
        }
    }
}

void
phb__rules_costs(struct phb__check *check)
{
    struct costs costs = {.check = check};
    if (!look_at_lines(&costs)) {
        check->findings.status = PHB_ERROR_MEMORY;
        return;
    }
    ask_of_employers(&costs);
    ask_of_each(&costs);
    ask_of_holders(&costs);
    ask_for_reasons(check);
}
