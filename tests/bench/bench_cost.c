/*
 * Costing many budgets: bench_cost DOCUMENTS [totals]
 *
 * Without and with the trace, and from JSON to JSON; and how often and how much is allocated. With
 * `totals`, the total of each budget instead, to be worked out again by somebody else.
 */

#include <phb/phb.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

/* ---- memory ---- */

/* The mean over all budgets: allocations of one costing, and the most that was held at once. */
static void
print_memory(const struct bench_document *documents, size_t count, int trace)
{
    struct bench_counts counts = {0, 0, 0};
    phb_context *context = bench_counting_context(&counts);
    phb_cost_options how = PHB_COST_OPTIONS_INIT;
    how.trace = (phb_trace)trace;
    size_t calls = 0;
    size_t peak = 0;
    for (size_t i = 0; i < count; i++) {
        phb_budget *budget = NULL;
        phb_costing *costing = NULL;
        bench_expect_ok(
            (int)phb_budget_from_json(context, documents[i].json, documents[i].size, &budget, NULL),
            "a budget could not be read");
        size_t before = counts.bytes;
        counts.calls = 0;
        counts.peak = before;
        bench_expect_ok((int)phb_budget_cost(budget, NULL, &how, &costing, NULL), "not costed");
        calls += counts.calls;
        peak += counts.peak - before;
        phb_costing_free(costing);
        phb_budget_free(budget);
    }
    phb_context_unref(context);
    const char *name = trace ? "traced" : "plain";
    printf("%s_allocations %.1f\n%s_peak_bytes %.0f\n", name, (double)calls / (double)count, name,
           (double)peak / (double)count);
}

/* ---- time ---- */

static int64_t
measure_cost(phb_budget *const *budgets, size_t count, int trace)
{
    phb_cost_options how = PHB_COST_OPTIONS_INIT;
    how.trace = (phb_trace)trace;
    int64_t start = bench_now();
    for (size_t i = 0; i < count; i++) {
        phb_costing *costing = NULL;
        bench_expect_ok((int)phb_budget_cost(budgets[i], NULL, &how, &costing, NULL), "not costed");
        phb_costing_free(costing);
    }
    return bench_now() - start;
}

static int64_t
measure_json(const struct bench_document *documents, size_t count)
{
    phb_cost_options how = PHB_COST_OPTIONS_INIT;
    how.trace = PHB_TRACE_NONE;
    int64_t start = bench_now();
    for (size_t i = 0; i < count; i++) {
        phb_budget *budget = NULL;
        phb_costing *costing = NULL;
        phb_text *text = NULL;
        bench_expect_ok(
            (int)phb_budget_from_json(NULL, documents[i].json, documents[i].size, &budget, NULL),
            "a budget could not be read");
        bench_expect_ok((int)phb_budget_cost(budget, NULL, &how, &costing, NULL), "not costed");
        bench_expect_ok((int)phb_costing_to_json(costing, 0, &text, NULL), "not written");
        phb_text_free(text);
        phb_costing_free(costing);
        phb_budget_free(budget);
    }
    return bench_now() - start;
}

static int64_t
least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static void
print_times(const struct bench_document *documents, phb_budget *const *budgets, size_t count)
{
    int64_t plain = INT64_MAX;
    int64_t traced = INT64_MAX;
    int64_t json = INT64_MAX;
    int64_t worked = INT64_MAX;
    for (int round = 0; round < BENCH_ROUNDS; round++) {
        plain = least(plain, measure_cost(budgets, count, 0));
        traced = least(traced, measure_cost(budgets, count, 1));
        int64_t before = bench_worked();
        json = least(json, measure_json(documents, count));
        worked = least(worked, bench_worked() - before);
    }
    double budgets_costed = (double)count;
    printf("plain_ns %.0f\ntraced_ns %.0f\njson_ns %.0f\njson_worked_ns %.0f\n",
           (double)plain / budgets_costed, (double)traced / budgets_costed,
           (double)json / budgets_costed, (double)worked / budgets_costed);
}

static void
print_totals(phb_budget *const *budgets, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        phb_costing *costing = NULL;
        phb_text *text = NULL;
        bench_expect_ok((int)phb_budget_cost(budgets[i], NULL, NULL, &costing, NULL), "not costed");
        bench_expect_ok((int)phb_table_render(NULL, phb_costing_table(costing, PHB_COSTING_TOTALS),
                                              PHB_FORMAT_CSV, &text, NULL),
                        "not printed");
        printf("budget %zu\n%s", i, phb_text_data(text));
        phb_text_free(text);
        phb_costing_free(costing);
    }
}

int
main(int argument_count, char **arguments)
{
    size_t count = 0;
    struct bench_document *documents =
        argument_count > 1 ? bench_documents(arguments[1], &count) : NULL;
    phb_budget **budgets = count > 0 ? calloc(count, sizeof(phb_budget *)) : NULL;
    if (!budgets) {
        bench_documents_free(documents, count);
        return 1;
    }
    for (size_t i = 0; i < count; i++) {
        bench_expect_ok((int)phb_budget_from_json(NULL, documents[i].json, documents[i].size,
                                                  &budgets[i], NULL),
                        "a budget could not be read");
    }
    if (argument_count > 2) {
        print_totals(budgets, count);
    } else {
        print_times(documents, budgets, count);
        print_memory(documents, count, 0);
        print_memory(documents, count, 1);
    }
    for (size_t i = 0; i < count; i++) {
        phb_budget_free(budgets[i]);
    }
    free(budgets);
    bench_documents_free(documents, count);
    return 0;
}
