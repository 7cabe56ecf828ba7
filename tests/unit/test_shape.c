#include "core/shape.h"

#include <string.h>

#include <phb/date.h>
#include <phb/money.h>

#include "support/failing.h"
#include "support/suite.h"
#include "thing.h"

/* Every member said; each test then takes away or spoils one. The texts are constants. */
static struct thing
full_thing(void)
{
    static struct thing_stop stops[] = {{0, 0, 30}, {1, 0, 600}};
    static struct thing_source sources[] = {{"s1", "A title"}};
    static const char *words[] = {"one"};
    static struct thing_fare fares[] = {{0, 0, 100}, {30, 0, 5000}};
    static struct thing_ride rides[] = {{250, {NULL, 0, 0}}, {PHB_NUMBER_NONE, {fares, 2, 2}}};
    static const char *tags[] = {"fast"};
    static struct thing_mark marks[] = {{"m-1", 950}};
    return (struct thing){.id = "t-1",
                          .name = "Somebody",
                          .letter = "B",
                          .colour = 3,
                          .is_wet = 1,
                          .day = 0,
                          .price_pence = 0,
                          .share_ppm = 0,
                          .box_label = "fragile",
                          .box_count = 0,
                          .stops = {stops, 2, 2},
                          .sources = {sources, 1, 1},
                          .words = {words, 1, 1},
                          .rides = {rides, 2, 2},
                          .tags = {tags, 1, 1},
                          .marks = {marks, 1, 1}};
}

START_TEST(a_cleared_object_says_nothing)
{
    struct thing thing;
    memset(&thing, 0xA5, sizeof(thing));
    phb__shape_clear(&thing_shape, &thing);
    for (uint32_t i = 0; i < thing_shape.field_count; i++) {
        ck_assert_msg(phb__field_is_absent(&thing_fields[i], &thing), "%s", thing_fields[i].key);
    }
    ck_assert_int_eq(thing.day, PHB_DATE_NONE);
    ck_assert_int_eq(thing.price_pence, PHB_NUMBER_NONE);
    ck_assert_int_eq(thing.box_count, PHB_NUMBER_NONE);
}
END_TEST

/* Nil, the first of January 1970 and "no" are said: none of them stands for nothing. */
START_TEST(what_is_said_is_not_absent)
{
    struct thing thing = full_thing();
    for (uint32_t i = 1; i < thing_shape.field_count; i++) { /* a literal holds nothing */
        ck_assert_msg(!phb__field_is_absent(&thing_fields[i], &thing), "%s", thing_fields[i].key);
    }
}
END_TEST

START_TEST(an_empty_text_is_absent)
{
    struct thing thing = full_thing();
    thing.name = "";
    thing.letter = "";
    ck_assert(phb__field_is_absent(thing_field("name"), &thing));
    ck_assert(phb__field_is_absent(thing_field("letter"), &thing));
}
END_TEST

START_TEST(an_object_is_said_when_any_of_its_members_is)
{
    struct thing thing = full_thing();
    thing.box_label = NULL;
    ck_assert(!phb__field_is_absent(thing_field("box"), &thing));
    thing.box_count = PHB_NUMBER_NONE;
    ck_assert(phb__field_is_absent(thing_field("box"), &thing));
}
END_TEST

START_TEST(the_first_required_member_that_is_missing_is_found)
{
    struct thing thing = full_thing();
    ck_assert_ptr_null(phb__shape_missing(&thing_shape, &thing, true));
    thing.id = NULL;
    ck_assert_ptr_eq(phb__shape_missing(&thing_shape, &thing, true), thing_field("id"));
    struct thing_stop stop = {PHB_DATE_NONE, 0, PHB_NUMBER_NONE};
    ck_assert_str_eq(phb__shape_missing(&thing_stop_shape, &stop, true)->key, "day");
    stop.day = 5;
    ck_assert_str_eq(phb__shape_missing(&thing_stop_shape, &stop, true)->key, "minutes");
}
END_TEST

static void
spoil_id(struct thing *thing)
{
    thing->id = NULL;
}
static void
spoil_colour(struct thing *thing)
{
    thing->colour = 4;
}
static void
spoil_colour_below(struct thing *thing)
{
    thing->colour = -1;
}
static void
spoil_flag(struct thing *thing)
{
    thing->is_wet = 3;
}
static void
spoil_day(struct thing *thing)
{
    thing->day = PHB_DATE_MAX + 1;
}
static void
spoil_day_unreal(struct thing *thing)
{
    thing->day = PHB__DATE_NO_SUCH_DAY;
}
static void
spoil_price(struct thing *thing)
{
    thing->price_pence = 100001;
}
static void
spoil_price_below(struct thing *thing)
{
    thing->price_pence = -1;
}
static void
spoil_price_precise(struct thing *thing)
{
    thing->price_pence = PHB__NUMBER_TOO_PRECISE;
}
static void
spoil_share(struct thing *thing)
{
    thing->share_ppm = PHB__NUMBER_TOO_LARGE;
}
static void
spoil_box(struct thing *thing)
{
    thing->box_label = NULL;
}
static void
spoil_box_count(struct thing *thing)
{
    thing->box_count = 10;
}
static void
spoil_stop(struct thing *thing)
{
    static struct thing_stop stops[] = {{0, 0, 30}, {1, 0, 601}};
    thing->stops.items = stops;
}
static void
spoil_stop_missing(struct thing *thing)
{
    static struct thing_stop stops[] = {{0, 0, 30}, {PHB_DATE_NONE, 0, 30}};
    thing->stops.items = stops;
}
static void
spoil_source(struct thing *thing)
{
    static struct thing_source sources[] = {{"s1", ""}};
    thing->sources.items = sources;
}

static void
spoil_ride_missing(struct thing *thing)
{
    static struct thing_ride rides[] = {{PHB_NUMBER_NONE, {NULL, 0, 0}}};
    thing->rides = (struct phb__list){rides, 1, 1};
}
static void
spoil_ride_twice(struct thing *thing)
{
    static struct thing_fare fares[] = {{0, 0, 100}};
    static struct thing_ride rides[] = {{5, {NULL, 0, 0}}, {5, {fares, 1, 1}}};
    thing->rides = (struct phb__list){rides, 2, 2};
}
static void
spoil_fare(struct thing *thing)
{
    static struct thing_fare fares[] = {{0, 0, 100}, {0, 0, 5001}};
    static struct thing_ride rides[] = {{PHB_NUMBER_NONE, {fares, 2, 2}}};
    thing->rides = (struct phb__list){rides, 1, 1};
}
static void
spoil_mark(struct thing *thing)
{
    static struct thing_mark marks[] = {{"m-1", 0}, {"m.2", 1001}};
    thing->marks = (struct phb__list){marks, 2, 2};
}

static const struct {
    void (*spoil)(struct thing *thing);
    phb_status status;
    bool is_seen_alone; /* without going into lists */
    const char *path;
    const char *message;
} spoilt[] = {
    {spoil_id, PHB_ERROR_INCOMPLETE, true, "/at", "id is missing"},
    {spoil_colour, PHB_ERROR_ARGUMENT, true, "/at/colour",
     "colour is not one of the values there are"},
    {spoil_colour_below, PHB_ERROR_ARGUMENT, true, "/at/colour",
     "colour is not one of the values there are"},
    {spoil_flag, PHB_ERROR_ARGUMENT, true, "/at/is_wet",
     "is_wet is not one of the values there are"},
    {spoil_day, PHB_ERROR_DATE, true, "/at/day",
     "day is not a day of the calendar from 1900 to 2199"},
    {spoil_day_unreal, PHB_ERROR_DATE, true, "/at/day",
     "day is not a day of the calendar from 1900 to 2199"},
    {spoil_price, PHB_ERROR_RANGE, true, "/at/price", "price must be at most 1000.00"},
    {spoil_price_below, PHB_ERROR_RANGE, true, "/at/price", "price must be at least 0.00"},
    {spoil_price_precise, PHB_ERROR_RANGE, true, "/at/price", "price has more than two decimals"},
    {spoil_share, PHB_ERROR_RANGE, true, "/at/share", "share must be at most 100%"},
    {spoil_box, PHB_ERROR_INCOMPLETE, true, "/at/box", "label is missing"},
    {spoil_box_count, PHB_ERROR_RANGE, true, "/at/box/count", "count must be at most 9"},
    {spoil_stop, PHB_ERROR_RANGE, false, "/at/stops/1/minutes",
     "minutes must be at most 600 minutes"},
    {spoil_stop_missing, PHB_ERROR_INCOMPLETE, false, "/at/stops/1", "day is missing"},
    {spoil_source, PHB_ERROR_INCOMPLETE, false, "/at/sources/s1", "title is missing"},
    {spoil_ride_missing, PHB_ERROR_INCOMPLETE, false, "/at/rides/0", "price is missing"},
    {spoil_ride_twice, PHB_ERROR_DUPLICATE, false, "/at/rides/1/price",
     "price is said as a number and as a list"},
    {spoil_fare, PHB_ERROR_RANGE, false, "/at/rides/0/price/1/fare", "fare must be at most 50.00"},
    {spoil_mark, PHB_ERROR_RANGE, false, "/at/marks/m.2", "a mark must be at most 10"},
};

START_TEST(the_first_fault_is_found_and_placed)
{
    struct thing thing = full_thing();
    spoilt[_i].spoil(&thing);
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(phb__shape_check(&thing_shape, &thing, "/at", true, &error),
                     spoilt[_i].status);
    ck_assert_str_eq(error.path, spoilt[_i].path);
    ck_assert_str_eq(error.message, spoilt[_i].message);
    phb_status alone = spoilt[_i].is_seen_alone ? spoilt[_i].status : PHB_OK;
    ck_assert_int_eq(phb__shape_check(&thing_shape, &thing, "/at", false, NULL), alone);
}
END_TEST

START_TEST(what_is_right_passes)
{
    struct thing thing = full_thing();
    ck_assert_int_eq(phb__shape_check(&thing_shape, &thing, "", true, NULL), PHB_OK);
    thing.box_count = PHB__NUMBER_NULL; /* null may stand for it */
    ck_assert_int_eq(phb__shape_check(&thing_shape, &thing, "", true, NULL), PHB_OK);
    thing.box_count = PHB_NUMBER_NONE;
    thing.box_label = NULL; /* a box that is not said lacks no label */
    ck_assert_int_eq(phb__shape_check(&thing_shape, &thing, "", true, NULL), PHB_OK);
}
END_TEST

/* Entered call by call, a number that may be a list is asked for when all is there. */
START_TEST(a_number_that_may_be_a_list_is_missing_when_neither_is_said)
{
    struct thing_fare fare = {0, 0, 100};
    struct thing_ride ride = {PHB_NUMBER_NONE, {NULL, 0, 0}};
    ck_assert_ptr_null(phb__shape_missing(&thing_ride_shape, &ride, false));
    ck_assert_ptr_eq(phb__shape_missing(&thing_ride_shape, &ride, true), &thing_ride_fields[0]);
    ride.pence = 0;
    ck_assert_ptr_null(phb__shape_missing(&thing_ride_shape, &ride, true));
    ride = (struct thing_ride){PHB_NUMBER_NONE, {&fare, 1, 1}};
    ck_assert_ptr_null(phb__shape_missing(&thing_ride_shape, &ride, true));
}
END_TEST

START_TEST(a_twin_is_the_other_way_to_write_a_member)
{
    const struct phb__field *minutes = &thing_stop_fields[1];
    ck_assert_ptr_eq(phb__field_twin(&thing_stop_shape, minutes), minutes + 1);
    ck_assert_ptr_eq(phb__field_twin(&thing_stop_shape, minutes + 1), minutes);
    ck_assert_ptr_null(phb__field_twin(&thing_stop_shape, &thing_stop_fields[0]));
    ck_assert(!phb__field_is_list_instead(minutes + 1));
    ck_assert(phb__field_is_list_instead(&thing_ride_fields[1]));
    ck_assert(!phb__field_is_list_instead(thing_field("stops")));
}
END_TEST

/* A program adds one at a time: the value is the whole of it, so it has no path. */
START_TEST(a_bare_value_is_checked_alone)
{
    phb_error error = PHB_ERROR_INIT;
    struct thing_mark mark = {NULL, 1001};
    ck_assert_int_eq(phb__shape_check(&thing_mark_shape, &mark, "", false, &error),
                     PHB_ERROR_RANGE);
    ck_assert_str_eq(error.path, "");
    mark.points = PHB_NUMBER_NONE;
    ck_assert_int_eq(phb__shape_check(&thing_mark_shape, &mark, "", false, &error),
                     PHB_ERROR_INCOMPLETE);
    ck_assert_str_eq(error.message, "a mark is missing");
}
END_TEST

#define LETTERS_60 "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01234567"

static const struct {
    const char *id;
    bool is_valid;
} ids[] = {
    {"", false},
    {"a", true},
    {"pa-1", true},
    {"A_b.c-9", true},
    {"..", true},
    {LETTERS_60 "89._", true},
    {LETTERS_60 "89._-", false},
    {"a b", false},
    {"a/b", false},
    {"a\n", false},
    {"caf\xC3\xA9", false},
};

START_TEST(an_id_is_1_to_64_of_its_characters)
{
    ck_assert(phb__id_is_valid(ids[_i].id) == ids[_i].is_valid);
}
END_TEST

START_TEST(texts_are_copied)
{
    char name[] = "Somebody";
    struct thing thing = full_thing();
    thing.name = name;
    struct phb__arena arena;
    phb__arena_init(&arena, NULL, 0);
    ck_assert_int_eq(phb__shape_keep_texts(&thing_shape, &thing, &arena, NULL), PHB_OK);
    memset(name, 'x', sizeof(name) - 1);
    ck_assert_str_eq(thing.name, "Somebody");
    ck_assert_str_eq(thing.box_label, "fragile");
    phb__arena_free(&arena);
}
END_TEST

static char long_text[65538];

static const struct {
    size_t member;
    const char *text;
    phb_status status;
    const char *message;
} bad_texts[] = {
    {offsetof(struct thing, name), "\xFF", PHB_ERROR_UTF8, "name is not valid UTF-8"},
    {offsetof(struct thing, box_label), "a\xC3", PHB_ERROR_UTF8, "label is not valid UTF-8"},
    {offsetof(struct thing, name), long_text, PHB_ERROR_LIMIT, "name is longer than a text may be"},
    {offsetof(struct thing, id), "a b", PHB_ERROR_RANGE,
     "id must be 1 to 64 letters, digits, points, underscores or hyphens"},
    {offsetof(struct thing, letter), "C", PHB_ERROR_RANGE,
     "letter is not one of the letters there are"},
};

START_TEST(a_text_that_cannot_be_kept_is_refused)
{
    memset(long_text, 'x', 65537);
    struct thing thing = full_thing();
    memcpy((unsigned char *)&thing + bad_texts[_i].member, &bad_texts[_i].text,
           sizeof bad_texts[_i].text);
    struct phb__arena arena;
    phb__arena_init(&arena, NULL, 0);
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(phb__shape_keep_texts(&thing_shape, &thing, &arena, &error),
                     bad_texts[_i].status);
    ck_assert_str_eq(error.message, bad_texts[_i].message);
    phb__arena_free(&arena);
}
END_TEST

START_TEST(out_of_memory_is_said)
{
    struct failing failing;
    struct phb__arena arena;
    struct thing thing = full_thing();
    phb__arena_init(&arena, failing_context(&failing, 1, FAILING_FROM_N), 0);
    ck_assert_int_eq(phb__shape_keep_texts(&thing_shape, &thing, &arena, NULL), PHB_ERROR_MEMORY);
    phb__arena_free(&arena);
    failing_close(&failing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("shape");
    tcase_add_test(tcase, a_cleared_object_says_nothing);
    tcase_add_test(tcase, what_is_said_is_not_absent);
    tcase_add_test(tcase, an_empty_text_is_absent);
    tcase_add_test(tcase, an_object_is_said_when_any_of_its_members_is);
    tcase_add_test(tcase, the_first_required_member_that_is_missing_is_found);
    add_rows(tcase, the_first_fault_is_found_and_placed, spoilt);
    tcase_add_test(tcase, what_is_right_passes);
    tcase_add_test(tcase, a_number_that_may_be_a_list_is_missing_when_neither_is_said);
    tcase_add_test(tcase, a_twin_is_the_other_way_to_write_a_member);
    tcase_add_test(tcase, a_bare_value_is_checked_alone);
    add_rows(tcase, an_id_is_1_to_64_of_its_characters, ids);
    tcase_add_test(tcase, texts_are_copied);
    add_rows(tcase, a_text_that_cannot_be_kept_is_refused, bad_texts);
    tcase_add_test(tcase, out_of_memory_is_said);
    return suite_run("shape", tcase);
}
