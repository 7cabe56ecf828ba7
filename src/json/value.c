#include "json/value.h"

#include <stdbool.h>
#include <string.h>

#include <phb/date.h>
#include <phb/money.h>

#include "core/error.h"
#include "json/node.h"

static phb_status
wrong_form(const struct phb__field *field, const char *rest, phb_error *error)
{
    return phb__fail_about(error, PHB_ERROR_JSON_SHAPE, field->key, rest);
}

/* Texts of nodes live in the arena of what is being read (scan.h): a pointer is enough. */
static phb_status
store_text(const char *text, void *place)
{
    memcpy(place, &text, sizeof text);
    return PHB_OK;
}

/* "must be one of weekly, fortnightly, four_weekly, monthly": our words, never the document's. */
static phb_status
not_among(const struct phb__field *field, const struct phb__choices *choices, const char *start,
          phb_error *error)
{
    static const char more[] = ", …";
    char rest[224];
    size_t used = strlen(start);
    memcpy(rest, start, used + 1);
    for (int32_t i = 0; i < choices->count; i++) {
        const char *name = choices->names[i];
        size_t comma = i == 0 ? 0 : 2;
        if (used + comma + strlen(name) + sizeof more > sizeof rest) {
            memcpy(rest + used, more, sizeof more);
            break;
        }
        memcpy(rest + used, ", ", comma);
        memcpy(rest + used + comma, name, strlen(name) + 1);
        used += comma + strlen(name);
    }
    return wrong_form(field, rest, error);
}

static phb_status
wrong_choice(const struct phb__field *field, const struct phb__choices *choices, phb_error *error)
{
    return not_among(field, choices, choices->count == 1 ? " must be " : " must be one of ", error);
}

void
phb__json_wrong_choice(const struct phb__field *field, const char *start, phb_error *error)
{
    (void)not_among(field, field->detail.choices, start, error);
}

/* The choice of a name, counted from 1; 0 when there is none. */
static int32_t
choice_of(const struct phb__choices *choices, const cJSON *node)
{
    const char *text = phb__node_is(node, cJSON_String) ? node->valuestring : "";
    for (int32_t i = 0; i < choices->count; i++) {
        const char *name = choices->names[i];
        if (name[0] == text[0] && strcmp(name, text) == 0) {
            return i + 1;
        }
    }
    return 0;
}

bool
phb__json_is_choice(const struct phb__field *field, const cJSON *node)
{
    return choice_of(field->detail.choices, node) != 0;
}

static phb_status
read_choice(const struct phb__field *field, const cJSON *node, void *place, phb_error *error)
{
    int32_t choice = choice_of(field->detail.choices, node);
    if (choice == 0) {
        return wrong_choice(field, field->detail.choices, error);
    }
    memcpy(place, &choice, sizeof choice);
    return PHB_OK;
}

static bool
looks_like_a_date(const char *text)
{
    static const char pattern[] = "0000-00-00";
    for (size_t i = 0; i < sizeof pattern - 1; i++) {
        bool fits = pattern[i] == '0' ? text[i] >= '0' && text[i] <= '9' : text[i] == pattern[i];
        if (!fits) {
            return false;
        }
    }
    return text[sizeof pattern - 1] == '\0';
}

static phb_status
read_date(const struct phb__field *field, const cJSON *node, void *place, phb_error *error)
{
    if (!phb__node_is(node, cJSON_String) || !looks_like_a_date(node->valuestring)) {
        return wrong_form(field, " must be a date such as \"2026-04-06\"", error);
    }
    phb_date date = PHB__DATE_NO_SUCH_DAY;
    (void)phb_date_parse(node->valuestring, &date);
    memcpy(place, &date, sizeof date);
    return PHB_OK;
}

static const char *
number_wanted(enum phb__unit unit)
{
    switch (phb__unit_form(unit)) {
    case PHB__NUMBER_OR_TEXT:
        return " must be an amount in pounds such as \"13.50\", not negative";
    case PHB__TEXT_WITH_PERCENT:
        return " must be a percentage such as \"12.5%\"";
    case PHB__NUMBER_ONLY:
        break;
    }
    return " must be a number, not negative";
}

static phb_status
read_number(const struct phb__field *field, const cJSON *node, void *place, phb_error *error)
{
    int64_t number = 0;
    bool is_null = phb__node_is(node, cJSON_NULL) && (field->flags & PHB__OR_NULL) != 0;
    bool is_number = phb__node_is(node, cJSON_Raw) || phb__node_is(node, cJSON_String);
    if (is_null) {
        number = PHB__NUMBER_NULL;
    } else if (!is_number || (node->valuestring[0] == '-' && field->minimum >= 0) ||
               !phb__unit_read(field->unit, node->valuestring, strlen(node->valuestring),
                               phb__node_is(node, cJSON_String), &number)) {
        return wrong_form(field, number_wanted(field->unit), error);
    }
    memcpy(place, &number, sizeof number);
    return PHB_OK;
}

static phb_status
read_texts(const struct phb__field *field, const cJSON *node, void *place, struct phb__arena *arena,
           phb_error *error)
{
    if (!phb__node_is(node, cJSON_Array)) {
        return wrong_form(field, " must be a list of texts", error);
    }
    if (!phb__list_reserve(place, arena, phb__node_count(node), sizeof(const char *))) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    for (const cJSON *item = node->child; item; item = item->next) {
        if (!phb__node_is(item, cJSON_String)) {
            return wrong_form(field, " must be a list of texts", error);
        }
        const char **slot = phb__list_add(place, arena, sizeof *slot);
        if (!slot) {
            return phb__fail(error, PHB_ERROR_MEMORY);
        }
        *slot = item->valuestring;
    }
    return PHB_OK;
}

phb_status
phb__json_value(const struct phb__field *field, const cJSON *node, void *place,
                struct phb__arena *arena, phb_error *error)
{
    switch (field->kind) {
    case PHB__KIND_TEXT:
        return phb__node_is(node, cJSON_String) ? store_text(node->valuestring, place)
                                                : wrong_form(field, " must be text", error);
    case PHB__KIND_ID:
        if (!phb__node_is(node, cJSON_String) || !phb__id_is_valid(node->valuestring)) {
            return wrong_form(
                field, " must be 1 to 64 letters, digits, points, underscores or hyphens", error);
        }
        return store_text(node->valuestring, place);
    case PHB__KIND_LETTER:
        return choice_of(field->detail.choices, node) != 0
                   ? store_text(node->valuestring, place)
                   : wrong_choice(field, field->detail.choices, error);
    case PHB__KIND_LITERAL:
        if (!phb__node_is(node, cJSON_String) ||
            strcmp(node->valuestring, field->detail.literal) != 0) {
            const struct phb__choices only = {&field->detail.literal, 1};
            return wrong_choice(field, &only, error);
        }
        return PHB_OK;
    case PHB__KIND_CHOICE:
        return read_choice(field, node, place, error);
    case PHB__KIND_FLAG: {
        int32_t flag = phb__node_is(node, cJSON_True) ? 2 : 1;
        memcpy(place, &flag, sizeof flag);
        return (phb__node_is(node, cJSON_True) || phb__node_is(node, cJSON_False))
                   ? PHB_OK
                   : wrong_form(field, " must be true or false", error);
    }
    case PHB__KIND_DATE:
        return read_date(field, node, place, error);
    case PHB__KIND_NUMBER:
        return read_number(field, node, place, error);
    case PHB__KIND_TEXTS:
        return read_texts(field, node, place, arena, error);
    case PHB__KIND_OBJECT:
    case PHB__KIND_LIST:
    case PHB__KIND_MAP:
        break;
    }
    return phb__fail(error, PHB_ERROR_INTERNAL);
}
