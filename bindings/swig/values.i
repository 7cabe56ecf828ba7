/* What needs no object. */
%constant int32_t DATE_NONE = PHB_DATE_NONE;
%constant int64_t PENCE_NONE = PHB_PENCE_NONE;
%constant int64_t PENCE_MAX = PHB_PENCE_MAX;
%constant int64_t NUMBER_NONE = PHB_NUMBER_NONE;

%apply const char *OPTIONAL { const char *key, const char *line_id, const char *section };

%inline %{
static const char *
version(void)
{
    return phb_version();
}

static int32_t
status_count(void)
{
    return phb_status_count();
}

static const char *
status_name(int32_t status)
{
    return phb_status_name((phb_status)status);
}

static const char *
status_message(int32_t status)
{
    return phb_status_message((phb_status)status);
}

/* Fails with this status: for tests, which have no other way to see every one of them. */
static void
fail_with(int32_t status)
{
    phb_swig_note((phb_status)status);
}

static phb_pence
pence_parse(const char *text)
{
    phb_pence amount = 0;
    phb_swig_note(phb_pence_parse(text, &amount));
    return amount;
}

static phb_pence
pence_scale(phb_pence amount, int64_t numerator, int64_t denominator, phb_rounding rounding)
{
    phb_pence scaled = 0;
    phb_swig_note(phb_pence_scale(amount, numerator, denominator, rounding, &scaled));
    return scaled;
}

static phb_date
date_add_months(phb_date date, int32_t months, phb_month_end rule)
{
    phb_date moved = 0;
    phb_swig_note(phb_date_add_months(date, months, rule, &moved));
    return moved;
}

static int32_t
date_age(phb_date birth, phb_date on)
{
    int32_t years = 0;
    phb_swig_note(phb_date_age(birth, on, &years));
    return years;
}

/* A letter is one character; what is none is none that ever was. */
static phb_pence
employer_ni(const phb_rates *rates, phb_date paid_on, phb_pay_frequency frequency,
            const char *letter, phb_pence gross)
{
    phb_pence ni = 0;
    char one = letter[0] != '\0' && letter[1] == '\0' ? letter[0] : '?';
    phb_swig_note(phb_employer_ni(rates, paid_on, frequency, one, gross, &ni, &phb_swig_error));
    return ni;
}

static phb_pence
employer_pension(const phb_rates *rates, phb_date paid_on, phb_pay_frequency frequency,
                 phb_pence gross)
{
    phb_pence pension = 0;
    phb_swig_note(
        phb_employer_pension(rates, paid_on, frequency, gross, &pension, &phb_swig_error));
    return pension;
}
%}
