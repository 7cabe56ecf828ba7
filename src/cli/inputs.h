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

/* What a command is about: a plan, or a budget by itself. */
struct subject {
    const char *name;
    phb_plan *plan;
    phb_budget *own; /* no part of a plan */
};

/* Each is false, or NULL, and says so on standard error, when it cannot be done. */
bool subject_open(const char *name, struct subject *out);
void subject_close(struct subject *subject);

/* The same of a document in memory; it says nothing. `kind` is tried first: it may be wrong, or
 * 0, and saves time when it is right. */
phb_status subject_read(const char *bytes, size_t size, phb_document kind, struct subject *out,
                        phb_error *error);

/* A plan in memory; JSON_SHAPE for another document. */
phb_status plan_read(const char *bytes, size_t size, phb_plan **out_plan, phb_error *error);

/* The budget that it is, or that is in it. */
const phb_budget *subject_budget(const struct subject *subject);

/* The same, and NULL without a word; what there is to say then. */
const phb_budget *subject_budget_of(const struct subject *subject);
phb_status fail_without_budget(phb_error *error);

/* What is found in a plan or a budget; `superseded` may be NULL. */
phb_status subject_check(const struct subject *subject, const phb_plan *superseded,
                         const struct inputs *inputs, phb_date as_of, phb_report **out_report,
                         phb_error *error);

/* Makes it the budget of the year after its period. */
bool subject_move_on(struct subject *subject);

/* An error about that budget, placed in the document; and said. */
void place_budget_error(const struct subject *subject, phb_error *error);
void report_budget_error(const struct subject *subject, const phb_error *error);

/* The plan of a file; NULL, and a line on standard error, when it cannot be read. */
phb_plan *plan_open(const char *name);

/* Every output but JSON, as the library calls it; of HTML a whole page. */
phb_format format_of(enum output output);

/* Prints a table in any format. */
phb_status make_table(const phb_table *table, enum output output, phb_text **out_text,
                      phb_error *error);

#endif
