#include "core/ids.h"

#include <stdio.h>

#include "support/failing.h"
#include "support/suite.h"

START_TEST(an_id_is_found_again)
{
    struct phb__ids ids;
    ck_assert(phb__ids_init(&ids, NULL, 3));
    ck_assert(phb__ids_add(&ids, "pa-1", 7));
    ck_assert(phb__ids_add(&ids, "pa-2", 0));
    ck_assert_int_eq(phb__ids_find(&ids, "pa-1"), 7);
    ck_assert_int_eq(phb__ids_find(&ids, "pa-2"), 0);
    ck_assert_int_eq(phb__ids_find(&ids, "pa-3"), -1);
    ck_assert_int_eq(phb__ids_find(&ids, ""), -1);
    phb__ids_free(&ids);
}
END_TEST

START_TEST(an_id_is_added_once)
{
    struct phb__ids ids;
    ck_assert(phb__ids_init(&ids, NULL, 2));
    ck_assert(phb__ids_add(&ids, "a", 1));
    ck_assert(!phb__ids_add(&ids, "a", 2));
    ck_assert(phb__ids_add(&ids, "A", 3));
    ck_assert_int_eq(phb__ids_find(&ids, "a"), 1);
    phb__ids_free(&ids);
}
END_TEST

static const size_t rooms[] = {0, 1, 8, 9, 2000};

START_TEST(as_many_fit_as_was_said)
{
    static char names[2000][32];
    struct phb__ids ids;
    ck_assert(phb__ids_init(&ids, NULL, rooms[_i]));
    for (size_t i = 0; i < rooms[_i]; i++) {
        snprintf(names[i], sizeof(names[i]), "id-%zu", i);
        ck_assert(phb__ids_add(&ids, names[i], (int32_t)i));
    }
    for (size_t i = 0; i < rooms[_i]; i++) {
        ck_assert_int_eq(phb__ids_find(&ids, names[i]), (int32_t)i);
    }
    ck_assert_int_eq(phb__ids_find(&ids, "nobody"), -1);
    phb__ids_free(&ids);
}
END_TEST

START_TEST(tables_in_an_arena_are_freed_with_it)
{
    struct failing failing;
    struct phb__arena arena;
    struct phb__ids first;
    struct phb__ids second;
    phb__arena_init(&arena, failing_context(&failing, 0, FAILING_ONCE), 4096);
    ck_assert(phb__ids_init_in(&first, &arena, 3));
    ck_assert(phb__ids_init_in(&second, &arena, 3));
    ck_assert(phb__ids_add(&first, "one", 7));
    ck_assert_int_eq(phb__ids_find(&first, "one"), 7);
    ck_assert_int_eq(phb__ids_find(&second, "one"), -1);
    ck_assert_uint_eq(failing.calls, 1);
    phb__arena_free(&arena);
    failing_close(&failing);
}
END_TEST

START_TEST(out_of_memory_is_said_and_may_be_freed)
{
    struct failing failing;
    struct phb__ids ids;
    ck_assert(!phb__ids_init(&ids, failing_context(&failing, 1, FAILING_ONCE), 100));
    phb__ids_free(&ids);
    failing_close(&failing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("ids");
    tcase_add_test(tcase, an_id_is_found_again);
    tcase_add_test(tcase, an_id_is_added_once);
    add_rows(tcase, as_many_fit_as_was_said, rooms);
    tcase_add_test(tcase, tables_in_an_arena_are_freed_with_it);
    tcase_add_test(tcase, out_of_memory_is_said_and_may_be_freed);
    return suite_run("ids", tcase);
}
