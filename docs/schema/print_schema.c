/*
 * Prints the JSON Schema (2020-12) of a document, from the field tables that the reader is driven
 * by. A schema states shape and never more than the reader asks for: whatever the reader accepts,
 * the schema accepts. Days of the calendar, bounds, decimals and references are meaning, and the
 * reader's alone.
 *
 * Everything printed is our own words, and patterns without a backslash: nothing needs an escape.
 */

#include <stdio.h>

#include "documents.h"

static bool
is_required(const struct phb__field *field)
{
    return (field->flags & PHB__REQUIRED) != 0;
}

/* The list that may stand under a number's key; NULL for most. */
static const struct phb__field *
list_instead_of(const struct phb__shape *shape, const struct phb__field *field)
{
    const struct phb__field *twin = phb__field_twin(shape, field);
    return twin && phb__field_is_list_instead(twin) ? twin : NULL;
}

/* The same member under another key: hours_per_week beside minutes_per_week; NULL for most. */
static const struct phb__field *
other_key_of(const struct phb__shape *shape, const struct phb__field *field)
{
    return list_instead_of(shape, field) || phb__field_is_list_instead(field)
               ? NULL
               : phb__field_twin(shape, field);
}

/* "" counts as absent, wherever the member may be absent. */
static bool
may_be_empty(const struct phb__shape *shape, const struct phb__field *field)
{
    return !is_required(field) || other_key_of(shape, field) != NULL;
}

/* ---- one value ---- */

static void
put_pattern(const char *pattern, bool or_empty)
{
    printf("\"type\": \"string\", \"pattern\": \"^%s%s%s$\"", or_empty ? "(" : "", pattern,
           or_empty ? ")?" : "");
}

static void
put_choices(const struct phb__choices *choices, bool or_empty)
{
    printf("\"enum\": [");
    for (int32_t i = 0; i < choices->count; i++) {
        printf("%s\"%s\"", i == 0 ? "" : ", ", choices->names[i]);
    }
    printf("%s]", or_empty ? ", \"\"" : "");
}

/* No upper bound and no multipleOf: how large and how precise a number may be is meaning. */
static void
put_number(const struct phb__field *field, bool or_empty)
{
    const char *minimum = field->minimum >= 0 ? ", \"minimum\": 0" : "";
    const char *digits = field->minimum >= 0 ? "[0-9]+([.][0-9]+)?" : "-?[0-9]+([.][0-9]+)?";
    switch (phb__unit_form(field->unit)) {
    case PHB__TEXT_WITH_PERCENT:
        put_pattern("[0-9]+([.][0-9]+)?%", or_empty);
        return;
    case PHB__NUMBER_OR_TEXT:
        printf("\"anyOf\": [{\"type\": \"number\"%s}, {", minimum);
        put_pattern(digits, or_empty);
        printf("}]");
        return;
    case PHB__NUMBER_ONLY:
        break;
    }
    bool or_null = (field->flags & PHB__OR_NULL) != 0;
    if (or_empty) {
        printf("\"anyOf\": [{\"type\": %s%s}, {\"const\": \"\"}]",
               or_null ? "[\"number\", \"null\"]" : "\"number\"", minimum);
    } else {
        printf("\"type\": %s%s", or_null ? "[\"number\", \"null\"]" : "\"number\"", minimum);
    }
}

static bool
asks_for_members(const struct phb__shape *shape)
{
    for (uint32_t i = 0; i < shape->field_count; i++) {
        if (is_required(&shape->fields[i])) {
            return true;
        }
    }
    return false;
}

static void
put_reference(const struct phb__field *field)
{
    char name[SHAPE_NAME_SIZE];
    shape_name(field->detail.shape, name);
    printf("\"$ref\": \"#/$defs/%s\"", name);
}

static void
put_object(const struct phb__field *field, bool or_empty)
{
    if (or_empty && asks_for_members(field->detail.shape)) {
        printf("\"anyOf\": [{");
        put_reference(field);
        printf("}, {\"type\": \"object\", \"maxProperties\": 0}]");
    } else {
        put_reference(field);
    }
}

/* A value that has nothing inside. */
static void
put_simple(const struct phb__field *field, bool or_empty)
{
    switch (field->kind) {
    case PHB__KIND_TEXT:
        printf("\"type\": \"string\"%s", or_empty ? "" : ", \"minLength\": 1");
        return;
    case PHB__KIND_ID:
        put_pattern(or_empty ? "[A-Za-z0-9._-]{0,64}" : "[A-Za-z0-9._-]{1,64}", false);
        return;
    case PHB__KIND_LITERAL:
        if (or_empty) {
            printf("\"enum\": [\"%s\", \"\"]", field->detail.literal);
        } else {
            printf("\"const\": \"%s\"", field->detail.literal);
        }
        return;
    case PHB__KIND_CHOICE:
    case PHB__KIND_LETTER:
        put_choices(field->detail.choices, or_empty);
        return;
    case PHB__KIND_FLAG:
        printf("\"type\": \"boolean\"");
        return;
    case PHB__KIND_DATE:
        put_pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}", or_empty);
        return;
    case PHB__KIND_NUMBER:
        put_number(field, or_empty);
        return;
    case PHB__KIND_TEXTS:
        printf("\"type\": \"array\"%s, \"items\": {\"type\": \"string\"}",
               or_empty ? "" : ", \"minItems\": 1");
        return;
    case PHB__KIND_OBJECT:
    case PHB__KIND_LIST:
    case PHB__KIND_MAP:
        return;
    }
}

static void
put_items(const struct phb__field *field)
{
    const struct phb__field *value = value_of_items(field);
    if (value) {
        put_simple(value, false);
    } else {
        put_reference(field);
    }
}

static void
put_value(const struct phb__field *field, bool or_empty)
{
    if (field->kind == PHB__KIND_OBJECT) {
        put_object(field, or_empty);
    } else if (field->kind == PHB__KIND_LIST) {
        printf("\"type\": \"array\"%s, \"items\": {", or_empty ? "" : ", \"minItems\": 1");
        put_items(field);
        printf("}");
    } else if (field->kind == PHB__KIND_MAP) {
        printf("\"type\": \"object\"%s, \"propertyNames\": {\"pattern\": "
               "\"^[A-Za-z0-9._-]{1,64}$\"}, \"additionalProperties\": {",
               or_empty ? "" : ", \"minProperties\": 1");
        put_items(field);
        printf("}");
    } else {
        put_simple(field, or_empty);
    }
}

/* A number, or a list in its stead. */
static void
put_either(const struct phb__field *number, const struct phb__field *list, bool or_empty)
{
    printf("\"anyOf\": [{");
    put_value(number, or_empty);
    printf("}, {");
    put_value(list, or_empty);
    printf("}]");
}

/* ---- one object ---- */

static void
put_properties(const struct phb__shape *shape, const char *indent)
{
    printf("%s\"properties\": {", indent);
    for (uint32_t i = 0; i < shape->field_count; i++) {
        const struct phb__field *field = &shape->fields[i];
        const struct phb__field *list = list_instead_of(shape, field);
        if (phb__field_is_list_instead(field)) {
            continue; /* with the number before it */
        }
        printf("%s\n%s  \"%s\": {", i == 0 ? "" : ",", indent, field->key);
        if (list) {
            put_either(field, list, may_be_empty(shape, field));
        } else {
            put_value(field, may_be_empty(shape, field));
        }
        printf(", \"description\": \"%s\"}", field->about);
    }
    printf("\n%s}", indent);
}

static void
put_required(const struct phb__shape *shape, const char *indent)
{
    bool is_first = true;
    for (uint32_t i = 0; i < shape->field_count; i++) {
        const struct phb__field *field = &shape->fields[i];
        if (is_required(field) && !other_key_of(shape, field)) {
            printf("%s%s%s\"%s\"", is_first ? ",\n" : "", is_first ? indent : "",
                   is_first ? "\"required\": [" : ", ", field->key);
            is_first = false;
        }
    }
    printf("%s", is_first ? "" : "]");
}

/* A member under two keys is said under one of them at most; under one, if it is asked for. */
static void
put_alternatives(const struct phb__shape *shape, const char *indent)
{
    for (uint32_t i = 0; i + 1 < shape->field_count; i++) {
        const struct phb__field *ways[] = {&shape->fields[i], &shape->fields[i + 1]};
        if (other_key_of(shape, ways[0]) != ways[1]) {
            continue;
        }
        printf(",\n%s%s", indent, is_required(ways[0]) ? "\"oneOf\": [" : "\"not\": {\"allOf\": [");
        for (int way = 0; way < 2; way++) {
            printf("%s{\"required\": [\"%s\"], \"properties\": {\"%s\": {", way == 0 ? "" : ", ",
                   ways[way]->key, ways[way]->key);
            put_value(ways[way], false);
            printf("}}}");
        }
        printf("%s", is_required(ways[0]) ? "]" : "]}");
    }
}

static void
put_shape(const struct phb__shape *shape, const char *indent)
{
    printf("%s\"type\": \"object\",\n", indent);
    put_properties(shape, indent);
    put_required(shape, indent);
    put_alternatives(shape, indent);
    printf(",\n%s\"additionalProperties\": false", indent);
}

int
main(int count, char **arguments)
{
    const struct document *document = document_asked_for(count, arguments);
    struct shapes shapes;
    if (!document || !shapes_of(document, &shapes)) {
        return 1;
    }
    printf("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
           "  \"$id\": \"%s\",\n  \"title\": \"%s\",\n",
           document->id, document->title);
    put_shape(document->shape, "  ");
    printf(",\n  \"$defs\": {");
    for (size_t i = 1; i < shapes.count; i++) {
        char name[SHAPE_NAME_SIZE];
        shape_name(shapes.all[i], name);
        printf("%s\n    \"%s\": {\n", i == 1 ? "" : ",", name);
        put_shape(shapes.all[i], "      ");
        printf("\n    }");
    }
    printf("\n  }\n}\n");
    return ferror(stdout) != 0 || fflush(stdout) != 0;
}
