#include "model/categories.h"

#include <stddef.h>

bool
phb__category_is_overhead(phb_category category)
{
    static const phb_category overheads[] = {PHB_CATEGORY_EQUIPMENT_MAINTENANCE,
                                             PHB_CATEGORY_TRAVEL,
                                             PHB_CATEGORY_MILEAGE,
                                             PHB_CATEGORY_INSURANCE,
                                             PHB_CATEGORY_PAYROLL,
                                             PHB_CATEGORY_PENSION_SETUP,
                                             PHB_CATEGORY_RECRUITMENT,
                                             PHB_CATEGORY_DBS,
                                             PHB_CATEGORY_TRAINING,
                                             PHB_CATEGORY_EMERGENCY_COVER,
                                             PHB_CATEGORY_MANAGED_ACCOUNT,
                                             PHB_CATEGORY_THIRD_PARTY_FEE,
                                             PHB_CATEGORY_REDUNDANCY_RESERVE};
    for (size_t i = 0; i < sizeof overheads / sizeof overheads[0]; i++) {
        if (overheads[i] == category) {
            return true;
        }
    }
    return false;
}
