/**
 * @file
 * A text the library made: JSON, a report, an explanation. UTF-8, with a NUL after its last byte.
 */
#ifndef PHB_TEXT_H
#define PHB_TEXT_H

#include <stddef.h>

#include <phb/export.h>

PHB_BEGIN_DECLS

/** Owned by whoever got it. */
typedef struct phb_text phb_text;

/**
 * The text, NUL-terminated; "" for NULL.
 *
 * Ownership: lent, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const char *phb_text_data(const phb_text *text);

/**
 * Its length in bytes, without the NUL; 0 for NULL.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API size_t phb_text_size(const phb_text *text);

/**
 * Frees a text. NULL is ignored.
 *
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API void phb_text_free(phb_text *text);

PHB_END_DECLS

#endif
