/*
 * Memory that runs out at the n-th allocation, for n = 1, 2, 3 … while a request is built, worked
 * out, printed and written: each time the call says MEMORY, gives nothing and leaves the request as
 * it was.
 */

#include <stdbool.h>
#include <string.h>

#include <phb/phb.h>

#include "support/failing.h"
#include "support/json.h"
#include "support/nodes.h"
#include "support/suite.h"

#define N_MAX 10000

/* Anything but NULL: after a failure a handle must be NULL. */
static void *const poison = (void *)(uintptr_t)1;

struct world {
    phb_context *context;
    phb_policy *policy;
    phb_schedule_request *request;
    phb_schedule *schedule;
};

struct given {
    phb_schedule_request *request;
    phb_schedule *schedule;
    phb_text *text;
};

static phb_status
call_new(struct world *world, struct given *out, phb_error *error)
{
    out->request = poison;
    return phb_schedule_request_new(world->context, &out->request, error);
}

static phb_status
call_set(struct world *world, struct given *out, phb_error *error)
{
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    (void)out;
    settings.as_of = date_of("2029-06-01");
    settings.horizon = date_of("2032-06-01");
    settings.date_of_birth = date_of("2014-08-15");
    settings.first_payment = date_of("2029-04-06");
    settings.checklist_received = date_of("2029-05-20");
    settings.notice_given = date_of("2029-05-20");
    settings.policy = world->policy;
    settings.reference = "p-17";
    return phb_schedule_request_set(world->request, &settings, error);
}

static phb_status
call_completed(struct world *world, struct given *out, phb_error *error)
{
    (void)out;
    return phb_schedule_request_add_completed(world->request, date_of("2029-05-02"),
                                              PHB_REVIEW_AUDIT, 0, 0, error);
}

static phb_status
call_event(struct world *world, struct given *out, phb_error *error)
{
    (void)out;
    return phb_schedule_request_add_event(world->request, date_of("2029-05-02"),
                                          PHB_HAPPENING_SAFEGUARDING, error);
}

static phb_status
call_renewal(struct world *world, struct given *out, phb_error *error)
{
    (void)out;
    return phb_schedule_request_add_renewal(world->request, date_of("2029-07-02"),
                                            PHB_RENEWAL_CHECK, "pa-1", error);
}

static phb_status
call_json(struct world *world, struct given *out, phb_error *error)
{
    const char *json = quoted("[{'on':'2029-05-02','what':'moved_area'},{'on':'2029-05-01','what':"
                              "'capacity_lost'}]");
    (void)out;
    return phb_schedule_request_add_events_json(world->request, json, strlen(json), error);
}

static phb_status
call_build(struct world *world, struct given *out, phb_error *error)
{
    out->schedule = poison;
    return phb_schedule_build(world->request, NULL, &out->schedule, error);
}

static phb_status
call_to_json(struct world *world, struct given *out, phb_error *error)
{
    out->text = poison;
    return phb_schedule_to_json(world->schedule, &out->text, error);
}

static phb_status
render(struct world *world, struct given *out, phb_format format, phb_error *error)
{
    out->text = poison;
    return phb_schedule_render(world->schedule, format, &out->text, error);
}

static phb_status
call_text(struct world *world, struct given *out, phb_error *error)
{
    return render(world, out, PHB_FORMAT_TEXT, error);
}

static phb_status
call_csv(struct world *world, struct given *out, phb_error *error)
{
    return render(world, out, PHB_FORMAT_CSV, error);
}

static phb_status
call_markdown(struct world *world, struct given *out, phb_error *error)
{
    return render(world, out, PHB_FORMAT_MARKDOWN, error);
}

static phb_status
call_icalendar(struct world *world, struct given *out, phb_error *error)
{
    return render(world, out, PHB_FORMAT_ICALENDAR, error);
}

static phb_status
call_html(struct world *world, struct given *out, phb_error *error)
{
    return render(world, out, PHB_FORMAT_HTML_PAGE, error);
}

static const struct call {
    const char *name;
    phb_status (*make)(struct world *, struct given *, phb_error *);
    bool adds; /* what an arena took before a failure stays until the request goes */
} calls[] = {
    {"new", call_new, false},
    {"set", call_set, true},
    {"completed", call_completed, true},
    {"event", call_event, true},
    {"renewal", call_renewal, true},
    {"events_json", call_json, true},
    {"build", call_build, false},
    {"to_json", call_to_json, false},
    {"text", call_text, false},
    {"csv", call_csv, false},
    {"markdown", call_markdown, false},
    {"icalendar", call_icalendar, false},
    {"html", call_html, false},
};

/* With something of everything, notes included. */
static void
open_world(struct world *world, phb_context *context)
{
    static const char policy[] =
        "{'format':'phb-policy/1','name':'north','version':'3','audit':{'every_months':3},"
        "'review':{'first_after_months':2}}";
    struct given given = {NULL, NULL, NULL};
    const char *json = quoted(policy);
    uint32_t chc = PHB_REGIME_BIT(PHB_REGIME_CHC);
    world->context = context;
    ck_assert_int_eq(phb_policy_from_json(context, json, strlen(json), &world->policy, NULL),
                     PHB_OK);
    ck_assert_int_eq(phb_schedule_request_new(context, &world->request, NULL), PHB_OK);
    ck_assert_int_eq(call_set(world, &given, NULL), PHB_OK);
    for (int i = PHB_REGIME_NHS_DIRECT_PAYMENT; i <= PHB_REGIME_LOCAL_POLICY; i++) {
        ck_assert_int_eq(phb_schedule_request_add_regime(world->request, (phb_regime)i,
                                                         date_of("2029-01-06"), NULL),
                         PHB_OK);
    }
    ck_assert_int_eq(phb_schedule_request_add_completed(world->request, date_of("2029-05-20"),
                                                        PHB_REVIEW_PLAN, chc | 1u, 0, NULL),
                     PHB_OK);
    ck_assert_int_eq(phb_schedule_request_add_completed(world->request, date_of("2028-05-20"),
                                                        PHB_REVIEW_PLAN, chc, 0, NULL),
                     PHB_OK);
    ck_assert_int_eq(phb_schedule_request_add_event(world->request, date_of("2029-05-01"),
                                                    PHB_HAPPENING_HEALTH_CHANGED, NULL),
                     PHB_OK);
    ck_assert_int_eq(call_renewal(world, &given, NULL), PHB_OK);
    ck_assert_int_eq(phb_schedule_build(world->request, NULL, &world->schedule, NULL), PHB_OK);
}

static void
close_world(struct world *world)
{
    phb_schedule_free(world->schedule);
    phb_schedule_request_free(world->request);
    phb_policy_unref(world->policy);
}

/* What the request says now; the failing of it is over. */
static phb_text *
said(const struct world *world)
{
    phb_schedule *schedule = NULL;
    phb_text *text = NULL;
    ck_assert_int_eq(phb_schedule_build(world->request, NULL, &schedule, NULL), PHB_OK);
    ck_assert_int_eq(phb_schedule_to_json(schedule, &text, NULL), PHB_OK);
    phb_schedule_free(schedule);
    return text;
}

static void
assert_failed_cleanly(const struct call *call, const struct given *given, phb_status status,
                      const phb_error *error, size_t n)
{
    ck_assert_msg(status == PHB_ERROR_MEMORY, "%s, n = %zu: %s", call->name, n,
                  phb_status_name(status));
    ck_assert_msg(error->status == PHB_ERROR_MEMORY, "%s, n = %zu", call->name, n);
    ck_assert_msg(!given->request && !given->schedule && !given->text, "%s, n = %zu", call->name,
                  n);
}

/* One call in a world of its own, whose n-th allocation fails; true when it succeeded. */
static bool
try_once(const struct call *call, int already, size_t n, enum failing_how how)
{
    struct failing failing;
    struct world world;
    struct given given = {NULL, NULL, NULL};
    phb_error error = PHB_ERROR_INIT;
    open_world(&world, failing_context(&failing, 0, how));
    for (int i = 0; i < already && call->make != call_completed; i++) {
        ck_assert_int_eq(call->make(&world, &given, NULL), PHB_OK);
    }
    phb_text *before = said(&world);
    size_t blocks = failing.live_blocks;
    failing.calls = 0;
    failing.fail_at = n;
    phb_status status = call->make(&world, &given, &error);
    bool failed = failing.failures > 0;
    failing.fail_at = 0;
    if (failed) {
        assert_failed_cleanly(call, &given, status, &error, n);
        ck_assert_msg(call->adds || failing.live_blocks == blocks, "%s, n = %zu: %zu blocks stay",
                      call->name, n, failing.live_blocks - blocks);
        phb_text *after = said(&world);
        ck_assert_str_eq(phb_text_data(after), phb_text_data(before));
        phb_text_free(after);
    } else {
        ck_assert_msg(status == PHB_OK, "%s: %s", call->name, phb_status_name(status));
    }
    phb_schedule_request_free(given.request);
    phb_schedule_free(given.schedule);
    phb_text_free(given.text);
    phb_text_free(before);
    close_world(&world);
    failing_close(&failing);
    return !failed;
}

#define ALREADY_MAX 70 /* past growths of a list and of the arena */

START_TEST(a_call_without_memory_says_so_and_changes_nothing)
{
    const struct call *call = &calls[_i / 2];
    enum failing_how how = _i % 2 == 0 ? FAILING_ONCE : FAILING_FROM_N;
    size_t most = 0;
    for (int already = 0; already <= (call->adds ? ALREADY_MAX : 0); already++) {
        size_t n = 1;
        while (!try_once(call, already, n, how)) {
            ck_assert_uint_lt(++n, N_MAX);
        }
        most = n > most ? n : most;
    }
    ck_assert_msg(most > 1 || call->adds, "%s allocates nothing", call->name);
}
END_TEST

/* ---- the nodes of cJSON, which come from elsewhere ---- */

START_TEST(events_whose_nodes_do_not_fit_are_not_added)
{
    struct failing failing;
    struct world world;
    struct given given = {NULL, NULL, NULL};
    open_world(&world, failing_context(&failing, 0, FAILING_ONCE));
    phb_text *before = said(&world);
    bool succeeded = false;
    for (size_t n = 1; !succeeded; n++) {
        ck_assert_uint_lt(n, N_MAX);
        nodes_fail(n, FAILING_ONCE);
        phb_status status = call_json(&world, &given, NULL);
        succeeded = !nodes_restore();
        ck_assert_int_eq(status, succeeded ? PHB_OK : PHB_ERROR_MEMORY);
        phb_text *after = said(&world);
        ck_assert_int_eq(strcmp(phb_text_data(after), phb_text_data(before)) == 0, !succeeded);
        phb_text_free(after);
    }
    phb_text_free(before);
    close_world(&world);
    failing_close(&failing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("oom_schedule");
    tcase_set_timeout(tcase, 0);
    tcase_add_loop_test(tcase, a_call_without_memory_says_so_and_changes_nothing, 0,
                        2 * (int)COUNT_OF(calls));
    tcase_add_test(tcase, events_whose_nodes_do_not_fit_are_not_added);
    return suite_run("oom_schedule", tcase);
}
