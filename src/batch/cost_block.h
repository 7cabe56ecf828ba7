/* A block of rows of phb_batch_cost, read: a column of values for each column of the batch. */
#ifndef PHB_BATCH_COST_BLOCK_H
#define PHB_BATCH_COST_BLOCK_H

#include "batch/column.h"

/* Rows read at a time: there are many columns. */
#define PHB__COST_BLOCK_ROWS 32

/* In the order of the batch. */
enum phb__cost_column {
    PHB__COST_PERIOD_START,
    PHB__COST_PERIOD_END,
    PHB__COST_WEEKS_IN_YEAR,
    PHB__COST_EMPLOYER,
    PHB__COST_CLAIMS_ALLOWANCE,
    PHB__COST_ALLOWANCE_USED,
    PHB__COST_EMPLOYED_SINCE,
    PHB__COST_START,
    PHB__COST_END,
    PHB__COST_DATE_OF_BIRTH,
    PHB__COST_NI_LETTER,
    PHB__COST_PAY_FREQUENCY,
    PHB__COST_MINUTES,
    PHB__COST_RATE,
    PHB__COST_NIGHTS,
    PHB__COST_NIGHT_RATE,
    PHB__COST_BASIC,
    PHB__COST_DAYS_PER_WEEK,
    PHB__COST_BANK_HOLIDAY_MINUTES,
    PHB__COST_BANK_HOLIDAY_PREMIUM,
    PHB__COST_LEAVE_METHOD,
    PHB__COST_LEAVE_BY,
    PHB__COST_LEAVE_RATE,
    PHB__COST_LEAVE_NIGHT_RATE,
    PHB__COST_LEAVE_WEEKS,
    PHB__COST_PENSION_MEMBERSHIP,
    PHB__COST_PENSION_BASIS,
    PHB__COST_PENSION_RATE,
    PHB__COST_SICKNESS_WEEKS,
    PHB__COST_SICKNESS_RATE,
    PHB__COST_SICKNESS_NIGHT_RATE,
    PHB__COST_COLUMNS
};

/*
 * Of a column that a batch has not, or has one value of, all values are that. Choices and letters
 * that are not said are 0, whatever the column has for it.
 */
struct phb__cost_block {
    int64_t values[PHB__COST_COLUMNS][PHB__COST_BLOCK_ROWS];
    bool is_odd[PHB__COST_BLOCK_ROWS]; /* a value is not one that a budget may have */
};

#endif
