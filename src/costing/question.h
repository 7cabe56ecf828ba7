/* What a question about one payslip must bring. */
#ifndef PHB_COSTING_QUESTION_H
#define PHB_COSTING_QUESTION_H

#include <phb/employer.h>

phb_status phb__check_payslip_question(phb_date paid_on, phb_pay_frequency frequency,
                                       phb_pence gross, phb_error *error);

#endif
