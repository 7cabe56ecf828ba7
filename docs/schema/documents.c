#include "documents.h"

#include <stdio.h>
#include <string.h>

#include "model/budget.h"
#include "model/plan.h"
#include "model/policy.h"
#include "rates/overlay.h"

static const struct document documents[] = {
    {"phb-budget/1", "urn:libphb:phb-budget:1", "A personal health budget to be costed",
     &phb__shape_budget},
    {"phb-plan/1", "urn:libphb:phb-plan:1", "A personalised care and support plan",
     &phb__shape_plan},
    {"phb-policy/1", "urn:libphb:phb-policy:1", "Local rules of an integrated care board",
     &phb__shape_policy},
    {"rates", "urn:libphb:rates:1", "Rates of the law, or an overlay of them", &phb__shape_overlay},
};

const struct document *
document_asked_for(int count, char **arguments)
{
    const char *name = count > 1 ? arguments[1] : documents[0].name;
    for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
        if (strcmp(documents[i].name, name) == 0) {
            return &documents[i];
        }
    }
    fprintf(stderr, "%s: there is no document of that name\n", arguments[0]);
    return NULL;
}

static bool
leads_on(const struct phb__field *field)
{
    return field->kind == PHB__KIND_OBJECT || field->kind == PHB__KIND_LIST ||
           field->kind == PHB__KIND_MAP;
}

bool
has_shape(const struct phb__field *field)
{
    return leads_on(field) && !field->detail.shape->is_bare;
}

const struct phb__field *
value_of_items(const struct phb__field *field)
{
    return leads_on(field) && field->detail.shape->is_bare ? field->detail.shape->fields : NULL;
}

static bool
add_shape(struct shapes *shapes, const struct phb__shape *shape)
{
    for (size_t i = 0; i < shapes->count; i++) {
        if (shapes->all[i] == shape) {
            return true;
        }
    }
    if (shapes->count == SHAPES_MAX) {
        return false;
    }
    shapes->all[shapes->count++] = shape;
    return true;
}

/* The list is the queue of what is still to be looked at: no recursion, and no shape twice. */
bool
shapes_of(const struct document *document, struct shapes *out)
{
    out->count = 0;
    bool fits = add_shape(out, document->shape);
    for (size_t i = 0; i < out->count; i++) {
        const struct phb__shape *shape = out->all[i];
        for (uint32_t j = 0; j < shape->field_count; j++) {
            const struct phb__field *field = &shape->fields[j];
            fits = fits && (!has_shape(field) || add_shape(out, field->detail.shape));
        }
    }
    return fits;
}

void
shape_name(const struct phb__shape *shape, char out[SHAPE_NAME_SIZE])
{
    static const char *const articles[] = {"a ", "an ", "the "};
    const char *name = shape->name;
    for (size_t i = 0; i < sizeof articles / sizeof articles[0]; i++) {
        size_t size = strlen(articles[i]);
        if (strncmp(name, articles[i], size) == 0) {
            name += size;
            break;
        }
    }
    size_t at = 0;
    for (; name[at] != '\0' && at < SHAPE_NAME_SIZE - 1; at++) {
        out[at] = name[at];
        if (name[at] == ' ') {
            out[at] = '_';
        }
    }
    out[at] = '\0';
}
