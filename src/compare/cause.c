/*
 * Why a pair differs: what the two budgets say of that part, held against each other, and the law
 * and the policy that they were costed by. Only what the category rests on is looked at; where
 * nothing is found, roundings are left.
 */

#include <string.h>

#include "compare/compare.h"

struct subject {
    struct phb__compare *compare;
    const struct phb__pair *pair;
    int32_t assistant[PHB__SIDES];
    int32_t line[PHB__SIDES];
};

/* ---- where it is ---- */

void
phb__find_assistant(const struct phb__compare *compare, const char *id,
                    int32_t out_index[PHB__SIDES])
{
    for (int side = PHB__BEFORE; side < PHB__SIDES; side++) {
        out_index[side] = phb__ids_find(&compare->sides[side].assistants, id);
    }
}

void
phb__find_line(const struct phb__compare *compare, const char *id, int32_t out_index[PHB__SIDES])
{
    for (int side = PHB__BEFORE; side < PHB__SIDES; side++) {
        out_index[side] = phb__ids_find(&compare->sides[side].lines, id);
    }
}

static const phb_assistant *
assistant_of(const struct subject *subject, int side)
{
    const struct phb_costing *costing = subject->compare->sides[side].costing;
    return &costing->employments[subject->assistant[side]].assistant->given;
}

static const struct phb__line *
line_of(const struct subject *subject, int side)
{
    const struct phb_costing *costing = subject->compare->sides[side].costing;
    return &phb__budget_lines(costing->content)[subject->line[side]];
}

static const phb_budget_settings *
settings_of(const struct phb__compare *compare, int side)
{
    return &compare->sides[side].costing->content->settings;
}

struct phb__stretch
phb__days_of(const struct phb__compare *compare, int side, int32_t assistant, int32_t line)
{
    const struct phb_costing *costing = compare->sides[side].costing;
    struct phb__stretch days = costing->calendar.period;
    if (assistant != PHB__NOBODY) {
        return costing->employments[assistant].days;
    }
    if (line != PHB__NOBODY) {
        const phb_line *given = &phb__budget_lines(costing->content)[line].given;
        struct phb__stretch own = {phb__day_or(given->start, days.start),
                                   phb__day_or(given->end, days.end)};
        (void)phb__stretch_overlap(own, costing->calendar.period, &days);
    }
    return days;
}

/* Is it on both sides, and of one kind? */
static bool
is_on_both(const struct subject *subject)
{
    const struct phb__side *sides = subject->compare->sides;
    if (subject->pair->of[0] == '\0') {
        return true;
    }
    for (int side = PHB__BEFORE; side < PHB__SIDES; side++) {
        int32_t assistant = subject->assistant[side];
        bool is_employed =
            assistant != PHB__NOBODY && sides[side].costing->employments[assistant].is_in_period;
        bool has_line = subject->line[side] != PHB__NOBODY && subject->pair->parts[side].rows > 0;
        if (!is_employed && !has_line) {
            return false;
        }
    }
    return (subject->assistant[PHB__BEFORE] == PHB__NOBODY) ==
           (subject->assistant[PHB__AFTER] == PHB__NOBODY);
}

/* ---- time ---- */

static bool
is_whole_period(const struct subject *subject, int side, struct phb__stretch days)
{
    struct phb__stretch period = subject->compare->sides[side].costing->calendar.period;
    return days.start == period.start && days.end == period.end;
}

static uint32_t
causes_of_days(const struct subject *subject)
{
    struct phb__stretch days[PHB__SIDES];
    bool is_whole = true;
    for (int side = PHB__BEFORE; side < PHB__SIDES; side++) {
        days[side] =
            phb__days_of(subject->compare, side, subject->assistant[side], subject->line[side]);
        is_whole = is_whole && is_whole_period(subject, side, days[side]);
    }
    if (phb__stretch_days(days[PHB__BEFORE]) == phb__stretch_days(days[PHB__AFTER])) {
        return 0;
    }
    return is_whole ? PHB__CAUSE_PERIOD : PHB__CAUSE_DATES;
}

/* Weeks of a year matter where something falls due by the week. */
static uint32_t
causes_of_weeks(const struct subject *subject, bool is_by_weeks)
{
    const struct phb__side *sides = subject->compare->sides;
    bool is_of_policy = sides[PHB__BEFORE].costing->has_weeks_of_policy ||
                        sides[PHB__AFTER].costing->has_weeks_of_policy;
    bool is_52[PHB__SIDES];
    for (int side = PHB__BEFORE; side < PHB__SIDES; side++) {
        is_52[side] = settings_of(subject->compare, side)->weeks_in_year == PHB_WEEKS_52;
    }
    if (!is_by_weeks || is_52[PHB__BEFORE] == is_52[PHB__AFTER]) {
        return 0;
    }
    return is_of_policy ? PHB__CAUSE_POLICY : PHB__CAUSE_WEEKS;
}

/* ---- assistants ---- */

static bool
is_same_sickness(const phb_assistant *a, const phb_assistant *b)
{
    return a->sickness_weeks_hundredths == b->sickness_weeks_hundredths &&
           a->sickness_cover_rate_penny_hundredths == b->sickness_cover_rate_penny_hundredths &&
           a->sickness_cover_night_rate_pence == b->sickness_cover_night_rate_pence;
}

static bool
is_same_leave(const phb_assistant *a, const phb_assistant *b)
{
    return a->leave_method == b->leave_method && a->leave_by == b->leave_by &&
           a->leave_rate_penny_hundredths == b->leave_rate_penny_hundredths &&
           a->leave_night_rate_pence == b->leave_night_rate_pence &&
           a->leave_weeks_hundredths == b->leave_weeks_hundredths &&
           a->days_per_week_hundredths == b->days_per_week_hundredths;
}

static bool
is_same_bank_holiday(const phb_assistant *a, const phb_assistant *b)
{
    return a->bank_holiday_minutes == b->bank_holiday_minutes &&
           a->bank_holiday_premium_penny_hundredths == b->bank_holiday_premium_penny_hundredths;
}

/* Leave that is an agency's to cover, or nobody's, brings the employer no pay to anybody. */
static bool
is_leave_of_the_employer(const phb_assistant *given)
{
    return given->leave_method == PHB_LEAVE_ACCRUAL ||
           (given->leave_method == PHB_LEAVE_COVER && given->leave_by != PHB_COVER_BY_AGENCY);
}

/* What each category rests on of what is agreed, and whether it follows pay. */
static const struct {
    const char *category;
    uint32_t terms;
    bool follows_rate;
} rests[] = {
    {"pay", PHB__TERM_FREQUENCY, true},
    {"leave", PHB__TERM_FREQUENCY | PHB__TERM_LEAVE, true},
    {"employer_ni", PHB__TERM_FREQUENCY | PHB__TERM_LEAVE | PHB__TERM_BANK_HOLIDAY, true},
    {"pension", PHB__TERM_FREQUENCY | PHB__TERM_LEAVE | PHB__TERM_BANK_HOLIDAY, true},
    {"bank_holiday", PHB__TERM_LEAVE | PHB__TERM_BANK_HOLIDAY, false},
    {"cover", PHB__TERM_LEAVE, false},
    {"sickness", PHB__TERM_FREQUENCY | PHB__TERM_SICKNESS, true},
    {"sickness_cover", PHB__TERM_FREQUENCY | PHB__TERM_SICKNESS, true},
};

uint32_t
phb__terms_that_differ(const struct phb__compare *compare, const char *category,
                       const int32_t index[PHB__SIDES])
{
    const phb_assistant *a =
        &compare->sides[PHB__BEFORE].costing->employments[index[PHB__BEFORE]].assistant->given;
    const phb_assistant *b =
        &compare->sides[PHB__AFTER].costing->employments[index[PHB__AFTER]].assistant->given;
    uint32_t terms = a->pay_frequency != b->pay_frequency ? PHB__TERM_FREQUENCY : 0;
    bool is_of_employer = is_leave_of_the_employer(a) || is_leave_of_the_employer(b);
    bool is_cover = strcmp(category, "cover") == 0;
    if (!is_same_leave(a, b) && (is_of_employer || is_cover)) {
        terms |= PHB__TERM_LEAVE;
    }
    terms |= is_same_sickness(a, b) ? 0 : PHB__TERM_SICKNESS;
    terms |= is_same_bank_holiday(a, b) ? 0 : PHB__TERM_BANK_HOLIDAY;
    for (size_t i = 0; i < sizeof rests / sizeof rests[0]; i++) {
        if (strcmp(rests[i].category, category) == 0) {
            return terms & rests[i].terms;
        }
    }
    return 0;
}

static bool
follows_rate(const char *category)
{
    for (size_t i = 0; i < sizeof rests / sizeof rests[0]; i++) {
        if (strcmp(rests[i].category, category) == 0) {
            return rests[i].follows_rate;
        }
    }
    return false;
}

static bool
is_same_membership(const struct subject *subject)
{
    const phb_assistant *a = assistant_of(subject, PHB__BEFORE);
    const phb_assistant *b = assistant_of(subject, PHB__AFTER);
    const struct phb__slips *before =
        &subject->compare->sides[PHB__BEFORE].slips[subject->assistant[PHB__BEFORE]];
    const struct phb__slips *after =
        &subject->compare->sides[PHB__AFTER].slips[subject->assistant[PHB__AFTER]];
    return a->pension_membership == b->pension_membership && a->pension_basis == b->pension_basis &&
           a->pension_employer_ppm == b->pension_employer_ppm &&
           before->member_days * after->days == after->member_days * before->days;
}

static bool
is_same_letter(const struct subject *subject)
{
    const struct phb__side *sides = subject->compare->sides;
    return sides[PHB__BEFORE].slips[subject->assistant[PHB__BEFORE]].letters ==
           sides[PHB__AFTER].slips[subject->assistant[PHB__AFTER]].letters;
}

static uint32_t
causes_of_work(const struct subject *subject)
{
    const struct phb__work *work = &subject->compare->work;
    uint32_t causes = 0;
    for (uint32_t i = 0; i < work->count; i++) {
        const struct phb__band *band = &work->bands[i];
        if (phb__band_has_other_time(work, band)) {
            causes |= PHB__CAUSE_HOURS;
        }
        if (phb__band_has_other_rate(band) && follows_rate(subject->pair->category)) {
            causes |= PHB__CAUSE_RATE;
        }
    }
    return causes;
}

static bool
has_other_law(const struct subject *subject)
{
    struct phb__law_mean means[PHB__SIDES];
    return phb__law_difference(subject->compare, subject->pair, subject->assistant, 0, means) <
           (int32_t)PHB__RATE_KEY_COUNT;
}

static uint32_t
causes_of_assistant(const struct subject *subject)
{
    const char *category = subject->pair->category;
    bool is_by_weeks = assistant_of(subject, PHB__BEFORE)->pay_frequency != PHB_PAY_MONTHLY ||
                       assistant_of(subject, PHB__AFTER)->pay_frequency != PHB_PAY_MONTHLY;
    bool is_by_payslip = strcmp(category, "cover") != 0 && strcmp(category, "sickness") != 0 &&
                         strcmp(category, "sickness_cover") != 0;
    uint32_t causes = causes_of_days(subject) | causes_of_work(subject) |
                      causes_of_weeks(subject, is_by_weeks && is_by_payslip);
    if (phb__terms_that_differ(subject->compare, category, subject->assistant) != 0) {
        causes |= PHB__CAUSE_TERMS;
    }
    if (strcmp(category, "pension") == 0 && !is_same_membership(subject)) {
        causes |= PHB__CAUSE_MEMBERSHIP;
    }
    if (strcmp(category, "employer_ni") == 0 && !is_same_letter(subject)) {
        causes |= PHB__CAUSE_LETTER;
    }
    return causes | (has_other_law(subject) ? PHB__CAUSE_LAW : 0);
}

/* ---- lines ---- */

static bool
is_weekly(phb_per per)
{
    return per == PHB_PER_WEEK || per == PHB_PER_FORTNIGHT || per == PHB_PER_FOUR_WEEKS ||
           per == PHB_PER_PAYSLIP;
}

static bool
is_by_the_hour(phb_line_unit unit)
{
    return unit == PHB_LINE_UNIT_HOUR || unit == PHB_LINE_UNIT_WAKING_NIGHT_HOUR;
}

static int64_t
quantity_of(const phb_line *given)
{
    return given->quantity_ten_thousandths == PHB_NUMBER_NONE ? 10000
                                                              : given->quantity_ten_thousandths;
}

/* What one costs, over the days it runs: whether it is ever another. */
static bool
has_other_price(const struct subject *subject)
{
    const struct phb__line *before = line_of(subject, PHB__BEFORE);
    const struct phb__line *after = line_of(subject, PHB__AFTER);
    struct phb__stretch a =
        phb__days_of(subject->compare, PHB__BEFORE, PHB__NOBODY, subject->line[PHB__BEFORE]);
    struct phb__stretch b =
        phb__days_of(subject->compare, PHB__AFTER, PHB__NOBODY, subject->line[PHB__AFTER]);
    int64_t first = phb__dated_on(&before->amounts, before->given.amount_penny_hundredths, a.start);
    const struct {
        const struct phb__line *line;
        struct phb__stretch days;
    } sides[] = {{before, a}, {after, b}};
    for (int side = PHB__BEFORE; side < PHB__SIDES; side++) {
        const struct phb__line *line = sides[side].line;
        const struct phb__dated *dated = line->amounts.items;
        if (phb__dated_on(&line->amounts, line->given.amount_penny_hundredths,
                          sides[side].days.start) != first) {
            return true;
        }
        for (uint32_t i = 0; i < line->amounts.count; i++) {
            if (dated[i].from > sides[side].days.start && dated[i].from <= sides[side].days.end &&
                dated[i].penny_hundredths != first) {
                return true;
            }
        }
    }
    return false;
}

static uint32_t
causes_of_line(const struct subject *subject)
{
    const phb_line *before = &line_of(subject, PHB__BEFORE)->given;
    const phb_line *after = &line_of(subject, PHB__AFTER)->given;
    bool is_of_people = before->per == PHB_PER_PAYSLIP || before->per == PHB_PER_ASSISTANT ||
                        before->per == PHB_PER_ASSISTANT_YEAR;
    bool is_once =
        subject->pair->parts[PHB__BEFORE].is_one_off && subject->pair->parts[PHB__AFTER].is_one_off;
    uint32_t causes = is_once ? 0 : causes_of_days(subject);
    causes |= causes_of_weeks(subject, is_weekly(before->per) || is_weekly(after->per));
    if (quantity_of(before) != quantity_of(after)) {
        bool is_time = is_by_the_hour(before->unit) && is_by_the_hour(after->unit);
        causes |= is_time ? PHB__CAUSE_HOURS : PHB__CAUSE_QUANTITY;
    }
    if (before->per != after->per || before->unit != after->unit) {
        causes |= PHB__CAUSE_QUANTITY;
    }
    if (has_other_price(subject)) {
        causes |= PHB__CAUSE_RATE;
    }
    return causes == 0 && is_of_people ? PHB__CAUSE_QUANTITY : causes;
}

/* ---- what is the whole budget's own ---- */

static bool
is_same_contingency(const phb_budget_settings *a, const phb_budget_settings *b)
{
    return a->contingency_weeks_hundredths == b->contingency_weeks_hundredths &&
           a->contingency_ppm == b->contingency_ppm &&
           a->contingency_pence == b->contingency_pence &&
           (a->contingency_held == PHB_CONTINGENCY_OUTSIDE) ==
               (b->contingency_held == PHB_CONTINGENCY_OUTSIDE);
}

static uint32_t
causes_of_contingency(const struct subject *subject)
{
    const struct phb__side *sides = subject->compare->sides;
    const phb_budget_settings *a = settings_of(subject->compare, PHB__BEFORE);
    const phb_budget_settings *b = settings_of(subject->compare, PHB__AFTER);
    bool is_of_policy = sides[PHB__BEFORE].costing->has_contingency_of_policy ||
                        sides[PHB__AFTER].costing->has_contingency_of_policy;
    bool is_by_weeks = a->contingency_weeks_hundredths != PHB_NUMBER_NONE;
    uint32_t causes = 0;
    if (!is_same_contingency(a, b)) {
        causes |= is_of_policy ? PHB__CAUSE_POLICY : PHB__CAUSE_TERMS;
    }
    causes |= causes_of_weeks(subject, is_by_weeks);
    if (sides[PHB__BEFORE].costing->sums.recurring != sides[PHB__AFTER].costing->sums.recurring) {
        causes |= PHB__CAUSE_COSTS;
    }
    return causes;
}

static phb_pence
employer_ni_of(const struct phb_costing *costing)
{
    phb_pence sum = 0;
    for (uint32_t i = 0; i < costing->content->assistants.count; i++) {
        const struct phb__employment *employment = &costing->employments[i];
        bool is_met = employment->assistant->given.deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT;
        for (int year = 0; is_met && year < PHB__TAX_YEARS_MAX; year++) {
            sum += employment->employer_ni[year];
        }
    }
    return sum;
}

static bool
is_same_claim(const struct phb__budget_content *a, const struct phb__budget_content *b)
{
    const struct phb__allowance_used *before = a->allowance_used.items;
    const struct phb__allowance_used *after = b->allowance_used.items;
    bool is_same = a->settings.claims_allowance == b->settings.claims_allowance &&
                   a->allowance_used.count == b->allowance_used.count;
    for (uint32_t i = 0; is_same && i < a->allowance_used.count; i++) {
        is_same = before[i].tax_year == after[i].tax_year && before[i].amount == after[i].amount;
    }
    return is_same;
}

static uint32_t
causes_of_allowance(const struct subject *subject)
{
    const struct phb__side *sides = subject->compare->sides;
    uint32_t causes = has_other_law(subject) ? PHB__CAUSE_LAW : 0;
    if (!is_same_claim(sides[PHB__BEFORE].costing->content, sides[PHB__AFTER].costing->content)) {
        causes |= PHB__CAUSE_CLAIM;
    }
    if (employer_ni_of(sides[PHB__BEFORE].costing) != employer_ni_of(sides[PHB__AFTER].costing)) {
        causes |= PHB__CAUSE_COSTS;
    }
    return causes;
}

static uint32_t
causes_of_whole(const struct subject *subject)
{
    if (strcmp(subject->pair->category, "contingency") == 0) {
        return causes_of_contingency(subject);
    }
    return strcmp(subject->pair->category, "employment_allowance") == 0
               ? causes_of_allowance(subject)
               : PHB__CAUSE_TERMS; /* a wheelchair budget is what it is said to be */
}

/* ---- the pair ---- */

/* What is on one side alone. */
static uint32_t
causes_of_presence(const struct phb__pair *pair)
{
    const struct phb__part *before = &pair->parts[PHB__BEFORE];
    const struct phb__part *after = &pair->parts[PHB__AFTER];
    uint32_t causes = before->rows == 0 ? PHB__CAUSE_ADDED : PHB__CAUSE_REMOVED;
    bool is_one_off = before->rows == 0 ? after->is_one_off : before->is_one_off;
    return causes | (is_one_off ? PHB__CAUSE_ONE_OFF : 0);
}

/* Nothing that is said differs: other days, or roundings. */
static uint32_t
causes_left(const struct subject *subject)
{
    struct phb__stretch a = subject->compare->sides[PHB__BEFORE].costing->calendar.period;
    struct phb__stretch b = subject->compare->sides[PHB__AFTER].costing->calendar.period;
    const struct phb__pair *pair = subject->pair;
    if (a.start != b.start || a.end != b.end) {
        return PHB__CAUSE_PERIOD;
    }
    return pair->parts[PHB__BEFORE].rows == 0 || pair->parts[PHB__AFTER].rows == 0
               ? causes_of_presence(pair)
               : PHB__CAUSE_OTHER;
}

uint32_t
phb__causes_of(struct phb__compare *compare, const struct phb__pair *pair)
{
    struct subject subject = {.compare = compare, .pair = pair};
    uint32_t causes = 0;
    phb__find_assistant(compare, pair->of, subject.assistant);
    phb__find_line(compare, pair->of, subject.line);
    if (!is_on_both(&subject)) {
        return causes_of_presence(pair);
    }
    if (pair->of[0] == '\0') {
        causes = causes_of_whole(&subject);
    } else if (subject.assistant[PHB__BEFORE] == PHB__NOBODY) {
        causes = causes_of_line(&subject);
    } else if (phb__work_of(compare, subject.assistant)) {
        causes = causes_of_assistant(&subject);
    } else {
        return 0;
    }
    bool is_on_one_side = pair->parts[PHB__BEFORE].rows == 0 || pair->parts[PHB__AFTER].rows == 0;
    uint32_t agreed = causes & (PHB__CAUSE_TERMS | PHB__CAUSE_MEMBERSHIP | PHB__CAUSE_CLAIM);
    if (is_on_one_side && agreed != 0) {
        return agreed; /* it is there because of that, however much it is */
    }
    return causes == 0 ? causes_left(&subject) : causes;
}
