#include "costing/employee.h"

static const int32_t ages_years[] = PHB__BIRTHDAY_AGES;

void
phb__employee_of(const struct phb__dataset *dataset, const struct phb__calendar *calendar,
                 phb_date birth, phb_date last_day, int32_t pension_age_days,
                 struct phb__employee *out)
{
    out->born = (struct phb__ymd){0, 0, 0};
    for (int i = 0; i < PHB__BIRTHDAYS; i++) {
        out->birthdays[i] = PHB_DATE_NONE;
    }
    out->state_pension_date = PHB_DATE_NONE;
    if (birth == PHB_DATE_NONE) {
        return;
    }
    out->born = phb__ymd_of(birth);
    for (int i = 0; i < PHB__BIRTHDAYS - 1; i++) {
        int32_t year = out->born.year + ages_years[i];
        bool is_near = year >= calendar->first_tax_year && year <= calendar->last_tax_year + 1;
        if (is_near) {
            out->birthdays[i] = phb__birthday(out->born, ages_years[i]);
        }
    }
    if (last_day - birth >= pension_age_days) {
        out->state_pension_date = phb__state_pension_date(dataset, birth);
        out->birthdays[PHB__BIRTHDAYS - 1] = out->state_pension_date;
    }
}
