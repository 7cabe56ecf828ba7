/* The words that documents use for reviews and what goes with them. */
#ifndef PHB_MODEL_REVIEW_NAMES_H
#define PHB_MODEL_REVIEW_NAMES_H

#include "core/shape.h"

extern const struct phb__choices phb__names_regime;
extern const struct phb__choices phb__names_review_kind;
extern const struct phb__choices phb__names_checked; /* the i-th is the bit 1 << (i - 1) */
extern const struct phb__choices phb__names_happening;
extern const struct phb__choices phb__names_renewal;

#endif
