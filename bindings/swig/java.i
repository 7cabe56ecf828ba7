/*
 * How values cross into Java: one class of native methods, which the public classes call. A handle
 * is a long, 0 for null; texts and documents are bytes of UTF-8, since JNI's own are not UTF-8;
 * a closed set is an int. SWIG's classes of objects are not used.
 */
%{
#include "convert.h"
#include "memory.h"

/* What objects are made with. */
#define PHB_SWIG_CONTEXT phb_jni_context()
%}

%pragma(java) jniclassclassmodifiers="public final class"
%pragma(java) jniclasscode=%{
  static {
    NativeLibrary.load();
  }

  private PhbNative() {}
%}

/* In C int64_t is a long, which Java has only 32 bits for; see the option SWIGWORDSIZE64. */
%apply long long { int64_t };

%{
/* The bytes that the call of this thread looks at. */
static _Thread_local phb_jni_held *phb_swig_held;

/* Throws what was noted. An error is fresh again after that, so that nothing need be done before a
   call that succeeds. */
static void
phb_swig_throw(JNIEnv *env)
{
    phb_error said = phb_swig_error;
    (void)phb_swig_fresh();
    phb_jni_throw(env, &said);
}

/* Ends a call: frees what it held, and throws if something was noted. Did it? */
static inline int
phb_swig_end(JNIEnv *env)
{
    if (phb_swig_held) {
        phb_jni_release(&phb_swig_held);
    }
    if (phb_swig_error.status == PHB_OK) {
        return 0;
    }
    phb_swig_throw(env);
    return 1;
}

/* The text of some bytes, or NULL with the error noted. */
static const char *
phb_swig_text(JNIEnv *env, jbyteArray bytes)
{
    phb_status status = phb_jni_hold_text(env, bytes, &phb_swig_held);
    phb_swig_note(status);
    return status == PHB_OK ? phb_swig_held->data : NULL;
}
%}

%exception {
    $action
    if (phb_swig_end(jenv)) {
        return $null;
    }
}

%typemap(in) SWIGTYPE * "$1 = ($1_ltype)(uintptr_t)$input;"
%typemap(out) SWIGTYPE * "$result = (jlong)(uintptr_t)$1;"
%typemap(check) SWIGTYPE *
{
    if (!$1) {
        phb_swig_note(PHB_ERROR_ARGUMENT);
        (void)phb_swig_end(jenv);
        return $null;
    }
}

%typemap(jni) const char *, const char *OPTIONAL, (const char *json, size_t size), phb_text *
    "jbyteArray"
%typemap(jtype) const char *, const char *OPTIONAL, (const char *json, size_t size), phb_text *
    "byte[]"
%typemap(jstype) phb_text * "byte[]"
%typemap(javaout) phb_text * { return $jnicall; }
%typemap(in) const char *
{
    $1 = ($1_ltype)(uintptr_t)phb_swig_text(jenv, $input);
    if (!$1) {
        (void)phb_swig_end(jenv);
        return $null;
    }
}
%typemap(in) const char *OPTIONAL
{
    $1 = $input ? ($1_ltype)(uintptr_t)phb_swig_text(jenv, $input) : NULL;
    if ($input && !$1) {
        (void)phb_swig_end(jenv);
        return $null;
    }
}
%typemap(in) (const char *json, size_t size)
{
    phb_status status = phb_jni_hold(jenv, $input, &phb_swig_held);
    if (status != PHB_OK) {
        phb_swig_note(status);
        (void)phb_swig_end(jenv);
        return $null;
    }
    $1 = ($1_ltype)(uintptr_t)phb_swig_held->data;
    $2 = phb_swig_held->size;
}
%typemap(check) const char *, (const char *json, size_t size) ""
%typemap(freearg) const char *, const char *OPTIONAL, (const char *json, size_t size) ""
%typemap(out) const char * "$result = phb_jni_bytes(jenv, $1, $1 ? strlen($1) : 0);"
%typemap(out) phb_text *
{
    $result = phb_jni_bytes(jenv, phb_text_data($1), phb_text_size($1));
    phb_text_free($1);
}

/* One character of Java's: what has no place in a char of C's is none that ever was. */
%typemap(jni) const char *letter "jchar"
%typemap(jtype) const char *letter "char"
%typemap(in) const char *letter (char one[2] = "?")
{
    if ($input < 0x80) {
        one[0] = (char)$input;
    }
    $1 = one;
}

%typemap(in, numinputs = 0) JNIEnv *env "$1 = jenv;"
%typemap(check) JNIEnv *env ""

/* Where the columns of a batch lie, as numbers: none when they cannot be had. */
%typemap(jni) phb_swig_places, phb_swig_column "jlongArray"
%typemap(jtype) phb_swig_places, phb_swig_column "long[]"
%typemap(jstype) phb_swig_places, phb_swig_column "long[]"
%typemap(javain) phb_swig_places, phb_swig_column "$javainput"
%typemap(in) phb_swig_places (int64_t said[PHB_SWIG_NUMBERS_MAX])
{
    $1.numbers = said;
    $1.count = phb_jni_numbers(jenv, $input, PHB_SWIG_NUMBERS_MAX, said);
}
%typemap(in) phb_swig_column (int64_t said[2])
{
    if (phb_jni_numbers(jenv, $input, 2, said) != 2) {
        phb_swig_note(PHB_ERROR_ARGUMENT);
        (void)phb_swig_end(jenv);
        return $null;
    }
    $1.column = phb_swig_column_of(said);
    $1.rows = SIZE_MAX;
}

%inline %{
/* Where the first value of a direct buffer lies, whatever its position; 0 of any other. */
static int64_t
address_of(JNIEnv *env, jobject buffer)
{
    return buffer ? (int64_t)(uintptr_t)(*env)->GetDirectBufferAddress(env, buffer) : 0;
}
%}

%rename(held_bytes) phb_jni_held_bytes;
int64_t phb_jni_held_bytes(void);
