/* Which rows of a batch are costed straight, and that they come to what the costing says. */

#include <stdbool.h>

#include "batch/cost_row.h"
#include "core/date.h"
#include "rates/rates.h"
#include "support/batch_rows.h"

/* A good row, of somebody of 40. */
static struct cost_row
straight_row(void)
{
    struct cost_row row = good_row();
    row.in[BIRTH] = date_of("1986-06-15");
    return row;
}

static void
begin(struct phb__cost_kernel *kernel, const phb_cost_batch *batch, size_t rows)
{
    phb__cost_kernel_init(kernel, phb__rates_dataset(NULL), batch);
    phb__cost_read(kernel, (struct phb__rows){0, rows});
}

/* false when it is not straight; otherwise it has to be what the longer way comes to. */
static bool
is_straight(struct phb__cost_kernel *kernel, size_t i)
{
    struct phb__cost_result straight;
    struct phb__cost_result longer;
    if (!phb__straight_cost(&kernel->straight, &kernel->block, i, &straight)) {
        return false;
    }
    kernel->straight.is_off = true;
    ck_assert_int_eq(phb__cost_row(kernel, i, &longer), PHB_OK);
    kernel->straight.is_off = false;
    for (int part = 0; part < PHB__PARTS; part++) {
        ck_assert_int_eq(straight.sums[part], longer.sums[part]);
    }
    for (int year = 0; year < PHB__TAX_YEARS_MAX; year++) {
        ck_assert_int_eq(straight.employer_ni[year], longer.employer_ni[year]);
    }
    ck_assert_int_eq(straight.total, longer.total);
    ck_assert_int_eq(straight.certainty, longer.certainty);
    ck_assert_int_eq(straight.calendar->period.start, longer.calendar->period.start);
    ck_assert_int_eq(straight.calendar->first_tax_year, longer.calendar->first_tax_year);
    ck_assert_int_eq(straight.calendar->last_tax_year, longer.calendar->last_tax_year);
    return true;
}

static const struct {
    int column;
    int64_t value;
    bool is_straight;
} cases[] = {
    {WEEKS_IN_YEAR, PHB_WEEKS_52, true},
    {WEEKS_IN_YEAR, 3, false},
    {PERIOD_START, 20189, true}, /* 11 April 2025: a year from then crosses the law of April 2026 */
    {PERIOD_START, 20000, false}, /* more than a year */
    {PERIOD_START, 20914, false}, /* after its end */
    {PERIOD_END, 20914, false},   /* behind the years that are held */
    {PERIOD_END, PHB_NUMBER_NONE, false},
    {START, 20600, true},
    {END, 20000, false}, /* before the period */
    {BIRTH, PHB_NUMBER_NONE, true},
    {BIRTH, 20600, false}, /* after the first day */
    {BIRTH, 13041, true},  /* 15 September 2005: 21 in it */
    {BIRTH, 14867, true},  /* 15 September 2010: 16 in it */
    {BIRTH, -3431, true},  /* 10 August 1960: 66 and five months in it */
    {LETTER, 'J', true},
    {LETTER, 'H', true},  /* has lapsed at 40 */
    {LETTER, 'G', false}, /* there is none */
    {FREQUENCY, PHB_PAY_MONTHLY, true},
    {FREQUENCY, PHB_PAY_ANNUAL, false},
    {FREQUENCY, PHB_NUMBER_NONE, false},
    {MINUTES, PHB_NUMBER_NONE, false},
    {MINUTES, 10081, false},
    {RATE, 0, false}, /* nobody is paid: no payslip */
    {RATE, PHB_NUMBER_NONE, false},
    {NIGHTS, 200, false}, /* without their rate */
    {BASIC, 30000, true},
    {BASIC, 0, false},
    {HOLIDAY_MINUTES, 480, false},
    {HOLIDAY_PREMIUM, 50000, false},
    {LEAVE_METHOD, PHB_LEAVE_NONE, true},
    {LEAVE_METHOD, PHB_LEAVE_COVER, false}, /* by whom? */
    {MEMBERSHIP, PHB_PENSION_OPTED_IN, true},
    {MEMBERSHIP, PHB_PENSION_OPTED_OUT, true},
    {BASIS, PHB_PENSION_ALL_PAY, true},
    {PENSION_PPM, 50000, true},
    {SICK_WEEKS, 200, true},
    {SICK_RATE, 150000, false}, /* for how long? */
    {CLAIMS, 3, false},
    {EMPLOYED_SINCE, INT64_MAX, false},
};

START_TEST(what_is_out_of_the_ordinary_goes_the_longer_way)
{
    static struct phb__cost_kernel kernel;
    struct cost_row row = straight_row();
    row.in[cases[_i].column] = cases[_i].value;
    if (cases[_i].column == PERIOD_START && cases[_i].is_straight) {
        row.in[PERIOD_END] = cases[_i].value + 364;
    }
    phb_cost_batch batch = batch_of_rows(&row, 1);
    begin(&kernel, &batch, 1);
    ck_assert_msg(is_straight(&kernel, 0) == cases[_i].is_straight, "case %d", _i);
}
END_TEST

START_TEST(cover_is_costed_straight_when_all_of_it_is_said)
{
    static struct phb__cost_kernel kernel;
    for (int64_t by = PHB_COVER_BY_AGENCY; by <= PHB_COVER_BY_RELIEF; by++) {
        struct cost_row row = straight_row();
        row.in[LEAVE_METHOD] = PHB_LEAVE_COVER;
        row.in[LEAVE_BY] = by;
        row.in[LEAVE_RATE] = 180000;
        row.in[DAYS_PER_WEEK] = 600; /* 28 days are 4.67 weeks */
        phb_cost_batch batch = batch_of_rows(&row, 1);
        begin(&kernel, &batch, 1);
        ck_assert(is_straight(&kernel, 0));
        row.in[LEAVE_WEEKS] = 700;
        phb__cost_read(&kernel, (struct phb__rows){0, 1});
        ck_assert(is_straight(&kernel, 0));
        row.in[LEAVE_RATE] = PHB_NUMBER_NONE;
        phb__cost_read(&kernel, (struct phb__rows){0, 1});
        ck_assert(!is_straight(&kernel, 0));
    }
}
END_TEST

START_TEST(the_law_of_one_day_goes_the_longer_way)
{
    static struct phb__cost_kernel kernel;
    struct cost_row row = straight_row();
    phb_cost_batch batch = batch_of_rows(&row, 1);
    batch.law_on = date_of("2026-10-01");
    begin(&kernel, &batch, 1);
    ck_assert(!is_straight(&kernel, 0));
}
END_TEST

/* Rows of all years held and of two beyond, of one day to three years, some with bank holidays:
 * about a third of them are straight. */
START_TEST(a_straight_row_comes_to_what_the_longer_way_does)
{
    static struct phb__cost_kernel kernel;
    struct random_source source = {UINT64_C(0x9E3779B97F4A7C15) * (uint64_t)(_i + 1) | 1};
    struct cost_row rows[PHB__COST_BLOCK_ROWS];
    size_t count = 0;
    for (int block = 0; block < 50; block++) {
        random_employer(&source, block, rows, PHB__COST_BLOCK_ROWS / 2);
        random_employer(&source, block + 1, rows + PHB__COST_BLOCK_ROWS / 2,
                        PHB__COST_BLOCK_ROWS / 2);
        phb_cost_batch batch = batch_of_rows(rows, PHB__COST_BLOCK_ROWS);
        begin(&kernel, &batch, PHB__COST_BLOCK_ROWS);
        for (size_t i = 0; i < PHB__COST_BLOCK_ROWS; i++) {
            count += is_straight(&kernel, i);
        }
    }
    ck_assert_uint_ge(count, 50 * PHB__COST_BLOCK_ROWS / 4);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("straight");
    add_rows(tcase, what_is_out_of_the_ordinary_goes_the_longer_way, cases);
    tcase_add_test(tcase, cover_is_costed_straight_when_all_of_it_is_said);
    tcase_add_test(tcase, the_law_of_one_day_goes_the_longer_way);
    tcase_add_loop_test(tcase, a_straight_row_comes_to_what_the_longer_way_does, 0, 20);
    return suite_run("straight", tcase);
}
