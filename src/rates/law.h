/*
 * The law of a day, as the engine asks for it: one search for the day, then every value is one step
 * away.
 */
#ifndef PHB_RATES_LAW_H
#define PHB_RATES_LAW_H

#include <stdbool.h>

#include <phb/rates.h>

#include "rates/dataset.h"
#include "rates/rate_keys.h"

/* How long values are carried past the last day held. */
#define PHB__CARRY_MONTHS 24

struct phb__law {
    const struct phb__dataset *dataset;
    const struct phb__law_span *span;
    const uint16_t *row_of; /* by key, for what cuts payslips: index of the row, or PHB__ROW_NONE */
    phb_date day;
};

/* The last day that carried values reach. */
phb_date phb__law_carried_until(const struct phb__dataset *dataset);

/* The law of a day that is held, or, to CARRY, up to two years later; false outside. */
bool phb__law_on(const struct phb__dataset *dataset, phb_date day, phb_rate_match match,
                 struct phb__law *out_law);

/* The first day after this one on which a value that a payslip uses changes; INT32_MAX when none is
 * known. */
phb_date phb__law_next_change(const struct phb__law *law);

/* The row of a key that does not cut payslips, or is not in force: searched for. */
const struct phb__rate_row *phb__law_search(const struct phb__law *law, enum phb__rate_key key);

/* The row of a key, NULL when it is not in force that day. For the axis date only. */
static inline const struct phb__rate_row *
phb__law_row(const struct phb__law *law, enum phb__rate_key key)
{
    uint16_t index = law->row_of[key];
    if (index == PHB__ROW_NONE || law->dataset->rows[index].value == PHB__RATE_ENDED) {
        return phb__law_search(law, key);
    }
    return &law->dataset->rows[index];
}

/* How sure a row is on a day. */
phb_certainty phb__row_certainty(const struct phb__dataset *dataset,
                                 const struct phb__rate_row *row, phb_date day);

/*
 * The day somebody born on a day reaches State Pension age, PHB_DATE_NONE when it lies beyond 2199
 * or no law says. Sex is not asked for: for those born before 6 December 1953 it is the later day.
 */
phb_date phb__state_pension_date(const struct phb__dataset *dataset, phb_date birth);

/* So many days old at least is everybody who reaches it: a bound, to spare the search for most. */
int32_t phb__state_pension_age_days(const struct phb__dataset *dataset);

#endif
