#include "json/scan.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "core/context.h"
#include "core/error.h"
#include "core/utf8.h"
#include "json/node.h"

/* Lists and objects inside one another: no context allows more (context.c). */
#define LEVELS_MAX 32

struct scanner {
    const phb_limits *limits;
    char *json; /* our copy, which texts are unescaped in; the byte before it is ours too */
    size_t size;
    size_t at;
    uint32_t values;
    uint32_t depth; /* containers that are open */
    struct {
        cJSON *node;
        bool is_object; /* or a list */
    } open[LEVELS_MAX];
    const char *key; /* of the member whose value comes next */
    phb_error *error;
};

static phb_status
fail_at(struct scanner *scanner, size_t at, phb_status status, const char *message)
{
    phb__fail_because(scanner->error, status, message);
    phb__error_at_position(scanner->error, (int64_t)at);
    return status;
}

static phb_status
syntax(struct scanner *scanner, const char *message)
{
    return fail_at(scanner, scanner->at, PHB_ERROR_JSON_SYNTAX, message);
}

static phb_status
no_memory(struct scanner *scanner)
{
    return phb__fail(scanner->error, PHB_ERROR_MEMORY);
}

/* The next byte, or -1 at the end. */
static inline int
peek(const struct scanner *scanner)
{
    return scanner->at < scanner->size ? (unsigned char)scanner->json[scanner->at] : -1;
}

static inline void
skip_space(struct scanner *scanner)
{
    const char *at = scanner->json + scanner->at;
    const char *end = scanner->json + scanner->size;
    while (at < end && (unsigned char)*at <= ' ' &&
           (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')) {
        at++;
    }
    scanner->at = (size_t)(at - scanner->json);
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
read_hex(struct scanner *scanner)
{
    int32_t number = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex_digit(peek(scanner));
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
read_unicode_escape(struct scanner *scanner, uint32_t *out_character)
{
    int32_t first = read_hex(scanner);
    if (first < 0) {
        return syntax(scanner, "\\u must be followed by four hexadecimal digits");
    }
    if (first == 0) {
        return syntax(scanner, "a text may not hold the character NUL");
    }
    if (first < 0xD800 || first > 0xDFFF) {
        *out_character = (uint32_t)first;
        return PHB_OK;
    }
    bool pair_follows = first < 0xDC00 && peek(scanner) == '\\' &&
                        scanner->at + 1 < scanner->size && scanner->json[scanner->at + 1] == 'u';
    if (!pair_follows) {
        return syntax(scanner, "half of a surrogate pair stands alone");
    }
    scanner->at += 2;
    int32_t second = read_hex(scanner);
    if (second < 0xDC00 || second > 0xDFFF) {
        return syntax(scanner, "half of a surrogate pair stands alone");
    }
    *out_character = 0x10000u + (((uint32_t)first - 0xD800u) << 10) + ((uint32_t)second - 0xDC00u);
    return PHB_OK;
}

/* What stands behind a backslash, as UTF-8: at most 4 bytes. */
static phb_status
read_escape(struct scanner *scanner, char bytes[4], size_t *out_count)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    int c = peek(scanner);
    const char *letter = c > 0 ? strchr(letters, c) : NULL;
    if (letter) {
        scanner->at++;
        bytes[0] = meanings[letter - letters];
        *out_count = 1;
        return PHB_OK;
    }
    if (c != 'u') {
        return syntax(scanner, "a backslash must be followed by one of \" \\ / b f n r t u");
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

/*
 * The same for eight bytes at once. Of bytes without their top bit, adding 0x60 sets it for those
 * from 0x20 on, and adding 0x7F for those that are not 0; no sum reaches the next byte.
 */
static inline bool
are_plain(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    uint64_t low = word & EACH_BYTE(0x7F);
    uint64_t not_control = low + EACH_BYTE(0x60);
    uint64_t not_quote = (low ^ EACH_BYTE('"')) + EACH_BYTE(0x7F);
    uint64_t not_backslash = (low ^ EACH_BYTE('\\')) + EACH_BYTE(0x7F);
    return (not_control & not_quote & not_backslash & ~word & EACH_BYTE(0x80)) == EACH_BYTE(0x80);
}

/* Moves behind plain characters and tells how many there were. */
static inline size_t
skip_plain(struct scanner *scanner)
{
    const char *start = scanner->json + scanner->at;
    const char *end = scanner->json + scanner->size;
    const char *at = start;
    while (end - at >= 8 && are_plain(at)) {
        at += 8;
    }
    while (at < end && is_plain((unsigned char)*at)) {
        at++;
    }
    scanner->at += (size_t)(at - start);
    return (size_t)(at - start);
}

/* One escape, or one character beyond ASCII, moved back to `to`; adds its bytes to *size. */
static phb_status
read_special(struct scanner *scanner, char *to, size_t *size)
{
    int c = peek(scanner);
    if (c < 0) {
        return syntax(scanner, "the document ends inside a text");
    }
    if (c < 0x20) {
        return syntax(scanner, "a control character in a text must be written as an escape");
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
        return fail_at(scanner, scanner->at, PHB_ERROR_UTF8, "the document is not valid UTF-8");
    }
    memmove(to, scanner->json + scanner->at, length);
    scanner->at += length;
    *size += length;
    return PHB_OK;
}

/*
 * A text from its opening quote to behind its closing one. It never grows when it is unescaped, so
 * it is put together where it stands, and its closing quote makes room for the NUL.
 */
static phb_status
read_text(struct scanner *scanner, const char **out_text)
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
        if (peek(scanner) == '"') {
            break;
        }
        phb_status status = read_special(scanner, text + size, &size);
        if (status != PHB_OK) {
            return status;
        }
    }
    if (size > scanner->limits->text_bytes) {
        return fail_at(scanner, start, PHB_ERROR_LIMIT, "a text is longer than a text may be");
    }
    scanner->at++;
    text[size] = '\0';
    *out_text = text;
    return PHB_OK;
}

static phb_status
read_key(struct scanner *scanner)
{
    if (peek(scanner) != '"') {
        return syntax(scanner, "a key in quotes is expected here");
    }
    phb_status status = read_text(scanner, &scanner->key);
    if (status != PHB_OK) {
        return status;
    }
    skip_space(scanner);
    if (peek(scanner) != ':') {
        return syntax(scanner, "a colon is expected here");
    }
    scanner->at++;
    skip_space(scanner);
    return PHB_OK;
}

/* ---- numbers and words ---- */

static bool
skip_digits(struct scanner *scanner)
{
    size_t start = scanner->at;
    while (peek(scanner) >= '0' && peek(scanner) <= '9') {
        scanner->at++;
    }
    return scanner->at > start;
}

/* Moves behind a number as RFC 8259 has it: no plus, no leading zero, digits on both sides of a
 * point. */
static bool
skip_number(struct scanner *scanner)
{
    if (peek(scanner) == '-') {
        scanner->at++;
    }
    if (peek(scanner) == '0') {
        scanner->at++;
    } else if (!skip_digits(scanner)) {
        return false;
    }
    if (peek(scanner) == '.') {
        scanner->at++;
        if (!skip_digits(scanner)) {
            return false;
        }
    }
    if (peek(scanner) == 'e' || peek(scanner) == 'E') {
        scanner->at++;
        if (peek(scanner) == '+' || peek(scanner) == '-') {
            scanner->at++;
        }
        return skip_digits(scanner);
    }
    return true;
}

static phb_status
read_number(struct scanner *scanner, cJSON **out_node)
{
    size_t start = scanner->at;
    if (!skip_number(scanner)) {
        return syntax(scanner, "a number must be written as JSON has it, such as 12 or 12.5");
    }
    int next = peek(scanner);
    bool runs_on = (next >= '0' && next <= '9') || next == '.' || next == '+' || next == '-';
    if (runs_on) {
        return syntax(scanner, "a number must be written as JSON has it, such as 12 or 12.5");
    }
    size_t size = scanner->at - start;
    if (size > scanner->limits->text_bytes) {
        return fail_at(scanner, start, PHB_ERROR_LIMIT, "a number is longer than a text may be");
    }
    /* No byte behind it is free for a NUL, so it moves back by one: what stood there was read. */
    char *text = scanner->json + start - 1;
    memmove(text, text + 1, size);
    text[size] = '\0';
    *out_node = cJSON_CreateStringReference(text);
    if (!*out_node) {
        return no_memory(scanner);
    }
    (*out_node)->type = cJSON_Raw | cJSON_IsReference;
    return PHB_OK;
}

static phb_status
read_word(struct scanner *scanner, cJSON **out_node)
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
            return *out_node ? PHB_OK : no_memory(scanner);
        }
    }
    return syntax(scanner, scanner->at < scanner->size
                               ? "a value is expected here"
                               : "the document ends where a value is expected");
}

/* ---- the tree ---- */

static phb_status
create_node(struct scanner *scanner, cJSON **out_node)
{
    int c = peek(scanner);
    if (c == '"') {
        const char *text = NULL;
        phb_status status = read_text(scanner, &text);
        if (status != PHB_OK) {
            return status;
        }
        *out_node = cJSON_CreateStringReference(text);
        return *out_node ? PHB_OK : no_memory(scanner);
    }
    if (c == '{' || c == '[') {
        if (scanner->depth == scanner->limits->json_levels) {
            return fail_at(scanner, scanner->at, PHB_ERROR_LIMIT,
                           "lists and objects are nested too deeply");
        }
        scanner->at++;
        *out_node = c == '{' ? cJSON_CreateObject() : cJSON_CreateArray();
        return *out_node ? PHB_OK : no_memory(scanner);
    }
    if (c == '-' || (c >= '0' && c <= '9')) {
        return read_number(scanner, out_node);
    }
    return read_word(scanner, out_node);
}

/* Hangs a new node into the innermost container, or makes it the root; owns it from here on. */
static phb_status
attach(struct scanner *scanner, cJSON *node, cJSON **root)
{
    if (scanner->depth == 0) {
        *root = node;
        return PHB_OK;
    }
    cJSON *parent = scanner->open[scanner->depth - 1].node;
    bool added = scanner->open[scanner->depth - 1].is_object
                     ? cJSON_AddItemToObjectCS(parent, scanner->key, node)
                     : cJSON_AddItemToArray(parent, node);
    if (!added) {
        cJSON_Delete(node);
        return no_memory(scanner);
    }
    return PHB_OK;
}

/* One value (of a container, only its opening bracket). */
static phb_status
read_value(struct scanner *scanner, cJSON **root)
{
    if (++scanner->values > scanner->limits->json_values) {
        return fail_at(scanner, scanner->at, PHB_ERROR_LIMIT, "the document has too many values");
    }
    size_t start = scanner->at;
    cJSON *node = NULL;
    phb_status status = create_node(scanner, &node);
    if (status != PHB_OK) {
        return status;
    }
    node->valueint = (int)start;
    status = attach(scanner, node, root);
    if (status == PHB_OK && (phb__node_is(node, cJSON_Object) || phb__node_is(node, cJSON_Array))) {
        scanner->open[scanner->depth].node = node;
        scanner->open[scanner->depth].is_object = phb__node_is(node, cJSON_Object);
        scanner->depth++;
    }
    return status;
}

/* Behind an opening bracket: closes an empty container, or goes to its first value. */
static phb_status
enter(struct scanner *scanner, bool *out_value_follows)
{
    bool is_object = scanner->open[scanner->depth - 1].is_object;
    skip_space(scanner);
    *out_value_follows = peek(scanner) != (is_object ? '}' : ']');
    if (*out_value_follows) {
        return is_object ? read_key(scanner) : PHB_OK;
    }
    scanner->at++;
    scanner->depth--;
    return PHB_OK;
}

/* Behind a value: closes what ends here, up to the next value or the end of the root. */
static phb_status
leave(struct scanner *scanner)
{
    while (scanner->depth > 0) {
        bool is_object = scanner->open[scanner->depth - 1].is_object;
        skip_space(scanner);
        int c = peek(scanner);
        if (c == ',') {
            scanner->at++;
            skip_space(scanner);
            return is_object ? read_key(scanner) : PHB_OK;
        }
        if (c != (is_object ? '}' : ']')) {
            return syntax(scanner, is_object ? "a comma or a closing brace is expected here"
                                             : "a comma or a closing bracket is expected here");
        }
        scanner->at++;
        scanner->depth--;
    }
    return PHB_OK;
}

static phb_status
read_document(struct scanner *scanner, cJSON **root)
{
    skip_space(scanner);
    if (scanner->at == scanner->size) {
        return syntax(scanner, "the document is empty");
    }
    do {
        uint32_t depth = scanner->depth;
        bool value_follows = false;
        phb_status status = read_value(scanner, root);
        if (status == PHB_OK && scanner->depth > depth) {
            status = enter(scanner, &value_follows);
        }
        if (status == PHB_OK && !value_follows) {
            status = leave(scanner);
        }
        if (status != PHB_OK) {
            return status;
        }
    } while (scanner->depth > 0);
    skip_space(scanner);
    return scanner->at == scanner->size
               ? PHB_OK
               : syntax(scanner, "there is more text after the document's end");
}

phb_status
phb__json_scan(struct phb__arena *arena, const char *json, size_t size, cJSON **out_root,
               phb_error *error)
{
    struct scanner scanner = {.limits = phb__limits(arena->context), .size = size, .error = error};
    *out_root = NULL;
    if (size > scanner.limits->json_bytes) {
        return fail_at(&scanner, scanner.limits->json_bytes, PHB_ERROR_LIMIT,
                       "the document is longer than a document may be");
    }
    char *copy = phb__arena_bytes(arena, size + 1);
    if (!copy) {
        return no_memory(&scanner);
    }
    scanner.json = copy + 1;
    if (size > 0) {
        memcpy(scanner.json, json, size);
    }
    cJSON *root = NULL;
    phb_status status = read_document(&scanner, &root);
    if (status != PHB_OK) {
        cJSON_Delete(root);
        return status;
    }
    *out_root = root;
    return PHB_OK;
}

static bool
is_escaped(const char *json, size_t at)
{
    size_t backslashes = 0;
    while (backslashes < at && json[at - 1 - backslashes] == '\\') {
        backslashes++;
    }
    return backslashes % 2 == 1;
}

size_t
phb__json_key_offset(const char *json, size_t value_offset)
{
    size_t at = value_offset;
    while (at > 0 && json[at - 1] != '"') { /* white space and the colon */
        at--;
    }
    /* `at` is behind the closing quote; the opening one is the nearest quote that no backslash
     * escapes. */
    for (at = at > 0 ? at - 1 : 0; at > 0; at--) {
        if (json[at - 1] == '"' && !is_escaped(json, at - 1)) {
            return at - 1;
        }
    }
    return 0;
}
