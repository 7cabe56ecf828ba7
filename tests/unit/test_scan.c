#include "json/scan.h"

#include <stdlib.h>
#include <string.h>

#include "scan_cases.h"
#include "support/failing.h"
#include "support/suite.h"

static struct phb__arena arena; /* where the texts of the tree are kept */

static void
set_up(void)
{
    phb__arena_init(&arena, NULL, 0);
}

static void
tear_down(void)
{
    phb__arena_free(&arena);
}

/* Reads a copy of exactly so many bytes: whoever looks one further is found by the sanitizers. */
static phb_status
scan(const char *text, size_t size, cJSON **out_root, phb_error *error)
{
    char *copy = malloc(size == 0 ? 1 : size);
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, text, size);
    phb_status status = phb__json_scan(&arena, copy, size, out_root, error);
    free(copy);
    return status;
}

/* The same types, keys, texts and numbers, in the same order? */
static bool
is_same_node(const cJSON *ours, const cJSON *theirs)
{
    bool has_key = ours->string && theirs->string;
    if (has_key ? strcmp(ours->string, theirs->string) != 0 : ours->string != theirs->string) {
        return false;
    }
    if (cJSON_IsNumber(theirs)) {
        return cJSON_IsRaw(ours) && strtod(ours->valuestring, NULL) == theirs->valuedouble;
    }
    if ((ours->type & 0xFF) != (theirs->type & 0xFF)) {
        return false;
    }
    return !cJSON_IsString(ours) || strcmp(ours->valuestring, theirs->valuestring) == 0;
}

static bool
is_same_tree(const cJSON *ours, const cJSON *theirs)
{
    while (ours && theirs) {
        if (!is_same_node(ours, theirs) || !is_same_tree(ours->child, theirs->child)) {
            return false;
        }
        ours = ours->next;
        theirs = theirs->next;
    }
    return !ours && !theirs;
}

START_TEST(json_is_accepted_and_anything_else_refused)
{
    const struct scan_case *row = &scan_cases[_i];
    cJSON *root = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = scan(row->text, row->size, &root, &error);
    ck_assert_msg((status == PHB_OK) == row->is_json, "%s: %s", row->text, error.message);
    ck_assert((root != NULL) == row->is_json);
    if (row->is_json) {
        cJSON *oracle = cJSON_ParseWithLength(row->text, row->size);
        ck_assert_msg(oracle && is_same_tree(root, oracle), "%s", row->text);
        cJSON_Delete(oracle);
    } else {
        ck_assert(status == PHB_ERROR_JSON_SYNTAX || status == PHB_ERROR_UTF8);
        ck_assert_int_ge(error.position, 0);
        ck_assert_int_le(error.position, (int64_t)row->size);
        ck_assert_str_ne(error.message, "");
        ck_assert_str_eq(error.path, "");
    }
    cJSON_Delete(root);
}
END_TEST

/* The first fault, at its byte. */
static const struct {
    const char *text;
    phb_status status;
    int64_t position;
    const char *message;
} faults[] = {
    {"", PHB_ERROR_JSON_SYNTAX, 0, "the document is empty"},
    {"  ", PHB_ERROR_JSON_SYNTAX, 2, "the document is empty"},
    {"{} x", PHB_ERROR_JSON_SYNTAX, 3, "there is more text after the document's end"},
    {"[1,]", PHB_ERROR_JSON_SYNTAX, 3, "a value is expected here"},
    {"[", PHB_ERROR_JSON_SYNTAX, 1, "the document ends where a value is expected"},
    {"[1", PHB_ERROR_JSON_SYNTAX, 2, "a comma or a closing bracket is expected here"},
    {"{\"a\":1", PHB_ERROR_JSON_SYNTAX, 6, "a comma or a closing brace is expected here"},
    {"{a:1}", PHB_ERROR_JSON_SYNTAX, 1, "a key in quotes is expected here"},
    {"{\"a\" 1}", PHB_ERROR_JSON_SYNTAX, 5, "a colon is expected here"},
    {"[01]", PHB_ERROR_JSON_SYNTAX, 2,
     "a number must be written as JSON has it, such as 12 or 12.5"},
    {"[1.]", PHB_ERROR_JSON_SYNTAX, 3,
     "a number must be written as JSON has it, such as 12 or 12.5"},
    {"[\"a", PHB_ERROR_JSON_SYNTAX, 3, "the document ends inside a text"},
    {"[\"a\nb\"]", PHB_ERROR_JSON_SYNTAX, 3,
     "a control character in a text must be written as an escape"},
    {"[\"ab\\q\"]", PHB_ERROR_JSON_SYNTAX, 5,
     "a backslash must be followed by one of \" \\ / b f n r t u"},
    {"[\"\\u12G4\"]", PHB_ERROR_JSON_SYNTAX, 6, "\\u must be followed by four hexadecimal digits"},
    {"[\"\\u0000\"]", PHB_ERROR_JSON_SYNTAX, 8, "a text may not hold the character NUL"},
    {"[\"\\uD800x\"]", PHB_ERROR_JSON_SYNTAX, 8, "half of a surrogate pair stands alone"},
    {"[\"ab\xFF\"]", PHB_ERROR_UTF8, 4, "the document is not valid UTF-8"},
    {"{\"a\xC3\":1}", PHB_ERROR_UTF8, 3, "the document is not valid UTF-8"},
};

START_TEST(the_first_fault_is_told_with_its_byte)
{
    cJSON *root = NULL;
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(scan(faults[_i].text, strlen(faults[_i].text), &root, &error),
                     faults[_i].status);
    ck_assert_int_eq(error.position, faults[_i].position);
    ck_assert_str_eq(error.message, faults[_i].message);
}
END_TEST

START_TEST(every_node_knows_where_its_value_begins)
{
    static const char text[] = " {\"a\": [1, {\"b\": \"x\"}], \"c\":null}";
    cJSON *root = NULL;
    ck_assert_int_eq(scan(text, strlen(text), &root, NULL), PHB_OK);
    ck_assert_int_eq(root->valueint, 1);
    const cJSON *a = root->child;
    ck_assert_int_eq(a->valueint, 7);
    ck_assert_int_eq(a->child->valueint, 8);
    ck_assert_int_eq(a->child->next->valueint, 11);
    ck_assert_int_eq(a->child->next->child->valueint, 17);
    ck_assert_int_eq(a->next->valueint, 28);
    cJSON_Delete(root);
}
END_TEST

START_TEST(a_number_is_kept_as_it_was_written)
{
    cJSON *root = NULL;
    ck_assert_int_eq(scan("[1.50, -0, 1E+2]", 16, &root, NULL), PHB_OK);
    ck_assert_str_eq(root->child->valuestring, "1.50");
    ck_assert_str_eq(root->child->next->valuestring, "-0");
    ck_assert_str_eq(root->child->next->next->valuestring, "1E+2");
    cJSON_Delete(root);
}
END_TEST

/* A limit of four values: the fifth is one too many. Text and levels alike. */
static const struct {
    phb_limits limits;
    const char *good;
    const char *bad;
    int64_t position;
    const char *message;
} limited[] = {
    {{0, 4, 0, 0, 0, 0}, "[1,2,3]", "[1,2,3,4]", 7, "the document has too many values"},
    {{0, 0, 2, 0, 0, 0}, "[[1]]", "[[[1]]]", 2, "lists and objects are nested too deeply"},
    {{0, 0, 0, 3, 0, 0}, "[\"abc\"]", "[1,\"abcd\"]", 3, "a text is longer than a text may be"},
    {{0, 0, 0, 3, 0, 0}, "{\"abc\":1}", "{\"abcd\":1}", 1, "a text is longer than a text may be"},
    {{0, 0, 0, 3, 0, 0}, "[123]", "[1234]", 1, "a number is longer than a text may be"},
    {{5, 0, 0, 0, 0, 0}, "[123]", "[1234]", 5, "the document is longer than a document may be"},
};

START_TEST(limits_are_kept_to_the_last_one_allowed)
{
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    options.limits = limited[_i].limits;
    phb_context *context = NULL;
    ck_assert_int_eq(phb_context_new(&options, &context, NULL), PHB_OK);
    phb__arena_init(&arena, context, 0);
    cJSON *root = NULL;
    phb_error error = PHB_ERROR_INIT;
    const char *good = limited[_i].good;
    const char *bad = limited[_i].bad;
    ck_assert_int_eq(scan(good, strlen(good), &root, NULL), PHB_OK);
    cJSON_Delete(root);
    ck_assert_int_eq(scan(bad, strlen(bad), &root, &error), PHB_ERROR_LIMIT);
    ck_assert_ptr_null(root);
    ck_assert_int_eq(error.position, limited[_i].position);
    ck_assert_str_eq(error.message, limited[_i].message);
    phb__arena_free(&arena);
    phb_context_unref(context);
}
END_TEST

START_TEST(the_widest_levels_are_32)
{
    char text[80];
    cJSON *root = NULL;
    memset(text, '[', 32);
    memset(text + 32, ']', 32);
    ck_assert_int_eq(scan(text, 64, &root, NULL), PHB_OK);
    cJSON_Delete(root);
    memset(text, '[', 33);
    memset(text + 33, ']', 33);
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(scan(text, 66, &root, &error), PHB_ERROR_LIMIT);
    ck_assert_int_eq(error.position, 32);
}
END_TEST

static const struct {
    const char *text;
    size_t value;
    size_t key;
} keys[] = {
    {"{\"a\":1}", 5, 1},      {"{\"a\" :\n 1}", 8, 1}, {"{\"a\":1,\"bc\":2}", 12, 7},
    {"{\"a\\\"b\":1}", 8, 1}, {"{\"a\\\\\":1}", 7, 1}, {"{\"\":1}", 4, 1},
};

START_TEST(the_key_of_a_value_is_found_again)
{
    ck_assert_uint_eq(phb__json_key_offset(keys[_i].text, keys[_i].value), keys[_i].key);
}
END_TEST

START_TEST(a_very_long_key_is_read)
{
    static char text[4096];
    memset(text, 'k', sizeof(text));
    memcpy(text, "{\"", 2);
    memcpy(text + sizeof(text) - 4, "\":1}", 4);
    cJSON *root = NULL;
    ck_assert_int_eq(scan(text, sizeof(text), &root, NULL), PHB_OK);
    ck_assert_uint_ge(strlen(root->child->string), 65); /* longer than any key of ours, or id */
    cJSON_Delete(root);
}
END_TEST

START_TEST(out_of_memory_is_said)
{
    struct failing failing;
    cJSON *root = NULL;
    phb__arena_init(&arena, failing_context(&failing, 1, FAILING_FROM_N), 0);
    ck_assert_int_eq(scan("[\"a\"]", 5, &root, NULL), PHB_ERROR_MEMORY);
    ck_assert_ptr_null(root);
    phb__arena_free(&arena);
    failing_close(&failing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("scan");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    add_rows(tcase, json_is_accepted_and_anything_else_refused, scan_cases);
    add_rows(tcase, the_first_fault_is_told_with_its_byte, faults);
    tcase_add_test(tcase, every_node_knows_where_its_value_begins);
    tcase_add_test(tcase, a_number_is_kept_as_it_was_written);
    add_rows(tcase, limits_are_kept_to_the_last_one_allowed, limited);
    tcase_add_test(tcase, the_widest_levels_are_32);
    add_rows(tcase, the_key_of_a_value_is_found_again, keys);
    tcase_add_test(tcase, a_very_long_key_is_read);
    tcase_add_test(tcase, out_of_memory_is_said);
    return suite_run("scan", tcase);
}
