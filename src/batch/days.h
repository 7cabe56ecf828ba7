/*
 * The law of days, kept: what a kernel works out of it holds for a stretch of days, so that rows
 * look it up when one of another stretch comes, and not one by one.
 */
#ifndef PHB_BATCH_DAYS_H
#define PHB_BATCH_DAYS_H

#include "rates/law.h"

/* Stretches kept at a time: rows in no order lie in a few tax years. */
#define PHB__DAYS_KEPT 4

/* From `from` to before `next`, all is the same. Cleared, it holds no day. */
struct phb__days {
    phb_date from;
    phb_date next;
    bool is_held;
    struct phb__law law; /* of one of the days; when it is held */
};

static inline bool
phb__days_hold(const struct phb__days *days, phb_date day)
{
    return day >= days->from && day < days->next;
}

/* The stretch that a day lies in. A day that is not held is one of its own. */
void phb__days_find(const struct phb__dataset *dataset, phb_rate_match match, phb_date day,
                    struct phb__days *out);

#endif
