/*
 * Gathering findings. A rule function says what it found and where; how much that matters, which
 * words it is told in and where it stands among the others follow from the table of rules. Whatever
 * the order in which rules are tried, findings come in the order of the table, and those of one
 * rule in the order in which they were found.
 *
 *     struct phb__findings findings;
 *     phb__findings_init(&findings, context, &circumstances, &basis);
 *     phb__findings_add_section(&findings, PHB__SECTION_BUDGET, PHB__STATE_COMPLETE);
 *     phb__find(&findings, &(struct phb__finding){
 *                              .rule = PHB__RULE_BUDGET_ENOUGH_LINE,
 *                              .deployment = line->deployment,
 *                              .at = path,
 *                              .arguments = {phb__text("of", line->id),
 *                                            phb__value("agreed", PHB__ARGUMENT_PENCE, agreed), …},
 *                              .actual = agreed,
 *                              .limit = cost});
 *     return phb__findings_finish(&findings, out_report, error);
 */
#ifndef PHB_RULES_FINDINGS_H
#define PHB_RULES_FINDINGS_H

#include "rules/template.h"

/* What was found, with its sentences, waiting for its place. */
struct phb__found {
    struct phb__found *next; /* of the same rule */
    phb_severity severity;
    bool is_accepted;
    const char *at;
    const char *message;
    const char *fix;
    const char *arguments;
    int64_t actual;
    int64_t limit;
};

/* A failure is remembered: only the end has to be checked. */
struct phb__findings {
    phb_status status;  /* MEMORY, or INTERNAL for arguments that are not the rule's */
    phb_report *report; /* NULL when there was no memory for it */
    const char *prefix; /* of the place of what is found from now on; "" at first */
    struct phb__circumstances circumstances;
    struct phb__builder scratch;
    struct phb__found_list {
        struct phb__found *first;
        struct phb__found *last;
    } by_rule[PHB__RULE_COUNT];
    struct phb__section_found {
        enum phb__section section;
        enum phb__section_state state;
    } sections[PHB__SECTIONS_MAX];
    uint32_t section_count;
};

struct phb__finding {
    enum phb__rule_key rule;
    phb_deployment deployment; /* of the thing it is about; 0: that of the whole */
    const char *at;            /* JSON Pointer; copied */
    struct phb__argument arguments[PHB__ARGUMENTS_MAX + 1];
    int64_t actual; /* in the unit of the rule, PHB_NUMBER_NONE for none; of no matter without a */
    int64_t limit;  /* unit */
};

/* Arguments. */
struct phb__argument phb__value(const char *name, enum phb__argument_kind kind, int64_t value);
struct phb__argument phb__word(const char *name, const char *word);
struct phb__argument phb__text(const char *name, const char *text);

void phb__findings_init(struct phb__findings *findings, const phb_context *context,
                        const struct phb__circumstances *circumstances,
                        const struct phb__report_basis *basis);

/*
 * A section that the document has, each once, in the order in which they are to be listed. One that
 * is said to be complete is partial after all when a breach or a gap is found in it.
 */
void phb__findings_add_section(struct phb__findings *findings, enum phb__section section,
                               enum phb__section_state state);

/* Adds a finding, unless the rule does not apply in these circumstances. */
void phb__find(struct phb__findings *findings, const struct phb__finding *finding);

/* Hands the report over, or nothing when anything failed; `findings` is empty then. */
phb_status phb__findings_finish(struct phb__findings *findings, phb_report **out_report,
                                phb_error *error);

/* For whoever has to stop before the end. */
void phb__findings_free(struct phb__findings *findings);

#endif
