#include "costing/payslip.h"

#include "core/checked.h"
#include "core/error.h"
#include "costing/extras.h"
#include "costing/kept.h"
#include "costing/letter.h"
#include "costing/sums.h"

static phb_status
fail(const struct phb__employment *employment, phb_status status, phb_error *error)
{
    const char *message = status == PHB_ERROR_RANGE
                              ? "a figure of the payslip is more than can be counted"
                              : "the rates hold no value that a payslip of the period needs";
    return phb__cost_fail_at(error, status, "assistants", employment->index, message);
}

/* ---- pay ---- */

static void
trace_flat(struct phb__trace *trace, int32_t band, const struct phb__hours *hours, phb_date day)
{
    const phb_hours *given = &hours->given;
    int64_t rate = phb__dated_on(&hours->rates, given->rate_penny_hundredths, day);
    int64_t nights = given->nights_per_week_hundredths;
    int32_t flat = phb__step_open(trace, band, "scale", "costing.flat_pay", "Flat pay");
    phb__step_given(trace, flat, "Nights a week", (struct phb__fraction){nights, 100}, "nights");
    phb__step_given(trace, flat, "Pay a night", (struct phb__fraction){rate, 100}, "pence");
    phb__step_value(trace, flat, nights * rate, 10000, "pence");
    if (given->awake_minutes_per_night == PHB_NUMBER_NONE ||
        given->awake_rate_penny_hundredths == PHB_NUMBER_NONE) {
        return;
    }
    int64_t awake = given->awake_minutes_per_night * given->awake_rate_penny_hundredths;
    int32_t step = phb__step_open(trace, band, "scale", "costing.awake_pay", "Time awake for work");
    phb__step_given(trace, step, "Nights a week", (struct phb__fraction){nights, 100}, "nights");
    phb__step_given(trace, step, "Hours awake a night",
                    (struct phb__fraction){given->awake_minutes_per_night, 60}, "hours");
    phb__step_given(trace, step, "Pay an hour",
                    (struct phb__fraction){given->awake_rate_penny_hundredths, 100}, "pence");
    phb__step_value(trace, step, nights * awake, PHB__WEEK_PAY_PARTS, "pence");
}

static void
trace_hourly(struct phb__trace *trace, int32_t band, const struct phb__hours *hours, phb_date day)
{
    int64_t rate = phb__dated_on(&hours->rates, hours->given.rate_penny_hundredths, day);
    phb__step_given(trace, band, "Hours a week",
                    (struct phb__fraction){hours->given.minutes_per_week, 60}, "hours");
    phb__step_given(trace, band, "Pay an hour", (struct phb__fraction){rate, 100}, "pence");
}

/* What was counted without overflow once is so again, piece by piece. */
static void
trace_week_pay(struct phb_costing *costing, const struct phb__employment *employment,
               const struct phb__segment *segment, int32_t parent)
{
    struct phb__trace *trace = &costing->trace;
    const struct phb__hours *hours = phb__assistant_hours(employment->assistant);
    phb_date day = segment->days.start;
    int32_t week = phb__step_open(trace, parent, "sum", "costing.week_pay", "Pay a week");
    for (uint32_t i = 0; i < employment->assistant->hours.count; i++) {
        int64_t pay = 0;
        if (!phb__hours_are_worked(&hours[i].given, day) || !phb__hours_pay(&hours[i], day, &pay)) {
            continue;
        }
        bool is_flat = phb__hours_are_flat(&hours[i].given);
        const char *name =
            hours[i].given.band ? phb__costing_keep(costing, hours[i].given.band) : "hours";
        int32_t band =
            phb__step_open(trace, week, is_flat ? "sum" : "scale", "costing.band_pay", name);
        if (is_flat) {
            trace_flat(trace, band, &hours[i], day);
        } else {
            trace_hourly(trace, band, &hours[i], day);
        }
        phb__step_value(trace, band, pay, PHB__WEEK_PAY_PARTS, "pence");
    }
    phb__step_value(trace, week, segment->week.pay, PHB__WEEK_PAY_PARTS, "pence");
}

/* How many weeks one pay period is, and how that is called. */
static struct phb__fraction
weeks_of_period(const struct phb_costing *costing, phb_pay_frequency frequency,
                const struct phb__segment *segment, const char **out_label)
{
    phb_weeks_in_year weeks_in_year = costing->calendar.weeks_in_year;
    if (frequency != PHB_PAY_MONTHLY) {
        *out_label = "Weeks in a pay period";
    } else if (weeks_in_year == PHB_WEEKS_52) {
        *out_label = "Weeks in a month: 52 ÷ 12";
    } else {
        *out_label = "Weeks in a month: days of the budget year ÷ 7 ÷ 12";
    }
    return phb__weeks_of_payslip(frequency, weeks_in_year, segment->year_days);
}

static phb_status
make_basic(struct phb_costing *costing, const struct phb__employment *employment,
           const struct phb__segment *segment, struct phb__figure *basic, int32_t parent)
{
    const char *label = "";
    struct phb__trace *trace = &costing->trace;
    if (employment->basic_a_payslip != PHB_PENCE_NONE) {
        *basic = (struct phb__figure){employment->basic_a_payslip, PHB__STEP_NONE};
        return PHB_OK;
    }
    struct phb__fraction weeks =
        weeks_of_period(costing, employment->assistant->given.pay_frequency, segment, &label);
    if (!phb__mul_div_half_up(segment->week.pay, weeks.numerator,
                              PHB__WEEK_PAY_PARTS * weeks.denominator, &basic->pence)) {
        return PHB_ERROR_RANGE;
    }
    basic->step = phb__step_open(trace, parent, "scale", "costing.basic", "Basic pay");
    if (basic->step != PHB__STEP_NONE) {
        trace_week_pay(costing, employment, segment, basic->step);
        phb__step_given(trace, basic->step, label, weeks, "weeks");
        phb__step_pence(trace, basic->step, basic->pence, "half_up");
    }
    return basic->pence <= PHB_PENCE_MAX ? PHB_OK : PHB_ERROR_RANGE;
}

/* Under `accrual` 12.07% of all pay is set aside for leave. */
static phb_status
make_leave(struct phb_costing *costing, const struct phb__employment *employment,
           const struct phb__segment *segment, struct phb__payslip *slip, int32_t parent)
{
    slip->leave = (struct phb__figure){0, PHB__STEP_NONE};
    return employment->assistant->given.leave_method == PHB_LEAVE_ACCRUAL
               ? phb__leave_on(costing, &segment->law, slip->basic, parent, &slip->leave)
               : PHB_OK;
}

/* ---- National Insurance ---- */

void
phb__ni_used(struct phb_costing *costing, const struct phb__law *law, const struct phb__ni *ni)
{
    for (int32_t i = 0; i < ni->band_count; i++) {
        phb__costing_used(costing, law, ni->bands[i].lower.key);
    }
    if (ni->band_count > 0) {
        phb__costing_used(costing, law, PHB__RATE_EMPLOYER_NI_RATE);
    }
}

/* Only of values that are in force: of others it is noted which were used. */
bool
phb__ni_kept(struct phb_costing *costing, const struct phb__law *law, phb_pay_frequency frequency,
             const struct phb__ni_letter *letter, phb_pence gross, phb_pence *out_total)
{
    if (!costing->kept || law->day > costing->dataset->last_day) {
        return false;
    }
    const struct phb__terms *terms = phb__kept_terms(costing->kept, law, frequency);
    return terms->has_ni && phb__ni_by_terms(&terms->ni, letter->relief, gross, out_total);
}

static phb_status
make_ni(struct phb_costing *costing, struct phb__employment *employment,
        const struct phb__segment *segment, struct phb__payslip *slip, int32_t parent)
{
    struct phb__ni ni;
    const struct phb__ni_letter *letter = phb__letter_in(costing, employment, segment);
    phb_pay_frequency frequency = employment->assistant->given.pay_frequency;
    slip->letter = letter;
    slip->employer_ni.step = PHB__STEP_NONE;
    if (letter && phb__ni_kept(costing, &segment->law, frequency, letter, slip->gross.pence,
                               &slip->employer_ni.pence)) {
        return PHB_OK;
    }
    if (!letter || !phb__ni_compute(&segment->law, frequency, letter, slip->gross.pence, &ni)) {
        return PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    phb__ni_used(costing, &segment->law, &ni);
    slip->employer_ni.pence = ni.total;
    slip->employer_ni.step =
        phb__step_open(&costing->trace, parent, "ni_bands", "costing.employer_ni",
                       phb__letter_label(letter->letter));
    phb__ni_trace(&costing->trace, slip->employer_ni.step, &segment->law, &ni, slip->gross.step);
    return PHB_OK;
}

/* ---- pension ---- */

/* What a member would cost in this segment, for the note of those who have opted out. */
static void
add_pension_if_enrolled(struct phb__employment *employment, const struct phb__segment *segment,
                        const struct phb__pension *pension,
                        const struct phb__pension_status *status, phb_pence gross)
{
    phb_pence amount = 0;
    bool would_be = phb__is_pension_member(&pension->levels, PHB_PENSION_AUTO, status, gross);
    if (employment->assistant->given.pension_membership != PHB_PENSION_OPTED_OUT || !would_be) {
        return;
    }
    employment->was_enrolled = true;
    if (phb__fraction_half_up(pension->pension, segment->payslips, &amount)) {
        employment->pension_if_enrolled += amount;
    }
}

bool
phb__pension_minimum(struct phb_costing *costing, const struct phb__law *law,
                     phb_pay_frequency frequency, struct phb__pension *out)
{
    phb_certainty certainty;
    if (!costing->kept) {
        return phb__pension_minimum_of(law, frequency, out, &certainty);
    }
    const struct phb__terms *terms = phb__kept_terms(costing->kept, law, frequency);
    *out = terms->pension;
    return terms->has_pension;
}

static phb_status
fill_pension(struct phb_costing *costing, const struct phb__employment *employment,
             const struct phb__segment *segment, struct phb__pension *pension, phb_pence gross)
{
    const phb_assistant *given = &employment->assistant->given;
    if (!phb__pension_minimum(costing, &segment->law, given->pay_frequency, pension)) {
        return PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    pension->is_rate_given = given->pension_employer_ppm != PHB_NUMBER_NONE;
    pension->basis = given->pension_basis == PHB_PENSION_ALL_PAY ? PHB_PENSION_ALL_PAY
                                                                 : PHB_PENSION_QUALIFYING_EARNINGS;
    pension->employer_ppm =
        pension->is_rate_given ? given->pension_employer_ppm : pension->employer_ppm;
    phb__pension_compute(pension, gross);
    return PHB_OK;
}

void
phb__pension_used(struct phb_costing *costing, const struct phb__law *law,
                  const struct phb__pension *pension, phb_pence gross)
{
    bool has_levels = pension->basis == PHB_PENSION_QUALIFYING_EARNINGS;
    if (has_levels) {
        phb__costing_used(costing, law, pension->levels.lower_key);
    }
    if (has_levels && gross > pension->levels.upper) {
        phb__costing_used(costing, law, pension->levels.upper_key);
    }
    if (!pension->is_rate_given) {
        phb__costing_used(costing, law, PHB__RATE_PENSION_EMPLOYER_RATE);
    }
}

static phb_status
make_pension(struct phb_costing *costing, struct phb__employment *employment,
             const struct phb__segment *segment, struct phb__payslip *slip, int32_t parent)
{
    struct phb__pension pension;
    phb_pension_membership membership = employment->assistant->given.pension_membership;
    struct phb__pension_status status = {segment->age_years, segment->is_over_state_pension_age,
                                         employment->was_enrolled};
    slip->pension = (struct phb__figure){0, PHB__STEP_NONE};
    slip->is_member = false;
    phb_status filled = fill_pension(costing, employment, segment, &pension, slip->gross.pence);
    if (filled != PHB_OK) {
        return filled;
    }
    add_pension_if_enrolled(employment, segment, &pension, &status, slip->gross.pence);
    phb__costing_used(costing, &segment->law,
                      membership == PHB_PENSION_OPTED_IN ? pension.levels.lower_key
                                                         : pension.levels.trigger_key);
    slip->is_member =
        phb__is_pension_member(&pension.levels, membership, &status, slip->gross.pence);
    if (!slip->is_member) {
        return PHB_OK;
    }
    phb__pension_used(costing, &segment->law, &pension, slip->gross.pence);
    employment->was_enrolled = employment->was_enrolled || membership != PHB_PENSION_OPTED_IN;
    slip->pension_terms = pension;
    slip->pension.pence = pension.pension;
    slip->pension.step = phb__step_open(&costing->trace, parent, "scale", "costing.pension",
                                        "Employer pension contribution");
    phb__pension_trace(&costing->trace, slip->pension.step, &segment->law, &pension,
                       slip->gross.step);
    return PHB_OK;
}

/* ---- the whole ---- */

static phb_status
make_gross(struct phb_costing *costing, const struct phb__employment *employment,
           const struct phb__segment *segment, struct phb__payslip *slip, int32_t parent)
{
    slip->gross.step = phb__step_open(&costing->trace, parent, "sum", "costing.gross", "Gross pay");
    phb_status status = make_basic(costing, employment, segment, &slip->basic, slip->gross.step);
    if (status == PHB_OK) {
        status = make_leave(costing, employment, segment, slip, slip->gross.step);
    }
    if (status != PHB_OK) {
        return status;
    }
    slip->gross.pence = slip->basic.pence + slip->leave.pence;
    phb__step_pence(&costing->trace, slip->gross.step, slip->gross.pence, "none");
    return slip->gross.pence <= PHB_PENCE_MAX ? PHB_OK : PHB_ERROR_RANGE;
}

phb_status
phb__payslip_make(struct phb_costing *costing, struct phb__employment *employment,
                  const struct phb__segment *segment, struct phb__payslip *out, phb_error *error)
{
    struct phb__trace *trace = &costing->trace;
    int32_t whole =
        phb__step_open(trace, PHB__STEP_NONE, "sum", "costing.payslip", "What one payslip costs");
    phb_status status = make_gross(costing, employment, segment, out, whole);
    if (status == PHB_OK) {
        status = make_ni(costing, employment, segment, out, whole);
    }
    if (status == PHB_OK) {
        status = make_pension(costing, employment, segment, out, whole);
    }
    if (status != PHB_OK) {
        return fail(employment, status, error);
    }
    out->whole =
        (struct phb__figure){out->gross.pence + out->employer_ni.pence + out->pension.pence, whole};
    phb__step_pence(trace, whole, out->whole.pence, "none");
    return PHB_OK;
}
