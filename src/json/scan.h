/*
 * The strict reader: bytes to a tree of cJSON nodes. cJSON's own parser is never called: it takes
 * invalid documents, goes through floating point and the locale, and writes a global on every call.
 *
 * The document is copied once, into the arena of what is being read, and its texts are unescaped in
 * place: nodes and, later, the members of a budget point into that copy. In the nodes `valueint` is
 * the byte offset of the value, and a number is kept as its text (cJSON_Raw).
 */
#ifndef PHB_JSON_SCAN_H
#define PHB_JSON_SCAN_H

#include <cjson/cJSON.h>
#include <stddef.h>

#include "core/arena.h"

/*
 * Reads one JSON value and nothing after it. The tree is cJSON's (cJSON_Delete). JSON_SYNTAX, UTF8,
 * LIMIT, MEMORY; the error has a byte offset and no path, for at this stage no key is known to be
 * ours.
 */
phb_status phb__json_scan(struct phb__arena *arena, const char *json, size_t size, cJSON **out_root,
                          phb_error *error);

/* The byte offset of the key whose value begins at `value_offset`. */
size_t phb__json_key_offset(const char *json, size_t value_offset);

#endif
