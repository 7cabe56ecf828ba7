#include "support/json.h"

#include <string.h>

#include "support/suite.h"

const char *
quoted(const char *text)
{
    static char texts[4][16384];
    static unsigned next;

    size_t size = strlen(text);
    char *out = texts[next++ % COUNT_OF(texts)];
    ck_assert_uint_lt(size, sizeof(texts[0]));
    for (size_t i = 0; i <= size; i++) {
        out[i] = (char)(text[i] == '\'' ? '"' : text[i]);
    }
    return out;
}
