/*
 * Which values of the law made a difference: of those that a category rests on, the ones that were
 * not the same on both sides, over the days that it was costed for.
 */

#include <string.h>

#include "compare/compare.h"
#include "core/checked.h"
#include "core/date.h"

/* Keys by what they are for; those of another pay period than the assistant's do not count. For
 * two and four weeks National Insurance starts from the values of a year. */
#define NI_OF(period) \
    PHB__RATE_EMPLOYER_NI_SECONDARY_THRESHOLD_##period, \
        PHB__RATE_EMPLOYER_NI_UPPER_LIMIT_##period, \
        PHB__RATE_EMPLOYER_NI_FREEPORT_THRESHOLD_##period
#define PENSION_OF(period) \
    PHB__RATE_PENSION_LOWER_LEVEL_##period, PHB__RATE_PENSION_TRIGGER_##period, \
        PHB__RATE_PENSION_UPPER_LEVEL_##period

struct basis {
    const char *category;
    phb_pay_frequency frequency; /* 0: any */
    enum phb__rate_key keys[4];
    int32_t count;
};

static const struct basis bases[] = {
    {"leave", (phb_pay_frequency)0, {PHB__RATE_LEAVE_ACCRUAL_RATE}, 1},
    {"bank_holiday", (phb_pay_frequency)0, {PHB__RATE_LEAVE_ACCRUAL_RATE}, 1},
    {"employer_ni", (phb_pay_frequency)0, {PHB__RATE_EMPLOYER_NI_RATE}, 1},
    {"employer_ni", PHB_PAY_WEEKLY, {NI_OF(WEEKLY)}, 3},
    {"employer_ni", PHB_PAY_FORTNIGHTLY, {NI_OF(ANNUAL)}, 3},
    {"employer_ni", PHB_PAY_FOUR_WEEKLY, {NI_OF(ANNUAL)}, 3},
    {"employer_ni", PHB_PAY_MONTHLY, {NI_OF(MONTHLY)}, 3},
    {"pension", (phb_pay_frequency)0, {PHB__RATE_PENSION_EMPLOYER_RATE}, 1},
    {"pension", PHB_PAY_WEEKLY, {PENSION_OF(WEEKLY)}, 3},
    {"pension", PHB_PAY_FORTNIGHTLY, {PENSION_OF(FORTNIGHTLY)}, 3},
    {"pension", PHB_PAY_FOUR_WEEKLY, {PENSION_OF(FOUR_WEEKLY)}, 3},
    {"pension", PHB_PAY_MONTHLY, {PENSION_OF(MONTHLY)}, 3},
    {"cover",
     (phb_pay_frequency)0,
     {PHB__RATE_LEAVE_WEEKS, PHB__RATE_LEAVE_DAYS_MOST, PHB__RATE_LEAVE_ACCRUAL_RATE},
     3},
    {"sickness",
     (phb_pay_frequency)0,
     {PHB__RATE_SSP_WEEKLY_RATE, PHB__RATE_SSP_EARNINGS_RATE,
      PHB__RATE_LOWER_EARNINGS_LIMIT_WEEKLY},
     3},
    {"employment_allowance", (phb_pay_frequency)0, {PHB__RATE_EMPLOYMENT_ALLOWANCE_AMOUNT}, 1},
};

/* The limits that only letters for the young, apprentices, veterans and freeports know. */
static bool
is_of_a_letter(int32_t key)
{
    return (key >= PHB__RATE_EMPLOYER_NI_UPPER_LIMIT_ANNUAL &&
            key <= PHB__RATE_EMPLOYER_NI_UPPER_LIMIT_WEEKLY) ||
           (key >= PHB__RATE_EMPLOYER_NI_FREEPORT_THRESHOLD_ANNUAL &&
            key <= PHB__RATE_EMPLOYER_NI_FREEPORT_THRESHOLD_WEEKLY);
}

static bool
has_only_letter_a(const struct phb__compare *compare, int side, int32_t index)
{
    return (compare->sides[side].slips[index].letters & ~(uint32_t)1) == 0;
}

/* Does a category of somebody rest on a key, on a side? */
static bool
rests_on(const struct phb__compare *compare, const struct phb__pair *pair, int side, int32_t index,
         int32_t key)
{
    const phb_assistant *given = NULL;
    if (index != PHB__NOBODY) {
        given = &compare->sides[side].costing->employments[index].assistant->given;
    }
    bool is_own_rate = key == PHB__RATE_PENSION_EMPLOYER_RATE && given &&
                       given->pension_employer_ppm != PHB_NUMBER_NONE;
    bool is_needless =
        is_of_a_letter(key) && index != PHB__NOBODY && has_only_letter_a(compare, side, index);
    if (is_own_rate || is_needless) {
        return false;
    }
    for (size_t i = 0; i < sizeof bases / sizeof bases[0]; i++) {
        bool is_theirs = bases[i].frequency == (phb_pay_frequency)0 ||
                         (given && bases[i].frequency == given->pay_frequency);
        for (int32_t j = 0; is_theirs && j < bases[i].count; j++) {
            if ((int32_t)bases[i].keys[j] == key &&
                strcmp(bases[i].category, pair->category) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* A day on which a value may change: the law's, and each 6 April for what no payslip uses. */
static phb_date
next_change(const struct phb__law *law, phb_date day, phb_date last)
{
    phb_date april = phb__tax_year_start(phb__tax_year_of(day) + 1);
    phb_date change = phb__law_next_change(law);
    phb_date next = april < change ? april : change;
    return next <= last ? next : last + 1;
}

/* What is not in force counts as nothing. */
static void
add_days(struct phb__law_mean *mean, int64_t value, int64_t days)
{
    if (mean->days == 0 || value < mean->least) {
        mean->least = value;
    }
    if (mean->days == 0 || value > mean->most) {
        mean->most = value;
    }
    mean->sum += value * days;
    mean->days += days;
}

static struct phb__law_mean
mean_of(const struct phb_costing *costing, struct phb__stretch days, int32_t key)
{
    struct phb__law_mean mean = {0, 0, 0, 0};
    for (phb_date day = days.start; day <= days.end;) {
        struct phb__law law;
        phb_date law_day = costing->law_on == PHB_DATE_NONE ? day : costing->law_on;
        if (!phb__law_on(costing->dataset, law_day, PHB_RATE_CARRY, &law)) {
            break;
        }
        phb_date next =
            costing->law_on == PHB_DATE_NONE ? next_change(&law, day, days.end) : days.end + 1;
        const struct phb__rate_row *row = phb__law_row(&law, (enum phb__rate_key)key);
        add_days(&mean, row ? row->value : 0, next - day);
        day = next;
    }
    return mean;
}

/* An overlay may hold values whose sums over the days go beyond 64 bits: these differ. */
static bool
is_same(const struct phb__law_mean *a, const struct phb__law_mean *b)
{
    int64_t left = 0;
    int64_t right = 0;
    if (a->least == a->most && b->least == b->most) {
        return a->least == b->least;
    }
    return phb__multiply(a->sum, b->days, &left) && phb__multiply(b->sum, a->days, &right) &&
           left == right;
}

int32_t
phb__law_difference(const struct phb__compare *compare, const struct phb__pair *pair,
                    const int32_t index[PHB__SIDES], int32_t key,
                    struct phb__law_mean means[PHB__SIDES])
{
    for (; key < (int32_t)PHB__RATE_KEY_COUNT; key++) {
        bool is_used = rests_on(compare, pair, PHB__BEFORE, index[PHB__BEFORE], key) ||
                       rests_on(compare, pair, PHB__AFTER, index[PHB__AFTER], key);
        if (!is_used) {
            continue;
        }
        for (int side = PHB__BEFORE; side < PHB__SIDES; side++) {
            means[side] = mean_of(compare->sides[side].costing,
                                  phb__days_of(compare, side, index[side], PHB__NOBODY), key);
        }
        if (!is_same(&means[PHB__BEFORE], &means[PHB__AFTER])) {
            return key;
        }
    }
    return key;
}
