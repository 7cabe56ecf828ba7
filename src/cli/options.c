#include "cli/options.h"

#include <stdio.h>
#include <string.h>

static bool
complain(const char *what, const char *about)
{
    fprintf(stderr, "phb: %s %s; see phb help\n", about, what);
    return false;
}

static bool
read_output(const char *value, struct options *out)
{
    static const char *const names[] = {[OUTPUT_TEXT] = "text",
                                        [OUTPUT_JSON] = "json",
                                        [OUTPUT_CSV] = "csv",
                                        [OUTPUT_MARKDOWN] = "markdown"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], value) == 0) {
            out->output = (enum output)i;
            return true;
        }
    }
    return complain("must be text, json, csv or markdown", "--format");
}

static bool
read_date(const char *value, struct options *out)
{
    return phb_date_parse(value, &out->on) == PHB_OK ||
           complain("must be a date such as 2026-06-01", "--on");
}

/* An option and its value. */
static bool
read_option(const char *name, const char *value, unsigned takes, struct options *out)
{
    if (strcmp(name, "--format") == 0) {
        return read_output(value, out);
    }
    if (strcmp(name, "--table") == 0 && (takes & TAKES_TABLE) != 0) {
        out->table = value;
        return true;
    }
    if (strcmp(name, "--explain") == 0 && (takes & TAKES_EXPLAIN) != 0) {
        out->explain = value;
        return true;
    }
    if (strcmp(name, "--rates") == 0 && (takes & TAKES_RATES) != 0) {
        out->rates = value;
        return true;
    }
    if (strcmp(name, "--on") == 0 && (takes & TAKES_ON) != 0) {
        return read_date(value, out);
    }
    return complain("is not an option here", name);
}

bool
options_read(int count, char **arguments, unsigned takes, struct options *out)
{
    *out = (struct options){.on = PHB_DATE_NONE};
    for (int i = 0; i < count; i++) {
        const char *argument = arguments[i];
        bool is_option = argument[0] == '-' && argument[1] == '-';
        if (!is_option && out->subject) {
            return complain("is one too many", argument);
        }
        if (!is_option) {
            out->subject = argument;
            continue;
        }
        if (i + 1 == count) {
            return complain("needs a value", argument);
        }
        if (!read_option(argument, arguments[++i], takes, out)) {
            return false;
        }
    }
    return true;
}
