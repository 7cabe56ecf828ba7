#include "render/markdown.h"

#include <stdbool.h>
#include <string.h>

#include "render/cell.h"
#include "render/words.h"

static bool
is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Would it be taken for markup, or end the cell? Between letters an underscore is one. */
static bool
is_markup(const char *text, const char *c)
{
    if (*c == '_' && c > text && is_word(c[-1]) && is_word(c[1])) {
        return false;
    }
    return strchr("\\`*_[]<>|&~$#", *c) != NULL;
}

void
phb__markdown_put_text(struct phb__builder *builder, const char *text)
{
    const char *start = text; /* of what was not yet put */
    for (const char *c = text; *c != '\0'; c++) {
        if (is_markup(text, c)) {
            phb__put_plain(builder, start, (size_t)(c - start));
            phb__put(builder, "\\");
            start = c;
        }
    }
    phb__put_plain(builder, start, strlen(start));
}

static void
put_rule(struct phb__builder *builder, bool is_figure)
{
    phb__put(builder, is_figure ? " ---: |" : " --- |");
}

void
phb__markdown_put_heading(struct phb__builder *builder, const char *const *names, size_t count)
{
    phb__put(builder, "|");
    for (size_t i = 0; i < count; i++) {
        phb__put(builder, " ");
        phb__put(builder, names[i][0] == '>' ? names[i] + 1 : names[i]);
        phb__put(builder, " |");
    }
    phb__put(builder, "\n|");
    for (size_t i = 0; i < count; i++) {
        put_rule(builder, names[i][0] == '>');
    }
    phb__put(builder, "\n");
}

void
phb__markdown_put_table(struct phb__builder *builder, const phb_table *table)
{
    size_t columns = phb_table_columns(table);
    phb__put(builder, "|");
    for (size_t column = 0; column < columns; column++) {
        phb__put(builder, " ");
        phb__markdown_put_text(builder, phb_table_column_name(table, column));
        phb__put(builder, " |");
    }
    phb__put(builder, "\n|");
    for (size_t column = 0; column < columns; column++) {
        put_rule(builder, phb__is_figure(phb_table_column_type(table, column)));
    }
    phb__put(builder, "\n");
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        phb__put(builder, "|");
        for (size_t column = 0; column < columns; column++) {
            phb__put(builder, " ");
            if (phb_table_column_type(table, column) == PHB_COLUMN_TEXT) {
                phb__markdown_put_text(builder, phb__table_get_text(table, column, row));
            } else {
                phb__put_cell(builder, table, column, row);
            }
            phb__put(builder, " |");
        }
        phb__put(builder, "\n");
    }
}
