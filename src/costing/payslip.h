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

/* The total of phb__ni_compute by what is kept of the law; false when that has to be asked. */
bool phb__ni_kept(struct phb_costing *costing, const struct phb__law *law,
                  phb_pay_frequency frequency, const struct phb__ni_letter *letter, phb_pence gross,
                  phb_pence *out_total);

/* The minimum pension of a pay period, kept or looked up; false when the law lacks a value. */
bool phb__pension_minimum(struct phb_costing *costing, const struct phb__law *law,
                          phb_pay_frequency frequency, struct phb__pension *out);

/* What a figure rests on of the law, for the note of what is not yet known. */
void phb__ni_used(struct phb_costing *costing, const struct phb__law *law,
                  const struct phb__ni *ni);
void phb__pension_used(struct phb_costing *costing, const struct phb__law *law,
                       const struct phb__pension *pension, phb_pence gross);

#endif
