/* The steps of a costing in words, and the order in which they are shown. */
#ifndef PHB_RENDER_STEP_WORDS_H
#define PHB_RENDER_STEP_WORDS_H

#include "core/text.h"
#include "render/step_tree.h"

/* Steps inside one another; a trace is far shallower, and what is deeper is left out. */
#define PHB__STEP_LEVELS_MAX 24

/* One step as it is shown. */
struct phb__walked_step {
    int32_t number;
    int32_t meant; /* the step whose children explain it */
    int32_t line;  /* another line, which explains itself: its row; -1 */
    size_t level;
    bool is_again; /* explained further up */
};

/* A step and below it, in order, what it was worked out from; what repeats is followed once. */
struct phb__step_walk {
    struct phb__step_tree *tree;
    int32_t open[PHB__STEP_LEVELS_MAX]; /* the next step to show on each level */
    size_t levels;
};

void phb__step_walk_init(struct phb__step_walk *walk, struct phb__step_tree *tree, int32_t root);
bool phb__step_walk_next(struct phb__step_walk *walk, struct phb__walked_step *out);

const char *phb__step_line_id(const struct phb__step_tree *tree, int32_t line);

/* "Gross pay" */
void phb__step_put_label(struct phb__builder *builder, const struct phb__step_tree *tree,
                         int32_t step);

/* "£428.67", "15%", "52 1/7" */
void phb__step_put_value(struct phb__builder *builder, const struct phb__step_tree *tree,
                         int32_t step);

/* " = the sum of:"; nothing when it was given. */
void phb__step_put_how(struct phb__builder *builder, const struct phb__step_tree *tree,
                       int32_t step);

/* " (since 6 April 2025: …)": of a step that has a rate. */
void phb__step_put_source(struct phb__builder *builder, const struct phb__step_tree *tree,
                          int32_t step);

/* A rounding that no calculator knows, if a step shown needed it; else NULL. */
#define PHB__ROUNDING_RULES 2
const char *phb__rounding_rule(const struct phb__step_tree *tree, size_t index);

#endif
