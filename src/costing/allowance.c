/*
 * The Employment Allowance: National Insurance Contributions Act 2014 sections 1 to 4, and for
 * employers of care and support workers, households included, from 6 April 2015. It belongs to the
 * employer and the tax year: not to an assistant, not to a month, and not pro rata.
 */

#include <string.h>

#include "core/date.h"
#include "core/error.h"
#include "costing/allowance.h"
#include "costing/segment.h"

/* One tax year of the budget. */
struct year {
    int32_t number; /* from 0, the one the period starts in */
    int32_t name;   /* the year it starts in */
    struct phb__stretch days;
    phb_pence employer_ni; /* of those employed by direct payment */
    phb_pence used;        /* outside this budget */
};

/* Every row of National Insurance that the allowance may meet. */
static void
trace_employer_ni(struct phb_costing *costing, const struct year *year, int32_t parent)
{
    struct phb__trace *trace = &costing->trace;
    int32_t sum = phb__step_open(trace, parent, "sum", "costing.allowance_ni",
                                 "Employer National Insurance of the tax year");
    for (size_t row = 0; sum != PHB__STEP_NONE && row < phb_table_rows(costing->lines); row++) {
        phb_date start = (phb_date)phb__table_get(costing->lines, PHB__LINE_START, row);
        const char *category = phb__table_get_text(costing->lines, PHB__LINE_CATEGORY, row);
        if (strcmp(category, "employer_ni") == 0 &&
            costing->facts[row].deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT &&
            phb__costing_tax_year(costing, start) == year->number) {
            phb__step_repeat(trace, sum,
                             (int32_t)phb__table_get(costing->lines, PHB__LINE_STEP, row));
        }
    }
    phb__step_pence(trace, sum, year->employer_ni, "none");
}

static int32_t
trace_allowance(struct phb_costing *costing, const struct year *year, const struct phb__law *law,
                phb_pence left, phb_pence amount)
{
    struct phb__trace *trace = &costing->trace;
    int32_t line = phb__step_open(trace, costing->recurring_step, "sum", "costing.line",
                                  "employment_allowance");
    int32_t taken = phb__step_open(trace, line, "scale", "costing.allowance",
                                   "Taken off: the employer pays this much less");
    int32_t least =
        phb__step_open(trace, taken, "minimum", "costing.allowance", "What the allowance meets");
    trace_employer_ni(costing, year, least);
    int32_t rest = phb__step_open(trace, least, "difference", "costing.allowance_left",
                                  "Employment Allowance not yet used");
    phb__step_rate(trace, rest, law, PHB__RATE_EMPLOYMENT_ALLOWANCE_AMOUNT);
    phb__step_given(trace, rest, "Already used outside this budget",
                    (struct phb__fraction){year->used, 1}, "pence");
    phb__step_pence(trace, rest, left, "none");
    phb__step_pence(trace, least, amount, "none");
    phb__step_given(trace, taken, "Taken off", (struct phb__fraction){-1, 1}, "times");
    phb__step_pence(trace, taken, -amount, "none");
    phb__step_pence(trace, line, -amount, "none");
    return line;
}

const struct phb__rate_row *
phb__allowance_on(const struct phb_costing *costing, phb_date day, struct phb__law *out_law)
{
    phb_date law_day = costing->law_on == PHB_DATE_NONE ? day : costing->law_on;
    return phb__law_on(costing->dataset, law_day, costing->match, out_law)
               ? phb__law_row(out_law, PHB__RATE_EMPLOYMENT_ALLOWANCE_AMOUNT)
               : NULL;
}

static phb_status
cost_year(struct phb_costing *costing, const struct year *year, const struct phb__law *law,
          phb_pence allowance, phb_error *error)
{
    phb__costing_used(costing, law, PHB__RATE_EMPLOYMENT_ALLOWANCE_AMOUNT);
    phb_pence left = allowance > year->used ? allowance - year->used : 0;
    phb_pence amount = phb__allowance_meets(allowance, year->used, year->employer_ni);
    costing->allowance[year->number] = amount;
    struct phb__new_line line = {
        .of = "",
        .category = "employment_allowance",
        .is_computed = true,
        .days = year->days,
        .amount = -amount,
        .kind = PHB__COST_RECURRING,
        .deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT,
        .funder = PHB__FUNDER_NONE,
        .assistant = PHB__NOBODY,
        .plain_line = PHB__NOBODY,
        .is_provisional = law->day > costing->dataset->last_day,
        .step = trace_allowance(costing, year, law, left, amount),
    };
    return phb__costing_add_line(costing, &line, error);
}

/* Those employed before a period that begins within a tax year have used some of that year's. */
static bool
has_earlier_employees(const struct phb_costing *costing)
{
    phb_date start = costing->calendar.period.start;
    const struct phb__assistant *assistants = phb__budget_assistants(costing->content);
    for (uint32_t i = 0; i < costing->content->assistants.count; i++) {
        const phb_assistant *given = &assistants[i].given;
        if (given->deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT &&
            given->employed_since != PHB_DATE_NONE && given->employed_since < start) {
            return true;
        }
    }
    return false;
}

static bool
is_unknown(const struct phb_costing *costing)
{
    phb_date start = costing->calendar.period.start;
    int32_t name = phb__tax_year_of(start);
    const struct phb__allowance_used *used = costing->content->allowance_used.items;
    for (uint32_t i = 0; i < costing->content->allowance_used.count; i++) {
        if (used[i].tax_year == name) {
            return false;
        }
    }
    return start != phb__tax_year_start(name) && has_earlier_employees(costing);
}

static struct year
year_numbered(const struct phb_costing *costing, int32_t number)
{
    struct phb__stretch period = costing->calendar.period;
    struct year year = {.number = number, .name = phb__tax_year_of(period.start) + number};
    struct phb__stretch whole = {phb__tax_year_start(year.name),
                                 phb__tax_year_start(year.name + 1) - 1};
    (void)phb__stretch_overlap(whole, period, &year.days);
    const struct phb__allowance_used *used = costing->content->allowance_used.items;
    for (uint32_t i = 0; i < costing->content->allowance_used.count; i++) {
        year.used = used[i].tax_year == year.name ? used[i].amount : year.used;
    }
    for (uint32_t i = 0; i < costing->content->assistants.count; i++) {
        const struct phb__employment *employment = &costing->employments[i];
        if (employment->assistant->given.deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT) {
            year.employer_ni += employment->employer_ni[number];
        }
    }
    return year;
}

void
phb__allowance_share(phb_pence met, const int64_t *employer_ni, size_t count, int64_t all,
                     phb_pence *out_shares)
{
    if (met == all) {
        memcpy(out_shares, employer_ni, count * sizeof *out_shares);
    } else if (count == 1) {
        out_shares[0] = met;
    } else {
        (void)phb_pence_share(met, employer_ni, count, out_shares);
    }
}

int64_t
phb__allowance_shares(const struct phb_costing *costing, int32_t year, int64_t *employer_ni,
                      phb_pence *shares)
{
    size_t count = costing->content->assistants.count;
    int64_t all = 0;
    for (size_t i = 0; i < count; i++) {
        const struct phb__employment *employment = &costing->employments[i];
        bool is_met = employment->assistant->given.deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT;
        employer_ni[i] = is_met ? employment->employer_ni[year] : 0;
        all += employer_ni[i];
        shares[i] = 0;
    }
    if (all > 0) {
        phb__allowance_share(costing->allowance[year], employer_ni, count, all, shares);
    }
    return all;
}

phb_status
phb__cost_allowance(struct phb_costing *costing, phb_error *error)
{
    if (costing->content->settings.claims_allowance != PHB_ANSWER_YES) {
        return PHB_OK;
    }
    int32_t last = costing->calendar.last_tax_year - costing->calendar.first_tax_year;
    phb_status status = PHB_OK;
    for (int32_t number = 0; number <= last && status == PHB_OK; number++) {
        struct phb__law law;
        struct year year = year_numbered(costing, number);
        const struct phb__rate_row *allowance = phb__allowance_on(costing, year.days.start, &law);
        if (!allowance || year.employer_ni == 0) {
            continue;
        }
        if (number == 0 && is_unknown(costing)) {
            phb__costing_note(costing, "costing.allowance_not_known",
                              "/employer/employment_allowance",
                              "An assistant was employed before the period, and it is not said how "
                              "much of the Employment Allowance of that tax year is already used: "
                              "none is counted for it.");
            continue;
        }
        status = cost_year(costing, &year, &law, allowance->value, error);
    }
    return status;
}
