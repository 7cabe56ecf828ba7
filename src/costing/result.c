/* Reading a costing. */

#include "costing/costing.h"

phb_pence
phb_costing_total_pence(const phb_costing *costing)
{
    return costing ? costing->sums.total : 0;
}

int32_t
phb_costing_is_provisional(const phb_costing *costing)
{
    return costing && costing->is_provisional;
}

phb_date
phb_costing_start(const phb_costing *costing)
{
    return costing ? costing->calendar.period.start : PHB_DATE_NONE;
}

phb_date
phb_costing_end(const phb_costing *costing)
{
    return costing ? costing->calendar.period.end : PHB_DATE_NONE;
}

const char *
phb_costing_rates_edition(const phb_costing *costing)
{
    return costing ? costing->dataset->edition : "";
}

const char *
phb_costing_policy_edition(const phb_costing *costing)
{
    return costing ? phb_policy_edition(costing->policy) : "";
}

phb_context *
phb_costing_context(const phb_costing *costing)
{
    return costing ? costing->context : NULL;
}

const phb_table *
phb_costing_table(const phb_costing *costing, phb_costing_part part)
{
    if (!costing) {
        return NULL;
    }
    switch (part) {
    case PHB_COSTING_LINES:
        return costing->lines;
    case PHB_COSTING_PAYSLIPS:
        return costing->payslips;
    case PHB_COSTING_TOTALS:
        return costing->totals;
    case PHB_COSTING_NOTES:
        return costing->notes;
    case PHB_COSTING_STEPS:
        return costing->trace.steps;
    case PHB_COSTING_INSTALMENTS:
        return costing->instalments;
    }
    return NULL;
}
