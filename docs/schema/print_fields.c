/* Prints the members of a document as a page of tables, from the field tables that the reader is
 * driven by. */

#include <stdio.h>
#include <string.h>

#include "documents.h"

/* One word or two for what a value looks like. */
static const char *
number_words(enum phb__unit unit)
{
    switch (unit) {
    case PHB__UNIT_PENCE:
    case PHB__UNIT_PENNY_HUNDREDTHS:
        return "pounds";
    case PHB__UNIT_PPM:
        return "percentage";
    case PHB__UNIT_WHOLE:
        return "whole number";
    case PHB__UNIT_MINUTES:
        return "minutes";
    case PHB__UNIT_HOURS:
        return "hours";
    case PHB__UNIT_HUNDREDTHS:
    case PHB__UNIT_TEN_THOUSANDTHS:
    case PHB__UNIT_NONE:
        break;
    }
    return "number";
}

static void
put_bounds(const struct phb__field *field)
{
    char least[PHB__UNIT_TEXT_SIZE];
    char most[PHB__UNIT_TEXT_SIZE];
    bool in_minutes = field->unit == PHB__UNIT_HOURS;
    enum phb__unit unit = in_minutes ? PHB__UNIT_MINUTES : field->unit;
    phb__unit_format(unit, field->minimum, least);
    phb__unit_format(unit, field->maximum, most);
    printf("%s, %s to %s%s", number_words(field->unit), least, most, in_minutes ? " minutes" : "");
    if (phb__unit_decimals(field->unit) > 0) {
        printf(", at most %d decimals", (int)phb__unit_decimals(field->unit));
    }
    printf("%s", (field->flags & PHB__OR_NULL) != 0 ? ", or null" : "");
}

static void
put_choices(const struct phb__choices *choices)
{
    for (int32_t i = 0; i < choices->count; i++) {
        printf("%s`%s`", i == 0 ? "" : ", ", choices->names[i]);
    }
}

/* A value that has nothing inside. */
static void
put_simple(const struct phb__field *field)
{
    switch (field->kind) {
    case PHB__KIND_TEXT:
        printf("text");
        return;
    case PHB__KIND_TEXTS:
        printf("list of texts");
        return;
    case PHB__KIND_ID:
        printf("id");
        return;
    case PHB__KIND_LITERAL:
        printf("`%s`", field->detail.literal);
        return;
    case PHB__KIND_CHOICE:
    case PHB__KIND_LETTER:
        put_choices(field->detail.choices);
        return;
    case PHB__KIND_FLAG:
        printf("true or false");
        return;
    case PHB__KIND_DATE:
        printf("date");
        return;
    case PHB__KIND_NUMBER:
        put_bounds(field);
        return;
    case PHB__KIND_OBJECT:
    case PHB__KIND_LIST:
    case PHB__KIND_MAP:
        return;
    }
}

static void
put_kind(const struct phb__field *field)
{
    char name[SHAPE_NAME_SIZE];
    const struct phb__field *value = value_of_items(field);
    if (value) {
        printf("%s", field->kind == PHB__KIND_LIST ? "list: each " : "by id: each ");
        put_simple(value);
        return;
    }
    if (!has_shape(field)) {
        put_simple(field);
        return;
    }
    shape_name(field->detail.shape, name);
    if (field->kind == PHB__KIND_OBJECT) {
        printf("[object](#%s)", name);
    } else if (field->kind == PHB__KIND_LIST) {
        printf("list of [objects](#%s)", name);
    } else {
        printf("[objects](#%s) by id", name);
    }
}

static const char *
asked(const struct phb__field *field)
{
    if ((field->flags & PHB__ALTERNATIVE) != 0) {
        return "instead of the one above";
    }
    return (field->flags & PHB__REQUIRED) != 0 ? "yes" : "";
}

static void
put_shape(const struct phb__shape *shape)
{
    printf("| member | required | value | meaning |\n|---|---|---|---|\n");
    for (uint32_t i = 0; i < shape->field_count; i++) {
        const struct phb__field *field = &shape->fields[i];
        const struct phb__field *twin = phb__field_twin(shape, field);
        if (phb__field_is_list_instead(field)) {
            continue; /* in the row of the number that it may stand for */
        }
        printf("| `%s` | %s | ", field->key, asked(field));
        put_kind(field);
        if (twin && phb__field_is_list_instead(twin)) {
            printf("; or ");
            put_kind(twin);
        }
        printf(" | %s |\n", field->about);
    }
}

int
main(int count, char **arguments)
{
    const struct document *document = document_asked_for(count, arguments);
    struct shapes shapes;
    if (!document || !shapes_of(document, &shapes)) {
        return 1;
    }
    printf("# %s\n\n<!-- Written by ./dev docs from the field tables in src/: do not edit. -->\n\n"
           "`%s`. What the words mean: [documents](../documents.md).\n\n",
           document->title, document->name);
    put_shape(document->shape);
    for (size_t i = 1; i < shapes.count; i++) {
        char name[SHAPE_NAME_SIZE];
        shape_name(shapes.all[i], name);
        printf("\n## %s\n\n", name);
        put_shape(shapes.all[i]);
    }
    return ferror(stdout) != 0 || fflush(stdout) != 0;
}
