/*
 * Numbers as documents write them: which decimals they may have, whether they are a string, and
 * what one of the int64_t that is kept stands for. One table for the reader, the writer, the schema
 * and the messages.
 */
#ifndef PHB_CORE_UNIT_H
#define PHB_CORE_UNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum phb__unit {
    PHB__UNIT_NONE = 0,
    PHB__UNIT_PENCE,            /* "1234.56" or 1234.56, in pounds */
    PHB__UNIT_PENNY_HUNDREDTHS, /* the same with four decimals */
    PHB__UNIT_PPM,              /* "12.5%" */
    PHB__UNIT_WHOLE,            /* 5 */
    PHB__UNIT_MINUTES,          /* 300 */
    PHB__UNIT_HOURS,            /* 7.5, kept as 450 minutes */
    PHB__UNIT_HUNDREDTHS,       /* 5.6: weeks, days or nights with two decimals */
    PHB__UNIT_TEN_THOUSANDTHS   /* 2.25: four decimals */
};

/*
 * Kept by the JSON reader where a value has the right form but cannot be kept, or is no day of the
 * calendar: the check of what is said refuses them, after the whole document had the right form.
 */
#define PHB__NUMBER_TOO_PRECISE (INT64_MIN + 1)
#define PHB__NUMBER_TOO_LARGE (INT64_MIN + 2)
#define PHB__NUMBER_NULL (INT64_MIN + 3)
#define PHB__DATE_NO_SUCH_DAY (INT32_MIN + 1)

enum phb__number_form {
    PHB__NUMBER_ONLY = 0,  /* a JSON number */
    PHB__NUMBER_OR_TEXT,   /* a JSON number, or the same in quotes */
    PHB__TEXT_WITH_PERCENT /* in quotes, with a per cent sign */
};

enum phb__number_form phb__unit_form(enum phb__unit unit);

/* Decimals a document may give: 2 for pence. */
int32_t phb__unit_decimals(enum phb__unit unit);

/*
 * Reads the text of a number, in quotes or not, as the form asks (percent sign included). false
 * when the form is wrong. The number may come out as PHB__NUMBER_TOO_PRECISE or _TOO_LARGE.
 */
bool phb__unit_read(enum phb__unit unit, const char *text, size_t size, bool quoted,
                    int64_t *out_number);

/* Bytes phb__unit_format writes at most, NUL included. */
#define PHB__UNIT_TEXT_SIZE 32

/* Writes a number as a document would, without quotes. */
void phb__unit_format(enum phb__unit unit, int64_t number, char out[PHB__UNIT_TEXT_SIZE]);

/* The rest of a sentence about PHB__NUMBER_TOO_PRECISE: " must be a whole number". */
const char *phb__unit_too_precise(enum phb__unit unit);

#endif
