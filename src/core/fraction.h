/*
 * Exact fractions: weeks, months and years of a stretch of days, hours of minutes. Always reduced,
 * with a denominator of at least 1.
 */
#ifndef PHB_CORE_FRACTION_H
#define PHB_CORE_FRACTION_H

#include <stdbool.h>
#include <stdint.h>

#include <phb/money.h>

#include "core/checked.h"

struct phb__fraction {
    int64_t numerator;
    int64_t denominator;
};

#define PHB__FRACTION_ZERO ((struct phb__fraction){0, 1})
#define PHB__FRACTION_ONE ((struct phb__fraction){1, 1})

/*
 * All give false when a part does not fit 64 bits, or a denominator is below 1; *out is then
 * untouched.
 */
bool phb__fraction_of(int64_t numerator, int64_t denominator, struct phb__fraction *out);
bool phb__fraction_multiply(struct phb__fraction a, struct phb__fraction b,
                            struct phb__fraction *out);
bool phb__fraction_add(struct phb__fraction a, struct phb__fraction b, struct phb__fraction *out);

/* figure × fraction to the nearest, halves up, as phb__fraction_scale does it. */
static inline bool
phb__fraction_half_up(phb_pence figure, struct phb__fraction fraction, phb_pence *out)
{
    return phb__mul_div_half_up(figure, fraction.numerator, fraction.denominator, out) &&
           *out >= -PHB_PENCE_MAX && *out <= PHB_PENCE_MAX;
}

/* amount × fraction, rounded once, by name. false when it does not fit PHB_PENCE_MAX. */
bool phb__fraction_scale(phb_pence amount, struct phb__fraction fraction, phb_rounding rounding,
                         phb_pence *out);

#endif
