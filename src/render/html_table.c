/* Any table in HTML: its title as the caption, its columns in plain words. */

#include <string.h>

#include "core/figures.h"
#include "core/table.h"
#include "render/cell.h"
#include "render/html.h"
#include "render/html_pages.h"
#include "render/words.h"

static void
put_caption(struct phb__html *html, const phb_table *table)
{
    struct phb__builder *words = phb__html_words(html);
    size_t rows = phb_table_rows(table);
    phb__put(words, phb__table_title(table));
    phb__put(words, ", ");
    phb__put_int(words, (int64_t)rows);
    phb__put(words, rows == 1 ? " row" : " rows");
}

/* A sentence wants more room than a word. */
#define LONG 40

/* Where there is nothing, a heading of a row would be one of nothing. */
static const char *
open_cell(const phb_table *table, size_t column, size_t row)
{
    phb_column_type type = phb_table_column_type(table, column);
    size_t size = type == PHB_COLUMN_TEXT ? strlen(phb__table_get_text(table, column, row)) : 0;
    if (column == 0 && size > 0) {
        return "<th scope=\"row\">";
    }
    if (phb__is_figure(type)) {
        return "<td class=\"phb-amount\">";
    }
    return size > LONG ? "<td class=\"phb-long\">" : "<td>";
}

static void
put_cell(struct phb__html *html, const phb_table *table, size_t column, size_t row)
{
    phb_column_type type = phb_table_column_type(table, column);
    bool is_text = type == PHB_COLUMN_TEXT;
    int64_t value = is_text ? 0 : phb__table_get(table, column, row);
    const char *tag = open_cell(table, column, row);
    phb__html_put(html, tag);
    if (is_text) {
        phb__html_put_text(html, phb__table_get_text(table, column, row));
    } else if (type == PHB_COLUMN_DATE && value != PHB_DATE_NONE) {
        phb__html_put_short_date(html, (phb_date)value);
    } else if (type == PHB_COLUMN_PENCE) {
        phb__put_grouped(html->builder, value);
    } else {
        phb__put_cell(html->builder, table, column, row);
    }
    phb__html_put(html, tag[2] == 'h' ? "</th>" : "</td>");
}

static void
put_headings(struct phb__html *html, const phb_table *table)
{
    for (size_t column = 0; column < phb_table_columns(table); column++) {
        struct phb__builder *words = phb__html_words(html);
        phb_column_type type = phb_table_column_type(table, column);
        phb__put_words(words, phb_table_column_name(table, column));
        phb__put(words, type == PHB_COLUMN_PENCE ? " (£)" : "");
        phb__html_put(html, phb__is_figure(type) ? "<th scope=\"col\" class=\"phb-amount\">"
                                                 : "<th scope=\"col\">");
        phb__html_put_words(html);
        phb__html_put(html, "</th>");
    }
}

void
phb__html_put_table(struct phb__builder *builder, phb_format format, const phb_table *table)
{
    struct phb__html html;
    phb__html_init(&html, builder, format);
    phb__put(phb__html_words(&html), phb__table_title(table));
    phb__html_open(&html);
    if (format == PHB_FORMAT_HTML_PAGE) {
        phb__html_put_title(&html);
    }
    put_caption(&html, table);
    phb__html_open_scroll(&html);
    phb__html_put(&html, "<table>\n<caption>");
    phb__html_put_words(&html);
    phb__html_put(&html, "</caption>\n<thead><tr>");
    put_headings(&html, table);
    phb__html_put(&html, "</tr></thead>\n<tbody>\n");
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        phb__html_put(&html, "<tr>");
        for (size_t column = 0; column < phb_table_columns(table); column++) {
            put_cell(&html, table, column, row);
        }
        phb__html_put(&html, "</tr>\n");
    }
    phb__html_put(&html, "</tbody>\n</table>\n</div>\n");
    phb__html_close(&html);
}
