#include "batch/column.h"

#include "core/error.h"

static const phb_batch_column *
column_at(const void *batch, size_t offset)
{
    return (const phb_batch_column *)((const char *)batch + offset);
}

static bool
is_column(const phb_batch_column *column)
{
    bool has_type = column->type >= PHB_BATCH_INT64 && column->type <= PHB_BATCH_UINT8;
    return column->reserved == 0 && (has_type || !column->data);
}

phb_status
phb__match_check(phb_rate_match match, phb_error *error)
{
    return match == PHB_RATE_EXACT || match == PHB_RATE_CARRY
               ? PHB_OK
               : phb__fail_because(error, PHB_ERROR_ARGUMENT, "match must be EXACT or CARRY");
}

phb_status
phb__batch_check(const void *batch, const struct phb__batch_shape *shape, size_t first_row,
                 size_t rows, phb_error *error)
{
    size_t row_count;
    memcpy(&row_count, (const char *)batch + shape->row_count, sizeof row_count);
    if (first_row > row_count || rows > row_count - first_row) {
        return phb__fail_because(error, PHB_ERROR_ARGUMENT,
                                 "the range must lie within row_count rows");
    }
    for (size_t i = 0; i < shape->column_count; i++) {
        if (!is_column(column_at(batch, shape->first_column + i * sizeof(phb_batch_column)))) {
            return phb__fail_because(error, PHB_ERROR_ARGUMENT,
                                     "a column has no type: use one of its initialisers");
        }
    }
    for (size_t i = 0; i < shape->required_count; i++) {
        if (!column_at(batch, shape->required[i])->data) {
            return phb__fail_because(error, PHB_ERROR_ARGUMENT,
                                     "a column that is required is not there");
        }
    }
    return PHB_OK;
}

/* Values need not be aligned: a member of a packed struct is none the worse for it. */
static int64_t
int32_at(const char *place)
{
    int32_t value;
    memcpy(&value, place, sizeof value);
    return value == INT32_MIN ? PHB_NUMBER_NONE : value;
}

static int64_t
int64_at(const char *place)
{
    int64_t value;
    memcpy(&value, place, sizeof value);
    return value;
}

static int64_t
uint8_at(const char *place)
{
    return (unsigned char)*place;
}

int64_t
phb__column_at(const phb_batch_column *column, size_t row)
{
    int64_t value = PHB_NUMBER_NONE;
    phb__column_read(column, (struct phb__rows){row, row + 1}, &value);
    return value;
}

/* Nothing of eight bits is left out, and nothing of 32 has to be looked at. */
static bool
read_narrow(const phb_batch_column *column, struct phb__rows rows, int32_t *out)
{
    size_t count = rows.end - rows.first;
    const char *place = (const char *)column->data + (ptrdiff_t)rows.first * column->stride_bytes;
    if (column->data && column->type == PHB_BATCH_INT32 && column->stride_bytes == sizeof *out) {
        memcpy(out, place, count * sizeof *out);
        return true;
    }
    if (column->data && column->type == PHB_BATCH_UINT8 && column->stride_bytes == 1) {
        for (size_t i = 0; i < count; i++) {
            out[i] = (unsigned char)place[i];
        }
        return true;
    }
    return false;
}

void
phb__column_read32(const phb_batch_column *column, struct phb__rows rows, int32_t *out)
{
    int64_t values[PHB__BLOCK_ROWS];
    if (read_narrow(column, rows, out)) {
        return;
    }
    phb__column_read(column, rows, values);
    for (size_t i = 0; i < rows.end - rows.first; i++) {
        bool fits = values[i] >= INT32_MIN && values[i] <= INT32_MAX;
        bool is_said = values[i] != PHB_NUMBER_NONE;
        out[i] = fits ? (int32_t)values[i] : is_said ? INT32_MAX : INT32_MIN;
    }
}

void
phb__column_read(const phb_batch_column *column, struct phb__rows rows, int64_t *out)
{
    size_t count = rows.end - rows.first;
    ptrdiff_t stride = column->stride_bytes;
    if (!column->data) {
        for (size_t i = 0; i < count; i++) {
            out[i] = PHB_NUMBER_NONE;
        }
        return;
    }
    const char *place = (const char *)column->data + (ptrdiff_t)rows.first * stride;
    switch (column->type) {
    case PHB_BATCH_INT64:
        if (stride == (ptrdiff_t)sizeof *out) { /* as they are wanted */
            memcpy(out, place, count * sizeof *out);
            break;
        }
        for (size_t i = 0; i < count; i++) {
            out[i] = int64_at(place + (ptrdiff_t)i * stride);
        }
        break;
    case PHB_BATCH_INT32:
        for (size_t i = 0; i < count; i++) {
            out[i] = int32_at(place + (ptrdiff_t)i * stride);
        }
        break;
    case PHB_BATCH_UINT8:
        for (size_t i = 0; i < count; i++) {
            out[i] = uint8_at(place + (ptrdiff_t)i * stride);
        }
        break;
    }
}
