/**
 * @file
 * The law as data: dated parameters, each value with its source. A snapshot is immutable and can be
 * shared by any number of threads. Wherever rates are asked for, NULL means the ones built in.
 */
#ifndef PHB_RATES_H
#define PHB_RATES_H

#include <stddef.h>
#include <stdint.h>

#include <phb/context.h>
#include <phb/date.h>
#include <phb/money.h>
#include <phb/table.h>

PHB_BEGIN_DECLS

/** Counted by reference. */
typedef struct phb_rates phb_rates;

/** What to do past the last day whose law is held. */
typedef enum phb_rate_match {
    PHB_RATE_EXACT =
        1, /**< announced values are served, anything else is PHB_ERROR_RATE_NOT_IN_FORCE */
    PHB_RATE_CARRY =
        2 /**< for two more years, announced values are served and the others carried forward */
} phb_rate_match;

/** How sure a value is. */
typedef enum phb_certainty {
    PHB_CERTAINTY_IN_FORCE = 1,  /**< enacted and checked for that day */
    PHB_CERTAINTY_ANNOUNCED = 2, /**< announced, not yet in force or not yet checked in force */
    PHB_CERTAINTY_CARRIED = 3    /**< the last value known, carried forward */
} phb_certainty;

/** What is asked. Initialise with PHB_RATE_QUERY_INIT. */
typedef struct phb_rate_query {
    uint32_t size;        /**< sizeof(phb_rate_query) of the caller */
    phb_rate_match match; /**< EXACT or CARRY; INIT says EXACT */
    const char *key;      /**< such as "employer_ni.rate" */
    phb_date on;          /**< the day; for parameters by date and by age */
    phb_date birth;    /**< the date of birth; for parameters by date of birth, or instead of age */
    int32_t age_years; /**< for parameters by age; -1 when `birth` is given */
    int32_t reserved;  /**< 0 */
} phb_rate_query;

/* clang-format off */
#define PHB_RATE_QUERY_INIT                                                                        \
    {sizeof(phb_rate_query), PHB_RATE_EXACT, NULL, PHB_DATE_NONE, PHB_DATE_NONE, -1, 0}
/* clang-format on */

/** What is answered. Initialise with PHB_RATE_INIT. */
typedef struct phb_rate {
    uint32_t size;           /**< sizeof(phb_rate) of the caller */
    phb_certainty certainty; /**< in force, announced or carried */
    int64_t value;           /**< in `unit` */
    phb_date from;           /**< the first day (or date of birth) it holds for */
    int32_t reserved;        /**< 0 */
    const char *unit;        /**< pence, pence_per_hour, ppm, months, days, date or hundredths */
    const char *label;       /**< plain words */
    const char *source;      /**< title and citation of the instrument or publication */
} phb_rate;

#define PHB_RATE_INIT \
    { \
        sizeof(phb_rate), (phb_certainty)0, 0, PHB_DATE_NONE, 0, "", "", "" \
    }

/**
 * The function twin of PHB_RATE_QUERY_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_rate_query_init(phb_rate_query *query, uint32_t size);

/**
 * The function twin of PHB_RATE_INIT; `size` is the sizeof of the caller.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_rate_init(phb_rate *rate, uint32_t size);

/**
 * The rates built into the library. They are never parsed: this takes one small allocation.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_rates_unref.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_rates_builtin(phb_context *context, phb_rates **out_rates, phb_error *error);

/**
 * Makes rates out of others and an overlay: a JSON document of the format of the library's own data
 * (see docs/rates.md). New parameters and later values are added. Replacing a value that is already
 * there needs
 * `"replace": true` beside it. The overlay's family and version join the edition: "2026.1+north/3".
 *
 * Errors: ARGUMENT, MEMORY, what reading JSON gives, DUPLICATE (a statutory value replaced
 * unasked), RANGE.
 * Ownership: the caller's, until phb_rates_unref; the base may be given back at once.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_rates_overlay_json(phb_context *context, const phb_rates *base,
                                          const char *json, size_t size, phb_rates **out_rates,
                                          phb_error *error);

/** Takes another reference; NULL stays NULL. Threads: any. Since: 0.1 */
PHB_API phb_rates *phb_rates_ref(phb_rates *rates);

/** Gives a reference back; NULL is ignored. Threads: any. Since: 0.1 */
PHB_API void phb_rates_unref(phb_rates *rates);

/**
 * The edition, such as "2026.1".
 *
 * Ownership: lent, as long as the rates.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const char *phb_rates_edition(const phb_rates *rates);

/** The first day whose law is held. Threads: any. Since: 0.1 */
PHB_API phb_date phb_rates_first_day(const phb_rates *rates);

/** The last day whose law is held and checked. Threads: any. Since: 0.1 */
PHB_API phb_date phb_rates_last_day(const phb_rates *rates);

/**
 * Looks one value up.
 *
 * Errors: ARGUMENT (NULL, a bad match, a date or age that the parameter needs and the query lacks),
 * STRUCT,
 * DATE, RATE_UNKNOWN (no such key), RATE_NOT_IN_FORCE (outside the years held, ended, or not yet
 * begun).
 * Ownership: the texts are lent, as long as the rates.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_rates_find(const phb_rates *rates, const phb_rate_query *query,
                                  phb_rate *out_rate, phb_error *error);

/**
 * The law as a table. With a day, the values in force then (carried if need be); with
 * PHB_DATE_NONE, every value of the whole history. With a key, or the beginning of one up to a dot,
 * only what it names. Columns: key, label, value, unit, from, age, status, source, citation,
 * read_in, checked_against, origin.
 *
 * Errors: ARGUMENT, DATE, RATE_UNKNOWN (nothing of that key), RATE_NOT_IN_FORCE (a day outside),
 * MEMORY.
 * Ownership: the caller's, until phb_table_free; it must not outlive the rates.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_rates_table(phb_context *context, const phb_rates *rates, const char *key,
                                   phb_date on, phb_table **out_table, phb_error *error);

/**
 * The bank holidays of England from one day to another, both included, as a table by date. For
 * PHB_DATE_NONE the first day is the first one held, in 2011, and the last one the last published.
 * Columns: date; name; kind: `ordinary`, `substitute` for a day at a weekend, `moved` from its
 * ordinary day, `extra`; certainty: `in_force` as far as the days are published, beyond that
 * `carried` by the ordinary rules, or `announced` by an overlay; source.
 *
 * Errors: ARGUMENT, DATE, RANGE (the last day is before the first), RATE_NOT_IN_FORCE (the first
 * day is before 2011), MEMORY.
 * Ownership: the caller's, until phb_table_free; it must not outlive the rates.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_rates_bank_holidays(phb_context *context, const phb_rates *rates,
                                           phb_date first, phb_date last, phb_table **out_table,
                                           phb_error *error);

PHB_END_DECLS

#endif
