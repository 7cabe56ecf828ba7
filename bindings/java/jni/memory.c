/* How much memory the objects of Java hold here: to its collector each is a few dozen bytes. */
#include "memory.h"

#include <jni.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

static _Atomic(int64_t) held_bytes;
static phb_context *counting;

static void
count(int64_t bytes)
{
    atomic_fetch_add_explicit(&held_bytes, bytes, memory_order_relaxed);
}

static void *
allocate(void *user, size_t size)
{
    (void)user;
    void *memory = malloc(size);
    if (memory) {
        count((int64_t)size);
    }
    return memory;
}

static void *
resize(void *user, void *memory, size_t old_size, size_t size)
{
    (void)user;
    void *resized = realloc(memory, size);
    if (resized) {
        count((int64_t)size - (int64_t)old_size);
    }
    return resized;
}

static void
release(void *user, void *memory, size_t size)
{
    (void)user;
    free(memory);
    count(-(int64_t)size);
}

phb_context *
phb_jni_context(void)
{
    return counting;
}

int64_t
phb_jni_held_bytes(void)
{
    return atomic_load_explicit(&held_bytes, memory_order_relaxed);
}

/* The JVM calls this before the first call, and the next function after the last. */
jint
JNI_OnLoad(JavaVM *machine, void *reserved)
{
    (void)machine;
    (void)reserved;
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    options.allocator = (phb_allocator){allocate, resize, release, NULL};
    /* Where there is no memory for it NULL remains: nothing is counted, and all else works. */
    (void)phb_context_new(&options, &counting, NULL);
    return JNI_VERSION_1_8;
}

void
JNI_OnUnload(JavaVM *machine, void *reserved)
{
    (void)machine;
    (void)reserved;
    phb_context_unref(counting);
}
