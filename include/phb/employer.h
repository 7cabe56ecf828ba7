/**
 * @file
 * What an employer pays on one payslip, usable alone: no budget, no handle but the rates.
 */
#ifndef PHB_EMPLOYER_H
#define PHB_EMPLOYER_H

#include <phb/rates.h>

PHB_BEGIN_DECLS

/** How long one payslip's pay period is. */
typedef enum phb_pay_frequency {
    PHB_PAY_WEEKLY = 1,
    PHB_PAY_FORTNIGHTLY = 2,
    PHB_PAY_FOUR_WEEKLY = 3,
    PHB_PAY_MONTHLY = 4,
    PHB_PAY_ANNUAL = 5 /**< for these two calculations alone; nobody in a budget is paid yearly */
} phb_pay_frequency;

/**
 * Employer (secondary Class 1) National Insurance on one payslip, by HMRC's per-period method: each
 * band rounded on its own by the third decimal of a pound. The Employment Allowance is not taken
 * off: it belongs to the employer, not to a payslip.
 *
 * Law: Social Security (Contributions) Regulations 2001, regulations 11 and 12.
 * Errors: ARGUMENT (NULL output, a bad frequency), DATE, RANGE (a gross that is negative or beyond
 * PHB_PENCE_MAX, a letter that never existed), RATE_NOT_IN_FORCE (a day outside the years held, or
 * a letter not in force that day). The output is then untouched.
 * Ownership: nothing is kept.
 * Threads: any.
 * Since: 0.1
 *
 * @param paid_on  the day the pay is paid: it, not the work, decides the rate
 * @param letter   the category letter, such as 'A'
 * @param gross    pay of the period in pence, holiday and statutory pay included
 */
PHB_API phb_status phb_employer_ni(const phb_rates *rates, phb_date paid_on,
                                   phb_pay_frequency frequency, char letter, phb_pence gross,
                                   phb_pence *out_ni, phb_error *error);

/**
 * The employer's minimum pension contribution on one payslip of a member: the statutory rate of
 * qualifying earnings (what lies between the lower and upper levels of the period), to the nearest
 * penny, halves up. Whether somebody is a member is not decided here.
 *
 * Law: Pensions Act 2008, sections 13 and 20.
 * Errors: as phb_employer_ni.
 * Ownership: nothing is kept.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_employer_pension(const phb_rates *rates, phb_date paid_on,
                                        phb_pay_frequency frequency, phb_pence gross,
                                        phb_pence *out_pension, phb_error *error);

PHB_END_DECLS

#endif
