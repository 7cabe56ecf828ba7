/* The totals: every one of them the exact sum of the rounded lines above it. */

#include <string.h>

#include "core/error.h"
#include "costing/costing.h"

enum { TOTAL, KEY, AMOUNT, STEP };

void
phb__costing_add_total(struct phb_costing *costing, const char *total, const char *key,
                       phb_pence amount, int32_t step)
{
    phb_table *table = costing->totals;
    if (!phb__table_add_row(table) || !phb__table_set_static(table, TOTAL, total) ||
        !phb__table_set_copy(table, KEY, key, strlen(key))) {
        costing->failed = true;
        return;
    }
    phb__table_set(table, AMOUNT, amount);
    phb__table_set(table, STEP, step);
}

static phb_pence
amount_of(const struct phb_costing *costing, size_t row)
{
    return phb__table_get(costing->lines, PHB__LINE_AMOUNT, row);
}

/* ---- the same kind of lines, wherever they are ---- */

/*
 * Sums the lines whose text in a column is that of a row, and marks them as counted. The texts are
 * constants, each once in the table's pool, so that their numbers tell whether they are the same.
 */
static void
sum_alike(struct phb_costing *costing, size_t column, const char *total, size_t first,
          bool *counted)
{
    const phb_table *lines = costing->lines;
    size_t rows = phb_table_rows(lines);
    int64_t number = phb__table_get(lines, column, first);
    const char *key = phb__table_get_text(lines, column, first);
    int32_t step = phb__step_open(&costing->trace, PHB__STEP_NONE, "sum", "costing.subtotal", key);
    phb_pence sum = 0;
    for (size_t row = first; row < rows; row++) {
        if (counted[row] || phb__table_get(lines, column, row) != number) {
            continue;
        }
        counted[row] = true;
        sum += amount_of(costing, row);
        phb__step_repeat(&costing->trace, step,
                         (int32_t)phb__table_get(lines, PHB__LINE_STEP, row));
    }
    phb__step_pence(&costing->trace, step, sum, "none");
    phb__costing_add_total(costing, total, key, sum, step);
}

/* In the order in which the keys first appear; there are at most some dozen of them. */
static void
add_subtotals(struct phb_costing *costing, size_t column, const char *total)
{
    size_t rows = phb_table_rows(costing->lines);
    if (rows == 0) {
        return;
    }
    bool *counted = phb__arena_take(&costing->arena, rows, sizeof *counted);
    for (size_t row = 0; counted && row < rows; row++) {
        if (!counted[row]) {
            sum_alike(costing, column, total, row, counted);
        }
    }
    costing->failed = costing->failed || !counted;
}

/* ---- per week, per full year ---- */

/* Recurring ÷ weeks, or ÷ years, to the nearest penny. */
static phb_status
add_average(struct phb_costing *costing, const char *total, const char *words, const char *label,
            struct phb__fraction times, phb_error *error)
{
    struct phb__fraction inverse = {times.denominator, times.numerator};
    phb_pence average = 0;
    if (!phb__fraction_scale(costing->sums.recurring, inverse, PHB_ROUND_HALF_UP, &average)) {
        return phb__fail_because(error, PHB_ERROR_RANGE, "a total is more than can be counted");
    }
    int32_t step =
        phb__step_open(&costing->trace, PHB__STEP_NONE, "scale", "costing.average", words);
    phb__step_repeat(&costing->trace, step, costing->recurring_step);
    phb__step_given(&costing->trace, step, label, inverse, "times");
    phb__step_pence(&costing->trace, step, average, "half_up");
    phb__costing_add_total(costing, total, "", average, step);
    return PHB_OK;
}

static phb_status
add_averages(struct phb_costing *costing, phb_error *error)
{
    const struct phb__calendar *calendar = &costing->calendar;
    phb_status status =
        add_average(costing, "weekly", "Recurring costs, a week on average",
                    "One week of the period", phb__weeks(calendar, calendar->period), error);
    return status == PHB_OK ? add_average(costing, "full_year", "Recurring costs, a full year",
                                          "One year of the period",
                                          phb__years(calendar, calendar->period), error)
                            : status;
}

/* ---- the table ---- */

static phb_table *
new_table(const struct phb_costing *costing)
{
    static const struct phb__column columns[] = {[TOTAL] = {"total", PHB_COLUMN_TEXT},
                                                 [KEY] = {"key", PHB_COLUMN_TEXT},
                                                 [AMOUNT] = {"amount", PHB_COLUMN_PENCE},
                                                 [STEP] = {"step", PHB_COLUMN_INDEX}};
    phb_table *table =
        phb__table_new(costing->context, columns, sizeof columns / sizeof columns[0], 32);
    phb__table_set_title(table, "Totals of the costing");
    return table;
}

static void
add_sums(struct phb_costing *costing)
{
    const struct phb__sums *sums = &costing->sums;
    const struct {
        const char *total;
        phb_pence amount;
        int32_t step;
    } rows[] = {
        {"recurring", sums->recurring, costing->recurring_step},
        {"one_off", sums->one_off, costing->one_off_step},
        {"contingency", sums->contingency, costing->contingency_step},
        {"contingency_outside", sums->contingency_outside, costing->contingency_outside_step},
        {"total", sums->total, costing->total_step},
        {"person_pays", sums->person_pays, costing->person_pays_step},
    };
    phb__step_pence(&costing->trace, costing->one_off_step, sums->one_off, "none");
    phb__step_pence(&costing->trace, costing->total_step, sums->total, "none");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        phb__costing_add_total(costing, rows[i].total, "", rows[i].amount, rows[i].step);
    }
}

phb_status
phb__cost_totals(struct phb_costing *costing, phb_error *error)
{
    struct phb__sums *sums = &costing->sums;
    costing->totals = new_table(costing);
    if (!costing->totals) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    sums->total = sums->recurring + sums->one_off + sums->contingency; /* each can be counted */
    if (sums->total > PHB_PENCE_MAX) {
        return phb__fail_because(error, PHB_ERROR_RANGE, "the total is more than can be counted");
    }
    add_sums(costing);
    phb_status status = add_averages(costing, error);
    if (status == PHB_OK) {
        add_subtotals(costing, PHB__LINE_CATEGORY, "by_category");
        add_subtotals(costing, PHB__LINE_DEPLOYMENT, "by_deployment");
        phb__cost_funders(costing);
        phb__cost_financial_years(costing);
    }
    return status;
}
