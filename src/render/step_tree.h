/* The steps of a costing as a tree, and which of them are lines. */
#ifndef PHB_RENDER_STEP_TREE_H
#define PHB_RENDER_STEP_TREE_H

#include <phb/costing.h>
#include <stdbool.h>

struct phb__step_tree {
    const phb_costing *costing;
    const phb_table *steps;
    size_t count;
    int32_t *memory;
    int32_t *first_child; /* -1: none */
    int32_t *next_sibling;
    int32_t *line_of; /* the row of the line whose step it is; -1: none */
    int32_t *shown;   /* 1: already explained further up */
    const int64_t *values;
    const int64_t *denominators;
    const int32_t *same_as;
};

/* false when out of memory. */
bool phb__step_tree_init(struct phb__step_tree *tree, const phb_costing *costing);
void phb__step_tree_free(struct phb__step_tree *tree);

const char *phb__step_text(const struct phb__step_tree *tree, const char *column, int32_t step);
bool phb__step_is(const struct phb__step_tree *tree, int32_t step, const char *op);

/* Nothing lies below it. */
bool phb__step_is_leaf(const struct phb__step_tree *tree, int32_t step);

/* The row of the line that a step is, or repeats; -1. */
int32_t phb__step_line(const struct phb__step_tree *tree, int32_t step);

/*
 * The step whose children explain this one: the one it repeats, and of a sum of a single thing that
 * thing, whose figure is the same. A line is never looked into.
 */
int32_t phb__step_explained_by(const struct phb__step_tree *tree, int32_t step);

/* A factor of −1, by which a product takes something off. */
bool phb__step_is_minus_one(const struct phb__step_tree *tree, int32_t step);

#endif
