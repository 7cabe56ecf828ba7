/* A budget of more kinds of cost, built call by call: sleep-ins, leave with cover, a rate of pay
 * that rises, a fee for each payslip, two funders. Prints the total and when it is paid. cc
 * build_budget.c $(pkg-config --cflags --libs libphb) -o build_budget */
#include <phb/phb.h>
#include <stdio.h>

static phb_date
day(int32_t year, int32_t month, int32_t number)
{
    phb_date date = PHB_DATE_NONE; /* a date that is none is refused where it is needed */
    (void)phb_date_from_ymd(year, month, number, &date);
    return date;
}

static phb_status
say_settings(phb_budget *budget, phb_error *error)
{
    phb_budget_settings settings = PHB_BUDGET_SETTINGS_INIT;
    settings.start = day(2026, 4, 6);
    settings.end = day(2027, 4, 5);
    settings.claims_allowance = PHB_ANSWER_YES;
    settings.contingency_weeks_hundredths = 400; /* four weeks */
    settings.payment_frequency = PHB_PAYMENT_MONTHLY;
    return phb_budget_set(budget, &settings, error);
}

/* The NHS pays 60% of what no line names a funder for, the council 40%. */
static phb_status
add_funders(phb_budget *budget, phb_error *error)
{
    phb_funder nhs = PHB_FUNDER_INIT;
    nhs.id = "nhs";
    nhs.kind = PHB_FUNDER_NHS;
    nhs.share_ppm = 600000;
    phb_funder council = PHB_FUNDER_INIT;
    council.id = "council";
    council.kind = PHB_FUNDER_SOCIAL_CARE;
    council.share_ppm = 400000;
    phb_status status = phb_budget_add_funder(budget, &nhs, error);
    return status == PHB_OK ? phb_budget_add_funder(budget, &council, error) : status;
}

static phb_status
add_assistant(phb_budget *budget, int32_t *out_index, phb_error *error)
{
    phb_assistant assistant = PHB_ASSISTANT_INIT;
    assistant.id = "pa-1";
    assistant.date_of_birth = day(1990, 5, 1);
    assistant.pay_frequency = PHB_PAY_FOUR_WEEKLY;
    assistant.leave_method = PHB_LEAVE_COVER;
    assistant.leave_by = PHB_COVER_BY_AGENCY;
    assistant.leave_rate_penny_hundredths = 264000; /* £26.40 an hour */
    assistant.leave_night_rate_pence = 14000;       /* £140.00 a night */
    assistant.deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT;
    return phb_budget_add_assistant(budget, &assistant, out_index, error);
}

/* Twelve hours a week, the rate of which rises on 1 October, and three sleep-ins. */
static phb_status
add_time(phb_budget *budget, int32_t assistant, phb_error *error)
{
    int32_t index = -1; /* which entry of theirs the rates belong to */
    phb_hours evenings = PHB_HOURS_INIT;
    evenings.band = "evening";
    evenings.minutes_per_week = 12 * 60;
    phb_status status = phb_budget_add_hours(budget, assistant, &evenings, &index, error);
    if (status == PHB_OK) {
        status =
            phb_budget_add_dated_rate(budget, assistant, index, day(2026, 4, 6), 135000, error);
    }
    if (status == PHB_OK) {
        status =
            phb_budget_add_dated_rate(budget, assistant, index, day(2026, 10, 1), 140000, error);
    }
    phb_hours nights = PHB_HOURS_INIT;
    nights.band = "night";
    nights.type = PHB_HOURS_SLEEP_IN;
    nights.nights_per_week_hundredths = 300;
    nights.rate_penny_hundredths = 650000; /* £65.00 a night */
    nights.awake_minutes_per_night = 30;
    nights.awake_rate_penny_hundredths = 135000;
    return status == PHB_OK ? phb_budget_add_hours(budget, assistant, &nights, NULL, error)
                            : status;
}

/* £5.40 for each payslip of pa-1, which the NHS pays alone. */
static phb_status
add_payroll(phb_budget *budget, phb_error *error)
{
    int32_t index = -1;
    phb_line payroll = PHB_LINE_INIT;
    payroll.id = "payroll";
    payroll.category = PHB_CATEGORY_PAYROLL;
    payroll.amount_penny_hundredths = 54000;
    payroll.per = PHB_PER_PAYSLIP;
    payroll.deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT;
    payroll.funder = "nhs";
    phb_status status = phb_budget_add_line(budget, &payroll, &index, error);
    return status == PHB_OK ? phb_budget_add_line_assistant(budget, index, "pa-1", error) : status;
}

static phb_status
fill(phb_budget *budget, phb_error *error)
{
    int32_t assistant = -1;
    phb_status status = say_settings(budget, error);
    if (status == PHB_OK) {
        status = add_funders(budget, error);
    }
    if (status == PHB_OK) {
        status = add_assistant(budget, &assistant, error);
    }
    if (status == PHB_OK) {
        status = add_time(budget, assistant, error);
    }
    return status == PHB_OK ? add_payroll(budget, error) : status;
}

static void
print_row(const char *label, phb_pence amount)
{
    char pounds[PHB_PENCE_TEXT_SIZE];
    (void)phb_pence_format(amount, pounds, sizeof pounds);
    printf("%-10s %10s\n", label, pounds);
}

static void
print_costing(const phb_costing *costing)
{
    size_t rows = 0;
    print_row("total", phb_costing_total_pence(costing));
    const phb_table *instalments = phb_costing_table(costing, PHB_COSTING_INSTALMENTS);
    const int32_t *days = phb_table_int32(instalments, "on", &rows);
    const int64_t *amounts = phb_table_int64(instalments, "amount", &rows);
    for (size_t row = 0; row < rows; row++) {
        char on[PHB_DATE_TEXT_SIZE];
        (void)phb_date_format(days[row], on, sizeof on);
        print_row(on, amounts[row]);
    }
}

int
main(void)
{
    phb_error error = PHB_ERROR_INIT;
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_status status = phb_budget_new(NULL, &budget, &error);
    if (status == PHB_OK) {
        status = fill(budget, &error);
    }
    if (status == PHB_OK) {
        status = phb_budget_cost(budget, NULL, NULL, &costing, &error);
    }
    if (status == PHB_OK) {
        print_costing(costing);
    } else {
        fprintf(stderr, "%s: %s %s\n", phb_status_name(status), error.path, error.message);
    }
    phb_costing_free(costing);
    phb_budget_free(budget);
    return status == PHB_OK ? 0 : 1;
}
