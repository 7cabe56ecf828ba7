#include "support/batch_rows.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "costing/costing.h"

phb_batch_column *
cost_column(phb_cost_batch *batch, int column)
{
    return &(&batch->period_start)[column];
}

struct cost_row
plain_row(void)
{
    struct cost_row row;
    for (int i = 0; i < COST_COLUMNS; i++) {
        row.in[i] = PHB_NUMBER_NONE;
    }
    memset(row.other, 0x5A, sizeof row.other);
    return row;
}

struct cost_row
good_row(void)
{
    struct cost_row row = plain_row();
    row.in[PERIOD_START] = date_of("2026-04-06");
    row.in[PERIOD_END] = date_of("2027-04-05");
    row.in[FREQUENCY] = PHB_PAY_WEEKLY;
    row.in[MINUTES] = 1200;
    row.in[RATE] = 135000;
    row.in[LEAVE_METHOD] = PHB_LEAVE_ACCRUAL;
    row.in[CLAIMS] = PHB_ANSWER_YES;
    return row;
}

/* ---- random ones ---- */

static bool
is_likely(struct random_source *source, int64_t percent)
{
    return random_between(source, 1, 100) <= percent;
}

static int64_t
perhaps(struct random_source *source, int64_t least, int64_t most)
{
    return is_likely(source, 50) ? random_between(source, least, most) : PHB_NUMBER_NONE;
}

static void
choose_period(struct random_source *source, struct cost_row *row)
{
    phb_date last = date_of("2029-04-05");
    int64_t start = random_between(source, date_of("2013-04-06"), last);
    int64_t end = start + (is_likely(source, 60) ? 364 : random_between(source, 0, 1100));
    row->in[PERIOD_START] = start;
    row->in[PERIOD_END] = end > last ? last : end;
    row->in[WEEKS_IN_YEAR] = random_between(source, 0, PHB_WEEKS_52);
}

/* Births that put every birthday which matters into some of the periods. */
static void
choose_person(struct random_source *source, struct cost_row *row)
{
    static const int64_t ages_years[] = {14, 16, 20, 21, 24, 40, 40, 64, 66, 67, 74, 76};
    static const char letters[] = "ABCDEFHIJKLMNSVXZ";
    int64_t start = row->in[PERIOD_START];
    if (is_likely(source, 80)) {
        row->in[BIRTH] = start - ages_years[random_between(source, 0, 11)] * 365 -
                         random_between(source, 60, 700);
    }
    if (is_likely(source, 40)) {
        row->in[LETTER] = letters[random_between(source, 0, (int64_t)sizeof letters - 2)];
    }
    row->in[FREQUENCY] = random_between(source, 1, PHB_PAY_MONTHLY);
    row->in[DAYS_PER_WEEK] = perhaps(source, 1, 700);
    row->in[EMPLOYED_SINCE] =
        is_likely(source, 30) ? start + random_between(source, -900, 60) : PHB_NUMBER_NONE;
    if (is_likely(source, 20)) {
        row->in[START] = start + random_between(source, -30, 200);
        row->in[END] = row->in[START] + random_between(source, 0, 600);
    }
    row->in[MEMBERSHIP] = random_between(source, 0, PHB_PENSION_OPTED_OUT);
    row->in[BASIS] = random_between(source, 0, PHB_PENSION_ALL_PAY);
    row->in[PENSION_PPM] =
        is_likely(source, 30) ? random_between(source, 0, 100000) : PHB_NUMBER_NONE;
}

static void
choose_work(struct random_source *source, struct cost_row *row)
{
    int64_t way = random_between(source, 1, 10);
    if (way <= 8) {
        row->in[MINUTES] = random_between(source, 1, is_likely(source, 80) ? 1800 : 10080);
        row->in[RATE] = is_likely(source, 95) ? random_between(source, 0, 250000)
                                              : random_between(source, 0, PHB_PENCE_MAX / 1000);
    }
    if (way >= 7) {
        row->in[NIGHTS] = random_between(source, 1, 700);
        row->in[NIGHT_RATE] = random_between(source, 0, 1200000);
    }
    if (is_likely(source, 20)) {
        row->in[HOLIDAY_MINUTES] = random_between(source, 0, 1440);
        row->in[HOLIDAY_PREMIUM] = random_between(source, 0, 200000);
    }
}

static void
choose_absence(struct random_source *source, struct cost_row *row)
{
    row->in[LEAVE_METHOD] = random_between(source, 1, PHB_LEAVE_NONE);
    row->in[LEAVE_WEEKS] = perhaps(source, 0, 1000);
    if (row->in[LEAVE_METHOD] == PHB_LEAVE_COVER) {
        row->in[LEAVE_BY] = random_between(source, 1, PHB_COVER_BY_RELIEF);
        row->in[LEAVE_RATE] = random_between(source, 0, 300000);
        row->in[LEAVE_NIGHT_RATE] = random_between(source, 0, 15000);
    }
    if (is_likely(source, 50)) {
        row->in[SICK_WEEKS] = random_between(source, 0, 400);
        row->in[SICK_RATE] = perhaps(source, 0, 300000);
        row->in[SICK_NIGHT_RATE] = row->in[SICK_RATE] == PHB_NUMBER_NONE ? PHB_PENCE_NONE : 9000;
    }
}

void
random_employer(struct random_source *source, int64_t id, struct cost_row *rows, size_t count)
{
    struct cost_row first = plain_row();
    choose_period(source, &first);
    first.in[EMPLOYER] = id;
    first.in[USED] = perhaps(source, 0, 600000);
    for (size_t i = 0; i < count; i++) {
        rows[i] = first;
        rows[i].in[CLAIMS] =
            is_likely(source, 70) ? PHB_ANSWER_YES : random_between(source, 0, PHB_ANSWER_NO);
        choose_person(source, &rows[i]);
        choose_work(source, &rows[i]);
        choose_absence(source, &rows[i]);
    }
}

/* ---- as a batch ---- */

phb_cost_batch
batch_of_rows(const struct cost_row *rows, size_t count)
{
    phb_cost_batch batch = PHB_COST_BATCH_INIT;
    batch.row_count = count;
    for (int i = 0; i < COST_COLUMNS; i++) {
        *cost_column(&batch, i) =
            (phb_batch_column){&rows->in[i], (ptrdiff_t)sizeof *rows, PHB_BATCH_INT64, 0};
    }
    return batch;
}

void
point_outputs(phb_cost_batch *batch, int64_t *amounts, uint8_t *bytes)
{
    size_t count = batch->row_count;
    int64_t **columns[COST_OUTPUTS] = {
        &batch->out_basic_pence,    &batch->out_leave_pence,          &batch->out_employer_ni_pence,
        &batch->out_pension_pence,  &batch->out_bank_holiday_pence,   &batch->out_cover_pence,
        &batch->out_sickness_pence, &batch->out_sickness_cover_pence, &batch->out_allowance_pence,
        &batch->out_total_pence};
    for (size_t i = 0; i < COST_OUTPUTS; i++) {
        *columns[i] = amounts + i * count;
    }
    batch->out_status = bytes;
    batch->out_certainty = bytes + count;
}

void
cost_batch(phb_cost_batch *batch, struct cost_answer *answers)
{
    size_t count = batch->row_count;
    int64_t *amounts = malloc(count * COST_OUTPUTS * sizeof *amounts);
    uint8_t *bytes = malloc(2 * count);
    ck_assert(amounts && bytes);
    point_outputs(batch, amounts, bytes);
    ck_assert_int_eq(phb_batch_cost(NULL, batch, 0, count, NULL), PHB_OK);
    for (size_t row = 0; row < count; row++) {
        for (size_t i = 0; i < COST_OUTPUTS; i++) {
            answers[row].out[i] = amounts[i * count + row];
        }
        answers[row].status = bytes[row];
        answers[row].certainty = bytes[count + row];
    }
    free(amounts);
    free(bytes);
}

/* ---- as a budget ---- */

static phb_assistant
assistant_of(const struct cost_row *row, const char *id, char letter[2])
{
    phb_assistant given = PHB_ASSISTANT_INIT;
    given.id = id;
    given.pay_frequency = (phb_pay_frequency)row->in[FREQUENCY];
    given.deployment = row->in[CLAIMS] == PHB_ANSWER_YES ? PHB_DEPLOYMENT_DIRECT_PAYMENT
                                                         : PHB_DEPLOYMENT_THIRD_PARTY;
    phb_date *const dates[] = {&given.employed_since, &given.start, &given.end,
                               &given.date_of_birth};
    for (int i = 0; i < 4; i++) {
        int64_t day = row->in[EMPLOYED_SINCE + i];
        *dates[i] = day == PHB_NUMBER_NONE ? PHB_DATE_NONE : (phb_date)day;
    }
    letter[0] = row->in[LETTER] == PHB_NUMBER_NONE ? '\0' : (char)row->in[LETTER];
    letter[1] = '\0';
    given.ni_letter = letter;
    given.days_per_week_hundredths = row->in[DAYS_PER_WEEK];
    given.bank_holiday_minutes = row->in[HOLIDAY_MINUTES];
    given.bank_holiday_premium_penny_hundredths = row->in[HOLIDAY_PREMIUM];
    given.leave_method = (phb_leave_method)row->in[LEAVE_METHOD];
    given.leave_reason = "family does";
    if (row->in[LEAVE_BY] != PHB_NUMBER_NONE) {
        given.leave_by = (phb_cover_by)row->in[LEAVE_BY];
    }
    given.leave_rate_penny_hundredths = row->in[LEAVE_RATE];
    given.leave_night_rate_pence = row->in[LEAVE_NIGHT_RATE];
    given.leave_weeks_hundredths = row->in[LEAVE_WEEKS];
    given.pension_membership = (phb_pension_membership)row->in[MEMBERSHIP];
    given.pension_basis = (phb_pension_basis)row->in[BASIS];
    given.pension_employer_ppm = row->in[PENSION_PPM];
    given.sickness_weeks_hundredths = row->in[SICK_WEEKS];
    given.sickness_cover_rate_penny_hundredths = row->in[SICK_RATE];
    given.sickness_cover_night_rate_pence = row->in[SICK_NIGHT_RATE];
    return given;
}

static void
add_hours(phb_budget *budget, int32_t assistant, const struct cost_row *row)
{
    phb_hours hours = PHB_HOURS_INIT;
    hours.minutes_per_week = row->in[MINUTES];
    hours.rate_penny_hundredths = row->in[RATE];
    if (row->in[MINUTES] != PHB_NUMBER_NONE) {
        ck_assert_int_eq(phb_budget_add_hours(budget, assistant, &hours, NULL, NULL), PHB_OK);
    }
    phb_hours nights = PHB_HOURS_INIT;
    nights.type = PHB_HOURS_SLEEP_IN;
    nights.nights_per_week_hundredths = row->in[NIGHTS];
    nights.rate_penny_hundredths = row->in[NIGHT_RATE];
    if (row->in[NIGHTS] != PHB_NUMBER_NONE) {
        ck_assert_int_eq(phb_budget_add_hours(budget, assistant, &nights, NULL, NULL), PHB_OK);
    }
}

/* The first who claims says what is used. */
static void
add_used(phb_budget *budget, const struct cost_row *rows, size_t count)
{
    int32_t year;
    int32_t month;
    int32_t day;
    for (size_t i = 0; i < count; i++) {
        if (rows[i].in[CLAIMS] == PHB_ANSWER_YES && rows[i].in[USED] != PHB_PENCE_NONE) {
            ck_assert_int_eq(phb_date_to_ymd((phb_date)rows->in[PERIOD_START], &year, &month, &day),
                             PHB_OK);
            year -= month < 4 || (month == 4 && day < 6);
            ck_assert_int_eq(phb_budget_add_allowance_used(budget, year, rows[i].in[USED], NULL),
                             PHB_OK);
            return;
        }
    }
}

static phb_budget *
budget_of(const struct cost_row *rows, size_t count)
{
    static const char *const ids[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
    phb_budget *budget = NULL;
    phb_budget_settings settings = PHB_BUDGET_SETTINGS_INIT;
    ck_assert_int_eq(phb_budget_new(NULL, &budget, NULL), PHB_OK);
    settings.start = (phb_date)rows->in[PERIOD_START];
    settings.end = (phb_date)rows->in[PERIOD_END];
    settings.weeks_in_year = (phb_weeks_in_year)rows->in[WEEKS_IN_YEAR];
    settings.claims_allowance = PHB_ANSWER_YES;
    ck_assert_int_eq(phb_budget_set(budget, &settings, NULL), PHB_OK);
    for (size_t i = 0; i < count; i++) {
        char letter[2];
        int32_t index = -1;
        phb_assistant given = assistant_of(&rows[i], ids[i], letter);
        ck_assert_int_eq(phb_budget_add_assistant(budget, &given, &index, NULL), PHB_OK);
        add_hours(budget, index, &rows[i]);
    }
    add_used(budget, rows, count);
    return budget;
}

/* Sums the lines of each assistant by category, in the order of the columns out. */
static void
read_lines(const phb_costing *costing, struct cost_answer *answers)
{
    static const char *const categories[] = {"pay",      "leave",         "employer_ni",
                                             "pension",  "bank_holiday",  "cover",
                                             "sickness", "sickness_cover"};
    const phb_table *lines = phb_costing_table(costing, PHB_COSTING_LINES);
    const int64_t *amounts = phb_table_int64(lines, "amount", NULL);
    for (size_t line = 0; line < phb_table_rows(lines); line++) {
        const char *of = phb_table_text(lines, "of", line);
        const char *category = phb_table_text(lines, "category", line);
        for (int i = 0; of[0] != '\0' && i < OUT_ALLOWANCE; i++) {
            int64_t here = strcmp(category, categories[i]) == 0 ? amounts[line] : 0;
            answers[of[0] - 'a'].out[i] += here;
            answers[of[0] - 'a'].out[OUT_TOTAL] += here;
        }
    }
}

void
cost_budget(const struct cost_row *rows, size_t count, const phb_cost_batch *batch,
            struct cost_answer *answers)
{
    phb_costing *costing = NULL;
    phb_budget *budget = budget_of(rows, count);
    phb_cost_options options = PHB_COST_OPTIONS_INIT;
    options.trace = PHB_TRACE_NONE;
    options.law_on = batch->law_on;
    options.refuse_provisional = batch->match == PHB_RATE_EXACT;
    phb_status status = phb_budget_cost(budget, NULL, &options, &costing, NULL);
    memset(answers, 0, count * sizeof *answers);
    if (status == PHB_OK) {
        struct phb__arena arena;
        phb_pence *costs = NULL;
        phb_pence *lines = NULL;
        phb__arena_init(&arena, NULL, 0);
        ck_assert(phb__costing_parts(costing, &arena, &costs, &lines));
        read_lines(costing, answers);
        for (size_t i = 0; i < count; i++) {
            answers[i].out[OUT_ALLOWANCE] = costs[i] - answers[i].out[OUT_TOTAL];
            answers[i].out[OUT_TOTAL] = costs[i];
        }
        phb__arena_free(&arena);
    }
    for (size_t i = 0; i < count; i++) {
        answers[i].status = (uint8_t)status;
    }
    phb_costing_free(costing);
    phb_budget_free(budget);
}
