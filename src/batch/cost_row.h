/*
 * The rows of phb_batch_cost. One that cannot be costed straight is taken as the budget of one
 * assistant: its columns into the structs that a budget is made of, checked as those are, and
 * costed by the same functions, with a costing that has no tables.
 */
#ifndef PHB_BATCH_COST_ROW_H
#define PHB_BATCH_COST_ROW_H

#include "batch/straight.h"
#include "model/budget.h"

/* What a row says. */
struct phb__cost_given {
    struct phb__budget_content content;
    struct phb__assistant assistant;
    struct phb__hours hours[2]; /* by the hour, by the night */
    struct phb__allowance_used used;
    phb_pence basic;
    int64_t employer;
};

/* A column that differs from row to row, and where its values go. */
struct phb__cost_taken {
    const phb_batch_column *column;
    const struct phb__field *field; /* which values there are */
    int64_t least;                  /* of those that are said */
    int64_t most;
    char *place;
    int64_t *values; /* of the block */
};

struct phb__cost_kernel {
    struct phb_costing costing; /* without tables, trace and memory */
    struct phb__kept kept;      /* of the law, from row to row */
    bool has_period;            /* the calendar of the costing is of an earlier row */
    phb_status period_status;   /* of that period */
    struct phb__cost_given given;
    phb_status same_status; /* of the values that are the same in all rows */
    struct phb__straight straight;
    struct phb__cost_block block;
    size_t taken_count;
    struct phb__cost_taken taken[PHB__COST_COLUMNS];
};

void phb__cost_kernel_init(struct phb__cost_kernel *kernel, const struct phb__dataset *dataset,
                           const phb_cost_batch *batch);

/* Reads the columns of a block of at most PHB__COST_BLOCK_ROWS rows. */
void phb__cost_read(struct phb__cost_kernel *kernel, struct phb__rows rows);

/* Costs the i-th row of the block. Its status is what a budget of it would be refused for. */
phb_status phb__cost_row(struct phb__cost_kernel *kernel, size_t i, struct phb__cost_result *out);

#endif
