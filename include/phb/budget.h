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

#include <phb/choices.h>
#include <phb/context.h>
#include <phb/date.h>
#include <phb/employer.h>
#include <phb/money.h>
#include <phb/text.h>

PHB_BEGIN_DECLS

/** Opaque. One thread at a time while it is being built; any number may read it afterwards. */
typedef struct phb_budget phb_budget;

/**
 * What the whole budget says. Initialise with PHB_BUDGET_SETTINGS_INIT; `start` and `end` are
 * required. Of the three ways to say a contingency at most one may be said. A wheelchair budget
 * needs `wheelchair_option` and `wheelchair_prescribed_pence`.
 */
typedef struct phb_budget_settings {
    uint32_t size;                   /**< sizeof(phb_budget_settings) of the caller */
    phb_cohort cohort;               /**< optional */
    phb_kind kind;                   /**< optional */
    phb_weeks_in_year weeks_in_year; /**< optional: PHB_WEEKS_DAYS */
    phb_date start;                  /**< first day of the period */
    phb_date end;                    /**< its last day */

    phb_employer_kind employer;  /**< optional: who employs the assistants */
    phb_answer claims_allowance; /**< optional: is the Employment Allowance claimed? */

    int64_t contingency_weeks_hundredths;  /**< so many weeks of the recurring cost; 4 is 400 */
    int64_t contingency_ppm;               /**< or such a part of it; 5% is 50,000 */
    phb_pence contingency_pence;           /**< or this sum */
    phb_contingency_held contingency_held; /**< optional: PHB_CONTINGENCY_INSIDE */
    phb_deployment contingency_deployment; /**< optional: direct payment if there is one */
    phb_contingency_paid contingency_paid; /**< optional: PHB_CONTINGENCY_SPREAD */

    phb_payment_frequency payment_frequency; /**< optional: no instalments unless said */
    int64_t notice_weeks_hundredths;         /**< optional: notice before payments change */
    phb_date first_payment;                  /**< optional: the period's first day */

    phb_account account;                  /**< optional: what the money is paid into */
    const char *where_held;               /**< optional */
    const char *responsible;              /**< optional: who answers for the money */
    const char *records;                  /**< optional: what is kept, and where */
    const char *third_party_organisation; /**< optional */
    phb_date third_party_agreement_on;    /**< optional */
    phb_date third_party_last_audit_on;   /**< optional */

    phb_pence indicative_pence; /**< optional: the budget known before the plan */
    phb_pence agreed_pence;     /**< optional: what was agreed for the period */
    phb_date agreed_on;         /**< optional */

    phb_wheelchair_option wheelchair_option; /**< optional */
    phb_pence wheelchair_prescribed_pence;   /**< what the prescribed chair costs the NHS */
    phb_pence wheelchair_price_pence;        /**< optional: of the chair chosen */
    phb_pence wheelchair_maintenance_pence;  /**< optional: allowance for repairs */
    int64_t wheelchair_period_years;         /**< optional */
} phb_budget_settings;

/* clang-format off */
#define PHB_BUDGET_SETTINGS_INIT                                                                   \
    {sizeof(phb_budget_settings), (phb_cohort)0, (phb_kind)0, (phb_weeks_in_year)0, PHB_DATE_NONE, \
     PHB_DATE_NONE, (phb_employer_kind)0, (phb_answer)0, PHB_NUMBER_NONE, PHB_NUMBER_NONE,         \
     PHB_PENCE_NONE, (phb_contingency_held)0, (phb_deployment)0, (phb_contingency_paid)0,          \
     (phb_payment_frequency)0, PHB_NUMBER_NONE, PHB_DATE_NONE, (phb_account)0, NULL, NULL, NULL,   \
     NULL, PHB_DATE_NONE, PHB_DATE_NONE, PHB_PENCE_NONE, PHB_PENCE_NONE, PHB_DATE_NONE,            \
     (phb_wheelchair_option)0, PHB_PENCE_NONE, PHB_PENCE_NONE, PHB_PENCE_NONE, PHB_NUMBER_NONE}
/* clang-format on */

/**
 * Somebody employed as a personal assistant. Initialise with PHB_ASSISTANT_INIT; `id`,
 * `pay_frequency`, `leave_method` and `deployment` are required; for PHB_LEAVE_COVER `leave_by` and
 * the rates that their hours need, for PHB_LEAVE_NONE `leave_reason`.
 */
typedef struct phb_assistant {
    uint32_t size;                    /**< sizeof(phb_assistant) of the caller */
    phb_pay_frequency pay_frequency;  /**< weekly to monthly */
    const char *id;                   /**< unique among assistants and lines */
    const char *name;                 /**< optional; never shown in messages */
    phb_date date_of_birth;           /**< optional: the letter and pension then follow age */
    phb_date start;                   /**< first day employed; the period's if not said */
    phb_date end;                     /**< last day employed; the period's if not said */
    phb_date employed_since;          /**< optional: when before the period they were taken on */
    const char *ni_letter;            /**< optional: a category letter, such as "A" */
    int64_t days_per_week_hundredths; /**< optional: days worked a week; 5 */

    int64_t bank_holiday_minutes;                  /**< optional: worked on a bank holiday */
    int64_t bank_holiday_premium_penny_hundredths; /**< extra pay an hour for them */

    phb_leave_method leave_method;       /**< how leave is paid for */
    phb_cover_by leave_by;               /**< who covers it */
    int64_t leave_rate_penny_hundredths; /**< what an hour of cover costs */
    phb_pence leave_night_rate_pence;    /**< what a night of cover costs */
    int64_t leave_weeks_hundredths;      /**< optional: weeks a year, if above the law's */
    const char *leave_reason;            /**< why nobody covers, for PHB_LEAVE_NONE */

    int64_t pension_employer_ppm; /**< optional: the employer's rate; the statutory minimum */
    phb_pension_membership pension_membership; /**< optional: PHB_PENSION_AUTO */
    phb_pension_basis pension_basis;           /**< optional: PHB_PENSION_QUALIFYING_EARNINGS */

    int64_t sickness_weeks_hundredths;            /**< optional: weeks of sickness a year */
    int64_t sickness_cover_rate_penny_hundredths; /**< optional: an hour of cover */
    phb_pence sickness_cover_night_rate_pence;    /**< optional: a night of cover */
    const char *sickness_nil_reason;              /**< optional: why nothing is set aside */

    const char *funder;             /**< optional: the id of the funder who pays for them */
    phb_deployment deployment;      /**< whose money pays */
    phb_relationship relationship;  /**< optional: to the person */
    phb_answer lives_in_household;  /**< optional: with the person */
    phb_date necessity_approved_on; /**< optional: when the body found it necessary */
} phb_assistant;

/* clang-format off */
#define PHB_ASSISTANT_INIT                                                                         \
    {sizeof(phb_assistant), (phb_pay_frequency)0, NULL, NULL, PHB_DATE_NONE, PHB_DATE_NONE,        \
     PHB_DATE_NONE, PHB_DATE_NONE, NULL, PHB_NUMBER_NONE, PHB_NUMBER_NONE, PHB_NUMBER_NONE,        \
     (phb_leave_method)0, (phb_cover_by)0, PHB_NUMBER_NONE, PHB_PENCE_NONE, PHB_NUMBER_NONE, NULL, \
     PHB_NUMBER_NONE, (phb_pension_membership)0, (phb_pension_basis)0, PHB_NUMBER_NONE,            \
     PHB_NUMBER_NONE, PHB_PENCE_NONE, NULL, NULL, (phb_deployment)0, (phb_relationship)0,          \
     (phb_answer)0, PHB_DATE_NONE}
/* clang-format on */

/**
 * A band of paid time of one assistant. Initialise with PHB_HOURS_INIT. Active hours and waking
 * nights need `minutes_per_week`, sleep-ins and live-ins `nights_per_week_hundredths`; both a rate,
 * or dated rates added by phb_budget_add_dated_rate.
 */
typedef struct phb_hours {
    uint32_t size;                      /**< sizeof(phb_hours) of the caller */
    phb_hours_type type;                /**< optional: PHB_HOURS_ACTIVE */
    const char *band;                   /**< optional: an id, such as "weekend" */
    int64_t minutes_per_week;           /**< 1 to 10,080 */
    int64_t nights_per_week_hundredths; /**< flat pay: 0.01 to 7 nights, in hundredths */
    int64_t rate_penny_hundredths;   /**< an hour or a night, in hundredths of a penny: £13.50 is
                                        135,000 */
    int64_t awake_minutes_per_night; /**< optional, flat pay: minutes awake for work */
    int64_t awake_rate_penny_hundredths; /**< and their pay an hour */
    phb_date start;                      /**< optional: first day these hours are worked */
    phb_date end;                        /**< optional: last day */
} phb_hours;

/* clang-format off */
#define PHB_HOURS_INIT                                                                             \
    {sizeof(phb_hours), (phb_hours_type)0, NULL, PHB_NUMBER_NONE, PHB_NUMBER_NONE,                 \
     PHB_NUMBER_NONE, PHB_NUMBER_NONE, PHB_NUMBER_NONE, PHB_DATE_NONE, PHB_DATE_NONE}
/* clang-format on */

/**
 * Anything that is not employment: a service, a fee, equipment. Initialise with PHB_LINE_INIT;
 * `id`, `category`, `per` and `deployment` are required, and an amount, or dated amounts added by
 * phb_budget_add_dated_amount.
 */
typedef struct phb_line {
    uint32_t size;                           /**< sizeof(phb_line) of the caller */
    phb_category category;                   /**< what it is for */
    const char *id;                          /**< unique among assistants and lines */
    int64_t amount_penny_hundredths;         /**< one of it, in hundredths of a penny */
    int64_t quantity_ten_thousandths;        /**< optional: how many at a time, four decimals; 1 */
    phb_line_unit unit;                      /**< optional: what one of it is */
    phb_per per;                             /**< how often */
    phb_date start;                          /**< optional: first day */
    phb_date end;                            /**< optional: last day */
    phb_deployment deployment;               /**< whose money pays */
    phb_relationship provider_relationship;  /**< optional: of the provider to the person */
    const char *funder;                      /**< optional: the id of the funder who pays for it */
    const char *nil_reason;                  /**< optional: why it costs nothing */
    const char *provider_name;               /**< optional */
    const char *provider_registration;       /**< optional: its number on a register */
    phb_answer provider_lives_in_household;  /**< optional: with the person */
    phb_date provider_necessity_approved_on; /**< optional: when the body found it necessary */
    phb_cqc provider_cqc;                    /**< optional: registered as a provider of care? */
    phb_date provider_checked_on;            /**< optional: when its suitability was checked */
} phb_line;

/* clang-format off */
#define PHB_LINE_INIT                                                                              \
    {sizeof(phb_line), (phb_category)0, NULL, PHB_NUMBER_NONE, PHB_NUMBER_NONE, (phb_line_unit)0,  \
     (phb_per)0, PHB_DATE_NONE, PHB_DATE_NONE, (phb_deployment)0, (phb_relationship)0, NULL, NULL, \
     NULL, NULL, (phb_answer)0, PHB_DATE_NONE, (phb_cqc)0, PHB_DATE_NONE}
/* clang-format on */

/**
 * Whose money it is. Initialise with PHB_FUNDER_INIT; `id` and `kind` are required. What assistants
 * and lines do not name a funder for is paid by amounts first, then by shares of what is left, then
 * by the one funder who has neither.
 */
typedef struct phb_funder {
    uint32_t size;                       /**< sizeof(phb_funder) of the caller */
    phb_funder_kind kind;                /**< what sort of body */
    const char *id;                      /**< unique among funders */
    int64_t share_ppm;                   /**< optional: 60% is 600,000; all add to 1,000,000 */
    phb_pence amount_pence;              /**< optional: a sum for the period */
    phb_pence client_contribution_pence; /**< optional: what the person pays towards it */
} phb_funder;

/* clang-format off */
#define PHB_FUNDER_INIT                                                                            \
    {sizeof(phb_funder), (phb_funder_kind)0, NULL, PHB_NUMBER_NONE, PHB_PENCE_NONE, PHB_PENCE_NONE}
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
 * The function twin of PHB_FUNDER_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_funder_init(phb_funder *funder, uint32_t size);

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
 * Adds paid time to the assistant of an index and tells the index of it among theirs; `out_index`
 * may be NULL.
 *
 * Errors: as phb_budget_add_assistant, and ARGUMENT for an index that was never given.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_add_hours(phb_budget *budget, int32_t assistant,
                                        const phb_hours *hours, int32_t *out_index,
                                        phb_error *error);

/**
 * Adds a rate, in hundredths of a penny, that the hours of an index are paid from a day on. The
 * first must not be later than the day the hours begin, and each must be later than the one before;
 * the hours then have no `rate_penny_hundredths` of their own.
 *
 * Errors: as phb_budget_add_hours.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_add_dated_rate(phb_budget *budget, int32_t assistant, int32_t hours,
                                             phb_date from, int64_t rate_penny_hundredths,
                                             phb_error *error);

/**
 * Adds a plain line and tells its index; `out_index` may be NULL.
 *
 * Errors: as phb_budget_add_assistant.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_add_line(phb_budget *budget, const phb_line *line, int32_t *out_index,
                                       phb_error *error);

/**
 * Adds an amount, in hundredths of a penny, that one of a line costs from a day on, as
 * phb_budget_add_dated_rate does for hours. Lines that fall due once take none.
 *
 * Errors: as phb_budget_add_hours.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_add_dated_amount(phb_budget *budget, int32_t line, phb_date from,
                                               int64_t amount_penny_hundredths, phb_error *error);

/**
 * Says that a line, `per` payslip, assistant or assistant_year, is about the assistant of this id.
 * Such a line is about all of them when none is said.
 *
 * Errors: as phb_budget_add_hours.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_add_line_assistant(phb_budget *budget, int32_t line, const char *id,
                                                 phb_error *error);

/**
 * Adds a funder.
 *
 * Errors: as phb_budget_add_assistant.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_add_funder(phb_budget *budget, const phb_funder *funder,
                                         phb_error *error);

/**
 * Says how much of the Employment Allowance of a tax year, named by the year it starts in, the
 * employer has used outside this budget.
 *
 * Errors: ARGUMENT, RANGE, INCOMPLETE (no amount), LIMIT, MEMORY.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_add_allowance_used(phb_budget *budget, int64_t tax_year,
                                                 phb_pence amount, phb_error *error);

/**
 * Says what was agreed, for the period, for the assistant or line of an id.
 *
 * Errors: ARGUMENT, RANGE, INCOMPLETE (no amount), LIMIT, MEMORY.
 * Threads: one at a time.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_add_agreed_line(phb_budget *budget, const char *id, phb_pence amount,
                                              phb_error *error);

/**
 * The same package for the twelve months after the period, as a budget of its own. Who is employed
 * and what runs goes on, at the last rate said or those dated later; what was agreed, already used
 * or falls due once stays behind. docs/concepts.md has the whole list. It can be costed before its
 * law is known: provisionally, and a note of the costing names what is not yet known.
 *
 * Errors: ARGUMENT, MEMORY; as phb_budget_cost when the budget does not hold together; DATE when
 * the year would not end before 31 December 2199.
 * Ownership: the caller's, until phb_budget_free; nothing of the first budget is kept.
 * Threads: any, while nobody changes the budget.
 * Since: 0.1
 */
PHB_API phb_status phb_budget_next_year(const phb_budget *budget, phb_budget **out_budget,
                                        phb_error *error);

/**
 * Reads a `phb-budget/1` document (docs/schema/phb-budget-1.json). Everything in it is checked: the
 * budget can be costed. `json` need not end in NUL.
 *
 * Errors: the first, in the order text (JSON_SYNTAX, UTF8, LIMIT), shape (JSON_SHAPE, DUPLICATE,
 * INCOMPLETE),
 * meaning (DATE, RANGE, DUPLICATE, INCOMPLETE, NOT_FOUND for the id of an assistant, a line or a
 * funder that is not there); and ARGUMENT, MEMORY. The error has a byte offset,
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
