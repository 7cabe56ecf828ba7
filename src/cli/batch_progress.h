/* How far it is, on a terminal: a line that overwrites itself. */
#ifndef PHB_CLI_BATCH_PROGRESS_H
#define PHB_CLI_BATCH_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct batch_progress {
    bool is_shown; /* standard error is a terminal, and the results go elsewhere */
    bool is_there; /* a line is on the screen now */
    struct timespec began;
    struct timespec last;
};

void progress_begin(struct batch_progress *progress);

/* From time to time says how many lines are done, and how many a second. */
void progress_show(struct batch_progress *progress, int64_t lines);

/* Before anything else is printed there, and at the end. */
void progress_hide(struct batch_progress *progress);

#endif
