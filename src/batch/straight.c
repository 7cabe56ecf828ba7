#include "batch/straight.h"

#include "costing/letter.h"
#include "costing/sums.h"

/* What is used of a row, and what is the same in all its segments. */
struct row {
    const struct phb__cost_block *block;
    size_t index;
    phb_pay_frequency frequency;
    phb_weeks_in_year weeks_in_year;
    struct phb__stretch days; /* employed, within the period */
    struct phb__employee employee;
    int32_t age_years; /* on the day reached, as far as ages change anything; -1: not known */
    bool was_enrolled;
    struct phb__week week;
    phb_pence basic;
    phb_pence cover;          /* of leave, a week */
    phb_pence sickness_cover; /* a week */
};

static inline int64_t
value(const struct row *row, enum phb__cost_column column)
{
    return row->block->values[column][row->index];
}

static inline bool
is_said(const struct row *row, enum phb__cost_column column)
{
    return value(row, column) != PHB_NUMBER_NONE;
}

/* ---- the row ---- */

/* Rows of one employer have the same period: it is looked at once. */
static bool
take_period(struct phb__straight *straight, const struct row *row)
{
    int64_t start = value(row, PHB__COST_PERIOD_START);
    int64_t end = value(row, PHB__COST_PERIOD_END);
    struct phb__calendar *calendar = &straight->calendar;
    if (start == calendar->period.start && end == calendar->period.end) {
        return straight->has_period;
    }
    if (start == PHB_NUMBER_NONE || end < start) {
        return false;
    }
    *calendar =
        phb__calendar_of((struct phb__stretch){(phb_date)start, (phb_date)end}, row->weeks_in_year);
    straight->first_day = phb__ymd_of((phb_date)start);
    straight->year_days = (int64_t)calendar->first_year_end - start + 1;
    straight->has_period = end <= calendar->first_year_end;
    return straight->has_period;
}

/* false when they are not employed in it, or what is said of it does not go together. */
static bool
take_employment(struct phb__straight *straight, struct row *row)
{
    int64_t start = value(row, PHB__COST_START);
    int64_t end = value(row, PHB__COST_END);
    int64_t birth = value(row, PHB__COST_DATE_OF_BIRTH);
    struct phb__stretch period = straight->calendar.period;
    start = start == PHB_NUMBER_NONE ? period.start : start;
    end = end == PHB_NUMBER_NONE ? period.end : end;
    struct phb__stretch given = {(phb_date)start, (phb_date)end};
    if (end < start || birth > start || !phb__stretch_overlap(given, period, &row->days)) {
        return false;
    }
    phb__employee_of(straight->dataset, &straight->calendar, phb__day_of(birth), row->days.end,
                     straight->pension_age_days, &row->employee);
    struct phb__ymd first =
        row->days.start == period.start ? straight->first_day : phb__ymd_of(row->days.start);
    row->age_years = phb__employee_age(&row->employee, first);
    return true;
}

/* Rates of so little that nothing below overflows. */
static inline bool
is_small(int64_t rate)
{
    return rate >= 0 && rate <= INT32_MAX;
}

/* What is worked and paid a week; false when there is none, or a rate is missing. */
static bool
take_work(const struct phb__straight *straight, struct row *row)
{
    bool is_by_hours = !is_said(row, PHB__COST_BASIC);
    int64_t minutes = is_said(row, PHB__COST_MINUTES) ? value(row, PHB__COST_MINUTES) : 0;
    int64_t nights = is_said(row, PHB__COST_NIGHTS) ? value(row, PHB__COST_NIGHTS) : 0;
    int64_t rate = value(row, PHB__COST_RATE);
    int64_t night_rate = value(row, PHB__COST_NIGHT_RATE);
    row->week = (struct phb__week){0, minutes, nights};
    row->basic = value(row, PHB__COST_BASIC);
    if (!is_by_hours) {
        return row->basic > 0;
    }
    if ((minutes > 0 && !is_small(rate)) || (nights > 0 && !is_small(night_rate))) {
        return false;
    }
    row->week.pay =
        (minutes > 0 ? minutes * rate * 100 : 0) + (nights > 0 ? nights * night_rate * 60 : 0);
    struct phb__fraction weeks =
        phb__weeks_of_payslip(row->frequency, row->weeks_in_year, straight->year_days);
    return row->week.pay > 0 &&
           phb__mul_div_half_up(row->week.pay, weeks.numerator,
                                PHB__WEEK_PAY_PARTS * weeks.denominator, &row->basic) &&
           row->basic <= PHB_PENCE_MAX;
}

/* Somebody else's pay for a week. Cover is priced for each kind of work there is. */
static bool
take_cover(const struct row *row, enum phb__cost_column rate, enum phb__cost_column night_rate,
           phb_pence *out_pay)
{
    struct phb__cover_pay cover;
    bool is_priced = (row->week.minutes == 0 || is_said(row, rate)) &&
                     (row->week.nights_hundredths == 0 || is_said(row, night_rate));
    bool fits = is_priced &&
                phb__cover_pay_of(&row->week, value(row, rate), value(row, night_rate), &cover);
    *out_pay = fits ? cover.pay : 0;
    return fits;
}

static bool
take_absence(struct row *row)
{
    bool is_covered = value(row, PHB__COST_LEAVE_METHOD) == PHB_LEAVE_COVER;
    bool is_sick_covered =
        is_said(row, PHB__COST_SICKNESS_RATE) || is_said(row, PHB__COST_SICKNESS_NIGHT_RATE);
    row->sickness_cover = PHB_PENCE_NONE;
    if (is_covered &&
        (value(row, PHB__COST_LEAVE_BY) == 0 ||
         !take_cover(row, PHB__COST_LEAVE_RATE, PHB__COST_LEAVE_NIGHT_RATE, &row->cover))) {
        return false;
    }
    return !is_sick_covered || (is_said(row, PHB__COST_SICKNESS_WEEKS) &&
                                take_cover(row, PHB__COST_SICKNESS_RATE,
                                           PHB__COST_SICKNESS_NIGHT_RATE, &row->sickness_cover));
}

static bool
take_row(struct phb__straight *straight, struct row *row)
{
    row->frequency = (phb_pay_frequency)value(row, PHB__COST_PAY_FREQUENCY);
    row->weeks_in_year = (phb_weeks_in_year)value(row, PHB__COST_WEEKS_IN_YEAR);
    row->was_enrolled = false;
    return row->frequency != (phb_pay_frequency)0 && value(row, PHB__COST_LEAVE_METHOD) != 0 &&
           !is_said(row, PHB__COST_BANK_HOLIDAY_MINUTES) &&
           !is_said(row, PHB__COST_BANK_HOLIDAY_PREMIUM) && take_period(straight, row) &&
           take_employment(straight, row) && take_work(straight, row) && take_absence(row);
}

/* ---- a segment ---- */

/* What a payslip comes to, and where it lies. */
struct slip {
    const struct phb__straight_law *law;
    const struct phb__terms *terms;
    struct phb__stretch days;
    struct phb__fraction years;
    phb_pence gross;
    bool is_over_state_pension_age;
};

/* Adds figure × times to a part, to the nearest penny. */
static inline bool
add(struct phb__cost_result *out, enum phb__part part, phb_pence figure, struct phb__fraction times)
{
    phb_pence amount = 0;
    bool fits = phb__fraction_half_up(figure, times, &amount);
    out->sums[part] += amount;
    return fits;
}

static inline struct phb__fraction
times(struct phb__fraction a, struct phb__fraction b)
{
    return (struct phb__fraction){a.numerator * b.numerator, a.denominator * b.denominator};
}

/* The letter given until its age ends it, else that of their age; NULL when it is not in force. */
static const struct phb__ni_letter *
letter_of(const struct row *row, const struct slip *slip)
{
    char given = (char)value(row, PHB__COST_NI_LETTER);
    int32_t lapse_years = phb__letter_lapses_at(given);
    bool has_lapsed = lapse_years > 0 && row->age_years >= lapse_years;
    char letter = phb__letter_of_age(row->age_years, slip->is_over_state_pension_age);
    if (given != 0 && !has_lapsed) {
        letter = given;
    }
    return letter >= 'A' && letter <= 'Z' ? slip->law->letters[letter - 'A'] : NULL;
}

static bool
is_member(struct row *row, const struct slip *slip)
{
    phb_pension_membership membership =
        (phb_pension_membership)value(row, PHB__COST_PENSION_MEMBERSHIP);
    const struct phb__pension_status status = {row->age_years, slip->is_over_state_pension_age,
                                               row->was_enrolled};
    bool is_now =
        phb__is_pension_member(&slip->terms->pension.levels, membership, &status, slip->gross);
    row->was_enrolled = row->was_enrolled || is_now;
    return is_now;
}

static bool
add_payslips(struct phb__straight *straight, struct row *row, struct slip *slip,
             struct phb__cost_result *out)
{
    const struct phb__straight_law *law = slip->law;
    bool accrues = value(row, PHB__COST_LEAVE_METHOD) == PHB_LEAVE_ACCRUAL;
    phb_pence leave = accrues ? phb__part_half_up(row->basic, law->leave_ppm) : 0;
    slip->gross = row->basic + leave;
    phb_pence employer_ni = 0;
    phb_pence pension = 0;
    const struct phb__ni_letter *letter = letter_of(row, slip);
    if (!letter || slip->gross > PHB_PENCE_MAX ||
        !phb__ni_by_terms(&slip->terms->ni, letter->relief, slip->gross, &employer_ni)) {
        return false;
    }
    if (is_member(row, slip)) {
        bool is_given = is_said(row, PHB__COST_PENSION_RATE);
        pension = phb__pension_on(
            &slip->terms->pension.levels, (phb_pension_basis)value(row, PHB__COST_PENSION_BASIS),
            is_given ? value(row, PHB__COST_PENSION_RATE) : law->pension_ppm, slip->gross);
    }
    struct phb__fraction slips =
        phb__payslips_in(slip->days, row->frequency, row->weeks_in_year, straight->year_days);
    return add(out, PHB__PART_PAY, row->basic, slips) &&
           (leave == 0 || add(out, PHB__PART_LEAVE, leave, slips)) &&
           add(out, PHB__PART_EMPLOYER_NI, employer_ni, slips) &&
           (pension == 0 || add(out, PHB__PART_PENSION, pension, slips));
}

/* Weeks of leave: the law's, or those agreed if they are more. */
static struct phb__fraction
weeks_of_leave(const struct row *row, const struct phb__straight_law *law)
{
    int64_t days =
        is_said(row, PHB__COST_DAYS_PER_WEEK) ? value(row, PHB__COST_DAYS_PER_WEEK) : 500;
    struct phb__fraction weeks = {law->leave_weeks_hundredths, 100};
    struct phb__fraction by_days = {law->leave_days_most * 100, days};
    struct phb__fraction agreed = {value(row, PHB__COST_LEAVE_WEEKS), 100};
    weeks = phb__is_more(weeks, by_days) ? by_days : weeks;
    return is_said(row, PHB__COST_LEAVE_WEEKS) && phb__is_more(agreed, weeks) ? agreed : weeks;
}

/* Those who cover are employed: by the team, whose thresholds their own pay has used up, or for
 * these weeks only. false when letter A is not in force. */
static bool
add_employed_cover(const struct row *row, const struct slip *slip, struct phb__fraction weeks,
                   struct phb__cost_result *out)
{
    const struct phb__straight_law *law = slip->law;
    const struct phb__terms *weekly = &law->terms[PHB_PAY_WEEKLY];
    const struct phb__ni_letter *letter = law->letters[0];
    phb_pence leave = phb__part_half_up(row->cover, law->leave_ppm);
    phb_pence whole = row->cover + leave;
    phb_pence employer_ni = 0;
    phb_pence pension = 0;
    if (whole > PHB_PENCE_MAX) {
        return false;
    }
    if (value(row, PHB__COST_LEAVE_BY) == PHB_COVER_BY_TEAM) {
        employer_ni = phb__part_third_decimal(whole, law->ni_ppm);
        pension = phb__part_half_up(whole, law->pension_ppm);
    } else if (!letter || !phb__ni_by_terms(&weekly->ni, letter->relief, whole, &employer_ni)) {
        return false;
    } else if (whole > weekly->pension.levels.trigger) {
        pension = phb__pension_on(&weekly->pension.levels, PHB_PENSION_QUALIFYING_EARNINGS,
                                  law->pension_ppm, whole);
    }
    return add(out, PHB__PART_COVER, leave, weeks) &&
           add(out, PHB__PART_EMPLOYER_NI, employer_ni, weeks) &&
           add(out, PHB__PART_PENSION, pension, weeks);
}

static bool
add_cover(const struct row *row, const struct slip *slip, struct phb__cost_result *out)
{
    struct phb__fraction weeks = times(weeks_of_leave(row, slip->law), slip->years);
    return add(out, PHB__PART_COVER, row->cover, weeks) &&
           (value(row, PHB__COST_LEAVE_BY) == PHB_COVER_BY_AGENCY ||
            add_employed_cover(row, slip, weeks, out));
}

static bool
add_sickness(const struct row *row, const struct slip *slip, struct phb__cost_result *out)
{
    const struct phb__straight_law *law = slip->law;
    struct phb__fraction weeks =
        times((struct phb__fraction){value(row, PHB__COST_SICKNESS_WEEKS), 100}, slip->years);
    phb_pence average = 0;
    if (!phb__fraction_half_up(slip->gross, phb__week_of_payslip(row->frequency), &average)) {
        return false;
    }
    phb_pence pay =
        law->sick_pay_ppm != PHB_NUMBER_NONE
            ? phb__sick_pay_of(phb__part_half_up(average, law->sick_pay_ppm), law->sick_pay)
            : phb__flat_sick_pay_of(average, law->sick_pay_limit, law->sick_pay);
    return add(out, PHB__PART_SICKNESS, pay, weeks) &&
           (row->sickness_cover == PHB_PENCE_NONE ||
            add(out, PHB__PART_SICKNESS_COVER, phb__beyond(row->sickness_cover, average), weeks));
}

/* The first day after one on which anything changes. */
static phb_date
next_cut(const struct phb__straight *straight, const struct row *row,
         const struct phb__straight_law *law, phb_date day)
{
    phb_date cut = row->days.end + 1;
    phb_date april = straight->calendar.first_april;
    cut = law->next < cut ? law->next : cut;
    cut = april > day && april < cut ? april : cut;
    for (int i = 0; i < PHB__BIRTHDAYS; i++) {
        phb_date birthday = row->employee.birthdays[i];
        cut = birthday > day && birthday < cut ? birthday : cut;
    }
    return cut;
}

/* Ages only change anything on birthdays that end a segment. */
static void
grow_older(struct row *row, phb_date day)
{
    static const int32_t ages_years[] = PHB__BIRTHDAY_AGES;
    for (size_t i = 0; i < sizeof ages_years / sizeof ages_years[0]; i++) {
        row->age_years = row->employee.birthdays[i] == day ? ages_years[i] : row->age_years;
    }
}

static bool
add_segment(struct phb__straight *straight, struct row *row, phb_date *day,
            struct phb__cost_result *out)
{
    const struct phb__straight_law *law = phb__straight_law_on(&straight->laws, *day);
    if (!law) {
        return false;
    }
    phb_date next = next_cut(straight, row, law, *day);
    struct slip slip = {
        .law = law,
        .terms = &law->terms[row->frequency],
        .days = {*day, next - 1},
        .years = {(int64_t)next - *day, straight->year_days},
        .is_over_state_pension_age = phb__employee_is_over_state_pension_age(&row->employee, *day),
    };
    phb_pence before = out->sums[PHB__PART_EMPLOYER_NI];
    grow_older(row, *day);
    if (!add_payslips(straight, row, &slip, out) ||
        (value(row, PHB__COST_LEAVE_METHOD) == PHB_LEAVE_COVER && !add_cover(row, &slip, out)) ||
        (is_said(row, PHB__COST_SICKNESS_WEEKS) && !add_sickness(row, &slip, out))) {
        return false;
    }
    out->employer_ni[*day >= straight->calendar.first_april] +=
        out->sums[PHB__PART_EMPLOYER_NI] - before;
    *day = next;
    return true;
}

/* ---- the whole ---- */

void
phb__straight_init(struct phb__straight *straight, const struct phb__dataset *dataset,
                   phb_date law_on)
{
    memset(straight, 0, offsetof(struct phb__straight, laws));
    straight->dataset = dataset;
    phb__straight_laws_init(&straight->laws, dataset);
    straight->is_off = law_on != PHB_DATE_NONE;
    straight->pension_age_days = phb__state_pension_age_days(dataset);
    straight->calendar.period.start = PHB_DATE_NONE;
}

bool
phb__straight_cost(struct phb__straight *straight, const struct phb__cost_block *block, size_t i,
                   struct phb__cost_result *out)
{
    struct row row;
    row.block = block;
    row.index = i;
    if (straight->is_off || block->is_odd[i] || !take_row(straight, &row)) {
        return false;
    }
    *out = (struct phb__cost_result){.certainty = PHB_CERTAINTY_IN_FORCE,
                                     .calendar = &straight->calendar};
    for (phb_date day = row.days.start; day <= row.days.end;) {
        if (!add_segment(straight, &row, &day, out)) {
            return false;
        }
    }
    for (int part = 0; part < PHB__PARTS; part++) {
        out->total += out->sums[part];
    }
    return out->total <= PHB_PENCE_MAX;
}
