/* What a plan may say of health, needs, outcomes, actions, training and risks, in the order in
 * which it is written out. */

#include "model/names.h"
#include "model/plan_sections.h"
#include "model/shapes.h"

/* A week, in minutes and in hundredths of a night. */
#define WEEK_MINUTES 10080
#define WEEK_NIGHTS_HUNDREDTHS 700

/* ---- items that are one value ---- */

static const struct phb__field ref_fields[] = {
    PHB__ID("an id here", struct phb__ref, id, PHB__REQUIRED, "the id of what is meant"),
};

const struct phb__shape phb__shape_ref =
    PHB__BARE_SHAPE("an id", ref_fields, sizeof(struct phb__ref));

static const struct phb__field words_fields[] = {{
    .key = "an item here",
    .about = "in words",
    .kind = PHB__KIND_TEXT,
    .flags = PHB__REQUIRED | PHB__FREE_TEXT,
}};

const struct phb__shape phb__shape_words =
    PHB__BARE_SHAPE("an item", words_fields, sizeof(const char *));

/* ---- health ---- */

static const struct phb__field condition_fields[] = {
    PHB__TEXT("name", struct phb__condition, name, PHB__FREE_TEXT, "what it is called"),
    PHB__TEXT("effect", struct phb__condition, effect, PHB__FREE_TEXT, "what it does to me"),
    PHB__TEXT("since", struct phb__condition, since, PHB__FREE_TEXT, "how long I have had it"),
    PHB__TEXT("changes", struct phb__condition, changes, PHB__FREE_TEXT,
              "how it changes, and what it makes worse"),
};

static const struct phb__shape condition_shape =
    PHB__SHAPE("a condition", condition_fields, sizeof(struct phb__condition));

static const struct phb__field restriction_fields[] = {
    PHB__TEXT("what", struct phb__restriction, what, PHB__FREE_TEXT, "what is restricted"),
    PHB__TEXT("authority", struct phb__restriction, authority, PHB__FREE_TEXT, "by what authority"),
    PHB__DATE("until", struct phb__restriction, until, 0, "the last day of that authority"),
};

static const struct phb__shape restriction_shape =
    PHB__SHAPE("a restriction", restriction_fields, sizeof(struct phb__restriction));

static const struct phb__field monitoring_fields[] = {
    PHB__ID("professional", struct phb__health, monitored_by.id, 0, "which of the professionals"),
    PHB__TEXT("how", struct phb__health, monitored_how, PHB__FREE_TEXT, "how they do it"),
};

static const struct phb__shape monitoring_shape =
    PHB__SHAPE("the monitoring", monitoring_fields, 0);

/* "none", "unknown", or a list of them. */
#define NONE_OR_LIST(key_, said_, items_, about_) \
    PHB__CHOICE(key_, struct phb__health, said_, phb__names_none_or_unknown, 0, about_), \
        PHB__LIST(key_, struct phb__health, items_, phb__shape_words, PHB__ALTERNATIVE, about_)

static const struct phb__field health_fields[] = {
    PHB__LIST("conditions", struct phb__health, conditions, condition_shape, 0,
              "each condition, and what it does"),
    NONE_OR_LIST("medication", medication.said, medication.items, "what is taken"),
    NONE_OR_LIST("allergies", allergies.said, allergies.items, "allergies and reactions to drugs"),
    NONE_OR_LIST("treatments", treatments.said, treatments.items, "treatments that go on now"),
    PHB__LIST("restrictions", struct phb__health, restrictions, restriction_shape, 0,
              "what limits the person's liberty, and by what authority"),
    PHB__OBJECT("monitoring", monitoring_shape, 0, "who watches over the health condition"),
    PHB__SECTION_ANSWER(struct phb__health),
};

const struct phb__shape phb__shape_health =
    PHB__SHAPE("the section health", health_fields, sizeof(struct phb__health));

/* ---- needs and outcomes ---- */

static const struct phb__field need_fields[] = {
    PHB__ID("id", struct phb__need, id, PHB__REQUIRED, "unique among needs"),
    PHB__TEXT("description", struct phb__need, description, PHB__FREE_TEXT, "what is needed"),
    PHB__DATE("assessed_on", struct phb__need, assessed_on, 0, "when it was assessed"),
    PHB__FLAG("eligible", struct phb__need, eligible, 0,
              "whether the NHS is to meet it; yes unless said"),
    PHB__NUMBER("hours_per_week", struct phb__need, minutes_per_week, HOURS, 0, WEEK_MINUTES, 0,
                "assessed, of active care"),
    PHB__NUMBER("waking_night_hours_per_week", struct phb__need, waking_night_minutes_per_week,
                HOURS, 0, WEEK_MINUTES, 0, "assessed, of care by somebody awake at night"),
    PHB__NUMBER("sleep_ins_per_week", struct phb__need, sleep_ins_per_week_hundredths, HUNDREDTHS,
                0, WEEK_NIGHTS_HUNDREDTHS, 0, "assessed, nights with somebody asleep nearby"),
    PHB__NUMBER("unpaid_hours_per_week", struct phb__need, unpaid_minutes_per_week, HOURS, 0,
                WEEK_MINUTES, 0, "of active care that family or friends give"),
};

static const struct phb__shape need_shape =
    PHB__SHAPE("a need", need_fields, sizeof(struct phb__need));

static const struct phb__field outcome_fields[] = {
    PHB__ID("id", struct phb__outcome, id, PHB__REQUIRED, "unique among outcomes"),
    PHB__LIST("needs", struct phb__outcome, needs, phb__shape_ref, 0, "the needs it answers"),
    PHB__CHOICE("domain", struct phb__outcome, domain, phb__names_domain, 0,
                "which part of life it is about"),
    PHB__TEXT("statement", struct phb__outcome, statement, PHB__FREE_TEXT,
              "what I want to achieve"),
    PHB__CHOICE("aim", struct phb__outcome, aim, phb__names_aim, 0,
                "to change, maintain or avoid something, or towards a future"),
    PHB__TEXT("measure", struct phb__outcome, measure, PHB__FREE_TEXT, "how it will be seen"),
    PHB__DATE("by", struct phb__outcome, by, 0, "by when"),
    PHB__TEXT("obstacle", struct phb__outcome, obstacle, PHB__FREE_TEXT, "what is in the way"),
    PHB__TEXT("risk_if_not", struct phb__outcome, risk_if_not, PHB__FREE_TEXT,
              "what may happen otherwise"),
    PHB__FLAG("can_influence", struct phb__outcome, can_influence, 0,
              "whether I or those around me can bring it about"),
    PHB__FLAG("owned_by_person", struct phb__outcome, owned_by_person, 0,
              "whether it is my own wish"),
};

static const struct phb__shape outcome_shape =
    PHB__SHAPE("an outcome", outcome_fields, sizeof(struct phb__outcome));

static const struct phb__field needs_and_outcomes_fields[] = {
    PHB__LIST("needs", struct phb__needs_and_outcomes, needs, need_shape, 0,
              "every need that was assessed"),
    PHB__LIST("outcomes", struct phb__needs_and_outcomes, outcomes, outcome_shape, 0,
              "what the person wants to achieve"),
    PHB__TEXT("working", struct phb__needs_and_outcomes, working, PHB__FREE_TEXT,
              "what works well now"),
    PHB__TEXT("not_working", struct phb__needs_and_outcomes, not_working, PHB__FREE_TEXT,
              "what does not"),
    PHB__TEXT("important_for_health", struct phb__needs_and_outcomes, important_for_health,
              PHB__FREE_TEXT, "what is important for the person's health"),
    PHB__SECTION_ANSWER(struct phb__needs_and_outcomes),
};

const struct phb__shape phb__shape_needs_and_outcomes =
    PHB__SHAPE("the section needs_and_outcomes", needs_and_outcomes_fields,
               sizeof(struct phb__needs_and_outcomes));

/* ---- action plan ---- */

static const struct phb__field action_fields[] = {
    PHB__ID("id", struct phb__action, id, PHB__REQUIRED, "unique among actions"),
    PHB__LIST("outcomes", struct phb__action, outcomes, phb__shape_ref, 0,
              "the outcomes it works towards"),
    PHB__TEXT("what", struct phb__action, what, PHB__FREE_TEXT, "what is done"),
    PHB__TEXT("who", struct phb__action, who, PHB__FREE_TEXT, "who does it"),
    PHB__TEXT("how", struct phb__action, how, PHB__FREE_TEXT, "how"),
    PHB__TEXT("when", struct phb__action, when, PHB__FREE_TEXT, "when, or how often"),
    PHB__CHOICE("cost", struct phb__action, cost, phb__names_action_cost, 0,
                "whether the budget pays for it"),
    PHB__LIST("budget", struct phb__action, budget, phb__shape_ref, 0,
              "the assistants and lines of the budget that pay for it"),
    PHB__LIST("risks", struct phb__action, risks, phb__shape_ref, 0, "the risks it brings"),
    PHB__FLAG("equipment", struct phb__action, equipment, 0, "whether equipment is bought"),
    PHB__TEXT("maintenance", struct phb__action, maintenance, PHB__FREE_TEXT,
              "how that is kept in order and renewed"),
};

static const struct phb__shape action_shape =
    PHB__SHAPE("an action", action_fields, sizeof(struct phb__action));

static const struct phb__field action_plan_fields[] = {
    PHB__LIST("actions", struct phb__action_plan, actions, action_shape, 0, "who does what, when"),
    PHB__SECTION_ANSWER(struct phb__action_plan),
};

const struct phb__shape phb__shape_action_plan =
    PHB__SHAPE("the section action_plan", action_plan_fields, sizeof(struct phb__action_plan));

/* ---- training ---- */

static const struct phb__field course_fields[] = {
    PHB__TEXT("course", struct phb__course, course, PHB__FREE_TEXT, "what is taught"),
    PHB__LIST("assistants", struct phb__course, assistants, phb__shape_ref, 0, "who takes it"),
    PHB__DATE("by", struct phb__course, by, 0, "by when"),
};

static const struct phb__shape course_shape =
    PHB__SHAPE("a course", course_fields, sizeof(struct phb__course));

static const struct phb__field delegated_task_fields[] = {
    PHB__TEXT("task", struct phb__delegated_task, task, PHB__FREE_TEXT,
              "the healthcare task that assistants do"),
    PHB__TEXT("limits", struct phb__delegated_task, limits, PHB__FREE_TEXT,
              "what they must not do"),
    PHB__TEXT("risks", struct phb__delegated_task, risks, PHB__FREE_TEXT,
              "what may go wrong, and what is done then"),
    PHB__TEXT("trainer", struct phb__delegated_task, trainer, PHB__FREE_TEXT, "who trains them"),
    PHB__FLAG("trainer_free", struct phb__delegated_task, trainer_free, 0,
              "whether that costs the budget nothing"),
    PHB__TEXT("competence_assessor", struct phb__delegated_task, competence_assessor,
              PHB__FREE_TEXT, "who judges that they can do it"),
    PHB__DATE("assessed_on", struct phb__delegated_task, assessed_on, 0, "when that was judged"),
    PHB__DATE("expires_on", struct phb__delegated_task, expires_on, 0,
              "the last day on which that holds"),
    PHB__LIST("assistants", struct phb__delegated_task, assistants, phb__shape_ref, 0,
              "who does it"),
    PHB__TEXT("support", struct phb__delegated_task, support, PHB__FREE_TEXT,
              "who helps them from day to day"),
    PHB__TEXT("clinical_review", struct phb__delegated_task, clinical_review, PHB__FREE_TEXT,
              "which clinician reviews it, and when"),
};

static const struct phb__shape delegated_task_shape =
    PHB__SHAPE("a delegated task", delegated_task_fields, sizeof(struct phb__delegated_task));

static const struct phb__field training_fields[] = {
    PHB__LIST("mandatory", struct phb__training, mandatory, course_shape, 0,
              "what assistants must be taught"),
    PHB__LIST("delegated_tasks", struct phb__training, delegated_tasks, delegated_task_shape, 0,
              "healthcare that is handed over to them"),
    PHB__SECTION_ANSWER(struct phb__training),
};

const struct phb__shape phb__shape_training =
    PHB__SHAPE("the section training", training_fields, sizeof(struct phb__training));

/* ---- contingency and risks ---- */

static const struct phb__field risk_fields[] = {
    PHB__ID("id", struct phb__risk, id, PHB__REQUIRED, "unique among risks"),
    PHB__TEXT("description", struct phb__risk, description, PHB__FREE_TEXT, "what may happen"),
    PHB__CHOICE("stance", struct phb__risk, stance, phb__names_stance, 0,
                "how the person looks at it"),
    PHB__CHOICE("level", struct phb__risk, level, phb__names_risk_level, 0, "how grave it is"),
    PHB__TEXT("mitigation", struct phb__risk, mitigation, PHB__FREE_TEXT,
              "what is done so that it does not, or does less harm"),
    PHB__TEXT("owner", struct phb__risk, owner, PHB__FREE_TEXT, "who sees to that"),
};

static const struct phb__shape risk_shape =
    PHB__SHAPE("a risk", risk_fields, sizeof(struct phb__risk));

static const struct phb__field contingency_plan_fields[] = {
    PHB__CHOICE("for", struct phb__contingency_plan, what_for, phb__names_contingency_for,
                PHB__REQUIRED, "what it is for"),
    PHB__TEXT("plan", struct phb__contingency_plan, plan, PHB__FREE_TEXT, "what is done then"),
};

static const struct phb__shape contingency_plan_shape =
    PHB__SHAPE("a contingency plan", contingency_plan_fields, sizeof(struct phb__contingency_plan));

static const struct phb__field health_contact_fields[] = {
    PHB__TEXT("name", struct phb__risk_management, health_contact_name, PHB__FREE_TEXT,
              "their name"),
    PHB__TEXT("contact", struct phb__risk_management, health_contact, PHB__FREE_TEXT,
              "how to reach them"),
};

static const struct phb__shape health_contact_shape =
    PHB__SHAPE("the health contact", health_contact_fields, 0);

static const struct phb__field risk_management_fields[] = {
    PHB__LIST("risks", struct phb__risk_management, risks, risk_shape, 0, "what may go wrong"),
    PHB__FLAG("no_risks_identified", struct phb__risk_management, no_risks_identified, 0,
              "whether risks were looked for and none was found"),
    PHB__LIST("plans", struct phb__risk_management, plans, contingency_plan_shape, 0,
              "what is done when things change suddenly"),
    PHB__OBJECT("health_contact", health_contact_shape, 0,
                "whom to ask in the health services when things go wrong"),
    PHB__SECTION_ANSWER(struct phb__risk_management),
};

const struct phb__shape phb__shape_risk_management = PHB__SHAPE(
    "the section contingency", risk_management_fields, sizeof(struct phb__risk_management));
