#include <phb/money.h>

#include <string.h>

#include "support/suite.h"

#define UNTOUCHED INT64_C(-77)

static const struct {
    phb_pence amount;
    int64_t numerator;
    int64_t denominator;
    int rounding;
    phb_status status;
    phb_pence scaled;
} scales[] = {
    /* 12.07% of £1,000.00 is £120.70; of £13.50 it is 162.945 pence. */
    {100000, 120700, 1000000, PHB_ROUND_EXACT, PHB_OK, 12070},
    {1350, 120700, 1000000, PHB_ROUND_HALF_UP, PHB_OK, 163},
    {1350, 120700, 1000000, PHB_ROUND_DOWN, PHB_OK, 162},
    {1350, 120700, 1000000, PHB_ROUND_EXACT, PHB_ERROR_RANGE, 0},
    {-1350, 120700, 1000000, PHB_ROUND_DOWN, PHB_OK, -163},
    {-1350, 120700, 1000000, PHB_ROUND_UP, PHB_OK, -162},
    {5, 1, 2, PHB_ROUND_HALF_EVEN, PHB_OK, 2},
    {7, 1, 2, PHB_ROUND_HALF_EVEN, PHB_OK, 4},
    /* 15% of £10.37 is £1.5555: the third decimal is 5, so down; of £10.38, £1.557, so up. */
    {1037, 150000, 1000000, PHB_ROUND_THIRD_DECIMAL, PHB_OK, 155},
    {1038, 150000, 1000000, PHB_ROUND_THIRD_DECIMAL, PHB_OK, 156},
    /* The largest amount, by the largest share: 10^12 × 10^6. */
    {PHB_PENCE_MAX, PHB_PPM, PHB_PPM, PHB_ROUND_EXACT, PHB_OK, PHB_PENCE_MAX},
    {-PHB_PENCE_MAX, PHB_PPM, PHB_PPM, PHB_ROUND_EXACT, PHB_OK, -PHB_PENCE_MAX},
    {PHB_PENCE_MAX, PHB_PENCE_MAX, PHB_PENCE_MAX, PHB_ROUND_EXACT, PHB_OK, PHB_PENCE_MAX},
    {PHB_PENCE_MAX, PHB_PPM + 1, PHB_PPM, PHB_ROUND_DOWN, PHB_ERROR_RANGE, 0},
    {-PHB_PENCE_MAX, PHB_PPM + 1, PHB_PPM, PHB_ROUND_DOWN, PHB_ERROR_RANGE, 0},
    {PHB_PENCE_MAX, INT64_MAX, 1, PHB_ROUND_DOWN, PHB_ERROR_RANGE, 0},
    /* No amount, or one too large, does not become one by a small share. */
    {PHB_PENCE_NONE, 0, 1, PHB_ROUND_DOWN, PHB_ERROR_RANGE, 0},
    {PHB_PENCE_MAX + 1, 1, 2, PHB_ROUND_DOWN, PHB_ERROR_RANGE, 0},
    {-PHB_PENCE_MAX - 1, 1, 2, PHB_ROUND_DOWN, PHB_ERROR_RANGE, 0},
    {1, 1, 0, PHB_ROUND_DOWN, PHB_ERROR_RANGE, 0},
    {1, 1, -1, PHB_ROUND_DOWN, PHB_ERROR_RANGE, 0},
    {1, 1, 1, 0, PHB_ERROR_ARGUMENT, 0},
    {1, 1, 1, 7, PHB_ERROR_ARGUMENT, 0},
    /* A mistake in the program comes before one in the numbers. */
    {1, 1, 0, 0, PHB_ERROR_ARGUMENT, 0},
};

START_TEST(an_amount_is_scaled_by_a_named_rounding)
{
    phb_pence scaled = UNTOUCHED;
    phb_status status =
        phb_pence_scale(scales[_i].amount, scales[_i].numerator, scales[_i].denominator,
                        (phb_rounding)scales[_i].rounding, &scaled);
    ck_assert_int_eq(status, scales[_i].status);
    ck_assert_int_eq(scaled, status == PHB_OK ? scales[_i].scaled : UNTOUCHED);
}
END_TEST

START_TEST(scaling_needs_somewhere_to_put_the_result)
{
    ck_assert_int_eq(phb_pence_scale(1, 1, 1, PHB_ROUND_DOWN, NULL), PHB_ERROR_ARGUMENT);
}
END_TEST

#define MOST_SHARES 5

static const struct {
    phb_pence total;
    size_t count;
    int64_t weights[MOST_SHARES];
    phb_pence shares[MOST_SHARES];
} share_cases[] = {
    {100, 1, {7}, {100}},
    {100, 2, {1, 1}, {50, 50}},
    /* 33⅓ each: one penny is left, all remainders are the same, the first gets it. */
    {100, 3, {1, 1, 1}, {34, 33, 33}},
    {101, 3, {1, 1, 1}, {34, 34, 33}},
    /* 14.28…, 28.57…, 57.14…: the penny goes to .57. */
    {100, 3, {1, 2, 4}, {14, 29, 57}},
    /* 0.5, 0.5, 2: a tie, the earlier gets it. */
    {3, 3, {1, 1, 4}, {1, 0, 2}},
    /* 1.2, 1.2, 1.2, 1.2, 0.2 of 5: the first of five equal remainders. */
    {5, 5, {6, 6, 6, 6, 1}, {2, 1, 1, 1, 0}},
    /* 0.9 and 0.1 of 1, and of nothing at all. */
    {1, 2, {1, 9}, {0, 1}},
    {0, 3, {1, 2, 3}, {0, 0, 0}},
    /* Who has no weight gets nothing, wherever they stand. */
    {2, 4, {0, 1, 0, 2}, {0, 1, 0, 1}},
    {1, 3, {0, 1, 1}, {0, 1, 0}},
    {10, 2, {0, 3}, {0, 10}},
    /* Products wider than 64 bits, and the largest sum of weights. */
    {PHB_PENCE_MAX, 2, {INT64_MAX - 1, 1}, {PHB_PENCE_MAX, 0}},
    {PHB_PENCE_MAX, 2, {INT64_MAX / 2, INT64_MAX / 2 + 1}, {PHB_PENCE_MAX / 2, PHB_PENCE_MAX / 2}},
    {PHB_PENCE_MAX,
     3,
     {1, 1, 1},
     {INT64_C(333333333334), INT64_C(333333333333), INT64_C(333333333333)}},
};

START_TEST(a_total_is_shared_out_by_largest_remainders)
{
    phb_pence shares[MOST_SHARES] = {0};
    ck_assert_int_eq(phb_pence_share(share_cases[_i].total, share_cases[_i].weights,
                                     share_cases[_i].count, shares),
                     PHB_OK);
    for (size_t i = 0; i < share_cases[_i].count; i++) {
        ck_assert_int_eq(shares[i], share_cases[_i].shares[i]);
    }
}
END_TEST

static const struct {
    phb_pence total;
    int64_t weights[2];
} bad_shares[] = {
    {-1, {1, 1}}, {PHB_PENCE_MAX + 1, {1, 1}}, {PHB_PENCE_NONE, {1, 1}}, {1, {0, 0}}, {1, {-1, 2}},
    {1, {2, -1}}, {1, {INT64_MAX, 1}},
};

START_TEST(shares_that_make_no_sense_are_refused)
{
    phb_pence shares[2] = {UNTOUCHED, UNTOUCHED};
    ck_assert_int_eq(phb_pence_share(bad_shares[_i].total, bad_shares[_i].weights, 2, shares),
                     PHB_ERROR_RANGE);
    ck_assert_int_eq(shares[0], UNTOUCHED);
    ck_assert_int_eq(shares[1], UNTOUCHED);
}
END_TEST

START_TEST(sharing_needs_weights_and_somewhere_to_put_shares)
{
    const int64_t weights[] = {1};
    phb_pence shares[] = {UNTOUCHED};
    ck_assert_int_eq(phb_pence_share(1, NULL, 1, shares), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_pence_share(1, weights, 0, shares), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_pence_share(1, weights, 1, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(shares[0], UNTOUCHED);
}
END_TEST

/*
 * Whatever the weights: shares add up, and none is a whole penny away from its exact share. For the
 * sake of checking by plain integers, products stay below 2^63.
 */
START_TEST(random_shares_add_up_and_are_fair)
{
    struct random_source source = {1948};
    int64_t weights[40];
    phb_pence shares[40];
    for (int round = 0; round < 2000; round++) {
        size_t count = (size_t)random_between(&source, 1, 40);
        phb_pence total = random_between(&source, 0, 100000000);
        int64_t sum = 0;
        for (size_t i = 0; i < count; i++) {
            weights[i] = random_between(&source, 0, 1000000);
            sum += weights[i];
        }
        weights[0] += sum == 0 ? 1 : 0;
        sum += sum == 0 ? 1 : 0;

        ck_assert_int_eq(phb_pence_share(total, weights, count, shares), PHB_OK);
        phb_pence added = 0;
        for (size_t i = 0; i < count; i++) {
            int64_t beyond = shares[i] * sum - total * weights[i];
            ck_assert_int_lt(beyond, sum);
            ck_assert_int_gt(beyond, -sum);
            added += shares[i];
        }
        ck_assert_int_eq(added, total);
    }
}
END_TEST

static const struct {
    const char *text;
    phb_pence pence;
} readable[] = {
    {"0", 0},
    {"0.00", 0},
    {"-0", 0},
    {"-0.00", 0},
    {"1", 100},
    {"1.5", 150},
    {"1.05", 105},
    {"1234.50", 123450},
    {"-0.01", -1},
    {"-1234.5", -123450},
    {"007", 700},
    {"00000000000000000000000000000000.01", 1},
    {"10000000000", PHB_PENCE_MAX},
    {"10000000000.00", PHB_PENCE_MAX},
    {"-10000000000.00", -PHB_PENCE_MAX},
    {"9999999999.99", PHB_PENCE_MAX - 1},
};

START_TEST(pounds_are_read)
{
    phb_pence pence = UNTOUCHED;
    ck_assert_int_eq(phb_pence_parse(readable[_i].text, &pence), PHB_OK);
    ck_assert_int_eq(pence, readable[_i].pence);
}
END_TEST

static const char *const unreadable[] = {
    "",
    "-",
    ".",
    "-.",
    "+1",
    "--1",
    "-+1",
    "1-",
    "1.",
    ".5",
    "-.5",
    "1.2.3",
    "1..2",
    "1,000",
    "1 000",
    "1'000",
    "1.005",
    "1.000",
    "1.50\n",
    "1e3",
    "1E3",
    "1.e",
    " 1",
    "1 ",
    "- 1",
    "\t1",
    "\302\2431", /* £1 */
    "1p",
    "0x10",
    "inf",
    "nan",
    "one",
    "10000000000.01",
    "-10000000000.01",
    "10000000001",
    "10000000000000000.00",
    "10000000000000000.01",
    "99999999999999999999999999999999999999999999",
};

START_TEST(nothing_else_is_read)
{
    phb_pence pence = UNTOUCHED;
    ck_assert_int_eq(phb_pence_parse(unreadable[_i], &pence), PHB_ERROR_RANGE);
    ck_assert_int_eq(pence, UNTOUCHED);
}
END_TEST

START_TEST(reading_needs_a_text_and_somewhere_to_put_it)
{
    phb_pence pence = UNTOUCHED;
    ck_assert_int_eq(phb_pence_parse(NULL, &pence), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_pence_parse("1", NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(pence, UNTOUCHED);
}
END_TEST

static const struct {
    phb_pence pence;
    const char *text;
} written[] = {
    {0, "0.00"},
    {1, "0.01"},
    {-1, "-0.01"},
    {10, "0.10"},
    {99, "0.99"},
    {100, "1.00"},
    {123450, "1234.50"},
    {-123450, "-1234.50"},
    {PHB_PENCE_MAX, "10000000000.00"},
    {-PHB_PENCE_MAX, "-10000000000.00"},
};

START_TEST(pounds_are_written_with_two_decimals)
{
    char text[PHB_PENCE_TEXT_SIZE];
    ck_assert_int_eq(phb_pence_format(written[_i].pence, text, sizeof(text)), PHB_OK);
    ck_assert_str_eq(text, written[_i].text);
}
END_TEST

START_TEST(what_is_written_fits_to_the_byte_or_not_at_all)
{
    char text[PHB_PENCE_TEXT_SIZE];
    size_t needed = strlen(written[_i].text) + 1;
    ck_assert_int_eq(phb_pence_format(written[_i].pence, text, needed), PHB_OK);
    memset(text, 'x', sizeof(text));
    ck_assert_int_eq(phb_pence_format(written[_i].pence, text, needed - 1), PHB_ERROR_RANGE);
    ck_assert_int_eq(text[0], 'x');
    ck_assert_int_eq(phb_pence_format(written[_i].pence, text, 0), PHB_ERROR_RANGE);
    ck_assert_int_eq(text[0], 'x');
}
END_TEST

static const phb_pence not_amounts[] = {
    PHB_PENCE_NONE,
    PHB_PENCE_MAX + 1,
    -PHB_PENCE_MAX - 1,
    INT64_MAX,
};

START_TEST(what_is_no_amount_is_not_written)
{
    char text[PHB_PENCE_TEXT_SIZE] = "x";
    ck_assert_int_eq(phb_pence_format(not_amounts[_i], text, sizeof(text)), PHB_ERROR_RANGE);
    ck_assert_str_eq(text, "x");
}
END_TEST

START_TEST(writing_needs_somewhere_to_put_it)
{
    ck_assert_int_eq(phb_pence_format(1, NULL, 24), PHB_ERROR_ARGUMENT);
}
END_TEST

START_TEST(random_amounts_come_back)
{
    struct random_source source = {7};
    for (int i = 0; i < 20000; i++) {
        char text[PHB_PENCE_TEXT_SIZE];
        phb_pence back = UNTOUCHED;
        phb_pence pence = random_between(&source, -PHB_PENCE_MAX, PHB_PENCE_MAX);
        ck_assert_int_eq(phb_pence_format(pence, text, sizeof(text)), PHB_OK);
        ck_assert_int_eq(phb_pence_parse(text, &back), PHB_OK);
        ck_assert_int_eq(back, pence);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("money");
    tcase_set_timeout(tcase, 60);
    add_rows(tcase, an_amount_is_scaled_by_a_named_rounding, scales);
    tcase_add_test(tcase, scaling_needs_somewhere_to_put_the_result);
    add_rows(tcase, a_total_is_shared_out_by_largest_remainders, share_cases);
    add_rows(tcase, shares_that_make_no_sense_are_refused, bad_shares);
    tcase_add_test(tcase, sharing_needs_weights_and_somewhere_to_put_shares);
    tcase_add_test(tcase, random_shares_add_up_and_are_fair);
    add_rows(tcase, pounds_are_read, readable);
    add_rows(tcase, nothing_else_is_read, unreadable);
    tcase_add_test(tcase, reading_needs_a_text_and_somewhere_to_put_it);
    add_rows(tcase, pounds_are_written_with_two_decimals, written);
    add_rows(tcase, what_is_written_fits_to_the_byte_or_not_at_all, written);
    add_rows(tcase, what_is_no_amount_is_not_written, not_amounts);
    tcase_add_test(tcase, writing_needs_somewhere_to_put_it);
    tcase_add_test(tcase, random_amounts_come_back);
    return suite_run("money", tcase);
}
