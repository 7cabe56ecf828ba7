#include "batch/column.h"

#include "support/suite.h"

/* Values that do not lie where a compiler would put them. */
static const struct {
    phb_batch_type type;
    ptrdiff_t stride_bytes;
    int64_t expected[3];
} columns[] = {
    {PHB_BATCH_UINT8, 1, {1, 0, 255}},
    {PHB_BATCH_UINT8, 2, {1, 255, 3}},
    {PHB_BATCH_UINT8, 0, {1, 1, 1}},
};

static const unsigned char bytes[] = {1, 0, 255, 9, 3};

START_TEST(bytes_are_read_by_their_stride)
{
    int64_t out[3];
    const phb_batch_column column = {bytes, columns[_i].stride_bytes, columns[_i].type, 0};
    phb__column_read(&column, (struct phb__rows){0, 3}, out);
    for (int i = 0; i < 3; i++) {
        ck_assert_int_eq(out[i], columns[_i].expected[i]);
        ck_assert_int_eq(phb__column_at(&column, (size_t)i), columns[_i].expected[i]);
    }
}
END_TEST

START_TEST(wide_values_need_not_be_aligned)
{
    char packed[1 + 2 * 13];
    const int64_t wide[] = {PHB_PENCE_MAX, INT64_MIN};
    const int32_t narrow[] = {-5, INT32_MIN};
    int64_t out[2];
    for (int i = 0; i < 2; i++) {
        memcpy(packed + 1 + i * 13, &wide[i], sizeof wide[i]);
        memcpy(packed + 1 + i * 13 + 8, &narrow[i], sizeof narrow[i]);
    }
    const phb_batch_column of_wide = {packed + 1, 13, PHB_BATCH_INT64, 0};
    const phb_batch_column of_narrow = {packed + 9, 13, PHB_BATCH_INT32, 0};
    phb__column_read(&of_wide, (struct phb__rows){0, 2}, out);
    ck_assert_int_eq(out[0], PHB_PENCE_MAX);
    ck_assert_int_eq(out[1], PHB_NUMBER_NONE);
    phb__column_read(&of_narrow, (struct phb__rows){0, 2}, out);
    ck_assert_int_eq(out[0], -5);
    ck_assert_int_eq(out[1], PHB_NUMBER_NONE);
}
END_TEST

/* From the last row to the first. */
START_TEST(a_stride_may_go_backwards)
{
    const int32_t values[] = {1, 2, 3};
    int64_t out[2];
    const phb_batch_column column = {&values[2], -(ptrdiff_t)sizeof *values, PHB_BATCH_INT32, 0};
    phb__column_read(&column, (struct phb__rows){1, 3}, out);
    ck_assert_int_eq(out[0], 2);
    ck_assert_int_eq(out[1], 1);
}
END_TEST

START_TEST(what_is_not_there_is_not_said)
{
    const phb_batch_column none = PHB_BATCH_COLUMN_NONE;
    ck_assert_int_eq(phb__column_at(&none, 7), PHB_NUMBER_NONE);
    ck_assert_int_eq(phb__day_of(PHB_NUMBER_NONE), PHB_DATE_NONE);
    ck_assert_int_eq(phb__day_of(INT64_MAX), PHB_DATE_MAX + 1);
    ck_assert_int_eq(phb__day_of(PHB_DATE_MIN), PHB_DATE_MIN);
    ck_assert_int_eq(phb__choice_of(PHB_NUMBER_NONE), 0);
    ck_assert_int_eq(phb__choice_of(3), 3);
    ck_assert_int_eq(phb__choice_of(-1), INT32_MAX);
    ck_assert_int_eq(phb__choice_of(INT64_C(1) << 32), INT32_MAX);
}
END_TEST

START_TEST(blocks_cover_the_range_once)
{
    static const size_t counts[] = {0, 1, PHB__BLOCK_ROWS, PHB__BLOCK_ROWS + 1, 1000};
    const struct phb__rows all = {5, 5 + counts[_i]};
    size_t next = all.first;
    for (struct phb__rows rows = phb__first_block(all); rows.first < all.end;
         rows = phb__next_block(rows, all)) {
        ck_assert_uint_eq(rows.first, next);
        ck_assert(rows.end > rows.first && rows.end - rows.first <= PHB__BLOCK_ROWS);
        next = rows.end;
    }
    ck_assert_uint_eq(next, all.end);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("column");
    add_rows(tcase, bytes_are_read_by_their_stride, columns);
    tcase_add_test(tcase, wide_values_need_not_be_aligned);
    tcase_add_test(tcase, a_stride_may_go_backwards);
    tcase_add_test(tcase, what_is_not_there_is_not_said);
    tcase_add_loop_test(tcase, blocks_cover_the_range_once, 0, 5);
    return suite_run("column", tcase);
}
