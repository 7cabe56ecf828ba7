#include "costing/trace.h"

#include <string.h>

static const struct phb__column columns[PHB__STEP_COLUMNS] = {
    [PHB__STEP_PARENT] = {"parent", PHB_COLUMN_INDEX},
    [PHB__STEP_OP] = {"op", PHB_COLUMN_TEXT},
    [PHB__STEP_RULE] = {"rule", PHB_COLUMN_TEXT},
    [PHB__STEP_LABEL] = {"label", PHB_COLUMN_TEXT},
    [PHB__STEP_VALUE] = {"value", PHB_COLUMN_NUMBER},
    [PHB__STEP_DENOMINATOR] = {"denominator", PHB_COLUMN_NUMBER},
    [PHB__STEP_UNIT] = {"unit", PHB_COLUMN_TEXT},
    [PHB__STEP_ROUNDING] = {"rounding", PHB_COLUMN_TEXT},
    [PHB__STEP_RATE_KEY] = {"rate_key", PHB_COLUMN_TEXT},
    [PHB__STEP_RATE_FROM] = {"rate_from", PHB_COLUMN_DATE},
    [PHB__STEP_CERTAINTY] = {"certainty", PHB_COLUMN_TEXT},
    [PHB__STEP_SOURCE] = {"source", PHB_COLUMN_TEXT},
    [PHB__STEP_SAME_AS] = {"same_as", PHB_COLUMN_INDEX},
};

/* A budget of one assistant takes some fifty steps a segment. */
#define FIRST_STEPS 128

bool
phb__trace_init(struct phb__trace *trace, const phb_context *context, bool is_wanted)
{
    trace->steps = phb__table_new(context, columns, PHB__STEP_COLUMNS, is_wanted ? FIRST_STEPS : 0);
    trace->is_wanted = is_wanted;
    trace->failed = !trace->steps;
    return trace->steps != NULL;
}

static void
set_text(struct phb__trace *trace, size_t column, const char *text)
{
    if (!phb__table_set_static(trace->steps, column, text)) {
        trace->failed = true;
    }
}

int32_t
phb__step_open(struct phb__trace *trace, int32_t parent, const char *op, const char *rule,
               const char *label)
{
    if (!trace->is_wanted || trace->failed) {
        return PHB__STEP_NONE;
    }
    if (!phb__table_add_row(trace->steps)) {
        trace->failed = true;
        return PHB__STEP_NONE;
    }
    phb__table_set(trace->steps, PHB__STEP_PARENT, parent);
    phb__table_set(trace->steps, PHB__STEP_DENOMINATOR, 1);
    set_text(trace, PHB__STEP_OP, op);
    set_text(trace, PHB__STEP_RULE, rule);
    set_text(trace, PHB__STEP_LABEL, label);
    set_text(trace, PHB__STEP_ROUNDING, "none");
    return (int32_t)phb_table_rows(trace->steps) - 1;
}

void
phb__step_value(struct phb__trace *trace, int32_t step, int64_t value, int64_t denominator,
                const char *unit)
{
    if (step == PHB__STEP_NONE || trace->failed) {
        return;
    }
    size_t row = (size_t)step;
    phb__table_set_at(trace->steps, PHB__STEP_VALUE, row, value);
    phb__table_set_at(trace->steps, PHB__STEP_DENOMINATOR, row, denominator);
    trace->failed = !phb__table_set_static_at(trace->steps, PHB__STEP_UNIT, row, unit);
}

void
phb__step_pence(struct phb__trace *trace, int32_t step, phb_pence value, const char *rounding)
{
    phb__step_value(trace, step, value, 1, "pence");
    if (step != PHB__STEP_NONE && !trace->failed) {
        trace->failed =
            !phb__table_set_static_at(trace->steps, PHB__STEP_ROUNDING, (size_t)step, rounding);
    }
}

void
phb__step_given(struct phb__trace *trace, int32_t parent, const char *label,
                struct phb__fraction value, const char *unit)
{
    int32_t step = phb__step_open(trace, parent, "given", "costing.given", label);
    phb__step_value(trace, step, value.numerator, value.denominator, unit);
}

/* Rates in parts per million are shown as the fraction they are, so that a product needs no further
 * word. */
void
phb__step_rate(struct phb__trace *trace, int32_t parent, const struct phb__law *law,
               enum phb__rate_key key)
{
    static const char *const certainties[] = {"", "in_force", "announced", "carried"};
    const struct phb__rate_row *row = phb__law_row(law, key);
    const struct phb__rate_parameter *parameter = &law->dataset->parameters[key];
    int32_t step = phb__step_open(trace, parent, "rate", "costing.rate", parameter->label);
    if (step == PHB__STEP_NONE || !row) {
        return;
    }
    bool is_ratio = strcmp(parameter->unit, "ppm") == 0;
    phb__step_value(trace, step, row->value, is_ratio ? PHB_PPM : 1,
                    is_ratio ? "ratio" : parameter->unit);
    set_text(trace, PHB__STEP_RATE_KEY, parameter->key);
    set_text(trace, PHB__STEP_CERTAINTY,
             certainties[phb__row_certainty(law->dataset, row, law->day)]);
    set_text(trace, PHB__STEP_SOURCE, law->dataset->sources[row->source].title);
    phb__table_set(trace->steps, PHB__STEP_RATE_FROM, row->from);
}

void
phb__step_repeat(struct phb__trace *trace, int32_t parent, int32_t repeated)
{
    if (repeated == PHB__STEP_NONE) {
        return;
    }
    phb_table *steps = trace->steps;
    size_t row = (size_t)repeated;
    const char *label = phb__table_get_text(steps, PHB__STEP_LABEL, row);
    int32_t step = phb__step_open(trace, parent, "given", "costing.repeat", label);
    phb__step_value(trace, step, phb__table_get(steps, PHB__STEP_VALUE, row),
                    phb__table_get(steps, PHB__STEP_DENOMINATOR, row),
                    phb__table_get_text(steps, PHB__STEP_UNIT, row));
    if (step != PHB__STEP_NONE) {
        phb__table_set(steps, PHB__STEP_SAME_AS, repeated);
    }
}

void
phb__trace_free(struct phb__trace *trace)
{
    phb_table_free(trace->steps);
    trace->steps = NULL;
}
