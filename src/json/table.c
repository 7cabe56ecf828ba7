#include "json/table.h"

#include <phb/render.h>

#include "core/document.h"
#include "core/error.h"

void
phb__json_put_cell(struct phb__builder *builder, const phb_table *table, size_t column, size_t row)
{
    phb_column_type type = phb_table_column_type(table, column);
    if (type == PHB_COLUMN_TEXT) {
        phb__put_json_text(builder, phb__table_get_text(table, column, row));
        return;
    }
    int64_t value = phb__table_get(table, column, row);
    bool is_none = (type == PHB_COLUMN_DATE && value == PHB_DATE_NONE) ||
                   (type == PHB_COLUMN_INDEX && value < 0) || value == PHB_NUMBER_NONE;
    if (is_none) {
        phb__put(builder, "null");
    } else if (type == PHB_COLUMN_YES_NO) {
        phb__put(builder, value != 0 ? "true" : "false");
    } else if (type == PHB_COLUMN_PENCE || type == PHB_COLUMN_DATE) {
        phb__put(builder, "\"");
        if (type == PHB_COLUMN_PENCE) {
            phb__put_pence(builder, value);
        } else {
            phb__put_date(builder, (phb_date)value);
        }
        phb__put(builder, "\"");
    } else {
        phb__put_int(builder, value);
    }
}

void
phb__json_put_table(struct phb__builder *builder, const phb_table *table, uint32_t level)
{
    size_t rows = phb_table_rows(table);
    phb__put(builder, "[");
    for (size_t row = 0; row < rows; row++) {
        phb__put(builder, row == 0 ? "" : ",");
        phb__json_indent(builder, level + 1);
        for (size_t column = 0; column < phb_table_columns(table); column++) {
            phb__put(builder, column == 0 ? "{" : ", ");
            phb__put_json_text(builder, phb_table_column_name(table, column));
            phb__put(builder, ": ");
            phb__json_put_cell(builder, table, column, row);
        }
        phb__put(builder, "}");
    }
    if (rows > 0) {
        phb__json_indent(builder, level);
    }
    phb__put(builder, "]");
}

phb_status
phb_table_to_json(phb_context *context, const phb_table *table, phb_text **out_text,
                  phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!table || !out_text) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__builder builder;
    phb__builder_init(&builder, context);
    phb__json_put_table(&builder, table, 0);
    phb__put(&builder, "\n");
    return phb__builder_finish(&builder, out_text, error);
}
