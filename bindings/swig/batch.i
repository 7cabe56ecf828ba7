/*
 * Batches: flat calls over columns, each for the rows of one range. How a column crosses is the
 * language's own: a phb_swig_column is not said, one value for all rows, or as many values as the
 * column of statuses has; those out are arrays, or not wanted.
 */
%{
typedef struct phb_swig_column {
    phb_batch_column column;
    size_t rows; /* SIZE_MAX: as many as are wanted */
} phb_swig_column;

typedef struct phb_swig_amounts {
    int64_t *data; /* NULL: not wanted */
    size_t rows;
} phb_swig_amounts;

typedef struct phb_swig_days {
    int32_t *data;
    size_t rows;
} phb_swig_days;

typedef struct phb_swig_marks {
    uint8_t *data;
    size_t rows;
} phb_swig_marks;

/* Notes a column that does not have the rows of the batch: the first one, if several do not. */
static void
phb_swig_expect_rows(size_t rows, size_t wanted, const char *name)
{
    if (rows == SIZE_MAX || rows == wanted || phb_swig_error.status != PHB_OK) {
        return;
    }
    phb_swig_error.status = PHB_ERROR_ARGUMENT;
    strncat(phb_swig_error.message, name, sizeof phb_swig_error.message / 2);
    strncat(phb_swig_error.message, " does not have as many rows as the statuses",
            sizeof phb_swig_error.message / 2 - 1);
}

/* The rows of a batch are those of its statuses, which must be there. */
static size_t
phb_swig_rows_of(phb_swig_marks status)
{
    if (!status.data) {
        phb_swig_note(PHB_ERROR_ARGUMENT);
    }
    return status.data ? status.rows : 0;
}

#define PHB_SWIG_IN(member) \
    phb_swig_expect_rows(member.rows, batch.row_count, #member); \
    batch.member = member.column;
#define PHB_SWIG_OUT(member) \
    phb_swig_expect_rows(member.rows, batch.row_count, #member); \
    batch.member = member.data;

/* Runs a kernel over rows of `batch`, unless something was wrong before. */
#define PHB_SWIG_RUN(kernel) \
    if (phb_swig_error.status == PHB_OK) { \
        PHB_SWIG_WORK(kernel(rates, &batch, first_row, rows, &phb_swig_error)); \
    }

#define PHB_SWIG_COST_COLUMNS(X) \
    X(period_start) X(period_end) X(weeks_in_year) X(employer) X(claims_allowance) \
    X(allowance_used_pence) X(employed_since) X(start) X(end) X(date_of_birth) X(ni_letter) \
    X(pay_frequency) X(minutes_per_week) X(rate_penny_hundredths) X(nights_per_week_hundredths) \
    X(night_rate_penny_hundredths) X(basic_pence) X(days_per_week_hundredths) \
    X(bank_holiday_minutes) X(bank_holiday_premium_penny_hundredths) X(leave_method) \
    X(leave_by) X(leave_rate_penny_hundredths) X(leave_night_rate_pence) \
    X(leave_weeks_hundredths) X(pension_membership) X(pension_basis) X(pension_employer_ppm) \
    X(sickness_weeks_hundredths) X(sickness_cover_rate_penny_hundredths) \
    X(sickness_cover_night_rate_pence)

#define PHB_SWIG_COST_AMOUNTS(X) \
    X(out_basic_pence) X(out_leave_pence) X(out_employer_ni_pence) X(out_pension_pence) \
    X(out_bank_holiday_pence) X(out_cover_pence) X(out_sickness_pence) \
    X(out_sickness_cover_pence) X(out_allowance_pence) X(out_total_pence)
%}

%inline %{
static void
batch_employer_ni(const phb_rates *rates, phb_rate_match match, phb_swig_column paid_on,
                  phb_swig_column frequency, phb_swig_column letter, phb_swig_column gross_pence,
                  phb_swig_amounts out_ni_pence, phb_swig_marks out_status,
                  phb_swig_marks out_certainty, size_t first_row, size_t rows)
{
    phb_ni_batch batch = PHB_NI_BATCH_INIT;
    batch.match = match;
    batch.row_count = phb_swig_rows_of(out_status);
    PHB_SWIG_IN(paid_on)
    PHB_SWIG_IN(frequency)
    PHB_SWIG_IN(letter)
    PHB_SWIG_IN(gross_pence)
    PHB_SWIG_OUT(out_ni_pence)
    PHB_SWIG_OUT(out_status)
    PHB_SWIG_OUT(out_certainty)
    PHB_SWIG_RUN(phb_batch_employer_ni)
}

static void
batch_employer_pension(const phb_rates *rates, phb_rate_match match, phb_swig_column paid_on,
                       phb_swig_column frequency, phb_swig_column gross_pence,
                       phb_swig_amounts out_pension_pence, phb_swig_marks out_status,
                       phb_swig_marks out_certainty, size_t first_row, size_t rows)
{
    phb_pension_batch batch = PHB_PENSION_BATCH_INIT;
    batch.match = match;
    batch.row_count = phb_swig_rows_of(out_status);
    PHB_SWIG_IN(paid_on)
    PHB_SWIG_IN(frequency)
    PHB_SWIG_IN(gross_pence)
    PHB_SWIG_OUT(out_pension_pence)
    PHB_SWIG_OUT(out_status)
    PHB_SWIG_OUT(out_certainty)
    PHB_SWIG_RUN(phb_batch_employer_pension)
}

static void
batch_minimum_wage(const phb_rates *rates, phb_rate_match match, phb_swig_column day,
                   phb_swig_column date_of_birth, phb_swig_column age_years,
                   phb_swig_column rate_penny_hundredths,
                   phb_swig_amounts out_minimum_penny_hundredths,
                   phb_swig_amounts out_shortfall_penny_hundredths, phb_swig_marks out_status,
                   phb_swig_marks out_certainty, size_t first_row, size_t rows)
{
    phb_wage_batch batch = PHB_WAGE_BATCH_INIT;
    batch.match = match;
    batch.row_count = phb_swig_rows_of(out_status);
    PHB_SWIG_IN(day)
    PHB_SWIG_IN(date_of_birth)
    PHB_SWIG_IN(age_years)
    PHB_SWIG_IN(rate_penny_hundredths)
    PHB_SWIG_OUT(out_minimum_penny_hundredths)
    PHB_SWIG_OUT(out_shortfall_penny_hundredths)
    PHB_SWIG_OUT(out_status)
    PHB_SWIG_OUT(out_certainty)
    PHB_SWIG_RUN(phb_batch_minimum_wage)
}

static void
batch_review_dates(const phb_rates *rates, const phb_policy *policy, phb_answer working_days,
                   phb_swig_column anchor, phb_swig_column held_on, phb_swig_column regime,
                   phb_swig_column first_months, phb_swig_column every_months,
                   phb_swig_days out_due, phb_swig_days out_latest, phb_swig_marks out_status,
                   size_t first_row, size_t rows)
{
    phb_review_batch batch = PHB_REVIEW_BATCH_INIT;
    batch.policy = policy;
    batch.working_days = working_days;
    batch.row_count = phb_swig_rows_of(out_status);
    PHB_SWIG_IN(anchor)
    PHB_SWIG_IN(held_on)
    PHB_SWIG_IN(regime)
    PHB_SWIG_IN(first_months)
    PHB_SWIG_IN(every_months)
    PHB_SWIG_OUT(out_due)
    PHB_SWIG_OUT(out_latest)
    PHB_SWIG_OUT(out_status)
    PHB_SWIG_RUN(phb_batch_review_dates)
}

static void
batch_cost(const phb_rates *rates, phb_rate_match match, phb_date law_on,
           phb_swig_column period_start, phb_swig_column period_end, phb_swig_column weeks_in_year,
           phb_swig_column employer, phb_swig_column claims_allowance,
           phb_swig_column allowance_used_pence, phb_swig_column employed_since,
           phb_swig_column start, phb_swig_column end, phb_swig_column date_of_birth,
           phb_swig_column ni_letter, phb_swig_column pay_frequency,
           phb_swig_column minutes_per_week, phb_swig_column rate_penny_hundredths,
           phb_swig_column nights_per_week_hundredths, phb_swig_column night_rate_penny_hundredths,
           phb_swig_column basic_pence, phb_swig_column days_per_week_hundredths,
           phb_swig_column bank_holiday_minutes,
           phb_swig_column bank_holiday_premium_penny_hundredths, phb_swig_column leave_method,
           phb_swig_column leave_by, phb_swig_column leave_rate_penny_hundredths,
           phb_swig_column leave_night_rate_pence, phb_swig_column leave_weeks_hundredths,
           phb_swig_column pension_membership, phb_swig_column pension_basis,
           phb_swig_column pension_employer_ppm, phb_swig_column sickness_weeks_hundredths,
           phb_swig_column sickness_cover_rate_penny_hundredths,
           phb_swig_column sickness_cover_night_rate_pence, phb_swig_amounts out_basic_pence,
           phb_swig_amounts out_leave_pence, phb_swig_amounts out_employer_ni_pence,
           phb_swig_amounts out_pension_pence, phb_swig_amounts out_bank_holiday_pence,
           phb_swig_amounts out_cover_pence, phb_swig_amounts out_sickness_pence,
           phb_swig_amounts out_sickness_cover_pence, phb_swig_amounts out_allowance_pence,
           phb_swig_amounts out_total_pence, phb_swig_marks out_status,
           phb_swig_marks out_certainty, size_t first_row, size_t rows)
{
    phb_cost_batch batch = PHB_COST_BATCH_INIT;
    batch.match = match;
    batch.law_on = law_on;
    batch.row_count = phb_swig_rows_of(out_status);
    PHB_SWIG_COST_COLUMNS(PHB_SWIG_IN)
    PHB_SWIG_COST_AMOUNTS(PHB_SWIG_OUT)
    PHB_SWIG_OUT(out_status)
    PHB_SWIG_OUT(out_certainty)
    PHB_SWIG_RUN(phb_batch_cost)
}

/* The first row of an employer at or after the wanted one, of so many rows. */
static size_t
batch_cost_split(phb_swig_column employer, size_t row_count, size_t wanted_row)
{
    size_t row = 0;
    phb_cost_batch batch = PHB_COST_BATCH_INIT;
    batch.row_count = row_count;
    /* What a batch must have, and nobody looks at here. */
    static const uint8_t unsaid = 0;
    batch.period_start = (phb_batch_column)PHB_BATCH_SAME_UINT8(&unsaid);
    batch.period_end = batch.pay_frequency = batch.leave_method = batch.period_start;
    PHB_SWIG_IN(employer)
    if (phb_swig_error.status == PHB_OK) {
        phb_swig_note(phb_batch_cost_split(&batch, wanted_row, &row, &phb_swig_error));
    }
    return row;
}
%}
