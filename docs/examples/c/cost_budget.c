/* Builds a budget call by call, costs it, and prints what it comes to and why.
 *     cc cost_budget.c $(pkg-config --cflags --libs libphb) -o cost_budget */
#include <inttypes.h>
#include <phb/phb.h>
#include <stdio.h>

/* One assistant for twenty hours a week at £13.50, and insurance at £95.00 a year. */
static phb_status
fill(phb_budget *budget, phb_error *error)
{
    phb_budget_settings settings = PHB_BUDGET_SETTINGS_INIT;
    (void)phb_date_from_ymd(2026, 4, 6, &settings.start);
    (void)phb_date_from_ymd(2027, 4, 5, &settings.end);
    phb_status status = phb_budget_set(budget, &settings, error);
    phb_assistant assistant = PHB_ASSISTANT_INIT;
    assistant.id = "pa-1";
    assistant.pay_frequency = PHB_PAY_WEEKLY;
    assistant.leave_method = PHB_LEAVE_ACCRUAL;
    assistant.deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT;
    (void)phb_date_from_ymd(1990, 5, 1, &assistant.date_of_birth);
    int32_t index = -1; /* which assistant the hours belong to */
    if (status == PHB_OK) {
        status = phb_budget_add_assistant(budget, &assistant, &index, error);
    }
    phb_hours hours = PHB_HOURS_INIT;
    hours.minutes_per_week = 20 * 60;
    hours.rate_penny_hundredths = 135000; /* hundredths of a penny, so that £21.3375 is exact */
    if (status == PHB_OK) {
        status = phb_budget_add_hours(budget, index, &hours, NULL, error);
    }
    phb_line line = PHB_LINE_INIT;
    line.id = "insurance";
    line.category = PHB_CATEGORY_INSURANCE;
    line.amount_penny_hundredths = 950000;
    line.per = PHB_PER_YEAR;
    line.deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT;
    return status == PHB_OK ? phb_budget_add_line(budget, &line, NULL, error) : status;
}

/* Every result is a table: named columns, as long as there are rows, lent by the costing. */
static void
print_lines(const phb_costing *costing)
{
    size_t rows = 0;
    const phb_table *lines = phb_costing_table(costing, PHB_COSTING_LINES);
    const int64_t *amounts = phb_table_int64(lines, "amount", &rows);
    for (size_t row = 0; row < rows; row++) {
        printf("%-32s %10" PRId64 "p\n", phb_table_text(lines, "id", row), amounts[row]);
    }
    printf("%-32s %10" PRId64 "p\n\n", "total", phb_costing_total_pence(costing));
}

int
main(void)
{
    phb_error error = PHB_ERROR_INIT;
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_text *why = NULL;
    phb_status status = phb_budget_new(NULL, &budget, &error); /* NULL: the default context */
    if (status == PHB_OK) {
        status = fill(budget, &error);
    }
    if (status == PHB_OK) {
        status = phb_budget_cost(budget, NULL, NULL, &costing, &error); /* the law built in */
    }
    if (status == PHB_OK) {
        print_lines(costing);
        status = phb_costing_explain(costing, "pa-1/employer_ni/2026-04-06", &why, &error);
    }
    if (status == PHB_OK) {
        fputs(phb_text_data(why), stdout);
    } else {
        fprintf(stderr, "%s: %s %s\n", phb_status_name(status), error.path, error.message);
    }
    phb_text_free(why); /* each of these accepts NULL */
    phb_costing_free(costing);
    phb_budget_free(budget);
    return status == PHB_OK ? 0 : 1;
}
