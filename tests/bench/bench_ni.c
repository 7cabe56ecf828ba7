/*
 * Employer National Insurance on one payslip: bench_ni SEED [SAMPLE]
 *
 * Many different payslips, so that no branch can be learned by heart. With SAMPLE, the first so
 * many are printed with their result, to be worked out again by somebody else.
 */

#include <phb/phb.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

#define COUNT 200000u

struct question {
    phb_date day;
    phb_pay_frequency frequency;
    char letter;
    phb_pence gross;
};

/* SplitMix64: short, and the same everywhere. */
static uint64_t
next(uint64_t *state)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* Days from 6 April 2022 to 5 April 2027, on which all of these letters are in force. */
static void
fill(struct question *questions, uint64_t seed)
{
    static const char letters[] = "AAAAAAAABCFHIJLMSVXZ";
    phb_date first = 0;
    (void)phb_date_parse("2022-04-06", &first);
    for (size_t i = 0; i < COUNT; i++) {
        questions[i].day = first + (phb_date)(next(&seed) % 1826);
        questions[i].frequency = (phb_pay_frequency)(1 + next(&seed) % 4);
        questions[i].letter = letters[next(&seed) % (sizeof letters - 1)];
        questions[i].gross = (phb_pence)(next(&seed) % 600000);
    }
}

static int64_t
measure(const struct question *questions, const phb_rates *rates, phb_pence *out_sum)
{
    int64_t start = bench_now();
    phb_pence sum = 0;
    for (size_t i = 0; i < COUNT; i++) {
        phb_pence ni = 0;
        bench_expect_ok((int)phb_employer_ni(rates, questions[i].day, questions[i].frequency,
                                             questions[i].letter, questions[i].gross, &ni, NULL),
                        "phb_employer_ni failed");
        sum += ni;
    }
    *out_sum = sum;
    return bench_now() - start;
}

/* Each call waits for the one before: its result moves the next gross by nothing, which no
 * compiler can know. */
static int64_t
measure_chain(const struct question *questions, const phb_rates *rates)
{
    int64_t start = bench_now();
    phb_pence ni = 0;
    for (size_t i = 0; i < COUNT; i++) {
        (void)phb_employer_ni(rates, questions[i].day, questions[i].frequency, questions[i].letter,
                              questions[i].gross + (ni >> 40), &ni, NULL);
    }
    return bench_now() - start;
}

static void
print_sample(const struct question *questions, const phb_rates *rates, size_t count)
{
    static const char *const names[] = {"", "weekly", "fortnightly", "four_weekly", "monthly"};
    for (size_t i = 0; i < count && i < COUNT; i++) {
        char day[PHB_DATE_TEXT_SIZE];
        phb_pence ni = 0;
        (void)phb_date_format(questions[i].day, day, sizeof day);
        (void)phb_employer_ni(rates, questions[i].day, questions[i].frequency, questions[i].letter,
                              questions[i].gross, &ni, NULL);
        printf("%s %s %c %lld %lld\n", day, names[questions[i].frequency], questions[i].letter,
               (long long)questions[i].gross, (long long)ni);
    }
}

int
main(int count, char **arguments)
{
    uint64_t seed = count > 1 ? strtoull(arguments[1], NULL, 10) : 1;
    struct question *questions = malloc(COUNT * sizeof *questions);
    phb_rates *rates = NULL;
    if (!questions) {
        return 1;
    }
    bench_expect_ok((int)phb_rates_builtin(NULL, &rates, NULL), "no rates");
    fill(questions, seed);
    if (count > 2) {
        print_sample(questions, rates, strtoul(arguments[2], NULL, 10));
    } else {
        int64_t best = INT64_MAX;
        int64_t best_chain = INT64_MAX;
        int64_t best_worked = INT64_MAX;
        for (int round = 0; round < BENCH_ROUNDS; round++) {
            phb_pence sum = 0;
            int64_t before = bench_worked();
            int64_t taken = measure(questions, rates, &sum);
            int64_t worked = bench_worked() - before;
            int64_t chain = measure_chain(questions, rates);
            best = taken < best ? taken : best;
            best_worked = worked < best_worked ? worked : best_worked;
            best_chain = chain < best_chain ? chain : best_chain;
        }
        printf("ni_ns %.2f\nni_chain_ns %.2f\n", (double)best / COUNT, (double)best_chain / COUNT);
        printf("ni_worked_ns %.2f\n", (double)best_worked / COUNT);
    }
    phb_rates_unref(rates);
    free(questions);
    return 0;
}
