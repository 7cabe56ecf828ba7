#include "cli/batch_progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#define EVERY_MS 200

static int64_t
ms_between(const struct timespec *from, const struct timespec *to)
{
    return ((int64_t)to->tv_sec - from->tv_sec) * 1000 + (to->tv_nsec - from->tv_nsec) / 1000000;
}

void
progress_begin(struct batch_progress *progress)
{
    *progress = (struct batch_progress){.is_shown = isatty(2) == 1 && isatty(1) != 1};
    if (progress->is_shown) {
        (void)clock_gettime(CLOCK_MONOTONIC, &progress->began);
        progress->last = progress->began;
    }
}

void
progress_show(struct batch_progress *progress, int64_t lines)
{
    struct timespec now;
    if (!progress->is_shown || clock_gettime(CLOCK_MONOTONIC, &now) != 0 ||
        ms_between(&progress->last, &now) < EVERY_MS) {
        return;
    }
    progress->last = now;
    progress->is_there = true;
    fprintf(stderr, "\r%" PRId64 " lines, %" PRId64 " a second\033[K", lines,
            lines * 1000 / ms_between(&progress->began, &now));
    (void)fflush(stderr);
}

void
progress_hide(struct batch_progress *progress)
{
    if (progress->is_there) {
        progress->is_there = false;
        fprintf(stderr, "\r\033[K");
        (void)fflush(stderr);
    }
}
