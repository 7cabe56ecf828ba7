/* Whose money it is. */

#include <stdio.h>
#include <string.h>

#include "support/costed.h"
#include "support/recompute.h"
#include "support/suite.h"

/* "nhs 60.00; la 40.00" */
static const char *
split_of(const phb_costing *costing)
{
    static char text[1024];
    const phb_table *table = phb_costing_table(costing, PHB_COSTING_TOTALS);
    size_t used = 0;
    text[0] = '\0';
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        char amount[PHB_PENCE_TEXT_SIZE];
        if (strcmp(phb_table_text(table, "total", row), "by_funder") != 0) {
            continue;
        }
        ck_assert_int_eq(
            phb_pence_format(phb_table_int64(table, "amount", NULL)[row], amount, sizeof amount),
            PHB_OK);
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s %s", used == 0 ? "" : "; ",
                                 phb_table_text(table, "key", row), amount);
        ck_assert_uint_lt(used, sizeof text);
    }
    return text;
}

#define LINE(id, amount, rest) \
    "{'id': '" id "', 'category': 'other', 'amount': '" amount \
    "', 'per': 'once', 'deployment': 'notional'" rest "}"
#define FUNDER(id, rest) "{'id': '" id "', 'kind': 'nhs'" rest "}"
#define POUND_100 "'lines': [" LINE("a", "100.00", "") "], "

static const struct {
    const char *members;
    const char *split;
    size_t notes; /* that amounts were cut */
} splits[] = {
    {POUND_100 "'funders': []", "", 0},
    {POUND_100 "'funders': [" FUNDER("nhs", "") "]", "nhs 100.00", 0},
    {POUND_100
     "'funders': [" FUNDER("nhs", ", 'share': '60%'") ", " FUNDER("la", ", 'share': '40%'") "]",
     "nhs 60.00; la 40.00", 0},
    /* 10p: 2.5, 2.5 and 5 are cut to 2, 2 and 5; the penny left goes to the earlier. */
    {"'lines': [" LINE("a", "0.10", "") "], 'funders': [" FUNDER(
         "x",
         ", 'share': '25%'") ", " FUNDER("y",
                                         ", 'share': '25%'") ", " FUNDER("z",
                                                                         ", 'share': '50%'") "]",
     "x 0.03; y 0.02; z 0.05", 0},
    /* Amounts before shares: half of 70 each, and somebody with both has both. */
    {POUND_100 "'funders': [" FUNDER("x", ", 'share': '50%'") ", " FUNDER(
         "y", ", 'share': '50%', 'amount': '30.00'") ", " FUNDER("z", "") "]",
     "x 35.00; y 65.00; z 0.00", 0},
    /* At most what is left. */
    {POUND_100
     "'funders': [" FUNDER("x", ", 'amount': '60.00'") ", " FUNDER("y", ", 'amount': '60.00'") "]",
     "x 60.00; y 40.00", 1},
    {POUND_100
     "'funders': [" FUNDER("x", ", 'amount': '60.00'") ", " FUNDER("y", ", 'amount': '40.00'") "]",
     "x 60.00; y 40.00", 0},
    /* The rest goes to the one who has neither; to nobody when that is none, or more than one. */
    {POUND_100 "'funders': [" FUNDER("x", ", 'amount': '30.00'") ", " FUNDER("y", "") "]",
     "x 30.00; y 70.00", 0},
    {POUND_100 "'funders': [" FUNDER("x", ", 'amount': '30.00'") "]", "x 30.00; (no funder) 70.00",
     0},
    {POUND_100 "'funders': [" FUNDER("x", "") ", " FUNDER("y", "") "]",
     "x 0.00; y 0.00; (no funder) 100.00", 0},
    /* Lines that name somebody, whole: 40 of 100, and 10 of the rest. */
    {"'lines': [" LINE("a", "40.00", ", 'funder': 'la'") ", " LINE(
         "b", "60.00",
         "") "], 'funders': [" FUNDER("nhs", "") ", " FUNDER("la", ", 'amount': '10.00'") "]",
     "nhs 50.00; la 50.00", 0},
    /* The contingency inside is of the rest. */
    {"'lines': [" LINE("a", "40.00",
                       ", 'funder': 'la'") "], 'contingency': {'amount': '5.00'}, "
                                           "'funders': [" FUNDER("nhs", "") ", " FUNDER(
                                               "la", ", 'amount': '0.00'") "]",
     "nhs 5.00; la 40.00", 0},
    {"'funders': [" FUNDER("nhs", ", 'share': '100%'") "]", "nhs 0.00", 0},
};

START_TEST(the_total_is_split)
{
    phb_costing *costing = costed("2026-04-06/2027-04-05", splits[_i].members);
    const char *wrong = recompute(costing);
    ck_assert_str_eq(split_of(costing), splits[_i].split);
    ck_assert_uint_eq(notes_in(costing, "costing.funders_beyond_total"), splits[_i].notes);
    ck_assert_msg(!wrong, "%s", wrong);
    phb_costing_free(costing);
}
END_TEST

#define ASSISTANT(id, funder) \
    "{'id': '" id "', 'pay_frequency': 'weekly', 'hours': [{'hours_per_week': 1, 'rate': " \
    "'96.04'}], 'leave': {'method': 'none', 'reason': 'family'}, 'deployment': " \
    "'direct_payment'" funder "}"

/*
 * Two assistants, a week of £96.04 each, owe a penny of National Insurance each. Two pence of
 * allowance take both off; one penny goes to the earlier, for both brought as much.
 */
static const struct {
    const char *used;
    const char *assistants;
    const char *split;
} allowances[] = {
    {"0.00", ASSISTANT("p", ", 'funder': 'la'") ", " ASSISTANT("q", ""), "nhs 96.04; la 96.04"},
    {"10499.99", ASSISTANT("p", ", 'funder': 'la'") ", " ASSISTANT("q", ""), "nhs 96.05; la 96.04"},
    {"10499.99", ASSISTANT("p", "") ", " ASSISTANT("q", ", 'funder': 'la'"), "nhs 96.04; la 96.05"},
    {"10500.00", ASSISTANT("p", "") ", " ASSISTANT("q", ", 'funder': 'la'"), "nhs 96.05; la 96.05"},
    {"0.00", ASSISTANT("p", "") ", " ASSISTANT("q", ""), "nhs 192.08; la 0.00"},
};

START_TEST(the_allowance_goes_with_the_assistants)
{
    char members[2048];
    snprintf(members, sizeof members,
             "'employer': {'employment_allowance': {'claim': true, 'already_used': [{'tax_year': "
             "2026, 'amount': '%s'}]}}, 'assistants': [%s], 'funders': [%s, %s]",
             allowances[_i].used, allowances[_i].assistants, FUNDER("nhs", ""),
             FUNDER("la", ", 'amount': '0.00'"));
    phb_costing *costing = costed("2026-04-06/2026-04-12", members);
    const char *wrong = recompute(costing);
    ck_assert_str_eq(split_of(costing), allowances[_i].split);
    ck_assert_msg(!wrong, "%s", wrong);
    phb_costing_free(costing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("funders");
    add_rows(tcase, the_total_is_split, splits);
    add_rows(tcase, the_allowance_goes_with_the_assistants, allowances);
    return suite_run("funders", tcase);
}
