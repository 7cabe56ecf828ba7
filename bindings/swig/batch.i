/*
 * Batches: flat calls over columns, each for the rows of one range. How a column crosses is the
 * language's own: an argument each (batch_arguments.i), or all in one (batch_places.i).
 */
%{
typedef struct phb_swig_column {
    phb_batch_column column;
    size_t rows; /* SIZE_MAX: as many as are wanted */
} phb_swig_column;

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

#define PHB_SWIG_IN(member) \
    phb_swig_expect_rows(member.rows, batch.row_count, #member); \
    batch.member = member.column;

/* Runs a kernel over rows of `batch`, unless something was wrong before. */
#define PHB_SWIG_RUN(kernel) \
    if (phb_swig_error.status == PHB_OK) { \
        PHB_SWIG_WORK(kernel(rates, &batch, first_row, rows, &phb_swig_error)); \
    }

/* What the questions are asked with, in order: columns in, then columns out. */
#define PHB_SWIG_NI(IN, OUT) \
    IN(paid_on) IN(frequency) IN(letter) IN(gross_pence) \
    OUT(out_ni_pence) OUT(out_status) OUT(out_certainty)

#define PHB_SWIG_PENSION(IN, OUT) \
    IN(paid_on) IN(frequency) IN(gross_pence) \
    OUT(out_pension_pence) OUT(out_status) OUT(out_certainty)

#define PHB_SWIG_WAGE(IN, OUT) \
    IN(day) IN(date_of_birth) IN(age_years) IN(rate_penny_hundredths) \
    OUT(out_minimum_penny_hundredths) OUT(out_shortfall_penny_hundredths) \
    OUT(out_status) OUT(out_certainty)

#define PHB_SWIG_REVIEW(IN, OUT) \
    IN(anchor) IN(held_on) IN(regime) IN(first_months) IN(every_months) \
    OUT(out_due) OUT(out_latest) OUT(out_status)

#define PHB_SWIG_COST(IN, OUT) \
    IN(period_start) IN(period_end) IN(weeks_in_year) IN(employer) IN(claims_allowance) \
    IN(allowance_used_pence) IN(employed_since) IN(start) IN(end) IN(date_of_birth) \
    IN(ni_letter) IN(pay_frequency) IN(minutes_per_week) IN(rate_penny_hundredths) \
    IN(nights_per_week_hundredths) IN(night_rate_penny_hundredths) IN(basic_pence) \
    IN(days_per_week_hundredths) IN(bank_holiday_minutes) \
    IN(bank_holiday_premium_penny_hundredths) IN(leave_method) IN(leave_by) \
    IN(leave_rate_penny_hundredths) IN(leave_night_rate_pence) IN(leave_weeks_hundredths) \
    IN(pension_membership) IN(pension_basis) IN(pension_employer_ppm) \
    IN(sickness_weeks_hundredths) IN(sickness_cover_rate_penny_hundredths) \
    IN(sickness_cover_night_rate_pence) \
    OUT(out_basic_pence) OUT(out_leave_pence) OUT(out_employer_ni_pence) \
    OUT(out_pension_pence) OUT(out_bank_holiday_pence) OUT(out_cover_pence) \
    OUT(out_sickness_pence) OUT(out_sickness_cover_pence) OUT(out_allowance_pence) \
    OUT(out_total_pence) OUT(out_status) OUT(out_certainty)
%}

%inline %{
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
