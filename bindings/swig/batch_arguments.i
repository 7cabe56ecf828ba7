/*
 * Batches with an argument for each column. Those in have as many values as the column of statuses
 * has; those out are arrays, or not wanted.
 */
%{
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

/* The rows of a batch are those of its statuses, which must be there. */
static size_t
phb_swig_rows_of(phb_swig_marks status)
{
    if (!status.data) {
        phb_swig_note(PHB_ERROR_ARGUMENT);
    }
    return status.data ? status.rows : 0;
}

#define PHB_SWIG_OUT(member) \
    phb_swig_expect_rows(member.rows, batch.row_count, #member); \
    batch.member = member.data;
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
    PHB_SWIG_NI(PHB_SWIG_IN, PHB_SWIG_OUT)
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
    PHB_SWIG_PENSION(PHB_SWIG_IN, PHB_SWIG_OUT)
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
    PHB_SWIG_WAGE(PHB_SWIG_IN, PHB_SWIG_OUT)
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
    PHB_SWIG_REVIEW(PHB_SWIG_IN, PHB_SWIG_OUT)
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
    PHB_SWIG_COST(PHB_SWIG_IN, PHB_SWIG_OUT)
    PHB_SWIG_RUN(phb_batch_cost)
}
%}
