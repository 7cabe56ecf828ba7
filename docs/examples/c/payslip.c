/* What an employer pays on one week's pay of £270, and on £900 a month. */

#include <phb/phb.h>
#include <stdio.h>

static int
print_payslip(const char *words, phb_pay_frequency frequency, phb_pence gross, phb_date paid_on)
{
    phb_pence ni = 0;
    phb_pence pension = 0;
    phb_error error = PHB_ERROR_INIT;
    if (phb_employer_ni(NULL, paid_on, frequency, 'A', gross, &ni, &error) != PHB_OK ||
        phb_employer_pension(NULL, paid_on, frequency, gross, &pension, &error) != PHB_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    char pounds[3][PHB_PENCE_TEXT_SIZE];
    const phb_pence amounts[] = {gross, ni, pension};
    for (int i = 0; i < 3; i++) {
        (void)phb_pence_format(amounts[i], pounds[i], sizeof pounds[i]);
    }
    printf("%s: pay %s, National Insurance %s, pension %s\n", words, pounds[0], pounds[1],
           pounds[2]);
    return 0;
}

int
main(void)
{
    phb_date paid_on = PHB_DATE_NONE;
    (void)phb_date_parse("2026-06-05", &paid_on);
    return print_payslip("a week", PHB_PAY_WEEKLY, 27000, paid_on) ||
           print_payslip("a month", PHB_PAY_MONTHLY, 90000, paid_on);
}
