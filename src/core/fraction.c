#include "core/fraction.h"

#include "core/checked.h"

/* Of the lowest number there is, the magnitude does not fit: its remainder does. */
static int64_t
common_divisor(int64_t numerator, int64_t denominator)
{
    int64_t rest = numerator % denominator;
    return phb__gcd(denominator, rest < 0 ? -rest : rest);
}

bool
phb__fraction_of(int64_t numerator, int64_t denominator, struct phb__fraction *out)
{
    if (denominator < 1) {
        return false;
    }
    int64_t divisor = common_divisor(numerator, denominator);
    *out = (struct phb__fraction){numerator / divisor, denominator / divisor};
    return true;
}

bool
phb__fraction_multiply(struct phb__fraction a, struct phb__fraction b, struct phb__fraction *out)
{
    /* Reduced crosswise before multiplying, the product is reduced and fits whenever it can. */
    struct phb__fraction left;
    struct phb__fraction right;
    struct phb__fraction product;
    if (!phb__fraction_of(a.numerator, b.denominator, &left) ||
        !phb__fraction_of(b.numerator, a.denominator, &right)) {
        return false;
    }
    if (!phb__multiply(left.numerator, right.numerator, &product.numerator) ||
        !phb__multiply(left.denominator, right.denominator, &product.denominator)) {
        return false;
    }
    *out = product;
    return true;
}

bool
phb__fraction_add(struct phb__fraction a, struct phb__fraction b, struct phb__fraction *out)
{
    /* Over the least common denominator, so that sums of weeks or months stay small. */
    int64_t common;
    int64_t left;
    int64_t right;
    struct phb__fraction sum;
    if (a.denominator < 1 || b.denominator < 1) {
        return false;
    }
    common = phb__gcd(a.denominator, b.denominator);
    if (!phb__multiply(a.numerator, b.denominator / common, &left) ||
        !phb__multiply(b.numerator, a.denominator / common, &right) ||
        !phb__add(left, right, &sum.numerator) ||
        !phb__multiply(a.denominator / common, b.denominator, &sum.denominator)) {
        return false;
    }
    return phb__fraction_of(sum.numerator, sum.denominator, out);
}

bool
phb__fraction_scale(phb_pence amount, struct phb__fraction fraction, phb_rounding rounding,
                    phb_pence *out)
{
    int64_t scaled;
    if (!phb__mul_div(amount, fraction.numerator, fraction.denominator, rounding, &scaled)) {
        return false;
    }
    if (scaled < -PHB_PENCE_MAX || scaled > PHB_PENCE_MAX) {
        return false;
    }
    *out = scaled;
    return true;
}
