/* The review duties: how many months each of them gives, by law and by policy, and why. */
#ifndef PHB_SCHEDULE_REGIMES_H
#define PHB_SCHEDULE_REGIMES_H

#include <stdbool.h>

#include <phb/schedule.h>

#include "model/policy.h"
#include "rates/dataset.h"

/* Which of the two intervals. */
enum phb__interval { PHB__INTERVAL_FIRST = 0, PHB__INTERVAL_EVERY = 1 };

struct phb__term {
    int32_t months;          /* 0: there is none */
    const char *law_source;  /* title of the instrument, "" when policy alone says it */
    bool is_by_policy;       /* the policy says it, alone or because it is stricter */
    bool is_before_law;      /* the day is before the first that the rates hold the interval for */
    bool is_laxer_than_must; /* the policy gives more than a must allows */
};

/* What a regime gives for an interval that begins on a day. */
struct phb__term phb__term_of(const struct phb__dataset *dataset, const phb_policy *policy,
                              phb_regime regime, enum phb__interval interval, phb_date begins);

/* By law or by guidance that is treated as law? Otherwise by policy or practice. */
bool phb__regime_is_must(phb_regime regime);

/* Does it have further reviews of its own? */
bool phb__regime_goes_on(phb_regime regime);

/* Is it a direct payment, counted from the first one? */
bool phb__regime_is_direct_payment(phb_regime regime);

/* What is to be looked at: a set of PHB__ON. */
uint64_t phb__regime_agenda(phb_regime regime);

#endif
