/* The bank holidays as a table: the ordinary days of each year, those that moved left out, and the
 * exceptions, by date. */

#include "core/date.h"
#include "core/error.h"
#include "core/table.h"
#include "rates/bank_holidays.h"
#include "rates/rates.h"

enum { DATE, NAME, KIND, CERTAINTY, SOURCE };

static const struct phb__column columns[] = {
    [DATE] = {"date", PHB_COLUMN_DATE},     [NAME] = {"name", PHB_COLUMN_TEXT},
    [KIND] = {"kind", PHB_COLUMN_TEXT},     [CERTAINTY] = {"certainty", PHB_COLUMN_TEXT},
    [SOURCE] = {"source", PHB_COLUMN_TEXT},
};

#define COLUMN_COUNT (sizeof columns / sizeof columns[0])

struct filling {
    phb_table *table;
    const struct phb__dataset *dataset;
    phb_date first;
    phb_date last;
    uint32_t next; /* the first exception that is not in the table yet */
};

static bool
add(struct filling *filling, phb_date date, const char *name, const char *kind,
    const char *certainty, uint16_t source)
{
    if (date < filling->first || date > filling->last) {
        return true;
    }
    if (!phb__table_add_row(filling->table)) {
        return false;
    }
    const struct phb__dataset *dataset = filling->dataset;
    const char *title = phb__law_text(dataset, dataset->sources[source].title);
    phb__table_set(filling->table, DATE, date);
    return phb__table_set_static(filling->table, NAME, name) &&
           phb__table_set_static(filling->table, KIND, kind) &&
           phb__table_set_static(filling->table, CERTAINTY, certainty) &&
           phb__table_set_static(filling->table, SOURCE, title);
}

/* What is published is in force; beyond it an exception was announced, and a rule is carried on. */
static const char *
certainty_of(const struct phb__dataset *dataset, phb_date date, const char *beyond)
{
    return date <= dataset->bank_holidays_until ? "in_force" : beyond;
}

static bool
add_exceptions_until(struct filling *filling, phb_date until)
{
    const struct phb__dataset *dataset = filling->dataset;
    bool has_memory = true;
    while (has_memory && filling->next < dataset->bank_holiday_count &&
           dataset->bank_holidays[filling->next].date <= until) {
        const struct phb__bank_holiday *exception = &dataset->bank_holidays[filling->next++];
        has_memory = add(filling, exception->date, phb__law_text(dataset, exception->name),
                         exception->instead_of == PHB_DATE_NONE ? "extra" : "moved",
                         certainty_of(dataset, exception->date, "announced"), exception->source);
    }
    return has_memory;
}

static bool
has_moved(const struct phb__dataset *dataset, phb_date date)
{
    for (uint32_t i = 0; i < dataset->bank_holiday_count; i++) {
        if (dataset->bank_holidays[i].instead_of == date) {
            return true;
        }
    }
    return false;
}

static bool
add_year(struct filling *filling, int32_t year)
{
    const struct phb__dataset *dataset = filling->dataset;
    struct phb__bank_day days[PHB__BANK_DAYS];
    phb__bank_days_of(year, days);
    for (int i = 0; i < PHB__BANK_DAYS; i++) {
        phb_date date = days[i].date;
        if (!add_exceptions_until(filling, date)) {
            return false;
        }
        if (!has_moved(dataset, date) &&
            !add(filling, date, days[i].name, days[i].is_substitute ? "substitute" : "ordinary",
                 certainty_of(dataset, date, "carried"), dataset->bank_holidays_source)) {
            return false;
        }
    }
    return true;
}

static bool
fill(struct filling *filling)
{
    int32_t last_year = phb__ymd_of(filling->last).year;
    for (int32_t year = phb__ymd_of(filling->first).year; year <= last_year; year++) {
        if (!add_year(filling, year)) {
            return false;
        }
    }
    return add_exceptions_until(filling, filling->last);
}

phb_status
phb_rates_bank_holidays(phb_context *context, const phb_rates *rates, phb_date first, phb_date last,
                        phb_table **out_table, phb_error *error)
{
    if (!out_table) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    *out_table = NULL;
    const struct phb__dataset *dataset = phb__rates_dataset(rates);
    phb_date held_from = phb__date_of_ymd(PHB__BANK_HOLIDAYS_FIRST_YEAR, 1, 1);
    struct filling filling = {.dataset = dataset,
                              .first = first == PHB_DATE_NONE ? held_from : first,
                              .last = last == PHB_DATE_NONE ? dataset->bank_holidays_until : last};
    if (!phb__date_is_valid(filling.first) || !phb__date_is_valid(filling.last)) {
        return phb__fail(error, PHB_ERROR_DATE);
    }
    if (filling.first < held_from) {
        return phb__fail(error, PHB_ERROR_RATE_NOT_IN_FORCE);
    }
    if (filling.last < filling.first) {
        return phb__fail_because(error, PHB_ERROR_RANGE, "the last day is before the first");
    }
    filling.table = phb__table_new(context, columns, COLUMN_COUNT, PHB__BANK_DAYS);
    phb__table_set_title(filling.table, "Bank holidays");
    if (!filling.table || !fill(&filling)) {
        phb_table_free(filling.table);
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    *out_table = filling.table;
    return PHB_OK;
}
