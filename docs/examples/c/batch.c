/*
 * A thousand assistants of some five hundred employers, costed in two ranges: what a program with
 * two threads would do, one after the other.
 */

#include <phb/phb.h>
#include <stdio.h>

#define ROWS 1000

/* Columns in. */
static int64_t employer[ROWS];
static int32_t minutes[ROWS];
static int64_t rate[ROWS];

/* Columns out. */
static int64_t employer_ni[ROWS];
static int64_t allowance[ROWS];
static int64_t total[ROWS];
static uint8_t status[ROWS];

/* Two of one employer after the other, from 5 to 40 hours a week, from £13.00 an hour. */
static void
fill_columns(void)
{
    for (int i = 0; i < ROWS; i++) {
        employer[i] = i / 2;
        minutes[i] = 300 + i % 36 * 60;
        rate[i] = 130000 + i % 8 * 2500;
    }
    minutes[17] = 0; /* a mistake in the data */
}

static void
print_pounds(const char *words, const int64_t *column)
{
    phb_pence sum = 0;
    char pounds[PHB_PENCE_TEXT_SIZE] = "";
    for (int i = 0; i < ROWS; i++) {
        sum += status[i] == PHB_OK ? column[i] : 0;
    }
    (void)phb_pence_format(sum, pounds, sizeof pounds);
    printf("%s %s\n", words, pounds);
}

/* The rows before the boundary, then those behind it. */
static phb_status
cost_two_ranges(const phb_cost_batch *batch, phb_error *error)
{
    size_t middle = 0;
    phb_status result = phb_batch_cost_split(batch, ROWS / 2, &middle, error);
    if (result == PHB_OK) {
        result = phb_batch_cost(NULL, batch, 0, middle, error);
    }
    return result == PHB_OK ? phb_batch_cost(NULL, batch, middle, ROWS - middle, error) : result;
}

int
main(void)
{
    static const uint8_t monthly = PHB_PAY_MONTHLY;
    static const uint8_t accrual = PHB_LEAVE_ACCRUAL;
    static const uint8_t yes = PHB_ANSWER_YES;
    int32_t start = 0;
    int32_t end = 0;
    phb_error error = PHB_ERROR_INIT;
    phb_cost_batch batch = PHB_COST_BATCH_INIT;
    (void)phb_date_parse("2026-04-06", &start);
    (void)phb_date_parse("2027-04-05", &end);
    fill_columns();
    batch.row_count = ROWS;
    batch.period_start = (phb_batch_column)PHB_BATCH_SAME_INT32(&start);
    batch.period_end = (phb_batch_column)PHB_BATCH_SAME_INT32(&end);
    batch.employer = (phb_batch_column)PHB_BATCH_EACH_INT64(employer);
    batch.claims_allowance = (phb_batch_column)PHB_BATCH_SAME_UINT8(&yes);
    batch.pay_frequency = (phb_batch_column)PHB_BATCH_SAME_UINT8(&monthly);
    batch.minutes_per_week = (phb_batch_column)PHB_BATCH_EACH_INT32(minutes);
    batch.rate_penny_hundredths = (phb_batch_column)PHB_BATCH_EACH_INT64(rate);
    batch.leave_method = (phb_batch_column)PHB_BATCH_SAME_UINT8(&accrual);
    batch.out_employer_ni_pence = employer_ni;
    batch.out_allowance_pence = allowance;
    batch.out_total_pence = total;
    batch.out_status = status;
    if (cost_two_ranges(&batch, &error) != PHB_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    for (int i = 0; i < ROWS; i++) {
        if (status[i] != PHB_OK) {
            printf("row %d: %s\n", i, phb_status_name((phb_status)status[i]));
        }
    }
    print_pounds("National Insurance", employer_ni);
    print_pounds("Employment Allowance", allowance);
    print_pounds("total", total);
    return 0;
}
