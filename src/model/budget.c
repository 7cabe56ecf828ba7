#include "model/budget.h"

#include "core/alloc.h"
#include "core/context.h"
#include "core/error.h"
#include "core/input.h"

_Static_assert(offsetof(struct phb__budget_content, settings) == 0,
               "phb__shape_settings counts from the settings");
_Static_assert(offsetof(struct phb__assistant, given) == 0,
               "the shape of an assistant counts from what is given");
_Static_assert(sizeof(phb_cohort) == sizeof(int32_t), "shapes read enums as 32-bit integers");

void
phb_budget_settings_init(phb_budget_settings *settings, uint32_t size)
{
    const phb_budget_settings defaults = PHB_BUDGET_SETTINGS_INIT;
    phb__input_init(settings, size, &defaults, sizeof defaults);
}

void
phb_assistant_init(phb_assistant *assistant, uint32_t size)
{
    const phb_assistant defaults = PHB_ASSISTANT_INIT;
    phb__input_init(assistant, size, &defaults, sizeof defaults);
}

void
phb_hours_init(phb_hours *hours, uint32_t size)
{
    const phb_hours defaults = PHB_HOURS_INIT;
    phb__input_init(hours, size, &defaults, sizeof defaults);
}

void
phb_line_init(phb_line *line, uint32_t size)
{
    const phb_line defaults = PHB_LINE_INIT;
    phb__input_init(line, size, &defaults, sizeof defaults);
}

phb_status
phb_budget_new(phb_context *context, phb_budget **out_budget, phb_error *error)
{
    if (!out_budget) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    *out_budget = NULL;
    phb_budget *budget = phb__allocate(context, 1, sizeof *budget);
    if (!budget) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    budget->context = phb_context_ref(context);
    budget->period_position = -1;
    phb__arena_init(&budget->arena, context, 0);
    phb__shape_clear(&phb__shape_budget, &budget->content);
    *out_budget = budget;
    return PHB_OK;
}

void
phb_budget_free(phb_budget *budget)
{
    if (!budget) {
        return;
    }
    phb_context *context = budget->context;
    phb__arena_free(&budget->arena);
    phb__release(context, budget, sizeof *budget);
    phb_context_unref(context);
}

/* What each struct held in version 0.1: a caller compiled then may be this small. */
#define FIRST_SIZE_SETTINGS (offsetof(phb_budget_settings, end) + sizeof(phb_date))
#define FIRST_SIZE_ASSISTANT (offsetof(phb_assistant, reserved) + sizeof(int32_t))
#define FIRST_SIZE_HOURS (offsetof(phb_hours, end) + sizeof(phb_date))
#define FIRST_SIZE_LINE (offsetof(phb_line, end) + sizeof(phb_date))

/* Copies what the caller gave, checks it by its shape, and copies its texts. */
static phb_status
take(phb_budget *budget, const struct phb__shape *shape, void *copy, phb_error *error)
{
    budget->is_checked = false;
    phb_status status = phb__shape_keep_texts(shape, copy, &budget->arena, error);
    return status == PHB_OK ? phb__shape_check(shape, copy, "", false, error) : status;
}

/* A place for one more item, unless there are as many as there may be. */
static void *
add_item(phb_budget *budget, struct phb__list *list, size_t size, phb_status *status,
         phb_error *error)
{
    if (list->count >= phb__limits(budget->context)->lines) {
        *status =
            phb__fail_because(error, PHB_ERROR_LIMIT, "there are as many as a budget may have");
        return NULL;
    }
    void *item = phb__list_add(list, &budget->arena, size);
    *status = item ? PHB_OK : phb__fail(error, PHB_ERROR_MEMORY);
    return item;
}

phb_status
phb_budget_set(phb_budget *budget, const phb_budget_settings *settings, phb_error *error)
{
    if (!budget || !settings) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_budget_settings copy = PHB_BUDGET_SETTINGS_INIT;
    phb_status status = phb__input_copy(&copy, sizeof copy, FIRST_SIZE_SETTINGS, settings, error);
    if (status == PHB_OK) {
        status = take(budget, &phb__shape_settings, &copy, error);
    }
    if (status == PHB_OK) {
        budget->content.settings = copy;
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
    phb_status status =
        phb__input_copy(&copy.given, sizeof copy.given, FIRST_SIZE_ASSISTANT, assistant, error);
    if (status == PHB_OK && copy.given.reserved != 0) {
        status = phb__fail_because(error, PHB_ERROR_STRUCT, "reserved must be 0");
    }
    if (status == PHB_OK) {
        status = take(budget, &phb__shape_assistant, &copy, error);
    }
    if (status != PHB_OK) {
        return status;
    }
    struct phb__list *list = &budget->content.assistants;
    struct phb__assistant *item = add_item(budget, list, sizeof *item, &status, error);
    if (item) {
        *item = copy;
        *out_index = (int32_t)list->count - 1;
    }
    return status;
}

phb_status
phb_budget_add_hours(phb_budget *budget, int32_t assistant, const phb_hours *hours,
                     phb_error *error)
{
    if (!budget || !hours || assistant < 0 ||
        (uint32_t)assistant >= budget->content.assistants.count) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_hours copy = PHB_HOURS_INIT;
    phb_status status = phb__input_copy(&copy, sizeof copy, FIRST_SIZE_HOURS, hours, error);
    if (status == PHB_OK) {
        status = take(budget, &phb__shape_hours, &copy, error);
    }
    if (status != PHB_OK) {
        return status;
    }
    struct phb__assistant *employed = budget->content.assistants.items;
    phb_hours *item = add_item(budget, &employed[assistant].hours, sizeof *item, &status, error);
    if (item) {
        *item = copy;
    }
    return status;
}

phb_status
phb_budget_add_line(phb_budget *budget, const phb_line *line, phb_error *error)
{
    if (!budget || !line) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_line copy = PHB_LINE_INIT;
    phb_status status = phb__input_copy(&copy, sizeof copy, FIRST_SIZE_LINE, line, error);
    if (status == PHB_OK) {
        status = take(budget, &phb__shape_line, &copy, error);
    }
    if (status != PHB_OK) {
        return status;
    }
    phb_line *item = add_item(budget, &budget->content.lines, sizeof *item, &status, error);
    if (item) {
        *item = copy;
    }
    return status;
}

const struct phb__assistant *
phb__budget_assistants(const struct phb__budget_content *content)
{
    return content->assistants.items;
}

const phb_line *
phb__budget_lines(const struct phb__budget_content *content)
{
    return content->lines.items;
}

const phb_hours *
phb__assistant_hours(const struct phb__assistant *assistant)
{
    return assistant->hours.items;
}

phb_date
phb__day_or(phb_date date, phb_date otherwise)
{
    return date == PHB_DATE_NONE ? otherwise : date;
}
