/*
 * What the field tables of a budget share: each file of them describes one part of the document,
 * and budget_shape.c puts the parts together.
 */
#ifndef PHB_MODEL_SHAPES_H
#define PHB_MODEL_SHAPES_H

#include "core/shape.h"

/* The largest sum of money, in hundredths of a penny. */
#define PHB__PENNY_HUNDREDTHS_MAX (PHB_PENCE_MAX * 100)

/* A rate or an amount from a day on: what `rate` of hours and `amount` of lines may be lists of. */
extern const struct phb__shape phb__shape_dated;

/* What a program adds one by one. */
extern const struct phb__shape phb__shape_line_assistant;
extern const struct phb__shape phb__shape_allowance_used;
extern const struct phb__shape phb__shape_agreed_line;

#endif
