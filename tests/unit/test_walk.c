#include "core/walk.h"

#include <string.h>

#include <phb/money.h>

#include "support/suite.h"
#include "thing.h"

static struct thing_stop stops[] = {{0, 0, 30}, {1, 0, 60}};
static struct thing_source sources[] = {{"s.1", "A title"}};
static struct thing_fare fares[] = {{0, 0, 100}};
static struct thing_ride rides[] = {{PHB_NUMBER_NONE, {fares, 1, 1}}};
static const char *tags[] = {"fast", "blue"};
static struct thing_mark marks[] = {{"m.1", 950}};

static struct thing
thing_with_lists(void)
{
    struct thing thing;
    phb__shape_clear(&thing_shape, &thing);
    thing.stops = (struct phb__list){stops, 2, 2};
    thing.sources = (struct phb__list){sources, 1, 1};
    thing.rides = (struct phb__list){rides, 1, 1};
    thing.tags = (struct phb__list){tags, 2, 2};
    thing.marks = (struct phb__list){marks, 1, 1};
    return thing;
}

/* What happens on the way, as text: "key " for a field, "key{ " and "} ", "key[ " and "] ". */
static void
append_event(char *story, const struct phb__walk *walk, enum phb__walk_event event)
{
    bool opens = event == PHB__WALK_OPEN_OBJECT || event == PHB__WALK_OPEN_LIST;
    if (event == PHB__WALK_FIELD || opens) {
        strcat(story, walk->field->key);
    }
    strcat(story, event == PHB__WALK_OPEN_OBJECT    ? "{ "
                  : event == PHB__WALK_CLOSE_OBJECT ? "} "
                  : event == PHB__WALK_OPEN_LIST    ? "[ "
                  : event == PHB__WALK_CLOSE_LIST   ? "] "
                                                    : " ");
}

static const char *
story_of(const struct thing *thing, bool into_lists, const char *leave_at)
{
    static char story[1024];
    struct phb__walk walk;
    story[0] = '\0';
    phb__walk_start(&walk, &thing_shape, thing, into_lists);
    for (enum phb__walk_event event; (event = phb__walk_next(&walk)) != PHB__WALK_END;) {
        append_event(story, &walk, event);
        bool opens = event == PHB__WALK_OPEN_OBJECT || event == PHB__WALK_OPEN_LIST;
        if (opens && leave_at && strcmp(walk.field->key, leave_at) == 0) {
            phb__walk_leave(&walk);
        }
    }
    return story;
}

#define FLAT "format id name letter colour is_wet day price share "

START_TEST(a_walk_meets_every_member_in_the_order_of_the_table)
{
    struct thing thing = thing_with_lists();
    ck_assert_str_eq(story_of(&thing, true, NULL),
                     FLAT "box{ format label count } "
                          "stops[ stops{ day minutes hours } stops{ day minutes hours } ] "
                          "sources[ sources{ title } ] words "
                          "rides[ rides{ price price[ price{ from fare } ] } ] "
                          "tags[ a tag a tag ] marks[ a mark ] ");
}
END_TEST

START_TEST(lists_are_passed_by_unless_asked_for)
{
    struct thing thing = thing_with_lists();
    ck_assert_str_eq(story_of(&thing, false, NULL), FLAT "box{ format label count } words ");
}
END_TEST

START_TEST(an_empty_list_opens_and_closes)
{
    struct thing thing;
    phb__shape_clear(&thing_shape, &thing);
    ck_assert_str_eq(story_of(&thing, true, NULL),
                     FLAT "box{ format label count } stops[ ] sources[ ] words rides[ ] tags[ ] "
                          "marks[ ] ");
}
END_TEST

START_TEST(what_is_left_is_not_closed)
{
    struct thing thing = thing_with_lists();
    ck_assert_str_eq(story_of(&thing, false, "box"), FLAT "box{ words ");
    ck_assert_str_eq(story_of(&thing, true, "stops"),
                     FLAT "box{ format label count } stops[ sources[ sources{ title } ] words "
                          "rides[ rides{ price price[ price{ from fare } ] } ] "
                          "tags[ a tag a tag ] marks[ a mark ] ");
}
END_TEST

START_TEST(the_end_stays_the_end)
{
    struct phb__walk walk;
    struct thing_source source = {"s", "t"};
    phb__walk_start(&walk, &thing_source_shape, &source, true);
    ck_assert_int_eq(phb__walk_next(&walk), PHB__WALK_FIELD);
    ck_assert_int_eq(phb__walk_next(&walk), PHB__WALK_END);
    ck_assert_int_eq(phb__walk_next(&walk), PHB__WALK_END);
}
END_TEST

START_TEST(a_member_is_found_in_the_object_it_belongs_to)
{
    struct phb__walk walk;
    struct thing thing = thing_with_lists();
    int64_t minutes[2] = {0, 0};
    size_t found = 0;
    phb__walk_start(&walk, &thing_shape, &thing, true);
    for (enum phb__walk_event event; (event = phb__walk_next(&walk)) != PHB__WALK_END;) {
        if (event == PHB__WALK_FIELD && strcmp(walk.field->key, "minutes") == 0) {
            memcpy(&minutes[found++], (const char *)walk.object + walk.field->offset,
                   sizeof(minutes[0]));
        }
    }
    ck_assert_uint_eq(found, 2);
    ck_assert_int_eq(minutes[0], 30);
    ck_assert_int_eq(minutes[1], 60);
}
END_TEST

/* The n-th event of a field or an object of that key, and where it is. */
static const struct {
    const char *key;
    enum phb__walk_event event;
    int which;
    const char *path;
} places[] = {
    {"id", PHB__WALK_FIELD, 1, "/x/id"},
    {"box", PHB__WALK_OPEN_OBJECT, 1, "/x/box"},
    {"label", PHB__WALK_FIELD, 1, "/x/box/label"},
    {"stops", PHB__WALK_OPEN_LIST, 1, "/x/stops"},
    {"stops", PHB__WALK_OPEN_OBJECT, 1, "/x/stops/0"},
    {"stops", PHB__WALK_OPEN_OBJECT, 2, "/x/stops/1"},
    {"minutes", PHB__WALK_FIELD, 2, "/x/stops/1/minutes"},
    {"sources", PHB__WALK_OPEN_OBJECT, 1, "/x/sources/s.1"},
    {"title", PHB__WALK_FIELD, 1, "/x/sources/s.1/title"},
    {"price", PHB__WALK_FIELD, 2, "/x/rides/0/price"},
    {"price", PHB__WALK_OPEN_LIST, 1, "/x/rides/0/price"},
    {"fare", PHB__WALK_FIELD, 1, "/x/rides/0/price/0/fare"},
    {"tags", PHB__WALK_OPEN_LIST, 1, "/x/tags"},
    {"a tag", PHB__WALK_FIELD, 1, "/x/tags/0"},
    {"a tag", PHB__WALK_FIELD, 2, "/x/tags/1"},
    {"a mark", PHB__WALK_FIELD, 1, "/x/marks/m.1"},
};

START_TEST(the_path_says_where_the_walk_is)
{
    struct phb__walk walk;
    struct thing thing = thing_with_lists();
    char path[PHB__PATH_SIZE] = "";
    int seen = 0;
    phb__walk_start(&walk, &thing_shape, &thing, true);
    for (enum phb__walk_event event; (event = phb__walk_next(&walk)) != PHB__WALK_END;) {
        bool is_it = event == places[_i].event && strcmp(walk.field->key, places[_i].key) == 0;
        seen += is_it ? 1 : 0;
        if (is_it && seen == places[_i].which) {
            phb__walk_path(&walk, event, "/x", path);
        }
    }
    ck_assert_str_eq(path, places[_i].path);
}
END_TEST

/* 120 bytes before it: "/box" fits, "/box/label" does not, and half a token is never written. */
START_TEST(a_path_without_room_is_cut_at_a_token)
{
    char prefix[121];
    memset(prefix, 'p', sizeof(prefix) - 1);
    prefix[0] = '/';
    prefix[120] = '\0';
    struct phb__walk walk;
    struct thing thing = thing_with_lists();
    char path[PHB__PATH_SIZE] = "";
    phb__walk_start(&walk, &thing_shape, &thing, false);
    for (enum phb__walk_event event; (event = phb__walk_next(&walk)) != PHB__WALK_END;) {
        if (strcmp(walk.field->key, "label") == 0) {
            phb__walk_path(&walk, event, prefix, path);
            break;
        }
    }
    ck_assert_uint_eq(strlen(path), 124);
    ck_assert_str_eq(path + 120, "/box");
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("walk");
    tcase_add_test(tcase, a_walk_meets_every_member_in_the_order_of_the_table);
    tcase_add_test(tcase, lists_are_passed_by_unless_asked_for);
    tcase_add_test(tcase, an_empty_list_opens_and_closes);
    tcase_add_test(tcase, what_is_left_is_not_closed);
    tcase_add_test(tcase, the_end_stays_the_end);
    tcase_add_test(tcase, a_member_is_found_in_the_object_it_belongs_to);
    add_rows(tcase, the_path_says_where_the_walk_is, places);
    tcase_add_test(tcase, a_path_without_room_is_cut_at_a_token);
    return suite_run("walk", tcase);
}
