/* What kind of value a node holds: the same as cJSON_IsObject and its like, without a call into
 * another library. */
#ifndef PHB_JSON_NODE_H
#define PHB_JSON_NODE_H

#include <cjson/cJSON.h>
#include <stdbool.h>

static inline bool
phb__node_is(const cJSON *node, int type)
{
    return (node->type & 0xFF) == type;
}

#endif
