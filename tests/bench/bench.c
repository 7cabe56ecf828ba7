/* clock_gettime is POSIX, not C11. */
#define _POSIX_C_SOURCE 200809L

#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int64_t
bench_now(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t
bench_worked(void)
{
    struct timespec worked;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &worked);
    return (int64_t)worked.tv_sec * 1000000000 + worked.tv_nsec;
}

static void
give_up(const char *what)
{
    fprintf(stderr, "bench: %s\n", what);
    exit(1);
}

void
bench_expect_ok(int status, const char *what)
{
    if (status != 0) {
        give_up(what);
    }
}

struct bench_document *
bench_documents(const char *path, size_t *out_count)
{
    FILE *file = fopen(path, "rb");
    struct bench_document *documents = NULL;
    size_t count = 0;
    unsigned long size = 0;
    if (!file) {
        give_up("the documents could not be opened");
        return NULL;
    }
    while (fscanf(file, "%lu", &size) == 1 && fgetc(file) == '\n') {
        struct bench_document *more = realloc(documents, (count + 1) * sizeof *documents);
        char *json = malloc(size + 1);
        if (!more || !json || fread(json, 1, size, file) != size) {
            give_up("the documents could not be read");
        } else {
            documents = more;
            documents[count++] = (struct bench_document){json, size};
        }
    }
    fclose(file);
    *out_count = count;
    return documents;
}

void
bench_documents_free(struct bench_document *documents, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(documents[i].json);
    }
    free(documents);
}

/* ---- an allocator that counts ---- */

void
bench_count(struct bench_counts *counts, size_t added, size_t removed)
{
    counts->bytes += added;
    counts->bytes -= removed;
    counts->calls += added > 0;
    counts->peak = counts->bytes > counts->peak ? counts->bytes : counts->peak;
}

static void *
count_allocate(void *user, size_t size)
{
    bench_count(user, size, 0);
    return malloc(size);
}

static void *
count_resize(void *user, void *memory, size_t old_size, size_t size)
{
    bench_count(user, size, old_size);
    return realloc(memory, size);
}

static void
count_release(void *user, void *memory, size_t size)
{
    bench_count(user, 0, size);
    free(memory);
}

phb_context *
bench_counting_context(struct bench_counts *counts)
{
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    phb_context *context = NULL;
    options.allocator = (phb_allocator){count_allocate, count_resize, count_release, counts};
    bench_expect_ok((int)phb_context_new(&options, &context, NULL), "no context");
    return context;
}
