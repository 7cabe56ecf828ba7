/* One result: a line of JSON, or a row of CSV. Its members are put in one order for both. */
#ifndef PHB_CLI_BATCH_ROW_H
#define PHB_CLI_BATCH_ROW_H

#include "cli/batch_text.h"

struct batch_row {
    struct batch_text *out;
    bool is_csv;
    int64_t line;   /* of the file */
    const char *id; /* of the person; "" when it is not known */
};

/* The header of CSV; `columns` are those of a command, with commas between. */
void row_put_header(struct batch_text *out, const char *columns);

void row_begin(const struct batch_row *row);
void row_end(const struct batch_row *row);

/* No text (NULL), day, sum or number is null in JSON, an empty cell in CSV. */
void row_text(const struct batch_row *row, const char *name, const char *text);
void row_date(const struct batch_row *row, const char *name, phb_date date);
void row_pence(const struct batch_row *row, const char *name, phb_pence pence);
void row_number(const struct batch_row *row, const char *name, int64_t number);
void row_yes_no(const struct batch_row *row, const char *name, bool is_yes);

/* An object in JSON, for which CSV has no room: what is put between must be left out there. */
void row_open(const struct batch_row *row, const char *name);
void row_close(const struct batch_row *row);

/* A whole row that says what was wrong with the line. */
void row_put_error(const struct batch_row *row, const char *columns, const phb_error *error);

/* "byte 12, /period/start: end is before start". */
void put_place_and_sentence(struct batch_text *out, const phb_error *error);

#endif
