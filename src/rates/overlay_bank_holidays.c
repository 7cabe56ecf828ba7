/* The bank holidays of a merge: exceptions in order, each of them possible. */

#include <string.h>

#include "core/date.h"
#include "core/error.h"
#include "core/path.h"
#include "rates/bank_holidays.h"
#include "rates/overlay_merge.h"

/* Put in order one by one, so their number is bounded. */
#define EXCEPTIONS_MAX 1000

static phb_status
fail_at(phb_error *error, phb_status status, uint32_t index, const char *message)
{
    char path[PHB__PATH_SIZE] = "";
    (void)phb__path_add(path, "bank_holidays");
    (void)phb__path_add(path, "exceptions");
    (void)phb__path_add_index(path, index);
    phb__fail_because(error, status, message);
    phb__error_at_path(error, path);
    return status;
}

static bool
is_ordinary(phb_date date)
{
    struct phb__bank_day days[PHB__BANK_DAYS];
    phb__bank_days_of(phb__ymd_of(date).year, days);
    bool is_one = false;
    for (int i = 0; i < PHB__BANK_DAYS; i++) {
        is_one = is_one || days[i].date == date;
    }
    return is_one;
}

/* Why an exception cannot be, NULL when it can: counted with the others each day must count once.
 */
static const char *
problem_of(const struct phb__dataset *dataset, const struct phb__bank_holiday *exception)
{
    bool is_moved = exception->instead_of != PHB_DATE_NONE;
    if (phb__ymd_of(exception->date).year < PHB__BANK_HOLIDAYS_FIRST_YEAR) {
        return "the date is before the years that are held";
    }
    if (is_moved && phb__ymd_of(exception->date).year != phb__ymd_of(exception->instead_of).year) {
        return "instead_of is in another year";
    }
    if (is_moved && !is_ordinary(exception->instead_of)) {
        return "instead_of is no bank holiday";
    }
    if (is_ordinary(exception->date)) {
        return "the date is a bank holiday already";
    }
    for (uint32_t i = 0; is_moved && i < dataset->bank_holiday_count; i++) {
        const struct phb__bank_holiday *other = &dataset->bank_holidays[i];
        if (other->instead_of == exception->instead_of && other->date != exception->date) {
            return "instead_of has moved already";
        }
    }
    return NULL;
}

static bool
is_same(const struct phb__dataset *dataset, const struct phb__bank_holiday *a,
        const struct phb__bank_holiday *b, const char *name)
{
    return a->instead_of == b->instead_of && a->source == b->source &&
           strcmp(phb__law_text(dataset, a->name), name) == 0;
}

static phb_status
put(struct phb__merge *merge, struct phb__bank_holiday *exceptions, uint32_t index,
    struct phb__bank_holiday *added, phb_error *error)
{
    const struct phb__overlay_bank_holiday *given = merge->overlay->bank_holidays.items;
    uint32_t *count = &merge->dataset.bank_holiday_count;
    uint32_t at = *count;
    while (at > 0 && exceptions[at - 1].date >= added->date) {
        at--;
    }
    bool is_there = at < *count && exceptions[at].date == added->date;
    if (is_there && is_same(&merge->dataset, &exceptions[at], added, given[index].name)) {
        return PHB_OK;
    }
    if (is_there && given[index].replace != 2) {
        return fail_at(error, PHB_ERROR_DUPLICATE, index,
                       "the day is there already: say \"replace\": true to replace it");
    }
    const char *problem = problem_of(&merge->dataset, added);
    if (problem) {
        return fail_at(error, PHB_ERROR_RANGE, index, problem);
    }
    if (!phb__merge_text(merge, given[index].name, &added->name)) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    if (!is_there) {
        memmove(&exceptions[at + 1], &exceptions[at], (*count - at) * sizeof *exceptions);
        ++*count;
    }
    exceptions[at] = *added;
    return PHB_OK;
}

static phb_status
merge_exceptions(struct phb__merge *merge, phb_error *error)
{
    const struct phb__dataset *base = merge->base;
    const struct phb__overlay_bank_holiday *given = merge->overlay->bank_holidays.items;
    uint32_t given_count = merge->overlay->bank_holidays.count;
    if ((size_t)base->bank_holiday_count + given_count > EXCEPTIONS_MAX) {
        return fail_at(error, PHB_ERROR_LIMIT, 0, "there are more than rates may have");
    }
    struct phb__bank_holiday *exceptions = phb__arena_take(
        merge->arena, (size_t)base->bank_holiday_count + given_count, sizeof *exceptions);
    if (!exceptions) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    memcpy(exceptions, base->bank_holidays, base->bank_holiday_count * sizeof *exceptions);
    merge->dataset.bank_holidays = exceptions;
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < given_count && status == PHB_OK; i++) {
        int32_t source = phb__ids_find(&merge->source_numbers, given[i].source);
        if (source < 0) {
            return fail_at(error, PHB_ERROR_NOT_FOUND, i, "source names no source that is given");
        }
        struct phb__bank_holiday added = {.date = given[i].date,
                                          .instead_of = given[i].instead_of,
                                          .source = (uint16_t)source,
                                          .origin = merge->origin};
        status = put(merge, exceptions, i, &added, error);
    }
    return status;
}

static phb_status
fail_at_member(phb_error *error, phb_status status, const char *path, const char *message)
{
    phb__fail_because(error, status, message);
    phb__error_at_path(error, path);
    return status;
}

phb_status
phb__merge_bank_holidays(struct phb__merge *merge, phb_error *error)
{
    const struct phb__overlay *overlay = merge->overlay;
    if (overlay->published_until != PHB_DATE_NONE) {
        if (overlay->published_until < merge->base->bank_holidays_until) {
            return fail_at_member(error, PHB_ERROR_RANGE, "/bank_holidays/published_until",
                                  "published_until must not be before that of the base");
        }
        merge->dataset.bank_holidays_until = overlay->published_until;
    }
    if (overlay->published_in) {
        int32_t source = phb__ids_find(&merge->source_numbers, overlay->published_in);
        if (source < 0) {
            return fail_at_member(error, PHB_ERROR_NOT_FOUND, "/bank_holidays/source",
                                  "source names no source that is given");
        }
        merge->dataset.bank_holidays_source = (uint16_t)source;
    }
    return merge_exceptions(merge, error);
}
