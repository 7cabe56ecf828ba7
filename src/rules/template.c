#include "rules/template.h"

#include <string.h>

#include "core/figures.h"

/* The argument of a name, which need not end there; NULL when there is none. */
static const struct phb__argument *
find_argument(const struct phb__argument *arguments, const char *name, size_t size)
{
    for (const struct phb__argument *each = arguments; each->name; each++) {
        if (strlen(each->name) == size && memcmp(each->name, name, size) == 0) {
            return each;
        }
    }
    return NULL;
}

static const struct phb__argument *
argument_of(const struct phb__argument *arguments, const struct phb__rule_argument *declared)
{
    const char *name = phb__rule_text(declared->name);
    return find_argument(arguments, name, strlen(name));
}

bool
phb__arguments_fit(const struct phb__rule *rule, const struct phb__argument *arguments)
{
    uint32_t given = 0;
    while (arguments[given].name) {
        given++;
    }
    for (uint32_t i = 0; i < rule->argument_count; i++) {
        const struct phb__rule_argument *declared = &phb__rule_arguments[rule->first_argument + i];
        const struct phb__argument *argument = argument_of(arguments, declared);
        bool is_text = declared->kind == PHB__ARGUMENT_WORD || declared->kind == PHB__ARGUMENT_TEXT;
        if (!argument || argument->kind != declared->kind || (is_text && !argument->text)) {
            return false;
        }
    }
    return given == rule->argument_count;
}

static void
put_word(struct phb__builder *builder, const char *word)
{
    for (const char *c = word; *c != '\0'; c++) {
        phb__put_bytes(builder, *c == '_' ? " " : c, 1);
    }
}

/* As people write it. */
static void
put_value(struct phb__builder *builder, const struct phb__argument *argument)
{
    switch (argument->kind) {
    case PHB__ARGUMENT_PENCE:
        phb__put_pounds(builder, argument->value);
        return;
    case PHB__ARGUMENT_RATE:
        phb__put(builder, "£");
        phb__put_decimal(builder, argument->value, 4, 2);
        return;
    case PHB__ARGUMENT_NUMBER:
        phb__put_int(builder, argument->value);
        return;
    case PHB__ARGUMENT_PPM:
        phb__put_percent(builder, argument->value);
        return;
    case PHB__ARGUMENT_DAYS:
        phb__put_day_count(builder, argument->value);
        return;
    case PHB__ARGUMENT_WEEKS:
        phb__put_week_count(builder, argument->value);
        return;
    case PHB__ARGUMENT_MINUTES:
        phb__put_minute_count(builder, argument->value);
        return;
    case PHB__ARGUMENT_HUNDREDTHS:
        phb__put_decimal(builder, argument->value, 2, 0);
        return;
    case PHB__ARGUMENT_DATE:
        phb__put_long_date(builder, (phb_date)argument->value);
        return;
    case PHB__ARGUMENT_WORD:
        put_word(builder, argument->text);
        return;
    case PHB__ARGUMENT_TEXT:
        phb__put(builder, argument->text);
        return;
    }
}

void
phb__put_template(struct phb__builder *builder, const char *pattern,
                  const struct phb__argument *arguments)
{
    while (*pattern != '\0') {
        size_t plain = strcspn(pattern, "{");
        phb__put_bytes(builder, pattern, plain);
        pattern += plain;
        if (*pattern == '{') {
            size_t size = strcspn(pattern + 1, "}");
            const struct phb__argument *argument = find_argument(arguments, pattern + 1, size);
            if (argument) {
                put_value(builder, argument);
            }
            pattern += 1 + size;
            pattern += *pattern == '}' ? 1 : 0;
        }
    }
}

/* As programs read it. */
static void
put_json_value(struct phb__builder *builder, const struct phb__argument *argument)
{
    switch (argument->kind) {
    case PHB__ARGUMENT_PENCE:
        phb__put(builder, "\"");
        phb__put_pence(builder, argument->value);
        phb__put(builder, "\"");
        return;
    case PHB__ARGUMENT_RATE:
        phb__put(builder, "\"");
        phb__put_decimal(builder, argument->value, 4, 2);
        phb__put(builder, "\"");
        return;
    case PHB__ARGUMENT_PPM:
        phb__put(builder, "\"");
        phb__put_percent(builder, argument->value);
        phb__put(builder, "\"");
        return;
    case PHB__ARGUMENT_DATE:
        phb__put(builder, "\"");
        phb__put_date(builder, (phb_date)argument->value);
        phb__put(builder, "\"");
        return;
    case PHB__ARGUMENT_NUMBER:
    case PHB__ARGUMENT_DAYS:
    case PHB__ARGUMENT_MINUTES:
        phb__put_int(builder, argument->value);
        return;
    case PHB__ARGUMENT_WEEKS:
    case PHB__ARGUMENT_HUNDREDTHS:
        phb__put_decimal(builder, argument->value, 2, 0);
        return;
    case PHB__ARGUMENT_WORD:
    case PHB__ARGUMENT_TEXT:
        phb__put_json_text(builder, argument->text);
        return;
    }
}

void
phb__put_arguments(struct phb__builder *builder, const struct phb__rule *rule,
                   const struct phb__argument *arguments)
{
    phb__put(builder, "{");
    for (uint32_t i = 0; i < rule->argument_count; i++) {
        const struct phb__rule_argument *declared = &phb__rule_arguments[rule->first_argument + i];
        phb__put(builder, i == 0 ? "" : ", ");
        phb__put_json_text(builder, phb__rule_text(declared->name));
        phb__put(builder, ": ");
        put_json_value(builder, argument_of(arguments, declared));
    }
    phb__put(builder, "}");
}
