#include "json/nearest.h"

#include <string.h>

/* Longer keys than any of ours are not compared: the work stays bounded. */
#define LETTERS_MAX 40

static size_t
least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Letters to insert, delete or replace (Levenshtein), by rows. */
static size_t
letters_to_change(const char *a, size_t a_size, const char *b, size_t b_size)
{
    size_t row[LETTERS_MAX + 1];
    for (size_t j = 0; j <= b_size; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= a_size; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_size; j++) {
            size_t above = row[j];
            row[j] = least(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
            diagonal = above;
        }
    }
    return row[b_size];
}

const char *
phb__nearest_key(const struct phb__shape *shape, const char *key)
{
    size_t size = strlen(key);
    if (size > LETTERS_MAX) {
        return NULL;
    }
    const char *nearest = NULL;
    size_t fewest = size / 3 + 1;
    for (uint32_t i = 0; i < shape->field_count; i++) {
        const char *known = shape->fields[i].key;
        size_t known_size = strlen(known);
        if (known_size > LETTERS_MAX) {
            continue;
        }
        size_t letters = letters_to_change(key, size, known, known_size);
        if (letters <= fewest) {
            fewest = letters - (letters > 0 ? 1 : 0);
            nearest = known;
        }
    }
    return nearest;
}
