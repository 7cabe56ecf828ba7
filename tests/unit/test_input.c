#include "core/input.h"

#include <string.h>

#include "support/suite.h"

/* A struct as it was in 0.1, and as it is now. */
struct first_options {
    uint32_t size;
    int32_t weeks;
};

struct options {
    uint32_t size;
    int32_t weeks;
    int64_t later;
};

static const struct options defaults = {sizeof(struct options), 52, -1};

/* As large as any size that may be said, and a little larger. */
static union {
    struct options known;
    unsigned char bytes[8192];
} newer;

static void
set_newer(uint32_t size)
{
    memset(&newer, 0, sizeof(newer));
    newer.known = (struct options){size, 12, 5};
}

static phb_status
copy_of(const void *given, struct options *copy)
{
    *copy = defaults;
    return phb__input_copy(copy, sizeof(*copy), sizeof(struct first_options), given, NULL);
}

START_TEST(the_same_version_is_copied)
{
    struct options given = {sizeof(given), 12, 5};
    struct options copy;
    ck_assert_int_eq(copy_of(&given, &copy), PHB_OK);
    ck_assert_int_eq(copy.weeks, 12);
    ck_assert_int_eq(copy.later, 5);
}
END_TEST

START_TEST(an_older_struct_leaves_the_defaults_of_newer_members)
{
    struct first_options given = {sizeof(given), 12};
    struct options copy;
    ck_assert_int_eq(copy_of(&given, &copy), PHB_OK);
    ck_assert_int_eq(copy.weeks, 12);
    ck_assert_int_eq(copy.later, -1);
    ck_assert_uint_eq(copy.size, sizeof(copy));
}
END_TEST

static const uint32_t newer_sizes[] = {17, 24, 1000, 4096};

START_TEST(a_newer_struct_is_fine_as_long_as_its_new_members_are_zero)
{
    struct options copy;
    set_newer(newer_sizes[_i]);
    ck_assert_int_eq(copy_of(&newer, &copy), PHB_OK);
    ck_assert_int_eq(copy.weeks, 12);
    ck_assert_int_eq(copy.later, 5);
    ck_assert_uint_eq(copy.size, sizeof(copy));
}
END_TEST

START_TEST(a_newer_struct_that_uses_its_new_members_is_refused)
{
    struct options copy;
    set_newer(newer_sizes[_i]);
    newer.bytes[newer_sizes[_i] - 1] = 1;
    ck_assert_int_eq(copy_of(&newer, &copy), PHB_ERROR_STRUCT);
    ck_assert_mem_eq(&copy, &defaults, sizeof(copy));
}
END_TEST

START_TEST(what_lies_behind_the_size_is_not_looked_at)
{
    struct options copy;
    set_newer(newer_sizes[_i]);
    newer.bytes[newer_sizes[_i]] = 1;
    ck_assert_int_eq(copy_of(&newer, &copy), PHB_OK);
}
END_TEST

/* Smaller than the first version, or larger than any: nobody initialised it. */
static const uint32_t bad_sizes[] = {0, 1, 4, 7, 4097, 8192, UINT32_MAX};

START_TEST(a_dirty_struct_is_refused)
{
    struct options given = {bad_sizes[_i], 12, 5};
    struct options copy;
    ck_assert_int_eq(copy_of(&given, &copy), PHB_ERROR_STRUCT);
    ck_assert_mem_eq(&copy, &defaults, sizeof(copy));
}
END_TEST

START_TEST(the_error_says_what_to_do)
{
    struct options given = {0, 12, 5};
    struct options copy = defaults;
    phb_error error = PHB_ERROR_INIT;
    phb_status status =
        phb__input_copy(&copy, sizeof(copy), sizeof(struct first_options), &given, &error);
    ck_assert_int_eq(status, PHB_ERROR_STRUCT);
    ck_assert_int_eq(error.status, PHB_ERROR_STRUCT);
    ck_assert_str_eq(error.message,
                     "size must be that of the struct: initialise it with its INIT macro");
}
END_TEST

START_TEST(no_struct_at_all_is_a_mistake)
{
    struct options copy;
    ck_assert_int_eq(copy_of(NULL, &copy), PHB_ERROR_ARGUMENT);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("input");
    tcase_add_test(tcase, the_same_version_is_copied);
    tcase_add_test(tcase, an_older_struct_leaves_the_defaults_of_newer_members);
    add_rows(tcase, a_newer_struct_is_fine_as_long_as_its_new_members_are_zero, newer_sizes);
    add_rows(tcase, a_newer_struct_that_uses_its_new_members_is_refused, newer_sizes);
    add_rows(tcase, what_lies_behind_the_size_is_not_looked_at, newer_sizes);
    add_rows(tcase, a_dirty_struct_is_refused, bad_sizes);
    tcase_add_test(tcase, the_error_says_what_to_do);
    tcase_add_test(tcase, no_struct_at_all_is_a_mistake);
    return suite_run("input", tcase);
}
