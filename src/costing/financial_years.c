/* What falls into each NHS financial year, 1 April to 31 March: every line by its days. */

#include <string.h>

#include "core/checked.h"
#include "core/date.h"
#include "costing/costing.h"

/* A period is at most ten years: it touches at most eleven financial years. */
#define YEARS_MAX 12

struct years {
    int32_t first; /* named by the year it starts in */
    int32_t count;
    struct phb__stretch days[YEARS_MAX];
    phb_pence sums[YEARS_MAX];
    int32_t steps[YEARS_MAX];
};

/* The parts of one line: in `count` years from `first` on, one after the other. */
struct parts {
    int32_t first;
    int32_t count;
    int64_t days[YEARS_MAX];
    phb_pence shares[YEARS_MAX];
};

static int32_t
financial_year_of(phb_date day)
{
    struct phb__ymd ymd = phb__ymd_of(day);
    return ymd.month < 4 ? ymd.year - 1 : ymd.year;
}

static struct phb__stretch
days_of_year(int32_t year)
{
    return (struct phb__stretch){phb__date_of_ymd(year, 4, 1), phb__date_of_ymd(year + 1, 3, 31)};
}

/* The sum of a year, called "NHS financial year 2026-27". */
static int32_t
open_year(struct phb_costing *costing, int32_t year)
{
    char label[] = "NHS financial year 0000-00";
    char *digits = strchr(label, '0');
    char first[PHB_DATE_TEXT_SIZE] = "";
    char last[PHB_DATE_TEXT_SIZE] = "";
    struct phb__stretch days = days_of_year(year);
    if (!costing->trace.is_wanted) {
        return PHB__STEP_NONE;
    }
    (void)phb_date_format(days.start, first, sizeof first);
    (void)phb_date_format(days.end, last, sizeof last);
    memcpy(digits, first, 4);
    memcpy(digits + 5, last + 2, 2);
    return phb__step_open(&costing->trace, PHB__STEP_NONE, "sum", "costing.financial_year",
                          phb__costing_keep(costing, label));
}

static void
trace_share(struct phb_costing *costing, size_t row, int32_t parent, phb_pence share, int64_t days,
            int64_t all_days)
{
    struct phb__trace *trace = &costing->trace;
    int32_t line = costing->facts[row].step;
    if (days == all_days) {
        phb__step_repeat(trace, parent, line);
        return;
    }
    const char *category = phb__table_get_text(costing->lines, PHB__LINE_CATEGORY, row);
    int32_t step = phb__step_open(trace, parent, "share", "costing.financial_year", category);
    phb__step_repeat(trace, step, line);
    phb__step_given(trace, step, "Days in the financial year", (struct phb__fraction){days, 1},
                    "days");
    phb__step_given(trace, step, "Days of the line", (struct phb__fraction){all_days, 1}, "days");
    phb__step_pence(trace, step, share, "largest_remainder");
}

static void
find_days(const struct years *years, struct phb__stretch days, struct parts *out)
{
    out->first = 0;
    out->count = 0;
    for (int32_t i = 0; i < years->count; i++) {
        struct phb__stretch both;
        if (phb__stretch_overlap(days, years->days[i], &both)) {
            out->first = out->count == 0 ? i : out->first;
            out->days[out->count++] = phb__stretch_days(both);
        }
    }
}

/*
 * An amount that is not negative. Most lines lie in one year, or in the two that an ordinary budget
 * touches: of two shares by largest remainder the first, which wins ties, is the nearest penny. No
 * amount is so large that any of this could fail.
 */
static void
share_out(phb_pence amount, struct parts *parts)
{
    parts->shares[0] = amount;
    if (parts->count > 2) {
        (void)phb_pence_share(amount, parts->days, (size_t)parts->count, parts->shares);
    } else if (parts->count == 2) {
        (void)phb__mul_div(amount, parts->days[0], parts->days[0] + parts->days[1],
                           PHB_ROUND_HALF_UP, &parts->shares[0]);
        parts->shares[1] = amount - parts->shares[0];
    }
}

/* A line below nil, the Employment Allowance, is shared as if it were above. */
static void
add_line(struct phb_costing *costing, size_t row, struct years *years)
{
    struct phb__stretch days = costing->facts[row].days;
    phb_pence amount = costing->facts[row].amount;
    struct parts parts;
    find_days(years, days, &parts);
    share_out(amount < 0 ? -amount : amount, &parts);
    for (int32_t i = 0; i < parts.count; i++) {
        phb_pence share = amount < 0 ? -parts.shares[i] : parts.shares[i];
        years->sums[parts.first + i] += share;
        trace_share(costing, row, years->steps[parts.first + i], share, parts.days[i],
                    phb__stretch_days(days));
    }
}

static void
add_totals(struct phb_costing *costing, const struct years *years)
{
    for (int32_t i = 0; i < years->count; i++) {
        char key[PHB_DATE_TEXT_SIZE] = "";
        (void)phb_date_format(years->days[i].start, key, sizeof key);
        key[4] = '\0';
        phb__step_pence(&costing->trace, years->steps[i], years->sums[i], "none");
        phb__costing_add_total(costing, "by_financial_year", key, years->sums[i], years->steps[i]);
    }
}

void
phb__cost_financial_years(struct phb_costing *costing)
{
    struct phb__stretch period = costing->calendar.period;
    struct years years = {.first = financial_year_of(period.start)};
    years.count = financial_year_of(period.end) - years.first + 1;
    for (int32_t i = 0; i < years.count; i++) {
        years.days[i] = days_of_year(years.first + i);
        years.steps[i] = open_year(costing, years.first + i);
    }
    for (size_t row = 0; row < phb_table_rows(costing->lines); row++) {
        add_line(costing, row, &years);
    }
    add_totals(costing, &years);
}
