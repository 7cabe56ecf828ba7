/*
 * Checks budgets for a test: each comes on standard input as two lines, the budget and its policy,
 * which may be empty. For each one line follows: how many bytes, and then so many of its report, or
 * of the sentence that refuses it after a `!`.
 */

#include <phb/phb.h>
#include <stdio.h>
#include <string.h>

#define LINE_MOST (1 << 22)

static char budget_text[LINE_MOST];
static char policy_text[LINE_MOST];

/* Without the end of line; false at the end of the input, or when the line is too long. */
static int
read_line(char *line, size_t *out_size)
{
    if (!fgets(line, LINE_MOST, stdin)) {
        return 0;
    }
    *out_size = strlen(line);
    if (line[*out_size - 1] != '\n') {
        return 0;
    }
    (*out_size)--;
    return 1;
}

static phb_status
check(size_t budget_size, size_t policy_size, phb_text **out_text, phb_error *error)
{
    phb_budget *budget = NULL;
    phb_policy *policy = NULL;
    phb_costing *costing = NULL;
    phb_report *report = NULL;
    phb_cost_options options = PHB_COST_OPTIONS_INIT;
    phb_status status = phb_budget_from_json(NULL, budget_text, budget_size, &budget, error);
    if (status == PHB_OK && policy_size > 0) {
        status = phb_policy_from_json(NULL, policy_text, policy_size, &policy, error);
    }
    options.policy = policy;
    status = status == PHB_OK ? phb_budget_cost(budget, NULL, &options, &costing, error) : status;
    status = status == PHB_OK ? phb_costing_check(costing, NULL, &report, error) : status;
    status = status == PHB_OK ? phb_report_to_json(report, out_text, error) : status;
    phb_report_free(report);
    phb_costing_free(costing);
    phb_policy_unref(policy);
    phb_budget_free(budget);
    return status;
}

int
main(void)
{
    size_t budget_size = 0;
    size_t policy_size = 0;
    while (read_line(budget_text, &budget_size) && read_line(policy_text, &policy_size)) {
        phb_error error = PHB_ERROR_INIT;
        phb_text *text = NULL;
        if (check(budget_size, policy_size, &text, &error) == PHB_OK) {
            printf("%zu\n%s\n", phb_text_size(text), phb_text_data(text));
        } else {
            printf("%zu\n!%s\n", strlen(error.message) + 1, error.message);
        }
        phb_text_free(text);
    }
    return 0;
}
