/* How texts, documents, columns and errors cross between Java and the wrappers. */

#include "convert.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

phb_status
phb_jni_hold(JNIEnv *env, jbyteArray bytes, phb_jni_held **held)
{
    if (!bytes) {
        return PHB_ERROR_ARGUMENT;
    }
    jsize size = (*env)->GetArrayLength(env, bytes);
    phb_jni_held *copy = malloc(sizeof *copy + (size_t)size + 1);
    if (!copy) {
        return PHB_ERROR_MEMORY;
    }
    (*env)->GetByteArrayRegion(env, bytes, 0, size, (jbyte *)copy->data);
    copy->data[size] = '\0';
    copy->size = (size_t)size;
    copy->next = *held;
    *held = copy;
    return PHB_OK;
}

phb_status
phb_jni_hold_text(JNIEnv *env, jbyteArray bytes, phb_jni_held **held)
{
    phb_status status = phb_jni_hold(env, bytes, held);
    if (status == PHB_OK && memchr((*held)->data, '\0', (*held)->size)) {
        return PHB_ERROR_UTF8;
    }
    return status;
}

void
phb_jni_release(phb_jni_held **held)
{
    while (*held) {
        phb_jni_held *next = (*held)->next;
        free(*held);
        *held = next;
    }
}

jbyteArray
phb_jni_bytes(JNIEnv *env, const char *data, size_t size)
{
    if (!data) {
        return NULL;
    }
    if (size > INT32_MAX) {
        phb_error error = PHB_ERROR_INIT;
        error.status = PHB_ERROR_LIMIT;
        strncat(error.message, "a text is longer than an array of Java's can be",
                sizeof error.message - 1);
        phb_jni_throw(env, &error);
        return NULL;
    }
    jbyteArray bytes = (*env)->NewByteArray(env, (jsize)size);
    if (bytes) {
        (*env)->SetByteArrayRegion(env, bytes, 0, (jsize)size, (const jbyte *)data);
    }
    return bytes;
}

jlongArray
phb_jni_longs(JNIEnv *env, const phb_table *table, const char *column)
{
    size_t rows = 0;
    const int64_t *values = phb_table_int64(table, column, &rows);
    jlongArray longs = values ? (*env)->NewLongArray(env, (jsize)rows) : NULL;
    if (longs) {
        (*env)->SetLongArrayRegion(env, longs, 0, (jsize)rows, (const jlong *)values);
    }
    return longs;
}

jintArray
phb_jni_ints(JNIEnv *env, const phb_table *table, const char *column)
{
    size_t rows = 0;
    const int32_t *values = phb_table_int32(table, column, &rows);
    jintArray ints = values ? (*env)->NewIntArray(env, (jsize)rows) : NULL;
    if (ints) {
        (*env)->SetIntArrayRegion(env, ints, 0, (jsize)rows, (const jint *)values);
    }
    return ints;
}

/* The bytes of all cells with their NULs; SIZE_MAX when there is no such column. */
static size_t
size_of_texts(const phb_table *table, const char *column, size_t rows)
{
    size_t size = 0;
    for (size_t row = 0; row < rows; row++) {
        const char *cell = phb_table_text(table, column, row);
        if (!cell) {
            return SIZE_MAX;
        }
        size += strlen(cell) + 1;
    }
    return size;
}

jbyteArray
phb_jni_texts(JNIEnv *env, const phb_table *table, const char *column)
{
    size_t rows = phb_table_rows(table);
    size_t size = size_of_texts(table, column, rows);
    if (size == SIZE_MAX) {
        return NULL;
    }
    char *all = malloc(size + 1);
    if (!all) {
        phb_error error = PHB_ERROR_INIT;
        error.status = PHB_ERROR_MEMORY;
        strncat(error.message, phb_status_message(PHB_ERROR_MEMORY), sizeof error.message - 1);
        phb_jni_throw(env, &error);
        return NULL;
    }
    char *end = all;
    for (size_t row = 0; row < rows; row++) {
        const char *cell = phb_table_text(table, column, row);
        size_t length = strlen(cell) + 1;
        memcpy(end, cell, length);
        end += length;
    }
    jbyteArray bytes = phb_jni_bytes(env, all, size);
    free(all);
    return bytes;
}

size_t
phb_jni_numbers(JNIEnv *env, jlongArray numbers, size_t most, int64_t *out)
{
    size_t count = numbers ? (size_t)(*env)->GetArrayLength(env, numbers) : 0;
    if (count == 0 || count > most) {
        return 0;
    }
    (*env)->GetLongArrayRegion(env, numbers, 0, (jsize)count, (jlong *)out);
    return count;
}

void
phb_jni_throw(JNIEnv *env, const phb_error *error)
{
    if ((*env)->ExceptionCheck(env)) {
        return;
    }
    /* Looked up each time: what is kept would keep the class loader of a host that lets it go. */
    jclass family = (*env)->FindClass(env, "org/libphb/PhbException");
    jmethodID raise = family ? (*env)->GetStaticMethodID(env, family, "raise", "(I[B[BJ)V") : NULL;
    jbyteArray message = raise ? phb_jni_bytes(env, error->message, strlen(error->message)) : NULL;
    jbyteArray path = message ? phb_jni_bytes(env, error->path, strlen(error->path)) : NULL;
    if (path) {
        (*env)->CallStaticVoidMethod(env, family, raise, (jint)error->status, message, path,
                                     (jlong)error->position);
    }
}
