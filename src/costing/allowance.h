/* The Employment Allowance of one tax year: what there is, what it meets, and who gets how much. */
#ifndef PHB_COSTING_ALLOWANCE_H
#define PHB_COSTING_ALLOWANCE_H

#include "costing/costing.h"

/* What the law allows in the tax year of a day; NULL before 6 April 2015, when employers of carers
 * had none. */
const struct phb__rate_row *phb__allowance_on(const struct phb_costing *costing, phb_date day,
                                              struct phb__law *out_law);

/* Of National Insurance, what the rest of an allowance meets. */
static inline phb_pence
phb__allowance_meets(phb_pence allowance, phb_pence used, phb_pence employer_ni)
{
    phb_pence left = allowance > used ? allowance - used : 0;
    return employer_ni < left ? employer_ni : left;
}

/*
 * Shares what was met over those who brought it, `all` together: largest remainder, ties to the
 * earlier. Where it met everything each gets all of theirs, and where there is one they get it all:
 * nothing needs to be divided then.
 */
void phb__allowance_share(phb_pence met, const int64_t *employer_ni, size_t count, int64_t all,
                          phb_pence *out_shares);

#endif
