#include "core/arena.h"

#include <stdalign.h>
#include <string.h>

#include "support/failing.h"
#include "support/suite.h"

START_TEST(an_arena_that_is_not_used_takes_nothing)
{
    struct failing failing;
    struct phb__arena arena;
    phb__arena_init(&arena, failing_context(&failing, 0, FAILING_ONCE), 0);
    phb__arena_free(&arena);
    ck_assert_uint_eq(failing.calls, 0);
    failing_close(&failing);
}
END_TEST

/* Odd sizes, texts between, blocks that fill up: what comes next must be aligned all the same. */
START_TEST(memory_is_aligned_zeroed_and_apart)
{
    struct phb__arena arena;
    phb__arena_init(&arena, NULL, 64);
    for (size_t size = 1; size <= 200; size++) {
        unsigned char *bytes = phb__arena_take(&arena, 1, size);
        ck_assert_ptr_nonnull(bytes);
        ck_assert_uint_eq((uintptr_t)bytes % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) {
            ck_assert_uint_eq(bytes[i], 0);
        }
        /* Were two of them to overlap, the next would not be zero. */
        memset(bytes, 0xFF, size);
        ck_assert_ptr_nonnull(phb__arena_text(&arena, "abcdef", size % 7));
    }
    phb__arena_free(&arena);
}
END_TEST

START_TEST(a_text_is_copied_with_a_nul_behind)
{
    struct phb__arena arena;
    phb__arena_init(&arena, NULL, 0);
    char text[] = "budget";
    const char *copy = phb__arena_text(&arena, text, 3);
    const char *empty = phb__arena_text(&arena, NULL, 0);
    text[0] = 'f';
    ck_assert_str_eq(copy, "bud");
    ck_assert_str_eq(empty, "");
    phb__arena_free(&arena);
}
END_TEST

START_TEST(nothing_is_something_too)
{
    struct phb__arena arena;
    phb__arena_init(&arena, NULL, 0);
    ck_assert_ptr_nonnull(phb__arena_take(&arena, 0, 8));
    ck_assert_ptr_nonnull(phb__arena_take(&arena, 8, 0));
    phb__arena_free(&arena);
}
END_TEST

static const struct {
    size_t count;
    size_t size;
} too_much[] = {
    {SIZE_MAX, 2},
    {2, SIZE_MAX},
    {1, SIZE_MAX},
    {1, SIZE_MAX / 2 + 1},
};

START_TEST(what_overflows_is_refused)
{
    struct phb__arena arena;
    phb__arena_init(&arena, NULL, 0);
    ck_assert_ptr_nonnull(phb__arena_take(&arena, 1, 1));
    ck_assert_ptr_null(phb__arena_take(&arena, too_much[_i].count, too_much[_i].size));
    ck_assert_ptr_null(phb__arena_text(&arena, "", SIZE_MAX));
    phb__arena_free(&arena);
}
END_TEST

/* Blocks of 1,024, 2,048 … bytes: a million bytes are 10 of them, 2^10 + … + 2^19 = 1,047,552. */
START_TEST(a_million_bytes_cost_ten_allocations)
{
    struct failing failing;
    struct phb__arena arena;
    phb__arena_init(&arena, failing_context(&failing, 0, FAILING_ONCE), 0);
    for (size_t i = 0; i < 1000000 / 16; i++) {
        ck_assert_ptr_nonnull(phb__arena_take(&arena, 1, 16));
    }
    ck_assert_uint_eq(failing.calls, 10);
    phb__arena_free(&arena);
    failing_close(&failing);
}
END_TEST

/* A text of 18 bytes and its NUL in a block of 20: the next aligned place, 32, is not in it. */
START_TEST(a_block_may_end_before_the_next_aligned_place)
{
    struct phb__arena arena;
    phb__arena_init(&arena, NULL, 20);
    ck_assert_str_eq(phb__arena_text(&arena, "eighteen character", 18), "eighteen character");
    void *memory = phb__arena_take(&arena, 1, 1);
    ck_assert_ptr_nonnull(memory);
    ck_assert_uint_eq((uintptr_t)memory % alignof(max_align_t), 0);
    phb__arena_free(&arena);
}
END_TEST

START_TEST(a_large_request_gets_a_block_of_its_own_size)
{
    struct failing failing;
    struct phb__arena arena;
    phb__arena_init(&arena, failing_context(&failing, 0, FAILING_ONCE), 64);
    ck_assert_ptr_nonnull(phb__arena_take(&arena, 1, 100000));
    size_t before = failing.live_bytes;
    ck_assert_uint_ge(before, 100000);
    ck_assert_ptr_nonnull(phb__arena_take(&arena, 1, 1));
    ck_assert_uint_lt(failing.live_bytes - before,
                      1000); /* the next block is as small as the first */
    phb__arena_free(&arena);
    failing_close(&failing);
}
END_TEST

START_TEST(a_freed_arena_may_be_used_again)
{
    struct phb__arena arena;
    phb__arena_init(&arena, NULL, 0);
    ck_assert_ptr_nonnull(phb__arena_take(&arena, 1, 10));
    phb__arena_free(&arena);
    ck_assert_str_eq(phb__arena_text(&arena, "again", 5), "again");
    phb__arena_free(&arena);
    phb__arena_free(&arena);
}
END_TEST

START_TEST(a_list_keeps_its_items_while_it_grows)
{
    struct phb__arena arena;
    struct phb__list list = {NULL, 0, 0};
    phb__arena_init(&arena, NULL, 0);
    for (int64_t i = 0; i < 1000; i++) {
        int64_t *item = phb__list_add(&list, &arena, sizeof(*item));
        ck_assert_ptr_nonnull(item);
        ck_assert_int_eq(*item, 0);
        *item = i;
    }
    ck_assert_uint_eq(list.count, 1000);
    for (int64_t i = 0; i < 1000; i++) {
        ck_assert_int_eq(((int64_t *)list.items)[i], i);
    }
    phb__arena_free(&arena);
}
END_TEST

START_TEST(a_list_of_a_known_number_takes_no_more_than_that)
{
    struct phb__arena arena;
    struct phb__list list = {NULL, 0, 0};
    phb__arena_init(&arena, NULL, 0);
    ck_assert(phb__list_reserve(&list, &arena, 3, sizeof(int64_t)));
    ck_assert_uint_eq(list.capacity, 3);
    for (int64_t i = 0; i < 4; i++) {
        int64_t *item = phb__list_add(&list, &arena, sizeof(*item));
        ck_assert_ptr_nonnull(item);
        *item = i;
    }
    ck_assert_uint_eq(list.count, 4);
    ck_assert_int_eq(((int64_t *)list.items)[0], 0);
    ck_assert_int_eq(((int64_t *)list.items)[3], 3);
    phb__arena_free(&arena);
}
END_TEST

START_TEST(no_more_is_reserved_than_may_well_be_there)
{
    struct phb__arena arena;
    struct phb__list list = {NULL, 0, 0};
    phb__arena_init(&arena, NULL, 0);
    ck_assert(phb__list_reserve(&list, &arena, SIZE_MAX, sizeof(int64_t)));
    ck_assert_uint_eq(list.capacity, PHB__LIST_RESERVED);
    phb__arena_free(&arena);
}
END_TEST

START_TEST(a_list_too_long_to_count_is_refused)
{
    struct phb__arena arena;
    struct phb__list list = {NULL, UINT32_C(0x80000000), UINT32_C(0x80000000)};
    phb__arena_init(&arena, NULL, 0);
    ck_assert_ptr_null(phb__list_add(&list, &arena, 1));
    phb__arena_free(&arena);
}
END_TEST

/* Whatever allocation fails, what was there before stays, and everything is given back. */
static bool
fill_list(const phb_context *context)
{
    struct phb__arena arena;
    struct phb__list list = {NULL, 0, 0};
    phb__arena_init(&arena, context, 32);
    bool is_filled = true;
    for (uint32_t i = 0; is_filled && i < 500; i++) {
        uint32_t *item = phb__list_add(&list, &arena, sizeof(*item));
        is_filled = item && phb__arena_text(&arena, "text", 4);
        if (item) {
            *item = i;
        }
    }
    for (uint32_t i = 0; i < list.count; i++) {
        ck_assert_uint_eq(((uint32_t *)list.items)[i], i);
    }
    phb__arena_free(&arena);
    return is_filled;
}

START_TEST(running_out_of_memory_leaks_nothing)
{
    bool is_filled = false;
    for (size_t n = 1; !is_filled; n++) {
        struct failing failing;
        is_filled = fill_list(failing_context(&failing, n, FAILING_FROM_N));
        ck_assert(is_filled == (failing.failures == 0));
        failing_close(&failing);
        ck_assert_uint_lt(n, 100);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("arena");
    tcase_add_test(tcase, an_arena_that_is_not_used_takes_nothing);
    tcase_add_test(tcase, memory_is_aligned_zeroed_and_apart);
    tcase_add_test(tcase, a_text_is_copied_with_a_nul_behind);
    tcase_add_test(tcase, nothing_is_something_too);
    add_rows(tcase, what_overflows_is_refused, too_much);
    tcase_add_test(tcase, a_million_bytes_cost_ten_allocations);
    tcase_add_test(tcase, a_block_may_end_before_the_next_aligned_place);
    tcase_add_test(tcase, a_large_request_gets_a_block_of_its_own_size);
    tcase_add_test(tcase, a_freed_arena_may_be_used_again);
    tcase_add_test(tcase, a_list_keeps_its_items_while_it_grows);
    tcase_add_test(tcase, a_list_of_a_known_number_takes_no_more_than_that);
    tcase_add_test(tcase, no_more_is_reserved_than_may_well_be_there);
    tcase_add_test(tcase, a_list_too_long_to_count_is_refused);
    tcase_add_test(tcase, running_out_of_memory_leaks_nothing);
    return suite_run("arena", tcase);
}
