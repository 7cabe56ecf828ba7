/* UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF. */
#ifndef PHB_CORE_UTF8_H
#define PHB_CORE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/*
 * The length in bytes (1 to 4) of the character that starts at text[0], of at most size bytes; 0
 * when it is not valid. NUL is a valid character here.
 */
size_t phb__utf8_length(const char *text, size_t size);

/* Writes one character, at most 4 bytes; returns how many, 0 for what is no character. */
size_t phb__utf8_encode(uint32_t code_point, char *out);

/*
 * The length in bytes of the control character that valid UTF-8 begins with: U+0001 to U+001F, or
 * U+007F to U+009F. 0 when it begins with another, and at its end.
 */
size_t phb__utf8_control(const char *text);

/* How many columns a text takes on a terminal: characters, less combining marks U+0300–U+036F. */
size_t phb__utf8_columns(const char *text);

#endif
