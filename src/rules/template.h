/* From a rule's templates to sentences: names in braces become amounts, days and ids. */
#ifndef PHB_RULES_TEMPLATE_H
#define PHB_RULES_TEMPLATE_H

#include "core/text.h"
#include "rules/rules.h"

/* What a rule function gives for one name; `text` for the kinds WORD and TEXT, `value` for the
 * others. */
struct phb__argument {
    const char *name; /* NULL behind the last one */
    enum phb__argument_kind kind;
    int64_t value;
    const char *text;
};

/* Are the arguments those that the rule declares, each of its kind, in whatever order? */
bool phb__arguments_fit(const struct phb__rule *rule, const struct phb__argument *arguments);

/* A template filled with arguments that fit. */
void phb__put_template(struct phb__builder *builder, const char *pattern,
                       const struct phb__argument *arguments);

/*
 * The arguments as a JSON object, in the order of the rule: money, rates of pay and percentages as
 * decimal texts, days of the calendar as "2026-04-06", the rest as numbers or texts.
 */
void phb__put_arguments(struct phb__builder *builder, const struct phb__rule *rule,
                        const struct phb__argument *arguments);

#endif
