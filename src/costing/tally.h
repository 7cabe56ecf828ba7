/*
 * What one assistant costs in one segment, by category: several amounts (a payslip's part, a bank
 * holiday's, the cover's) add up to one line. Every amount is rounded by itself and shown as a step
 * of its line.
 */
#ifndef PHB_COSTING_TALLY_H
#define PHB_COSTING_TALLY_H

#include "costing/segment.h"

/* In the order of the lines. */
enum phb__part {
    PHB__PART_PAY,
    PHB__PART_LEAVE,
    PHB__PART_EMPLOYER_NI,
    PHB__PART_PENSION,
    PHB__PART_BANK_HOLIDAY,
    PHB__PART_COVER,
    PHB__PART_SICKNESS,
    PHB__PART_SICKNESS_COVER,
    PHB__PARTS
};

/* A figure and the step that shows it. */
struct phb__figure {
    phb_pence pence;
    int32_t step;
};

/* How often a figure falls due: given, or what an earlier step came to. */
struct phb__factor {
    const char *label;
    struct phb__fraction times;
    const char *unit;
    int32_t step; /* shown as a repeat of it, unless PHB__STEP_NONE */
};

struct phb__tally {
    const struct phb__employment *employment;
    const struct phb__segment *segment;
    phb_pence sums[PHB__PARTS];
    int32_t steps[PHB__PARTS]; /* of the lines */
    bool is_there[PHB__PARTS];
};

/* The categories that a budget can bring about for this assistant, at most. */
size_t phb__tally_parts(const struct phb__assistant *assistant);

/* Adds figure × factors, to the nearest penny. RANGE when it is more than can be counted. */
phb_status phb__tally_add(struct phb_costing *costing, struct phb__tally *tally,
                          enum phb__part part, const char *label, struct phb__figure figure,
                          const struct phb__factor *factors, size_t count);

/* Makes the lines. */
phb_status phb__tally_lines(struct phb_costing *costing, struct phb__tally *tally,
                            phb_error *error);

#endif
