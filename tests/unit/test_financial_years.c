/* What falls into each NHS financial year, 1 April to 31 March. */

#include <string.h>

#include "support/costed.h"
#include "support/recompute.h"
#include "support/suite.h"

#define ONCE(amount, days) \
    "'lines': [{'id': 'a', 'category': 'other', 'amount': '" amount \
    "', 'per': 'once', 'deployment': 'notional'" days "}]"

#define A_YEAR "2026-04-06/2027-04-05"

static const struct {
    const char *period;
    const char *members;
    phb_pence years[4]; /* from that of the first day on */
    size_t count;
} budgets[] = {
    /* 360 of 365 days: £98.6301…, and £1.3698… has the larger remainder. */
    {A_YEAR, ONCE("100.00", ""), {9863, 137}, 2},
    {A_YEAR, ONCE("100.00", ", 'end': '2027-03-31'"), {10000, 0}, 2},
    {A_YEAR, ONCE("100.00", ", 'start': '2027-04-01'"), {0, 10000}, 2},
    /* Two days each: the one penny goes to the earlier. */
    {A_YEAR, ONCE("0.01", ", 'start': '2027-03-30', 'end': '2027-04-02'"), {1, 0}, 2},
    {"2026-04-06/2027-03-31", ONCE("100.00", ""), {10000}, 1},
    /* 2, 365, 366 and 2 of 735 days: 0.02…, 4.96…, 4.97… and 0.02… of ten pence. */
    {"2026-03-30/2028-04-02", ONCE("0.10", ""), {0, 5, 5, 0}, 4},
    /*
     * A week of £96.04 and a penny of National Insurance, five of its days in March: £68.60 and
     * £27.44, and the penny goes to the five days. The allowance takes a penny off over all ten
     * days, five in each year: off the earlier.
     */
    {"2027-03-27/2027-04-05",
     "'employer': {'employment_allowance': {'claim': true}}, 'assistants': [{'id': 'pa', 'end': "
     "'2027-04-02', 'pay_frequency': 'weekly', 'hours': [{'hours_per_week': 1, 'rate': "
     "'96.04'}], 'leave': {'method': 'none', 'reason': 'family'}, 'deployment': "
     "'direct_payment'}]",
     {6860, 2744},
     2},
    {A_YEAR, "'kind': 'ongoing'", {0, 0}, 2},
    /* What is held outside is in no year. */
    {"2026-04-06/2027-03-31",
     "'contingency': {'amount': '5.00', 'held': 'outside'}, " ONCE("1.00", ""),
     {100},
     1},
};

START_TEST(lines_are_split_by_their_days)
{
    phb_costing *costing = costed(budgets[_i].period, budgets[_i].members);
    const phb_table *table = phb_costing_table(costing, PHB_COSTING_TOTALS);
    const char *wrong = recompute(costing);
    phb_pence sum = 0;
    size_t count = 0;
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        if (strcmp(phb_table_text(table, "total", row), "by_financial_year") == 0) {
            phb_pence amount = phb_table_int64(table, "amount", NULL)[row];
            ck_assert_uint_lt(count, budgets[_i].count);
            ck_assert_int_eq(amount, budgets[_i].years[count]);
            sum += amount;
            count++;
        }
    }
    ck_assert_uint_eq(count, budgets[_i].count);
    ck_assert_int_eq(sum, phb_costing_total_pence(costing));
    ck_assert_msg(!wrong, "%s", wrong);
    phb_costing_free(costing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("financial_years");
    add_rows(tcase, lines_are_split_by_their_days, budgets);
    return suite_run("financial_years", tcase);
}
