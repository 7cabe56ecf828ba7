/* The reviews and audits that were held, in the order of their days. */

#include "model/review_names.h"
#include "schedule/calendar.h"

/* Each goes in front of the later ones: there are seldom more than a few, mostly in order. */
static void
insert(struct phb__held *held, uint32_t count, struct phb__held item)
{
    uint32_t place = count;
    while (place > 0 && held[place - 1].on > item.on) {
        held[place] = held[place - 1];
        place--;
    }
    held[place] = item;
}

static uint32_t
named_regimes(const phb_schedule_request *request)
{
    uint32_t named = 0;
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        named |= request->anchors[i] != PHB_DATE_NONE ? PHB_REGIME_BIT(i) : 0;
    }
    return named;
}

static void
note_regimes(struct phb__calendar *calendar, const struct phb__completed *completed, uint32_t index,
             uint32_t named)
{
    if (completed->kind == PHB_REVIEW_AUDIT) {
        return;
    }
    if (completed->regimes == 0) {
        phb__add_note_at(calendar, "schedule.completed_serves_none", "completed", index,
                         "This review does not say which review duties it served, so it counts for "
                         "none of them.");
    } else if ((completed->regimes & ~named) != 0) {
        phb__add_note_at(calendar, "schedule.completed_serves_other", "completed", index,
                         "This review served a review duty that is not named, so for that one it "
                         "counts for nothing.");
    }
}

const struct phb__held *
phb__held_by_day(struct phb__calendar *calendar)
{
    const phb_schedule_request *request = calendar->request;
    const struct phb__completed *completed = phb__request_completed(request);
    uint32_t count = request->completed.count;
    if (count == 0) {
        return NULL;
    }
    struct phb__held *held = phb__arena_take(calendar->arena, count, sizeof *held);
    if (!held) {
        calendar->failed = true;
        return NULL;
    }
    uint32_t named = named_regimes(request);
    for (uint32_t i = 0; i < count; i++) {
        insert(held, i,
               (struct phb__held){completed[i].on, completed[i].kind, completed[i].regimes & named,
                                  completed[i].checked, i});
        note_regimes(calendar, &completed[i], i, named);
    }
    return held;
}
