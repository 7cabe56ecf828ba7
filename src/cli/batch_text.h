/* A text that grows, and figures put into it. What cannot grow remembers that it failed. */
#ifndef PHB_CLI_BATCH_TEXT_H
#define PHB_CLI_BATCH_TEXT_H

#include <phb/phb.h>
#include <stdbool.h>

struct batch_text {
    char *data;
    size_t size;
    size_t capacity;
    bool failed; /* for want of memory: nothing is put any more */
};

void text_put_bytes(struct batch_text *text, const char *bytes, size_t size);
void text_put(struct batch_text *text, const char *string);
void text_put_number(struct batch_text *text, int64_t number);

/* A JSON string, quotes and all. */
void text_put_json(struct batch_text *text, const char *string);

/* A cell of CSV, as the library has it: what a spreadsheet would take for a formula gets an
 * apostrophe. */
void text_put_csv(struct batch_text *text, const char *string);

/* Room for so many bytes more; false when there is none. */
bool text_reserve(struct batch_text *text, size_t size);

/* Empties it, and gives memory back when there is much of it. */
void text_clear(struct batch_text *text);
void text_free(struct batch_text *text);

#endif
