/* phb batch: what its parts share. */
#ifndef PHB_CLI_BATCH_H
#define PHB_CLI_BATCH_H

#include "cli/batch_row.h"
#include "cli/batch_totals.h"
#include "cli/inputs.h"

struct batch;

/* One of the three: cost, check, reviews. */
struct batch_kind {
    const char *name;
    bool needs_plan;
    const char *table;         /* what --table may name; NULL: nothing */
    const char *columns;       /* of CSV, between those that all have: one row a document */
    const char *table_columns; /* of CSV, with --table: any number of rows */

    /* What is counted even where there is none of it. */
    void (*begin_totals)(struct batch_totals *totals);

    /* Puts the rows of a document and counts it; or puts nothing and says what is wrong. */
    phb_status (*put)(const struct batch *batch, const struct subject *subject,
                      const struct batch_row *row, struct batch_totals *totals, phb_error *error);
};

extern const struct batch_kind batch_cost;
extern const struct batch_kind batch_check;
extern const struct batch_kind batch_reviews;

struct batch {
    const struct batch_kind *kind;
    const struct options *options;
    const struct inputs *inputs;
    const char *file; /* as it was given; "-" for standard input */
    const char *columns;
    bool is_csv;
};

/* Which kind of document the line before was: most files hold one kind. */
struct batch_result {
    struct batch_text rows;   /* for standard output */
    struct batch_text errors; /* for standard error */
    struct batch_totals totals;
    phb_document last;
};

/* Reads the document of one line and adds what it comes to. */
void batch_line(const struct batch *batch, int64_t number, const char *bytes, size_t size,
                struct batch_result *result);

/* All lines of a file, by as many threads as the options say; how it ended. */
enum batch_end {
    BATCH_DONE,
    BATCH_STOPPED, /* as asked, after a whole line */
    BATCH_CLOSED,  /* nobody reads the output any more */
    BATCH_OUTPUT_FAILED,
    BATCH_INPUT_FAILED, /* errno says why */
    BATCH_NO_MEMORY
};
enum batch_end batch_run(const struct batch *batch, int file, struct batch_totals *totals);

#endif
