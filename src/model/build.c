/* Building a budget call by call: each struct is copied, checked by its shape, and its texts kept.
 */

#include <string.h>

#include "core/context.h"
#include "core/error.h"
#include "core/input.h"
#include "model/budget.h"
#include "model/limits.h"
#include "model/shapes.h"

/* What each struct held in version 0.1: a caller compiled then may be this small. */
#define FIRST_SIZE_SETTINGS \
    (offsetof(phb_budget_settings, wheelchair_period_years) + sizeof(int64_t))
#define FIRST_SIZE_ASSISTANT (offsetof(phb_assistant, necessity_approved_on) + sizeof(phb_date))
#define FIRST_SIZE_HOURS (offsetof(phb_hours, end) + sizeof(phb_date))
#define FIRST_SIZE_LINE (offsetof(phb_line, provider_checked_on) + sizeof(phb_date))
#define FIRST_SIZE_FUNDER (offsetof(phb_funder, client_contribution_pence) + sizeof(phb_pence))

/* Checks a copy of what the caller gave by its shape, and copies its texts. */
static phb_status
take(phb_budget *budget, const struct phb__shape *shape, void *copy, phb_error *error)
{
    budget->is_checked = false;
    phb_status status = phb__shape_keep_texts(shape, copy, &budget->memory->arena, error);
    return status == PHB_OK ? phb__shape_check(shape, copy, "", false, error) : status;
}

/* An id that is no member of a shape, copied. */
static phb_status
take_id(phb_budget *budget, const char *id, const char **out_kept, phb_error *error)
{
    if (!phb__id_is_valid(id)) {
        return phb__fail_because(error, PHB_ERROR_RANGE,
                                 "an id must be 1 to 64 letters, digits, points, underscores or "
                                 "hyphens");
    }
    *out_kept = phb__arena_text(&budget->memory->arena, id, strlen(id));
    return *out_kept ? PHB_OK : phb__fail(error, PHB_ERROR_MEMORY);
}

/* A copy of an item at the end of a list, unless there are as many as there may be. */
static phb_status
add_item(phb_budget *budget, struct phb__list *list, const void *item, size_t size, uint32_t most,
         phb_error *error)
{
    if (list->count >= most) {
        return phb__fail_because(error, PHB_ERROR_LIMIT, "there are as many as a budget may have");
    }
    void *place = phb__list_add(list, &budget->memory->arena, size);
    if (!place) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    memcpy(place, item, size);
    budget->is_checked = false;
    return PHB_OK;
}

/*
 * The items of a list that one of them is about to be changed in: their own copy, if a costing
 * reads them too. NULL when out of memory.
 */
static void *
own_items(phb_budget *budget, struct phb__list *list, size_t size)
{
    if (atomic_load_explicit(&budget->memory->references, memory_order_acquire) == 1) {
        return list->items;
    }
    void *items = phb__arena_take(&budget->memory->arena, list->count, size);
    if (items) {
        memcpy(items, list->items, list->count * size);
        *list = (struct phb__list){items, list->count, list->count};
    }
    return items;
}

static struct phb__assistant *
own_assistants(phb_budget *budget)
{
    return own_items(budget, &budget->content.assistants, sizeof(struct phb__assistant));
}

static void
tell_index(const struct phb__list *list, int32_t *out_index)
{
    if (out_index) {
        *out_index = (int32_t)list->count - 1;
    }
}

static bool
is_index(const struct phb__list *list, int32_t index)
{
    return index >= 0 && (uint32_t)index < list->count;
}

/* The line of an index, to be changed; NULL with ARGUMENT or MEMORY. */
static struct phb__line *
line_at(phb_budget *budget, int32_t index, phb_status *out_status, phb_error *error)
{
    if (!budget || !is_index(&budget->content.lines, index)) {
        *out_status = phb__fail(error, PHB_ERROR_ARGUMENT);
        return NULL;
    }
    struct phb__line *lines = own_items(budget, &budget->content.lines, sizeof *lines);
    *out_status = lines ? PHB_OK : phb__fail(error, PHB_ERROR_MEMORY);
    return lines ? &lines[index] : NULL;
}

phb_status
phb_budget_set(phb_budget *budget, const phb_budget_settings *settings, phb_error *error)
{
    if (!budget || !settings) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    /* The shape of the whole, whose lists are then empty. */
    struct phb__budget_content copy;
    phb__shape_clear(&phb__shape_budget, &copy);
    phb_status status =
        phb__input_copy(&copy.settings, sizeof copy.settings, FIRST_SIZE_SETTINGS, settings, error);
    if (status == PHB_OK) {
        status = take(budget, &phb__shape_budget, &copy, error);
    }
    if (status == PHB_OK) {
        budget->content.settings = copy.settings;
    }
    return status;
}

phb_status
phb_budget_add_assistant(phb_budget *budget, const phb_assistant *assistant, int32_t *out_index,
                         phb_error *error)
{
    if (!budget || !assistant || !out_index) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__assistant copy = {PHB_ASSISTANT_INIT, {NULL, 0, 0}};
    struct phb__list *list = &budget->content.assistants;
    phb_status status =
        phb__input_copy(&copy.given, sizeof copy.given, FIRST_SIZE_ASSISTANT, assistant, error);
    if (status == PHB_OK) {
        status = take(budget, &phb__shape_assistant, &copy, error);
    }
    if (status == PHB_OK) {
        status =
            add_item(budget, list, &copy, sizeof copy, phb__most_items(budget->context), error);
    }
    if (status == PHB_OK) {
        tell_index(list, out_index);
    }
    return status;
}

phb_status
phb_budget_add_hours(phb_budget *budget, int32_t assistant, const phb_hours *hours,
                     int32_t *out_index, phb_error *error)
{
    if (!budget || !hours || !is_index(&budget->content.assistants, assistant)) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__hours copy = {PHB_HOURS_INIT, {NULL, 0, 0}};
    struct phb__assistant *employed = own_assistants(budget);
    if (!employed) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    struct phb__list *list = &employed[assistant].hours;
    phb_status status =
        phb__input_copy(&copy.given, sizeof copy.given, FIRST_SIZE_HOURS, hours, error);
    if (status == PHB_OK) {
        status = take(budget, &phb__shape_hours, &copy, error);
    }
    if (status == PHB_OK) {
        status =
            add_item(budget, list, &copy, sizeof copy, phb__most_items(budget->context), error);
    }
    if (status == PHB_OK) {
        tell_index(list, out_index);
    }
    return status;
}

static phb_status
add_dated(phb_budget *budget, struct phb__list *list, struct phb__dated dated, phb_error *error)
{
    phb_status status = take(budget, &phb__shape_dated, &dated, error);
    return status == PHB_OK ? add_item(budget, list, &dated, sizeof dated,
                                       phb__most_items(budget->context), error)
                            : status;
}

phb_status
phb_budget_add_dated_rate(phb_budget *budget, int32_t assistant, int32_t hours, phb_date from,
                          int64_t rate_penny_hundredths, phb_error *error)
{
    if (!budget || !is_index(&budget->content.assistants, assistant)) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__assistant *employed = budget->content.assistants.items;
    if (!is_index(&employed[assistant].hours, hours)) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    employed = own_assistants(budget);
    struct phb__hours *entries =
        employed ? own_items(budget, &employed[assistant].hours, sizeof *entries) : NULL;
    if (!entries) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    return add_dated(budget, &entries[hours].rates,
                     (struct phb__dated){from, rate_penny_hundredths}, error);
}

phb_status
phb_budget_add_line(phb_budget *budget, const phb_line *line, int32_t *out_index, phb_error *error)
{
    if (!budget || !line) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__line copy = {PHB_LINE_INIT, {NULL, 0, 0}, {NULL, 0, 0}};
    struct phb__list *list = &budget->content.lines;
    phb_status status =
        phb__input_copy(&copy.given, sizeof copy.given, FIRST_SIZE_LINE, line, error);
    if (status == PHB_OK) {
        status = take(budget, &phb__shape_line, &copy, error);
    }
    if (status == PHB_OK) {
        status =
            add_item(budget, list, &copy, sizeof copy, phb__most_items(budget->context), error);
    }
    if (status == PHB_OK) {
        tell_index(list, out_index);
    }
    return status;
}

phb_status
phb_budget_add_dated_amount(phb_budget *budget, int32_t line, phb_date from,
                            int64_t amount_penny_hundredths, phb_error *error)
{
    phb_status status = PHB_OK;
    struct phb__line *item = line_at(budget, line, &status, error);
    return item ? add_dated(budget, &item->amounts,
                            (struct phb__dated){from, amount_penny_hundredths}, error)
                : status;
}

phb_status
phb_budget_add_line_assistant(phb_budget *budget, int32_t line, const char *id, phb_error *error)
{
    const char *kept = NULL;
    phb_status status = PHB_OK;
    if (!id) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__line *item = line_at(budget, line, &status, error);
    if (!item) {
        return status;
    }
    status = take_id(budget, id, &kept, error);
    return status == PHB_OK ? add_item(budget, &item->assistants, &kept, sizeof kept,
                                       phb__most_items(budget->context), error)
                            : status;
}

phb_status
phb_budget_add_funder(phb_budget *budget, const phb_funder *funder, phb_error *error)
{
    if (!budget || !funder) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_funder copy = PHB_FUNDER_INIT;
    phb_status status = phb__input_copy(&copy, sizeof copy, FIRST_SIZE_FUNDER, funder, error);
    if (status == PHB_OK) {
        status = take(budget, &phb__shape_funder, &copy, error);
    }
    return status == PHB_OK ? add_item(budget, &budget->content.funders, &copy, sizeof copy,
                                       phb__most_items(budget->context), error)
                            : status;
}

phb_status
phb_budget_add_allowance_used(phb_budget *budget, int64_t tax_year, phb_pence amount,
                              phb_error *error)
{
    if (!budget) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__allowance_used used = {tax_year, amount};
    phb_status status = take(budget, &phb__shape_allowance_used, &used, error);
    return status == PHB_OK ? add_item(budget, &budget->content.allowance_used, &used, sizeof used,
                                       phb__most_items(budget->context), error)
                            : status;
}

phb_status
phb_budget_add_agreed_line(phb_budget *budget, const char *id, phb_pence amount, phb_error *error)
{
    if (!budget || !id) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__agreed_line agreed = {NULL, amount};
    phb_status status = take(budget, &phb__shape_agreed_line, &agreed, error);
    if (status == PHB_OK) {
        status = take_id(budget, id, &agreed.id, error);
    }
    return status == PHB_OK
               ? add_item(budget, &budget->content.agreed_lines, &agreed, sizeof agreed,
                          phb__most_agreed_lines(budget->context), error)
               : status;
}
