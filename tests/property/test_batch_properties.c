/*
 * A batch gives what the calls for one give, to the penny, whatever the columns look like and
 * however the rows are split. `PHB_SEED=<seed>` makes a failing case the first of a run.
 */

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <phb/phb.h>

#include "support/batch_rows.h"

#ifndef CASES
#define CASES 100
#endif

#define ROWS 200
#define EMPLOYER_MAX 4

static uint64_t
seed_of(int number)
{
    const char *chosen = getenv("PHB_SEED");
    uint64_t first = chosen ? strtoull(chosen, NULL, 10) : 0;
    return (first == 0 ? UINT64_C(20260406) : first) + (uint64_t)number;
}

static struct random_source
source_of(int number)
{
    return (struct random_source){seed_of(number) * UINT64_C(0x9E3779B97F4A7C15) | 1};
}

/* ---- costing ---- */

/* Employers of one to four, half of them of one. */
static void
random_rows(struct random_source *source, struct cost_row rows[ROWS])
{
    size_t row = 0;
    for (int64_t id = 1; row < ROWS; id++) {
        size_t count = (size_t)random_between(source, 1, 2 * EMPLOYER_MAX);
        count = count > EMPLOYER_MAX ? 1 : count;
        count = count > ROWS - row ? ROWS - row : count;
        random_employer(source, id, rows + row, count);
        row += count;
    }
}

static size_t
rows_of_employer(const struct cost_row *rows, size_t first)
{
    size_t end = first;
    while (end < ROWS && rows[end].in[EMPLOYER] == rows[first].in[EMPLOYER]) {
        end++;
    }
    return end - first;
}

/* A costing refuses the whole budget where one row has no figures. */
static void
check_employer(const struct cost_row *rows, size_t count, const phb_cost_batch *batch,
               const struct cost_answer *answers, int number)
{
    struct cost_answer expected[EMPLOYER_MAX];
    bool is_whole = true;
    cost_budget(rows, count, batch, expected);
    for (size_t i = 0; i < count; i++) {
        is_whole = is_whole && answers[i].status == PHB_OK;
    }
    ck_assert_msg(is_whole == (expected[0].status == PHB_OK), "PHB_SEED=%" PRIu64 ": status %d",
                  seed_of(number), expected[0].status);
    for (size_t i = 0; is_whole && i < count; i++) {
        for (int j = 0; j < COST_OUTPUTS; j++) {
            ck_assert_msg(answers[i].out[j] == expected[i].out[j],
                          "PHB_SEED=%" PRIu64 ": row %zu of employer %" PRId64
                          ": column %d is %" PRId64 ", not %" PRId64,
                          seed_of(number), i, rows[i].in[EMPLOYER], j, answers[i].out[j],
                          expected[i].out[j]);
        }
    }
}

static void
check_rows(const struct cost_row *rows, phb_cost_batch *batch, int number)
{
    struct cost_answer answers[ROWS];
    cost_batch(batch, answers);
    for (size_t row = 0; row < ROWS; row += rows_of_employer(rows, row)) {
        check_employer(rows + row, rows_of_employer(rows, row), batch, answers + row, number);
    }
}

START_TEST(a_batch_costs_as_budgets_do)
{
    struct cost_row rows[ROWS];
    struct random_source source = source_of(_i);
    random_rows(&source, rows);
    phb_cost_batch batch = batch_of_rows(rows, ROWS);
    if (_i % 10 == 1) {
        batch.match = PHB_RATE_EXACT;
    } else if (_i % 10 == 2) {
        batch.law_on = date_of("2027-10-01");
    }
    check_rows(rows, &batch, _i);
}
END_TEST

/* Into columns of 32 bits and of bytes, one behind the other. */
static void
narrow(const struct cost_row *rows, int32_t (*narrowed)[ROWS], phb_cost_batch *batch)
{
    for (int i = 0; i < COST_COLUMNS; i++) {
        uint8_t *bytes = (uint8_t *)narrowed[i];
        bool is_choice = i == WEEKS_IN_YEAR || i == LETTER || i == FREQUENCY || i == MEMBERSHIP;
        for (size_t row = 0; row < ROWS; row++) {
            int64_t value = rows[row].in[i];
            bool is_said = value != PHB_NUMBER_NONE;
            if (is_choice) {
                bytes[row] = is_said ? (uint8_t)value : 0;
            } else {
                narrowed[i][row] = is_said ? (int32_t)value : INT32_MIN;
            }
        }
        *cost_column(batch, i) = is_choice ? (phb_batch_column)PHB_BATCH_EACH_UINT8(bytes)
                                           : (phb_batch_column)PHB_BATCH_EACH_INT32(narrowed[i]);
    }
}

static void
check_same(const struct cost_answer *a, const struct cost_answer *b, int number)
{
    for (size_t row = 0; row < ROWS; row++) {
        for (int i = 0; i < COST_OUTPUTS; i++) {
            ck_assert_msg(a[row].out[i] == b[row].out[i], "PHB_SEED=%" PRIu64 ": row %zu",
                          seed_of(number), row);
        }
        ck_assert_int_eq(a[row].status, b[row].status);
        ck_assert_int_eq(a[row].certainty, b[row].certainty);
    }
}

START_TEST(narrow_columns_give_the_same)
{
    static int32_t narrowed[COST_COLUMNS][ROWS];
    struct cost_row rows[ROWS];
    struct cost_answer wide[ROWS];
    struct cost_answer answers[ROWS];
    struct random_source source = source_of(_i);
    random_rows(&source, rows);
    for (size_t row = 0; row < ROWS; row++) {
        rows[row].in[RATE] = rows[row].in[RATE] > INT32_MAX ? INT32_MAX : rows[row].in[RATE];
    }
    phb_cost_batch batch = batch_of_rows(rows, ROWS);
    cost_batch(&batch, wide);
    narrow(rows, narrowed, &batch);
    cost_batch(&batch, answers);
    check_same(answers, wide, _i);
}
END_TEST

/* What all rows say alike is said once. */
START_TEST(one_value_for_all_rows_gives_the_same)
{
    struct cost_row rows[ROWS];
    struct cost_answer each[ROWS];
    struct cost_answer answers[ROWS];
    struct random_source source = source_of(_i);
    random_rows(&source, rows);
    for (size_t row = 1; row < ROWS; row++) {
        for (int i = 0; i < COST_COLUMNS; i++) {
            bool is_same = i != RATE && i != MINUTES && i != EMPLOYER && i != LETTER;
            rows[row].in[i] = is_same ? rows[0].in[i] : rows[row].in[i];
        }
    }
    phb_cost_batch batch = batch_of_rows(rows, ROWS);
    cost_batch(&batch, each);
    for (int i = 0; i < COST_COLUMNS; i++) {
        bool is_same = i != RATE && i != MINUTES && i != EMPLOYER && i != LETTER;
        cost_column(&batch, i)->stride_bytes *= is_same ? 0 : 1;
    }
    cost_batch(&batch, answers);
    check_same(answers, each, _i);
}
END_TEST

START_TEST(ranges_between_employers_give_the_same)
{
    static const size_t chunks[] = {1, 2, 7, 64, ROWS};
    static int64_t amounts[ROWS * COST_OUTPUTS];
    uint8_t bytes[2 * ROWS];
    struct cost_row rows[ROWS];
    struct cost_answer whole[ROWS];
    struct random_source source = source_of(_i);
    random_rows(&source, rows);
    phb_cost_batch batch = batch_of_rows(rows, ROWS);
    cost_batch(&batch, whole);
    for (size_t k = 0; k < COUNT_OF(chunks); k++) {
        size_t row = 0;
        memset(amounts, 0x77, sizeof amounts);
        point_outputs(&batch, amounts, bytes);
        for (size_t chunk = 1; chunk <= chunks[k]; chunk++) {
            size_t end = 0;
            ck_assert_int_eq(phb_batch_cost_split(&batch, ROWS * chunk / chunks[k], &end, NULL),
                             PHB_OK);
            ck_assert_int_eq(phb_batch_cost(NULL, &batch, row, end - row, NULL), PHB_OK);
            row = end;
        }
        for (size_t i = 0; i < ROWS * COST_OUTPUTS; i++) {
            ck_assert_int_eq(amounts[i], whole[i % ROWS].out[i / ROWS]);
        }
    }
}
END_TEST

/* ---- payslips and wages ---- */

struct payslip {
    int64_t day;
    int64_t frequency;
    int64_t letter;
    int64_t gross;
};

/* Some of each value are none that a payslip may have. */
static void
random_payslips(struct random_source *source, struct payslip slips[ROWS])
{
    for (size_t i = 0; i < ROWS; i++) {
        slips[i].day = random_between(source, date_of("2013-01-01"), date_of("2029-08-01"));
        slips[i].frequency = random_between(source, -100, 200) / 33;
        slips[i].frequency = slips[i].frequency < 1 ? 1 : slips[i].frequency;
        slips[i].letter = random_between(source, 'A' - 1, 'Z' + 1);
        slips[i].gross = random_between(source, -1000, 1200000);
        switch (random_between(source, 1, 100)) {
        case 1:
            slips[i].day = PHB_NUMBER_NONE;
            break;
        case 2:
            slips[i].frequency = 0;
            break;
        case 3:
            slips[i].letter = INT64_MAX;
            break;
        case 4:
            slips[i].gross = PHB_PENCE_MAX + random_between(source, 0, 1);
            break;
        case 5:
            slips[i].day = INT64_C(1) << 33;
            break;
        default:
            break;
        }
    }
}

static phb_date
narrow_day(int64_t day)
{
    return day == PHB_NUMBER_NONE || day > INT32_MAX ? PHB_DATE_NONE : (phb_date)day;
}

static char
narrow_letter(int64_t letter)
{
    return letter > INT8_MAX ? '?' : (char)letter;
}

START_TEST(payslips_are_answered_as_one_is)
{
    struct payslip slips[ROWS];
    int64_t ni[ROWS];
    int64_t pension[ROWS];
    uint8_t status[2 * ROWS];
    struct random_source source = source_of(_i);
    const ptrdiff_t stride = (ptrdiff_t)sizeof *slips;
    random_payslips(&source, slips);
    const phb_batch_column days = {&slips->day, stride, PHB_BATCH_INT64, 0};
    const phb_batch_column frequencies = {&slips->frequency, stride, PHB_BATCH_INT64, 0};
    const phb_batch_column letters = {&slips->letter, stride, PHB_BATCH_INT64, 0};
    const phb_batch_column grosses = {&slips->gross, stride, PHB_BATCH_INT64, 0};
    phb_ni_batch ni_batch = {sizeof ni_batch, PHB_RATE_EXACT, ROWS, days,   frequencies,
                             letters,         grosses,        ni,   status, NULL};
    phb_pension_batch pension_batch = {sizeof pension_batch,
                                       PHB_RATE_EXACT,
                                       ROWS,
                                       days,
                                       frequencies,
                                       grosses,
                                       pension,
                                       status + ROWS,
                                       NULL};
    ck_assert_int_eq(phb_batch_employer_ni(NULL, &ni_batch, 0, ROWS, NULL), PHB_OK);
    ck_assert_int_eq(phb_batch_employer_pension(NULL, &pension_batch, 0, ROWS, NULL), PHB_OK);
    for (size_t i = 0; i < ROWS; i++) {
        phb_pence expected = PHB_PENCE_NONE;
        phb_pay_frequency frequency = (phb_pay_frequency)slips[i].frequency;
        phb_date day = narrow_day(slips[i].day);
        ck_assert_int_eq(status[i],
                         phb_employer_ni(NULL, day, frequency, narrow_letter(slips[i].letter),
                                         slips[i].gross, &expected, NULL));
        ck_assert_int_eq(ni[i], expected);
        expected = PHB_PENCE_NONE;
        ck_assert_int_eq(status[ROWS + i], phb_employer_pension(NULL, day, frequency,
                                                                slips[i].gross, &expected, NULL));
        ck_assert_int_eq(pension[i], expected);
    }
}
END_TEST

START_TEST(wages_are_those_of_the_rates)
{
    struct {
        int64_t birth;
        int64_t paid;
        int32_t day;
        char other[3];
    } rows[ROWS];
    int64_t minimum[ROWS];
    int64_t shortfall[ROWS];
    uint8_t status[2 * ROWS];
    struct random_source source = source_of(_i);
    for (size_t i = 0; i < ROWS; i++) {
        rows[i].day =
            (int32_t)random_between(&source, date_of("2013-01-01"), date_of("2029-08-01"));
        rows[i].birth = rows[i].day - random_between(&source, -400, 30000);
        rows[i].paid = random_between(&source, 0, 200000);
    }
    const ptrdiff_t stride = (ptrdiff_t)sizeof *rows;
    phb_wage_batch batch = PHB_WAGE_BATCH_INIT;
    batch.match = _i % 2 == 0 ? PHB_RATE_EXACT : PHB_RATE_CARRY;
    batch.row_count = ROWS;
    batch.day = (phb_batch_column){&rows->day, stride, PHB_BATCH_INT32, 0};
    batch.date_of_birth = (phb_batch_column){&rows->birth, stride, PHB_BATCH_INT64, 0};
    batch.rate_penny_hundredths = (phb_batch_column){&rows->paid, stride, PHB_BATCH_INT64, 0};
    batch.out_minimum_penny_hundredths = minimum;
    batch.out_shortfall_penny_hundredths = shortfall;
    batch.out_status = status;
    batch.out_certainty = status + ROWS;
    ck_assert_int_eq(phb_batch_minimum_wage(NULL, &batch, 0, ROWS, NULL), PHB_OK);
    for (size_t i = 0; i < ROWS; i++) {
        phb_rate_query query = PHB_RATE_QUERY_INIT;
        phb_rate rate = PHB_RATE_INIT;
        query.key = "minimum_wage.hourly";
        query.match = batch.match;
        query.on = rows[i].day;
        query.birth = (phb_date)rows[i].birth;
        ck_assert_int_eq(status[i], phb_rates_find(NULL, &query, &rate, NULL));
        bool is_fine = status[i] == PHB_OK;
        int64_t wage = rate.value * 100;
        int64_t below = wage > rows[i].paid ? wage - rows[i].paid : 0;
        ck_assert_int_eq(minimum[i], is_fine ? wage : PHB_NUMBER_NONE);
        ck_assert_int_eq(shortfall[i], is_fine ? below : PHB_NUMBER_NONE);
        ck_assert_int_eq(status[ROWS + i], is_fine ? (int)rate.certainty : 0);
    }
}
END_TEST

/* ---- reviews ---- */

/* The first review that is still to come, in a schedule that is looked at from the last day said.
 */
static bool
scheduled(const int64_t row[3], phb_date *out_due, phb_date *out_latest)
{
    phb_schedule_request *request = NULL;
    phb_schedule *schedule = NULL;
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    phb_regime regime = (phb_regime)row[2];
    bool is_held = row[1] != PHB_NUMBER_NONE;
    settings.as_of = (phb_date)(is_held && row[1] > row[0] ? row[1] : row[0]);
    settings.horizon = settings.as_of + 4000;
    ck_assert_int_eq(phb_schedule_request_new(NULL, &request, NULL), PHB_OK);
    ck_assert_int_eq(phb_schedule_request_set(request, &settings, NULL), PHB_OK);
    ck_assert_int_eq(phb_schedule_request_add_regime(request, regime, (phb_date)row[0], NULL),
                     PHB_OK);
    if (is_held) {
        ck_assert_int_eq(phb_schedule_request_add_completed(request, (phb_date)row[1],
                                                            PHB_REVIEW_PLAN, PHB_REGIME_BIT(regime),
                                                            PHB_CHECKED_ALL, NULL),
                         PHB_OK);
    }
    ck_assert_int_eq(phb_schedule_build(request, NULL, &schedule, NULL), PHB_OK);
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    bool is_found = false;
    for (size_t i = 0; i < phb_table_rows(events) && !is_found; i++) {
        is_found = strcmp(phb_table_text(events, "kind", i), "plan_review") == 0 &&
                   strcmp(phb_table_text(events, "status", i), "done") != 0;
        *out_due = is_found ? phb_table_int32(events, "due", NULL)[i] : PHB_DATE_NONE;
        *out_latest = is_found ? phb_table_int32(events, "latest", NULL)[i] : PHB_DATE_NONE;
    }
    phb_schedule_free(schedule);
    phb_schedule_request_free(request);
    return is_found;
}

START_TEST(reviews_are_those_of_a_schedule)
{
    int64_t rows[ROWS][3]; /* anchor, held on, regime */
    int32_t due[ROWS];
    int32_t latest[ROWS];
    uint8_t status[ROWS];
    struct random_source source = source_of(_i);
    for (size_t i = 0; i < ROWS; i++) {
        rows[i][0] = random_between(&source, date_of("2013-04-06"), date_of("2028-04-05"));
        rows[i][1] = random_between(&source, 0, 1) == 0
                         ? PHB_NUMBER_NONE
                         : rows[i][0] + random_between(&source, -60, 900);
        rows[i][2] = random_between(&source, 1, PHB_REGIME_LOCAL_POLICY);
    }
    phb_review_batch batch = PHB_REVIEW_BATCH_INIT;
    batch.row_count = ROWS;
    batch.anchor = (phb_batch_column){&rows[0][0], (ptrdiff_t)sizeof *rows, PHB_BATCH_INT64, 0};
    batch.held_on = (phb_batch_column){&rows[0][1], (ptrdiff_t)sizeof *rows, PHB_BATCH_INT64, 0};
    batch.regime = (phb_batch_column){&rows[0][2], (ptrdiff_t)sizeof *rows, PHB_BATCH_INT64, 0};
    batch.out_due = due;
    batch.out_latest = latest;
    batch.out_status = status;
    ck_assert_int_eq(phb_batch_review_dates(NULL, &batch, 0, ROWS, NULL), PHB_OK);
    for (size_t i = 0; i < ROWS; i++) {
        phb_date expected_due = PHB_DATE_NONE;
        phb_date expected_latest = PHB_DATE_NONE;
        (void)scheduled(rows[i], &expected_due, &expected_latest);
        ck_assert_int_eq(status[i], PHB_OK);
        ck_assert_date_eq(latest[i], date_text(expected_latest));
        ck_assert_date_eq(due[i], date_text(expected_due));
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("batch");
    tcase_set_timeout(tcase, 0);
    tcase_add_loop_test(tcase, a_batch_costs_as_budgets_do, 0, CASES);
    tcase_add_loop_test(tcase, narrow_columns_give_the_same, 0, CASES / 4);
    tcase_add_loop_test(tcase, one_value_for_all_rows_gives_the_same, 0, CASES / 4);
    tcase_add_loop_test(tcase, ranges_between_employers_give_the_same, 0, CASES / 4);
    tcase_add_loop_test(tcase, payslips_are_answered_as_one_is, 0, CASES);
    tcase_add_loop_test(tcase, reviews_are_those_of_a_schedule, 0, CASES / 4);
    tcase_add_loop_test(tcase, wages_are_those_of_the_rates, 0, CASES);
    return suite_run("batch_properties", tcase);
}
