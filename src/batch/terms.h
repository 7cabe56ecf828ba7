/* What the law says of payslips, kept: looked up when a row asks, for a stretch of days. */
#ifndef PHB_BATCH_TERMS_H
#define PHB_BATCH_TERMS_H

#include "batch/days.h"
#include "costing/employer_ni.h"
#include "costing/pension.h"

/* Looked up when a row asks for it. */
struct phb__period_terms {
    bool has_asked_ni;
    bool has_ni; /* the law has the values */
    bool has_asked_pension;
    bool has_pension;
    phb_certainty pension_certainty;
    struct phb__ni_terms ni;
    struct phb__pension pension;
};

struct phb__kept_days {
    struct phb__days days;
    struct phb__period_terms terms[PHB_PAY_ANNUAL + 1]; /* by pay frequency */
};

struct phb__slip_terms {
    const struct phb__dataset *dataset;
    phb_rate_match match;
    struct phb__kept_days kept[PHB__DAYS_KEPT];
    struct phb__kept_days *last;                         /* of the row before */
    size_t next_slot;                                    /* to be filled */
    const struct phb__ni_letter *letters['Z' - 'A' + 1]; /* what each meant last, NULL: unknown */
};

/* What is kept of the stretch that a day lies in. */
struct phb__kept_days *phb__days_kept(struct phb__slip_terms *kernel, phb_date day);

/* The terms of a pay period paid on a day; NULL when that day's law is not held. */
struct phb__period_terms *phb__terms_on(struct phb__slip_terms *kernel, phb_date day,
                                        int64_t frequency);

/* Has the law of the last day asked for the values? */
bool phb__has_ni_terms(const struct phb__slip_terms *kernel, struct phb__period_terms *terms,
                       int64_t frequency);
bool phb__has_pension_terms(const struct phb__slip_terms *kernel, struct phb__period_terms *terms,
                            int64_t frequency);

/* What a letter from A to Z means on a day; NULL when it is not in force. */
const struct phb__ni_letter *phb__letter_kept(struct phb__slip_terms *kernel, int64_t code,
                                              phb_date day);

#endif
