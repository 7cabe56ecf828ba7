/*
 * A budget as the engine reads it: the public structs, with lists, all in one arena. The JSON
 * reader fills it by the shapes, the builder call by call; phb__budget_check says whether it holds
 * together.
 */
#ifndef PHB_MODEL_BUDGET_H
#define PHB_MODEL_BUDGET_H

#include <phb/budget.h>

#include "core/arena.h"
#include "core/shape.h"

struct phb__assistant {
    phb_assistant given;
    struct phb__list hours; /* phb_hours */
};

/* What a document says; the root of the shapes. */
struct phb__budget_content {
    phb_budget_settings settings;
    struct phb__list assistants; /* struct phb__assistant */
    struct phb__list lines;      /* phb_line */
};

struct phb_budget {
    phb_context *context;
    struct phb__arena arena;
    struct phb__budget_content content;
    bool is_checked;         /* found to hold together, and nothing was said since */
    int64_t period_position; /* in the document; -1 when it was built call by call */
};

extern const struct phb__shape phb__shape_budget;
extern const struct phb__shape phb__shape_settings;
extern const struct phb__shape phb__shape_assistant;
extern const struct phb__shape phb__shape_hours;
extern const struct phb__shape phb__shape_line;

/* Everything that is said is allowed and all that is required is there. The error has a path. */
phb_status phb__budget_check(const phb_context *context, const struct phb__budget_content *content,
                             phb_error *error);

/* The items, typed. */
const struct phb__assistant *phb__budget_assistants(const struct phb__budget_content *content);
const phb_line *phb__budget_lines(const struct phb__budget_content *content);
const phb_hours *phb__assistant_hours(const struct phb__assistant *assistant);

/* The first and last day somebody is employed, or a line runs, within the period. */
phb_date phb__day_or(phb_date date, phb_date otherwise);

#endif
