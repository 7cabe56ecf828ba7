#include <string.h>

#include <phb/status.h>

#include "support/suite.h"

/* The codes are part of the ABI: each is written down here a second time. */
static const struct {
    int code;
    const char *name;
} codes[] = {
    {0, "OK"},
    {1, "ARGUMENT"},
    {2, "STRUCT"},
    {3, "MEMORY"},
    {4, "INTERNAL"},
    {5, "LIMIT"},
    {6, "UTF8"},
    {7, "RANGE"},
    {8, "DATE"},
    {9, "DATE_AMBIGUOUS"},
    {10, "NOT_FOUND"},
    {11, "DUPLICATE"},
    {12, "INCOMPLETE"},
    {13, "JSON_SYNTAX"},
    {14, "JSON_SHAPE"},
    {15, "RATE_UNKNOWN"},
    {16, "RATE_NOT_IN_FORCE"},
};

START_TEST(a_code_keeps_its_name)
{
    ck_assert_str_eq(phb_status_name((phb_status)codes[_i].code), codes[_i].name);
}
END_TEST

START_TEST(a_message_is_one_sentence_without_a_full_stop)
{
    const char *message = phb_status_message((phb_status)codes[_i].code);
    ck_assert_uint_gt(strlen(message), 0);
    ck_assert_ptr_null(strchr(message, '\n'));
    ck_assert_int_ne(message[strlen(message) - 1], '.');
}
END_TEST

START_TEST(every_code_is_counted)
{
    ck_assert_int_eq(phb_status_count(), (int)COUNT_OF(codes));
}
END_TEST

static const int strangers[] = {-1, 17, 1000, INT32_MAX, INT32_MIN};

START_TEST(a_stranger_is_unknown)
{
    ck_assert_str_eq(phb_status_name((phb_status)strangers[_i]), "UNKNOWN");
    ck_assert_str_eq(phb_status_message((phb_status)strangers[_i]),
                     "this library knows no such status");
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("status");
    add_rows(tcase, a_code_keeps_its_name, codes);
    add_rows(tcase, a_message_is_one_sentence_without_a_full_stop, codes);
    tcase_add_test(tcase, every_code_is_counted);
    add_rows(tcase, a_stranger_is_unknown, strangers);
    return suite_run("status", tcase);
}
