/*
 * How values cross between Python and the wrappers, and what a column of a table is in Python. Only
 * the stable part of Python's C interface is used, so that one build serves every version.
 */
#ifndef PHB_BINDINGS_CONVERT_H
#define PHB_BINDINGS_CONVERT_H

#include <Python.h>
#include <stdint.h>

#include <phb/phb.h>

/* Each of these returns 0 with an exception set, or 1. */
int phb_convert_whole(PyObject *value, const char *name, int64_t least, int64_t most, int64_t *out);
int phb_convert_text(PyObject *value, const char *name, int may_be_none, const char **out);
int phb_convert_document(PyObject *value, const char **out_json, Py_ssize_t *out_size);

/* Somebody else's memory while a call looks at it, or one value of his. */
typedef struct phb_convert_view {
    Py_buffer buffer; /* its obj NULL: none */
    int64_t same;
} phb_convert_view;

extern const phb_convert_view phb_convert_no_view;

/* Of what is not said, or the same in all rows. */
#define PHB_CONVERT_ANY_ROWS SIZE_MAX

/* A column in: None, an int, or a buffer, written to or not, with a stride of its own. */
int phb_convert_column(PyObject *value, const char *name, phb_convert_view *view,
                       phb_batch_column *out, size_t *out_rows);

/* A column out: None, or a buffer that can be written to. */
int phb_convert_output(PyObject *value, const char *name, phb_batch_type type,
                       phb_convert_view *view, void **out, size_t *out_rows);

void phb_convert_release(phb_convert_view *view);

/* Raises what an error says, as the class that its status has in phb/errors.py. */
void phb_convert_raise(const phb_error *error);

/* Keeps the function that makes exceptions; returns None. */
PyObject *phb_convert_set_maker(PyObject *maker);

typedef enum phb_column_width { PHB_COLUMN_NARROW = 4, PHB_COLUMN_WIDE = 8 } phb_column_width;

int phb_column_ready(void);

/* A read-only buffer over lent memory, which keeps its owner alive. */
PyObject *phb_column_new(PyObject *owner, const void *data, Py_ssize_t rows,
                         phb_column_width width);

/* The texts of a column as a list; KeyError when there is no such column. */
PyObject *phb_column_texts(const phb_table *table, const char *name);

#endif
