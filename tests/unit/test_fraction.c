#include "core/fraction.h"

#include "support/suite.h"

#define MAX INT64_MAX
#define MIN INT64_MIN

static void
check_fraction(struct phb__fraction found, struct phb__fraction expected)
{
    ck_assert_int_eq(found.numerator, expected.numerator);
    ck_assert_int_eq(found.denominator, expected.denominator);
}

/* What an output holds before a call that must not touch it. */
static const struct phb__fraction untouched = {-77, -78};

static const struct {
    int64_t numerator;
    int64_t denominator;
    struct phb__fraction reduced;
} reductions[] = {
    {0, 5, {0, 1}},         {4, 6, {2, 3}},         {-4, 6, {-2, 3}},   {7, 1, {7, 1}},
    {365, 7, {365, 7}},     {364, 7, {52, 1}},      {90, 60, {3, 2}},   {MAX, MAX, {1, 1}},
    {MIN, 2, {MIN / 2, 1}}, {MIN, MAX, {MIN, MAX}}, {MIN, 1, {MIN, 1}}, {-MAX, MAX, {-1, 1}},
};

START_TEST(a_fraction_is_reduced)
{
    struct phb__fraction fraction = untouched;
    ck_assert(phb__fraction_of(reductions[_i].numerator, reductions[_i].denominator, &fraction));
    check_fraction(fraction, reductions[_i].reduced);
}
END_TEST

static const struct {
    struct phb__fraction a;
    struct phb__fraction b;
    bool multiplies;
    struct phb__fraction product;
} pairs[] = {
    {{1, 2}, {1, 3}, true, {1, 6}},
    {{1, 6}, {1, 3}, true, {1, 18}},
    {{-1, 2}, {1, 2}, true, {-1, 4}},
    {{0, 1}, {3, 7}, true, {0, 1}},
    {{1, 1}, {7, 365}, true, {7, 365}},
    /* The product reduces to 1 though the plain one, MAX × MAX, would not fit. */
    {{MAX, 2}, {2, MAX}, true, {1, 1}},
    {{MAX, 1}, {1, 1}, true, {MAX, 1}},
    {{MAX, 1}, {2, 1}, false, {0, 1}},
    {{1, MAX}, {1, 2}, false, {0, 1}},
    {{1, MAX}, {1, MAX}, false, {0, 1}},
    {{MAX, 3}, {1, 2}, true, {MAX, 6}},
    {{1, 2}, {MAX, 3}, true, {MAX, 6}},
    {{MAX, 2}, {1, 2}, true, {MAX, 4}},
    /* 1/2^62 × 1/3: the numerator fits, the denominator, 3 × 2^62, does not. */
    {{1, INT64_C(4611686018427387904)}, {1, 3}, false, {0, 1}},
    {{1, 0}, {1, 1}, false, {0, 1}},
    {{1, 1}, {1, 0}, false, {0, 1}},
    {{1, -2}, {1, 1}, false, {0, 1}},
    {{1, 1}, {1, -2}, false, {0, 1}},
};

START_TEST(fractions_are_multiplied_exactly)
{
    struct phb__fraction out = untouched;
    ck_assert(phb__fraction_multiply(pairs[_i].a, pairs[_i].b, &out) == pairs[_i].multiplies);
    check_fraction(out, pairs[_i].multiplies ? pairs[_i].product : untouched);
}
END_TEST

static const struct {
    struct phb__fraction a;
    struct phb__fraction b;
    bool adds;
    struct phb__fraction sum;
} sums[] = {
    {{1, 2}, {1, 3}, true, {5, 6}},
    {{1, 6}, {1, 3}, true, {1, 2}},
    {{365, 7}, {365, 28}, true, {1825, 28}}, /* weekly and four-weekly payslips of a year */
    {{-1, 2}, {1, 2}, true, {0, 1}},
    {{0, 1}, {3, 7}, true, {3, 7}},
    {{MAX, 1}, {0, 1}, true, {MAX, 1}},
    {{MAX, 1}, {-1, 1}, true, {MAX - 1, 1}},
    {{MIN, 1}, {MAX, 1}, true, {-1, 1}},
    /* Over one denominator, which the plain product, MAX × MAX, would be beyond. */
    {{1, MAX}, {1, MAX}, true, {2, MAX}},
    {{MAX, 1}, {1, 1}, false, {0, 1}},
    {{MIN, 1}, {-1, 1}, false, {0, 1}},
    {{MAX, 2}, {1, 3}, false, {0, 1}},
    {{1, 2}, {MAX, 3}, false, {0, 1}},
    {{1, MAX}, {1, 2}, false, {0, 1}},
    {{1, 0}, {1, 1}, false, {0, 1}},
    {{1, 1}, {1, 0}, false, {0, 1}},
    {{1, -2}, {1, 1}, false, {0, 1}},
};

START_TEST(fractions_are_added_exactly)
{
    struct phb__fraction out = untouched;
    ck_assert(phb__fraction_add(sums[_i].a, sums[_i].b, &out) == sums[_i].adds);
    check_fraction(out, sums[_i].adds ? sums[_i].sum : untouched);
}
END_TEST

static const int64_t bad_denominators[] = {0, -1, MIN};

START_TEST(a_denominator_is_at_least_one)
{
    struct phb__fraction out = untouched;
    ck_assert(!phb__fraction_of(1, bad_denominators[_i], &out));
    check_fraction(out, untouched);
}
END_TEST

START_TEST(none_and_one)
{
    check_fraction(PHB__FRACTION_ZERO, (struct phb__fraction){0, 1});
    check_fraction(PHB__FRACTION_ONE, (struct phb__fraction){1, 1});
}
END_TEST

static const struct {
    phb_pence amount;
    struct phb__fraction fraction;
    phb_rounding rounding;
    bool fits;
    phb_pence scaled;
} scales[] = {
    /* £13.50 an hour for 37½ hours is £506.25. */
    {1350, {75, 2}, PHB_ROUND_EXACT, true, 50625},
    /* £100.00 a week for 365 days: 365/7 weeks, £5,214.2857… */
    {10000, {365, 7}, PHB_ROUND_HALF_UP, true, 521429},
    {10000, {365, 7}, PHB_ROUND_DOWN, true, 521428},
    {10000, {365, 7}, PHB_ROUND_EXACT, false, 0},
    {PHB_PENCE_MAX, {1, 1}, PHB_ROUND_EXACT, true, PHB_PENCE_MAX},
    {-PHB_PENCE_MAX, {1, 1}, PHB_ROUND_EXACT, true, -PHB_PENCE_MAX},
    {PHB_PENCE_MAX, {PHB_PENCE_MAX + 1, PHB_PENCE_MAX}, PHB_ROUND_EXACT, false, 0},
    {-PHB_PENCE_MAX, {PHB_PENCE_MAX + 1, PHB_PENCE_MAX}, PHB_ROUND_EXACT, false, 0},
    {1, {1, 0}, PHB_ROUND_DOWN, false, 0},
    {1, {MAX, 1}, PHB_ROUND_DOWN, false, 0},
};

START_TEST(an_amount_is_scaled_and_rounded_once)
{
    phb_pence out = -77;
    ck_assert(phb__fraction_scale(scales[_i].amount, scales[_i].fraction, scales[_i].rounding,
                                  &out) == scales[_i].fits);
    ck_assert_int_eq(out, scales[_i].fits ? scales[_i].scaled : -77);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("fraction");
    add_rows(tcase, a_fraction_is_reduced, reductions);
    add_rows(tcase, fractions_are_multiplied_exactly, pairs);
    add_rows(tcase, fractions_are_added_exactly, sums);
    add_rows(tcase, a_denominator_is_at_least_one, bad_denominators);
    tcase_add_test(tcase, none_and_one);
    add_rows(tcase, an_amount_is_scaled_and_rounded_once, scales);
    return suite_run("fraction", tcase);
}
