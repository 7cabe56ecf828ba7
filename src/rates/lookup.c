#include "rates/lookup.h"

#include <string.h>

#include "core/date.h"
#include "core/error.h"
#include "core/input.h"
#include "rates/law.h"
#include "rates/rates.h"

void
phb_rate_query_init(phb_rate_query *query, uint32_t size)
{
    const phb_rate_query defaults = PHB_RATE_QUERY_INIT;
    phb__input_init(query, size, &defaults, sizeof defaults);
}

void
phb_rate_init(phb_rate *rate, uint32_t size)
{
    const phb_rate defaults = PHB_RATE_INIT;
    phb__input_init(rate, size, &defaults, sizeof defaults);
}

static const struct phb__rate_parameter *
find_between(const struct phb__dataset *dataset, const char *key, uint32_t low, uint32_t high)
{
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(phb__law_text(dataset, dataset->parameters[middle].key), key);
        if (order == 0) {
            return &dataset->parameters[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

const struct phb__rate_parameter *
phb__parameter_find(const struct phb__dataset *dataset, const char *key)
{
    uint32_t engine = dataset->engine_parameter_count;
    const struct phb__rate_parameter *parameter = find_between(dataset, key, 0, engine);
    return parameter ? parameter : find_between(dataset, key, engine, dataset->parameter_count);
}

const struct phb__rate_row *
phb__row_on(const struct phb__dataset *dataset, const struct phb__rate_parameter *parameter,
            phb_date point, int32_t age_years)
{
    const struct phb__rate_row *rows = dataset->rows + parameter->first_row;
    uint32_t low = 0; /* rows before it begin on or before the point */
    uint32_t high = parameter->row_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (rows[middle].from <= point) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == 0) {
        return NULL;
    }
    /* Of the bands that begin on the same day, the oldest one that the age has reached. */
    int32_t from = rows[low - 1].from;
    while (low > 0 && rows[low - 1].from == from) {
        if (rows[low - 1].age <= age_years) {
            return &rows[low - 1];
        }
        low--;
    }
    return NULL;
}

static phb_status
age_asked_for(const phb_rate_query *query, int32_t *out_age_years, phb_error *error)
{
    if (query->age_years >= 0) {
        *out_age_years = query->age_years;
        return PHB_OK;
    }
    if (query->birth == PHB_DATE_NONE) {
        return phb__fail_because(error, PHB_ERROR_ARGUMENT,
                                 "this rate needs an age or a date of birth");
    }
    phb_status status = phb_date_age(query->birth, query->on, out_age_years);
    return status == PHB_OK ? PHB_OK : phb__fail(error, status);
}

/* The point of the parameter's axis that is asked for, and the age where it has one. */
static phb_status
point_asked_for(const struct phb__dataset *dataset, const struct phb__rate_parameter *parameter,
                const phb_rate_query *query, phb_date *out_point, phb_error *error)
{
    if (parameter->axis == PHB__AXIS_BIRTH_DATE) {
        *out_point = query->birth;
        return phb__date_is_valid(query->birth)
                   ? PHB_OK
                   : phb__fail_because(error, PHB_ERROR_DATE, "this rate needs a date of birth");
    }
    *out_point = query->on;
    if (!phb__date_is_valid(query->on)) {
        return phb__fail_because(error, PHB_ERROR_DATE, "this rate needs a day, from 1900 to 2199");
    }
    struct phb__law law;
    return phb__law_on(dataset, query->on, PHB_RATE_CARRY, &law)
               ? PHB_OK
               : phb__fail(error, PHB_ERROR_RATE_NOT_IN_FORCE);
}

static void
answer(const struct phb__dataset *dataset, const struct phb__rate_parameter *parameter,
       const struct phb__rate_row *row, phb_certainty certainty, phb_rate *out_rate)
{
    out_rate->certainty = certainty;
    out_rate->value = row->value;
    out_rate->from = row->from;
    out_rate->unit = phb__law_text(dataset, parameter->unit);
    out_rate->label = phb__law_text(dataset, parameter->label);
    out_rate->source = phb__law_text(dataset, dataset->sources[row->source].title);
}

/* What the structs held in version 0.1. */
#define FIRST_SIZE_QUERY (offsetof(phb_rate_query, reserved) + sizeof(int32_t))
#define FIRST_SIZE_RATE (offsetof(phb_rate, source) + sizeof(const char *))

phb_status
phb_rates_find(const phb_rates *rates, const phb_rate_query *query, phb_rate *out_rate,
               phb_error *error)
{
    if (!query || !out_rate) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_rate_query asked = PHB_RATE_QUERY_INIT;
    phb_status status = phb__input_copy(&asked, sizeof asked, FIRST_SIZE_QUERY, query, error);
    if (status == PHB_OK && asked.reserved != 0) {
        status = phb__fail_because(error, PHB_ERROR_STRUCT, "reserved must be 0");
    }
    if (status == PHB_OK && out_rate->size < FIRST_SIZE_RATE) {
        status = phb__fail(error, PHB_ERROR_STRUCT);
    }
    if (status != PHB_OK) {
        return status;
    }
    if (!asked.key || (asked.match != PHB_RATE_EXACT && asked.match != PHB_RATE_CARRY)) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    const struct phb__dataset *dataset = phb__rates_dataset(rates);
    const struct phb__rate_parameter *parameter = phb__parameter_find(dataset, asked.key);
    if (!parameter) {
        return phb__fail(error, PHB_ERROR_RATE_UNKNOWN);
    }
    phb_date point = PHB_DATE_NONE;
    int32_t age_years = 0;
    status = point_asked_for(dataset, parameter, &asked, &point, error);
    if (status == PHB_OK && parameter->axis == PHB__AXIS_AGE) {
        status = age_asked_for(&asked, &age_years, error);
    }
    if (status != PHB_OK) {
        return status;
    }
    const struct phb__rate_row *row = phb__row_on(dataset, parameter, point, age_years);
    if (!row || row->value == PHB__RATE_ENDED) {
        return phb__fail(error, PHB_ERROR_RATE_NOT_IN_FORCE);
    }
    phb_certainty certainty = PHB_CERTAINTY_IN_FORCE;
    if (parameter->axis != PHB__AXIS_BIRTH_DATE) {
        certainty = phb__row_certainty(dataset, row, point);
    }
    if (certainty == PHB_CERTAINTY_CARRIED && asked.match == PHB_RATE_EXACT) {
        return phb__fail(error, PHB_ERROR_RATE_NOT_IN_FORCE);
    }
    answer(dataset, parameter, row, certainty, out_rate);
    return PHB_OK;
}
