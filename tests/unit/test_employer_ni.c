#include "costing/employer_ni.h"

#include "support/suite.h"

/* Worked out by hand: (pay - threshold) × rate for each band, its third decimal 5 down and 6 up. */
static const struct {
    const char *paid_on;
    phb_pay_frequency frequency;
    char letter;
    phb_pence gross;
    phb_pence ni;
} cases[] = {
    {"2026-06-05", PHB_PAY_WEEKLY, 'A', 9600, 0},
    {"2026-06-05", PHB_PAY_WEEKLY, 'A', 9603, 0},           /* 0.0045 */
    {"2026-06-05", PHB_PAY_WEEKLY, 'A', 9604, 1},           /* 0.0060 */
    {"2026-06-05", PHB_PAY_WEEKLY, 'A', 27000, 2610},       /* 174 × 15% */
    {"2026-06-05", PHB_PAY_WEEKLY, 'A', 30259, 3099},       /* 206.59 × 15% = 30.9885 */
    {"2026-06-05", PHB_PAY_WEEKLY, 'A', 100000, 13560},     /* 871 × 15% + 33 × 15% */
    {"2026-06-05", PHB_PAY_FORTNIGHTLY, 'A', 50000, 4605},  /* 5,000 × 2/52 = 192.31: £193 */
    {"2026-06-05", PHB_PAY_FOUR_WEEKLY, 'A', 100000, 9225}, /* 384.62: £385 */
    {"2026-06-05", PHB_PAY_MONTHLY, 'A', 200000, 23745},    /* 1,583 × 15% */
    {"2026-06-05", PHB_PAY_ANNUAL, 'A', 2000000, 225000},
    {"2026-06-05", PHB_PAY_WEEKLY, 'C', 27000, 2610},
    {"2026-06-05", PHB_PAY_WEEKLY, 'M', 60000, 0},
    {"2026-06-05", PHB_PAY_WEEKLY, 'M', 96700, 0},
    {"2026-06-05", PHB_PAY_WEEKLY, 'M', 100000, 495}, /* only what is above £967 */
    {"2026-06-05", PHB_PAY_WEEKLY, 'H', 100000, 495},
    {"2026-06-05", PHB_PAY_WEEKLY, 'V', 100000, 495},
    {"2026-06-05", PHB_PAY_WEEKLY, 'F', 48100, 0},
    {"2026-06-05", PHB_PAY_WEEKLY, 'F', 60000, 1785}, /* 119 × 15% */
    {"2026-06-05", PHB_PAY_WEEKLY, 'X', 100000, 0},
    {"2022-11-05", PHB_PAY_WEEKLY, 'A', 40000, 3386}, /* 225 × 15.05% = 33.8625 */
    {"2022-11-06", PHB_PAY_WEEKLY, 'A', 40000, 3105}, /* 225 × 13.8% */
    /* Three bands: 622, 27 and 3 pounds at 13.8%: 85.836, 3.726 and 0.414. */
    {"2013-06-05", PHB_PAY_WEEKLY, 'A', 80000, 8584 + 373 + 41},
    {"2026-06-05", PHB_PAY_WEEKLY, 'A', 0, 0},
    {"2026-06-05", PHB_PAY_ANNUAL, 'A', PHB_PENCE_MAX, 150000000000 - 75000},
};

START_TEST(national_insurance_is_by_bands)
{
    phb_pence ni = -1;
    ck_assert_int_eq(phb_employer_ni(NULL, date_of(cases[_i].paid_on), cases[_i].frequency,
                                     cases[_i].letter, cases[_i].gross, &ni, NULL),
                     PHB_OK);
    ck_assert_int_eq(ni, cases[_i].ni);
}
END_TEST

static const struct {
    const char *paid_on; /* "" for no day */
    int frequency;
    char letter;
    phb_pence gross;
    phb_status status;
} refused[] = {
    {"2026-06-05", 0, 'A', 1, PHB_ERROR_ARGUMENT},
    {"2026-06-05", 6, 'A', 1, PHB_ERROR_ARGUMENT},
    {"", 1, 'A', 1, PHB_ERROR_DATE},
    {"2026-06-05", 1, 'A', -1, PHB_ERROR_RANGE},
    {"2026-06-05", 1, 'A', PHB_PENCE_MAX + 1, PHB_ERROR_RANGE},
    {"2026-06-05", 1, 'G', 1, PHB_ERROR_RANGE},
    {"2026-06-05", 1, 'a', 1, PHB_ERROR_RANGE},
    {"2026-06-05", 1, '\0', 1, PHB_ERROR_RANGE},
    {"2022-04-05", 1, 'V', 1, PHB_ERROR_RATE_NOT_IN_FORCE},
    {"2013-04-05", 1, 'A', 1, PHB_ERROR_RATE_NOT_IN_FORCE},
    {"2027-04-06", 1, 'A', 1, PHB_ERROR_RATE_NOT_IN_FORCE},
};

START_TEST(a_question_without_an_answer_is_refused)
{
    phb_pence ni = -77;
    phb_error error = PHB_ERROR_INIT;
    phb_date day = refused[_i].paid_on[0] == '\0' ? PHB_DATE_NONE : date_of(refused[_i].paid_on);
    ck_assert_int_eq(phb_employer_ni(NULL, day, (phb_pay_frequency)refused[_i].frequency,
                                     refused[_i].letter, refused[_i].gross, &ni, &error),
                     refused[_i].status);
    ck_assert_int_eq(ni, -77);
    ck_assert_str_ne(error.message, "");
    ck_assert_int_eq(phb_employer_ni(NULL, day, PHB_PAY_WEEKLY, 'A', 1, NULL, NULL),
                     PHB_ERROR_ARGUMENT);
}
END_TEST

START_TEST(the_bands_say_where_they_lie)
{
    struct phb__law law;
    struct phb__ni ni;
    ck_assert(phb__law_on(&phb__dataset_builtin, date_of("2026-06-05"), PHB_RATE_EXACT, &law));
    const struct phb__ni_letter *letter = phb__letter_on(law.dataset, 'A', law.day);
    ck_assert(phb__ni_compute(&law, PHB_PAY_FOUR_WEEKLY, letter, 500000, &ni));
    ck_assert_int_eq(ni.band_count, 2);
    ck_assert_int_eq(ni.bands[0].lower.pence, 38500); /* 5,000 × 4/52, up to a pound */
    ck_assert_int_eq(ni.bands[0].lower.weeks, 4);
    ck_assert_int_eq(ni.bands[0].upper.pence, 386700); /* 50,270 × 4/52 = 3,866.92 */
    ck_assert_int_eq(ni.bands[0].pay, 348200);
    ck_assert_int_eq(ni.bands[1].pay, 113300);
    ck_assert_int_eq(ni.total, ni.bands[0].ni + ni.bands[1].ni);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("employer_ni");
    add_rows(tcase, national_insurance_is_by_bands, cases);
    add_rows(tcase, a_question_without_an_answer_is_refused, refused);
    tcase_add_test(tcase, the_bands_say_where_they_lie);
    return suite_run("employer_ni", tcase);
}
