/*
 * The law as the engine sees it: immutable, sorted tables. The built-in dataset is generated at
 * build time from data/<family>.json by embed_rates.py and lives in read-only pages; an overlay
 * makes a second one of the same form at run time. Nothing here is parsed or computed when a
 * program starts.
 */
#ifndef PHB_RATES_DATASET_H
#define PHB_RATES_DATASET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A value that has come to an end: the parameter is not in force from that row on. */
#define PHB__RATE_ENDED INT64_MIN

/* In a law span: no row on or before its first day, or a parameter that does not cut payslips. */
#define PHB__ROW_NONE UINT16_MAX

/* What a parameter runs over. */
enum phb__rate_axis {
    PHB__AXIS_DATE = 0,       /* the day it is asked for */
    PHB__AXIS_BIRTH_DATE = 1, /* a date of birth: State Pension age */
    PHB__AXIS_AGE = 2         /* the day, then a whole age in years: wage bands */
};

enum phb__row_status { PHB__ROW_ENACTED = 0, PHB__ROW_ANNOUNCED = 1 };

/*
 * A text of a dataset: where in its `texts` it begins; 0 is "". A pointer would cost a shared
 * library four times as much, and there are a thousand of them.
 */
struct phb__law_text {
    uint32_t at;
};

/* One value, holding from `from` until the next row of the same parameter. */
struct phb__rate_row {
    int64_t value;   /* in the parameter's unit, or PHB__RATE_ENDED */
    int32_t from;    /* days since 1 January 1970 */
    int16_t age;     /* axis age: the youngest age, in years, the row is for; otherwise 0 */
    uint16_t source; /* index in `sources` */
    uint8_t status;  /* enum phb__row_status */
    uint8_t origin;  /* 0: built in; n: the n-th overlay */
    uint8_t reserved[6];
};

struct phb__rate_parameter {
    struct phb__law_text key;   /* dotted, lower case */
    struct phb__law_text label; /* plain words */
    struct phb__law_text unit;  /* pence, ppm, months, date */
    uint32_t first_row; /* its rows are contiguous, by from and then age, strictly increasing */
    uint32_t row_count;
    uint8_t axis;         /* enum phb__rate_axis */
    uint8_t cuts_payslip; /* 1: a change of this value starts a new segment of pay */
    uint8_t reserved[2];
};

struct phb__rate_source {
    struct phb__law_text key;
    struct phb__law_text title;
    struct phb__law_text citation;
    struct phb__law_text read_in;         /* where the figure was read */
    struct phb__law_text checked_against; /* further, independent ones, joined by "; ", or "" */
};

/* Up to which edge of pay the employer pays nothing for a National Insurance letter. */
enum phb__ni_relief {
    PHB__NI_RELIEF_NONE = 0,
    PHB__NI_RELIEF_UPPER_LIMIT = 1,
    PHB__NI_RELIEF_FREEPORT = 2,
    PHB__NI_RELIEF_ALL = 3
};

/* One stretch in which a letter has one meaning. Sorted by letter, then `from`. */
struct phb__ni_letter {
    struct phb__law_text label;
    int32_t from;  /* first day */
    int32_t until; /* last day, or INT32_MAX */
    uint16_t source;
    char letter;
    uint8_t relief; /* enum phb__ni_relief */
    uint8_t origin;
    uint8_t reserved[3];
};

/* A day off that the ordinary rules of bank_holidays.c do not give. Sorted by `date`. */
struct phb__bank_holiday {
    int32_t date;
    int32_t instead_of; /* the ordinary day that moves here, or INT32_MIN: an extra day */
    struct phb__law_text name;
    uint16_t source;
    uint8_t origin;
    uint8_t reserved;
};

/*
 * A stretch of days inside which no value that a payslip uses changes. Its stretch of span_rows
 * has, for each of the engine's parameters that cut payslips, the index of the row in force
 * (PHB__ROW_NONE: none yet). What does not cut may change inside a span: it has PHB__ROW_NONE too
 * and is searched for.
 */
struct phb__law_span {
    int32_t from;
    uint32_t first_row_index; /* its stretch of span_rows: span_rows[first_row_index + key] */
};

struct phb__dataset {
    const char *edition;
    const char *texts; /* one after another, each with a NUL behind; the first is "" */
    int32_t first_day; /* the first day whose law is held */
    int32_t last_day;  /* the last day whose law is held and verified; later days are carried */
    const struct phb__rate_parameter
        *parameters; /* engine keys first, in enum order; then overlays' own */
    const struct phb__rate_row *rows;
    const struct phb__rate_source *sources;
    const struct phb__ni_letter *letters;
    const struct phb__bank_holiday *bank_holidays; /* the exceptions */
    const struct phb__law_span *spans;             /* by from; the first one starts at first_day */
    const uint16_t *span_rows;
    uint32_t engine_parameter_count; /* = PHB__RATE_KEY_COUNT: parameters[key] is that key's */
    uint32_t parameter_count;
    uint32_t row_count;
    uint32_t source_count;
    uint32_t letter_count;
    uint32_t bank_holiday_count;
    uint32_t span_count;
    uint32_t text_size;            /* bytes of `texts` */
    int32_t bank_holidays_until;   /* the last day for which they are published */
    uint16_t bank_holidays_source; /* of the ordinary ones */
    uint8_t letter_first['Z' - 'A' +
                         2]; /* of each letter, its first entry; the next one's is its end */
    uint32_t overlay_count;  /* overlays laid over the built-in data so far */
};

/* Lent, as long as the dataset. */
static inline const char *
phb__law_text(const struct phb__dataset *dataset, struct phb__law_text text)
{
    return dataset->texts + text.at;
}

/* Generated by embed_rates.py. */
extern const struct phb__dataset phb__dataset_builtin;

#endif
