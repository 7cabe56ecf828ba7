/* SHA-256, to tell whether a text is the one it was: libmd does it, here and nowhere else. */
#ifndef PHB_CORE_HASH_H
#define PHB_CORE_HASH_H

#include <stddef.h>

/* 64 hexadecimal digits and a NUL. */
#define PHB__HASH_TEXT_SIZE 65

void phb__hash_text(const char *text, size_t size, char out_text[PHB__HASH_TEXT_SIZE]);

#endif
