#include "core/figures.h"

#include <string.h>

#include "core/date.h"

/* Puts "1234567.89" with a comma before each group of three whole digits. */
static void
put_groups(struct phb__builder *builder, const char *digits)
{
    size_t whole = strcspn(digits, ".");
    for (size_t i = 0; i < whole; i++) {
        if (i > 0 && (whole - i) % 3 == 0) {
            phb__put(builder, ",");
        }
        phb__put_bytes(builder, &digits[i], 1);
    }
    phb__put(builder, digits + whole);
}

static void
put_amount(struct phb__builder *builder, const char *sign, phb_pence amount)
{
    char text[PHB_PENCE_TEXT_SIZE];
    if (phb_pence_format(amount, text, sizeof text) != PHB_OK) {
        return;
    }
    bool is_negative = text[0] == '-';
    phb__put(builder, is_negative ? "-" : "");
    phb__put(builder, sign);
    put_groups(builder, is_negative ? text + 1 : text);
}

void
phb__put_pounds(struct phb__builder *builder, phb_pence amount)
{
    put_amount(builder, "£", amount);
}

void
phb__put_grouped(struct phb__builder *builder, phb_pence amount)
{
    put_amount(builder, "", amount);
}

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

static void
put_day(struct phb__builder *builder, phb_date date, size_t month_letters)
{
    if (!phb__date_is_valid(date)) {
        return;
    }
    struct phb__ymd ymd = phb__ymd_of(date);
    const char *month = months[ymd.month - 1];
    size_t letters = strlen(month);
    phb__put_int(builder, ymd.day);
    phb__put(builder, " ");
    phb__put_bytes(builder, month, letters < month_letters ? letters : month_letters);
    phb__put(builder, " ");
    phb__put_int(builder, ymd.year);
}

void
phb__put_long_date(struct phb__builder *builder, phb_date date)
{
    put_day(builder, date, SIZE_MAX);
}

void
phb__put_short_date(struct phb__builder *builder, phb_date date)
{
    put_day(builder, date, 3);
}

/* "1 day", "2 days" */
static void
put_count(struct phb__builder *builder, int64_t count, const char *unit)
{
    phb__put_int(builder, count);
    phb__put(builder, " ");
    phb__put(builder, unit);
    phb__put(builder, count == 1 ? "" : "s");
}

void
phb__put_day_count(struct phb__builder *builder, int64_t days)
{
    put_count(builder, days, "day");
}

void
phb__put_week_count(struct phb__builder *builder, int64_t weeks_hundredths)
{
    phb__put_decimal(builder, weeks_hundredths, 2, 0);
    phb__put(builder, weeks_hundredths == 100 ? " week" : " weeks");
}

void
phb__put_minute_count(struct phb__builder *builder, int64_t minutes)
{
    int64_t rest = minutes % 60;
    if (minutes >= 60) {
        put_count(builder, minutes / 60, "hour");
        phb__put(builder, rest > 0 ? " " : "");
    }
    if (minutes < 60 || rest > 0) {
        put_count(builder, rest, "minute");
    }
}

void
phb__put_percent(struct phb__builder *builder, int64_t ppm)
{
    phb__put_decimal(builder, ppm, 4, 0);
    phb__put(builder, "%");
}
