#include "core/shape.h"

#include <string.h>

#include <phb/date.h>
#include <phb/money.h>

#include "core/context.h"
#include "core/date.h"
#include "core/defend.h"
#include "core/error.h"
#include "core/unit.h"
#include "core/utf8.h"
#include "core/walk.h"

static int64_t
number_at(const void *place)
{
    int64_t number;
    memcpy(&number, place, sizeof number);
    return number;
}

static int32_t
choice_at(const void *place)
{
    int32_t choice;
    memcpy(&choice, place, sizeof choice);
    return choice;
}

static const char *
text_at(const void *place)
{
    const char *text;
    memcpy(&text, place, sizeof text);
    return text;
}

static uint32_t
count_at(const void *place)
{
    struct phb__list list;
    memcpy(&list, place, sizeof list);
    return list.count;
}

static bool
value_is_absent(const struct phb__field *field, const void *object)
{
    const char *place = (const char *)object + field->offset;
    switch (field->kind) {
    case PHB__KIND_TEXT:
    case PHB__KIND_ID:
    case PHB__KIND_LETTER:
        return !text_at(place) || text_at(place)[0] == '\0';
    case PHB__KIND_CHOICE:
    case PHB__KIND_FLAG:
        return choice_at(place) == 0;
    case PHB__KIND_DATE:
        return choice_at(place) == PHB_DATE_NONE;
    case PHB__KIND_NUMBER:
        return number_at(place) == PHB_NUMBER_NONE;
    case PHB__KIND_LIST:
    case PHB__KIND_MAP:
    case PHB__KIND_TEXTS:
        return count_at(place) == 0;
    case PHB__KIND_LITERAL:
    case PHB__KIND_OBJECT:
        break;
    }
    return true;
}

bool
phb__field_is_absent(const struct phb__field *field, const void *object)
{
    if (field->kind != PHB__KIND_OBJECT) {
        return value_is_absent(field, object);
    }
    struct phb__walk walk;
    phb__walk_start(&walk, field->detail.shape, (const char *)object + field->offset, true);
    for (enum phb__walk_event event; (event = phb__walk_next(&walk)) != PHB__WALK_END;) {
        bool is_value = event == PHB__WALK_FIELD && walk.field->kind != PHB__KIND_LITERAL;
        if (event == PHB__WALK_CLOSE_LIST && count_at(walk.object) > 0) {
            return false;
        }
        if (is_value && !value_is_absent(walk.field, walk.object)) {
            return false;
        }
    }
    return true;
}

/* Of a member that is all zeros already, which is not said of most kinds. */
static void
clear_value(const struct phb__field *field, char *place)
{
    const int32_t no_date = PHB_DATE_NONE;
    const int64_t no_number = PHB_NUMBER_NONE;
    if (field->kind == PHB__KIND_DATE) {
        memcpy(place, &no_date, sizeof no_date);
    } else if (field->kind == PHB__KIND_NUMBER) {
        memcpy(place, &no_number, sizeof no_number);
    }
}

/* The objects that are being cleared, one inside the other. */
struct cleared {
    const struct phb__field *next;
    const struct phb__field *end;
    char *object;
};

void
phb__shape_clear(const struct phb__shape *shape, void *object)
{
    struct cleared levels[PHB__SHAPE_LEVELS];
    uint32_t depth = 1;
    if (shape->empty) {
        memcpy(object, shape->empty, shape->size);
        return;
    }
    memset(object, 0, shape->size);
    levels[0] = (struct cleared){shape->fields, shape->fields + shape->field_count, object};
    while (depth > 0) {
        struct cleared *level = &levels[depth - 1];
        if (level->next == level->end) {
            depth--;
            continue;
        }
        const struct phb__field *field = level->next++;
        char *place = level->object + field->offset;
        if (field->kind != PHB__KIND_OBJECT) {
            clear_value(field, place);
        } else if (PHB__ALWAYS(depth < PHB__SHAPE_LEVELS)) {
            const struct phb__shape *inner = field->detail.shape;
            levels[depth++] =
                (struct cleared){inner->fields, inner->fields + inner->field_count, place};
        }
    }
}

static bool
is_id_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

bool
phb__id_is_valid(const char *id)
{
    size_t length = 0;
    while (length <= 64 && is_id_character(id[length])) {
        length++;
    }
    return length >= 1 && length <= 64 && id[length] == '\0';
}

static bool
is_one_of(const struct phb__choices *choices, const char *text)
{
    for (int32_t i = 0; i < choices->count; i++) {
        if (strcmp(choices->names[i], text) == 0) {
            return true;
        }
    }
    return false;
}

static phb_status
check_text(const struct phb__field *field, const char *text, size_t limit, phb_error *error)
{
    size_t size = strlen(text);
    if (size > limit) {
        return phb__fail_about(error, PHB_ERROR_LIMIT, field->key, " is longer than a text may be");
    }
    for (size_t at = 0; at < size;) {
        size_t length = phb__utf8_length(text + at, size - at);
        if (length == 0) {
            return phb__fail_about(error, PHB_ERROR_UTF8, field->key, " is not valid UTF-8");
        }
        at += length;
    }
    if (field->kind == PHB__KIND_ID && !phb__id_is_valid(text)) {
        return phb__fail_about(error, PHB_ERROR_RANGE, field->key,
                               " must be 1 to 64 letters, digits, points, underscores or hyphens");
    }
    if (field->kind == PHB__KIND_LETTER && !is_one_of(field->detail.choices, text)) {
        return phb__fail_about(error, PHB_ERROR_RANGE, field->key,
                               " is not one of the letters there are");
    }
    return PHB_OK;
}

static phb_status
keep_text(const struct phb__field *field, char *place, struct phb__arena *arena, phb_error *error)
{
    const char *text = text_at(place);
    if (!text || text[0] == '\0') {
        const char *not_said = NULL;
        memcpy(place, &not_said, sizeof not_said);
        return PHB_OK;
    }
    phb_status status = check_text(field, text, phb__limits(arena->context)->text_bytes, error);
    if (status != PHB_OK) {
        return status;
    }
    const char *kept = phb__arena_text(arena, text, strlen(text));
    if (!kept) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    memcpy(place, &kept, sizeof kept);
    return PHB_OK;
}

/*
 * Members are reached through a walk over const; the objects themselves are the callers', writable,
 * so a member's place is found again by its distance from the object that was handed in.
 */
static char *
writable(void *object, const void *base, uint32_t offset)
{
    return (char *)object + ((const char *)base - (const char *)object) + offset;
}

phb_status
phb__shape_keep_texts(const struct phb__shape *shape, void *object, struct phb__arena *arena,
                      phb_error *error)
{
    struct phb__walk walk;
    phb__walk_start(&walk, shape, object, false);
    for (enum phb__walk_event event; (event = phb__walk_next(&walk)) != PHB__WALK_END;) {
        enum phb__kind kind = walk.field->kind;
        bool is_text = kind == PHB__KIND_TEXT || kind == PHB__KIND_ID || kind == PHB__KIND_LETTER;
        if (event != PHB__WALK_FIELD || !is_text) {
            continue;
        }
        char *place = writable(object, walk.object, walk.field->offset);
        phb_status status = keep_text(walk.field, place, arena, error);
        if (status != PHB_OK) {
            return status;
        }
    }
    return PHB_OK;
}

static phb_status
out_of_bounds(const struct phb__field *field, const char *words, int64_t bound, phb_error *error)
{
    char rest[PHB__UNIT_TEXT_SIZE + 48];
    size_t length = strlen(words);
    bool in_minutes = field->unit == PHB__UNIT_MINUTES || field->unit == PHB__UNIT_HOURS;
    memcpy(rest, words, length);
    phb__unit_format(in_minutes ? PHB__UNIT_MINUTES : field->unit, bound, rest + length);
    if (in_minutes) {
        const char *unit = bound == 1 ? " minute" : " minutes";
        memcpy(rest + strlen(rest), unit, strlen(unit) + 1);
    }
    return phb__fail_about(error, PHB_ERROR_RANGE, field->key, rest);
}

static phb_status
check_number(const struct phb__field *field, int64_t number, phb_error *error)
{
    if (number == PHB__NUMBER_NULL) {
        return PHB_OK;
    }
    if (number == PHB__NUMBER_TOO_PRECISE) {
        return phb__fail_about(error, PHB_ERROR_RANGE, field->key,
                               phb__unit_too_precise(field->unit));
    }
    if (number == PHB__NUMBER_TOO_LARGE || number > field->maximum) {
        return out_of_bounds(field, " must be at most ", field->maximum, error);
    }
    if (number < field->minimum) {
        return out_of_bounds(field, " must be at least ", field->minimum, error);
    }
    return PHB_OK;
}

static phb_status
check_choice(const struct phb__field *field, int32_t choice, phb_error *error)
{
    int32_t count = field->kind == PHB__KIND_FLAG ? 2 : field->detail.choices->count;
    if (choice < 0 || choice > count) {
        return phb__fail_about(error, PHB_ERROR_ARGUMENT, field->key,
                               " is not one of the values there are");
    }
    return PHB_OK;
}

phb_status
phb__field_check(const struct phb__field *field, const void *object, phb_error *error)
{
    const char *place = (const char *)object + field->offset;
    switch (field->kind) {
    case PHB__KIND_NUMBER:
        return check_number(field, number_at(place), error);
    case PHB__KIND_CHOICE:
    case PHB__KIND_FLAG:
        return check_choice(field, choice_at(place), error);
    case PHB__KIND_DATE:
        if (!phb__date_is_valid(choice_at(place))) {
            return phb__fail_about(error, PHB_ERROR_DATE, field->key,
                                   " is not a day of the calendar from 1900 to 2199");
        }
        return PHB_OK;
    case PHB__KIND_TEXT:
    case PHB__KIND_ID:
    case PHB__KIND_LETTER:
    case PHB__KIND_LITERAL:
    case PHB__KIND_OBJECT:
    case PHB__KIND_LIST:
    case PHB__KIND_MAP:
    case PHB__KIND_TEXTS:
        break;
    }
    return PHB_OK;
}

/* Items are added call by call: only what is whole must have them. */
static bool
is_missing(const struct phb__shape *shape, const struct phb__field *field, const void *object,
           bool whole)
{
    const struct phb__field *twin = phb__field_twin(shape, field);
    bool has_list_instead = twin && phb__field_is_list_instead(twin);
    bool has_items = has_list_instead || field->kind == PHB__KIND_LIST ||
                     field->kind == PHB__KIND_MAP || field->kind == PHB__KIND_TEXTS;
    bool is_asked = (field->flags & PHB__REQUIRED) != 0 && field->kind != PHB__KIND_LITERAL;
    return is_asked && (whole || !has_items) && phb__field_is_absent(field, object) &&
           (!has_list_instead || phb__field_is_absent(twin, object));
}

const struct phb__field *
phb__shape_missing(const struct phb__shape *shape, const void *object, bool whole)
{
    for (uint32_t i = 0; i < shape->field_count; i++) {
        if (is_missing(shape, &shape->fields[i], object, whole)) {
            return &shape->fields[i];
        }
    }
    return NULL;
}

/* An inner object that is not said at all lacks nothing: where it is required, its own object says
 * so. */
static bool
is_unsaid_object(const struct phb__walk *walk)
{
    const struct phb__field *field = walk->field;
    return field->kind == PHB__KIND_OBJECT &&
           phb__field_is_absent(field, (const char *)walk->object - field->offset);
}

static phb_status
check_missing(const struct phb__shape *shape, const void *object, bool whole, phb_error *error)
{
    const struct phb__field *missing = phb__shape_missing(shape, object, whole);
    return missing ? phb__fail_about(error, PHB_ERROR_INCOMPLETE, missing->key, " is missing")
                   : PHB_OK;
}

/* A document cannot say both under one key; a program can. */
static phb_status
check_said_once(const struct phb__walk *walk, phb_error *error)
{
    const struct phb__field *list = walk->field;
    const char *object = (const char *)walk->object - list->offset;
    if (!phb__field_is_list_instead(list) || value_is_absent(list, object) ||
        value_is_absent(list - 1, object)) {
        return PHB_OK;
    }
    return phb__fail_about(error, PHB_ERROR_DUPLICATE, list->key,
                           " is said as a number and as a list");
}

static phb_status
check_event(struct phb__walk *walk, enum phb__walk_event event, phb_error *error)
{
    if (event == PHB__WALK_FIELD) {
        bool is_said = (walk->field->flags & PHB__ALTERNATIVE) == 0 &&
                       !value_is_absent(walk->field, walk->object);
        return is_said ? phb__field_check(walk->field, walk->object, error) : PHB_OK;
    }
    if (event == PHB__WALK_OPEN_LIST) {
        return check_said_once(walk, error);
    }
    if (event != PHB__WALK_OPEN_OBJECT) {
        return PHB_OK;
    }
    if (is_unsaid_object(walk)) {
        phb__walk_leave(walk);
        return PHB_OK;
    }
    return check_missing(walk->frames[walk->depth - 1].shape, walk->object, walk->into_lists,
                         error);
}

phb_status
phb__shape_check(const struct phb__shape *shape, const void *object, const char *path, bool whole,
                 phb_error *error)
{
    phb_status status = check_missing(shape, object, whole, error);
    if (status != PHB_OK) {
        phb__error_at_path(error, path);
        return status;
    }
    struct phb__walk walk;
    phb__walk_start(&walk, shape, object, whole);
    for (enum phb__walk_event event; (event = phb__walk_next(&walk)) != PHB__WALK_END;) {
        status = check_event(&walk, event, error);
        if (status != PHB_OK) {
            char place[PHB__PATH_SIZE];
            phb__walk_path(&walk, event, path, place);
            phb__error_at_path(error, place);
            return status;
        }
    }
    return PHB_OK;
}
