/*
 * How values cross into Python. Integers are anything that is one but a truth value; texts are
 * UTF-8 without NUL; a document is a str or bytes, and crosses without a copy.
 */
%{
#include "convert.h"

/* What objects are made with. */
#define PHB_SWIG_CONTEXT NULL
%}

%init %{
    if (!phb_column_ready()) {
        return -1;
    }
%}

%{
/* Makes the exception that the public layer has for a status, and raises it. */
static void
phb_swig_raise(void)
{
    phb_convert_raise(&phb_swig_error);
}
%}

%exception {
    (void)phb_swig_fresh();
    $action
    if (phb_swig_error.status != PHB_OK) {
        phb_swig_raise();
        SWIG_fail;
    }
}

%typemap(check) SWIGTYPE *
{
    if (!$1) {
        (void)phb_swig_fresh();
        phb_swig_note(PHB_ERROR_ARGUMENT);
        phb_swig_raise();
        SWIG_fail;
    }
}

%typemap(in) int64_t (int64_t whole = 0)
{
    if (!phb_convert_whole($input, "$1_name", INT64_MIN, INT64_MAX, &whole)) {
        SWIG_fail;
    }
    $1 = whole;
}
%typemap(in) int32_t (int64_t whole = 0)
{
    if (!phb_convert_whole($input, "$1_name", INT32_MIN, INT32_MAX, &whole)) {
        SWIG_fail;
    }
    $1 = (int32_t)whole;
}
%typemap(in) enum SWIGTYPE (int64_t whole = 0)
{
    if (!phb_convert_whole($input, "$1_name", 0, INT32_MAX, &whole)) {
        SWIG_fail;
    }
    $1 = ($1_ltype)whole;
}
%typemap(in) const char *
{
    const char *text = NULL;
    if (!phb_convert_text($input, "$1_name", 0, &text)) {
        SWIG_fail;
    }
    $1 = ($1_ltype)(uintptr_t)text;
}
%typemap(in) const char *OPTIONAL
{
    const char *text = NULL;
    if (!phb_convert_text($input, "$1_name", 1, &text)) {
        SWIG_fail;
    }
    $1 = ($1_ltype)(uintptr_t)text;
}
%typemap(freearg) const char *, const char *OPTIONAL ""
%typemap(in) (const char *json, size_t size) (Py_ssize_t bytes = 0)
{
    const char *document = NULL;
    if (!phb_convert_document($input, &document, &bytes)) {
        SWIG_fail;
    }
    $1 = ($1_ltype)(uintptr_t)document;
    $2 = (size_t)bytes;
}
%typemap(check) (const char *json, size_t size) ""
%typemap(freearg) (const char *json, size_t size) ""

/* What was interrupted by an error has no text; the exception is raised all the same. */
%typemap(out) phb_text *
{
    $result = PyUnicode_DecodeUTF8(phb_text_data($1), (Py_ssize_t)phb_text_size($1), "strict");
    phb_text_free($1);
    if (!$result) {
        SWIG_fail;
    }
}

/* Columns of batches are looked at where they are, while the call lasts. */
%typemap(in) phb_swig_column (phb_convert_view held = phb_convert_no_view)
{
    if (!phb_convert_column($input, "$1_name", &held, &$1.column, &$1.rows)) {
        SWIG_fail;
    }
}
%typemap(in) phb_swig_amounts (phb_convert_view held = phb_convert_no_view, void *found = NULL)
{
    if (!phb_convert_output($input, "$1_name", PHB_BATCH_INT64, &held, &found, &$1.rows)) {
        SWIG_fail;
    }
    $1.data = found;
}
%typemap(in) phb_swig_days (phb_convert_view held = phb_convert_no_view, void *found = NULL)
{
    if (!phb_convert_output($input, "$1_name", PHB_BATCH_INT32, &held, &found, &$1.rows)) {
        SWIG_fail;
    }
    $1.data = found;
}
%typemap(in) phb_swig_marks (phb_convert_view held = phb_convert_no_view, void *found = NULL)
{
    if (!phb_convert_output($input, "$1_name", PHB_BATCH_UINT8, &held, &found, &$1.rows)) {
        SWIG_fail;
    }
    $1.data = found;
}
%typemap(freearg) phb_swig_column, phb_swig_amounts, phb_swig_days, phb_swig_marks
{
    phb_convert_release(&held$argnum);
}

%{
/* What a call is given stays as it is while others run: str and bytes cannot change, a buffer that
   is looked at cannot move, and the caller holds them and every handle. */
#undef PHB_SWIG_UNLOCKED
#define PHB_SWIG_UNLOCKED(call) \
    Py_BEGIN_ALLOW_THREADS; \
    call; \
    Py_END_ALLOW_THREADS
%}

%typemap(in) PyObject *owner "$1 = $input;"
%typemap(check) PyObject * ""
%typemap(out) PyObject *
{
    $result = $1;
    if (!$result) {
        SWIG_fail;
    }
}

%inline %{
/* Tells what makes exceptions: called with status, message, path and position. */
static PyObject *
set_maker(PyObject *owner)
{
    return phb_convert_set_maker(owner);
}
%}
