#include "support/costed.h"

#include <stdio.h>
#include <string.h>

#include "support/json.h"
#include "support/suite.h"

phb_costing *
costed(const char *period, const char *members)
{
    char text[16384];
    phb_error error = PHB_ERROR_INIT;
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_cost_options options = PHB_COST_OPTIONS_INIT;
    options.trace = PHB_TRACE_ALL;
    int size = snprintf(text, sizeof text,
                        "{'format': 'phb-budget/1', 'period': {'start': '%.10s', 'end': '%s'}, %s}",
                        period, period + 11, members);
    ck_assert_int_lt(size, (int)sizeof text);
    const char *json = quoted(text);
    phb_status status = phb_budget_from_json(NULL, json, strlen(json), &budget, &error);
    ck_assert_msg(status == PHB_OK, "%s: %s", error.path, error.message);
    status = phb_budget_cost(budget, NULL, &options, &costing, &error);
    ck_assert_msg(status == PHB_OK, "%s: %s", error.path, error.message);
    phb_budget_free(budget);
    return costing;
}

phb_pence
total_in(const phb_costing *costing, const char *total, const char *key)
{
    const phb_table *table = phb_costing_table(costing, PHB_COSTING_TOTALS);
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        if (strcmp(phb_table_text(table, "total", row), total) == 0 &&
            strcmp(phb_table_text(table, "key", row), key) == 0) {
            return phb_table_int64(table, "amount", NULL)[row];
        }
    }
    return PHB_PENCE_NONE;
}

phb_pence
line_in(const phb_costing *costing, const char *id)
{
    const phb_table *table = phb_costing_table(costing, PHB_COSTING_LINES);
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        if (strcmp(phb_table_text(table, "id", row), id) == 0) {
            return phb_table_int64(table, "amount", NULL)[row];
        }
    }
    return PHB_PENCE_NONE;
}

size_t
notes_in(const phb_costing *costing, const char *rule)
{
    const phb_table *table = phb_costing_table(costing, PHB_COSTING_NOTES);
    size_t count = 0;
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        count += strcmp(phb_table_text(table, "rule", row), rule) == 0;
    }
    return count;
}
