/* What the lines come to, by name: a number or a sum each. */
#ifndef PHB_CLI_BATCH_TOTALS_H
#define PHB_CLI_BATCH_TOTALS_H

#include "cli/batch_text.h"

struct batch_total;

struct batch_totals {
    int64_t lines;     /* that held a document */
    int64_t refused;   /* of them */
    bool has_findings; /* something decides for exit status 1 */
    bool failed;       /* for want of memory */
    struct batch_total *items;
    size_t count;
    size_t capacity;
};

/* Adds to what has this name; `key` is "" for a single figure, else one of a group. */
void totals_count(struct batch_totals *totals, const char *name, const char *key, int64_t number);
void totals_pence(struct batch_totals *totals, const char *name, const char *key, phb_pence pence);

/* Adds all of one to another. */
void totals_add(struct batch_totals *totals, const struct batch_totals *others);

/* Sets all to nothing, and keeps the memory. */
void totals_clear(struct batch_totals *totals);
void totals_free(struct batch_totals *totals);

/* As lines for people, and as a JSON document. */
void totals_put_text(const struct batch_totals *totals, const char *file, struct batch_text *out);
void totals_put_json(const struct batch_totals *totals, struct batch_text *out);

#endif
