#include "core/utf8.h"

#include <stdbool.h>
#include <string.h>

/*
 * Which second bytes may follow a first byte, after table 3-7 of the Unicode standard: that alone
 * keeps out overlong forms (E0, F0), surrogates (ED) and anything above U+10FFFF (F4).
 */
struct lead {
    unsigned char first;
    unsigned char last;
    unsigned char length;
    unsigned char second_from;
    unsigned char second_to;
};

static const struct lead leads[] = {
    {0xC2, 0xDF, 2, 0x80, 0xBF}, {0xE0, 0xE0, 3, 0xA0, 0xBF}, {0xE1, 0xEC, 3, 0x80, 0xBF},
    {0xED, 0xED, 3, 0x80, 0x9F}, {0xEE, 0xEF, 3, 0x80, 0xBF}, {0xF0, 0xF0, 4, 0x90, 0xBF},
    {0xF1, 0xF3, 4, 0x80, 0xBF}, {0xF4, 0xF4, 4, 0x80, 0x8F},
};

static const struct lead *
lead_of(unsigned char byte)
{
    for (size_t i = 0; i < sizeof(leads) / sizeof(leads[0]); i++) {
        if (byte >= leads[i].first && byte <= leads[i].last) {
            return &leads[i];
        }
    }
    return NULL;
}

static bool
is_continuation(unsigned char byte)
{
    return (byte & 0xC0u) == 0x80u;
}

size_t
phb__utf8_length(const char *text, size_t size)
{
    const unsigned char *bytes = (const unsigned char *)text;
    if (size == 0) {
        return 0;
    }
    if (bytes[0] < 0x80u) {
        return 1;
    }
    const struct lead *lead = lead_of(bytes[0]);
    if (!lead || lead->length > size) {
        return 0;
    }
    if (bytes[1] < lead->second_from || bytes[1] > lead->second_to) {
        return 0;
    }
    for (size_t i = 2; i < lead->length; i++) {
        if (!is_continuation(bytes[i])) {
            return 0;
        }
    }
    return lead->length;
}

size_t
phb__utf8_encode(uint32_t code_point, char *out)
{
    if (code_point < 0x80u) {
        out[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800u) {
        out[0] = (char)(0xC0u | (code_point >> 6));
        out[1] = (char)(0x80u | (code_point & 0x3Fu));
        return 2;
    }
    if (code_point >= 0xD800u && code_point <= 0xDFFFu) {
        return 0;
    }
    if (code_point < 0x10000u) {
        out[0] = (char)(0xE0u | (code_point >> 12));
        out[1] = (char)(0x80u | ((code_point >> 6) & 0x3Fu));
        out[2] = (char)(0x80u | (code_point & 0x3Fu));
        return 3;
    }
    if (code_point > 0x10FFFFu) {
        return 0;
    }
    out[0] = (char)(0xF0u | (code_point >> 18));
    out[1] = (char)(0x80u | ((code_point >> 12) & 0x3Fu));
    out[2] = (char)(0x80u | ((code_point >> 6) & 0x3Fu));
    out[3] = (char)(0x80u | (code_point & 0x3Fu));
    return 4;
}

size_t
phb__utf8_control(const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;
    if (bytes[0] == 0xC2u && bytes[1] <= 0x9Fu) {
        return 2;
    }
    return (bytes[0] > 0 && bytes[0] < 0x20u) || bytes[0] == 0x7Fu ? 1 : 0;
}

/* U+0300 to U+036F are CC 80 to CD AF. */
static bool
is_combining(const unsigned char *bytes, size_t length)
{
    if (length != 2) {
        return false;
    }
    return bytes[0] == 0xCCu || (bytes[0] == 0xCDu && bytes[1] <= 0xAFu);
}

size_t
phb__utf8_columns(const char *text)
{
    size_t size = strlen(text);
    size_t columns = 0;
    size_t at = 0;
    while (at < size) {
        size_t length = phb__utf8_length(text + at, size - at);
        if (!is_combining((const unsigned char *)text + at, length)) {
            columns++;
        }
        /* A bad byte is shown as something; and the loop must end. */
        at += length > 0 ? length : 1;
    }
    return columns;
}
