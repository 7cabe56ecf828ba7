/*
 * Field tables: each thing a document can say is described once, and that description drives the
 * reader, the writer, the JSON Schema, the checks of what a program builds call by call, and the
 * docs.
 *
 * A shape describes a C struct: for each member its key, kind, place and bounds. A member holds
 * what was said, or "not said": NULL, 0 for a choice, PHB_DATE_NONE, PHB_NUMBER_NONE, an empty
 * list.
 */
#ifndef PHB_CORE_SHAPE_H
#define PHB_CORE_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <phb/error.h>

#include "core/arena.h"
#include "core/unit.h"

enum phb__kind {
    PHB__KIND_TEXT = 1, /* const char *: free text of a record, never shown in a message */
    PHB__KIND_ID,       /* const char *: [A-Za-z0-9._-]{1,64} */
    PHB__KIND_LITERAL,  /* nothing is kept: the value must be the text in `detail.literal` */
    PHB__KIND_CHOICE,   /* int32_t: one of detail.choices, counted from 1; 0 is not said */
    PHB__KIND_LETTER,   /* const char *: one of detail.choices, kept as text */
    PHB__KIND_FLAG,     /* int32_t: 0 not said, 1 no, 2 yes */
    PHB__KIND_DATE,     /* phb_date */
    PHB__KIND_NUMBER,   /* int64_t in `unit` */
    PHB__KIND_OBJECT,   /* a struct inside this one, at `offset`, of detail.shape */
    PHB__KIND_LIST,     /* struct phb__list of items of detail.shape */
    PHB__KIND_MAP, /* the same, keyed: the first member of an item is a const char *, its key, an id
                    */
    PHB__KIND_TEXTS /* struct phb__list of const char *, of whatever words */
};

enum phb__field_flag {
    PHB__REQUIRED = 1,
    PHB__OR_NULL = 2,     /* null may stand for a number, and is kept as PHB__NUMBER_NULL */
    PHB__ALTERNATIVE = 4, /* the field just before, written another way: a number in another unit,
                             under a key of its own, or a list in the stead of a number or a choice,
                             under the same key */
    PHB__FREE_TEXT = 8    /* holds words about a person */
};

struct phb__choices {
    const char *const *names; /* names[0] is the choice 1 */
    int32_t count;
};

struct phb__shape;

struct phb__field {
    const char *key;
    const char *about; /* what it means, in a few words: schema and docs */
    enum phb__kind kind;
    enum phb__unit unit;
    uint32_t flags; /* enum phb__field_flag */
    uint32_t offset;
    int64_t minimum; /* of a number, in its unit */
    int64_t maximum;
    union {
        const struct phb__choices *choices;
        const struct phb__shape *shape;
        const char *literal;
    } detail;
};

/*
 * Rows of a field table: the key, the struct and its member, what the kind needs, flags, what it
 * means. An inner object has no struct of its own: its members are members of the outer one.
 */
#define PHB__FIELD(key_, kind_, type_, member_, flags_, about_) \
    .key = (key_), .about = (about_), .kind = (kind_), .flags = (flags_), \
    .offset = offsetof(type_, member_)
#define PHB__TEXT(key_, type_, member_, flags_, about_) \
    { \
        PHB__FIELD(key_, PHB__KIND_TEXT, type_, member_, flags_, about_) \
    }
#define PHB__TEXTS(key_, type_, member_, flags_, about_) \
    { \
        PHB__FIELD(key_, PHB__KIND_TEXTS, type_, member_, flags_, about_) \
    }
#define PHB__ID(key_, type_, member_, flags_, about_) \
    { \
        PHB__FIELD(key_, PHB__KIND_ID, type_, member_, flags_, about_) \
    }
#define PHB__DATE(key_, type_, member_, flags_, about_) \
    { \
        PHB__FIELD(key_, PHB__KIND_DATE, type_, member_, flags_, about_) \
    }
#define PHB__FLAG(key_, type_, member_, flags_, about_) \
    { \
        PHB__FIELD(key_, PHB__KIND_FLAG, type_, member_, flags_, about_) \
    }
#define PHB__CHOICE(key_, type_, member_, choices_, flags_, about_) \
    { \
        PHB__FIELD(key_, PHB__KIND_CHOICE, type_, member_, flags_, about_), \
            .detail.choices = &(choices_) \
    }
#define PHB__LETTER(key_, type_, member_, choices_, flags_, about_) \
    { \
        PHB__FIELD(key_, PHB__KIND_LETTER, type_, member_, flags_, about_), \
            .detail.choices = &(choices_) \
    }
#define PHB__NUMBER(key_, type_, member_, unit_, least_, most_, flags_, about_) \
    { \
        PHB__FIELD(key_, PHB__KIND_NUMBER, type_, member_, flags_, about_), \
            .unit = PHB__UNIT_##unit_, .minimum = (least_), .maximum = (most_) \
    }
#define PHB__LIST(key_, type_, member_, shape_, flags_, about_) \
    { \
        PHB__FIELD(key_, PHB__KIND_LIST, type_, member_, flags_, about_), \
            .detail.shape = &(shape_) \
    }
#define PHB__MAP(key_, type_, member_, shape_, flags_, about_) \
    { \
        PHB__FIELD(key_, PHB__KIND_MAP, type_, member_, flags_, about_), .detail.shape = &(shape_) \
    }
#define PHB__OBJECT(key_, shape_, flags_, about_) \
    { \
        .key = (key_), .about = (about_), .kind = PHB__KIND_OBJECT, .flags = (flags_), \
        .detail.shape = &(shape_) \
    }
/* An inner object that is a struct of its own, a member of this one. */
#define PHB__PART(key_, type_, member_, shape_, flags_, about_) \
    { \
        PHB__FIELD(key_, PHB__KIND_OBJECT, type_, member_, flags_, about_), \
            .detail.shape = &(shape_) \
    }
#define PHB__LITERAL(key_, text_, flags_, about_) \
    { \
        .key = (key_), .about = (about_), .kind = PHB__KIND_LITERAL, .flags = (flags_), \
        .detail.literal = (text_) \
    }

/* A shape of the fields of an array. */
#define PHB__SHAPE(name_, fields_, size_) \
    { \
        (name_), (fields_), (uint32_t)(sizeof(fields_) / sizeof((fields_)[0])), (size_), false, \
            NULL \
    }
/* The same for items that come by the thousand: cleared by a copy of one with nothing said. */
#define PHB__ITEM_SHAPE(name_, fields_, empty_) \
    { \
        (name_), (fields_), (uint32_t)(sizeof(fields_) / sizeof((fields_)[0])), sizeof(empty_), \
            false, &(empty_) \
    }
/* A shape of items that are one value each, the only field of the array: a list of ids, a map of
 * amounts. The field's key is what messages call the value; no document has it. */
#define PHB__BARE_SHAPE(name_, fields_, size_) \
    { \
        (name_), (fields_), 1, (size_), true, NULL \
    }
#define PHB__CHOICES(words_) \
    { \
        (words_), (int32_t)(sizeof(words_) / sizeof((words_)[0])) \
    }

struct phb__shape {
    const char *name; /* what one is called in a message: "assistant" */
    const struct phb__field *fields;
    uint32_t field_count; /* at most 64 */
    uint32_t size;        /* of the struct, for items of lists */
    bool is_bare;         /* an item is the value of its only field, and no object */
    const void *empty;    /* an item with nothing said; NULL: it is worked out */
};

/* Objects and lists inside one another in any shape: assistants, an assistant, hours, an entry, a
 * rate. */
#define PHB__SHAPE_LEVELS 12

/* Sets every member that a shape describes to not said, nested objects included. */
void phb__shape_clear(const struct phb__shape *shape, void *object);

/* Is a member not said? Objects are not said when none of their members is. */
bool phb__field_is_absent(const struct phb__field *field, const void *object);

/* The other way to write the same member: hours_per_week beside minutes_per_week, dated rates
 * beside one rate; NULL for most. */
static inline const struct phb__field *
phb__field_twin(const struct phb__shape *shape, const struct phb__field *field)
{
    if ((field->flags & PHB__ALTERNATIVE) != 0) {
        return field - 1;
    }
    bool is_last = field + 1 == shape->fields + shape->field_count;
    return !is_last && (field[1].flags & PHB__ALTERNATIVE) != 0 ? field + 1 : NULL;
}

/* A list that may stand in the stead of the value just before, under the same key? */
static inline bool
phb__field_is_list_instead(const struct phb__field *field)
{
    return field->kind == PHB__KIND_LIST && (field->flags & PHB__ALTERNATIVE) != 0;
}

/* Copies every text of one object (not of its lists) into the arena. UTF8, LIMIT, RANGE (an id),
 * MEMORY. */
phb_status phb__shape_keep_texts(const struct phb__shape *shape, void *object,
                                 struct phb__arena *arena, phb_error *error);

/*
 * The first required member of one object that is not said in any way, NULL when all are. `whole`
 * asks for lists too, and for numbers that a list may stand for: a program adds its items later.
 * What is inside an inner object is not looked at, only whether that object is said.
 */
const struct phb__field *phb__shape_missing(const struct phb__shape *shape, const void *object,
                                            bool whole);

/* Checks one value that is said: a choice that exists, a day of the calendar, a number within
 * bounds. The error has no path. */
phb_status phb__field_check(const struct phb__field *field, const void *object, phb_error *error);

/*
 * Checks what is said: choices that exist, days of the calendar, numbers within bounds, nothing
 * said as a number and as a list, and that what is required is there. `whole` goes into lists too.
 * The error's path begins with `path`; a missing member is placed at its object.
 */
phb_status phb__shape_check(const struct phb__shape *shape, const void *object, const char *path,
                            bool whole, phb_error *error);

bool phb__id_is_valid(const char *id);

#endif
