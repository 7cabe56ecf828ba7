/*
 * Memory that runs out at the n-th allocation, for n = 1, 2, 3 … until a call succeeds: each time
 * the call says MEMORY, gives nothing, changes nothing and keeps nothing.
 */

#include <stdlib.h>
#include <string.h>

#include <phb/phb.h>

#include "support/failing.h"
#include "support/nodes.h"
#include "support/suite.h"

/* ---- what the calls are tried on ---- */

static const char budget_json[] =
    "{\"format\": \"phb-budget/1\", \"period\": {\"start\": \"2026-12-01\", \"end\": "
    "\"2027-11-30\"}, "
    "\"assistants\": [{\"id\": \"pa-1\", \"name\": \"somebody\", \"pay_frequency\": \"weekly\", "
    "\"hours\": ["
    "{\"band\": \"weekday\", \"hours_per_week\": 30, \"rate\": [{\"from\": \"2026-12-01\", "
    "\"amount\": "
    "\"13.50\"}, {\"from\": \"2027-04-01\", \"amount\": 14}]}, {\"type\": \"sleep_in\", "
    "\"nights_per_week\": "
    "2, \"rate\": 65}], \"bank_holiday\": {\"minutes\": 300, \"premium\": \"6.75\"}, \"leave\": "
    "{\"method\": "
    "\"cover\", \"by\": \"relief\", \"rate\": 24, \"night_rate\": 95}, \"pension\": "
    "{\"membership\": "
    "\"opted_out\"}, \"sickness\": {\"weeks\": 1, \"cover_rate\": 24, \"cover_night_rate\": 95}, "
    "\"deployment\": \"direct_payment\", \"funder\": \"la\"}], \"employer\": "
    "{\"employment_allowance\": "
    "{\"claim\": true, \"already_used\": [{\"tax_year\": 2026, \"amount\": 0}]}}, \"lines\": "
    "[{\"id\": "
    "\"ins\", \"category\": \"insurance\", \"amount\": \"95.00\", \"per\": \"year\", "
    "\"deployment\": "
    "\"notional\"}, {\"id\": \"pay\", \"category\": \"payroll\", \"amount\": 8, \"per\": "
    "\"payslip\", "
    "\"assistants\": [\"pa-1\"], \"deployment\": \"direct_payment\"}, {\"id\": \"late\", "
    "\"category\": "
    "\"other\", \"amount\": 1, \"per\": \"once\", \"start\": \"2030-01-01\", \"deployment\": "
    "\"notional\"}], "
    "\"contingency\": {\"weeks\": 4}, \"funders\": [{\"id\": \"nhs\", \"kind\": \"nhs\", "
    "\"share\": \"100%\"}, "
    "{\"id\": \"la\", \"kind\": \"social_care\"}], \"payments\": {\"frequency\": \"monthly\"}, "
    "\"agreed_by_line\": {\"ins\": 95}, \"wheelchair\": {\"option\": \"notional\", "
    "\"prescribed_cost\": 1}}";

static const char overlay_json[] =
    "{\"format\": 1, \"family\": \"north\", \"version\": \"3\", \"sources\": {\"us\": {\"title\": "
    "\"Ours\", \"citation\": \"page 1\", \"read_in\": \"a book\", \"checked_against\": [\"one\", "
    "\"two\"]}}, \"parameters\": [{\"key\": \"north.mileage\", \"label\": \"A mile\", \"unit\": "
    "\"pence\", \"values\": [{\"from\": \"2024-04-06\", \"value\": 45, \"source\": \"us\"}]}], "
    "\"ni_letters\": [{\"letter\": \"G\", \"label\": \"New\", \"relief\": \"none\", \"from\": "
    "\"2026-04-06\", \"source\": \"us\"}], \"bank_holidays\": {\"exceptions\": [{\"date\": "
    "\"2029-06-08\", \"name\": \"Day\", \"source\": \"us\"}]}}";

struct world {
    phb_context *context;
    phb_budget *budget;
    phb_rates *rates;
    phb_costing *costing;
    phb_table *table;
    const char *line_id;
};

/* What a call gave, whichever of these it gives. */
struct given {
    phb_budget *budget;
    phb_rates *rates;
    phb_costing *costing;
    phb_table *table;
    phb_text *text;
    int32_t index;
};

/* A value that no call gives: outputs that are handles must be NULL after a failure. */
static void *const poison = (void *)(uintptr_t)1;

static void
free_given(const struct given *given)
{
    phb_budget_free(given->budget);
    phb_rates_unref(given->rates);
    phb_costing_free(given->costing);
    phb_table_free(given->table);
    phb_text_free(given->text);
}

/* ---- the calls ---- */

static phb_status
call_rates_builtin(struct world *world, struct given *out, phb_error *error)
{
    out->rates = poison;
    return phb_rates_builtin(world->context, &out->rates, error);
}

static phb_status
call_rates_overlay(struct world *world, struct given *out, phb_error *error)
{
    out->rates = poison;
    return phb_rates_overlay_json(world->context, world->rates, overlay_json,
                                  sizeof overlay_json - 1, &out->rates, error);
}

static phb_status
call_rates_table(struct world *world, struct given *out, phb_error *error)
{
    out->table = poison;
    return phb_rates_table(world->context, world->rates, NULL, PHB_DATE_NONE, &out->table, error);
}

static phb_status
call_bank_holidays(struct world *world, struct given *out, phb_error *error)
{
    out->table = poison;
    return phb_rates_bank_holidays(world->context, world->rates, PHB_DATE_NONE, PHB_DATE_NONE,
                                   &out->table, error);
}

static phb_status
call_budget_new(struct world *world, struct given *out, phb_error *error)
{
    out->budget = poison;
    return phb_budget_new(world->context, &out->budget, error);
}

static phb_status
call_budget_set(struct world *world, struct given *out, phb_error *error)
{
    phb_budget_settings settings = PHB_BUDGET_SETTINGS_INIT;
    settings.start = date_of("2026-04-06");
    settings.end = date_of("2027-04-05");
    settings.where_held = "a bank";
    (void)out;
    return phb_budget_set(world->budget, &settings, error);
}

static phb_status
call_add_assistant(struct world *world, struct given *out, phb_error *error)
{
    phb_assistant assistant = PHB_ASSISTANT_INIT;
    assistant.id = "pa-2";
    assistant.name = "somebody else";
    assistant.pay_frequency = PHB_PAY_MONTHLY;
    assistant.leave_method = PHB_LEAVE_NONE;
    assistant.leave_reason = "family does";
    assistant.ni_letter = "A";
    assistant.deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT;
    out->index = -7;
    phb_status status = phb_budget_add_assistant(world->budget, &assistant, &out->index, error);
    ck_assert(status == PHB_OK || out->index == -7);
    return status;
}

static phb_status
call_add_hours(struct world *world, struct given *out, phb_error *error)
{
    phb_hours hours = PHB_HOURS_INIT;
    hours.band = "weekend";
    hours.minutes_per_week = 480;
    hours.rate_penny_hundredths = 150000;
    (void)out;
    return phb_budget_add_hours(world->budget, 0, &hours, NULL, error);
}

static phb_status
call_add_line(struct world *world, struct given *out, phb_error *error)
{
    phb_line line = PHB_LINE_INIT;
    line.id = "payroll";
    line.category = PHB_CATEGORY_PAYROLL;
    line.amount_penny_hundredths = 125000;
    line.per = PHB_PER_MONTH;
    line.deployment = PHB_DEPLOYMENT_DIRECT_PAYMENT;
    (void)out;
    return phb_budget_add_line(world->budget, &line, NULL, error);
}

static phb_status
call_add_dated_rate(struct world *world, struct given *out, phb_error *error)
{
    (void)out;
    return phb_budget_add_dated_rate(world->budget, 0, 0, date_of("2026-12-01"), 135000, error);
}

static phb_status
call_add_dated_amount(struct world *world, struct given *out, phb_error *error)
{
    (void)out;
    return phb_budget_add_dated_amount(world->budget, 0, date_of("2026-12-01"), 135000, error);
}

static phb_status
call_add_line_assistant(struct world *world, struct given *out, phb_error *error)
{
    (void)out;
    return phb_budget_add_line_assistant(world->budget, 0, "pa-1", error);
}

static phb_status
call_add_funder(struct world *world, struct given *out, phb_error *error)
{
    phb_funder funder = PHB_FUNDER_INIT;
    funder.id = "nhs";
    funder.kind = PHB_FUNDER_NHS;
    (void)out;
    return phb_budget_add_funder(world->budget, &funder, error);
}

static phb_status
call_add_allowance_used(struct world *world, struct given *out, phb_error *error)
{
    (void)out;
    return phb_budget_add_allowance_used(world->budget, 2026, 100, error);
}

static phb_status
call_add_agreed_line(struct world *world, struct given *out, phb_error *error)
{
    (void)out;
    return phb_budget_add_agreed_line(world->budget, "ins", 100, error);
}

static phb_status
call_budget_from_json(struct world *world, struct given *out, phb_error *error)
{
    out->budget = poison;
    return phb_budget_from_json(world->context, budget_json, sizeof budget_json - 1, &out->budget,
                                error);
}

static phb_status
call_budget_to_json(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_budget_to_json(world->budget, &out->text, error);
}

static phb_status
call_budget_cost(struct world *world, struct given *out, phb_error *error)
{
    out->costing = poison;
    return phb_budget_cost(world->budget, world->rates, NULL, &out->costing, error);
}

static phb_status
call_budget_cost_without_trace(struct world *world, struct given *out, phb_error *error)
{
    phb_cost_options options = PHB_COST_OPTIONS_INIT;
    options.trace = PHB_TRACE_NONE;
    out->costing = poison;
    return phb_budget_cost(world->budget, world->rates, &options, &out->costing, error);
}

static phb_status
call_costing_to_json(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_costing_to_json(world->costing, 1, &out->text, error);
}

static phb_status
call_costing_render(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_costing_render(world->costing, PHB_FORMAT_TEXT, &out->text, error);
}

static phb_status
call_costing_explain(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_costing_explain(world->costing, world->line_id, &out->text, error);
}

static phb_status
call_markdown(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_costing_render(world->costing, PHB_FORMAT_MARKDOWN, &out->text, error);
}

static phb_status
call_table_render_text(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_table_render(world->context, world->table, PHB_FORMAT_TEXT, &out->text, error);
}

static phb_status
call_table_render_csv(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_table_render(world->context, world->table, PHB_FORMAT_CSV, &out->text, error);
}

static phb_status
call_table_to_json(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_table_to_json(world->context, world->table, &out->text, error);
}

struct call {
    const char *name;
    phb_status (*make)(struct world *world, struct given *out, phb_error *error);
    bool adds; /* to a list of the budget, which grows now and then */
};

static const struct call calls[] = {
    {"phb_rates_builtin", call_rates_builtin, false},
    {"phb_rates_overlay_json", call_rates_overlay, false},
    {"phb_rates_table", call_rates_table, false},
    {"phb_rates_bank_holidays", call_bank_holidays, false},
    {"phb_budget_new", call_budget_new, false},
    {"phb_budget_set", call_budget_set, false},
    {"phb_budget_add_assistant", call_add_assistant, true},
    {"phb_budget_add_hours", call_add_hours, true},
    {"phb_budget_add_line", call_add_line, true},
    {"phb_budget_add_dated_rate", call_add_dated_rate, true},
    {"phb_budget_add_dated_amount", call_add_dated_amount, true},
    {"phb_budget_add_line_assistant", call_add_line_assistant, true},
    {"phb_budget_add_funder", call_add_funder, true},
    {"phb_budget_add_allowance_used", call_add_allowance_used, true},
    {"phb_budget_add_agreed_line", call_add_agreed_line, true},
    {"phb_budget_from_json", call_budget_from_json, false},
    {"phb_budget_to_json", call_budget_to_json, false},
    {"phb_budget_cost", call_budget_cost, false},
    {"phb_budget_cost, no trace", call_budget_cost_without_trace, false},
    {"phb_costing_to_json", call_costing_to_json, false},
    {"phb_costing_render", call_costing_render, false},
    {"phb_costing_explain", call_costing_explain, false},
    {"phb_costing_render, markdown", call_markdown, false},
    {"phb_table_render, text", call_table_render_text, false},
    {"phb_table_render, csv", call_table_render_csv, false},
    {"phb_table_to_json", call_table_to_json, false},
};

/* ---- the world before and after ---- */

static void
open_world(struct world *world, phb_context *context)
{
    *world = (struct world){.context = context, .line_id = "pa-1/employer_ni/2027-04-06"};
    ck_assert_int_eq(phb_rates_builtin(context, &world->rates, NULL), PHB_OK);
    ck_assert_int_eq(
        phb_budget_from_json(context, budget_json, sizeof budget_json - 1, &world->budget, NULL),
        PHB_OK);
    ck_assert_int_eq(phb_budget_cost(world->budget, world->rates, NULL, &world->costing, NULL),
                     PHB_OK);
    ck_assert_int_eq(
        phb_rates_table(context, world->rates, "pension", PHB_DATE_NONE, &world->table, NULL),
        PHB_OK);
}

static void
close_world(struct world *world)
{
    phb_table_free(world->table);
    phb_costing_free(world->costing);
    phb_budget_free(world->budget);
    phb_rates_unref(world->rates);
}

/* The budget as text, whatever memory there is; the caller's to free. */
static phb_text *
budget_text(const struct world *world)
{
    phb_text *text = NULL;
    ck_assert_int_eq(phb_budget_to_json(world->budget, &text, NULL), PHB_OK);
    return text;
}

static void
assert_failed_cleanly(const struct call *call, const struct given *given, phb_status status,
                      const phb_error *error, size_t n)
{
    ck_assert_msg(status == PHB_ERROR_MEMORY, "%s, n = %zu: %s", call->name, n,
                  phb_status_name(status));
    ck_assert_msg(error->status == PHB_ERROR_MEMORY && error->message[0] != '\0',
                  "%s, n = %zu: the error is not filled", call->name, n);
    bool gives_nothing =
        !given->budget && !given->rates && !given->costing && !given->table && !given->text;
    ck_assert_msg(gives_nothing, "%s, n = %zu: an output is not NULL", call->name, n);
}

/* One call in a world of its own, whose n-th allocation fails; true when the call succeeded. */
static bool
try_once(const struct call *call, int already, size_t n, enum failing_how how)
{
    struct failing failing;
    struct world world;
    struct given given = {0};
    phb_error error = PHB_ERROR_INIT;
    open_world(&world, failing_context(&failing, 0, how));
    for (int i = 0; i < already; i++) {
        ck_assert_int_eq(call->make(&world, &given, NULL), PHB_OK);
    }
    phb_text *before = budget_text(&world);
    size_t blocks = failing.live_blocks;

    failing.calls = 0;
    failing.fail_at = n;
    phb_status status = call->make(&world, &given, &error);
    bool failed = failing.failures > 0;
    failing.fail_at = 0;

    if (failed) {
        assert_failed_cleanly(call, &given, status, &error, n);
        /* What an arena took before the failure is freed with its budget. */
        ck_assert_msg(call->adds || failing.live_blocks == blocks, "%s, n = %zu: %zu blocks stay",
                      call->name, n, failing.live_blocks - blocks);
        phb_text *after = budget_text(&world);
        ck_assert_str_eq(phb_text_data(after), phb_text_data(before));
        phb_text_free(after);
    } else {
        ck_assert_msg(status == PHB_OK, "%s: %s", call->name, phb_status_name(status));
        free_given(&given);
    }
    phb_text_free(before);
    close_world(&world);
    failing_close(&failing);
    return !failed;
}

#define ALREADY_MAX 20 /* past two growths of a list */
#define N_MAX 100000

START_TEST(a_call_without_memory_says_so_and_changes_nothing)
{
    const struct call *call = &calls[_i / 2];
    enum failing_how how = _i % 2 == 0 ? FAILING_ONCE : FAILING_FROM_N;
    for (int already = 0; already <= (call->adds ? ALREADY_MAX : 0); already++) {
        size_t n = 1;
        while (!try_once(call, already, n, how)) {
            n++;
            ck_assert_msg(n < N_MAX, "%s never succeeds", call->name);
        }
    }
}
END_TEST

/* ---- a context, which has no context yet ---- */

struct bare_memory {
    size_t calls;
    size_t fail_at;
    size_t live;
};

static void *
bare_allocate(void *user, size_t size)
{
    struct bare_memory *memory = user;
    void *block = ++memory->calls == memory->fail_at ? NULL : malloc(size);
    memory->live += block ? 1 : 0;
    return block;
}

static void *
bare_resize(void *user, void *block, size_t old_size, size_t size)
{
    (void)old_size;
    struct bare_memory *memory = user;
    return ++memory->calls == memory->fail_at ? NULL : realloc(block, size);
}

static void
bare_release(void *user, void *block, size_t size)
{
    (void)size;
    struct bare_memory *memory = user;
    memory->live--;
    free(block);
}

START_TEST(a_context_without_memory_is_none)
{
    bool succeeded = false;
    for (size_t n = 1; !succeeded; n++) {
        struct bare_memory memory = {0, n, 0};
        phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
        options.allocator = (phb_allocator){bare_allocate, bare_resize, bare_release, &memory};
        phb_context *context = poison;
        phb_error error = PHB_ERROR_INIT;
        phb_status status = phb_context_new(&options, &context, &error);
        succeeded = memory.calls < n;
        ck_assert_int_eq(status, succeeded ? PHB_OK : PHB_ERROR_MEMORY);
        if (!succeeded) {
            ck_assert_ptr_null(context);
            ck_assert_int_eq(error.status, PHB_ERROR_MEMORY);
        }
        phb_context_unref(context);
        ck_assert_uint_eq(memory.live, 0);
    }
}
END_TEST

/* ---- the nodes of cJSON, which come from nowhere else ---- */

static bool
try_nodes_once(const struct call *call, size_t n, enum failing_how how)
{
    struct failing failing;
    struct world world;
    struct given given = {0};
    phb_error error = PHB_ERROR_INIT;
    open_world(&world, failing_context(&failing, 0, FAILING_ONCE));
    size_t blocks = failing.live_blocks;

    nodes_fail(n, how);
    phb_status status = call->make(&world, &given, &error);
    bool failed = nodes_restore();
    if (failed) {
        assert_failed_cleanly(call, &given, status, &error, n);
        ck_assert_uint_eq(failing.live_blocks, blocks);
    } else {
        ck_assert_int_eq(status, PHB_OK);
        free_given(&given);
    }
    close_world(&world);
    failing_close(&failing);
    return !failed;
}

static const struct call readers[] = {
    {"phb_budget_from_json", call_budget_from_json, false},
    {"phb_rates_overlay_json", call_rates_overlay, false},
};

START_TEST(a_document_whose_nodes_do_not_fit_is_not_read)
{
    const struct call *call = &readers[_i / 2];
    enum failing_how how = _i % 2 == 0 ? FAILING_ONCE : FAILING_FROM_N;
    size_t n = 1;
    while (!try_nodes_once(call, n, how)) {
        n++;
        ck_assert_msg(n < N_MAX, "%s never succeeds", call->name);
    }
    ck_assert_msg(n > 20, "%s: only %zu nodes were asked for", call->name, n - 1);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("oom");
    tcase_set_timeout(tcase, 0);
    tcase_add_test(tcase, a_context_without_memory_is_none);
    tcase_add_loop_test(tcase, a_call_without_memory_says_so_and_changes_nothing, 0,
                        2 * (int)COUNT_OF(calls));
    tcase_add_loop_test(tcase, a_document_whose_nodes_do_not_fit_is_not_read, 0,
                        2 * (int)COUNT_OF(readers));
    return suite_run("oom", tcase);
}
