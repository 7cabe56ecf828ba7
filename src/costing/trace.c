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
    phb__table_set_title(trace->steps, "Steps of the costing");
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
phb__step_add(struct phb__trace *trace, int32_t parent, const char *op, const char *rule,
              const char *label)
{
    if (trace->failed || !phb__table_add_row(trace->steps)) {
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
phb__step_fill(struct phb__trace *trace, int32_t step, int64_t value, int64_t denominator,
               const char *unit, const char *rounding)
{
    size_t row = (size_t)step;
    phb__table_set_at(trace->steps, PHB__STEP_VALUE, row, value);
    phb__table_set_at(trace->steps, PHB__STEP_DENOMINATOR, row, denominator);
    bool kept = phb__table_set_static_at(trace->steps, PHB__STEP_UNIT, row, unit) &&
                phb__table_set_static_at(trace->steps, PHB__STEP_ROUNDING, row, rounding);
    trace->failed = trace->failed || !kept;
}

/* How the units of the law are shown: as the numbers they are, so that a product needs no further
 * word. Only weeks are held in hundredths. */
static const struct {
    const char *unit;
    const char *shown;
    int64_t denominator;
} shown_units[] = {{"ppm", "ratio", PHB_PPM}, {"hundredths", "weeks", 100}};

void
phb__step_add_rate(struct phb__trace *trace, int32_t parent, const struct phb__law *law,
                   enum phb__rate_key key)
{
    static const char *const certainties[] = {"", "in_force", "announced", "carried"};
    const struct phb__rate_row *row = phb__law_row(law, key);
    const struct phb__rate_parameter *parameter = &law->dataset->parameters[key];
    const char *unit = phb__law_text(law->dataset, parameter->unit);
    int32_t step = phb__step_open(trace, parent, "rate", "costing.rate",
                                  phb__law_text(law->dataset, parameter->label));
    if (step == PHB__STEP_NONE || !row) {
        return;
    }
    int64_t denominator = 1;
    for (size_t i = 0; i < sizeof shown_units / sizeof shown_units[0]; i++) {
        if (strcmp(shown_units[i].unit, unit) == 0) {
            unit = shown_units[i].shown;
            denominator = shown_units[i].denominator;
        }
    }
    phb__step_value(trace, step, row->value, denominator, unit);
    set_text(trace, PHB__STEP_RATE_KEY, phb__law_text(law->dataset, parameter->key));
    set_text(trace, PHB__STEP_CERTAINTY,
             certainties[phb__row_certainty(law->dataset, row, law->day)]);
    set_text(trace, PHB__STEP_SOURCE,
             phb__law_text(law->dataset, law->dataset->sources[row->source].title));
    phb__table_set(trace->steps, PHB__STEP_RATE_FROM, row->from);
}

/* Label and unit are copied as they stand in the table: the texts need not be looked up again. */
void
phb__step_add_repeat(struct phb__trace *trace, int32_t parent, int32_t repeated)
{
    static const size_t same[] = {PHB__STEP_LABEL, PHB__STEP_VALUE, PHB__STEP_DENOMINATOR,
                                  PHB__STEP_UNIT};
    phb_table *steps = trace->steps;
    int32_t step = phb__step_open(trace, parent, "given", "costing.repeat", "");
    for (size_t i = 0; step != PHB__STEP_NONE && i < sizeof same / sizeof same[0]; i++) {
        phb__table_set(steps, same[i], phb__table_get(steps, same[i], (size_t)repeated));
    }
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
