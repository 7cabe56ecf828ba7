#include "rates/law.h"

#include "rates/lookup.h"

phb_date
phb__law_carried_until(const struct phb__dataset *dataset)
{
    phb_date until = dataset->last_day;
    (void)phb_date_add_months(dataset->last_day, PHB__CARRY_MONTHS, PHB_MONTH_END_CLAMP, &until);
    return until;
}

/* The last span that begins on or before a day: a dozen spans, four steps without a branch to
 * guess. */
static const struct phb__law_span *
span_of(const struct phb__dataset *dataset, phb_date day)
{
    const struct phb__law_span *span = dataset->spans;
    uint32_t count = dataset->span_count;
    while (count > 1) {
        uint32_t half = count / 2;
        span += span[half].from <= day ? half : 0;
        count -= half;
    }
    return span;
}

bool
phb__law_on(const struct phb__dataset *dataset, phb_date day, phb_rate_match match,
            struct phb__law *out_law)
{
    if (day < dataset->first_day) {
        return false;
    }
    if (day > dataset->last_day &&
        (match != PHB_RATE_CARRY || day > phb__law_carried_until(dataset))) {
        return false;
    }
    const struct phb__law_span *span = span_of(dataset, day);
    *out_law = (struct phb__law){dataset, span, dataset->span_rows + span->first_row_index, day};
    return true;
}

phb_date
phb__law_next_change(const struct phb__law *law)
{
    const struct phb__law_span *next = law->span + 1;
    return next < law->dataset->spans + law->dataset->span_count ? next->from : INT32_MAX;
}

const struct phb__rate_row *
phb__law_search(const struct phb__law *law, enum phb__rate_key key)
{
    const struct phb__rate_parameter *parameter = &law->dataset->parameters[key];
    if (parameter->cuts_payslip) {
        return NULL; /* the span would have had it */
    }
    const struct phb__rate_row *row = phb__row_on(law->dataset, parameter, law->day, 0);
    return row && row->value != PHB__RATE_ENDED ? row : NULL;
}

phb_certainty
phb__row_certainty(const struct phb__dataset *dataset, const struct phb__rate_row *row,
                   phb_date day)
{
    if (day <= dataset->last_day) {
        return PHB_CERTAINTY_IN_FORCE;
    }
    return row->status == PHB__ROW_ANNOUNCED ? PHB_CERTAINTY_ANNOUNCED : PHB_CERTAINTY_CARRIED;
}

phb_date
phb__state_pension_date(const struct phb__dataset *dataset, phb_date birth)
{
    const struct phb__rate_parameter *dates = &dataset->parameters[PHB__RATE_STATE_PENSION_DATE];
    const struct phb__rate_row *row = phb__row_on(dataset, dates, birth, 0);
    if (row && row->value != PHB__RATE_ENDED) {
        return (phb_date)row->value;
    }
    const struct phb__rate_parameter *ages = &dataset->parameters[PHB__RATE_STATE_PENSION_AGE];
    row = phb__row_on(dataset, ages, birth, 0);
    if (!row || row->value == PHB__RATE_ENDED || row->value > INT32_MAX) {
        return PHB_DATE_NONE;
    }
    /*
     * Whole years are reached at the start of the birthday, by those born on 29 February on 1 March
     * in common years. An age in years and months that falls on a day the month has not is reached
     * on its last day.
     */
    phb_date reached = PHB_DATE_NONE;
    int32_t months = (int32_t)row->value;
    if (months % 12 == 0) {
        (void)phb_date_of_age(birth, months / 12, &reached);
    } else {
        (void)phb_date_add_months(birth, months, PHB_MONTH_END_CLAMP, &reached);
    }
    return reached;
}

int32_t
phb__state_pension_age_days(const struct phb__dataset *dataset)
{
    const struct phb__rate_parameter *ages = &dataset->parameters[PHB__RATE_STATE_PENSION_AGE];
    const struct phb__rate_parameter *dates = &dataset->parameters[PHB__RATE_STATE_PENSION_DATE];
    const struct phb__rate_row *age = dataset->rows + ages->first_row;
    const struct phb__rate_row *date = dataset->rows + dates->first_row;
    int64_t least = INT32_MAX;
    for (uint32_t i = 0; i < ages->row_count; i++) {
        bool is_age = age[i].value != PHB__RATE_ENDED && age[i].value <= INT32_MAX;
        int64_t days = is_age ? age[i].value * 30 : INT32_MAX; /* twelve months have more */
        least = days < least ? days : least;
    }
    for (uint32_t i = 0; i < dates->row_count; i++) {
        int32_t last_birth = i + 1 < dates->row_count ? date[i + 1].from - 1 : PHB_DATE_MAX;
        int64_t days = date[i].value == PHB__RATE_ENDED ? INT32_MAX : date[i].value - last_birth;
        least = days < least ? days : least;
    }
    return (int32_t)(least < 0 ? 0 : least);
}
