#include "core/text.h"

#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/error.h"

#define FIRST_CAPACITY ((size_t)256)

/* The digits of the longest number of 64 bits, 19 of them, and its sign. */
#define NUMBER_CHARACTERS 20

struct phb_text {
    phb_context *context; /* ours to give back: a text outlives what it was made with */
    char *data;           /* NULL when empty */
    size_t size;
    size_t capacity;
};

void
phb__builder_init(struct phb__builder *builder, const phb_context *context)
{
    *builder = (struct phb__builder){.context = context};
}

void
phb__builder_free(struct phb__builder *builder)
{
    phb__release(builder->context, builder->data, builder->capacity);
    phb__builder_init(builder, builder->context);
}

/* Room for so many bytes more and a NUL. */
static bool
make_room(struct phb__builder *builder, size_t bytes)
{
    if (builder->failed) {
        return false;
    }
    if (bytes < builder->capacity - builder->size) {
        return true;
    }
    size_t capacity = builder->capacity > 0 ? builder->capacity : FIRST_CAPACITY;
    while (capacity <= SIZE_MAX / 2 && capacity - builder->size <= bytes) {
        capacity *= 2;
    }
    char *data = NULL;
    if (capacity - builder->size > bytes) {
        data = phb__resize(builder->context, builder->data, builder->capacity, capacity);
    }
    if (!data) {
        builder->failed = true;
        return false;
    }
    builder->data = data;
    builder->capacity = capacity;
    return true;
}

void
phb__put(struct phb__builder *builder, const char *text)
{
    phb__put_bytes(builder, text, strlen(text));
}

void
phb__put_bytes(struct phb__builder *builder, const char *bytes, size_t size)
{
    if (size > 0 && make_room(builder, size)) {
        memcpy(builder->data + builder->size, bytes, size);
        builder->size += size;
        builder->data[builder->size] = '\0';
    }
}

void
phb__put_repeat(struct phb__builder *builder, char character, size_t count)
{
    if (count > 0 && make_room(builder, count)) {
        memset(builder->data + builder->size, character, count);
        builder->size += count;
        builder->data[builder->size] = '\0';
    }
}

/* Digits without a sign, at the end of the array; returns where they start. At least one. */
static size_t
write_digits(int64_t number, char digits[NUMBER_CHARACTERS])
{
    size_t at = NUMBER_CHARACTERS;
    do {
        int64_t digit = number % 10;
        digits[--at] = (char)('0' + (digit < 0 ? -digit : digit));
        number /= 10;
    } while (number != 0);
    return at;
}

void
phb__put_int(struct phb__builder *builder, int64_t number)
{
    phb__put_decimal(builder, number, 0, 0);
}

void
phb__put_pence(struct phb__builder *builder, phb_pence amount)
{
    if (amount != PHB_PENCE_NONE) {
        phb__put_decimal(builder, amount, 2, 2);
    }
}

void
phb__put_date(struct phb__builder *builder, phb_date date)
{
    char text[PHB_DATE_TEXT_SIZE];
    if (phb_date_format(date, text, sizeof(text)) == PHB_OK) {
        phb__put(builder, text);
    }
}

void
phb__put_decimal(struct phb__builder *builder, int64_t number, int32_t decimals,
                 int32_t min_decimals)
{
    while (decimals > min_decimals && number % 10 == 0) {
        number /= 10;
        decimals--;
    }
    if (number < 0) {
        phb__put(builder, "-");
    }

    char digits[NUMBER_CHARACTERS];
    size_t first = write_digits(number, digits);
    size_t count = NUMBER_CHARACTERS - first;
    size_t places = (size_t)decimals;
    if (count > places) {
        phb__put_bytes(builder, digits + first, count - places);
        first += count - places;
        count = places;
    } else {
        phb__put(builder, "0");
    }

    size_t zeros_behind = min_decimals > decimals ? (size_t)(min_decimals - decimals) : 0;
    if (places + zeros_behind > 0) {
        phb__put(builder, ".");
    }
    phb__put_repeat(builder, '0', places - count);
    phb__put_bytes(builder, digits + first, count);
    phb__put_repeat(builder, '0', zeros_behind);
}

static void
put_json_escape(struct phb__builder *builder, unsigned char character)
{
    static const char short_forms[][2] = {
        {'"', '"'}, {'\\', '\\'}, {'\b', 'b'}, {'\f', 'f'}, {'\n', 'n'}, {'\r', 'r'}, {'\t', 't'},
    };
    static const char hex[] = "0123456789abcdef";

    for (size_t i = 0; i < sizeof(short_forms) / sizeof(short_forms[0]); i++) {
        if (character == (unsigned char)short_forms[i][0]) {
            phb__put_bytes(builder, "\\", 1);
            phb__put_bytes(builder, &short_forms[i][1], 1);
            return;
        }
    }
    phb__put(builder, "\\u00");
    phb__put_bytes(builder, &hex[character >> 4], 1);
    phb__put_bytes(builder, &hex[character & 0x0Fu], 1);
}

static bool
must_escape(unsigned char character)
{
    return character < 0x20u || character == '"' || character == '\\';
}

void
phb__put_json_text(struct phb__builder *builder, const char *text)
{
    phb__put(builder, "\"");
    size_t start = 0;
    size_t at = 0;
    for (; text[at] != '\0'; at++) {
        unsigned char character = (unsigned char)text[at];
        if (must_escape(character)) {
            phb__put_bytes(builder, text + start, at - start);
            put_json_escape(builder, character);
            start = at + 1;
        }
    }
    phb__put_bytes(builder, text + start, at - start);
    phb__put(builder, "\"");
}

phb_status
phb__builder_finish(struct phb__builder *builder, phb_text **out_text, phb_error *error)
{
    *out_text = NULL;
    phb_text *text = NULL;
    if (!builder->failed) {
        text = phb__allocate(builder->context, 1, sizeof(*text));
    }
    if (!text) {
        phb__builder_free(builder);
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    if (builder->data) {
        builder->data[builder->size] = '\0';
    }
    text->context = phb__context_keep(builder->context);
    text->data = builder->data;
    text->size = builder->size;
    text->capacity = builder->capacity;
    phb__builder_init(builder, builder->context);
    *out_text = text;
    return PHB_OK;
}

const char *
phb_text_data(const phb_text *text)
{
    return text && text->data ? text->data : "";
}

size_t
phb_text_size(const phb_text *text)
{
    return text ? text->size : 0;
}

void
phb_text_free(phb_text *text)
{
    if (!text) {
        return;
    }
    phb_context *context = text->context;
    phb__release(context, text->data, text->capacity);
    phb__release(context, text, sizeof(*text));
    phb_context_unref(context);
}
