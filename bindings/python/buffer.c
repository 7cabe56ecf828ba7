/* Columns of batches: somebody else's buffers where they are, and one value for all rows. */

#include "convert.h"

#include <string.h>

/* What stands for no buffer, to begin with. */
const phb_convert_view phb_convert_no_view;

/* The one letter of a format in the machine's own order, 0 of any other format. */
static char
letter_of(const char *format)
{
    if (!format) {
        return 'B';
    }
    const char *letter = format;
    if (*letter == '@' || *letter == '=' || (PY_LITTLE_ENDIAN && *letter == '<')) {
        letter++;
    }
    return strlen(letter) == 1 ? *letter : '\0';
}

/* The type of a column, 0 for what none can have. */
static int
type_of(const Py_buffer *buffer)
{
    switch (letter_of(buffer->format)) {
    case 'q':
        return PHB_BATCH_INT64;
    case 'l':
        return buffer->itemsize == 8   ? PHB_BATCH_INT64
               : buffer->itemsize == 4 ? PHB_BATCH_INT32
                                       : 0;
    case 'i':
        return PHB_BATCH_INT32;
    case 'B':
        return PHB_BATCH_UINT8;
    default:
        return 0;
    }
}

/* Whoever has no such buffer says so in words of his own: the column's name is needed too. */
static int
refuse(const char *name, const char *wanted)
{
    if (PyErr_Occurred() && !PyErr_ExceptionMatches(PyExc_BufferError) &&
        !PyErr_ExceptionMatches(PyExc_ValueError) && !PyErr_ExceptionMatches(PyExc_TypeError)) {
        return 0;
    }
    PyErr_Clear();
    PyErr_Format(PyExc_TypeError, "%s must be %s", name, wanted);
    return 0;
}

static int
take_buffer(PyObject *value, const char *name, phb_convert_view *view, phb_batch_column *out)
{
    static const char wanted[] =
        "None, a whole number, or a buffer of int64, int32 or uint8 of one dimension";
    Py_buffer *buffer = &view->buffer;
    if (PyObject_GetBuffer(value, buffer, PyBUF_STRIDED_RO | PyBUF_FORMAT) < 0) {
        buffer->obj = NULL;
        return refuse(name, wanted);
    }
    int type = type_of(buffer);
    if (type == 0 || buffer->ndim != 1) {
        return refuse(name, wanted);
    }
    /* A column without rows is there all the same. */
    out->data = buffer->buf ? buffer->buf : &view->same;
    out->stride_bytes = buffer->strides[0];
    out->type = (phb_batch_type)type;
    return 1;
}

int
phb_convert_column(PyObject *value, const char *name, phb_convert_view *view, phb_batch_column *out,
                   size_t *out_rows)
{
    *out = (phb_batch_column)PHB_BATCH_COLUMN_NONE;
    *out_rows = PHB_CONVERT_ANY_ROWS;
    if (value == Py_None) {
        return 1;
    }
    if (PyLong_Check(value)) {
        out->data = &view->same;
        out->type = PHB_BATCH_INT64;
        return phb_convert_whole(value, name, INT64_MIN, INT64_MAX, &view->same);
    }
    if (!take_buffer(value, name, view, out)) {
        return 0;
    }
    *out_rows = (size_t)view->buffer.shape[0];
    return 1;
}

int
phb_convert_output(PyObject *value, const char *name, phb_batch_type type, phb_convert_view *view,
                   void **out, size_t *out_rows)
{
    Py_buffer *buffer = &view->buffer;
    *out = NULL;
    *out_rows = PHB_CONVERT_ANY_ROWS;
    if (value == Py_None) {
        return 1;
    }
    int flags = PyBUF_WRITABLE | PyBUF_C_CONTIGUOUS | PyBUF_FORMAT;
    if (PyObject_GetBuffer(value, buffer, flags) < 0) {
        buffer->obj = NULL;
    }
    if (!buffer->obj || buffer->ndim != 1 || type_of(buffer) != (int)type) {
        const char *wanted = type == PHB_BATCH_INT64   ? "int64"
                             : type == PHB_BATCH_INT32 ? "int32"
                                                       : "uint8";
        char whole[80] = "None, or a buffer without gaps, that can be written to, of ";
        return refuse(name, strncat(whole, wanted, sizeof whole - strlen(whole) - 1));
    }
    *out = buffer->buf ? buffer->buf : &view->same;
    *out_rows = (size_t)buffer->shape[0];
    return 1;
}

void
phb_convert_release(phb_convert_view *view)
{
    if (view->buffer.obj) {
        PyBuffer_Release(&view->buffer);
    }
}
