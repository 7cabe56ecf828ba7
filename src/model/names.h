/* The words that documents use for the closed sets: one table a set, for reader, writer, schema and
 * output. */
#ifndef PHB_MODEL_NAMES_H
#define PHB_MODEL_NAMES_H

#include "core/shape.h"

extern const struct phb__choices phb__names_cohort;
extern const struct phb__choices phb__names_kind;
extern const struct phb__choices phb__names_weeks_in_year;
extern const struct phb__choices phb__names_pay_frequency;
extern const struct phb__choices phb__names_hours_type;
extern const struct phb__choices phb__names_leave_method;
extern const struct phb__choices phb__names_cover_by;
extern const struct phb__choices phb__names_pension_membership;
extern const struct phb__choices phb__names_pension_basis;
extern const struct phb__choices phb__names_deployment;
extern const struct phb__choices phb__names_relationship;
extern const struct phb__choices phb__names_employer_kind;
extern const struct phb__choices phb__names_category;
extern const struct phb__choices phb__names_per;
extern const struct phb__choices phb__names_line_unit;
extern const struct phb__choices phb__names_cqc;
extern const struct phb__choices phb__names_contingency_held;
extern const struct phb__choices phb__names_contingency_paid;
extern const struct phb__choices phb__names_payment_frequency;
extern const struct phb__choices phb__names_account;
extern const struct phb__choices phb__names_funder_kind;
extern const struct phb__choices phb__names_wheelchair_option;
extern const struct phb__choices phb__names_ni_letter;

/* The word for a choice, "" for 0 or one that is not there. */
const char *phb__name(const struct phb__choices *choices, int32_t choice);

#endif
