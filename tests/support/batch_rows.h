/* Rows of a batch as plain numbers, random ones of a seed, and the budgets they stand for. */
#ifndef PHB_TESTS_SUPPORT_BATCH_ROWS_H
#define PHB_TESTS_SUPPORT_BATCH_ROWS_H

#include <phb/batch.h>
#include <phb/costing.h>

#include "support/suite.h"

/* The columns of phb_cost_batch, in its order. */
enum {
    PERIOD_START,
    PERIOD_END,
    WEEKS_IN_YEAR,
    EMPLOYER,
    CLAIMS,
    USED,
    EMPLOYED_SINCE,
    START,
    END,
    BIRTH,
    LETTER,
    FREQUENCY,
    MINUTES,
    RATE,
    NIGHTS,
    NIGHT_RATE,
    BASIC,
    DAYS_PER_WEEK,
    HOLIDAY_MINUTES,
    HOLIDAY_PREMIUM,
    LEAVE_METHOD,
    LEAVE_BY,
    LEAVE_RATE,
    LEAVE_NIGHT_RATE,
    LEAVE_WEEKS,
    MEMBERSHIP,
    BASIS,
    PENSION_PPM,
    SICK_WEEKS,
    SICK_RATE,
    SICK_NIGHT_RATE,
    COST_COLUMNS
};

/* The columns out. */
enum {
    OUT_BASIC,
    OUT_LEAVE,
    OUT_NI,
    OUT_PENSION,
    OUT_HOLIDAY,
    OUT_COVER,
    OUT_SICKNESS,
    OUT_SICKNESS_COVER,
    OUT_ALLOWANCE,
    OUT_TOTAL,
    COST_OUTPUTS
};

/* Something behind the columns, as in a struct with other members. */
struct cost_row {
    int64_t in[COST_COLUMNS];
    char other[3];
};

struct cost_answer {
    int64_t out[COST_OUTPUTS];
    uint8_t status;
    uint8_t certainty;
};

/* The i-th column of a batch. */
phb_batch_column *cost_column(phb_cost_batch *batch, int column);

/* A row in which everything that can be left unsaid is. */
struct cost_row plain_row(void);

/* Twenty hours at £13.50 a week, leave accrued, in a whole tax year. */
struct cost_row good_row(void);

/* Rows of one employer: of the same period, and all of them good. */
void random_employer(struct random_source *source, int64_t id, struct cost_row *rows, size_t count);

/* A batch that reads rows where they lie. */
phb_cost_batch batch_of_rows(const struct cost_row *rows, size_t count);

/* Where the columns out go: COST_OUTPUTS amounts and two bytes a row. */
void point_outputs(phb_cost_batch *batch, int64_t *amounts, uint8_t *bytes);

/* Costs a whole batch in one call. */
void cost_batch(phb_cost_batch *batch, struct cost_answer *answers);

/* The same rows as the assistants of one budget. */
void cost_budget(const struct cost_row *rows, size_t count, const phb_cost_batch *batch,
                 struct cost_answer *answers);

#endif
