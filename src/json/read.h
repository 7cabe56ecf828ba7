/* From a tree of nodes to a struct, by its shape: the second of the three stages of reading. */
#ifndef PHB_JSON_READ_H
#define PHB_JSON_READ_H

#include <cjson/cJSON.h>

#include "core/shape.h"

/* What is being read: kept together because every error needs the text to find its offset in. */
struct phb__document {
    const char *json;
    const cJSON *root;
    const struct phb__shape *shape;
    struct phb__arena *arena; /* where texts and lists of the result live */
};

/*
 * Fills an object that phb__shape_clear has cleared. JSON_SHAPE, DUPLICATE, INCOMPLETE, MEMORY: the
 * first that is wrong in the order of the document, with path and position; then DATE, RANGE: the
 * first value that cannot be, although its form is right.
 */
phb_status phb__json_read(const struct phb__document *document, void *object, phb_error *error);

/* The same for a document that is a list: the shape is that of an item. */
phb_status phb__json_read_list(const struct phb__document *document, struct phb__list *list,
                               phb_error *error);

/* Gives an error that has only a path the offset of the value there, or of the nearest object above
 * it. */
void phb__json_locate(const struct phb__document *document, phb_error *error);

#endif
