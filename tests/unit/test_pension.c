#include "costing/pension.h"

#include <phb/employer.h>

#include "support/suite.h"

/* (pay up to the upper level - the lower level) × the rate, to the nearest penny. */
static const struct {
    const char *paid_on;
    phb_pay_frequency frequency;
    phb_pence gross;
    phb_pence pension;
} cases[] = {
    {"2026-06-05", PHB_PAY_WEEKLY, 12000, 0},
    {"2026-06-05", PHB_PAY_WEEKLY, 12016, 0},   /* 0.16 × 3% = 0.0048 */
    {"2026-06-05", PHB_PAY_WEEKLY, 12017, 1},   /* 0.0051 */
    {"2026-06-05", PHB_PAY_WEEKLY, 27000, 450}, /* 150 × 3% */
    {"2026-06-05", PHB_PAY_WEEKLY, 30259, 548}, /* 182.59 × 3% = 5.4777 */
    {"2026-06-05", PHB_PAY_WEEKLY, 96700, 2541},
    {"2026-06-05", PHB_PAY_WEEKLY, 100000, 2541}, /* not above the upper level */
    {"2026-06-05", PHB_PAY_FORTNIGHTLY, 50000, 780},
    {"2026-06-05", PHB_PAY_FOUR_WEEKLY, 100000, 1560},
    {"2026-06-05", PHB_PAY_MONTHLY, 200000, 4440},
    {"2026-06-05", PHB_PAY_ANNUAL, 1000000, 11280}, /* 3,760 × 3% */
    {"2018-04-05", PHB_PAY_WEEKLY, 27000, 157},     /* 157 × 1% */
    {"2018-04-06", PHB_PAY_WEEKLY, 27000, 308},     /* 154 × 2% */
    {"2019-04-06", PHB_PAY_WEEKLY, 27000, 456},     /* 152 × 3% */
    {"2026-06-05", PHB_PAY_WEEKLY, 0, 0},
};

START_TEST(the_contribution_is_of_qualifying_earnings)
{
    phb_pence pension = -1;
    ck_assert_int_eq(phb_employer_pension(NULL, date_of(cases[_i].paid_on), cases[_i].frequency,
                                          cases[_i].gross, &pension, NULL),
                     PHB_OK);
    ck_assert_int_eq(pension, cases[_i].pension);
}
END_TEST

START_TEST(a_question_without_an_answer_is_refused)
{
    phb_pence pension = -77;
    phb_date day = date_of("2026-06-05");
    ck_assert_int_eq(phb_employer_pension(NULL, day, PHB_PAY_WEEKLY, -1, &pension, NULL),
                     PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_employer_pension(NULL, day, (phb_pay_frequency)9, 1, &pension, NULL),
                     PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_employer_pension(NULL, PHB_DATE_NONE, PHB_PAY_WEEKLY, 1, &pension, NULL),
                     PHB_ERROR_DATE);
    ck_assert_int_eq(
        phb_employer_pension(NULL, date_of("2013-04-05"), PHB_PAY_WEEKLY, 1, &pension, NULL),
        PHB_ERROR_RATE_NOT_IN_FORCE);
    ck_assert_int_eq(phb_employer_pension(NULL, day, PHB_PAY_WEEKLY, 1, NULL, NULL),
                     PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(pension, -77);
}
END_TEST

START_TEST(all_pay_may_count)
{
    struct phb__pension pension = {.basis = PHB_PENSION_ALL_PAY, .employer_ppm = 50000};
    phb__pension_compute(&pension, 27010);
    ck_assert_int_eq(pension.pension, 1351); /* 13.505, halves up */
}
END_TEST

/* 2026-27, weekly: lower level £120, trigger £192. The law says "more than". */
static const struct {
    phb_pension_membership membership;
    struct phb__pension_status status;
    phb_pence gross;
    bool is_member;
} members[] = {
    {PHB_PENSION_AUTO, {30, false, false}, 19200, false},
    {PHB_PENSION_AUTO, {30, false, false}, 19201, true},
    {PHB_PENSION_AUTO, {-1, false, false}, 19201, true}, /* age not said: an adult */
    {PHB_PENSION_AUTO, {21, false, false}, 50000, false},
    {PHB_PENSION_AUTO, {22, false, false}, 50000, true},
    {PHB_PENSION_AUTO, {66, true, false}, 50000, false},
    {PHB_PENSION_AUTO, {66, true, true}, 50000, true}, /* once in, in */
    {PHB_PENSION_AUTO, {30, false, true}, 10000, true},
    {PHB_PENSION_AUTO, {74, true, true}, 50000, true},
    {PHB_PENSION_AUTO, {75, true, true}, 50000, false},
    {(phb_pension_membership)0, {30, false, false}, 19201, true}, /* not said: auto */
    {PHB_PENSION_OPTED_IN, {30, false, false}, 12000, false},
    {PHB_PENSION_OPTED_IN, {30, false, false}, 12001, true},
    {PHB_PENSION_OPTED_IN, {15, false, false}, 50000, false},
    {PHB_PENSION_OPTED_IN, {16, false, false}, 50000, true},
    {PHB_PENSION_OPTED_IN, {74, true, false}, 50000, true},
    {PHB_PENSION_OPTED_IN, {75, true, false}, 50000, false},
    {PHB_PENSION_OPTED_IN, {30, false, true}, 12000, false},
    {PHB_PENSION_OPTED_OUT, {30, false, true}, 50000, false},
};

START_TEST(who_is_a_member)
{
    struct phb__law law;
    struct phb__pension_levels levels;
    ck_assert(phb__law_on(&phb__dataset_builtin, date_of("2026-06-05"), PHB_RATE_EXACT, &law));
    ck_assert(phb__pension_levels_on(&law, PHB_PAY_WEEKLY, &levels));
    ck_assert_int_eq(levels.lower, 12000);
    ck_assert_int_eq(levels.trigger, 19200);
    ck_assert_int_eq(levels.upper, 96700);
    ck_assert(phb__is_pension_member(&levels, members[_i].membership, &members[_i].status,
                                     members[_i].gross) == members[_i].is_member);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("pension");
    add_rows(tcase, the_contribution_is_of_qualifying_earnings, cases);
    tcase_add_test(tcase, a_question_without_an_answer_is_refused);
    tcase_add_test(tcase, all_pay_may_count);
    add_rows(tcase, who_is_a_member, members);
    return suite_run("pension", tcase);
}
