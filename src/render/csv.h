/* Tables as comma-separated values: RFC 4180, and no cell that a spreadsheet would run. */
#ifndef PHB_RENDER_CSV_H
#define PHB_RENDER_CSV_H

#include "core/table.h"
#include "core/text.h"

void phb__csv_put_table(struct phb__builder *builder, const phb_table *table);

#endif
