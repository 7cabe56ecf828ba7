/* Employer National Insurance on one payslip: the bands, so that each can be shown. */
#ifndef PHB_COSTING_EMPLOYER_NI_H
#define PHB_COSTING_EMPLOYER_NI_H

#include <phb/employer.h>

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

/* Adds the steps below `step`, which repeats the gross of `gross_step`. */
void phb__ni_trace(struct phb__trace *trace, int32_t step, const struct phb__law *law,
                   const struct phb__ni *ni, int32_t gross_step);

#endif
