/* National Insurance category letters: which relief each gives, and when. */
#ifndef PHB_RATES_LETTERS_H
#define PHB_RATES_LETTERS_H

#include <phb/date.h>

#include "rates/dataset.h"

/* What a letter means on a day, NULL when it is not in force: an end in the table is an end. */
const struct phb__ni_letter *phb__letter_on(const struct phb__dataset *dataset, char letter,
                                            phb_date day);

/* The same for all days from one to another; NULL when it is not in force throughout. */
const struct phb__ni_letter *phb__letter_throughout(const struct phb__dataset *dataset, char letter,
                                                    phb_date from, phb_date until);

/* Was it ever a letter? */
bool phb__letter_exists(const struct phb__dataset *dataset, char letter);

/* Fills letter_first; there are at most 255 stretches. */
void phb__letters_index(struct phb__dataset *dataset);

#endif
