/* What the command line says. */
#ifndef PHB_CLI_OPTIONS_H
#define PHB_CLI_OPTIONS_H

#include <phb/phb.h>
#include <stdbool.h>

/* Exit statuses: part of the contract. */
enum { EXIT_FINE = 0, EXIT_FINDINGS = 1, EXIT_UNREADABLE = 2, EXIT_USAGE = 64 };

/* Threads that may be asked for. */
#define JOBS_MAX 64

enum output { OUTPUT_TEXT, OUTPUT_JSON, OUTPUT_CSV, OUTPUT_MARKDOWN, OUTPUT_HTML };

struct options {
    const char *subject; /* a file, or a key; NULL: none */
    const char *second;  /* of two files */
    enum output output;
    const char *table;      /* one table instead of the whole */
    const char *explain;    /* a line's id, or "all" */
    const char *rates;      /* a file of rates laid over the built-in ones */
    const char *policy;     /* a file of local rules */
    const char *section;    /* what is found in this one */
    const char *superseded; /* the plan that a plan takes the place of */
    phb_severity severity;  /* what is as bad as this */
    phb_date on;
    phb_date second_on; /* of two budgets, the second's */
    bool is_calendar;   /* a calendar file, and none of the outputs above */
    const char *events; /* a file of what happened */
    phb_date as_of;
    phb_date horizon;
    bool is_next_year;
    int jobs;           /* threads; 0: as many as there are processors */
    const char *totals; /* a file to write totals to */
    phb_date from;      /* of events: the first day they are due */
    phb_date to;        /* and the last */
};

/* What a command takes besides --format. */
enum option_flag {
    TAKES_EXPLAIN = 1,
    TAKES_ON = 2,
    TAKES_RATES = 4,
    TAKES_TABLE = 8,
    TAKES_POLICY = 16,
    TAKES_AS_OF = 32,
    TAKES_FINDINGS = 64, /* --section and --severity */
    TAKES_NEXT_YEAR = 128,
    TAKES_TWO = 256,    /* two files, and --on for each of them */
    TAKES_EVENTS = 512, /* --events and --horizon, and --format ics */
    TAKES_BATCH = 1024, /* --jobs and --totals, and of --format json and csv alone */
    TAKES_WINDOW = 2048 /* --from and --to */
};

/* false, and a line on standard error, when the arguments are not to be understood. */
bool options_read(int count, char **arguments, unsigned takes, struct options *out);

#endif
