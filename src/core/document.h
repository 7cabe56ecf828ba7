/*
 * From a struct to a document, by its shape; and the small pieces every JSON writer here needs. It
 * stands beside the shapes and not in json, because signing a plan takes its document too.
 */
#ifndef PHB_CORE_DOCUMENT_H
#define PHB_CORE_DOCUMENT_H

#include "core/shape.h"
#include "core/text.h"

/* A document of what is said, two spaces a level, keys in the order of the field table. */
void phb__json_write(struct phb__builder *builder, const struct phb__shape *shape,
                     const void *object);

/* A new line and two spaces for each level. */
void phb__json_indent(struct phb__builder *builder, uint32_t level);

/* The key of a member of the outermost object, on a line of its own; the separator is "" or ",". */
void phb__json_put_member(struct phb__builder *builder, const char *separator, const char *key);

#endif
