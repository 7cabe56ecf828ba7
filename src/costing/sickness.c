/*
 * Weeks of sickness: statutory sick pay, and what cover costs beyond the pay of the absent. Social
 * Security Contributions and Benefits Act 1992 section 157: until 5 April 2026 the flat rate, for
 * those who earn the lower earnings limit; from then on for everybody, and at most 80% of their
 * average week.
 */

#include "costing/extras.h"
#include "costing/sums.h"

static bool
average_week(struct phb_costing *costing, phb_pay_frequency frequency, struct phb__figure gross,
             struct phb__figure *out)
{
    struct phb__trace *trace = &costing->trace;
    struct phb__fraction part = phb__week_of_payslip(frequency);
    if (!phb__fraction_half_up(gross.pence, part, &out->pence)) {
        return false;
    }
    out->step = phb__step_open(trace, PHB__STEP_NONE, "scale", "costing.average_week",
                               "Average week's pay");
    phb__step_repeat(trace, out->step, gross.step);
    phb__step_given(trace, out->step, "Pay periods in a week", part, "times");
    phb__step_pence(trace, out->step, out->pence, "half_up");
    return true;
}

/* At most 80% of the average week. */
static void
sick_pay_of_earnings(struct phb_costing *costing, const struct phb__law *law,
                     const struct phb__rate_row *flat, const struct phb__rate_row *rate,
                     struct phb__figure average, struct phb__figure *out)
{
    struct phb__trace *trace = &costing->trace;
    phb_pence part = phb__part_half_up(average.pence, rate->value);
    phb__costing_used(costing, law, PHB__RATE_SSP_EARNINGS_RATE);
    out->pence = phb__sick_pay_of(part, flat->value);
    out->step = phb__step_open(trace, PHB__STEP_NONE, "minimum", "costing.sick_pay",
                               "Statutory sick pay a week");
    phb__step_rate(trace, out->step, law, PHB__RATE_SSP_WEEKLY_RATE);
    int32_t scaled =
        phb__step_open(trace, out->step, "scale", "costing.sick_pay", "Part of the average week");
    phb__step_repeat(trace, scaled, average.step);
    phb__step_rate(trace, scaled, law, PHB__RATE_SSP_EARNINGS_RATE);
    phb__step_pence(trace, scaled, part, "half_up");
    phb__step_pence(trace, out->step, out->pence, "none");
}

/* The flat rate, or nothing below the lower earnings limit. */
static phb_status
flat_sick_pay(struct phb_costing *costing, const struct phb__law *law,
              const struct phb__rate_row *flat, struct phb__figure average, struct phb__figure *out)
{
    struct phb__trace *trace = &costing->trace;
    const struct phb__rate_row *limit = phb__law_row(law, PHB__RATE_LOWER_EARNINGS_LIMIT_WEEKLY);
    if (!limit) {
        return PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    out->pence = phb__flat_sick_pay_of(average.pence, limit->value, flat->value);
    out->step = phb__step_open(trace, PHB__STEP_NONE, "choose", "costing.sick_pay",
                               "Statutory sick pay a week");
    phb__step_repeat(trace, out->step, average.step);
    phb__step_rate(trace, out->step, law, PHB__RATE_LOWER_EARNINGS_LIMIT_WEEKLY);
    phb__step_rate(trace, out->step, law, PHB__RATE_SSP_WEEKLY_RATE);
    phb__step_pence(trace, out->step, out->pence, "none");
    return PHB_OK;
}

static phb_status
sick_pay(struct phb_costing *costing, const struct phb__law *law, struct phb__figure average,
         struct phb__figure *out)
{
    const struct phb__rate_row *flat = phb__law_row(law, PHB__RATE_SSP_WEEKLY_RATE);
    const struct phb__rate_row *rate = phb__law_row(law, PHB__RATE_SSP_EARNINGS_RATE);
    if (!flat) {
        return PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    phb__costing_used(costing, law, PHB__RATE_SSP_WEEKLY_RATE);
    if (rate) {
        sick_pay_of_earnings(costing, law, flat, rate, average, out);
        return PHB_OK;
    }
    return flat_sick_pay(costing, law, flat, average, out);
}

/* The pay of the absent week goes towards its cover. */
static phb_status
cover_beyond_pay(struct phb_costing *costing, const struct phb__segment *segment,
                 const phb_assistant *given, struct phb__figure average, struct phb__figure *out)
{
    struct phb__trace *trace = &costing->trace;
    struct phb__figure cover;
    out->step = phb__step_open(trace, PHB__STEP_NONE, "difference", "costing.sickness_cover",
                               "Cover a week beyond the pay of the absent");
    if (!phb__week_covered(costing, segment, given->sickness_cover_rate_penny_hundredths,
                           given->sickness_cover_night_rate_pence, out->step, &cover)) {
        return PHB_ERROR_RANGE;
    }
    phb__step_repeat(trace, out->step, average.step);
    out->pence = phb__beyond(cover.pence, average.pence);
    phb__step_pence(trace, out->step, out->pence, "none");
    return PHB_OK;
}

phb_status
phb__cost_sickness(struct phb_costing *costing, struct phb__tally *tally,
                   const struct phb__payslip *slip)
{
    const phb_assistant *given = &tally->employment->assistant->given;
    struct phb__figure average;
    struct phb__figure pay;
    const struct phb__factor factors[2] = {
        {"Weeks of sickness a year",
         {given->sickness_weeks_hundredths, 100},
         "weeks",
         PHB__STEP_NONE},
        {"Years in these days", tally->segment->years, "years", PHB__STEP_NONE}};
    if (!average_week(costing, given->pay_frequency, slip->gross, &average)) {
        return PHB_ERROR_RANGE;
    }
    phb_status status = sick_pay(costing, &tally->segment->law, average, &pay);
    if (status == PHB_OK) {
        status = phb__tally_add(costing, tally, PHB__PART_SICKNESS, "Sick pay", pay, factors, 2);
    }
    bool is_covered = given->sickness_cover_rate_penny_hundredths != PHB_NUMBER_NONE ||
                      given->sickness_cover_night_rate_pence != PHB_PENCE_NONE;
    if (status != PHB_OK || !is_covered) {
        return status;
    }
    struct phb__figure beyond;
    status = cover_beyond_pay(costing, tally->segment, given, average, &beyond);
    return status == PHB_OK ? phb__tally_add(costing, tally, PHB__PART_SICKNESS_COVER,
                                             "Cover of sickness", beyond, factors, 2)
                            : status;
}
