#include "costing/pension.h"

#include "core/error.h"
#include "costing/question.h"
#include "rates/rates.h"

#define LEVELS_OF(period) \
    { \
        PHB__RATE_PENSION_LOWER_LEVEL_##period, PHB__RATE_PENSION_TRIGGER_##period, \
            PHB__RATE_PENSION_UPPER_LEVEL_##period, 0, 0, 0 \
    }

static const struct phb__pension_levels levels_of[] = {
    [PHB_PAY_WEEKLY] = LEVELS_OF(WEEKLY),           [PHB_PAY_FORTNIGHTLY] = LEVELS_OF(FORTNIGHTLY),
    [PHB_PAY_FOUR_WEEKLY] = LEVELS_OF(FOUR_WEEKLY), [PHB_PAY_MONTHLY] = LEVELS_OF(MONTHLY),
    [PHB_PAY_ANNUAL] = LEVELS_OF(ANNUAL),
};

bool
phb__pension_levels_on(const struct phb__law *law, phb_pay_frequency frequency,
                       struct phb__pension_levels *out_levels)
{
    *out_levels = levels_of[frequency];
    const struct phb__rate_row *lower = phb__law_row(law, out_levels->lower_key);
    const struct phb__rate_row *trigger = phb__law_row(law, out_levels->trigger_key);
    const struct phb__rate_row *upper = phb__law_row(law, out_levels->upper_key);
    if (!lower || !trigger || !upper) {
        return false;
    }
    out_levels->lower = lower->value;
    out_levels->trigger = trigger->value;
    out_levels->upper = upper->value;
    return true;
}

void
phb__pension_compute(struct phb__pension *pension, phb_pence gross)
{
    pension->pension =
        phb__pension_on(&pension->levels, pension->basis, pension->employer_ppm, gross);
}

bool
phb__is_pension_member(const struct phb__pension_levels *levels, phb_pension_membership membership,
                       const struct phb__pension_status *status, phb_pence gross)
{
    /* Nobody's age known: an adult below State Pension age is assumed, and the costing says so. */
    int32_t age_years = status->age_years < 0 ? 22 : status->age_years;
    if (age_years < 16 || age_years >= 75 || membership == PHB_PENSION_OPTED_OUT) {
        return false;
    }
    if (membership == PHB_PENSION_OPTED_IN) {
        return gross > levels->lower;
    }
    bool is_eligible =
        age_years >= 22 && !status->is_over_state_pension_age && gross > levels->trigger;
    return is_eligible || status->was_enrolled;
}

bool
phb__pension_minimum_of(const struct phb__law *law, phb_pay_frequency frequency,
                        struct phb__pension *out_pension, phb_certainty *out_certainty)
{
    *out_pension = (struct phb__pension){.basis = PHB_PENSION_QUALIFYING_EARNINGS};
    const struct phb__rate_row *rate = phb__law_row(law, PHB__RATE_PENSION_EMPLOYER_RATE);
    if (!rate || !phb__pension_levels_on(law, frequency, &out_pension->levels)) {
        return false;
    }
    out_pension->employer_ppm = rate->value;
    const struct phb__rate_row *rows[] = {rate, phb__law_row(law, out_pension->levels.lower_key),
                                          phb__law_row(law, out_pension->levels.upper_key)};
    *out_certainty = PHB_CERTAINTY_IN_FORCE;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        phb_certainty each = phb__row_certainty(law->dataset, rows[i], law->day);
        *out_certainty = each > *out_certainty ? each : *out_certainty;
    }
    return true;
}

phb_status
phb_employer_pension(const phb_rates *rates, phb_date paid_on, phb_pay_frequency frequency,
                     phb_pence gross, phb_pence *out_pension, phb_error *error)
{
    if (!out_pension) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_status status = phb__check_payslip_question(paid_on, frequency, gross, error);
    if (status != PHB_OK) {
        return status;
    }
    struct phb__law law;
    struct phb__pension pension;
    phb_certainty certainty;
    if (!phb__law_on(phb__rates_dataset(rates), paid_on, PHB_RATE_EXACT, &law) ||
        !phb__pension_minimum_of(&law, frequency, &pension, &certainty)) {
        return phb__fail(error, PHB_ERROR_RATE_NOT_IN_FORCE);
    }
    phb__pension_compute(&pension, gross);
    *out_pension = pension.pension;
    return PHB_OK;
}

static void
trace_pay(struct phb__trace *trace, int32_t parent, const struct phb__law *law,
          const struct phb__pension_levels *levels, int32_t gross_step)
{
    phb_pence gross = phb__table_get(trace->steps, PHB__STEP_VALUE, (size_t)gross_step);
    int32_t pay = phb__step_open(trace, parent, "difference", "costing.qualifying_earnings",
                                 "Qualifying earnings");
    if (gross > levels->upper) {
        int32_t top = phb__step_open(trace, pay, "minimum", "costing.qualifying_top",
                                     "Pay up to the upper level");
        phb__step_repeat(trace, top, gross_step);
        phb__step_rate(trace, top, law, levels->upper_key);
        phb__step_pence(trace, top, levels->upper, "none");
    } else {
        phb__step_repeat(trace, pay, gross_step);
    }
    phb__step_rate(trace, pay, law, levels->lower_key);
    phb__step_pence(trace, pay, phb__qualifying_earnings(levels, gross), "none");
}

void
phb__pension_trace(struct phb__trace *trace, int32_t step, const struct phb__law *law,
                   const struct phb__pension *pension, int32_t gross_step)
{
    if (step == PHB__STEP_NONE) {
        return;
    }
    if (pension->basis == PHB_PENSION_ALL_PAY) {
        phb__step_repeat(trace, step, gross_step);
    } else {
        trace_pay(trace, step, law, &pension->levels, gross_step);
    }
    if (pension->is_rate_given) {
        phb__step_given(trace, step, "Employer pension rate of this budget",
                        (struct phb__fraction){pension->employer_ppm, PHB_PPM}, "ratio");
    } else {
        phb__step_rate(trace, step, law, PHB__RATE_PENSION_EMPLOYER_RATE);
    }
    phb__step_pence(trace, step, pension->pension, "half_up");
}
