/*
 * What the payslips of a pay period rest on, kept from segment to segment where many assistants are
 * costed one after another and nothing is shown: then the law is not looked up for each of them.
 */
#ifndef PHB_COSTING_KEPT_H
#define PHB_COSTING_KEPT_H

#include "costing/employer_ni.h"
#include "costing/pension.h"

/* Of a pay period in a span of the law, inside which none of it changes. */
struct phb__terms {
    const struct phb__law_span *span; /* NULL: nothing yet */
    bool has_ni;                      /* the law has the values */
    bool has_pension;
    phb_certainty pension_certainty;
    struct phb__ni_terms ni;
    struct phb__pension pension; /* the minimum; without a pay */
};

/* Spans that lie side by side have places of their own. */
#define PHB__SPANS_KEPT 4

struct phb__kept {
    int32_t pension_age_days; /* nobody reaches State Pension age younger */
    struct phb__terms terms[PHB_PAY_ANNUAL + 1][PHB__SPANS_KEPT];
};

/* Looks the terms of a law and a pay period up, unless they are there. */
void phb__terms_find(struct phb__terms *terms, const struct phb__law *law,
                     phb_pay_frequency frequency);

static inline const struct phb__terms *
phb__kept_terms(struct phb__kept *kept, const struct phb__law *law, phb_pay_frequency frequency)
{
    size_t place = (size_t)(law->span - law->dataset->spans) % PHB__SPANS_KEPT;
    struct phb__terms *terms = &kept->terms[frequency][place];
    if (terms->span != law->span) {
        phb__terms_find(terms, law, frequency);
    }
    return terms;
}

#endif
