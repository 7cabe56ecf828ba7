/* Building a phb_text. A failed allocation is remembered: only the end has to be checked. */
#ifndef PHB_CORE_TEXT_H
#define PHB_CORE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <phb/context.h>
#include <phb/date.h>
#include <phb/money.h>
#include <phb/text.h>

struct phb__builder {
    const phb_context *context;
    char *data; /* NULL while nothing was put; else with a NUL behind it */
    size_t size;
    size_t capacity;
    bool failed;
};

void phb__builder_init(struct phb__builder *builder, const phb_context *context);
void phb__builder_free(struct phb__builder *builder);

void phb__put(struct phb__builder *builder, const char *text);
void phb__put_bytes(struct phb__builder *builder, const char *bytes, size_t size);
void phb__put_repeat(struct phb__builder *builder, char character, size_t count);
void phb__put_int(struct phb__builder *builder, int64_t number);
/* "1234.56"; nothing for PHB_PENCE_NONE */
void phb__put_pence(struct phb__builder *builder, phb_pence amount);
/* "2026-04-06"; nothing for PHB_DATE_NONE or any other number that is no day */
void phb__put_date(struct phb__builder *builder, phb_date date);
/*
 * A whole number of 10^-decimals, without needless zeros but with at least min_decimals decimals:
 * (135050, 4, 2) is "13.505", (135000, 4, 2) is "13.50", (1207, 2, 0) is "12.07".
 */
void phb__put_decimal(struct phb__builder *builder, int64_t number, int32_t decimals,
                      int32_t min_decimals);
/* A JSON string with its quotes; control characters, quotes and backslashes escaped, the rest as it
 * is. */
void phb__put_json_text(struct phb__builder *builder, const char *text);

/* Hands the text over (PHB_ERROR_MEMORY when anything failed) and leaves the builder empty. */
phb_status phb__builder_finish(struct phb__builder *builder, phb_text **out_text, phb_error *error);

#endif
