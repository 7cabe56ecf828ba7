/*
 * What plain lines cost: an amount, a quantity, and how often it falls due. Dated amounts make one
 * line of each stretch of days between them.
 */

#include "core/checked.h"
#include "core/error.h"
#include "core/ids.h"
#include "costing/segment.h"
#include "model/names.h"

/* Amounts are hundredths of a penny, quantities ten-thousandths. */
#define AMOUNT_PARTS 100
#define QUANTITY_PARTS 10000

/* Of so many assistants the trace shows each one's part; of more, only what they come to. */
#define SHOWN_ASSISTANTS_MAX 12

/* How often a line falls due in a stretch of days, and the step that showed it, if one did. */
struct count {
    struct phb__fraction times;
    int32_t step;
};

/* All lines, while they are costed. */
struct work {
    struct phb_costing *costing;
    struct phb__ids ids; /* of the assistants; made when the first line names one */
    bool has_ids;
    bool has_last;
    phb_per last_per; /* of the last line that counted everybody: most fees are for one period */
    struct phb__stretch last_days;
    struct count last;
};

/* One stretch of one line. */
struct occurrence {
    const struct phb__line *line;
    uint32_t index; /* of the line */
    struct phb__stretch days;
    int64_t amount_penny_hundredths;
    struct phb__fraction quantity;
    struct count count;
    phb_pence amount;
};

/* ---- how often ---- */

static const struct {
    const char *label;
    const char *unit;
} counted[] = {
    [PHB_PER_ONCE] = {"Once", "times"},
    [PHB_PER_WEEK] = {"Weeks in these days", "weeks"},
    [PHB_PER_FORTNIGHT] = {"Fortnights in these days", "fortnights"},
    [PHB_PER_FOUR_WEEKS] = {"Four-week periods in these days", "four-week periods"},
    [PHB_PER_MONTH] = {"Months in these days", "months"},
    [PHB_PER_QUARTER] = {"Quarters in these days", "quarters"},
    [PHB_PER_YEAR] = {"Years in these days", "years"},
    [PHB_PER_PAYSLIP] = {"Payslips of the assistants", "payslips"},
    [PHB_PER_ASSISTANT] = {"Assistants employed", "assistants"},
    [PHB_PER_ASSISTANT_YEAR] = {"Years the assistants are employed", "years"},
};

static bool
counts_assistants(phb_per per)
{
    return per == PHB_PER_PAYSLIP || per == PHB_PER_ASSISTANT || per == PHB_PER_ASSISTANT_YEAR;
}

static bool
falls_due_once(phb_per per)
{
    return per == PHB_PER_ONCE || per == PHB_PER_ASSISTANT;
}

static struct phb__fraction
over(struct phb__fraction whole, int64_t divisor)
{
    struct phb__fraction part = whole;
    (void)phb__fraction_of(whole.numerator, whole.denominator * divisor, &part);
    return part;
}

/* By the calendar alone. */
static struct phb__fraction
occurrences(const struct phb__calendar *calendar, phb_per per, struct phb__stretch days)
{
    switch (per) {
    case PHB_PER_WEEK:
        return phb__weeks(calendar, days);
    case PHB_PER_FORTNIGHT:
        return over(phb__weeks(calendar, days), 2);
    case PHB_PER_FOUR_WEEKS:
        return over(phb__weeks(calendar, days), 4);
    case PHB_PER_MONTH:
        return phb__months(days);
    case PHB_PER_QUARTER:
        return over(phb__months(days), 3);
    case PHB_PER_YEAR:
        return phb__years(calendar, days);
    case PHB_PER_ONCE:
    case PHB_PER_PAYSLIP:
    case PHB_PER_ASSISTANT:
    case PHB_PER_ASSISTANT_YEAR:
        break;
    }
    return PHB__FRACTION_ONE;
}

/* ---- for whom ---- */

static bool
resolve_ids(struct work *work)
{
    const struct phb_costing *costing = work->costing;
    uint32_t assistants = costing->content->assistants.count;
    if (work->has_ids) {
        return true;
    }
    work->has_ids = phb__ids_init(&work->ids, costing->context, assistants);
    for (uint32_t i = 0; work->has_ids && i < assistants; i++) {
        (void)phb__ids_add(&work->ids, costing->employments[i].id, (int32_t)i);
    }
    return work->has_ids;
}

static uint32_t
how_many(const struct work *work, const struct phb__line *line)
{
    uint32_t named = line->assistants.count;
    return named > 0 ? named : work->costing->content->assistants.count;
}

/* One of those the line is about: the ones it names, or all. */
static const struct phb__employment *
employment_at(const struct work *work, const struct phb__line *line, uint32_t index)
{
    const char *const *named = line->assistants.items;
    bool is_named = line->assistants.count > 0;
    return &work->costing
                ->employments[is_named ? (uint32_t)phb__ids_find(&work->ids, named[index]) : index];
}

/* What one of them adds to the count; 0 when not employed on any of the days. */
static struct phb__fraction
part_of(const struct phb_costing *costing, const struct phb__employment *employment, phb_per per,
        struct phb__stretch days)
{
    struct phb__stretch employed;
    if (!employment->is_in_period || !phb__stretch_overlap(employment->days, days, &employed)) {
        return PHB__FRACTION_ZERO;
    }
    if (per == PHB_PER_PAYSLIP) {
        return phb__employment_payslips(costing, employment, employed);
    }
    return per == PHB_PER_ASSISTANT ? PHB__FRACTION_ONE : phb__years(&costing->calendar, employed);
}

static phb_status
count_assistants(struct work *work, struct occurrence *occurrence)
{
    const struct phb__line *line = occurrence->line;
    phb_per per = line->given.per;
    bool is_all = line->assistants.count == 0;
    if (is_all && work->has_last && work->last_per == per &&
        work->last_days.start == occurrence->days.start &&
        work->last_days.end == occurrence->days.end) {
        occurrence->count = work->last;
        return PHB_OK;
    }
    if (!is_all && !resolve_ids(work)) {
        return PHB_ERROR_MEMORY;
    }
    struct count count = {PHB__FRACTION_ZERO, PHB__STEP_NONE};
    for (uint32_t i = 0; i < how_many(work, line); i++) {
        struct phb__fraction part =
            part_of(work->costing, employment_at(work, line, i), per, occurrence->days);
        if (!phb__fraction_add(count.times, part, &count.times)) {
            return PHB_ERROR_RANGE;
        }
    }
    occurrence->count = count;
    return PHB_OK;
}

/* The next line that counts everybody in the same days need not count again. */
static void
remember_count(struct work *work, const struct occurrence *occurrence)
{
    if (counts_assistants(occurrence->line->given.per) && occurrence->line->assistants.count == 0) {
        work->has_last = true;
        work->last_per = occurrence->line->given.per;
        work->last_days = occurrence->days;
        work->last = occurrence->count;
    }
}

/* ---- the trace ---- */

static void
trace_count(const struct work *work, struct occurrence *occurrence, int32_t parent)
{
    struct phb__trace *trace = &work->costing->trace;
    const struct phb__line *line = occurrence->line;
    phb_per per = line->given.per;
    struct count *count = &occurrence->count;
    if (!trace->is_wanted || count->step != PHB__STEP_NONE) {
        phb__step_repeat(trace, parent, count->step);
        return;
    }
    if (!counts_assistants(per) || how_many(work, line) > SHOWN_ASSISTANTS_MAX) {
        phb__step_given(trace, parent, counted[per].label, count->times, counted[per].unit);
        return;
    }
    count->step =
        phb__step_open(trace, parent, "sum", "costing.count_assistants", counted[per].label);
    for (uint32_t i = 0; i < how_many(work, line); i++) {
        const struct phb__employment *employment = employment_at(work, line, i);
        struct phb__fraction part = part_of(work->costing, employment, per, occurrence->days);
        if (part.numerator > 0) {
            phb__step_given(trace, count->step, employment->id, part, counted[per].unit);
        }
    }
    phb__step_value(trace, count->step, count->times.numerator, count->times.denominator,
                    counted[per].unit);
}

static int32_t
trace_line(const struct work *work, struct occurrence *occurrence)
{
    struct phb_costing *costing = work->costing;
    struct phb__trace *trace = &costing->trace;
    const phb_line *given = &occurrence->line->given;
    int32_t parent = falls_due_once(given->per) ? costing->one_off_step : costing->recurring_step;
    const char *category = phb__name(&phb__names_category, (int32_t)given->category);
    int32_t step = phb__step_open(trace, parent, "sum", "costing.line", category);
    int32_t scale =
        phb__step_open(trace, step, "scale", "costing.plain_line", "Amount × quantity × how often");
    phb__step_given(trace, scale, "Amount",
                    (struct phb__fraction){occurrence->amount_penny_hundredths, AMOUNT_PARTS},
                    "pence");
    if (given->quantity_ten_thousandths != PHB_NUMBER_NONE) {
        phb__step_given(trace, scale, "Quantity", occurrence->quantity, "items");
    }
    trace_count(work, occurrence, scale);
    phb__step_pence(trace, scale, occurrence->amount, "half_up");
    phb__step_pence(trace, step, occurrence->amount, "none");
    return step;
}

/* ---- the line ---- */

/* amount × quantity × how often, rounded once. */
static bool
multiply_out(struct occurrence *occurrence)
{
    struct phb__fraction factor;
    struct phb__fraction parts = {1, AMOUNT_PARTS};
    int64_t amount = 0;
    if (!phb__fraction_multiply(occurrence->quantity, occurrence->count.times, &factor) ||
        !phb__fraction_multiply(factor, parts, &factor) ||
        !phb__mul_div(occurrence->amount_penny_hundredths, factor.numerator, factor.denominator,
                      PHB_ROUND_HALF_UP, &amount) ||
        amount > PHB_PENCE_MAX) {
        return false;
    }
    occurrence->amount = amount;
    return true;
}

/* From a day to the day before the next dated amount, or to the last day. */
static struct phb__stretch
stretch_from(const struct phb__line *line, phb_date day, phb_date last_day)
{
    const struct phb__dated *dated = line->amounts.items;
    for (uint32_t i = 0; i < line->amounts.count && dated[i].from <= last_day; i++) {
        if (dated[i].from > day) {
            return (struct phb__stretch){day, dated[i].from - 1};
        }
    }
    return (struct phb__stretch){day, last_day};
}

static phb_status
cost_stretch(struct work *work, struct phb__new_line *new_line, struct occurrence *occurrence,
             phb_error *error)
{
    struct phb_costing *costing = work->costing;
    phb_per per = occurrence->line->given.per;
    phb_status status = PHB_OK;
    if (counts_assistants(per)) {
        status = count_assistants(work, occurrence);
    } else {
        occurrence->count =
            (struct count){occurrences(&costing->calendar, per, occurrence->days), PHB__STEP_NONE};
    }
    if (status == PHB_OK && !multiply_out(occurrence)) {
        status = PHB_ERROR_RANGE;
    }
    if (status == PHB_ERROR_RANGE) {
        return phb__cost_fail_at(error, status, "lines", occurrence->index,
                                 "the line is more than can be counted");
    }
    if (status != PHB_OK) {
        return phb__fail(error, status);
    }
    new_line->days = occurrence->days;
    new_line->amount = occurrence->amount;
    new_line->step = trace_line(work, occurrence);
    remember_count(work, occurrence);
    return phb__costing_add_line(costing, new_line, error);
}

/* Every stretch of one line. */
static phb_status
cost_line(struct work *work, const struct phb__line *line, uint32_t index, phb_error *error)
{
    struct phb_costing *costing = work->costing;
    const phb_line *given = &line->given;
    struct phb__stretch period = costing->calendar.period;
    struct phb__stretch days = {phb__day_or(given->start, period.start),
                                phb__day_or(given->end, period.end)};
    if (!phb__stretch_overlap(days, period, &days)) {
        phb__costing_note_outside(costing, "lines", index);
        return PHB_OK;
    }
    struct phb__new_line new_line = {
        .of = phb__costing_keep(costing, given->id),
        .category = phb__name(&phb__names_category, (int32_t)given->category),
        .is_computed = line->amounts.count > 0,
        .kind = falls_due_once(given->per) ? PHB__COST_ONE_OFF : PHB__COST_RECURRING,
        .deployment = given->deployment,
        .funder = phb__costing_funder(costing, given->funder),
        .assistant = PHB__NOBODY,
        .plain_line = (int32_t)index};
    struct occurrence occurrence = {.line = line, .index = index, .quantity = PHB__FRACTION_ONE};
    if (given->quantity_ten_thousandths != PHB_NUMBER_NONE) {
        (void)phb__fraction_of(given->quantity_ten_thousandths, QUANTITY_PARTS,
                               &occurrence.quantity);
    }
    phb_status status = PHB_OK;
    for (phb_date day = days.start; status == PHB_OK && day <= days.end;
         day = occurrence.days.end + 1) {
        occurrence.days = stretch_from(line, day, days.end);
        occurrence.amount_penny_hundredths =
            phb__dated_on(&line->amounts, given->amount_penny_hundredths, day);
        status = cost_stretch(work, &new_line, &occurrence, error);
    }
    return status;
}

phb_status
phb__cost_lines(struct phb_costing *costing, phb_error *error)
{
    struct work work = {.costing = costing};
    const struct phb__line *lines = phb__budget_lines(costing->content);
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < costing->content->lines.count && status == PHB_OK; i++) {
        status = cost_line(&work, &lines[i], i, error);
    }
    if (work.has_ids) {
        phb__ids_free(&work.ids);
    }
    return status;
}
