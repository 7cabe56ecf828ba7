/* What kind of value a node holds: the same as cJSON_IsObject and its like, without a call into
 * another library. */
#ifndef PHB_JSON_NODE_H
#define PHB_JSON_NODE_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

static inline bool
phb__node_is(const cJSON *node, int type)
{
    return (node->type & 0xFF) == type;
}

/* How many members or items a node has. */
static inline size_t
phb__node_count(const cJSON *node)
{
    size_t count = 0;
    for (const cJSON *child = node->child; child; child = child->next) {
        count++;
    }
    return count;
}

#endif
