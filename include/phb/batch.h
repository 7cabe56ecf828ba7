/**
 * @file
 * The same questions for many rows: columns in, columns out. Each row is answered as the call for
 * one would answer it, to the penny, and has a status of its own.
 *
 * A column is a pointer, the bytes from one row to the next, and a type: an array, a member of an
 * array of structs, or, with 0 bytes, one value for all rows. Nothing is allocated, no column in is
 * written to, and a call does the rows of one range: callers split the rows, and run the ranges on
 * as many threads as they like.
 */
#ifndef PHB_BATCH_H
#define PHB_BATCH_H

#include <stddef.h>
#include <stdint.h>

#include <phb/choices.h>
#include <phb/date.h>
#include <phb/employer.h>
#include <phb/money.h>
#include <phb/policy.h>
#include <phb/rates.h>
#include <phb/schedule.h>

PHB_BEGIN_DECLS

/** What lies in a column. */
typedef enum phb_batch_type {
    PHB_BATCH_INT64 = 1, /**< INT64_MIN is not said: PHB_PENCE_NONE, PHB_NUMBER_NONE, a NaT */
    PHB_BATCH_INT32 = 2, /**< INT32_MIN is not said: PHB_DATE_NONE */
    PHB_BATCH_UINT8 = 3  /**< choices and letters, of which 0 is not said */
} phb_batch_type;

/**
 * One column in. NULL data: not said in any row. Values need not be aligned. Of a choice 0 is not
 * said in any type; a letter is the code of its character, 'A' is 65.
 */
typedef struct phb_batch_column {
    const void *data;       /**< the value of row 0 */
    ptrdiff_t stride_bytes; /**< from one row to the next; 0: the same value for all */
    phb_batch_type type;    /**< needed when there are data */
    int32_t reserved;       /**< 0 */
} phb_batch_column;

/* clang-format off */
/** Initialisers: no column; an array of values; one value for all rows. */
#define PHB_BATCH_COLUMN_NONE {NULL, 0, (phb_batch_type)0, 0}
#define PHB_BATCH_EACH_INT64(array) {(array), (ptrdiff_t)sizeof(int64_t), PHB_BATCH_INT64, 0}
#define PHB_BATCH_EACH_INT32(array) {(array), (ptrdiff_t)sizeof(int32_t), PHB_BATCH_INT32, 0}
#define PHB_BATCH_EACH_UINT8(array) {(array), 1, PHB_BATCH_UINT8, 0}
#define PHB_BATCH_SAME_INT64(value) {(value), 0, PHB_BATCH_INT64, 0}
#define PHB_BATCH_SAME_INT32(value) {(value), 0, PHB_BATCH_INT32, 0}
#define PHB_BATCH_SAME_UINT8(value) {(value), 0, PHB_BATCH_UINT8, 0}
/* clang-format on */

/**
 * Columns of phb_batch_employer_ni, each row a payslip. Initialise with PHB_NI_BATCH_INIT. Columns
 * out are arrays of `row_count` values, NULL where they are not wanted; of a row whose status is
 * not PHB_OK amounts are PHB_PENCE_NONE.
 */
typedef struct phb_ni_batch {
    uint32_t size;        /**< sizeof(phb_ni_batch) of the caller */
    phb_rate_match match; /**< INIT says EXACT, as phb_employer_ni does */
    size_t row_count;     /**< rows that the columns have */

    phb_batch_column paid_on;     /**< days */
    phb_batch_column frequency;   /**< phb_pay_frequency */
    phb_batch_column letter;      /**< category letter, as its character */
    phb_batch_column gross_pence; /**< pay of the period */

    int64_t *out_ni_pence;
    uint8_t *out_status;    /**< phb_status of each row */
    uint8_t *out_certainty; /**< phb_certainty of the law used; 0 where the status is not OK */
} phb_ni_batch;

/* clang-format off */
#define PHB_NI_BATCH_INIT                                                                          \
    {sizeof(phb_ni_batch), PHB_RATE_EXACT, 0, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE,        \
     PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, NULL, NULL, NULL}
/* clang-format on */

/** Columns of phb_batch_employer_pension, as those of phb_ni_batch. PHB_PENSION_BATCH_INIT. */
typedef struct phb_pension_batch {
    uint32_t size;        /**< sizeof(phb_pension_batch) of the caller */
    phb_rate_match match; /**< INIT says EXACT, as phb_employer_pension does */
    size_t row_count;     /**< rows that the columns have */

    phb_batch_column paid_on;     /**< days */
    phb_batch_column frequency;   /**< phb_pay_frequency */
    phb_batch_column gross_pence; /**< pay of the period, of a member of the scheme */

    int64_t *out_pension_pence;
    uint8_t *out_status;    /**< phb_status of each row */
    uint8_t *out_certainty; /**< phb_certainty of the law used; 0 where the status is not OK */
} phb_pension_batch;

/* clang-format off */
#define PHB_PENSION_BATCH_INIT                                                                     \
    {sizeof(phb_pension_batch), PHB_RATE_EXACT, 0, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE,   \
     PHB_BATCH_COLUMN_NONE, NULL, NULL, NULL}
/* clang-format on */

/**
 * Columns of phb_batch_minimum_wage, each row a rate of pay on a day. Initialise with
 * PHB_WAGE_BATCH_INIT. An age is taken where it is said, otherwise it follows from the date of
 * birth; with neither the wage is that of adults, as in a costing.
 */
typedef struct phb_wage_batch {
    uint32_t size;        /**< sizeof(phb_wage_batch) of the caller */
    phb_rate_match match; /**< INIT says EXACT, as PHB_RATE_QUERY_INIT does */
    size_t row_count;     /**< rows that the columns have */

    phb_batch_column day;                   /**< on which it is paid */
    phb_batch_column date_of_birth;         /**< optional */
    phb_batch_column age_years;             /**< optional */
    phb_batch_column rate_penny_hundredths; /**< pay an hour, in hundredths of a penny */

    int64_t *out_minimum_penny_hundredths;   /**< the wage an hour, in hundredths of a penny */
    int64_t *out_shortfall_penny_hundredths; /**< what the pay is below it; 0: nothing */
    uint8_t *out_status;                     /**< phb_status of each row */
    uint8_t *out_certainty; /**< phb_certainty of the wage; 0 where the status is not OK */
} phb_wage_batch;

/* clang-format off */
#define PHB_WAGE_BATCH_INIT                                                                        \
    {sizeof(phb_wage_batch), PHB_RATE_EXACT, 0, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE,      \
     PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, NULL, NULL, NULL, NULL}
/* clang-format on */

/** Rows in which one employer can claim the Employment Allowance: more have PHB_ERROR_LIMIT. */
#define PHB_BATCH_EMPLOYER_ROWS_MAX 128

/**
 * Columns of phb_batch_cost, each row somebody employed: a budget of one assistant, or one of the
 * assistants of an employer. Initialise with PHB_COST_BATCH_INIT. Members mean what they mean in
 * phb_budget_settings, phb_assistant and phb_hours; required are the period, `pay_frequency`,
 * `leave_method` and something that is paid: minutes and a rate, nights and a night's, both, or
 * `basic_pence`, which stands in the stead of what the hours come to.
 *
 * Rows in a row with the same `employer` are the assistants of one employer; without that column
 * each row is its own. `claims_allowance` says whose National Insurance the Employment Allowance
 * meets.
 */
typedef struct phb_cost_batch {
    uint32_t size;        /**< sizeof(phb_cost_batch) of the caller */
    phb_rate_match match; /**< INIT says CARRY, as a costing does; EXACT refuses the provisional */
    size_t row_count;     /**< rows that the columns have */
    phb_date law_on;      /**< optional: cost every day by the law of this one */
    int32_t reserved;     /**< 0 */

    phb_batch_column period_start;  /**< first day of the period */
    phb_batch_column period_end;    /**< its last day */
    phb_batch_column weeks_in_year; /**< optional: phb_weeks_in_year */

    phb_batch_column employer;             /**< optional: any number, the same in its rows */
    phb_batch_column claims_allowance;     /**< optional: phb_answer */
    phb_batch_column allowance_used_pence; /**< optional: of the tax year the period starts in,
                                              outside these rows; the first row of an
                                              employer who claims says it */
    phb_batch_column employed_since;       /**< optional: when before the period */

    phb_batch_column start;         /**< optional: first day employed; the period's */
    phb_batch_column end;           /**< optional: last day employed; the period's */
    phb_batch_column date_of_birth; /**< optional: letter and pension then follow age */
    phb_batch_column ni_letter;     /**< optional: as its character */
    phb_batch_column pay_frequency; /**< phb_pay_frequency, weekly to monthly */

    phb_batch_column minutes_per_week;            /**< 1 to 10,080; not said: no hours */
    phb_batch_column rate_penny_hundredths;       /**< pay an hour, in hundredths of a penny */
    phb_batch_column nights_per_week_hundredths;  /**< 0.01 to 7 nights; not said: no nights */
    phb_batch_column night_rate_penny_hundredths; /**< pay a night, in hundredths of a penny */
    phb_batch_column basic_pence;                 /**< or basic pay of a payslip */
    phb_batch_column days_per_week_hundredths;    /**< optional: 5 days */

    phb_batch_column bank_holiday_minutes;                  /**< optional */
    phb_batch_column bank_holiday_premium_penny_hundredths; /**< extra pay an hour for them */

    phb_batch_column leave_method;                /**< phb_leave_method */
    phb_batch_column leave_by;                    /**< phb_cover_by, for PHB_LEAVE_COVER */
    phb_batch_column leave_rate_penny_hundredths; /**< an hour of cover; for those with hours */
    phb_batch_column leave_night_rate_pence;      /**< a night of cover; for those with nights */
    phb_batch_column leave_weeks_hundredths;      /**< optional: if above the law's */

    phb_batch_column pension_membership;   /**< optional: phb_pension_membership */
    phb_batch_column pension_basis;        /**< optional: phb_pension_basis */
    phb_batch_column pension_employer_ppm; /**< optional: the statutory minimum */

    phb_batch_column sickness_weeks_hundredths;            /**< optional: weeks a year */
    phb_batch_column sickness_cover_rate_penny_hundredths; /**< optional: an hour of cover */
    phb_batch_column sickness_cover_night_rate_pence;      /**< optional: a night of cover */

    int64_t *out_basic_pence;          /**< pay of all payslips of the period */
    int64_t *out_leave_pence;          /**< leave pay */
    int64_t *out_employer_ni_pence;    /**< before the allowance; cover's and bank holidays' too */
    int64_t *out_pension_pence;        /**< cover's and bank holidays' too */
    int64_t *out_bank_holiday_pence;   /**< extra pay, and leave on it */
    int64_t *out_cover_pence;          /**< of leave, and leave on it */
    int64_t *out_sickness_pence;       /**< statutory sick pay */
    int64_t *out_sickness_cover_pence; /**< cover beyond the pay of the absent */
    int64_t *out_allowance_pence;      /**< this row's share of the Employment Allowance, below 0 */
    int64_t *out_total_pence;          /**< the sum of the nine above */
    uint8_t *out_status;               /**< phb_status of each row */
    uint8_t *out_certainty; /**< phb_certainty, the least sure; 0 where the status is not OK */
} phb_cost_batch;

/* clang-format off */
#define PHB_COST_BATCH_INIT                                                                        \
    {sizeof(phb_cost_batch), PHB_RATE_CARRY, 0, PHB_DATE_NONE, 0,                                  \
     PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE,                                                 \
     PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE,   \
     PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE,   \
     PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE,   \
     PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE,   \
     PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE,   \
     PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE,   \
     PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE,   \
     PHB_BATCH_COLUMN_NONE, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,      \
     NULL}
/* clang-format on */

/**
 * Columns of phb_batch_review_dates, each row a duty to review. Initialise with
 * PHB_REVIEW_BATCH_INIT. Days out are int32, PHB_DATE_NONE where there is none.
 */
typedef struct phb_review_batch {
    uint32_t size;            /**< sizeof(phb_review_batch) of the caller */
    phb_answer working_days;  /**< optional: is a review due on a working day? As the policy has it,
                                 PHB_ANSWER_YES without one */
    size_t row_count;         /**< rows that the columns have */
    const phb_policy *policy; /**< optional: local rules, for rows that name a regime */

    phb_batch_column anchor;       /**< the day the duty counts from, such as the first payment */
    phb_batch_column held_on;      /**< optional: the last review held; one before the anchor counts
                                      for nothing */
    phb_batch_column regime;       /**< optional: phb_regime, by which the months follow from the
                                      law and the policy */
    phb_batch_column first_months; /**< optional, without a regime: from the anchor to the first; as
                                      every other */
    phb_batch_column every_months; /**< optional, without a regime: from one review to the next;
                                      none goes on */

    int32_t *out_due;    /**< the day to hold it: a working day, on or before the latest */
    int32_t *out_latest; /**< the day it must be held by */
    uint8_t *out_status; /**< phb_status of each row */
} phb_review_batch;

/* clang-format off */
#define PHB_REVIEW_BATCH_INIT                                                                      \
    {sizeof(phb_review_batch), (phb_answer)0, 0, NULL, PHB_BATCH_COLUMN_NONE,                      \
     PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE, PHB_BATCH_COLUMN_NONE,   \
     NULL, NULL, NULL}
/* clang-format on */

/**
 * The function twin of PHB_NI_BATCH_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_ni_batch_init(phb_ni_batch *batch, uint32_t size);
/**
 * The function twin of PHB_PENSION_BATCH_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_pension_batch_init(phb_pension_batch *batch, uint32_t size);
/**
 * The function twin of PHB_WAGE_BATCH_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_wage_batch_init(phb_wage_batch *batch, uint32_t size);
/**
 * The function twin of PHB_REVIEW_BATCH_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_review_batch_init(phb_review_batch *batch, uint32_t size);
/**
 * The function twin of PHB_COST_BATCH_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_cost_batch_init(phb_cost_batch *batch, uint32_t size);

/**
 * Employer National Insurance of rows `first_row` to `first_row + rows - 1`, each as
 * phb_employer_ni has it.
 *
 * Errors: ARGUMENT (NULL, a column that is required and not there, an unknown type or match, rows
 * beyond `row_count`), STRUCT. No row is then touched. What is wrong with a row is its status, as
 * phb_employer_ni would return it.
 * Ownership: nothing is kept.
 * Threads: any, on rows of their own.
 * Since: 0.1
 */
PHB_API phb_status phb_batch_employer_ni(const phb_rates *rates, const phb_ni_batch *batch,
                                         size_t first_row, size_t rows, phb_error *error);

/**
 * The employer's minimum pension contribution of the rows of a range, each as phb_employer_pension
 * has it.
 *
 * Errors: as phb_batch_employer_ni.
 * Ownership: nothing is kept.
 * Threads: any, on rows of their own.
 * Since: 0.1
 */
PHB_API phb_status phb_batch_employer_pension(const phb_rates *rates,
                                              const phb_pension_batch *batch, size_t first_row,
                                              size_t rows, phb_error *error);

/**
 * The minimum wage an hour of the rows of a range, as phb_rates_find has "minimum_wage.hourly", and
 * what their pay is below it. It is the wage of the day; that a new one binds from the next pay
 * period only is not looked at, nor who is exempt.
 *
 * Errors: as phb_batch_employer_ni.
 * Ownership: nothing is kept.
 * Threads: any, on rows of their own.
 * Since: 0.1
 */
PHB_API phb_status phb_batch_minimum_wage(const phb_rates *rates, const phb_wage_batch *batch,
                                          size_t first_row, size_t rows, phb_error *error);

/**
 * The next review of the rows of a range: so many months after the anchor, or after the last one
 * held, on the corresponding day, or the last one of a shorter month. It is due on a working day in
 * England: at a weekend or on a bank holiday, on the one before. Where nothing says how many months
 * it is, or the day is beyond 2199, there is none. A regime's is the one that phb_schedule_build
 * has for the same anchor and review; a review held is taken to have made all its checks.
 *
 * Errors: as phb_batch_employer_ni. A row's status is DATE, INCOMPLETE (no anchor), ARGUMENT (no
 * such regime) or RANGE (months below 1 or above 1,200, or beside a regime).
 * Ownership: nothing is kept.
 * Threads: any, on rows of their own.
 * Since: 0.1
 */
PHB_API phb_status phb_batch_review_dates(const phb_rates *rates, const phb_review_batch *batch,
                                          size_t first_row, size_t rows, phb_error *error);

/**
 * Costs the rows of a range, each as phb_budget_cost costs the same assistant. The Employment
 * Allowance of an employer is shared over its rows, tax year by tax year, by what each brought to
 * the National Insurance, largest remainder, ties to the earlier. All rows of an employer must be
 * in the range.
 *
 * Errors: as phb_batch_employer_ni, and ARGUMENT for a range that begins or ends inside an
 * employer. A row's status is what phb_budget_set, phb_budget_add_assistant or phb_budget_cost
 * would return; INCOMPLETE too where another row of an employer who claims the allowance has no
 * figures, so that the share is not known, and LIMIT for more than PHB_BATCH_EMPLOYER_ROWS_MAX such
 * rows.
 * Ownership: nothing is kept.
 * Threads: any, on rows of their own.
 * Since: 0.1
 */
PHB_API phb_status phb_batch_cost(const phb_rates *rates, const phb_cost_batch *batch,
                                  size_t first_row, size_t rows, phb_error *error);

/**
 * Where a range may begin or end: the first row of an employer at or after the wanted one, or
 * `row_count`. Ranges between such rows can be costed each by itself.
 *
 * Errors: ARGUMENT (NULL, a row beyond `row_count`, an unknown type), STRUCT. The output is then
 * untouched.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_batch_cost_split(const phb_cost_batch *batch, size_t wanted_row,
                                        size_t *out_row, phb_error *error);

PHB_END_DECLS

#endif
