/*
 * Employer National Insurance of many amounts of pay. A question a line on standard input,
 *
 *     DATE FREQUENCY LETTER STEP COUNT    the pay 0, STEP, 2 x STEP ... pence, COUNT of them
 *
 * and its answers, in pence, as int32_t as the machine has them; -1 where there is none. FREQUENCY
 * is one letter: w, f, 4 or m.
 */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <phb/phb.h>

enum { ANSWERS_AT_A_TIME = 4096 };

static phb_pay_frequency
frequency_called(char name)
{
    static const char names[] = "wf4m";
    const char *found = strchr(names, name);
    return found ? (phb_pay_frequency)(PHB_PAY_WEEKLY + (found - names)) : (phb_pay_frequency)0;
}

static int32_t
answer(phb_date date, phb_pay_frequency frequency, char letter, phb_pence pay)
{
    phb_pence ni = -1;
    phb_status status = phb_employer_ni(NULL, date, frequency, letter, pay, &ni, NULL);
    return status == PHB_OK && ni <= INT32_MAX ? (int32_t)ni : -1;
}

int
main(void)
{
    char line[80];
    while (fgets(line, sizeof line, stdin)) {
        char day[11];
        char frequency = 0;
        char letter = 0;
        int64_t step = 0;
        int64_t count = 0;
        phb_date date = PHB_DATE_NONE;
        if (sscanf(line, "%10s %c %c %" SCNd64 " %" SCNd64, day, &frequency, &letter, &step,
                   &count) != 5 ||
            phb_date_parse(day, &date) != PHB_OK) {
            fputs("every_ni: a line is no question\n", stderr);
            return 64;
        }
        int32_t answers[ANSWERS_AT_A_TIME];
        for (int64_t done = 0; done < count;) {
            size_t held = 0;
            for (; held < ANSWERS_AT_A_TIME && done < count; held++, done++) {
                answers[held] = answer(date, frequency_called(frequency), letter, step * done);
            }
            if (fwrite(answers, sizeof answers[0], held, stdout) != held) {
                return 1;
            }
        }
        (void)fflush(stdout);
    }
    return 0;
}
