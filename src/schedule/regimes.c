#include "schedule/regimes.h"

#include <phb/money.h>

#include "rates/lookup.h"
#include "rates/rate_keys.h"
#include "schedule/agenda.h"

#define NO_KEY ((int32_t)-1)

/*
 * The months are data of the rates; here is which of them a duty has, whether it is a must, and
 * whether a policy of the health body may make it stricter. The review of an education, health and
 * care plan is the local authority's (Children and Families Act 2014, section 44).
 */
static const struct duty {
    int32_t keys[2]; /* by enum phb__interval */
    bool is_must;
    bool follows_policy;
    bool goes_on;
    bool is_direct_payment;
    uint64_t agenda;
} duties[] = {
    [PHB_REGIME_NHS_DIRECT_PAYMENT] = {{PHB__RATE_REVIEW_NHS_DIRECT_PAYMENT_FIRST,
                                        PHB__RATE_REVIEW_NHS_DIRECT_PAYMENT_EVERY},
                                       true,
                                       true,
                                       true,
                                       true,
                                       PHB__ON_FOUR_CHECKS},
    [PHB_REGIME_CHC] = {{PHB__RATE_REVIEW_CHC_FIRST, PHB__RATE_REVIEW_CHC_EVERY},
                        true,
                        true,
                        true,
                        false,
                        PHB__ON(NEEDS_MET) | PHB__ON(ELIGIBILITY_IF_NEEDS_CHANGED)},
    [PHB_REGIME_FAST_TRACK] = {{PHB__RATE_REVIEW_FAST_TRACK_FIRST,
                                PHB__RATE_REVIEW_FAST_TRACK_EVERY},
                               false,
                               true,
                               true,
                               false,
                               PHB__ON(NEEDS_MET) | PHB__ON(REASSESS_BEFORE_ENDING)},
    [PHB_REGIME_CHILD_CONTINUING_CARE] = {{PHB__RATE_REVIEW_CHILD_CONTINUING_CARE_FIRST,
                                           PHB__RATE_REVIEW_CHILD_CONTINUING_CARE_EVERY},
                                          true,
                                          true,
                                          true,
                                          false,
                                          PHB__ON(NEEDS_MET) |
                                              PHB__ON(ELIGIBILITY_IF_NEEDS_CHANGED)},
    [PHB_REGIME_CARE_ACT_DIRECT_PAYMENT] = {{PHB__RATE_REVIEW_CARE_ACT_DIRECT_PAYMENT_FIRST,
                                             PHB__RATE_REVIEW_CARE_ACT_DIRECT_PAYMENT_EVERY},
                                            true,
                                            true,
                                            true,
                                            true,
                                            PHB__ON_FOUR_CHECKS},
    [PHB_REGIME_SEND_DIRECT_PAYMENT] = {{PHB__RATE_REVIEW_SEND_DIRECT_PAYMENT_FIRST, NO_KEY},
                                        true,
                                        true,
                                        false,
                                        true,
                                        PHB__ON_FOUR_CHECKS},
    [PHB_REGIME_EHC_PLAN] = {{PHB__RATE_REVIEW_EHC_PLAN_FIRST, PHB__RATE_REVIEW_EHC_PLAN_EVERY},
                             true,
                             false,
                             true,
                             false,
                             PHB__ON(NEEDS_MET) | PHB__ON(OUTCOMES_MET)},
    [PHB_REGIME_SECTION_117] = {{NO_KEY, PHB__RATE_REVIEW_SECTION_117_EVERY},
                                false,
                                true,
                                true,
                                false,
                                PHB__ON(NEEDS_MET) | PHB__ON(AFTERCARE_STILL_NEEDED)},
    [PHB_REGIME_WHEELCHAIR] =
        {{NO_KEY, PHB__RATE_REVIEW_WHEELCHAIR_EVERY}, false, true, true, false, PHB__ON(NEEDS_MET)},
    [PHB_REGIME_LOCAL_POLICY] = {{NO_KEY, NO_KEY}, false, true, true, false, PHB__ON(NEEDS_MET)},
};

bool
phb__regime_is_must(phb_regime regime)
{
    return duties[regime].is_must;
}

bool
phb__regime_goes_on(phb_regime regime)
{
    return duties[regime].goes_on;
}

bool
phb__regime_is_direct_payment(phb_regime regime)
{
    return duties[regime].is_direct_payment;
}

uint64_t
phb__regime_agenda(phb_regime regime)
{
    return duties[regime].agenda;
}

/* What the rates say on a day; before the first day they hold it for, what they say then. */
static void
ask_rates(const struct phb__dataset *dataset, int32_t key, phb_date begins, struct phb__term *term)
{
    if (key == NO_KEY) {
        return;
    }
    const struct phb__rate_parameter *parameter = &dataset->parameters[key];
    const struct phb__rate_row *row = phb__row_on(dataset, parameter, begins, 0);
    if (!row && parameter->row_count > 0) {
        row = &dataset->rows[parameter->first_row];
        term->is_before_law = true;
    }
    if (row && row->value > 0 && row->value <= INT16_MAX) {
        term->months = (int32_t)row->value;
        term->law_source = phb__law_text(dataset, dataset->sources[row->source].title);
    }
}

static int64_t
months_by_policy(const struct duty *duty, const phb_policy *policy, enum phb__interval interval)
{
    const struct phb__policy_content *content = phb__policy_content(policy);
    if (!duty->follows_policy) {
        return PHB_NUMBER_NONE;
    }
    return interval == PHB__INTERVAL_FIRST ? content->review_first_after_months
                                           : content->review_every_months;
}

static struct phb__term
term_of(const struct phb__dataset *dataset, const phb_policy *policy, const struct duty *duty,
        enum phb__interval interval, phb_date begins)
{
    struct phb__term term = {.law_source = ""};
    ask_rates(dataset, duty->keys[interval], begins, &term);
    int64_t months = months_by_policy(duty, policy, interval);
    if (months == PHB_NUMBER_NONE) {
        return term;
    }
    term.is_laxer_than_must = duty->is_must && term.months > 0 && months > term.months;
    if (term.months == 0 || months < term.months) {
        term.months = (int32_t)months;
        term.is_by_policy = true;
    }
    return term;
}

struct phb__term
phb__term_of(const struct phb__dataset *dataset, const phb_policy *policy, phb_regime regime,
             enum phb__interval interval, phb_date begins)
{
    const struct duty *duty = &duties[regime];
    if (interval == PHB__INTERVAL_EVERY && !duty->goes_on) {
        return (struct phb__term){.law_source = ""};
    }
    struct phb__term term = term_of(dataset, policy, duty, interval, begins);
    /* Where nothing is said of a first review, it is one of those that come at intervals. */
    if (interval == PHB__INTERVAL_FIRST && term.months == 0) {
        term = term_of(dataset, policy, duty, PHB__INTERVAL_EVERY, begins);
    }
    return term;
}
