/* Finding parameters by key and rows by day. */
#ifndef PHB_RATES_LOOKUP_H
#define PHB_RATES_LOOKUP_H

#include <phb/rates.h>

#include "rates/dataset.h"

/* NULL when there is no such key. */
const struct phb__rate_parameter *phb__parameter_find(const struct phb__dataset *dataset,
                                                      const char *key);

/*
 * The last row on or before a point of its axis (a day, a date of birth) and, for the axis age, an
 * age in years; NULL when there is none. It may say that the parameter has ended.
 */
const struct phb__rate_row *phb__row_on(const struct phb__dataset *dataset,
                                        const struct phb__rate_parameter *parameter, phb_date point,
                                        int32_t age_years);

#endif
