/*
 * Schedules of two duties over three years: bench_reviews QUESTIONS SUBSET
 *
 * A line of QUESTIONS has three days as numbers: the one to look from, and the anchors of a direct
 * payment and of continuing healthcare. Measured are schedules of requests that are there, and
 * request and schedule together. The sums over all events, of the first SUBSET and of all, are for
 * whoever works them out again.
 */

#include <inttypes.h>
#include <phb/phb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

struct question {
    int32_t as_of;
    int32_t payment;
    int32_t decision;
};

static struct question *
read_questions(const char *path, size_t *out_count)
{
    FILE *file = fopen(path, "r");
    struct question *questions = NULL;
    struct question next;
    size_t count = 0;
    bench_expect_ok(file ? 0 : 1, "the questions could not be opened");
    while (file && fscanf(file, "%" SCNd32 " %" SCNd32 " %" SCNd32, &next.as_of, &next.payment,
                          &next.decision) == 3) {
        if ((count & (count - 1)) == 0) {
            struct question *more =
                realloc(questions, (count == 0 ? 1 : 2 * count) * sizeof *questions);
            bench_expect_ok(more ? 0 : 1, "there is no memory");
            questions = more;
        }
        questions[count++] = next;
    }
    if (file) {
        fclose(file);
    }
    *out_count = count;
    return questions;
}

static phb_schedule_request *
ask(const struct question *question)
{
    phb_schedule_request *request = NULL;
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    settings.as_of = question->as_of;
    bench_expect_ok(
        (int)phb_date_add_months(question->as_of, 36, PHB_MONTH_END_CLAMP, &settings.horizon),
        "no horizon");
    bench_expect_ok((int)phb_schedule_request_new(NULL, &request, NULL), "no request");
    bench_expect_ok((int)phb_schedule_request_set(request, &settings, NULL), "not set");
    bench_expect_ok((int)phb_schedule_request_add_regime(request, PHB_REGIME_NHS_DIRECT_PAYMENT,
                                                         question->payment, NULL),
                    "no regime");
    bench_expect_ok(
        (int)phb_schedule_request_add_regime(request, PHB_REGIME_CHC, question->decision, NULL),
        "no regime");
    return request;
}

static phb_schedule *
build(const phb_schedule_request *request)
{
    phb_schedule *schedule = NULL;
    bench_expect_ok((int)phb_schedule_build(request, NULL, &schedule, NULL), "not built");
    return schedule;
}

/* 3 × due + 5 × latest of all events, as whole numbers. */
static int64_t
sum_of(const phb_schedule *schedule)
{
    size_t rows = 0;
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    const int32_t *due = phb_table_int32(events, "due", &rows);
    const int32_t *latest = phb_table_int32(events, "latest", &rows);
    int64_t sum = 0;
    for (size_t row = 0; row < rows; row++) {
        sum += 3 * (int64_t)due[row] + 5 * (int64_t)latest[row];
    }
    return sum;
}

static void
print_sums(phb_schedule_request *const *requests, size_t count, size_t subset)
{
    int64_t sums[2] = {0, 0};
    size_t events = 0;
    for (size_t i = 0; i < count; i++) {
        phb_schedule *schedule = build(requests[i]);
        sums[0] += i < subset ? sum_of(schedule) : 0;
        sums[1] += sum_of(schedule);
        events += phb_table_rows(phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS));
        phb_schedule_free(schedule);
    }
    printf("subset_sum %" PRId64 "\nsum %" PRId64 "\nevents %.2f\n", sums[0], sums[1],
           (double)events / (double)count);
}

static void
print_times(const struct question *questions, phb_schedule_request *const *requests, size_t count)
{
    int64_t built = INT64_MAX;
    int64_t whole = INT64_MAX;
    for (int round = 0; round < BENCH_ROUNDS; round++) {
        int64_t start = bench_now();
        for (size_t i = 0; i < count; i++) {
            phb_schedule_free(build(requests[i]));
        }
        int64_t ns = bench_now() - start;
        built = ns < built ? ns : built;
        start = bench_now();
        for (size_t i = 0; i < count; i++) {
            phb_schedule_request *request = ask(&questions[i]);
            phb_schedule_free(build(request));
            phb_schedule_request_free(request);
        }
        ns = bench_now() - start;
        whole = ns < whole ? ns : whole;
    }
    printf("build_ns %.1f\nwhole_ns %.1f\n", (double)built / (double)count,
           (double)whole / (double)count);
}

int
main(int argument_count, char **arguments)
{
    size_t count = 0;
    struct question *questions = argument_count > 2 ? read_questions(arguments[1], &count) : NULL;
    size_t subset = argument_count > 2 ? strtoul(arguments[2], NULL, 10) : 0;
    phb_schedule_request **requests = count > 0 ? calloc(count, sizeof *requests) : NULL;
    if (!requests) {
        free(questions);
        return 1;
    }
    for (size_t i = 0; i < count; i++) {
        requests[i] = ask(&questions[i]);
    }
    print_sums(requests, count, subset);
    print_times(questions, requests, count);
    for (size_t i = 0; i < count; i++) {
        phb_schedule_request_free(requests[i]);
    }
    free(requests);
    free(questions);
    return 0;
}
