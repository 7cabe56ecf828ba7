#include "batch/employer.h"

#include "core/date.h"
#include "costing/allowance.h"

void
phb__employer_begin(struct phb__employer *employer, int64_t id)
{
    employer->id = id;
    employer->start = PHB_DATE_MAX;
    employer->first_year = INT32_MAX;
    employer->last_year = INT32_MIN;
    employer->used = PHB_PENCE_NONE;
    employer->employed_since = PHB_DATE_NONE;
    employer->count = 0;
    employer->is_too_many = false;
    employer->is_broken = false;
}

static void
widen(struct phb__employer *employer, const struct phb__calendar *calendar, int64_t since)
{
    bool is_earlier = employer->employed_since == PHB_DATE_NONE || since < employer->employed_since;
    if (calendar->period.start < employer->start) {
        employer->start = calendar->period.start;
        employer->first_year = calendar->first_tax_year;
    }
    if (calendar->last_tax_year > employer->last_year) {
        employer->last_year = calendar->last_tax_year;
    }
    if (since != PHB_NUMBER_NONE && is_earlier) {
        employer->employed_since = (phb_date)since;
    }
}

bool
phb__employer_add(struct phb__employer *employer, const struct phb__cost_block *block, size_t i,
                  size_t row, const struct phb__cost_result *result)
{
    if (employer->count == PHB_BATCH_EMPLOYER_ROWS_MAX) {
        employer->is_too_many = true;
        return false;
    }
    size_t index = employer->count++;
    if (index == 0) {
        employer->used = block->values[PHB__COST_ALLOWANCE_USED][i];
    }
    widen(employer, result->calendar, block->values[PHB__COST_EMPLOYED_SINCE][i]);
    employer->claims[index] = (struct phb__claim){
        .row = row,
        .total = result->total,
        .first_year = result->calendar->first_tax_year,
        .certainty = (int32_t)result->certainty,
    };
    memcpy(employer->employer_ni[index], result->employer_ni, sizeof result->employer_ni);
    return true;
}

/* ---- the shares ---- */

/* What each claim brought in a tax year; the sum of them. */
static int64_t
weigh(const struct phb__employer *employer, int32_t year,
      int64_t weights[PHB_BATCH_EMPLOYER_ROWS_MAX])
{
    int64_t all = 0;
    for (size_t i = 0; i < employer->count; i++) {
        int32_t index = year - employer->claims[i].first_year;
        bool is_within = index >= 0 && index < PHB__TAX_YEARS_MAX;
        weights[i] = is_within ? employer->employer_ni[i][index] : 0;
        all += weights[i];
    }
    return all;
}

/* Those employed before a period that begins within a tax year have used some of that year's. */
static bool
is_unknown(const struct phb__employer *employer)
{
    return employer->used == PHB_PENCE_NONE && employer->employed_since != PHB_DATE_NONE &&
           employer->employed_since < employer->start &&
           employer->start != phb__tax_year_start(employer->first_year);
}

static void
share_year(struct phb__employer *employer, struct phb_costing *costing, int32_t year)
{
    int64_t weights[PHB_BATCH_EMPLOYER_ROWS_MAX];
    phb_pence shares[PHB_BATCH_EMPLOYER_ROWS_MAX];
    struct phb__law law;
    bool is_first = year == employer->first_year;
    phb_date day = is_first ? employer->start : phb__tax_year_start(year);
    phb_pence used = is_first && employer->used != PHB_PENCE_NONE ? employer->used : 0;
    int64_t all = weigh(employer, year, weights);
    const struct phb__rate_row *allowance = phb__allowance_on(costing, day, &law);
    if (!allowance || all == 0 || (is_first && is_unknown(employer))) {
        return;
    }
    phb_pence met = phb__allowance_meets(allowance->value, used, all);
    phb__costing_used(costing, &law, PHB__RATE_EMPLOYMENT_ALLOWANCE_AMOUNT);
    phb__allowance_share(met, weights, employer->count, all, shares);
    for (size_t i = 0; i < employer->count; i++) {
        employer->claims[i].share += shares[i];
    }
}

phb_status
phb__employer_share(struct phb__employer *employer, struct phb_costing *costing)
{
    if (employer->is_too_many || employer->is_broken) {
        return employer->is_too_many ? PHB_ERROR_LIMIT : PHB_ERROR_INCOMPLETE;
    }
    if (employer->count == 0) {
        return PHB_OK;
    }
    costing->certainty = PHB_CERTAINTY_IN_FORCE;
    for (int32_t year = employer->first_year; year <= employer->last_year; year++) {
        share_year(employer, costing, year);
    }
    for (size_t i = 0; i < employer->count; i++) {
        int32_t certainty = (int32_t)costing->certainty;
        struct phb__claim *claim = &employer->claims[i];
        claim->certainty = certainty > claim->certainty ? certainty : claim->certainty;
    }
    return PHB_OK;
}
