/* Tables as JSON arrays of objects. */
#ifndef PHB_JSON_TABLE_H
#define PHB_JSON_TABLE_H

#include "core/table.h"
#include "core/text.h"

/* One object a row, one row a line, indented by so many levels. */
void phb__json_put_table(struct phb__builder *builder, const phb_table *table, uint32_t level);

#endif
