#include "costing/employer_ni.h"

#include "core/checked.h"
#include "core/error.h"
#include "costing/question.h"
#include "rates/rates.h"

/* The prescribed periods of one threshold. */
struct periods {
    enum phb__rate_key weekly;
    enum phb__rate_key monthly;
    enum phb__rate_key annual;
};

#define PERIODS_OF(name) \
    { \
        PHB__RATE_EMPLOYER_NI_##name##_WEEKLY, PHB__RATE_EMPLOYER_NI_##name##_MONTHLY, \
            PHB__RATE_EMPLOYER_NI_##name##_ANNUAL \
    }

static const struct periods secondary_threshold = PERIODS_OF(SECONDARY_THRESHOLD);
static const struct periods upper_limit = PERIODS_OF(UPPER_LIMIT);
static const struct periods upper_accrual_point = PERIODS_OF(UPPER_ACCRUAL_POINT);
static const struct periods freeport_threshold = PERIODS_OF(FREEPORT_THRESHOLD);

/*
 * Weekly, monthly and annual thresholds are prescribed. For two and four weeks the annual one is
 * taken × weeks ÷ 52, rounded up to a whole pound (SI 2001/1004 regulation 11): not the weekly one
 * × weeks, which differs.
 */
static bool
threshold_of(const struct phb__law *law, const struct periods *periods, phb_pay_frequency frequency,
             struct phb__threshold *out)
{
    *out = (struct phb__threshold){0, periods->annual, 0};
    switch (frequency) {
    case PHB_PAY_WEEKLY:
        out->key = periods->weekly;
        break;
    case PHB_PAY_MONTHLY:
        out->key = periods->monthly;
        break;
    case PHB_PAY_FORTNIGHTLY:
        out->weeks = 2;
        break;
    case PHB_PAY_FOUR_WEEKLY:
        out->weeks = 4;
        break;
    case PHB_PAY_ANNUAL:
        break;
    }
    const struct phb__rate_row *row = phb__law_row(law, out->key);
    if (!row) {
        return false;
    }
    out->pence = row->value;
    if (out->weeks > 0) {
        const int64_t divisor = INT64_C(52) * 100;
        out->pence = (row->value * out->weeks + divisor - 1) / divisor * 100;
    }
    return true;
}

/* For the letters that pay nothing up to an edge, every band begins at that edge if it is higher.
 */
static bool
relief_edge(const struct phb__law *law, phb_pay_frequency frequency, uint8_t relief,
            struct phb__threshold *out)
{
    if (relief == PHB__NI_RELIEF_UPPER_LIMIT) {
        return threshold_of(law, &upper_limit, frequency, out);
    }
    if (relief == PHB__NI_RELIEF_FREEPORT) {
        return threshold_of(law, &freeport_threshold, frequency, out);
    }
    *out = (struct phb__threshold){0, PHB__RATE_EMPLOYER_NI_RATE, 0};
    return true;
}

/* The edges of the bands, lowest first; the last band has no upper end. */
static int32_t
edges_of(const struct phb__law *law, phb_pay_frequency frequency,
         struct phb__threshold edges[PHB__NI_BANDS_MAX])
{
    int32_t count = 1;
    if (!threshold_of(law, &secondary_threshold, frequency, &edges[0])) {
        return 0;
    }
    if (threshold_of(law, &upper_accrual_point, frequency, &edges[count])) {
        count++;
    }
    return threshold_of(law, &upper_limit, frequency, &edges[count]) ? count + 1 : 0;
}

bool
phb__ni_compute(const struct phb__law *law, phb_pay_frequency frequency,
                const struct phb__ni_letter *letter, phb_pence gross, struct phb__ni *out_ni)
{
    out_ni->band_count = 0;
    out_ni->total = 0;
    if (letter->relief == PHB__NI_RELIEF_ALL) {
        return true;
    }
    struct phb__threshold edges[PHB__NI_BANDS_MAX];
    struct phb__threshold relief;
    int32_t count = edges_of(law, frequency, edges);
    const struct phb__rate_row *rate = phb__law_row(law, PHB__RATE_EMPLOYER_NI_RATE);
    if (count == 0 || !rate || !relief_edge(law, frequency, letter->relief, &relief)) {
        return false;
    }
    for (int32_t i = 0; i < count; i++) {
        struct phb__ni_band *band = &out_ni->bands[i];
        band->lower = relief.pence > edges[i].pence ? relief : edges[i];
        band->upper = i + 1 < count
                          ? edges[i + 1]
                          : (struct phb__threshold){INT64_MAX, PHB__RATE_EMPLOYER_NI_RATE, 0};
        phb_pence top = gross < band->upper.pence ? gross : band->upper.pence;
        band->pay = top > band->lower.pence ? top - band->lower.pence : 0;
        if (!phb__mul_div(band->pay, rate->value, PHB_PPM, PHB_ROUND_THIRD_DECIMAL, &band->ni)) {
            return false;
        }
        out_ni->total += band->ni;
    }
    out_ni->band_count = count;
    return true;
}

/* ---- the public call ---- */

phb_status
phb_employer_ni(const phb_rates *rates, phb_date paid_on, phb_pay_frequency frequency, char letter,
                phb_pence gross, phb_pence *out_ni, phb_error *error)
{
    if (!out_ni) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_status status = phb__check_payslip_question(paid_on, frequency, gross, error);
    if (status != PHB_OK) {
        return status;
    }
    const struct phb__dataset *dataset = phb__rates_dataset(rates);
    const struct phb__ni_letter *meaning = phb__letter_on(dataset, letter, paid_on);
    if (!meaning && !phb__letter_exists(dataset, letter)) {
        return phb__fail_because(error, PHB_ERROR_RANGE,
                                 "there is no such National Insurance letter");
    }
    struct phb__law law;
    if (!phb__law_on(dataset, paid_on, PHB_RATE_EXACT, &law)) {
        return phb__fail(error, PHB_ERROR_RATE_NOT_IN_FORCE);
    }
    if (!meaning) {
        return phb__fail_because(error, PHB_ERROR_RATE_NOT_IN_FORCE,
                                 "the National Insurance letter is not in force that day");
    }
    struct phb__ni ni;
    if (!phb__ni_compute(&law, frequency, meaning, gross, &ni)) {
        return phb__fail(error, PHB_ERROR_RATE_NOT_IN_FORCE);
    }
    *out_ni = ni.total;
    return PHB_OK;
}

/* ---- the explanation ---- */

static void
trace_threshold(struct phb__trace *trace, int32_t parent, const struct phb__law *law,
                const struct phb__threshold *threshold)
{
    if (threshold->weeks == 0) {
        phb__step_rate(trace, parent, law, threshold->key);
        return;
    }
    static const char *const labels[] = {"", "", "Threshold for two weeks, up to a whole pound", "",
                                         "Threshold for four weeks, up to a whole pound"};
    int32_t step = phb__step_open(trace, parent, "scale", "costing.multi_week_threshold",
                                  labels[threshold->weeks]);
    phb__step_rate(trace, step, law, threshold->key);
    phb__step_given(trace, step, "Weeks of the year", (struct phb__fraction){threshold->weeks, 52},
                    "years");
    phb__step_pence(trace, step, threshold->pence, "pound_up");
}

static void
trace_band(struct phb__trace *trace, int32_t parent, const struct phb__law *law,
           const struct phb__ni_band *band, phb_pence gross, int32_t gross_step)
{
    int32_t step = phb__step_open(trace, parent, "scale", "costing.ni_band",
                                  "National Insurance on one band of pay");
    int32_t pay =
        phb__step_open(trace, step, "difference", "costing.ni_band_pay", "Pay in the band");
    bool is_cut = band->upper.pence < gross;
    if (is_cut) {
        int32_t top = phb__step_open(trace, pay, "minimum", "costing.ni_band_top",
                                     "Pay up to the top of the band");
        phb__step_repeat(trace, top, gross_step);
        trace_threshold(trace, top, law, &band->upper);
        phb__step_pence(trace, top, band->upper.pence, "none");
    } else {
        phb__step_repeat(trace, pay, gross_step);
    }
    trace_threshold(trace, pay, law, &band->lower);
    phb__step_pence(trace, pay, band->pay, "none");
    phb__step_rate(trace, step, law, PHB__RATE_EMPLOYER_NI_RATE);
    phb__step_pence(trace, step, band->ni, "third_decimal");
}

void
phb__ni_trace(struct phb__trace *trace, int32_t step, const struct phb__law *law,
              const struct phb__ni *ni, int32_t gross_step)
{
    if (step == PHB__STEP_NONE) {
        return;
    }
    phb_pence gross = phb__table_get(trace->steps, PHB__STEP_VALUE, (size_t)gross_step);
    for (int32_t i = 0; i < ni->band_count; i++) {
        const struct phb__ni_band *band = &ni->bands[i];
        bool is_reached = band->pay > 0 || i == 0; /* the first band says why nothing is due */
        if (is_reached) {
            trace_band(trace, step, law, band, gross, gross_step);
        }
    }
    phb__step_pence(trace, step, ni->total, "none");
}
