#include "costing/employer_ni.h"

#include "core/error.h"
#include "core/part.h"
#include "costing/question.h"
#include "rates/rates.h"

/*
 * Weekly, monthly and annual thresholds are prescribed. For two and four weeks the annual one is
 * taken × weeks ÷ 52, rounded up to a whole pound (SI 2001/1004 regulation 11): not the weekly one
 * × weeks, which differs.
 */
struct periods {
    enum phb__rate_key keys[PHB_PAY_ANNUAL + 1]; /* by pay frequency: the value to start from */
};

#define PERIODS_OF(name) \
    { \
        { \
            [PHB_PAY_WEEKLY] = PHB__RATE_EMPLOYER_NI_##name##_WEEKLY, \
            [PHB_PAY_FORTNIGHTLY] = PHB__RATE_EMPLOYER_NI_##name##_ANNUAL, \
            [PHB_PAY_FOUR_WEEKLY] = PHB__RATE_EMPLOYER_NI_##name##_ANNUAL, \
            [PHB_PAY_MONTHLY] = PHB__RATE_EMPLOYER_NI_##name##_MONTHLY, \
            [PHB_PAY_ANNUAL] = PHB__RATE_EMPLOYER_NI_##name##_ANNUAL \
        } \
    }

static const struct periods secondary_threshold = PERIODS_OF(SECONDARY_THRESHOLD);
static const struct periods upper_limit = PERIODS_OF(UPPER_LIMIT);
static const struct periods upper_accrual_point = PERIODS_OF(UPPER_ACCRUAL_POINT);
static const struct periods freeport_threshold = PERIODS_OF(FREEPORT_THRESHOLD);

/* Weeks that the annual value is taken for; 0: as prescribed. */
static const int32_t weeks_of[PHB_PAY_ANNUAL + 1] = {
    [PHB_PAY_FORTNIGHTLY] = 2, [PHB_PAY_FOUR_WEEKLY] = 4};

static bool
threshold_of(const struct phb__law *law, const struct periods *periods, phb_pay_frequency frequency,
             struct phb__threshold *out)
{
    enum phb__rate_key key = periods->keys[frequency];
    const struct phb__rate_row *row = phb__law_row(law, key);
    if (!row) {
        return false;
    }
    /* Worked out whether it is wanted or not: a division by a constant costs less than a branch
     * guessed wrong. */
    const int64_t divisor = INT64_C(52) * 100;
    int32_t weeks = weeks_of[frequency];
    phb_pence derived = (row->value * weeks + divisor - 1) / divisor * 100;
    out->pence = weeks > 0 ? derived : row->value;
    out->key = key;
    out->weeks = weeks;
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
    out->pence = 0;
    return true;
}

/* The periods of each band's lower edge; the upper accrual point made a third band until 2015-16.
 */
static const struct periods *const edges[PHB__NI_BANDS_MAX] = {&secondary_threshold,
                                                               &upper_accrual_point, &upper_limit};

/* The next edge above the one numbered `i` that there is that day; false when the band has no upper
 * end. */
static bool
next_edge(const struct phb__law *law, phb_pay_frequency frequency, int32_t *i,
          struct phb__threshold *out)
{
    while (++*i < PHB__NI_BANDS_MAX) {
        if (threshold_of(law, edges[*i], frequency, out)) {
            return true;
        }
    }
    out->pence = INT64_MAX;
    return false;
}

/* What lies in the band of the gross, or of what a relief leaves of it. */
static void
fill_band(struct phb__ni_band *band, const struct phb__threshold *relief, phb_pence gross,
          int64_t rate_ppm)
{
    if (relief->pence > band->lower.pence) {
        band->lower = *relief;
    }
    band->pay = phb__part_between(gross, band->lower.pence, band->upper.pence);
    band->ni = phb__part_third_decimal(band->pay, rate_ppm);
}

/* Bands are made from the lowest up, as far as the pay reaches. */
bool
phb__ni_compute(const struct phb__law *law, phb_pay_frequency frequency,
                const struct phb__ni_letter *letter, phb_pence gross, struct phb__ni *out_ni)
{
    out_ni->band_count = 0;
    out_ni->total = 0;
    if (letter->relief == PHB__NI_RELIEF_ALL) {
        return true;
    }
    struct phb__threshold relief;
    struct phb__ni_band *band = out_ni->bands;
    const struct phb__rate_row *rate = phb__law_row(law, PHB__RATE_EMPLOYER_NI_RATE);
    if (!rate || !relief_edge(law, frequency, letter->relief, &relief) ||
        !threshold_of(law, edges[0], frequency, &band->lower)) {
        return false;
    }
    int32_t i = 0;
    while (true) {
        bool has_end = next_edge(law, frequency, &i, &band->upper);
        fill_band(band, &relief, gross, rate->value);
        out_ni->total += band->ni;
        out_ni->band_count++;
        if (!has_end || gross <= band->upper.pence) {
            return true;
        }
        band[1].lower = band->upper;
        band++;
    }
}

bool
phb__ni_terms_of(const struct phb__law *law, phb_pay_frequency frequency,
                 struct phb__ni_terms *out_terms)
{
    struct phb__threshold edge;
    struct phb__threshold freeport;
    const struct phb__rate_row *rate = phb__law_row(law, PHB__RATE_EMPLOYER_NI_RATE);
    if (!rate || !threshold_of(law, edges[0], frequency, &edge)) {
        return false;
    }
    int32_t i = 0;
    out_terms->rate_ppm = rate->value;
    out_terms->certainty = phb__row_certainty(law->dataset, rate, law->day);
    out_terms->band_count = 0;
    do {
        out_terms->edges[out_terms->band_count++] = edge.pence;
        const struct phb__rate_row *row = phb__law_row(law, edge.key);
        phb_certainty certainty = phb__row_certainty(law->dataset, row, law->day);
        out_terms->certainty = certainty > out_terms->certainty ? certainty : out_terms->certainty;
    } while (next_edge(law, frequency, &i, &edge));
    out_terms->edges[out_terms->band_count] = INT64_MAX;
    out_terms->upper_limit =
        threshold_of(law, &upper_limit, frequency, &edge) ? edge.pence : PHB_PENCE_NONE;
    out_terms->freeport_threshold = threshold_of(law, &freeport_threshold, frequency, &freeport)
                                        ? freeport.pence
                                        : PHB_PENCE_NONE;
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
