/*
 * The least an employer pays into a pension on one payslip, row by row: what lies between the lower
 * and upper levels of the period, times the rate of the day.
 */

#include <phb/phb.h>

#include "support/suite.h"

enum {
    WEEK = PHB_PAY_WEEKLY,
    FORTNIGHT = PHB_PAY_FORTNIGHTLY,
    FOUR_WEEKS = PHB_PAY_FOUR_WEEKLY,
    MONTH = PHB_PAY_MONTHLY,
    YEAR = PHB_PAY_ANNUAL
};

/* Pay and contribution are pence; the workings are pounds. */
static const struct {
    const char *paid_on;
    int frequency;
    phb_pence gross;
    phb_pence pension;
    const char *working;
} rows[] = {
    /* Each tax year by the week: at the lower level, £100 above it, at the upper level, above
       it. */
    {"2013-06-05", WEEK, 10900, 0, "nothing up to 109.00"},
    {"2013-06-05", WEEK, 20900, 100, "(209.00 - 109.00) x 1% = 1.00"},
    {"2013-06-05", WEEK, 84700, 688, "(797.00 - 109.00) x 1% = 6.88"},
    {"2014-06-05", WEEK, 11100, 0, "nothing up to 111.00"},
    {"2014-06-05", WEEK, 21100, 100, "(211.00 - 111.00) x 1% = 1.00"},
    {"2014-06-05", WEEK, 85500, 694, "(805.00 - 111.00) x 1% = 6.94"},
    {"2015-06-05", WEEK, 11200, 0, "nothing up to 112.00"},
    {"2015-06-05", WEEK, 21200, 100, "(212.00 - 112.00) x 1% = 1.00"},
    {"2015-06-05", WEEK, 86500, 703, "(815.00 - 112.00) x 1% = 7.03"},
    {"2016-06-05", WEEK, 11200, 0, "nothing up to 112.00"},
    {"2016-06-05", WEEK, 21200, 100, "(212.00 - 112.00) x 1% = 1.00"},
    {"2016-06-05", WEEK, 87700, 715, "(827.00 - 112.00) x 1% = 7.15"},
    {"2017-06-05", WEEK, 11300, 0, "nothing up to 113.00"},
    {"2017-06-05", WEEK, 21300, 100, "(213.00 - 113.00) x 1% = 1.00"},
    {"2017-06-05", WEEK, 91600, 753, "(866.00 - 113.00) x 1% = 7.53"},
    {"2018-06-05", WEEK, 11600, 0, "nothing up to 116.00"},
    {"2018-06-05", WEEK, 21600, 200, "(216.00 - 116.00) x 2% = 2.00"},
    {"2018-06-05", WEEK, 94200, 1552, "(892.00 - 116.00) x 2% = 15.52"},
    {"2019-06-05", WEEK, 11800, 0, "nothing up to 118.00"},
    {"2019-06-05", WEEK, 21800, 300, "(218.00 - 118.00) x 3% = 3.00"},
    {"2019-06-05", WEEK, 101200, 2532, "(962.00 - 118.00) x 3% = 25.32"},
    {"2020-06-05", WEEK, 12000, 0, "nothing up to 120.00"},
    {"2020-06-05", WEEK, 22000, 300, "(220.00 - 120.00) x 3% = 3.00"},
    {"2020-06-05", WEEK, 101200, 2526, "(962.00 - 120.00) x 3% = 25.26"},
    {"2021-06-05", WEEK, 12000, 0, "nothing up to 120.00"},
    {"2021-06-05", WEEK, 22000, 300, "(220.00 - 120.00) x 3% = 3.00"},
    {"2021-06-05", WEEK, 101700, 2541, "(967.00 - 120.00) x 3% = 25.41"},
    {"2022-06-05", WEEK, 12000, 0, "nothing up to 120.00"},
    {"2022-06-05", WEEK, 22000, 300, "(220.00 - 120.00) x 3% = 3.00"},
    {"2022-06-05", WEEK, 101700, 2541, "(967.00 - 120.00) x 3% = 25.41"},
    {"2023-06-05", WEEK, 12000, 0, "nothing up to 120.00"},
    {"2023-06-05", WEEK, 22000, 300, "(220.00 - 120.00) x 3% = 3.00"},
    {"2023-06-05", WEEK, 101700, 2541, "(967.00 - 120.00) x 3% = 25.41"},
    {"2024-06-05", WEEK, 12000, 0, "nothing up to 120.00"},
    {"2024-06-05", WEEK, 22000, 300, "(220.00 - 120.00) x 3% = 3.00"},
    {"2024-06-05", WEEK, 101700, 2541, "(967.00 - 120.00) x 3% = 25.41"},
    {"2025-06-05", WEEK, 12000, 0, "nothing up to 120.00"},
    {"2025-06-05", WEEK, 22000, 300, "(220.00 - 120.00) x 3% = 3.00"},
    {"2025-06-05", WEEK, 101700, 2541, "(967.00 - 120.00) x 3% = 25.41"},
    {"2026-06-05", WEEK, 12000, 0, "nothing up to 120.00"},
    {"2026-06-05", WEEK, 22000, 300, "(220.00 - 120.00) x 3% = 3.00"},
    {"2026-06-05", WEEK, 101700, 2541, "(967.00 - 120.00) x 3% = 25.41"},
    /* The other periods have levels of their own: 3,188.00 for four weeks of 2013-14, not 3,189. */
    {"2013-06-05", FORTNIGHT, 21800, 0, "nothing up to 218.00"},
    {"2013-06-05", FORTNIGHT, 34145, 123, "(341.45 - 218.00) x 1% = 1.2345"},
    {"2013-06-05", FORTNIGHT, 159400, 1376, "(1594.00 - 218.00) x 1% = 13.76"},
    {"2013-06-05", FORTNIGHT, 159401, 1376, "(1594.00 - 218.00) x 1% = 13.76"},
    {"2013-06-05", FOUR_WEEKS, 43600, 0, "nothing up to 436.00"},
    {"2013-06-05", FOUR_WEEKS, 55945, 123, "(559.45 - 436.00) x 1% = 1.2345"},
    {"2013-06-05", FOUR_WEEKS, 318800, 2752, "(3188.00 - 436.00) x 1% = 27.52"},
    {"2013-06-05", FOUR_WEEKS, 318801, 2752, "(3188.00 - 436.00) x 1% = 27.52"},
    {"2013-06-05", MONTH, 47300, 0, "nothing up to 473.00"},
    {"2013-06-05", MONTH, 59645, 123, "(596.45 - 473.00) x 1% = 1.2345"},
    {"2013-06-05", MONTH, 345400, 2981, "(3454.00 - 473.00) x 1% = 29.81"},
    {"2013-06-05", MONTH, 345401, 2981, "(3454.00 - 473.00) x 1% = 29.81"},
    {"2013-06-05", YEAR, 566800, 0, "nothing up to 5668.00"},
    {"2013-06-05", YEAR, 579145, 123, "(5791.45 - 5668.00) x 1% = 1.2345"},
    {"2013-06-05", YEAR, 4145000, 35782, "(41450.00 - 5668.00) x 1% = 357.82"},
    {"2013-06-05", YEAR, 4145001, 35782, "(41450.00 - 5668.00) x 1% = 357.82"},
    {"2019-06-05", FORTNIGHT, 23600, 0, "nothing up to 236.00"},
    {"2019-06-05", FORTNIGHT, 35945, 370, "(359.45 - 236.00) x 3% = 3.7035"},
    {"2019-06-05", FORTNIGHT, 192400, 5064, "(1924.00 - 236.00) x 3% = 50.64"},
    {"2019-06-05", FORTNIGHT, 192401, 5064, "(1924.00 - 236.00) x 3% = 50.64"},
    {"2019-06-05", FOUR_WEEKS, 47200, 0, "nothing up to 472.00"},
    {"2019-06-05", FOUR_WEEKS, 59545, 370, "(595.45 - 472.00) x 3% = 3.7035"},
    {"2019-06-05", FOUR_WEEKS, 384700, 10125, "(3847.00 - 472.00) x 3% = 101.25"},
    {"2019-06-05", FOUR_WEEKS, 384701, 10125, "(3847.00 - 472.00) x 3% = 101.25"},
    {"2019-06-05", MONTH, 51200, 0, "nothing up to 512.00"},
    {"2019-06-05", MONTH, 63545, 370, "(635.45 - 512.00) x 3% = 3.7035"},
    {"2019-06-05", MONTH, 416700, 10965, "(4167.00 - 512.00) x 3% = 109.65"},
    {"2019-06-05", MONTH, 416701, 10965, "(4167.00 - 512.00) x 3% = 109.65"},
    {"2019-06-05", YEAR, 613600, 0, "nothing up to 6136.00"},
    {"2019-06-05", YEAR, 625945, 370, "(6259.45 - 6136.00) x 3% = 3.7035"},
    {"2019-06-05", YEAR, 5000000, 131592, "(50000.00 - 6136.00) x 3% = 1315.92"},
    {"2019-06-05", YEAR, 5000001, 131592, "(50000.00 - 6136.00) x 3% = 1315.92"},
    {"2026-06-05", FORTNIGHT, 24000, 0, "nothing up to 240.00"},
    {"2026-06-05", FORTNIGHT, 36345, 370, "(363.45 - 240.00) x 3% = 3.7035"},
    {"2026-06-05", FORTNIGHT, 193400, 5082, "(1934.00 - 240.00) x 3% = 50.82"},
    {"2026-06-05", FORTNIGHT, 193401, 5082, "(1934.00 - 240.00) x 3% = 50.82"},
    {"2026-06-05", FOUR_WEEKS, 48000, 0, "nothing up to 480.00"},
    {"2026-06-05", FOUR_WEEKS, 60345, 370, "(603.45 - 480.00) x 3% = 3.7035"},
    {"2026-06-05", FOUR_WEEKS, 386700, 10161, "(3867.00 - 480.00) x 3% = 101.61"},
    {"2026-06-05", FOUR_WEEKS, 386701, 10161, "(3867.00 - 480.00) x 3% = 101.61"},
    {"2026-06-05", MONTH, 52000, 0, "nothing up to 520.00"},
    {"2026-06-05", MONTH, 64345, 370, "(643.45 - 520.00) x 3% = 3.7035"},
    {"2026-06-05", MONTH, 418900, 11007, "(4189.00 - 520.00) x 3% = 110.07"},
    {"2026-06-05", MONTH, 418901, 11007, "(4189.00 - 520.00) x 3% = 110.07"},
    {"2026-06-05", YEAR, 624000, 0, "nothing up to 6240.00"},
    {"2026-06-05", YEAR, 636345, 370, "(6363.45 - 6240.00) x 3% = 3.7035"},
    {"2026-06-05", YEAR, 5027000, 132090, "(50270.00 - 6240.00) x 3% = 1320.90"},
    {"2026-06-05", YEAR, 5027001, 132090, "(50270.00 - 6240.00) x 3% = 1320.90"},
    /* Half a penny goes up. */
    {"2026-06-05", WEEK, 12016, 0, "(120.16 - 120.00) x 3% = 0.0048"},
    {"2026-06-05", WEEK, 12017, 1, "(120.17 - 120.00) x 3% = 0.0051"},
    {"2026-06-05", WEEK, 12050, 2, "(120.50 - 120.00) x 3% = 0.015"},
    {"2026-06-05", WEEK, 12049, 1, "(120.49 - 120.00) x 3% = 0.0147"},
    {"2026-06-05", WEEK, 27000, 450, "(270.00 - 120.00) x 3% = 4.50"},
    /* The rate changed on 6 April 2018 and on 6 April 2019. */
    {"2018-04-05", WEEK, 30000, 187, "(300.00 - 113.00) x 1% = 1.87"},
    {"2018-04-06", WEEK, 30000, 368, "(300.00 - 116.00) x 2% = 3.68"},
    {"2019-04-05", WEEK, 30000, 368, "(300.00 - 116.00) x 2% = 3.68"},
    {"2019-04-06", WEEK, 30000, 546, "(300.00 - 118.00) x 3% = 5.46"},
};

START_TEST(the_contribution_is_what_the_working_says)
{
    phb_pence pension = -1;
    phb_status status =
        phb_employer_pension(NULL, date_of(rows[_i].paid_on), (phb_pay_frequency)rows[_i].frequency,
                             rows[_i].gross, &pension, NULL);
    ck_assert_msg(status == PHB_OK && pension == rows[_i].pension,
                  "%s, frequency %d, %lld pence: %s %lld, not %lld: %s", rows[_i].paid_on,
                  rows[_i].frequency, (long long)rows[_i].gross, phb_status_name(status),
                  (long long)pension, (long long)rows[_i].pension, rows[_i].working);
}
END_TEST

static const struct {
    const char *what;
    const char *paid_on; /* NULL: no day of the calendar */
    int frequency;
    phb_pence gross;
    phb_status status;
} refusals[] = {
    {"less than nothing", "2026-06-05", WEEK, -1, PHB_ERROR_RANGE},
    {"more than there may be", "2026-06-05", WEEK, PHB_PENCE_MAX + 1, PHB_ERROR_RANGE},
    {"a year before the first held", "2012-06-05", WEEK, 100, PHB_ERROR_RATE_NOT_IN_FORCE},
    {"the day before the first held", "2013-04-05", WEEK, 100, PHB_ERROR_RATE_NOT_IN_FORCE},
    {"the day behind the last held", "2027-04-06", WEEK, 100, PHB_ERROR_RATE_NOT_IN_FORCE},
    {"years behind the last held", "2031-06-05", WEEK, 100, PHB_ERROR_RATE_NOT_IN_FORCE},
    {"no day", NULL, WEEK, 100, PHB_ERROR_DATE},
    {"no frequency", "2026-06-05", 0, 100, PHB_ERROR_ARGUMENT},
    {"a frequency that is none", "2026-06-05", 6, 100, PHB_ERROR_ARGUMENT},
};

START_TEST(what_cannot_be_answered_is_refused)
{
    phb_pence pension = -7;
    phb_error error = PHB_ERROR_INIT;
    phb_date paid_on = refusals[_i].paid_on ? date_of(refusals[_i].paid_on) : PHB_DATE_NONE;
    phb_status status =
        phb_employer_pension(NULL, paid_on, (phb_pay_frequency)refusals[_i].frequency,
                             refusals[_i].gross, &pension, &error);
    ck_assert_msg(status == refusals[_i].status, "%s: %s", refusals[_i].what,
                  phb_status_name(status));
    ck_assert_int_eq(error.status, status);
    ck_assert_msg(pension == -7, "%s: the output was touched", refusals[_i].what);
}
END_TEST

START_TEST(an_output_is_needed)
{
    ck_assert_int_eq(
        phb_employer_pension(NULL, date_of("2026-06-05"), PHB_PAY_WEEKLY, 100, NULL, NULL),
        PHB_ERROR_ARGUMENT);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("pension_boundaries");
    add_rows(tcase, the_contribution_is_what_the_working_says, rows);
    add_rows(tcase, what_cannot_be_answered_is_refused, refusals);
    tcase_add_test(tcase, an_output_is_needed);
    return suite_run("pension_boundaries", tcase);
}
