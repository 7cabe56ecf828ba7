/* The stretches of one assistant's time inside which nothing that a payslip uses changes. */
#ifndef PHB_COSTING_SEGMENT_H
#define PHB_COSTING_SEGMENT_H

#include "costing/costing.h"
#include "costing/employee.h"

/* Somebody's time in the budget, and what is remembered of it from segment to segment. */
struct phb__employment {
    const struct phb__assistant *assistant;
    const char *id; /* lives as long as the costing */
    uint32_t index;
    bool is_in_period;        /* employed on a day of the period */
    struct phb__stretch days; /* employed, within the period */
    struct phb__employee employee;
    phb_pence basic_a_payslip;                 /* PHB_PENCE_NONE: by their hours */
    int32_t funder;                            /* index, or PHB__FUNDER_NONE */
    bool was_enrolled;                         /* automatically, in an earlier segment */
    phb_pence pension_if_enrolled;             /* what opting out saves in the whole period */
    uint32_t notes_said;                       /* bits: each is said once an assistant */
    phb_pence employer_ni[PHB__TAX_YEARS_MAX]; /* all of it, cover's too, by tax year */
};

/* What somebody works and earns in a week. */
struct phb__week {
    int64_t pay;               /* in 1 ÷ PHB__WEEK_PAY_PARTS of a penny, exactly */
    int64_t minutes;           /* by the hour */
    int64_t nights_hundredths; /* flat */
};

/* Nights × 100, minutes ÷ 60, hundredths of a penny: 100 × 60 × 100 parts a penny. */
#define PHB__WEEK_PAY_PARTS INT64_C(600000)

struct phb__segment {
    struct phb__stretch days;
    struct phb__law law; /* of its first day, or of the day asked for */
    int64_t year_days;   /* of the budget year it lies in */
    int32_t tax_year;    /* number of the one it lies in */
    int32_t age_years;   /* on its first day, and so throughout; -1: not known */
    bool is_over_state_pension_age;
    bool is_paid; /* otherwise there is no payslip */
    struct phb__week week;
    struct phb__fraction payslips; /* how many */
    struct phb__fraction years;    /* of the budget year, what part */
};

void phb__employment_of(const struct phb_costing *costing, const struct phb__assistant *assistant,
                        uint32_t index, struct phb__employment *out);

/* How many segments there are in it, counted without the law of their days. */
size_t phb__employment_segments(const struct phb_costing *costing,
                                const struct phb__employment *employment);

/*
 * The segment that begins on a day. RATE_NOT_IN_FORCE when the law of that day is not held, RANGE
 * when the pay of a week is beyond 64 bits.
 */
phb_status phb__segment_from(const struct phb_costing *costing,
                             const struct phb__employment *employment, phb_date day,
                             struct phb__segment *out, phb_error *error);

/* Payslips in a stretch of days inside the employment. */
struct phb__fraction phb__employment_payslips(const struct phb_costing *costing,
                                              const struct phb__employment *employment,
                                              struct phb__stretch days);

/* Are these hours worked on a day of the employment? */
bool phb__hours_are_worked(const phb_hours *hours, phb_date day);

/* What one entry of hours brings in a week, in 1 ÷ PHB__WEEK_PAY_PARTS of a penny; false when it is
 * more than can be counted. */
bool phb__hours_pay(const struct phb__hours *hours, phb_date day, int64_t *out_pay);

/*
 * How the Employment Allowance of a tax year is shared over those whose National Insurance it met:
 * by what each brought, largest remainder. Both arrays have a place for every assistant. What all
 * brought together; 0, and no shares, when it was nothing.
 */
int64_t phb__allowance_shares(const struct phb_costing *costing, int32_t year, int64_t *employer_ni,
                              phb_pence *shares);

#endif
