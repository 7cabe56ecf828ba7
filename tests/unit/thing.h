/*
 * Something to describe by a shape that no law will ever change: one member of every kind, an inner
 * object, lists and maps of objects and of values, a number that may be a list. Shared by the tests
 * of the shapes and of what reads and writes by them.
 */
#ifndef PHB_TESTS_UNIT_THING_H
#define PHB_TESTS_UNIT_THING_H

#include "core/arena.h"
#include "core/shape.h"

struct thing_stop {
    phb_date day;
    int32_t reserved;
    int64_t minutes;
};

struct thing_source {
    const char *key;
    const char *title;
};

struct thing_fare {
    phb_date from;
    int32_t reserved;
    int64_t pence;
};

struct thing_ride {
    int64_t pence;
    struct phb__list fares;
};

struct thing_mark {
    const char *key;
    int64_t points;
};

struct thing {
    const char *id;
    const char *name;
    const char *letter;
    int32_t colour;
    int32_t is_wet;
    phb_date day;
    int32_t reserved;
    int64_t price_pence;
    int64_t share_ppm;
    const char *box_label; /* members of an inner object live in the outer struct */
    int64_t box_count;
    struct phb__list stops;
    struct phb__list sources;
    struct phb__list words;
    struct phb__list rides;
    struct phb__list tags;
    struct phb__list marks;
};

static const char *const thing_colour_words[] = {"red", "green", "blue"};
static const struct phb__choices thing_colours = PHB__CHOICES(thing_colour_words);
static const char *const thing_letter_words[] = {"A", "B"};
static const struct phb__choices thing_letters = PHB__CHOICES(thing_letter_words);

static const struct phb__field thing_stop_fields[] = {
    PHB__DATE("day", struct thing_stop, day, PHB__REQUIRED, "when"),
    PHB__NUMBER("minutes", struct thing_stop, minutes, MINUTES, 1, 600, PHB__REQUIRED, "how long"),
    PHB__NUMBER("hours", struct thing_stop, minutes, HOURS, 1, 600, PHB__ALTERNATIVE, "the same"),
};
static const struct phb__shape thing_stop_shape =
    PHB__SHAPE("a stop", thing_stop_fields, sizeof(struct thing_stop));

static const struct phb__field thing_source_fields[] = {
    PHB__TEXT("title", struct thing_source, title, PHB__REQUIRED, "its title"),
};
static const struct phb__shape thing_source_shape =
    PHB__SHAPE("a source", thing_source_fields, sizeof(struct thing_source));

static const struct phb__field thing_fare_fields[] = {
    PHB__DATE("from", struct thing_fare, from, PHB__REQUIRED, "since when"),
    PHB__NUMBER("fare", struct thing_fare, pence, PENCE, 0, 5000, PHB__REQUIRED, "how much then"),
};
static const struct phb__shape thing_fare_shape =
    PHB__SHAPE("a fare", thing_fare_fields, sizeof(struct thing_fare));

static const struct phb__field thing_ride_fields[] = {
    PHB__NUMBER("price", struct thing_ride, pence, PENCE, 0, 5000, PHB__REQUIRED, "how much"),
    PHB__LIST("price", struct thing_ride, fares, thing_fare_shape, PHB__ALTERNATIVE, "by day"),
};
static const struct phb__shape thing_ride_shape =
    PHB__SHAPE("a ride", thing_ride_fields, sizeof(struct thing_ride));

static const struct phb__field thing_tag_fields[] = {
    {.key = "a tag", .about = "a tag", .kind = PHB__KIND_ID, .flags = PHB__REQUIRED},
};
static const struct phb__shape thing_tag_shape =
    PHB__BARE_SHAPE("a tag", thing_tag_fields, sizeof(const char *));

static const struct phb__field thing_mark_fields[] = {
    PHB__NUMBER("a mark", struct thing_mark, points, HUNDREDTHS, 0, 1000, PHB__REQUIRED, "points"),
};
static const struct phb__shape thing_mark_shape =
    PHB__BARE_SHAPE("a mark", thing_mark_fields, sizeof(struct thing_mark));

static const struct phb__field thing_box_fields[] = {
    PHB__LITERAL("format", "box/1", 0, "what this is, if anybody asks"),
    PHB__TEXT("label", struct thing, box_label, PHB__REQUIRED, "what it says on the box"),
    PHB__NUMBER("count", struct thing, box_count, WHOLE, 0, 9, PHB__OR_NULL, "how many"),
};
static const struct phb__shape thing_box_shape = PHB__SHAPE("a box", thing_box_fields, 0);

static const struct phb__field thing_fields[] = {
    PHB__LITERAL("format", "thing/1", PHB__REQUIRED, "what this is"),
    PHB__ID("id", struct thing, id, PHB__REQUIRED, "its id"),
    PHB__TEXT("name", struct thing, name, PHB__FREE_TEXT, "its name"),
    PHB__LETTER("letter", struct thing, letter, thing_letters, 0, "its letter"),
    PHB__CHOICE("colour", struct thing, colour, thing_colours, 0, "its colour"),
    PHB__FLAG("is_wet", struct thing, is_wet, 0, "is it wet"),
    PHB__DATE("day", struct thing, day, 0, "its day"),
    PHB__NUMBER("price", struct thing, price_pence, PENCE, 0, 100000, 0, "its price"),
    PHB__NUMBER("share", struct thing, share_ppm, PPM, 0, 1000000, 0, "its share"),
    PHB__OBJECT("box", thing_box_shape, 0, "its box"),
    PHB__LIST("stops", struct thing, stops, thing_stop_shape, 0, "where it goes"),
    PHB__MAP("sources", struct thing, sources, thing_source_shape, 0, "by key"),
    PHB__TEXTS("words", struct thing, words, 0, "words"),
    PHB__LIST("rides", struct thing, rides, thing_ride_shape, 0, "by fare"),
    PHB__LIST("tags", struct thing, tags, thing_tag_shape, 0, "ids"),
    PHB__MAP("marks", struct thing, marks, thing_mark_shape, 0, "numbers by key"),
};
static const struct phb__shape thing_shape =
    PHB__SHAPE("a thing", thing_fields, sizeof(struct thing));

static inline const struct phb__field *
thing_field(const char *key)
{
    for (uint32_t i = 0; i < thing_shape.field_count; i++) {
        const char *known = thing_fields[i].key;
        size_t at = 0;
        while (known[at] != '\0' && known[at] == key[at]) {
            at++;
        }
        if (known[at] == key[at]) {
            return &thing_fields[i];
        }
    }
    return NULL;
}

#endif
