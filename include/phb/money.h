/**
 * @file
 * Money: whole pence in 64 bits, and every rounding named. No floating point.
 */
#ifndef PHB_MONEY_H
#define PHB_MONEY_H

#include <stddef.h>
#include <stdint.h>

#include <phb/status.h>

PHB_BEGIN_DECLS

/** An amount in pence. Amounts lie between -PHB_PENCE_MAX and PHB_PENCE_MAX. */
typedef int64_t phb_pence;

/** £10,000,000,000.00. Pence times parts per million then still fits 64 bits. */
#define PHB_PENCE_MAX INT64_C(1000000000000)

/** No amount: not said. Distinct from nil, which is 0. */
#define PHB_PENCE_NONE INT64_MIN

/** Any other number that is not said. */
#define PHB_NUMBER_NONE INT64_MIN

/** Parts per million in one whole: 12.07% is 120,700. */
#define PHB_PPM INT64_C(1000000)

/** How a fraction of a penny becomes whole pence. There is no default: each call names its own. */
typedef enum phb_rounding {
    PHB_ROUND_EXACT = 1,        /**< a remainder is PHB_ERROR_RANGE */
    PHB_ROUND_DOWN = 2,         /**< towards minus infinity */
    PHB_ROUND_UP = 3,           /**< towards plus infinity */
    PHB_ROUND_HALF_UP = 4,      /**< to the nearest, halves away from zero */
    PHB_ROUND_HALF_EVEN = 5,    /**< to the nearest, halves to the even penny */
    PHB_ROUND_THIRD_DECIMAL = 6 /**< National Insurance: of the third decimal of a pound, 5 or less
                                   goes down, 6 or more goes up, further decimals are ignored */
} phb_rounding;

/**
 * Scales an amount by a fraction: amount × numerator ÷ denominator, rounded once, by name. The
 * product may be wider than 64 bits.
 *
 * Errors: ARGUMENT (NULL, an unknown rounding), RANGE (a denominator below 1, a result beyond
 * PHB_PENCE_MAX, or a remainder under PHB_ROUND_EXACT). The output is then untouched.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_pence_scale(phb_pence amount, int64_t numerator, int64_t denominator,
                                   phb_rounding rounding, phb_pence *out_amount);

/**
 * Shares a total out in proportion to weights, so that the shares add up to it exactly: each gets
 * the whole pence of its share, and the pennies left go to the largest remainders, ties to the
 * earlier.
 *
 * Errors: ARGUMENT (NULL, no weights), RANGE (a negative total or weight, weights that are all 0, a
 * total
 * beyond PHB_PENCE_MAX, weights that add up beyond 64 bits). The outputs are then untouched.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_pence_share(phb_pence total, const int64_t *weights, size_t count,
                                   phb_pence *out_shares);

/**
 * Reads pounds, such as "1234.5" or "-0.01": digits, at most two decimals, no sign but a minus, no
 * separators, no exponent. A further decimal is refused, never rounded.
 *
 * Errors: ARGUMENT (NULL), RANGE (anything else, or beyond PHB_PENCE_MAX).
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_pence_parse(const char *text, phb_pence *out_amount);

/** Bytes that hold any amount phb_pence_format writes, its NUL included. */
#define PHB_PENCE_TEXT_SIZE 24

/**
 * Writes pounds with two decimals, such as "1234.50" or "-0.01", and a NUL.
 *
 * Errors: ARGUMENT (NULL), RANGE (beyond PHB_PENCE_MAX, or a buffer that is too small).
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_pence_format(phb_pence amount, char *out_text, size_t capacity);

PHB_END_DECLS

#endif
