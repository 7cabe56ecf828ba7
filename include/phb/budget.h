/**
 * @file
 * What is to be costed: the people employed, the other lines, the period. Made from a
 * `phb-budget/1` document or built call by call; both give the same budget.
 *
 * Amounts are pence; hourly rates and the amounts of lines are hundredths of a penny, so that an
 * agency's £21.3375 is exact. Texts are UTF-8 and copied; NULL and "" both mean not said. Numbers
 * not said are PHB_NUMBER_NONE, enums not said are 0.
 */
#ifndef PHB_BUDGET_H
#define PHB_BUDGET_H

#include <stddef.h>
#include <stdint.h>

#include <phb/context.h>
#include <phb/date.h>
#include <phb/employer.h>
#include <phb/money.h>
#include <phb/text.h>

PHB_BEGIN_DECLS

/** Opaque. One thread at a time while it is being built; any number may read it afterwards. */
typedef struct phb_budget phb_budget;

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

/** How many weeks a year has when a weekly sum becomes a yearly one. */
typedef enum phb_weeks_in_year {
    PHB_WEEKS_DAYS = 1, /**< days ÷ 7: 52 1/7 in a common year; the default */
    PHB_WEEKS_52 = 2    /**< exactly 52, as some bodies count: leaves a day a year unfunded */
} phb_weeks_in_year;

/** Who holds the money and arranges the care. A managed account is a direct payment. */
typedef enum phb_deployment {
    PHB_DEPLOYMENT_DIRECT_PAYMENT = 1,
    PHB_DEPLOYMENT_THIRD_PARTY = 2,
    PHB_DEPLOYMENT_NOTIONAL = 3
} phb_deployment;

/** How paid leave is paid for. */
typedef enum phb_leave_method {
    PHB_LEAVE_ACCRUAL = 1, /**< 12.07% set aside on all pay; the team covers one another */
    PHB_LEAVE_NONE = 2     /**< paid all weeks, nobody is paid to cover; needs a reason */
} phb_leave_method;

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
    PHB_HOURS_WAKING_NIGHT = 2
} phb_hours_type;

/** What a plain line is for. */
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
    PHB_CATEGORY_OTHER = 21
} phb_category;

/** How often the amount of a plain line falls due. */
typedef enum phb_per {
    PHB_PER_ONCE = 1,
    PHB_PER_WEEK = 2,
    PHB_PER_FORTNIGHT = 3,
    PHB_PER_FOUR_WEEKS = 4,
    PHB_PER_MONTH = 5,
    PHB_PER_QUARTER = 6,
    PHB_PER_YEAR = 7
} phb_per;

/** What the whole budget says. Initialise with PHB_BUDGET_SETTINGS_INIT; `start` and `end` are
 * required. */
typedef struct phb_budget_settings {
    uint32_t size;                   /**< sizeof(phb_budget_settings) of the caller */
    phb_cohort cohort;               /**< optional */
    phb_kind kind;                   /**< optional */
    phb_weeks_in_year weeks_in_year; /**< optional: PHB_WEEKS_DAYS */
    phb_date start;                  /**< first day of the period */
    phb_date end;                    /**< its last day */
} phb_budget_settings;

/* clang-format off */
#define PHB_BUDGET_SETTINGS_INIT                                                                   \
    {sizeof(phb_budget_settings), (phb_cohort)0, (phb_kind)0, (phb_weeks_in_year)0, PHB_DATE_NONE, \
     PHB_DATE_NONE}
/* clang-format on */

/**
 * Somebody employed as a personal assistant. Initialise with PHB_ASSISTANT_INIT; `id`,
 * `pay_frequency`, `leave_method` and `deployment` are required.
 */
typedef struct phb_assistant {
    uint32_t size;                   /**< sizeof(phb_assistant) of the caller */
    phb_pay_frequency pay_frequency; /**< weekly to monthly */
    const char *id;                  /**< unique among assistants and lines */
    const char *name;                /**< optional; never shown in messages */
    phb_date date_of_birth;          /**< optional: the letter and pension then follow age */
    phb_date start;                  /**< first day employed; the period's if not said */
    phb_date end;                    /**< last day employed; the period's if not said */
    phb_leave_method leave_method;   /**< how leave is paid for */
    const char *ni_letter;           /**< optional: a category letter, such as "A" */
    const char *leave_reason;        /**< why nobody covers, for PHB_LEAVE_NONE */
    int64_t pension_employer_ppm;    /**< optional: the employer's rate; the statutory minimum */
    phb_pension_membership pension_membership; /**< optional: PHB_PENSION_AUTO */
    phb_pension_basis pension_basis;           /**< optional: PHB_PENSION_QUALIFYING_EARNINGS */
    phb_deployment deployment;                 /**< whose money pays */
    int32_t reserved;                          /**< 0 */
} phb_assistant;

/* clang-format off */
#define PHB_ASSISTANT_INIT                                                                         \
    {sizeof(phb_assistant), (phb_pay_frequency)0, NULL, NULL, PHB_DATE_NONE, PHB_DATE_NONE,        \
     PHB_DATE_NONE, (phb_leave_method)0, NULL, NULL, PHB_NUMBER_NONE, (phb_pension_membership)0,   \
     (phb_pension_basis)0, (phb_deployment)0, 0}
/* clang-format on */

/** A band of paid hours of one assistant. Initialise with PHB_HOURS_INIT; minutes and rate are
 * required. */
typedef struct phb_hours {
    uint32_t size;                 /**< sizeof(phb_hours) of the caller */
    phb_hours_type type;           /**< optional: PHB_HOURS_ACTIVE */
    const char *band;              /**< optional: an id, such as "weekend" */
    int64_t minutes_per_week;      /**< 1 to 10,080 */
    int64_t rate_penny_hundredths; /**< an hour, in hundredths of a penny: £13.50 is 135,000 */
    phb_date start;                /**< optional: first day these hours are worked */
    phb_date end;                  /**< optional: last day */
} phb_hours;

/* clang-format off */
#define PHB_HOURS_INIT                                                                             \
    {sizeof(phb_hours), (phb_hours_type)0, NULL, PHB_NUMBER_NONE, PHB_NUMBER_NONE, PHB_DATE_NONE,  \
     PHB_DATE_NONE}
/* clang-format on */

/**
 * Anything that is not employment: a service, a fee, equipment. Initialise with PHB_LINE_INIT;
 * `id`, `category`, `amount_penny_hundredths`, `per` and `deployment` are required.
 */
typedef struct phb_line {
    uint32_t size;                    /**< sizeof(phb_line) of the caller */
    phb_category category;            /**< what it is for */
    const char *id;                   /**< unique among assistants and lines */
    int64_t amount_penny_hundredths;  /**< one of it, in hundredths of a penny */
    int64_t quantity_ten_thousandths; /**< optional: how many at a time, four decimals; 1 */
    phb_per per;                      /**< how often */
    phb_deployment deployment;        /**< whose money pays */
    phb_date start;                   /**< optional: first day */
    phb_date end;                     /**< optional: last day */
} phb_line;

/* clang-format off */
#define PHB_LINE_INIT                                                                              \
    {sizeof(phb_line), (phb_category)0, NULL, PHB_NUMBER_NONE, PHB_NUMBER_NONE, (phb_per)0,        \
     (phb_deployment)0, PHB_DATE_NONE, PHB_DATE_NONE}
/* clang-format on */

/**
 * The function twin of PHB_BUDGET_SETTINGS_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_budget_settings_init(phb_budget_settings *settings, uint32_t size);
/**
 * The function twin of PHB_ASSISTANT_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_assistant_init(phb_assistant *assistant, uint32_t size);
/**
 * The function twin of PHB_HOURS_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_hours_init(phb_hours *hours, uint32_t size);
/**
 * The function twin of PHB_LINE_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_line_init(phb_line *line, uint32_t size);

/**
 * An empty budget, to be filled.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_budget_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_new(phb_context *context, phb_budget **out_budget, phb_error *error);

/**
 * Frees a budget. Costings made from it live on. NULL is ignored.
 *
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API void phb_budget_free(phb_budget *budget);

/**
 * Says or says again what holds for the whole budget.
 *
 * Errors: ARGUMENT (NULL, an unknown enum value), STRUCT, DATE, RANGE, INCOMPLETE. The budget is
 * then as before.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_set(phb_budget *budget, const phb_budget_settings *settings,
                                  phb_error *error);

/**
 * Adds an assistant and tells the index that phb_budget_add_hours wants. All texts are copied.
 *
 * Errors: ARGUMENT (NULL, an unknown enum value), STRUCT, DATE, RANGE, UTF8, INCOMPLETE (a required
 * member not
 * said), LIMIT, MEMORY. The budget is then as before. What concerns the whole budget (ids, dates
 * within the period) is checked when it is costed.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_add_assistant(phb_budget *budget, const phb_assistant *assistant,
                                            int32_t *out_index, phb_error *error);

/**
 * Adds hours to the assistant of an index.
 *
 * Errors: as phb_budget_add_assistant, and ARGUMENT for an index that was never given.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_add_hours(phb_budget *budget, int32_t assistant,
                                        const phb_hours *hours, phb_error *error);

/**
 * Adds a plain line.
 *
 * Errors: as phb_budget_add_assistant.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_add_line(phb_budget *budget, const phb_line *line, phb_error *error);

/**
 * Reads a `phb-budget/1` document (docs/schema/phb-budget-1.json). Everything in it is checked: the
 * budget can be costed. `json` need not end in NUL.
 *
 * Errors: the first, in the order text (JSON_SYNTAX, UTF8, LIMIT), shape (JSON_SHAPE, DUPLICATE,
 * INCOMPLETE),
 * meaning (DATE, RANGE, DUPLICATE, INCOMPLETE); and ARGUMENT, MEMORY. The error has a byte offset,
 * a JSON Pointer and a sentence that quotes nothing of the document.
 * Ownership: the caller's, until phb_budget_free. Nothing of `json` is kept.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_from_json(phb_context *context, const char *json, size_t size,
                                        phb_budget **out_budget, phb_error *error);

/**
 * Writes a budget as a `phb-budget/1` document that phb_budget_from_json reads back as the same
 * budget.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any, while nobody changes the budget.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_to_json(const phb_budget *budget, phb_text **out_text,
                                      phb_error *error);

PHB_END_DECLS

#endif
