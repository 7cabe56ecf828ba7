#include "rates/letters.h"

/* Seventeen letters in order; at most a handful of stretches each. */
static uint32_t
first_of(const struct phb__dataset *dataset, char letter)
{
    uint32_t low = 0;
    uint32_t high = dataset->letter_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (dataset->letters[middle].letter < letter) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const struct phb__ni_letter *
phb__letter_on(const struct phb__dataset *dataset, char letter, phb_date day)
{
    for (uint32_t i = first_of(dataset, letter); i < dataset->letter_count; i++) {
        const struct phb__ni_letter *candidate = &dataset->letters[i];
        if (candidate->letter != letter) {
            return NULL;
        }
        if (candidate->from <= day && day <= candidate->until) {
            return candidate;
        }
    }
    return NULL;
}

bool
phb__letter_exists(const struct phb__dataset *dataset, char letter)
{
    uint32_t at = first_of(dataset, letter);
    return at < dataset->letter_count && dataset->letters[at].letter == letter;
}
