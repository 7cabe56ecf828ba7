/**
 * @file
 * The closed sets that members of a budget are chosen from. In each of them 0 means not said.
 */
#ifndef PHB_CHOICES_H
#define PHB_CHOICES_H

#include <phb/export.h>

PHB_BEGIN_DECLS

/** Why the person has a budget. */
typedef enum phb_cohort {
    PHB_COHORT_ADULT_CHC = 1,
    PHB_COHORT_FAST_TRACK = 2,
    PHB_COHORT_CHILD_CONTINUING_CARE = 3,
    PHB_COHORT_SECTION_117 = 4,
    PHB_COHORT_WHEELCHAIR = 5,
    PHB_COHORT_LEARNING_DISABILITY_AUTISM = 6,
    PHB_COHORT_MENTAL_HEALTH = 7,
    PHB_COHORT_LONG_TERM_CONDITION = 8,
    PHB_COHORT_END_OF_LIFE = 9,
    PHB_COHORT_HOSPITAL_DISCHARGE = 10,
    PHB_COHORT_MATERNITY = 11,
    PHB_COHORT_EDUCATION_HEALTH_CARE = 12,
    PHB_COHORT_OTHER = 13
} phb_cohort;

typedef enum phb_kind { PHB_KIND_ONGOING = 1, PHB_KIND_ONE_OFF = 2 } phb_kind;

/** How far a plan has come. */
typedef enum phb_plan_status {
    PHB_PLAN_DRAFT = 1,
    PHB_PLAN_SUBMITTED = 2, /**< to be agreed by the NHS body */
    PHB_PLAN_AGREED = 3,    /**< by the person and by the NHS body */
    PHB_PLAN_SUSPENDED = 4, /**< agreed, and not carried out for a time */
    PHB_PLAN_ENDED = 5,
    PHB_PLAN_SUPERSEDED = 6 /**< another plan has taken its place */
} phb_plan_status;

/** How many weeks a year has when a weekly sum becomes a yearly one. */
typedef enum phb_weeks_in_year {
    PHB_WEEKS_DAYS = 1, /**< days ÷ 7: 52 1/7 in a common year; the default */
    PHB_WEEKS_52 = 2    /**< exactly 52, as some bodies count: leaves a day a year unfunded */
} phb_weeks_in_year;

/** Something that can be left unsaid: 0 is not said. */
typedef enum phb_answer { PHB_ANSWER_NO = 1, PHB_ANSWER_YES = 2 } phb_answer;

/** Who holds the money and arranges the care. A managed account is a direct payment. */
typedef enum phb_deployment {
    PHB_DEPLOYMENT_DIRECT_PAYMENT = 1,
    PHB_DEPLOYMENT_THIRD_PARTY = 2,
    PHB_DEPLOYMENT_NOTIONAL = 3
} phb_deployment;

/** How paid leave is paid for. */
typedef enum phb_leave_method {
    PHB_LEAVE_ACCRUAL = 1, /**< 12.07% set aside on all pay; the team covers one another */
    PHB_LEAVE_COVER = 2,   /**< paid all weeks, somebody else works the leave weeks */
    PHB_LEAVE_NONE = 3     /**< paid all weeks, nobody is paid to cover; needs a reason */
} phb_leave_method;

/** Who works the leave weeks of somebody else. */
typedef enum phb_cover_by {
    PHB_COVER_BY_AGENCY = 1, /**< the agency's price, and nothing on top */
    PHB_COVER_BY_TEAM = 2,   /**< others in the team work extra: their thresholds are used up */
    PHB_COVER_BY_RELIEF = 3  /**< somebody employed who works only then */
} phb_cover_by;

typedef enum phb_pension_membership {
    PHB_PENSION_AUTO = 1,     /**< enrolled when the law says so; the default */
    PHB_PENSION_OPTED_IN = 2, /**< whenever pay is more than the lower level, at 16 to 74 */
    PHB_PENSION_OPTED_OUT = 3
} phb_pension_membership;

typedef enum phb_pension_basis {
    PHB_PENSION_QUALIFYING_EARNINGS = 1, /**< the default */
    PHB_PENSION_ALL_PAY = 2
} phb_pension_basis;

/** What kind of work a band of hours is. */
typedef enum phb_hours_type {
    PHB_HOURS_ACTIVE = 1, /**< the default */
    PHB_HOURS_WAKING_NIGHT = 2,
    PHB_HOURS_SLEEP_IN = 3, /**< a flat sum a night, and time awake for work by the hour */
    PHB_HOURS_LIVE_IN = 4   /**< the same by the day and night */
} phb_hours_type;

/** How somebody stands to the person whose budget it is. */
typedef enum phb_relationship {
    PHB_RELATIONSHIP_NONE = 1,
    PHB_RELATIONSHIP_SPOUSE = 2,
    PHB_RELATIONSHIP_PARTNER = 3,
    PHB_RELATIONSHIP_PARENT = 4,
    PHB_RELATIONSHIP_CHILD = 5,
    PHB_RELATIONSHIP_SIBLING = 6,
    PHB_RELATIONSHIP_GRANDPARENT = 7,
    PHB_RELATIONSHIP_AUNT_UNCLE = 8,
    PHB_RELATIONSHIP_IN_LAW = 9,
    PHB_RELATIONSHIP_FRIEND = 10
} phb_relationship;

/** Who is the employer of the assistants. */
typedef enum phb_employer_kind {
    PHB_EMPLOYER_PERSON = 1,
    PHB_EMPLOYER_REPRESENTATIVE = 2,
    PHB_EMPLOYER_NOMINEE = 3,
    PHB_EMPLOYER_THIRD_PARTY = 4
} phb_employer_kind;

/**
 * What a plain line is for. From ALCOHOL on: what may not be bought with the money, or not by every
 * deployment; it is costed all the same.
 */
typedef enum phb_category {
    PHB_CATEGORY_AGENCY = 1,
    PHB_CATEGORY_SELF_EMPLOYED = 2,
    PHB_CATEGORY_SERVICE = 3,
    PHB_CATEGORY_THERAPY = 4,
    PHB_CATEGORY_EQUIPMENT = 5,
    PHB_CATEGORY_EQUIPMENT_MAINTENANCE = 6,
    PHB_CATEGORY_ACTIVITY = 7,
    PHB_CATEGORY_TRAVEL = 8,
    PHB_CATEGORY_MILEAGE = 9,
    PHB_CATEGORY_INSURANCE = 10,
    PHB_CATEGORY_PAYROLL = 11,
    PHB_CATEGORY_PENSION_SETUP = 12,
    PHB_CATEGORY_RECRUITMENT = 13,
    PHB_CATEGORY_DBS = 14,
    PHB_CATEGORY_TRAINING = 15,
    PHB_CATEGORY_EMERGENCY_COVER = 16,
    PHB_CATEGORY_MANAGED_ACCOUNT = 17,
    PHB_CATEGORY_THIRD_PARTY_FEE = 18,
    PHB_CATEGORY_UNPAID_CARER_SUPPORT = 19,
    PHB_CATEGORY_REDUNDANCY_RESERVE = 20,
    PHB_CATEGORY_OTHER = 21,
    PHB_CATEGORY_ALCOHOL = 22,
    PHB_CATEGORY_TOBACCO = 23,
    PHB_CATEGORY_GAMBLING = 24,
    PHB_CATEGORY_DEBT = 25,
    PHB_CATEGORY_ILLEGAL = 26,
    PHB_CATEGORY_PRIMARY_MEDICAL = 27,
    PHB_CATEGORY_EMERGENCY_TREATMENT = 28,
    PHB_CATEGORY_SURGERY = 29,
    PHB_CATEGORY_MEDICATION = 30,
    PHB_CATEGORY_NHS_CHARGES = 31,
    PHB_CATEGORY_DENTAL = 32,
    PHB_CATEGORY_VACCINATION = 33,
    PHB_CATEGORY_SCREENING = 34,
    PHB_CATEGORY_TESTS = 35
} phb_category;

/** How often the amount of a plain line falls due. */
typedef enum phb_per {
    PHB_PER_ONCE = 1,
    PHB_PER_WEEK = 2,
    PHB_PER_FORTNIGHT = 3,
    PHB_PER_FOUR_WEEKS = 4,
    PHB_PER_MONTH = 5,
    PHB_PER_QUARTER = 6,
    PHB_PER_YEAR = 7,
    PHB_PER_PAYSLIP = 8,        /**< each payslip of the assistants named, or of all */
    PHB_PER_ASSISTANT = 9,      /**< once for each of them */
    PHB_PER_ASSISTANT_YEAR = 10 /**< each year each of them is employed */
} phb_per;

/** What one of a line is. */
typedef enum phb_line_unit {
    PHB_LINE_UNIT_HOUR = 1,
    PHB_LINE_UNIT_WAKING_NIGHT_HOUR = 2,
    PHB_LINE_UNIT_SLEEP_IN = 3,
    PHB_LINE_UNIT_VISIT = 4,
    PHB_LINE_UNIT_MILE = 5,
    PHB_LINE_UNIT_ITEM = 6
} phb_line_unit;

/** Whether the regulator of care has the provider of a line on its register. */
typedef enum phb_cqc { PHB_CQC_REGISTERED = 1, PHB_CQC_NOT_REQUIRED = 2 } phb_cqc;

/** Is the contingency part of the total, or held by the body beside it? */
typedef enum phb_contingency_held {
    PHB_CONTINGENCY_INSIDE = 1, /**< the default */
    PHB_CONTINGENCY_OUTSIDE = 2
} phb_contingency_held;

/** Do the instalments carry the contingency? */
typedef enum phb_contingency_paid {
    PHB_CONTINGENCY_SPREAD = 1, /**< the default */
    PHB_CONTINGENCY_ON_REQUEST = 2
} phb_contingency_paid;

/** How often the direct payment is paid. */
typedef enum phb_payment_frequency {
    PHB_PAYMENT_WEEKLY = 1,
    PHB_PAYMENT_FOUR_WEEKLY = 2,
    PHB_PAYMENT_MONTHLY = 3,
    PHB_PAYMENT_ONCE = 4
} phb_payment_frequency;

/** The account that a direct payment is paid into. */
typedef enum phb_account {
    PHB_ACCOUNT_DEDICATED = 1,
    PHB_ACCOUNT_MANAGED = 2,
    PHB_ACCOUNT_PREPAID_CARD = 3,
    PHB_ACCOUNT_ORDINARY_ONE_OFF = 4
} phb_account;

/** Whose money a part of the budget is. */
typedef enum phb_funder_kind {
    PHB_FUNDER_NHS = 1,
    PHB_FUNDER_NHS_OTHER = 2,
    PHB_FUNDER_SOCIAL_CARE = 3,
    PHB_FUNDER_EDUCATION = 4,
    PHB_FUNDER_CHARITY = 5
} phb_funder_kind;

/** How a personal wheelchair budget is taken. */
typedef enum phb_wheelchair_option {
    PHB_WHEELCHAIR_NOTIONAL = 1,
    PHB_WHEELCHAIR_NOTIONAL_WITH_CONTRIBUTION = 2,
    PHB_WHEELCHAIR_THIRD_PARTY = 3,
    PHB_WHEELCHAIR_DIRECT_PAYMENT = 4
} phb_wheelchair_option;

PHB_END_DECLS

#endif
