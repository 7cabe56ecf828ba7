/* Which letter each stretch of pay has, seen on the payslips of a whole costing. */

#include "costing/letter.h"

#include <stdio.h>
#include <string.h>

#include "support/json.h"
#include "support/suite.h"

static phb_costing *
costing_of(const char *birth, const char *letter, const char *start, const char *end)
{
    char text[1024];
    snprintf(text, sizeof(text),
             "{'format':'phb-budget/1','period':{'start':'%s','end':'%s'},'assistants':[{'id':'p',"
             "'date_of_birth':'%s','ni_letter':'%s','pay_frequency':'weekly','hours':[{"
             "'hours_per_week':10,'rate':10}],'leave':{'method':'accrual'},"
             "'deployment':'notional'}]}",
             start, end, birth, letter);
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    const char *json = quoted(text);
    ck_assert_int_eq(phb_budget_from_json(NULL, json, strlen(json), &budget, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_cost(budget, NULL, NULL, &costing, NULL), PHB_OK);
    phb_budget_free(budget);
    return costing;
}

static const struct {
    const char *birth;
    const char *letter;
    const char *start;
    const char *end;
    const char *letters; /* of the segments, in order */
    const char *note;    /* of the costing, "" none about the letter */
} rows[] = {
    {"", "", "2026-05-01", "2026-05-31", "A", "costing.assumed_adult"},
    {"", "B", "2026-05-01", "2026-05-31", "B", ""},
    {"1990-05-01", "", "2026-05-01", "2026-05-31", "A", ""},
    {"2010-05-10", "", "2026-05-01", "2026-05-31", "XM", ""}, /* 16 on 10 May */
    {"2005-05-10", "", "2026-05-01", "2026-05-31", "MA", ""}, /* 21 */
    {"2004-05-10", "", "2026-05-01", "2026-05-31", "AA", ""}, /* 22: a cut, the same letter */
    {"1960-05-01", "", "2026-05-01", "2026-12-31", "AC", ""}, /* 66 and a month: 1 June 2026 */
    {"1950-05-01", "", "2026-05-01", "2026-05-31", "C", ""},
    {"2005-05-10", "M", "2026-05-01", "2026-05-31", "MA", "costing.letter_lapsed"},
    {"2005-05-10", "Z", "2026-05-01", "2026-05-31", "ZA", "costing.letter_lapsed"},
    {"2010-05-10", "X", "2026-05-01", "2026-05-31", "XM", "costing.letter_lapsed"},
    {"2001-05-10", "H", "2026-05-01", "2026-05-31", "HA", "costing.letter_lapsed"},
    {"1990-05-01", "M", "2026-05-01", "2026-05-31", "A", "costing.letter_lapsed"},
    {"", "M", "2026-05-01", "2026-05-31", "M", ""}, /* without a date of birth it stays */
    {"1990-05-01", "V", "2028-04-01", "2028-04-10", "VA", "costing.letter_not_in_force"},
    {"1990-05-01", "F", "2022-04-01", "2022-04-10", "AF", "costing.letter_not_in_force"},
    {"1999-05-01", "", "2015-04-01", "2015-04-10", "XX", ""},
    {"1996-05-01", "", "2015-04-01", "2015-04-10", "AM", ""}, /* M began on 6 April 2015 */
};

START_TEST(the_letter_is_the_one_given_or_that_of_their_age)
{
    phb_costing *costing =
        costing_of(rows[_i].birth, rows[_i].letter, rows[_i].start, rows[_i].end);
    const phb_table *payslips = phb_costing_table(costing, PHB_COSTING_PAYSLIPS);
    char letters[16] = "";
    for (size_t row = 0; row < phb_table_rows(payslips) && row < 15; row++) {
        strcat(letters, phb_table_text(payslips, "ni_letter", row));
    }
    ck_assert_str_eq(letters, rows[_i].letters);
    const phb_table *notes = phb_costing_table(costing, PHB_COSTING_NOTES);
    size_t said = 0;
    for (size_t row = 0; row < phb_table_rows(notes); row++) {
        const char *rule = phb_table_text(notes, "rule", row);
        bool is_about_letters =
            strcmp(rule, "costing.assumed_adult") == 0 || strncmp(rule, "costing.letter", 14) == 0;
        said += is_about_letters ? 1 : 0;
        if (is_about_letters) {
            ck_assert_str_eq(rule, rows[_i].note);
            ck_assert_str_eq(phb_table_text(notes, "at", row), "/assistants/0");
        }
    }
    ck_assert_uint_eq(said, rows[_i].note[0] == '\0' ? 0 : 1);
    phb_costing_free(costing);
}
END_TEST

START_TEST(a_letter_has_a_label)
{
    ck_assert_str_eq(phb__letter_label('A'), "Employer National Insurance, letter A");
    ck_assert_str_eq(phb__letter_label('Z'), "Employer National Insurance, letter Z");
    ck_assert_str_eq(phb__letter_label('G'), "Employer National Insurance");
    ck_assert_str_eq(phb__letter_label('\0'), "Employer National Insurance");
    ck_assert_str_eq(phb__letter_label('a'), "Employer National Insurance");
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("letter");
    add_rows(tcase, the_letter_is_the_one_given_or_that_of_their_age, rows);
    tcase_add_test(tcase, a_letter_has_a_label);
    return suite_run("letter", tcase);
}
