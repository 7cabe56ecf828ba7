#include "core/checked.h"

#include "support/suite.h"

#define MAX INT64_MAX
#define MIN INT64_MIN
#define E18 INT64_C(1000000000000000000)

/* What an output holds before a call that must not touch it. */
#define UNTOUCHED INT64_C(-77)

static const struct {
    int64_t a;
    int64_t b;
    bool adds;
    int64_t sum;
    bool multiplies;
    int64_t product;
} pairs[] = {
    {2, 3, true, 5, true, 6},
    {-2, 3, true, 1, true, -6},
    {-2, -3, true, -5, true, 6},
    {0, MIN, true, MIN, true, 0},
    {MAX, 0, true, MAX, true, 0},
    {MAX, 1, false, 0, true, MAX},
    {MAX, -1, true, MAX - 1, true, -MAX},
    {MIN, 1, true, MIN + 1, true, MIN},
    {MIN, -1, false, 0, false, 0},
    {MIN, MIN, false, 0, false, 0},
    {MIN, MAX, true, -1, false, 0},
    {MAX, MIN, true, -1, false, 0},
    {MAX, MAX, false, 0, false, 0},
    /* 2^32 × 2^31 is 2^63: one too many, unless negative. */
    {INT64_C(4294967296), INT64_C(2147483648), true, INT64_C(6442450944), false, 0},
    {INT64_C(-4294967296), INT64_C(2147483648), true, INT64_C(-2147483648), true, MIN},
    /* 2^63 - 1 is 511 × 18049651735527937. */
    {511, INT64_C(18049651735527937), true, INT64_C(18049651735528448), true, MAX},
    {512, INT64_C(18049651735527937), true, INT64_C(18049651735528449), false, 0},
};

START_TEST(sums_that_do_not_fit_are_refused)
{
    int64_t out = UNTOUCHED;
    ck_assert(phb__add(pairs[_i].a, pairs[_i].b, &out) == pairs[_i].adds);
    ck_assert_int_eq(out, pairs[_i].adds ? pairs[_i].sum : UNTOUCHED);
}
END_TEST

START_TEST(products_that_do_not_fit_are_refused)
{
    int64_t out = UNTOUCHED;
    ck_assert(phb__multiply(pairs[_i].a, pairs[_i].b, &out) == pairs[_i].multiplies);
    ck_assert_int_eq(out, pairs[_i].multiplies ? pairs[_i].product : UNTOUCHED);
}
END_TEST

/* a ÷ d, down, up, half up, half even, third decimal. */
static const struct {
    int64_t a;
    int64_t d;
    int64_t down;
    int64_t up;
    int64_t half_up;
    int64_t half_even;
    int64_t third_decimal;
} roundings[] = {
    {0, 10, 0, 0, 0, 0, 0},
    {20, 10, 2, 2, 2, 2, 2},
    {-20, 10, -2, -2, -2, -2, -2},
    {21, 10, 2, 3, 2, 2, 2},
    {-21, 10, -3, -2, -2, -2, -2},
    {24, 10, 2, 3, 2, 2, 2},
    /* The half: 2.5 and 3.5. */
    {25, 10, 2, 3, 3, 2, 2},
    {35, 10, 3, 4, 4, 4, 3},
    {-25, 10, -3, -2, -3, -2, -2},
    {-35, 10, -4, -3, -4, -4, -3},
    {26, 10, 2, 3, 3, 3, 3},
    {-26, 10, -3, -2, -3, -3, -3},
    /* 2.59: of the first digit alone, 5, the third decimal goes down; the nearest is 3. */
    {259, 100, 2, 3, 3, 3, 2},
    {-259, 100, -3, -2, -3, -3, -2},
    {260, 100, 2, 3, 3, 3, 3},
    /* Denominators that ten does not divide: 4/7 is 0.571…, 5/7 0.714…, 3/5 is 0.6. */
    {4, 7, 0, 1, 1, 1, 0},
    {5, 7, 0, 1, 1, 1, 1},
    {3, 5, 0, 1, 1, 1, 1},
    {-3, 5, -1, 0, -1, -1, -1},
    /* 1/2 has no third decimal above 5; of 1/3 and 2/3 it is 3 and 6. */
    {1, 2, 0, 1, 1, 0, 0},
    {1, 3, 0, 1, 0, 0, 0},
    {2, 3, 0, 1, 1, 1, 1},
    /* 599,999 of a million is 0.599999. */
    {599999, 1000000, 0, 1, 1, 1, 0},
    {600000, 1000000, 0, 1, 1, 1, 1},
    /* (2^63 - 1) ÷ (2^63 - 2) is 1 and next to nothing. */
    {MAX, MAX - 1, 1, 2, 1, 1, 1},
    {MAX - 1, MAX, 0, 1, 1, 1, 1},
    {MIN, 1, MIN, MIN, MIN, MIN, MIN},
    {MIN, MAX, -2, -1, -1, -1, -1},
};

static int64_t
rounded(int64_t a, int64_t d, phb_rounding rounding)
{
    int64_t out = UNTOUCHED;
    ck_assert(phb__mul_div(a, 1, d, rounding, &out));
    return out;
}

START_TEST(each_rounding_goes_its_own_way)
{
    int64_t a = roundings[_i].a;
    int64_t d = roundings[_i].d;
    ck_assert_int_eq(rounded(a, d, PHB_ROUND_DOWN), roundings[_i].down);
    ck_assert_int_eq(rounded(a, d, PHB_ROUND_UP), roundings[_i].up);
    ck_assert_int_eq(rounded(a, d, PHB_ROUND_HALF_UP), roundings[_i].half_up);
    ck_assert_int_eq(rounded(a, d, PHB_ROUND_HALF_EVEN), roundings[_i].half_even);
    ck_assert_int_eq(rounded(a, d, PHB_ROUND_THIRD_DECIMAL), roundings[_i].third_decimal);
}
END_TEST

START_TEST(exact_allows_no_remainder)
{
    int64_t out = UNTOUCHED;
    bool is_exact = roundings[_i].a % roundings[_i].d == 0;
    ck_assert(phb__mul_div(roundings[_i].a, 1, roundings[_i].d, PHB_ROUND_EXACT, &out) == is_exact);
    ck_assert_int_eq(out, is_exact ? roundings[_i].down : UNTOUCHED);
}
END_TEST

static const struct {
    int64_t a;
    int64_t b;
    int64_t d;
    phb_rounding rounding;
    int64_t quotient;
} products[] = {
    /* 0.1380 of £432.10: 5,962.98 pence. */
    {43210, 138000, 1000000, PHB_ROUND_HALF_UP, 5963},
    /* Products wider than 64 bits: 10^36 ÷ 10^18. */
    {E18, E18, E18, PHB_ROUND_EXACT, E18},
    {MAX, MAX, MAX, PHB_ROUND_EXACT, MAX},
    {MIN, MAX, MAX, PHB_ROUND_EXACT, MIN},
    /* (2^63 - 1) ÷ 2 is 2^62 - 1/2: the even number next to it is 2^62. */
    {MAX, 2, 4, PHB_ROUND_HALF_EVEN, INT64_C(4611686018427387904)},
    {MAX, 2, 4, PHB_ROUND_DOWN, INT64_C(4611686018427387903)},
    {-MAX, 2, 4, PHB_ROUND_DOWN, INT64_C(-4611686018427387904)},
};

START_TEST(products_may_be_wider_than_the_result)
{
    int64_t out = UNTOUCHED;
    bool fits =
        phb__mul_div(products[_i].a, products[_i].b, products[_i].d, products[_i].rounding, &out);
    ck_assert(fits);
    ck_assert_int_eq(out, products[_i].quotient);
}
END_TEST

static const struct {
    int64_t a;
    int64_t b;
    int64_t d;
    int rounding;
} refusals[] = {
    {1, 1, 0, PHB_ROUND_DOWN},
    {1, 1, -1, PHB_ROUND_DOWN},
    {1, 1, MIN, PHB_ROUND_DOWN},
    {1, 1, 1, 0},
    {1, 1, 1, 7},
    {1, 1, 1, -1},
    {1, 1, 2, PHB_ROUND_EXACT},
    {MAX, 2, 1, PHB_ROUND_DOWN},
    {MIN, -1, 1, PHB_ROUND_DOWN},
    {MIN, MIN, MAX, PHB_ROUND_DOWN},
    {MIN, MIN, 1, PHB_ROUND_DOWN},
    {MAX, 5, 4, PHB_ROUND_DOWN},
    /* (2^64 - 1) ÷ 2 is 2^63 - 1/2: down it fits, up it is 2^63. 2^64 - 1 = 3 ×
       6148914691236517205. */
    {3, INT64_C(6148914691236517205), 2, PHB_ROUND_UP},
    {3, INT64_C(6148914691236517205), 2, PHB_ROUND_HALF_UP},
    /* The quotient of 2^64 - 1 by 1 is far too large, with either sign. */
    {3, INT64_C(6148914691236517205), 1, PHB_ROUND_DOWN},
    {-3, INT64_C(6148914691236517205), 1, PHB_ROUND_DOWN},
    /* -(2^63 + 1/2), down. 2^64 + 1 = 274177 × 67280421310721. */
    {-274177, INT64_C(67280421310721), 2, PHB_ROUND_DOWN},
};

START_TEST(what_cannot_be_said_is_refused)
{
    int64_t out = UNTOUCHED;
    ck_assert(!phb__mul_div(refusals[_i].a, refusals[_i].b, refusals[_i].d,
                            (phb_rounding)refusals[_i].rounding, &out));
    ck_assert_int_eq(out, UNTOUCHED);
}
END_TEST

START_TEST(the_lowest_number_is_reached_by_rounding_too)
{
    int64_t out = UNTOUCHED;
    ck_assert(phb__mul_div(-3, INT64_C(6148914691236517205), 2, PHB_ROUND_DOWN, &out));
    ck_assert_int_eq(out, MIN);
    ck_assert(phb__mul_div(-274177, INT64_C(67280421310721), 2, PHB_ROUND_UP, &out));
    ck_assert_int_eq(out, MIN);
    ck_assert(phb__mul_div(3, INT64_C(6148914691236517205), 2, PHB_ROUND_DOWN, &out));
    ck_assert_int_eq(out, MAX);
}
END_TEST

#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 wide_int;

/* The same by the compiler's own wide integers, on the floor and from there. */
static bool
reference(int64_t a, int64_t b, int64_t d, phb_rounding rounding, int64_t *out)
{
    wide_int product = (wide_int)a * b;
    wide_int magnitude = product < 0 ? -product : product;
    wide_int quotient = magnitude / d;
    wide_int rest = magnitude % d;
    bool grows[] = {
        [PHB_ROUND_EXACT] = false,
        [PHB_ROUND_DOWN] = rest > 0 && product<0, [PHB_ROUND_UP] = rest> 0 && product > 0,
        [PHB_ROUND_HALF_UP] = 2 * rest >= d,
        [PHB_ROUND_HALF_EVEN] = 2 * rest > d || (2 * rest == d && quotient % 2 == 1),
        [PHB_ROUND_THIRD_DECIMAL] = 10 * rest / d >= 6,
    };
    quotient += grows[rounding] ? 1 : 0;
    wide_int result = product < 0 ? -quotient : quotient;
    if (result < MIN || result > MAX || (rounding == PHB_ROUND_EXACT && rest > 0)) {
        return false;
    }
    *out = (int64_t)result;
    return true;
}

static void
check_against_reference(int64_t a, int64_t b, int64_t d)
{
    for (int rounding = PHB_ROUND_EXACT; rounding <= PHB_ROUND_THIRD_DECIMAL; rounding++) {
        int64_t expected = UNTOUCHED;
        int64_t found = UNTOUCHED;
        bool fits = reference(a, b, d, (phb_rounding)rounding, &expected);
        bool is_said = phb__mul_div(a, b, d, (phb_rounding)rounding, &found);
        /* An assertion each for half a million numbers would take a second. */
        if (fits != is_said || expected != found) {
            ck_abort_msg("%lld × %lld ÷ %lld, rounding %d: %lld, not %lld", (long long)a,
                         (long long)b, (long long)d, rounding, (long long)found,
                         (long long)expected);
        }
    }
}

/* Around every power of two and ten, where digits, halves and signs change. */
static const int64_t boundaries[] = {
    0,
    1,
    -1,
    2,
    -2,
    3,
    5,
    -5,
    10,
    99,
    100,
    -100,
    1000000,
    120700,
    INT64_C(0x7FFFFFFF),
    INT64_C(0x80000000),
    INT64_C(0xFFFFFFFF),
    INT64_C(0x100000000),
    INT64_C(0x100000001),
    INT64_C(-0x100000000),
    PHB_PENCE_MAX,
    -PHB_PENCE_MAX,
    E18,
    -E18,
    MAX / 2,
    MAX / 2 + 1,
    MAX - 1,
    MAX,
    -MAX,
    MIN,
};

START_TEST(boundaries_agree_with_the_compiler)
{
    for (size_t i = 0; i < COUNT_OF(boundaries); i++) {
        for (size_t j = 0; j < COUNT_OF(boundaries); j++) {
            int64_t d = boundaries[j] > 0 ? boundaries[j] : 7;
            check_against_reference(boundaries[_i], boundaries[i], d);
        }
    }
}
END_TEST

/* Numbers of every length in bits, so that small and large meet. */
static int64_t
number_of_any_length(struct random_source *source)
{
    uint64_t bits = random_bits(source) >> random_between(source, 1, 63);
    return random_bits(source) % 2 == 0 ? (int64_t)bits : -(int64_t)bits;
}

START_TEST(random_numbers_agree_with_the_compiler)
{
    struct random_source source = {20260406};
    for (int i = 0; i < 100000; i++) {
        int64_t a = number_of_any_length(&source);
        int64_t b = number_of_any_length(&source);
        int64_t d = number_of_any_length(&source);
        d = d < 0 ? -d : d;
        check_against_reference(a, b, d == 0 ? 1 : d);
    }
}
END_TEST

START_TEST(random_products_are_split_without_loss)
{
    struct random_source source = {5};
    for (int i = 0; i < 100000; i++) {
        int64_t a = (int64_t)(random_bits(&source) >> random_between(&source, 1, 63));
        int64_t b = (int64_t)(random_bits(&source) >> random_between(&source, 1, 63));
        int64_t d = (int64_t)(random_bits(&source) >> random_between(&source, 1, 63)) | 1;
        int64_t quotient = UNTOUCHED;
        int64_t remainder = UNTOUCHED;
        wide_int product = (wide_int)a * b;
        bool fits = product / d <= MAX;
        ck_assert(phb__mul_split(a, b, d, &quotient, &remainder) == fits);
        if (fits) {
            ck_assert(remainder >= 0 && remainder < d);
            ck_assert((wide_int)quotient * d + remainder == product);
        } else {
            ck_assert_int_eq(quotient, UNTOUCHED);
            ck_assert_int_eq(remainder, UNTOUCHED);
        }
    }
}
END_TEST
#endif

static const struct {
    int64_t a;
    int64_t b;
    int64_t d;
} unsplittable[] = {
    {-1, 1, 1}, {1, -1, 1}, {1, 1, 0}, {1, 1, -1}, {MAX, MAX, 1}, {MAX, 2, 1},
};

START_TEST(what_cannot_be_split_is_refused)
{
    int64_t quotient = UNTOUCHED;
    int64_t remainder = UNTOUCHED;
    ck_assert(!phb__mul_split(unsplittable[_i].a, unsplittable[_i].b, unsplittable[_i].d, &quotient,
                              &remainder));
    ck_assert_int_eq(quotient, UNTOUCHED);
    ck_assert_int_eq(remainder, UNTOUCHED);
}
END_TEST

static const struct {
    int64_t a;
    int64_t b;
    int64_t divisor;
} divisors[] = {
    {0, 0, 0},
    {0, 7, 7},
    {7, 0, 7},
    {12, 18, 6},
    {18, 12, 6},
    {365, 7, 1},
    {52, 365, 1},
    {MAX, MAX, MAX},
    {MAX, 49, 49}, /* 2^63 - 1 is 7 × 7 × 73 × … */
    {E18, INT64_C(4096), 4096},
};

START_TEST(the_greatest_common_divisor)
{
    ck_assert_int_eq(phb__gcd(divisors[_i].a, divisors[_i].b), divisors[_i].divisor);
}
END_TEST

static const struct {
    int rounding;
    bool is_known;
} names[] = {{-1, false}, {0, false}, {1, true}, {2, true}, {3, true},
             {4, true},   {5, true},  {6, true}, {7, false}};

START_TEST(six_roundings_are_known)
{
    ck_assert(phb__rounding_is_known((phb_rounding)names[_i].rounding) == names[_i].is_known);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("checked");
    tcase_set_timeout(tcase, 60);
    add_rows(tcase, sums_that_do_not_fit_are_refused, pairs);
    add_rows(tcase, products_that_do_not_fit_are_refused, pairs);
    add_rows(tcase, each_rounding_goes_its_own_way, roundings);
    add_rows(tcase, exact_allows_no_remainder, roundings);
    add_rows(tcase, products_may_be_wider_than_the_result, products);
    add_rows(tcase, what_cannot_be_said_is_refused, refusals);
    tcase_add_test(tcase, the_lowest_number_is_reached_by_rounding_too);
#ifdef __SIZEOF_INT128__
    add_rows(tcase, boundaries_agree_with_the_compiler, boundaries);
    tcase_add_test(tcase, random_numbers_agree_with_the_compiler);
    tcase_add_test(tcase, random_products_are_split_without_loss);
#endif
    add_rows(tcase, what_cannot_be_split_is_refused, unsplittable);
    add_rows(tcase, the_greatest_common_divisor, divisors);
    add_rows(tcase, six_roundings_are_known, names);
    return suite_run("checked", tcase);
}
