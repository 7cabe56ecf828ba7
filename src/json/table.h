/* Tables as JSON arrays of objects. */
#ifndef PHB_JSON_TABLE_H
#define PHB_JSON_TABLE_H

#include "core/table.h"
#include "core/text.h"

/* One cell: pence "1234.56", dates "2026-04-06", nothing null. */
void phb__json_put_cell(struct phb__builder *builder, const phb_table *table, size_t column,
                        size_t row);

/* One object a row, one row a line, indented by so many levels. */
void phb__json_put_table(struct phb__builder *builder, const phb_table *table, uint32_t level);

#endif
