#include <phb/document.h>

#include <string.h>

#include <phb/plan.h>

#include "support/failing.h"
#include "support/json.h"
#include "support/suite.h"

/* No document at all: what an output holds that was not written. */
#define UNTOUCHED ((phb_document)77)

static phb_status
read_kind(const char *text, phb_document *out, phb_error *error)
{
    const char *json = quoted(text);
    *out = UNTOUCHED;
    phb_error_init(error, sizeof *error);
    return phb_document_of(NULL, json, strlen(json), out, error);
}

static const struct {
    const char *text;
    int kind;
} documents[] = {
    {"{'format':'phb-budget/1'}", PHB_DOCUMENT_BUDGET},
    {"{'format':'phb-plan/1'}", PHB_DOCUMENT_PLAN},
    {"{'format':'phb-policy/1'}", PHB_DOCUMENT_POLICY},
    /* Nothing else is looked at, and the order does not matter. */
    {"{'x':[{'format':'phb-budget/1'}],'y':1.5,'format':'phb-plan/1'}", PHB_DOCUMENT_PLAN},
    {" {\n'for\\u006dat' : 'phb-plan\\/1' } ", PHB_DOCUMENT_PLAN},
    /* None of the kinds there are. */
    {"{}", 0},
    {"{'format':''}", 0},
    {"{'format':'phb-plan/2'}", 0},
    {"{'format':'phb-plan/1 '}", 0},
    {"{'format':'PHB-PLAN/1'}", 0},
    {"{'Format':'phb-plan/1'}", 0},
    {"{'format':1}", 0},
    {"{'format':null}", 0},
    {"{'format':['phb-plan/1']}", 0},
    {"{'x':{'format':'phb-plan/1'}}", 0},
    {"[{'format':'phb-plan/1'}]", 0},
    {"'phb-plan/1'", 0},
    {"7", 0},
    {"null", 0},
};

START_TEST(a_document_is_what_its_format_says)
{
    phb_error error;
    phb_document kind;
    ck_assert_int_eq(read_kind(documents[_i].text, &kind, &error), PHB_OK);
    ck_assert_int_eq((int)kind, documents[_i].kind);
}
END_TEST

static const struct {
    const char *text;
    phb_status status;
    int64_t position;
} refused[] = {
    {"", PHB_ERROR_JSON_SYNTAX, 0},
    {"{", PHB_ERROR_JSON_SYNTAX, 1},
    {"{'format':phb-plan/1}", PHB_ERROR_JSON_SYNTAX, 10},
    {"{'format':'phb-plan/1'} x", PHB_ERROR_JSON_SYNTAX, 24},
    {"{'format':'\xFF'}", PHB_ERROR_UTF8, 11},
};

START_TEST(what_cannot_be_read_is_refused_in_its_place)
{
    phb_error error;
    phb_document kind;
    ck_assert_int_eq(read_kind(refused[_i].text, &kind, &error), refused[_i].status);
    ck_assert_int_eq(error.position, refused[_i].position);
    ck_assert_str_ne(error.message, "");
    ck_assert_int_eq((int)kind, (int)UNTOUCHED);
}
END_TEST

/* The reader that it is then given to refuses it: its value begins at byte 32. */
START_TEST(the_first_of_two_formats_counts)
{
    const char *json = quoted("{'format':'phb-plan/1','format':'phb-budget/1'}");
    phb_error error;
    phb_document kind;
    phb_plan *plan = NULL;
    ck_assert_int_eq(read_kind(json, &kind, &error), PHB_OK);
    ck_assert_int_eq(kind, PHB_DOCUMENT_PLAN);
    ck_assert_int_eq(phb_plan_from_json(NULL, json, strlen(json), &plan, &error),
                     PHB_ERROR_DUPLICATE);
    ck_assert_int_eq(error.position, 32);
}
END_TEST

START_TEST(bytes_behind_the_document_are_not_read)
{
    static const char json[] = "{\"format\":\"phb-plan/1\"}\xFF\xFF";
    phb_document kind = UNTOUCHED;
    ck_assert_int_eq(phb_document_of(NULL, json, sizeof json - 3, &kind, NULL), PHB_OK);
    ck_assert_int_eq(kind, PHB_DOCUMENT_PLAN);
}
END_TEST

/* It is refused before a byte of it is read. */
START_TEST(a_document_beyond_the_limit_is_refused)
{
    phb_document kind = UNTOUCHED;
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(phb_document_of(NULL, "{}", (size_t)4 * 1024 * 1024 + 1, &kind, &error),
                     PHB_ERROR_LIMIT);
    ck_assert_int_eq(phb_document_of(NULL, "{}", SIZE_MAX, &kind, &error), PHB_ERROR_LIMIT);
    ck_assert_int_eq((int)kind, (int)UNTOUCHED);
}
END_TEST

START_TEST(nothing_is_kept)
{
    static const char json[] = "{\"format\":\"phb-plan/1\",\"x\":[1,\"two\"]}";
    struct failing failing;
    phb_document kind = UNTOUCHED;
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    ck_assert_int_eq(phb_document_of(context, json, strlen(json), &kind, NULL), PHB_OK);
    ck_assert_int_eq(kind, PHB_DOCUMENT_PLAN);
    failing_close(&failing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("document_kind");
    add_rows(tcase, a_document_is_what_its_format_says, documents);
    add_rows(tcase, what_cannot_be_read_is_refused_in_its_place, refused);
    tcase_add_test(tcase, the_first_of_two_formats_counts);
    tcase_add_test(tcase, bytes_behind_the_document_are_not_read);
    tcase_add_test(tcase, a_document_beyond_the_limit_is_refused);
    tcase_add_test(tcase, nothing_is_kept);
    return suite_run("document_kind", tcase);
}
