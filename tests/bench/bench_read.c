/*
 * Reading a budget, beside what cJSON takes for a bare parse of the same bytes: bench_read
 * DOCUMENTS
 *
 * Ours checks all that cJSON does not: UTF-8, grammar, limits, keys twice, the shape, the meaning.
 */

#include <cjson/cJSON.h>
#include <phb/phb.h>
#include <stdio.h>

#include "bench.h"

/* Bytes read in each round, so that small documents are measured as well as large ones. */
#define BYTES_A_ROUND 4000000u

static int64_t
measure_ours(const struct bench_document *document, size_t times)
{
    int64_t start = bench_now();
    for (size_t i = 0; i < times; i++) {
        phb_budget *budget = NULL;
        bench_expect_ok(
            (int)phb_budget_from_json(NULL, document->json, document->size, &budget, NULL),
            "the budget could not be read");
        phb_budget_free(budget);
    }
    return bench_now() - start;
}

static int64_t
measure_cjson(const struct bench_document *document, size_t times)
{
    int64_t start = bench_now();
    for (size_t i = 0; i < times; i++) {
        cJSON *root = cJSON_ParseWithLength(document->json, document->size);
        bench_expect_ok(root ? 0 : 1, "cJSON could not read the budget");
        cJSON_Delete(root);
    }
    return bench_now() - start;
}

int
main(int argument_count, char **arguments)
{
    size_t count = 0;
    struct bench_document *documents =
        argument_count > 1 ? bench_documents(arguments[1], &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        size_t times = BYTES_A_ROUND / documents[i].size + 1;
        int64_t ours = INT64_MAX;
        int64_t theirs = INT64_MAX;
        for (int round = 0; round < BENCH_ROUNDS; round++) {
            int64_t taken = measure_ours(&documents[i], times);
            int64_t bare = measure_cjson(&documents[i], times);
            ours = taken < ours ? taken : ours;
            theirs = bare < theirs ? bare : theirs;
        }
        printf("read_bytes %zu\nread_ns %.0f\ncjson_ns %.0f\n", documents[i].size,
               (double)ours / (double)times, (double)theirs / (double)times);
    }
    bench_documents_free(documents, count);
    return 0;
}
