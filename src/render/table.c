/* Any table, as aligned text, as CSV, as Markdown or as HTML. */

#include <phb/render.h>
#include <stdbool.h>

#include "core/error.h"
#include "core/utf8.h"
#include "render/cell.h"
#include "render/csv.h"
#include "render/html.h"
#include "render/html_pages.h"
#include "render/markdown.h"
#include "render/words.h"

/* Wider tables than any of ours would need more; none has as many columns. */
#define COLUMNS_MAX 32

static size_t
put_and_measure(struct phb__builder *builder, const phb_table *table, size_t column, size_t row)
{
    builder->size = 0;
    phb__put_cell(builder, table, column, row);
    return builder->failed || builder->size == 0 ? 0 : phb__utf8_columns(builder->data);
}

/* false when out of memory: what could not be measured would be out of line. */
static bool
measure(const phb_table *table, const phb_context *context, size_t widths[COLUMNS_MAX])
{
    struct phb__builder scratch;
    phb__builder_init(&scratch, context);
    for (size_t column = 0; column < phb_table_columns(table) && column < COLUMNS_MAX; column++) {
        widths[column] = phb__utf8_columns(phb_table_column_name(table, column));
        for (size_t row = 0; row < phb_table_rows(table); row++) {
            size_t width = put_and_measure(&scratch, table, column, row);
            widths[column] = width > widths[column] ? width : widths[column];
        }
    }
    bool is_measured = !scratch.failed;
    phb__builder_free(&scratch);
    return is_measured;
}

static void
align(struct phb__builder *builder, const phb_table *table, size_t column, size_t start,
      size_t width)
{
    if (phb__is_figure(phb_table_column_type(table, column))) {
        phb__pad_left(builder, start, width);
    } else if (column + 1 < phb_table_columns(table)) {
        phb__pad_right(builder, start, width);
    }
}

static void
put_aligned(struct phb__builder *builder, const phb_table *table)
{
    size_t widths[COLUMNS_MAX] = {0};
    size_t columns = phb_table_columns(table);
    if (!measure(table, builder->context, widths)) {
        builder->failed = true;
        return;
    }
    for (size_t line = 0; line <= phb_table_rows(table); line++) {
        for (size_t column = 0; column < columns && column < COLUMNS_MAX; column++) {
            phb__put(builder, column == 0 ? "" : "  ");
            size_t start = builder->size;
            if (line == 0) {
                phb__put(builder, phb_table_column_name(table, column));
            } else {
                phb__put_cell(builder, table, column, line - 1);
            }
            align(builder, table, column, start, widths[column]);
        }
        phb__put(builder, "\n");
    }
}

static bool
is_format(phb_format format)
{
    return format == PHB_FORMAT_TEXT || format == PHB_FORMAT_CSV || format == PHB_FORMAT_MARKDOWN ||
           phb__is_html(format);
}

phb_status
phb_table_render(phb_context *context, const phb_table *table, phb_format format,
                 phb_text **out_text, phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!table || !out_text || !is_format(format)) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__builder builder;
    phb__builder_init(&builder, context);
    if (format == PHB_FORMAT_CSV) {
        phb__csv_put_table(&builder, table);
    } else if (format == PHB_FORMAT_MARKDOWN) {
        phb__markdown_put_table(&builder, table);
    } else if (phb__is_html(format)) {
        phb__html_put_table(&builder, format, table);
    } else {
        put_aligned(&builder, table);
    }
    return phb__builder_finish(&builder, out_text, error);
}
