#include "cli/batch_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BYTES 4096u
#define KEPT_BYTES \
    ((size_t)1024 * 1024) /* what one long line needed is not held for all that follow */

bool
text_reserve(struct batch_text *text, size_t size)
{
    if (text->failed || text->capacity - text->size >= size) {
        return !text->failed;
    }
    size_t capacity = text->capacity == 0 ? FIRST_BYTES : text->capacity;
    while (capacity - text->size < size) {
        capacity *= 2;
    }
    char *data = realloc(text->data, capacity);
    if (!data) {
        text->failed = true;
        return false;
    }
    text->data = data;
    text->capacity = capacity;
    return true;
}

void
text_put_bytes(struct batch_text *text, const char *bytes, size_t size)
{
    if (size > 0 && text_reserve(text, size)) {
        memcpy(text->data + text->size, bytes, size);
        text->size += size;
    }
}

void
text_put(struct batch_text *text, const char *string)
{
    text_put_bytes(text, string, strlen(string));
}

void
text_put_number(struct batch_text *text, int64_t number)
{
    char digits[24];
    (void)snprintf(digits, sizeof digits, "%" PRId64, number);
    text_put(text, digits);
}

void
text_put_json(struct batch_text *text, const char *string)
{
    text_put(text, "\"");
    for (const char *c = string; *c != '\0'; c++) {
        char escape[8];
        if (*c == '"' || *c == '\\') {
            text_put(text, "\\");
        }
        if ((unsigned char)*c < 0x20) {
            (void)snprintf(escape, sizeof escape, "\\u%04x", (unsigned)*c);
            text_put(text, escape);
        } else {
            text_put_bytes(text, c, 1);
        }
    }
    text_put(text, "\"");
}

void
text_put_csv(struct batch_text *text, const char *string)
{
    bool is_formula = string[0] != '\0' && strchr("=+-@\t\r", string[0]) != NULL;
    bool is_quoted = is_formula || strpbrk(string, ",\"\r\n") != NULL;
    text_put(text, is_quoted ? "\"" : "");
    text_put(text, is_formula ? "'" : "");
    for (const char *c = string; *c != '\0'; c++) {
        text_put(text, *c == '"' ? "\"" : "");
        text_put_bytes(text, c, 1);
    }
    text_put(text, is_quoted ? "\"" : "");
}

void
text_clear(struct batch_text *text)
{
    text->size = 0;
    if (text->capacity > KEPT_BYTES) {
        text_free(text);
    }
}

void
text_free(struct batch_text *text)
{
    free(text->data);
    *text = (struct batch_text){NULL, 0, 0, false};
}
