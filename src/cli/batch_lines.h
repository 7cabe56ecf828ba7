/* Lines of a file of any size, some at a time, without holding more than that. */
#ifndef PHB_CLI_BATCH_LINES_H
#define PHB_CLI_BATCH_LINES_H

#include "cli/batch_text.h"

/* What a document may have, and two bytes more: enough for a line to end in CR LF, and for the
 * library to say that it is too long. Of a longer line no more than this is kept. */
#define LINE_BYTES_MAX ((size_t)4 * 1024 * 1024 + 2)

struct batch_lines {
    int file;
    int64_t count; /* lines given so far */
    bool at_end;
    int error;              /* errno of a read that failed; 0: none did */
    struct batch_text rest; /* of what was read, not given yet: the beginning of a line */
};

/*
 * Gives what has come, up to the end of a line: whole lines, each with its LF, but the last of a
 * file may lack it. `out_first` is the number of the first one, from 1. Waits for one line at
 * least. false at the end, and when told to stop.
 */
bool lines_read(struct batch_lines *lines, struct batch_text *out, int64_t *out_first);

/* The next line, without what ends it; false when there is none. `at` goes on behind it. */
struct batch_line {
    const char *bytes;
    size_t size;
    bool is_blank; /* white space alone: no document is meant */
};
bool line_next(const struct batch_text *text, size_t *at, struct batch_line *out);

#endif
