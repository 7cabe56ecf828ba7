/* Employer National Insurance on one payslip: the bands, so that each can be shown. */
#ifndef PHB_COSTING_EMPLOYER_NI_H
#define PHB_COSTING_EMPLOYER_NI_H

#include <phb/employer.h>

#include "core/part.h"
#include "costing/trace.h"
#include "rates/letters.h"

/* Up to 2015-16 there were three bands: to the upper accrual point, to the upper limit, and above.
 */
#define PHB__NI_BANDS_MAX 3

/* A threshold of a pay period, and where it comes from. */
struct phb__threshold {
    phb_pence pence;
    enum phb__rate_key key; /* weekly, monthly or annual */
    int32_t weeks; /* 0: as prescribed; else derived from the annual one for so many weeks */
};

struct phb__ni_band {
    struct phb__threshold lower;
    struct phb__threshold upper; /* pence INT64_MAX: no upper end */
    phb_pence pay;               /* of the gross, what lies in the band */
    phb_pence ni;
};

struct phb__ni {
    struct phb__ni_band bands[PHB__NI_BANDS_MAX];
    int32_t band_count; /* 0: nothing is due, whatever the pay */
    phb_pence total;
};

/*
 * Works out the bands for a letter that is in force. false when the law of the day lacks a value,
 * or the sum is beyond 64 bits.
 */
bool phb__ni_compute(const struct phb__law *law, phb_pay_frequency frequency,
                     const struct phb__ni_letter *letter, phb_pence gross, struct phb__ni *out_ni);

/*
 * The same for many payslips of one pay period: the edges that the bands lie between, looked up
 * once. With a relief every band begins at `relief` if that is higher.
 */
struct phb__ni_terms {
    phb_pence edges[PHB__NI_BANDS_MAX + 1]; /* band i: from edge i to i + 1; INT64_MAX: no end */
    int32_t band_count;
    int64_t rate_ppm;
    phb_pence upper_limit;        /* the relief of some letters */
    phb_pence freeport_threshold; /* of others; PHB_PENCE_NONE: none yet */
    phb_certainty certainty;      /* of the least sure of them */
};

/* false when the law of the day lacks a value. */
bool phb__ni_terms_of(const struct phb__law *law, phb_pay_frequency frequency,
                      struct phb__ni_terms *out_terms);

/* What phb__ni_compute has as its total; false likewise. */
static inline bool
phb__ni_by_terms(const struct phb__ni_terms *terms, uint8_t relief, phb_pence gross,
                 phb_pence *out_total)
{
    phb_pence least = 0;
    if (relief == PHB__NI_RELIEF_UPPER_LIMIT) {
        least = terms->upper_limit;
    } else if (relief == PHB__NI_RELIEF_FREEPORT) {
        least = terms->freeport_threshold;
    } else if (relief == PHB__NI_RELIEF_ALL) {
        least = PHB_PENCE_MAX;
    }
    phb_pence total = 0;
    for (int32_t i = 0; i < terms->band_count; i++) {
        phb_pence lower = terms->edges[i] > least ? terms->edges[i] : least;
        total += phb__part_third_decimal(phb__part_between(gross, lower, terms->edges[i + 1]),
                                         terms->rate_ppm);
    }
    *out_total = total;
    return least != PHB_PENCE_NONE;
}

/* Adds the steps below `step`, which repeats the gross of `gross_step`. */
void phb__ni_trace(struct phb__trace *trace, int32_t step, const struct phb__law *law,
                   const struct phb__ni *ni, int32_t gross_step);

#endif
