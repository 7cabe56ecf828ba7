#include "random_budget.h"

static bool
is_likely(struct random_source *source, int64_t percent)
{
    return random_between(source, 1, 100) <= percent;
}

static phb_date
day_between(struct random_source *source, phb_date from, phb_date to)
{
    return (phb_date)random_between(source, from, to);
}

/* Some days of a period, or nothing said; now and then they reach out of it, or lie outside. */
static void
choose_days(struct random_source *source, const phb_budget_settings *period, phb_date *out_start,
            phb_date *out_end)
{
    phb_date early = period->start - 40;
    phb_date late = period->end + 40;
    *out_start = is_likely(source, 30) ? day_between(source, early, late) : PHB_DATE_NONE;
    phb_date from = *out_start == PHB_DATE_NONE ? early : *out_start;
    *out_end = is_likely(source, 30) ? day_between(source, from, late) : PHB_DATE_NONE;
}

/* A sum, or nothing said, as often as not. */
static int64_t
perhaps(struct random_source *source, int64_t least, int64_t most)
{
    return is_likely(source, 50) ? random_between(source, least, most) : PHB_NUMBER_NONE;
}

/* Some of three ways, or none, to say how large a contingency is. */
static void
choose_contingency(struct random_source *source, phb_budget_settings *settings)
{
    int64_t way = random_between(source, 0, 4);
    if (way == 1) {
        settings->contingency_weeks_hundredths = random_between(source, 0, 1200);
    } else if (way == 2) {
        settings->contingency_ppm = random_between(source, 0, 200000);
    } else if (way == 3) {
        settings->contingency_pence = random_between(source, 0, 500000);
    } else {
        return;
    }
    settings->contingency_held =
        (phb_contingency_held)random_between(source, 0, PHB_CONTINGENCY_OUTSIDE);
    settings->contingency_deployment =
        (phb_deployment)random_between(source, 0, PHB_DEPLOYMENT_NOTIONAL);
    settings->contingency_paid =
        (phb_contingency_paid)random_between(source, 0, PHB_CONTINGENCY_ON_REQUEST);
}

static void
choose_payments(struct random_source *source, phb_budget_settings *settings)
{
    settings->payment_frequency =
        (phb_payment_frequency)random_between(source, 0, PHB_PAYMENT_ONCE);
    settings->notice_weeks_hundredths = perhaps(source, 0, 5200);
    if (settings->payment_frequency != (phb_payment_frequency)0 && is_likely(source, 50)) {
        settings->first_payment = day_between(source, settings->start - 40, settings->end);
    }
}

static void
choose_management(struct random_source *source, phb_budget_settings *settings)
{
    settings->account = (phb_account)random_between(source, 0, PHB_ACCOUNT_ORDINARY_ONE_OFF);
    settings->where_held = is_likely(source, 50) ? "a bank" : NULL;
    settings->responsible = is_likely(source, 50) ? "somebody" : NULL;
    settings->records = is_likely(source, 50) ? "receipts" : NULL;
    settings->third_party_organisation = is_likely(source, 30) ? "a charity" : NULL;
    settings->third_party_agreement_on = is_likely(source, 30) ? settings->start : PHB_DATE_NONE;
    settings->third_party_last_audit_on = is_likely(source, 30) ? settings->end : PHB_DATE_NONE;
    settings->indicative_pence = perhaps(source, 0, 10000000);
    settings->agreed_pence = perhaps(source, 0, 10000000);
    settings->agreed_on = is_likely(source, 30) ? settings->start - 20 : PHB_DATE_NONE;
}

static void
choose_wheelchair(struct random_source *source, phb_budget_settings *settings)
{
    if (is_likely(source, 80)) {
        return;
    }
    settings->wheelchair_option =
        (phb_wheelchair_option)random_between(source, 1, PHB_WHEELCHAIR_DIRECT_PAYMENT);
    settings->wheelchair_prescribed_pence = random_between(source, 0, 300000);
    settings->wheelchair_price_pence = perhaps(source, 0, 600000);
    settings->wheelchair_maintenance_pence = perhaps(source, 0, 50000);
    settings->wheelchair_period_years = perhaps(source, 1, 10);
}

/* Within the years whose law is held or carried: some are a day long, some three years. */
static phb_budget_settings
random_settings(struct random_source *source)
{
    phb_budget_settings settings = PHB_BUDGET_SETTINGS_INIT;
    phb_date last = date_of("2029-04-05");
    settings.cohort = (phb_cohort)random_between(source, 0, PHB_COHORT_OTHER);
    settings.kind = (phb_kind)random_between(source, 0, PHB_KIND_ONE_OFF);
    settings.weeks_in_year = (phb_weeks_in_year)random_between(source, 0, PHB_WEEKS_52);
    settings.start = day_between(source, date_of("2013-04-06"), last);
    settings.end = settings.start + (phb_date)random_between(source, 0, 1100);
    if (is_likely(source, 50) || settings.end > last) {
        settings.end = settings.start + 364;
    }
    settings.end = settings.end > last ? last : settings.end;
    settings.employer = (phb_employer_kind)random_between(source, 0, PHB_EMPLOYER_THIRD_PARTY);
    settings.claims_allowance = (phb_answer)random_between(source, 0, PHB_ANSWER_YES);
    choose_contingency(source, &settings);
    choose_payments(source, &settings);
    choose_management(source, &settings);
    choose_wheelchair(source, &settings);
    return settings;
}

/* Now and then a sum that changes: first from a day at or before the start, then ever later. */
static struct random_dated
random_dated(struct random_source *source, phb_date begins, int64_t most)
{
    struct random_dated dated = {.count = 0};
    if (is_likely(source, 70)) {
        return dated;
    }
    dated.count = (int32_t)random_between(source, 1, DATED_MAX);
    phb_date from = begins - (phb_date)random_between(source, 0, 50);
    for (int32_t i = 0; i < dated.count; i++) {
        dated.from[i] = from;
        dated.amount[i] = random_between(source, 0, most);
        from += (phb_date)random_between(source, 1, 300);
    }
    return dated;
}

static phb_hours
random_hours(struct random_source *source, const phb_budget_settings *period)
{
    static const char *const bands[] = {NULL, "weekday", "weekend", "night"};
    phb_hours hours = PHB_HOURS_INIT;
    hours.type = (phb_hours_type)random_between(source, 0, PHB_HOURS_LIVE_IN);
    hours.band = bands[random_between(source, 0, COUNT_OF(bands) - 1)];
    hours.rate_penny_hundredths = random_between(source, 0, 250000);
    if (hours.type == PHB_HOURS_SLEEP_IN || hours.type == PHB_HOURS_LIVE_IN) {
        hours.nights_per_week_hundredths = random_between(source, 1, 700);
        hours.rate_penny_hundredths = random_between(source, 0, 1200000);
        hours.awake_minutes_per_night = perhaps(source, 0, 240);
        hours.awake_rate_penny_hundredths = random_between(source, 0, 250000);
    } else {
        hours.minutes_per_week = random_between(source, 1, is_likely(source, 80) ? 1800 : 10080);
    }
    choose_days(source, period, &hours.start, &hours.end);
    return hours;
}

/* Births that put every birthday which matters into some of the budgets. */
static phb_date
random_birth(struct random_source *source, phb_date start)
{
    static const int32_t ages_years[] = {14, 16, 20, 21, 24, 40, 64, 66, 67, 74, 76};
    if (is_likely(source, 20)) {
        return PHB_DATE_NONE;
    }
    int32_t years = ages_years[random_between(source, 0, COUNT_OF(ages_years) - 1)];
    return start - years * 365 - (phb_date)random_between(source, 0, 700);
}

static void
choose_leave(struct random_source *source, phb_assistant *given)
{
    given->leave_method = (phb_leave_method)random_between(source, 1, PHB_LEAVE_NONE);
    given->leave_weeks_hundredths = perhaps(source, 0, 1000);
    if (given->leave_method == PHB_LEAVE_NONE) {
        given->leave_reason = "family does";
    } else if (given->leave_method == PHB_LEAVE_COVER) {
        given->leave_by = (phb_cover_by)random_between(source, 1, PHB_COVER_BY_RELIEF);
        given->leave_rate_penny_hundredths = random_between(source, 0, 300000);
        given->leave_night_rate_pence = random_between(source, 0, 15000);
    }
}

static void
choose_sickness(struct random_source *source, phb_assistant *given)
{
    if (is_likely(source, 50)) {
        given->sickness_nil_reason = is_likely(source, 50) ? "it never was" : NULL;
        return;
    }
    given->sickness_weeks_hundredths = random_between(source, 0, 400);
    if (is_likely(source, 50)) {
        given->sickness_cover_rate_penny_hundredths = random_between(source, 0, 300000);
        given->sickness_cover_night_rate_pence = random_between(source, 0, 15000);
    }
}

static void
choose_pension(struct random_source *source, phb_assistant *given)
{
    given->pension_membership =
        (phb_pension_membership)random_between(source, 0, PHB_PENSION_OPTED_OUT);
    given->pension_basis = (phb_pension_basis)random_between(source, 0, PHB_PENSION_ALL_PAY);
    if (is_likely(source, 30)) {
        given->pension_employer_ppm = random_between(source, 0, 100000);
    }
}

/* The id of one of the funders, or none. */
static const char *
random_funder(struct random_source *source, const struct random_budget *plan)
{
    int64_t which = random_between(source, 0, plan->funder_count);
    return which < plan->funder_count ? plan->funders[which].id : NULL;
}

static phb_assistant
random_assistant(struct random_source *source, const struct random_budget *plan, int32_t index)
{
    static const char *const ids[ASSISTANTS_MAX] = {"pa-1", "pa-2", "pa-3"};
    static const char *const letters[] = {"A", "B", "C", "D", "E", "F", "H", "I", "J",
                                          "K", "L", "M", "N", "S", "V", "X", "Z"};
    const phb_budget_settings *period = &plan->settings;
    phb_assistant given = PHB_ASSISTANT_INIT;
    given.id = ids[index];
    given.pay_frequency = (phb_pay_frequency)random_between(source, 1, PHB_PAY_MONTHLY);
    given.deployment = (phb_deployment)random_between(source, 1, PHB_DEPLOYMENT_NOTIONAL);
    given.date_of_birth = random_birth(source, period->start);
    given.days_per_week_hundredths = perhaps(source, 1, 700);
    if (is_likely(source, 40)) {
        given.ni_letter = letters[random_between(source, 0, COUNT_OF(letters) - 1)];
    }
    if (is_likely(source, 40)) {
        given.bank_holiday_minutes = random_between(source, 0, 1440);
        given.bank_holiday_premium_penny_hundredths = random_between(source, 0, 200000);
    }
    choose_leave(source, &given);
    choose_pension(source, &given);
    choose_sickness(source, &given);
    choose_days(source, period, &given.start, &given.end);
    given.employed_since = is_likely(source, 40)
                               ? period->start + (phb_date)random_between(source, -900, 60)
                               : PHB_DATE_NONE;
    given.funder = random_funder(source, plan);
    given.relationship = (phb_relationship)random_between(source, 0, PHB_RELATIONSHIP_FRIEND);
    given.lives_in_household = (phb_answer)random_between(source, 0, PHB_ANSWER_YES);
    given.necessity_approved_on = is_likely(source, 30) ? period->start : PHB_DATE_NONE;
    return given;
}

static phb_line
random_line(struct random_source *source, const struct random_budget *plan, int32_t index)
{
    static const char *const ids[LINES_MAX] = {"line-1", "line-2", "line-3", "line-4", "line-5"};
    phb_line line = PHB_LINE_INIT;
    line.id = ids[index];
    line.category = (phb_category)random_between(source, 1, PHB_CATEGORY_TESTS);
    line.per = (phb_per)random_between(source, 1, PHB_PER_ASSISTANT_YEAR);
    line.unit = (phb_line_unit)random_between(source, 0, PHB_LINE_UNIT_ITEM);
    line.deployment = (phb_deployment)random_between(source, 1, PHB_DEPLOYMENT_NOTIONAL);
    line.amount_penny_hundredths = random_between(source, 0, 5000000);
    if (is_likely(source, 50)) {
        line.quantity_ten_thousandths = random_between(source, 0, 1000000);
    }
    choose_days(source, &plan->settings, &line.start, &line.end);
    line.funder = random_funder(source, plan);
    line.nil_reason = is_likely(source, 10) ? "it is given" : NULL;
    line.provider_name = is_likely(source, 30) ? "somebody" : NULL;
    line.provider_registration = is_likely(source, 30) ? "1-234" : NULL;
    line.provider_relationship =
        (phb_relationship)random_between(source, 0, PHB_RELATIONSHIP_FRIEND);
    line.provider_lives_in_household = (phb_answer)random_between(source, 0, PHB_ANSWER_YES);
    line.provider_cqc = (phb_cqc)random_between(source, 0, PHB_CQC_NOT_REQUIRED);
    line.provider_checked_on = is_likely(source, 30) ? plan->settings.start : PHB_DATE_NONE;
    return line;
}

/* With shares, which then add to all of it, or without any. */
static void
choose_funders(struct random_source *source, struct random_budget *plan)
{
    static const char *const ids[FUNDERS_MAX] = {"nhs", "council", "gift"};
    bool has_shares = is_likely(source, 60);
    int64_t left = PHB_PPM;
    plan->funder_count = (int32_t)random_between(source, 0, FUNDERS_MAX);
    for (int32_t i = 0; i < plan->funder_count; i++) {
        phb_funder *funder = &plan->funders[i];
        *funder = (phb_funder)PHB_FUNDER_INIT;
        funder->id = ids[i];
        funder->kind = (phb_funder_kind)random_between(source, 1, PHB_FUNDER_CHARITY);
        funder->amount_pence =
            is_likely(source, 30) ? random_between(source, 0, 2000000) : PHB_PENCE_NONE;
        funder->client_contribution_pence = perhaps(source, 0, 100000);
        if (has_shares) {
            bool is_last = i + 1 == plan->funder_count;
            funder->share_ppm = is_last ? left : random_between(source, 0, left);
            left -= funder->share_ppm;
        }
    }
}

/* Of the tax years that a budget of these days may meet. */
static void
choose_used(struct random_source *source, struct random_budget *plan)
{
    int32_t year = 0;
    (void)phb_date_to_ymd(plan->settings.start, &year, NULL, NULL);
    plan->used_count = (int32_t)random_between(source, 0, USED_MAX);
    for (int32_t i = 0; i < plan->used_count; i++) {
        plan->used_years[i] = year - 1 + i;
        plan->used[i] = random_between(source, 0, 600000);
    }
}

static void
choose_assistants(struct random_source *source, struct random_budget *plan)
{
    plan->assistant_count = (int32_t)random_between(source, 1, ASSISTANTS_MAX);
    for (int32_t i = 0; i < plan->assistant_count; i++) {
        struct random_assistant *assistant = &plan->assistants[i];
        assistant->given = random_assistant(source, plan, i);
        assistant->hours_count = (int32_t)random_between(source, 1, HOURS_MAX);
        phb_date employed =
            assistant->given.start == PHB_DATE_NONE ? plan->settings.start : assistant->given.start;
        for (int32_t j = 0; j < assistant->hours_count; j++) {
            phb_hours *hours = &assistant->hours[j];
            *hours = random_hours(source, &plan->settings);
            phb_date begins = hours->start == PHB_DATE_NONE ? employed : hours->start;
            assistant->rates[j] = random_dated(source, begins, 250000);
        }
    }
}

static void
choose_lines(struct random_source *source, struct random_budget *plan)
{
    plan->line_count = (int32_t)random_between(source, 1, LINES_MAX - 1);
    for (int32_t i = 0; i < plan->line_count; i++) {
        phb_line *line = &plan->lines[i];
        *line = random_line(source, plan, i);
        phb_date begins = line->start == PHB_DATE_NONE ? plan->settings.start : line->start;
        bool falls_due_once = line->per == PHB_PER_ONCE || line->per == PHB_PER_ASSISTANT;
        bool is_about_people = line->per >= PHB_PER_PAYSLIP;
        if (!falls_due_once) {
            plan->amounts[i] = random_dated(source, begins, 5000000);
        }
        for (int32_t j = 0; j < plan->assistant_count; j++) {
            plan->names[i][j] = is_about_people && is_likely(source, 30);
        }
    }
}

struct random_budget
random_budget(struct random_source *source)
{
    struct random_budget plan = {.settings = random_settings(source)};
    choose_funders(source, &plan);
    choose_used(source, &plan);
    choose_assistants(source, &plan);
    choose_lines(source, &plan);
    plan.agreed_for_first =
        is_likely(source, 30) ? random_between(source, 0, 5000000) : PHB_PENCE_NONE;
    return plan;
}

/* ---- building ---- */

static void
build_assistant(phb_budget *budget, const struct random_assistant *assistant)
{
    int32_t index = -1;
    int32_t entry = -1;
    ck_assert_int_eq(phb_budget_add_assistant(budget, &assistant->given, &index, NULL), PHB_OK);
    for (int32_t i = 0; i < assistant->hours_count; i++) {
        const struct random_dated *rates = &assistant->rates[i];
        phb_hours hours = assistant->hours[i];
        if (rates->count > 0) {
            hours.rate_penny_hundredths = PHB_NUMBER_NONE;
        }
        ck_assert_int_eq(phb_budget_add_hours(budget, index, &hours, &entry, NULL), PHB_OK);
        for (int32_t j = 0; j < rates->count; j++) {
            ck_assert_int_eq(phb_budget_add_dated_rate(budget, index, entry, rates->from[j],
                                                       rates->amount[j], NULL),
                             PHB_OK);
        }
    }
}

static void
build_line(phb_budget *budget, const struct random_budget *plan, int32_t which)
{
    int32_t index = -1;
    const struct random_dated *amounts = &plan->amounts[which];
    phb_line line = plan->lines[which];
    if (amounts->count > 0) {
        line.amount_penny_hundredths = PHB_NUMBER_NONE;
    }
    ck_assert_int_eq(phb_budget_add_line(budget, &line, &index, NULL), PHB_OK);
    for (int32_t i = 0; i < amounts->count; i++) {
        ck_assert_int_eq(
            phb_budget_add_dated_amount(budget, index, amounts->from[i], amounts->amount[i], NULL),
            PHB_OK);
    }
    for (int32_t i = 0; i < plan->assistant_count; i++) {
        if (plan->names[which][i]) {
            const char *id = plan->assistants[i].given.id;
            ck_assert_int_eq(phb_budget_add_line_assistant(budget, index, id, NULL), PHB_OK);
        }
    }
}

phb_budget *
build_budget(const struct random_budget *plan)
{
    phb_budget *budget = NULL;
    ck_assert_int_eq(phb_budget_new(NULL, &budget, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_set(budget, &plan->settings, NULL), PHB_OK);
    for (int32_t i = 0; i < plan->funder_count; i++) {
        ck_assert_int_eq(phb_budget_add_funder(budget, &plan->funders[i], NULL), PHB_OK);
    }
    for (int32_t i = 0; i < plan->used_count; i++) {
        ck_assert_int_eq(
            phb_budget_add_allowance_used(budget, plan->used_years[i], plan->used[i], NULL),
            PHB_OK);
    }
    for (int32_t i = 0; i < plan->assistant_count; i++) {
        build_assistant(budget, &plan->assistants[i]);
    }
    for (int32_t i = 0; i < plan->line_count; i++) {
        build_line(budget, plan, i);
    }
    if (plan->agreed_for_first != PHB_PENCE_NONE) {
        const char *id = plan->assistants[0].given.id;
        ck_assert_int_eq(phb_budget_add_agreed_line(budget, id, plan->agreed_for_first, NULL),
                         PHB_OK);
    }
    return budget;
}
