#include "core/decimal.h"

#define LARGEST INT64_C(1000000000000000000)

/* Beyond any text we could be given: larger exponents need not be told apart, and cannot overflow.
 */
#define LARGEST_EXPONENT INT64_C(1000000000000000)

/* A number taken apart: all of its digits, and what power of ten the last of them counts. */
struct parts {
    const char *whole;
    size_t whole_size;
    const char *fraction;
    size_t fraction_size;
    int64_t exponent;
    bool is_negative;
};

static bool
is_digit(char character)
{
    return character >= '0' && character <= '9';
}

static size_t
count_digits(const char *text, size_t size)
{
    size_t count = 0;
    while (count < size && is_digit(text[count])) {
        count++;
    }
    return count;
}

/* From behind the e to the end of the text. */
static bool
read_exponent(const char *text, size_t size, int64_t *out)
{
    size_t at = 0;
    bool is_negative = size > 0 && text[0] == '-';
    if (is_negative || (size > 0 && text[0] == '+')) {
        at = 1;
    }
    if (at == size || count_digits(text + at, size - at) != size - at) {
        return false;
    }
    int64_t exponent = 0;
    for (; at < size; at++) {
        exponent = exponent * 10 + (text[at] - '0');
        if (exponent > LARGEST_EXPONENT) {
            exponent = LARGEST_EXPONENT;
        }
    }
    *out = is_negative ? -exponent : exponent;
    return true;
}

static bool
take_apart(const char *text, size_t size, bool allow_exponent, struct parts *out)
{
    size_t at = 0;
    if (size > 0 && text[0] == '-') {
        out->is_negative = true;
        at = 1;
    }
    out->whole = text + at;
    out->whole_size = count_digits(text + at, size - at);
    if (out->whole_size == 0) {
        return false;
    }
    at += out->whole_size;
    if (at < size && text[at] == '.') {
        at++;
        out->fraction = text + at;
        out->fraction_size = count_digits(text + at, size - at);
        if (out->fraction_size == 0) {
            return false;
        }
        at += out->fraction_size;
    }
    if (at == size) {
        return true;
    }
    bool is_exponent = text[at] == 'e' || text[at] == 'E';
    return allow_exponent && is_exponent &&
           read_exponent(text + at + 1, size - at - 1, &out->exponent);
}

static int64_t
digit_at(const struct parts *parts, size_t index)
{
    if (index < parts->whole_size) {
        return parts->whole[index] - '0';
    }
    return parts->fraction[index - parts->whole_size] - '0';
}

/*
 * The digits up to `kept` make the number; any behind would be parts of a unit, and must be zeros.
 * Too large is said before too precise: it is the worse mistake.
 */
static enum phb__decimal_result
put_together(const struct parts *parts, int32_t decimals, int64_t *out_magnitude)
{
    size_t count = parts->whole_size + parts->fraction_size;
    int64_t shift = parts->exponent + decimals - (int64_t)parts->fraction_size;
    int64_t kept = (int64_t)count + (shift < 0 ? shift : 0);
    bool is_precise = false;
    int64_t magnitude = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t digit = digit_at(parts, i);
        if ((int64_t)i >= kept) {
            is_precise = is_precise || digit != 0;
            continue;
        }
        if (magnitude > (LARGEST - digit) / 10) {
            return PHB__DECIMAL_TOO_LARGE;
        }
        magnitude = magnitude * 10 + digit;
    }
    /* Zero times any power of ten is zero; anything else is too large after 18 steps. */
    for (; shift > 0 && magnitude > 0; shift--) {
        if (magnitude > LARGEST / 10) {
            return PHB__DECIMAL_TOO_LARGE;
        }
        magnitude *= 10;
    }
    *out_magnitude = magnitude;
    return is_precise ? PHB__DECIMAL_PRECISE : PHB__DECIMAL_OK;
}

enum phb__decimal_result
phb__decimal_read(const char *text, size_t size, int32_t decimals, bool allow_exponent,
                  int64_t *out)
{
    struct parts parts = {.fraction = ""};
    if (!take_apart(text, size, allow_exponent, &parts)) {
        return PHB__DECIMAL_SYNTAX;
    }
    int64_t magnitude = 0;
    enum phb__decimal_result result = put_together(&parts, decimals, &magnitude);
    if (result == PHB__DECIMAL_OK) {
        *out = parts.is_negative ? -magnitude : magnitude;
    }
    return result;
}
