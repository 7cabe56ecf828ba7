/*
 * Whether a budget holds together: what no single member can tell. The same checks for a document
 * and for a budget that was built call by call.
 */

#include "core/context.h"
#include "core/error.h"
#include "core/ids.h"
#include "core/path.h"
#include "model/budget.h"

/* Wheelchair budgets run for five years; no budget is meant to run for more than ten. */
#define PERIOD_YEARS_MAX 10

struct place {
    const char *list; /* "assistants", or NULL */
    uint32_t index;
    const char *inner;   /* "hours", "period", or NULL */
    int64_t inner_index; /* -1: inner is no list */
    const char *member;
};

static phb_status
fail_at(phb_error *error, phb_status status, struct place place, const char *message)
{
    char path[PHB__PATH_SIZE] = "";
    if (place.list) {
        (void)phb__path_add(path, place.list);
        (void)phb__path_add_index(path, place.index);
    }
    if (place.inner) {
        (void)phb__path_add(path, place.inner);
    }
    if (place.inner_index >= 0) {
        (void)phb__path_add_index(path, (uint32_t)place.inner_index);
    }
    if (place.member) {
        (void)phb__path_add(path, place.member);
    }
    phb__fail_because(error, status, message);
    phb__error_at_path(error, path);
    return status;
}

static phb_status
check_order(phb_date start, phb_date end, struct place place, phb_error *error)
{
    if (start != PHB_DATE_NONE && end != PHB_DATE_NONE && end < start) {
        place.member = "end";
        return fail_at(error, PHB_ERROR_DATE, place, "end is before start");
    }
    return PHB_OK;
}

static phb_status
check_period(const phb_budget_settings *settings, phb_error *error)
{
    struct place place = {NULL, 0, "period", -1, NULL};
    phb_status status = check_order(settings->start, settings->end, place, error);
    if (status != PHB_OK) {
        return status;
    }
    phb_date too_late = PHB_DATE_MAX + 1; /* the tenth anniversary may lie beyond the calendar */
    (void)phb_date_add_months(settings->start, 12 * PERIOD_YEARS_MAX, PHB_MONTH_END_CLAMP,
                              &too_late);
    if (settings->end >= too_late) {
        return fail_at(error, PHB_ERROR_RANGE, place, "the period must be at most ten years");
    }
    return PHB_OK;
}

static phb_status
check_assistant(const struct phb__budget_content *content, uint32_t index, uint32_t most,
                phb_error *error)
{
    const struct phb__assistant *assistant = &phb__budget_assistants(content)[index];
    phb_date first_day = phb__day_or(assistant->given.start, content->settings.start);
    struct place place = {"assistants", index, NULL, -1, NULL};
    phb_status status = check_order(assistant->given.start, assistant->given.end, place, error);
    if (status == PHB_OK && assistant->hours.count > most) {
        place.member = "hours";
        return fail_at(error, PHB_ERROR_LIMIT, place,
                       "there are more entries than a budget may have");
    }
    if (status == PHB_OK && assistant->given.leave_method == PHB_LEAVE_NONE &&
        (!assistant->given.leave_reason || assistant->given.leave_reason[0] == '\0')) {
        place.inner = "leave";
        return fail_at(error, PHB_ERROR_INCOMPLETE, place,
                       "reason is missing: why does nobody cover the leave");
    }
    if (status == PHB_OK && assistant->given.date_of_birth > first_day) {
        place.member = "date_of_birth";
        return fail_at(error, PHB_ERROR_DATE, place,
                       "date_of_birth is after the first day employed");
    }
    const phb_hours *hours = phb__assistant_hours(assistant);
    for (uint32_t i = 0; i < assistant->hours.count && status == PHB_OK; i++) {
        place.inner = "hours";
        place.inner_index = i;
        status = check_order(hours[i].start, hours[i].end, place, error);
    }
    return status;
}

/* Assistants and lines are one kind: a computed line is found by the id of either. */
static phb_status
check_ids(const phb_context *context, const struct phb__budget_content *content, phb_error *error)
{
    struct phb__ids ids;
    if (!phb__ids_init(&ids, context, (size_t)content->assistants.count + content->lines.count)) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    phb_status status = PHB_OK;
    static const char twice[] = "id is already the id of another assistant or line";
    const struct phb__assistant *assistants = phb__budget_assistants(content);
    for (uint32_t i = 0; i < content->assistants.count && status == PHB_OK; i++) {
        if (!phb__ids_add(&ids, assistants[i].given.id, (int32_t)i)) {
            status = fail_at(error, PHB_ERROR_DUPLICATE,
                             (struct place){"assistants", i, NULL, -1, "id"}, twice);
        }
    }
    const phb_line *lines = phb__budget_lines(content);
    for (uint32_t i = 0; i < content->lines.count && status == PHB_OK; i++) {
        if (!phb__ids_add(&ids, lines[i].id, (int32_t)i)) {
            status = fail_at(error, PHB_ERROR_DUPLICATE, (struct place){"lines", i, NULL, -1, "id"},
                             twice);
        }
    }
    phb__ids_free(&ids);
    return status;
}

static phb_status
check_counts(const struct phb__budget_content *content, uint32_t most, phb_error *error)
{
    bool too_many_assistants = content->assistants.count > most;
    if (too_many_assistants || content->lines.count > most) {
        struct place place = {NULL, 0, NULL, -1, too_many_assistants ? "assistants" : "lines"};
        return fail_at(error, PHB_ERROR_LIMIT, place, "there are more than a budget may have");
    }
    return PHB_OK;
}

phb_status
phb__budget_check(const phb_context *context, const struct phb__budget_content *content,
                  phb_error *error)
{
    uint32_t most = phb__limits(context)->lines;
    phb_status status = check_counts(content, most, error);
    if (status == PHB_OK) {
        status = phb__shape_check(&phb__shape_budget, content, "", true, error);
    }
    if (status == PHB_OK) {
        status = check_period(&content->settings, error);
    }
    for (uint32_t i = 0; i < content->assistants.count && status == PHB_OK; i++) {
        status = check_assistant(content, i, most, error);
    }
    const phb_line *lines = phb__budget_lines(content);
    for (uint32_t i = 0; i < content->lines.count && status == PHB_OK; i++) {
        status = check_order(lines[i].start, lines[i].end,
                             (struct place){"lines", i, NULL, -1, NULL}, error);
    }
    return status == PHB_OK ? check_ids(context, content, error) : status;
}
