#include "json/token.h"

#include <string.h>

#include "core/error.h"
#include "core/utf8.h"

phb_status
phb__scan_fail(struct phb__scanner *scanner, size_t at, phb_status status, const char *message)
{
    phb__fail_because(scanner->error, status, message);
    phb__error_at_position(scanner->error, (int64_t)at);
    return status;
}

phb_status
phb__scan_syntax(struct phb__scanner *scanner, const char *message)
{
    return phb__scan_fail(scanner, scanner->at, PHB_ERROR_JSON_SYNTAX, message);
}

phb_status
phb__scan_no_memory(struct phb__scanner *scanner)
{
    return phb__fail(scanner->error, PHB_ERROR_MEMORY);
}

/* ---- texts ---- */

static int
hex_digit(int c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Four hex digits behind "\u"; -1 when they are not. */
static int32_t
read_hex(struct phb__scanner *scanner)
{
    int32_t number = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex_digit(phb__scan_peek(scanner));
        if (digit < 0) {
            return -1;
        }
        number = number * 16 + digit;
        scanner->at++;
    }
    return number;
}

/* What stands behind "\u": a character, or half of one whose other half must follow. */
static phb_status
read_unicode_escape(struct phb__scanner *scanner, uint32_t *out_character)
{
    int32_t first = read_hex(scanner);
    if (first < 0) {
        return phb__scan_syntax(scanner, "\\u must be followed by four hexadecimal digits");
    }
    if (first == 0) {
        return phb__scan_syntax(scanner, "a text may not hold the character NUL");
    }
    if (first < 0xD800 || first > 0xDFFF) {
        *out_character = (uint32_t)first;
        return PHB_OK;
    }
    bool pair_follows = first < 0xDC00 && phb__scan_peek(scanner) == '\\' &&
                        scanner->at + 1 < scanner->size && scanner->json[scanner->at + 1] == 'u';
    if (!pair_follows) {
        return phb__scan_syntax(scanner, "half of a surrogate pair stands alone");
    }
    scanner->at += 2;
    int32_t second = read_hex(scanner);
    if (second < 0xDC00 || second > 0xDFFF) {
        return phb__scan_syntax(scanner, "half of a surrogate pair stands alone");
    }
    *out_character = 0x10000u + (((uint32_t)first - 0xD800u) << 10) + ((uint32_t)second - 0xDC00u);
    return PHB_OK;
}

/* What stands behind a backslash, as UTF-8: at most 4 bytes. */
static phb_status
read_escape(struct phb__scanner *scanner, char bytes[4], size_t *out_count)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    int c = phb__scan_peek(scanner);
    const char *letter = c > 0 ? strchr(letters, c) : NULL;
    if (letter) {
        scanner->at++;
        bytes[0] = meanings[letter - letters];
        *out_count = 1;
        return PHB_OK;
    }
    if (c != 'u') {
        return phb__scan_syntax(scanner,
                                "a backslash must be followed by one of \" \\ / b f n r t u");
    }
    scanner->at++;
    uint32_t character = 0;
    phb_status status = read_unicode_escape(scanner, &character);
    if (status == PHB_OK) {
        *out_count = phb__utf8_encode(character, bytes);
    }
    return status;
}

/* May a text hold this byte as it is? Not the control characters, the quote and the backslash. */
static inline bool
is_plain(unsigned char c)
{
    return c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
}

#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight bytes as a number, the first of them lowest whatever the machine. */
static inline uint64_t
word_of(const unsigned char *bytes)
{
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 |
           (uint64_t)bytes[3] << 24 | (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40 |
           (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
}

/*
 * The top bits of those of eight bytes that are not plain. Of bytes without their top bit, adding
 * 0x60 sets it for those from 0x20 on, and adding 0x7F for those that are not 0; no sum reaches the
 * next byte.
 */
static inline uint64_t
special_of(const char *bytes)
{
    uint64_t word = word_of((const unsigned char *)bytes);
    uint64_t low = word & EACH_BYTE(0x7F);
    uint64_t not_control = low + EACH_BYTE(0x60);
    uint64_t not_quote = (low ^ EACH_BYTE('"')) + EACH_BYTE(0x7F);
    uint64_t not_backslash = (low ^ EACH_BYTE('\\')) + EACH_BYTE(0x7F);
    return ~(not_control & not_quote & not_backslash & ~word) & EACH_BYTE(0x80);
}

/* How many bytes stand before the first that is marked by its top bit: the bits below that one, of
 * which each byte gives its lowest, summed up in the top byte. */
static inline size_t
bytes_before(uint64_t marks)
{
    uint64_t below = (marks & (~marks + 1)) - 1;
    return (size_t)(((below >> 7 & EACH_BYTE(1)) * EACH_BYTE(1)) >> 56);
}

/* Moves behind plain characters and tells how many there were. */
static inline size_t
skip_plain(struct phb__scanner *scanner)
{
    const char *start = scanner->json + scanner->at;
    const char *end = scanner->json + scanner->size;
    const char *at = start;
    uint64_t special = 0;
    while (special == 0 && end - at >= 8) {
        special = special_of(at);
        at += special == 0 ? 8 : bytes_before(special);
    }
    while (special == 0 && at < end && is_plain((unsigned char)*at)) {
        at++;
    }
    scanner->at += (size_t)(at - start);
    return (size_t)(at - start);
}

/* One escape, or one character beyond ASCII, moved back to `to`; adds its bytes to *size. */
static phb_status
read_special(struct phb__scanner *scanner, char *to, size_t *size)
{
    int c = phb__scan_peek(scanner);
    if (c < 0) {
        return phb__scan_syntax(scanner, "the document ends inside a text");
    }
    if (c < 0x20) {
        return phb__scan_syntax(scanner,
                                "a control character in a text must be written as an escape");
    }
    if (c == '\\') {
        char bytes[4];
        size_t count = 0;
        scanner->at++;
        phb_status status = read_escape(scanner, bytes, &count);
        memcpy(to, bytes, count);
        *size += count;
        return status;
    }
    size_t length = phb__utf8_length(scanner->json + scanner->at, scanner->size - scanner->at);
    if (length == 0) {
        return phb__scan_fail(scanner, scanner->at, PHB_ERROR_UTF8,
                              "the document is not valid UTF-8");
    }
    memmove(to, scanner->json + scanner->at, length);
    scanner->at += length;
    *size += length;
    return PHB_OK;
}

phb_status
phb__scan_text(struct phb__scanner *scanner, const char **out_text)
{
    size_t start = scanner->at++;
    char *text = scanner->json + scanner->at;
    size_t size = 0;
    while (true) {
        size_t plain = skip_plain(scanner);
        const char *run = scanner->json + scanner->at - plain;
        if (text + size != run) {
            memmove(text + size, run, plain);
        }
        size += plain;
        if (phb__scan_peek(scanner) == '"') {
            break;
        }
        phb_status status = read_special(scanner, text + size, &size);
        if (status != PHB_OK) {
            return status;
        }
    }
    if (size > scanner->limits->text_bytes) {
        return phb__scan_fail(scanner, start, PHB_ERROR_LIMIT,
                              "a text is longer than a text may be");
    }
    scanner->at++;
    text[size] = '\0';
    *out_text = text;
    return PHB_OK;
}

/* ---- numbers and words ---- */

static bool
skip_digits(struct phb__scanner *scanner)
{
    size_t start = scanner->at;
    while (phb__scan_peek(scanner) >= '0' && phb__scan_peek(scanner) <= '9') {
        scanner->at++;
    }
    return scanner->at > start;
}

/* Moves behind a number as RFC 8259 has it: no plus, no leading zero, digits on both sides of a
 * point. */
static bool
skip_number(struct phb__scanner *scanner)
{
    if (phb__scan_peek(scanner) == '-') {
        scanner->at++;
    }
    if (phb__scan_peek(scanner) == '0') {
        scanner->at++;
    } else if (!skip_digits(scanner)) {
        return false;
    }
    if (phb__scan_peek(scanner) == '.') {
        scanner->at++;
        if (!skip_digits(scanner)) {
            return false;
        }
    }
    if (phb__scan_peek(scanner) == 'e' || phb__scan_peek(scanner) == 'E') {
        scanner->at++;
        if (phb__scan_peek(scanner) == '+' || phb__scan_peek(scanner) == '-') {
            scanner->at++;
        }
        return skip_digits(scanner);
    }
    return true;
}

/* The largest power of ten that readers with floating point can hold: beyond it they would read
 * something else. */
#define EXPONENT_MAX 308

static bool
has_huge_exponent(const char *number, size_t size)
{
    size_t at = 0;
    while (at < size && number[at] != 'e' && number[at] != 'E') {
        at++;
    }
    int32_t exponent = 0;
    for (; at < size && exponent <= EXPONENT_MAX; at++) {
        if (number[at] >= '0' && number[at] <= '9') {
            exponent = exponent * 10 + (number[at] - '0');
        }
    }
    return exponent > EXPONENT_MAX;
}

phb_status
phb__scan_number(struct phb__scanner *scanner, cJSON **out_node)
{
    size_t start = scanner->at;
    if (!skip_number(scanner)) {
        return phb__scan_syntax(scanner,
                                "a number must be written as JSON has it, such as 12 or 12.5");
    }
    int next = phb__scan_peek(scanner);
    bool runs_on = (next >= '0' && next <= '9') || next == '.' || next == '+' || next == '-';
    if (runs_on) {
        return phb__scan_syntax(scanner,
                                "a number must be written as JSON has it, such as 12 or 12.5");
    }
    size_t size = scanner->at - start;
    if (size > scanner->limits->text_bytes) {
        return phb__scan_fail(scanner, start, PHB_ERROR_LIMIT,
                              "a number is longer than a text may be");
    }
    if (has_huge_exponent(scanner->json + start, size)) {
        return phb__scan_fail(scanner, start, PHB_ERROR_JSON_SYNTAX,
                              "a number has an exponent beyond 308");
    }
    /* No byte behind it is free for a NUL, so it moves back by one: what stood there was read. */
    char *text = scanner->json + start - 1;
    memmove(text, text + 1, size);
    text[size] = '\0';
    *out_node = cJSON_CreateStringReference(text);
    if (!*out_node) {
        return phb__scan_no_memory(scanner);
    }
    (*out_node)->type = cJSON_Raw | cJSON_IsReference;
    return PHB_OK;
}

phb_status
phb__scan_word(struct phb__scanner *scanner, cJSON **out_node)
{
    static const struct {
        const char *word;
        size_t size;
        cJSON *(*create)(void);
    } words[] = {{"true", 4, cJSON_CreateTrue},
                 {"false", 5, cJSON_CreateFalse},
                 {"null", 4, cJSON_CreateNull}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t size = words[i].size;
        if (scanner->size - scanner->at >= size &&
            memcmp(scanner->json + scanner->at, words[i].word, size) == 0) {
            scanner->at += size;
            *out_node = words[i].create();
            return *out_node ? PHB_OK : phb__scan_no_memory(scanner);
        }
    }
    return phb__scan_syntax(scanner, scanner->at < scanner->size
                                         ? "a value is expected here"
                                         : "the document ends where a value is expected");
}
