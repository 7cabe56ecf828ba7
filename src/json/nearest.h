/* Guessing which key was meant. */
#ifndef PHB_JSON_NEAREST_H
#define PHB_JSON_NEAREST_H

#include "core/shape.h"

/* The known key with the fewest letters to change, NULL when none is near (more than a third of the
 * letters). */
const char *phb__nearest_key(const struct phb__shape *shape, const char *key);

#endif
