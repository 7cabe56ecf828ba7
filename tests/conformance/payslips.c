/*
 * Answers questions about single payslips, one a line on standard input, an answer a line on
 * standard output: pence, or the name of the status that refused it.
 *
 *     ni DATE FREQUENCY LETTER PENCE
 *     pension DATE FREQUENCY PENCE
 */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <phb/phb.h>

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

/* false when the line is no question. */
static bool
answer(const char *line)
{
    char day[16];
    char frequency[16];
    char letter = 0;
    phb_date date = PHB_DATE_NONE;
    phb_pence gross = 0;
    phb_pence result = 0;
    phb_status status = PHB_OK;
    bool asks_ni = sscanf(line, "ni %15s %15s %c %" SCNd64, day, frequency, &letter, &gross) == 4;
    if (!asks_ni && sscanf(line, "pension %15s %15s %" SCNd64, day, frequency, &gross) != 3) {
        return false;
    }
    status = phb_date_parse(day, &date);
    if (status == PHB_OK && asks_ni) {
        status =
            phb_employer_ni(NULL, date, frequency_called(frequency), letter, gross, &result, NULL);
    } else if (status == PHB_OK) {
        status =
            phb_employer_pension(NULL, date, frequency_called(frequency), gross, &result, NULL);
    }
    if (status == PHB_OK) {
        printf("%" PRId64 "\n", result);
    } else {
        puts(phb_status_name(status));
    }
    return true;
}

int
main(void)
{
    char line[128];
    while (fgets(line, sizeof line, stdin)) {
        if (!answer(line)) {
            fputs("payslips: a line is no question\n", stderr);
            return 64;
        }
    }
    return 0;
}
