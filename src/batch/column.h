/*
 * Columns in, read: whatever their type and stride, a value is an int64 here, and what is not said
 * PHB_NUMBER_NONE. The kernels go over blocks of rows: each column is read into a block of its own,
 * one plain loop a column.
 */
#ifndef PHB_BATCH_COLUMN_H
#define PHB_BATCH_COLUMN_H

#include <stdbool.h>
#include <string.h>

#include <phb/batch.h>

/* Rows read at a time: what a kernel works on stays in the nearest cache. */
#define PHB__BLOCK_ROWS 128

/* What a batch of columns must be before any row is looked at. */
struct phb__batch_shape {
    const size_t *required; /* offsets of columns in the batch */
    size_t required_count;
    size_t first_column; /* offset of the first column; they lie one behind the other */
    size_t column_count;
    size_t row_count; /* offset of the number of rows */
};

/* A range of rows, [first, end). */
struct phb__rows {
    size_t first;
    size_t end;
};

static inline size_t
phb__block_end(size_t first, size_t end)
{
    return end - first < PHB__BLOCK_ROWS ? end : first + PHB__BLOCK_ROWS;
}

/* The first block of rows of a range, and the one after a block; empty when there is none. */
static inline struct phb__rows
phb__first_block(struct phb__rows all)
{
    return (struct phb__rows){all.first, phb__block_end(all.first, all.end)};
}

static inline struct phb__rows
phb__next_block(struct phb__rows block, struct phb__rows all)
{
    return (struct phb__rows){block.end, phb__block_end(block.end, all.end)};
}

/* ARGUMENT for what is neither. */
phb_status phb__match_check(phb_rate_match match, phb_error *error);

/* ARGUMENT for a required column that is not there, an unknown type, a range beyond the rows.
 * `batch` is a whole one of this library's version. */
phb_status phb__batch_check(const void *batch, const struct phb__batch_shape *shape,
                            size_t first_row, size_t rows, phb_error *error);

/* Reads rows of a column into `out`, one value each; a column without data has PHB_NUMBER_NONE. */
void phb__column_read(const phb_batch_column *column, struct phb__rows rows, int64_t *out);

/* The same in 32 bits: days, choices and letters. INT32_MIN is not said; what does not fit is
 * INT32_MAX, which is none of them. */
void phb__column_read32(const phb_batch_column *column, struct phb__rows rows, int32_t *out);

/* One value. */
int64_t phb__column_at(const phb_batch_column *column, size_t row);

/* A day, PHB_DATE_NONE, or for what is no day at all one that is never valid. */
static inline phb_date
phb__day_of(int64_t value)
{
    if (value == PHB_NUMBER_NONE) {
        return PHB_DATE_NONE;
    }
    bool is_day = value >= PHB_DATE_MIN && value <= PHB_DATE_MAX;
    return is_day ? (phb_date)value : PHB_DATE_MAX + 1;
}

/* A choice: 0 is not said; what no set holds stays so. */
static inline int32_t
phb__choice_of(int64_t value)
{
    if (value == PHB_NUMBER_NONE) {
        return 0;
    }
    return value >= 0 && value <= UINT8_MAX ? (int32_t)value : INT32_MAX;
}

/* Where a result is wanted. */
static inline void
phb__put_int64(int64_t *out, size_t row, int64_t value)
{
    if (out) {
        out[row] = value;
    }
}

static inline void
phb__put_uint8(uint8_t *out, size_t row, int32_t value)
{
    if (out) {
        out[row] = (uint8_t)value;
    }
}

#endif
