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
