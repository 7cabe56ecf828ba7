/* Which National Insurance letter somebody has in a segment. */
#ifndef PHB_COSTING_LETTER_H
#define PHB_COSTING_LETTER_H

#include "costing/segment.h"
#include "rates/letters.h"

/*
 * The letter given, until the age at which it ends; then, or when none is given, the one their age
 * means. A letter not in force that day is costed as A. What had to be assumed becomes a note, once
 * an assistant.
 */
const struct phb__ni_letter *phb__letter_in(struct phb_costing *costing,
                                            struct phb__employment *employment,
                                            const struct phb__segment *segment);

/* The letter that an age means, -1: not known; and the age at which a letter given can no longer be
 * theirs, 0: none. */
char phb__letter_of_age(int32_t age_years, bool is_over_state_pension_age);
int32_t phb__letter_lapses_at(char letter);

/* What the National Insurance of a letter is called: "Employer National Insurance, letter A". */
const char *phb__letter_label(char letter);

#endif
