#include <stdio.h>
#include <string.h>

#include "model/plan.h"
#include "support/suite.h"

/* Nine digits times 10, 9, … 2; the last one is 11 less the remainder of the sum by 11. */
static const struct {
    const char *text;
    const char *digits;
} good[] = {
    /* 90 + 36 + 24 + 28 + 42 + 30 + 20 + 27 + 2 = 299 = 27 * 11 + 2; 11 - 2 = 9 */
    {"9434765919", "9434765919"},
    {"943 476 5919", "9434765919"},
    {"943-476-5919", "9434765919"},
    {" 94 34-76  5919 ", "9434765919"},
    /* The range kept for tests: 90 + 81 + 72 + 2 * 1 = 245 = 22 * 11 + 3; 11 - 3 = 8 */
    {"999 000 0018", "9990000018"},
    /* 10 * 1 + 2 * 6 = 22 = 2 * 11 + 0; 11 - 0 is 11, and 11 is written 0 */
    {"100 000 0060", "1000000060"},
    /* 10 * 1 + 2 * 1 + 3 * 3 = 21 = 1 * 11 + 10; 11 - 10 = 1 */
    {"100 000 0311", "1000000311"},
    /* 2 * 1 = 2; 11 - 2 = 9: noughts before are digits like others */
    {"0000000019", "0000000019"},
};

START_TEST(a_number_is_its_ten_digits)
{
    char digits[PHB__NHS_NUMBER_DIGITS + 1] = "";
    ck_assert(phb__nhs_number_digits(good[_i].text, digits));
    ck_assert_str_eq(digits, good[_i].digits);
}
END_TEST

static const char *const bad[] = {
    "",
    " - ",
    "943476591",    /* nine */
    "94347659190",  /* eleven */
    "9434765918",   /* the last digit should be 9 */
    "9434765910",   /* so it should */
    "9437465919",   /* two neighbours changed places: the sum is 302 = 27 * 11 + 5 */
    "943 476 591A", /* a letter */
    "943.476.5919", /* what stands between is a space or a hyphen */
    "943\t476\t5919",
    "943\xC2\xA0"
    "476 5919", /* a space that does not break is none of ours */
    "+943 476 5919",
    "\xEF\xBC\x99"
    "434765919", /* a nine of full width */
};

START_TEST(what_is_no_number_is_refused)
{
    char digits[PHB__NHS_NUMBER_DIGITS + 1];
    ck_assert_msg(!phb__nhs_number_digits(bad[_i], digits), "%s", bad[_i]);
}
END_TEST

/* d times 10 + 9 + … + 2 = 54 d, and 54 = 5 * 11 - 1: the remainder is that of -d, so d checks. */
START_TEST(one_digit_repeated_is_nobodys_number)
{
    char text[PHB__NHS_NUMBER_DIGITS + 1] = "";
    char digits[PHB__NHS_NUMBER_DIGITS + 1];
    memset(text, '0' + _i, PHB__NHS_NUMBER_DIGITS);
    ck_assert(!phb__nhs_number_digits(text, digits));
}
END_TEST

/* 10 * 1 + 2 * 1 = 12 = 11 + 1; 11 - 1 = 10, which is no digit. */
START_TEST(a_remainder_of_one_has_no_last_digit)
{
    char text[PHB__NHS_NUMBER_DIGITS + 1];
    char digits[PHB__NHS_NUMBER_DIGITS + 1];
    snprintf(text, sizeof text, "100000001%d", _i);
    ck_assert(!phb__nhs_number_digits(text, digits));
}
END_TEST

static int
numbers_that_begin_with(int prefix, const char *end)
{
    char text[32];
    char digits[PHB__NHS_NUMBER_DIGITS + 1];
    int count = 0;
    for (int last = 0; last < 10; last++) {
        snprintf(text, sizeof text, "%07d%s%d", prefix, end, last);
        count += phb__nhs_number_digits(text, digits) ? 1 : 0;
    }
    return count;
}

/*
 * The eighth and ninth digit count 3 and 2 times: these eleven ends add 0, 2, 4, 6, 8, 10, 12 and
 * 3, 5, 7, 9, each remainder by 11 once. So of the eleven stems that seven digits have with them,
 * ten have one number each, and one has none.
 */
START_TEST(one_stem_of_eleven_has_no_number)
{
    static const char *const ends[] = {"00", "01", "02", "03", "04", "05",
                                       "06", "10", "11", "12", "13"};
    int with_one = 0;
    int with_none = 0;
    for (int i = 0; i < 1000; i++) {
        for (size_t end = 0; end < COUNT_OF(ends); end++) {
            int count = numbers_that_begin_with(1000000 + 8999 * i, ends[end]);
            with_one += count == 1 ? 1 : 0;
            with_none += count == 0 ? 1 : 0;
        }
    }
    ck_assert_int_eq(with_one, 10000);
    ck_assert_int_eq(with_none, 1000);
}
END_TEST

static const struct {
    const char *text;
    const char *masked;
} masks[] = {
    {"943 476 5919", "••• ••• 5919"},
    {"9434765919", "••• ••• 5919"},
    {"9434765918", ""}, /* no number */
    {"", ""},
    {NULL, ""},
};

START_TEST(four_digits_are_shown)
{
    char masked[PHB__NHS_NUMBER_MASKED_SIZE];
    phb__nhs_number_mask(masks[_i].text, masked);
    ck_assert_str_eq(masked, masks[_i].masked);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("nhs_number");
    add_rows(tcase, a_number_is_its_ten_digits, good);
    add_rows(tcase, what_is_no_number_is_refused, bad);
    tcase_add_loop_test(tcase, one_digit_repeated_is_nobodys_number, 0, 10);
    tcase_add_loop_test(tcase, a_remainder_of_one_has_no_last_digit, 0, 10);
    tcase_add_test(tcase, one_stem_of_eleven_has_no_number);
    add_rows(tcase, four_digits_are_shown, masks);
    return suite_run("nhs_number", tcase);
}
