/*
 * The inside of a context. NULL stands for the default one everywhere; use these functions, not the
 * fields.
 */
#ifndef PHB_CORE_CONTEXT_H
#define PHB_CORE_CONTEXT_H

#include <phb/context.h>

/* The limits in force: a context's own or the widest. Never NULL. */
const phb_limits *phb__limits(const phb_context *context);

/* The allocator in force. Never NULL, nor are its functions. For alloc.c alone. */
const phb_allocator *phb__allocator(const phb_context *context);

/*
 * phb_context_ref for whoever got a context only to read it, and makes something that outlives the
 * call. NULL stays NULL.
 */
phb_context *phb__context_keep(const phb_context *context);

#endif
