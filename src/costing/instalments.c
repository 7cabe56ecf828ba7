/*
 * When the direct payment is paid, and how much each time: recurring lines by their days, one-off
 * lines whole when they fall due. What the instalments of a line add up to is the line.
 */

#include "core/checked.h"
#include "core/error.h"
#include "costing/costing.h"

enum { ON, AMOUNT, STEP };

struct plan {
    struct phb_costing *costing;
    phb_payment_frequency frequency;
    phb_date first;
    size_t count;
    phb_date *dates;
    phb_pence *amounts;
    int32_t *steps;
    bool is_shown;
};

/*
 * A line by days: so much of it is paid with each instalment that its days have come to, to the
 * nearest penny. amount × days so far = paid × days + rest is carried from one instalment to the
 * next: those of one length add the same each time, and nothing is divided.
 */
struct spread {
    struct phb__stretch days;
    phb_pence amount; /* without its sign */
    bool is_negative;
    int64_t days_all;
    phb_pence paid; /* whole pence, not rounded */
    int64_t rest;
    int64_t step_days; /* how many days the step below is for */
    phb_pence step_paid;
    int64_t step_rest;
};

/* ---- when ---- */

/* The number counts from the first, so that the 31st comes back after a short month. */
static phb_date
date_at(const struct plan *plan, size_t number)
{
    phb_date date = PHB_DATE_MAX + 1; /* beyond the calendar */
    switch (plan->frequency) {
    case PHB_PAYMENT_WEEKLY:
        return plan->first + 7 * (phb_date)number;
    case PHB_PAYMENT_FOUR_WEEKLY:
        return plan->first + 28 * (phb_date)number;
    case PHB_PAYMENT_MONTHLY:
        (void)phb_date_add_months(plan->first, (int32_t)number, PHB_MONTH_END_CLAMP, &date);
        return date;
    case PHB_PAYMENT_ONCE:
        break;
    }
    return number == 0 ? plan->first : date;
}

/* A last stub of less than half an interval joins the instalment before. */
static size_t
count_dates(const struct plan *plan)
{
    phb_date end = plan->costing->calendar.period.end;
    size_t count = 1;
    while (date_at(plan, count) <= end) {
        count++;
    }
    phb_date last = date_at(plan, count - 1);
    int64_t days = (int64_t)end - last + 1;
    int64_t interval = (int64_t)date_at(plan, count) - last;
    bool is_stub = plan->frequency != PHB_PAYMENT_ONCE && 2 * days < interval;
    return is_stub && count > 1 ? count - 1 : count;
}

/* The last instalment on or before a day; the first, before there is any. */
static size_t
instalment_on(const struct plan *plan, phb_date day)
{
    size_t low = 0;
    size_t high = plan->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (plan->dates[middle] <= day) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The last day that an instalment is for. */
static phb_date
last_day_of(const struct plan *plan, size_t number)
{
    return number + 1 < plan->count ? plan->dates[number + 1] - 1
                                    : plan->costing->calendar.period.end;
}

/* ---- how much ---- */

static bool
is_carried(const struct phb__line_fact *fact)
{
    return fact->is_carried && fact->amount != 0;
}

/* So many days more. Of an amount, and not more than all of it: it can be counted. */
static void
go_on(struct spread *spread, int64_t days)
{
    if (days != spread->step_days) {
        spread->step_days = days;
        (void)phb__mul_split(spread->amount, days, spread->days_all, &spread->step_paid,
                             &spread->step_rest);
    }
    spread->paid += spread->step_paid;
    spread->rest += spread->step_rest;
    if (spread->rest >= spread->days_all) {
        spread->rest -= spread->days_all;
        spread->paid++;
    }
}

/* How much of the line is paid when its days up to `day` are. */
static phb_pence
paid_by(const struct spread *spread)
{
    return spread->paid + (2 * spread->rest >= spread->days_all);
}

/* ---- how each came about, where that is asked for ---- */

/* amount × its days so far, rounded; the line itself when it is paid in full. */
static int32_t
trace_paid(struct plan *plan, const struct spread *spread, int32_t whole, int64_t days,
           int32_t parent)
{
    struct phb__trace *trace = &plan->costing->trace;
    if (days == spread->days_all) {
        phb__step_repeat(trace, parent, whole);
        return PHB__STEP_NONE;
    }
    struct phb__fraction part = {days, spread->days_all};
    int32_t step = phb__step_open(trace, parent, "scale", "costing.paid_so_far",
                                  "Paid by the end of these days");
    phb__step_repeat(trace, step, whole);
    phb__step_given(trace, step, "Its days so far", part, "times");
    phb__step_pence(trace, step, paid_by(spread), "half_up");
    return step;
}

/* What one instalment carries: what is paid by its last day, less what was before. */
static int32_t
trace_part(struct plan *plan, const struct spread *spread, int32_t whole, size_t number,
           int64_t days, phb_pence part, int32_t step_before)
{
    struct phb__trace *trace = &plan->costing->trace;
    int32_t parent = plan->steps[number];
    int32_t taken_off = PHB__STEP_NONE;
    int32_t difference = PHB__STEP_NONE;
    if (spread->is_negative) {
        taken_off = phb__step_open(trace, parent, "scale", "costing.instalment_part", "Taken off");
        parent = taken_off;
    }
    if (step_before != PHB__STEP_NONE) {
        difference = phb__step_open(trace, parent, "difference", "costing.instalment_part",
                                    "Paid with this one");
        parent = difference;
    }
    int32_t step = trace_paid(plan, spread, whole, days, parent);
    phb__step_repeat(trace, difference, step_before);
    phb__step_pence(trace, difference, part, "none");
    if (taken_off != PHB__STEP_NONE) {
        phb__step_given(trace, taken_off, "Taken off", (struct phb__fraction){-1, 1}, "times");
        phb__step_pence(trace, taken_off, -part, "none");
    }
    return step;
}

/* The amount of a line below nil, as if it were above. */
static int32_t
trace_whole(struct plan *plan, const struct spread *spread, int32_t line_step)
{
    struct phb__trace *trace = &plan->costing->trace;
    if (!spread->is_negative) {
        return line_step;
    }
    int32_t whole = phb__step_open(trace, PHB__STEP_NONE, "scale", "costing.instalment_part",
                                   "To be taken off in all");
    phb__step_repeat(trace, whole, line_step);
    phb__step_given(trace, whole, "Taken off", (struct phb__fraction){-1, 1}, "times");
    phb__step_pence(trace, whole, spread->amount, "none");
    return whole;
}

/* ---- how much ---- */

static void
spread_line(struct plan *plan, const struct phb__line_fact *fact)
{
    struct spread spread = {.days = fact->days,
                            .amount = fact->amount < 0 ? -fact->amount : fact->amount,
                            .is_negative = fact->amount < 0,
                            .days_all = phb__stretch_days(fact->days)};
    int32_t whole = plan->is_shown ? trace_whole(plan, &spread, fact->step) : PHB__STEP_NONE;
    int32_t step_before = PHB__STEP_NONE;
    phb_pence before = 0;
    int64_t days_before = 0;
    size_t last = instalment_on(plan, fact->days.end);
    for (size_t i = instalment_on(plan, fact->days.start); i <= last; i++) {
        phb_date end =
            last_day_of(plan, i) < fact->days.end ? last_day_of(plan, i) : fact->days.end;
        int64_t days = (int64_t)end - fact->days.start + 1;
        go_on(&spread, days - days_before);
        phb_pence part = paid_by(&spread) - before;
        if (plan->is_shown) {
            step_before = trace_part(plan, &spread, whole, i, days, part, step_before);
        }
        plan->amounts[i] += spread.is_negative ? -part : part;
        before += part;
        days_before = days;
    }
}

static void
pay_whole(struct plan *plan, const struct phb__line_fact *fact)
{
    size_t number = instalment_on(plan, fact->days.start);
    plan->amounts[number] += fact->amount;
    if (plan->is_shown) {
        phb__step_repeat(&plan->costing->trace, plan->steps[number], fact->step);
    }
}

/* ---- the table ---- */

static bool
open_plan(struct plan *plan)
{
    struct phb_costing *costing = plan->costing;
    plan->count = count_dates(plan);
    plan->dates = phb__arena_take(&costing->arena, plan->count, sizeof *plan->dates);
    plan->amounts = phb__arena_take(&costing->arena, plan->count, sizeof *plan->amounts);
    plan->steps = phb__arena_take(&costing->arena, plan->count, sizeof *plan->steps);
    if (!plan->dates || !plan->amounts || !plan->steps) {
        return false;
    }
    for (size_t i = 0; i < plan->count; i++) {
        plan->dates[i] = date_at(plan, i);
    }
    for (size_t i = 0; i < plan->count; i++) {
        plan->steps[i] = plan->is_shown ? phb__step_open(&costing->trace, PHB__STEP_NONE, "sum",
                                                         "costing.instalment", "Instalment")
                                        : PHB__STEP_NONE;
    }
    return true;
}

static phb_status
add_rows(const struct plan *plan, phb_error *error)
{
    phb_table *table = plan->costing->instalments;
    for (size_t i = 0; i < plan->count; i++) {
        if (plan->amounts[i] > PHB_PENCE_MAX) {
            return phb__fail_because(error, PHB_ERROR_RANGE,
                                     "an instalment is more than can be counted");
        }
        if (!phb__table_add_row(table)) {
            return phb__fail(error, PHB_ERROR_MEMORY);
        }
        phb__table_set(table, ON, plan->dates[i]);
        phb__table_set(table, AMOUNT, plan->amounts[i]);
        phb__table_set(table, STEP, plan->steps[i]);
        phb__step_pence(&plan->costing->trace, plan->steps[i], plan->amounts[i], "none");
    }
    return PHB_OK;
}

phb_status
phb__cost_instalments(struct phb_costing *costing, phb_error *error)
{
    static const struct phb__column columns[] = {[ON] = {"on", PHB_COLUMN_DATE},
                                                 [AMOUNT] = {"amount", PHB_COLUMN_PENCE},
                                                 [STEP] = {"step", PHB_COLUMN_INDEX}};
    const phb_budget_settings *settings = &costing->content->settings;
    struct plan plan = {.costing = costing,
                        .frequency = settings->payment_frequency,
                        .first = phb__day_or(settings->first_payment, settings->start),
                        .is_shown = costing->shows_instalments};
    bool is_paid = plan.frequency != (phb_payment_frequency)0;
    bool has_memory = !is_paid || open_plan(&plan);
    costing->instalments =
        phb__table_new(costing->context, columns, sizeof columns / sizeof columns[0], plan.count);
    phb__table_set_title(costing->instalments, "Instalments of the direct payment");
    if (!has_memory || !costing->instalments) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    for (size_t row = 0; is_paid && row < phb_table_rows(costing->lines); row++) {
        const struct phb__line_fact *fact = &costing->facts[row];
        if (!is_carried(fact)) {
            continue;
        }
        if (fact->kind == PHB__COST_ONE_OFF) {
            pay_whole(&plan, fact);
        } else {
            spread_line(&plan, fact);
        }
    }
    return add_rows(&plan, error);
}
