/* One typical payslip of a segment. */
#ifndef PHB_COSTING_PAYSLIP_H
#define PHB_COSTING_PAYSLIP_H

#include "costing/employer_ni.h"
#include "costing/pension.h"
#include "costing/segment.h"

/* A figure of the payslip and the step that shows it. */
struct phb__figure {
    phb_pence pence;
    int32_t step;
};

struct phb__payslip {
    char ni_letter;
    bool is_member;
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

#endif
