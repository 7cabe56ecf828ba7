/*
 * Reads budgets from standard input, each after a line with its size in bytes, and says of each in
 * one line what reading it came to: the status, and the sentence.
 */

#include <phb/phb.h>
#include <stdio.h>
#include <stdlib.h>

static int
read_one(size_t size)
{
    char *json = malloc(size + 1);
    if (!json || fread(json, 1, size, stdin) != size) {
        free(json);
        return 1;
    }
    phb_budget *budget = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_budget_from_json(NULL, json, size, &budget, &error);
    printf("%s %s\n", phb_status_name(status), error.message);
    phb_budget_free(budget);
    free(json);
    return 0;
}

int
main(void)
{
    unsigned long size = 0;
    while (scanf("%lu", &size) == 1) {
        if (getchar() != '\n' || read_one(size) != 0) {
            return 1;
        }
    }
    return 0;
}
