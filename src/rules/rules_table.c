/* The catalogue of rules, for people and programs that want to read it. */

#include <string.h>

#include "core/error.h"
#include "core/table.h"
#include "rules/rules.h"

enum { RULE, SECTION, TITLE, SEVERITY, MESSAGE, FIX, SOURCE, BASIS, ARGUMENTS };

static const struct phb__column columns[] = {
    [RULE] = {"rule", PHB_COLUMN_TEXT},           [SECTION] = {"section", PHB_COLUMN_TEXT},
    [TITLE] = {"title", PHB_COLUMN_TEXT},         [SEVERITY] = {"severity", PHB_COLUMN_TEXT},
    [MESSAGE] = {"message", PHB_COLUMN_TEXT},     [FIX] = {"fix", PHB_COLUMN_TEXT},
    [SOURCE] = {"source", PHB_COLUMN_TEXT},       [BASIS] = {"basis", PHB_COLUMN_TEXT},
    [ARGUMENTS] = {"arguments", PHB_COLUMN_TEXT},
};

/* Room for the most arguments a rule may have, with their kinds. */
#define ARGUMENTS_SIZE ((size_t)PHB__ARGUMENTS_MAX * 48)

#define COLUMN_COUNT (sizeof columns / sizeof columns[0])

/* "of text, cost pence": the names in braces, and what each is. */
static bool
set_arguments(phb_table *table, const struct phb__rule *rule)
{
    char words[ARGUMENTS_SIZE] = "";
    size_t size = 0;
    for (uint32_t i = 0; i < rule->argument_count; i++) {
        const struct phb__rule_argument *argument = &phb__rule_arguments[rule->first_argument + i];
        const char *pieces[] = {i == 0 ? "" : ", ", phb__rule_text(argument->name), " ",
                                phb__argument_kind_name(argument->kind)};
        for (size_t piece = 0; piece < sizeof pieces / sizeof pieces[0]; piece++) {
            size_t length = strlen(pieces[piece]);
            if (size + length < sizeof words) {
                memcpy(words + size, pieces[piece], length + 1);
                size += length;
            }
        }
    }
    return phb__table_set_copy(table, ARGUMENTS, words, size);
}

static bool
add_row(phb_table *table, const struct phb__rule *rule)
{
    const char *section = phb__section_name((enum phb__section)rule->section);
    const char *basis = phb__basis_name((enum phb__basis)rule->basis);
    return phb__table_add_row(table) &&
           phb__table_set_static(table, RULE, phb__rule_text(rule->id)) &&
           phb__table_set_static(table, SECTION, section) &&
           phb__table_set_static(table, TITLE, phb__rule_text(rule->title)) &&
           phb__table_set_static(table, SEVERITY, phb__rule_text(rule->grades)) &&
           phb__table_set_static(table, MESSAGE, phb__rule_text(rule->message)) &&
           phb__table_set_static(table, FIX, phb__rule_text(rule->fix)) &&
           phb__table_set_static(table, SOURCE, phb__rule_text(rule->source)) &&
           phb__table_set_static(table, BASIS, basis) && set_arguments(table, rule);
}

phb_status
phb_rules_table(phb_context *context, phb_table **out_table, phb_error *error)
{
    if (!out_table) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    *out_table = NULL;
    phb_table *table = phb__table_new(context, columns, COLUMN_COUNT, PHB__RULE_COUNT);
    phb__table_set_title(table, "Rules");
    bool is_filled = table != NULL;
    for (uint32_t i = 0; i < PHB__RULE_COUNT && is_filled; i++) {
        is_filled = add_row(table, &phb__rules[i]);
    }
    if (!is_filled) {
        phb_table_free(table);
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    *out_table = table;
    return PHB_OK;
}
