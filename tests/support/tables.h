/* Two tables, cell by cell. */
#ifndef PHB_TESTS_SUPPORT_TABLES_H
#define PHB_TESTS_SUPPORT_TABLES_H

#include <phb/table.h>

/*
 * NULL when both have the same columns and rows; else a sentence that names the first cell that
 * differs, lent until the next call. A column called `skipped` is not compared; NULL skips none.
 */
const char *table_difference(const phb_table *a, const phb_table *b, const char *skipped);

#endif
