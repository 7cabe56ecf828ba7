/* Costing a budget: assistants and lines one by one, then what concerns the whole. */

#include "costing/costing.h"

#include "core/alloc.h"
#include "core/date.h"
#include "core/error.h"
#include "core/input.h"
#include "costing/tally.h"
#include "rates/rates.h"

void
phb_cost_options_init(phb_cost_options *options, uint32_t size)
{
    const phb_cost_options defaults = PHB_COST_OPTIONS_INIT;
    phb__input_init(options, size, &defaults, sizeof defaults);
}

/* ---- notes on the whole ---- */

/* One note names everything that is not yet known and was announced or carried. */
static void
note_provisional(struct phb_costing *costing)
{
    const char *pieces[2 * PHB__RATE_KEY_COUNT + 3];
    size_t count = 0;
    char last_day[PHB_DATE_TEXT_SIZE] = "";
    (void)phb_date_format(costing->dataset->last_day, last_day, sizeof last_day);
    pieces[count++] = "Not yet known after ";
    pieces[count++] = last_day;
    for (int32_t key = 0; key < PHB__RATE_KEY_COUNT; key++) {
        if (costing->is_not_yet_known[key]) {
            pieces[count] = count == 2 ? ", and so announced or carried forward: " : "; ";
            pieces[count + 1] =
                phb__law_text(costing->dataset, costing->dataset->parameters[key].label);
            count += 2;
        }
    }
    pieces[count++] = ".";
    if (costing->is_provisional) {
        phb__costing_note_pieces(costing, "costing.provisional", "/period", pieces, count);
    }
}

/* An April payslip is paid in the new tax year; here each day is costed by the law of that day. */
static void
note_tax_years(struct phb_costing *costing)
{
    struct phb__stretch period = costing->calendar.period;
    phb_date april = phb__tax_year_start(phb__tax_year_of(period.end));
    if (costing->law_on == PHB_DATE_NONE && april > period.start &&
        phb_table_rows(costing->payslips) > 0) {
        phb__costing_note(
            costing, "costing.tax_year", "/period",
            "The period crosses 6 April: each day is costed by the law of that day, so 1 to 5 "
            "April "
            "count in the old tax year, although an April payslip is paid in the new one.");
    }
}

static void
note_law_on(struct phb_costing *costing)
{
    char day[PHB_DATE_TEXT_SIZE] = "";
    if (costing->law_on == PHB_DATE_NONE) {
        return;
    }
    (void)phb_date_format(costing->law_on, day, sizeof day);
    const char *pieces[] = {"Every day is costed by the law of ", day, ", as was asked."};
    phb__costing_note_pieces(costing, "costing.law_on", "/period", pieces, 3);
}

/* A policy changes nothing that a budget says: it says what the budget does not. */
static void
note_policy(struct phb_costing *costing)
{
    if (costing->has_weeks_of_policy) {
        phb__costing_note(costing, "costing.policy_weeks", "/weeks_in_year",
                          "How many weeks a year has is not said: it is as the policy has it.");
    }
    if (costing->has_contingency_of_policy) {
        phb__costing_note(costing, "costing.policy_contingency", "/contingency",
                          "No contingency is said: it is the least that the policy asks for.");
    }
    if (costing->has_held_of_policy) {
        phb__costing_note(
            costing, "costing.policy_held", "/contingency",
            "Who holds the contingency is not said: it is held outside the budget, as "
            "the policy has it.");
    }
}

/* ---- the whole ---- */

void
phb_costing_free(phb_costing *costing)
{
    if (!costing) {
        return;
    }
    phb_context *context = costing->context;
    phb_table_free(costing->lines);
    phb_table_free(costing->payslips);
    phb_table_free(costing->totals);
    phb_table_free(costing->instalments);
    phb_table_free(costing->notes);
    phb__trace_free(&costing->trace);
    phb__arena_free(&costing->arena);
    phb_rates_unref(costing->rates);
    phb_policy_unref(costing->policy);
    phb__budget_memory_unref(costing->memory);
    phb__release(context, costing, sizeof *costing);
    phb_context_unref(context);
}

static const struct phb__column line_columns[PHB__LINE_COLUMNS] = {
    [PHB__LINE_ID] = {"id", PHB_COLUMN_TEXT},
    [PHB__LINE_OF] = {"of", PHB_COLUMN_TEXT},
    [PHB__LINE_CATEGORY] = {"category", PHB_COLUMN_TEXT},
    [PHB__LINE_START] = {"start", PHB_COLUMN_DATE},
    [PHB__LINE_END] = {"end", PHB_COLUMN_DATE},
    [PHB__LINE_AMOUNT] = {"amount", PHB_COLUMN_PENCE},
    [PHB__LINE_ONE_OFF] = {"one_off", PHB_COLUMN_YES_NO},
    [PHB__LINE_DEPLOYMENT] = {"deployment", PHB_COLUMN_TEXT},
    [PHB__LINE_PROVISIONAL] = {"provisional", PHB_COLUMN_YES_NO},
    [PHB__LINE_STEP] = {"step", PHB_COLUMN_INDEX},
};

static const struct phb__column payslip_columns[PHB__PAYSLIP_COLUMNS] = {
    [PHB__PAYSLIP_OF] = {"of", PHB_COLUMN_TEXT},
    [PHB__PAYSLIP_START] = {"start", PHB_COLUMN_DATE},
    [PHB__PAYSLIP_END] = {"end", PHB_COLUMN_DATE},
    [PHB__PAYSLIP_FREQUENCY] = {"frequency", PHB_COLUMN_TEXT},
    [PHB__PAYSLIP_BASIC] = {"basic", PHB_COLUMN_PENCE},
    [PHB__PAYSLIP_LEAVE] = {"leave", PHB_COLUMN_PENCE},
    [PHB__PAYSLIP_GROSS] = {"gross", PHB_COLUMN_PENCE},
    [PHB__PAYSLIP_EMPLOYER_NI] = {"employer_ni", PHB_COLUMN_PENCE},
    [PHB__PAYSLIP_PENSION] = {"pension", PHB_COLUMN_PENCE},
    [PHB__PAYSLIP_NI_LETTER] = {"ni_letter", PHB_COLUMN_TEXT},
    [PHB__PAYSLIP_PENSION_MEMBER] = {"pension_member", PHB_COLUMN_YES_NO},
    [PHB__PAYSLIP_SLIPS_NUMERATOR] = {"slips_numerator", PHB_COLUMN_NUMBER},
    [PHB__PAYSLIP_SLIPS_DENOMINATOR] = {"slips_denominator", PHB_COLUMN_NUMBER},
    [PHB__PAYSLIP_STEP] = {"step", PHB_COLUMN_INDEX},
};

static const struct phb__column note_columns[] = {
    {"rule", PHB_COLUMN_TEXT}, {"at", PHB_COLUMN_TEXT}, {"message", PHB_COLUMN_TEXT}};

/* No more lines than this come of the budget: its tables never grow while it is costed. */
static size_t
count_lines(const struct phb_costing *costing, size_t *out_payslips)
{
    const struct phb__budget_content *content = costing->content;
    const struct phb__line *lines = phb__budget_lines(content);
    size_t count = PHB__TAX_YEARS_MAX + 2; /* the allowance's, the contingency, a wheelchair */
    size_t payslips = 0;
    for (uint32_t i = 0; i < content->assistants.count; i++) {
        const struct phb__employment *employment = &costing->employments[i];
        size_t segments = phb__employment_segments(costing, employment);
        payslips += segments;
        count += segments * phb__tally_parts(employment->assistant);
    }
    for (uint32_t i = 0; i < content->lines.count; i++) {
        count += 1 + lines[i].amounts.count;
    }
    *out_payslips = payslips;
    return count;
}

static bool
make_employments(struct phb_costing *costing)
{
    const struct phb__budget_content *content = costing->content;
    const struct phb__assistant *assistants = phb__budget_assistants(content);
    costing->employments =
        phb__arena_take(&costing->arena, content->assistants.count, sizeof *costing->employments);
    for (uint32_t i = 0; costing->employments && i < content->assistants.count; i++) {
        struct phb__employment *employment = &costing->employments[i];
        phb__employment_of(costing, &assistants[i], i, employment);
        employment->id = phb__costing_keep(costing, assistants[i].given.id);
        employment->funder = phb__costing_funder(costing, assistants[i].given.funder);
    }
    return costing->employments != NULL;
}

static bool
make_tables(struct phb_costing *costing, bool is_traced)
{
    const phb_context *context = costing->context;
    size_t payslips = 0;
    costing->line_capacity = count_lines(costing, &payslips);
    costing->facts =
        phb__arena_take(&costing->arena, costing->line_capacity, sizeof *costing->facts);
    costing->lines =
        phb__table_new(context, line_columns, PHB__LINE_COLUMNS, costing->line_capacity);
    costing->payslips = phb__table_new(context, payslip_columns, PHB__PAYSLIP_COLUMNS, payslips);
    costing->notes = phb__table_new(context, note_columns, 3, 0);
    bool traced = phb__trace_init(&costing->trace, context, is_traced);
    return costing->facts && costing->lines && costing->payslips && costing->notes && traced;
}

/* What the budget leaves unsaid and the policy says. */
static void
complete_by_policy(struct phb_costing *costing)
{
    const struct phb__policy_content *policy = phb__policy_content(costing->policy);
    phb_budget_settings *settings = &costing->given.settings;
    bool has_contingency = settings->contingency_weeks_hundredths != PHB_NUMBER_NONE ||
                           settings->contingency_ppm != PHB_NUMBER_NONE ||
                           settings->contingency_pence != PHB_PENCE_NONE;
    bool asks_for_some = policy->contingency_min_weeks_hundredths != PHB_NUMBER_NONE &&
                         policy->contingency_min_weeks_hundredths > 0;
    costing->has_weeks_of_policy =
        settings->weeks_in_year == (phb_weeks_in_year)0 && policy->weeks_in_year != 0;
    costing->has_contingency_of_policy = !has_contingency && asks_for_some;
    if (costing->has_weeks_of_policy) {
        settings->weeks_in_year = policy->weeks_in_year;
    }
    if (costing->has_contingency_of_policy) {
        settings->contingency_weeks_hundredths = policy->contingency_min_weeks_hundredths;
    }
    if (settings->contingency_held == (phb_contingency_held)0) {
        settings->contingency_held = policy->contingency_held;
        costing->has_held_of_policy =
            has_contingency && policy->contingency_held == PHB_CONTINGENCY_OUTSIDE;
    }
}

static phb_costing *
new_costing(const phb_budget *budget, const phb_rates *rates, const phb_cost_options *options)
{
    phb_context *context = budget->context;
    phb_costing *costing = phb__allocate(context, 1, sizeof *costing);
    if (!costing) {
        return NULL;
    }
    costing->context = phb_context_ref(context);
    costing->rates = phb__rates_keep(rates);
    costing->dataset = phb__rates_dataset(rates);
    costing->match = options->refuse_provisional ? PHB_RATE_EXACT : PHB_RATE_CARRY;
    costing->law_on = options->law_on;
    costing->shows_instalments = options->trace == PHB_TRACE_ALL;
    costing->day = PHB_DATE_NONE;
    costing->memory = phb__budget_memory_ref(budget->memory);
    costing->given = budget->content;
    costing->content = &costing->given;
    costing->policy = phb__policy_keep(options->policy);
    complete_by_policy(costing);
    const phb_budget_settings *settings = &costing->given.settings;
    costing->calendar = phb__calendar_of((struct phb__stretch){settings->start, settings->end},
                                         settings->weeks_in_year);
    phb__arena_init(&costing->arena, context, 0);
    if (!make_employments(costing) || !make_tables(costing, options->trace != PHB_TRACE_NONE)) {
        phb_costing_free(costing);
        return NULL;
    }
    return costing;
}

bool
phb__costing_years_are_held(const struct phb_costing *costing)
{
    struct phb__stretch period = costing->calendar.period;
    struct phb__law law;
    if (costing->law_on != PHB_DATE_NONE) {
        return phb__law_on(costing->dataset, costing->law_on, costing->match, &law);
    }
    return phb__law_on(costing->dataset, period.start, PHB_RATE_CARRY, &law) &&
           phb__law_on(costing->dataset, period.end, PHB_RATE_CARRY, &law);
}

/* Years that are not held are refused, whatever the budget holds: nothing is guessed. */
static phb_status
check_years(const struct phb_costing *costing, const phb_budget *budget, phb_error *error)
{
    if (phb__costing_years_are_held(costing)) {
        return PHB_OK;
    }
    if (costing->law_on != PHB_DATE_NONE) {
        return phb__fail_because(error, PHB_ERROR_RATE_NOT_IN_FORCE,
                                 "the law of the day asked for is not held");
    }
    phb__fail_because(
        error, PHB_ERROR_RATE_NOT_IN_FORCE,
        "the period must lie within the years whose law is held, or two years after them");
    phb__error_at_path(error, "/period");
    phb__error_at_position(error, budget->period_position);
    return PHB_ERROR_RATE_NOT_IN_FORCE;
}

static phb_status
cost_parts(struct phb_costing *costing, phb_error *error)
{
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < costing->content->assistants.count && status == PHB_OK; i++) {
        status = phb__cost_assistant(costing, &costing->employments[i], error);
    }
    return status == PHB_OK ? phb__cost_lines(costing, error) : status;
}

static phb_status
fill(struct phb_costing *costing, phb_error *error)
{
    /* What concerns the whole, in the order in which one needs the other. */
    static phb_status (*const wholes[])(struct phb_costing *, phb_error *) = {
        phb__cost_allowance, phb__cost_wheelchair, phb__cost_contingency, phb__cost_totals,
        phb__cost_instalments};
    struct phb__trace *trace = &costing->trace;
    costing->total_step =
        phb__step_open(trace, PHB__STEP_NONE, "sum", "costing.total", "Total of the budget");
    costing->recurring_step =
        phb__step_open(trace, costing->total_step, "sum", "costing.recurring", "Recurring costs");
    costing->one_off_step =
        phb__step_open(trace, costing->total_step, "sum", "costing.one_off", "One-off costs");
    phb_status status = cost_parts(costing, error);
    for (size_t i = 0; i < sizeof wholes / sizeof wholes[0] && status == PHB_OK; i++) {
        status = wholes[i](costing, error);
    }
    if (status != PHB_OK) {
        return status;
    }
    note_policy(costing);
    note_tax_years(costing);
    note_law_on(costing);
    note_provisional(costing);
    bool has_memory = !costing->failed && !trace->failed;
    return has_memory ? PHB_OK : phb__fail(error, PHB_ERROR_MEMORY);
}

/* What the options held in version 0.1. */
#define FIRST_SIZE_OPTIONS (offsetof(phb_cost_options, policy) + sizeof(const phb_policy *))

static phb_status
take_options(const phb_cost_options *given, phb_cost_options *out, phb_error *error)
{
    if (!given) {
        return PHB_OK;
    }
    phb_status status = phb__input_copy(out, sizeof *out, FIRST_SIZE_OPTIONS, given, error);
    if (status == PHB_OK && (out->trace < PHB_TRACE_NONE || out->trace > PHB_TRACE_ALL)) {
        status = phb__fail_because(error, PHB_ERROR_ARGUMENT, "there is no such trace");
    }
    if (status == PHB_OK && out->law_on != PHB_DATE_NONE && !phb__date_is_valid(out->law_on)) {
        status = phb__fail_because(error, PHB_ERROR_DATE,
                                   "law_on is not a day of the calendar from 1900 to 2199");
    }
    return status;
}

phb_status
phb_budget_cost(const phb_budget *budget, const phb_rates *rates, const phb_cost_options *options,
                phb_costing **out_costing, phb_error *error)
{
    if (out_costing) {
        *out_costing = NULL;
    }
    if (!budget || !out_costing) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_cost_options chosen = PHB_COST_OPTIONS_INIT;
    phb_status status = take_options(options, &chosen, error);
    if (status == PHB_OK && !budget->is_checked) {
        status = phb__budget_check(budget->context, &budget->content, error);
    }
    if (status != PHB_OK) {
        return status;
    }
    phb_costing *costing = new_costing(budget, rates, &chosen);
    if (!costing) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    status = check_years(costing, budget, error);
    if (status == PHB_OK) {
        status = fill(costing, error);
    }
    if (status != PHB_OK) {
        phb_costing_free(costing);
        return status;
    }
    *out_costing = costing;
    return PHB_OK;
}
