/*
 * Rows to measure batches with, and the same sums in plain C: one loop with the thresholds of two
 * tax years as constants.
 *
 * Periods of twelve months that begin in the tax year 2025-26 and so cross 6 April 2026: what the
 * constants cover.
 */
#ifndef PHB_TESTS_BENCH_BATCH_ROWS_H
#define PHB_TESTS_BENCH_BATCH_ROWS_H

#include <phb/phb.h>

/* Columns of people. Minutes and nights are always said, nights in one row of ten; leave is
 * accrued, covered by an agency, by the team or by somebody for relief, or not at all. */
struct bench_people {
    size_t rows;
    int32_t *start;
    int32_t *end;
    int32_t *birth;
    int32_t *minutes;
    int64_t *rate;
    int32_t *nights; /* hundredths; INT32_MIN: none */
    int64_t *night_rate;
    int64_t *cover_rate;
    int64_t *cover_night_rate;
    int32_t *sick_weeks;
    int64_t *sick_rate;
    int64_t *sick_night_rate;
    int64_t *employer;
    uint8_t *weeks_in_year;
    uint8_t *frequency;
    uint8_t *leave_method;
    uint8_t *leave_by;
};

/* Columns of payslips, and of rates of pay. */
struct bench_slips {
    size_t rows;
    int32_t *paid_on;
    uint8_t *frequency;
    uint8_t *letter;
    int64_t *gross;
    int32_t *birth;
    int64_t *rate;
};

/* Columns out. */
enum {
    BENCH_BASIC,
    BENCH_LEAVE,
    BENCH_NI,
    BENCH_PENSION,
    BENCH_COVER,
    BENCH_SICKNESS,
    BENCH_SICKNESS_COVER,
    BENCH_ALLOWANCE,
    BENCH_TOTAL,
    BENCH_OUTPUTS
};

struct bench_amounts {
    int64_t *out[BENCH_OUTPUTS];
    uint8_t *status;
};

void bench_people_make(struct bench_people *people, size_t rows, uint64_t seed);
void bench_slips_make(struct bench_slips *slips, size_t rows, uint64_t seed);
void bench_amounts_make(struct bench_amounts *amounts, size_t rows);

/* In plain C. */
void bench_plain_cost(const struct bench_people *people, const struct bench_amounts *amounts,
                      size_t first, size_t rows);
void bench_plain_ni(const struct bench_slips *slips, int64_t *out, size_t first, size_t rows);
void bench_plain_pension(const struct bench_slips *slips, int64_t *out, size_t first, size_t rows);
void bench_plain_wage(const struct bench_slips *slips, int64_t *out, size_t first, size_t rows);

#endif
