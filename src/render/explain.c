/*
 * Why a line is what it is: its step, what that was worked out from, and so on down to pay and law.
 * Where other lines come in they are named, and explain themselves.
 */

#include <phb/costing.h>
#include <string.h>

#include "core/error.h"
#include "core/table.h"
#include "render/html.h"
#include "render/html_pages.h"
#include "render/page.h"
#include "render/step_words.h"
#include "render/words.h"

#define INDENT ((size_t)3)
#define WIDTH 98

/* "Gross pay: £428.67 = the sum of", on as many lines as it takes. */
static void
put_step(struct phb__builder *builder, struct phb__builder *line, const struct phb__step_tree *tree,
         const struct phb__walked_step *step)
{
    line->size = 0;
    phb__step_put_label(line, tree, step->number);
    phb__put(line, ": ");
    phb__step_put_value(line, tree, step->number);
    if (step->line >= 0) {
        phb__put(line, " (");
        phb__put(line, phb__step_line_id(tree, step->line));
        phb__put(line, ")");
    } else if (step->is_again) {
        phb__put(line, " (as above)");
    } else {
        phb__step_put_how(line, tree, step->meant);
    }
    if (phb__step_text(tree, "rate_key", step->meant)[0] != '\0') {
        phb__step_put_source(line, tree, step->meant);
    }
    if (!line->failed) {
        size_t indent = step->level * INDENT;
        phb__put_repeat(builder, ' ', indent);
        phb__put_wrapped(builder, line->data, indent, indent + 2 * INDENT, WIDTH);
    }
}

static void
put_tree(struct phb__builder *builder, struct phb__builder *line, struct phb__step_tree *tree,
         int32_t root)
{
    struct phb__step_walk walk;
    struct phb__walked_step step;
    phb__step_walk_init(&walk, tree, root);
    while (phb__step_walk_next(&walk, &step)) {
        put_step(builder, line, tree, &step);
    }
}

/* The roundings that no calculator knows, if any step shown needed them. */
static void
put_rounding_rules(struct phb__builder *builder, const struct phb__step_tree *tree)
{
    for (size_t i = 0; i < PHB__ROUNDING_RULES; i++) {
        const char *rule = phb__rounding_rule(tree, i);
        if (rule) {
            phb__put(builder, "\n");
            phb__put_wrapped(builder, rule, 0, 0, WIDTH);
        }
    }
}

static void
put_line_title(struct phb__builder *builder, const phb_table *lines, size_t row)
{
    phb__put(builder, phb_table_text(lines, "id", row));
    phb__put(builder, "\n");
    phb__put_words(builder, phb_table_text(lines, "category", row));
    phb__put(builder, ", ");
    phb__put_long_date(builder, phb_table_int32(lines, "start", NULL)[row]);
    phb__put(builder, " to ");
    phb__put_long_date(builder, phb_table_int32(lines, "end", NULL)[row]);
    phb__put(builder, "\n\n");
}

static void
put_line(struct phb__builder *builder, struct phb__builder *line, struct phb__step_tree *tree,
         size_t row)
{
    const phb_table *lines = phb_costing_table(tree->costing, PHB_COSTING_LINES);
    put_line_title(builder, lines, row);
    put_tree(builder, line, tree, phb_table_int32(lines, "step", NULL)[row]);
}

/* ---- the whole budget ---- */

static void
put_heading(struct phb__builder *builder, const char *heading)
{
    phb__put(builder, heading);
    phb__put(builder, "\n");
    phb__put_repeat(builder, '-', WIDTH);
    phb__put(builder, "\n\n");
}

static void
put_totals(const struct phb__page *page, struct phb__builder *line, struct phb__step_tree *tree)
{
    struct phb__builder *builder = page->builder;
    const phb_table *totals = page->totals;
    put_heading(builder, "Totals");
    for (size_t row = 0; row < phb_table_rows(totals); row++) {
        const char *total = phb_table_text(totals, "total", row);
        const char *words = phb__breakdown_words(total);
        if (words && strcmp(phb_table_text(totals, "total", row - 1), total) != 0) {
            phb__put(builder, "\n");
            phb__put(builder, words);
            phb__put(builder, "\n\n");
        }
        if (!phb__is_left_out(page, total)) {
            put_tree(builder, line, tree, phb_table_int32(totals, "step", NULL)[row]);
        }
    }
}

static void
put_all(struct phb__builder *builder, struct phb__builder *line, struct phb__step_tree *tree)
{
    const phb_table *lines = phb_costing_table(tree->costing, PHB_COSTING_LINES);
    struct phb__page page;
    phb__page_init(&page, builder, tree->costing);
    phb__put_title(&page);
    phb__put(builder, "\n");
    phb__put_edition(&page);
    phb__put(builder, "\n");
    put_heading(builder, "Every line");
    for (size_t row = 0; row < phb_table_rows(lines); row++) {
        put_line(builder, line, tree, row);
        phb__put(builder, "\n");
    }
    put_totals(&page, line, tree);
}

/* ---- the functions ---- */

/* The row of a line, or how many there are. */
static size_t
row_of(const phb_table *lines, const char *line_id)
{
    size_t row = 0;
    while (row < phb_table_rows(lines) && strcmp(phb_table_text(lines, "id", row), line_id) != 0) {
        row++;
    }
    return row;
}

static void
put_text(struct phb__builder *builder, struct phb__step_tree *tree, int64_t row)
{
    struct phb__builder line;
    phb__builder_init(&line, builder->context);
    if (row < 0) {
        put_all(builder, &line, tree);
    } else {
        put_line(builder, &line, tree, (size_t)row);
    }
    put_rounding_rules(builder, tree);
    builder->failed = builder->failed || line.failed;
    phb__builder_free(&line);
}

static phb_status
explain(const phb_costing *costing, int64_t row, phb_format format, phb_text **out_text,
        phb_error *error)
{
    struct phb__builder builder;
    struct phb__step_tree tree;
    if (!phb__step_tree_init(&tree, costing)) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    phb__builder_init(&builder, phb_costing_context(costing));
    if (phb__is_html(format)) {
        phb__html_put_explanation(&builder, format, &tree, row);
    } else {
        put_text(&builder, &tree, row);
    }
    phb__step_tree_free(&tree);
    return phb__builder_finish(&builder, out_text, error);
}

phb_status
phb_costing_explain_render(const phb_costing *costing, const char *line_id, phb_format format,
                           phb_text **out_text, phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!costing || !out_text || (format != PHB_FORMAT_TEXT && !phb__is_html(format))) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    const phb_table *lines = phb_costing_table(costing, PHB_COSTING_LINES);
    size_t row = line_id ? row_of(lines, line_id) : 0;
    if (line_id && row == phb_table_rows(lines)) {
        return phb__fail_because(error, PHB_ERROR_NOT_FOUND, "there is no line of that id");
    }
    if (phb_table_rows(phb_costing_table(costing, PHB_COSTING_STEPS)) == 0) {
        return phb__fail_because(error, PHB_ERROR_INCOMPLETE,
                                 "the budget was costed without a trace");
    }
    return explain(costing, line_id ? (int64_t)row : -1, format, out_text, error);
}

phb_status
phb_costing_explain(const phb_costing *costing, const char *line_id, phb_text **out_text,
                    phb_error *error)
{
    return phb_costing_explain_render(costing, line_id, PHB_FORMAT_TEXT, out_text, error);
}
