/* Budgets from a seed: plain data that a test can change and build again. */
#ifndef PHB_TESTS_PROPERTY_RANDOM_BUDGET_H
#define PHB_TESTS_PROPERTY_RANDOM_BUDGET_H

#include <stdbool.h>

#include <phb/budget.h>

#include "support/suite.h"

#define ASSISTANTS_MAX 3
#define HOURS_MAX 3
#define LINES_MAX 5 /* one more than there are at first: a test may split one */
#define DATED_MAX 3
#define FUNDERS_MAX 3
#define USED_MAX 2

/* A rate or an amount that changes; none: the number beside it holds. */
struct random_dated {
    phb_date from[DATED_MAX];
    int64_t amount[DATED_MAX];
    int32_t count;
};

struct random_assistant {
    phb_assistant given;
    phb_hours hours[HOURS_MAX];
    struct random_dated rates[HOURS_MAX];
    int32_t hours_count; /* at least 1 */
};

/* Its texts are literals, so it can be copied. */
struct random_budget {
    phb_budget_settings settings;
    struct random_assistant assistants[ASSISTANTS_MAX];
    phb_line lines[LINES_MAX];
    struct random_dated amounts[LINES_MAX];
    bool names[LINES_MAX][ASSISTANTS_MAX]; /* the assistants that a line names; none: all */
    phb_funder funders[FUNDERS_MAX];
    int64_t used_years[USED_MAX]; /* of the Employment Allowance */
    phb_pence used[USED_MAX];
    int32_t assistant_count; /* at least 1 */
    int32_t line_count;      /* at least 1 */
    int32_t funder_count;
    int32_t used_count;
    phb_pence agreed_for_first; /* of the first assistant; PHB_PENCE_NONE: nothing */
};

struct random_budget random_budget(struct random_source *source);

/* Built call by call; the caller's to free. */
phb_budget *build_budget(const struct random_budget *plan);

#endif
