/* Batches as a program outside sees them: what fails as a call, and what only a row does. */

#include <string.h>

#include "sample.h"

#define ROWS 4

static int32_t day[ROWS];
static int64_t gross[ROWS];
static int64_t amounts[ROWS];
static uint8_t status[ROWS];
static uint8_t certainty[ROWS];
static int64_t employers[ROWS];
static const uint8_t weekly = PHB_PAY_WEEKLY;
static const uint8_t letter = 'A';
static const uint8_t accrual = PHB_LEAVE_ACCRUAL;
static int32_t last_day;
static const int32_t minutes = 1200;
static const int64_t rate = 135000;
static phb_error error;

static void
set_up(void)
{
    for (int i = 0; i < ROWS; i++) {
        day[i] = date_of("2026-06-05");
        gross[i] = 27000;
        amounts[i] = -7;
        status[i] = 99;
        certainty[i] = 99;
        employers[i] = i / 2;
    }
    last_day = date_of("2027-06-04");
    phb_error_init(&error, sizeof error);
}

static phb_ni_batch
ni_batch(void)
{
    phb_ni_batch batch = PHB_NI_BATCH_INIT;
    batch.row_count = ROWS;
    batch.paid_on = (phb_batch_column)PHB_BATCH_EACH_INT32(day);
    batch.frequency = (phb_batch_column)PHB_BATCH_SAME_UINT8(&weekly);
    batch.letter = (phb_batch_column)PHB_BATCH_SAME_UINT8(&letter);
    batch.gross_pence = (phb_batch_column)PHB_BATCH_EACH_INT64(gross);
    batch.out_ni_pence = amounts;
    batch.out_status = status;
    batch.out_certainty = certainty;
    return batch;
}

static phb_pension_batch
pension_batch(void)
{
    phb_pension_batch batch = PHB_PENSION_BATCH_INIT;
    batch.row_count = ROWS;
    batch.paid_on = (phb_batch_column)PHB_BATCH_EACH_INT32(day);
    batch.frequency = (phb_batch_column)PHB_BATCH_SAME_UINT8(&weekly);
    batch.gross_pence = (phb_batch_column)PHB_BATCH_EACH_INT64(gross);
    batch.out_pension_pence = amounts;
    batch.out_status = status;
    batch.out_certainty = certainty;
    return batch;
}

static phb_wage_batch
wage_batch(void)
{
    phb_wage_batch batch = PHB_WAGE_BATCH_INIT;
    batch.row_count = ROWS;
    batch.day = (phb_batch_column)PHB_BATCH_EACH_INT32(day);
    batch.rate_penny_hundredths = (phb_batch_column)PHB_BATCH_EACH_INT64(gross);
    batch.out_shortfall_penny_hundredths = amounts;
    batch.out_status = status;
    batch.out_certainty = certainty;
    return batch;
}

static phb_cost_batch
cost_batch(void)
{
    phb_cost_batch batch = PHB_COST_BATCH_INIT;
    batch.row_count = ROWS;
    batch.period_start = (phb_batch_column)PHB_BATCH_EACH_INT32(day);
    batch.period_end = (phb_batch_column)PHB_BATCH_SAME_INT32(&last_day);
    batch.employer = (phb_batch_column)PHB_BATCH_EACH_INT64(employers);
    batch.pay_frequency = (phb_batch_column)PHB_BATCH_SAME_UINT8(&weekly);
    batch.minutes_per_week = (phb_batch_column)PHB_BATCH_SAME_INT32(&minutes);
    batch.rate_penny_hundredths = (phb_batch_column)PHB_BATCH_SAME_INT64(&rate);
    batch.leave_method = (phb_batch_column)PHB_BATCH_SAME_UINT8(&accrual);
    batch.out_total_pence = amounts;
    batch.out_status = status;
    batch.out_certainty = certainty;
    return batch;
}

/* ---- what is right ---- */

START_TEST(payslips_of_a_published_figure)
{
    phb_ni_batch ni = ni_batch();
    phb_pension_batch pension = pension_batch();
    ck_assert_int_eq(phb_batch_employer_ni(NULL, &ni, 0, ROWS, &error), PHB_OK);
    for (int i = 0; i < ROWS; i++) {
        ck_assert_int_eq(amounts[i], 2610); /* 15% of 270.00 − 96.00 */
        ck_assert_int_eq(status[i], PHB_OK);
        ck_assert_int_eq(certainty[i], PHB_CERTAINTY_IN_FORCE);
    }
    ck_assert_int_eq(phb_batch_employer_pension(NULL, &pension, 0, ROWS, &error), PHB_OK);
    ck_assert_int_eq(amounts[0], 450); /* 3% of 270.00 − 120.00 */
}
END_TEST

START_TEST(only_the_range_is_written)
{
    phb_ni_batch ni = ni_batch();
    ck_assert_int_eq(phb_batch_employer_ni(NULL, &ni, 1, 2, &error), PHB_OK);
    ck_assert_int_eq(amounts[0], -7);
    ck_assert_int_eq(amounts[1], 2610);
    ck_assert_int_eq(amounts[2], 2610);
    ck_assert_int_eq(amounts[3], -7);
    ck_assert_int_eq(phb_batch_employer_ni(NULL, &ni, ROWS, 0, &error), PHB_OK); /* none */
}
END_TEST

START_TEST(a_column_out_that_is_not_wanted_is_left_out)
{
    phb_ni_batch ni = ni_batch();
    phb_pension_batch pension = pension_batch();
    phb_wage_batch wage = wage_batch();
    phb_cost_batch cost = cost_batch();
    ni.out_ni_pence = pension.out_pension_pence = NULL;
    wage.out_shortfall_penny_hundredths = cost.out_total_pence = NULL;
    ni.out_status = pension.out_status = wage.out_status = cost.out_status = NULL;
    ni.out_certainty = pension.out_certainty = wage.out_certainty = cost.out_certainty = NULL;
    ck_assert_int_eq(phb_batch_employer_ni(NULL, &ni, 0, ROWS, NULL), PHB_OK);
    ck_assert_int_eq(phb_batch_employer_pension(NULL, &pension, 0, ROWS, NULL), PHB_OK);
    ck_assert_int_eq(phb_batch_minimum_wage(NULL, &wage, 0, ROWS, NULL), PHB_OK);
    ck_assert_int_eq(phb_batch_cost(NULL, &cost, 0, ROWS, NULL), PHB_OK);
    ck_assert_int_eq(status[0], 99);
}
END_TEST

START_TEST(a_bad_row_spoils_no_other)
{
    phb_ni_batch ni = ni_batch();
    gross[1] = -1;
    day[2] = PHB_DATE_NONE;
    day[3] = date_of("2031-06-05");
    ck_assert_int_eq(phb_batch_employer_ni(NULL, &ni, 0, ROWS, &error), PHB_OK);
    ck_assert_int_eq(status[0], PHB_OK);
    ck_assert_int_eq(amounts[0], 2610);
    ck_assert_int_eq(status[1], PHB_ERROR_RANGE);
    ck_assert_int_eq(status[2], PHB_ERROR_DATE);
    ck_assert_int_eq(status[3], PHB_ERROR_RATE_NOT_IN_FORCE);
    for (int i = 1; i < ROWS; i++) {
        ck_assert_int_eq(amounts[i], PHB_PENCE_NONE);
        ck_assert_int_eq(certainty[i], 0);
    }
}
END_TEST

START_TEST(values_beyond_the_years_held_are_asked_for_by_name)
{
    phb_ni_batch ni = ni_batch();
    day[0] = date_of("2027-06-05");
    ck_assert_int_eq(phb_batch_employer_ni(NULL, &ni, 0, 1, NULL), PHB_OK);
    ck_assert_int_eq(status[0], PHB_ERROR_RATE_NOT_IN_FORCE);
    ni.match = PHB_RATE_CARRY;
    ck_assert_int_eq(phb_batch_employer_ni(NULL, &ni, 0, 1, NULL), PHB_OK);
    ck_assert_int_eq(status[0], PHB_OK);
    ck_assert_int_ge(certainty[0], PHB_CERTAINTY_ANNOUNCED);
}
END_TEST

START_TEST(ten_thousand_million_pounds_go_through)
{
    phb_ni_batch ni = ni_batch();
    gross[0] = PHB_PENCE_MAX;
    gross[1] = PHB_PENCE_MAX + 1;
    ck_assert_int_eq(phb_batch_employer_ni(NULL, &ni, 0, 2, NULL), PHB_OK);
    /* (967.00 − 96.00) × 15% = 130.65, and 15% of what is above 967.00 */
    ck_assert_int_eq(amounts[0], 13065 + (PHB_PENCE_MAX - 96700) / 100 * 15);
    ck_assert_int_eq(status[1], PHB_ERROR_RANGE);
}
END_TEST

/* ---- calls that fail ---- */

static size_t first_row;
static size_t rows;

/* Every batch begins with the same members. */
static void
spoil_match(void *batch)
{
    ((phb_ni_batch *)batch)->match = (phb_rate_match)7;
}
static void
spoil_first(void *batch)
{
    (void)batch;
    first_row = ROWS + 1;
    rows = 0;
}
static void
spoil_rows(void *batch)
{
    (void)batch;
    rows = ROWS + 1;
}
static void
spoil_sum(void *batch)
{
    (void)batch;
    first_row = 2;
    rows = SIZE_MAX;
}

static void (*const spoilers[])(void *) = {spoil_match, spoil_first, spoil_rows, spoil_sum};

START_TEST(a_call_that_cannot_be_is_an_argument_error)
{
    phb_ni_batch ni = ni_batch();
    phb_pension_batch pension = pension_batch();
    phb_wage_batch wage = wage_batch();
    phb_cost_batch cost = cost_batch();
    first_row = 0;
    rows = ROWS;
    spoilers[_i](&ni);
    spoilers[_i](&pension);
    spoilers[_i](&wage);
    spoilers[_i](&cost);
    ck_assert_int_eq(phb_batch_employer_ni(NULL, &ni, first_row, rows, &error), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_batch_employer_pension(NULL, &pension, first_row, rows, &error),
                     PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_batch_minimum_wage(NULL, &wage, first_row, rows, &error),
                     PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_batch_cost(NULL, &cost, first_row, rows, &error), PHB_ERROR_ARGUMENT);
    ck_assert_str_ne(error.message, "");
    for (int i = 0; i < ROWS; i++) {
        ck_assert_int_eq(amounts[i], -7);
        ck_assert_int_eq(status[i], 99);
    }
}
END_TEST

START_TEST(a_column_that_is_required_must_be_there)
{
    phb_ni_batch ni = ni_batch();
    phb_pension_batch pension = pension_batch();
    phb_wage_batch wage = wage_batch();
    phb_cost_batch cost = cost_batch();
    ni.letter.data = NULL;
    pension.gross_pence.data = NULL;
    wage.day.data = NULL;
    cost.leave_method.data = NULL;
    ck_assert_int_eq(phb_batch_employer_ni(NULL, &ni, 0, 1, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_batch_employer_pension(NULL, &pension, 0, 1, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_batch_minimum_wage(NULL, &wage, 0, 1, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_batch_cost(NULL, &cost, 0, 1, NULL), PHB_ERROR_ARGUMENT);
}
END_TEST

START_TEST(a_column_must_have_a_type)
{
    phb_cost_batch cost = cost_batch();
    cost.rate_penny_hundredths.type = (phb_batch_type)4;
    ck_assert_int_eq(phb_batch_cost(NULL, &cost, 0, 2, NULL), PHB_ERROR_ARGUMENT);
    cost = cost_batch();
    cost.date_of_birth.reserved = 1;
    ck_assert_int_eq(phb_batch_cost(NULL, &cost, 0, 2, NULL), PHB_ERROR_ARGUMENT);
    cost = cost_batch();
    cost.reserved = 1;
    ck_assert_int_eq(phb_batch_cost(NULL, &cost, 0, 2, NULL), PHB_ERROR_STRUCT);
    cost = cost_batch();
    cost.law_on = PHB_DATE_MAX + 1;
    ck_assert_int_eq(phb_batch_cost(NULL, &cost, 0, 2, NULL), PHB_ERROR_DATE);
}
END_TEST

START_TEST(a_range_holds_whole_employers)
{
    phb_cost_batch cost = cost_batch();
    size_t row = 77;
    ck_assert_int_eq(phb_batch_cost(NULL, &cost, 0, 1, &error), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_batch_cost(NULL, &cost, 1, 3, &error), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_batch_cost_split(&cost, 1, &row, &error), PHB_OK);
    ck_assert_uint_eq(row, 2);
    ck_assert_int_eq(phb_batch_cost_split(&cost, 3, &row, &error), PHB_OK);
    ck_assert_uint_eq(row, ROWS);
    ck_assert_int_eq(phb_batch_cost_split(&cost, 0, &row, &error), PHB_OK);
    ck_assert_uint_eq(row, 0);
    ck_assert_int_eq(phb_batch_cost(NULL, &cost, 0, 2, &error), PHB_OK);
    ck_assert_int_eq(phb_batch_cost(NULL, &cost, 2, 2, &error), PHB_OK);
    row = 77;
    ck_assert_int_eq(phb_batch_cost_split(&cost, ROWS + 1, &row, &error), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_batch_cost_split(&cost, 1, NULL, &error), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_batch_cost_split(NULL, 1, &row, &error), PHB_ERROR_ARGUMENT);
    ck_assert_uint_eq(row, 77);
}
END_TEST

/* Those who are alone: no employer said, or none in a row. */
START_TEST(without_an_employer_every_row_is_a_boundary)
{
    phb_cost_batch cost = cost_batch();
    size_t row = 0;
    employers[0] = employers[1] = PHB_NUMBER_NONE;
    ck_assert_int_eq(phb_batch_cost_split(&cost, 1, &row, NULL), PHB_OK);
    ck_assert_uint_eq(row, 1);
    cost.employer = (phb_batch_column)PHB_BATCH_COLUMN_NONE;
    ck_assert_int_eq(phb_batch_cost_split(&cost, 3, &row, NULL), PHB_OK);
    ck_assert_uint_eq(row, 3);
}
END_TEST

/* ---- NULL, and structs of other headers ---- */

START_TEST(a_null_batch_is_an_argument_error)
{
    ck_assert_int_eq(phb_batch_employer_ni(NULL, NULL, 0, 0, &error), PHB_ERROR_ARGUMENT);
    phb_ni_batch_init(NULL, 0);
    ck_assert_int_eq(phb_batch_employer_pension(NULL, NULL, 0, 0, &error), PHB_ERROR_ARGUMENT);
    phb_pension_batch_init(NULL, 0);
    ck_assert_int_eq(phb_batch_minimum_wage(NULL, NULL, 0, 0, &error), PHB_ERROR_ARGUMENT);
    phb_wage_batch_init(NULL, 0);
    ck_assert_int_eq(phb_batch_review_dates(NULL, NULL, 0, 0, &error), PHB_ERROR_ARGUMENT);
    phb_review_batch_init(NULL, 0);
    ck_assert_int_eq(phb_batch_cost(NULL, NULL, 0, 0, &error), PHB_ERROR_ARGUMENT);
    phb_cost_batch_init(NULL, 0);
}
END_TEST

/* Of no rows, so that no value is read. */
static const int64_t some_value = 0;
static const phb_batch_column some_column = PHB_BATCH_SAME_INT64(&some_value);

/* Twice as large as any batch: what is behind belongs to a header of the future. */
union any {
    uint32_t size;
    int64_t alignment;
    const char *pointer;
    unsigned char bytes[2048];
};

static void
make_ni(union any *any)
{
    *(phb_ni_batch *)(void *)any = (phb_ni_batch)PHB_NI_BATCH_INIT;
}
static void
init_ni(union any *any, uint32_t size)
{
    phb_ni_batch_init((phb_ni_batch *)(void *)any, size);
}
static phb_status
use_ni(union any *any)
{
    phb_ni_batch *batch = (void *)any;
    batch->paid_on = batch->frequency = batch->letter = batch->gross_pence = some_column;
    return phb_batch_employer_ni(NULL, batch, 0, 0, NULL);
}
static void
make_pension(union any *any)
{
    *(phb_pension_batch *)(void *)any = (phb_pension_batch)PHB_PENSION_BATCH_INIT;
}
static void
init_pension(union any *any, uint32_t size)
{
    phb_pension_batch_init((phb_pension_batch *)(void *)any, size);
}
static phb_status
use_pension(union any *any)
{
    phb_pension_batch *batch = (void *)any;
    batch->paid_on = batch->frequency = batch->gross_pence = some_column;
    return phb_batch_employer_pension(NULL, batch, 0, 0, NULL);
}
static void
make_wage(union any *any)
{
    *(phb_wage_batch *)(void *)any = (phb_wage_batch)PHB_WAGE_BATCH_INIT;
}
static void
init_wage(union any *any, uint32_t size)
{
    phb_wage_batch_init((phb_wage_batch *)(void *)any, size);
}
static phb_status
use_wage(union any *any)
{
    phb_wage_batch *batch = (void *)any;
    batch->day = batch->rate_penny_hundredths = some_column;
    return phb_batch_minimum_wage(NULL, batch, 0, 0, NULL);
}
static void
make_review(union any *any)
{
    *(phb_review_batch *)(void *)any = (phb_review_batch)PHB_REVIEW_BATCH_INIT;
}
static void
init_review(union any *any, uint32_t size)
{
    phb_review_batch_init((phb_review_batch *)(void *)any, size);
}
static phb_status
use_review(union any *any)
{
    phb_review_batch *batch = (void *)any;
    batch->anchor = some_column;
    return phb_batch_review_dates(NULL, batch, 0, 0, NULL);
}
static void
make_cost(union any *any)
{
    *(phb_cost_batch *)(void *)any = (phb_cost_batch)PHB_COST_BATCH_INIT;
}
static void
init_cost(union any *any, uint32_t size)
{
    phb_cost_batch_init((phb_cost_batch *)(void *)any, size);
}
static phb_status
use_cost(union any *any)
{
    phb_cost_batch *batch = (void *)any;
    batch->period_start = batch->period_end = batch->pay_frequency = batch->leave_method =
        some_column;
    return phb_batch_cost(NULL, batch, 0, 0, NULL);
}

static const struct {
    void (*make)(union any *any);
    void (*init)(union any *any, uint32_t size);
    phb_status (*use)(union any *any);
    size_t size;
} structs[] = {
    {make_ni, init_ni, use_ni, sizeof(phb_ni_batch)},
    {make_pension, init_pension, use_pension, sizeof(phb_pension_batch)},
    {make_wage, init_wage, use_wage, sizeof(phb_wage_batch)},
    {make_review, init_review, use_review, sizeof(phb_review_batch)},
    {make_cost, init_cost, use_cost, sizeof(phb_cost_batch)},
};

START_TEST(the_macro_and_the_function_agree)
{
    union any by_macro;
    union any by_function;
    memset(&by_macro, 0, sizeof by_macro);
    memset(&by_function, 0xA5, sizeof by_function);
    structs[_i].make(&by_macro);
    structs[_i].init(&by_function, (uint32_t)structs[_i].size);
    ck_assert_mem_eq(&by_macro, &by_function, structs[_i].size); /* and there are no holes */
    ck_assert_uint_eq(by_macro.size, structs[_i].size);
}
END_TEST

START_TEST(a_newer_struct_is_accepted_while_the_rest_is_zero)
{
    union any any;
    structs[_i].init(&any, (uint32_t)structs[_i].size + 64);
    ck_assert_int_eq(structs[_i].use(&any), PHB_OK);
    any.bytes[structs[_i].size + 63] = 1;
    ck_assert_int_eq(structs[_i].use(&any), PHB_ERROR_STRUCT);
}
END_TEST

START_TEST(a_size_that_no_version_had_is_refused)
{
    static const uint32_t sizes[] = {0, 1, 4, 8, 4097, UINT32_MAX};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        union any any;
        structs[_i].init(&any, (uint32_t)structs[_i].size);
        any.size = sizes[i];
        ck_assert_int_eq(structs[_i].use(&any), PHB_ERROR_STRUCT);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("batch");
    tcase_add_checked_fixture(tcase, set_up, NULL);
    tcase_add_test(tcase, payslips_of_a_published_figure);
    tcase_add_test(tcase, only_the_range_is_written);
    tcase_add_test(tcase, a_column_out_that_is_not_wanted_is_left_out);
    tcase_add_test(tcase, a_bad_row_spoils_no_other);
    tcase_add_test(tcase, values_beyond_the_years_held_are_asked_for_by_name);
    tcase_add_test(tcase, ten_thousand_million_pounds_go_through);
    add_rows(tcase, a_call_that_cannot_be_is_an_argument_error, spoilers);
    tcase_add_test(tcase, a_column_that_is_required_must_be_there);
    tcase_add_test(tcase, a_column_must_have_a_type);
    tcase_add_test(tcase, a_range_holds_whole_employers);
    tcase_add_test(tcase, without_an_employer_every_row_is_a_boundary);
    tcase_add_test(tcase, a_null_batch_is_an_argument_error);
    add_rows(tcase, the_macro_and_the_function_agree, structs);
    add_rows(tcase, a_newer_struct_is_accepted_while_the_rest_is_zero, structs);
    add_rows(tcase, a_size_that_no_version_had_is_refused, structs);
    return suite_run("batch", tcase);
}
