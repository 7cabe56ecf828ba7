/* The inside of a comparison: two sides, the pairs of lines on them, and what made them differ. */
#ifndef PHB_COMPARE_COMPARE_H
#define PHB_COMPARE_COMPARE_H

#include <phb/compare.h>

#include "core/ids.h"
#include "core/text.h"
#include "costing/segment.h"

enum { PHB__BEFORE, PHB__AFTER, PHB__SIDES };

/* Bits, in the order in which causes are named. */
enum phb__cause {
    PHB__CAUSE_ADDED = 1 << 0,
    PHB__CAUSE_REMOVED = 1 << 1,
    PHB__CAUSE_ONE_OFF = 1 << 2,
    PHB__CAUSE_DATES = 1 << 3,    /* it runs on other days of the period */
    PHB__CAUSE_PERIOD = 1 << 4,   /* the period itself is another */
    PHB__CAUSE_WEEKS = 1 << 5,    /* of a year, counted otherwise */
    PHB__CAUSE_HOURS = 1 << 6,    /* paid time, of assistants and of lines by the hour */
    PHB__CAUSE_QUANTITY = 1 << 7, /* how many at a time, or how often */
    PHB__CAUSE_RATE = 1 << 8,     /* of pay, or the price of one */
    PHB__CAUSE_TERMS = 1 << 9,    /* what is agreed of leave, sickness, pay periods, contingency */
    PHB__CAUSE_MEMBERSHIP = 1 << 10, /* of a pension */
    PHB__CAUSE_LETTER = 1 << 11,     /* of National Insurance */
    PHB__CAUSE_CLAIM = 1 << 12,      /* of the Employment Allowance */
    PHB__CAUSE_LAW = 1 << 13,
    PHB__CAUSE_POLICY = 1 << 14,
    PHB__CAUSE_COSTS = 1 << 15, /* it is a part of other costs */
    PHB__CAUSE_OTHER = 1 << 16
};
#define PHB__CAUSES 17

/* What the payslips of one assistant say. */
struct phb__slips {
    int64_t member_days; /* of a pension scheme */
    int64_t days;
    uint32_t letters; /* bits: A is the first */
};

/* One of the two costings. */
struct phb__side {
    const struct phb_costing *costing;
    struct phb__ids assistants;
    struct phb__ids lines;
    struct phb__slips *slips; /* of each assistant */
};

/* What one side has of a pair. */
struct phb__part {
    phb_pence amount;
    int64_t rows; /* 0: nothing */
    int32_t step; /* of the only row; PHB__STEP_NONE for none or several */
    bool is_one_off;
};

/* The lines of one `of` and category on both sides. */
struct phb__pair {
    const char *of;
    const char *category;
    struct phb__part parts[PHB__SIDES];
};

/* Paid time of one kind of one assistant, both sides. */
struct phb__band {
    const char *name; /* "" when the budget gives none */
    bool is_flat;
    bool is_awake; /* time awake in flat nights */
    struct phb__band_side {
        int64_t time; /* minutes, or hundredths of a night, × days */
        int64_t rate; /* on average, in 1 ÷ PHB__RATE_PARTS of a hundredth of a penny */
        int64_t pieces;
    } sides[PHB__SIDES];
};
#define PHB__RATE_PARTS 1000

struct phb__work {
    struct phb__band *bands;
    uint32_t count;
    int64_t days[PHB__SIDES]; /* employed */
};

struct phb__compare {
    struct phb_comparison *comparison;
    struct phb__side sides[PHB__SIDES];
    struct phb__arena arena; /* gone when the tables are made */
    struct phb__pair *pairs;
    uint32_t pair_count;
    int32_t worker[PHB__SIDES]; /* whose work is held in `work` */
    struct phb__work work;
};

struct phb_comparison {
    phb_context *context; /* ours to give back */
    phb_table *lines;
    phb_table *totals;
    phb_table *notes;
};

/* ---- match.c ---- */

/* false when out of memory; each side is to be closed even so. */
bool phb__side_open(struct phb__side *side, struct phb__arena *arena, const phb_costing *costing);
void phb__side_close(struct phb__side *side);

/* Finds the pairs, in the order of the lines before, and behind them what came after. */
bool phb__match_lines(struct phb__compare *compare);

/* Fills the totals, in the same order. */
bool phb__match_totals(struct phb__compare *compare);

/* ---- work.c ---- */

/* The paid time of an assistant, index by side; false when out of memory. */
bool phb__work_of(struct phb__compare *compare, const int32_t index[PHB__SIDES]);

/* On an average day employed, or not on both sides the same. */
bool phb__band_has_other_time(const struct phb__work *work, const struct phb__band *band);
bool phb__band_has_other_rate(const struct phb__band *band);

/* ---- law.c ---- */

/* A value of the law over the days of somebody's employment, on average as a sum over the days. */
struct phb__law_mean {
    int64_t sum;
    int64_t days;
    int64_t least;
    int64_t most; /* the same as the least: it never changes */
};

/* The next key, from `key` on, that a category rests on and whose values differ; or the count of
 * keys. `index` is the assistant's on each side, PHB__NOBODY for the whole budget. */
int32_t phb__law_difference(const struct phb__compare *compare, const struct phb__pair *pair,
                            const int32_t index[PHB__SIDES], int32_t key,
                            struct phb__law_mean means[PHB__SIDES]);

/* ---- cause.c ---- */

/* The bits of a pair that differs; 0 when out of memory. */
uint32_t phb__causes_of(struct phb__compare *compare, const struct phb__pair *pair);

/* Where an assistant, or a line, of this id is on each side; PHB__NOBODY where it is not. */
void phb__find_assistant(const struct phb__compare *compare, const char *id,
                         int32_t out_index[PHB__SIDES]);
void phb__find_line(const struct phb__compare *compare, const char *id,
                    int32_t out_index[PHB__SIDES]);

/* The days of an assistant or a line in the period of its side. */
struct phb__stretch phb__days_of(const struct phb__compare *compare, int side, int32_t assistant,
                                 int32_t line);

/* Which of the agreed terms differ that a category rests on: bits of enum phb__term. */
enum phb__term {
    PHB__TERM_FREQUENCY = 1,
    PHB__TERM_LEAVE = 2,
    PHB__TERM_SICKNESS = 4,
    PHB__TERM_BANK_HOLIDAY = 8
};
uint32_t phb__terms_that_differ(const struct phb__compare *compare, const char *category,
                                const int32_t index[PHB__SIDES]);

/* ---- words.c ---- */

/* "hours,rate" */
void phb__put_causes(struct phb__builder *builder, uint32_t causes);

/* A sentence for each. */
void phb__put_why(struct phb__builder *builder, struct phb__compare *compare,
                  const struct phb__pair *pair, uint32_t causes);

#endif
