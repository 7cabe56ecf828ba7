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

/* The sections of a plan, each a shape of its own struct. */
extern const struct phb__shape phb__shape_about;
extern const struct phb__shape phb__shape_contacts;
extern const struct phb__shape phb__shape_health;
extern const struct phb__shape phb__shape_needs_and_outcomes;
extern const struct phb__shape phb__shape_action_plan;
extern const struct phb__shape phb__shape_training;
extern const struct phb__shape phb__shape_risk_management;
extern const struct phb__shape phb__shape_plan_budget;
extern const struct phb__shape phb__shape_reviews;
extern const struct phb__shape phb__shape_sign_off;

/* A list of references, and one of texts, each an item. */
extern const struct phb__shape phb__shape_ref;
extern const struct phb__shape phb__shape_words;

/* The last rows of every section, about its member `answer`: what may stand instead of content. */
#define PHB__SECTION_ANSWER(type_) \
    PHB__TEXT("elsewhere", type_, answer.elsewhere, PHB__FREE_TEXT, \
              "instead of all else: where it is"), \
        PHB__TEXT("declined", type_, answer.declined, PHB__FREE_TEXT, \
                  "instead of all else: why the person does not want it"), \
        PHB__TEXT("not_applicable", type_, answer.not_applicable, PHB__FREE_TEXT, \
                  "instead of all else: why it does not concern them")

#endif
