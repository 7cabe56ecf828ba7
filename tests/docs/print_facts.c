/*
 * Prints what the documentation says in tables, as the library has it: print_facts BUDGET
 *
 * Each line is the beginning of a row of a Markdown table, after the name of the table.
 */

#include <phb/phb.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
print_statuses(void)
{
    for (int32_t i = 0; i < phb_status_count(); i++) {
        printf("statuses | %d | `%s` | %s |\n", (int)i, phb_status_name((phb_status)i),
               phb_status_message((phb_status)i));
    }
}

static void
print_columns(const phb_table *table, const char *name)
{
    static const char *const types[] = {
        [PHB_COLUMN_TEXT] = "text", [PHB_COLUMN_PENCE] = "pence", [PHB_COLUMN_NUMBER] = "number",
        [PHB_COLUMN_DATE] = "date", [PHB_COLUMN_INDEX] = "index", [PHB_COLUMN_YES_NO] = "yes/no"};
    for (size_t i = 0; i < phb_table_columns(table); i++) {
        printf("%s | `%s` | %s |\n", name, phb_table_column_name(table, i),
               types[phb_table_column_type(table, i)]);
    }
}

static phb_status
print_report(const phb_costing *costing)
{
    phb_report *report = NULL;
    phb_table *rules = NULL;
    phb_status status = phb_costing_check(costing, NULL, &report, NULL);
    status = status == PHB_OK ? phb_rules_table(NULL, &rules, NULL) : status;
    if (status == PHB_OK) {
        print_columns(phb_report_table(report, PHB_REPORT_FINDINGS), "findings");
        print_columns(phb_report_table(report, PHB_REPORT_SECTIONS), "sections");
        print_columns(rules, "rules");
    }
    phb_table_free(rules);
    phb_report_free(report);
    return status;
}

/* The smallest plan has the columns that every chain has. */
static phb_status
print_chain(void)
{
    static const char json[] = "{\"format\": \"phb-plan/1\", \"status\": \"draft\"}";
    phb_plan *plan = NULL;
    phb_chain *chain = NULL;
    phb_status status = phb_plan_from_json(NULL, json, sizeof json - 1, &plan, NULL);
    status = status == PHB_OK ? phb_plan_chain(plan, NULL, NULL, &chain, NULL) : status;
    if (status == PHB_OK) {
        print_columns(phb_chain_table(chain), "chain");
    }
    phb_chain_free(chain);
    phb_plan_free(plan);
    return status;
}

static phb_status
print_comparison(const phb_costing *costing)
{
    phb_comparison *comparison = NULL;
    phb_status status = phb_costing_compare(costing, costing, &comparison, NULL);
    if (status == PHB_OK) {
        print_columns(phb_comparison_table(comparison, PHB_COMPARISON_LINES), "compared_lines");
        print_columns(phb_comparison_table(comparison, PHB_COMPARISON_TOTALS), "compared_totals");
        print_columns(phb_comparison_table(comparison, PHB_COMPARISON_NOTES), "compared_notes");
    }
    phb_comparison_free(comparison);
    return status;
}

static phb_status
print_tables(const char *json, size_t size)
{
    static const char *const names[] = {
        [PHB_COSTING_LINES] = "lines",   [PHB_COSTING_PAYSLIPS] = "payslips",
        [PHB_COSTING_TOTALS] = "totals", [PHB_COSTING_NOTES] = "notes",
        [PHB_COSTING_STEPS] = "steps",   [PHB_COSTING_INSTALMENTS] = "instalments",
    };
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_table *law = NULL;
    phb_status status = phb_budget_from_json(NULL, json, size, &budget, NULL);
    status = status == PHB_OK ? phb_budget_cost(budget, NULL, NULL, &costing, NULL) : status;
    for (int part = PHB_COSTING_LINES; status == PHB_OK && part <= PHB_COSTING_INSTALMENTS;
         part++) {
        print_columns(phb_costing_table(costing, (phb_costing_part)part), names[part]);
    }
    status =
        status == PHB_OK ? phb_rates_table(NULL, NULL, NULL, PHB_DATE_NONE, &law, NULL) : status;
    print_columns(law, "rates");
    phb_table_free(law);
    status = status == PHB_OK ? print_report(costing) : status;
    status = status == PHB_OK ? print_comparison(costing) : status;
    status = status == PHB_OK ? print_chain() : status;
    phb_costing_free(costing);
    phb_budget_free(budget);
    return status;
}

/* ---- reviews ---- */

/* A request that looks ten years ahead from 6 April 2026. */
static phb_schedule_request *
new_request(phb_date anchor)
{
    phb_schedule_request *request = NULL;
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    settings.as_of = anchor;
    (void)phb_date_add_months(anchor, 120, PHB_MONTH_END_CLAMP, &settings.horizon);
    bool is_made = phb_schedule_request_new(NULL, &request, NULL) == PHB_OK &&
                   phb_schedule_request_set(request, &settings, NULL) == PHB_OK;
    if (!is_made) {
        phb_schedule_request_free(request);
        return NULL;
    }
    return request;
}

static int
months_between(phb_date from, phb_date to)
{
    phb_date day = from;
    int months = 0;
    while (day < to) {
        (void)phb_date_add_months(from, ++months, PHB_MONTH_END_CLAMP, &day);
    }
    return months;
}

/* The intervals of a duty as its own schedule has them; nothing for what has none. */
static void
print_regime(const phb_schedule *schedule, phb_date anchor)
{
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    phb_date limits[2] = {PHB_DATE_NONE, PHB_DATE_NONE};
    size_t first = 0;
    int count = 0;
    for (size_t row = 0; row < phb_table_rows(events) && count < 2; row++) {
        if (strcmp(phb_table_text(events, "kind", row), "plan_review") == 0) {
            first = count == 0 ? row : first;
            limits[count++] = phb_table_int32(events, "latest", NULL)[row];
        }
    }
    if (count == 0) {
        return;
    }
    printf("regimes | `%s` | %d months | ", phb_table_text(events, "regimes", first),
           months_between(anchor, limits[0]));
    if (count == 2) {
        printf("%d months", months_between(limits[0], limits[1]));
    } else {
        printf("none");
    }
    printf(" | %s |\n", phb_table_text(events, "duty", first));
}

static phb_status
print_reviews(void)
{
    phb_date anchor = PHB_DATE_NONE;
    phb_status status = phb_date_parse("2026-04-06", &anchor);
    for (int i = PHB_REGIME_NHS_DIRECT_PAYMENT; status == PHB_OK && i <= PHB_REGIME_LOCAL_POLICY;
         i++) {
        phb_schedule_request *request = new_request(anchor);
        phb_schedule *schedule = NULL;
        status = phb_schedule_request_add_regime(request, (phb_regime)i, anchor, NULL);
        status = status == PHB_OK ? phb_schedule_build(request, NULL, &schedule, NULL) : status;
        print_regime(schedule, anchor);
        phb_schedule_free(schedule);
        phb_schedule_request_free(request);
    }
    return status;
}

static phb_status
print_triggers(void)
{
    phb_date day = PHB_DATE_NONE;
    phb_schedule *schedule = NULL;
    phb_status status = phb_date_parse("2026-04-06", &day);
    phb_schedule_request *request = new_request(day);
    for (int i = PHB_HAPPENING_MONEY_INSUFFICIENT; status == PHB_OK && i <= PHB_HAPPENING_DIED;
         i++) {
        status = phb_schedule_request_add_event(request, day, (phb_happening)i, NULL);
    }
    status = status == PHB_OK ? phb_schedule_build(request, NULL, &schedule, NULL) : status;
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    for (size_t row = 0; row < phb_table_rows(events); row++) {
        printf("triggers | `%s` | %s | `%s` |\n", phb_table_text(events, "reason", row),
               phb_table_text(events, "duty", row), phb_table_text(events, "agenda", row));
    }
    if (status == PHB_OK) {
        print_columns(events, "events");
        print_columns(phb_schedule_table(schedule, PHB_SCHEDULE_NOTES), "schedule_notes");
    }
    phb_schedule_free(schedule);
    phb_schedule_request_free(request);
    return status;
}

/* The widest limits are those that can just be asked for. */
static void
print_limit(const char *name, phb_context_options *options, uint32_t *limit)
{
    uint32_t low = 0;
    uint32_t high = UINT32_MAX;
    while (high - low > 1) {
        phb_context *context = NULL;
        *limit = low + (high - low) / 2;
        if (phb_context_new(options, &context, NULL) == PHB_OK) {
            low = *limit;
        } else {
            high = *limit;
        }
        phb_context_unref(context);
    }
    *limit = 0;
    printf("limits | `%s` | %u |\n", name, (unsigned)low);
}

static void
print_limits(void)
{
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    print_limit("json_bytes", &options, &options.limits.json_bytes);
    print_limit("json_values", &options, &options.limits.json_values);
    print_limit("json_levels", &options, &options.limits.json_levels);
    print_limit("text_bytes", &options, &options.limits.text_bytes);
    print_limit("lines", &options, &options.limits.lines);
}

static phb_status
print_years(void)
{
    phb_rates *rates = NULL;
    phb_status status = phb_rates_builtin(NULL, &rates, NULL);
    char first[PHB_DATE_TEXT_SIZE] = "";
    char last[PHB_DATE_TEXT_SIZE] = "";
    (void)phb_date_format(phb_rates_first_day(rates), first, sizeof first);
    (void)phb_date_format(phb_rates_last_day(rates), last, sizeof last);
    printf("years | `%s` | %s | %s |\n", phb_rates_edition(rates), first, last);
    phb_rates_unref(rates);
    return status;
}

int
main(int count, char **arguments)
{
    FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
    char *json = malloc(1u << 20);
    if (!file || !json) {
        return 1;
    }
    size_t size = fread(json, 1, 1u << 20, file);
    fclose(file);
    print_statuses();
    phb_status status = print_tables(json, size);
    free(json);
    print_limits();
    return status != PHB_OK || print_years() != PHB_OK || print_reviews() != PHB_OK ||
           print_triggers() != PHB_OK;
}
