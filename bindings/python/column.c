/*
 * A column of a table as Python sees it: a buffer of 32-bit or 64-bit integers where they are, in
 * the memory of the result. Whoever looks at the buffer keeps the column, and the column keeps the
 * result.
 */

#include "convert.h"

typedef struct {
    PyObject base; /* first: what every object of Python begins with */
    PyObject *owner;
    const void *data;
    Py_ssize_t rows;
    Py_ssize_t width; /* of one value, in bytes: its stride too */
} column_object;

static PyObject *column_type = NULL;

/* The formats of PEP 3118 for int64 and int32. The interface wants them writable; nobody writes. */
static char wide_format[] = "q";
static char narrow_format[] = "i";

static int
column_getbuffer(PyObject *exporter, Py_buffer *view, int flags)
{
    column_object *column = (column_object *)exporter;
    view->obj = NULL;
    if (flags & PyBUF_WRITABLE) {
        PyErr_SetString(PyExc_BufferError, "a column of a result cannot be written to");
        return -1;
    }
    Py_INCREF(exporter);
    view->obj = exporter;
    view->buf = (void *)(uintptr_t)column->data;
    view->len = column->rows * column->width;
    view->readonly = 1;
    view->itemsize = column->width;
    view->format = NULL;
    if (flags & PyBUF_FORMAT) {
        view->format = column->width == PHB_COLUMN_WIDE ? wide_format : narrow_format;
    }
    view->ndim = 1;
    view->shape = flags & PyBUF_ND ? &column->rows : NULL;
    view->strides = (flags & PyBUF_STRIDES) == PyBUF_STRIDES ? &column->width : NULL;
    view->suboffsets = NULL;
    view->internal = NULL;
    return 0;
}

static Py_ssize_t
column_length(PyObject *column)
{
    return ((column_object *)column)->rows;
}

static void
column_dealloc(PyObject *column)
{
    PyTypeObject *type = Py_TYPE(column);
    Py_CLEAR(((column_object *)column)->owner);
    PyObject_Free(column);
    Py_DECREF(type);
}

static PyType_Slot column_slots[] = {
    {Py_tp_doc, (void *)"Whole numbers of a table, read only, where they are."},
    {Py_tp_dealloc, (void *)column_dealloc},
    {Py_bf_getbuffer, (void *)column_getbuffer},
    {Py_sq_length, (void *)column_length},
    {0, NULL},
};

static PyType_Spec column_spec = {
    .name = "phb._core.Column",
    .basicsize = sizeof(column_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = column_slots,
};

int
phb_column_ready(void)
{
    if (!column_type) {
        column_type = PyType_FromSpec(&column_spec);
    }
    return column_type != NULL;
}

PyObject *
phb_column_new(PyObject *owner, const void *data, Py_ssize_t rows, phb_column_width width)
{
    column_object *column = PyObject_New(column_object, (PyTypeObject *)column_type);
    if (!column) {
        return NULL;
    }
    Py_INCREF(owner);
    column->owner = owner;
    column->data = data;
    column->rows = rows;
    column->width = (Py_ssize_t)width;
    return (PyObject *)column;
}

PyObject *
phb_column_texts(const phb_table *table, const char *name)
{
    Py_ssize_t rows = (Py_ssize_t)phb_table_rows(table);
    PyObject *texts = PyList_New(rows);
    if (!texts) {
        return NULL;
    }
    for (Py_ssize_t row = 0; row < rows; row++) {
        const char *cell = phb_table_text(table, name, (size_t)row);
        PyObject *text = NULL;
        if (cell) {
            text = PyUnicode_FromString(cell);
        } else {
            PyErr_SetString(PyExc_KeyError, name);
        }
        if (!text || PyList_SetItem(texts, row, text) < 0) {
            Py_DECREF(texts);
            return NULL;
        }
    }
    return texts;
}
