/* The contingency, and personal wheelchair budgets: what the totals say of them. */

#include <stdio.h>
#include <string.h>

#include "support/costed.h"
#include "support/recompute.h"
#include "support/suite.h"

#define A_YEAR "2026-04-06/2027-04-05"

/* £1,000.00 a year that recurs, and £50.00 once. */
#define LINES \
    "'lines': [{'id': 'a', 'category': 'agency', 'amount': '1000.00', 'per': 'year', " \
    "'deployment': '%s'}, {'id': 'b', 'category': 'dbs', 'amount': '50.00', 'per': 'once', " \
    "'deployment': 'third_party'}], "

static const struct {
    const char *rest;
    phb_pence inside; /* PHB_PENCE_NONE: there is no such line */
    phb_pence outside;
} contingencies[] = {
    /* 4 of 52 1/7 weeks: £76.7123… */
    {"'contingency': {'weeks': 4}", 7671, 0},
    {"'contingency': {'weeks': 4, 'held': 'outside'}", PHB_PENCE_NONE, 7671},
    /* Of exactly 52: £76.9230… */
    {"'weeks_in_year': '52', 'contingency': {'weeks': 4}", 7692, 0},
    {"'contingency': {'weeks': 0.25}", 479, 0},
    {"'contingency': {'percent': '12.5%'}", 12500, 0},
    {"'contingency': {'percent': '0.0005%'}", 1, 0}, /* half a penny goes up */
    {"'contingency': {'amount': '30.00', 'held': 'inside'}", 3000, 0},
    {"'contingency': {'amount': '30.00', 'held': 'outside'}", PHB_PENCE_NONE, 3000},
    {"'contingency': {'amount': '0.00'}", 0, 0},
    {"'kind': 'ongoing'", PHB_PENCE_NONE, 0},
};

START_TEST(a_contingency_is_a_part_of_what_recurs)
{
    char members[1024];
    snprintf(members, sizeof members, LINES "%s", "notional", contingencies[_i].rest);
    phb_costing *costing = costed(A_YEAR, members);
    phb_pence inside = contingencies[_i].inside == PHB_PENCE_NONE ? 0 : contingencies[_i].inside;
    const char *wrong = recompute(costing);
    ck_assert_int_eq(line_in(costing, "contingency/2026-04-06"), contingencies[_i].inside);
    ck_assert_int_eq(total_in(costing, "recurring", ""), 100000);
    ck_assert_int_eq(total_in(costing, "one_off", ""), 5000);
    ck_assert_int_eq(total_in(costing, "contingency", ""), inside);
    ck_assert_int_eq(total_in(costing, "contingency_outside", ""), contingencies[_i].outside);
    ck_assert_int_eq(total_in(costing, "total", ""), 105000 + inside);
    ck_assert_int_eq(total_in(costing, "by_category", "contingency"), contingencies[_i].inside);
    ck_assert_msg(!wrong, "%s", wrong);
    phb_costing_free(costing);
}
END_TEST

static const struct {
    const char *of_line;
    const char *said;
    const char *expected;
} deployments[] = {
    {"notional", "", "notional"}, /* of the first line, since nobody has a direct payment */
    {"direct_payment", "", "direct_payment"},
    {"notional", ", 'deployment': 'third_party'", "third_party"},
};

START_TEST(a_contingency_is_of_the_direct_payment_if_there_is_one)
{
    char members[1024];
    snprintf(members, sizeof members, LINES "'contingency': {'amount': '7.77'%s}",
             deployments[_i].of_line, deployments[_i].said);
    phb_costing *costing = costed(A_YEAR, members);
    const phb_table *lines = phb_costing_table(costing, PHB_COSTING_LINES);
    ck_assert_uint_eq(phb_table_rows(lines), 3);
    ck_assert_str_eq(phb_table_text(lines, "deployment", 2), deployments[_i].expected);
    phb_costing_free(costing);
}
END_TEST

START_TEST(a_contingency_alone_is_of_the_direct_payment)
{
    phb_costing *costing = costed(A_YEAR, "'contingency': {'amount': '7.77'}");
    ck_assert_int_eq(total_in(costing, "by_deployment", "direct_payment"), 777);
    phb_costing_free(costing);
}
END_TEST

/* What rests on values not yet known is provisional, and so is a part of it; a sum is not. */
START_TEST(a_part_of_what_is_provisional_is_provisional)
{
    static const char *const members[] = {"'contingency': {'percent': '10%'}",
                                          "'contingency': {'amount': '10.00'}"};
    for (size_t i = 0; i < COUNT_OF(members); i++) {
        char text[1024];
        snprintf(text, sizeof text,
                 "'assistants': [{'id': 'pa', 'pay_frequency': 'weekly', 'hours': "
                 "[{'hours_per_week': 20, 'rate': '13.50'}], 'leave': {'method': 'accrual'}, "
                 "'deployment': 'notional'}], %s",
                 members[i]);
        phb_costing *costing = costed("2027-04-06/2028-04-05", text);
        const phb_table *lines = phb_costing_table(costing, PHB_COSTING_LINES);
        size_t last = phb_table_rows(lines) - 1;
        ck_assert_str_eq(phb_table_text(lines, "category", last), "contingency");
        ck_assert_int_eq(phb_table_int32(lines, "provisional", NULL)[last], i == 0);
        phb_costing_free(costing);
    }
}
END_TEST

static const struct {
    const char *rest;
    phb_pence budget;
    phb_pence person_pays;
    const char *deployment;
} chairs[] = {
    {"'option': 'notional', 'prescribed_cost': '1850.00', 'price': '2640.00', 'maintenance': "
     "'420.00'",
     185000, 0, "notional"},
    {"'option': 'notional_with_contribution', 'prescribed_cost': '1850.00', 'price': '2640.00', "
     "'maintenance': '420.00'",
     185000, 79000, "notional"},
    {"'option': 'third_party', 'prescribed_cost': '1850.00', 'price': '2640.00', 'maintenance': "
     "'420.00'",
     227000, 37000, "third_party"},
    {"'option': 'direct_payment', 'prescribed_cost': '1850.00', 'price': '2640.00', "
     "'maintenance': '420.00'",
     227000, 37000, "direct_payment"},
    {"'option': 'third_party', 'prescribed_cost': '1850.00', 'price': '2640.00'", 185000, 79000,
     "third_party"},
    {"'option': 'third_party', 'prescribed_cost': '1850.00'", 185000, 0, "third_party"},
    /* A chair for less: nobody pays, and nobody is paid. */
    {"'option': 'notional_with_contribution', 'prescribed_cost': '1850.00', 'price': '1000.00'",
     185000, 0, "notional"},
};

START_TEST(the_person_pays_what_a_dearer_chair_costs_more)
{
    char members[512];
    snprintf(members, sizeof members, "'wheelchair': {%s}", chairs[_i].rest);
    phb_costing *costing = costed(A_YEAR, members);
    const char *wrong = recompute(costing);
    ck_assert_int_eq(line_in(costing, "wheelchair/2026-04-06"), chairs[_i].budget);
    ck_assert_int_eq(total_in(costing, "one_off", ""), chairs[_i].budget);
    ck_assert_int_eq(total_in(costing, "total", ""), chairs[_i].budget);
    ck_assert_int_eq(total_in(costing, "person_pays", ""), chairs[_i].person_pays);
    ck_assert_int_eq(total_in(costing, "by_deployment", chairs[_i].deployment), chairs[_i].budget);
    ck_assert_msg(!wrong, "%s", wrong);
    phb_costing_free(costing);
}
END_TEST

/* £1,000.00 and £50.00 of a year that is cut short after 73 days: a fifth, and a full year again.
 */
START_TEST(a_full_year_is_beside_the_first)
{
    char members[512];
    snprintf(members, sizeof members, LINES "'kind': 'ongoing'", "notional");
    phb_costing *costing = costed("2026-04-06/2026-06-17", members);
    ck_assert_int_eq(total_in(costing, "recurring", ""), 20000);
    ck_assert_int_eq(total_in(costing, "weekly", ""), 1918); /* ÷ 10 3/7 */
    ck_assert_int_eq(total_in(costing, "full_year", ""), 100000);
    phb_costing_free(costing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("contingency");
    add_rows(tcase, a_contingency_is_a_part_of_what_recurs, contingencies);
    add_rows(tcase, a_contingency_is_of_the_direct_payment_if_there_is_one, deployments);
    tcase_add_test(tcase, a_contingency_alone_is_of_the_direct_payment);
    tcase_add_test(tcase, a_part_of_what_is_provisional_is_provisional);
    add_rows(tcase, the_person_pays_what_a_dearer_chair_costs_more, chairs);
    tcase_add_test(tcase, a_full_year_is_beside_the_first);
    return suite_run("contingency", tcase);
}
