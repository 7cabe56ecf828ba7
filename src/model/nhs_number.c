/*
 * NHS numbers: ten digits, the last of which checks the others by Modulus 11. The digits 0000000000
 * to 9999999999 pass that check, and are nobody's.
 */

#include <string.h>

#include "model/plan.h"

#define SHOWN 4 /* digits that tell people which number is meant, and nobody else whose */

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A remainder that would need a tenth digit of ten has never been given out. */
static bool
passes_modulus_11(const char *digits)
{
    int sum = 0;
    for (int i = 0; i < 9; i++) {
        sum += (10 - i) * (digits[i] - '0');
    }
    return (11 - sum % 11) % 11 == digits[9] - '0';
}

static bool
is_one_digit_repeated(const char *digits)
{
    return strspn(digits, (const char[]){digits[0], '\0'}) == PHB__NHS_NUMBER_DIGITS;
}

bool
phb__nhs_number_digits(const char *text, char out_digits[PHB__NHS_NUMBER_DIGITS + 1])
{
    size_t count = 0;
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == ' ' || *c == '-') {
            continue;
        }
        if (!is_digit(*c) || count == PHB__NHS_NUMBER_DIGITS) {
            return false;
        }
        out_digits[count++] = *c;
    }
    if (count != PHB__NHS_NUMBER_DIGITS) {
        return false;
    }
    out_digits[count] = '\0';
    return passes_modulus_11(out_digits) && !is_one_digit_repeated(out_digits);
}

void
phb__nhs_number_mask(const char *text, char out_masked[PHB__NHS_NUMBER_MASKED_SIZE])
{
    static const char hidden[] = "••• ••• ";
    char digits[PHB__NHS_NUMBER_DIGITS + 1];
    out_masked[0] = '\0';
    if (text && phb__nhs_number_digits(text, digits)) {
        memcpy(out_masked, hidden, sizeof hidden);
        memcpy(out_masked + sizeof hidden - 1, digits + PHB__NHS_NUMBER_DIGITS - SHOWN, SHOWN + 1);
    }
}
