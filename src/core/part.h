/*
 * Parts of a sum of pay, in whole pence. Sums are at least 0 and at most PHB_PENCE_MAX, and a rate
 * in parts per million is at most two wholes: the product fits 64 bits, and what divides it is a
 * constant, which costs a multiplication and no division.
 */
#ifndef PHB_CORE_PART_H
#define PHB_CORE_PART_H

#include <phb/money.h>

/* Down; of what is not negative, which a division without a sign does faster. */
static inline int64_t
phb__ppm_of(int64_t millionths)
{
    return (int64_t)((uint64_t)millionths / (uint64_t)PHB_PPM);
}

/* To the nearest penny, halves up. */
static inline phb_pence
phb__part_half_up(phb_pence sum, int64_t ppm)
{
    return phb__ppm_of(sum * ppm + PHB_PPM / 2);
}

/* As National Insurance is rounded: of the third decimal of a pound, 5 or less goes down and 6 or
 * more up. */
static inline phb_pence
phb__part_third_decimal(phb_pence sum, int64_t ppm)
{
    return phb__ppm_of(sum * ppm + PHB_PPM / 10 * 4);
}

/* What of a sum lies above one edge and up to another. */
static inline phb_pence
phb__part_between(phb_pence sum, phb_pence lower, phb_pence upper)
{
    phb_pence top = sum < upper ? sum : upper;
    return (top - lower) * (top > lower); /* no branch: of pay it would be guessed wrong */
}

#endif
