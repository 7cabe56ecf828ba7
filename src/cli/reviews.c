/* phb reviews PLAN: when it must be reviewed, and what else has a day. */

#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/document.h"
#include "cli/inputs.h"

static bool
add_events(phb_schedule_request *request, const char *name)
{
    struct document document;
    phb_error error = PHB_ERROR_INIT;
    if (!document_read(name, &document)) {
        return false;
    }
    phb_status status =
        phb_schedule_request_add_events_json(request, document.bytes, document.size, &error);
    if (status != PHB_OK) {
        report_error(name, &error);
    }
    document_free(&document);
    return status == PHB_OK;
}

/* NULL, and a line on standard error, when it cannot be made. */
static phb_schedule *
make_schedule(const phb_plan *plan, const struct inputs *inputs, const struct options *options)
{
    phb_error error = PHB_ERROR_INIT;
    phb_schedule_request *request = NULL;
    phb_schedule *schedule = NULL;
    phb_status status =
        phb_plan_schedule_request(plan, options->as_of, inputs->policy, &request, &error);
    if (status == PHB_OK && options->horizon != PHB_DATE_NONE) {
        phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
        (void)phb_schedule_request_get(request, &settings, &error);
        settings.horizon = options->horizon;
        status = phb_schedule_request_set(request, &settings, &error);
    }
    if (status == PHB_OK && options->events && !add_events(request, options->events)) {
        phb_schedule_request_free(request);
        return NULL;
    }
    if (status == PHB_OK) {
        status = phb_schedule_build(request, inputs->rates, &schedule, &error);
    }
    if (status != PHB_OK) {
        report_error(options->subject, &error);
    }
    phb_schedule_request_free(request);
    return schedule;
}

static phb_status
make_output(const phb_schedule *schedule, const struct options *options, phb_text **out_text,
            phb_error *error)
{
    if (options->is_calendar) {
        return phb_schedule_render(schedule, PHB_FORMAT_ICALENDAR, out_text, error);
    }
    if (options->table) {
        bool is_events = strcmp(options->table, "events") == 0;
        phb_schedule_part part = is_events ? PHB_SCHEDULE_EVENTS : PHB_SCHEDULE_NOTES;
        return make_table(phb_schedule_table(schedule, part), options->output, out_text, error);
    }
    return options->output == OUTPUT_JSON
               ? phb_schedule_to_json(schedule, out_text, error)
               : phb_schedule_render(schedule, format_of(options->output), out_text, error);
}

/* Is something that must be done overdue? */
static bool
is_overdue(const phb_schedule *schedule)
{
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    for (size_t row = 0; row < phb_table_rows(events); row++) {
        if (strcmp(phb_table_text(events, "status", row), "overdue") == 0 &&
            strcmp(phb_table_text(events, "duty", row), "must") == 0) {
            return true;
        }
    }
    return false;
}

static int
print(const phb_schedule *schedule, const struct options *options)
{
    phb_error error = PHB_ERROR_INIT;
    phb_text *text = NULL;
    int status = is_overdue(schedule) ? EXIT_FINDINGS : EXIT_FINE;
    if (make_output(schedule, options, &text, &error) != PHB_OK) {
        report_error(options->subject, &error);
        return EXIT_UNREADABLE;
    }
    return print_text(text) ? status : EXIT_UNREADABLE;
}

/* What goes together; NULL, or what is wrong. */
static const char *
fault_of(const struct options *options)
{
    bool is_table = !options->table || strcmp(options->table, "events") == 0 ||
                    strcmp(options->table, "notes") == 0;
    if (!options->subject) {
        return "reviews needs a file, or - for standard input";
    }
    if (options->events && strcmp(options->subject, "-") == 0 &&
        strcmp(options->events, "-") == 0) {
        return "standard input can be read once: give a file";
    }
    if (options->table && options->is_calendar) {
        return "a calendar file has no tables";
    }
    return is_table ? NULL : "--table must be events or notes";
}

int
command_reviews(int count, char **arguments)
{
    struct options options;
    struct inputs inputs;
    if (!options_read(count, arguments,
                      TAKES_RATES | TAKES_TABLE | TAKES_POLICY | TAKES_AS_OF | TAKES_EVENTS,
                      &options)) {
        return EXIT_USAGE;
    }
    const char *fault = fault_of(&options);
    if (fault) {
        fprintf(stderr, "phb: %s\n", fault);
        return EXIT_USAGE;
    }
    if (!inputs_open(&options, &inputs)) {
        return EXIT_UNREADABLE;
    }
    phb_plan *plan = plan_open(options.subject);
    phb_schedule *schedule = plan ? make_schedule(plan, &inputs, &options) : NULL;
    int status = schedule ? print(schedule, &options) : EXIT_UNREADABLE;
    phb_schedule_free(schedule);
    phb_plan_free(plan);
    inputs_close(&inputs);
    return status;
}
