/*
 * Making a table: columns are described once, rows are appended, cells are set. Text cells are
 * indexes into a pool of the table's own, where a text may be reused, so that a thousand rows of
 * one category cost one.
 */
#ifndef PHB_CORE_TABLE_H
#define PHB_CORE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <phb/context.h>
#include <phb/date.h>
#include <phb/money.h>
#include <phb/table.h>

struct phb__column {
    const char *name;
    phb_column_type type;
};

/*
 * A table of these columns (the array is kept, not copied: make it static), with room for `rows`
 * rows; it grows beyond. NULL when out of memory. Free with phb_table_free.
 */
phb_table *phb__table_new(const phb_context *context, const struct phb__column *columns,
                          size_t column_count, size_t rows);

/* What a table is called when it stands by itself: a constant of ours. NULL tables are ignored. */
void phb__table_set_title(phb_table *table, const char *title);
const char *phb__table_title(const phb_table *table);

/*
 * A new last row. Its cells are PENCE_NONE, DATE_NONE, -1 for INDEX, "", and 0 for NUMBER and
 * YES_NO. false when out of memory. The row's number is phb_table_rows - 1.
 */
bool phb__table_add_row(phb_table *table);

/* Cells of the last row. `column` is the position in the description. */
void phb__table_set(phb_table *table, size_t column, int64_t value);

/*
 * Text of the last row; NULL is "". _static keeps the pointer (a constant of ours, or text that
 * outlives the table); _copy copies. false when out of memory: the cell is then as it was.
 */
bool phb__table_set_static(phb_table *table, size_t column, const char *text);
bool phb__table_set_copy(phb_table *table, size_t column, const char *text, size_t size);

/* The same for a text that no other row has, such as an id: it is copied and never searched for. */
bool phb__table_set_own(phb_table *table, size_t column, const char *text, size_t size);

/* Cells of any row, for tables whose rows are completed later; the row must exist. */
bool phb__table_set_static_at(phb_table *table, size_t column, size_t row, const char *text);
void phb__table_set_at(phb_table *table, size_t column, size_t row, int64_t value);
int64_t phb__table_get(const phb_table *table, size_t column, size_t row);
const char *phb__table_get_text(const phb_table *table, size_t column, size_t row);

#endif
