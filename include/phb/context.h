/**
 * @file
 * A context: the allocator and the limits that objects made with it live by. Wherever a context is
 * asked for, NULL means the C library's allocator and the widest limits.
 */
#ifndef PHB_CONTEXT_H
#define PHB_CONTEXT_H

#include <stddef.h>
#include <stdint.h>

#include <phb/error.h>

PHB_BEGIN_DECLS

/** Shared, immutable, counted by reference. */
typedef struct phb_context phb_context;

/**
 * The host's allocator. All three or none. `resize` gets the old size; `memory` is never NULL
 * there, nor in `release`. They may return NULL: the call then fails with PHB_ERROR_MEMORY and
 * nothing leaks. They must be safe in every thread that uses the context.
 *
 * One part does not use it: the tree of a JSON document while it is being read, which belongs to
 * cJSON and uses malloc and free.
 */
typedef struct phb_allocator {
    void *(*allocate)(void *user, size_t size);
    void *(*resize)(void *user, void *memory, size_t old_size, size_t size);
    void (*release)(void *user, void *memory, size_t size);
    void *user;
} phb_allocator;

/** Limits can be lowered, never raised: 0 means the widest, a larger number is PHB_ERROR_RANGE. */
typedef struct phb_limits {
    uint32_t json_bytes;  /**< a document: 4,194,304 */
    uint32_t json_values; /**< values in a document, names not counted: 262,144 */
    uint32_t json_levels; /**< lists and objects inside one another: 32 */
    uint32_t text_bytes;  /**< one text: 65,536 */
    uint32_t lines;       /**< lines, and assistants, of a budget: 1,000 */
    uint32_t reserved;    /**< 0 */
} phb_limits;

/** What a context is made from. Initialise with PHB_CONTEXT_OPTIONS_INIT. */
typedef struct phb_context_options {
    uint32_t size;     /**< sizeof(phb_context_options) of the caller */
    uint32_t reserved; /**< 0 */
    phb_allocator allocator;
    phb_limits limits;
} phb_context_options;

/** The C library's allocator, the widest limits. */
/* clang-format off */
#define PHB_CONTEXT_OPTIONS_INIT                                                                   \
    {sizeof(phb_context_options), 0, {NULL, NULL, NULL, NULL}, {0, 0, 0, 0, 0, 0}}
/* clang-format on */

/**
 * The function twin of PHB_CONTEXT_OPTIONS_INIT, for bindings;
 * `size` is the sizeof of the caller.
 *
 * Errors: none; NULL is ignored.
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_context_options_init(phb_context_options *options, uint32_t size);

/**
 * Makes a context. NULL options are the defaults.
 *
 * Errors: ARGUMENT (an allocator with a function missing), STRUCT, RANGE (a limit above the
 * widest), MEMORY.
 * Ownership: the caller's, until phb_context_unref. Objects made with it keep it alive.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_context_new(const phb_context_options *options, phb_context **out_context,
                                   phb_error *error);

/**
 * Takes another reference; returns the same context. NULL stays NULL.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_context *phb_context_ref(phb_context *context);

/**
 * Gives a reference back. NULL is ignored.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_context_unref(phb_context *context);

PHB_END_DECLS

#endif
