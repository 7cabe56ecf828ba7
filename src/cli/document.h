/* Files in, texts out. */
#ifndef PHB_CLI_DOCUMENT_H
#define PHB_CLI_DOCUMENT_H

#include <phb/phb.h>
#include <stdbool.h>

struct document {
    const char *name; /* as it was given */
    char *bytes;
    size_t size;
};

/* "-" is standard input. false, and a line on standard error, when it cannot be read. */
bool document_read(const char *name, struct document *out);
void document_free(struct document *document);

/* One line on standard error: file, offset, pointer, sentence. */
void report_error(const char *name, const phb_error *error);

/* What was printed so far is written out; false, and a line on standard error, when it cannot be.
 */
bool output_is_written(void);

/* Prints a text and frees it; false when standard output takes no more. */
bool print_text(phb_text *text);

#endif
