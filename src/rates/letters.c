#include "rates/letters.h"

/* Seventeen letters in order, A first: a walk from the front is the quickest search for those in
 * use. */

const struct phb__ni_letter *
phb__letter_on(const struct phb__dataset *dataset, char letter, phb_date day)
{
    const struct phb__ni_letter *candidate = dataset->letters;
    const struct phb__ni_letter *end = candidate + dataset->letter_count;
    while (candidate < end && candidate->letter < letter) {
        candidate++;
    }
    while (candidate < end && candidate->letter == letter) {
        if (candidate->from <= day && day <= candidate->until) {
            return candidate;
        }
        candidate++;
    }
    return NULL;
}

bool
phb__letter_exists(const struct phb__dataset *dataset, char letter)
{
    for (uint32_t i = 0; i < dataset->letter_count; i++) {
        if (dataset->letters[i].letter == letter) {
            return true;
        }
    }
    return false;
}
