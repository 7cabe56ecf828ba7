/* One typical payslip of a segment. */
#ifndef PHB_COSTING_PAYSLIP_H
#define PHB_COSTING_PAYSLIP_H

#include "costing/employer_ni.h"
#include "costing/pension.h"
#include "costing/segment.h"
#include "costing/tally.h"

struct phb__payslip {
    const struct phb__ni_letter *letter;
    bool is_member;
    struct phb__pension pension_terms; /* levels, basis and rate of this segment */
    struct phb__figure whole; /* what the employer pays: gross, National Insurance, pension */
    struct phb__figure basic;
    struct phb__figure leave;
    struct phb__figure gross;
    struct phb__figure employer_ni;
    struct phb__figure pension;
};

/* Makes it, shows its steps, and remembers in `employment` whether they are now enrolled. */
phb_status phb__payslip_make(struct phb_costing *costing, struct phb__employment *employment,
                             const struct phb__segment *segment, struct phb__payslip *out,
                             phb_error *error);

/* What a figure rests on of the law, for the note of what is not yet known. */
void phb__ni_used(struct phb_costing *costing, const struct phb__law *law,
                  const struct phb__ni *ni);
void phb__pension_used(struct phb_costing *costing, const struct phb__law *law,
                       const struct phb__pension *pension, phb_pence gross);

#endif
