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

/* Of plans alone. */
extern const struct phb__choices phb__names_plan_status;
extern const struct phb__choices phb__names_assessment_kind;
extern const struct phb__choices phb__names_other_plan_kind;
extern const struct phb__choices phb__names_professional_role;
extern const struct phb__choices phb__names_capacity_decision;
extern const struct phb__choices phb__names_representative_kind;
extern const struct phb__choices phb__names_directive_kind;
extern const struct phb__choices phb__names_none_or_unknown;
extern const struct phb__choices phb__names_domain;
extern const struct phb__choices phb__names_aim;
extern const struct phb__choices phb__names_action_cost;
extern const struct phb__choices phb__names_stance;
extern const struct phb__choices phb__names_risk_level;
extern const struct phb__choices phb__names_contingency_for;
extern const struct phb__choices phb__names_signer_role;
extern const struct phb__choices phb__names_authority;
extern const struct phb__choices phb__names_consented_by;
extern const struct phb__choices phb__names_order_kind;
extern const struct phb__choices phb__names_decision_outcome;

/* The word for a choice, "" for 0 or one that is not there. */
const char *phb__name(const struct phb__choices *choices, int32_t choice);

#endif
