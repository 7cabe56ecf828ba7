/* What the benchmarks share: a clock, files, and the best of several rounds. */
#ifndef PHB_TESTS_BENCH_H
#define PHB_TESTS_BENCH_H

#include <stddef.h>
#include <stdint.h>

#include <phb/context.h>

/* Each program prints `name value` lines that run.py reads. */

/* Nanoseconds on a clock that only goes forward. */
int64_t bench_now(void);

/* Nanoseconds that this program has been at work: the turns of other programs do not count. */
int64_t bench_worked(void);

/* A document, or several, of a file in which each stands after a line with its size in bytes. */
struct bench_document {
    char *json;
    size_t size;
};

/* Ends the program when the file cannot be read: there is nothing to measure then. */
struct bench_document *bench_documents(const char *path, size_t *out_count);
void bench_documents_free(struct bench_document *documents, size_t count);

/* Ends the program with a sentence unless the status is PHB_OK. */
void bench_expect_ok(int status, const char *what);

/* What was allocated: how often, what is held, and the most that was held at once. */
struct bench_counts {
    size_t calls;
    size_t bytes;
    size_t peak;
};
void bench_count(struct bench_counts *counts, size_t added, size_t removed);

/* A context whose allocations are counted. The counts must outlive it. */
phb_context *bench_counting_context(struct bench_counts *counts);

/* How often each thing is measured; the best counts, for the others were disturbed. */
#define BENCH_ROUNDS 9

#endif
