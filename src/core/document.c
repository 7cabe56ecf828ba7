#include "core/document.h"

#include <string.h>

#include "core/unit.h"
#include "core/walk.h"

void
phb__json_indent(struct phb__builder *builder, uint32_t level)
{
    phb__put_bytes(builder, "\n", 1);
    phb__put_repeat(builder, ' ', (size_t)level * 2);
}

void
phb__json_put_member(struct phb__builder *builder, const char *separator, const char *key)
{
    phb__put(builder, separator);
    phb__json_indent(builder, 1);
    phb__put_json_text(builder, key);
    phb__put(builder, ": ");
}

static void
put_number(struct phb__builder *builder, enum phb__unit unit, int64_t number)
{
    char text[PHB__UNIT_TEXT_SIZE];
    if (number == PHB__NUMBER_NULL) {
        phb__put(builder, "null");
        return;
    }
    phb__unit_format(unit, number, text);
    bool is_quoted = phb__unit_form(unit) != PHB__NUMBER_ONLY;
    phb__put(builder, is_quoted ? "\"" : "");
    phb__put(builder, text);
    phb__put(builder, is_quoted ? "\"" : "");
}

static void
put_texts(struct phb__builder *builder, const void *place)
{
    struct phb__list list;
    memcpy(&list, place, sizeof list);
    const char *const *texts = list.items;
    phb__put(builder, "[");
    for (uint32_t i = 0; i < list.count; i++) {
        phb__put(builder, i == 0 ? "" : ", ");
        phb__put_json_text(builder, texts[i]);
    }
    phb__put(builder, "]");
}

static void
put_value(struct phb__builder *builder, const struct phb__field *field, const void *object)
{
    const char *place = (const char *)object + field->offset;
    const char *text;
    int32_t small;
    int64_t number;
    switch (field->kind) {
    case PHB__KIND_TEXT:
    case PHB__KIND_ID:
    case PHB__KIND_LETTER:
        memcpy(&text, place, sizeof text);
        phb__put_json_text(builder, text);
        return;
    case PHB__KIND_LITERAL:
        phb__put_json_text(builder, field->detail.literal);
        return;
    case PHB__KIND_CHOICE:
        memcpy(&small, place, sizeof small);
        phb__put_json_text(builder, field->detail.choices->names[small - 1]);
        return;
    case PHB__KIND_FLAG:
        memcpy(&small, place, sizeof small);
        phb__put(builder, small == 2 ? "true" : "false");
        return;
    case PHB__KIND_DATE:
        memcpy(&small, place, sizeof small);
        phb__put(builder, "\"");
        phb__put_date(builder, small);
        phb__put(builder, "\"");
        return;
    case PHB__KIND_NUMBER:
        memcpy(&number, place, sizeof number);
        put_number(builder, field->unit, number);
        return;
    case PHB__KIND_TEXTS:
        put_texts(builder, place);
        return;
    case PHB__KIND_OBJECT:
    case PHB__KIND_LIST:
    case PHB__KIND_MAP:
        return;
    }
}

struct writer {
    struct phb__builder *builder;
    uint32_t level;
    bool is_first; /* nothing was written in this object or list yet */
};

static void
put_next(struct writer *writer)
{
    phb__put(writer->builder, writer->is_first ? "" : ",");
    phb__json_indent(writer->builder, writer->level);
    writer->is_first = false;
}

static void
put_key(struct writer *writer, const char *key)
{
    put_next(writer);
    phb__put_json_text(writer->builder, key);
    phb__put(writer->builder, ": ");
}

static void
put_open(struct writer *writer, const char *bracket)
{
    phb__put(writer->builder, bracket);
    writer->level++;
    writer->is_first = true;
}

static void
put_close(struct writer *writer, const char *bracket)
{
    writer->level--;
    if (!writer->is_first) {
        phb__json_indent(writer->builder, writer->level);
    }
    phb__put(writer->builder, bracket);
    writer->is_first = false;
}

/* An inner object or list that is not said is left out; an item of a list always stands. */
static bool
is_left_out(const struct phb__walk *walk)
{
    bool is_item = walk->depth >= 2 && walk->frames[walk->depth - 2].is_list;
    return !is_item &&
           phb__field_is_absent(walk->field, (const char *)walk->object - walk->field->offset);
}

static void
open_inner(struct writer *writer, struct phb__walk *walk, bool is_list)
{
    bool is_item = walk->depth >= 2 && walk->frames[walk->depth - 2].is_list;
    bool is_of_map = walk->field->kind == PHB__KIND_MAP;
    if (is_item && is_of_map) {
        const char *key;
        memcpy(&key, walk->object, sizeof key);
        put_key(writer, key);
    } else if (is_item) {
        put_next(writer);
    } else {
        put_key(writer, walk->field->key);
    }
    put_open(writer, is_list && !is_of_map ? "[" : "{");
}

/* A member, or an item of a list or map that is one value. */
static void
write_value(struct writer *writer, const struct phb__walk *walk)
{
    bool is_item = phb__walk_is_at_item(walk);
    bool is_of_map = is_item && walk->frames[walk->depth - 1].field->kind == PHB__KIND_MAP;
    if (is_of_map) {
        const char *key;
        memcpy(&key, walk->object, sizeof key);
        put_key(writer, key);
    } else if (is_item) {
        put_next(writer);
    } else {
        put_key(writer, walk->field->key);
    }
    put_value(writer->builder, walk->field, walk->object);
}

/* What is said, in the first of the ways to say it; of literals, those that a document must have.
 */
static bool
is_written(const struct phb__field *field, const void *object)
{
    if (field->kind == PHB__KIND_LITERAL) {
        return (field->flags & PHB__REQUIRED) != 0;
    }
    return (field->flags & PHB__ALTERNATIVE) == 0 && !phb__field_is_absent(field, object);
}

void
phb__json_write(struct phb__builder *builder, const struct phb__shape *shape, const void *object)
{
    struct writer writer = {builder, 0, true};
    struct phb__walk walk;
    phb__walk_start(&walk, shape, object, true);
    put_open(&writer, "{");
    for (enum phb__walk_event event; (event = phb__walk_next(&walk)) != PHB__WALK_END;) {
        bool is_open = event == PHB__WALK_OPEN_OBJECT || event == PHB__WALK_OPEN_LIST;
        if (is_open && is_left_out(&walk)) {
            phb__walk_leave(&walk);
        } else if (is_open) {
            open_inner(&writer, &walk, event == PHB__WALK_OPEN_LIST);
        } else if (event == PHB__WALK_CLOSE_OBJECT || event == PHB__WALK_CLOSE_LIST) {
            bool is_array = event == PHB__WALK_CLOSE_LIST && walk.field->kind == PHB__KIND_LIST;
            put_close(&writer, is_array ? "]" : "}");
        } else if (is_written(walk.field, walk.object)) {
            write_value(&writer, &walk);
        }
    }
    put_close(&writer, "}");
    phb__put(builder, "\n");
}
