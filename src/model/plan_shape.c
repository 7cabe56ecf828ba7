/* What a phb-plan/1 document may say, in the order in which it is written out. */

#include "model/names.h"
#include "model/plan.h"
#include "model/shapes.h"

/* Members of the plan's own struct: their places are counted from it. */
static const struct phb__field ended_fields[] = {
    PHB__DATE("on", struct phb__plan_content, ended_on, 0, "its last day"),
    PHB__TEXT("reason", struct phb__plan_content, ended_reason, PHB__FREE_TEXT, "why it ended"),
};

static const struct phb__shape ended_shape = PHB__SHAPE("the end", ended_fields, 0);

static const struct phb__field person_fields[] = {
    PHB__ID("id", struct phb__person, id, 0, "a local reference"),
    PHB__TEXT("name", struct phb__person, name, PHB__FREE_TEXT, "their name"),
    PHB__TEXT("nhs_number", struct phb__person, nhs_number, PHB__FREE_TEXT,
              "ten digits, with spaces or hyphens or without"),
    PHB__DATE("date_of_birth", struct phb__person, date_of_birth, 0, "the day they were born"),
    PHB__TEXT("gp_practice", struct phb__person, gp_practice, PHB__FREE_TEXT,
              "the practice they are registered with"),
};

static const struct phb__shape person_shape =
    PHB__SHAPE("the person", person_fields, sizeof(struct phb__person));

static const struct phb__field assessment_fields[] = {
    PHB__CHOICE("kind", struct phb__assessment, kind, phb__names_assessment_kind, PHB__REQUIRED,
                "what was assessed"),
    PHB__DATE("on", struct phb__assessment, on, 0, "when"),
    PHB__TEXT("by", struct phb__assessment, by, PHB__FREE_TEXT, "who did it"),
    PHB__TEXT("held_at", struct phb__assessment, held_at, PHB__FREE_TEXT, "where it is"),
};

static const struct phb__shape assessment_shape =
    PHB__SHAPE("an assessment", assessment_fields, sizeof(struct phb__assessment));

static const struct phb__field other_plan_fields[] = {
    PHB__CHOICE("kind", struct phb__other_plan, kind, phb__names_other_plan_kind, 0, "what it is"),
    PHB__TEXT("title", struct phb__other_plan, title, PHB__FREE_TEXT, "what it is called"),
    PHB__TEXT("owner", struct phb__other_plan, owner, PHB__FREE_TEXT, "who looks after it"),
    PHB__TEXT("held_at", struct phb__other_plan, held_at, PHB__FREE_TEXT, "where it is"),
    PHB__DATE("dated", struct phb__other_plan, dated, 0, "its day"),
};

static const struct phb__shape other_plan_shape =
    PHB__SHAPE("another plan", other_plan_fields, sizeof(struct phb__other_plan));

static const struct phb__field decision_fields[] = {
    PHB__DATE("requested_on", struct phb__decision, requested_on, 0, "when it was asked for"),
    PHB__TEXT("maker", struct phb__decision, maker, PHB__FREE_TEXT, "who decided"),
    PHB__DATE("made_on", struct phb__decision, made_on, 0, "when"),
    PHB__CHOICE("outcome", struct phb__decision, outcome, phb__names_decision_outcome, 0,
                "what was decided"),
    PHB__TEXT("reasons", struct phb__decision, reasons, PHB__FREE_TEXT, "why"),
    PHB__TEXT("considered", struct phb__decision, considered, PHB__FREE_TEXT, "what was looked at"),
    PHB__TEXT("reconsideration", struct phb__decision, reconsideration, PHB__FREE_TEXT,
              "how to ask that it be looked at again"),
    PHB__TEXT("complaint", struct phb__decision, complaint, PHB__FREE_TEXT, "how to complain"),
};

static const struct phb__shape decision_shape =
    PHB__SHAPE("the decision", decision_fields, sizeof(struct phb__decision));

static const struct phb__field accepted_fields[] = {
    PHB__ID("rule", struct phb__accepted, rule, PHB__REQUIRED, "the rule of the finding"),
    PHB__TEXT("at", struct phb__accepted, at, 0, "where it is found; everywhere unless said"),
    PHB__TEXT("reason", struct phb__accepted, reason, PHB__FREE_TEXT, "why it is left as it is"),
    PHB__TEXT("by", struct phb__accepted, by, PHB__FREE_TEXT, "who accepted it"),
    PHB__DATE("on", struct phb__accepted, on, 0, "when"),
};

static const struct phb__shape accepted_shape =
    PHB__SHAPE("an accepted finding", accepted_fields, sizeof(struct phb__accepted));

static const struct phb__field plan_fields[] = {
    PHB__LITERAL("format", "phb-plan/1", PHB__REQUIRED, "what this document is"),
    PHB__NUMBER("version", struct phb__plan_content, version, WHOLE, 1, 1000000, 0,
                "which version of the plan it is"),
    PHB__ID("supersedes", struct phb__plan_content, supersedes, 0,
            "the local reference of the plan it takes the place of"),
    PHB__CHOICE("status", struct phb__plan_content, status, phb__names_plan_status, PHB__REQUIRED,
                "how far it has come"),
    PHB__OBJECT("ended", ended_shape, 0, "when and why it ended"),
    PHB__CHOICE("cohort", struct phb__plan_content, cohort, phb__names_cohort, 0,
                "why the person has a budget"),
    PHB__CHOICE("kind", struct phb__plan_content, kind, phb__names_kind, 0,
                "ongoing or one-off; ongoing unless said"),
    PHB__PART("person", struct phb__plan_content, person, person_shape, 0, "whose plan it is"),
    PHB__LIST("assessments", struct phb__plan_content, assessments, assessment_shape, 0,
              "the assessments it rests on"),
    PHB__LIST("other_plans", struct phb__plan_content, other_plans, other_plan_shape, 0,
              "more detailed plans that it leads to"),
    PHB__PART("about", struct phb__plan_content, about, phb__shape_about, 0, "section 1"),
    PHB__PART("contacts", struct phb__plan_content, contacts, phb__shape_contacts, 0,
              "section 2: contacts and how decisions are made"),
    PHB__PART("health", struct phb__plan_content, health, phb__shape_health, 0,
              "section 3: health conditions"),
    PHB__PART("needs_and_outcomes", struct phb__plan_content, needs_and_outcomes,
              phb__shape_needs_and_outcomes, 0, "section 4: needs and outcomes"),
    PHB__PART("action_plan", struct phb__plan_content, action_plan, phb__shape_action_plan, 0,
              "section 5: the action plan"),
    PHB__PART("training", struct phb__plan_content, training, phb__shape_training, 0,
              "section 6: training of assistants, delegated healthcare tasks"),
    PHB__PART("contingency", struct phb__plan_content, contingency, phb__shape_risk_management, 0,
              "section 7: contingency planning and risks"),
    PHB__PART("budget", struct phb__plan_content, budget, phb__shape_plan_budget, 0,
              "section 8: the budget"),
    PHB__PART("reviews", struct phb__plan_content, reviews, phb__shape_reviews, 0,
              "section 9: reviews"),
    PHB__PART("sign_off", struct phb__plan_content, sign_off, phb__shape_sign_off, 0,
              "section 10: sign-off"),
    PHB__PART("decision", struct phb__plan_content, decision, decision_shape, 0,
              "what the NHS body decided, and how to question it"),
    PHB__LIST("accepted", struct phb__plan_content, accepted, accepted_shape, 0,
              "findings that are left as they are, for a reason"),
};

const struct phb__shape phb__shape_plan =
    PHB__SHAPE("a plan", plan_fields, sizeof(struct phb__plan_content));
