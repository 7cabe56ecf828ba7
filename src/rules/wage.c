/*
 * National Minimum Wage Act 1998 and Regulations 2015: the wage is one an hour, by age; a new one,
 * or the one of a new age, binds from the first pay period that begins on or after the day. When
 * pay periods begin is not said in a budget, so it is taken to bind when one whole pay period has
 * passed: earlier it may not bind yet, later it surely does.
 */
#include "rules/wage.h"

#include "core/checked.h"
#include "core/date.h"
#include "core/defend.h"
#include "core/path.h"
#include "rates/law.h"
#include "rates/lookup.h"

/* Longer than any pay period: a change so long before the first day binds on it. */
#define PAY_PERIOD_DAYS_MAX 31

/* Of one person: the wage from a day on, until the next one's. */
struct minimum {
    phb_date from;
    phb_date binds;
    int64_t penny_hundredths;
};

/* What is looked at: somebody employed, and the wages of their time, by day; never empty. */
struct person {
    struct phb__check *check;
    const struct phb__employment *employment;
    struct phb__list minima; /* struct minimum */
    bool is_exempt;
    phb_date unknown_from; /* first day whose wage is not known */
};

/* One rate of pay: of a band of hours, or of the time awake in it. */
struct rate {
    const struct person *person;
    const struct phb__hours *hours;
    uint32_t index; /* of the band */
    bool is_awake;
    struct phb__stretch days; /* on which it is paid, within the period */
};

/* ---- rates of pay ---- */

/* Dated ones, or a single one. */
static uint32_t
rate_count(const struct rate *rate)
{
    bool is_dated = !rate->is_awake && rate->hours->rates.count > 0;
    return is_dated ? rate->hours->rates.count : 1;
}

static int64_t
paid_at(const struct rate *rate, uint32_t index)
{
    const struct phb__dated *dated = rate->hours->rates.items;
    if (rate->is_awake) {
        return rate->hours->given.awake_rate_penny_hundredths;
    }
    return rate->hours->rates.count > 0 ? dated[index].penny_hundredths
                                        : rate->hours->given.rate_penny_hundredths;
}

/* The first day of one of the rates: a single one holds always. */
static phb_date
paid_from(const struct rate *rate, uint32_t index)
{
    const struct phb__dated *dated = rate->hours->rates.items;
    return rate_count(rate) > 1 ? dated[index].from : PHB_DATE_MIN;
}

/* Is it paid on one of the days? */
static bool
is_paid(const struct rate *rate, uint32_t index)
{
    bool is_followed =
        index + 1 < rate_count(rate) && paid_from(rate, index + 1) <= rate->days.start;
    return !is_followed && paid_from(rate, index) <= rate->days.end;
}

/* ---- the wages of somebody's time ---- */

/* How many rows begin on or before a day. */
static uint32_t
rows_until(const struct phb__rate_row *rows, uint32_t count, phb_date day)
{
    uint32_t low = 0;
    uint32_t high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (rows[middle].from <= day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The birthday; a day that no period reaches for one beyond the calendar. */
static phb_date
birthday(phb_date birth, int32_t age_years)
{
    phb_date day = INT32_MAX;
    (void)phb_date_of_age(birth, age_years, &day);
    return day;
}

/*
 * The wage of a day, and the first day after it on which it may be another. Of those who say no
 * date of birth it is the one of adults, as for all that the costing works out for them.
 */
static int64_t
wage_on(const struct person *person, phb_date day, phb_date *out_next)
{
    const struct phb_costing *costing = person->check->costing;
    const struct phb__rate_parameter *wage =
        &costing->dataset->parameters[PHB__RATE_MINIMUM_WAGE_HOURLY];
    const struct phb__rate_row *rows = costing->dataset->rows + wage->first_row;
    bool is_one_law = costing->law_on != PHB_DATE_NONE;
    phb_date birth = person->employment->assistant->given.date_of_birth;
    uint32_t end = rows_until(rows, wage->row_count, is_one_law ? costing->law_on : day);
    int64_t value = 0;
    *out_next = end < wage->row_count && !is_one_law ? rows[end].from : INT32_MAX;
    for (uint32_t i = end; i > 0 && rows[i - 1].from == rows[end - 1].from; i--) {
        const struct phb__rate_row *row = &rows[i - 1]; /* the oldest first */
        phb_date reached =
            birth == PHB_DATE_NONE || row->age == 0 ? day : birthday(birth, row->age);
        if (reached <= day) {
            value = row->value == PHB__RATE_ENDED ? 0 : row->value * 100;
            break;
        }
        *out_next = reached < *out_next ? reached : *out_next;
    }
    return value;
}

/* The first day of somebody's employment; PHB_DATE_NONE when the budget does not say. */
static phb_date
employed_from(const phb_assistant *given)
{
    return given->employed_since != PHB_DATE_NONE ? given->employed_since : given->start;
}

/* Who is taken on after the change is paid the new wage from their first pay period on. */
static phb_date
binds_from(const phb_assistant *given, phb_date change)
{
    static const int32_t days_of[] = {
        [PHB_PAY_WEEKLY] = 7, [PHB_PAY_FORTNIGHTLY] = 14, [PHB_PAY_FOUR_WEEKLY] = 28};
    phb_date employed = employed_from(given);
    if (employed != PHB_DATE_NONE && employed >= change) {
        return change;
    }
    phb_date binds = change + PAY_PERIOD_DAYS_MAX;
    if (given->pay_frequency == PHB_PAY_MONTHLY) {
        (void)phb_date_add_months(change, 1, PHB_MONTH_END_CLAMP, &binds);
        return binds;
    }
    return change + days_of[given->pay_frequency];
}

/* false when out of memory. The list is used again for the next one. */
static bool
find_minima(struct person *person)
{
    const struct phb__employment *employment = person->employment;
    phb_date day = employment->days.start - PAY_PERIOD_DAYS_MAX;
    phb_date binds = day;
    person->minima.count = 0;
    while (day <= employment->days.end) {
        phb_date next = INT32_MAX;
        struct minimum *minimum =
            phb__list_add(&person->minima, &person->check->arena, sizeof *minimum);
        if (!minimum) {
            return false;
        }
        *minimum = (struct minimum){day, binds, wage_on(person, day, &next)};
        day = next;
        if (day <= employment->days.end) {
            binds = binds_from(&employment->assistant->given, day);
        }
    }
    return true;
}

/*
 * The wage is set anew for every 1 April. The first one not known is that after the newest one
 * held, or that in the last days held, whose wage would be there if there were one.
 */
static phb_date
first_unknown_day(const struct phb_costing *costing)
{
    const struct phb__rate_parameter *wage =
        &costing->dataset->parameters[PHB__RATE_MINIMUM_WAGE_HOURLY];
    const struct phb__rate_row *rows = costing->dataset->rows + wage->first_row;
    phb_date newest = wage->row_count > 0 ? rows[wage->row_count - 1].from : PHB_DATE_MIN;
    int32_t newest_year = phb__ymd_of(newest).year;
    phb_date april = phb__date_of_ymd(newest_year, 4, 1);
    april = april > newest ? april : phb__date_of_ymd(newest_year + 1, 4, 1);
    int32_t last_year = phb__ymd_of(costing->dataset->last_day).year;
    phb_date last_april = phb__date_of_ymd(last_year, 4, 1);
    if (last_april > costing->dataset->last_day) {
        last_april = phb__date_of_ymd(last_year - 1, 4, 1);
    }
    return april > last_april ? april : last_april;
}

/* ---- what is found ---- */

enum state { STATE_FINE, STATE_CLOSE, STATE_SOON, STATE_BREACH };

/* Days in a row of which the same is to be said. */
struct run {
    enum state state;
    int64_t paid; /* hundredths of a penny an hour, both */
    int64_t minimum;
    phb_date since; /* since when the minimum holds */
    struct phb__stretch days;
    uint32_t dated; /* index of the rate among the dated ones */
};

/* "/assistants/0/hours/1/rate/2/amount" */
static struct phb__at
at_rate(const struct rate *rate, uint32_t dated)
{
    struct phb__at at = phb__at("assistants", rate->person->employment->index, "hours");
    (void)phb__path_add_index(at.path, rate->index);
    (void)phb__path_add(at.path, rate->is_awake ? "awake_rate" : "rate");
    if (!rate->is_awake && rate->hours->rates.count > 0) {
        (void)phb__path_add_index(at.path, dated);
        (void)phb__path_add(at.path, "amount");
    }
    return at;
}

/* Extra pay of a week × weeks, rounded once; the most there is when it cannot be counted. */
static phb_pence
cost_of_minimum(const struct rate *rate, const struct run *run)
{
    const phb_hours *given = &rate->hours->given;
    struct phb__fraction weeks = phb__weeks(&rate->person->check->costing->calendar, run->days);
    int64_t time = rate->is_awake
                       ? given->nights_per_week_hundredths * given->awake_minutes_per_night
                       : given->minutes_per_week * 100;
    int64_t week = 0; /* in 1 ÷ PHB__WEEK_PAY_PARTS of a penny */
    phb_pence cost = PHB_PENCE_MAX;
    bool fits = phb__multiply(run->minimum - run->paid, time, &week) &&
                phb__mul_div(week, weeks.numerator, PHB__WEEK_PAY_PARTS * weeks.denominator,
                             PHB_ROUND_HALF_UP, &cost);
    return fits && cost < PHB_PENCE_MAX ? cost : PHB_PENCE_MAX;
}

static void
find_breach(const struct rate *rate, const struct run *run, struct phb__finding *finding)
{
    finding->rule = PHB__RULE_BUDGET_PAY_MINIMUM_WAGE;
    finding->arguments[3] = phb__value("from", PHB__ARGUMENT_DATE, run->days.start);
    finding->arguments[4] = phb__value("until", PHB__ARGUMENT_DATE, run->days.end);
    finding->arguments[5] = phb__value("cost", PHB__ARGUMENT_PENCE, cost_of_minimum(rate, run));
}

/* Says what there is to say of a run. Whole pence: what is paid rounded down. */
static void
close_run(const struct rate *rate, const struct run *run)
{
    const struct person *person = rate->person;
    if (run->state == STATE_FINE) {
        return;
    }
    struct phb__at at = at_rate(rate, run->dated);
    struct phb__finding finding = {
        .rule = PHB__RULE_BUDGET_PAY_MINIMUM_WAGE_SOON,
        .deployment = person->employment->assistant->given.deployment,
        .at = at.path,
        .arguments = {phb__text("of", person->employment->id),
                      phb__value("rate", PHB__ARGUMENT_RATE, run->paid),
                      phb__value("minimum", PHB__ARGUMENT_RATE, run->minimum),
                      phb__value("from", PHB__ARGUMENT_DATE, run->since)},
        .actual = run->paid / 100,
        .limit = run->minimum / 100};
    if (run->state == STATE_BREACH) {
        find_breach(rate, run, &finding);
    } else if (run->state == STATE_CLOSE) {
        finding.rule = PHB__RULE_BUDGET_PAY_MINIMUM_WAGE_UNKNOWN;
        finding.arguments[3] = phb__value("from", PHB__ARGUMENT_DATE, person->unknown_from);
    }
    phb__find(&person->check->findings, &finding);
}

/* The next days: more of the same, or the run before has ended. That a minimum would soon bind
 * need not be said where it then does. */
static void
continue_run(const struct rate *rate, struct run *run, const struct run *cell)
{
    bool is_same_pay = run->paid == cell->paid && run->minimum == cell->minimum;
    if (run->state == cell->state && is_same_pay) {
        run->days.end = cell->days.end;
        return;
    }
    if (run->state != STATE_SOON || cell->state != STATE_BREACH || !is_same_pay) {
        close_run(rate, run);
    }
    *run = *cell;
}

static enum state
state_of(const struct person *person, int64_t paid, const struct minimum *bound,
         const struct minimum *minimum, phb_date day)
{
    if (paid < bound->penny_hundredths) {
        return STATE_BREACH;
    }
    if (paid < minimum->penny_hundredths) {
        return STATE_SOON;
    }
    bool is_close = paid * 10 <= minimum->penny_hundredths * 11;
    phb_date law_on = person->check->costing->law_on; /* one day's law may hold for every day */
    phb_date law_day = law_on == PHB_DATE_NONE ? day : law_on;
    return law_day >= person->unknown_from && is_close ? STATE_CLOSE : STATE_FINE;
}

static void
cut_at(phb_date *next, phb_date day, phb_date change)
{
    if (change > day && change < *next) {
        *next = change;
    }
}

/* Walks over the days on which the pay, the wage, or what binds of it changes: each of the three
 * lists is passed once. */
static void
walk_rate(const struct rate *rate)
{
    const struct person *person = rate->person;
    const struct minimum *minima = person->minima.items;
    uint32_t last_minimum = person->minima.count - 1;
    uint32_t last_rate = rate_count(rate) - 1;
    uint32_t now = 0;
    uint32_t bound = 0;
    uint32_t paid = 0;
    struct run run = {.state = STATE_FINE};
    phb_date day = rate->days.start;
    if (PHB__NEVER(!minima)) {
        return;
    }
    while (day <= rate->days.end) {
        phb_date next = rate->days.end + 1;
        while (now < last_minimum && minima[now + 1].from <= day) {
            now++;
        }
        while (bound < last_minimum && minima[bound + 1].binds <= day) {
            bound++;
        }
        while (paid < last_rate && paid_from(rate, paid + 1) <= day) {
            paid++;
        }
        cut_at(&next, day, now < last_minimum ? minima[now + 1].from : INT32_MAX);
        cut_at(&next, day, bound < last_minimum ? minima[bound + 1].binds : INT32_MAX);
        cut_at(&next, day, paid < last_rate ? paid_from(rate, paid + 1) : INT32_MAX);
        cut_at(&next, day, person->unknown_from);
        struct run cell = {.paid = paid_at(rate, paid), .days = {day, next - 1}, .dated = paid};
        cell.state = state_of(person, cell.paid, &minima[bound], &minima[now], day);
        cell.minimum = minima[cell.state == STATE_BREACH ? bound : now].penny_hundredths;
        cell.since = minima[now].from;
        continue_run(rate, &run, &cell);
        day = next;
    }
    close_run(rate, &run);
}

/* ---- the local range of pay ---- */

static void
find_outside(const struct rate *rate, enum phb__rule_key rule, const char *name, uint32_t dated,
             int64_t paid, int64_t edge)
{
    const struct phb__employment *employment = rate->person->employment;
    struct phb__at at = at_rate(rate, dated);
    phb__find(&rate->person->check->findings,
              &(struct phb__finding){.rule = rule,
                                     .deployment = employment->assistant->given.deployment,
                                     .at = at.path,
                                     .arguments = {phb__text("of", employment->id),
                                                   phb__value("rate", PHB__ARGUMENT_RATE, paid),
                                                   phb__value(name, PHB__ARGUMENT_RATE, edge)},
                                     .actual = paid / 100,
                                     .limit = edge / 100});
}

/* No policy may keep pay below the law: what the law asks for is never too much. */
static void
compare_with_range(const struct rate *rate, uint32_t dated, int64_t paid, int64_t legal)
{
    const struct phb__policy_content *policy = phb__policy_content(rate->person->check->policy);
    int64_t least = policy->pay_min_penny_hundredths;
    int64_t most = policy->pay_max_penny_hundredths;
    if (least != PHB_NUMBER_NONE && paid < least) {
        find_outside(rate, PHB__RULE_BUDGET_PAY_RANGE_BELOW, "minimum", dated, paid, least);
    }
    if (most != PHB_NUMBER_NONE && paid > most && paid > legal) {
        find_outside(rate, PHB__RULE_BUDGET_PAY_RANGE_ABOVE, "maximum", dated, paid, most);
    }
}

static int64_t
highest_minimum(const struct person *person)
{
    const struct minimum *minima = person->minima.items;
    int64_t highest = 0;
    for (uint32_t i = 0; i < person->minima.count && !person->is_exempt; i++) {
        int64_t each = minima[i].penny_hundredths;
        highest = each > highest ? each : highest;
    }
    return highest;
}

static void
check_range(const struct rate *rate, int64_t legal)
{
    for (uint32_t i = 0; i < rate_count(rate); i++) {
        if (is_paid(rate, i)) {
            compare_with_range(rate, i, paid_at(rate, i), legal);
        }
    }
}

/* ---- the whole ---- */

/* Relatives who live in the family home are exempt; a friend who lives there is not. */
static bool
is_exempt(const phb_assistant *given)
{
    bool is_relative = given->relationship != (phb_relationship)0 &&
                       given->relationship != PHB_RELATIONSHIP_NONE &&
                       given->relationship != PHB_RELATIONSHIP_FRIEND;
    return is_relative && given->lives_in_household == PHB_ANSWER_YES;
}

/* Flat pay is for time asleep too, which is not counted: for the time awake there is a wage. */
static bool
is_timed(const phb_hours *given)
{
    return !phb__hours_are_flat(given) || given->awake_minutes_per_night > 0;
}

/* The pay of one band, by the hour or awake, and its days; false when there is none. */
static bool
rate_of(const struct phb__employment *employment, uint32_t index, struct rate *out)
{
    const struct phb__hours *hours = &phb__assistant_hours(employment->assistant)[index];
    struct phb__stretch employed = employment->days;
    struct phb__stretch worked = {phb__day_or(hours->given.start, employed.start),
                                  phb__day_or(hours->given.end, employed.end)};
    *out = (struct rate){
        .hours = hours, .index = index, .is_awake = phb__hours_are_flat(&hours->given)};
    return is_timed(&hours->given) && phb__stretch_overlap(worked, employed, &out->days);
}

int64_t
phb__lowest_rate_on(const struct phb__employment *employment, phb_date day)
{
    int64_t lowest = INT64_MAX;
    struct rate rate;
    if (is_exempt(&employment->assistant->given)) {
        return lowest;
    }
    for (uint32_t i = 0; i < employment->assistant->hours.count; i++) {
        bool is_worked =
            rate_of(employment, i, &rate) && rate.days.start <= day && day <= rate.days.end;
        const phb_hours *given = &rate.hours->given;
        int64_t paid = phb__dated_on(&rate.hours->rates, given->rate_penny_hundredths, day);
        if (rate.is_awake) {
            paid = given->awake_rate_penny_hundredths;
        }
        lowest = is_worked && paid < lowest ? paid : lowest;
    }
    return lowest;
}

static void
check_hours(const struct person *person, uint32_t index, int64_t legal)
{
    struct rate rate;
    if (!rate_of(person->employment, index, &rate)) {
        return;
    }
    rate.person = person;
    if (!person->is_exempt) {
        walk_rate(&rate);
    }
    check_range(&rate, legal);
}

void
phb__rules_wage(struct phb__check *check)
{
    struct person person = {.check = check, .unknown_from = first_unknown_day(check->costing)};
    for (uint32_t i = 0; i < check->content->assistants.count; i++) {
        const struct phb__employment *employment = &check->costing->employments[i];
        if (!employment->is_in_period) {
            continue;
        }
        person.employment = employment;
        person.is_exempt = is_exempt(&employment->assistant->given);
        if (!find_minima(&person)) {
            check->findings.status = PHB_ERROR_MEMORY;
            return;
        }
        int64_t legal = highest_minimum(&person);
        for (uint32_t j = 0; j < employment->assistant->hours.count; j++) {
            check_hours(&person, j, legal);
        }
    }
}
