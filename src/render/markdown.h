/* Tables and texts as Markdown: what was given is shown as it is, and never as markup. */
#ifndef PHB_RENDER_MARKDOWN_H
#define PHB_RENDER_MARKDOWN_H

#include "core/table.h"
#include "core/text.h"

/* A text for a paragraph, a heading or a cell. */
void phb__markdown_put_text(struct phb__builder *builder, const char *text);

/* A heading of a table and the rule below it; '>' before a name aligns its column to the right. */
void phb__markdown_put_heading(struct phb__builder *builder, const char *const *names,
                               size_t count);

void phb__markdown_put_table(struct phb__builder *builder, const phb_table *table);

#endif
