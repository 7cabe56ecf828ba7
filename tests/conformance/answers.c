/*
 * Answers questions about the law, one a line on standard input, an answer a line on standard
 * output, or the name of the status that refused it. Ages are in years, -1 where none is needed.
 *
 *     ni DATE FREQUENCY LETTER PENCE           pence
 *     pension DATE FREQUENCY PENCE             pence
 *     category DATE FREQUENCY PENCE AGE OVER   what the Pensions Act 2008 calls the worker; OVER is
 *                                              1 from State Pension age
 *     rate KEY DATE AGE                        the value, in its unit
 *     retires BIRTH                            the day of State Pension age
 *     holidays FIRST LAST                      the bank holidays, with commas between
 *     count FIRST LAST                         how many they are
 */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <phb/phb.h>

#include "costing/pension.h"
#include "rates/bank_holidays.h"
#include "rates/law.h"

/* What one question may be made of: its first word, and up to five more. */
struct question {
    char words[6][40];
    int count;
};

static phb_pay_frequency
frequency_called(const char *name)
{
    static const char *const names[] = {"weekly", "fortnightly", "four_weekly", "monthly",
                                        "annual"};
    for (int i = 0; i < 5; i++) {
        if (strcmp(names[i], name) == 0) {
            return (phb_pay_frequency)(PHB_PAY_WEEKLY + i);
        }
    }
    return (phb_pay_frequency)0;
}

static phb_date
date_in(const struct question *question, int word)
{
    phb_date date = PHB_DATE_NONE;
    (void)phb_date_parse(question->words[word], &date);
    return date;
}

static int64_t
number_in(const struct question *question, int word)
{
    int64_t number = 0;
    (void)sscanf(question->words[word], "%" SCNd64, &number);
    return number;
}

static void
print_date(phb_date date)
{
    char text[PHB_DATE_TEXT_SIZE] = "none";
    (void)phb_date_format(date, text, sizeof text);
    fputs(text, stdout);
}

static phb_status
answer_ni(const struct question *question)
{
    phb_pence ni = 0;
    phb_status status =
        phb_employer_ni(NULL, date_in(question, 1), frequency_called(question->words[2]),
                        question->words[3][0], number_in(question, 4), &ni, NULL);
    if (status == PHB_OK) {
        printf("%" PRId64, ni);
    }
    return status;
}

static phb_status
answer_pension(const struct question *question)
{
    phb_pence pension = 0;
    phb_status status =
        phb_employer_pension(NULL, date_in(question, 1), frequency_called(question->words[2]),
                             number_in(question, 3), &pension, NULL);
    if (status == PHB_OK) {
        printf("%" PRId64, pension);
    }
    return status;
}

static phb_status
answer_category(const struct question *question)
{
    struct phb__law law;
    struct phb__pension_levels levels;
    if (!phb__law_on(&phb__dataset_builtin, date_in(question, 1), PHB_RATE_EXACT, &law) ||
        !phb__pension_levels_on(&law, frequency_called(question->words[2]), &levels)) {
        return PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    phb_pence pay = number_in(question, 3);
    struct phb__pension_status worker = {.age_years = (int32_t)number_in(question, 4),
                                         .is_over_state_pension_age = number_in(question, 5) == 1};
    if (phb__is_pension_member(&levels, PHB_PENSION_AUTO, &worker, pay)) {
        fputs("eligible_jobholder", stdout);
    } else if (phb__is_pension_member(&levels, PHB_PENSION_OPTED_IN, &worker, pay)) {
        fputs("non_eligible_jobholder", stdout);
    } else if (phb__is_pension_member(&levels, PHB_PENSION_OPTED_IN, &worker, levels.upper)) {
        fputs("entitled_worker", stdout); /* of an age that more pay would let opt in */
    } else {
        fputs("outside", stdout);
    }
    return PHB_OK;
}

static phb_status
answer_rate(const struct question *question)
{
    phb_rate_query query = PHB_RATE_QUERY_INIT;
    phb_rate rate = PHB_RATE_INIT;
    query.key = question->words[1];
    query.on = date_in(question, 2);
    query.age_years = (int32_t)number_in(question, 3);
    phb_status status = phb_rates_find(NULL, &query, &rate, NULL);
    if (status == PHB_OK) {
        printf("%" PRId64, rate.value);
    }
    return status;
}

static phb_status
answer_retires(const struct question *question)
{
    print_date(phb__state_pension_date(&phb__dataset_builtin, date_in(question, 1)));
    return PHB_OK;
}

static phb_status
answer_holidays(const struct question *question)
{
    phb_table *table = NULL;
    phb_status status = phb_rates_bank_holidays(NULL, NULL, date_in(question, 1),
                                                date_in(question, 2), &table, NULL);
    const int32_t *dates = phb_table_int32(table, "date", NULL);
    for (size_t i = 0; i < phb_table_rows(table); i++) {
        fputs(i == 0 ? "" : ",", stdout);
        print_date(dates[i]);
    }
    phb_table_free(table);
    return status;
}

static phb_status
answer_count(const struct question *question)
{
    printf("%" PRId32, phb__bank_holidays_between(&phb__dataset_builtin, date_in(question, 1),
                                                  date_in(question, 2)));
    return PHB_OK;
}

static const struct {
    const char *name;
    int words;
    phb_status (*answer)(const struct question *question);
} kinds[] = {
    {"ni", 5, answer_ni},       {"pension", 4, answer_pension}, {"category", 6, answer_category},
    {"rate", 4, answer_rate},   {"retires", 2, answer_retires}, {"holidays", 3, answer_holidays},
    {"count", 3, answer_count},
};

/* false when the line is no question. */
static bool
answer(const char *line)
{
    struct question question = {.count = 0};
    question.count =
        sscanf(line, "%39s %39s %39s %39s %39s %39s", question.words[0], question.words[1],
               question.words[2], question.words[3], question.words[4], question.words[5]);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(kinds[i].name, question.words[0]) == 0 && kinds[i].words == question.count) {
            phb_status status = kinds[i].answer(&question);
            puts(status == PHB_OK ? "" : phb_status_name(status));
            return true;
        }
    }
    return false;
}

int
main(void)
{
    char line[160];
    while (fgets(line, sizeof line, stdin)) {
        if (!answer(line)) {
            fputs("answers: a line is no question\n", stderr);
            return 64;
        }
    }
    return 0;
}
