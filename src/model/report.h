/*
 * A report: the findings about a budget or a plan, as tables. What judges is in rules; here is only
 * what a report holds and how it is counted.
 */
#ifndef PHB_MODEL_REPORT_H
#define PHB_MODEL_REPORT_H

#include <phb/report.h>

#include "core/arena.h"
#include "core/table.h"

/* The ten sections of a plan, in its order. A budget alone has one of them. */
enum phb__section {
    PHB__SECTION_ABOUT = 1,
    PHB__SECTION_CONTACTS,
    PHB__SECTION_HEALTH,
    PHB__SECTION_NEEDS_AND_OUTCOMES,
    PHB__SECTION_ACTION_PLAN,
    PHB__SECTION_TRAINING,
    PHB__SECTION_CONTINGENCY,
    PHB__SECTION_BUDGET,
    PHB__SECTION_REVIEWS,
    PHB__SECTION_SIGN_OFF
};

#define PHB__SECTIONS_MAX ((uint32_t)PHB__SECTION_SIGN_OFF)

enum phb__section_state {
    PHB__STATE_COMPLETE = 1,
    PHB__STATE_PARTIAL,
    PHB__STATE_MISSING,
    PHB__STATE_ELSEWHERE,
    PHB__STATE_DECLINED,
    PHB__STATE_NOT_APPLICABLE
};

/* Columns of the findings, in order. */
enum {
    PHB__FINDING_RULE,
    PHB__FINDING_SEVERITY,
    PHB__FINDING_SECTION,
    PHB__FINDING_AT,
    PHB__FINDING_MESSAGE,
    PHB__FINDING_FIX,
    PHB__FINDING_SOURCE,
    PHB__FINDING_ARGUMENTS,
    PHB__FINDING_ACTUAL,
    PHB__FINDING_LIMIT,
    PHB__FINDING_UNIT,
    PHB__FINDING_ACCEPTED,
    PHB__FINDING_COLUMNS
};

/* Columns of the sections, in order. */
enum {
    PHB__REPORT_SECTION,
    PHB__REPORT_STATE,
    PHB__REPORT_SECTION_FINDINGS,
    PHB__REPORT_SECTION_COLUMNS
};

struct phb_report {
    phb_context *context;    /* ours to give back */
    struct phb__arena arena; /* the texts that the tables point at */
    const char *rates;
    const char *policy;
    phb_date as_of;
    phb_table *findings;
    phb_table *sections;
    phb_severity worst;
    int32_t next;                          /* the row of what is to be done first, -1: nothing */
    int32_t counts[PHB_SEVERITY_NOTE + 1]; /* by severity, of what was not accepted */
};

/* What a report rests on. */
struct phb__report_basis {
    phb_date as_of;
    const char *rates;  /* edition of the rates */
    const char *policy; /* edition of the policy, "" for none */
};

/* A report that holds nothing yet; NULL when out of memory. */
phb_report *phb__report_new(const phb_context *context, const struct phb__report_basis *basis);

/* Counts the findings, once all of them are there. */
void phb__report_tally(phb_report *report);

/* The words of documents. */
const char *phb__severity_name(phb_severity severity);
const char *phb__section_name(enum phb__section section);
const char *phb__section_state_name(enum phb__section_state state);

#endif
