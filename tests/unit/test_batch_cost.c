/* Rows of phb_batch_cost that go wrong or are said in another way, and employers of many rows. */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/date.h"
#include "support/batch_rows.h"

static struct cost_answer
answer_of(const struct cost_row *row)
{
    struct cost_answer answer;
    phb_cost_batch batch = batch_of_rows(row, 1);
    cost_batch(&batch, &answer);
    return answer;
}

/* Basic 270.00 and leave 32.59 a week; National Insurance 30.99, pension 5.48; 365 ÷ 7 weeks. */
START_TEST(a_row_is_costed_as_the_worked_figures_say)
{
    struct cost_row row = good_row();
    struct cost_answer answer = answer_of(&row);
    ck_assert_int_eq(answer.status, PHB_OK);
    ck_assert_int_eq(answer.certainty, PHB_CERTAINTY_IN_FORCE);
    ck_assert_int_eq(answer.out[OUT_BASIC], 1407857);
    ck_assert_int_eq(answer.out[OUT_LEAVE], 169934);
    ck_assert_int_eq(answer.out[OUT_NI], 161591);
    ck_assert_int_eq(answer.out[OUT_PENSION], 28574);
    ck_assert_int_eq(answer.out[OUT_ALLOWANCE], -161591);
    ck_assert_int_eq(answer.out[OUT_TOTAL], 1407857 + 169934 + 28574);
}
END_TEST

static const struct {
    int column;
    int64_t value;
    phb_status status;
} faults[] = {
    {PERIOD_START, PHB_NUMBER_NONE, PHB_ERROR_INCOMPLETE},
    {PERIOD_START, INT64_MAX, PHB_ERROR_DATE},
    {PERIOD_START, 20914, PHB_ERROR_DATE},            /* after the end */
    {PERIOD_START, 14000, PHB_ERROR_RANGE},           /* more than ten years */
    {PERIOD_END, 22000, PHB_ERROR_RATE_NOT_IN_FORCE}, /* beyond the years held */
    {FREQUENCY, 0, PHB_ERROR_INCOMPLETE},
    {FREQUENCY, PHB_PAY_ANNUAL, PHB_ERROR_ARGUMENT}, /* nobody in a budget is paid yearly */
    {FREQUENCY, 300, PHB_ERROR_ARGUMENT},
    {WEEKS_IN_YEAR, -1, PHB_ERROR_ARGUMENT},
    {CLAIMS, 9, PHB_ERROR_ARGUMENT},
    {LETTER, 'Q', PHB_ERROR_RANGE},
    {LETTER, 'A' + 256, PHB_ERROR_RANGE},
    {BIRTH, 20600, PHB_ERROR_DATE}, /* after the first day */
    {END, 20000, PHB_OK},           /* before the period: counts nothing */
    {MINUTES, -1, PHB_ERROR_RANGE},
    {MINUTES, 10081, PHB_ERROR_RANGE},
    {MINUTES, PHB_NUMBER_NONE, PHB_ERROR_INCOMPLETE}, /* nothing is paid */
    {RATE, PHB_NUMBER_NONE, PHB_ERROR_INCOMPLETE},
    {RATE, -1, PHB_ERROR_RANGE},
    {RATE, PHB_PENCE_MAX * 100, PHB_ERROR_RANGE}, /* a sum beyond what can be counted */
    {RATE, PHB_PENCE_MAX * 100 + 1, PHB_ERROR_RANGE},
    {NIGHTS, 701, PHB_ERROR_RANGE},
    {NIGHTS, 100, PHB_ERROR_INCOMPLETE}, /* without their rate */
    {USED, -1, PHB_ERROR_RANGE},
    {HOLIDAY_MINUTES, 60, PHB_ERROR_INCOMPLETE}, /* without a premium */
    {LEAVE_METHOD, 0, PHB_ERROR_INCOMPLETE},
    {LEAVE_METHOD, PHB_LEAVE_COVER, PHB_ERROR_INCOMPLETE},
    {MEMBERSHIP, 4, PHB_ERROR_ARGUMENT},
    {PENSION_PPM, PHB_PPM + 1, PHB_ERROR_RANGE},
    {SICK_WEEKS, 5201, PHB_ERROR_RANGE},
    {SICK_RATE, 150000, PHB_ERROR_INCOMPLETE}, /* without weeks */
};

START_TEST(a_fault_is_the_status_of_its_row)
{
    struct cost_row rows[3] = {good_row(), good_row(), good_row()};
    struct cost_answer answers[3];
    rows[1].in[faults[_i].column] = faults[_i].value;
    phb_cost_batch batch = batch_of_rows(rows, 3);
    cost_batch(&batch, answers);
    ck_assert_int_eq(answers[1].status, faults[_i].status);
    for (int i = 0; faults[_i].status != PHB_OK && i < COST_OUTPUTS; i++) {
        ck_assert_int_eq(answers[1].out[i], PHB_PENCE_NONE);
    }
    ck_assert_int_eq(answers[0].status, PHB_OK);
    ck_assert_int_eq(answers[2].status, PHB_OK);
    ck_assert_int_eq(answers[2].out[OUT_TOTAL], answers[0].out[OUT_TOTAL]);
}
END_TEST

/* The same fault, said once for all. */
START_TEST(a_fault_that_all_rows_share_is_the_status_of_each)
{
    struct cost_row rows[2] = {good_row(), good_row()};
    struct cost_answer answers[2];
    rows[0].in[faults[_i].column] = faults[_i].value;
    phb_cost_batch batch = batch_of_rows(rows, 2);
    cost_column(&batch, faults[_i].column)->stride_bytes = 0;
    cost_batch(&batch, answers);
    ck_assert_int_eq(answers[0].status, faults[_i].status);
    ck_assert_int_eq(answers[1].status, faults[_i].status);
}
END_TEST

START_TEST(basic_pay_stands_instead_of_hours)
{
    struct cost_row hours = good_row();
    struct cost_row basic = good_row();
    basic.in[MINUTES] = basic.in[RATE] = PHB_NUMBER_NONE;
    basic.in[BASIC] = 27000;
    struct cost_answer expected = answer_of(&hours);
    struct cost_answer answer = answer_of(&basic);
    ck_assert_mem_eq(&answer.out, &expected.out, sizeof answer.out);
    basic.in[MINUTES] = 600; /* for cover alone: not paid */
    answer = answer_of(&basic);
    ck_assert_mem_eq(&answer.out, &expected.out, sizeof answer.out);
    basic.in[BASIC] = 0; /* nobody works: no payslip */
    answer = answer_of(&basic);
    ck_assert_int_eq(answer.status, PHB_OK);
    ck_assert_int_eq(answer.out[OUT_TOTAL], 0);
    basic.in[BASIC] = PHB_PENCE_MAX + 1;
    ck_assert_int_eq(answer_of(&basic).status, PHB_ERROR_RANGE);
}
END_TEST

START_TEST(a_month_of_basic_pay)
{
    struct cost_row row = good_row();
    row.in[MINUTES] = row.in[RATE] = PHB_NUMBER_NONE;
    row.in[FREQUENCY] = PHB_PAY_MONTHLY;
    row.in[LEAVE_METHOD] = PHB_LEAVE_NONE;
    row.in[BASIC] = 90000;
    struct cost_answer answer = answer_of(&row);
    ck_assert_int_eq(answer.out[OUT_BASIC], 12 * 90000);
    ck_assert_int_eq(answer.out[OUT_NI], 12 * 7245);      /* 15% of 900.00 − 417.00 */
    ck_assert_int_eq(answer.out[OUT_PENSION], 12 * 1140); /* 3% of 900.00 − 520.00 */
}
END_TEST

START_TEST(years_that_are_carried_are_told)
{
    struct cost_row row = good_row();
    row.in[PERIOD_END] = date_of("2027-04-06");
    row.in[PERIOD_START] = date_of("2026-04-07");
    ck_assert_int_ge(answer_of(&row).certainty, PHB_CERTAINTY_ANNOUNCED);
}
END_TEST

/* ---- employers ---- */

#define MANY (PHB_BATCH_EMPLOYER_ROWS_MAX + 1)

static void
make_many(struct cost_row rows[MANY])
{
    for (size_t i = 0; i < MANY; i++) {
        rows[i] = good_row();
        rows[i].in[EMPLOYER] = 7;
    }
}

/* £10,500.00 over 128 who bring the same: 82.03 for each, and the four pennies left to the first.
 */
START_TEST(an_allowance_is_shared_to_the_penny)
{
    static struct cost_row rows[MANY];
    static struct cost_answer answers[MANY];
    make_many(rows);
    rows[MANY - 1].in[CLAIMS] = PHB_ANSWER_NO;
    phb_cost_batch batch = batch_of_rows(rows, MANY);
    cost_batch(&batch, answers);
    int64_t sum = 0;
    for (size_t i = 0; i < MANY; i++) {
        ck_assert_int_eq(answers[i].status, PHB_OK);
        sum += answers[i].out[OUT_ALLOWANCE];
    }
    ck_assert_int_eq(sum, -1050000);
    ck_assert_int_eq(answers[MANY - 1].out[OUT_ALLOWANCE], 0);
    ck_assert_int_eq(answers[0].out[OUT_ALLOWANCE], -8204);
    ck_assert_int_eq(answers[MANY - 2].out[OUT_ALLOWANCE], -8203);
}
END_TEST

START_TEST(more_claims_than_an_employer_can_have_are_refused)
{
    static struct cost_row rows[MANY];
    static struct cost_answer answers[MANY];
    make_many(rows);
    phb_cost_batch batch = batch_of_rows(rows, MANY);
    cost_batch(&batch, answers);
    for (size_t i = 0; i < MANY; i++) {
        ck_assert_int_eq(answers[i].status, PHB_ERROR_LIMIT);
        ck_assert_int_eq(answers[i].out[OUT_BASIC], PHB_PENCE_NONE);
    }
}
END_TEST

/* Of four, one is bad and one does not claim; then the bad one does not claim either. */
START_TEST(a_share_that_cannot_be_known_is_not_told)
{
    struct cost_row rows[MANY];
    struct cost_answer answers[4];
    make_many(rows);
    rows[1].in[MINUTES] = -1;
    rows[3].in[CLAIMS] = PHB_ANSWER_NO;
    phb_cost_batch batch = batch_of_rows(rows, 4);
    cost_batch(&batch, answers);
    ck_assert_int_eq(answers[0].status, PHB_ERROR_INCOMPLETE);
    ck_assert_int_eq(answers[0].out[OUT_NI], PHB_PENCE_NONE);
    ck_assert_int_eq(answers[1].status, PHB_ERROR_RANGE);
    ck_assert_int_eq(answers[2].status, PHB_ERROR_INCOMPLETE);
    ck_assert_int_eq(answers[3].status, PHB_OK);
    rows[1].in[CLAIMS] = PHB_NUMBER_NONE;
    cost_batch(&batch, answers);
    ck_assert_int_eq(answers[0].status, PHB_OK);
    ck_assert_int_eq(answers[1].status, PHB_ERROR_RANGE);
}
END_TEST

/* Rows of one employer with periods of their own: each tax year has its own allowance. */
START_TEST(periods_of_one_employer_may_differ)
{
    struct cost_row rows[2] = {good_row(), good_row()};
    struct cost_answer answers[2];
    rows[0].in[EMPLOYER] = rows[1].in[EMPLOYER] = 1;
    rows[0].in[RATE] = rows[1].in[RATE] = 1350000;
    rows[1].in[PERIOD_START] = date_of("2025-04-06");
    rows[1].in[PERIOD_END] = date_of("2026-04-05");
    phb_cost_batch batch = batch_of_rows(rows, 2);
    cost_batch(&batch, answers);
    ck_assert_int_eq(answers[0].out[OUT_ALLOWANCE], -1050000);
    ck_assert_int_eq(answers[1].out[OUT_ALLOWANCE], -1050000);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("batch_cost");
    tcase_add_test(tcase, a_row_is_costed_as_the_worked_figures_say);
    add_rows(tcase, a_fault_is_the_status_of_its_row, faults);
    add_rows(tcase, a_fault_that_all_rows_share_is_the_status_of_each, faults);
    tcase_add_test(tcase, basic_pay_stands_instead_of_hours);
    tcase_add_test(tcase, a_month_of_basic_pay);
    tcase_add_test(tcase, years_that_are_carried_are_told);
    tcase_add_test(tcase, an_allowance_is_shared_to_the_penny);
    tcase_add_test(tcase, more_claims_than_an_employer_can_have_are_refused);
    tcase_add_test(tcase, a_share_that_cannot_be_known_is_not_told);
    tcase_add_test(tcase, periods_of_one_employer_may_differ);
    return suite_run("batch_cost", tcase);
}
