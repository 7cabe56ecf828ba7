/* The totals: every one of them the exact sum of the rounded lines above it. */

#include <string.h>

#include "core/checked.h"
#include "core/date.h"
#include "core/error.h"
#include "costing/costing.h"

enum { TOTAL, KEY, AMOUNT, STEP };

static void
add_total(struct phb_costing *costing, const char *total, const char *key, phb_pence amount,
          int32_t step)
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
    add_total(costing, total, key, sum, step);
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

/* ---- NHS financial years, 1 April to 31 March ---- */

/* A period is at most ten years: it touches at most eleven financial years. */
#define FINANCIAL_YEARS_MAX 12

struct financial_years {
    int32_t first; /* named by the year it starts in */
    int32_t count;
    struct phb__stretch days[FINANCIAL_YEARS_MAX];
    phb_pence sums[FINANCIAL_YEARS_MAX];
    int32_t steps[FINANCIAL_YEARS_MAX];
};

static int32_t
financial_year_of(phb_date day)
{
    struct phb__ymd ymd = phb__ymd_of(day);
    return ymd.month < 4 ? ymd.year - 1 : ymd.year;
}

static struct phb__stretch
days_of_financial_year(int32_t year)
{
    return (struct phb__stretch){phb__date_of_ymd(year, 4, 1), phb__date_of_ymd(year + 1, 3, 31)};
}

static void
trace_share(struct phb_costing *costing, size_t row, int32_t parent, phb_pence share, int64_t days,
            int64_t all_days)
{
    struct phb__trace *trace = &costing->trace;
    int32_t line = (int32_t)phb__table_get(costing->lines, PHB__LINE_STEP, row);
    if (days == all_days) {
        phb__step_repeat(trace, parent, line);
        return;
    }
    int32_t step = phb__step_open(trace, parent, "share", "costing.financial_year",
                                  "The line's days in the year");
    phb__step_repeat(trace, step, line);
    phb__step_given(trace, step, "Days in the financial year", (struct phb__fraction){days, 1},
                    "days");
    phb__step_given(trace, step, "Days of the line", (struct phb__fraction){all_days, 1}, "days");
    phb__step_pence(trace, step, share, "largest_remainder");
}

static void
share_out(struct phb_costing *costing, size_t row, struct financial_years *years)
{
    struct phb__stretch days = {(phb_date)phb__table_get(costing->lines, PHB__LINE_START, row),
                                (phb_date)phb__table_get(costing->lines, PHB__LINE_END, row)};
    int64_t weights[FINANCIAL_YEARS_MAX] = {0};
    phb_pence shares[FINANCIAL_YEARS_MAX] = {0};
    for (int32_t i = 0; i < years->count; i++) {
        struct phb__stretch both;
        if (phb__stretch_overlap(days, years->days[i], &both)) {
            weights[i] = phb__stretch_days(both);
        }
    }
    if (phb_pence_share(amount_of(costing, row), weights, (size_t)years->count, shares) != PHB_OK) {
        costing->failed =
            true; /* cannot happen: no line is negative, and its days lie in the period */
        return;
    }
    for (int32_t i = 0; i < years->count; i++) {
        if (weights[i] > 0) {
            years->sums[i] += shares[i];
            trace_share(costing, row, years->steps[i], shares[i], weights[i],
                        phb__stretch_days(days));
        }
    }
}

static void
add_financial_years(struct phb_costing *costing)
{
    struct phb__stretch period = costing->calendar.period;
    struct financial_years years = {.first = financial_year_of(period.start)};
    years.count = financial_year_of(period.end) - years.first + 1;
    for (int32_t i = 0; i < years.count; i++) {
        years.days[i] = days_of_financial_year(years.first + i);
        years.steps[i] = phb__step_open(&costing->trace, PHB__STEP_NONE, "sum",
                                        "costing.financial_year", "NHS financial year");
    }
    for (size_t row = 0; row < phb_table_rows(costing->lines); row++) {
        share_out(costing, row, &years);
    }
    for (int32_t i = 0; i < years.count; i++) {
        char key[PHB_DATE_TEXT_SIZE] = "";
        (void)phb_date_format(years.days[i].start, key, sizeof key);
        key[4] = '\0';
        phb__step_pence(&costing->trace, years.steps[i], years.sums[i], "none");
        add_total(costing, "by_financial_year", key, years.sums[i], years.steps[i]);
    }
}

/* ---- per week, per full year ---- */

/* Recurring ÷ weeks, or ÷ years, to the nearest penny. */
static phb_status
add_average(struct phb_costing *costing, const char *total, const char *label,
            struct phb__fraction times, phb_error *error)
{
    struct phb__fraction inverse = {times.denominator, times.numerator};
    phb_pence average = 0;
    if (!phb__fraction_scale(costing->recurring, inverse, PHB_ROUND_HALF_UP, &average)) {
        return phb__fail_because(error, PHB_ERROR_RANGE, "a total is more than can be counted");
    }
    int32_t step =
        phb__step_open(&costing->trace, PHB__STEP_NONE, "scale", "costing.average", total);
    phb__step_repeat(&costing->trace, step, costing->recurring_step);
    phb__step_given(&costing->trace, step, label, inverse, "times");
    phb__step_pence(&costing->trace, step, average, "half_up");
    add_total(costing, total, "", average, step);
    return PHB_OK;
}

phb_status
phb__cost_totals(struct phb_costing *costing, phb_error *error)
{
    static const struct phb__column columns[] = {[TOTAL] = {"total", PHB_COLUMN_TEXT},
                                                 [KEY] = {"key", PHB_COLUMN_TEXT},
                                                 [AMOUNT] = {"amount", PHB_COLUMN_PENCE},
                                                 [STEP] = {"step", PHB_COLUMN_INDEX}};
    costing->totals =
        phb__table_new(costing->context, columns, sizeof columns / sizeof columns[0], 32);
    if (!costing->totals) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    const struct phb__calendar *calendar = &costing->calendar;
    costing->total = costing->recurring + costing->one_off;
    if (costing->total > PHB_PENCE_MAX) {
        return phb__fail_because(error, PHB_ERROR_RANGE, "the total is more than can be counted");
    }
    phb__step_pence(&costing->trace, costing->recurring_step, costing->recurring, "none");
    phb__step_pence(&costing->trace, costing->one_off_step, costing->one_off, "none");
    phb__step_pence(&costing->trace, costing->total_step, costing->total, "none");
    add_total(costing, "recurring", "", costing->recurring, costing->recurring_step);
    add_total(costing, "one_off", "", costing->one_off, costing->one_off_step);
    add_total(costing, "total", "", costing->total, costing->total_step);
    phb_status status = add_average(costing, "weekly", "One week of the period",
                                    phb__weeks(calendar, calendar->period), error);
    if (status == PHB_OK) {
        status = add_average(costing, "full_year", "One year of the period",
                             phb__years(calendar, calendar->period), error);
    }
    if (status == PHB_OK) {
        add_subtotals(costing, PHB__LINE_CATEGORY, "by_category");
        add_subtotals(costing, PHB__LINE_DEPLOYMENT, "by_deployment");
        add_financial_years(costing);
    }
    return status;
}
