/* The inside of a costing, and what its parts add to it while it is being made. */
#ifndef PHB_COSTING_COSTING_H
#define PHB_COSTING_COSTING_H

#include <phb/costing.h>
#include <phb/plan.h>

#include "core/arena.h"
#include "costing/stretch.h"
#include "costing/trace.h"
#include "model/budget.h"
#include "model/policy.h"

struct phb__employment;
struct phb__kept;

/* A period is at most ten years: it touches at most eleven tax years. */
#define PHB__TAX_YEARS_MAX 12

/* Which total a line counts in. */
enum phb__line_kind { PHB__COST_RECURRING, PHB__COST_ONE_OFF, PHB__COST_CONTINGENCY };

/* What the totals want to know of a line: what its table does not show, and what they ask often. */
struct phb__line_fact {
    struct phb__stretch days;
    phb_pence amount;
    int32_t step;
    enum phb__line_kind kind;
    phb_deployment deployment;
    int32_t funder;     /* index of the one named, or PHB__FUNDER_NONE */
    int32_t assistant;  /* index of the one it is of, or PHB__NOBODY */
    int32_t plain_line; /* or of the plain line */
    bool is_carried;    /* by instalments, if it is of the direct payment */
};

#define PHB__FUNDER_NONE (-1)
#define PHB__NOBODY (-1)

/* The sums of the lines, by what they count in. */
struct phb__sums {
    phb_pence recurring;
    phb_pence one_off;
    phb_pence contingency; /* inside */
    phb_pence contingency_outside;
    phb_pence total;
    phb_pence person_pays;
};

struct phb_costing {
    phb_context *context;
    phb_rates *rates; /* kept alive: labels and sources are its texts */
    const struct phb__dataset *dataset;
    struct phb__arena arena; /* ids, facts of lines */
    struct phb__calendar calendar;
    phb_rate_match match;
    phb_date
        law_on; /* the law of this day holds for every day; PHB_DATE_NONE: each day by its own */
    struct phb__budget_memory *memory;         /* what the content lies in */
    struct phb__budget_content given;          /* as the policy has completed it */
    const struct phb__budget_content *content; /* the same, to be read */
    phb_policy *policy;
    bool has_weeks_of_policy;                /* the budget left its weeks convention unsaid */
    bool has_contingency_of_policy;          /* and its contingency */
    bool has_held_of_policy;                 /* or only who holds it */
    struct phb__employment *employments;     /* of every assistant */
    phb_pence allowance[PHB__TAX_YEARS_MAX]; /* Employment Allowance used, by tax year */
    struct phb__trace trace;
    bool shows_instalments; /* the trace has their steps too */
    phb_table *lines;
    struct phb__line_fact *facts; /* of the rows of `lines` */
    size_t line_capacity;         /* no costing of this budget has more lines */
    phb_table *payslips;
    phb_table *totals;
    phb_table *instalments;
    phb_table *notes;
    int32_t total_step; /* roots of the trace, opened before the lines they are the sums of */
    int32_t recurring_step;
    int32_t one_off_step;
    int32_t contingency_step; /* of what is inside, a part of the total too */
    int32_t contingency_outside_step;
    int32_t person_pays_step;
    struct phb__sums sums;
    phb_date day; /* the one that `day_text` says */
    char day_text[PHB_DATE_TEXT_SIZE];
    bool is_provisional;
    struct phb__kept *kept;  /* of the law, from assistant to assistant; NULL: nothing is */
    phb_certainty certainty; /* of the least sure value used; 0: all are in force */
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
    const char *of; /* the id of the assistant or the plain line; "" for the whole budget's own */
    const char *category;
    bool is_computed; /* its id is of/category/start, or category/start */
    struct phb__stretch days;
    phb_pence amount;
    enum phb__line_kind kind;
    phb_deployment deployment;
    int32_t funder;
    int32_t assistant;  /* index, or PHB__NOBODY */
    int32_t plain_line; /* likewise */
    bool is_on_request; /* paid out when asked for, not by instalments */
    bool is_provisional;
    int32_t step;
};

/* Adds a line and counts it in its total. RANGE when a total goes beyond PHB_PENCE_MAX. */
phb_status phb__costing_add_line(struct phb_costing *costing, const struct phb__new_line *line,
                                 phb_error *error);

/*
 * What each assistant costs, net of their share of the Employment Allowance, and each plain line,
 * in the arena. false when out of memory.
 */
bool phb__costing_parts(const struct phb_costing *costing, struct phb__arena *arena,
                        phb_pence **out_assistant_costs, phb_pence **out_line_costs);

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

/* Is the law of the period held, or carried? */
bool phb__costing_years_are_held(const struct phb_costing *costing);

/* The index of the funder of this id, or PHB__FUNDER_NONE for an id not said. */
int32_t phb__costing_funder(const struct phb_costing *costing, const char *id);

/* The number of the tax year of a day, counted from the one the period starts in. */
int32_t phb__costing_tax_year(const struct phb_costing *costing, phb_date day);

/* Everything one assistant costs, segment by segment. */
phb_status phb__cost_assistant(struct phb_costing *costing, struct phb__employment *employment,
                               phb_error *error);

/* What every plain line costs, once the employments are known: some lines count payslips. */
phb_status phb__cost_lines(struct phb_costing *costing, phb_error *error);

/* What the Employment Allowance takes off, once every assistant is costed. */
phb_status phb__cost_allowance(struct phb_costing *costing, phb_error *error);

/* A personal wheelchair budget, if there is one. */
phb_status phb__cost_wheelchair(struct phb_costing *costing, phb_error *error);

/* The contingency, once everything it is a part of is there. */
phb_status phb__cost_contingency(struct phb_costing *costing, phb_error *error);

/* The table of totals, when every line is there. */
phb_status phb__cost_totals(struct phb_costing *costing, phb_error *error);

/* The same for funders and for NHS financial years: their rows of the table of totals. */
void phb__cost_funders(struct phb_costing *costing);
void phb__cost_financial_years(struct phb_costing *costing);

/* When the direct payment is paid, and how much each time. */
phb_status phb__cost_instalments(struct phb_costing *costing, phb_error *error);

/* The budget of a plan, or NULL where it holds none; without a trace. Errors are placed in the
 * plan. */
phb_status phb__cost_plan(const phb_plan *plan, const phb_rates *rates, const phb_policy *policy,
                          phb_costing **out_costing, phb_error *error);

/* A row of the table of totals. Texts of `total` must outlive the costing, `key` is copied. */
void phb__costing_add_total(struct phb_costing *costing, const char *total, const char *key,
                            phb_pence amount, int32_t step);

/* An error about one assistant or line. */
phb_status phb__cost_fail_at(phb_error *error, phb_status status, const char *list, uint32_t index,
                             const char *message);

#endif
