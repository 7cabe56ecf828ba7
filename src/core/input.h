/* Structs that callers fill: older, newer and dirty ones, checked in one function. */
#ifndef PHB_CORE_INPUT_H
#define PHB_CORE_INPUT_H

#include <stddef.h>
#include <stdint.h>

#include <phb/error.h>

/* No struct of ours will ever be this large: a greater size is memory nobody initialised. */
#define PHB__INPUT_BYTES_MAX 4096u

/*
 * Copies a caller's struct over `copy`, which holds the defaults of this library's version (`size`
 * bytes). The caller's first member is its own uint32_t size: smaller than first_size (what version
 * 0.1 had) is PHB_ERROR_STRUCT, as is anything above 4,096, as are unknown further bytes that are
 * not zero. The copy's own size member stays this library's.
 */
phb_status phb__input_copy(void *copy, size_t size, size_t first_size, const void *given,
                           phb_error *error);

/*
 * Fills a struct of the caller's, of the caller's size, with defaults: as much of them as it has
 * room for, and zeros behind what this library knows. NULL, and a size too small for the size
 * member, are left alone.
 */
void phb__input_init(void *object, uint32_t size, const void *defaults, size_t defaults_size);

#endif
