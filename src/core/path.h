/* JSON Pointers (RFC 6901) made of our own keys and of indexes, so that no escaping is ever needed.
 */
#ifndef PHB_CORE_PATH_H
#define PHB_CORE_PATH_H

#include <stdbool.h>
#include <stdint.h>

/* Bytes of a path into any document of ours, NUL included. */
#define PHB__PATH_SIZE 128

/* Adds "/token"; false, and nothing added, when there is no room. */
bool phb__path_add(char path[PHB__PATH_SIZE], const char *token);
bool phb__path_add_index(char path[PHB__PATH_SIZE], uint32_t index);

#endif
