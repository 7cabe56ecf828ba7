/* Why a figure is what it is, as lists inside one another: below each figure what it came from. */

#include <string.h>

#include "core/figures.h"
#include "render/html.h"
#include "render/html_pages.h"
#include "render/page.h"
#include "render/step_words.h"
#include "render/words.h"

struct explanation {
    struct phb__html html;
    struct phb__step_tree *tree;
};

/* ---- one step ---- */

static void
put_value(struct phb__html *html, const struct phb__step_tree *tree, int32_t step)
{
    phb__html_put(html, ": <span class=\"phb-value\">");
    phb__step_put_value(phb__html_words(html), tree, step);
    phb__html_put_words(html);
    phb__html_put(html, "</span>");
}

/* The law that a rate comes from, and since when it is so. */
static void
put_source(struct phb__html *html, const struct phb__step_tree *tree, int32_t step)
{
    const char *certainty = phb__step_text(tree, "certainty", step);
    phb__html_put(html, " <span class=\"phb-source\">(since ");
    phb__html_put_long_date(html, phb_table_int32(tree->steps, "rate_from", NULL)[step]);
    if (strcmp(certainty, "in_force") != 0) {
        phb__html_put(html, ", ");
        phb__html_put_text(html, certainty);
    }
    phb__html_put(html, ": ");
    phb__html_put_prose(html, phb__step_text(tree, "source", step));
    phb__html_put(html, ")</span>");
}

static void
put_step(struct phb__html *html, const struct phb__step_tree *tree,
         const struct phb__walked_step *step)
{
    phb__step_put_label(phb__html_words(html), tree, step->number);
    phb__html_put_words(html);
    put_value(html, tree, step->number);
    if (step->line >= 0) {
        phb__html_put(html, " <span class=\"phb-id\">(");
        phb__html_put_text(html, phb__step_line_id(tree, step->line));
        phb__html_put(html, ")</span>");
    } else if (step->is_again) {
        phb__html_put(html, " (as above)");
    } else {
        phb__step_put_how(phb__html_words(html), tree, step->meant);
        phb__html_put_words(html);
    }
    if (phb__step_text(tree, "rate_key", step->meant)[0] != '\0') {
        put_source(html, tree, step->meant);
    }
}

/* ---- the tree ---- */

/* Ends what is open down to a level, and the entry on it. */
static void
close_down_to(struct phb__html *html, size_t from, size_t level)
{
    phb__html_put(html, "</li>\n");
    for (; from > level; from--) {
        phb__html_put(html, "</ul>\n</li>\n");
    }
}

/* An entry of the list that is open, with all below it. */
static void
put_tree(struct explanation *explanation, int32_t root)
{
    struct phb__html *html = &explanation->html;
    struct phb__step_walk walk;
    struct phb__walked_step step;
    size_t level = 0;
    bool is_first = true;
    phb__step_walk_init(&walk, explanation->tree, root);
    while (phb__step_walk_next(&walk, &step)) {
        if (step.level > level) {
            phb__html_put(html, "\n<ul>\n");
        } else if (!is_first) {
            close_down_to(html, level, step.level);
        }
        phb__html_put(html, "<li>");
        put_step(html, explanation->tree, &step);
        level = step.level;
        is_first = false;
    }
    close_down_to(html, level, 0);
}

static void
put_rounding_rules(struct explanation *explanation)
{
    for (size_t i = 0; i < PHB__ROUNDING_RULES; i++) {
        const char *rule = phb__rounding_rule(explanation->tree, i);
        if (rule) {
            phb__html_put(&explanation->html, "<p>");
            phb__html_put_prose(&explanation->html, rule);
            phb__html_put(&explanation->html, "</p>\n");
        }
    }
}

/* ---- a line ---- */

/* "Pay, 6 April 2026 to 5 April 2027" */
static struct phb__builder *
line_title(struct phb__html *html, const phb_table *lines, size_t row)
{
    struct phb__builder *words = phb__html_words(html);
    phb__put_words(words, phb_table_text(lines, "category", row));
    phb__put(words, ", ");
    phb__put_long_date(words, phb_table_int32(lines, "start", NULL)[row]);
    phb__put(words, " to ");
    phb__put_long_date(words, phb_table_int32(lines, "end", NULL)[row]);
    return words;
}

static void
put_line(struct explanation *explanation, const phb_table *lines, size_t row)
{
    struct phb__html *html = &explanation->html;
    phb__html_put(html, "<p class=\"phb-id\">");
    phb__html_put_text(html, phb_table_text(lines, "id", row));
    phb__html_put(html, "</p>\n<ul class=\"phb-tree\">\n");
    put_tree(explanation, phb_table_int32(lines, "step", NULL)[row]);
    phb__html_put(html, "</ul>\n");
}

/* ---- the whole budget ---- */

static void
put_lines(struct explanation *explanation, const phb_table *lines)
{
    struct phb__html *html = &explanation->html;
    phb__html_put_heading(html, 1, "Every line");
    for (size_t row = 0; row < phb_table_rows(lines); row++) {
        (void)line_title(html, lines, row);
        phb__html_put_heading(html, 2, NULL);
        put_line(explanation, lines, row);
    }
}

static void
put_totals(struct explanation *explanation, const struct phb__page *page)
{
    struct phb__html *html = &explanation->html;
    const phb_table *totals = page->totals;
    phb__html_put_heading(html, 1, "Totals");
    phb__html_put(html, "<ul class=\"phb-tree\">\n");
    for (size_t row = 0; row < phb_table_rows(totals); row++) {
        const char *total = phb_table_text(totals, "total", row);
        const char *words = phb__breakdown_words(total);
        if (words && strcmp(phb_table_text(totals, "total", row - 1), total) != 0) {
            phb__html_put(html, "</ul>\n");
            phb__html_put_heading(html, 2, words);
            phb__html_put(html, "<ul class=\"phb-tree\">\n");
        }
        if (!phb__is_left_out(page, total)) {
            put_tree(explanation, phb_table_int32(totals, "step", NULL)[row]);
        }
    }
    phb__html_put(html, "</ul>\n");
}

void
phb__html_put_explanation(struct phb__builder *builder, phb_format format,
                          struct phb__step_tree *tree, int64_t row)
{
    struct explanation explanation = {.tree = tree};
    struct phb__html *html = &explanation.html;
    struct phb__page page;
    const phb_costing *costing = tree->costing;
    phb__html_init(html, builder, format);
    phb__page_init(&page, phb__html_words(html), costing);
    if (row < 0) {
        phb__put_title(&page);
    } else {
        (void)line_title(html, page.lines, (size_t)row);
    }
    phb__html_open(html);
    phb__html_put_title(html);
    phb__html_put_edition(html, phb_costing_rates_edition(costing),
                          phb_costing_policy_edition(costing), ". Amounts in pounds.");
    if (row < 0) {
        put_lines(&explanation, page.lines);
        put_totals(&explanation, &page);
    } else {
        put_line(&explanation, page.lines, (size_t)row);
    }
    put_rounding_rules(&explanation);
    phb__html_close(html);
}
