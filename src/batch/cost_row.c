#include "batch/cost_row.h"

#include "core/walk.h"
#include "costing/extras.h"
#include "model/check.h"
#include "model/names.h"
#include "model/shapes.h"
#include "rates/rates.h"

/* ---- which column goes where ---- */

struct target {
    size_t column; /* its place in the batch */
    size_t member; /* and in what a row says */
};

#define TARGET(column_, member_) \
    { \
        offsetof(phb_cost_batch, column_), offsetof(struct phb__cost_given, member_) \
    }
#define OF_SETTINGS(column_, member_) TARGET(column_, content.settings.member_)
#define OF_ASSISTANT(name_) TARGET(name_, assistant.given.name_)

static const struct target targets[PHB__COST_COLUMNS] = {
    [PHB__COST_PERIOD_START] = OF_SETTINGS(period_start, start),
    [PHB__COST_PERIOD_END] = OF_SETTINGS(period_end, end),
    [PHB__COST_WEEKS_IN_YEAR] = OF_SETTINGS(weeks_in_year, weeks_in_year),
    [PHB__COST_EMPLOYER] = TARGET(employer, employer),
    [PHB__COST_CLAIMS_ALLOWANCE] = OF_SETTINGS(claims_allowance, claims_allowance),
    [PHB__COST_ALLOWANCE_USED] = TARGET(allowance_used_pence, used.amount),
    [PHB__COST_EMPLOYED_SINCE] = OF_ASSISTANT(employed_since),
    [PHB__COST_START] = OF_ASSISTANT(start),
    [PHB__COST_END] = OF_ASSISTANT(end),
    [PHB__COST_DATE_OF_BIRTH] = OF_ASSISTANT(date_of_birth),
    [PHB__COST_NI_LETTER] = OF_ASSISTANT(ni_letter),
    [PHB__COST_PAY_FREQUENCY] = OF_ASSISTANT(pay_frequency),
    [PHB__COST_MINUTES] = TARGET(minutes_per_week, hours[0].given.minutes_per_week),
    [PHB__COST_RATE] = TARGET(rate_penny_hundredths, hours[0].given.rate_penny_hundredths),
    [PHB__COST_NIGHTS] =
        TARGET(nights_per_week_hundredths, hours[1].given.nights_per_week_hundredths),
    [PHB__COST_NIGHT_RATE] =
        TARGET(night_rate_penny_hundredths, hours[1].given.rate_penny_hundredths),
    [PHB__COST_BASIC] = TARGET(basic_pence, basic),
    [PHB__COST_DAYS_PER_WEEK] = OF_ASSISTANT(days_per_week_hundredths),
    [PHB__COST_BANK_HOLIDAY_MINUTES] = OF_ASSISTANT(bank_holiday_minutes),
    [PHB__COST_BANK_HOLIDAY_PREMIUM] = OF_ASSISTANT(bank_holiday_premium_penny_hundredths),
    [PHB__COST_LEAVE_METHOD] = OF_ASSISTANT(leave_method),
    [PHB__COST_LEAVE_BY] = OF_ASSISTANT(leave_by),
    [PHB__COST_LEAVE_RATE] = OF_ASSISTANT(leave_rate_penny_hundredths),
    [PHB__COST_LEAVE_NIGHT_RATE] = OF_ASSISTANT(leave_night_rate_pence),
    [PHB__COST_LEAVE_WEEKS] = OF_ASSISTANT(leave_weeks_hundredths),
    [PHB__COST_PENSION_MEMBERSHIP] = OF_ASSISTANT(pension_membership),
    [PHB__COST_PENSION_BASIS] = OF_ASSISTANT(pension_basis),
    [PHB__COST_PENSION_RATE] = OF_ASSISTANT(pension_employer_ppm),
    [PHB__COST_SICKNESS_WEEKS] = OF_ASSISTANT(sickness_weeks_hundredths),
    [PHB__COST_SICKNESS_RATE] = OF_ASSISTANT(sickness_cover_rate_penny_hundredths),
    [PHB__COST_SICKNESS_NIGHT_RATE] = OF_ASSISTANT(sickness_cover_night_rate_pence),
};

/* What no document says of a budget. */
static const struct phb__field any_number = {.key = "employer",
                                             .kind = PHB__KIND_NUMBER,
                                             .unit = PHB__UNIT_WHOLE,
                                             .minimum = INT64_MIN,
                                             .maximum = INT64_MAX};
static const struct phb__field basic_field = {.key = "basic",
                                              .kind = PHB__KIND_NUMBER,
                                              .unit = PHB__UNIT_PENCE,
                                              .minimum = 0,
                                              .maximum = PHB_PENCE_MAX};

/* The fields of a struct inside what a row says, given to the columns whose values it describes. Of
 * one that can be written in two ways it is the first. */
static void
find_fields(const struct phb__field *fields[PHB__COST_COLUMNS], const struct phb__cost_given *given,
            const struct phb__shape *shape, const void *object)
{
    struct phb__walk walk;
    phb__walk_start(&walk, shape, object, false);
    for (enum phb__walk_event event; (event = phb__walk_next(&walk)) != PHB__WALK_END;) {
        if (event != PHB__WALK_FIELD || walk.field->kind == PHB__KIND_LITERAL) {
            continue;
        }
        size_t member =
            (size_t)((const char *)walk.object - (const char *)given) + walk.field->offset;
        for (size_t i = 0; i < PHB__COST_COLUMNS; i++) {
            bool is_it = targets[i].member == member && !fields[i];
            fields[i] = is_it ? walk.field : fields[i];
        }
    }
}

/* ---- taking values ---- */

/* A letter is kept as text; one that there is not, as one that no budget may have. */
static const char *
letter_text(int64_t code)
{
    if (code == PHB_NUMBER_NONE || code == 0) {
        return NULL;
    }
    for (int32_t i = 0; i < phb__names_ni_letter.count; i++) {
        if (phb__names_ni_letter.names[i][0] == code) {
            return phb__names_ni_letter.names[i];
        }
    }
    return "?";
}

static phb_status
take_value(const struct phb__cost_taken *taken, int64_t value)
{
    const struct phb__field *field = taken->field;
    if (field->kind == PHB__KIND_LETTER) {
        const char *letter = letter_text(value);
        memcpy(taken->place, &letter, sizeof letter);
        return letter && letter[0] == '?' ? PHB_ERROR_RANGE : PHB_OK;
    }
    bool is_plain = value == PHB_NUMBER_NONE; /* nothing to check: most values are */
    if (field->kind == PHB__KIND_NUMBER) {
        memcpy(taken->place, &value, sizeof value);
        is_plain = is_plain || (value >= field->minimum && value <= field->maximum);
    } else if (field->kind == PHB__KIND_DATE) {
        phb_date day = phb__day_of(value);
        memcpy(taken->place, &day, sizeof day);
        is_plain = is_plain || day != PHB_DATE_MAX + 1;
    } else {
        int32_t choice = phb__choice_of(value);
        memcpy(taken->place, &choice, sizeof choice);
        is_plain = choice == 0;
    }
    return is_plain ? PHB_OK : phb__field_check(field, taken->place - field->offset, NULL);
}

/* The values that a column's field lets a budget have; of a letter all there could be. */
static void
find_bounds(struct phb__cost_taken *taken)
{
    const struct phb__field *field = taken->field;
    taken->least = 0;
    if (field->kind == PHB__KIND_NUMBER) {
        taken->least = field->minimum;
        taken->most = field->maximum;
    } else if (field->kind == PHB__KIND_DATE) {
        taken->least = PHB_DATE_MIN;
        taken->most = PHB_DATE_MAX;
    } else if (field->kind == PHB__KIND_CHOICE) {
        taken->most = field->detail.choices->count;
    } else {
        taken->most = field->kind == PHB__KIND_LETTER ? 'Z' : PHB_ANSWER_YES;
    }
}

static bool
has_zero_for_none(const struct phb__cost_taken *taken)
{
    return taken->field->kind != PHB__KIND_NUMBER && taken->field->kind != PHB__KIND_DATE;
}

/* The value that all rows have, unless they differ: then each block is read anew. */
static void
fill_same(const struct phb__cost_taken *taken)
{
    int64_t value = PHB_NUMBER_NONE;
    if (taken->column->data && taken->column->stride_bytes == 0) {
        value = phb__column_at(taken->column, 0);
    }
    value = value == PHB_NUMBER_NONE && has_zero_for_none(taken) ? 0 : value;
    for (size_t i = 0; i < PHB__COST_BLOCK_ROWS; i++) {
        taken->values[i] = value;
    }
}

static void
find_columns(struct phb__cost_kernel *kernel, const phb_cost_batch *batch)
{
    struct phb__cost_given *given = &kernel->given;
    const struct phb__field *fields[PHB__COST_COLUMNS] = {NULL};
    find_fields(fields, given, &phb__shape_budget, &given->content);
    find_fields(fields, given, &phb__shape_assistant, &given->assistant);
    find_fields(fields, given, &phb__shape_hours, &given->hours[0]);
    find_fields(fields, given, &phb__shape_hours, &given->hours[1]);
    find_fields(fields, given, &phb__shape_allowance_used, &given->used);
    for (size_t i = 0; i < PHB__COST_COLUMNS; i++) {
        bool is_basic = targets[i].member == offsetof(struct phb__cost_given, basic);
        struct phb__cost_taken *taken = &kernel->taken[kernel->taken_count];
        taken->column = (const phb_batch_column *)((const char *)batch + targets[i].column);
        taken->place = (char *)given + targets[i].member;
        taken->field = fields[i] ? fields[i] : is_basic ? &basic_field : &any_number;
        taken->values = kernel->block.values[i];
        find_bounds(taken);
        fill_same(taken);
        if (taken->column->data && taken->column->stride_bytes != 0) {
            kernel->taken_count++;
        } else if (taken->column->data) {
            phb_status status = take_value(taken, phb__column_at(taken->column, 0));
            kernel->same_status = kernel->same_status == PHB_OK ? status : kernel->same_status;
        }
    }
}

void
phb__cost_kernel_init(struct phb__cost_kernel *kernel, const struct phb__dataset *dataset,
                      const phb_cost_batch *batch)
{
    struct phb__cost_given *given = &kernel->given;
    memset(kernel, 0, offsetof(struct phb__cost_kernel, straight));
    kernel->taken_count = 0;
    phb__shape_clear(&phb__shape_budget, &given->content);
    given->assistant.given = (phb_assistant)PHB_ASSISTANT_INIT;
    given->hours[0].given = (phb_hours)PHB_HOURS_INIT;
    given->hours[1].given = (phb_hours)PHB_HOURS_INIT;
    given->hours[0].given.type = PHB_HOURS_ACTIVE;
    given->hours[1].given.type = PHB_HOURS_SLEEP_IN;
    given->basic = PHB_PENCE_NONE;
    given->used.amount = PHB_PENCE_NONE;
    given->employer = PHB_NUMBER_NONE;
    find_columns(kernel, batch);
    given->assistant.given.deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT;
    given->assistant.given.leave_reason = "not a matter of columns";
    given->content.assistants = (struct phb__list){&given->assistant, 1, 1};
    kernel->costing.dataset = dataset;
    kernel->costing.match = batch->match;
    kernel->costing.law_on = batch->law_on;
    kernel->costing.content = &given->content;
    kernel->costing.recurring_step = PHB__STEP_NONE;
    kernel->costing.kept = &kernel->kept;
    kernel->kept.pension_age_days = phb__state_pension_age_days(dataset);
    phb__straight_init(&kernel->straight, dataset, batch->law_on);
    kernel->straight.is_off = kernel->straight.is_off || kernel->same_status != PHB_OK;
}

static bool
is_odd(const struct phb__cost_taken *taken, int64_t value)
{
    return value != PHB_NUMBER_NONE && (value < taken->least || value > taken->most);
}

/* Is everything in a column said, and within bounds? What is not leaves a sign in one of two
 * differences; so no row takes a branch, and no comparison of 64 bits. */
static bool
is_plain(const struct phb__cost_taken *taken, size_t count)
{
    uint64_t signs = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t above_least = (uint64_t)taken->values[i] - (uint64_t)taken->least;
        uint64_t below_most = (uint64_t)taken->most - (uint64_t)taken->least - above_least;
        signs |= above_least | below_most;
    }
    return signs <= INT64_MAX;
}

static void
mark_odd(const struct phb__cost_taken *taken, size_t count, bool *marks)
{
    if (taken->field == &any_number || is_plain(taken, count)) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        marks[i] = marks[i] || is_odd(taken, taken->values[i]);
    }
}

/* 0 is not said of what is not a number; and a byte has no other word for it. */
static void
clear_unsaid(const struct phb__cost_taken *taken, size_t count)
{
    if (!has_zero_for_none(taken) || taken->column->type == PHB_BATCH_UINT8) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        taken->values[i] = taken->values[i] == PHB_NUMBER_NONE ? 0 : taken->values[i];
    }
}

void
phb__cost_read(struct phb__cost_kernel *kernel, struct phb__rows rows)
{
    size_t count = rows.end - rows.first;
    memset(kernel->block.is_odd, 0, sizeof kernel->block.is_odd);
    for (size_t k = 0; k < kernel->taken_count; k++) {
        const struct phb__cost_taken *taken = &kernel->taken[k];
        phb__column_read(taken->column, rows, taken->values);
        clear_unsaid(taken, count);
        mark_odd(taken, count, kernel->block.is_odd);
    }
}

/* ---- one row ---- */

/* What is paid: by the hour, by the night, both, or by the payslip; then hours are there for their
 * cover alone. */
static phb_status
take_hours(struct phb__cost_given *given)
{
    phb_hours *hourly = &given->hours[0].given;
    phb_hours *flat = &given->hours[1].given;
    bool is_basic = given->basic != PHB_PENCE_NONE;
    bool has_hours = hourly->minutes_per_week != PHB_NUMBER_NONE;
    bool has_nights = flat->nights_per_week_hundredths != PHB_NUMBER_NONE;
    bool is_priced = (!has_hours || hourly->rate_penny_hundredths != PHB_NUMBER_NONE) &&
                     (!has_nights || flat->rate_penny_hundredths != PHB_NUMBER_NONE);
    given->assistant.hours = (struct phb__list){has_hours ? &given->hours[0] : &given->hours[1],
                                                (uint32_t)has_hours + has_nights, 2};
    return is_basic || ((has_hours || has_nights) && is_priced) ? PHB_OK : PHB_ERROR_INCOMPLETE;
}

/* What a document must say, and a builder asks for. */
static bool
is_incomplete(const struct phb__cost_given *given)
{
    const phb_assistant *assistant = &given->assistant.given;
    return given->content.settings.start == PHB_DATE_NONE ||
           given->content.settings.end == PHB_DATE_NONE ||
           assistant->pay_frequency == (phb_pay_frequency)0 ||
           assistant->leave_method == (phb_leave_method)0 ||
           (assistant->bank_holiday_minutes == PHB_NUMBER_NONE) !=
               (assistant->bank_holiday_premium_penny_hundredths == PHB_NUMBER_NONE);
}

/* Rows of one employer have the same period: it is looked at once. */
static phb_status
take_period(struct phb__cost_kernel *kernel)
{
    const phb_budget_settings *settings = &kernel->given.content.settings;
    struct phb_costing *costing = &kernel->costing;
    struct phb__stretch period = {settings->start, settings->end};
    const struct phb__calendar *last = &costing->calendar;
    costing->calendar.weeks_in_year = settings->weeks_in_year;
    if (kernel->has_period && period.start == last->period.start &&
        period.end == last->period.end) {
        return kernel->period_status;
    }
    kernel->has_period = true;
    kernel->period_status = phb__check_period(settings, NULL);
    if (kernel->period_status == PHB_OK) {
        costing->calendar = phb__calendar_of(period, settings->weeks_in_year);
        kernel->period_status =
            phb__costing_years_are_held(costing) ? PHB_OK : PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    costing->calendar.period = period;
    return kernel->period_status;
}

static phb_status
check_whole(struct phb__cost_kernel *kernel)
{
    const struct phb__cost_given *given = &kernel->given;
    if (is_incomplete(given)) {
        return PHB_ERROR_INCOMPLETE;
    }
    phb_status status = take_period(kernel);
    return status == PHB_OK ? phb__check_assistant(&given->content, 0, 2, NULL) : status;
}

/* Takes a row into `given`: what a budget of it would be refused for. */
static phb_status
take_row(struct phb__cost_kernel *kernel, size_t i)
{
    phb_status wrong = kernel->same_status;
    for (size_t k = 0; k < kernel->taken_count; k++) {
        phb_status status = take_value(&kernel->taken[k], kernel->taken[k].values[i]);
        wrong = wrong == PHB_OK ? status : wrong;
    }
    if (wrong != PHB_OK) {
        return wrong;
    }
    wrong = take_hours(&kernel->given);
    return wrong == PHB_OK ? check_whole(kernel) : wrong;
}

static phb_status
add_segment(struct phb__cost_kernel *kernel, struct phb__employment *employment,
            const struct phb__segment *segment, struct phb__cost_result *out)
{
    struct phb__segment_cost cost;
    phb_status status = phb__cost_segment(&kernel->costing, employment, segment, &cost, NULL);
    for (int part = 0; part < PHB__PARTS && status == PHB_OK; part++) {
        out->sums[part] += cost.tally.sums[part];
        out->total += cost.tally.sums[part];
    }
    return status == PHB_OK && out->total > PHB_PENCE_MAX ? PHB_ERROR_RANGE : status;
}

/* By the payslip: what hours there are is not paid by them. */
static phb_status
cost_taken(struct phb__cost_kernel *kernel, struct phb__cost_result *out)
{
    struct phb__employment employment;
    phb__employment_of(&kernel->costing, &kernel->given.assistant, 0, &employment);
    employment.basic_a_payslip = kernel->given.basic;
    *out = (struct phb__cost_result){.calendar = &kernel->costing.calendar};
    kernel->costing.certainty = PHB_CERTAINTY_IN_FORCE;
    phb_date day = employment.days.start;
    while (employment.is_in_period && day <= employment.days.end) {
        struct phb__segment segment;
        phb_status status = phb__segment_from(&kernel->costing, &employment, day, &segment, NULL);
        if (status == PHB_OK && segment.is_paid) {
            status = add_segment(kernel, &employment, &segment, out);
        }
        if (status != PHB_OK) {
            return status;
        }
        day = segment.days.end + 1;
    }
    out->certainty = kernel->costing.certainty;
    memcpy(out->employer_ni, employment.employer_ni, sizeof out->employer_ni);
    return PHB_OK;
}

phb_status
phb__cost_row(struct phb__cost_kernel *kernel, size_t i, struct phb__cost_result *out)
{
    if (phb__straight_cost(&kernel->straight, &kernel->block, i, out)) {
        return PHB_OK;
    }
    phb_status status = take_row(kernel, i);
    return status == PHB_OK ? cost_taken(kernel, out) : status;
}
