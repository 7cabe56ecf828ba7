/* The law as a table, for people and programs that want to read it. */

#include <string.h>

#include "core/date.h"
#include "core/error.h"
#include "core/table.h"
#include "rates/law.h"
#include "rates/lookup.h"
#include "rates/rates.h"

enum {
    KEY,
    LABEL,
    VALUE,
    UNIT,
    FROM,
    AGE,
    CERTAINTY,
    SOURCE,
    CITATION,
    READ_IN,
    CHECKED_AGAINST,
    ORIGIN
};

static const struct phb__column columns[] = {
    [KEY] = {"key", PHB_COLUMN_TEXT},
    [LABEL] = {"label", PHB_COLUMN_TEXT},
    [VALUE] = {"value", PHB_COLUMN_NUMBER},
    [UNIT] = {"unit", PHB_COLUMN_TEXT},
    [FROM] = {"from", PHB_COLUMN_DATE},
    [AGE] = {"age", PHB_COLUMN_NUMBER},
    [CERTAINTY] = {"status", PHB_COLUMN_TEXT},
    [SOURCE] = {"source", PHB_COLUMN_TEXT},
    [CITATION] = {"citation", PHB_COLUMN_TEXT},
    [READ_IN] = {"read_in", PHB_COLUMN_TEXT},
    [CHECKED_AGAINST] = {"checked_against", PHB_COLUMN_TEXT},
    [ORIGIN] = {"origin", PHB_COLUMN_NUMBER},
};

#define COLUMN_COUNT (sizeof columns / sizeof columns[0])

/* The key itself, or what begins with it and a dot; everything for NULL. */
static bool
is_named(const char *key, const char *wanted)
{
    if (!wanted) {
        return true;
    }
    size_t size = strlen(wanted);
    return strncmp(key, wanted, size) == 0 && (key[size] == '\0' || key[size] == '.');
}

static const char *
status_of(const struct phb__dataset *dataset, const struct phb__rate_row *row, phb_date on)
{
    if (row->value == PHB__RATE_ENDED) {
        return "ended";
    }
    if (on == PHB_DATE_NONE) {
        return row->status == PHB__ROW_ANNOUNCED ? "announced" : "enacted";
    }
    static const char *const words[] = {"", "in_force", "announced", "carried"};
    return words[phb__row_certainty(dataset, row, on)];
}

static bool
add_row(phb_table *table, const struct phb__dataset *dataset,
        const struct phb__rate_parameter *parameter, const struct phb__rate_row *row, phb_date on)
{
    const struct phb__rate_source *source = &dataset->sources[row->source];
    phb_date certain_on = parameter->axis == PHB__AXIS_BIRTH_DATE ? PHB_DATE_NONE : on;
    if (!phb__table_add_row(table)) {
        return false;
    }
    phb__table_set(table, VALUE, row->value == PHB__RATE_ENDED ? PHB_NUMBER_NONE : row->value);
    phb__table_set(table, FROM, row->from);
    phb__table_set(table, AGE, parameter->axis == PHB__AXIS_AGE ? row->age : PHB_NUMBER_NONE);
    phb__table_set(table, ORIGIN, row->origin);
    const struct {
        size_t column;
        struct phb__law_text text;
    } texts[] = {{KEY, parameter->key},
                 {LABEL, parameter->label},
                 {UNIT, parameter->unit},
                 {SOURCE, source->title},
                 {CITATION, source->citation},
                 {READ_IN, source->read_in},
                 {CHECKED_AGAINST, source->checked_against}};
    bool has_memory = phb__table_set_static(table, CERTAINTY, status_of(dataset, row, certain_on));
    for (size_t i = 0; i < sizeof texts / sizeof texts[0] && has_memory; i++) {
        has_memory =
            phb__table_set_static(table, texts[i].column, phb__law_text(dataset, texts[i].text));
    }
    return has_memory;
}

/* All rows; or, with a day, those in force then. Rows by date of birth are in force on any day. */
static bool
is_shown(const struct phb__dataset *dataset, const struct phb__rate_parameter *parameter,
         const struct phb__rate_row *row, phb_date on)
{
    if (on == PHB_DATE_NONE || parameter->axis == PHB__AXIS_BIRTH_DATE) {
        return true;
    }
    const struct phb__rate_row *in_force = phb__row_on(dataset, parameter, on, row->age);
    return row == in_force && row->value != PHB__RATE_ENDED;
}

static bool
add_parameter(phb_table *table, const struct phb__dataset *dataset,
              const struct phb__rate_parameter *parameter, phb_date on)
{
    for (uint32_t i = 0; i < parameter->row_count; i++) {
        const struct phb__rate_row *row = &dataset->rows[parameter->first_row + i];
        if (is_shown(dataset, parameter, row, on) && !add_row(table, dataset, parameter, row, on)) {
            return false;
        }
    }
    return true;
}

static phb_status
fill(phb_table *table, const struct phb__dataset *dataset, const char *key, phb_date on,
     phb_error *error)
{
    bool is_known = false;
    for (uint32_t i = 0; i < dataset->parameter_count; i++) {
        if (!is_named(phb__law_text(dataset, dataset->parameters[i].key), key)) {
            continue;
        }
        is_known = true;
        if (!add_parameter(table, dataset, &dataset->parameters[i], on)) {
            return phb__fail(error, PHB_ERROR_MEMORY);
        }
    }
    return is_known ? PHB_OK : phb__fail(error, PHB_ERROR_RATE_UNKNOWN);
}

phb_status
phb_rates_table(phb_context *context, const phb_rates *rates, const char *key, phb_date on,
                phb_table **out_table, phb_error *error)
{
    if (!out_table) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    *out_table = NULL;
    const struct phb__dataset *dataset = phb__rates_dataset(rates);
    struct phb__law law;
    if (on != PHB_DATE_NONE && !phb__date_is_valid(on)) {
        return phb__fail(error, PHB_ERROR_DATE);
    }
    if (on != PHB_DATE_NONE && !phb__law_on(dataset, on, PHB_RATE_CARRY, &law)) {
        return phb__fail(error, PHB_ERROR_RATE_NOT_IN_FORCE);
    }
    phb_table *table = phb__table_new(context, columns, COLUMN_COUNT, dataset->row_count);
    phb__table_set_title(table, "Rates");
    if (!table) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    phb_status status = fill(table, dataset, key, on, error);
    if (status != PHB_OK) {
        phb_table_free(table);
        return status;
    }
    *out_table = table;
    return PHB_OK;
}
