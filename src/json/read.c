#include "json/read.h"

#include <stdbool.h>
#include <string.h>

#include <phb/date.h>
#include <phb/money.h>

#include "core/error.h"
#include "core/path.h"
#include "json/nearest.h"
#include "json/node.h"
#include "json/scan.h"
#include "json/value.h"

/* An object or a list whose members are being read. */
struct frame {
    const struct phb__shape *shape;
    char *object; /* the struct; for a list its struct phb__list */
    const cJSON *node;
    const cJSON *next;              /* next member or item to read */
    const struct phb__field *field; /* that led here; NULL for the root */
    uint64_t seen;                  /* bit i: field i was there */
    uint64_t said;                  /* bit i: and it was not empty */
    uint32_t expected;              /* members mostly come in the order of the table */
    uint32_t items;                 /* of a list: how many were read */
    bool is_list;                   /* or a map, whose items have keys */
    bool is_map;
};

struct reader {
    const struct phb__document *document;
    struct frame frames[PHB__SHAPE_LEVELS];
    uint32_t depth;
    phb_error *error;
    phb_error fault; /* the first value of the right form that cannot be; PHB_OK: none yet */
};

static void
path_of(const struct reader *reader, char path[PHB__PATH_SIZE])
{
    path[0] = '\0';
    for (uint32_t i = 1; i < reader->depth; i++) {
        const struct frame *above = &reader->frames[i - 1];
        const struct frame *frame = &reader->frames[i];
        bool added = above->is_map    ? phb__path_add(path, frame->node->string)
                     : above->is_list ? phb__path_add_index(path, above->items - 1)
                                      : phb__path_add(path, frame->field->key);
        if (!added) {
            return;
        }
    }
}

/* Places an error at the innermost object or list, or at a member of it. */
static phb_status
place(struct reader *reader, phb_status status, const char *member, int64_t position)
{
    char path[PHB__PATH_SIZE];
    path_of(reader, path);
    if (member) {
        (void)phb__path_add(path, member);
    }
    phb__error_at_path(reader->error, path);
    phb__error_at_position(reader->error, position);
    return status;
}

/*
 * A value out of bounds, or no day of the calendar, has the right form all the same: that is said
 * only if nothing in the whole document has a wrong one.
 */
static void
check_bounds(struct reader *reader, const struct phb__field *field, const void *object,
             const char *member, int64_t position)
{
    if (reader->fault.status != PHB_OK || phb__field_check(field, object, NULL) == PHB_OK) {
        return;
    }
    phb_error *whole = reader->error;
    reader->error = &reader->fault;
    (void)place(reader, phb__field_check(field, object, &reader->fault), member, position);
    reader->error = whole;
}

static phb_status
push(struct reader *reader, struct frame frame)
{
    if (reader->depth >= PHB__SHAPE_LEVELS) {
        return phb__fail(reader->error, PHB_ERROR_INTERNAL);
    }
    frame.next = frame.node->child;
    reader->frames[reader->depth++] = frame;
    return PHB_OK;
}

/* A list under the key of a value that it may stand for is read by the row behind that one's. */
static const struct phb__field *
field_for(const struct frame *frame, const struct phb__field *field, const cJSON *node)
{
    const struct phb__field *twin = phb__field_twin(frame->shape, field);
    bool takes_list = twin && phb__field_is_list_instead(twin);
    return takes_list && phb__node_is(node, cJSON_Array) ? twin : field;
}

/* A list that stands for a value comes behind it: the value's row is met first. */
static const struct phb__field *
find_field(struct frame *frame, const char *key)
{
    const struct phb__shape *shape = frame->shape;
    for (uint32_t i = 0; i < shape->field_count; i++) {
        uint32_t index = frame->expected + i;
        index = index < shape->field_count ? index : index - shape->field_count;
        const struct phb__field *field = &shape->fields[index];
        const char *known = field->key;
        if (known[0] == key[0] && strcmp(known, key) == 0 && !phb__field_is_list_instead(field)) {
            frame->expected = index + 1 < shape->field_count ? index + 1 : 0;
            return field;
        }
    }
    return NULL;
}

/* The key itself is never shown: it may be somebody's words. The nearest key there is often tells
 * enough. */
static phb_status
unknown_key(struct reader *reader, const struct frame *frame, const cJSON *node)
{
    const char *nearest = phb__nearest_key(frame->shape, node->string);
    size_t offset = phb__json_key_offset(reader->document->json, (size_t)node->valueint);
    phb_status status = PHB_ERROR_JSON_SHAPE;
    if (nearest) {
        phb__fail_about(reader->error, status,
                        "there is a key that is not known here; the nearest known one is ",
                        nearest);
    } else {
        phb__fail_because(reader->error, status, "there is a key that is not known here");
    }
    return place(reader, status, NULL, (int64_t)offset);
}

/* An empty text, list or object of the kind that the field wants counts as not said. */
static bool
is_empty(const struct phb__field *field, const cJSON *node)
{
    switch (field->kind) {
    case PHB__KIND_OBJECT:
    case PHB__KIND_MAP:
        return phb__node_is(node, cJSON_Object) && !node->child;
    case PHB__KIND_LIST:
    case PHB__KIND_TEXTS:
        return phb__node_is(node, cJSON_Array) && !node->child;
    case PHB__KIND_TEXT:
    case PHB__KIND_ID:
    case PHB__KIND_LETTER:
    case PHB__KIND_CHOICE:
    case PHB__KIND_DATE:
    case PHB__KIND_NUMBER:
        return phb__node_is(node, cJSON_String) && node->valuestring[0] == '\0';
    case PHB__KIND_LITERAL:
        return (field->flags & PHB__REQUIRED) == 0 && phb__node_is(node, cJSON_String) &&
               node->valuestring[0] == '\0';
    case PHB__KIND_FLAG:
        break;
    }
    return false;
}

static uint64_t
bit_of(const struct phb__shape *shape, const struct phb__field *field)
{
    return UINT64_C(1) << (field - shape->fields);
}

static phb_status
check_once(struct reader *reader, struct frame *frame, const struct phb__field *field,
           const cJSON *node)
{
    const struct phb__field *twin = phb__field_twin(frame->shape, field);
    bool has_key_of_twin = phb__field_is_list_instead(field);
    uint64_t bit = bit_of(frame->shape, has_key_of_twin ? twin : field);
    phb_status status = PHB_OK;
    if ((frame->seen & bit) != 0) {
        status = phb__fail_about(reader->error, PHB_ERROR_DUPLICATE, field->key, " is given twice");
    } else if (twin && (frame->said & bit_of(frame->shape, twin)) != 0 && !is_empty(field, node)) {
        status = phb__fail_about(reader->error, PHB_ERROR_DUPLICATE, field->key,
                                 " is given although the same is given in another unit");
    }
    frame->seen |= bit;
    return status == PHB_OK ? PHB_OK : place(reader, status, field->key, node->valueint);
}

static phb_status
open_member(struct reader *reader, const struct frame *frame, const struct phb__field *field,
            const cJSON *node)
{
    bool is_array = field->kind == PHB__KIND_LIST;
    if (is_array ? !phb__node_is(node, cJSON_Array) : !phb__node_is(node, cJSON_Object)) {
        phb__fail_about(reader->error, PHB_ERROR_JSON_SHAPE, field->key,
                        is_array ? " must be a list" : " must be an object");
        return place(reader, PHB_ERROR_JSON_SHAPE, field->key, node->valueint);
    }
    char *object = frame->object + field->offset;
    if (field->kind != PHB__KIND_OBJECT &&
        !phb__list_reserve((void *)object, reader->document->arena, phb__node_count(node),
                           field->detail.shape->size)) {
        return phb__fail(reader->error, PHB_ERROR_MEMORY);
    }
    return push(reader, (struct frame){.shape = field->detail.shape,
                                       .object = object,
                                       .node = node,
                                       .field = field,
                                       .is_list = field->kind != PHB__KIND_OBJECT,
                                       .is_map = field->kind == PHB__KIND_MAP});
}

/* What is neither of the two that a member may be. */
static phb_status
check_either(struct reader *reader, const struct frame *frame, const struct phb__field *field,
             const cJSON *node)
{
    const struct phb__field *twin = phb__field_twin(frame->shape, field);
    bool is_list = phb__node_is(node, cJSON_Array);
    if (!twin || !phb__field_is_list_instead(twin) || is_list || is_empty(field, node)) {
        return PHB_OK;
    }
    if (field->kind == PHB__KIND_CHOICE) {
        if (phb__json_is_choice(field, node)) {
            return PHB_OK;
        }
        phb__json_wrong_choice(field, " must be a list, or one of ", reader->error);
    } else if (phb__node_is(node, cJSON_Raw) || phb__node_is(node, cJSON_String)) {
        return PHB_OK;
    } else {
        phb__fail_about(reader->error, PHB_ERROR_JSON_SHAPE, field->key,
                        " must be a number or a list");
    }
    return place(reader, PHB_ERROR_JSON_SHAPE, field->key, node->valueint);
}

static phb_status
read_member(struct reader *reader, struct frame *frame, const cJSON *node)
{
    const struct phb__field *found = find_field(frame, node->string);
    if (!found) {
        return unknown_key(reader, frame, node);
    }
    const struct phb__field *field = field_for(frame, found, node);
    phb_status status = check_once(reader, frame, field, node);
    if (status == PHB_OK) {
        status = check_either(reader, frame, field, node);
    }
    if (status != PHB_OK) {
        return status;
    }
    if (is_empty(field, node)) {
        return PHB_OK;
    }
    frame->said |= bit_of(frame->shape, field);
    if (field->kind == PHB__KIND_OBJECT || field->kind == PHB__KIND_LIST ||
        field->kind == PHB__KIND_MAP) {
        return open_member(reader, frame, field, node);
    }
    status = phb__json_value(field, node, frame->object + field->offset, reader->document->arena,
                             reader->error);
    if (status != PHB_OK) {
        return place(reader, status, field->key, node->valueint);
    }
    check_bounds(reader, field, frame->object, field->key, node->valueint);
    return PHB_OK;
}

/* The key of an item of a map is an id, and an id alone: only then may it stand in a path. */
static phb_status
read_item_key(struct reader *reader, char *item, const cJSON *node)
{
    if (!phb__id_is_valid(node->string)) {
        phb__fail_because(
            reader->error, PHB_ERROR_JSON_SHAPE,
            "a key here must be 1 to 64 letters, digits, points, underscores or hyphens");
        return place(reader, PHB_ERROR_JSON_SHAPE, NULL, node->valueint);
    }
    const char *key = node->string; /* in the arena, like every text */
    memcpy(item, &key, sizeof key);
    return PHB_OK;
}

/* An item that is one value: its frame is there only so that an error knows its place. */
static phb_status
read_bare_item(struct reader *reader, const struct phb__field *field, char *item, const cJSON *node)
{
    phb_status status =
        phb__json_value(field, node, item + field->offset, reader->document->arena, reader->error);
    if (status == PHB_OK && field->kind == PHB__KIND_TEXT && is_empty(field, node)) {
        status = phb__fail_about(reader->error, PHB_ERROR_JSON_SHAPE, field->key,
                                 " must not be empty"); /* an item cannot count as absent */
    }
    if (status != PHB_OK) {
        return place(reader, status, NULL, node->valueint);
    }
    check_bounds(reader, field, item, NULL, node->valueint);
    reader->depth--;
    return PHB_OK;
}

static phb_status
read_item(struct reader *reader, struct frame *frame, const cJSON *node)
{
    frame->items++;
    void *list = frame->object;
    char *item = phb__list_add(list, reader->document->arena, frame->shape->size);
    if (!item) {
        return phb__fail(reader->error, PHB_ERROR_MEMORY);
    }
    phb__shape_clear(frame->shape, item);
    phb_status status = frame->is_map ? read_item_key(reader, item, node) : PHB_OK;
    if (status != PHB_OK) {
        return status;
    }
    status = push(
        reader,
        (struct frame){.shape = frame->shape, .object = item, .node = node, .field = frame->field});
    if (status == PHB_OK && frame->shape->is_bare) {
        return read_bare_item(reader, frame->shape->fields, item, node);
    }
    if (status == PHB_OK && !phb__node_is(node, cJSON_Object)) {
        phb__fail_about(reader->error, PHB_ERROR_JSON_SHAPE, frame->shape->name,
                        " must be an object");
        return place(reader, PHB_ERROR_JSON_SHAPE, NULL, node->valueint);
    }
    return status;
}

/* The first member that must be there and is not, written in either way. */
static const struct phb__field *
missing_member(const struct frame *frame)
{
    const struct phb__shape *shape = frame->shape;
    for (uint32_t i = 0; i < shape->field_count && !frame->is_list; i++) {
        const struct phb__field *field = &shape->fields[i];
        if ((field->flags & PHB__REQUIRED) == 0 || (frame->said & bit_of(shape, field)) != 0) {
            continue;
        }
        const struct phb__field *twin = phb__field_twin(shape, field);
        if (!twin || (frame->said & bit_of(shape, twin)) == 0) {
            return field;
        }
    }
    return NULL;
}

static phb_status
close_frame(struct reader *reader, const struct frame *frame)
{
    const struct phb__field *missing = missing_member(frame);
    if (missing) {
        phb__fail_about(reader->error, PHB_ERROR_INCOMPLETE, missing->key, " is missing");
        return place(reader, PHB_ERROR_INCOMPLETE, NULL, frame->node->valueint);
    }
    reader->depth--;
    return PHB_OK;
}

/* Reads what the first frame holds, and all that is in it. */
static phb_status
read_all(struct reader *reader, struct frame root)
{
    phb_error *error = reader->error;
    phb_status status = push(reader, root);
    while (status == PHB_OK && reader->depth > 0) {
        struct frame *frame = &reader->frames[reader->depth - 1];
        const cJSON *node = frame->next;
        if (!node) {
            status = close_frame(reader, frame);
            continue;
        }
        frame->next = node->next;
        status = frame->is_list ? read_item(reader, frame, node) : read_member(reader, frame, node);
    }
    if (status == PHB_OK && reader->fault.status != PHB_OK) {
        phb__fail_because(error, reader->fault.status, reader->fault.message);
        phb__error_at_path(error, reader->fault.path);
        phb__error_at_position(error, reader->fault.position);
        return reader->fault.status;
    }
    return status;
}

static void
start(struct reader *reader, const struct phb__document *document, phb_error *error)
{
    reader->document = document; /* its frames are filled when they are entered */
    reader->depth = 0;
    reader->error = error;
    reader->fault = (phb_error)PHB_ERROR_INIT;
}

phb_status
phb__json_read(const struct phb__document *document, void *object, phb_error *error)
{
    struct reader reader;
    start(&reader, document, error);
    if (!phb__node_is(document->root, cJSON_Object)) {
        phb__fail_because(error, PHB_ERROR_JSON_SHAPE, "the document must be an object");
        return place(&reader, PHB_ERROR_JSON_SHAPE, NULL, document->root->valueint);
    }
    return read_all(
        &reader,
        (struct frame){.shape = document->shape, .object = object, .node = document->root});
}

phb_status
phb__json_read_list(const struct phb__document *document, struct phb__list *list, phb_error *error)
{
    struct reader reader;
    start(&reader, document, error);
    if (!phb__node_is(document->root, cJSON_Array)) {
        phb__fail_because(error, PHB_ERROR_JSON_SHAPE, "the document must be a list");
        return place(&reader, PHB_ERROR_JSON_SHAPE, NULL, document->root->valueint);
    }
    return read_all(&reader, (struct frame){.shape = document->shape,
                                            .object = (char *)list,
                                            .node = document->root,
                                            .is_list = true});
}
