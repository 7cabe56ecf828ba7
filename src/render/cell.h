/* One cell of any table as plain text. */
#ifndef PHB_RENDER_CELL_H
#define PHB_RENDER_CELL_H

#include "core/table.h"
#include "core/text.h"

/* "1234.56", "2026-04-06", "yes", "17"; nothing where there is none. Texts as plain ones. */
void phb__put_cell(struct phb__builder *builder, const phb_table *table, size_t column, size_t row);

/* Is the column one of figures, which are aligned to the right and never taken for text? */
bool phb__is_figure(phb_column_type type);

#endif
