/* Numbers, texts and documents on their way in; errors on their way out. */

#include "convert.h"

#include <string.h>

/* Makes exceptions: set once, when the package is imported. */
static PyObject *exception_maker = NULL;

PyObject *
phb_convert_set_maker(PyObject *maker)
{
    PyObject *before = exception_maker;
    Py_INCREF(maker);
    exception_maker = maker;
    Py_XDECREF(before);
    Py_RETURN_NONE;
}

void
phb_convert_raise(const phb_error *error)
{
    if (!exception_maker) {
        PyErr_Format(PyExc_RuntimeError, "%s", error->message);
        return;
    }
    /* A copy: whatever Python frees on the way there may call the library too. */
    phb_error said = *error;
    PyObject *exception = PyObject_CallFunction(exception_maker, "issL", (int)said.status,
                                                said.message, said.path, (long long)said.position);
    if (exception) {
        PyErr_SetObject((PyObject *)Py_TYPE(exception), exception);
        Py_DECREF(exception);
    }
}

static int
refuse_type(const char *name, const char *wanted, PyObject *value)
{
    PyObject *kind = PyType_GetName(Py_TYPE(value));
    if (kind) {
        PyErr_Format(PyExc_TypeError, "%s must be %s, not %U", name, wanted, kind);
        Py_DECREF(kind);
    }
    return 0;
}

static int
refuse_text(const char *message)
{
    phb_error error = PHB_ERROR_INIT;
    error.status = PHB_ERROR_UTF8;
    strncpy(error.message, message, sizeof error.message - 1);
    PyErr_Clear();
    phb_convert_raise(&error);
    return 0;
}

int
phb_convert_whole(PyObject *value, const char *name, int64_t least, int64_t most, int64_t *out)
{
    if (PyBool_Check(value) || !(PyLong_CheckExact(value) || PyIndex_Check(value))) {
        return refuse_type(name, "a whole number", value);
    }
    PyObject *whole = NULL; /* of what is no int but can be used as one */
    if (!PyLong_CheckExact(value)) {
        whole = PyNumber_Index(value);
        if (!whole) {
            return 0;
        }
    }
    int overflow = 0;
    long long found = PyLong_AsLongLongAndOverflow(whole ? whole : value, &overflow);
    Py_XDECREF(whole);
    if (found == -1 && PyErr_Occurred()) {
        return 0;
    }
    if (overflow != 0 || found < least || found > most) {
        PyErr_Format(PyExc_OverflowError, "%s must be %lld to %lld", name, (long long)least,
                     (long long)most);
        return 0;
    }
    *out = found;
    return 1;
}

int
phb_convert_text(PyObject *value, const char *name, int may_be_none, const char **out)
{
    if (may_be_none && value == Py_None) {
        *out = NULL;
        return 1;
    }
    if (!PyUnicode_Check(value)) {
        return refuse_type(name, "str", value);
    }
    Py_ssize_t size = 0;
    const char *text = PyUnicode_AsUTF8AndSize(value, &size);
    if (!text) {
        return refuse_text("a text must be Unicode: it holds half of a surrogate pair");
    }
    if ((Py_ssize_t)strlen(text) != size) {
        return refuse_text("a text must not hold NUL");
    }
    *out = text;
    return 1;
}

int
phb_convert_document(PyObject *value, const char **out_json, Py_ssize_t *out_size)
{
    if (PyBytes_Check(value)) {
        char *bytes = NULL;
        if (PyBytes_AsStringAndSize(value, &bytes, out_size) < 0) {
            return 0;
        }
        *out_json = bytes;
        return 1;
    }
    if (!PyUnicode_Check(value)) {
        return refuse_type("a document", "str or bytes", value);
    }
    *out_json = PyUnicode_AsUTF8AndSize(value, out_size);
    if (!*out_json) {
        return refuse_text("a document must be Unicode: it holds half of a surrogate pair");
    }
    return 1;
}
