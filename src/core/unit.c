#include "core/unit.h"

#include <string.h>

#include "core/decimal.h"

static const struct {
    int32_t decimals;     /* a document may give */
    int32_t min_decimals; /* we write at least */
    enum phb__number_form form;
    const char *too_precise;
} units[] = {
    [PHB__UNIT_NONE] = {0, 0, PHB__NUMBER_ONLY, ""},
    [PHB__UNIT_PENCE] = {2, 2, PHB__NUMBER_OR_TEXT, " has more than two decimals"},
    [PHB__UNIT_PENNY_HUNDREDTHS] = {4, 2, PHB__NUMBER_OR_TEXT, " has more than four decimals"},
    [PHB__UNIT_PPM] = {4, 0, PHB__TEXT_WITH_PERCENT, " has more than four decimals"},
    [PHB__UNIT_WHOLE] = {0, 0, PHB__NUMBER_ONLY, " must be a whole number"},
    [PHB__UNIT_MINUTES] = {0, 0, PHB__NUMBER_ONLY, " must be a whole number of minutes"},
    [PHB__UNIT_HOURS] = {4, 0, PHB__NUMBER_ONLY, " must be a whole number of minutes"},
    [PHB__UNIT_HUNDREDTHS] = {2, 0, PHB__NUMBER_ONLY, " has more than two decimals"},
    [PHB__UNIT_TEN_THOUSANDTHS] = {4, 0, PHB__NUMBER_ONLY, " has more than four decimals"},
};

enum phb__number_form
phb__unit_form(enum phb__unit unit)
{
    return units[unit].form;
}

int32_t
phb__unit_decimals(enum phb__unit unit)
{
    return units[unit].decimals;
}

const char *
phb__unit_too_precise(enum phb__unit unit)
{
    return units[unit].too_precise;
}

/* Hours come in ten-thousandths; what is kept is minutes, and only whole ones. */
static int64_t
minutes_of_hours(int64_t ten_thousandths)
{
    if (ten_thousandths > INT64_MAX / 60) {
        return PHB__NUMBER_TOO_LARGE;
    }
    int64_t sixtieths = ten_thousandths * 60;
    return sixtieths % 10000 == 0 ? sixtieths / 10000 : PHB__NUMBER_TOO_PRECISE;
}

bool
phb__unit_read(enum phb__unit unit, const char *text, size_t size, bool quoted, int64_t *out_number)
{
    enum phb__number_form form = units[unit].form;
    if (form == PHB__TEXT_WITH_PERCENT) {
        if (!quoted || size == 0 || text[size - 1] != '%') {
            return false;
        }
        size--;
    } else if (quoted && form == PHB__NUMBER_ONLY) {
        return false;
    }
    int64_t number = 0;
    switch (phb__decimal_read(text, size, units[unit].decimals, !quoted, &number)) {
    case PHB__DECIMAL_OK:
        *out_number = unit == PHB__UNIT_HOURS && number > 0 ? minutes_of_hours(number) : number;
        return true;
    case PHB__DECIMAL_PRECISE:
        *out_number = PHB__NUMBER_TOO_PRECISE;
        return true;
    case PHB__DECIMAL_TOO_LARGE:
        *out_number = PHB__NUMBER_TOO_LARGE;
        return true;
    case PHB__DECIMAL_SYNTAX:
        break;
    }
    return false;
}

void
phb__unit_format(enum phb__unit unit, int64_t number, char out[PHB__UNIT_TEXT_SIZE])
{
    char digits[24];
    int32_t count = 0;
    uint64_t rest = number < 0 ? (uint64_t)0 - (uint64_t)number : (uint64_t)number;
    int32_t decimals = units[unit].decimals;
    if (unit == PHB__UNIT_HOURS) {
        rest = rest * 500 / 3; /* minutes to ten-thousandths: exact for all that can be read */
    }
    for (; decimals > units[unit].min_decimals && rest % 10 == 0; decimals--) {
        rest /= 10;
    }
    for (; rest != 0 || count <= decimals; count++) {
        digits[count] = (char)('0' + rest % 10);
        rest /= 10;
    }
    char *to = out;
    if (number < 0) {
        *to++ = '-';
    }
    while (count > 0) {
        *to++ = digits[--count];
        if (count == decimals && decimals > 0) {
            *to++ = '.';
        }
    }
    if (units[unit].form == PHB__TEXT_WITH_PERCENT) {
        *to++ = '%';
    }
    *to = '\0';
}
