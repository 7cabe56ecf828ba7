#include <stdbool.h>
#include <string.h>

#include "core/error.h"
#include "core/path.h"
#include "json/node.h"
#include "json/read.h"

/* The item of a list by its number in a path; NULL when the token is no such number. */
static const cJSON *
item_at(const cJSON *list, const char *token, size_t size)
{
    size_t index = 0;
    for (size_t i = 0; i < size; i++) {
        if (token[i] < '0' || token[i] > '9') {
            return NULL;
        }
        index = index * 10 + (size_t)(token[i] - '0');
    }
    const cJSON *item = list->child;
    while (item && index > 0) {
        item = item->next;
        index--;
    }
    return item;
}

/* The last of that name: of a key that a map has twice, the one too many. */
static const cJSON *
member_called(const cJSON *object, const char *key, size_t size)
{
    const cJSON *found = NULL;
    for (const cJSON *member = object->child; member; member = member->next) {
        if (strlen(member->string) == size && memcmp(member->string, key, size) == 0) {
            found = member;
        }
    }
    return found;
}

/* Where the document wrote a member in another unit (hours_per_week), the error shall name the key
 * it has. */
static const cJSON *
member_otherwise(const struct phb__shape *shape, const cJSON *object,
                 const struct phb__field *field)
{
    for (uint32_t i = 0; shape && field && i < shape->field_count; i++) {
        const struct phb__field *other = &shape->fields[i];
        bool is_other_unit = other->kind == field->kind && other->offset == field->offset &&
                             (other->flags & PHB__ALTERNATIVE) != 0;
        if (is_other_unit) {
            return member_called(object, other->key, strlen(other->key));
        }
    }
    return NULL;
}

static const struct phb__field *
field_called(const struct phb__shape *shape, const char *key, size_t size)
{
    for (uint32_t i = 0; shape && i < shape->field_count; i++) {
        if (strlen(shape->fields[i].key) == size && memcmp(shape->fields[i].key, key, size) == 0) {
            return &shape->fields[i];
        }
    }
    return NULL;
}

/* Where a path has led so far. */
struct place {
    const cJSON *node;
    const struct phb__shape *shape; /* of the node, or of the items of a list or map; NULL: none */
    bool is_map;
    bool is_key;       /* the last token was the key of an item of a map */
    const char *meant; /* the key of the path where the document wrote another; NULL: none */
    char path[PHB__PATH_SIZE];
};

/* The value one token further, NULL when the document has none there. */
static const cJSON *
follow(struct place *place, const char *token, size_t size)
{
    place->meant = NULL;
    place->is_key = place->is_map;
    if (phb__node_is(place->node, cJSON_Array)) {
        return item_at(place->node, token, size);
    }
    const cJSON *member = member_called(place->node, token, size);
    if (place->is_map) {
        place->is_map = false;
        return member;
    }
    const struct phb__field *field = field_called(place->shape, token, size);
    if (!member && field) {
        member = member_otherwise(place->shape, place->node, field);
        place->meant = field->key;
    }
    bool leads_on = field && (field->kind == PHB__KIND_OBJECT || field->kind == PHB__KIND_LIST ||
                              field->kind == PHB__KIND_MAP);
    place->is_map = field && field->kind == PHB__KIND_MAP;
    place->shape = leads_on ? field->detail.shape : NULL;
    return member;
}

static void
go_to(struct place *place, const cJSON *node, const char *token, size_t size)
{
    char text[PHB__PATH_SIZE];
    memcpy(text, token, size);
    text[size] = '\0';
    bool has_key = !phb__node_is(place->node, cJSON_Array);
    (void)phb__path_add(place->path, has_key ? node->string : text);
    place->node = node;
}

void
phb__json_locate(const struct phb__document *document, phb_error *error)
{
    char path[PHB__PATH_SIZE];
    const char *at = phb__error_path(error);
    memcpy(path, at, strlen(at) + 1);

    struct place place = {.node = document->root, .shape = document->shape};
    size_t above = 0; /* how long the path of the value above is */
    for (at = path; *at == '/';) {
        const char *token = at + 1;
        size_t size = strcspn(token, "/");
        const cJSON *node = follow(&place, token, size);
        if (!node) {
            break;
        }
        above = strlen(place.path);
        go_to(&place, node, token, size);
        at = token + size;
    }
    bool is_last =
        *at == '\0' || !strchr(at + 1, '/'); /* a value that is not there is placed at its object */
    if (place.meant && *at == '\0') {
        phb__error_rename(error, place.meant, place.node->string);
    }
    if (place.is_key && *at == '\0' && error && error->status == PHB_ERROR_NOT_FOUND) {
        place.path[above] = '\0'; /* a key that stands for nothing may be somebody's name */
    }
    phb__error_at_path(error, is_last ? place.path : path);
    phb__error_at_position(error, place.node->valueint);
}
