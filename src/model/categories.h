/* What kinds of line a budget has, beside their names. */
#ifndef PHB_MODEL_CATEGORIES_H
#define PHB_MODEL_CATEGORIES_H

#include <phb/budget.h>
#include <stdbool.h>

/* Does it come with employing or with holding money, and answer no need by itself? */
bool phb__category_is_overhead(phb_category category);

#endif
