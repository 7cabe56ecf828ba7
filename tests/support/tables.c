#include "support/tables.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* A cell as text; lent until the next call with the same buffer. */
static const char *
cell(const phb_table *table, size_t column, size_t row, char buffer[32])
{
    const char *name = phb_table_column_name(table, column);
    switch (phb_table_column_type(table, column)) {
    case PHB_COLUMN_TEXT:
        return phb_table_text(table, name, row);
    case PHB_COLUMN_PENCE:
    case PHB_COLUMN_NUMBER:
        snprintf(buffer, 32, "%" PRId64, phb_table_int64(table, name, NULL)[row]);
        return buffer;
    case PHB_COLUMN_DATE:
    case PHB_COLUMN_INDEX:
    case PHB_COLUMN_YES_NO:
        snprintf(buffer, 32, "%" PRId32, phb_table_int32(table, name, NULL)[row]);
        return buffer;
    }
    return "(no column)";
}

static bool
same_columns(const phb_table *a, const phb_table *b)
{
    if (phb_table_columns(a) != phb_table_columns(b)) {
        return false;
    }
    for (size_t i = 0; i < phb_table_columns(a); i++) {
        if (strcmp(phb_table_column_name(a, i), phb_table_column_name(b, i)) != 0 ||
            phb_table_column_type(a, i) != phb_table_column_type(b, i)) {
            return false;
        }
    }
    return true;
}

const char *
table_difference(const phb_table *a, const phb_table *b, const char *skipped)
{
    static char complaint[512];
    if (!same_columns(a, b)) {
        return "the columns differ";
    }
    if (phb_table_rows(a) != phb_table_rows(b)) {
        snprintf(complaint, sizeof complaint, "%zu rows and %zu", phb_table_rows(a),
                 phb_table_rows(b));
        return complaint;
    }
    for (size_t i = 0; i < phb_table_columns(a) * phb_table_rows(a); i++) {
        char in_a[32];
        char in_b[32];
        size_t column = i % phb_table_columns(a);
        size_t row = i / phb_table_columns(a);
        const char *name = phb_table_column_name(a, column);
        const char *left = cell(a, column, row, in_a);
        const char *right = cell(b, column, row, in_b);
        if ((!skipped || strcmp(name, skipped) != 0) && strcmp(left, right) != 0) {
            snprintf(complaint, sizeof complaint, "%s of row %zu: \"%s\" and \"%s\"", name, row,
                     left, right);
            return complaint;
        }
    }
    return NULL;
}
