#include "rules/rules.h"

#include <stdbool.h>

const char *
phb__rule_text(uint32_t offset)
{
    return (const char *)&phb__rule_texts + offset;
}

static bool
is_in(uint32_t mask, uint32_t number)
{
    return (mask >> number & 1u) != 0;
}

static bool
matches(const struct phb__rule_row *row, const struct phb__circumstances *circumstances)
{
    return is_in(row->deployments, (uint32_t)circumstances->deployment) &&
           is_in(row->statuses, (uint32_t)circumstances->status) &&
           is_in(row->cohorts, (uint32_t)circumstances->cohort) &&
           is_in(row->kinds, (uint32_t)circumstances->kind);
}

phb_severity
phb__rule_severity(enum phb__rule_key key, const struct phb__circumstances *circumstances)
{
    const struct phb__rule *rule = &phb__rules[key];
    for (uint32_t i = 0; i < rule->row_count; i++) {
        const struct phb__rule_row *row = &phb__rule_rows[rule->first_row + i];
        if (matches(row, circumstances)) {
            return (phb_severity)row->severity;
        }
    }
    return (phb_severity)0;
}

const char *
phb__basis_name(enum phb__basis basis)
{
    static const char *const names[] = {
        [PHB__BASIS_LAW] = "law",
        [PHB__BASIS_LAW_READ_IN_2010] = "law_read_in_2010",
        [PHB__BASIS_GUIDANCE] = "guidance",
        [PHB__BASIS_LOCAL] = "local",
    };
    return names[basis];
}

const char *
phb__figure_name(enum phb__figure figure)
{
    static const char *const names[] = {
        [PHB__FIGURE_NONE] = "none",       [PHB__FIGURE_PENCE] = "pence",
        [PHB__FIGURE_MINUTES] = "minutes", [PHB__FIGURE_DAYS] = "days",
        [PHB__FIGURE_DATE] = "date",       [PHB__FIGURE_PPM] = "ppm",
    };
    return names[figure];
}

const char *
phb__argument_kind_name(enum phb__argument_kind kind)
{
    static const char *const names[] = {
        [PHB__ARGUMENT_PENCE] = "pence",     [PHB__ARGUMENT_RATE] = "rate",
        [PHB__ARGUMENT_NUMBER] = "number",   [PHB__ARGUMENT_PPM] = "ppm",
        [PHB__ARGUMENT_DAYS] = "days",       [PHB__ARGUMENT_WEEKS] = "weeks",
        [PHB__ARGUMENT_MINUTES] = "minutes", [PHB__ARGUMENT_HUNDREDTHS] = "hundredths",
        [PHB__ARGUMENT_DATE] = "date",       [PHB__ARGUMENT_WORD] = "word",
        [PHB__ARGUMENT_TEXT] = "text",
    };
    return names[kind];
}
