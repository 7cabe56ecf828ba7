/* How many of each thing a budget may have. */
#ifndef PHB_MODEL_LIMITS_H
#define PHB_MODEL_LIMITS_H

#include "core/context.h"

/* Of any list: assistants, lines, entries of hours, dated rates. */
static inline uint32_t
phb__most_items(const phb_context *context)
{
    return phb__limits(context)->lines;
}

/* Every assistant and every line may have a sum agreed, and so may what stands for itself. */
static inline uint32_t
phb__most_agreed_lines(const phb_context *context)
{
    return 2 * phb__most_items(context) + 3;
}

#endif
