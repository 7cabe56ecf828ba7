/**
 * @file
 * Days: 32 bits since 1 January 1970, of the Gregorian calendar, 1900 to 2199. No times, no zones.
 */
#ifndef PHB_DATE_H
#define PHB_DATE_H

#include <stddef.h>
#include <stdint.h>

#include <phb/status.h>

PHB_BEGIN_DECLS

/** Days since 1 January 1970: the same count as Java's toEpochDay, numpy's datetime64[D], Arrow's
 * date32. */
typedef int32_t phb_date;

/** No date: not said. (Day 0 is a birthday like any other.) */
#define PHB_DATE_NONE INT32_MIN

#define PHB_DATE_MIN (-25567) /**< 1 January 1900 */
#define PHB_DATE_MAX 84005    /**< 31 December 2199 */

/** Which day is meant when a month has none of that number. There is no default. */
typedef enum phb_month_end {
    PHB_MONTH_END_CLAMP =
        1,                  /**< the last day of the month: 31 January and a month is 28 February */
    PHB_MONTH_END_NEXT = 2, /**< the first day of the next month */
    PHB_MONTH_END_FAIL = 3  /**< PHB_ERROR_DATE_AMBIGUOUS */
} phb_month_end;

/**
 * Makes a day from year, month (1–12) and day of the month (1–31).
 *
 * Errors: ARGUMENT (NULL), DATE (no such day, or outside 1900 to 2199). The output is then
 * untouched.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_date_from_ymd(int32_t year, int32_t month, int32_t day, phb_date *out_date);

/**
 * Takes a day apart. Any output may be NULL.
 *
 * Errors: DATE. The outputs are then untouched.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_date_to_ymd(phb_date date, int32_t *out_year, int32_t *out_month,
                                   int32_t *out_day);

/**
 * Reads "2026-04-06", exactly ten characters.
 *
 * Errors: ARGUMENT (NULL), DATE. The output is then untouched.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_date_parse(const char *text, phb_date *out_date);

/** Bytes that phb_date_format writes, its NUL included. */
#define PHB_DATE_TEXT_SIZE 11

/**
 * Writes "2026-04-06" and a NUL.
 *
 * Errors: ARGUMENT (NULL), DATE, RANGE (a buffer that is too small).
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_date_format(phb_date date, char *out_text, size_t capacity);

/**
 * Adds days, which may be negative.
 *
 * Errors: ARGUMENT (NULL), DATE (a bad day, or a result outside 1900 to 2199).
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_date_add_days(phb_date date, int32_t days, phb_date *out_date);

/**
 * Adds whole calendar months, which may be negative, by the corresponding date: the same day
 * number, and where there is none, the day that `rule` names.
 *
 * Errors: ARGUMENT (NULL, an unknown rule), RANGE (more than 3,600 months either way), DATE (a bad
 * day, or a
 * result outside 1900 to 2199), DATE_AMBIGUOUS (PHB_MONTH_END_FAIL).
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_date_add_months(phb_date date, int32_t months, phb_month_end rule,
                                       phb_date *out_date);

/**
 * The day somebody reaches an age in whole years, attained at the start of the birthday. Born on
 * 29 February: 1 March in common years.
 *
 * Errors: ARGUMENT (NULL), RANGE (an age below 0 or above 150), DATE.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_date_of_age(phb_date birth, int32_t age_years, phb_date *out_date);

/**
 * Somebody's age in whole years on a day.
 *
 * Errors: ARGUMENT (NULL), DATE (a bad day), RANGE (a birth after the day).
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_date_age(phb_date birth, phb_date on, int32_t *out_age_years);

/**
 * The day of the week: 1 Monday to 7 Sunday; 0 for a bad day.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API int32_t phb_date_weekday(phb_date date);

PHB_END_DECLS

#endif
