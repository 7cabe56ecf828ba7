/*
 * Is the Employment Allowance settled? National Insurance Contributions Act 2014, sections 1 to 4.
 * It meets what the employer pays on those employed by direct payment, tax year by tax year.
 */

#include "core/checked.h"
#include "core/date.h"
#include "rates/law.h"
#include "rules/check.h"

#define AT_CLAIM "/employer/employment_allowance/claim"
#define AT_ALLOWANCE "/employer/employment_allowance"

/* One tax year of the budget, as the costing sees it. */
struct year {
    phb_pence employer_ni;
    bool is_allowed; /* employers of care may have the allowance in it */
    bool is_used_said;
    phb_pence most; /* what it would meet, if nothing is used but what is said */
};

static phb_pence
employer_ni_of(const struct phb__check *check, int32_t number)
{
    phb_pence sum = 0;
    for (uint32_t i = 0; i < check->content->assistants.count; i++) {
        const struct phb__employment *employment = &check->costing->employments[i];
        if (employment->assistant->given.deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT) {
            sum += employment->employer_ni[number];
        }
    }
    return sum;
}

static struct year
year_numbered(const struct phb__check *check, int32_t number)
{
    const struct phb_costing *costing = check->costing;
    phb_date start = costing->calendar.period.start;
    int32_t name = phb__tax_year_of(start) + number;
    phb_date first = number == 0 ? start : phb__tax_year_start(name);
    phb_date law_day = costing->law_on == PHB_DATE_NONE ? first : costing->law_on;
    const struct phb__allowance_used *used = check->content->allowance_used.items;
    const struct phb__rate_row *allowance = NULL;
    struct phb__law law;
    struct year year = {.employer_ni = employer_ni_of(check, number)};
    phb_pence left = 0;
    if (phb__law_on(costing->dataset, law_day, costing->match, &law)) {
        allowance = phb__law_row(&law, PHB__RATE_EMPLOYMENT_ALLOWANCE_AMOUNT);
        year.is_allowed = allowance != NULL;
        left = allowance ? allowance->value : 0;
    }
    for (uint32_t i = 0; i < check->content->allowance_used.count; i++) {
        if (used[i].tax_year == name) {
            year.is_used_said = true;
            left -= used[i].amount;
        }
    }
    left = left > 0 ? left : 0;
    year.most = year.employer_ni < left ? year.employer_ni : left;
    return year;
}

/* ---- nothing is said ---- */

static void
check_not_said(struct phb__check *check, int32_t last)
{
    phb_pence saving = 0;
    for (int32_t number = 0; number <= last; number++) {
        saving += year_numbered(check, number).most;
    }
    if (saving > 0) {
        phb__find(
            &check->findings,
            &(struct phb__finding){.rule = PHB__RULE_BUDGET_ALLOWANCE_NOT_SAID,
                                   .deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT,
                                   .at = AT_CLAIM,
                                   .arguments = {phb__value("saving", PHB__ARGUMENT_PENCE, saving)},
                                   .actual = PHB_NUMBER_NONE,
                                   .limit = saving});
    }
}

/* ---- it is claimed ---- */

/* The costing counts none for a first tax year of which it cannot know what is left. */
static void
check_mid_year(struct phb__check *check)
{
    phb_date start = check->costing->calendar.period.start;
    struct year first = year_numbered(check, 0);
    if (first.most == 0 || first.is_used_said || check->costing->allowance[0] > 0) {
        return;
    }
    phb__find(&check->findings,
              &(struct phb__finding){
                  .rule = PHB__RULE_BUDGET_ALLOWANCE_MID_YEAR,
                  .deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT,
                  .at = AT_ALLOWANCE,
                  .arguments = {phb__value("start", PHB__ARGUMENT_DATE, start),
                                phb__value("year", PHB__ARGUMENT_NUMBER, phb__tax_year_of(start)),
                                phb__value("saving", PHB__ARGUMENT_PENCE, first.most)},
                  .actual = 0,
                  .limit = first.most});
}

/* How much of the cost before it the allowance meets. */
static void
check_reliance(struct phb__check *check, int32_t last)
{
    phb_pence amount = 0;
    for (int32_t number = 0; number <= last; number++) {
        amount += check->costing->allowance[number];
    }
    phb_pence before = check->costing->sums.total + amount;
    int64_t share = 0; /* in hundredths of a percent */
    if (amount == 0 || !phb__mul_div(amount, 10000, before, PHB_ROUND_HALF_UP, &share)) {
        return;
    }
    phb__find(
        &check->findings,
        &(struct phb__finding){.rule = PHB__RULE_BUDGET_ALLOWANCE_RELIANCE,
                               .deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT,
                               .at = AT_CLAIM,
                               .arguments = {phb__value("amount", PHB__ARGUMENT_PENCE, amount),
                                             phb__value("share", PHB__ARGUMENT_PPM, share * 100)},
                               .actual = amount,
                               .limit = before});
}

/* For employers of care at home the allowance began on 6 April 2015. */
static void
check_before_2015(struct phb__check *check, int32_t last)
{
    bool is_too_early = false;
    for (int32_t number = 0; number <= last; number++) {
        struct year year = year_numbered(check, number);
        is_too_early = is_too_early || (year.employer_ni > 0 && !year.is_allowed);
    }
    if (is_too_early) {
        phb__find(&check->findings,
                  &(struct phb__finding){.rule = PHB__RULE_BUDGET_ALLOWANCE_BEFORE_2015,
                                         .deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT,
                                         .at = AT_CLAIM});
    }
}

void
phb__rules_allowance(struct phb__check *check)
{
    phb_answer claims = check->content->settings.claims_allowance;
    int32_t last = phb__costing_tax_year(check->costing, check->costing->calendar.period.end);
    if (claims == (phb_answer)0) {
        check_not_said(check, last);
    } else if (claims == PHB_ANSWER_YES) {
        check_mid_year(check);
        check_reliance(check, last);
        check_before_2015(check, last);
    }
}
