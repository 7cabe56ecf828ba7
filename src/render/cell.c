#include "render/cell.h"

#include <string.h>

#include "render/words.h"

void
phb__put_cell(struct phb__builder *builder, const phb_table *table, size_t column, size_t row)
{
    phb_column_type type = phb_table_column_type(table, column);
    if (type == PHB_COLUMN_TEXT) {
        const char *text = phb__table_get_text(table, column, row);
        phb__put_plain(builder, text, strlen(text));
        return;
    }
    int64_t value = phb__table_get(table, column, row);
    bool is_none = value == PHB_NUMBER_NONE || (type == PHB_COLUMN_INDEX && value < 0);
    if (is_none) {
        return;
    }
    if (type == PHB_COLUMN_PENCE) {
        phb__put_pence(builder, value);
    } else if (type == PHB_COLUMN_DATE) {
        phb__put_date(builder, (phb_date)value);
    } else if (type == PHB_COLUMN_YES_NO) {
        phb__put(builder, value != 0 ? "yes" : "no");
    } else {
        phb__put_int(builder, value);
    }
}

bool
phb__is_figure(phb_column_type type)
{
    return type == PHB_COLUMN_PENCE || type == PHB_COLUMN_NUMBER || type == PHB_COLUMN_INDEX;
}
