/*
 * Reading and checking plans: bench_plan DOCUMENTS
 *
 * Of each document, beside a bare parse by cJSON of the same bytes: how long reading takes, the
 * check of what was read, and the costing inside that check; then what each of them allocates.
 */

#include <cjson/cJSON.h>
#include <phb/phb.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

/* Bytes read in each round, so that small documents are measured as well as large ones. */
#define BYTES_A_ROUND 4000000u

static phb_plan *
read_plan(phb_context *context, const struct bench_document *document)
{
    phb_plan *plan = NULL;
    bench_expect_ok((int)phb_plan_from_json(context, document->json, document->size, &plan, NULL),
                    "a plan could not be read");
    return plan;
}

static phb_report *
check_plan(const phb_plan *plan)
{
    phb_report *report = NULL;
    bench_expect_ok((int)phb_plan_check(plan, NULL, NULL, &report, NULL), "not checked");
    return report;
}

static void
parse_bare(const struct bench_document *document)
{
    cJSON *root = cJSON_ParseWithLength(document->json, document->size);
    bench_expect_ok(root ? 0 : 1, "cJSON could not read a plan");
    cJSON_Delete(root);
}

/* ---- time ---- */

static int64_t
measure_read(const struct bench_document *document, size_t times)
{
    int64_t start = bench_now();
    for (size_t i = 0; i < times; i++) {
        phb_plan_free(read_plan(NULL, document));
    }
    return bench_now() - start;
}

static int64_t
measure_cjson(const struct bench_document *document, size_t times)
{
    int64_t start = bench_now();
    for (size_t i = 0; i < times; i++) {
        parse_bare(document);
    }
    return bench_now() - start;
}

static int64_t
measure_check(const phb_plan *plan, size_t times)
{
    int64_t start = bench_now();
    for (size_t i = 0; i < times; i++) {
        phb_report_free(check_plan(plan));
    }
    return bench_now() - start;
}

/* As the check does it. */
static int64_t
measure_cost(const phb_plan *plan, size_t times)
{
    phb_cost_options how = PHB_COST_OPTIONS_INIT;
    how.trace = PHB_TRACE_NONE;
    int64_t start = bench_now();
    for (size_t i = 0; i < times; i++) {
        phb_costing *costing = NULL;
        bench_expect_ok((int)phb_budget_cost(phb_plan_budget(plan), NULL, &how, &costing, NULL),
                        "not costed");
        phb_costing_free(costing);
    }
    return bench_now() - start;
}

static int64_t
measure_hash(const phb_plan *plan, size_t times)
{
    char hash[PHB_PLAN_HASH_SIZE];
    int64_t start = bench_now();
    for (size_t i = 0; i < times; i++) {
        bench_expect_ok((int)phb_plan_content_hash(plan, hash, sizeof hash, NULL), "not hashed");
    }
    return bench_now() - start;
}

static int64_t
least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static void
print_times(const struct bench_document *document)
{
    int64_t read = INT64_MAX;
    int64_t bare = INT64_MAX;
    int64_t check = INT64_MAX;
    int64_t cost = INT64_MAX;
    int64_t hash = INT64_MAX;
    size_t times = BYTES_A_ROUND / document->size + 1;
    phb_plan *plan = read_plan(NULL, document);
    for (int round = 0; round < BENCH_ROUNDS; round++) {
        read = least(read, measure_read(document, times));
        bare = least(bare, measure_cjson(document, times));
        check = least(check, measure_check(plan, times));
        cost = least(cost, measure_cost(plan, times));
        hash = least(hash, measure_hash(plan, times));
    }
    double plans = (double)times;
    printf("plan_bytes %zu\nread_ns %.0f\ncjson_ns %.0f\n", document->size, (double)read / plans,
           (double)bare / plans);
    printf("check_ns %.0f\ncost_ns %.0f\nhash_ns %.0f\n", (double)check / plans,
           (double)cost / plans, (double)hash / plans);
    phb_plan_free(plan);
}

/* ---- memory ---- */

/* The nodes of cJSON are no memory of a context: they are counted through its hooks, which have no
 * argument for whose count it is. */
static struct bench_counts counts;

union block {
    size_t size;
    max_align_t data;
};

static void *
count_node(size_t size)
{
    union block *block = malloc(sizeof *block + size);
    if (!block) {
        return NULL;
    }
    block->size = size;
    bench_count(&counts, size, 0);
    return block + 1;
}

static void
release_node(void *memory)
{
    union block *block = memory;
    if (block) {
        bench_count(&counts, 0, block[-1].size);
        free(block - 1);
    }
}

static void
print_counts(const char *what, size_t before)
{
    printf("%s_allocations %zu\n%s_peak_bytes %zu\n", what, counts.calls, what,
           counts.peak - before);
    counts.calls = 0;
    counts.peak = counts.bytes;
}

static void
print_memory(const struct bench_document *document, phb_context *context)
{
    counts.calls = 0;
    counts.peak = counts.bytes;
    size_t before = counts.bytes;
    parse_bare(document);
    print_counts("cjson", before);

    phb_plan *plan = read_plan(context, document);
    printf("read_kept_bytes %zu\n", counts.bytes - before);
    print_counts("read", before);

    before = counts.bytes;
    phb_report *report = check_plan(plan);
    printf("findings %zu\n", phb_table_rows(phb_report_table(report, PHB_REPORT_FINDINGS)));
    print_counts("check", before);
    phb_report_free(report);
    phb_plan_free(plan);
}

int
main(int argument_count, char **arguments)
{
    size_t count = 0;
    struct bench_document *documents =
        argument_count > 1 ? bench_documents(arguments[1], &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        print_times(&documents[i]);
    }
    cJSON_Hooks hooks = {count_node, release_node};
    cJSON_InitHooks(&hooks);
    phb_context *context = bench_counting_context(&counts);
    for (size_t i = 0; i < count; i++) {
        print_memory(&documents[i], context);
    }
    phb_context_unref(context);
    bench_documents_free(documents, count);
    return 0;
}
