#include "core/decimal.h"

#include <string.h>

#include "support/suite.h"

#define UNTOUCHED INT64_C(-77)
#define E18 INT64_C(1000000000000000000)

static const struct {
    const char *text;
    int32_t decimals;
    int64_t number;
} plain[] = {
    {"0", 2, 0},
    {"-0", 2, 0},
    {"7", 0, 7},
    {"-7", 0, -7},
    {"13.50", 4, 135000},
    {"13.5", 4, 135000},
    {"0.1207", 6, 120700},
    {"-0.000001", 6, -1},
    {"0012", 0, 12},
    /* Further decimals may be zeros. */
    {"1.50000", 1, 15},
    {"1.000000000000000000000000000000", 0, 1},
    /* The largest: 10^18 of the unit. */
    {"1000000000000000000", 0, E18},
    {"-1000000000000000000", 0, -E18},
    {"1.000000000000000000", 18, E18},
    {"0.999999999999999999", 18, E18 - 1},
    {"0000000000000000000000000000001", 0, 1},
};

START_TEST(a_decimal_is_read_exactly)
{
    int64_t number = UNTOUCHED;
    ck_assert_int_eq(phb__decimal_read(plain[_i].text, strlen(plain[_i].text), plain[_i].decimals,
                                       false, &number),
                     PHB__DECIMAL_OK);
    ck_assert_int_eq(number, plain[_i].number);
}
END_TEST

START_TEST(what_is_plain_is_read_alike_where_exponents_are_allowed)
{
    int64_t number = UNTOUCHED;
    ck_assert_int_eq(phb__decimal_read(plain[_i].text, strlen(plain[_i].text), plain[_i].decimals,
                                       true, &number),
                     PHB__DECIMAL_OK);
    ck_assert_int_eq(number, plain[_i].number);
}
END_TEST

static const struct {
    const char *text;
    int32_t decimals;
    int64_t number;
} exponents[] = {
    {"1e3", 0, 1000},
    {"1E3", 2, 100000},
    {"1e+3", 0, 1000},
    {"1e0", 0, 1},
    {"1e-0", 0, 1},
    {"1.5E-1", 2, 15},
    {"1.5e1", 0, 15},
    {"-25e-2", 2, -25},
    {"10e-3", 2, 1},
    {"1e18", 0, E18},
    {"1000000000000000000000e-3", 0, E18},
    {"0e5", 0, 0},
    /* Zero however far it is moved, and exponents that no number holds. */
    {"0e999999999999999999999999", 2, 0},
    {"0e-999999999999999999999999", 2, 0},
    {"0.0e99999999", 18, 0},
};

START_TEST(an_exponent_moves_the_point)
{
    int64_t number = UNTOUCHED;
    ck_assert_int_eq(phb__decimal_read(exponents[_i].text, strlen(exponents[_i].text),
                                       exponents[_i].decimals, true, &number),
                     PHB__DECIMAL_OK);
    ck_assert_int_eq(number, exponents[_i].number);
}
END_TEST

START_TEST(an_exponent_must_be_allowed)
{
    int64_t number = UNTOUCHED;
    ck_assert_int_eq(phb__decimal_read(exponents[_i].text, strlen(exponents[_i].text),
                                       exponents[_i].decimals, false, &number),
                     PHB__DECIMAL_SYNTAX);
    ck_assert_int_eq(number, UNTOUCHED);
}
END_TEST

static const char *const not_decimals[] = {
    "",      "-",    "+1",    "--1",  ".",   ".5",  "1.",       "-.5", "1.e1", "1,5",
    " 1",    "1 ",   "1a",    "0x1",  "e1",  "-e1", "1e",       "1e+", "1e-",  "1e+-1",
    "1e1.5", "1e1 ", "1.2.3", "1ee1", "nan", "inf", "\xD9\xA1", "1/2",
};

START_TEST(what_is_no_decimal_is_not_read)
{
    int64_t number = UNTOUCHED;
    ck_assert_int_eq(
        phb__decimal_read(not_decimals[_i], strlen(not_decimals[_i]), 2, true, &number),
        PHB__DECIMAL_SYNTAX);
    ck_assert_int_eq(number, UNTOUCHED);
}
END_TEST

static const struct {
    const char *text;
    int32_t decimals;
    enum phb__decimal_result result;
} unfit[] = {
    {"1.005", 2, PHB__DECIMAL_PRECISE},
    {"1.0055", 2, PHB__DECIMAL_PRECISE},
    {"0.1", 0, PHB__DECIMAL_PRECISE},
    {"1.50000000000000000000000000000001", 2, PHB__DECIMAL_PRECISE},
    {"1e-3", 2, PHB__DECIMAL_PRECISE},
    {"11e-3", 2, PHB__DECIMAL_PRECISE},
    {"1e-999999999999999999999999", 2, PHB__DECIMAL_PRECISE},
    {"1000000000000000001", 0, PHB__DECIMAL_TOO_LARGE},
    {"-1000000000000000001", 0, PHB__DECIMAL_TOO_LARGE},
    {"1000000000000000009", 0, PHB__DECIMAL_TOO_LARGE},
    {"10000000000000000.01", 2, PHB__DECIMAL_TOO_LARGE},
    {"99999999999999999999999999999999999999", 0, PHB__DECIMAL_TOO_LARGE},
    {"1e19", 0, PHB__DECIMAL_TOO_LARGE},
    {"2e18", 0, PHB__DECIMAL_TOO_LARGE},
    {"1e17", 2, PHB__DECIMAL_TOO_LARGE},
    {"1e999999999999999999999999", 0, PHB__DECIMAL_TOO_LARGE},
    /* Both at once: too large is said. */
    {"1000000000000000001.5", 0, PHB__DECIMAL_TOO_LARGE},
};

START_TEST(what_does_not_fit_is_told_apart)
{
    int64_t number = UNTOUCHED;
    ck_assert_int_eq(phb__decimal_read(unfit[_i].text, strlen(unfit[_i].text), unfit[_i].decimals,
                                       true, &number),
                     unfit[_i].result);
    ck_assert_int_eq(number, UNTOUCHED);
}
END_TEST

START_TEST(reading_stops_at_the_size)
{
    int64_t number = UNTOUCHED;
    ck_assert_int_eq(phb__decimal_read("12.345", 4, 2, false, &number), PHB__DECIMAL_OK);
    ck_assert_int_eq(number, 1230);
    ck_assert_int_eq(phb__decimal_read("12.345", 3, 2, false, &number), PHB__DECIMAL_SYNTAX);
    ck_assert_int_eq(phb__decimal_read("1e5", 2, 2, true, &number), PHB__DECIMAL_SYNTAX);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("decimal");
    add_rows(tcase, a_decimal_is_read_exactly, plain);
    add_rows(tcase, what_is_plain_is_read_alike_where_exponents_are_allowed, plain);
    add_rows(tcase, an_exponent_moves_the_point, exponents);
    add_rows(tcase, an_exponent_must_be_allowed, exponents);
    add_rows(tcase, what_is_no_decimal_is_not_read, not_decimals);
    add_rows(tcase, what_does_not_fit_is_told_apart, unfit);
    tcase_add_test(tcase, reading_stops_at_the_size);
    return suite_run("decimal", tcase);
}
