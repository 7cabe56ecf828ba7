/*
 * Blocks of payslips in which nothing is wrong and whose days lie in a few stretches of the law:
 * the terms of all rows lie in one small table, and no row takes a branch that a processor could
 * guess wrong. Most blocks are so.
 */
#ifndef PHB_BATCH_PLAN_H
#define PHB_BATCH_PLAN_H

#include "batch/column.h"
#include "batch/terms.h"

/* Terms of a plan: of each stretch, a place for each pay frequency. */
#define PHB__PLAN_FREQUENCIES 8
#define PHB__PLAN_TERMS (PHB__DAYS_KEPT * PHB__PLAN_FREQUENCIES)

/* Letters that pay nothing up to an edge, by enum phb__ni_relief; not in force: none of them. */
#define PHB__RELIEFS 4

struct phb__plan {
    phb_date from; /* days that it holds for, to before `next`; cleared, it holds for none */
    phb_date next;
    phb_date begins[PHB__DAYS_KEPT]; /* of each stretch; INT32_MAX: there is none */
    int32_t band_count;              /* the most of any of the terms */
    bool is_whole;                   /* every term is there: with it, no row can fail */
    int64_t edges[PHB__NI_BANDS_MAX + 1][PHB__PLAN_TERMS];
    int64_t relief[PHB__RELIEFS + 1][PHB__PLAN_TERMS]; /* negative: there is none */
    int64_t rate_ppm[PHB__PLAN_TERMS];                 /* of either question */
    uint8_t certainty[PHB__PLAN_TERMS];
    uint8_t letters['Z' - 'A' + 1]; /* the relief of each, PHB__RELIEFS: not in force throughout */
};

struct phb__slip_kernel {
    struct phb__slip_terms terms;
    struct phb__plan plan;
};

/* A block of rows. */
struct phb__slips {
    int32_t day[PHB__BLOCK_ROWS];
    int32_t frequency[PHB__BLOCK_ROWS];
    int32_t letter[PHB__BLOCK_ROWS];
    int64_t gross[PHB__BLOCK_ROWS];
};

/* Where the answers go. */
struct phb__slip_outputs {
    int64_t *amount;
    uint8_t *status;
    uint8_t *certainty;
};

/* Answers all rows of a block; false, and nothing is answered, when it is not such a block. */
bool phb__plan_ni(struct phb__slip_kernel *kernel, const struct phb__slips *block,
                  struct phb__rows rows, const struct phb__slip_outputs *out);
bool phb__plan_pension(struct phb__slip_kernel *kernel, const struct phb__slips *block,
                       struct phb__rows rows, const struct phb__slip_outputs *out);

#endif
