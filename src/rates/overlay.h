/*
 * An overlay: rates that somebody lays over others. Read by the shapes here from a document of the
 * same format as the library's own data, then merged into a dataset of its own.
 */
#ifndef PHB_RATES_OVERLAY_H
#define PHB_RATES_OVERLAY_H

#include "core/shape.h"
#include "rates/rates.h"

struct phb__overlay_source {
    const char *key; /* the key of the map */
    const char *title;
    const char *citation;
    const char *read_in;
    struct phb__list checked_against; /* const char * */
};

struct phb__overlay_band {
    int64_t age_years;
    int64_t value;
};

struct phb__overlay_value {
    phb_date from;
    phb_date date;          /* instead of a value, for the unit date */
    int64_t value;          /* PHB__NUMBER_NULL ends the parameter */
    struct phb__list bands; /* instead of a value, for the axis age */
    int32_t status;         /* 1 enacted, 2 announced */
    int32_t replace;        /* flag */
    const char *source;
};

struct phb__overlay_parameter {
    const char *key;
    const char *label;
    int32_t unit;         /* counted from 1 */
    int32_t axis;         /* 1 date, 2 birth_date, 3 age; 0 is date */
    int32_t cuts_payslip; /* flag */
    int32_t reserved;
    struct phb__list values;
};

struct phb__overlay_letter {
    const char *letter;
    const char *label;
    const char *source;
    int32_t relief; /* 1 none … 4 all */
    phb_date from;
    phb_date until;
    int32_t replace; /* flag */
};

struct phb__overlay_bank_holiday {
    const char *name;
    const char *source;
    phb_date date;
    phb_date instead_of; /* optional: the ordinary day that moves */
    int32_t replace;     /* flag */
    int32_t reserved;
};

/* When the values of a tax year were checked: for people; nothing is made of it. */
struct phb__overlay_verified {
    const char *year; /* the key of the map */
    phb_date on;
    int32_t reserved;
};

struct phb__overlay {
    int64_t format;
    const char *family;
    const char *version;
    phb_date last_day;           /* the last day whose law the overlay makes complete; optional */
    phb_date published_until;    /* of bank holidays; optional */
    const char *published_in;    /* source of the ordinary ones; optional */
    struct phb__list verified;   /* struct phb__overlay_verified */
    struct phb__list sources;    /* struct phb__overlay_source */
    struct phb__list parameters; /* struct phb__overlay_parameter */
    struct phb__list letters;    /* struct phb__overlay_letter */
    struct phb__list bank_holidays; /* struct phb__overlay_bank_holiday */
};

extern const struct phb__shape phb__shape_overlay;

/* The unit of a parameter, by its number in an overlay. */
const char *phb__overlay_unit(int32_t unit);

/*
 * Merges a base and an overlay into a dataset that lives in the rates' own arena. Everything it
 * points to is copied there or is the built-in dataset's. RANGE, DUPLICATE, NOT_FOUND (a source
 * that is not there), MEMORY; the error has a path.
 */
phb_status phb__overlay_apply(const struct phb__dataset *base, const struct phb__overlay *overlay,
                              phb_rates *rates, phb_error *error);

#endif
