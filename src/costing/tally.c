#include "costing/tally.h"

#include "core/checked.h"

static const struct {
    const char *category;
    bool rests_on_law; /* beyond the last day held it is provisional; the pay agreed is not */
} parts[PHB__PARTS] = {
    [PHB__PART_PAY] = {"pay", false},
    [PHB__PART_LEAVE] = {"leave", true},
    [PHB__PART_EMPLOYER_NI] = {"employer_ni", true},
    [PHB__PART_PENSION] = {"pension", true},
    [PHB__PART_BANK_HOLIDAY] = {"bank_holiday", false},
    [PHB__PART_COVER] = {"cover", true},
    [PHB__PART_SICKNESS] = {"sickness", true},
    [PHB__PART_SICKNESS_COVER] = {"sickness_cover", false},
};

size_t
phb__tally_parts(const struct phb__assistant *assistant)
{
    const phb_assistant *given = &assistant->given;
    size_t count = 3; /* pay, National Insurance, pension */
    count += given->leave_method != PHB_LEAVE_NONE;
    count += given->bank_holiday_minutes != PHB_NUMBER_NONE;
    count += given->sickness_weeks_hundredths != PHB_NUMBER_NONE ? 2 : 0;
    return count;
}

/* figure × factors, exactly, until it is rounded once. */
static bool
product(phb_pence figure, const struct phb__factor *factors, size_t count, phb_pence *out_amount)
{
    struct phb__fraction times = factors[0].times;
    for (size_t i = 1; i < count; i++) {
        struct phb__fraction next = factors[i].times;
        /* Not reduced: what it comes to is the same, and days and weeks are small. */
        if (!phb__multiply(times.numerator, next.numerator, &times.numerator) ||
            !phb__multiply(times.denominator, next.denominator, &times.denominator)) {
            return false;
        }
    }
    return phb__fraction_half_up(figure, times, out_amount);
}

static void
trace_amount(struct phb__trace *trace, int32_t line, const char *label, struct phb__figure figure,
             const struct phb__factor *factors, size_t count, phb_pence amount)
{
    int32_t step = phb__step_open(trace, line, "scale", "costing.amount", label);
    if (step == PHB__STEP_NONE) {
        return;
    }
    phb__step_repeat(trace, step, figure.step);
    for (size_t i = 0; i < count; i++) {
        if (factors[i].step == PHB__STEP_NONE) {
            phb__step_given(trace, step, factors[i].label, factors[i].times, factors[i].unit);
        } else {
            phb__step_repeat(trace, step, factors[i].step);
        }
    }
    phb__step_pence(trace, step, amount, "half_up");
}

phb_status
phb__tally_add(struct phb_costing *costing, struct phb__tally *tally, enum phb__part part,
               const char *label, struct phb__figure figure, const struct phb__factor *factors,
               size_t count)
{
    struct phb__trace *trace = &costing->trace;
    phb_pence amount = 0;
    if (!product(figure.pence, factors, count, &amount) ||
        !phb__add(tally->sums[part], amount, &tally->sums[part])) {
        return PHB_ERROR_RANGE;
    }
    if (!tally->is_there[part]) {
        tally->is_there[part] = true;
        tally->steps[part] = phb__step_open(trace, costing->recurring_step, "sum", "costing.line",
                                            parts[part].category);
    }
    trace_amount(trace, tally->steps[part], label, figure, factors, count, amount);
    return PHB_OK;
}

/* Premium pay and the price of cover are agreed; only what is set aside on pay for leave follows
 * from the law, and it is in the average week that goes towards the cover. */
static bool
rests_on_law(const struct phb__tally *tally, enum phb__part part)
{
    bool accrues = tally->employment->assistant->given.leave_method == PHB_LEAVE_ACCRUAL;
    bool has_leave_in_it = part == PHB__PART_BANK_HOLIDAY || part == PHB__PART_SICKNESS_COVER;
    return parts[part].rests_on_law || (has_leave_in_it && accrues);
}

phb_status
phb__tally_lines(struct phb_costing *costing, struct phb__tally *tally, phb_error *error)
{
    const struct phb__segment *segment = tally->segment;
    bool is_beyond = segment->law.day > costing->dataset->last_day;
    for (int part = 0; part < PHB__PARTS; part++) {
        if (!tally->is_there[part]) {
            continue;
        }
        phb__step_pence(&costing->trace, tally->steps[part], tally->sums[part], "none");
        struct phb__new_line line = {
            .of = tally->employment->id,
            .category = parts[part].category,
            .is_computed = true,
            .days = segment->days,
            .amount = tally->sums[part],
            .kind = PHB__COST_RECURRING,
            .deployment = tally->employment->assistant->given.deployment,
            .funder = tally->employment->funder,
            .assistant = (int32_t)tally->employment->index,
            .plain_line = PHB__NOBODY,
            .is_provisional = is_beyond && rests_on_law(tally, (enum phb__part)part),
            .step = tally->steps[part],
        };
        phb_status status = phb__costing_add_line(costing, &line, error);
        if (status != PHB_OK) {
            return status;
        }
    }
    return PHB_OK;
}
