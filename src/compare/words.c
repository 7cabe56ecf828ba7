/* Causes in words that a family can follow: what it was before, and what it is after. */

#include <string.h>

#include "compare/compare.h"
#include "core/checked.h"
#include "core/text.h"
#include "model/names.h"

static const char *const names[PHB__CAUSES] = {
    "added", "removed",    "one_off", "dates", "period", "weeks",  "hours", "quantity", "rate",
    "terms", "membership", "letter",  "claim", "law",    "policy", "costs", "other"};

void
phb__put_causes(struct phb__builder *builder, uint32_t causes)
{
    const char *separator = "";
    for (int i = 0; i < PHB__CAUSES; i++) {
        if ((causes & ((uint32_t)1 << i)) != 0) {
            phb__put(builder, separator);
            phb__put(builder, names[i]);
            separator = ",";
        }
    }
}

/* What a sentence is about. */
struct telling {
    struct phb__builder *builder;
    struct phb__compare *compare;
    const struct phb__pair *pair;
    int32_t assistant[PHB__SIDES];
    int32_t line[PHB__SIDES];
};

static const phb_line *
line_of(const struct telling *telling, int side)
{
    const struct phb__budget_content *content = telling->compare->sides[side].costing->content;
    return &phb__budget_lines(content)[telling->line[side]].given;
}

/* ---- before and after ---- */

/* "… 365 days before and 366 after." with what each side is put between. */
static void
put_both(const struct telling *telling, const char *words,
         void (*put)(const struct telling *telling, int side), const char *unit)
{
    phb__put(telling->builder, words);
    put(telling, PHB__BEFORE);
    phb__put(telling->builder, unit);
    phb__put(telling->builder, " before and ");
    put(telling, PHB__AFTER);
    phb__put(telling->builder, " after.");
}

static void
put_days(const struct telling *telling, int side)
{
    phb__put_int(telling->builder,
                 phb__stretch_days(phb__days_of(telling->compare, side, telling->assistant[side],
                                                telling->line[side])));
}

static void
put_period_days(const struct telling *telling, int side)
{
    phb__put_int(telling->builder,
                 phb__stretch_days(telling->compare->sides[side].costing->calendar.period));
}

static void
put_weeks(const struct telling *telling, int side)
{
    bool is_52 =
        telling->compare->sides[side].costing->content->settings.weeks_in_year == PHB_WEEKS_52;
    phb__put(telling->builder, is_52 ? "52 weeks" : "as many weeks as its days make");
}

static void
put_letters(const struct telling *telling, int side)
{
    uint32_t letters = telling->compare->sides[side].slips[telling->assistant[side]].letters;
    const char *separator = "";
    for (int i = 0; i < 26; i++) {
        if ((letters & ((uint32_t)1 << i)) != 0) {
            char letter[] = {(char)('A' + i), '\0'};
            phb__put(telling->builder, separator);
            phb__put(telling->builder, letter);
            separator = ", ";
        }
    }
    phb__put(telling->builder, letters == 0 ? "none" : "");
}

static void
put_policy(const struct telling *telling, int side)
{
    const char *edition = phb_costing_policy_edition(telling->compare->sides[side].costing);
    phb__put(telling->builder, edition[0] == '\0' ? "none" : edition);
}

/* A word of documents as people write it: "waking night hour". */
static void
put_plainly(struct phb__builder *builder, const char *word)
{
    for (; *word != '\0'; word++) {
        phb__put_bytes(builder, *word == '_' ? " " : word, 1);
    }
}

static void
put_quantity(const struct telling *telling, int side)
{
    struct phb__builder *builder = telling->builder;
    const phb_line *given = line_of(telling, side);
    bool is_said = given->quantity_ten_thousandths != PHB_NUMBER_NONE;
    int64_t quantity = is_said ? given->quantity_ten_thousandths : 10000;
    phb__put_decimal(builder, quantity, 4, 0);
    if (given->unit != (phb_line_unit)0) {
        phb__put(builder, " ");
        put_plainly(builder, phb__name(&phb__names_line_unit, (int32_t)given->unit));
        phb__put(builder, quantity == 10000 ? "" : "s");
    }
    phb__put(builder, given->per == PHB_PER_ONCE ? " " : " per ");
    put_plainly(builder, phb__name(&phb__names_per, (int32_t)given->per));
}

static void
put_price(const struct telling *telling, int side)
{
    const struct phb__budget_content *content = telling->compare->sides[side].costing->content;
    const struct phb__line *line = &phb__budget_lines(content)[telling->line[side]];
    struct phb__stretch days =
        phb__days_of(telling->compare, side, PHB__NOBODY, telling->line[side]);
    int64_t first = phb__dated_on(&line->amounts, line->given.amount_penny_hundredths, days.start);
    int64_t last = phb__dated_on(&line->amounts, line->given.amount_penny_hundredths, days.end);
    phb__put(telling->builder, "£");
    phb__put_decimal(telling->builder, first, 4, 2);
    if (last != first) {
        phb__put(telling->builder, " to £");
        phb__put_decimal(telling->builder, last, 4, 2);
    }
}

static void
put_claim(const struct telling *telling, int side)
{
    phb_answer claims = telling->compare->sides[side].costing->content->settings.claims_allowance;
    phb__put(telling->builder, claims == PHB_ANSWER_YES ? "claimed" : "not claimed");
}

static void
put_membership(const struct telling *telling, int side)
{
    const struct phb__slips *slips = &telling->compare->sides[side].slips[telling->assistant[side]];
    phb__put(telling->builder, slips->member_days == 0 ? "not a member" : "a member");
    if (slips->member_days > 0 && slips->member_days < slips->days) {
        phb__put(telling->builder, " for a part of the time");
    }
}

/* ---- hours and their pay ---- */

#define BANDS_SHOWN_MAX 4

/* "Weekday hours", "Nights", "Time awake at night". */
static void
put_band(struct phb__builder *builder, const struct phb__band *band)
{
    phb__put(builder, band->name);
    phb__put(builder, band->name[0] == '\0' ? "" : ": ");
    if (band->is_awake) {
        phb__put(builder, "time awake at night");
    } else {
        phb__put(builder, band->is_flat ? "nights" : "hours");
    }
}

/* On an average week employed: minutes ÷ 60 or hundredths of a night, to two decimals. */
static void
put_time(struct phb__builder *builder, const struct phb__band *band, int64_t time, int64_t days)
{
    int64_t hundredths = 0;
    bool is_by_the_hour = !band->is_flat || band->is_awake;
    if (days > 0) {
        (void)phb__mul_div(time, is_by_the_hour ? 100 : 1, is_by_the_hour ? 60 * days : days,
                           PHB_ROUND_HALF_UP, &hundredths);
    }
    phb__put_decimal(builder, hundredths, 2, 0);
}

static void
put_pay(struct phb__builder *builder, int64_t rate)
{
    int64_t penny_hundredths = 0;
    (void)phb__mul_div(rate, 1, PHB__RATE_PARTS, PHB_ROUND_HALF_UP, &penny_hundredths);
    phb__put(builder, "£");
    phb__put_decimal(builder, penny_hundredths, 4, 2);
}

static void
put_band_figures(const struct telling *telling, const struct phb__band *band, bool is_rate)
{
    const struct phb__work *work = &telling->compare->work;
    for (int side = PHB__BEFORE; side < PHB__SIDES; side++) {
        if (is_rate) {
            put_pay(telling->builder, band->sides[side].rate);
        } else {
            put_time(telling->builder, band, band->sides[side].time, work->days[side]);
        }
        phb__put(telling->builder, side == PHB__BEFORE ? " before and " : " after");
    }
}

/* "On average a week: weekday: hours 20 before and 22.5 after; …" */
static void
put_bands(const struct telling *telling, const char *words, bool is_rate)
{
    const struct phb__work *work = &telling->compare->work;
    uint32_t shown = 0;
    phb__put(telling->builder, words);
    for (uint32_t i = 0; i < work->count; i++) {
        const struct phb__band *band = &work->bands[i];
        bool is_other =
            is_rate ? phb__band_has_other_rate(band) : phb__band_has_other_time(work, band);
        if (!is_other || shown++ >= BANDS_SHOWN_MAX) {
            continue;
        }
        phb__put(telling->builder, shown == 1 ? " " : "; ");
        put_band(telling->builder, band);
        phb__put(telling->builder, " ");
        put_band_figures(telling, band, is_rate);
    }
    phb__put(telling->builder, shown > BANDS_SHOWN_MAX ? "; and others." : ".");
}

/* ---- the law ---- */

#define LAWS_SHOWN_MAX 3

static void
put_law_value(struct phb__builder *builder, const char *unit, const struct phb__law_mean *mean)
{
    if (mean->least != mean->most) {
        phb__put(builder, "more than one value");
    } else if (strcmp(unit, "ppm") == 0) {
        phb__put_decimal(builder, mean->least, 4, 2);
        phb__put(builder, "%");
    } else if (strcmp(unit, "pence") == 0 || strcmp(unit, "pence_per_hour") == 0) {
        phb__put(builder, "£");
        phb__put_pence(builder, mean->least);
    } else {
        phb__put_decimal(builder, mean->least, strcmp(unit, "hundredths") == 0 ? 2 : 0, 0);
    }
}

static void
put_law(const struct telling *telling)
{
    const struct phb__dataset *dataset = telling->compare->sides[PHB__BEFORE].costing->dataset;
    struct phb__law_mean means[PHB__SIDES];
    int32_t shown = 0;
    phb__put(telling->builder, "The law is another:");
    for (int32_t key = 0; key < (int32_t)PHB__RATE_KEY_COUNT; key++) {
        key = phb__law_difference(telling->compare, telling->pair, telling->assistant, key, means);
        if (key == (int32_t)PHB__RATE_KEY_COUNT || shown++ >= LAWS_SHOWN_MAX) {
            continue;
        }
        const struct phb__rate_parameter *parameter = &dataset->parameters[key];
        const char *unit = phb__law_text(dataset, parameter->unit);
        phb__put(telling->builder, shown == 1 ? " " : "; ");
        phb__put(telling->builder, phb__law_text(dataset, parameter->label));
        phb__put(telling->builder, " ");
        put_law_value(telling->builder, unit, &means[PHB__BEFORE]);
        phb__put(telling->builder, " before and ");
        put_law_value(telling->builder, unit, &means[PHB__AFTER]);
        phb__put(telling->builder, " after");
    }
    phb__put(telling->builder, shown > LAWS_SHOWN_MAX ? "; and others." : ".");
}

/* ---- what is agreed ---- */

static void
put_terms(const struct telling *telling)
{
    static const struct {
        uint32_t term;
        const char *words;
    } terms[] = {{PHB__TERM_FREQUENCY, "how often pay falls due"},
                 {PHB__TERM_LEAVE, "leave"},
                 {PHB__TERM_SICKNESS, "sickness"},
                 {PHB__TERM_BANK_HOLIDAY, "bank holidays"}};
    const char *separator = " ";
    if (telling->assistant[PHB__BEFORE] == PHB__NOBODY) {
        bool is_wheelchair = strcmp(telling->pair->category, "wheelchair") == 0;
        phb__put(telling->builder, is_wheelchair ? "The wheelchair budget is said otherwise."
                                                 : "The contingency is said otherwise.");
        return;
    }
    uint32_t found =
        phb__terms_that_differ(telling->compare, telling->pair->category, telling->assistant);
    phb__put(telling->builder, "Other things are agreed about");
    for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
        if ((found & terms[i].term) != 0) {
            phb__put(telling->builder, separator);
            phb__put(telling->builder, terms[i].words);
            separator = ", ";
        }
    }
    phb__put(telling->builder, ".");
}

/* Bank holidays bring pay, and National Insurance and pension on it: how many there are says more
 * than how many days. */
static bool
has_bank_holidays(const struct telling *telling)
{
    static const char *const categories[] = {"bank_holiday", "employer_ni", "pension"};
    int32_t index = telling->assistant[PHB__BEFORE];
    const struct phb__budget_content *content =
        telling->compare->sides[PHB__BEFORE].costing->content;
    if (index == PHB__NOBODY ||
        phb__budget_assistants(content)[index].given.bank_holiday_minutes == PHB_NUMBER_NONE) {
        return false;
    }
    for (size_t i = 0; i < sizeof categories / sizeof categories[0]; i++) {
        if (strcmp(telling->pair->category, categories[i]) == 0) {
            return true;
        }
    }
    return false;
}

static void
put_period(const struct telling *telling)
{
    struct phb__stretch a = telling->compare->sides[PHB__BEFORE].costing->calendar.period;
    struct phb__stretch b = telling->compare->sides[PHB__AFTER].costing->calendar.period;
    if (has_bank_holidays(telling) || phb__stretch_days(a) == phb__stretch_days(b)) {
        phb__put(telling->builder,
                 "The period is another one: bank holidays, birthdays and parts of months and "
                 "years fall otherwise in it.");
        return;
    }
    put_both(telling, "The period has ", put_period_days, " days");
}

static void
put_counted(const struct telling *telling)
{
    phb_per per = line_of(telling, PHB__BEFORE)->per;
    bool is_of_people =
        per == PHB_PER_PAYSLIP || per == PHB_PER_ASSISTANT || per == PHB_PER_ASSISTANT_YEAR;
    if (is_of_people) {
        phb__put(telling->builder, "It is counted by assistants or their payslips. ");
    }
    put_both(telling, "It is ", put_quantity, "");
}

static void
put_hours(const struct telling *telling)
{
    if (telling->assistant[PHB__BEFORE] == PHB__NOBODY) {
        put_both(telling, "It is ", put_quantity, "");
    } else {
        put_bands(telling, "In an average week:", false);
    }
}

static void
put_rate(const struct telling *telling)
{
    if (telling->assistant[PHB__BEFORE] == PHB__NOBODY) {
        put_both(telling, "One costs ", put_price, "");
    } else {
        put_bands(telling, "Pay on average:", true);
    }
}

/* Of each cause, in their order: what tells it; or words, and what each side puts between. */
static const struct {
    const char *words;
    void (*put)(const struct telling *telling, int side);
    const char *unit;
    void (*tell)(const struct telling *telling);
} sentences[PHB__CAUSES] = {
    {.words = "It was not there before."},
    {.words = "It is no longer there."},
    {.words = "It falls due once."},
    {.words = "It runs for ", .put = put_days, .unit = " days"},
    {.tell = put_period},
    {.words = "The year has ", .put = put_weeks, .unit = ""},
    {.tell = put_hours},
    {.tell = put_counted},
    {.tell = put_rate},
    {.tell = put_terms},
    {.words = "Of a pension scheme: ", .put = put_membership, .unit = ""},
    {.words = "The National Insurance letter is ", .put = put_letters, .unit = ""},
    {.words = "The Employment Allowance is ", .put = put_claim, .unit = ""},
    {.tell = put_law},
    {.words = "What the budget leaves unsaid is as the policy has it: ",
     .put = put_policy,
     .unit = ""},
    {.words = "It follows from other costs, which are not the same."},
    {.words = "Nothing that was looked at differs: it follows from roundings."},
};

static void
put_cause(const struct telling *telling, int cause)
{
    if (sentences[cause].tell) {
        sentences[cause].tell(telling);
    } else if (sentences[cause].put) {
        put_both(telling, sentences[cause].words, sentences[cause].put, sentences[cause].unit);
    } else {
        phb__put(telling->builder, sentences[cause].words);
    }
}

void
phb__put_why(struct phb__builder *builder, struct phb__compare *compare,
             const struct phb__pair *pair, uint32_t causes)
{
    struct telling telling = {.builder = builder, .compare = compare, .pair = pair};
    const char *separator = "";
    phb__find_assistant(compare, pair->of, telling.assistant);
    phb__find_line(compare, pair->of, telling.line);
    for (int i = 0; i < PHB__CAUSES; i++) {
        if ((causes & ((uint32_t)1 << i)) != 0) {
            phb__put(builder, separator);
            put_cause(&telling, i);
            separator = " ";
        }
    }
}
