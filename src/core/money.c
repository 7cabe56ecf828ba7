#include <phb/money.h>

#include <stdbool.h>
#include <string.h>

#include "core/checked.h"
#include "core/decimal.h"

#define PENCE_DECIMALS 2

static bool
is_amount(int64_t pence)
{
    return pence >= -PHB_PENCE_MAX && pence <= PHB_PENCE_MAX;
}

phb_status
phb_pence_scale(phb_pence amount, int64_t numerator, int64_t denominator, phb_rounding rounding,
                phb_pence *out_amount)
{
    if (!out_amount || !phb__rounding_is_known(rounding)) {
        return PHB_ERROR_ARGUMENT;
    }
    /* PHB_PENCE_NONE is no amount either: none of it must not come out as nil. */
    int64_t scaled;
    if (!is_amount(amount) || !phb__mul_div(amount, numerator, denominator, rounding, &scaled)) {
        return PHB_ERROR_RANGE;
    }
    if (!is_amount(scaled)) {
        return PHB_ERROR_RANGE;
    }
    *out_amount = scaled;
    return PHB_OK;
}

static bool
add_weights(const int64_t *weights, size_t count, int64_t *out_sum)
{
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        if (weights[i] < 0 || !phb__add(sum, weights[i], &sum)) {
            return false;
        }
    }
    *out_sum = sum;
    return sum > 0;
}

static size_t
count_at_least(const int64_t *numbers, size_t count, int64_t bound)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        found += numbers[i] >= bound ? 1u : 0u;
    }
    return found;
}

/*
 * The largest bound that at least `wanted` of the numbers reach, found by halving what is possible:
 * 63 looks at every number, however many pennies there are to give, and no memory.
 */
static int64_t
find_bound(const int64_t *numbers, size_t count, size_t wanted, int64_t above_all)
{
    int64_t reached = 0;
    int64_t missed = above_all;
    while (missed - reached > 1) {
        int64_t middle = reached + (missed - reached) / 2;
        if (count_at_least(numbers, count, middle) >= wanted) {
            reached = middle;
        } else {
            missed = middle;
        }
    }
    return reached;
}

phb_status
phb_pence_share(phb_pence total, const int64_t *weights, size_t count, phb_pence *out_shares)
{
    int64_t sum;
    if (!weights || count == 0 || !out_shares) {
        return PHB_ERROR_ARGUMENT;
    }
    if (total < 0 || total > PHB_PENCE_MAX || !add_weights(weights, count, &sum)) {
        return PHB_ERROR_RANGE;
    }

    /* Nothing can fail from here, so the outputs may hold the remainders for a while. */
    phb_pence left = total;
    for (size_t i = 0; i < count; i++) {
        phb_pence whole = 0;
        phb__mul_split(total, weights[i], sum, &whole, &out_shares[i]);
        left -= whole;
    }

    /*
     * The remainders add up to left × sum, and each is below sum: more of them than `left` are
     * above 0, so nobody of weight 0 ever gets a penny.
     */
    int64_t bound = find_bound(out_shares, count, (size_t)left, sum);
    phb_pence for_ties = left - (phb_pence)count_at_least(out_shares, count, bound + 1);
    for (size_t i = 0; i < count; i++) {
        phb_pence extra = 0;
        if (out_shares[i] > bound) {
            extra = 1;
        } else if (out_shares[i] == bound && for_ties > 0) {
            extra = 1;
            for_ties--;
        }
        int64_t remainder;
        phb__mul_split(total, weights[i], sum, &out_shares[i], &remainder);
        out_shares[i] += extra;
    }
    return PHB_OK;
}

/* The reader of decimals lets further zeros pass; of money even those are refused, as a likely
 * slip. */
static bool
has_pence_decimals(const char *text)
{
    const char *point = strchr(text, '.');
    return !point || strlen(point + 1) <= PENCE_DECIMALS;
}

phb_status
phb_pence_parse(const char *text, phb_pence *out_amount)
{
    if (!text || !out_amount) {
        return PHB_ERROR_ARGUMENT;
    }
    int64_t pence;
    if (!has_pence_decimals(text) ||
        phb__decimal_read(text, strlen(text), PENCE_DECIMALS, false, &pence) != PHB__DECIMAL_OK) {
        return PHB_ERROR_RANGE;
    }
    if (!is_amount(pence)) {
        return PHB_ERROR_RANGE;
    }
    *out_amount = pence;
    return PHB_OK;
}

phb_status
phb_pence_format(phb_pence amount, char *out_text, size_t capacity)
{
    if (!out_text) {
        return PHB_ERROR_ARGUMENT;
    }
    if (!is_amount(amount)) {
        return PHB_ERROR_RANGE;
    }

    /* From the last digit to the first; at least "0.00". */
    char digits[PHB_PENCE_TEXT_SIZE];
    size_t at = sizeof(digits) - 1;
    digits[at] = '\0';
    int64_t rest = amount < 0 ? -amount : amount;
    for (int place = 0; place <= PENCE_DECIMALS || rest > 0; place++) {
        if (place == PENCE_DECIMALS) {
            digits[--at] = '.';
        }
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    }
    if (amount < 0) {
        digits[--at] = '-';
    }

    if (sizeof(digits) - at > capacity) {
        return PHB_ERROR_RANGE;
    }
    memcpy(out_text, digits + at, sizeof(digits) - at);
    return PHB_OK;
}
