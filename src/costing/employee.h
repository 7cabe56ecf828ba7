/* The days on which somebody's age changes what they cost. */
#ifndef PHB_COSTING_EMPLOYEE_H
#define PHB_COSTING_EMPLOYEE_H

#include "core/date.h"
#include "costing/stretch.h"
#include "rates/law.h"

/* Birthdays that change something: 16, 21, 22, 25 and 75, and State Pension age. */
#define PHB__BIRTHDAYS 6
#define PHB__BIRTHDAY_AGES \
    { \
        16, 21, 22, 25, 75 \
    }

struct phb__employee {
    struct phb__ymd born;               /* year 0: not said */
    phb_date birthdays[PHB__BIRTHDAYS]; /* PHB_DATE_NONE: date of birth not said, or in no year
                                           of the period */
    phb_date state_pension_date;
};

/*
 * By their date of birth, PHB_DATE_NONE: not said. Whoever is younger than `pension_age_days` on
 * the last day employed has no State Pension date looked up; 0 looks it up for everybody.
 */
void phb__employee_of(const struct phb__dataset *dataset, const struct phb__calendar *calendar,
                      phb_date birth, phb_date last_day, int32_t pension_age_days,
                      struct phb__employee *out);

/* Their age on a day, -1: not known. */
static inline int32_t
phb__employee_age(const struct phb__employee *employee, struct phb__ymd now)
{
    return employee->born.year == 0 ? -1 : phb__age_on(employee->born, now);
}

static inline bool
phb__employee_is_over_state_pension_age(const struct phb__employee *employee, phb_date day)
{
    return employee->state_pension_date != PHB_DATE_NONE && employee->state_pension_date <= day;
}

#endif
