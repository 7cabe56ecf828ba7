/*
 * Checking many budgets: bench_check DOCUMENTS
 *
 * The costing that is checked, then the check alone; and how many findings there were.
 */

#include <phb/phb.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

static phb_costing *
cost(const phb_budget *budget)
{
    phb_costing *costing = NULL;
    phb_cost_options how = PHB_COST_OPTIONS_INIT;
    how.trace = PHB_TRACE_NONE;
    bench_expect_ok((int)phb_budget_cost(budget, NULL, &how, &costing, NULL), "not costed");
    return costing;
}

static int64_t
measure_cost(phb_budget *const *budgets, size_t count)
{
    int64_t start = bench_now();
    for (size_t i = 0; i < count; i++) {
        phb_costing_free(cost(budgets[i]));
    }
    return bench_now() - start;
}

static int64_t
measure_check(phb_costing *const *costings, size_t count, size_t *out_findings)
{
    *out_findings = 0;
    int64_t start = bench_now();
    for (size_t i = 0; i < count; i++) {
        phb_report *report = NULL;
        bench_expect_ok((int)phb_costing_check(costings[i], NULL, &report, NULL), "not checked");
        *out_findings += phb_table_rows(phb_report_table(report, PHB_REPORT_FINDINGS));
        phb_report_free(report);
    }
    return bench_now() - start;
}

static void
print_times(phb_budget *const *budgets, phb_costing *const *costings, size_t count)
{
    int64_t plain = INT64_MAX;
    int64_t check = INT64_MAX;
    size_t findings = 0;
    for (int round = 0; round < BENCH_ROUNDS; round++) {
        int64_t ns = measure_cost(budgets, count);
        plain = ns < plain ? ns : plain;
        ns = measure_check(costings, count, &findings);
        check = ns < check ? ns : check;
    }
    printf("cost_ns %.0f\ncheck_ns %.0f\nfindings %.1f\n", (double)plain / (double)count,
           (double)check / (double)count, (double)findings / (double)count);
}

int
main(int argument_count, char **arguments)
{
    size_t count = 0;
    struct bench_document *documents =
        argument_count > 1 ? bench_documents(arguments[1], &count) : NULL;
    phb_budget **budgets = count > 0 ? calloc(count, sizeof(phb_budget *)) : NULL;
    phb_costing **costings = count > 0 ? calloc(count, sizeof(phb_costing *)) : NULL;
    if (!budgets || !costings) {
        free(budgets);
        free(costings);
        bench_documents_free(documents, count);
        return 1;
    }
    for (size_t i = 0; i < count; i++) {
        bench_expect_ok((int)phb_budget_from_json(NULL, documents[i].json, documents[i].size,
                                                  &budgets[i], NULL),
                        "a budget could not be read");
        costings[i] = cost(budgets[i]);
    }
    print_times(budgets, costings, count);
    for (size_t i = 0; i < count; i++) {
        phb_costing_free(costings[i]);
        phb_budget_free(budgets[i]);
    }
    free(costings);
    free(budgets);
    bench_documents_free(documents, count);
    return 0;
}
