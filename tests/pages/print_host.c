/*
 * A page of a host with parts of pages on it: print_host BUDGET PLAN. The host's own style is dark
 * and aligns tables to the right, as that of a notebook may. Two parts are the same, so that ids
 * would collide.
 */

#include <phb/phb.h>
#include <stdio.h>
#include <stdlib.h>

static char bytes[1 << 20];

static size_t
read_file(const char *name)
{
    FILE *file = fopen(name, "rb");
    size_t size = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    if (file) {
        fclose(file);
    }
    return size;
}

static int
print(phb_status status, phb_text *text, const phb_error *error)
{
    if (status != PHB_OK) {
        fprintf(stderr, "%s\n", error->message);
        return EXIT_FAILURE;
    }
    (void)fwrite(phb_text_data(text), 1, phb_text_size(text), stdout);
    phb_text_free(text);
    return EXIT_SUCCESS;
}

static int
print_costing(const phb_costing *costing)
{
    phb_error error = PHB_ERROR_INIT;
    phb_text *text = NULL;
    phb_status status = phb_costing_render(costing, PHB_FORMAT_HTML, &text, &error);
    int result = print(status, text, &error);
    status = phb_costing_explain_render(costing, NULL, PHB_FORMAT_HTML, &text, &error);
    result |= print(status, text, &error);
    status = phb_table_render(NULL, phb_costing_table(costing, PHB_COSTING_LINES), PHB_FORMAT_HTML,
                              &text, &error);
    return result | print(status, text, &error);
}

static int
print_plan(const char *name)
{
    phb_error error = PHB_ERROR_INIT;
    phb_plan *plan = NULL;
    phb_report *report = NULL;
    phb_text *text = NULL;
    phb_status status = phb_plan_from_json(NULL, bytes, read_file(name), &plan, &error);
    if (status == PHB_OK) {
        status = phb_plan_check(plan, NULL, NULL, &report, &error);
    }
    if (status == PHB_OK) {
        status = phb_report_render(report, PHB_FORMAT_HTML, &text, &error);
    }
    phb_report_free(report);
    phb_plan_free(plan);
    return print(status, text, &error);
}

int
main(int count, char **arguments)
{
    phb_error error = PHB_ERROR_INIT;
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    if (count != 3) {
        return EXIT_FAILURE;
    }
    phb_status status = phb_budget_from_json(NULL, bytes, read_file(arguments[1]), &budget, &error);
    if (status == PHB_OK) {
        status = phb_budget_cost(budget, NULL, NULL, &costing, &error);
    }
    printf("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\">\n"
           "<title>A host</title>\n<style>\n"
           "body{margin:0;background:#111;color:#eee}\n"
           ".host td,.host th,.host tr{text-align:right}\n"
           ".host tbody tr:nth-child(odd){background:#000}\n"
           "</style>\n</head>\n<body class=\"host\">\n<main>\n<h1>A host</h1>\n");
    int result = status == PHB_OK ? print_costing(costing) | print_costing(costing) : EXIT_FAILURE;
    result |= print_plan(arguments[2]);
    printf("</main>\n</body>\n</html>\n");
    phb_costing_free(costing);
    phb_budget_free(budget);
    return result;
}
