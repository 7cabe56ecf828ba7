/*
 * The same package for the following twelve months. What is the package goes on; what belongs to
 * the period that ends (sums that were agreed, what was used of an allowance, what falls due once)
 * stays behind. docs/concepts.md has the whole list, with reasons. A document leaves the sizes of
 * structs unsaid.
 */

#include "core/date.h"
#include "core/error.h"
#include "core/ids.h"
#include "model/budget.h"

struct period {
    phb_date start;
    phb_date end;
};

struct next_year {
    const struct phb__budget_content *old;
    phb_budget *budget;
    struct period before;
    struct period after;
    struct phb__ids going_on; /* the ids of those whose employment does */
};

/* ---- dates ---- */

/* The day after the end, and twelve months from it. */
static phb_status
find_period(struct next_year *next, phb_error *error)
{
    next->before = (struct period){next->old->settings.start, next->old->settings.end};
    phb_date anniversary = PHB_DATE_NONE;
    phb_status status = phb_date_add_days(next->before.end, 1, &next->after.start);
    if (status == PHB_OK) {
        status = phb_date_add_months(next->after.start, 12, PHB_MONTH_END_CLAMP, &anniversary);
    }
    if (status == PHB_OK) {
        next->after.end = anniversary - 1;
        return PHB_OK;
    }
    phb__fail_because(error, PHB_ERROR_DATE,
                      "the year after the period must end before 31 December 2199");
    phb__error_at_path(error, "/period");
    return PHB_ERROR_DATE;
}

/*
 * What is said with both its days is a part of the year, such as school holidays: it comes again a
 * year later. Only what lay in the last twelve months comes into the new period.
 */
static bool
comes_again(const struct next_year *next, phb_date *start, phb_date *end)
{
    if (phb_date_add_months(*start, 12, PHB_MONTH_END_CLAMP, start) != PHB_OK ||
        phb_date_add_months(*end, 12, PHB_MONTH_END_CLAMP, end) != PHB_OK) {
        return false;
    }
    return *end >= next->after.start;
}

/* false when it does not go on. An end on the last day of the period is the period's own. */
static bool
carry_dates(const struct next_year *next, phb_date *start, phb_date *end)
{
    bool has_end = *end != PHB_DATE_NONE;
    bool is_whole = *start == PHB_DATE_NONE || *start <= next->before.start;
    if (has_end && *end <= next->before.end && *start != PHB_DATE_NONE &&
        !(is_whole && *end == next->before.end)) {
        return comes_again(next, start, end);
    }
    if (has_end && *end < next->before.end) {
        return false;
    }
    if (has_end && *end == next->before.end) {
        *end = PHB_DATE_NONE;
    }
    if (*start != PHB_DATE_NONE && *start < next->after.start) {
        *start = PHB_DATE_NONE;
    }
    return true;
}

/* Where what is dated begins to count: the first of the dated values that are kept. */
static uint32_t
first_kept(const struct phb__list *dated, phb_date begins)
{
    const struct phb__dated *all = dated->items;
    uint32_t first = 0;
    while (first + 1 < dated->count && all[first + 1].from <= begins) {
        first++;
    }
    return first;
}

/* ---- people ---- */

static phb_status
add_hours(const struct next_year *next, int32_t index, const struct phb__hours *hours,
          phb_date employed_from, phb_error *error)
{
    const struct phb__dated *rates = hours->rates.items;
    phb_hours given = hours->given;
    int32_t entry = 0;
    given.size = sizeof given;
    if (!carry_dates(next, &given.start, &given.end)) {
        return PHB_OK;
    }
    phb_date begins = phb__day_or(given.start, employed_from);
    uint32_t first = first_kept(&hours->rates, begins);
    bool is_settled = first + 1 >= hours->rates.count; /* no change is still to come */
    if (is_settled) {
        given.rate_penny_hundredths =
            phb__dated_on(&hours->rates, given.rate_penny_hundredths, begins);
    }
    phb_status status = phb_budget_add_hours(next->budget, index, &given, &entry, error);
    for (uint32_t i = first; !is_settled && i < hours->rates.count && status == PHB_OK; i++) {
        phb_date from = rates[i].from < begins ? begins : rates[i].from;
        status = phb_budget_add_dated_rate(next->budget, index, entry, from,
                                           rates[i].penny_hundredths, error);
    }
    return status;
}

/* Somebody without any hours left has nothing to be paid for. */
static bool
has_hours(const struct next_year *next, const struct phb__assistant *assistant)
{
    const struct phb__hours *hours = phb__assistant_hours(assistant);
    for (uint32_t i = 0; i < assistant->hours.count; i++) {
        phb_hours given = hours[i].given;
        if (carry_dates(next, &given.start, &given.end)) {
            return true;
        }
    }
    return false;
}

/* Employment that has ended does not come again; what goes on began before the new period. */
static bool
carry_employment(const struct next_year *next, phb_assistant *given)
{
    if (given->end != PHB_DATE_NONE && given->end < next->before.end) {
        return false;
    }
    if (given->end == next->before.end) {
        given->end = PHB_DATE_NONE;
    }
    if (given->start == PHB_DATE_NONE || given->start < next->after.start) {
        phb_date began = phb__day_or(given->start, next->before.start);
        given->employed_since = phb__day_or(given->employed_since, began);
        given->start = PHB_DATE_NONE;
    }
    return true;
}

static phb_status
add_assistants(struct next_year *next, phb_error *error)
{
    const struct phb__assistant *assistants = phb__budget_assistants(next->old);
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < next->old->assistants.count && status == PHB_OK; i++) {
        const struct phb__hours *hours = phb__assistant_hours(&assistants[i]);
        phb_assistant given = assistants[i].given;
        int32_t index = 0;
        given.size = sizeof given;
        if (!has_hours(next, &assistants[i]) || !carry_employment(next, &given)) {
            continue;
        }
        (void)phb__ids_add(&next->going_on, given.id, (int32_t)i);
        phb_date from = phb__day_or(given.start, next->after.start);
        status = phb_budget_add_assistant(next->budget, &given, &index, error);
        for (uint32_t j = 0; j < assistants[i].hours.count && status == PHB_OK; j++) {
            status = add_hours(next, index, &hours[j], from, error);
        }
    }
    return status;
}

/* ---- everything else ---- */

/* Paid for once, and that is done, unless it is planned for a day still to come. */
static bool
is_behind(const struct next_year *next, const phb_line *given)
{
    bool is_once = given->per == PHB_PER_ONCE || given->per == PHB_PER_ASSISTANT;
    return is_once && (given->start == PHB_DATE_NONE || given->start < next->after.start);
}

/* A line that names people is about those of them who stay; one that names none is about all. */
static bool
has_anybody(const struct next_year *next, const struct phb__line *line)
{
    const char *const *named = line->assistants.items;
    for (uint32_t i = 0; i < line->assistants.count; i++) {
        if (phb__ids_find(&next->going_on, named[i]) >= 0) {
            return true;
        }
    }
    return line->assistants.count == 0;
}

static phb_status
add_named(const struct next_year *next, int32_t index, const struct phb__line *line,
          phb_error *error)
{
    const char *const *named = line->assistants.items;
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < line->assistants.count && status == PHB_OK; i++) {
        if (phb__ids_find(&next->going_on, named[i]) >= 0) {
            status = phb_budget_add_line_assistant(next->budget, index, named[i], error);
        }
    }
    return status;
}

static phb_status
add_line(const struct next_year *next, const struct phb__line *line, phb_error *error)
{
    const struct phb__dated *amounts = line->amounts.items;
    phb_line given = line->given;
    int32_t index = 0;
    given.size = sizeof given;
    if (is_behind(next, &given) || !has_anybody(next, line) ||
        !carry_dates(next, &given.start, &given.end)) {
        return PHB_OK;
    }
    phb_date begins = phb__day_or(given.start, next->after.start);
    uint32_t first = first_kept(&line->amounts, begins);
    bool is_settled = first + 1 >= line->amounts.count;
    if (is_settled) {
        given.amount_penny_hundredths =
            phb__dated_on(&line->amounts, given.amount_penny_hundredths, begins);
    }
    phb_status status = phb_budget_add_line(next->budget, &given, &index, error);
    for (uint32_t i = first; !is_settled && i < line->amounts.count && status == PHB_OK; i++) {
        phb_date from = amounts[i].from < begins ? begins : amounts[i].from;
        status = phb_budget_add_dated_amount(next->budget, index, from, amounts[i].penny_hundredths,
                                             error);
    }
    return status == PHB_OK ? add_named(next, index, line, error) : status;
}

/* Who pays goes on as it is, sums for the period too: what they become is for the funders to say.
 */
static phb_status
add_rest(const struct next_year *next, phb_error *error)
{
    const struct phb__line *lines = phb__budget_lines(next->old);
    const phb_funder *funders = phb__budget_funders(next->old);
    const struct phb__allowance_used *used = next->old->allowance_used.items;
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < next->old->lines.count && status == PHB_OK; i++) {
        status = add_line(next, &lines[i], error);
    }
    for (uint32_t i = 0; i < next->old->funders.count && status == PHB_OK; i++) {
        phb_funder given = funders[i];
        given.size = sizeof given;
        status = phb_budget_add_funder(next->budget, &given, error);
    }
    for (uint32_t i = 0; i < next->old->allowance_used.count && status == PHB_OK; i++) {
        if (phb__tax_year_start((int32_t)used[i].tax_year) >= next->after.start) {
            status = phb_budget_add_allowance_used(next->budget, used[i].tax_year, used[i].amount,
                                                   error);
        }
    }
    return status;
}

/* What was agreed was agreed for the old period, and a wheelchair is paid for once in its years. */
static phb_status
set_whole(const struct next_year *next, phb_error *error)
{
    const phb_budget_settings empty = PHB_BUDGET_SETTINGS_INIT;
    phb_budget_settings settings = next->old->settings;
    settings.size = sizeof settings;
    settings.start = next->after.start;
    settings.end = next->after.end;
    settings.first_payment = PHB_DATE_NONE;
    settings.indicative_pence = PHB_PENCE_NONE;
    settings.agreed_pence = PHB_PENCE_NONE;
    settings.agreed_on = PHB_DATE_NONE;
    settings.wheelchair_option = empty.wheelchair_option;
    settings.wheelchair_prescribed_pence = empty.wheelchair_prescribed_pence;
    settings.wheelchair_price_pence = empty.wheelchair_price_pence;
    settings.wheelchair_maintenance_pence = empty.wheelchair_maintenance_pence;
    settings.wheelchair_period_years = empty.wheelchair_period_years;
    return phb_budget_set(next->budget, &settings, error);
}

phb_status
phb_budget_next_year(const phb_budget *budget, phb_budget **out_budget, phb_error *error)
{
    if (out_budget) {
        *out_budget = NULL;
    }
    if (!budget || !out_budget) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct next_year next = {.old = &budget->content};
    phb_status status = PHB_OK;
    if (!budget->is_checked) {
        status = phb__budget_check(budget->context, &budget->content, error);
    }
    if (status == PHB_OK) {
        status = find_period(&next, error);
    }
    if (status != PHB_OK) {
        return status;
    }
    if (!phb__ids_init(&next.going_on, budget->context, next.old->assistants.count)) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    status = phb_budget_new(budget->context, &next.budget, error);
    if (status == PHB_OK) {
        status = set_whole(&next, error);
    }
    if (status == PHB_OK) {
        status = add_assistants(&next, error);
    }
    if (status == PHB_OK) {
        status = add_rest(&next, error);
    }
    phb__ids_free(&next.going_on);
    if (status != PHB_OK) {
        phb_budget_free(next.budget);
        return status;
    }
    *out_budget = next.budget;
    return PHB_OK;
}
