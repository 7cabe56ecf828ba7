/* The documents whose field tables are published, by the names these programs take. */
#ifndef PHB_DOCS_SCHEMA_DOCUMENTS_H
#define PHB_DOCS_SCHEMA_DOCUMENTS_H

#include "core/shape.h"

struct document {
    const char *name;
    const char *id; /* of the schema: a name for ever, and no place to fetch it from */
    const char *title;
    const struct phb__shape *shape;
};

/* The document an argument asks for, the first unless one is named; NULL, and a line on standard
 * error, when there is none of that name. */
const struct document *document_asked_for(int count, char **arguments);

/* Room for the shapes of one document. */
#define SHAPES_MAX 96

/* Every shape of a document once, the document's own first, in the order in which they are met. */
struct shapes {
    const struct phb__shape *all[SHAPES_MAX];
    size_t count;
};

/* false when there are more than fit. */
bool shapes_of(const struct document *document, struct shapes *out);

/* What a field holds has a shape of its own: objects, and items that are no single value. */
bool has_shape(const struct phb__field *field);

/* The value that each item of a list or map is; NULL when items are objects. */
const struct phb__field *value_of_items(const struct phb__field *field);

/* "an entry of hours" as a name: "entry_of_hours". */
#define SHAPE_NAME_SIZE 64
void shape_name(const struct phb__shape *shape, char out[SHAPE_NAME_SIZE]);

#endif
