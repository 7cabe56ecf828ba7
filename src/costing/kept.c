#include "costing/kept.h"

void
phb__terms_find(struct phb__terms *terms, const struct phb__law *law, phb_pay_frequency frequency)
{
    terms->span = law->span;
    terms->has_ni = phb__ni_terms_of(law, frequency, &terms->ni);
    terms->has_pension =
        phb__pension_minimum_of(law, frequency, &terms->pension, &terms->pension_certainty);
}
