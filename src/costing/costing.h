/* The inside of a costing, and what its parts add to it while it is being made. */
#ifndef PHB_COSTING_COSTING_H
#define PHB_COSTING_COSTING_H

#include <phb/costing.h>

#include "core/arena.h"
#include "costing/stretch.h"
#include "costing/trace.h"
#include "model/budget.h"

struct phb_costing {
    phb_context *context;
    phb_rates *rates; /* kept alive: labels and sources are its texts */
    const struct phb__dataset *dataset;
    struct phb__arena arena; /* ids */
    struct phb__calendar calendar;
    phb_rate_match match;
    struct phb__trace trace;
    phb_table *lines;
    phb_table *payslips;
    phb_table *totals;
    phb_table *notes;
    int32_t total_step; /* roots of the trace, opened before the lines they are the sums of */
    int32_t recurring_step;
    int32_t one_off_step;
    phb_pence recurring;
    phb_pence one_off;
    phb_pence total;
    bool is_provisional;
    bool is_not_yet_known[PHB__RATE_KEY_COUNT]; /* used beyond the last day held */
    bool failed;                                /* out of memory at some point */
};

/* Columns of the lines, in order. */
enum {
    PHB__LINE_ID,
    PHB__LINE_OF,
    PHB__LINE_CATEGORY,
    PHB__LINE_START,
    PHB__LINE_END,
    PHB__LINE_AMOUNT,
    PHB__LINE_ONE_OFF,
    PHB__LINE_DEPLOYMENT,
    PHB__LINE_PROVISIONAL,
    PHB__LINE_STEP,
    PHB__LINE_COLUMNS
};

/* Columns of the payslips, in order. */
enum {
    PHB__PAYSLIP_OF,
    PHB__PAYSLIP_START,
    PHB__PAYSLIP_END,
    PHB__PAYSLIP_FREQUENCY,
    PHB__PAYSLIP_BASIC,
    PHB__PAYSLIP_LEAVE,
    PHB__PAYSLIP_GROSS,
    PHB__PAYSLIP_EMPLOYER_NI,
    PHB__PAYSLIP_PENSION,
    PHB__PAYSLIP_NI_LETTER,
    PHB__PAYSLIP_PENSION_MEMBER,
    PHB__PAYSLIP_SLIPS_NUMERATOR,
    PHB__PAYSLIP_SLIPS_DENOMINATOR,
    PHB__PAYSLIP_STEP,
    PHB__PAYSLIP_COLUMNS
};

struct phb__new_line {
    const char *id; /* of the assistant or the plain line */
    const char *category;
    bool is_computed; /* its id is id/category/start */
    struct phb__stretch days;
    phb_pence amount;
    bool is_one_off;
    phb_deployment deployment;
    bool is_provisional;
    int32_t step;
};

/* Adds a line and counts it in its total. RANGE when a total goes beyond PHB_PENCE_MAX. */
phb_status phb__costing_add_line(struct phb_costing *costing, const struct phb__new_line *line,
                                 phb_error *error);

/* A copy of a text that lives as long as the costing; "" when out of memory, which the costing
 * remembers. */
const char *phb__costing_keep(struct phb_costing *costing, const char *text);

/* Says what was assumed or carried. The message is copied. */
void phb__costing_note(struct phb_costing *costing, const char *rule, const char *at,
                       const char *message);

/* The same, of pieces put together. */
void phb__costing_note_pieces(struct phb_costing *costing, const char *rule, const char *at,
                              const char *const *pieces, size_t count);

/* An assistant or line that has no day in the period counts nothing. */
void phb__costing_note_outside(struct phb_costing *costing, const char *list, uint32_t index);

/* A value of the law was used on a day: beyond the last day held, the costing has to say so. */
void phb__costing_used(struct phb_costing *costing, const struct phb__law *law,
                       enum phb__rate_key key);

/* Everything one assistant costs, segment by segment. */
phb_status phb__cost_assistant(struct phb_costing *costing, const struct phb__assistant *assistant,
                               uint32_t index, phb_error *error);

/* What one plain line costs. */
phb_status phb__cost_line(struct phb_costing *costing, const phb_line *line, uint32_t index,
                          phb_error *error);

/* The table of totals, when every line is there. */
phb_status phb__cost_totals(struct phb_costing *costing, phb_error *error);

/* An error about one assistant or line. */
phb_status phb__cost_fail_at(phb_error *error, phb_status status, const char *list, uint32_t index,
                             const char *message);

#endif
