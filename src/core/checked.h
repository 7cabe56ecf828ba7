/*
 * Integer arithmetic that says when it does not fit, in portable C: products wider than 64 bits
 * need no __int128, which 32-bit targets and -Wpedantic refuse.
 */
#ifndef PHB_CORE_CHECKED_H
#define PHB_CORE_CHECKED_H

#include <stdbool.h>
#include <stdint.h>

#include <phb/money.h>

/* false when the result does not fit; *out is then untouched. */
bool phb__add(int64_t a, int64_t b, int64_t *out);
bool phb__multiply_wide(int64_t a, int64_t b, int64_t *out);

static inline bool
phb__multiply(int64_t a, int64_t b, int64_t *out)
{
    /* Most numbers are far below what could overflow. */
    if (a > INT32_MIN && a <= INT32_MAX && b > INT32_MIN && b <= INT32_MAX) {
        *out = a * b;
        return true;
    }
    return phb__multiply_wide(a, b, out);
}

/*
 * a × b ÷ d, rounded once, by name; d at least 1. The product is held in 128 bits. false when the
 * quotient does not fit 64 bits, when d is below 1, when the rounding is unknown, or when
 * PHB_ROUND_EXACT leaves a remainder; *out is then untouched. PHB_ROUND_THIRD_DECIMAL looks at the
 * first digit after the unit: 5 or less towards zero, 6 or more away.
 */
bool phb__mul_div(int64_t a, int64_t b, int64_t d, phb_rounding rounding, int64_t *out);

/* The same to the nearest, halves up: a sum of money times a count of days or weeks fits 64 bits.
 */
static inline bool
phb__mul_div_half_up(int64_t a, int64_t b, int64_t d, int64_t *out)
{
    const uint64_t a_end = UINT64_C(1) << 39; /* of what is not negative */
    const uint64_t b_end = UINT64_C(1) << 23;
    if ((uint64_t)a < a_end && (uint64_t)b < b_end && d >= 1) {
        *out = (int64_t)(((uint64_t)(a * b) + (uint64_t)d / 2) / (uint64_t)d);
        return true;
    }
    return phb__mul_div(a, b, d, PHB_ROUND_HALF_UP, out);
}

/*
 * The same product taken apart: a × b = quotient × d + remainder, 0 ≤ remainder < d. false when the
 * quotient does not fit 64 bits, when a or b is negative or when d is below 1; the outputs are then
 * untouched.
 */
bool phb__mul_split(int64_t a, int64_t b, int64_t d, int64_t *out_quotient, int64_t *out_remainder);

/* Is it one of the six? */
bool phb__rounding_is_known(phb_rounding rounding);

/* The greatest common divisor of two numbers that are not negative; 0 only for (0, 0). */
int64_t phb__gcd(int64_t a, int64_t b);

#endif
