#include "batch_rows.h"

#include <stdlib.h>

#include "bench.h"

/* 6 April 2025, as days since 1970. */
#define APRIL_2025 20184

/* SplitMix64: short, and the same everywhere. */
static int64_t
next(uint64_t *state, int64_t from, int64_t to)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return from + (int64_t)((z ^ (z >> 31)) % (uint64_t)(to - from + 1));
}

/* Freed with the program. */
static void *
column(size_t rows, size_t size)
{
    void *memory = calloc(rows, size);
    bench_expect_ok(memory ? 0 : 1, "out of memory");
    return memory;
}

static void
make_columns(struct bench_people *people, size_t rows)
{
    *people = (struct bench_people){
        .rows = rows,
        .start = column(rows, sizeof(int32_t)),
        .end = column(rows, sizeof(int32_t)),
        .birth = column(rows, sizeof(int32_t)),
        .minutes = column(rows, sizeof(int32_t)),
        .rate = column(rows, sizeof(int64_t)),
        .nights = column(rows, sizeof(int32_t)),
        .night_rate = column(rows, sizeof(int64_t)),
        .cover_rate = column(rows, sizeof(int64_t)),
        .cover_night_rate = column(rows, sizeof(int64_t)),
        .sick_weeks = column(rows, sizeof(int32_t)),
        .sick_rate = column(rows, sizeof(int64_t)),
        .sick_night_rate = column(rows, sizeof(int64_t)),
        .employer = column(rows, sizeof(int64_t)),
        .weeks_in_year = column(rows, 1),
        .frequency = column(rows, 1),
        .leave_method = column(rows, 1),
        .leave_by = column(rows, 1),
    };
}

/* Pay is near the thresholds; a few are young, and a few near State Pension age. */
static void
make_person(struct bench_people *people, size_t i, uint64_t *state)
{
    people->birth[i] = people->start[i] - (int32_t)next(state, 18 * 365, 69 * 365);
    people->minutes[i] = (int32_t)next(state, 4, 160) * 15;
    people->rate[i] = next(state, 1221, 2400) * 100;
    people->nights[i] = next(state, 1, 10) == 1 ? (int32_t)next(state, 1, 7) * 100 : INT32_MIN;
    people->night_rate[i] = next(state, 40, 120) * 10000;
    people->cover_rate[i] = next(state, 1300, 2600) * 100;
    people->cover_night_rate[i] = next(state, 4000, 14000);
    people->sick_weeks[i] = (int32_t)next(state, 0, 3) * 100;
    people->sick_rate[i] = next(state, 1300, 2600) * 100;
    people->sick_night_rate[i] = next(state, 4000, 14000);
    people->weeks_in_year[i] = (uint8_t)(next(state, 1, 10) == 1 ? 2 : 1);
    people->frequency[i] = (uint8_t)next(state, 1, 4);
    people->leave_method[i] = (uint8_t)next(state, 1, 3);
    people->leave_by[i] = (uint8_t)next(state, 1, 3);
}

void
bench_people_make(struct bench_people *people, size_t rows, uint64_t seed)
{
    int64_t employer = 0;
    int64_t left = 0;
    int32_t start = 0;
    make_columns(people, rows);
    for (size_t i = 0; i < rows; i++) {
        if (left == 0) {
            employer++;
            left = next(&seed, 1, 4);
            start = APRIL_2025 + (int32_t)next(&seed, 0, 364);
        }
        left--;
        people->employer[i] = employer;
        people->start[i] = start;
        people->end[i] = start + 364;
        make_person(people, i, &seed);
    }
}

void
bench_slips_make(struct bench_slips *slips, size_t rows, uint64_t seed)
{
    static const char letters[] = "AAAAAAAABCFHIJLMSVXZ";
    *slips = (struct bench_slips){
        .rows = rows,
        .paid_on = column(rows, sizeof(int32_t)),
        .frequency = column(rows, 1),
        .letter = column(rows, 1),
        .gross = column(rows, sizeof(int64_t)),
        .birth = column(rows, sizeof(int32_t)),
        .rate = column(rows, sizeof(int64_t)),
    };
    for (size_t i = 0; i < rows; i++) {
        slips->paid_on[i] = APRIL_2025 + (int32_t)next(&seed, 0, 729);
        slips->frequency[i] = (uint8_t)next(&seed, 1, 4);
        slips->letter[i] = (uint8_t)letters[next(&seed, 0, (int64_t)sizeof letters - 2)];
        slips->gross[i] = next(&seed, 0, 600000);
        slips->birth[i] = slips->paid_on[i] - (int32_t)next(&seed, 16 * 366, 69 * 365);
        slips->rate[i] = next(&seed, 750, 1500) * 100;
    }
}

void
bench_amounts_make(struct bench_amounts *amounts, size_t rows)
{
    for (size_t i = 0; i < BENCH_OUTPUTS; i++) {
        amounts->out[i] = column(rows, sizeof(int64_t));
    }
    amounts->status = column(rows, 1);
}
