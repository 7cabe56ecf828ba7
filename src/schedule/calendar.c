#include "schedule/calendar.h"

#include <string.h>

#include "core/date.h"
#include "core/path.h"
#include "model/policy.h"
#include "schedule/regimes.h"
#include "schedule/working_days.h"

phb_date
phb__due_by(const struct phb__calendar *calendar, phb_date limit)
{
    return phb__policy_keeps_working_days(calendar->policy)
               ? phb__working_day_until(calendar->dataset, limit)
               : limit;
}

bool
phb__is_planned(const struct phb__calendar *calendar, phb_date due)
{
    return calendar->last != PHB_DATE_NONE && due <= calendar->last;
}

void
phb__add_event(struct phb__calendar *calendar, const struct phb__event *event)
{
    struct phb__event *place =
        calendar->failed ? NULL : phb__list_add(&calendar->events, calendar->arena, sizeof *place);
    if (!place) {
        calendar->failed = true;
        return;
    }
    *place = *event;
    bool is_moved = event->kind != PHB__EVENT_NOTICE_END && event->kind != PHB__EVENT_TRIGGER &&
                    phb__policy_keeps_working_days(calendar->policy);
    if (is_moved && !phb__bank_holidays_are_known(calendar->dataset, event->latest)) {
        calendar->is_past_bank_holidays = true;
    }
}

void
phb__add_note(struct phb__calendar *calendar, const char *rule, const char *at, const char *message)
{
    phb_table *notes = calendar->notes;
    bool is_added = !calendar->failed && phb__table_add_row(notes) &&
                    phb__table_set_static(notes, PHB__NOTE_RULE, rule) &&
                    phb__table_set_copy(notes, PHB__NOTE_AT, at, strlen(at)) &&
                    phb__table_set_copy(notes, PHB__NOTE_MESSAGE, message, strlen(message));
    calendar->failed = !is_added;
}

void
phb__add_note_at(struct phb__calendar *calendar, const char *rule, const char *list, uint32_t index,
                 const char *message)
{
    char path[PHB__PATH_SIZE] = "";
    (void)phb__path_add(path, list);
    (void)phb__path_add_index(path, index);
    phb__add_note(calendar, rule, path, message);
}

/* Three texts as one, lent by the arena; "" when out of memory. */
static const char *
joined(struct phb__calendar *calendar, const char *first, const char *second, const char *third)
{
    size_t sizes[] = {strlen(first), strlen(second), strlen(third) + 1};
    char *text =
        calendar->failed ? NULL : phb__arena_bytes(calendar->arena, sizes[0] + sizes[1] + sizes[2]);
    if (!text) {
        calendar->failed = true;
        return "";
    }
    memcpy(text, first, sizes[0]);
    memcpy(text + sizes[0], second, sizes[1]);
    memcpy(text + sizes[0] + sizes[1], third, sizes[2]);
    return text;
}

const char *
phb__with_policy(struct phb__calendar *calendar, const char *source)
{
    return joined(calendar, source, source[0] == '\0' ? "policy " : "; policy ",
                  phb_policy_edition(calendar->policy));
}

const char *
phb__join_sources(struct phb__calendar *calendar, const char *first, const char *second)
{
    if (second[0] == '\0' || strstr(first, second)) {
        return first;
    }
    return first[0] == '\0' ? second : joined(calendar, first, "; ", second);
}

phb_date
phb__first_direct_payment(const phb_schedule_request *request)
{
    phb_date first = PHB_DATE_NONE;
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        phb_date anchor = request->anchors[i];
        bool counts = anchor != PHB_DATE_NONE && phb__regime_is_direct_payment((phb_regime)i);
        first = counts && (first == PHB_DATE_NONE || anchor < first) ? anchor : first;
    }
    return first;
}
