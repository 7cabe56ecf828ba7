/*
 * Why each figure is what it is: a flat list of steps, a parent always before its children. What a
 * step's value is follows from its op and its children alone, so that anyone, and a test, can work
 * it out again.
 *
 *   given       said in the budget, or counted on the calendar; no children
 *   rate        a value of the law; no children
 *   sum         of the children
 *   difference  the first child less the others, not below nil
 *   scale       the product of the children, rounded once by name
 *   minimum, maximum  of the children
 *   choose      the third child if the first is at least the second, otherwise nil
 *   share       of the first child, the second child's part of the third, by largest remainder
 *   ni_bands    the sum of the bands, each of them rounded by itself
 *
 * A step that only repeats an earlier one is `given` and says which in `same_as`.
 */
#ifndef PHB_COSTING_TRACE_H
#define PHB_COSTING_TRACE_H

#include "core/fraction.h"
#include "core/table.h"
#include "rates/law.h"

/* No step: the root's parent, or any step while nothing is traced. */
#define PHB__STEP_NONE (-1)

struct phb__trace {
    phb_table *steps; /* empty for ever when nothing is wanted: then every call does nothing */
    bool is_wanted;
    bool failed; /* out of memory at some point */
};

/* Columns of the steps, in order. */
enum {
    PHB__STEP_PARENT,
    PHB__STEP_OP,
    PHB__STEP_RULE,
    PHB__STEP_LABEL,
    PHB__STEP_VALUE,
    PHB__STEP_DENOMINATOR,
    PHB__STEP_UNIT,
    PHB__STEP_ROUNDING,
    PHB__STEP_RATE_KEY,
    PHB__STEP_RATE_FROM,
    PHB__STEP_CERTAINTY,
    PHB__STEP_SOURCE,
    PHB__STEP_SAME_AS,
    PHB__STEP_COLUMNS
};

/* false when out of memory. */
bool phb__trace_init(struct phb__trace *trace, const phb_context *context, bool is_wanted);
void phb__trace_free(struct phb__trace *trace);

/*
 * What follows is called for every figure of every costing: untraced, each call is one comparison.
 * All texts must outlive the trace.
 */
int32_t phb__step_add(struct phb__trace *trace, int32_t parent, const char *op, const char *rule,
                      const char *label);
void phb__step_fill(struct phb__trace *trace, int32_t step, int64_t value, int64_t denominator,
                    const char *unit, const char *rounding);
void phb__step_add_rate(struct phb__trace *trace, int32_t parent, const struct phb__law *law,
                        enum phb__rate_key key);
void phb__step_add_repeat(struct phb__trace *trace, int32_t parent, int32_t repeated);

/* A step whose children follow; its value is set when they are known. */
static inline int32_t
phb__step_open(struct phb__trace *trace, int32_t parent, const char *op, const char *rule,
               const char *label)
{
    return trace->is_wanted ? phb__step_add(trace, parent, op, rule, label) : PHB__STEP_NONE;
}

/* A whole number of pence. */
static inline void
phb__step_pence(struct phb__trace *trace, int32_t step, phb_pence value, const char *rounding)
{
    if (step != PHB__STEP_NONE) {
        phb__step_fill(trace, step, value, 1, "pence", rounding);
    }
}

/* Anything else; not reduced, so that it reads as it was worked out. */
static inline void
phb__step_value(struct phb__trace *trace, int32_t step, int64_t value, int64_t denominator,
                const char *unit)
{
    if (step != PHB__STEP_NONE) {
        phb__step_fill(trace, step, value, denominator, unit, "none");
    }
}

/* Leaves. */
static inline void
phb__step_given(struct phb__trace *trace, int32_t parent, const char *label,
                struct phb__fraction value, const char *unit)
{
    if (trace->is_wanted) {
        int32_t step = phb__step_add(trace, parent, "given", "costing.given", label);
        phb__step_value(trace, step, value.numerator, value.denominator, unit);
    }
}

static inline void
phb__step_rate(struct phb__trace *trace, int32_t parent, const struct phb__law *law,
               enum phb__rate_key key)
{
    if (trace->is_wanted) {
        phb__step_add_rate(trace, parent, law, key);
    }
}

static inline void
phb__step_repeat(struct phb__trace *trace, int32_t parent, int32_t repeated)
{
    if (repeated != PHB__STEP_NONE) {
        phb__step_add_repeat(trace, parent, repeated);
    }
}

#endif
