/* A list of what happened, as a document: in any order, all of it or nothing. */

#include <string.h>

#include "model/schedule_request.h"
#include "support/json.h"
#include "support/suite.h"

static phb_schedule_request *request;

static void
set_up(void)
{
    ck_assert_int_eq(phb_schedule_request_new(NULL, &request, NULL), PHB_OK);
}

static void
tear_down(void)
{
    phb_schedule_request_free(request);
}

static phb_status
add(const char *text, phb_error *error)
{
    const char *json = quoted(text);
    return phb_schedule_request_add_events_json(request, json, strlen(json), error);
}

START_TEST(events_are_added_as_they_come)
{
    ck_assert_int_eq(add("[{'on':'2026-05-20','what':'died'},{'what':'health_changed','on':"
                         "'2026-05-01'}]",
                         NULL),
                     PHB_OK);
    ck_assert_int_eq(add("[]", NULL), PHB_OK);
    ck_assert_int_eq(add(" [ { 'on' : '2026-05-02' , 'what' : 'moved_area' } ] ", NULL), PHB_OK);
    const struct phb__happened *happened = phb__request_happened(request);
    ck_assert_uint_eq(request->happened.count, 3);
    ck_assert_date_eq(happened[0].on, "2026-05-20");
    ck_assert_int_eq(happened[0].what, PHB_HAPPENING_DIED);
    ck_assert_int_eq(happened[1].what, PHB_HAPPENING_HEALTH_CHANGED);
    ck_assert_date_eq(happened[2].on, "2026-05-02");
}
END_TEST

#define GOOD "{'on':'2026-05-20','what':'died'}"

static const struct {
    const char *text;
    phb_status status;
    const char *path;
    int64_t position;
} refused[] = {
    {"", PHB_ERROR_JSON_SYNTAX, "", 0},
    {"[" GOOD, PHB_ERROR_JSON_SYNTAX, "", 34},
    {"[] []", PHB_ERROR_JSON_SYNTAX, "", 3},
    {GOOD, PHB_ERROR_JSON_SHAPE, "", 0},
    {"null", PHB_ERROR_JSON_SHAPE, "", 0},
    {"[" GOOD ",[]]", PHB_ERROR_JSON_SHAPE, "/1", 35},
    {"[" GOOD ",{'on':'2026-05-20'}]", PHB_ERROR_INCOMPLETE, "/1", 35},
    {"[{'on':'','what':'died'}]", PHB_ERROR_INCOMPLETE, "/0", 1},
    {"[{'on':'2026-02-29','what':'died'}]", PHB_ERROR_DATE, "/0/on", 7},
    {"[{'on':'20 May','what':'died'}]", PHB_ERROR_JSON_SHAPE, "/0/on", 7},
    {"[{'on':'2026-05-20','what':'CANARY'}]", PHB_ERROR_JSON_SHAPE, "/0/what", 27},
    {"[{'on':'2026-05-20','what':'died','CANARY':1}]", PHB_ERROR_JSON_SHAPE, "/0", 34},
    {"[{'on':'2026-05-20','on':'2026-05-21','what':'died'}]", PHB_ERROR_DUPLICATE, "/0/on", 25},
};

START_TEST(the_first_fault_is_told_and_nothing_added)
{
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(add(refused[_i].text, &error), refused[_i].status);
    ck_assert_str_eq(error.path, refused[_i].path);
    ck_assert_int_eq(error.position, refused[_i].position);
    ck_assert_ptr_null(strstr(error.message, "CANARY"));
    ck_assert_uint_eq(request->happened.count, 0);
}
END_TEST

START_TEST(too_many_add_none)
{
    static char text[1 << 16];
    strcpy(text, "[" GOOD);
    for (int i = 1; i < 1001; i++) {
        strcat(text, "," GOOD);
    }
    strcat(text, "]");
    for (char *c = text; *c != '\0'; c++) {
        *c = *c == '\'' ? '"' : *c;
    }
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(phb_schedule_request_add_events_json(request, text, strlen(text), &error),
                     PHB_ERROR_LIMIT);
    ck_assert_uint_eq(request->happened.count, 0);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("events");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, events_are_added_as_they_come);
    add_rows(tcase, the_first_fault_is_told_and_nothing_added, refused);
    tcase_add_test(tcase, too_many_add_none);
    return suite_run("events", tcase);
}
