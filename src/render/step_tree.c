#include "render/step_tree.h"

#include <string.h>

#include "core/alloc.h"

/* Arrays of one number a step each. */
#define ARRAYS 5

static void
link_children(struct phb__step_tree *tree, int32_t *last_child)
{
    const int32_t *parents = phb_table_int32(tree->steps, "parent", NULL);
    for (size_t i = 0; i < tree->count; i++) {
        tree->first_child[i] = -1;
        tree->next_sibling[i] = -1;
        tree->line_of[i] = -1;
        last_child[i] = -1;
        if (parents[i] < 0) {
            continue;
        }
        int32_t last = last_child[parents[i]];
        if (last < 0) {
            tree->first_child[parents[i]] = (int32_t)i;
        } else {
            tree->next_sibling[last] = (int32_t)i;
        }
        last_child[parents[i]] = (int32_t)i;
    }
}

bool
phb__step_tree_init(struct phb__step_tree *tree, const phb_costing *costing)
{
    const phb_table *lines = phb_costing_table(costing, PHB_COSTING_LINES);
    const int32_t *line_steps = phb_table_int32(lines, "step", NULL);
    tree->costing = costing;
    tree->steps = phb_costing_table(costing, PHB_COSTING_STEPS);
    tree->count = phb_table_rows(tree->steps);
    tree->values = phb_table_int64(tree->steps, "value", NULL);
    tree->denominators = phb_table_int64(tree->steps, "denominator", NULL);
    tree->same_as = phb_table_int32(tree->steps, "same_as", NULL);
    tree->memory =
        phb__allocate(phb_costing_context(costing), tree->count * ARRAYS, sizeof *tree->memory);
    if (!tree->memory) {
        return false;
    }
    tree->first_child = tree->memory;
    tree->next_sibling = tree->memory + tree->count;
    tree->line_of = tree->memory + tree->count * 2;
    tree->shown = tree->memory + tree->count * 3;
    link_children(tree, tree->memory + tree->count * 4);
    for (size_t row = 0; row < phb_table_rows(lines); row++) {
        tree->line_of[line_steps[row]] = (int32_t)row;
    }
    return true;
}

void
phb__step_tree_free(struct phb__step_tree *tree)
{
    phb__release(phb_costing_context(tree->costing), tree->memory,
                 tree->count * ARRAYS * sizeof *tree->memory);
    tree->memory = NULL;
}

const char *
phb__step_text(const struct phb__step_tree *tree, const char *column, int32_t step)
{
    return phb_table_text(tree->steps, column, (size_t)step);
}

bool
phb__step_is(const struct phb__step_tree *tree, int32_t step, const char *op)
{
    return strcmp(phb__step_text(tree, "op", step), op) == 0;
}

bool
phb__step_is_leaf(const struct phb__step_tree *tree, int32_t step)
{
    return tree->first_child[step] < 0;
}

static int32_t
repeated_by(const struct phb__step_tree *tree, int32_t step)
{
    while (tree->same_as[step] >= 0) {
        step = tree->same_as[step];
    }
    return step;
}

int32_t
phb__step_line(const struct phb__step_tree *tree, int32_t step)
{
    return tree->line_of[repeated_by(tree, step)];
}

int32_t
phb__step_explained_by(const struct phb__step_tree *tree, int32_t step)
{
    while (true) {
        step = repeated_by(tree, step);
        int32_t only = tree->first_child[step];
        bool is_single =
            phb__step_is(tree, step, "sum") && only >= 0 && tree->next_sibling[only] < 0;
        if (!is_single || phb__step_line(tree, only) >= 0) {
            return step;
        }
        step = only;
    }
}

bool
phb__step_is_minus_one(const struct phb__step_tree *tree, int32_t step)
{
    return tree->values[step] == -1 && tree->denominators[step] == 1 &&
           phb__step_is(tree, step, "given") &&
           strcmp(phb__step_text(tree, "unit", step), "times") == 0;
}
