#include "cli/batch_row.h"

#include <string.h>

/* ---- members ---- */

/* Before the value of a member, the first of an object too. */
static void
put_name(const struct batch_row *row, const char *name)
{
    if (row->is_csv) {
        text_put(row->out, ",");
        return;
    }
    bool is_first = row->out->size > 0 && row->out->data[row->out->size - 1] == '{';
    text_put(row->out, is_first ? "" : ", ");
    text_put_json(row->out, name);
    text_put(row->out, ": ");
}

static void
put_none(const struct batch_row *row)
{
    text_put(row->out, row->is_csv ? "" : "null");
}

/* Figures, days and sums: what needs no escape. */
static void
put_plain(const struct batch_row *row, const char *text)
{
    text_put(row->out, row->is_csv ? "" : "\"");
    text_put(row->out, text);
    text_put(row->out, row->is_csv ? "" : "\"");
}

void
row_text(const struct batch_row *row, const char *name, const char *text)
{
    put_name(row, name);
    if (!text) {
        put_none(row);
    } else if (row->is_csv) {
        text_put_csv(row->out, text);
    } else {
        text_put_json(row->out, text);
    }
}

void
row_date(const struct batch_row *row, const char *name, phb_date date)
{
    char text[PHB_DATE_TEXT_SIZE];
    put_name(row, name);
    if (phb_date_format(date, text, sizeof text) == PHB_OK) {
        put_plain(row, text);
    } else {
        put_none(row);
    }
}

void
row_pence(const struct batch_row *row, const char *name, phb_pence pence)
{
    char text[PHB_PENCE_TEXT_SIZE];
    put_name(row, name);
    if (phb_pence_format(pence, text, sizeof text) == PHB_OK) {
        put_plain(row, text);
    } else {
        put_none(row);
    }
}

void
row_number(const struct batch_row *row, const char *name, int64_t number)
{
    put_name(row, name);
    if (number == PHB_NUMBER_NONE) {
        put_none(row);
    } else {
        text_put_number(row->out, number);
    }
}

void
row_yes_no(const struct batch_row *row, const char *name, bool is_yes)
{
    put_name(row, name);
    if (row->is_csv) {
        text_put(row->out, is_yes ? "yes" : "no");
    } else {
        text_put(row->out, is_yes ? "true" : "false");
    }
}

void
row_open(const struct batch_row *row, const char *name)
{
    put_name(row, name);
    text_put(row->out, "{");
}

void
row_close(const struct batch_row *row)
{
    text_put(row->out, "}");
}

/* ---- rows ---- */

void
row_put_header(struct batch_text *out, const char *columns)
{
    text_put(out, "line,id,");
    text_put(out, columns);
    text_put(out, ",error,message\r\n");
}

void
row_begin(const struct batch_row *row)
{
    if (row->is_csv) {
        text_put_number(row->out, row->line);
    } else {
        text_put(row->out, "{");
        row_number(row, "line", row->line);
    }
    row_text(row, "id", row->id);
}

void
row_end(const struct batch_row *row)
{
    text_put(row->out, row->is_csv ? ",,\r\n" : "}\n");
}

/* ---- errors ---- */

void
put_place_and_sentence(struct batch_text *out, const phb_error *error)
{
    if (error->position >= 0) {
        text_put(out, "byte ");
        text_put_number(out, error->position);
        text_put(out, error->path[0] == '\0' ? ": " : ", ");
    }
    text_put(out, error->path);
    text_put(out, error->path[0] == '\0' ? "" : ": ");
    text_put(out, error->message);
}

void
row_put_error(const struct batch_row *row, const char *columns, const phb_error *error)
{
    row_begin(row);
    if (!row->is_csv) {
        row_open(row, "error");
        row_text(row, "status", phb_status_name(error->status));
        row_number(row, "position", error->position < 0 ? PHB_NUMBER_NONE : error->position);
        row_text(row, "at", error->path);
        row_text(row, "message", error->message);
        row_close(row);
        row_end(row);
        return;
    }
    struct batch_text sentence = {NULL, 0, 0, false};
    put_place_and_sentence(&sentence, error);
    text_put_bytes(&sentence, "", 1);
    for (const char *c = columns; c; c = strchr(c + 1, ',')) {
        text_put(row->out, ",");
    }
    row_text(row, "error", phb_status_name(error->status));
    row_text(row, "message", sentence.failed ? "" : sentence.data);
    text_put(row->out, "\r\n");
    text_free(&sentence);
}
