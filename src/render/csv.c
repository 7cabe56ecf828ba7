#include "render/csv.h"

#include <string.h>

#include "core/utf8.h"
#include "render/cell.h"
#include "render/words.h"

/*
 * A spreadsheet takes a text that begins with one of these for a formula, in quotes or not
 * (CWE-1236), so an apostrophe goes before it. Columns of figures are exempt: there a minus is a
 * minus.
 */
static bool
looks_like_a_formula(const char *text)
{
    return text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL;
}

static void
put_text(struct phb__builder *builder, const char *text)
{
    bool is_formula = looks_like_a_formula(text);
    bool is_quoted = is_formula || strpbrk(text, ",\"\r\n") != NULL;
    phb__put(builder, is_quoted ? "\"" : "");
    phb__put(builder, is_formula ? "'" : "");
    for (const char *c = text; *c != '\0'; c++) {
        bool is_kept = strchr("\n\r\t", *c) || phb__utf8_control(c) == 0;
        if (is_kept) {
            phb__put_bytes(builder, c, 1);
        } else {
            size_t size = phb__utf8_control(c);
            phb__put_plain(builder, c, size);
            c += size - 1;
        }
        phb__put(builder, *c == '"' ? "\"" : "");
    }
    phb__put(builder, is_quoted ? "\"" : "");
}

void
phb__csv_put_table(struct phb__builder *builder, const phb_table *table)
{
    size_t columns = phb_table_columns(table);
    for (size_t column = 0; column < columns; column++) {
        phb__put(builder, column == 0 ? "" : ",");
        put_text(builder, phb_table_column_name(table, column));
    }
    phb__put(builder, "\r\n");
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        for (size_t column = 0; column < columns; column++) {
            phb__put(builder, column == 0 ? "" : ",");
            if (phb_table_column_type(table, column) == PHB_COLUMN_TEXT) {
                put_text(builder, phb__table_get_text(table, column, row));
            } else {
                phb__put_cell(builder, table, column, row);
            }
        }
        phb__put(builder, "\r\n");
    }
}
