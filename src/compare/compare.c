/* Two costings beside each other, as tables. */

#include <string.h>

#include "compare/compare.h"
#include "core/alloc.h"
#include "core/context.h"
#include "core/error.h"
#include "core/table.h"
#include "core/text.h"

enum {
    LINE_OF,
    LINE_CATEGORY,
    LINE_BEFORE,
    LINE_AFTER,
    LINE_DIFFERENCE,
    LINE_CAUSE,
    LINE_STEP_BEFORE,
    LINE_STEP_AFTER,
    LINE_WHY,
    LINE_COLUMNS
};

static const struct phb__column line_columns[] = {
    [LINE_OF] = {"of", PHB_COLUMN_TEXT},
    [LINE_CATEGORY] = {"category", PHB_COLUMN_TEXT},
    [LINE_BEFORE] = {"before", PHB_COLUMN_PENCE},
    [LINE_AFTER] = {"after", PHB_COLUMN_PENCE},
    [LINE_DIFFERENCE] = {"difference", PHB_COLUMN_PENCE},
    [LINE_CAUSE] = {"cause", PHB_COLUMN_TEXT},
    [LINE_STEP_BEFORE] = {"step_before", PHB_COLUMN_INDEX},
    [LINE_STEP_AFTER] = {"step_after", PHB_COLUMN_INDEX},
    [LINE_WHY] = {"why", PHB_COLUMN_TEXT},
};

enum {
    TOTAL,
    TOTAL_KEY,
    TOTAL_BEFORE,
    TOTAL_AFTER,
    TOTAL_DIFFERENCE,
    TOTAL_STEP_BEFORE,
    TOTAL_STEP_AFTER,
    TOTAL_COLUMNS
};

static const struct phb__column total_columns[] = {
    [TOTAL] = {"total", PHB_COLUMN_TEXT},
    [TOTAL_KEY] = {"key", PHB_COLUMN_TEXT},
    [TOTAL_BEFORE] = {"before", PHB_COLUMN_PENCE},
    [TOTAL_AFTER] = {"after", PHB_COLUMN_PENCE},
    [TOTAL_DIFFERENCE] = {"difference", PHB_COLUMN_PENCE},
    [TOTAL_STEP_BEFORE] = {"step_before", PHB_COLUMN_INDEX},
    [TOTAL_STEP_AFTER] = {"step_after", PHB_COLUMN_INDEX},
};

enum { NOTE_RULE, NOTE_MESSAGE, NOTE_COLUMNS };

static const struct phb__column note_columns[] = {
    [NOTE_RULE] = {"rule", PHB_COLUMN_TEXT}, [NOTE_MESSAGE] = {"message", PHB_COLUMN_TEXT}};

/* ---- rows ---- */

static bool
set_text(phb_table *table, size_t column, const char *text)
{
    return phb__table_set_copy(table, column, text, strlen(text));
}

/* Before, after and the difference stand beside each other in every table that has them. */
static void
set_amounts(phb_table *table, size_t first, const struct phb__pair *pair)
{
    const struct phb__part *before = &pair->parts[PHB__BEFORE];
    const struct phb__part *after = &pair->parts[PHB__AFTER];
    phb__table_set(table, first, before->rows > 0 ? before->amount : PHB_PENCE_NONE);
    phb__table_set(table, first + 1, after->rows > 0 ? after->amount : PHB_PENCE_NONE);
    phb__table_set(table, first + 2, after->amount - before->amount);
}

static void
set_steps(phb_table *table, size_t first, const struct phb__pair *pair)
{
    for (size_t side = PHB__BEFORE; side < PHB__SIDES; side++) {
        const struct phb__part *part = &pair->parts[side];
        phb__table_set(table, first + side, part->rows == 1 ? part->step : PHB__STEP_NONE);
    }
}

/* Cause and why, where there is anything to explain. */
static bool
set_causes(struct phb__compare *compare, const struct phb__pair *pair)
{
    phb_table *lines = compare->comparison->lines;
    if (pair->parts[PHB__BEFORE].amount == pair->parts[PHB__AFTER].amount) {
        return true;
    }
    struct phb__builder builder;
    phb__builder_init(&builder, compare->comparison->context);
    uint32_t causes = phb__causes_of(compare, pair);
    phb__put_causes(&builder, causes);
    bool is_set = causes != 0 && !builder.failed &&
                  phb__table_set_copy(lines, LINE_CAUSE, builder.data, builder.size);
    if (is_set) {
        builder.size = 0;
        phb__put_why(&builder, compare, pair, causes);
        is_set = !builder.failed && phb__table_set_own(lines, LINE_WHY, builder.data, builder.size);
    }
    phb__builder_free(&builder);
    return is_set;
}

static bool
fill_lines(struct phb__compare *compare)
{
    phb_table *lines = compare->comparison->lines;
    if (!phb__match_lines(compare)) {
        return false;
    }
    for (uint32_t i = 0; i < compare->pair_count; i++) {
        const struct phb__pair *pair = &compare->pairs[i];
        if (!phb__table_add_row(lines) || !set_text(lines, LINE_OF, pair->of) ||
            !set_text(lines, LINE_CATEGORY, pair->category) || !set_causes(compare, pair)) {
            return false;
        }
        set_amounts(lines, LINE_BEFORE, pair);
        set_steps(lines, LINE_STEP_BEFORE, pair);
    }
    return true;
}

static bool
fill_totals(struct phb__compare *compare)
{
    phb_table *totals = compare->comparison->totals;
    if (!phb__match_totals(compare)) {
        return false;
    }
    for (uint32_t i = 0; i < compare->pair_count; i++) {
        const struct phb__pair *pair = &compare->pairs[i];
        if (!phb__table_add_row(totals) || !set_text(totals, TOTAL, pair->of) ||
            !set_text(totals, TOTAL_KEY, pair->category)) {
            return false;
        }
        set_amounts(totals, TOTAL_BEFORE, pair);
        set_steps(totals, TOTAL_STEP_BEFORE, pair);
    }
    return true;
}

/* ---- notes ---- */

static bool
add_note(struct phb__compare *compare, const char *rule, const char *message)
{
    phb_table *notes = compare->comparison->notes;
    return phb__table_add_row(notes) && phb__table_set_static(notes, NOTE_RULE, rule) &&
           set_text(notes, NOTE_MESSAGE, message);
}

/* A budget does not say whose it is; ids of another's are rarely the same. */
static bool
note_strangers(struct phb__compare *compare)
{
    const struct phb__side *before = &compare->sides[PHB__BEFORE];
    const struct phb__side *after = &compare->sides[PHB__AFTER];
    const struct phb__budget_content *content = before->costing->content;
    const struct phb__budget_content *other = after->costing->content;
    const struct phb__assistant *assistants = phb__budget_assistants(content);
    const struct phb__line *lines = phb__budget_lines(content);
    bool is_empty = content->assistants.count + content->lines.count == 0 ||
                    other->assistants.count + other->lines.count == 0;
    bool is_shared = is_empty;
    for (uint32_t i = 0; i < content->assistants.count && !is_shared; i++) {
        is_shared = phb__ids_find(&after->assistants, assistants[i].given.id) >= 0;
    }
    for (uint32_t i = 0; i < content->lines.count && !is_shared; i++) {
        is_shared = phb__ids_find(&after->lines, lines[i].given.id) >= 0;
    }
    return is_shared || add_note(compare, "comparison.nothing_in_common",
                                 "No assistant and no line is in both budgets: are they of the "
                                 "same person?");
}

static bool
note_lengths(struct phb__compare *compare)
{
    int64_t before = phb__stretch_days(compare->sides[PHB__BEFORE].costing->calendar.period);
    int64_t after = phb__stretch_days(compare->sides[PHB__AFTER].costing->calendar.period);
    int64_t beside = after > before ? after - before : before - after;
    return beside <= 1 || add_note(compare, "comparison.other_length",
                                   "The periods are not equally long: weekly and full_year among "
                                   "the totals can be compared, the others cannot.");
}

/* The totals of what is held in one way. */
static phb_pence
sum_of(const struct phb_costing *costing, bool is_direct)
{
    phb_pence sum = 0;
    for (size_t row = 0; row < phb_table_rows(costing->lines); row++) {
        const struct phb__line_fact *fact = &costing->facts[row];
        sum += (fact->deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT) == is_direct ? fact->amount : 0;
    }
    return sum;
}

/*
 * The same fair budget whichever way it is held (quality framework): what the body no longer
 * arranges itself should come back as a direct payment, whichever of the two was costed first.
 */
static bool
note_smaller_direct_payment(struct phb__compare *compare)
{
    const struct phb_costing *before = compare->sides[PHB__BEFORE].costing;
    const struct phb_costing *after = compare->sides[PHB__AFTER].costing;
    phb_pence arranged = sum_of(before, false) - sum_of(after, false);
    phb_pence paid = sum_of(after, true) - sum_of(before, true);
    bool is_other_way = arranged < 0 && paid < 0;
    if (is_other_way) {
        arranged = -arranged;
        paid = -paid;
    }
    if (phb__stretch_days(before->calendar.period) != phb__stretch_days(after->calendar.period) ||
        arranged <= 0 || paid <= 0 || paid >= arranged) {
        return true;
    }
    struct phb__builder builder;
    phb__builder_init(&builder, compare->comparison->context);
    phb__put(&builder, "A direct payment of £");
    phb__put_pence(&builder, paid);
    phb__put(&builder, " stands in for £");
    phb__put_pence(&builder, arranged);
    phb__put(&builder, " that would be arranged otherwise. For the same need it may not be less "
                       "because it is a direct payment (Personal Health Budget Quality Framework, "
                       "NHS England, 2023).");
    bool is_noted =
        !builder.failed && add_note(compare, "comparison.smaller_direct_payment", builder.data);
    phb__builder_free(&builder);
    return is_noted;
}

/* ---- the whole ---- */

void
phb_comparison_free(phb_comparison *comparison)
{
    if (!comparison) {
        return;
    }
    phb_context *context = comparison->context;
    phb_table_free(comparison->lines);
    phb_table_free(comparison->totals);
    phb_table_free(comparison->notes);
    phb__release(context, comparison, sizeof *comparison);
    phb_context_unref(context);
}

static phb_comparison *
new_comparison(const phb_context *context)
{
    phb_comparison *comparison = phb__allocate(context, 1, sizeof *comparison);
    if (!comparison) {
        return NULL;
    }
    comparison->context = phb__context_keep(context);
    comparison->lines = phb__table_new(context, line_columns, LINE_COLUMNS, 0);
    comparison->totals = phb__table_new(context, total_columns, TOTAL_COLUMNS, 0);
    comparison->notes = phb__table_new(context, note_columns, NOTE_COLUMNS, 0);
    phb__table_set_title(comparison->lines, "Lines before and after");
    phb__table_set_title(comparison->totals, "Totals before and after");
    phb__table_set_title(comparison->notes, "Notes on what changed");
    if (!comparison->lines || !comparison->totals || !comparison->notes) {
        phb_comparison_free(comparison);
        return NULL;
    }
    return comparison;
}

phb_status
phb_costing_compare(const phb_costing *before, const phb_costing *after,
                    phb_comparison **out_comparison, phb_error *error)
{
    struct phb__compare compare = {.worker = {PHB__NOBODY, PHB__NOBODY}};
    if (out_comparison) {
        *out_comparison = NULL;
    }
    if (!before || !after || !out_comparison) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    compare.comparison = new_comparison(before->context);
    if (!compare.comparison) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    phb__arena_init(&compare.arena, before->context, 0);
    bool has_memory = phb__side_open(&compare.sides[PHB__BEFORE], &compare.arena, before) &&
                      phb__side_open(&compare.sides[PHB__AFTER], &compare.arena, after) &&
                      fill_lines(&compare) && fill_totals(&compare) && note_strangers(&compare) &&
                      note_lengths(&compare) && note_smaller_direct_payment(&compare);
    phb__side_close(&compare.sides[PHB__BEFORE]);
    phb__side_close(&compare.sides[PHB__AFTER]);
    phb__arena_free(&compare.arena);
    if (!has_memory) {
        phb_comparison_free(compare.comparison);
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    *out_comparison = compare.comparison;
    return PHB_OK;
}

const phb_table *
phb_comparison_table(const phb_comparison *comparison, phb_comparison_part part)
{
    if (!comparison) {
        return NULL;
    }
    switch (part) {
    case PHB_COMPARISON_LINES:
        return comparison->lines;
    case PHB_COMPARISON_TOTALS:
        return comparison->totals;
    case PHB_COMPARISON_NOTES:
        return comparison->notes;
    }
    return NULL;
}

phb_context *
phb_comparison_context(const phb_comparison *comparison)
{
    return comparison ? comparison->context : NULL;
}
