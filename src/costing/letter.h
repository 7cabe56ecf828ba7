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

/* What the National Insurance of a letter is called: "Employer National Insurance, letter A". */
const char *phb__letter_label(char letter);

#endif
