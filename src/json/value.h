/* One JSON value to one member: texts, dates, numbers, choices. */
#ifndef PHB_JSON_VALUE_H
#define PHB_JSON_VALUE_H

#include <cjson/cJSON.h>

#include "core/shape.h"

/*
 * Reads a value into its place. JSON_SHAPE when it has not the form its kind wants, MEMORY. A value
 * of the right form that cannot be meant (29 February 2027, a third decimal) is stored as what
 * unit.h says, for the next stage to refuse.
 */
phb_status phb__json_value(const struct phb__field *field, const cJSON *node, void *place,
                           struct phb__arena *arena, phb_error *error);

#endif
