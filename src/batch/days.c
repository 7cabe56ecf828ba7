#include "batch/days.h"

void
phb__days_find(const struct phb__dataset *dataset, phb_rate_match match, phb_date day,
               struct phb__days *out)
{
    out->from = day;
    out->next = day + 1;
    out->is_held = phb__law_on(dataset, day, match, &out->law);
    if (!out->is_held) {
        return;
    }
    /* The last day held, and the last one carried, end a stretch too: how sure it is, changes. */
    phb_date known = dataset->last_day + 1;
    phb_date end = day < known ? known : phb__law_carried_until(dataset) + 1;
    phb_date change = phb__law_next_change(&out->law);
    out->next = change < end ? change : end;
    out->from = out->law.span->from;
    if (day >= known && out->from < known) {
        out->from = known;
    }
}
