#include <phb/batch.h>

#include "support/suite.h"

static const struct {
    const char *anchor;
    const char *held_on; /* "": none */
    int32_t first_months;
    int32_t every_months; /* 0: not said */
    const char *latest;
    const char *due;
} rows[] = {
    {"2026-04-06", "", 3, 12, "2026-07-06", "2026-07-06"},           /* a Monday */
    {"2026-04-05", "", 3, 12, "2026-07-05", "2026-07-03"},           /* a Sunday: the Friday */
    {"2026-04-06", "2026-06-30", 3, 12, "2027-06-30", "2027-06-30"}, /* from the one held */
    {"2026-04-06", "2026-04-05", 3, 12, "2026-07-06", "2026-07-06"}, /* held too early */
    {"2026-11-30", "", 3, 12, "2027-02-28", "2027-02-26"},           /* February has no 30th */
    {"2026-04-06", "", 0, 12, "2027-04-06", "2027-04-06"},           /* as every other */
    {"2026-04-06", "2026-07-01", 3, 0, "(none)", "(none)"},          /* once only */
    {"2026-04-06", "", 0, 0, "(none)", "(none)"},                    /* nothing says how often */
    {"2025-09-25", "", 3, 12, "2025-12-25", "2025-12-24"},           /* Christmas: the day before */
    {"2199-06-01", "", 12, 12, "(none)", "(none)"},                  /* beyond the calendar */
};

static int32_t
said(int32_t number)
{
    return number == 0 ? INT32_MIN : number;
}

START_TEST(the_next_review_is_due_on_a_working_day)
{
    const int32_t anchor = date_of(rows[_i].anchor);
    const int32_t held_on = rows[_i].held_on[0] ? date_of(rows[_i].held_on) : PHB_DATE_NONE;
    const int32_t first = said(rows[_i].first_months);
    const int32_t every = said(rows[_i].every_months);
    int32_t due = 0;
    int32_t latest = 0;
    uint8_t status = 99;
    phb_review_batch batch = PHB_REVIEW_BATCH_INIT;
    batch.row_count = 1;
    batch.anchor = (phb_batch_column)PHB_BATCH_SAME_INT32(&anchor);
    batch.held_on = (phb_batch_column)PHB_BATCH_SAME_INT32(&held_on);
    batch.first_months = (phb_batch_column)PHB_BATCH_SAME_INT32(&first);
    batch.every_months = (phb_batch_column)PHB_BATCH_SAME_INT32(&every);
    batch.out_due = &due;
    batch.out_latest = &latest;
    batch.out_status = &status;
    ck_assert_int_eq(phb_batch_review_dates(NULL, &batch, 0, 1, NULL), PHB_OK);
    ck_assert_int_eq(status, PHB_OK);
    ck_assert_date_eq(latest, rows[_i].latest);
    ck_assert_date_eq(due, rows[_i].due);
    batch.working_days = PHB_ANSWER_NO;
    ck_assert_int_eq(phb_batch_review_dates(NULL, &batch, 0, 1, NULL), PHB_OK);
    ck_assert_int_eq(due, latest);
}
END_TEST

static const struct {
    int64_t anchor;
    int64_t held_on;
    int64_t first_months;
    phb_status status;
} faults[] = {
    {PHB_NUMBER_NONE, PHB_NUMBER_NONE, 3, PHB_ERROR_INCOMPLETE},
    {INT64_MAX, PHB_NUMBER_NONE, 3, PHB_ERROR_DATE},
    {20000, INT64_MIN + 1, 3, PHB_ERROR_DATE},
    {20000, PHB_NUMBER_NONE, 0, PHB_ERROR_RANGE},
    {20000, PHB_NUMBER_NONE, 1201, PHB_ERROR_RANGE},
    {20000, 20100, -1, PHB_ERROR_RANGE},
};

START_TEST(a_fault_is_the_status_of_its_row)
{
    int32_t due = 7;
    int32_t latest = 7;
    uint8_t status = 99;
    phb_review_batch batch = PHB_REVIEW_BATCH_INIT;
    batch.row_count = 1;
    batch.anchor = (phb_batch_column)PHB_BATCH_SAME_INT64(&faults[_i].anchor);
    batch.held_on = (phb_batch_column)PHB_BATCH_SAME_INT64(&faults[_i].held_on);
    batch.first_months = (phb_batch_column)PHB_BATCH_SAME_INT64(&faults[_i].first_months);
    batch.out_due = &due;
    batch.out_latest = &latest;
    batch.out_status = &status;
    ck_assert_int_eq(phb_batch_review_dates(NULL, &batch, 0, 1, NULL), PHB_OK);
    ck_assert_int_eq(status, faults[_i].status);
    ck_assert_int_eq(due, PHB_DATE_NONE);
    ck_assert_int_eq(latest, PHB_DATE_NONE);
}
END_TEST

START_TEST(a_call_that_cannot_be_is_an_argument_error)
{
    const int32_t anchor = 20000;
    phb_review_batch batch = PHB_REVIEW_BATCH_INIT;
    batch.row_count = 1;
    ck_assert_int_eq(phb_batch_review_dates(NULL, &batch, 0, 1, NULL), PHB_ERROR_ARGUMENT);
    batch.anchor = (phb_batch_column)PHB_BATCH_SAME_INT32(&anchor);
    ck_assert_int_eq(phb_batch_review_dates(NULL, &batch, 0, 1, NULL), PHB_OK); /* no columns out */
    ck_assert_int_eq(phb_batch_review_dates(NULL, &batch, 0, 2, NULL), PHB_ERROR_ARGUMENT);
    batch.working_days = (phb_answer)3;
    ck_assert_int_eq(phb_batch_review_dates(NULL, &batch, 0, 1, NULL), PHB_ERROR_ARGUMENT);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("batch_reviews");
    add_rows(tcase, the_next_review_is_due_on_a_working_day, rows);
    add_rows(tcase, a_fault_is_the_status_of_its_row, faults);
    tcase_add_test(tcase, a_call_that_cannot_be_is_an_argument_error);
    return suite_run("batch_reviews", tcase);
}
