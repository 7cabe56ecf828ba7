/* Being told to stop: Ctrl-C, a polite request to end, a reader of the output who went away. */
#ifndef PHB_CLI_BATCH_STOP_H
#define PHB_CLI_BATCH_STOP_H

#include <stdbool.h>

/* From here on SIGINT and SIGTERM are noted, once each: the second one ends at once. A closed
 * output is an error of writing. */
void stop_begin(void);

/* Any thread. */
bool stop_is_asked(void);

/* Waits until there is something to read, or the end of it; false when told to stop before. */
bool stop_or_readable(int file);

/* Ends as the signal would have ended it; or, for a closed output, as SIGPIPE would have. Returns
 * when there was none, or when that signal was ignored before. */
void stop_end(bool is_output_closed);

#endif
