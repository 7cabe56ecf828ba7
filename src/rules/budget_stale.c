/*
 * Has the agreed sum gone stale? It was agreed before a law changed that the cost rests on. What
 * changes by the first day of the period was there to be counted from the start; what changes on a
 * later day is what a sum agreed earlier may not have foreseen.
 */

#include "costing/pension.h"
#include "rates/law.h"
#include "rates/lookup.h"
#include "rules/wage.h"

/* Until which day each value of the law is used; PHB_DATE_NONE: not at all. */
struct uses {
    phb_date until[PHB__RATE_KEY_COUNT];
};

static void
use(struct uses *uses, enum phb__rate_key key, phb_date day)
{
    if (uses->until[key] == PHB_DATE_NONE || day > uses->until[key]) {
        uses->until[key] = day;
    }
}

static void
use_employer_ni(struct uses *uses, phb_pay_frequency frequency, phb_date day)
{
    use(uses, PHB__RATE_EMPLOYER_NI_RATE, day);
    switch (frequency) {
    case PHB_PAY_WEEKLY:
        use(uses, PHB__RATE_EMPLOYER_NI_SECONDARY_THRESHOLD_WEEKLY, day);
        return;
    case PHB_PAY_MONTHLY:
        use(uses, PHB__RATE_EMPLOYER_NI_SECONDARY_THRESHOLD_MONTHLY, day);
        return;
    case PHB_PAY_FORTNIGHTLY: /* both derived from the annual one */
    case PHB_PAY_FOUR_WEEKLY:
    case PHB_PAY_ANNUAL:
        use(uses, PHB__RATE_EMPLOYER_NI_SECONDARY_THRESHOLD_ANNUAL, day);
        return;
    }
}

static void
use_pension(struct uses *uses, const struct phb__law *law, const phb_assistant *given, phb_date day)
{
    struct phb__pension_levels levels;
    if (given->pension_membership == PHB_PENSION_OPTED_OUT) {
        return;
    }
    if (given->pension_employer_ppm == PHB_NUMBER_NONE) {
        use(uses, PHB__RATE_PENSION_EMPLOYER_RATE, day);
    }
    if (phb__pension_levels_on(law, given->pay_frequency, &levels)) {
        use(uses, levels.trigger_key, day);
        use(uses, levels.lower_key, day);
        use(uses, levels.upper_key, day);
    }
}

static void
use_employment(struct uses *uses, const struct phb__check *check,
               const struct phb__employment *employment)
{
    const phb_assistant *given = &employment->assistant->given;
    phb_date last = employment->days.end;
    struct phb__law law;
    use_employer_ni(uses, given->pay_frequency, last);
    if (phb__law_on(check->costing->dataset, employment->days.start, PHB_RATE_CARRY, &law)) {
        use_pension(uses, &law, given, last);
    }
    if (given->sickness_weeks_hundredths > 0) {
        use(uses, PHB__RATE_SSP_WEEKLY_RATE, last);
        use(uses, PHB__RATE_SSP_EARNINGS_RATE, last);
    }
    if (given->leave_method == PHB_LEAVE_ACCRUAL) {
        use(uses, PHB__RATE_LEAVE_ACCRUAL_RATE, last);
    }
    if (given->deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT &&
        check->content->settings.claims_allowance == PHB_ANSWER_YES) {
        use(uses, PHB__RATE_EMPLOYMENT_ALLOWANCE_AMOUNT, last);
    }
}

/* The first day after one, until another, on which a value is not what it was; PHB_DATE_NONE when
 * there is none. */
static phb_date
first_change(const struct phb__dataset *dataset, enum phb__rate_key key, phb_date after,
             phb_date until)
{
    const struct phb__rate_parameter *parameter = &dataset->parameters[key];
    const struct phb__rate_row *rows = dataset->rows + parameter->first_row;
    for (uint32_t i = 0; i < parameter->row_count && rows[i].from <= until; i++) {
        if (rows[i].from > after) {
            const struct phb__rate_row *before =
                phb__row_on(dataset, parameter, rows[i].from - 1, rows[i].age);
            if (!before || before->value != rows[i].value) {
                return rows[i].from;
            }
        }
    }
    return PHB_DATE_NONE;
}

/* The first day on which the minimum wage of somebody overtakes what they are paid: for all others
 * it is not what the cost rests on. */
static phb_date
first_wage_change(const struct phb__check *check, const struct phb__employment *employment,
                  phb_date after)
{
    const struct phb__dataset *dataset = check->costing->dataset;
    const struct phb__rate_parameter *wage = &dataset->parameters[PHB__RATE_MINIMUM_WAGE_HOURLY];
    const struct phb__rate_row *rows = dataset->rows + wage->first_row;
    phb_date birth = employment->assistant->given.date_of_birth;
    for (uint32_t i = 0; i < wage->row_count && rows[i].from <= employment->days.end; i++) {
        int32_t age_years = INT32_MAX; /* not said: an adult */
        if (rows[i].from <= after) {
            continue;
        }
        if (birth != PHB_DATE_NONE) {
            (void)phb_date_age(birth, rows[i].from, &age_years);
        }
        const struct phb__rate_row *minimum = phb__row_on(dataset, wage, rows[i].from, age_years);
        if (minimum && minimum->value != PHB__RATE_ENDED &&
            minimum->value * 100 > phb__lowest_rate_on(employment, rows[i].from)) {
            return rows[i].from;
        }
    }
    return PHB_DATE_NONE;
}

static void
keep_first(phb_date *first, phb_date change)
{
    if (change != PHB_DATE_NONE && (*first == PHB_DATE_NONE || change < *first)) {
        *first = change;
    }
}

static phb_date
first_change_of_all(const struct phb__check *check, phb_date after)
{
    struct uses uses;
    phb_date first = PHB_DATE_NONE;
    for (int32_t key = 0; key < PHB__RATE_KEY_COUNT; key++) {
        uses.until[key] = PHB_DATE_NONE;
    }
    for (uint32_t i = 0; i < check->content->assistants.count; i++) {
        const struct phb__employment *employment = &check->costing->employments[i];
        if (employment->is_in_period) {
            use_employment(&uses, check, employment);
            keep_first(&first, first_wage_change(check, employment, after));
        }
    }
    for (int32_t key = 0; key < PHB__RATE_KEY_COUNT; key++) {
        if (uses.until[key] != PHB_DATE_NONE) {
            keep_first(&first, first_change(check->costing->dataset, (enum phb__rate_key)key, after,
                                            uses.until[key]));
        }
    }
    return first;
}

void
phb__rules_stale(struct phb__check *check)
{
    const phb_budget_settings *settings = &check->content->settings;
    phb_date agreed_on = settings->agreed_on;
    if (settings->agreed_pence == PHB_PENCE_NONE) {
        return;
    }
    if (agreed_on == PHB_DATE_NONE) {
        phb__find(&check->findings, &(struct phb__finding){.rule = PHB__RULE_BUDGET_STALE_AGREED_ON,
                                                           .at = "/agreed_on"});
        return;
    }
    if (check->costing->law_on != PHB_DATE_NONE) { /* every day has the law of one */
        return;
    }
    phb_date after = agreed_on > settings->start ? agreed_on : settings->start;
    phb_date changed_on = first_change_of_all(check, after);
    if (changed_on != PHB_DATE_NONE) {
        phb__find(&check->findings,
                  &(struct phb__finding){
                      .rule = PHB__RULE_BUDGET_STALE_LAW_CHANGED,
                      .at = "/agreed_on",
                      .arguments = {phb__value("agreed_on", PHB__ARGUMENT_DATE, agreed_on),
                                    phb__value("changed_on", PHB__ARGUMENT_DATE, changed_on)},
                      .actual = agreed_on,
                      .limit = changed_on});
    }
}
