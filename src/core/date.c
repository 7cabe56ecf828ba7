#include "core/date.h"

/*
 * Days and dates by arithmetic, after Howard Hinnant's "chrono-compatible low-level date
 * algorithms" one way, and Cassio Neri's and Lorenz Schneider's "Euclidean affine functions" the
 * other: years are counted from 1 March, so that the leap day is the last of its year and the
 * months before it follow a straight line; 400 years, an era, are 146,097 days. Our years are all
 * positive, so nothing needs care for negatives.
 */
#define DAYS_OF_ERA 146097
#define EPOCH_FROM_YEAR_ZERO 719468 /* days from 1 March of the year 0 to 1 January 1970 */

#define FIRST_YEAR 1900
#define LAST_YEAR 2199
#define MOST_MONTHS 3600
#define MOST_AGE 150

bool
phb__is_leap_year(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int32_t
phb__days_in_month(int32_t year, int32_t month)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && phb__is_leap_year(year) ? 29 : days[month - 1];
}

/* Each division is by a constant, or by a power of two of a product that makes up for it. */
struct phb__ymd
phb__ymd_of(phb_date date)
{
    uint32_t quarters = 4 * (uint32_t)(date + EPOCH_FROM_YEAR_ZERO) + 3; /* of a day */
    uint32_t century = quarters / DAYS_OF_ERA;
    uint32_t in_century = (quarters % DAYS_OF_ERA) | 3;
    uint64_t years = UINT64_C(2939745) * in_century; /* ÷ 2^32: 4 ÷ 1461 a day */
    uint32_t year_of_century = (uint32_t)(years >> 32);
    uint32_t day_of_year = (uint32_t)years / 2939745 / 4;

    /* From March on five months are always 153 days. */
    uint32_t months = 2141 * day_of_year + 197913; /* ÷ 2^16, from March as the third */
    uint32_t month = months >> 16;
    uint32_t day = (months & 0xFFFF) / 2141;
    bool is_next_year = day_of_year >= 306; /* January and February */
    return (struct phb__ymd){
        .year = (int32_t)(100 * century + year_of_century + (is_next_year ? 1 : 0)),
        .month = (int32_t)(is_next_year ? month - 12 : month),
        .day = (int32_t)day + 1,
    };
}

phb_date
phb__date_of_ymd(int32_t year, int32_t month, int32_t day)
{
    int32_t march_year = month <= 2 ? year - 1 : year;
    int32_t month_from_march = month <= 2 ? month + 9 : month - 3;
    int32_t era = march_year / 400;
    int32_t year_of_era = march_year % 400;
    int32_t day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_OF_ERA + day_of_era - EPOCH_FROM_YEAR_ZERO;
}

phb_date
phb__tax_year_start(int32_t year)
{
    return phb__date_of_ymd(year, 4, 6);
}

int32_t
phb__tax_year_of(phb_date date)
{
    return phb__tax_year_of_ymd(phb__ymd_of(date));
}

static bool
is_year(int32_t year)
{
    return year >= FIRST_YEAR && year <= LAST_YEAR;
}

phb_status
phb_date_from_ymd(int32_t year, int32_t month, int32_t day, phb_date *out_date)
{
    if (!out_date) {
        return PHB_ERROR_ARGUMENT;
    }
    if (!is_year(year) || month < 1 || month > 12) {
        return PHB_ERROR_DATE;
    }
    if (day < 1 || day > phb__days_in_month(year, month)) {
        return PHB_ERROR_DATE;
    }
    *out_date = phb__date_of_ymd(year, month, day);
    return PHB_OK;
}

phb_status
phb_date_to_ymd(phb_date date, int32_t *out_year, int32_t *out_month, int32_t *out_day)
{
    if (!phb__date_is_valid(date)) {
        return PHB_ERROR_DATE;
    }
    struct phb__ymd ymd = phb__ymd_of(date);
    if (out_year) {
        *out_year = ymd.year;
    }
    if (out_month) {
        *out_month = ymd.month;
    }
    if (out_day) {
        *out_day = ymd.day;
    }
    return PHB_OK;
}

static const char date_shape[] = "dddd-dd-dd";

/* Stops at the first character that does not fit, so never reads past the NUL of a shorter text. */
static bool
has_date_shape(const char *text)
{
    for (size_t i = 0; date_shape[i] != '\0'; i++) {
        bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (date_shape[i] == 'd' ? !is_digit : text[i] != '-') {
            return false;
        }
    }
    return text[sizeof(date_shape) - 1] == '\0';
}

static int32_t
number_at(const char *text, size_t first, size_t count)
{
    int32_t number = 0;
    for (size_t i = first; i < first + count; i++) {
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

static void
put_number(char *out, size_t first, size_t count, int32_t number)
{
    for (size_t i = first + count; i > first; i--) {
        out[i - 1] = (char)('0' + number % 10);
        number /= 10;
    }
}

phb_status
phb_date_parse(const char *text, phb_date *out_date)
{
    if (!text || !out_date) {
        return PHB_ERROR_ARGUMENT;
    }
    if (!has_date_shape(text)) {
        return PHB_ERROR_DATE;
    }
    return phb_date_from_ymd(number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2),
                             out_date);
}

phb_status
phb_date_format(phb_date date, char *out_text, size_t capacity)
{
    if (!out_text) {
        return PHB_ERROR_ARGUMENT;
    }
    if (!phb__date_is_valid(date)) {
        return PHB_ERROR_DATE;
    }
    if (capacity < PHB_DATE_TEXT_SIZE) {
        return PHB_ERROR_RANGE;
    }
    struct phb__ymd ymd = phb__ymd_of(date);
    put_number(out_text, 0, 4, ymd.year);
    put_number(out_text, 5, 2, ymd.month);
    put_number(out_text, 8, 2, ymd.day);
    out_text[4] = '-';
    out_text[7] = '-';
    out_text[10] = '\0';
    return PHB_OK;
}

phb_status
phb_date_add_days(phb_date date, int32_t days, phb_date *out_date)
{
    if (!out_date) {
        return PHB_ERROR_ARGUMENT;
    }
    if (!phb__date_is_valid(date)) {
        return PHB_ERROR_DATE;
    }
    /* As distances from the ends of the calendar: adding first could overflow. */
    if (days < PHB_DATE_MIN - date || days > PHB_DATE_MAX - date) {
        return PHB_ERROR_DATE;
    }
    *out_date = date + days;
    return PHB_OK;
}

static bool
is_month_end_rule(phb_month_end rule)
{
    switch (rule) {
    case PHB_MONTH_END_CLAMP:
    case PHB_MONTH_END_NEXT:
    case PHB_MONTH_END_FAIL:
        return true;
    }
    return false;
}

/*
 * Whole months are counted on the calendar, so 31 January plus one month names a day that does not
 * exist. Provisions seldom say which day they mean then; the caller must.
 */
phb_status
phb_date_add_months(phb_date date, int32_t months, phb_month_end rule, phb_date *out_date)
{
    if (!out_date || !is_month_end_rule(rule)) {
        return PHB_ERROR_ARGUMENT;
    }
    if (months < -MOST_MONTHS || months > MOST_MONTHS) {
        return PHB_ERROR_RANGE;
    }
    if (!phb__date_is_valid(date)) {
        return PHB_ERROR_DATE;
    }

    struct phb__ymd from = phb__ymd_of(date);
    int32_t month_index = from.year * 12 + (from.month - 1) + months;
    int32_t year = month_index / 12;
    int32_t month = month_index % 12 + 1;
    if (!is_year(year)) {
        return PHB_ERROR_DATE;
    }
    int32_t last_day = phb__days_in_month(year, month);
    if (from.day <= last_day) {
        *out_date = phb__date_of_ymd(year, month, from.day);
        return PHB_OK;
    }
    if (rule == PHB_MONTH_END_FAIL) {
        return PHB_ERROR_DATE_AMBIGUOUS;
    }
    /* December has 31 days, so the day after never leaves the year, nor the calendar. */
    *out_date = phb__date_of_ymd(year, month, last_day) + (rule == PHB_MONTH_END_NEXT ? 1 : 0);
    return PHB_OK;
}

/*
 * An age is attained at the start of the birthday (Family Law Reform Act 1969, section 9). Who was
 * born on a 29 February has none in common years, and gets there when that day would have begun: on
 * 1 March.
 */
phb_date
phb__birthday(struct phb__ymd born, int32_t age_years)
{
    int32_t year = born.year + age_years;
    if (!is_year(year)) {
        return PHB_DATE_NONE;
    }
    bool is_moved = born.month == 2 && born.day == 29 && !phb__is_leap_year(year);
    return is_moved ? phb__date_of_ymd(year, 3, 1) : phb__date_of_ymd(year, born.month, born.day);
}

phb_status
phb_date_of_age(phb_date birth, int32_t age_years, phb_date *out_date)
{
    if (!out_date) {
        return PHB_ERROR_ARGUMENT;
    }
    if (age_years < 0 || age_years > MOST_AGE) {
        return PHB_ERROR_RANGE;
    }
    if (!phb__date_is_valid(birth)) {
        return PHB_ERROR_DATE;
    }
    phb_date reached = phb__birthday(phb__ymd_of(birth), age_years);
    if (reached == PHB_DATE_NONE) {
        return PHB_ERROR_DATE;
    }
    *out_date = reached;
    return PHB_OK;
}

phb_status
phb_date_age(phb_date birth, phb_date on, int32_t *out_age_years)
{
    if (!out_age_years) {
        return PHB_ERROR_ARGUMENT;
    }
    if (!phb__date_is_valid(birth) || !phb__date_is_valid(on)) {
        return PHB_ERROR_DATE;
    }
    if (birth > on) {
        return PHB_ERROR_RANGE;
    }
    *out_age_years = phb__age_on(phb__ymd_of(birth), phb__ymd_of(on));
    return PHB_OK;
}

int32_t
phb_date_weekday(phb_date date)
{
    /* 1 January 1900, the first of our days, was a Monday. */
    return phb__date_is_valid(date) ? (date - PHB_DATE_MIN) % 7 + 1 : 0;
}
