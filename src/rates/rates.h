/* The handle of rates, and the dataset in it. NULL stands for the built-in rates everywhere. */
#ifndef PHB_RATES_RATES_H
#define PHB_RATES_RATES_H

#include <phb/rates.h>

#include "core/arena.h"
#include "rates/dataset.h"

/* Never NULL. */
const struct phb__dataset *phb__rates_dataset(const phb_rates *rates);

/* Another reference to rates that are only lent; NULL stays NULL. */
phb_rates *phb__rates_keep(const phb_rates *rates);

/*
 * A new handle with one reference and an arena of its own for a dataset that is still to be set;
 * until then it has the base's, which it keeps alive: texts are shared with it. NULL when out of
 * memory.
 */
phb_rates *phb__rates_new(phb_context *context, const phb_rates *base);
struct phb__arena *phb__rates_arena(phb_rates *rates);
void phb__rates_set_dataset(phb_rates *rates, const struct phb__dataset *dataset);

#endif
