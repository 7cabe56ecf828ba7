/*
 * What somebody would write for two tax years: the thresholds are constants, nothing is checked,
 * nothing else can be asked. The sums are those of the library, to the penny.
 */

#include <stdbool.h>

#include "batch_rows.h"

#define APRIL_2026 20549
#define NI_PPM 150000
#define PENSION_PPM 30000
#define LEAVE_PPM 120700
#define ALLOWANCE 1050000
#define MONTH_PARTS 377580 /* 28, 29, 30 and 31 divide it */

/* By pay frequency, weekly to monthly; the same in both years. */
static const int64_t threshold[5] = {0, 9600, 19300, 38500, 41700};
static const int64_t upper_limit[5] = {0, 96700, 193400, 386700, 418900};
static const int64_t freeport[5] = {0, 48100, 96200, 192400, 208300};
static const int64_t lower_level[5] = {0, 12000, 24000, 48000, 52000};
static const int64_t trigger[5] = {0, 19200, 38400, 76800, 83300};
static const int64_t upper_level[5] = {0, 96700, 193400, 386700, 418900};
static const int64_t weeks_of[5] = {0, 1, 2, 4, 0};

/* A to Z: 1 pays nothing up to the upper limit, 2 up to the freeport threshold, 3 at all. */
static const uint8_t relief_of[26] = {
    ['D' - 'A'] = 2, ['E' - 'A'] = 2, ['F' - 'A'] = 2, ['H' - 'A'] = 1, ['I' - 'A'] = 2,
    ['K' - 'A'] = 2, ['L' - 'A'] = 2, ['M' - 'A'] = 1, ['N' - 'A'] = 2, ['S' - 'A'] = 2,
    ['V' - 'A'] = 1, ['X' - 'A'] = 3, ['Z' - 'A'] = 1};

static inline int64_t
third_decimal(int64_t pay, int64_t ppm)
{
    return (pay * ppm + 400000) / 1000000;
}

static inline int64_t
half_up(int64_t pay, int64_t ppm)
{
    return (pay * ppm + 500000) / 1000000;
}

static inline int64_t
between(int64_t pay, int64_t lower, int64_t upper)
{
    int64_t top = pay < upper ? pay : upper;
    return top > lower ? top - lower : 0;
}

static inline int64_t
ni_of(int frequency, int relief, int64_t gross)
{
    int64_t lower = threshold[frequency];
    int64_t upper = upper_limit[frequency];
    if (relief == 3) {
        return 0;
    }
    int64_t edge = relief == 0 ? 0 : relief == 1 ? upper : freeport[frequency];
    lower = edge > lower ? edge : lower;
    return third_decimal(between(gross, lower, upper), NI_PPM) +
           third_decimal(between(gross, upper, INT64_MAX), NI_PPM);
}

static inline int64_t
pension_of(int frequency, int64_t gross)
{
    return half_up(between(gross, lower_level[frequency], upper_level[frequency]), PENSION_PPM);
}

void
bench_plain_ni(const struct bench_slips *slips, int64_t *out, size_t first, size_t rows)
{
    for (size_t i = first; i < first + rows; i++) {
        out[i] = ni_of(slips->frequency[i], relief_of[slips->letter[i] - 'A'], slips->gross[i]);
    }
}

void
bench_plain_pension(const struct bench_slips *slips, int64_t *out, size_t first, size_t rows)
{
    for (size_t i = first; i < first + rows; i++) {
        out[i] = pension_of(slips->frequency[i], slips->gross[i]);
    }
}

/* ---- the calendar: years 1970 and later, or a few before ---- */

struct ymd {
    int32_t year;
    int32_t month;
    int32_t day;
};

static inline struct ymd
ymd_of(int32_t date)
{
    int32_t z = date + 719468;
    int32_t era = z / 146097;
    int32_t doe = z % 146097;
    int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int32_t mp = (5 * doy + 2) / 153;
    struct ymd out = {yoe + era * 400, mp < 10 ? mp + 3 : mp - 9, doy - (153 * mp + 2) / 5 + 1};
    out.year += out.month <= 2;
    return out;
}

static inline int32_t
date_of_ymd(int32_t year, int32_t month, int32_t day)
{
    year -= month <= 2;
    int32_t era = year / 400;
    int32_t yoe = year % 400;
    int32_t doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static inline bool
is_leap(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static inline int32_t
month_days(int32_t year, int32_t month)
{
    static const uint8_t days[13] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month];
}

/* Who is born on 29 February: on 1 March in common years. */
static inline int32_t
birthday(struct ymd born, int32_t age)
{
    int32_t year = born.year + age;
    bool is_moved = born.month == 2 && born.day == 29 && !is_leap(year);
    return is_moved ? date_of_ymd(year, 3, 1) : date_of_ymd(year, born.month, born.day);
}

/* 66, a month more for each month of births from 6 April 1960 to 5 March 1961, then 67. */
static inline int32_t
state_pension_day(int32_t birth, struct ymd born)
{
    int32_t months = (born.year - 1960) * 12 + born.month - 4 + (born.day >= 6);
    if (birth < -3557 || birth >= -3223) {
        return birthday(born, birth < -3557 ? 66 : 67);
    }
    int32_t index = born.year * 12 + born.month - 1 + 792 + months;
    int32_t last = month_days(index / 12, index % 12 + 1);
    return date_of_ymd(index / 12, index % 12 + 1, born.day < last ? born.day : last);
}

/* Σ over the days of MONTH_PARTS ÷ the days of their month. */
static inline int64_t
months_of(int32_t start, int32_t end)
{
    int64_t sum = 0;
    struct ymd from = ymd_of(start);
    while (start <= end) {
        int32_t length = month_days(from.year, from.month);
        int32_t last = start + length - from.day;
        last = last < end ? last : end;
        sum += (int64_t)(last - start + 1) * (MONTH_PARTS / length);
        start = last + 1;
        from = from.month == 12 ? (struct ymd){from.year + 1, 1, 1}
                                : (struct ymd){from.year, from.month + 1, 1};
    }
    return sum;
}

/* ---- wages ---- */

void
bench_plain_wage(const struct bench_slips *slips, int64_t *out, size_t first, size_t rows)
{
    static const int64_t wages[2][3] = {{75500, 100000, 122100}, {80000, 108500, 127100}};
    for (size_t i = first; i < first + rows; i++) {
        struct ymd born = ymd_of(slips->birth[i]);
        struct ymd now = ymd_of(slips->paid_on[i]);
        int32_t age =
            now.year - born.year - (now.month * 100 + now.day < born.month * 100 + born.day);
        int64_t wage = wages[slips->paid_on[i] >= APRIL_2026 - 5][age >= 21   ? 2
                                                                  : age >= 18 ? 1
                                                                              : 0];
        out[i] = wage > slips->rate[i] ? wage - slips->rate[i] : 0;
    }
}

/* ---- one assistant ---- */

struct person {
    int32_t birthdays[5]; /* 16, 21, 22, 25, 75 */
    int32_t state_pension;
    int32_t cuts[8]; /* segments begin here; the last is the day after all */
    int32_t cut_count;
    bool is_enrolled;
};

static inline void
add_cut(struct person *person, int32_t day, int32_t start, int32_t end)
{
    if (day <= start || day > end) {
        return;
    }
    int32_t at = person->cut_count;
    while (at > 1 && person->cuts[at - 1] > day) {
        at--;
    }
    if (at > 1 && person->cuts[at - 1] == day) {
        return;
    }
    for (int32_t i = person->cut_count; i > at; i--) {
        person->cuts[i] = person->cuts[i - 1];
    }
    person->cuts[at] = day;
    person->cut_count++;
}

static inline void
find_person(struct person *person, int32_t birth, int32_t start, int32_t end)
{
    static const int32_t ages[5] = {16, 21, 22, 25, 75};
    struct ymd born = ymd_of(birth);
    person->cuts[0] = start;
    person->cut_count = 1;
    person->is_enrolled = false;
    add_cut(person, APRIL_2026, start, end);
    for (int i = 0; i < 5; i++) {
        person->birthdays[i] = birthday(born, ages[i]);
        add_cut(person, person->birthdays[i], start, end);
    }
    person->state_pension = state_pension_day(birth, born);
    add_cut(person, person->state_pension, start, end);
    person->cuts[person->cut_count] = end + 1;
}

/* How often something falls due, and what that comes to. */
struct times {
    int64_t numerator;
    int64_t denominator;
};

static inline int64_t
come_to(int64_t figure, struct times times)
{
    return (figure * times.numerator * 2 + times.denominator) / (times.denominator * 2);
}

static inline struct times
slips_of(int frequency, bool is_52, int32_t start, int32_t end)
{
    int64_t days = end - start + 1;
    if (frequency == PHB_PAY_MONTHLY) {
        return (struct times){months_of(start, end), MONTH_PARTS};
    }
    return is_52 ? (struct times){days * 52, 365 * weeks_of[frequency]}
                 : (struct times){days, 7 * weeks_of[frequency]};
}

static inline int64_t
basic_of(const struct bench_people *people, size_t i, int frequency, bool is_52)
{
    int64_t nights = people->nights[i] == INT32_MIN ? 0 : people->nights[i];
    int64_t week = people->minutes[i] * people->rate[i] * 100 + nights * people->night_rate[i] * 60;
    if (frequency != PHB_PAY_MONTHLY) {
        return come_to(week, (struct times){weeks_of[frequency], 600000});
    }
    return come_to(week, is_52 ? (struct times){52, 7200000} : (struct times){365, 50400000});
}

static inline int64_t
week_of_cover(const struct bench_people *people, size_t i, int64_t rate, int64_t night_rate)
{
    int64_t nights = people->nights[i] == INT32_MIN ? 0 : people->nights[i];
    return come_to(people->minutes[i] * rate + nights * night_rate * 60, (struct times){1, 6000});
}

/* Cover of leave: adds to the amounts of the row. */
static inline void
add_cover(const struct bench_people *people, size_t i, int64_t days, int64_t sums[BENCH_OUTPUTS])
{
    struct times times = {560 * days, 100 * 365};
    int64_t pay = week_of_cover(people, i, people->cover_rate[i], people->cover_night_rate[i]);
    int64_t leave = half_up(pay, LEAVE_PPM);
    int64_t whole = pay + leave;
    sums[BENCH_COVER] += come_to(pay, times);
    if (people->leave_by[i] == PHB_COVER_BY_AGENCY) {
        return;
    }
    bool is_team = people->leave_by[i] == PHB_COVER_BY_TEAM;
    int64_t ni = is_team ? third_decimal(whole, NI_PPM) : ni_of(PHB_PAY_WEEKLY, 0, whole);
    int64_t pension = is_team                           ? half_up(whole, PENSION_PPM)
                      : whole > trigger[PHB_PAY_WEEKLY] ? pension_of(PHB_PAY_WEEKLY, whole)
                                                        : 0;
    sums[BENCH_COVER] += come_to(leave, times);
    sums[BENCH_NI] += come_to(ni, times);
    sums[BENCH_PENSION] += come_to(pension, times);
}

static inline void
add_sickness(const struct bench_people *people, size_t i, int64_t gross, int32_t day, int64_t days,
             int64_t sums[BENCH_OUTPUTS])
{
    static const struct times part_of[5] = {{0, 1}, {1, 1}, {1, 2}, {1, 4}, {12, 52}};
    struct times times = {people->sick_weeks[i] * days, 100 * 365};
    int64_t average = come_to(gross, part_of[people->frequency[i]]);
    int64_t pay = average >= 12500 ? 11875 : 0;
    if (day >= APRIL_2026) {
        int64_t most = half_up(average, 800000);
        pay = most < 12325 ? most : 12325;
    }
    int64_t cover = week_of_cover(people, i, people->sick_rate[i], people->sick_night_rate[i]);
    sums[BENCH_SICKNESS] += come_to(pay, times);
    sums[BENCH_SICKNESS_COVER] += come_to(cover > average ? cover - average : 0, times);
}

static inline void
add_segment(const struct bench_people *people, size_t i, struct person *person, int32_t start,
            int32_t end, int64_t sums[BENCH_OUTPUTS])
{
    int frequency = people->frequency[i];
    bool is_52 = people->weeks_in_year[i] == PHB_WEEKS_52;
    bool is_accrual = people->leave_method[i] == PHB_LEAVE_ACCRUAL;
    bool is_over = person->state_pension <= start;
    int relief = 0;
    if (!is_over && start < person->birthdays[1]) {
        relief = start < person->birthdays[0] ? 3 : 1;
    }
    struct times slips = slips_of(frequency, is_52, start, end);
    int64_t basic = basic_of(people, i, frequency, is_52);
    int64_t leave = is_accrual ? half_up(basic, LEAVE_PPM) : 0;
    int64_t gross = basic + leave;
    bool is_eligible = start >= person->birthdays[2] && !is_over && gross > trigger[frequency];
    bool is_member = (is_eligible || person->is_enrolled) && start < person->birthdays[4];
    person->is_enrolled = person->is_enrolled || is_member;
    sums[BENCH_BASIC] += come_to(basic, slips);
    sums[BENCH_LEAVE] += come_to(leave, slips);
    sums[BENCH_NI] += come_to(ni_of(frequency, relief, gross), slips);
    sums[BENCH_PENSION] += is_member ? come_to(pension_of(frequency, gross), slips) : 0;
    if (people->leave_method[i] == PHB_LEAVE_COVER) {
        add_cover(people, i, end - start + 1, sums);
    }
    add_sickness(people, i, gross, start, end - start + 1, sums);
}

/* ---- the employer ---- */

struct employer {
    size_t rows[4];
    int64_t ni[2][4]; /* by tax year */
    size_t count;
};

/* Largest remainder, ties to the earlier. */
static void
share_year(struct employer *employer, const int64_t *ni, const struct bench_amounts *amounts)
{
    int64_t all = 0;
    int64_t remainders[4];
    for (size_t k = 0; k < employer->count; k++) {
        all += ni[k];
    }
    int64_t met = all < ALLOWANCE ? all : ALLOWANCE;
    int64_t left = met;
    for (size_t k = 0; all > 0 && k < employer->count; k++) {
        int64_t whole = met * ni[k] / all;
        remainders[k] = met * ni[k] % all;
        amounts->out[BENCH_ALLOWANCE][employer->rows[k]] -= whole;
        left -= whole;
    }
    for (; all > 0 && left > 0; left--) {
        size_t most = 0;
        for (size_t k = 1; k < employer->count; k++) {
            most = remainders[k] > remainders[most] ? k : most;
        }
        amounts->out[BENCH_ALLOWANCE][employer->rows[most]]--;
        remainders[most] = -1;
    }
}

static void
end_employer(struct employer *employer, const struct bench_amounts *amounts)
{
    for (int year = 0; year < 2; year++) {
        share_year(employer, employer->ni[year], amounts);
    }
    for (size_t k = 0; k < employer->count; k++) {
        size_t row = employer->rows[k];
        amounts->out[BENCH_TOTAL][row] += amounts->out[BENCH_ALLOWANCE][row];
    }
    employer->count = 0;
}

void
bench_plain_cost(const struct bench_people *people, const struct bench_amounts *amounts,
                 size_t first, size_t rows)
{
    struct employer employer = {.count = 0};
    for (size_t i = first; i < first + rows; i++) {
        int64_t sums[BENCH_OUTPUTS] = {0};
        struct person person;
        if (i > first && people->employer[i] != people->employer[i - 1]) {
            end_employer(&employer, amounts);
        }
        find_person(&person, people->birth[i], people->start[i], people->end[i]);
        size_t k = employer.count++;
        employer.rows[k] = i;
        employer.ni[0][k] = employer.ni[1][k] = 0;
        for (int32_t c = 0; c < person.cut_count; c++) {
            int64_t before = sums[BENCH_NI];
            add_segment(people, i, &person, person.cuts[c], person.cuts[c + 1] - 1, sums);
            employer.ni[person.cuts[c] >= APRIL_2026][k] += sums[BENCH_NI] - before;
        }
        for (int j = 0; j < BENCH_ALLOWANCE; j++) {
            amounts->out[j][i] = sums[j];
            sums[BENCH_TOTAL] += sums[j];
        }
        amounts->out[BENCH_ALLOWANCE][i] = 0;
        amounts->out[BENCH_TOTAL][i] = sums[BENCH_TOTAL];
    }
    end_employer(&employer, amounts);
}
