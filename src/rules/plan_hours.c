/*
 * Are the hours that were assessed there: employed, bought, or given unpaid? One assistant may meet
 * several needs and one need several assistants, so needs are looked at in the groups that share
 * outcomes, actions and lines. Of each group the average week of the period counts.
 */

#include "core/checked.h"
#include "costing/segment.h"
#include "rules/plan_view.h"

enum care { ACTIVE, WAKING_NIGHT, SLEEP_IN, CARES };

/* What a group is assessed at and what is planned for it: minutes, or hundredths of a night. */
struct hours {
    int64_t assessed[CARES]; /* a week */
    int64_t planned[CARES];  /* a week, times the days of the period on which it holds */
    uint32_t first_need;
    bool is_group; /* this stands for a group, and its first need is known */
};

struct groups {
    struct phb__plan_view *view;
    uint32_t *parent; /* of needs, then outcomes, actions, assistants, lines */
    struct hours *hours;
    uint32_t outcomes; /* where those begin */
    uint32_t actions;
    uint32_t items;
    uint32_t count;
};

/* ---- groups ---- */

static bool
open_groups(struct groups *groups, struct phb__plan_view *view)
{
    const struct phb__needs_and_outcomes *section = &view->said->needs_and_outcomes;
    const struct phb__budget_content *budget = view->money.content;
    *groups = (struct groups){.view = view, .outcomes = section->needs.count};
    groups->actions = groups->outcomes + section->outcomes.count;
    groups->items = groups->actions + view->said->action_plan.actions.count;
    groups->count = groups->items + budget->assistants.count + budget->lines.count;
    groups->parent = phb__arena_take(&view->money.arena, groups->count, sizeof(uint32_t));
    groups->hours = phb__arena_take(&view->money.arena, groups->count, sizeof(struct hours));
    for (uint32_t i = 0; groups->parent && i < groups->count; i++) {
        groups->parent[i] = i;
    }
    return groups->parent && groups->hours;
}

/* Halves the way for whoever asks next. */
static uint32_t
root_of(struct groups *groups, uint32_t member)
{
    uint32_t *parent = groups->parent;
    while (parent[member] != member) {
        parent[member] = parent[parent[member]];
        member = parent[member];
    }
    return member;
}

/* The lower number stands for both, so that a group with a need is led by its first one. */
static void
join(struct groups *groups, uint32_t one, uint32_t other)
{
    uint32_t a = root_of(groups, one);
    uint32_t b = root_of(groups, other);
    if (a < b) {
        groups->parent[b] = a;
    } else {
        groups->parent[a] = b;
    }
}

static void
join_all(struct groups *groups, uint32_t of, const struct phb__list *list, uint32_t first)
{
    const struct phb__ref *refs = list->items;
    for (uint32_t i = 0; i < list->count; i++) {
        if (refs[i].index >= 0) {
            join(groups, of, first + (uint32_t)refs[i].index);
        }
    }
}

static void
join_linked(struct groups *groups)
{
    const struct phb__plan_content *said = groups->view->said;
    const struct phb__outcome *outcomes = said->needs_and_outcomes.outcomes.items;
    const struct phb__action *actions = said->action_plan.actions.items;
    for (uint32_t i = 0; i < said->needs_and_outcomes.outcomes.count; i++) {
        join_all(groups, groups->outcomes + i, &outcomes[i].needs, 0);
    }
    for (uint32_t i = 0; i < said->action_plan.actions.count; i++) {
        join_all(groups, groups->actions + i, &actions[i].outcomes, groups->outcomes);
        join_all(groups, groups->actions + i, &actions[i].budget, groups->items);
    }
}

/* ---- what is assessed, and what family and friends give ---- */

static int64_t
said_or_none(int64_t number)
{
    return number == PHB_NUMBER_NONE ? 0 : number;
}

static void
add_needs(struct groups *groups)
{
    const struct phb__needs_and_outcomes *section = &groups->view->said->needs_and_outcomes;
    const struct phb__need *needs = section->needs.items;
    int64_t days = phb__stretch_days(groups->view->money.costing->calendar.period);
    for (uint32_t i = 0; i < section->needs.count; i++) {
        struct hours *hours = &groups->hours[root_of(groups, i)];
        if (needs[i].eligible == PHB_ANSWER_NO) {
            continue;
        }
        hours->first_need = hours->is_group ? hours->first_need : i;
        hours->is_group = true;
        hours->assessed[ACTIVE] += said_or_none(needs[i].minutes_per_week);
        hours->assessed[WAKING_NIGHT] += said_or_none(needs[i].waking_night_minutes_per_week);
        hours->assessed[SLEEP_IN] += said_or_none(needs[i].sleep_ins_per_week_hundredths);
        hours->planned[ACTIVE] += said_or_none(needs[i].unpaid_minutes_per_week) * days;
    }
}

/* ---- what is employed ---- */

static struct phb__stretch
within(struct phb__stretch days, phb_date start, phb_date end)
{
    if (start != PHB_DATE_NONE && start > days.start) {
        days.start = start;
    }
    if (end != PHB_DATE_NONE && end < days.end) {
        days.end = end;
    }
    return days;
}

static int64_t
days_in(struct phb__stretch days)
{
    return days.end < days.start ? 0 : phb__stretch_days(days);
}

/* Whoever lives in is there for all hours of their days: a hundredth of one is 14.4 minutes. */
static void
add_live_in(struct hours *hours, int64_t hundredth_days)
{
    hours->planned[ACTIVE] += hundredth_days * 72 / 5;
    hours->planned[WAKING_NIGHT] += hundredth_days * 72 / 5;
    hours->planned[SLEEP_IN] += hundredth_days;
}

static void
add_worked(struct hours *hours, const phb_hours *worked, struct phb__stretch employed)
{
    int64_t days = days_in(within(employed, worked->start, worked->end));
    switch (worked->type) {
    case PHB_HOURS_WAKING_NIGHT:
        hours->planned[WAKING_NIGHT] += said_or_none(worked->minutes_per_week) * days;
        return;
    case PHB_HOURS_LIVE_IN:
        add_live_in(hours, said_or_none(worked->nights_per_week_hundredths) * days);
        return;
    case PHB_HOURS_SLEEP_IN:
        hours->planned[SLEEP_IN] += said_or_none(worked->nights_per_week_hundredths) * days;
        return;
    case PHB_HOURS_ACTIVE:
        break;
    }
    hours->planned[ACTIVE] += said_or_none(worked->minutes_per_week) * days;
}

static void
add_assistants(struct groups *groups)
{
    const struct phb__check *money = &groups->view->money;
    for (uint32_t i = 0; i < money->content->assistants.count; i++) {
        const struct phb__employment *employment = &money->costing->employments[i];
        const struct phb__hours *worked = phb__assistant_hours(employment->assistant);
        struct hours *hours = &groups->hours[root_of(groups, groups->items + i)];
        for (uint32_t j = 0; j < employment->assistant->hours.count; j++) {
            if (employment->is_in_period) {
                add_worked(hours, &worked[j].given, employment->days);
            }
        }
    }
}

/* ---- what is bought ---- */

/*
 * How often something comes, in sevenths of a day that it runs: a fraction of a week. Months,
 * quarters and years are parts of 365 days. What comes once, or by the payslip, is no weekly care.
 */
static bool
weekly_share(phb_per per, int64_t *out_numerator, int64_t *out_denominator)
{
    static const struct {
        phb_per per;
        int64_t numerator;
        int64_t denominator;
    } shares[] = {
        {PHB_PER_WEEK, 1, 1},         {PHB_PER_FORTNIGHT, 1, 2},     {PHB_PER_FOUR_WEEKS, 1, 4},
        {PHB_PER_MONTH, 12 * 7, 365}, {PHB_PER_QUARTER, 4 * 7, 365}, {PHB_PER_YEAR, 7, 365},
    };
    for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++) {
        if (shares[i].per == per) {
            *out_numerator = shares[i].numerator;
            *out_denominator = shares[i].denominator;
            return true;
        }
    }
    return false;
}

/* Of one of it: an hour in minutes, a night in hundredths. */
static bool
care_of(phb_line_unit unit, enum care *out_care, int64_t *out_of_one)
{
    switch (unit) {
    case PHB_LINE_UNIT_HOUR:
        *out_care = ACTIVE;
        *out_of_one = 60;
        return true;
    case PHB_LINE_UNIT_WAKING_NIGHT_HOUR:
        *out_care = WAKING_NIGHT;
        *out_of_one = 60;
        return true;
    case PHB_LINE_UNIT_SLEEP_IN:
        *out_care = SLEEP_IN;
        *out_of_one = 100;
        return true;
    case PHB_LINE_UNIT_VISIT:
    case PHB_LINE_UNIT_MILE:
    case PHB_LINE_UNIT_ITEM:
        break;
    }
    return false;
}

/* A quantity is in ten-thousandths. What cannot be counted counts for nothing. */
#define QUANTITY_ONE INT64_C(10000)

static void
add_lines(struct groups *groups)
{
    const struct phb__check *money = &groups->view->money;
    const struct phb__line *lines = phb__budget_lines(money->content);
    struct phb__stretch period = money->costing->calendar.period;
    for (uint32_t i = 0; i < money->content->lines.count; i++) {
        const phb_line *given = &lines[i].given;
        uint32_t item = groups->items + money->content->assistants.count + i;
        struct hours *hours = &groups->hours[root_of(groups, item)];
        int64_t days = days_in(within(period, given->start, given->end));
        int64_t quantity = given->quantity_ten_thousandths == PHB_NUMBER_NONE
                               ? QUANTITY_ONE
                               : given->quantity_ten_thousandths;
        enum care care = ACTIVE;
        int64_t of_one = 0;
        int64_t numerator = 0;
        int64_t denominator = 1;
        int64_t planned = 0;
        if (care_of(given->unit, &care, &of_one) &&
            weekly_share(given->per, &numerator, &denominator) &&
            phb__mul_div(quantity, of_one * numerator * days, QUANTITY_ONE * denominator,
                         PHB_ROUND_HALF_UP, &planned)) {
            hours->planned[care] += planned;
        }
    }
}

/* ---- judging ---- */

static void
find_short(struct groups *groups, const struct hours *hours, enum care care, int64_t planned)
{
    const struct phb__need *needs = groups->view->said->needs_and_outcomes.needs.items;
    const char *need = needs[hours->first_need].id;
    int64_t assessed = hours->assessed[care];
    struct phb__at at = phb__plan_at("needs_and_outcomes", "needs", hours->first_need, NULL);
    struct phb__findings *findings = &groups->view->money.findings;
    if (care == SLEEP_IN) {
        phb__find(findings,
                  &(struct phb__finding){
                      .rule = PHB__RULE_PLAN_NEEDS_SLEEP_INS,
                      .at = at.path,
                      .arguments = {phb__text("need", need),
                                    phb__value("assessed", PHB__ARGUMENT_HUNDREDTHS, assessed),
                                    phb__value("planned", PHB__ARGUMENT_HUNDREDTHS, planned)}});
        return;
    }
    phb__find(findings, &(struct phb__finding){
                            .rule = PHB__RULE_PLAN_NEEDS_HOURS,
                            .at = at.path,
                            .arguments = {phb__text("need", need),
                                          phb__word("type", care == ACTIVE ? "active_care"
                                                                           : "waking_night_care"),
                                          phb__value("assessed", PHB__ARGUMENT_MINUTES, assessed),
                                          phb__value("planned", PHB__ARGUMENT_MINUTES, planned)},
                            .actual = planned,
                            .limit = assessed});
}

static void
judge(struct groups *groups)
{
    int64_t days = phb__stretch_days(groups->view->money.costing->calendar.period);
    for (uint32_t i = 0; i < groups->outcomes; i++) {
        const struct hours *hours = &groups->hours[i];
        for (int care = ACTIVE; care < CARES && hours->is_group; care++) {
            int64_t planned = 0;
            (void)phb__mul_div(hours->planned[care], 1, days, PHB_ROUND_HALF_UP, &planned);
            if (planned < hours->assessed[care]) {
                find_short(groups, hours, (enum care)care, planned);
            }
        }
    }
}

void
phb__rules_hours(struct phb__plan_view *view)
{
    struct groups groups;
    /* Who meets which need is told by the actions: elsewhere, they cannot be followed. */
    if (!view->has_content[PHB__SECTION_NEEDS_AND_OUTCOMES] ||
        phb__plan_answer(view->said, PHB__SECTION_ACTION_PLAN)) {
        return;
    }
    if (!open_groups(&groups, view)) {
        view->money.findings.status = PHB_ERROR_MEMORY;
        return;
    }
    join_linked(&groups);
    add_needs(&groups);
    add_assistants(&groups);
    add_lines(&groups);
    judge(&groups);
}
