/*
 * By when the next review must be held, and whether one is overdue. The schedule works the days
 * out; here they are held against what the plan says: first by law alone, then by guidance that is
 * kept like law, then by the local policy.
 */

#include <string.h>

#include <phb/schedule.h>

#include "model/schedule_request.h"
#include "rules/plan_view.h"

/* Regulation 14 of the NHS (Direct Payments) Regulations 2013, regulation 7 of the Care and Support
 * (Direct Payments) Regulations 2014. */
#define BY_LAW \
    (PHB_REGIME_BIT(PHB_REGIME_NHS_DIRECT_PAYMENT) | \
     PHB_REGIME_BIT(PHB_REGIME_CARE_ACT_DIRECT_PAYMENT))
#define BY_GUIDANCE \
    (PHB_REGIME_BIT(PHB_REGIME_CHC) | PHB_REGIME_BIT(PHB_REGIME_CHILD_CONTINUING_CARE) | \
     PHB_REGIME_BIT(PHB_REGIME_SEND_DIRECT_PAYMENT) | PHB_REGIME_BIT(PHB_REGIME_EHC_PLAN))
#define BY_ANY UINT32_MAX

/* ---- limits ---- */

struct limits {
    phb_date law;
    phb_date guidance; /* of all duties by law or guidance */
    phb_date policy;   /* of all duties there are; PHB_DATE_NONE without a policy */
    bool is_known;     /* the reviews that were held make sense */
};

/* The day from which no review that was held lies in the future. */
static phb_date
day_after_all(const struct phb__plan_view *view)
{
    const struct phb__completed_review *completed = view->said->reviews.completed.items;
    phb_date day = view->money.as_of;
    for (uint32_t i = 0; i < view->said->reviews.completed.count; i++) {
        day = phb__later_of(day, completed[i].on);
    }
    return day;
}

#define FAR_ENOUGH 731 /* two years: no duty has a longer interval */

/*
 * Of the duties, only some count. One may begin so late that its first review lies beyond what a
 * schedule looks to unless it is told to. Birthdays set no limits, whatever is said of a birth.
 */
static void
ask_for_limits(phb_schedule_request *request, uint32_t regimes)
{
    phb_date last = request->settings.as_of;
    for (uint32_t i = 1; i <= PHB__REGIMES; i++) {
        if ((regimes & PHB_REGIME_BIT(i)) == 0) {
            request->anchors[i] = PHB_DATE_NONE;
        }
        last = phb__later_of(last, request->anchors[i]);
    }
    if (last > request->settings.as_of) {
        bool is_near_end = last > PHB_DATE_MAX - FAR_ENOUGH;
        request->settings.horizon = is_near_end ? PHB_DATE_MAX : last + FAR_ENOUGH;
    }
    request->settings.date_of_birth = PHB_DATE_NONE;
}

static phb_status
limit_by(const struct phb__plan_view *view, uint32_t regimes, const phb_policy *policy,
         phb_date *out_limit, phb_error *error)
{
    phb_schedule_request *request = NULL;
    phb_schedule *schedule = NULL;
    phb_status status =
        phb_plan_schedule_request(view->plan, day_after_all(view), policy, &request, error);
    if (status == PHB_OK) {
        ask_for_limits(request, regimes);
        status = phb_schedule_build(request, view->rates, &schedule, error);
    }
    *out_limit = phb_schedule_next_review_latest(schedule);
    phb_schedule_free(schedule);
    phb_schedule_request_free(request);
    return status;
}

/* "/reviews/completed/3/on": the number of the one that is said twice. */
static uint32_t
index_in(const char *path)
{
    uint32_t index = 0;
    for (const char *digit = path + strlen("/reviews/completed/"); *digit >= '0' && *digit <= '9';
         digit++) {
        index = index * 10 + (uint32_t)(*digit - '0');
    }
    return index;
}

static void
find_at_completed(struct phb__plan_view *view, enum phb__rule_key rule, uint32_t index,
                  const char *inner)
{
    struct phb__at at = phb__plan_at("reviews", "completed", index, inner);
    phb__plan_find_with(view, rule, at.path, phb__plan_nth("review", index));
}

static struct limits
limits_of(struct phb__plan_view *view)
{
    struct limits limits = {PHB_DATE_NONE, PHB_DATE_NONE, PHB_DATE_NONE, true};
    const phb_policy *policy = view->money.policy;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = limit_by(view, BY_LAW, NULL, &limits.law, &error);
    if (status == PHB_OK) {
        status = limit_by(view, BY_LAW | BY_GUIDANCE, NULL, &limits.guidance, &error);
    }
    if (status == PHB_OK && policy) {
        /* One that is laxer than the rates laid over ours is refused by a schedule; the law holds.
         */
        phb_status by_policy = limit_by(view, BY_ANY, policy, &limits.policy, &error);
        status = by_policy == PHB_ERROR_RANGE ? PHB_OK : by_policy;
    }
    if (status == PHB_ERROR_MEMORY) {
        view->money.findings.status = PHB_ERROR_MEMORY;
    } else if (status == PHB_ERROR_DUPLICATE) {
        find_at_completed(view, PHB__RULE_PLAN_REVIEWS_HELD_TWICE, index_in(error.path), "on");
    }
    limits.is_known = status == PHB_OK;
    if (view->money.circumstances.deployment != PHB_DEPLOYMENT_DIRECT_PAYMENT) {
        limits.law = PHB_DATE_NONE; /* as part of the limits by guidance it still holds */
    }
    return limits;
}

/* ---- the next review ---- */

static void
judge_next(struct phb__plan_view *view, const struct limits *limits)
{
    static const char at[] = "/reviews/next_review_on";
    phb_date next = view->said->reviews.next_review_on;
    phb_date must = limits->guidance;
    struct phb__argument day = phb__value("next", PHB__ARGUMENT_DATE, next);
    if (next == PHB_DATE_NONE && must != PHB_DATE_NONE) {
        phb__plan_find_with(view, PHB__RULE_PLAN_REVIEWS_NEXT_BY, at,
                            phb__value("latest", PHB__ARGUMENT_DATE, must));
    } else if (next == PHB_DATE_NONE) {
        phb__plan_find(view, PHB__RULE_PLAN_REVIEWS_NEXT, at);
    } else if (limits->law != PHB_DATE_NONE && next > limits->law) {
        phb__plan_find_days(view, PHB__RULE_PLAN_REVIEWS_NEXT_AFTER_LAW, at, day,
                            phb__value("latest", PHB__ARGUMENT_DATE, limits->law));
    } else if (must != PHB_DATE_NONE && next > must) {
        phb__plan_find_days(view, PHB__RULE_PLAN_REVIEWS_NEXT_LATE, at, day,
                            phb__value("latest", PHB__ARGUMENT_DATE, must));
    } else if (limits->policy != PHB_DATE_NONE && next > limits->policy) {
        phb__plan_find_days(view, PHB__RULE_PLAN_REVIEWS_NEXT_AFTER_POLICY, at, day,
                            phb__value("latest", PHB__ARGUMENT_DATE, limits->policy));
    }
}

static void
judge_overdue(struct phb__plan_view *view, const struct limits *limits)
{
    static const char at[] = "/reviews/completed";
    phb_date as_of = view->money.as_of;
    bool is_by_law = limits->law != PHB_DATE_NONE && as_of > limits->law;
    bool is_overdue = limits->guidance != PHB_DATE_NONE && as_of > limits->guidance;
    phb_date latest = is_by_law ? limits->law : limits->guidance;
    if (is_by_law || is_overdue) {
        phb__find(
            &view->money.findings,
            &(struct phb__finding){.rule = is_by_law ? PHB__RULE_PLAN_REVIEWS_OVERDUE_BY_LAW
                                                     : PHB__RULE_PLAN_REVIEWS_OVERDUE,
                                   .at = at,
                                   .arguments = {phb__value("latest", PHB__ARGUMENT_DATE, latest),
                                                 phb__value("as_of", PHB__ARGUMENT_DATE, as_of)},
                                   .actual = as_of,
                                   .limit = latest});
    }
}

/* ---- the reviews that were held ---- */

static bool
names(const struct phb__list *choices, int32_t choice)
{
    const int32_t *all = choices->items;
    for (uint32_t i = 0; i < choices->count; i++) {
        if (all[i] == choice) {
            return true;
        }
    }
    return false;
}

/* The first day of a duty, said or by law; PHB_DATE_NONE for one that the plan has not. */
static phb_date
anchor_of(const struct phb__plan_view *view, int32_t regime)
{
    phb_date anchor = phb__plan_anchor(view->said, regime);
    bool is_payment = regime == (int32_t)PHB_REGIME_NHS_DIRECT_PAYMENT;
    return is_payment ? phb__day_or(anchor, view->first_payment) : anchor;
}

static void
check_served(struct phb__plan_view *view, const struct phb__completed_review *held, uint32_t index)
{
    const int32_t *regimes = held->regimes.items;
    bool is_before = false;
    for (uint32_t i = 0; i < held->regimes.count; i++) {
        is_before = is_before || held->on < anchor_of(view, regimes[i]);
    }
    if (is_before) {
        find_at_completed(view, PHB__RULE_PLAN_REVIEWS_HELD_BEFORE_START, index, "on");
    }
    if (held->regimes.count == 0 && held->kind != (int32_t)PHB_REVIEW_AUDIT) {
        find_at_completed(view, PHB__RULE_PLAN_REVIEWS_SERVES_NONE, index, "regimes");
    }
}

static bool
looked_at_all(const struct phb__completed_review *held)
{
    bool has_all = true;
    for (int32_t check = 1; (UINT32_C(1) << (check - 1)) <= PHB_CHECKED_ALL; check++) {
        has_all = has_all && names(&held->checked, check);
    }
    return has_all;
}

static void
check_held(struct phb__plan_view *view)
{
    const struct phb__completed_review *all = view->said->reviews.completed.items;
    for (uint32_t i = 0; i < view->said->reviews.completed.count; i++) {
        bool is_of_payment = all[i].kind == (int32_t)PHB_REVIEW_PLAN &&
                             names(&all[i].regimes, (int32_t)PHB_REGIME_NHS_DIRECT_PAYMENT);
        check_served(view, &all[i], i);
        if (is_of_payment && !looked_at_all(&all[i])) {
            find_at_completed(view, PHB__RULE_PLAN_REVIEWS_CHECKS_MISSING, i, "checked");
        }
        if (view->is_day_asked && all[i].on > view->money.as_of) {
            struct phb__at at = phb__plan_at("reviews", "completed", i, "on");
            phb__find(&view->money.findings,
                      &(struct phb__finding){
                          .rule = PHB__RULE_PLAN_REVIEWS_HELD_LATER,
                          .at = at.path,
                          .arguments = {phb__plan_nth("review", i),
                                        phb__value("on", PHB__ARGUMENT_DATE, all[i].on)}});
        }
    }
}

void
phb__rules_review_dates(struct phb__plan_view *view)
{
    if (phb__plan_answer(view->said, PHB__SECTION_REVIEWS)) {
        return;
    }
    struct limits limits = limits_of(view);
    check_held(view);
    if (view->has_content[PHB__SECTION_REVIEWS]) {
        judge_next(view, &limits);
        if (view->first_payment != PHB_DATE_NONE &&
            phb__plan_anchor(view->said, (int32_t)PHB_REGIME_NHS_DIRECT_PAYMENT) == PHB_DATE_NONE) {
            phb__plan_find(view, PHB__RULE_PLAN_REVIEWS_DUTY_UNNAMED, "/reviews/regimes");
        }
    }
    if (limits.is_known) {
        judge_overdue(view, &limits);
    }
}
