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

static const cJSON *
member_called(const cJSON *object, const char *key, size_t size)
{
    const cJSON *member = object->child;
    while (member && (strlen(member->string) != size || memcmp(member->string, key, size) != 0)) {
        member = member->next;
    }
    return member;
}

/* Where the document wrote a member in another unit (hours_per_week), the error shall name the key
 * it has. */
static const cJSON *
member_otherwise(const struct phb__shape *shape, const cJSON *object,
                 const struct phb__field *field)
{
    for (uint32_t i = 0; shape && field && i < shape->field_count; i++) {
        const struct phb__field *other = &shape->fields[i];
        if (other->offset == field->offset && (other->flags & PHB__ALTERNATIVE) != 0) {
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

void
phb__json_locate(const struct phb__document *document, phb_error *error)
{
    char old_path[PHB__PATH_SIZE];
    char path[PHB__PATH_SIZE] = "";
    const char *at = phb__error_path(error);
    memcpy(old_path, at, strlen(at) + 1);

    const struct phb__shape *shape = document->shape;
    const cJSON *node = document->root;
    bool in_map = false;
    for (at = old_path; *at == '/';) {
        const char *token = at + 1;
        size_t size = strcspn(token, "/");
        at = token + size;
        const cJSON *inner = NULL;
        const struct phb__field *field = NULL;
        if (phb__node_is(node, cJSON_Array)) {
            inner = item_at(node, token, size);
        } else if (in_map) {
            inner = member_called(node, token, size);
            in_map = false;
        } else {
            field = field_called(shape, token, size);
            inner = member_called(node, token, size);
            inner = inner ? inner : member_otherwise(shape, node, field);
            in_map = field && field->kind == PHB__KIND_MAP;
            bool leads_on =
                in_map ||
                (field && (field->kind == PHB__KIND_OBJECT || field->kind == PHB__KIND_LIST));
            shape = leads_on ? field->detail.shape : NULL;
        }
        if (!inner) {
            break;
        }
        char text[PHB__PATH_SIZE];
        memcpy(text, token, size);
        text[size] = '\0';
        (void)phb__path_add(path, inner->string && !phb__node_is(node, cJSON_Array) ? inner->string
                                                                                    : text);
        node = inner;
    }
    phb__error_at_path(error, *at == '\0' ? path : old_path);
    phb__error_at_position(error, node->valueint);
}
