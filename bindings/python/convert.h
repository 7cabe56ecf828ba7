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
