#include "model/budget.h"

#include "core/alloc.h"
#include "core/error.h"
#include "core/input.h"

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

void
phb_funder_init(phb_funder *funder, uint32_t size)
{
    const phb_funder defaults = PHB_FUNDER_INIT;
    phb__input_init(funder, size, &defaults, sizeof defaults);
}

phb_status
phb_budget_new(phb_context *context, phb_budget **out_budget, phb_error *error)
{
    if (!out_budget) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    *out_budget = NULL;
    phb_budget *budget = phb__allocate(context, 1, sizeof *budget);
    struct phb__budget_memory *memory = phb__allocate(context, 1, sizeof *memory);
    if (!budget || !memory) {
        phb__release(context, budget, sizeof *budget);
        phb__release(context, memory, sizeof *memory);
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    memory->context = phb_context_ref(context);
    phb__arena_init(&memory->arena, context, 0);
    atomic_init(&memory->references, 1);
    budget->memory = memory;
    budget->context = memory->context;
    budget->period_position = -1;
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
    struct phb__budget_memory *memory = budget->memory;
    phb__release(memory->context, budget, sizeof *budget);
    phb__budget_memory_unref(memory);
}

struct phb__budget_memory *
phb__budget_memory_ref(struct phb__budget_memory *memory)
{
    atomic_fetch_add_explicit(&memory->references, 1, memory_order_relaxed);
    return memory;
}

void
phb__budget_memory_unref(struct phb__budget_memory *memory)
{
    if (memory && atomic_fetch_sub_explicit(&memory->references, 1, memory_order_acq_rel) == 1) {
        phb_context *context = memory->context;
        phb__arena_free(&memory->arena);
        phb__release(context, memory, sizeof *memory);
        phb_context_unref(context);
    }
}

const struct phb__assistant *
phb__budget_assistants(const struct phb__budget_content *content)
{
    return content->assistants.items;
}

const struct phb__line *
phb__budget_lines(const struct phb__budget_content *content)
{
    return content->lines.items;
}

const phb_funder *
phb__budget_funders(const struct phb__budget_content *content)
{
    return content->funders.items;
}

const struct phb__hours *
phb__assistant_hours(const struct phb__assistant *assistant)
{
    return assistant->hours.items;
}

bool
phb__hours_are_flat(const phb_hours *hours)
{
    return hours->type == PHB_HOURS_SLEEP_IN || hours->type == PHB_HOURS_LIVE_IN;
}

int64_t
phb__dated_on(const struct phb__list *dated, int64_t otherwise, phb_date day)
{
    const struct phb__dated *all = dated->items;
    if (dated->count == 0) {
        return otherwise;
    }
    /* The last that begins on the day or before it; the checks see to it that the first does. */
    uint32_t found = 0;
    for (uint32_t behind = dated->count; behind - found > 1;) {
        uint32_t middle = found + (behind - found) / 2;
        if (all[middle].from <= day) {
            found = middle;
        } else {
            behind = middle;
        }
    }
    return all[found].penny_hundredths;
}

phb_date
phb__day_or(phb_date date, phb_date otherwise)
{
    return date == PHB_DATE_NONE ? otherwise : date;
}
