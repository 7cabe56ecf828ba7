#include "costing/question.h"

#include "core/date.h"
#include "core/error.h"

phb_status
phb__check_payslip_question(phb_date paid_on, phb_pay_frequency frequency, phb_pence gross,
                            phb_error *error)
{
    if (frequency < PHB_PAY_WEEKLY || frequency > PHB_PAY_ANNUAL) {
        return phb__fail_because(error, PHB_ERROR_ARGUMENT, "there is no such pay frequency");
    }
    if (!phb__date_is_valid(paid_on)) {
        return phb__fail(error, PHB_ERROR_DATE);
    }
    if (gross < 0 || gross > PHB_PENCE_MAX) {
        return phb__fail_because(error, PHB_ERROR_RANGE,
                                 "gross must be at least 0 and at most 10000000000.00");
    }
    return PHB_OK;
}
