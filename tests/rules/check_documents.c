/*
 * Checks documents for a test: check_documents budget|plan|hash.
 *
 * Each comes on standard input as four lines, of which all but the first may be empty: the
 * document, its policy, the day to look from, and the plan it takes the place of. For each one line
 * follows: how many bytes, and then so many of its report, of its content hash, or of the sentence
 * that refuses it after a `!`.
 */

#include <phb/phb.h>
#include <stdio.h>
#include <string.h>

#define LINE_MOST (1 << 22)
#define LINES 4

enum { DOCUMENT, POLICY, AS_OF, SUPERSEDED };

static char lines[LINES][LINE_MOST];
static size_t sizes[LINES];

/* Without the end of line; false at the end of the input, or when the line is too long. */
static int
read_line(int line)
{
    if (!fgets(lines[line], LINE_MOST, stdin)) {
        return 0;
    }
    sizes[line] = strlen(lines[line]);
    if (lines[line][sizes[line] - 1] != '\n') {
        return 0;
    }
    lines[line][--sizes[line]] = '\0';
    return 1;
}

static int
read_lines(void)
{
    int line = 0;
    while (line < LINES && read_line(line)) {
        line++;
    }
    return line == LINES;
}

static phb_status
check_budget(const phb_policy *policy, const phb_check_options *options, phb_report **out_report,
             phb_error *error)
{
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_cost_options how = PHB_COST_OPTIONS_INIT;
    phb_status status =
        phb_budget_from_json(NULL, lines[DOCUMENT], sizes[DOCUMENT], &budget, error);
    how.policy = policy;
    status = status == PHB_OK ? phb_budget_cost(budget, NULL, &how, &costing, error) : status;
    status = status == PHB_OK ? phb_costing_check(costing, options, out_report, error) : status;
    phb_costing_free(costing);
    phb_budget_free(budget);
    return status;
}

static phb_status
check_plan(const phb_policy *policy, phb_check_options *options, phb_report **out_report,
           phb_error *error)
{
    phb_plan *plan = NULL;
    phb_plan *superseded = NULL;
    phb_status status = phb_plan_from_json(NULL, lines[DOCUMENT], sizes[DOCUMENT], &plan, error);
    if (status == PHB_OK && sizes[SUPERSEDED] > 0) {
        status = phb_plan_from_json(NULL, lines[SUPERSEDED], sizes[SUPERSEDED], &superseded, error);
    }
    options->policy = policy;
    options->superseded = superseded;
    status = status == PHB_OK ? phb_plan_check(plan, NULL, options, out_report, error) : status;
    phb_plan_free(superseded);
    phb_plan_free(plan);
    return status;
}

static phb_status
check(int is_plan, phb_text **out_text, phb_error *error)
{
    phb_policy *policy = NULL;
    phb_report *report = NULL;
    phb_check_options options = PHB_CHECK_OPTIONS_INIT;
    phb_status status = PHB_OK;
    if (sizes[POLICY] > 0) {
        status = phb_policy_from_json(NULL, lines[POLICY], sizes[POLICY], &policy, error);
    }
    if (status == PHB_OK && sizes[AS_OF] > 0) {
        status = phb_date_parse(lines[AS_OF], &options.as_of);
    }
    if (status == PHB_OK) {
        status = is_plan ? check_plan(policy, &options, &report, error)
                         : check_budget(policy, &options, &report, error);
    }
    status = status == PHB_OK ? phb_report_to_json(report, out_text, error) : status;
    phb_report_free(report);
    phb_policy_unref(policy);
    return status;
}

static phb_status
hash(char *out_hash, phb_error *error)
{
    phb_plan *plan = NULL;
    phb_status status = phb_plan_from_json(NULL, lines[DOCUMENT], sizes[DOCUMENT], &plan, error);
    if (status == PHB_OK) {
        status = phb_plan_content_hash(plan, out_hash, PHB_PLAN_HASH_SIZE, error);
    }
    phb_plan_free(plan);
    return status;
}

static void
answer(const char *mode)
{
    char digits[PHB_PLAN_HASH_SIZE] = "";
    phb_error error = PHB_ERROR_INIT;
    phb_text *text = NULL;
    phb_status status = strcmp(mode, "hash") == 0 ? hash(digits, &error)
                                                  : check(strcmp(mode, "plan") == 0, &text, &error);
    const char *result = text ? phb_text_data(text) : digits;
    if (status == PHB_OK) {
        printf("%zu\n%s\n", strlen(result), result);
    } else {
        printf("%zu\n!%s\n", strlen(error.message) + 1, error.message);
    }
    phb_text_free(text);
}

int
main(int argc, char **argv)
{
    if (argc != 2) {
        return 64;
    }
    while (read_lines()) {
        answer(argv[1]);
        (void)fflush(stdout); /* whoever asks may wait before it asks again */
    }
    return 0;
}
