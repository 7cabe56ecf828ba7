/*
 * Reads documents from standard input, each after a line with its size in bytes, and says of each
 * in one line what reading it came to: the status, and the sentence. They are budgets, or what the
 * argument says: plans, policies.
 */

#include <phb/phb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static phb_status
read_budget(const char *json, size_t size, phb_error *error)
{
    phb_budget *budget = NULL;
    phb_status status = phb_budget_from_json(NULL, json, size, &budget, error);
    phb_budget_free(budget);
    return status;
}

static phb_status
read_plan(const char *json, size_t size, phb_error *error)
{
    phb_plan *plan = NULL;
    phb_status status = phb_plan_from_json(NULL, json, size, &plan, error);
    phb_plan_free(plan);
    return status;
}

static phb_status
read_policy(const char *json, size_t size, phb_error *error)
{
    phb_policy *policy = NULL;
    phb_status status = phb_policy_from_json(NULL, json, size, &policy, error);
    phb_policy_unref(policy);
    return status;
}

typedef phb_status reader(const char *json, size_t size, phb_error *error);

static reader *
reader_of(const char *kind)
{
    static const struct {
        const char *kind;
        reader *read;
    } readers[] = {{"budgets", read_budget}, {"plans", read_plan}, {"policies", read_policy}};
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
        if (strcmp(readers[i].kind, kind) == 0) {
            return readers[i].read;
        }
    }
    return NULL;
}

static int
read_one(size_t size, reader *read)
{
    char *json = malloc(size + 1);
    if (!json || fread(json, 1, size, stdin) != size) {
        free(json);
        return 1;
    }
    phb_error error = PHB_ERROR_INIT;
    phb_status status = read(json, size, &error);
    printf("%s %s\n", phb_status_name(status), error.message);
    free(json);
    return 0;
}

int
main(int count, char **arguments)
{
    reader *read = reader_of(count > 1 ? arguments[1] : "budgets");
    unsigned long size = 0;
    while (read && scanf("%lu", &size) == 1) {
        if (getchar() != '\n' || read_one(size, read) != 0) {
            return 1;
        }
    }
    return read ? 0 : 1;
}
