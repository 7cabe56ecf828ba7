/*
 * The one table of rules: what each is called, what it tells people, what it rests on, and how much
 * it matters for whom. Compiled from data/budget and data/plan, a file a theme. What judges by
 * a rule is in budget_<theme>.c or plan_<theme>.c; every finding goes through here.
 */
#ifndef PHB_RULES_RULES_H
#define PHB_RULES_RULES_H

#include <phb/budget.h>
#include <phb/report.h>

#include "model/report.h"
#include "rules/rule_keys.h"

/* What a severity depends on. 0 is not said: it matches a grade that does not ask, or that names
 * exceptions. */
struct phb__circumstances {
    phb_deployment deployment;
    phb_plan_status status; /* a budget alone is agreed when an agreed sum is given, else a draft */
    phb_cohort cohort;
    phb_kind kind;
};

/* What a rule rests on. Only law that was read can be broken. */
enum phb__basis {
    PHB__BASIS_LAW = 1,
    PHB__BASIS_LAW_READ_IN_2010, /* in the wording of 2010, which the regulations of 2013 re-use */
    PHB__BASIS_GUIDANCE,
    PHB__BASIS_LOCAL
};

/* The unit of the two figures of a finding. */
enum phb__figure {
    PHB__FIGURE_NONE = 1,
    PHB__FIGURE_PENCE,
    PHB__FIGURE_MINUTES,
    PHB__FIGURE_DAYS,
    PHB__FIGURE_DATE, /* days since 1 January 1970 */
    PHB__FIGURE_PPM
};

/* What an argument of a message is, and so how it is written. */
enum phb__argument_kind {
    PHB__ARGUMENT_PENCE = 1,  /* "£1,234.56" */
    PHB__ARGUMENT_RATE,       /* hundredths of a penny, "£12.7133" */
    PHB__ARGUMENT_NUMBER,     /* "2026" */
    PHB__ARGUMENT_PPM,        /* "12.5%" */
    PHB__ARGUMENT_DAYS,       /* "2 days" */
    PHB__ARGUMENT_WEEKS,      /* hundredths of a week, "5.6 weeks" */
    PHB__ARGUMENT_MINUTES,    /* "48 hours" */
    PHB__ARGUMENT_HUNDREDTHS, /* "2.5" */
    PHB__ARGUMENT_DATE,       /* "6 April 2026" */
    PHB__ARGUMENT_WORD,       /* a name of ours, such as "nhs_charges": with spaces */
    PHB__ARGUMENT_TEXT        /* an id, as it is; never free text of a record */
};

struct phb__rule_argument {
    uint32_t name;
    enum phb__argument_kind kind;
};

/* One grade. Bit n of a mask stands for the n-th choice, bit 0 for not said. */
struct phb__rule_row {
    uint16_t cohorts;
    uint8_t deployments;
    uint8_t statuses;
    uint8_t kinds;
    uint8_t severity;
};

/* Texts are offsets into the block of them: pointers would have to be relocated at every start. */
struct phb__rule {
    uint32_t id;
    uint32_t title;
    uint32_t message;
    uint32_t fix;
    uint32_t source;
    uint32_t grades; /* the worst for each deployment, in words */
    uint16_t first_row;
    uint16_t first_argument;
    uint8_t row_count;
    uint8_t argument_count;
    uint8_t section;
    uint8_t basis;
    uint8_t unit;
    uint8_t reserved[3];
};

struct phb__rule_texts;

extern const struct phb__rule_texts phb__rule_texts;
extern const struct phb__rule phb__rules[];
extern const struct phb__rule_row phb__rule_rows[];
extern const struct phb__rule_argument phb__rule_arguments[];

/* A text of the block. */
const char *phb__rule_text(uint32_t offset);

/* How much a rule matters: the first of its grades that matches. 0: it does not apply. */
phb_severity phb__rule_severity(enum phb__rule_key key,
                                const struct phb__circumstances *circumstances);

/* The words of documents. */
const char *phb__basis_name(enum phb__basis basis);
const char *phb__argument_kind_name(enum phb__argument_kind kind);
const char *phb__figure_name(enum phb__figure figure);

#endif
