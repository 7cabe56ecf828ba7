/* What a command works with, read from the files that its options name. */
#ifndef PHB_CLI_INPUTS_H
#define PHB_CLI_INPUTS_H

#include "cli/options.h"

struct inputs {
    phb_rates *rates;   /* NULL: the built-in ones */
    phb_policy *policy; /* NULL: none */
};

/* false, and a line on standard error, when a file cannot be read; nothing is held then. */
bool inputs_open(const struct options *options, struct inputs *out);
void inputs_close(struct inputs *inputs);

/* The budget of a file; NULL, and a line on standard error, when it cannot be read. */
phb_budget *budget_open(const char *name);

/* Makes it that of the year after its period; false, and a line on standard error, when it cannot.
 */
bool budget_move_on(phb_budget **budget, const char *name);

/* Prints a table in any format. */
phb_status make_table(const phb_table *table, enum output output, phb_text **out_text,
                      phb_error *error);

#endif
