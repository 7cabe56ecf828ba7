/* phb batch cost|check|reviews [FILE]: a document a line in, a result a line out. */

#include "cli/batch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/batch_stop.h"
#include "cli/commands.h"
#include "cli/document.h"

/* ---- one line ---- */

static phb_status
read_subject(const struct batch *batch, const char *bytes, size_t size, struct batch_result *result,
             struct subject *out, phb_error *error)
{
    if (batch->kind->needs_plan) {
        return plan_read(bytes, size, &out->plan, error);
    }
    phb_status status = subject_read(bytes, size, result->last, out, error);
    result->last = out->plan ? PHB_DOCUMENT_PLAN : PHB_DOCUMENT_BUDGET;
    return status;
}

static void
put_error(const struct batch *batch, const struct batch_row *row, struct batch_text *errors,
          const phb_error *error)
{
    row_put_error(row, batch->columns, error);
    text_put(errors, "phb: ");
    text_put(errors, batch->file);
    text_put(errors, ": line ");
    text_put_number(errors, row->line);
    text_put(errors, error->position >= 0 || error->path[0] != '\0' ? ", " : ": ");
    put_place_and_sentence(errors, error);
    text_put(errors, "\n");
}

void
batch_line(const struct batch *batch, int64_t number, const char *bytes, size_t size,
           struct batch_result *result)
{
    phb_error error = PHB_ERROR_INIT;
    struct subject subject = {.name = batch->file};
    struct batch_row row = {&result->rows, batch->is_csv, number, ""};
    phb_status status = read_subject(batch, bytes, size, result, &subject, &error);
    if (status == PHB_OK) {
        const char *id = phb_plan_reference(subject.plan);
        row.id = id ? id : "";
        status = batch->kind->put(batch, &subject, &row, &result->totals, &error);
    }
    if (status != PHB_OK) {
        put_error(batch, &row, &result->errors, &error);
    }
    result->totals.lines++;
    result->totals.refused += status == PHB_OK ? 0 : 1;
    subject_close(&subject);
}

/* ---- the end ---- */

static void
put_out(int file, const struct batch_text *text)
{
    FILE *stream = file == 2 ? stderr : stdout;
    (void)fwrite(text->data, 1, text->size, stream);
}

static bool
write_totals(const struct batch_totals *totals, const char *name, FILE *file)
{
    struct batch_text text = {NULL, 0, 0, false};
    totals_put_json(totals, &text);
    bool is_written =
        !text.failed && fwrite(text.data, 1, text.size, file) == text.size && fflush(file) == 0;
    if (!is_written) {
        fprintf(stderr, "phb: %s: the totals could not be written\n", name);
    }
    text_free(&text);
    return is_written;
}

static void
print_totals(const struct batch *batch, const struct batch_totals *totals)
{
    struct batch_text text = {NULL, 0, 0, false};
    totals_put_text(totals, batch->file, &text);
    put_out(2, &text);
    text_free(&text);
}

/* What is said at the end, and whether all went well. */
static bool
finish(const struct batch *batch, enum batch_end end, const struct batch_totals *totals)
{
    switch (end) {
    case BATCH_DONE:
        print_totals(batch, totals);
        return true;
    case BATCH_STOPPED:
        fprintf(stderr, "phb: %s: stopped before the end\n", batch->file);
        print_totals(batch, totals);
        return false;
    case BATCH_CLOSED:
        return false;
    case BATCH_OUTPUT_FAILED:
        fprintf(stderr, "phb: the output could not be written\n");
        return false;
    case BATCH_INPUT_FAILED:
        fprintf(stderr, "phb: %s: %s\n", batch->file, strerror(errno));
        return false;
    case BATCH_NO_MEMORY:
        break;
    }
    fprintf(stderr, "phb: %s: out of memory\n", batch->file);
    return false;
}

static int
run(const struct batch *batch, int file, FILE *totals_file)
{
    struct batch_totals totals = {0};
    batch->kind->begin_totals(&totals);
    enum batch_end end = BATCH_DONE;
    if (batch->is_csv) {
        struct batch_text header = {NULL, 0, 0, false};
        row_put_header(&header, batch->columns);
        put_out(1, &header);
        text_free(&header);
        end = fflush(stdout) == 0 ? BATCH_DONE
              : errno == EPIPE    ? BATCH_CLOSED
                                  : BATCH_OUTPUT_FAILED;
    }
    if (end == BATCH_DONE) {
        end = batch_run(batch, file, &totals);
    }
    bool is_fine = finish(batch, end, &totals);
    if (is_fine && totals_file) {
        is_fine = write_totals(&totals, batch->options->totals, totals_file);
    }
    int status = !is_fine || totals.refused > 0 ? EXIT_UNREADABLE
                 : totals.has_findings          ? EXIT_FINDINGS
                                                : EXIT_FINE;
    totals_free(&totals);
    stop_end(end == BATCH_CLOSED);
    if (end == BATCH_CLOSED) {
        fprintf(stderr, "phb: the output could not be written\n");
    }
    return status;
}

/* ---- the beginning ---- */

static int
open_and_run(struct batch *batch)
{
    const struct options *options = batch->options;
    bool is_standard = strcmp(batch->file, "-") == 0;
    FILE *totals_file = NULL;
    int status = EXIT_UNREADABLE;
    int file = is_standard ? 0 : open(batch->file, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        fprintf(stderr, "phb: %s: %s\n", batch->file, strerror(errno));
        return EXIT_UNREADABLE;
    }
    if (options->totals) {
        totals_file = fopen(options->totals, "wb");
    }
    if (options->totals && !totals_file) {
        fprintf(stderr, "phb: %s: %s\n", options->totals, strerror(errno));
    } else {
        status = run(batch, file, totals_file);
    }
    if (totals_file) {
        (void)fclose(totals_file);
    }
    if (!is_standard) {
        (void)close(file);
    }
    return status;
}

static const struct {
    const struct batch_kind *kind;
    unsigned takes;
} kinds[] = {{&batch_cost, TAKES_ON | TAKES_NEXT_YEAR},
             {&batch_check, TAKES_AS_OF},
             {&batch_reviews, TAKES_AS_OF | TAKES_WINDOW}};

static bool
is_standard_input(const char *file)
{
    return file && strcmp(file, "-") == 0;
}

/* What goes together; NULL, or what is wrong. */
static const char *
fault_of(const struct options *options, const struct batch_kind *kind)
{
    int of_standard_input = (!options->subject || is_standard_input(options->subject) ? 1 : 0) +
                            (is_standard_input(options->rates) ? 1 : 0) +
                            (is_standard_input(options->policy) ? 1 : 0);
    if (of_standard_input > 1) {
        return "standard input can be read once: give a file";
    }
    if (options->table && strcmp(options->table, kind->table) != 0) {
        return "--table must be totals of cost, findings of check, events of reviews";
    }
    bool has_window = options->from != PHB_DATE_NONE || options->to != PHB_DATE_NONE;
    if (has_window && !options->table) {
        return "--from and --to choose events: ask for --table events";
    }
    if (options->from != PHB_DATE_NONE && options->to != PHB_DATE_NONE &&
        options->from > options->to) {
        return "--from is after --to";
    }
    return NULL;
}

static int
jobs_of(const struct options *options)
{
    if (options->jobs > 0) {
        return options->jobs;
    }
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors < 1 ? 1 : processors > JOBS_MAX ? JOBS_MAX : (int)processors;
}

int
command_batch(int count, char **arguments)
{
    struct options options;
    struct inputs inputs;
    struct batch batch = {.options = &options, .inputs = &inputs};
    unsigned takes = TAKES_BATCH | TAKES_RATES | TAKES_POLICY | TAKES_TABLE;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0] && count > 0; i++) {
        if (strcmp(kinds[i].kind->name, arguments[0]) == 0) {
            batch.kind = kinds[i].kind;
            takes |= kinds[i].takes;
        }
    }
    if (!batch.kind) {
        fprintf(stderr, "phb: batch needs one of cost, check and reviews; see phb help\n");
        return EXIT_USAGE;
    }
    if (!options_read(count - 1, arguments + 1, takes, &options)) {
        return EXIT_USAGE;
    }
    const char *fault = fault_of(&options, batch.kind);
    if (fault) {
        fprintf(stderr, "phb: %s\n", fault);
        return EXIT_USAGE;
    }
    if (!inputs_open(&options, &inputs)) {
        return EXIT_UNREADABLE;
    }
    options.jobs = jobs_of(&options);
    batch.file = options.subject ? options.subject : "-";
    batch.is_csv = options.output == OUTPUT_CSV;
    batch.columns = options.table ? batch.kind->table_columns : batch.kind->columns;
    stop_begin();
    int status = open_and_run(&batch);
    inputs_close(&inputs);
    return status;
}
