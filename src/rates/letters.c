#include "rates/letters.h"

static bool
is_a_letter(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

const struct phb__ni_letter *
phb__letter_on(const struct phb__dataset *dataset, char letter, phb_date day)
{
    if (!is_a_letter(letter)) {
        return NULL;
    }
    const uint8_t *first = &dataset->letter_first[letter - 'A'];
    for (uint32_t i = first[0]; i < first[1]; i++) {
        const struct phb__ni_letter *candidate = &dataset->letters[i];
        if (candidate->from <= day && day <= candidate->until) {
            return candidate;
        }
    }
    return NULL;
}

const struct phb__ni_letter *
phb__letter_throughout(const struct phb__dataset *dataset, char letter, phb_date from,
                       phb_date until)
{
    const struct phb__ni_letter *found = phb__letter_on(dataset, letter, from);
    return found && found->until >= until ? found : NULL;
}

bool
phb__letter_exists(const struct phb__dataset *dataset, char letter)
{
    if (!is_a_letter(letter)) {
        return false;
    }
    const uint8_t *first = &dataset->letter_first[letter - 'A'];
    return first[0] < first[1];
}

void
phb__letters_index(struct phb__dataset *dataset)
{
    uint32_t at = 0;
    for (size_t i = 0; i < sizeof dataset->letter_first; i++) {
        while (at < dataset->letter_count && dataset->letters[at].letter < 'A' + (int)i) {
            at++;
        }
        dataset->letter_first[i] = (uint8_t)at;
    }
}
