/* Why a line is what it is: its step, what that was worked out from, and so on down to pay and law.
 */

#include <phb/costing.h>
#include <string.h>

#include "core/alloc.h"
#include "core/error.h"
#include "core/table.h"
#include "render/words.h"

/* Steps inside one another; a trace is far shallower, and what is deeper is left out. */
#define LEVELS_MAX 24

#define INDENT ((size_t)3)
#define WIDTH 98

/* The steps as a tree: built in two passes over the flat list. */
struct tree {
    const phb_table *steps;
    size_t count;
    int32_t *first_child; /* -1: none */
    int32_t *next_sibling;
    int32_t *last_child;
    int32_t *shown; /* 1: already explained further up */
    int32_t *memory;
    const int64_t *values;
    const int64_t *denominators;
    const int32_t *same_as;
};

static bool
tree_init(struct tree *tree, const phb_costing *costing)
{
    tree->steps = phb_costing_table(costing, PHB_COSTING_STEPS);
    tree->count = phb_table_rows(tree->steps);
    tree->values = phb_table_int64(tree->steps, "value", NULL);
    tree->denominators = phb_table_int64(tree->steps, "denominator", NULL);
    tree->same_as = phb_table_int32(tree->steps, "same_as", NULL);
    tree->memory =
        phb__allocate(phb_costing_context(costing), tree->count * 4, sizeof *tree->memory);
    if (!tree->memory) {
        return false;
    }
    tree->first_child = tree->memory;
    tree->next_sibling = tree->memory + tree->count;
    tree->last_child = tree->memory + tree->count * 2;
    tree->shown = tree->memory + tree->count * 3;
    const int32_t *parents = phb_table_int32(tree->steps, "parent", NULL);
    for (size_t i = 0; i < tree->count; i++) {
        tree->first_child[i] = -1;
        tree->next_sibling[i] = -1;
        tree->last_child[i] = -1;
        if (parents[i] < 0) {
            continue;
        }
        int32_t last = tree->last_child[parents[i]];
        if (last < 0) {
            tree->first_child[parents[i]] = (int32_t)i;
        } else {
            tree->next_sibling[last] = (int32_t)i;
        }
        tree->last_child[parents[i]] = (int32_t)i;
    }
    return true;
}

static const char *
text_of(const struct tree *tree, const char *column, int32_t step)
{
    return phb_table_text(tree->steps, column, (size_t)step);
}

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
put_value(struct phb__builder *builder, const struct tree *tree, int32_t step)
{
    const char *unit = text_of(tree, "unit", step);
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

/* What the children have to do with the value. */
static void
put_how(struct phb__builder *builder, const struct tree *tree, int32_t step)
{
    static const struct {
        const char *op;
        const char *words;
    } how[] = {{"sum", "the sum of:"},
               {"difference", "the first less the others:"},
               {"scale", "the product of:"},
               {"minimum", "the smallest of:"},
               {"maximum", "the largest of:"},
               {"share", "the share by days of:"},
               {"ni_bands", "the sum of its bands:"}};
    static const struct {
        const char *rounding;
        const char *words;
    } rounded[] = {{"half_up", "to the nearest penny, "},
                   {"third_decimal", "rounded as HMRC does (see below), "},
                   {"pound_up", "up to a whole pound, "},
                   {"largest_remainder", "so that the shares add up, "}};
    if (tree->first_child[step] < 0) {
        return;
    }
    phb__put(builder, " = ");
    for (size_t i = 0; i < sizeof rounded / sizeof rounded[0]; i++) {
        if (strcmp(rounded[i].rounding, text_of(tree, "rounding", step)) == 0) {
            phb__put(builder, rounded[i].words);
        }
    }
    for (size_t i = 0; i < sizeof how / sizeof how[0]; i++) {
        if (strcmp(how[i].op, text_of(tree, "op", step)) == 0) {
            phb__put(builder, how[i].words);
        }
    }
}

static void
put_source(struct phb__builder *builder, const struct tree *tree, int32_t step)
{
    const char *certainty = text_of(tree, "certainty", step);
    phb__put(builder, " (since ");
    phb__put_long_date(builder, phb_table_int32(tree->steps, "rate_from", NULL)[step]);
    if (strcmp(certainty, "in_force") != 0) {
        phb__put(builder, ", ");
        phb__put(builder, certainty);
    }
    phb__put(builder, ": ");
    phb__put(builder, text_of(tree, "source", step));
    phb__put(builder, ")");
}

/*
 * The step whose children explain this one: the one it repeats, and of a sum of a single thing that
 * thing, whose figure is the same.
 */
static int32_t
explained_by(const struct tree *tree, int32_t step)
{
    while (true) {
        int32_t only = tree->first_child[step];
        bool is_repeat = tree->same_as[step] >= 0;
        bool is_single = strcmp(text_of(tree, "op", step), "sum") == 0 && only >= 0 &&
                         tree->next_sibling[only] < 0;
        if (!is_repeat && !is_single) {
            return step;
        }
        step = is_repeat ? tree->same_as[step] : only;
    }
}

/* "Gross pay: £428.67 = the sum of", on as many lines as it takes. */
static void
put_step(struct phb__builder *builder, struct phb__builder *line, const struct tree *tree,
         int32_t step, size_t level)
{
    int32_t meant = explained_by(tree, step);
    line->size = 0;
    phb__put_words(line, text_of(tree, "label", step));
    phb__put(line, ": ");
    put_value(line, tree, step);
    if (tree->shown[meant] != 0) {
        phb__put(line, " (as above)");
    } else {
        put_how(line, tree, meant);
    }
    if (text_of(tree, "rate_key", meant)[0] != '\0') {
        put_source(line, tree, meant);
    }
    if (!line->failed) {
        phb__put_repeat(builder, ' ', level * INDENT);
        phb__put_wrapped(builder, line->data, level * INDENT, level * INDENT + 2 * INDENT, WIDTH);
    }
}

/* ---- the tree ---- */

/* A step and below it, in order, what it was worked out from; what repeats is followed once. */
static void
put_tree(struct phb__builder *builder, struct phb__builder *line, struct tree *tree, int32_t root)
{
    int32_t open[LEVELS_MAX]; /* the next step to show on each level */
    size_t levels = 1;
    open[0] = root;
    while (levels > 0) {
        int32_t step = open[levels - 1];
        if (step < 0) {
            levels--;
            continue;
        }
        int32_t meant = explained_by(tree, step);
        bool was_shown = tree->shown[meant] != 0;
        put_step(builder, line, tree, step, levels - 1);
        tree->shown[meant] = tree->first_child[meant] >= 0;
        open[levels - 1] = levels == 1 ? -1 : tree->next_sibling[step];
        if (!was_shown && tree->first_child[meant] >= 0 && levels < LEVELS_MAX) {
            open[levels++] = tree->first_child[meant];
        }
    }
}

/* The one rounding that no calculator knows, if any step shown needed it. */
static void
put_rounding_rule(struct phb__builder *builder, const struct tree *tree)
{
    static const char rule[] = "HMRC rounds each band by the third decimal of a pound alone: 5 or "
                               "less goes down, 6 or more goes up, "
                               "whatever follows. So £1.0559 is £1.05, and £1.0560 is £1.06.";
    for (size_t i = 0; i < tree->count; i++) {
        bool is_shown = tree->shown[i] != 0;
        if (is_shown && strcmp(text_of(tree, "rounding", (int32_t)i), "third_decimal") == 0) {
            phb__put(builder, "\n");
            phb__put_wrapped(builder, rule, 0, 0, WIDTH);
            return;
        }
    }
}

static int32_t
step_of_line(const phb_table *lines, const char *line_id, size_t *out_row)
{
    for (size_t row = 0; row < phb_table_rows(lines); row++) {
        if (strcmp(phb_table_text(lines, "id", row), line_id) == 0) {
            *out_row = row;
            return phb_table_int32(lines, "step", NULL)[row];
        }
    }
    *out_row = phb_table_rows(lines);
    return -1;
}

static void
put_title(struct phb__builder *builder, const phb_costing *costing, size_t row)
{
    const phb_table *lines = phb_costing_table(costing, PHB_COSTING_LINES);
    phb__put(builder, phb_table_text(lines, "id", row));
    phb__put(builder, "\n");
    phb__put_words(builder, phb_table_text(lines, "category", row));
    phb__put(builder, ", ");
    phb__put_long_date(builder, phb_table_int32(lines, "start", NULL)[row]);
    phb__put(builder, " to ");
    phb__put_long_date(builder, phb_table_int32(lines, "end", NULL)[row]);
    phb__put(builder, "\n\n");
}

phb_status
phb_costing_explain(const phb_costing *costing, const char *line_id, phb_text **out_text,
                    phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!costing || !line_id || !out_text) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    size_t row = 0;
    const phb_table *lines = phb_costing_table(costing, PHB_COSTING_LINES);
    int32_t step = step_of_line(lines, line_id, &row);
    if (row == phb_table_rows(lines)) {
        return phb__fail_because(error, PHB_ERROR_NOT_FOUND, "there is no line of that id");
    }
    if (step < 0) {
        return phb__fail_because(error, PHB_ERROR_INCOMPLETE,
                                 "the budget was costed without a trace");
    }
    struct tree tree;
    if (!tree_init(&tree, costing)) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    struct phb__builder builder;
    struct phb__builder line;
    phb__builder_init(&builder, phb_costing_context(costing));
    phb__builder_init(&line, phb_costing_context(costing));
    put_title(&builder, costing, row);
    put_tree(&builder, &line, &tree, step);
    put_rounding_rule(&builder, &tree);
    builder.failed = builder.failed || line.failed;
    phb__builder_free(&line);
    phb__release(phb_costing_context(costing), tree.memory, tree.count * 4 * sizeof *tree.memory);
    return phb__builder_finish(&builder, out_text, error);
}
