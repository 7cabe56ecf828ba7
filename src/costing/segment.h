/* The stretches of one assistant's time inside which nothing that a payslip uses changes. */
#ifndef PHB_COSTING_SEGMENT_H
#define PHB_COSTING_SEGMENT_H

#include "costing/costing.h"

/* Birthdays that change something: 16, 21, 22, 25 and 75, and State Pension age. */
#define PHB__BIRTHDAYS 6

/* Somebody's time in the budget. */
struct phb__employment {
    const struct phb__assistant *assistant;
    const char *id; /* lives as long as the costing */
    uint32_t index;
    struct phb__stretch days;           /* employed, within the period */
    phb_date birthdays[PHB__BIRTHDAYS]; /* PHB_DATE_NONE: date of birth not said, or beyond the
                                           calendar */
    phb_date state_pension_date;
    bool was_enrolled;             /* automatically, in an earlier segment */
    phb_pence pension_if_enrolled; /* what opting out saves in the whole period */
    uint32_t notes_said;           /* bits: each is said once an assistant */
};

struct phb__segment {
    struct phb__stretch days;
    struct phb__law law; /* of its first day */
    int64_t year_days;   /* of the budget year it lies in */
    int32_t age_years;   /* on its first day, and so throughout; -1: not known */
    bool is_over_state_pension_age;
    int64_t week_pay;              /* in 1 ÷ PHB__WEEK_PAY_PARTS of a penny, exactly */
    struct phb__fraction payslips; /* how many */
};

/* Minutes × hundredths of a penny an hour: 60 × 100 parts a penny. */
#define PHB__WEEK_PAY_PARTS INT64_C(6000)

/* false when they are not employed on any day of the period. */
bool phb__employment_of(const struct phb_costing *costing, const struct phb__assistant *assistant,
                        uint32_t index, struct phb__employment *out);

/*
 * The segment that begins on a day. RATE_NOT_IN_FORCE when the law of that day is not held, RANGE
 * when the pay of a week is beyond 64 bits.
 */
phb_status phb__segment_from(const struct phb_costing *costing,
                             const struct phb__employment *employment, phb_date day,
                             struct phb__segment *out, phb_error *error);

/* Are these hours worked on a day of the employment? */
bool phb__hours_are_worked(const phb_hours *hours, phb_date day);

#endif
