#include "core/path.h"

#include <string.h>

#include "support/suite.h"

START_TEST(a_path_grows_by_tokens)
{
    char path[PHB__PATH_SIZE] = "";
    ck_assert(phb__path_add(path, "assistants"));
    ck_assert(phb__path_add_index(path, 0));
    ck_assert(phb__path_add(path, "hours"));
    ck_assert(phb__path_add_index(path, 17));
    ck_assert_str_eq(path, "/assistants/0/hours/17");
    ck_assert(phb__path_add_index(path, UINT32_MAX));
    ck_assert_str_eq(path, "/assistants/0/hours/17/4294967295");
}
END_TEST

/* 127 bytes and a NUL: of a token of n letters, 126 - n may stand before it. */
START_TEST(a_token_without_room_is_not_begun)
{
    char path[PHB__PATH_SIZE];
    memset(path, 'x', 123);
    path[0] = '/';
    path[123] = '\0';
    ck_assert(!phb__path_add(path, "abcd"));
    ck_assert(!phb__path_add_index(path, 1000));
    ck_assert_uint_eq(strlen(path), 123);
    ck_assert(phb__path_add(path, "abc"));
    ck_assert_uint_eq(strlen(path), 127);
    ck_assert(!phb__path_add(path, ""));
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("path");
    tcase_add_test(tcase, a_path_grows_by_tokens);
    tcase_add_test(tcase, a_token_without_room_is_not_begun);
    return suite_run("path", tcase);
}
