/*
 * The sections of a plan as structs, in the order of the document: what is said in each. Texts are
 * NULL, choices 0, days PHB_DATE_NONE and numbers PHB_NUMBER_NONE where nothing is said.
 */
#ifndef PHB_MODEL_PLAN_SECTIONS_H
#define PHB_MODEL_PLAN_SECTIONS_H

#include "model/budget.h"

/* A reference by id. */
struct phb__ref {
    const char *id;
    int32_t index; /* of what is meant; PHB__REF_NOWHERE until it is found */
    int32_t reserved;
};

#define PHB__REF_NOWHERE (-1)  /* what is meant is kept elsewhere */
#define PHB__REF_COMPUTED (-2) /* a line that the costing works out, such as contingency */

/* What stands in a section instead of content. */
struct phb__section_answer {
    const char *elsewhere;
    const char *declined;
    const char *not_applicable;
};

enum phb__assessment_kind { PHB__ASSESSMENT_CHECKLIST = 1 };

enum phb__capacity_decision {
    PHB__CAPACITY_CARE = 1,
    PHB__CAPACITY_DIRECT_PAYMENT,
    PHB__CAPACITY_EMPLOYING,
    PHB__CAPACITY_SHARING
};

enum phb__role {
    PHB__ROLE_CARE_COORDINATOR = 1,
    PHB__ROLE_ADVOCATE,
    PHB__ROLE_PLAN_FACILITATOR,
    PHB__ROLE_HEALTH_PROFESSIONAL,
    PHB__ROLE_ORGANISATION
};

enum phb__none_or_unknown { PHB__SAID_NONE = 1, PHB__SAID_UNKNOWN };
enum phb__action_cost { PHB__COST_FREE = 1, PHB__COST_BUDGET };
enum phb__risk_level { PHB__RISK_LOW = 1, PHB__RISK_MEDIUM, PHB__RISK_HIGH };
enum phb__signer { PHB__SIGNER_PERSON = 1, PHB__SIGNER_REPRESENTATIVE, PHB__SIGNER_NOMINEE };
enum phb__authority { PHB__AUTHORITY_DELEGATED = 1, PHB__AUTHORITY_PANEL };
enum phb__order { PHB__ORDER_OTHER = 5 }; /* the others are among those that the Schedule names */
enum phb__decision_outcome { PHB__DECISION_AGREED = 1, PHB__DECISION_PART, PHB__DECISION_REFUSED };

enum phb__contingency_for {
    PHB__FOR_ASSISTANT_LEAVE = 1,
    PHB__FOR_ASSISTANT_SICKNESS,
    PHB__FOR_OWN_DETERIORATION,
    PHB__FOR_SUPPORT_UNAVAILABLE,
    PHB__FOR_OTHER
};

struct phb__person {
    const char *id;
    const char *name;
    const char *nhs_number;
    const char *gp_practice;
    phb_date date_of_birth;
};

struct phb__assessment {
    int32_t kind;
    phb_date on;
    const char *by;
    const char *held_at;
};

struct phb__other_plan {
    const char *title;
    const char *owner;
    const char *held_at;
    int32_t kind;
    phb_date dated;
};

struct phb__about {
    const char *who_i_am;
    const char *appreciated_for;
    const char *background;
    const char *important_to_me;
    const char *best_support;
    struct phb__section_answer answer;
};

/* ---- contacts ---- */

struct phb__relative {
    const char *name;
    const char *relationship;
    const char *contact;
};

struct phb__carer {
    const char *name;
    const char *relationship;
    const char *contact;
    phb_date assessment_offered_on;
};

struct phb__professional {
    const char *id;
    const char *name;
    const char *organisation;
    const char *contact;
    int32_t role; /* enum phb__role */
};

struct phb__capacity {
    int32_t decision; /* enum phb__capacity_decision */
    phb_answer has_capacity;
    phb_date decided_on;
    const char *how_decided;
    const char *consulted;
};

/* Somebody who acts for the person: what representatives and nominees have in common. */
struct phb__agent {
    const char *name;
    const char *contact;
    phb_relationship relationship;
    phb_answer lives_in_household;
    phb_answer involved_in_care;
    phb_date dbs_on;
};

struct phb__representative {
    struct phb__agent agent;
    const char *id;
    int32_t kind;
    phb_date consented_on;
    phb_date agreed_to_manage_on;
};

struct phb__nominee {
    struct phb__agent agent;
    phb_date agreed_on;
    phb_date body_agreed_on;
};

struct phb__directive {
    const char *title;
    const char *held_at;
    int32_t kind;
};

struct phb__contacts {
    const char *preferred_name;
    const char *address;
    const char *telephone;
    const char *email;
    const char *first_language;
    const char *communication_needs;
    const char *communication_preferences;
    const char *how_decisions_are_made;
    struct phb__list next_of_kin;        /* struct phb__relative */
    struct phb__list family_carers;      /* struct phb__carer */
    struct phb__list professionals;      /* struct phb__professional */
    struct phb__list capacity;           /* struct phb__capacity */
    struct phb__list representatives;    /* struct phb__representative */
    struct phb__list advance_directives; /* struct phb__directive */
    struct phb__nominee nominee;
    struct phb__section_answer answer;
};

/* ---- health ---- */

struct phb__condition {
    const char *name;
    const char *effect;
    const char *since;
    const char *changes;
};

/* Nothing said, none, unknown, or a list. */
struct phb__none_or_list {
    struct phb__list items; /* const char * */
    int32_t said;           /* enum phb__none_or_unknown */
};

struct phb__restriction {
    const char *what;
    const char *authority;
    phb_date until;
};

struct phb__health {
    struct phb__list conditions; /* struct phb__condition */
    struct phb__none_or_list medication;
    struct phb__none_or_list allergies;
    struct phb__none_or_list treatments;
    struct phb__list restrictions; /* struct phb__restriction */
    struct phb__ref monitored_by;  /* of the professionals */
    const char *monitored_how;
    struct phb__section_answer answer;
};

/* ---- needs, outcomes, actions ---- */

struct phb__need {
    const char *id;
    const char *description;
    phb_date assessed_on;
    phb_answer eligible;
    int64_t minutes_per_week;
    int64_t waking_night_minutes_per_week;
    int64_t sleep_ins_per_week_hundredths;
    int64_t unpaid_minutes_per_week;
};

struct phb__outcome {
    const char *id;
    struct phb__list needs; /* struct phb__ref */
    const char *statement;
    const char *measure;
    const char *obstacle;
    const char *risk_if_not;
    int32_t domain;
    int32_t aim;
    phb_date by;
    phb_answer can_influence;
    phb_answer owned_by_person;
};

struct phb__needs_and_outcomes {
    struct phb__list needs;    /* struct phb__need */
    struct phb__list outcomes; /* struct phb__outcome */
    const char *working;
    const char *not_working;
    const char *important_for_health;
    struct phb__section_answer answer;
};

struct phb__action {
    const char *id;
    struct phb__list outcomes; /* struct phb__ref */
    struct phb__list budget;   /* struct phb__ref: assistants, then lines */
    struct phb__list risks;    /* struct phb__ref */
    const char *what;
    const char *who;
    const char *how;
    const char *when;
    const char *maintenance;
    int32_t cost; /* enum phb__action_cost */
    phb_answer equipment;
};

struct phb__action_plan {
    struct phb__list actions; /* struct phb__action */
    struct phb__section_answer answer;
};

/* ---- training, contingency ---- */

struct phb__course {
    const char *course;
    struct phb__list assistants; /* struct phb__ref */
    phb_date by;
};

struct phb__delegated_task {
    const char *task;
    const char *limits;
    const char *risks;
    const char *trainer;
    const char *competence_assessor;
    const char *support;
    const char *clinical_review;
    struct phb__list assistants; /* struct phb__ref */
    phb_answer trainer_free;
    phb_date assessed_on;
    phb_date expires_on;
};

struct phb__training {
    struct phb__list mandatory;       /* struct phb__course */
    struct phb__list delegated_tasks; /* struct phb__delegated_task */
    struct phb__section_answer answer;
};

struct phb__risk {
    const char *id;
    const char *description;
    const char *mitigation;
    const char *owner;
    int32_t stance;
    int32_t level; /* enum phb__risk_level */
};

struct phb__contingency_plan {
    const char *plan;
    int32_t what_for; /* enum phb__contingency_for */
};

struct phb__risk_management {
    struct phb__list risks; /* struct phb__risk */
    struct phb__list plans; /* struct phb__contingency_plan */
    const char *health_contact_name;
    const char *health_contact;
    phb_answer no_risks_identified;
    struct phb__section_answer answer;
};

/* ---- budget, reviews ---- */

struct phb__plan_budget {
    struct phb__budget_content content; /* first: the field table of budgets has its places */
    struct phb__section_answer answer;
};

struct phb__regime {
    int32_t regime;
    phb_date anchor;
};

struct phb__completed_review {
    phb_date on;
    int32_t kind;
    struct phb__list regimes; /* int32_t */
    struct phb__list checked; /* int32_t */
};

struct phb__reviews {
    struct phb__list regimes;    /* struct phb__regime */
    struct phb__list completed;  /* struct phb__completed_review */
    struct phb__ref coordinator; /* of the professionals */
    const char *coordinator_reason;
    const char *how_to_ask;
    const char *how_outcomes_are_monitored;
    const char *how_money_is_monitored;
    const char *signs_of_trouble;
    phb_date next_review_on;
    struct phb__section_answer answer;
};

/* ---- sign-off, decision ---- */

struct phb__partner {
    struct phb__ref funder; /* of the budget's */
    const char *name;
    const char *role;
    phb_date signed_on;
};

struct phb__order_in_force {
    int32_t kind;
    phb_date from;
    phb_date until;
};

struct phb__sharing {
    const char *with;
    phb_date agreed_on;
};

struct phb__direct_payment {
    phb_date consented_on;
    int32_t consented_by; /* enum phb__signer, the first two */
    phb_date agreement_signed_on;
    phb_account account;
    phb_date account_approved_on;
    struct phb__list account_access; /* const char * */
    struct phb__list orders;         /* struct phb__order_in_force */
};

struct phb__sign_off {
    const char *person_name;
    int32_t person_role; /* enum phb__signer */
    phb_date person_signed_on;
    const char *body; /* the code of the NHS body */
    const char *nhs_name;
    const char *nhs_role;
    phb_date nhs_signed_on;
    int32_t authority; /* enum phb__authority */
    phb_pence delegated_limit_pence;
    const char *panel_record;
    struct phb__list partners; /* struct phb__partner */
    const char *content_hash;
    struct phb__direct_payment direct_payment;
    phb_date calculation_explained_on;
    phb_date employer_costs_explained_on;
    struct phb__list information_sharing; /* struct phb__sharing */
    struct phb__section_answer answer;
};

struct phb__decision {
    phb_date requested_on;
    phb_date made_on;
    const char *maker;
    int32_t outcome; /* enum phb__decision_outcome */
    const char *reasons;
    const char *considered;
    const char *reconsideration;
    const char *complaint;
};

/* A finding that somebody has decided to live with. */
struct phb__accepted {
    const char *rule;
    const char *at;
    const char *reason;
    const char *by;
    phb_date on;
};

#endif
