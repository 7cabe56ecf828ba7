/* phb batch reviews: when each plan is to be reviewed; or a calendar of them all. */

#include <string.h>

#include "cli/batch.h"

static const char *const statuses[] = {"overdue", "due", "due_soon", "upcoming", "done"};

static phb_status
build(const struct batch *batch, const phb_plan *plan, phb_date horizon,
      phb_schedule **out_schedule, phb_error *error)
{
    phb_schedule_request *request = NULL;
    phb_status status = phb_plan_schedule_request(plan, batch->options->as_of,
                                                  batch->inputs->policy, &request, error);
    if (status == PHB_OK && horizon != PHB_DATE_NONE) {
        phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
        (void)phb_schedule_request_get(request, &settings, error);
        settings.horizon = horizon;
        status = phb_schedule_request_set(request, &settings, error);
    }
    if (status == PHB_OK) {
        status = phb_schedule_build(request, batch->inputs->rates, out_schedule, error);
    }
    phb_schedule_request_free(request);
    return status;
}

/* As far as is usual, and further when days are asked for that lie beyond. */
static phb_status
make_schedule(const struct batch *batch, const phb_plan *plan, phb_schedule **out_schedule,
              phb_error *error)
{
    phb_date to = batch->options->to;
    phb_status status = build(batch, plan, PHB_DATE_NONE, out_schedule, error);
    if (status == PHB_OK && to != PHB_DATE_NONE && phb_schedule_horizon(*out_schedule) < to) {
        phb_schedule_free(*out_schedule);
        *out_schedule = NULL;
        status = build(batch, plan, to, out_schedule, error);
    }
    return status;
}

/* ---- what is in it ---- */

static bool
is(const phb_table *events, const char *column, size_t row, const char *value)
{
    return strcmp(phb_table_text(events, column, row), value) == 0;
}

/* The row of the next review, of the plan or of what it brought; the number of rows without one. */
static size_t
next_review(const phb_table *events)
{
    size_t row = 0;
    for (; row < phb_table_rows(events); row++) {
        bool is_review =
            is(events, "kind", row, "plan_review") || is(events, "kind", row, "outcome_review");
        if (is_review && !is(events, "status", row, "done")) {
            break;
        }
    }
    return row;
}

static bool
is_asked_for(const struct batch *batch, phb_date due)
{
    phb_date from = batch->options->from;
    phb_date to = batch->options->to;
    return (from == PHB_DATE_NONE || due >= from) && (to == PHB_DATE_NONE || due <= to);
}

struct overdue {
    int64_t all;
    int64_t must;
};

static struct overdue
count_overdue(const phb_table *events)
{
    struct overdue overdue = {0, 0};
    for (size_t row = 0; row < phb_table_rows(events); row++) {
        bool is_overdue = is(events, "status", row, "overdue");
        overdue.all += is_overdue ? 1 : 0;
        overdue.must += is_overdue && is(events, "duty", row, "must") ? 1 : 0;
    }
    return overdue;
}

/* ---- rows ---- */

static void
put_row(const struct batch_row *row, const phb_schedule *schedule)
{
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    const struct overdue overdue = count_overdue(events);
    size_t next = next_review(events);
    bool is_none = next == phb_table_rows(events);
    row_begin(row);
    row_date(row, "as_of", phb_schedule_as_of(schedule));
    row_text(row, "next", phb_table_text(events, "kind", next));
    row_date(row, "due", is_none ? PHB_DATE_NONE : phb_table_int32(events, "due", NULL)[next]);
    row_date(row, "latest",
             is_none ? PHB_DATE_NONE : phb_table_int32(events, "latest", NULL)[next]);
    row_text(row, "status", phb_table_text(events, "status", next));
    row_number(row, "days",
               is_none ? PHB_NUMBER_NONE : phb_table_int64(events, "days", NULL)[next]);
    row_text(row, "duty", phb_table_text(events, "duty", next));
    row_number(row, "overdue", overdue.all);
    row_number(row, "overdue_must", overdue.must);
    row_end(row);
}

static void
put_event(const struct batch_row *row, const phb_table *events, size_t event)
{
    row_begin(row);
    row_date(row, "due", phb_table_int32(events, "due", NULL)[event]);
    row_date(row, "latest", phb_table_int32(events, "latest", NULL)[event]);
    row_text(row, "kind", phb_table_text(events, "kind", event));
    row_number(row, "sequence", phb_table_int64(events, "sequence", NULL)[event]);
    row_text(row, "status", phb_table_text(events, "status", event));
    row_number(row, "days", phb_table_int64(events, "days", NULL)[event]);
    row_text(row, "duty", phb_table_text(events, "duty", event));
    row_text(row, "regimes", phb_table_text(events, "regimes", event));
    row_text(row, "reason", phb_table_text(events, "reason", event));
    row_text(row, "agenda", phb_table_text(events, "agenda", event));
    row_end(row);
}

static void
put_table(const struct batch *batch, const struct batch_row *row, const phb_table *events)
{
    const int32_t *due = phb_table_int32(events, "due", NULL);
    for (size_t event = 0; event < phb_table_rows(events); event++) {
        if (is_asked_for(batch, due[event])) {
            put_event(row, events, event);
        }
    }
}

/* What is counted is what is asked for; what is overdue decides the exit status all the same. */
static void
count(const struct batch *batch, const phb_table *events, struct batch_totals *totals)
{
    const int32_t *due = phb_table_int32(events, "due", NULL);
    for (size_t event = 0; event < phb_table_rows(events); event++) {
        if (is_asked_for(batch, due[event])) {
            totals_count(totals, "events", phb_table_text(events, "status", event), 1);
        }
    }
    if (count_overdue(events).must > 0) {
        totals_count(totals, "plans_overdue", "", 1);
        totals->has_findings = true;
    }
}

static phb_status
put(const struct batch *batch, const struct subject *subject, const struct batch_row *row,
    struct batch_totals *totals, phb_error *error)
{
    phb_schedule *schedule = NULL;
    phb_status status = make_schedule(batch, subject->plan, &schedule, error);
    if (status == PHB_OK) {
        const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
        if (batch->options->table) {
            put_table(batch, row, events);
        } else {
            put_row(row, schedule);
        }
        count(batch, events, totals);
    }
    phb_schedule_free(schedule);
    return status;
}

static void
begin_totals(struct batch_totals *totals)
{
    totals_count(totals, "plans_overdue", "", 0);
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++) {
        totals_count(totals, "events", statuses[i], 0);
    }
}

const struct batch_kind batch_reviews = {
    .name = "reviews",
    .needs_plan = true,
    .table = "events",
    .columns = "as_of,next,due,latest,status,days,duty,overdue,overdue_must",
    .table_columns = "due,latest,kind,sequence,status,days,duty,regimes,reason,agenda",
    .begin_totals = begin_totals,
    .put = put,
};
