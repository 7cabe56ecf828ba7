/* What one plain line costs: an amount, a quantity, and how often it falls due. */

#include "core/checked.h"
#include "costing/costing.h"
#include "model/names.h"

/* Amounts are hundredths of a penny, quantities ten-thousandths. */
#define AMOUNT_PARTS 100
#define QUANTITY_PARTS 10000

static struct phb__fraction
over(struct phb__fraction whole, int64_t divisor)
{
    struct phb__fraction part = whole;
    (void)phb__fraction_of(whole.numerator, whole.denominator * divisor, &part);
    return part;
}

/* How often it falls due in a stretch of days, and how that is called. */
static struct phb__fraction
occurrences(const struct phb__calendar *calendar, phb_per per, struct phb__stretch days,
            const char **out_label)
{
    switch (per) {
    case PHB_PER_ONCE:
        *out_label = "Once";
        return PHB__FRACTION_ONE;
    case PHB_PER_WEEK:
        *out_label = "Weeks in these days";
        return phb__weeks(calendar, days);
    case PHB_PER_FORTNIGHT:
        *out_label = "Fortnights in these days";
        return over(phb__weeks(calendar, days), 2);
    case PHB_PER_FOUR_WEEKS:
        *out_label = "Times four weeks in these days";
        return over(phb__weeks(calendar, days), 4);
    case PHB_PER_MONTH:
        *out_label = "Months in these days";
        return phb__months(days);
    case PHB_PER_QUARTER:
        *out_label = "Quarters in these days";
        return over(phb__months(days), 3);
    case PHB_PER_YEAR:
        *out_label = "Years in these days";
        return phb__years(calendar, days);
    }
    return PHB__FRACTION_ZERO;
}

/* amount × quantity × occurrences, rounded once. */
static bool
amount_of(const phb_line *line, struct phb__fraction quantity, struct phb__fraction times,
          phb_pence *out_amount)
{
    struct phb__fraction factor;
    struct phb__fraction parts;
    if (!phb__fraction_multiply(quantity, times, &factor) ||
        !phb__fraction_of(1, AMOUNT_PARTS, &parts) ||
        !phb__fraction_multiply(factor, parts, &factor)) {
        return false;
    }
    phb_pence amount = 0;
    if (!phb__mul_div(line->amount_penny_hundredths, factor.numerator, factor.denominator,
                      PHB_ROUND_HALF_UP, &amount) ||
        amount > PHB_PENCE_MAX) {
        return false;
    }
    *out_amount = amount;
    return true;
}

static int32_t
trace_line(struct phb_costing *costing, const phb_line *line, struct phb__fraction quantity,
           struct phb__fraction times, const char *times_label, phb_pence amount)
{
    struct phb__trace *trace = &costing->trace;
    int32_t parent = line->per == PHB_PER_ONCE ? costing->one_off_step : costing->recurring_step;
    const char *category = phb__name(&phb__names_category, (int32_t)line->category);
    int32_t step = phb__step_open(trace, parent, "sum", "costing.line", category);
    int32_t scale =
        phb__step_open(trace, step, "scale", "costing.plain_line", "Amount × quantity × how often");
    phb__step_given(trace, scale, "Amount",
                    (struct phb__fraction){line->amount_penny_hundredths, AMOUNT_PARTS}, "pence");
    if (line->quantity_ten_thousandths != PHB_NUMBER_NONE) {
        phb__step_given(trace, scale, "Quantity", quantity, "items");
    }
    phb__step_given(trace, scale, times_label, times, "times");
    phb__step_pence(trace, scale, amount, "half_up");
    phb__step_pence(trace, step, amount, "none");
    return step;
}

phb_status
phb__cost_line(struct phb_costing *costing, const phb_line *line, uint32_t index, phb_error *error)
{
    struct phb__stretch period = costing->calendar.period;
    struct phb__stretch given = {phb__day_or(line->start, period.start),
                                 phb__day_or(line->end, period.end)};
    struct phb__new_line new_line = {.category =
                                         phb__name(&phb__names_category, (int32_t)line->category),
                                     .is_one_off = line->per == PHB_PER_ONCE,
                                     .deployment = line->deployment};
    if (!phb__stretch_overlap(given, period, &new_line.days)) {
        phb__costing_note_outside(costing, "lines", index);
        return PHB_OK;
    }
    const char *times_label = "";
    struct phb__fraction times =
        occurrences(&costing->calendar, line->per, new_line.days, &times_label);
    struct phb__fraction quantity = PHB__FRACTION_ONE;
    if (line->quantity_ten_thousandths != PHB_NUMBER_NONE) {
        (void)phb__fraction_of(line->quantity_ten_thousandths, QUANTITY_PARTS, &quantity);
    }
    if (!amount_of(line, quantity, times, &new_line.amount)) {
        return phb__cost_fail_at(error, PHB_ERROR_RANGE, "lines", index,
                                 "the line is more than can be counted");
    }
    new_line.id = phb__costing_keep(costing, line->id);
    new_line.step = trace_line(costing, line, quantity, times, times_label, new_line.amount);
    return phb__costing_add_line(costing, &new_line, error);
}
