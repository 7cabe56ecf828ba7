#include "core/alloc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/context.h"
#include "core/defend.h"

static void *
default_allocate(void *user, size_t size)
{
    (void)user;
    return malloc(size);
}

static void *
default_resize(void *user, void *memory, size_t old_size, size_t size)
{
    (void)user;
    (void)old_size;
    return realloc(memory, size);
}

static void
default_release(void *user, void *memory, size_t size)
{
    (void)user;
    (void)size;
    free(memory);
}

static const phb_allocator default_allocator = {
    .allocate = default_allocate,
    .resize = default_resize,
    .release = default_release,
};

const phb_allocator *
phb__default_allocator(void)
{
    return &default_allocator;
}

void *
phb__allocate(const phb_context *context, size_t count, size_t size)
{
    if (count == 0 || size == 0 || count > SIZE_MAX / size) {
        return NULL;
    }
    const phb_allocator *allocator = phb__allocator(context);
    void *memory = allocator->allocate(allocator->user, count * size);
    if (memory) {
        memset(memory, 0, count * size);
    }
    return memory;
}

void *
phb__resize(const phb_context *context, void *memory, size_t old_bytes, size_t bytes)
{
    /* realloc of 0 bytes may free or not, as the C library likes. */
    if (PHB__NEVER(bytes == 0)) {
        return NULL;
    }
    const phb_allocator *allocator = phb__allocator(context);
    if (!memory) {
        return allocator->allocate(allocator->user, bytes);
    }
    return allocator->resize(allocator->user, memory, old_bytes, bytes);
}

void
phb__release(const phb_context *context, void *memory, size_t bytes)
{
    if (memory) {
        const phb_allocator *allocator = phb__allocator(context);
        allocator->release(allocator->user, memory, bytes);
    }
}
