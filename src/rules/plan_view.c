/* What the themes of a plan's rules share. */

#include "rules/plan_view.h"

void
phb__plan_find(struct phb__plan_view *view, enum phb__rule_key rule, const char *at)
{
    phb__find(&view->money.findings, &(struct phb__finding){.rule = rule, .at = at});
}

void
phb__plan_find_with(struct phb__plan_view *view, enum phb__rule_key rule, const char *at,
                    struct phb__argument argument)
{
    phb__find(&view->money.findings,
              &(struct phb__finding){.rule = rule, .at = at, .arguments = {argument}});
}

void
phb__plan_find_days(struct phb__plan_view *view, enum phb__rule_key rule, const char *at,
                    struct phb__argument actual, struct phb__argument limit)
{
    phb__find(&view->money.findings, &(struct phb__finding){.rule = rule,
                                                            .at = at,
                                                            .arguments = {actual, limit},
                                                            .actual = actual.value,
                                                            .limit = limit.value});
}

void
phb__plan_find_unsaid(struct phb__plan_view *view, const void *object,
                      const struct phb__wanted *wanted, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const void *place = (const char *)object + wanted[i].offset;
        const char *const *text = place;
        if (!*text) {
            phb__plan_find(view, wanted[i].rule, wanted[i].at);
        }
    }
}

struct phb__at
phb__plan_at(const char *section, const char *list, uint32_t index, const char *inner)
{
    struct phb__at at = {""};
    (void)phb__path_add(at.path, section);
    (void)phb__path_add(at.path, list);
    (void)phb__path_add_index(at.path, index);
    if (inner) {
        (void)phb__path_add(at.path, inner);
    }
    return at;
}

struct phb__argument
phb__plan_nth(const char *name, uint32_t index)
{
    return phb__value(name, PHB__ARGUMENT_NUMBER, (int64_t)index + 1);
}

const char *
phb__why_word(enum phb__why why)
{
    return why == PHB__UNDER_16 ? "age" : "capacity";
}

bool
phb__plan_pays_directly(const struct phb__plan_view *view)
{
    return view->money.circumstances.deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT;
}
