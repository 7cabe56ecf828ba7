#include "core/error.h"

#include <string.h>

#include "support/suite.h"

/*
 * An error of a caller whose struct is smaller or larger than ours, with bytes of somebody else's
 * behind it. The memory is always enough for ours, for a compiler may rely on that.
 */
static union {
    phb_error error;
    unsigned char bytes[2 * sizeof(phb_error)];
} theirs;

static phb_error *
error_of_size(size_t size)
{
    memset(&theirs, 0, size);
    memset(theirs.bytes + size, 0xEE, sizeof(theirs) - size);
    theirs.error.size = (uint32_t)size;
    return &theirs.error;
}

static void
check_nothing_behind(size_t size)
{
    for (size_t i = size; i < sizeof(theirs); i++) {
        ck_assert_uint_eq(theirs.bytes[i], 0xEE);
    }
}

START_TEST(a_fresh_error_holds_nothing)
{
    phb_error by_macro = PHB_ERROR_INIT;
    phb_error by_function;
    memset(&by_function, 0xA5, sizeof(by_function));
    phb_error_init(&by_function, sizeof(by_function));
    ck_assert_mem_eq(&by_macro, &by_function, sizeof(by_macro));
    ck_assert_uint_eq(by_macro.size, sizeof(phb_error));
    ck_assert_int_eq(by_macro.position, -1);
    phb_error_init(NULL, sizeof(phb_error));
}
END_TEST

START_TEST(a_failure_says_its_status_and_sentence)
{
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(phb__fail(&error, PHB_ERROR_MEMORY), PHB_ERROR_MEMORY);
    ck_assert_int_eq(error.status, PHB_ERROR_MEMORY);
    ck_assert_str_eq(error.message, phb_status_message(PHB_ERROR_MEMORY));
    ck_assert_str_eq(error.path, "");
    ck_assert_int_eq(error.position, -1);
}
END_TEST

START_TEST(a_failure_may_have_a_sentence_of_its_own)
{
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb__fail_because(&error, PHB_ERROR_RANGE, "lines must be at most 1000");
    ck_assert_int_eq(status, PHB_ERROR_RANGE);
    ck_assert_str_eq(error.message, "lines must be at most 1000");
}
END_TEST

START_TEST(a_failure_may_be_about_something)
{
    phb_error error = PHB_ERROR_INIT;
    phb_status status =
        phb__fail_about(&error, PHB_ERROR_RANGE, "minutes_per_week", " must be at most 10080");
    ck_assert_int_eq(status, PHB_ERROR_RANGE);
    ck_assert_str_eq(error.message, "minutes_per_week must be at most 10080");
}
END_TEST

START_TEST(without_an_error_there_is_still_a_status)
{
    ck_assert_int_eq(phb__fail(NULL, PHB_ERROR_DATE), PHB_ERROR_DATE);
    ck_assert_int_eq(phb__fail_because(NULL, PHB_ERROR_DATE, "x"), PHB_ERROR_DATE);
    ck_assert_int_eq(phb__fail_about(NULL, PHB_ERROR_DATE, "x", "y"), PHB_ERROR_DATE);
    phb__error_at_path(NULL, "/x");
    phb__error_at_position(NULL, 7);
    ck_assert_str_eq(phb__error_path(NULL), "");
}
END_TEST

START_TEST(a_place_is_said_after_the_failure_and_forgotten_by_the_next)
{
    phb_error error = PHB_ERROR_INIT;
    phb__fail(&error, PHB_ERROR_RANGE);
    phb__error_at_path(&error, "/lines/3/rate");
    phb__error_at_position(&error, 120);
    ck_assert_str_eq(phb__error_path(&error), "/lines/3/rate");
    ck_assert_int_eq(error.position, 120);

    phb__fail(&error, PHB_ERROR_MEMORY);
    ck_assert_str_eq(phb__error_path(&error), "");
    ck_assert_int_eq(error.position, -1);
}
END_TEST

/* size 4, status 4, position 8, path 128: an older message may start at 144, and be shorter. */
static const struct {
    size_t size;
    const char *message; /* what is left of "abcdefgh" */
} older_errors[] = {
    {144, NULL}, {145, ""}, {146, "a"}, {152, "abcdefg"}, {153, "abcdefgh"}, {399, "abcdefgh"},
};

START_TEST(nothing_is_written_past_an_older_struct)
{
    phb_error *error = error_of_size(older_errors[_i].size);
    phb__fail_about(error, PHB_ERROR_RANGE, "abcd", "efgh");
    phb__error_at_path(error, "/a");
    phb__error_at_position(error, 5);
    ck_assert_int_eq(error->status, PHB_ERROR_RANGE);
    ck_assert_int_eq(error->position, 5);
    ck_assert_str_eq(phb__error_path(error), "/a");
    if (older_errors[_i].message) {
        ck_assert_str_eq(error->message, older_errors[_i].message);
    }
    check_nothing_behind(older_errors[_i].size);
}
END_TEST

static const size_t stunted_sizes[] = {4, 8, 15, 16, 100, 143};

START_TEST(not_even_one_that_ends_before_its_message)
{
    phb_error *error = error_of_size(stunted_sizes[_i]);
    phb__fail(error, PHB_ERROR_RANGE);
    phb__error_at_path(error, "/a");
    phb__error_at_position(error, 5);
    ck_assert_str_eq(phb__error_path(error), "");
    if (stunted_sizes[_i] >= 8) {
        ck_assert_int_eq(error->status, PHB_ERROR_RANGE);
    }
    check_nothing_behind(stunted_sizes[_i]);
}
END_TEST

START_TEST(a_newer_struct_is_filled_as_far_as_we_know_it)
{
    phb_error *error = error_of_size(sizeof(phb_error) + 64);
    phb__fail_because(error, PHB_ERROR_RANGE, "a");
    ck_assert_str_eq(error->message, "a");
    for (size_t i = sizeof(phb_error); i < sizeof(phb_error) + 64; i++) {
        ck_assert_uint_eq(theirs.bytes[i], 0);
    }
    check_nothing_behind(sizeof(phb_error) + 64);
}
END_TEST

/* An error of 150 bytes has room for 5 bytes of message and a NUL. £ is 2 bytes, € is 3, U+1F600 4.
 */
static const struct {
    const char *subject;
    const char *rest;
    const char *kept;
} cuts[] = {
    {"abcde", "", "abcde"},
    {"abcdef", "", "abcde"},
    {"abcd\xC2\xA3", "", "abcd"},
    {"abc\xC2\xA3", "", "abc\xC2\xA3"},
    {"abc\xE2\x82\xAC", "", "abc"},
    {"ab\xF0\x9F\x98\x80", "", "ab"},
    {"abc", "\xC2\xA3", "abc\xC2\xA3"},
    {"abcd", "\xC2\xA3", "abcd"},
    /* What comes behind a cut is left out, though it would fit. */
    {"abcd\xC2\xA3", "x", "abcd"},
};

START_TEST(a_message_is_cut_between_characters)
{
    phb_error *error = error_of_size(150);
    phb__fail_about(error, PHB_ERROR_RANGE, cuts[_i].subject, cuts[_i].rest);
    ck_assert_str_eq(error->message, cuts[_i].kept);
    check_nothing_behind(150);
}
END_TEST

START_TEST(a_message_of_stray_bytes_is_cut_to_nothing)
{
    phb_error *error = error_of_size(146);
    phb__fail_because(error, PHB_ERROR_RANGE, "\x80\x80\x80");
    ck_assert_str_eq(error->message, "");
    check_nothing_behind(146);
}
END_TEST

/* A path of `tokens` times "/23456789": 9 bytes each; 127 fit. 14 × 9 is 126, 15 × 9 is 135. */
static const struct {
    size_t tokens;
    const char *tail;
    size_t kept;
} paths[] = {
    {14, "", 126}, {14, "/", 127}, {14, "/2", 126}, {15, "", 126},
    {16, "", 126}, {14, "x", 127}, {14, "xy", 117},
};

START_TEST(a_path_is_cut_between_tokens)
{
    char path[256] = "";
    for (size_t i = 0; i < paths[_i].tokens; i++) {
        strcat(path, "/23456789");
    }
    strcat(path, paths[_i].tail);

    phb_error error = PHB_ERROR_INIT;
    phb__error_at_path(&error, path);
    ck_assert_uint_eq(strlen(error.path), paths[_i].kept);
    ck_assert_int_eq(strncmp(error.path, path, paths[_i].kept), 0);
}
END_TEST

START_TEST(a_token_that_is_too_long_alone_leaves_no_path)
{
    char path[256];
    memset(path, 'x', sizeof(path) - 1);
    path[0] = '/';
    path[sizeof(path) - 1] = '\0';

    phb_error error = PHB_ERROR_INIT;
    phb__error_at_path(&error, path);
    ck_assert_str_eq(error.path, "");
}
END_TEST

START_TEST(a_path_may_be_made_of_the_one_before)
{
    phb_error error = PHB_ERROR_INIT;
    phb__error_at_path(&error, "/lines/3/rate");
    phb__error_at_path(&error, phb__error_path(&error) + 6);
    ck_assert_str_eq(error.path, "/3/rate");
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("error");
    tcase_add_test(tcase, a_fresh_error_holds_nothing);
    tcase_add_test(tcase, a_failure_says_its_status_and_sentence);
    tcase_add_test(tcase, a_failure_may_have_a_sentence_of_its_own);
    tcase_add_test(tcase, a_failure_may_be_about_something);
    tcase_add_test(tcase, without_an_error_there_is_still_a_status);
    tcase_add_test(tcase, a_place_is_said_after_the_failure_and_forgotten_by_the_next);
    add_rows(tcase, nothing_is_written_past_an_older_struct, older_errors);
    add_rows(tcase, not_even_one_that_ends_before_its_message, stunted_sizes);
    tcase_add_test(tcase, a_newer_struct_is_filled_as_far_as_we_know_it);
    add_rows(tcase, a_message_is_cut_between_characters, cuts);
    tcase_add_test(tcase, a_message_of_stray_bytes_is_cut_to_nothing);
    add_rows(tcase, a_path_is_cut_between_tokens, paths);
    tcase_add_test(tcase, a_token_that_is_too_long_alone_leaves_no_path);
    tcase_add_test(tcase, a_path_may_be_made_of_the_one_before);
    return suite_run("error", tcase);
}
