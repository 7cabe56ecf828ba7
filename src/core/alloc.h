/*
 * The only room that knows malloc. Every allocation of the library goes through a context's
 * allocator, and sizes are given back on release, so that a host can count.
 */
#ifndef PHB_CORE_ALLOC_H
#define PHB_CORE_ALLOC_H

#include <stddef.h>

#include <phb/context.h>

/* NULL when out of memory, when count × size overflows, or when it is 0. Memory is zeroed. */
void *phb__allocate(const phb_context *context, size_t count, size_t size);

/*
 * Grows or shrinks; the old block stays valid when NULL comes back. What is added is not zeroed. A
 * block that is NULL is allocated; never to 0 bytes.
 */
void *phb__resize(const phb_context *context, void *memory, size_t old_bytes, size_t bytes);

/* NULL is ignored. */
void phb__release(const phb_context *context, void *memory, size_t bytes);

/* The C library's allocator, behind the functions of a host's. */
const phb_allocator *phb__default_allocator(void);

#endif
