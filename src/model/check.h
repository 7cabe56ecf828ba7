/*
 * The parts of the check whether a budget holds together: each file looks at one part of it, and
 * budget_check.c has their order. Every error has the place it is about; no sentence quotes what
 * was said.
 */
#ifndef PHB_MODEL_CHECK_H
#define PHB_MODEL_CHECK_H

#include "model/budget.h"

/* Where something stands, from the root inwards: assistants 0, hours 1, rate 0, from. */
struct phb__place {
    struct phb__step {
        const char *key;
        int64_t index; /* -1: the member itself, and no item of it */
    } steps[4];
    uint32_t count;
};

/* One step further in: an item of a list of that one, or a member (index -1). */
static inline struct phb__place
phb__place_further(struct phb__place place, const char *key, int64_t index)
{
    place.steps[place.count++] = (struct phb__step){key, index};
    return place;
}

static inline struct phb__place
phb__place_item(struct phb__place place, const char *list, uint32_t index)
{
    return phb__place_further(place, list, index);
}

static inline struct phb__place
phb__place_in(struct phb__place place, const char *member)
{
    return phb__place_further(place, member, -1);
}

/* The place of an item of a list of the budget. */
static inline struct phb__place
phb__place_of(const char *list, uint32_t index)
{
    return phb__place_item((struct phb__place){.count = 0}, list, index);
}

/* The status, with that sentence and place. */
phb_status phb__fail_at(phb_error *error, phb_status status, struct phb__place place,
                        const char *message);

/* An end before its start. */
phb_status phb__check_order(phb_date start, phb_date end, struct phb__place place,
                            phb_error *error);

/*
 * Dated amounts: no more than `most`, one after another, and the first not after the day that what
 * they are said of begins.
 */
phb_status phb__check_dated(const struct phb__list *dated, phb_date begins, uint32_t most,
                            struct phb__place place, phb_error *error);

/* The days of the budget: in order, and not more than ten years. */
phb_status phb__check_period(const phb_budget_settings *settings, phb_error *error);

/* One assistant, with their hours, leave and sickness. */
phb_status phb__check_assistant(const struct phb__budget_content *content, uint32_t index,
                                uint32_t most, phb_error *error);

/* One line. */
phb_status phb__check_line(const struct phb__budget_content *content, uint32_t index, uint32_t most,
                           phb_error *error);

/* Ids are said once, and what is referred to by an id is there. */
phb_status phb__check_references(const phb_context *context,
                                 const struct phb__budget_content *content, phb_error *error);

#endif
