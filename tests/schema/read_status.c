/*
 * Reads documents from standard input, each after a line with its size in bytes, and says of each
 * in one line what reading it came to: the status, and the sentence. They are budgets, or what the
 * argument says: policies.
 */

#include <phb/phb.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static phb_status
status_of(const char *json, size_t size, bool is_policy, phb_error *error)
{
    phb_budget *budget = NULL;
    phb_policy *policy = NULL;
    phb_status status = is_policy ? phb_policy_from_json(NULL, json, size, &policy, error)
                                  : phb_budget_from_json(NULL, json, size, &budget, error);
    phb_budget_free(budget);
    phb_policy_unref(policy);
    return status;
}

static int
read_one(size_t size, bool is_policy)
{
    char *json = malloc(size + 1);
    if (!json || fread(json, 1, size, stdin) != size) {
        free(json);
        return 1;
    }
    phb_error error = PHB_ERROR_INIT;
    phb_status status = status_of(json, size, is_policy, &error);
    printf("%s %s\n", phb_status_name(status), error.message);
    free(json);
    return 0;
}

int
main(int count, char **arguments)
{
    bool is_policy = count > 1 && strcmp(arguments[1], "policies") == 0;
    unsigned long size = 0;
    while (scanf("%lu", &size) == 1) {
        if (getchar() != '\n' || read_one(size, is_policy) != 0) {
            return 1;
        }
    }
    return 0;
}
