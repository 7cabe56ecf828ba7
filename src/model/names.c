#include "model/names.h"

/* clang-format off */
#define CHOICES(name, ...)                                                    \
    static const char *const name##_words[] = {__VA_ARGS__};                  \
    const struct phb__choices phb__names_##name = {                           \
        name##_words, (int32_t)(sizeof name##_words / sizeof name##_words[0])}
/* clang-format on */

CHOICES(cohort, "adult_chc", "fast_track", "child_continuing_care", "section_117", "wheelchair",
        "learning_disability_autism", "mental_health", "long_term_condition", "end_of_life",
        "hospital_discharge", "maternity", "education_health_care", "other");
CHOICES(kind, "ongoing", "one_off");
CHOICES(weeks_in_year, "days", "52");
CHOICES(pay_frequency, "weekly", "fortnightly", "four_weekly", "monthly");
CHOICES(hours_type, "active", "waking_night", "sleep_in", "live_in");
CHOICES(leave_method, "accrual", "cover", "none");
CHOICES(cover_by, "agency", "team", "relief");
CHOICES(pension_membership, "auto", "opted_in", "opted_out");
CHOICES(pension_basis, "qualifying_earnings", "all_pay");
CHOICES(deployment, "direct_payment", "third_party", "notional");
CHOICES(relationship, "none", "spouse", "partner", "parent", "child", "sibling", "grandparent",
        "aunt_uncle", "in_law", "friend");
CHOICES(employer_kind, "person", "representative", "nominee", "third_party");
CHOICES(category, "agency", "self_employed", "service", "therapy", "equipment",
        "equipment_maintenance", "activity", "travel", "mileage", "insurance", "payroll",
        "pension_setup", "recruitment", "dbs", "training", "emergency_cover", "managed_account",
        "third_party_fee", "unpaid_carer_support", "redundancy_reserve", "other", "alcohol",
        "tobacco", "gambling", "debt", "illegal", "primary_medical", "emergency_treatment",
        "surgery", "medication", "nhs_charges", "dental", "vaccination", "screening", "tests");
CHOICES(per, "once", "week", "fortnight", "four_weeks", "month", "quarter", "year", "payslip",
        "assistant", "assistant_year");
CHOICES(line_unit, "hour", "waking_night_hour", "sleep_in", "visit", "mile", "item");
CHOICES(cqc, "registered", "not_required");
CHOICES(contingency_held, "inside", "outside");
CHOICES(contingency_paid, "spread", "on_request");
CHOICES(payment_frequency, "weekly", "four_weekly", "monthly", "once");
CHOICES(account, "dedicated", "managed", "prepaid_card", "ordinary_one_off");
CHOICES(funder_kind, "nhs", "nhs_other", "social_care", "education", "charity");
CHOICES(wheelchair_option, "notional", "notional_with_contribution", "third_party",
        "direct_payment");
CHOICES(ni_letter, "A", "B", "C", "D", "E", "F", "H", "I", "J", "K", "L", "M", "N", "S", "V", "X",
        "Z");

CHOICES(plan_status, "draft", "submitted", "agreed", "suspended", "ended", "superseded");
CHOICES(assessment_kind, "checklist", "dst", "fast_track", "child_continuing_care", "care_act",
        "ehc", "wheelchair", "carer", "other");
CHOICES(other_plan_kind, "ehc", "advance_care", "positive_behaviour", "epilepsy", "other");
CHOICES(professional_role, "care_coordinator", "advocate", "plan_facilitator",
        "health_professional", "organisation");
CHOICES(capacity_decision, "care", "direct_payment", "employing", "sharing");
CHOICES(representative_kind, "deputy", "attorney", "parental_responsibility", "appointed");
CHOICES(directive_kind, "advance_decision", "advance_statement", "respect", "dnacpr",
        "lasting_power", "other");
CHOICES(none_or_unknown, "none", "unknown");
CHOICES(domain, "health", "wellbeing", "learning", "social_care");
CHOICES(aim, "change", "maintain", "avoid", "future");
CHOICES(action_cost, "free", "budget");
CHOICES(stance, "happy_to_take", "tolerate", "minimise");
CHOICES(risk_level, "low", "medium", "high");
CHOICES(contingency_for, "assistant_leave", "assistant_sickness", "own_deterioration",
        "support_unavailable", "other");
CHOICES(signer_role, "person", "representative", "nominee");
CHOICES(authority, "delegated", "panel");
CHOICES(consented_by, "person", "representative");
CHOICES(order_kind, "drug_rehabilitation", "alcohol_treatment", "licence_condition",
        "youth_rehabilitation", "other");
CHOICES(decision_outcome, "agreed", "part", "refused");

const char *
phb__name(const struct phb__choices *choices, int32_t choice)
{
    return choice >= 1 && choice <= choices->count ? choices->names[choice - 1] : "";
}
