/*
 * Batches of rows: bench_batch ROWS THREADS [FOLDER]
 *
 * Each kernel beside the same sums in a plain loop, measured in turns; the results are compared,
 * every one. With FOLDER, the columns in and out are written there, for somebody else to work out
 * again.
 */

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "batch_rows.h"
#include "bench.h"

#define THREADS_MAX 8

struct work {
    struct bench_people people;
    struct bench_slips slips;
    struct bench_amounts ours;
    struct bench_amounts theirs;
    phb_cost_batch cost;
    phb_ni_batch ni;
    phb_pension_batch pension;
    phb_wage_batch wage;
};

/* ---- one question of some rows ---- */

typedef void (*question)(struct work *work, size_t first, size_t rows);

static void
our_ni(struct work *work, size_t first, size_t rows)
{
    bench_expect_ok((int)phb_batch_employer_ni(NULL, &work->ni, first, rows, NULL), "ni");
}

static void
our_pension(struct work *work, size_t first, size_t rows)
{
    bench_expect_ok((int)phb_batch_employer_pension(NULL, &work->pension, first, rows, NULL),
                    "pension");
}

static void
our_wage(struct work *work, size_t first, size_t rows)
{
    bench_expect_ok((int)phb_batch_minimum_wage(NULL, &work->wage, first, rows, NULL), "wage");
}

static void
our_cost(struct work *work, size_t first, size_t rows)
{
    bench_expect_ok((int)phb_batch_cost(NULL, &work->cost, first, rows, NULL), "cost");
}

static void
plain_ni(struct work *work, size_t first, size_t rows)
{
    bench_plain_ni(&work->slips, work->theirs.out[0], first, rows);
}

static void
plain_pension(struct work *work, size_t first, size_t rows)
{
    bench_plain_pension(&work->slips, work->theirs.out[1], first, rows);
}

static void
plain_wage(struct work *work, size_t first, size_t rows)
{
    bench_plain_wage(&work->slips, work->theirs.out[2], first, rows);
}

static void
plain_cost(struct work *work, size_t first, size_t rows)
{
    bench_plain_cost(&work->people, &work->theirs, first, rows);
}

/* ---- on threads ---- */

struct part {
    struct work *work;
    question ask;
    size_t first;
    size_t rows;
};

static void *
run_part(void *any)
{
    struct part *part = any;
    part->ask(part->work, part->first, part->rows);
    return NULL;
}

/* A boundary between employers. */
static size_t
boundary(const struct work *work, size_t wanted)
{
    size_t row = 0;
    bench_expect_ok((int)phb_batch_cost_split(&work->cost, wanted, &row, NULL), "split");
    return row;
}

static int64_t
measure(struct work *work, question ask, size_t threads)
{
    struct part parts[THREADS_MAX];
    pthread_t ids[THREADS_MAX];
    size_t rows = work->people.rows;
    size_t first = 0;
    int64_t start = threads == 1 ? bench_worked() : bench_now();
    for (size_t i = 0; i < threads; i++) {
        size_t end = boundary(work, rows * (i + 1) / threads);
        parts[i] = (struct part){work, ask, first, end - first};
        first = end;
        if (i + 1 < threads) {
            bench_expect_ok(pthread_create(&ids[i], NULL, run_part, &parts[i]), "no thread");
        }
    }
    (void)run_part(&parts[threads - 1]);
    for (size_t i = 0; i + 1 < threads; i++) {
        (void)pthread_join(ids[i], NULL);
    }
    return (threads == 1 ? bench_worked() : bench_now()) - start;
}

/* ---- the columns ---- */

static void
point_slips(struct work *work)
{
    const struct bench_slips *slips = &work->slips;
    const phb_batch_column paid_on = PHB_BATCH_EACH_INT32(slips->paid_on);
    const phb_batch_column frequency = PHB_BATCH_EACH_UINT8(slips->frequency);
    const phb_batch_column letter = PHB_BATCH_EACH_UINT8(slips->letter);
    const phb_batch_column gross = PHB_BATCH_EACH_INT64(slips->gross);
    const phb_batch_column birth = PHB_BATCH_EACH_INT32(slips->birth);
    const phb_batch_column rate = PHB_BATCH_EACH_INT64(slips->rate);
    phb_ni_batch_init(&work->ni, sizeof work->ni);
    phb_pension_batch_init(&work->pension, sizeof work->pension);
    phb_wage_batch_init(&work->wage, sizeof work->wage);
    work->ni.row_count = work->pension.row_count = work->wage.row_count = slips->rows;
    work->ni.paid_on = work->pension.paid_on = work->wage.day = paid_on;
    work->ni.frequency = work->pension.frequency = frequency;
    work->ni.letter = letter;
    work->ni.gross_pence = work->pension.gross_pence = gross;
    work->wage.date_of_birth = birth;
    work->wage.rate_penny_hundredths = rate;
    work->ni.out_ni_pence = work->ours.out[0];
    work->pension.out_pension_pence = work->ours.out[1];
    work->wage.out_shortfall_penny_hundredths = work->ours.out[2];
    work->ni.out_status = work->pension.out_status = work->wage.out_status = work->ours.status;
}

static void
point_people(struct work *work)
{
    static const uint8_t yes = PHB_ANSWER_YES;
    const struct bench_people *people = &work->people;
    phb_cost_batch *cost = &work->cost;
    phb_cost_batch_init(cost, sizeof *cost);
    cost->row_count = people->rows;
    cost->period_start = (phb_batch_column)PHB_BATCH_EACH_INT32(people->start);
    cost->period_end = (phb_batch_column)PHB_BATCH_EACH_INT32(people->end);
    cost->weeks_in_year = (phb_batch_column)PHB_BATCH_EACH_UINT8(people->weeks_in_year);
    cost->employer = (phb_batch_column)PHB_BATCH_EACH_INT64(people->employer);
    cost->claims_allowance = (phb_batch_column)PHB_BATCH_SAME_UINT8(&yes);
    cost->date_of_birth = (phb_batch_column)PHB_BATCH_EACH_INT32(people->birth);
    cost->pay_frequency = (phb_batch_column)PHB_BATCH_EACH_UINT8(people->frequency);
    cost->minutes_per_week = (phb_batch_column)PHB_BATCH_EACH_INT32(people->minutes);
    cost->rate_penny_hundredths = (phb_batch_column)PHB_BATCH_EACH_INT64(people->rate);
    cost->nights_per_week_hundredths = (phb_batch_column)PHB_BATCH_EACH_INT32(people->nights);
    cost->night_rate_penny_hundredths = (phb_batch_column)PHB_BATCH_EACH_INT64(people->night_rate);
    cost->leave_method = (phb_batch_column)PHB_BATCH_EACH_UINT8(people->leave_method);
    cost->leave_by = (phb_batch_column)PHB_BATCH_EACH_UINT8(people->leave_by);
    cost->leave_rate_penny_hundredths = (phb_batch_column)PHB_BATCH_EACH_INT64(people->cover_rate);
    cost->leave_night_rate_pence = (phb_batch_column)PHB_BATCH_EACH_INT64(people->cover_night_rate);
    cost->sickness_weeks_hundredths = (phb_batch_column)PHB_BATCH_EACH_INT32(people->sick_weeks);
    cost->sickness_cover_rate_penny_hundredths =
        (phb_batch_column)PHB_BATCH_EACH_INT64(people->sick_rate);
    cost->sickness_cover_night_rate_pence =
        (phb_batch_column)PHB_BATCH_EACH_INT64(people->sick_night_rate);
    cost->out_basic_pence = work->ours.out[BENCH_BASIC];
    cost->out_leave_pence = work->ours.out[BENCH_LEAVE];
    cost->out_employer_ni_pence = work->ours.out[BENCH_NI];
    cost->out_pension_pence = work->ours.out[BENCH_PENSION];
    cost->out_cover_pence = work->ours.out[BENCH_COVER];
    cost->out_sickness_pence = work->ours.out[BENCH_SICKNESS];
    cost->out_sickness_cover_pence = work->ours.out[BENCH_SICKNESS_COVER];
    cost->out_allowance_pence = work->ours.out[BENCH_ALLOWANCE];
    cost->out_total_pence = work->ours.out[BENCH_TOTAL];
    cost->out_status = work->ours.status;
}

/* ---- what is printed ---- */

static size_t
differing(const struct work *work, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++) {
        for (size_t row = 0; row < work->people.rows; row++) {
            count += work->ours.out[i][row] != work->theirs.out[i][row];
        }
    }
    for (size_t row = 0; row < work->people.rows; row++) {
        count += work->ours.status[row] != 0;
    }
    return count;
}

static void
print_question(struct work *work, size_t threads, const char *name, question ours, question plain)
{
    int64_t best = INT64_MAX;
    int64_t best_plain = INT64_MAX;
    int64_t best_one = INT64_MAX; /* on the same clock as several threads */
    for (int round = 0; round < BENCH_ROUNDS; round++) {
        int64_t start = bench_now();
        (void)measure(work, ours, 1);
        int64_t one = bench_now() - start;
        int64_t taken = measure(work, ours, threads);
        best_one = one < best_one ? one : best_one;
        int64_t taken_plain = measure(work, plain, threads);
        best = taken < best ? taken : best;
        best_plain = taken_plain < best_plain ? taken_plain : best_plain;
    }
    double rows = (double)work->people.rows;
    printf("%s_ns %.3f\n%s_one_ns %.3f\n%s_plain_ns %.3f\n", name, (double)best / rows, name,
           (double)best_one / rows, name, (double)best_plain / rows);
}

static void
write_column(const char *folder, const char *name, const void *data, size_t size)
{
    char path[512];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    bench_expect_ok(file && fwrite(data, 1, size, file) == size ? 0 : 1, "a column not written");
    (void)fclose(file);
}

#define WRITE(from_, name_) \
    write_column(folder, #name_, (from_)->name_, (from_)->rows * sizeof *(from_)->name_)

static void
write_people(const char *folder, const struct bench_people *people)
{
    WRITE(people, start);
    WRITE(people, end);
    WRITE(people, birth);
    WRITE(people, minutes);
    WRITE(people, rate);
    WRITE(people, nights);
    WRITE(people, night_rate);
    WRITE(people, cover_rate);
    WRITE(people, cover_night_rate);
    WRITE(people, sick_weeks);
    WRITE(people, sick_rate);
    WRITE(people, sick_night_rate);
    WRITE(people, employer);
    WRITE(people, weeks_in_year);
    WRITE(people, frequency);
    WRITE(people, leave_method);
    WRITE(people, leave_by);
}

static void
write_slips(const char *folder, const struct bench_slips *slips)
{
    WRITE(slips, paid_on);
    write_column(folder, "slip_frequency", slips->frequency, slips->rows);
    WRITE(slips, letter);
    WRITE(slips, gross);
}

static void
write_amounts(const char *folder, const struct bench_amounts *amounts, size_t rows, char kind,
              size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char name[] = {kind, (char)('0' + i), '\0'};
        write_column(folder, name, amounts->out[i], rows * sizeof(int64_t));
    }
}

int
main(int argument_count, char **arguments)
{
    static struct work work;
    size_t rows = argument_count > 1 ? strtoul(arguments[1], NULL, 10) : 100000;
    size_t threads = argument_count > 2 ? strtoul(arguments[2], NULL, 10) : 1;
    const char *folder = argument_count > 3 ? arguments[3] : NULL;
    threads = threads < 1 || threads > THREADS_MAX ? 1 : threads;
    bench_people_make(&work.people, rows, 1);
    bench_slips_make(&work.slips, rows, 2);
    bench_amounts_make(&work.ours, rows);
    bench_amounts_make(&work.theirs, rows);
    point_slips(&work);
    point_people(&work);
    print_question(&work, threads, "ni", our_ni, plain_ni);
    print_question(&work, threads, "pension", our_pension, plain_pension);
    print_question(&work, threads, "wage", our_wage, plain_wage);
    printf("slips_otherwise %zu\n", differing(&work, 0, 3));
    if (folder) {
        write_slips(folder, &work.slips);
        write_amounts(folder, &work.ours, rows, 's', 2);
    }
    print_question(&work, threads, "cost", our_cost, plain_cost);
    printf("cost_otherwise %zu\n", differing(&work, 0, BENCH_OUTPUTS));
    if (folder) {
        write_people(folder, &work.people);
        write_amounts(folder, &work.ours, rows, 'c', BENCH_OUTPUTS);
    }
    return 0;
}
