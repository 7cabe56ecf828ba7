/*
 * A request for a schedule as the room that works it out reads it: the public settings, with lists,
 * all in one arena. It is built call by call; a list of events may come as JSON.
 */
#ifndef PHB_MODEL_SCHEDULE_REQUEST_H
#define PHB_MODEL_SCHEDULE_REQUEST_H

#include <phb/schedule.h>

#include "core/arena.h"
#include "core/shape.h"

#define PHB__REGIMES ((uint32_t)PHB_REGIME_LOCAL_POLICY)

struct phb__completed {
    phb_date on;
    phb_review_kind kind;
    uint32_t regimes; /* PHB_REGIME_BIT */
    uint32_t checked;
};

/* Something that happened; the item of the list of them. */
struct phb__happened {
    phb_date on;
    int32_t what; /* phb_happening */
};

struct phb__renewed {
    phb_date until;
    phb_renewal what;
    const char *of; /* "" when it is not said */
};

struct phb_schedule_request {
    phb_context *context;
    struct phb__arena arena;
    phb_schedule_settings settings;
    phb_policy *policy;                 /* that of the settings, kept */
    phb_date anchors[PHB__REGIMES + 1]; /* by regime; PHB_DATE_NONE: not named */
    struct phb__list completed;         /* struct phb__completed, in the order they were added */
    struct phb__list happened;          /* struct phb__happened, the same */
    struct phb__list renewals;          /* struct phb__renewed, the same */
};

/*
 * Does a reference have the form of an NHS number, whatever separates its digits? Wider than what
 * is taken for one in a plan: what others can see must not even look like one.
 */
bool phb__reference_is_nhs_number(const char *reference);

/* Of one item of a list of events. */
extern const struct phb__shape phb__shape_happened;

/* All of a list of events, checked already, or nothing: LIMIT, MEMORY. */
phb_status phb__schedule_request_add_happened(phb_schedule_request *request,
                                              const struct phb__list *happened, phb_error *error);

/* The items, typed. */
static inline const struct phb__completed *
phb__request_completed(const phb_schedule_request *request)
{
    return request->completed.items;
}

static inline const struct phb__happened *
phb__request_happened(const phb_schedule_request *request)
{
    return request->happened.items;
}

static inline const struct phb__renewed *
phb__request_renewals(const phb_schedule_request *request)
{
    return request->renewals.items;
}

#endif
