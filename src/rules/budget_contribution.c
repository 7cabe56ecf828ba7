/* Who pays: what the person is asked for, and whether the funders' parts make up the cost. */

#include "costing/segment.h"
#include "rules/check.h"

/* ---- the person ---- */

static void
find_contribution(struct phb__check *check, enum phb__rule_key rule, uint32_t index,
                  phb_pence allowed)
{
    const phb_funder *funder = &phb__budget_funders(check->content)[index];
    phb_pence amount = funder->client_contribution_pence;
    phb__find(
        &check->findings,
        &(struct phb__finding){.rule = rule,
                               .at = phb__at("funders", index, "client_contribution").path,
                               .arguments = {phb__text("funder", funder->id),
                                             phb__value("amount", PHB__ARGUMENT_PENCE, amount)},
                               .actual = amount,
                               .limit = allowed});
}

/*
 * Social care may be charged for, health care may not. The exception is what a chair costs beyond
 * the wheelchair budget. Which of the two rules applies is for their grades: aftercare under
 * section 117 is free whoever funds it.
 */
static void
judge_contributions(struct phb__check *check)
{
    const phb_funder *funders = phb__budget_funders(check->content);
    phb_pence allowed = check->costing->sums.person_pays;
    for (uint32_t i = 0; i < check->content->funders.count; i++) {
        phb_pence amount = funders[i].client_contribution_pence;
        if (amount == PHB_PENCE_NONE || amount == 0) {
            continue;
        }
        find_contribution(check, PHB__RULE_BUDGET_CONTRIBUTION_SECTION_117, i, 0);
        if (funders[i].kind == PHB_FUNDER_SOCIAL_CARE) {
            continue;
        }
        if (amount > allowed) {
            find_contribution(check, PHB__RULE_BUDGET_CONTRIBUTION_HEALTH, i, allowed);
        }
        allowed = amount < allowed ? allowed - amount : 0;
    }
}

/* ---- the funders ---- */

/* What the assistants and lines that name a funder cost; that of each into `named`. */
static phb_pence
add_named(const struct phb__check *check, phb_pence *named)
{
    const struct phb_costing *costing = check->costing;
    phb_pence sum = 0;
    for (uint32_t i = 0; i < check->content->assistants.count; i++) {
        int32_t funder = costing->employments[i].funder;
        if (funder != PHB__FUNDER_NONE) {
            named[funder] += check->assistant_costs[i];
            sum += check->assistant_costs[i];
        }
    }
    for (size_t row = 0; row < phb_table_rows(costing->lines); row++) {
        const struct phb__line_fact *fact = &costing->facts[row];
        if (fact->funder != PHB__FUNDER_NONE && fact->plain_line != PHB__NOBODY) {
            named[fact->funder] += fact->amount;
            sum += fact->amount;
        }
    }
    return sum;
}

/* What funders have said they pay of what names none of them. */
struct pledges {
    phb_pence amounts;
    bool has_shares; /* of what the amounts leave */
    bool take_all;   /* by shares, or by the one funder who takes what is left */
};

static struct pledges
add_pledges(const struct phb__check *check)
{
    const phb_funder *funders = phb__budget_funders(check->content);
    struct pledges pledges = {0, false, false};
    uint32_t without_either = 0;
    for (uint32_t i = 0; i < check->content->funders.count; i++) {
        bool has_amount = funders[i].amount_pence != PHB_PENCE_NONE;
        bool has_share = funders[i].share_ppm != PHB_NUMBER_NONE;
        pledges.amounts += has_amount ? funders[i].amount_pence : 0;
        pledges.has_shares = pledges.has_shares || has_share;
        without_either += !has_amount && !has_share;
    }
    pledges.take_all = pledges.has_shares || without_either == 1;
    return pledges;
}

/* Funders may pay up to what was agreed, when that is more than the cost. A sum beyond what can be
 * counted is told as the most that can. */
static void
judge_sum(struct phb__check *check, phb_pence named, const struct pledges *pledges)
{
    phb_pence cost = check->costing->sums.total;
    phb_pence agreed = check->content->settings.agreed_pence;
    phb_pence most = agreed != PHB_PENCE_NONE && agreed > cost ? agreed : cost;
    phb_pence tolerance = phb__policy_tolerance_pence(check->policy);
    phb_pence sum = named + pledges->amounts;
    phb_pence funded = sum < PHB_PENCE_MAX ? sum : PHB_PENCE_MAX;
    bool is_short = !pledges->take_all && cost - funded > tolerance;
    if (is_short || funded - most > tolerance) {
        phb__find(
            &check->findings,
            &(struct phb__finding){.rule = PHB__RULE_BUDGET_CONTRIBUTION_FUNDERS,
                                   .at = "/funders",
                                   .arguments = {phb__value("funded", PHB__ARGUMENT_PENCE, funded),
                                                 phb__value("cost", PHB__ARGUMENT_PENCE, cost)},
                                   .actual = funded,
                                   .limit = cost});
    }
}

/* A council that is listed and pays nothing is no question. `rest` is what the amounts leave. */
static bool
pays_anything(const phb_funder *funder, phb_pence named, const struct pledges *pledges,
              phb_pence rest)
{
    bool has_amount = funder->amount_pence != PHB_PENCE_NONE;
    bool has_share = funder->share_ppm != PHB_NUMBER_NONE && funder->share_ppm > 0;
    bool takes_rest = !has_amount && !pledges->has_shares;
    return named > 0 || (has_amount && funder->amount_pence > 0) ||
           (rest > 0 && (has_share || takes_rest));
}

static void
ask_of_social_care(struct phb__check *check, const phb_pence *named, const struct pledges *pledges,
                   phb_pence rest)
{
    const phb_funder *funders = phb__budget_funders(check->content);
    for (uint32_t i = 0; i < check->content->funders.count; i++) {
        if (funders[i].kind == PHB_FUNDER_SOCIAL_CARE &&
            pays_anything(&funders[i], named[i], pledges, rest)) {
            phb__find(&check->findings,
                      &(struct phb__finding){.rule = PHB__RULE_BUDGET_CONTRIBUTION_SOCIAL_CARE,
                                             .at = phb__at("funders", i, NULL).path,
                                             .arguments = {phb__text("funder", funders[i].id)}});
        }
    }
}

void
phb__rules_contribution(struct phb__check *check)
{
    uint32_t count = check->content->funders.count;
    if (count == 0) {
        return;
    }
    phb_pence *named = phb__arena_take(&check->arena, count, sizeof *named);
    if (!named) {
        check->findings.status = PHB_ERROR_MEMORY;
        return;
    }
    judge_contributions(check);
    phb_pence sum = add_named(check, named);
    struct pledges pledges = add_pledges(check);
    phb_pence rest = check->costing->sums.total - sum - pledges.amounts;
    ask_of_social_care(check, named, &pledges, rest);
    judge_sum(check, sum, &pledges);
}
