/*
 * The rows of one employer who claim the Employment Allowance: what each brought to the National
 * Insurance is kept until all are there, then the allowance of each tax year is shared over them.
 */
#ifndef PHB_BATCH_EMPLOYER_H
#define PHB_BATCH_EMPLOYER_H

#include "batch/straight.h"

/* A row that waits for its share. */
struct phb__claim {
    size_t row;
    phb_pence total; /* before it */
    phb_pence share;
    int32_t first_year; /* the tax year its National Insurance is counted from */
    int32_t certainty;
};

struct phb__employer {
    int64_t id;              /* PHB_NUMBER_NONE: of one row */
    phb_date start;          /* the earliest of its claims' periods */
    int32_t first_year;      /* the tax year that lies in */
    int32_t last_year;       /* and the one that the last of them ends in */
    phb_pence used;          /* of the tax year the period starts in; PHB_PENCE_NONE: not said */
    phb_date employed_since; /* the earliest, PHB_DATE_NONE: not said of any */
    size_t count;            /* of claims that are kept */
    bool is_too_many;        /* there was no place for more */
    bool is_broken;          /* one of them has no figures */
    struct phb__claim claims[PHB_BATCH_EMPLOYER_ROWS_MAX];
    phb_pence employer_ni[PHB_BATCH_EMPLOYER_ROWS_MAX][PHB__TAX_YEARS_MAX]; /* by tax year */
};

/* The next employer: nothing is known of it. */
void phb__employer_begin(struct phb__employer *employer, int64_t id);

/* Another claim: of the i-th row of a block, as it was costed; false when there is no place. */
bool phb__employer_add(struct phb__employer *employer, const struct phb__cost_block *block,
                       size_t i, size_t row, const struct phb__cost_result *result);

/* The status of all its claims, and their shares when that is PHB_OK. */
phb_status phb__employer_share(struct phb__employer *employer, struct phb_costing *costing);

#endif
