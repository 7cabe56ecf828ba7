/* What would this budget cost by the law of another day? another_law FILE DATE
 *     cc another_law.c $(pkg-config --cflags --libs libphb) -o another_law */
#include <phb/phb.h>
#include <stdio.h>

#define FILE_BYTES_MAX 65536

/* The library opens no files: that is for its caller. */
static phb_status
read_budget(const char *path, phb_budget **out_budget, phb_error *error)
{
    static char json[FILE_BYTES_MAX];
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(json, 1, sizeof json, file) : 0;
    if (file) {
        (void)fclose(file);
    }
    return phb_budget_from_json(NULL, json, size, out_budget, error);
}

/* Costs it and prints the total; with PHB_DATE_NONE each day counts by its own law. */
static phb_status
print_total(const phb_budget *budget, phb_date law_on, const char *label, phb_error *error)
{
    phb_costing *costing = NULL;
    phb_cost_options options = PHB_COST_OPTIONS_INIT;
    options.trace = PHB_TRACE_NONE; /* nothing is explained: cheaper */
    options.law_on = law_on;
    phb_status status = phb_budget_cost(budget, NULL, &options, &costing, error);
    if (status == PHB_OK) {
        char pounds[PHB_PENCE_TEXT_SIZE];
        (void)phb_pence_format(phb_costing_total_pence(costing), pounds, sizeof pounds);
        printf("%s: %s\n", label, pounds);
    }
    phb_costing_free(costing);
    return status;
}

int
main(int count, char **arguments)
{
    phb_error error = PHB_ERROR_INIT;
    phb_budget *budget = NULL;
    phb_date law_on = PHB_DATE_NONE;
    if (count != 3 || phb_date_parse(arguments[2], &law_on) != PHB_OK) {
        fputs("usage: another_law FILE DATE\n", stderr);
        return 64;
    }
    phb_status status = read_budget(arguments[1], &budget, &error);
    if (status == PHB_OK) {
        status = print_total(budget, PHB_DATE_NONE, "each day by its own law", &error);
    }
    if (status == PHB_OK) {
        status = print_total(budget, law_on, "every day by the law of that day", &error);
    }
    if (status != PHB_OK) {
        fprintf(stderr, "%s: %s %s\n", phb_status_name(status), error.path, error.message);
    }
    phb_budget_free(budget);
    return status == PHB_OK ? 0 : 1;
}
