#include "core/checked.h"

#define LOW_HALF UINT64_C(0xFFFFFFFF)
#define LARGEST_NEGATIVE (UINT64_C(1) << 63)

/*
 * Everything below works on magnitudes, without a sign, and never lets even those wrap: then no
 * sanitizer has anything to say, and rounding is written once for both signs.
 */
static uint64_t
magnitude_of(int64_t number)
{
    return number < 0 ? (uint64_t)(-(number + 1)) + 1 : (uint64_t)number;
}

/* false when the number does not fit. */
static bool
with_sign(uint64_t magnitude, bool is_negative, int64_t *out)
{
    if (!is_negative) {
        if (magnitude > INT64_MAX) {
            return false;
        }
        *out = (int64_t)magnitude;
        return true;
    }
    if (magnitude > LARGEST_NEGATIVE) {
        return false;
    }
    *out = magnitude == 0 ? 0 : -(int64_t)(magnitude - 1) - 1;
    return true;
}

struct wide {
    uint64_t high;
    uint64_t low;
};

static struct wide
wide_product(uint64_t a, uint64_t b)
{
    /* Most amounts and rates are below 2^32 each: one multiplication does. */
    if ((a | b) <= LOW_HALF) {
        return (struct wide){0, a * b};
    }
    /* By halves, as on paper with two digits of base 2^32 each. */
    uint64_t low = (a & LOW_HALF) * (b & LOW_HALF);
    uint64_t left = (a >> 32) * (b & LOW_HALF);
    uint64_t right = (a & LOW_HALF) * (b >> 32);
    uint64_t middle = (low >> 32) + (left & LOW_HALF) + (right & LOW_HALF);
    uint64_t high = (a >> 32) * (b >> 32) + (left >> 32) + (right >> 32) + (middle >> 32);
    return (struct wide){high, ((middle & LOW_HALF) << 32) | (low & LOW_HALF)};
}

struct division {
    uint64_t quotient;
    uint64_t remainder;
};

/*
 * Long division, bit by bit, for high < d < 2^63: the remainder is below d, so doubling it never
 * overflows. Slow, and only met by products above 2^64.
 */
static struct division
divide_wide(struct wide product, uint64_t d)
{
    uint64_t quotient = 0;
    uint64_t remainder = product.high;
    for (int bit = 63; bit >= 0; bit--) {
        remainder = remainder * 2 + ((product.low >> bit) & 1u);
        if (remainder >= d) {
            remainder -= d;
            quotient |= UINT64_C(1) << bit;
        }
    }
    return (struct division){quotient, remainder};
}

/* false when the quotient of magnitudes does not fit 64 bits. */
static bool
multiply_and_divide(uint64_t a, uint64_t b, uint64_t d, struct division *out)
{
    struct wide product = wide_product(a, b);
    if (product.high == 0) {
        *out = (struct division){product.low / d, product.low % d};
        return true;
    }
    if (product.high >= d) {
        return false;
    }
    *out = divide_wide(product, d);
    return true;
}

/* Is the first digit after the unit 6 or more? 10 r ÷ d ≥ 6 is r ≥ 3 d ÷ 5, rounded up. */
static bool
is_third_decimal_up(uint64_t remainder, uint64_t d)
{
    return remainder >= 3 * (d / 5) + (3 * (d % 5) + 4) / 5;
}

/*
 * Does the magnitude of the quotient grow by one, if there is a remainder at all? false as the
 * function's own result says that the rounding does not allow this remainder, or is unknown.
 */
static bool
decide_rounding(struct division division, uint64_t d, bool is_negative, phb_rounding rounding,
                bool *out_grows)
{
    uint64_t rest = d - division.remainder;
    switch (rounding) {
    case PHB_ROUND_EXACT:
        *out_grows = false;
        return division.remainder == 0;
    case PHB_ROUND_DOWN:
        *out_grows = is_negative;
        return true;
    case PHB_ROUND_UP:
        *out_grows = !is_negative;
        return true;
    case PHB_ROUND_HALF_UP:
        *out_grows = division.remainder >= rest;
        return true;
    case PHB_ROUND_HALF_EVEN:
        /* Of an odd quotient the half goes up, of an even one it does not. */
        *out_grows = division.remainder + (division.quotient & 1u) > rest;
        return true;
    case PHB_ROUND_THIRD_DECIMAL:
        *out_grows = is_third_decimal_up(division.remainder, d);
        return true;
    }
    return false;
}

bool
phb__rounding_is_known(phb_rounding rounding)
{
    switch (rounding) {
    case PHB_ROUND_EXACT:
    case PHB_ROUND_DOWN:
    case PHB_ROUND_UP:
    case PHB_ROUND_HALF_UP:
    case PHB_ROUND_HALF_EVEN:
    case PHB_ROUND_THIRD_DECIMAL:
        return true;
    }
    return false;
}

bool
phb__mul_div(int64_t a, int64_t b, int64_t d, phb_rounding rounding, int64_t *out)
{
    if (d < 1) {
        return false;
    }
    bool is_negative = (a < 0) != (b < 0);
    struct division division;
    if (!multiply_and_divide(magnitude_of(a), magnitude_of(b), (uint64_t)d, &division)) {
        return false;
    }
    bool grows;
    if (!decide_rounding(division, (uint64_t)d, is_negative, rounding, &grows)) {
        return false;
    }
    /* Far beyond what fits, one more could wrap. */
    if (division.quotient > LARGEST_NEGATIVE) {
        return false;
    }
    uint64_t extra = grows && division.remainder > 0 ? 1 : 0;
    return with_sign(division.quotient + extra, is_negative, out);
}

bool
phb__mul_split(int64_t a, int64_t b, int64_t d, int64_t *out_quotient, int64_t *out_remainder)
{
    struct division division;
    if (a < 0 || b < 0 || d < 1) {
        return false;
    }
    if (!multiply_and_divide((uint64_t)a, (uint64_t)b, (uint64_t)d, &division)) {
        return false;
    }
    if (!with_sign(division.quotient, false, out_quotient)) {
        return false;
    }
    *out_remainder = (int64_t)division.remainder;
    return true;
}

bool
phb__add(int64_t a, int64_t b, int64_t *out)
{
    if (b > 0 ? a > INT64_MAX - b : a < INT64_MIN - b) {
        return false;
    }
    *out = a + b;
    return true;
}

bool
phb__multiply_wide(int64_t a, int64_t b, int64_t *out)
{
    struct wide product = wide_product(magnitude_of(a), magnitude_of(b));
    return product.high == 0 && with_sign(product.low, (a < 0) != (b < 0), out);
}

int64_t
phb__gcd(int64_t a, int64_t b)
{
    if ((a | b) <= UINT32_MAX) { /* neither is negative; the shorter division is the faster */
        uint32_t left = (uint32_t)a;
        uint32_t right = (uint32_t)b;
        while (right != 0) {
            uint32_t rest = left % right;
            left = right;
            right = rest;
        }
        return left;
    }
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}
