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
    phb__put(builder, "\xC2\xA3");
    phb__put_decimal(builder, whole * 10000 + parts, 6, 2);
    phb__put(builder, rest * 10000 % denominator == 0 ? "" : "\xE2\x80\xA6");
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
        phb__put(builder, strcmp(unit, "times") == 0 ? "" : " ");
        phb__put(builder, strcmp(unit, "times") == 0 ? "" : unit);
    }
}

/* What the children have to do with the value. */
static void
put_how(struct phb__builder *builder, const struct tree *tree, int32_t step)
{
    static const struct {
        const char *op;
        const char *words;
    } how[] = {{"sum", ", the sum of"},
               {"difference", ", what is left of the first without the rest"},
               {"scale", ", multiplied"},
               {"minimum", ", the smallest of"},
               {"maximum", ", the largest of"},
               {"share", ", the share by days"},
               {"ni_bands", ", band by band"}};
    static const struct {
        const char *rounding;
        const char *words;
    } rounded[] = {
        {"half_up", " and rounded to the nearest penny, a half up"},
        {"third_decimal", " and rounded as HMRC does: third decimal of a pound, 5 down, 6 up"},
        {"pound_up", " and rounded up to a whole pound"},
        {"largest_remainder", ", so that the shares add up"}};
    for (size_t i = 0; i < sizeof how / sizeof how[0]; i++) {
        if (strcmp(how[i].op, text_of(tree, "op", step)) == 0) {
            phb__put(builder, how[i].words);
        }
    }
    for (size_t i = 0; i < sizeof rounded / sizeof rounded[0]; i++) {
        if (strcmp(rounded[i].rounding, text_of(tree, "rounding", step)) == 0) {
            phb__put(builder, rounded[i].words);
        }
    }
}

static void
put_source(struct phb__builder *builder, const struct tree *tree, int32_t step, size_t indent)
{
    const char *certainty = text_of(tree, "certainty", step);
    phb__put(builder, "\n");
    phb__put_repeat(builder, ' ', indent);
    phb__put(builder, "from ");
    phb__put_long_date(builder, phb_table_int32(tree->steps, "rate_from", NULL)[step]);
    if (strcmp(certainty, "in_force") != 0) {
        phb__put(builder, ", ");
        phb__put(builder, certainty);
    }
    phb__put(builder, ": ");
    phb__put(builder, text_of(tree, "source", step));
}

static void
put_step(struct phb__builder *builder, struct tree *tree, int32_t step, size_t level)
{
    phb__put_repeat(builder, ' ', level * 3);
    put_value(builder, tree, step);
    phb__put(builder, "  ");
    phb__put_words(builder, text_of(tree, "label", step));
    int32_t meant = tree->same_as[step] >= 0 ? tree->same_as[step] : step;
    if (tree->shown[meant] != 0) {
        phb__put(builder, " (as above)");
    } else {
        put_how(builder, tree, meant);
    }
    if (text_of(tree, "rate_key", meant)[0] != '\0') {
        put_source(builder, tree, meant, level * 3 + 3);
    }
    phb__put(builder, "\n");
}

/* ---- the tree ---- */

/* A step and below it, in order, what it was worked out from; repeats are followed once. */
static void
put_tree(struct phb__builder *builder, struct tree *tree, int32_t root)
{
    int32_t open[LEVELS_MAX]; /* the next step to show on each level */
    size_t level = 0;
    open[0] = root;
    while (true) {
        int32_t step = open[level];
        if (step < 0) {
            if (level == 0) {
                return;
            }
            level--;
            continue;
        }
        int32_t meant = tree->same_as[step] >= 0 ? tree->same_as[step] : step;
        bool was_shown = tree->shown[meant] != 0;
        put_step(builder, tree, step, level);
        tree->shown[meant] = tree->first_child[meant] >= 0;
        open[level] = level == 0 ? -1 : tree->next_sibling[step];
        if (!was_shown && tree->first_child[meant] >= 0 && level + 1 < LEVELS_MAX) {
            open[++level] = tree->first_child[meant];
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
    phb__builder_init(&builder, phb_costing_context(costing));
    put_title(&builder, costing, row);
    put_tree(&builder, &tree, step);
    phb__release(phb_costing_context(costing), tree.memory, tree.count * 4 * sizeof *tree.memory);
    return phb__builder_finish(&builder, out_text, error);
}
