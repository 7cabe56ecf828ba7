/* Budgets from a seed: plain data that a test can change and build again. */
#ifndef PHB_TESTS_PROPERTY_RANDOM_BUDGET_H
#define PHB_TESTS_PROPERTY_RANDOM_BUDGET_H

#include <phb/budget.h>

#include "support/suite.h"

#define ASSISTANTS_MAX 3
#define HOURS_MAX 3
#define LINES_MAX 5 /* one more than there are at first: a test may split one */

struct random_assistant {
    phb_assistant given;
    phb_hours hours[HOURS_MAX];
    int32_t hours_count; /* at least 1 */
};

/* Its texts are literals, so it can be copied. */
struct random_budget {
    phb_budget_settings settings;
    struct random_assistant assistants[ASSISTANTS_MAX];
    phb_line lines[LINES_MAX];
    int32_t assistant_count; /* at least 1 */
    int32_t line_count;      /* at least 1 */
};

struct random_budget random_budget(struct random_source *source);

/* Built call by call; the caller's to free. */
phb_budget *build_budget(const struct random_budget *plan);

#endif
