/* One JSON value to one member: texts, dates, numbers, choices. */
#ifndef PHB_JSON_VALUE_H
#define PHB_JSON_VALUE_H

#include <cjson/cJSON.h>

#include <stdbool.h>

#include "core/shape.h"

/*
 * Reads a value into its place. JSON_SHAPE when it has not the form its kind wants, MEMORY. A value
 * of the right form that cannot be meant (29 February 2027, a third decimal) is stored as what
 * unit.h says, for the next stage to refuse.
 */
phb_status phb__json_value(const struct phb__field *field, const cJSON *node, void *place,
                           struct phb__arena *arena, phb_error *error);

/* For a member that may be a choice or something else: is it one of the choices, and what to say
 * when it is neither; `start` goes before their names. */
bool phb__json_is_choice(const struct phb__field *field, const cJSON *node);
void phb__json_wrong_choice(const struct phb__field *field, const char *start, phb_error *error);

#endif
