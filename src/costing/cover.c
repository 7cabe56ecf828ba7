/*
 * Leave by the method `cover`: the assistant is paid in all weeks, and somebody else works those of
 * the leave. Working Time Regulations 1998, regulations 13 and 13A: 5.6 weeks a year, at most 28
 * days.
 */

#include "costing/employer_ni.h"
#include "costing/extras.h"
#include "costing/pension.h"
#include "costing/sums.h"

/* What a week of cover costs; all but the pay are nil for an agency. */
struct cover_week {
    struct phb__figure pay;
    struct phb__figure leave;
    struct phb__figure employer_ni;
    struct phb__figure pension;
};

bool
phb__week_covered(struct phb_costing *costing, const struct phb__segment *segment,
                  int64_t rate_penny_hundredths, phb_pence night_rate, int32_t parent,
                  struct phb__figure *out_pay)
{
    struct phb__trace *trace = &costing->trace;
    const struct phb__week *week = &segment->week;
    struct phb__cover_pay cover;
    bool fits = phb__cover_pay_of(week, rate_penny_hundredths, night_rate, &cover);
    out_pay->pence = cover.pay;
    out_pay->step = phb__step_open(trace, parent, "sum", "costing.cover_pay", "Cover a week");
    if (!fits || out_pay->step == PHB__STEP_NONE) {
        return fits;
    }
    if (week->minutes > 0 && rate_penny_hundredths != PHB_NUMBER_NONE) {
        int32_t hours =
            phb__step_open(trace, out_pay->step, "scale", "costing.cover_hours", "Hours");
        phb__step_given(trace, hours, "Hours a week", (struct phb__fraction){week->minutes, 60},
                        "hours");
        phb__step_given(trace, hours, "Cover an hour",
                        (struct phb__fraction){rate_penny_hundredths, 100}, "pence");
        phb__step_value(trace, hours, cover.by_the_hour, 6000, "pence");
    }
    if (week->nights_hundredths > 0 && night_rate != PHB_PENCE_NONE) {
        int32_t nights =
            phb__step_open(trace, out_pay->step, "scale", "costing.cover_nights", "Nights");
        phb__step_given(trace, nights, "Nights a week",
                        (struct phb__fraction){week->nights_hundredths, 100}, "nights");
        phb__step_given(trace, nights, "Cover a night", (struct phb__fraction){night_rate, 1},
                        "pence");
        phb__step_value(trace, nights, cover.by_the_night, 6000, "pence");
    }
    phb__step_pence(trace, out_pay->step, out_pay->pence, "half_up");
    return true;
}

/* ---- how many weeks ---- */

/* 5.6 weeks, or 28 days for those who work more than five days a week. */
static bool
statutory_weeks(struct phb_costing *costing, const struct phb__segment *segment,
                int64_t days_per_week_hundredths, int32_t parent, struct phb__fraction *out_weeks)
{
    struct phb__trace *trace = &costing->trace;
    const struct phb__law *law = &segment->law;
    const struct phb__rate_row *weeks = phb__law_row(law, PHB__RATE_LEAVE_WEEKS);
    const struct phb__rate_row *days = phb__law_row(law, PHB__RATE_LEAVE_DAYS_MOST);
    struct phb__fraction by_weeks;
    struct phb__fraction by_days;
    struct phb__fraction one_day = {100, days_per_week_hundredths};
    if (!weeks || !days) {
        return false;
    }
    by_weeks = (struct phb__fraction){weeks->value, 100};
    by_days = (struct phb__fraction){days->value * 100, days_per_week_hundredths};
    if (trace->is_wanted) { /* reduced, to be shown */
        (void)phb__fraction_of(by_weeks.numerator, by_weeks.denominator, &by_weeks);
        (void)phb__fraction_of(by_days.numerator, by_days.denominator, &by_days);
    }
    phb__costing_used(costing, law, PHB__RATE_LEAVE_WEEKS);
    *out_weeks = phb__is_more(by_weeks, by_days) ? by_days : by_weeks;
    int32_t least = phb__step_open(trace, parent, "minimum", "costing.leave_weeks",
                                   "Weeks of leave the law gives");
    phb__step_rate(trace, least, law, PHB__RATE_LEAVE_WEEKS);
    int32_t in_days =
        phb__step_open(trace, least, "scale", "costing.leave_days", "Days of leave, in weeks");
    phb__step_rate(trace, in_days, law, PHB__RATE_LEAVE_DAYS_MOST);
    phb__step_given(trace, in_days, "One day of their working week", one_day, "weeks");
    phb__step_value(trace, in_days, by_days.numerator, by_days.denominator, "weeks");
    phb__step_value(trace, least, out_weeks->numerator, out_weeks->denominator, "weeks");
    return true;
}

/* A year's weeks of leave: what is given, if it is more than the law's. */
static bool
leave_weeks(struct phb_costing *costing, const struct phb__segment *segment,
            const phb_assistant *given, struct phb__factor *out)
{
    struct phb__trace *trace = &costing->trace;
    bool is_given = given->leave_weeks_hundredths != PHB_NUMBER_NONE;
    int64_t days_hundredths =
        given->days_per_week_hundredths == PHB_NUMBER_NONE ? 500 : given->days_per_week_hundredths;
    *out = (struct phb__factor){.label = "Weeks of leave a year", .unit = "weeks"};
    out->step = phb__step_open(trace, PHB__STEP_NONE, "maximum", "costing.leave_weeks", out->label);
    struct phb__fraction own = {given->leave_weeks_hundredths, 100};
    if (is_given) {
        phb__step_given(trace, out->step, "Weeks of leave agreed", own, "weeks");
    }
    if (!statutory_weeks(costing, segment, days_hundredths, out->step, &out->times)) {
        return false;
    }
    if (is_given && phb__is_more(own, out->times)) {
        out->times = own;
    }
    phb__step_value(trace, out->step, out->times.numerator, out->times.denominator, "weeks");
    return true;
}

/* ---- what a week costs ---- */

/* Others in the team work extra: their thresholds are used up by their own pay. */
static phb_status
cost_team(struct phb_costing *costing, const struct phb__law *law, struct phb__figure whole,
          int32_t parent, struct cover_week *week)
{
    struct phb__trace *trace = &costing->trace;
    const struct phb__rate_row *ni = phb__law_row(law, PHB__RATE_EMPLOYER_NI_RATE);
    const struct phb__rate_row *pension = phb__law_row(law, PHB__RATE_PENSION_EMPLOYER_RATE);
    if (!ni || !pension) {
        return PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    week->employer_ni.pence = phb__part_third_decimal(whole.pence, ni->value);
    week->pension.pence = phb__part_half_up(whole.pence, pension->value);
    phb__costing_used(costing, law, PHB__RATE_EMPLOYER_NI_RATE);
    phb__costing_used(costing, law, PHB__RATE_PENSION_EMPLOYER_RATE);
    week->employer_ni.step = phb__step_open(trace, parent, "scale", "costing.cover_ni",
                                            "Employer National Insurance, above the thresholds");
    phb__step_repeat(trace, week->employer_ni.step, whole.step);
    phb__step_rate(trace, week->employer_ni.step, law, PHB__RATE_EMPLOYER_NI_RATE);
    phb__step_pence(trace, week->employer_ni.step, week->employer_ni.pence, "third_decimal");
    week->pension.step = phb__step_open(trace, parent, "scale", "costing.cover_pension",
                                        "Employer pension contribution");
    phb__step_repeat(trace, week->pension.step, whole.step);
    phb__step_rate(trace, week->pension.step, law, PHB__RATE_PENSION_EMPLOYER_RATE);
    phb__step_pence(trace, week->pension.step, week->pension.pence, "half_up");
    return PHB_OK;
}

/* false when the law lacks a value. */
static bool
cost_relief_ni(struct phb_costing *costing, const struct phb__law *law, struct phb__figure whole,
               int32_t parent, struct phb__figure *out)
{
    struct phb__trace *trace = &costing->trace;
    struct phb__ni ni;
    const struct phb__ni_letter *letter = phb__letter_on(costing->dataset, 'A', law->day);
    if (!letter) {
        return false;
    }
    if (phb__ni_kept(costing, law, PHB_PAY_WEEKLY, letter, whole.pence, &out->pence)) {
        return true;
    }
    if (!phb__ni_compute(law, PHB_PAY_WEEKLY, letter, whole.pence, &ni)) {
        return false;
    }
    phb__ni_used(costing, law, &ni);
    out->pence = ni.total;
    out->step = phb__step_open(trace, parent, "ni_bands", "costing.cover_ni",
                               "Employer National Insurance, letter A");
    phb__ni_trace(trace, out->step, law, &ni, whole.step);
    return true;
}

/* Somebody employed who works only then: a week's payslip, letter A. */
static phb_status
cost_relief(struct phb_costing *costing, const struct phb__law *law, struct phb__figure whole,
            int32_t parent, struct cover_week *week)
{
    struct phb__trace *trace = &costing->trace;
    struct phb__pension pension;
    if (!cost_relief_ni(costing, law, whole, parent, &week->employer_ni) ||
        !phb__pension_minimum(costing, law, PHB_PAY_WEEKLY, &pension)) {
        return PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    phb__costing_used(costing, law, pension.levels.trigger_key);
    if (whole.pence <= pension.levels.trigger) {
        return PHB_OK;
    }
    phb__pension_compute(&pension, whole.pence);
    phb__pension_used(costing, law, &pension, whole.pence);
    week->pension.pence = pension.pension;
    week->pension.step = phb__step_open(trace, parent, "scale", "costing.cover_pension",
                                        "Employer pension contribution");
    phb__pension_trace(trace, week->pension.step, law, &pension, whole.step);
    return PHB_OK;
}

static phb_status
cost_week(struct phb_costing *costing, const struct phb__segment *segment,
          const phb_assistant *given, struct cover_week *week)
{
    struct phb__trace *trace = &costing->trace;
    const struct phb__law *law = &segment->law;
    struct phb__figure whole = {0, phb__step_open(trace, PHB__STEP_NONE, "sum",
                                                  "costing.cover_week", "Pay for a week of cover")};
    *week = (struct cover_week){
        {0, PHB__STEP_NONE}, {0, PHB__STEP_NONE}, {0, PHB__STEP_NONE}, {0, PHB__STEP_NONE}};
    if (!phb__week_covered(costing, segment, given->leave_rate_penny_hundredths,
                           given->leave_night_rate_pence, whole.step, &week->pay)) {
        return PHB_ERROR_RANGE;
    }
    phb_status status = PHB_OK;
    if (given->leave_by != PHB_COVER_BY_AGENCY) {
        status = phb__leave_on(costing, law, week->pay, whole.step, &week->leave);
    }
    whole.pence = week->pay.pence + week->leave.pence;
    phb__step_pence(trace, whole.step, whole.pence, "none");
    if (status != PHB_OK || given->leave_by == PHB_COVER_BY_AGENCY) {
        return status;
    }
    if (whole.pence > PHB_PENCE_MAX) {
        return PHB_ERROR_RANGE;
    }
    return given->leave_by == PHB_COVER_BY_TEAM
               ? cost_team(costing, law, whole, PHB__STEP_NONE, week)
               : cost_relief(costing, law, whole, PHB__STEP_NONE, week);
}

phb_status
phb__cost_cover(struct phb_costing *costing, struct phb__tally *tally)
{
    const phb_assistant *given = &tally->employment->assistant->given;
    struct cover_week week;
    struct phb__factor factors[2] = {
        {0}, {"Years in these days", tally->segment->years, "years", PHB__STEP_NONE}};
    phb_status status = cost_week(costing, tally->segment, given, &week);
    if (status == PHB_OK && !leave_weeks(costing, tally->segment, given, &factors[0])) {
        status = PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    const struct {
        enum phb__part part;
        const char *label;
        const struct phb__figure *figure;
    } amounts[] = {
        {PHB__PART_COVER, "Cover of leave", &week.pay},
        {PHB__PART_COVER, "Leave pay of those who cover", &week.leave},
        {PHB__PART_EMPLOYER_NI, "Cover of leave", &week.employer_ni},
        {PHB__PART_PENSION, "Cover of leave", &week.pension},
    };
    for (size_t i = 0; i < sizeof amounts / sizeof amounts[0] && status == PHB_OK; i++) {
        bool is_due = i == 0 || amounts[i].figure->pence > 0;
        if (is_due) {
            status = phb__tally_add(costing, tally, amounts[i].part, amounts[i].label,
                                    *amounts[i].figure, factors, 2);
        }
    }
    return status;
}
