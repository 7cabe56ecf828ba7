/**
 * @file
 * Every result is a table: a number of rows, and named columns of one type each, contiguous in
 * memory. What prints, compares, exports or plots one table does so for all of them.
 */
#ifndef PHB_TABLE_H
#define PHB_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include <phb/status.h>

PHB_BEGIN_DECLS

/** Immutable. Lent by the result it is part of, unless a function says that it gives it. */
typedef struct phb_table phb_table;

/** What a column holds, so that anything can print it without knowing more. */
typedef enum phb_column_type {
    PHB_COLUMN_TEXT = 1,   /**< UTF-8; phb_table_text */
    PHB_COLUMN_PENCE = 2,  /**< int64, PHB_PENCE_NONE where there is none */
    PHB_COLUMN_NUMBER = 3, /**< int64, INT64_MIN where there is none */
    PHB_COLUMN_DATE = 4,   /**< int32, PHB_DATE_NONE where there is none */
    PHB_COLUMN_INDEX = 5,  /**< int32: a row of this or another table, -1 where there is none */
    PHB_COLUMN_YES_NO = 6  /**< int32: 0 no, 1 yes */
} phb_column_type;

/** How many rows; 0 for NULL. Threads: any. Since: 0.1 */
PHB_API size_t phb_table_rows(const phb_table *table);

/** How many columns; 0 for NULL. Threads: any. Since: 0.1 */
PHB_API size_t phb_table_columns(const phb_table *table);

/** The name of a column, NULL past the last. Ownership: lent for ever. Threads: any. Since: 0.1 */
PHB_API const char *phb_table_column_name(const phb_table *table, size_t column);

/** The type of a column, 0 past the last. Threads: any. Since: 0.1 */
PHB_API phb_column_type phb_table_column_type(const phb_table *table, size_t column);

/**
 * A column of 64-bit integers (PENCE, NUMBER); NULL when there is no such column.
 *
 * Ownership: lent, as long as the table.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const int64_t *phb_table_int64(const phb_table *table, const char *column,
                                       size_t *out_rows);

/**
 * A column of 32-bit integers (DATE, INDEX, YES_NO); NULL when there is no such column.
 *
 * Ownership: lent, as long as the table.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const int32_t *phb_table_int32(const phb_table *table, const char *column,
                                       size_t *out_rows);

/**
 * One cell of a column of text, "" where there is none; NULL when there is no such column or row.
 *
 * Ownership: lent, as long as the table.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const char *phb_table_text(const phb_table *table, const char *column, size_t row);

/**
 * Frees a table that was given, not one that is lent. NULL is ignored.
 *
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API void phb_table_free(phb_table *table);

PHB_END_DECLS

#endif
