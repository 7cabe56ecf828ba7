#include "cli/options.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static bool
complain(const char *what, const char *about)
{
    fprintf(stderr, "phb: %s %s; see phb help\n", about, what);
    return false;
}

/* ---- values ---- */

static bool
read_output(const char *value, unsigned takes, struct options *out)
{
    static const char *const names[] = {[OUTPUT_TEXT] = "text",
                                        [OUTPUT_JSON] = "json",
                                        [OUTPUT_CSV] = "csv",
                                        [OUTPUT_MARKDOWN] = "markdown",
                                        [OUTPUT_HTML] = "html"};
    bool is_batch = (takes & TAKES_BATCH) != 0;
    for (size_t i = is_batch ? OUTPUT_JSON : OUTPUT_TEXT; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], value) == 0 && !(is_batch && i > OUTPUT_CSV)) {
            out->output = (enum output)i;
            out->is_calendar = false; /* said twice, the last one holds */
            return true;
        }
    }
    if (is_batch) {
        return complain("must be json or csv", "--format");
    }
    if ((takes & TAKES_EVENTS) == 0) {
        return complain("must be text, json, csv, markdown or html", "--format");
    }
    out->is_calendar = true;
    return strcmp(value, "ics") == 0 ||
           complain("must be text, json, csv, markdown, html or ics", "--format");
}

static bool
read_severity(const char *value, struct options *out)
{
    static const char *const names[] = {[PHB_SEVERITY_BREACH] = "breach",
                                        [PHB_SEVERITY_GAP] = "gap",
                                        [PHB_SEVERITY_WARNING] = "warning",
                                        [PHB_SEVERITY_NOTE] = "note"};
    for (size_t i = PHB_SEVERITY_BREACH; i <= PHB_SEVERITY_NOTE; i++) {
        if (strcmp(names[i], value) == 0) {
            out->severity = (phb_severity)i;
            return true;
        }
    }
    return complain("must be breach, gap, warning or note", "--severity");
}

/* Said a second time, of the second of two budgets. */
static bool
read_on(const char *value, unsigned takes, struct options *out)
{
    bool is_second = (takes & TAKES_TWO) != 0 && out->on != PHB_DATE_NONE;
    return phb_date_parse(value, is_second ? &out->second_on : &out->on) == PHB_OK ||
           complain("must be a date such as 2026-06-01", "--on");
}

/* The only look at the clock that there is. */
static bool
read_today(phb_date *out)
{
    time_t now = time(NULL);
    const struct tm *local = localtime(&now);
    return local && phb_date_from_ymd(local->tm_year + 1900, local->tm_mon + 1, local->tm_mday,
                                      out) == PHB_OK;
}

static bool
read_as_of(const char *value, struct options *out)
{
    if (strcmp(value, "today") == 0) {
        return read_today(&out->as_of) || complain("is not known to this machine", "today");
    }
    return phb_date_parse(value, &out->as_of) == PHB_OK ||
           complain("must be today, or a date such as 2026-06-01", "--as-of");
}

static bool
read_jobs(const char *value, struct options *out)
{
    int jobs = 0;
    for (const char *c = value; *c >= '0' && *c <= '9' && jobs <= JOBS_MAX; c++) {
        jobs = jobs * 10 + (*c - '0');
    }
    bool is_number = value[strspn(value, "0123456789")] == '\0';
    out->jobs = jobs;
    return (is_number && jobs >= 1 && jobs <= JOBS_MAX) ||
           complain("must be a number from 1 to 64", "--jobs");
}

static bool
read_day(const char *name, const char *value, phb_date *out)
{
    return phb_date_parse(value, out) == PHB_OK ||
           complain("must be a date such as 2027-03-31", name);
}

/* ---- options ---- */

static bool
read_option(const char *name, const char *value, unsigned takes, struct options *out)
{
    const struct {
        const char *name;
        unsigned flag;
        const char **text;
    } texts[] = {{"--table", TAKES_TABLE, &out->table},
                 {"--explain", TAKES_EXPLAIN, &out->explain},
                 {"--rates", TAKES_RATES, &out->rates},
                 {"--policy", TAKES_POLICY, &out->policy},
                 {"--section", TAKES_FINDINGS, &out->section},
                 {"--superseded", TAKES_FINDINGS, &out->superseded},
                 {"--events", TAKES_EVENTS, &out->events},
                 {"--totals", TAKES_BATCH, &out->totals}};
    const struct {
        const char *name;
        unsigned flag;
        phb_date *day;
    } days[] = {{"--horizon", TAKES_EVENTS, &out->horizon},
                {"--from", TAKES_WINDOW, &out->from},
                {"--to", TAKES_WINDOW, &out->to}};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (strcmp(name, texts[i].name) == 0 && (takes & texts[i].flag) != 0) {
            *texts[i].text = value;
            return true;
        }
    }
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        if (strcmp(name, days[i].name) == 0 && (takes & days[i].flag) != 0) {
            return read_day(name, value, days[i].day);
        }
    }
    if (strcmp(name, "--format") == 0) {
        return read_output(value, takes, out);
    }
    if (strcmp(name, "--on") == 0 && (takes & TAKES_ON) != 0) {
        return read_on(value, takes, out);
    }
    if (strcmp(name, "--as-of") == 0 && (takes & TAKES_AS_OF) != 0) {
        return read_as_of(value, out);
    }
    if (strcmp(name, "--jobs") == 0 && (takes & TAKES_BATCH) != 0) {
        return read_jobs(value, out);
    }
    if (strcmp(name, "--severity") == 0 && (takes & TAKES_FINDINGS) != 0) {
        return read_severity(value, out);
    }
    return complain("is not an option here", name);
}

static bool
read_subject(const char *argument, unsigned takes, struct options *out)
{
    if (!out->subject) {
        out->subject = argument;
        return true;
    }
    if ((takes & TAKES_TWO) != 0 && !out->second) {
        out->second = argument;
        return true;
    }
    return complain("is one too many", argument);
}

bool
options_read(int count, char **arguments, unsigned takes, struct options *out)
{
    *out = (struct options){.on = PHB_DATE_NONE,
                            .second_on = PHB_DATE_NONE,
                            .as_of = PHB_DATE_NONE,
                            .horizon = PHB_DATE_NONE,
                            .from = PHB_DATE_NONE,
                            .to = PHB_DATE_NONE};
    for (int i = 0; i < count; i++) {
        const char *argument = arguments[i];
        bool is_read = true;
        if (argument[0] != '-' || argument[1] != '-') {
            is_read = read_subject(argument, takes, out);
        } else if (strcmp(argument, "--next-year") == 0 && (takes & TAKES_NEXT_YEAR) != 0) {
            out->is_next_year = true;
        } else if (i + 1 == count) {
            return complain("needs a value", argument);
        } else {
            is_read = read_option(argument, arguments[++i], takes, out);
        }
        if (!is_read) {
            return false;
        }
    }
    return true;
}
