/*
 * Why a line is what it is: its step, what that was worked out from, and so on down to pay and law.
 * Where other lines come in they are named, and explain themselves.
 */

#include <phb/costing.h>
#include <string.h>

#include "core/error.h"
#include "core/table.h"
#include "render/page.h"
#include "render/step_tree.h"
#include "render/words.h"

/* Steps inside one another; a trace is far shallower, and what is deeper is left out. */
#define LEVELS_MAX 24

#define INDENT ((size_t)3)
#define WIDTH 98

/* ---- one step ---- */

/* Pounds with up to six decimals; what would go on is marked so. A step that rounds says how. */
static void
put_exact_pounds(struct phb__builder *builder, int64_t value, int64_t denominator)
{
    int64_t whole = value / denominator;
    int64_t rest = value % denominator;
    if (rest == 0) {
        phb__put_pounds(builder, whole);
        return;
    }
    int64_t parts = rest * 10000 / denominator; /* ten-thousandths of a penny, cut off */
    phb__put(builder, "£");
    phb__put_decimal(builder, whole * 10000 + parts, 6, 2);
    phb__put(builder, rest * 10000 % denominator == 0 ? "" : "…");
}

static void
put_value(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    const char *unit = phb__step_text(tree, "unit", step);
    int64_t value = tree->values[step];
    int64_t denominator = tree->denominators[step];
    if (strcmp(unit, "pence") == 0) {
        put_exact_pounds(builder, value, denominator);
    } else if (strcmp(unit, "ratio") == 0) {
        phb__put_decimal(builder, value, 4, 0); /* parts per million as a percentage */
        phb__put(builder, "%");
    } else {
        phb__put_mixed(builder, value, denominator);
    }
}

static const char *
line_id(const struct phb__step_tree *tree, int32_t line)
{
    const phb_table *lines = phb_costing_table(tree->costing, PHB_COSTING_LINES);
    return phb_table_text(lines, "id", (size_t)line);
}

/* ---- a product of plain figures, on one line ---- */

/* "£13.50 an hour": the last words of a label say what the money is for. */
static void
put_price(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    static const char *const endings[] = {" an hour", " a night"};
    const char *label = phb__step_text(tree, "label", step);
    size_t size = strlen(label);
    put_value(builder, tree, step);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t ending = strlen(endings[i]);
        if (size > ending && strcmp(label + size - ending, endings[i]) == 0) {
            phb__put(builder, endings[i]);
        }
    }
}

/* "52 1/7 payslips", "1 year", "1/2 hour"; a bare number for things and times. */
static void
put_number(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    static const char *const bare[] = {"times", "items", "ratio"};
    const char *unit = phb__step_text(tree, "unit", step);
    size_t size = strlen(unit);
    bool is_one = tree->values[step] > 0 && tree->values[step] <= tree->denominators[step];
    put_value(builder, tree, step);
    for (size_t i = 0; i < sizeof bare / sizeof bare[0]; i++) {
        if (strcmp(unit, bare[i]) == 0) {
            return;
        }
    }
    phb__put(builder, " ");
    phb__put_bytes(builder, unit, is_one && unit[size - 1] == 's' ? size - 1 : size);
}

/* What each of its factors was given as; what a rate or a further sum has a part in is not plain.
 */
static bool
is_plain_product(const struct phb__step_tree *tree, int32_t step)
{
    if (!phb__step_is(tree, step, "scale")) {
        return false;
    }
    for (int32_t child = tree->first_child[step]; child >= 0; child = tree->next_sibling[child]) {
        int32_t meant = phb__step_explained_by(tree, child);
        if (!phb__step_is_leaf(tree, meant) || !phb__step_is(tree, meant, "given") ||
            phb__step_is_minus_one(tree, child) || phb__step_line(tree, child) >= 0) {
            return false;
        }
    }
    return true;
}

static void
put_factors(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    for (int32_t child = tree->first_child[step]; child >= 0; child = tree->next_sibling[child]) {
        phb__put(builder, child == tree->first_child[step] ? "" : " × ");
        if (strcmp(phb__step_text(tree, "unit", child), "pence") == 0) {
            put_price(builder, tree, child);
        } else {
            put_number(builder, tree, child);
        }
    }
}

/* ---- a share of what explains itself, on one line too ---- */

/* Of a line, or of what stands further up: the parts are numbers. */
static bool
is_plain_share(const struct phb__step_tree *tree, int32_t step)
{
    int32_t whole = tree->first_child[step];
    return phb__step_is(tree, step, "share") && whole >= 0 &&
           (phb__step_line(tree, whole) >= 0 ||
            tree->shown[phb__step_explained_by(tree, whole)] != 0);
}

/* "£20,335.71 × 360 ÷ 365 (pa-1/pay/2026-04-06)" */
static void
put_share(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    int32_t whole = tree->first_child[step];
    int32_t part = tree->next_sibling[whole];
    int32_t line = phb__step_line(tree, whole);
    put_value(builder, tree, whole);
    phb__put(builder, " × ");
    put_value(builder, tree, part);
    phb__put(builder, " ÷ ");
    put_value(builder, tree, tree->next_sibling[part]);
    phb__put(builder, " (");
    if (line >= 0) {
        phb__put(builder, line_id(tree, line));
    } else {
        phb__put(builder, phb__step_text(tree, "label", whole));
        phb__put(builder, ", as above");
    }
    phb__put(builder, ")");
}

/* ---- what the children have to do with the value ---- */

static bool
takes_off(const struct phb__step_tree *tree, int32_t step)
{
    for (int32_t child = tree->first_child[step]; child >= 0; child = tree->next_sibling[child]) {
        if (phb__step_is_minus_one(tree, child)) {
            return true;
        }
    }
    return false;
}

static void
put_op(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    static const struct {
        const char *op;
        const char *words;
    } how[] = {{"sum", "the sum of:"},
               {"difference", "the first less the others:"},
               {"scale", "the product of:"},
               {"minimum", "the smallest of:"},
               {"maximum", "the largest of:"},
               {"choose", "the third if the first is at least the second, otherwise nil:"},
               {"share", "the first × the second ÷ the third:"},
               {"ni_bands", "the sum of its bands:"}};
    if (takes_off(tree, step)) {
        phb__put(builder, "taken off:");
        return;
    }
    if (phb__step_is(tree, step, "difference") && tree->values[step] == 0) {
        phb__put(builder, "not below nil, ");
    }
    for (size_t i = 0; i < sizeof how / sizeof how[0]; i++) {
        if (phb__step_is(tree, step, how[i].op)) {
            phb__put(builder, how[i].words);
        }
    }
}

static void
put_how(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    static const struct {
        const char *rounding;
        const char *words;
    } rounded[] = {{"half_up", "to the nearest penny, "},
                   {"third_decimal", "rounded as HMRC does (see below), "},
                   {"pound_up", "up to a whole pound, "}};
    if (phb__step_is_leaf(tree, step)) {
        return;
    }
    phb__put(builder, " = ");
    for (size_t i = 0; i < sizeof rounded / sizeof rounded[0]; i++) {
        if (strcmp(rounded[i].rounding, phb__step_text(tree, "rounding", step)) == 0) {
            phb__put(builder, rounded[i].words);
        }
    }
    if (is_plain_product(tree, step)) {
        put_factors(builder, tree, step);
    } else if (is_plain_share(tree, step)) {
        put_share(builder, tree, step);
    } else {
        put_op(builder, tree, step);
    }
}

static void
put_source(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    const char *certainty = phb__step_text(tree, "certainty", step);
    phb__put(builder, " (since ");
    phb__put_long_date(builder, phb_table_int32(tree->steps, "rate_from", NULL)[step]);
    if (strcmp(certainty, "in_force") != 0) {
        phb__put(builder, ", ");
        phb__put(builder, certainty);
    }
    phb__put(builder, ": ");
    phb__put(builder, phb__step_text(tree, "source", step));
    phb__put(builder, ")");
}

/* Lines and their subtotals are called by names of categories, all else in words already. */
static void
put_label(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    static const char *const of_names[] = {"costing.line", "costing.subtotal",
                                           "costing.financial_year"};
    int32_t named = step;
    while (tree->same_as[named] >= 0) {
        named = tree->same_as[named];
    }
    const char *rule = phb__step_text(tree, "rule", named);
    const char *label = phb__step_text(tree, "label", step);
    bool is_name = false;
    for (size_t i = 0; i < sizeof of_names / sizeof of_names[0]; i++) {
        is_name = is_name || strcmp(of_names[i], rule) == 0;
    }
    if (is_name) {
        phb__put_words(builder, label);
    } else {
        phb__put(builder, label);
    }
}

/* What is to be followed further, and how. */
struct step {
    int32_t number;
    int32_t meant; /* the step whose children explain it */
    int32_t line;  /* another line, which explains itself: its row; -1 */
    size_t level;
};

static bool
is_followed(const struct phb__step_tree *tree, const struct step *step)
{
    return step->line < 0 && tree->shown[step->meant] == 0 &&
           !phb__step_is_leaf(tree, step->meant) && !is_plain_product(tree, step->meant) &&
           !is_plain_share(tree, step->meant);
}

/* "Gross pay: £428.67 = the sum of", on as many lines as it takes. */
static void
put_step(struct phb__builder *builder, struct phb__builder *line, const struct phb__step_tree *tree,
         const struct step *step)
{
    line->size = 0;
    put_label(line, tree, step->number);
    phb__put(line, ": ");
    put_value(line, tree, step->number);
    if (step->line >= 0) {
        phb__put(line, " (");
        phb__put(line, line_id(tree, step->line));
        phb__put(line, ")");
    } else if (tree->shown[step->meant] != 0) {
        phb__put(line, " (as above)");
    } else {
        put_how(line, tree, step->meant);
    }
    if (phb__step_text(tree, "rate_key", step->meant)[0] != '\0') {
        put_source(line, tree, step->meant);
    }
    if (!line->failed) {
        size_t indent = step->level * INDENT;
        phb__put_repeat(builder, ' ', indent);
        phb__put_wrapped(builder, line->data, indent, indent + 2 * INDENT, WIDTH);
    }
}

/* ---- the tree ---- */

/* A step and below it, in order, what it was worked out from; what repeats is followed once. */
static void
put_tree(struct phb__builder *builder, struct phb__builder *line, struct phb__step_tree *tree,
         int32_t root)
{
    int32_t open[LEVELS_MAX]; /* the next step to show on each level */
    size_t levels = 1;
    open[0] = root;
    while (levels > 0) {
        int32_t number = open[levels - 1];
        if (number < 0) {
            levels--;
            continue;
        }
        open[levels - 1] = levels == 1 ? -1 : tree->next_sibling[number];
        struct step step = {.number = number, .level = levels - 1};
        step.line = step.level == 0 ? -1 : phb__step_line(tree, number);
        step.meant = phb__step_explained_by(tree, number);
        if (phb__step_is_minus_one(tree, number)) {
            continue; /* the words above it said so */
        }
        bool is_further = is_followed(tree, &step) && levels < LEVELS_MAX;
        put_step(builder, line, tree, &step);
        if (step.line < 0 && !phb__step_is_leaf(tree, step.meant)) {
            tree->shown[step.meant] = 1;
        }
        if (is_further) {
            open[levels++] = tree->first_child[step.meant];
        }
    }
}

static bool
is_rounding_shown(const struct phb__step_tree *tree, const char *rounding)
{
    for (size_t i = 0; i < tree->count; i++) {
        if (tree->shown[i] != 0 &&
            strcmp(phb__step_text(tree, "rounding", (int32_t)i), rounding) == 0) {
            return true;
        }
    }
    return false;
}

/* The roundings that no calculator knows, if any step shown needed them. */
static void
put_rounding_rules(struct phb__builder *builder, const struct phb__step_tree *tree)
{
    static const struct {
        const char *rounding;
        const char *rule;
    } rules[] = {
        {"third_decimal",
         "HMRC rounds each band by the third decimal of a pound alone: 5 or less goes down, 6 or "
         "more goes up, whatever follows. So £1.0559 is £1.05, and £1.0560 is £1.06."},
        {"largest_remainder",
         "Shares are cut to whole pence, and the pennies that are then left over go one each to "
         "those that lost most by it, so that the shares add up to what was shared."},
    };
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        if (is_rounding_shown(tree, rules[i].rounding)) {
            phb__put(builder, "\n");
            phb__put_wrapped(builder, rules[i].rule, 0, 0, WIDTH);
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

/* A sum that is nil, such as what the person pays, and is no part of what everybody looks for. */
static bool
is_left_out(const struct phb__page *page, const char *total)
{
    for (size_t i = 0; i < PHB__SUMS; i++) {
        if (strcmp(phb__page_sums[i].total, total) == 0) {
            return !phb__is_shown(page, &phb__page_sums[i]);
        }
    }
    return false;
}

/* How the kind of a total is called that has several; NULL for one of the sums. */
static const char *
breakdown_words(const char *total)
{
    for (size_t i = 0; i < PHB__BREAKDOWNS; i++) {
        if (strcmp(phb__page_breakdowns[i].total, total) == 0) {
            return phb__page_breakdowns[i].words;
        }
    }
    return NULL;
}

static void
put_totals(const struct phb__page *page, struct phb__builder *line, struct phb__step_tree *tree)
{
    struct phb__builder *builder = page->builder;
    const phb_table *totals = page->totals;
    put_heading(builder, "Totals");
    for (size_t row = 0; row < phb_table_rows(totals); row++) {
        const char *total = phb_table_text(totals, "total", row);
        const char *words = breakdown_words(total);
        if (words && strcmp(phb_table_text(totals, "total", row - 1), total) != 0) {
            phb__put(builder, "\n");
            phb__put(builder, words);
            phb__put(builder, "\n\n");
        }
        if (!is_left_out(page, total)) {
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

phb_status
phb_costing_explain(const phb_costing *costing, const char *line_id, phb_text **out_text,
                    phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!costing || !out_text) {
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
    struct phb__step_tree tree;
    if (!phb__step_tree_init(&tree, costing)) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    struct phb__builder builder;
    struct phb__builder line;
    phb__builder_init(&builder, phb_costing_context(costing));
    phb__builder_init(&line, phb_costing_context(costing));
    if (line_id) {
        put_line(&builder, &line, &tree, row);
    } else {
        put_all(&builder, &line, &tree);
    }
    put_rounding_rules(&builder, &tree);
    builder.failed = builder.failed || line.failed;
    phb__builder_free(&line);
    phb__step_tree_free(&tree);
    return phb__builder_finish(&builder, out_text, error);
}
