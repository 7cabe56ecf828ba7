/* Decimal numbers as people write them, read exactly: no floating point, no locale. */
#ifndef PHB_CORE_DECIMAL_H
#define PHB_CORE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum phb__decimal_result {
    PHB__DECIMAL_OK = 0,
    PHB__DECIMAL_SYNTAX,   /* not a plain decimal number */
    PHB__DECIMAL_PRECISE,  /* more decimals than can be kept, and not zeros */
    PHB__DECIMAL_TOO_LARGE /* beyond ±10^18 of the unit kept */
};

/*
 * Reads text of size bytes – an optional minus, digits, an optional point and digits – as a whole
 * number of 10^-decimals, 0 to 18: ("13.50", 4) is 135000. Further decimals must be zeros. Also
 * takes JSON's exponent form (1e3, 1.5E-1), for JSON numbers may be written so; `allow_exponent`
 * says whether.
 */
enum phb__decimal_result phb__decimal_read(const char *text, size_t size, int32_t decimals,
                                           bool allow_exponent, int64_t *out);

#endif
