#include "core/table.h"

#include <stdio.h>
#include <string.h>

#include "support/failing.h"
#include "support/suite.h"

/* One column of each type, 32 and 64 bits mixed, so that a wrong offset shows. */
enum { NAME, COST, START, HOURS, PARENT, PAID, NOTE };

static const struct phb__column columns[] = {
    [NAME] = {"name", PHB_COLUMN_TEXT},      [COST] = {"cost", PHB_COLUMN_PENCE},
    [START] = {"start", PHB_COLUMN_DATE},    [HOURS] = {"hours", PHB_COLUMN_NUMBER},
    [PARENT] = {"parent", PHB_COLUMN_INDEX}, [PAID] = {"paid", PHB_COLUMN_YES_NO},
    [NOTE] = {"note", PHB_COLUMN_TEXT},
};

static phb_table *
table_of(const phb_context *context, size_t rows)
{
    return phb__table_new(context, columns, COUNT_OF(columns), rows);
}

START_TEST(no_table_is_an_empty_one)
{
    size_t rows = 7;
    ck_assert_uint_eq(phb_table_rows(NULL), 0);
    ck_assert_uint_eq(phb_table_columns(NULL), 0);
    ck_assert_ptr_null(phb_table_column_name(NULL, 0));
    ck_assert_int_eq(phb_table_column_type(NULL, 0), 0);
    ck_assert_ptr_null(phb_table_int64(NULL, "cost", &rows));
    ck_assert_uint_eq(rows, 0);
    ck_assert_ptr_null(phb_table_int32(NULL, "start", NULL));
    ck_assert_ptr_null(phb_table_text(NULL, "name", 0));
    phb_table_free(NULL);
}
END_TEST

START_TEST(columns_are_as_described)
{
    phb_table *table = table_of(NULL, 0);
    ck_assert_uint_eq(phb_table_columns(table), COUNT_OF(columns));
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        ck_assert_str_eq(phb_table_column_name(table, i), columns[i].name);
        ck_assert_int_eq(phb_table_column_type(table, i), columns[i].type);
    }
    ck_assert_ptr_null(phb_table_column_name(table, COUNT_OF(columns)));
    ck_assert_int_eq(phb_table_column_type(table, COUNT_OF(columns)), 0);
    phb_table_free(table);
}
END_TEST

START_TEST(a_table_without_rows_still_has_its_columns)
{
    size_t rows = 7;
    phb_table *table = table_of(NULL, 0);
    ck_assert_uint_eq(phb_table_rows(table), 0);
    ck_assert_ptr_nonnull(phb_table_int64(table, "cost", &rows));
    ck_assert_uint_eq(rows, 0);
    ck_assert_ptr_null(phb_table_text(table, "name", 0));
    phb_table_free(table);
}
END_TEST

START_TEST(a_new_row_says_nothing)
{
    phb_table *table = table_of(NULL, 0);
    ck_assert(phb__table_add_row(table));
    ck_assert_str_eq(phb_table_text(table, "name", 0), "");
    ck_assert_int_eq(phb_table_int64(table, "cost", NULL)[0], PHB_PENCE_NONE);
    ck_assert_int_eq(phb_table_int32(table, "start", NULL)[0], PHB_DATE_NONE);
    ck_assert_int_eq(phb_table_int64(table, "hours", NULL)[0], 0);
    ck_assert_int_eq(phb_table_int32(table, "parent", NULL)[0], -1);
    ck_assert_int_eq(phb_table_int32(table, "paid", NULL)[0], 0);
    phb_table_free(table);
}
END_TEST

/* Which accessor gives which column: a name that is none, or of another type, gives NULL. */
static const struct {
    const char *name;
    bool is_int64;
    bool is_int32;
    bool is_text;
} accesses[] = {
    {"name", false, false, true},  {"cost", true, false, false},   {"start", false, true, false},
    {"hours", true, false, false}, {"parent", false, true, false}, {"paid", false, true, false},
    {"note", false, false, true},  {"cos", false, false, false},   {"costs", false, false, false},
    {"Cost", false, false, false}, {"", false, false, false},      {NULL, false, false, false},
};

START_TEST(a_column_is_had_by_its_name_and_type)
{
    phb_table *table = table_of(NULL, 0);
    ck_assert(phb__table_add_row(table));
    const char *name = accesses[_i].name;
    size_t rows = 7;
    ck_assert((phb_table_int64(table, name, &rows) != NULL) == accesses[_i].is_int64);
    ck_assert_uint_eq(rows, accesses[_i].is_int64 ? 1 : 0);
    ck_assert((phb_table_int32(table, name, &rows) != NULL) == accesses[_i].is_int32);
    ck_assert_uint_eq(rows, accesses[_i].is_int32 ? 1 : 0);
    ck_assert((phb_table_text(table, name, 0) != NULL) == accesses[_i].is_text);
    ck_assert_ptr_null(phb_table_text(table, name, 1));
    phb_table_free(table);
}
END_TEST

/* Fills rows so that every cell says which row it is of. */
static bool
fill(phb_table *table, int32_t rows)
{
    for (int32_t row = 0; row < rows; row++) {
        char note[32];
        int size = snprintf(note, sizeof(note), "note %d", row);
        if (!phb__table_add_row(table) || !phb__table_set_static(table, NAME, "line") ||
            !phb__table_set_copy(table, NOTE, note, (size_t)size)) {
            return false;
        }
        phb__table_set(table, COST, row * INT64_C(1000000000));
        phb__table_set(table, START, row);
        phb__table_set(table, HOURS, -row);
        phb__table_set(table, PARENT, row - 1);
        phb__table_set(table, PAID, row % 2);
    }
    return true;
}

static void
check_filled(const phb_table *table, int32_t rows)
{
    size_t count = 0;
    const int64_t *costs = phb_table_int64(table, "cost", &count);
    ck_assert_uint_eq(count, (size_t)rows);
    ck_assert_uint_eq(phb_table_rows(table), (size_t)rows);
    for (int32_t row = 0; row < rows; row++) {
        char note[32];
        snprintf(note, sizeof(note), "note %d", row);
        ck_assert_str_eq(phb_table_text(table, "name", (size_t)row), "line");
        ck_assert_str_eq(phb_table_text(table, "note", (size_t)row), note);
        ck_assert_int_eq(costs[row], row * INT64_C(1000000000));
        ck_assert_int_eq(phb_table_int32(table, "start", NULL)[row], row);
        ck_assert_int_eq(phb_table_int64(table, "hours", NULL)[row], -row);
        ck_assert_int_eq(phb_table_int32(table, "parent", NULL)[row], row - 1);
        ck_assert_int_eq(phb_table_int32(table, "paid", NULL)[row], row % 2);
    }
}

/* Rows asked for, and rows there are: fewer, as many, more, an odd number. */
static const struct {
    size_t asked;
    int32_t rows;
} sizes[] = {{0, 1}, {0, 8}, {0, 9}, {0, 1000}, {1, 100}, {9, 9}, {9, 10}, {11, 12}, {100, 3}};

START_TEST(cells_stay_what_they_are_while_the_table_grows)
{
    phb_table *table = table_of(NULL, sizes[_i].asked);
    ck_assert(fill(table, sizes[_i].rows));
    check_filled(table, sizes[_i].rows);
    phb_table_free(table);
}
END_TEST

START_TEST(columns_are_aligned)
{
    phb_table *table = table_of(NULL, 9);
    ck_assert_uint_eq((uintptr_t)phb_table_int64(table, "cost", NULL) % sizeof(int64_t), 0);
    ck_assert_uint_eq((uintptr_t)phb_table_int64(table, "hours", NULL) % sizeof(int64_t), 0);
    phb_table_free(table);
}
END_TEST

START_TEST(cells_of_earlier_rows_can_be_completed)
{
    phb_table *table = table_of(NULL, 0);
    ck_assert(phb__table_add_row(table));
    ck_assert(phb__table_set_static(table, NAME, "first"));
    ck_assert(phb__table_add_row(table));
    phb__table_set_at(table, COST, 0, 500);
    phb__table_set_at(table, START, 0, PHB_DATE_MAX);
    ck_assert_int_eq(phb__table_get(table, COST, 0), 500);
    ck_assert_int_eq(phb__table_get(table, START, 0), PHB_DATE_MAX);
    ck_assert_int_eq(phb__table_get(table, COST, 1), PHB_PENCE_NONE);
    ck_assert_int_eq(phb__table_get(table, START, 1), PHB_DATE_NONE);
    ck_assert_str_eq(phb__table_get_text(table, NAME, 0), "first");
    ck_assert_str_eq(phb__table_get_text(table, NAME, 1), "");
    phb_table_free(table);
}
END_TEST

START_TEST(a_text_can_be_taken_back)
{
    phb_table *table = table_of(NULL, 0);
    ck_assert(phb__table_add_row(table));
    ck_assert(phb__table_set_static(table, NAME, "line"));
    ck_assert(phb__table_set_static(table, NAME, ""));
    ck_assert_str_eq(phb_table_text(table, "name", 0), "");
    ck_assert(phb__table_set_static(table, NAME, "line"));
    ck_assert(phb__table_set_static(table, NAME, NULL));
    ck_assert_str_eq(phb_table_text(table, "name", 0), "");
    ck_assert(phb__table_set_copy(table, NAME, "line", 4));
    ck_assert(phb__table_set_copy(table, NAME, NULL, 0));
    ck_assert_str_eq(phb_table_text(table, "name", 0), "");
    phb_table_free(table);
}
END_TEST

START_TEST(a_static_text_is_kept_where_it_is)
{
    static const char text[] = "constant";
    phb_table *table = table_of(NULL, 0);
    ck_assert(phb__table_add_row(table));
    ck_assert(phb__table_set_static(table, NAME, text));
    ck_assert_ptr_eq(phb_table_text(table, "name", 0), text);
    phb_table_free(table);
}
END_TEST

START_TEST(a_copied_text_is_the_tables_own)
{
    char text[] = "budget";
    phb_table *table = table_of(NULL, 0);
    ck_assert(phb__table_add_row(table));
    ck_assert(phb__table_set_copy(table, NAME, text, 3));
    text[0] = 'f';
    ck_assert_str_eq(phb_table_text(table, "name", 0), "bud");
    phb_table_free(table);
}
END_TEST

/* Texts that begin alike, and among a thousand others, must not be taken for one another. */
START_TEST(texts_that_begin_alike_are_different)
{
    phb_table *table = table_of(NULL, 0);
    for (size_t size = 0; size <= 40; size++) {
        ck_assert(phb__table_add_row(table));
        ck_assert(
            phb__table_set_copy(table, NAME, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", size));
    }
    for (size_t size = 0; size <= 40; size++) {
        ck_assert_uint_eq(strlen(phb_table_text(table, "name", size)), size);
    }
    phb_table_free(table);
}
END_TEST

/*
 * FNV-1a of 32 bits is 5e4daa9d for "liquid" and for "costarring", and what comes behind "week"
 * here leads back to the hash of "week" itself: only their characters tell them apart.
 */
START_TEST(texts_of_the_same_hash_are_different)
{
    static const char *const texts[] = {"liquid", "costarring", "weekbxovvqx", "week"};
    phb_table *table = table_of(NULL, 0);
    for (size_t i = 0; i < 2 * COUNT_OF(texts); i++) {
        const char *text = texts[i % COUNT_OF(texts)];
        ck_assert(phb__table_add_row(table));
        ck_assert(phb__table_set_copy(table, NAME, text, strlen(text)));
    }
    for (size_t i = 0; i < 2 * COUNT_OF(texts); i++) {
        ck_assert_str_eq(phb_table_text(table, "name", i), texts[i % COUNT_OF(texts)]);
    }
    phb_table_free(table);
}
END_TEST

/* Enough different texts that the search for one meets others on its way. */
START_TEST(many_texts_are_told_apart_and_used_again)
{
    phb_table *table = table_of(NULL, 0);
    ck_assert(fill(table, 3000));
    const char *first = phb_table_text(table, "note", 17);
    ck_assert(phb__table_add_row(table));
    ck_assert(phb__table_set_copy(table, NOTE, "note 17", 7));
    ck_assert_ptr_eq(phb_table_text(table, "note", 3000), first);
    phb_table_free(table);
}
END_TEST

START_TEST(many_constants_are_told_apart_and_used_again)
{
    static char constants[500][8];
    phb_table *table = table_of(NULL, 0);
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < COUNT_OF(constants); i++) {
            snprintf(constants[i], sizeof(constants[i]), "%zu", i);
            ck_assert(phb__table_add_row(table));
            ck_assert(phb__table_set_static(table, NAME, constants[i]));
        }
    }
    for (size_t i = 0; i < COUNT_OF(constants); i++) {
        ck_assert_ptr_eq(phb_table_text(table, "name", i), constants[i]);
        ck_assert_int_eq(phb__table_get(table, NAME, i),
                         phb__table_get(table, NAME, i + COUNT_OF(constants)));
    }
    phb_table_free(table);
}
END_TEST

START_TEST(a_thousand_rows_of_one_text_cost_one)
{
    struct failing failing;
    phb_table *table = table_of(failing_context(&failing, 0, FAILING_ONCE), 1000);
    ck_assert(phb__table_add_row(table));
    ck_assert(phb__table_set_copy(table, NAME, "category", 8));
    ck_assert(phb__table_set_static(table, NOTE, "note"));
    size_t before = failing.live_bytes;
    for (int row = 1; row < 1000; row++) {
        ck_assert(phb__table_add_row(table));
        ck_assert(phb__table_set_copy(table, NAME, "category", 8));
        ck_assert(phb__table_set_static(table, NOTE, phb_table_text(table, "note", 0)));
    }
    ck_assert_uint_eq(failing.live_bytes, before);
    phb_table_free(table);
    failing_close(&failing);
}
END_TEST

/* The table and its cells; and, once there are texts, the pool with its index, and the copies. */
START_TEST(a_table_of_known_length_costs_few_allocations)
{
    struct failing failing;
    phb_table *table = table_of(failing_context(&failing, 0, FAILING_ONCE), 10);
    ck_assert_uint_eq(failing.calls, 2);
    ck_assert(fill(table, 10));
    ck_assert_uint_eq(failing.calls, 4);
    phb_table_free(table);
    failing_close(&failing);
}
END_TEST

START_TEST(a_table_outlives_the_callers_reference)
{
    struct failing failing;
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    phb_table *table = table_of(context, 0);
    phb_context_unref(context);
    ck_assert(fill(table, 100));
    check_filled(table, 100);
    phb_table_free(table);
    failing.context = NULL;
    failing_close(&failing);
}
END_TEST

START_TEST(a_table_too_large_for_memory_is_refused)
{
    ck_assert_ptr_null(table_of(NULL, SIZE_MAX - 1));
    ck_assert_ptr_null(phb__table_new(NULL, columns, 0, 10));
}
END_TEST

static const enum failing_how hows[] = {FAILING_ONCE, FAILING_FROM_N};

/* Whatever allocation fails, the table can be freed, and nothing is lost. */
START_TEST(running_out_of_memory_leaks_nothing)
{
    bool is_filled = false;
    for (size_t n = 1; !is_filled; n++) {
        struct failing failing;
        phb_table *table = table_of(failing_context(&failing, n, hows[_i]), 0);
        is_filled = table && fill(table, 300);
        ck_assert(is_filled == (failing.failures == 0));
        phb_table_free(table);
        failing_close(&failing);
        ck_assert_uint_lt(n, 200);
    }
}
END_TEST

START_TEST(a_refused_text_leaves_the_cell_as_it_was)
{
    struct failing failing;
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    phb_table *table = table_of(context, 0);
    ck_assert(fill(table, 1));
    failing.fail_at = failing.calls + 1;
    failing.how = FAILING_FROM_N;
    /* Longer than what is left of the first block of copies. */
    static char long_text[2000];
    memset(long_text, 'x', sizeof(long_text));
    ck_assert(!phb__table_set_copy(table, NOTE, long_text, sizeof(long_text)));
    check_filled(table, 1);
    phb_table_free(table);
    failing_close(&failing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("table");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, no_table_is_an_empty_one);
    tcase_add_test(tcase, columns_are_as_described);
    tcase_add_test(tcase, a_table_without_rows_still_has_its_columns);
    tcase_add_test(tcase, a_new_row_says_nothing);
    add_rows(tcase, a_column_is_had_by_its_name_and_type, accesses);
    add_rows(tcase, cells_stay_what_they_are_while_the_table_grows, sizes);
    tcase_add_test(tcase, columns_are_aligned);
    tcase_add_test(tcase, cells_of_earlier_rows_can_be_completed);
    tcase_add_test(tcase, a_text_can_be_taken_back);
    tcase_add_test(tcase, a_static_text_is_kept_where_it_is);
    tcase_add_test(tcase, a_copied_text_is_the_tables_own);
    tcase_add_test(tcase, texts_that_begin_alike_are_different);
    tcase_add_test(tcase, texts_of_the_same_hash_are_different);
    tcase_add_test(tcase, many_texts_are_told_apart_and_used_again);
    tcase_add_test(tcase, many_constants_are_told_apart_and_used_again);
    tcase_add_test(tcase, a_thousand_rows_of_one_text_cost_one);
    tcase_add_test(tcase, a_table_of_known_length_costs_few_allocations);
    tcase_add_test(tcase, a_table_outlives_the_callers_reference);
    tcase_add_test(tcase, a_table_too_large_for_memory_is_refused);
    add_rows(tcase, running_out_of_memory_leaks_nothing, hows);
    tcase_add_test(tcase, a_refused_text_leaves_the_cell_as_it_was);
    return suite_run("table", tcase);
}
