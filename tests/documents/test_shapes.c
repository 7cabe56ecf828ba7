/* Every field of the format in turn holds every JSON type that it must not. */

#include <stdbool.h>
#include <stdio.h>

#include <cjson/cJSON.h>

#include "core/shape.h"
#include "model/budget.h"
#include "reading.h"

/* Where the fields of a shape stand in the good document. */
struct container {
    const char *path;
    const struct phb__shape *shape;
};

static struct container containers[24];
static size_t container_count;

static void
add_container(const char *path, const struct phb__shape *shape)
{
    containers[container_count++] = (struct container){path, shape};
}

static const struct phb__shape *
shape_at(const struct phb__shape *shape, const char *key)
{
    for (uint32_t i = 0; i < shape->field_count; i++) {
        if (strcmp(shape->fields[i].key, key) == 0) {
            return shape->fields[i].detail.shape;
        }
    }
    return NULL;
}

/* A list that stands under a number's key is the row behind the number's. */
static const struct phb__shape *
list_at(const struct phb__shape *shape, const char *key)
{
    for (uint32_t i = 0; i < shape->field_count; i++) {
        const struct phb__field *field = &shape->fields[i];
        if (strcmp(field->key, key) == 0 && field->kind == PHB__KIND_LIST) {
            return field->detail.shape;
        }
    }
    return NULL;
}

static void
find_containers(void)
{
    const struct phb__shape *budget = &phb__shape_budget;
    const struct phb__shape *assistant = &phb__shape_assistant;
    const struct phb__shape *allowance =
        shape_at(shape_at(budget, "employer"), "employment_allowance");
    const struct phb__shape *management = shape_at(budget, "management");
    container_count = 0;
    add_container("", budget);
    add_container("/period", shape_at(budget, "period"));
    add_container("/assistants/0", assistant);
    add_container("/assistants/0/hours/0", &phb__shape_hours);
    add_container("/assistants/0/hours/1/rate/0", list_at(&phb__shape_hours, "rate"));
    add_container("/assistants/0/bank_holiday", shape_at(assistant, "bank_holiday"));
    add_container("/assistants/0/leave", shape_at(assistant, "leave"));
    add_container("/assistants/0/pension", shape_at(assistant, "pension"));
    add_container("/assistants/0/sickness", shape_at(assistant, "sickness"));
    add_container("/employer", shape_at(budget, "employer"));
    add_container("/employer/employment_allowance", allowance);
    add_container("/employer/employment_allowance/already_used/0",
                  shape_at(allowance, "already_used"));
    add_container("/lines/0", &phb__shape_line);
    add_container("/lines/0/provider", shape_at(&phb__shape_line, "provider"));
    add_container("/contingency", shape_at(budget, "contingency"));
    add_container("/funders/0", &phb__shape_funder);
    add_container("/payments", shape_at(budget, "payments"));
    add_container("/management", management);
    add_container("/management/third_party", shape_at(management, "third_party"));
    add_container("/wheelchair", shape_at(budget, "wheelchair"));
}

static cJSON *
node_at(cJSON *root, const char *path)
{
    cJSON *node = root;
    while (node && *path == '/') {
        char token[64] = "";
        size_t size = strcspn(path + 1, "/");
        memcpy(token, path + 1, size);
        path += 1 + size;
        node = cJSON_IsArray(node) ? cJSON_GetArrayItem(node, token[0] - '0')
                                   : cJSON_GetObjectItemCaseSensitive(node, token);
    }
    ck_assert_ptr_nonnull(node);
    return node;
}

/* Values no field may have, but for free text "~~~": no date, no choice, no number. */
static const struct {
    const char *value;
    size_t shift; /* where inside it an error is placed, if the field looks inside */
} wrong[] = {{"null", 0},    {"true", 0},   {"-7.25", 0},
             {"\"~~~\"", 0}, {"[null]", 1}, {"{\"~\":1}", 1}};

enum { WRONG_TRUE = 1, WRONG_TEXT = 3, WRONG_LIST = 4, WRONG_OBJECT = 5 };

/* The good document with one member of one container put last, with another value. */
static char *
document_with(const struct container *container, const struct phb__field *field, const char *value)
{
    cJSON *root = cJSON_Parse(good_document);
    cJSON *node = node_at(root, container->path);
    const char *key = field->key;
    for (uint32_t i = 0; i < container->shape->field_count; i++) { /* and its twin in other units */
        const struct phb__field *other = &container->shape->fields[i];
        bool is_other_unit = field->kind == PHB__KIND_NUMBER && other->kind == field->kind &&
                             other->offset == field->offset;
        if (is_other_unit) {
            cJSON_DeleteItemFromObjectCaseSensitive(node, other->key);
        }
    }
    cJSON_DeleteItemFromObjectCaseSensitive(node, key);
    cJSON_AddItemToObject(node, key, cJSON_CreateRaw(value));
    char *text = cJSON_PrintUnformatted(root);
    cJSON_Delete(root);
    ck_assert_ptr_nonnull(text);
    return text;
}

static void
check_wrong(const struct container *container, const struct phb__field *field, size_t which)
{
    char path[128];
    char member[96];
    phb_error error;
    const struct phb__field *twin = phb__field_twin(container->shape, field);
    bool is_list = field->kind == PHB__KIND_LIST || (twin && phb__field_is_list_instead(twin));
    bool is_map = field->kind == PHB__KIND_MAP && which == WRONG_OBJECT;
    bool looks_inside = (is_list && which == WRONG_LIST) ||
                        (field->kind == PHB__KIND_OBJECT && which == WRONG_OBJECT);
    size_t shift = is_map ? strlen("{\"~\":") : looks_inside ? wrong[which].shift : 0;
    char *text = document_with(container, field, wrong[which].value);
    snprintf(path, sizeof(path), "%s/%s%s", container->path, field->key,
             is_list && which == WRONG_LIST ? "/0" : "");
    snprintf(member, sizeof(member), "\"%s\":%s", field->key, wrong[which].value);
    const char *at = strstr(text, member);
    ck_assert_ptr_nonnull(at);
    int64_t position = (at - text) + (int64_t)strlen(field->key) + 3;
    phb_status status = read_document(text, strlen(text), &error);
    ck_assert_msg(status == PHB_ERROR_JSON_SHAPE, "%s: %s", member, phb_status_name(status));
    ck_assert_str_eq(error.path, path);
    ck_assert_int_eq(error.position, position + (int64_t)shift);
    cJSON_free(text);
}

START_TEST(a_field_of_another_type_is_refused_where_it_stands)
{
    size_t fields = 0;
    for (size_t i = 0; i < container_count; i++) {
        const struct phb__shape *shape = containers[i].shape;
        ck_assert_ptr_nonnull(shape);
        for (uint32_t j = 0; j < shape->field_count; j++) {
            enum phb__kind kind = shape->fields[j].kind;
            bool is_right = (kind == PHB__KIND_TEXT && _i == WRONG_TEXT) ||
                            (kind == PHB__KIND_FLAG && _i == WRONG_TRUE);
            fields++;
            if (!is_right) {
                check_wrong(&containers[i], &shape->fields[j], (size_t)_i);
            }
        }
    }
    ck_assert_uint_gt(fields, 100);
}
END_TEST

/* The good document without one member. */
static void
check_missing(const struct container *container, const struct phb__field *field)
{
    phb_error error;
    char message[64];
    cJSON *root = cJSON_Parse(good_document);
    cJSON *node = node_at(root, container->path);
    cJSON_DeleteItemFromObjectCaseSensitive(node, field->key);
    bool is_empty = !node->child; /* an object without members is not there at all */
    char *text = cJSON_PrintUnformatted(root);
    cJSON_Delete(root);
    ck_assert_int_eq(read_document(text, strlen(text), &error), PHB_ERROR_INCOMPLETE);
    cJSON_free(text);
    if (!is_empty) {
        snprintf(message, sizeof(message), "%s is missing", field->key);
        ck_assert_str_eq(error.message, message);
        ck_assert_str_eq(error.path, container->path);
    }
}

START_TEST(a_required_field_is_missed_at_its_object)
{
    size_t required = 0;
    for (size_t i = 0; i < container_count; i++) {
        const struct phb__shape *shape = containers[i].shape;
        for (uint32_t j = 0; j < shape->field_count; j++) {
            if ((shape->fields[j].flags & PHB__REQUIRED) != 0) {
                check_missing(&containers[i], &shape->fields[j]);
                required++;
            }
        }
    }
    ck_assert_uint_gt(required, 22);
}
END_TEST

int
main(void)
{
    find_containers();
    TCase *tcase = tcase_create("shapes");
    tcase_set_timeout(tcase, 60);
    add_rows(tcase, a_field_of_another_type_is_refused_where_it_stands, wrong);
    tcase_add_test(tcase, a_required_field_is_missed_at_its_object);
    return suite_run("shapes", tcase);
}
