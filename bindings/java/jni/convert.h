/* How texts, documents, columns and errors cross between Java and the wrappers. */
#ifndef PHB_BINDINGS_JAVA_CONVERT_H
#define PHB_BINDINGS_JAVA_CONVERT_H

#include <jni.h>

#include <phb/phb.h>

/* Bytes of Java's copied out of its heap, with a NUL after them, while a call looks at them. */
typedef struct phb_jni_held phb_jni_held;

struct phb_jni_held {
    phb_jni_held *next;
    size_t size;
    char data[];
};

/* Copies bytes and puts them before `*held`. Null is ARGUMENT. */
phb_status phb_jni_hold(JNIEnv *env, jbyteArray bytes, phb_jni_held **held);

/* The same, of what becomes a text of C's: a NUL inside is UTF8. */
phb_status phb_jni_hold_text(JNIEnv *env, jbyteArray bytes, phb_jni_held **held);

/* Frees all that is held. */
void phb_jni_release(phb_jni_held **held);

/* An array of bytes; null for NULL, or with an exception pending. */
jbyteArray phb_jni_bytes(JNIEnv *env, const char *data, size_t size);

/* A column of a table, copied out; null when there is no such column of that type. */
jlongArray phb_jni_longs(JNIEnv *env, const phb_table *table, const char *column);
jintArray phb_jni_ints(JNIEnv *env, const phb_table *table, const char *column);

/* All cells of a column of text, each with a NUL after it. */
jbyteArray phb_jni_texts(JNIEnv *env, const phb_table *table, const char *column);

/* Copies an array out; how many numbers it has, 0 for null or for more than `most`. */
size_t phb_jni_numbers(JNIEnv *env, jlongArray numbers, size_t most, int64_t *out);

/* Throws what an error says, as the class that its status has in PhbException. */
void phb_jni_throw(JNIEnv *env, const phb_error *error);

#endif
