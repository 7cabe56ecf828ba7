#include "json/read.h"

#include <stdio.h>
#include <string.h>

#include <phb/money.h>

#include "support/json.h"
#include "support/suite.h"
#include "thing.h"
#include "json/scan.h"

static struct phb__arena arena;
static struct thing thing;

static void
set_up(void)
{
    phb__arena_init(&arena, NULL, 0);
    memset(&thing, 0xA5, sizeof(thing));
    phb__shape_clear(&thing_shape, &thing);
}

static void
tear_down(void)
{
    phb__arena_free(&arena);
}

static phb_status
read_thing(const char *text, phb_error *error)
{
    const char *json = quoted(text);
    cJSON *root = NULL;
    ck_assert_int_eq(phb__json_scan(&arena, json, strlen(json), &root, error), PHB_OK);
    struct phb__document document = {json, root, &thing_shape, &arena};
    phb_status status = phb__json_read(&document, &thing, error);
    cJSON_Delete(root);
    return status;
}

static void
check_rides_tags_and_marks(void)
{
    const struct thing_ride *rides = thing.rides.items;
    ck_assert_uint_eq(thing.rides.count, 2);
    ck_assert_int_eq(rides[0].pence, 250);
    ck_assert_uint_eq(rides[0].fares.count, 0);
    ck_assert_int_eq(rides[1].pence, PHB_NUMBER_NONE);
    const struct thing_fare *fares = rides[1].fares.items;
    ck_assert_uint_eq(rides[1].fares.count, 1);
    ck_assert_int_eq(fares[0].from, 30);
    ck_assert_int_eq(fares[0].pence, 100);
    const char *const *tags = thing.tags.items;
    ck_assert_uint_eq(thing.tags.count, 2);
    ck_assert_str_eq(tags[1], "blue");
    const struct thing_mark *marks = thing.marks.items;
    ck_assert_uint_eq(thing.marks.count, 2);
    ck_assert_str_eq(marks[0].key, "m.2");
    ck_assert_int_eq(marks[0].points, 950);
}

START_TEST(everything_said_is_kept)
{
    ck_assert_int_eq(
        read_thing("{'words': ['one', ''], 'format': 'thing/1', 'id': 't-1', 'name': 'Ann \\u00a3',"
                   " 'letter': 'B', 'colour': 'green', 'is_wet': false, 'day': '2026-04-06',"
                   " 'price': '13.50', 'share': '12.07%', 'box': {'count': null, 'label': 'x'},"
                   " 'stops': [{'day': '1970-01-01', 'hours': 7.5},"
                   "           {'minutes': 30, 'day': '1970-01-02'}],"
                   " 'sources': {'b': {'title': 'B'}, 'a': {'title': 'A'}},"
                   " 'rides': [{'price': 2.5}, {'price': [{'from': '1970-01-31', 'fare': 1}]}],"
                   " 'tags': ['fast', 'blue'], 'marks': {'m.2': 9.5, 'm.1': 0}}",
                   NULL),
        PHB_OK);
    ck_assert_str_eq(thing.id, "t-1");
    ck_assert_str_eq(thing.name, "Ann \xC2\xA3");
    ck_assert_str_eq(thing.letter, "B");
    ck_assert_int_eq(thing.colour, 2);
    ck_assert_int_eq(thing.is_wet, 1);
    ck_assert_date_eq(thing.day, "2026-04-06");
    ck_assert_int_eq(thing.price_pence, 1350);
    ck_assert_int_eq(thing.share_ppm, 120700);
    ck_assert_int_eq(thing.box_count, PHB__NUMBER_NULL);
    ck_assert_str_eq(thing.box_label, "x");
    const struct thing_stop *stops = thing.stops.items;
    ck_assert_uint_eq(thing.stops.count, 2);
    ck_assert_int_eq(stops[0].minutes, 450);
    ck_assert_int_eq(stops[1].minutes, 30);
    ck_assert_int_eq(stops[1].day, 1);
    const struct thing_source *sources = thing.sources.items;
    ck_assert_uint_eq(thing.sources.count, 2);
    ck_assert_str_eq(sources[0].key, "b");
    ck_assert_str_eq(sources[1].title, "A");
    const char *const *words = thing.words.items;
    ck_assert_uint_eq(thing.words.count, 2);
    ck_assert_str_eq(words[0], "one");
    check_rides_tags_and_marks();
}
END_TEST

START_TEST(what_is_empty_is_not_said)
{
    ck_assert_int_eq(read_thing("{'format': 'thing/1', 'id': 't', 'name': '', 'letter': '',"
                                " 'colour': '', 'day': '', 'price': '', 'share': '', 'box': {},"
                                " 'stops': [], 'sources': {}, 'words': [], 'rides': [],"
                                " 'tags': [], 'marks': {}}",
                                NULL),
                     PHB_OK);
    for (uint32_t i = 2; i < thing_shape.field_count; i++) {
        ck_assert_msg(phb__field_is_absent(&thing_fields[i], &thing), "%s", thing_fields[i].key);
    }
}
END_TEST

/* What a part is may be said again where it stands, or left empty; the document's own may not. */
START_TEST(a_literal_that_may_be_absent_may_be_empty)
{
    static const char *const boxes[] = {"'format':'box/1',", "'format':'',", ""};
    for (size_t i = 0; i < COUNT_OF(boxes); i++) {
        char text[128];
        snprintf(text, sizeof(text), "{'format':'thing/1','id':'t','box':{%s'label':'x'}}",
                 boxes[i]);
        ck_assert_int_eq(read_thing(text, NULL), PHB_OK);
        ck_assert_str_eq(thing.box_label, "x");
    }
    ck_assert_int_eq(read_thing("{'format':'','id':'t'}", NULL), PHB_ERROR_JSON_SHAPE);
}
END_TEST

/* What has the right form and cannot be meant is kept for the next stage to refuse. */
/* The first value that cannot be is told only when nothing behind it has a wrong form. */
START_TEST(what_cannot_be_waits_until_the_whole_was_read)
{
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(read_thing("{'format': 'thing/1', 'id': 't', 'day': '2027-02-29',"
                                " 'price': 1.005, 'share': '999999999999999999999%'}",
                                &error),
                     PHB_ERROR_DATE);
    ck_assert_str_eq(error.path, "/day");
    ck_assert_int_eq(error.position, 40);
    ck_assert_int_eq(thing.price_pence, PHB__NUMBER_TOO_PRECISE);
    ck_assert_int_eq(thing.share_ppm, PHB__NUMBER_TOO_LARGE);
    ck_assert_int_eq(
        read_thing("{'format': 'thing/1', 'id': 't', 'day': '2027-02-29', 'price': true}", &error),
        PHB_ERROR_JSON_SHAPE);
    ck_assert_str_eq(error.path, "/price");
}
END_TEST

#define BEGIN "{'format':'thing/1','id':'t'," /* 29 bytes */

static const struct {
    const char *text;
    phb_status status;
    int64_t position;
    const char *path;
    const char *message;
} faults[] = {
    {"[]", PHB_ERROR_JSON_SHAPE, 0, "", "the document must be an object"},
    {" 7", PHB_ERROR_JSON_SHAPE, 1, "", "the document must be an object"},
    {"{'id':'t'}", PHB_ERROR_INCOMPLETE, 0, "", "format is missing"},
    {" {'format':'thing/1'}", PHB_ERROR_INCOMPLETE, 1, "", "id is missing"},
    {"{'format':'thing/1','id':''}", PHB_ERROR_INCOMPLETE, 0, "", "id is missing"},
    {"{'format':'thing/2'}", PHB_ERROR_JSON_SHAPE, 10, "/format", "format must be thing/1"},
    {"{'format':1}", PHB_ERROR_JSON_SHAPE, 10, "/format", "format must be thing/1"},
    {BEGIN "'id':'t'}", PHB_ERROR_DUPLICATE, 34, "/id", "id is given twice"},
    {BEGIN "'name':'','name':'x'}", PHB_ERROR_DUPLICATE, 46, "/name", "name is given twice"},
    {BEGIN "'nome':1}", PHB_ERROR_JSON_SHAPE, 29, "",
     "there is a key that is not known here; the nearest known one is name"},
    {BEGIN "'zzzzzzz':1}", PHB_ERROR_JSON_SHAPE, 29, "", "there is a key that is not known here"},
    {BEGIN "'box':{'lable':''}}", PHB_ERROR_JSON_SHAPE, 36, "/box",
     "there is a key that is not known here; the nearest known one is label"},
    {BEGIN "'id2':'a b'}", PHB_ERROR_JSON_SHAPE, 29, "",
     "there is a key that is not known here; the nearest known one is id"},
    {"{'format':'thing/1','id':'a b'}", PHB_ERROR_JSON_SHAPE, 25, "/id",
     "id must be 1 to 64 letters, digits, points, underscores or hyphens"},
    {BEGIN "'name':1}", PHB_ERROR_JSON_SHAPE, 36, "/name", "name must be text"},
    {BEGIN "'letter':'C'}", PHB_ERROR_JSON_SHAPE, 38, "/letter", "letter must be one of A, B"},
    {BEGIN "'colour':'pink'}", PHB_ERROR_JSON_SHAPE, 38, "/colour",
     "colour must be one of red, green, blue"},
    {BEGIN "'colour':2}", PHB_ERROR_JSON_SHAPE, 38, "/colour",
     "colour must be one of red, green, blue"},
    {BEGIN "'is_wet':'no'}", PHB_ERROR_JSON_SHAPE, 38, "/is_wet", "is_wet must be true or false"},
    {BEGIN "'is_wet':''}", PHB_ERROR_JSON_SHAPE, 38, "/is_wet", "is_wet must be true or false"},
    {BEGIN "'day':'2026-4-6'}", PHB_ERROR_JSON_SHAPE, 35, "/day",
     "day must be a date such as \"2026-04-06\""},
    {BEGIN "'day':20260406}", PHB_ERROR_JSON_SHAPE, 35, "/day",
     "day must be a date such as \"2026-04-06\""},
    {BEGIN "'price':-1}", PHB_ERROR_JSON_SHAPE, 37, "/price",
     "price must be an amount in pounds such as \"13.50\", not negative"},
    {BEGIN "'price':null}", PHB_ERROR_JSON_SHAPE, 37, "/price",
     "price must be an amount in pounds such as \"13.50\", not negative"},
    {BEGIN "'share':12}", PHB_ERROR_JSON_SHAPE, 37, "/share",
     "share must be a percentage such as \"12.5%\""},
    {BEGIN "'box':[]}", PHB_ERROR_JSON_SHAPE, 35, "/box", "box must be an object"},
    {BEGIN "'box':{'count':1}}", PHB_ERROR_INCOMPLETE, 35, "/box", "label is missing"},
    {BEGIN "'box':{'format':'box/2'}}", PHB_ERROR_JSON_SHAPE, 45, "/box/format",
     "format must be box/1"},
    {BEGIN "'box':{'label':'x','count':'1'}}", PHB_ERROR_JSON_SHAPE, 56, "/box/count",
     "count must be a number, not negative"},
    {BEGIN "'stops':{}}", PHB_ERROR_JSON_SHAPE, 37, "/stops", "stops must be a list"},
    {BEGIN "'stops':[1]}", PHB_ERROR_JSON_SHAPE, 38, "/stops/0", "a stop must be an object"},
    {BEGIN "'stops':[{'day':'2026-01-01','minutes':5},{}]}", PHB_ERROR_INCOMPLETE, 71, "/stops/1",
     "day is missing"},
    {BEGIN "'stops':[{'minutes':5,'hours':1}]}", PHB_ERROR_DUPLICATE, 59, "/stops/0/hours",
     "hours is given although the same is given in another unit"},
    {BEGIN "'stops':[{'hours':1,'minutes':5}]}", PHB_ERROR_DUPLICATE, 59, "/stops/0/minutes",
     "minutes is given although the same is given in another unit"},
    {BEGIN "'sources':[]}", PHB_ERROR_JSON_SHAPE, 39, "/sources", "sources must be an object"},
    {BEGIN "'sources':{'a b':{}}}", PHB_ERROR_JSON_SHAPE, 46, "/sources",
     "a key here must be 1 to 64 letters, digits, points, underscores or hyphens"},
    {BEGIN "'sources':{'a':1}}", PHB_ERROR_JSON_SHAPE, 44, "/sources/a",
     "a source must be an object"},
    {BEGIN "'sources':{'a':{}}}", PHB_ERROR_INCOMPLETE, 44, "/sources/a", "title is missing"},
    {BEGIN "'words':'one'}", PHB_ERROR_JSON_SHAPE, 37, "/words", "words must be a list of texts"},
    {BEGIN "'words':['one',2]}", PHB_ERROR_JSON_SHAPE, 37, "/words",
     "words must be a list of texts"},
    {BEGIN "'rides':[{'price':true}]}", PHB_ERROR_JSON_SHAPE, 47, "/rides/0/price",
     "price must be a number or a list"},
    {BEGIN "'rides':[{'price':{}}]}", PHB_ERROR_JSON_SHAPE, 47, "/rides/0/price",
     "price must be a number or a list"},
    {BEGIN "'rides':[{'price':'x'}]}", PHB_ERROR_JSON_SHAPE, 47, "/rides/0/price",
     "price must be an amount in pounds such as \"13.50\", not negative"},
    {BEGIN "'rides':[{'price':[1]}]}", PHB_ERROR_JSON_SHAPE, 48, "/rides/0/price/0",
     "a fare must be an object"},
    {BEGIN "'rides':[{'price':''}]}", PHB_ERROR_INCOMPLETE, 38, "/rides/0", "price is missing"},
    {BEGIN "'rides':[{'price':[]}]}", PHB_ERROR_INCOMPLETE, 38, "/rides/0", "price is missing"},
    {BEGIN "'rides':[{'price':1,'price':[]}]}", PHB_ERROR_DUPLICATE, 57, "/rides/0/price",
     "price is given twice"},
    {BEGIN "'rides':[{'price':[],'price':1}]}", PHB_ERROR_DUPLICATE, 58, "/rides/0/price",
     "price is given twice"},
    {BEGIN "'tags':{}}", PHB_ERROR_JSON_SHAPE, 36, "/tags", "tags must be a list"},
    {BEGIN "'tags':['fast','a b']}", PHB_ERROR_JSON_SHAPE, 44, "/tags/1",
     "a tag must be 1 to 64 letters, digits, points, underscores or hyphens"},
    {BEGIN "'tags':['']}", PHB_ERROR_JSON_SHAPE, 37, "/tags/0",
     "a tag must be 1 to 64 letters, digits, points, underscores or hyphens"},
    {BEGIN "'tags':[['x']]}", PHB_ERROR_JSON_SHAPE, 37, "/tags/0",
     "a tag must be 1 to 64 letters, digits, points, underscores or hyphens"},
    {BEGIN "'marks':[]}", PHB_ERROR_JSON_SHAPE, 37, "/marks", "marks must be an object"},
    {BEGIN "'marks':{'m':'x'}}", PHB_ERROR_JSON_SHAPE, 42, "/marks/m",
     "a mark must be a number, not negative"},
    {BEGIN "'marks':{'m':{}}}", PHB_ERROR_JSON_SHAPE, 42, "/marks/m",
     "a mark must be a number, not negative"},
    {BEGIN "'marks':{'a b':1}}", PHB_ERROR_JSON_SHAPE, 44, "/marks",
     "a key here must be 1 to 64 letters, digits, points, underscores or hyphens"},
    /* The first in the order of the document, not of the table. */
    {BEGIN "'words':1,'name':1}", PHB_ERROR_JSON_SHAPE, 37, "/words",
     "words must be a list of texts"},
};

START_TEST(the_first_fault_is_told_with_its_place)
{
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(read_thing(faults[_i].text, &error), faults[_i].status);
    ck_assert_str_eq(error.message, faults[_i].message);
    ck_assert_str_eq(error.path, faults[_i].path);
    ck_assert_int_eq(error.position, faults[_i].position);
}
END_TEST

/* What only a later stage finds has a path; the place in the document is looked up from it. */
static const struct {
    const char *path;
    const char *found; /* the path as the document has it */
    int64_t position;
} places[] = {
    {"", "", 0},
    {"/id", "/id", 6},
    {"/box/label", "/box/label", 25},
    {"/stops/1", "/stops/1", 60},
    {"/stops/0/minutes", "/stops/0/hours", 48},
    {"/stops/1/minutes", "/stops/1/minutes", 71},
    {"/sources/a.b/title", "/sources/a.b/title", 101},
    {"/rides/0/price/0/fare", "/rides/0/price/0/fare", 134},
    {"/rides/0/price/0/from", "/rides/0/price/0", 126},
    {"/tags/1", "/tags/1", 152},
    {"/marks/m", "/marks/m", 176}, /* of two, the one too many */
};

static const char places_text[] =
    "{'id':'t','box':{'label':'x'},'stops':[{'hours':1,         "
    " {'minutes':5}],'sources':{'a.b':{'title':'A'}},"
    "'rides':[{'price':[{'fare':1}]}],'tags':['a','b'],'marks':{'m':1,'m':2}}";

START_TEST(a_path_finds_its_place_in_the_document)
{
    char json[sizeof(places_text)];
    memcpy(json, quoted(places_text), sizeof(places_text));
    memcpy(strstr(json, ":1,") + 2, "},", 2);
    cJSON *root = NULL;
    ck_assert_int_eq(phb__json_scan(&arena, json, strlen(json), &root, NULL), PHB_OK);
    struct phb__document document = {json, root, &thing_shape, &arena};
    phb_error error = PHB_ERROR_INIT;
    strcpy(error.path, places[_i].path);
    phb__json_locate(&document, &error);
    ck_assert_str_eq(error.path, places[_i].found);
    ck_assert_int_eq(error.position, places[_i].position);
    phb__json_locate(&document, NULL);
    cJSON_Delete(root);
}
END_TEST

/* A key that nothing is known by may be somebody's name: its place is told, and not the key. */
START_TEST(a_key_that_is_not_found_is_not_shown)
{
    const char *json = quoted("{'marks':{'m':1,'Ann':2}}");
    cJSON *root = NULL;
    ck_assert_int_eq(phb__json_scan(&arena, json, strlen(json), &root, NULL), PHB_OK);
    struct phb__document document = {json, root, &thing_shape, &arena};
    phb_error error = PHB_ERROR_INIT;
    error.status = PHB_ERROR_NOT_FOUND;
    strcpy(error.path, "/marks/Ann");
    phb__json_locate(&document, &error);
    ck_assert_str_eq(error.path, "/marks");
    ck_assert_int_eq(error.position, 22);
    cJSON_Delete(root);
}
END_TEST

/* ---- a document that is a list ---- */

static const struct phb__shape *
ride_shape(void)
{
    for (uint32_t i = 0; i < thing_shape.field_count; i++) {
        if (strcmp(thing_shape.fields[i].key, "rides") == 0) {
            return thing_shape.fields[i].detail.shape;
        }
    }
    return NULL;
}

static const struct {
    const char *text;
    phb_status status;
    const char *path;
    int64_t position;
    uint32_t items;
} lists[] = {
    {"[]", PHB_OK, "", -1, 0},
    {"[{'price':'2.50'},{'price':1}]", PHB_OK, "", -1, 2},
    {"{}", PHB_ERROR_JSON_SHAPE, "", 0, 0},
    {"'list'", PHB_ERROR_JSON_SHAPE, "", 0, 0},
    {"[{'price':1},2]", PHB_ERROR_JSON_SHAPE, "/1", 13, 0},
    {"[{'price':1},{'prize':2}]", PHB_ERROR_JSON_SHAPE, "/1", 14, 0},
    {"[{'price':1},{'price':true}]", PHB_ERROR_JSON_SHAPE, "/1/price", 22, 0},
};

START_TEST(a_list_is_read_by_the_shape_of_its_items)
{
    const char *json = quoted(lists[_i].text);
    cJSON *root = NULL;
    struct phb__list list = {NULL, 0, 0};
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(phb__json_scan(&arena, json, strlen(json), &root, NULL), PHB_OK);
    struct phb__document document = {json, root, ride_shape(), &arena};
    ck_assert_int_eq(phb__json_read_list(&document, &list, &error), lists[_i].status);
    ck_assert_str_eq(error.path, lists[_i].path);
    ck_assert_int_eq(error.position, lists[_i].position);
    if (lists[_i].status == PHB_OK) {
        ck_assert_uint_eq(list.count, lists[_i].items);
    }
    cJSON_Delete(root);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("read");
    add_rows(tcase, a_list_is_read_by_the_shape_of_its_items, lists);
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, everything_said_is_kept);
    tcase_add_test(tcase, what_is_empty_is_not_said);
    tcase_add_test(tcase, a_literal_that_may_be_absent_may_be_empty);
    tcase_add_test(tcase, what_cannot_be_waits_until_the_whole_was_read);
    add_rows(tcase, the_first_fault_is_told_with_its_place, faults);
    add_rows(tcase, a_path_finds_its_place_in_the_document, places);
    tcase_add_test(tcase, a_key_that_is_not_found_is_not_shown);
    return suite_run("read", tcase);
}
