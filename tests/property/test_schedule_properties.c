/*
 * What holds for every schedule, whatever was asked. A failure names its seed, and
 * `PHB_SEED=<seed>` makes it the first case of a run.
 */

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <phb/phb.h>

#include "support/suite.h"
#include "support/tables.h"

#define CASES 2000

static uint64_t
seed_of(int number)
{
    const char *chosen = getenv("PHB_SEED");
    uint64_t first = chosen ? strtoull(chosen, NULL, 10) : 0;
    return (first == 0 ? UINT64_C(20260406) : first) + (uint64_t)number;
}

/* What was asked, to be asked again with a little more. */
struct asked {
    phb_schedule_settings settings;
    phb_date anchors[PHB_REGIME_LOCAL_POLICY + 1]; /* PHB_DATE_NONE: not named */
    phb_date held[4];
    uint32_t served[4];
    phb_review_kind kinds[4];
    size_t held_count;
    phb_date happened[3];
    size_t happened_count;
};

/* Mostly days at the ends of months, where counting is easily wrong. */
static phb_date
random_day(struct random_source *source, phb_date first, phb_date last)
{
    phb_date day = (phb_date)random_between(source, first, last);
    int32_t month_day = 0;
    if (random_between(source, 0, 1) == 0) {
        (void)phb_date_to_ymd(day, NULL, NULL, &month_day);
        day = day - month_day + (phb_date)random_between(source, -2, 1);
    }
    return day < first ? first : day > last ? last : day;
}

static struct asked
random_request(struct random_source *source)
{
    struct asked asked = {.settings = PHB_SCHEDULE_SETTINGS_INIT};
    phb_date as_of = random_day(source, date_of("2014-01-01"), date_of("2032-12-31"));
    asked.settings.as_of = as_of;
    asked.settings.horizon = as_of + (phb_date)random_between(source, 0, 4000);
    asked.settings.kind = (phb_kind)random_between(source, 0, 2);
    asked.settings.cohort = (phb_cohort)random_between(source, 0, PHB_COHORT_OTHER);
    asked.settings.date_of_birth = random_day(source, as_of - 12000, as_of);
    asked.settings.reference = "p-17";
    for (int i = PHB_REGIME_NHS_DIRECT_PAYMENT; i <= PHB_REGIME_LOCAL_POLICY; i++) {
        bool is_named = random_between(source, 0, 2) == 0;
        asked.anchors[i] = is_named ? random_day(source, as_of - 2000, as_of + 200) : PHB_DATE_NONE;
    }
    asked.held_count = (size_t)random_between(source, 0, 4);
    for (size_t i = 0; i < asked.held_count; i++) {
        phb_date first = as_of - 2000 + 500 * (phb_date)i; /* no two on a day */
        asked.held[i] = random_day(source, first, first + 499);
        asked.served[i] = (uint32_t)random_between(source, 0, 1023);
        asked.kinds[i] = (phb_review_kind)random_between(source, 1, 3);
    }
    asked.happened_count = (size_t)random_between(source, 0, 3);
    for (size_t i = 0; i < asked.happened_count; i++) {
        asked.happened[i] = random_day(source, as_of - 300, as_of + 20);
    }
    return asked;
}

/* `reversed` says the same in another order. */
static phb_schedule *
build(const struct asked *asked, bool reversed)
{
    phb_schedule_request *request = NULL;
    phb_schedule *schedule = NULL;
    ck_assert_int_eq(phb_schedule_request_new(NULL, &request, NULL), PHB_OK);
    ck_assert_int_eq(phb_schedule_request_set(request, &asked->settings, NULL), PHB_OK);
    for (int i = 1; i <= PHB_REGIME_LOCAL_POLICY; i++) {
        int regime = reversed ? PHB_REGIME_LOCAL_POLICY + 1 - i : i;
        if (asked->anchors[regime] != PHB_DATE_NONE) {
            ck_assert_int_eq(phb_schedule_request_add_regime(request, (phb_regime)regime,
                                                             asked->anchors[regime], NULL),
                             PHB_OK);
        }
    }
    for (size_t i = 0; i < asked->held_count; i++) {
        size_t each = reversed ? asked->held_count - 1 - i : i;
        phb_status status =
            phb_schedule_request_add_completed(request, asked->held[each], asked->kinds[each],
                                               asked->served[each], PHB_CHECKED_ALL, NULL);
        ck_assert_int_eq(status, PHB_OK);
    }
    for (size_t i = 0; i < asked->happened_count; i++) {
        size_t each = reversed ? asked->happened_count - 1 - i : i;
        ck_assert_int_eq(phb_schedule_request_add_event(request, asked->happened[each],
                                                        PHB_HAPPENING_SAFEGUARDING, NULL),
                         PHB_OK);
    }
    ck_assert_int_eq(phb_schedule_build(request, NULL, &schedule, NULL), PHB_OK);
    phb_schedule_request_free(request);
    return schedule;
}

static bool
is(const phb_table *events, const char *column, size_t row, const char *text)
{
    return strcmp(phb_table_text(events, column, row), text) == 0;
}

/* Due before or on the limit, on a day between Monday and Friday, and within the horizon. */
static void
check_row(const struct asked *asked, const phb_table *events, size_t row, uint64_t seed)
{
    phb_date due = phb_table_int32(events, "due", NULL)[row];
    phb_date latest = phb_table_int32(events, "latest", NULL)[row];
    int64_t days = phb_table_int64(events, "days", NULL)[row];
    bool is_trigger = is(events, "kind", row, "trigger");
    bool is_done = is(events, "status", row, "done");
    ck_assert_msg(is_trigger == (latest == PHB_DATE_NONE), "PHB_SEED=%" PRIu64, seed);
    ck_assert_msg(is_trigger || due <= latest, "PHB_SEED=%" PRIu64, seed);
    ck_assert_msg(is_trigger || phb_date_weekday(due) <= 5, "PHB_SEED=%" PRIu64, seed);
    ck_assert_msg(is_trigger || latest - due <= 7, "PHB_SEED=%" PRIu64, seed);
    ck_assert_msg(is_done || due <= asked->settings.horizon, "PHB_SEED=%" PRIu64, seed);
    ck_assert_msg(days >= 0, "PHB_SEED=%" PRIu64, seed);
    ck_assert_msg(phb_table_text(events, "source", row)[0] != '\0', "PHB_SEED=%" PRIu64, seed);
    ck_assert_msg(phb_table_text(events, "agenda", row)[0] != '\0', "PHB_SEED=%" PRIu64, seed);
}

/* Whether a row is of a regime, by name. */
static bool
serves(const phb_table *events, size_t row, const char *regime)
{
    return strstr(phb_table_text(events, "regimes", row), regime) != NULL;
}

/* Of two reviews to come of one regime, the second is a year after the first, or a day or so more
 * where the first was clamped. */
static void
check_intervals(const phb_table *events, uint64_t seed)
{
    static const char *const regimes[] = {"nhs_direct_payment", "chc", "ehc_plan"};
    for (size_t i = 0; i < COUNT_OF(regimes); i++) {
        phb_date before = PHB_DATE_NONE;
        for (size_t row = 0; row < phb_table_rows(events); row++) {
            phb_date latest = phb_table_int32(events, "latest", NULL)[row];
            bool counts = serves(events, row, regimes[i]) && is(events, "status", row, "upcoming");
            ck_assert_msg(!counts || before == PHB_DATE_NONE ||
                              (latest > before && latest - before <= 367),
                          "PHB_SEED=%" PRIu64 ": %s", seed, regimes[i]);
            before = counts ? latest : before;
        }
    }
}

START_TEST(a_schedule_keeps_to_its_rules)
{
    for (int number = 0; number < CASES; number++) {
        uint64_t seed = seed_of(number);
        struct random_source source = {seed * UINT64_C(0x9E3779B97F4A7C15) | 1};
        struct asked asked = random_request(&source);
        phb_schedule *schedule = build(&asked, false);
        const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
        phb_date before = PHB_DATE_MIN;
        for (size_t row = 0; row < phb_table_rows(events); row++) {
            phb_date due = phb_table_int32(events, "due", NULL)[row];
            ck_assert_msg(before <= due, "PHB_SEED=%" PRIu64 ": row %zu", seed, row);
            check_row(&asked, events, row, seed);
            before = due;
        }
        check_intervals(events, seed);
        phb_schedule_free(schedule);
    }
}
END_TEST

/* The order in which a thing is said changes nothing. */
START_TEST(the_order_of_what_is_said_does_not_matter)
{
    for (int number = 0; number < CASES; number++) {
        uint64_t seed = seed_of(number);
        struct random_source source = {seed * UINT64_C(0x9E3779B97F4A7C15) | 1};
        struct asked asked = random_request(&source);
        phb_schedule *schedule = build(&asked, false);
        phb_schedule *other = build(&asked, true);
        const char *difference =
            table_difference(phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS),
                             phb_schedule_table(other, PHB_SCHEDULE_EVENTS), NULL);
        ck_assert_msg(!difference, "PHB_SEED=%" PRIu64 ": %s", seed, difference);
        phb_schedule_free(schedule);
        phb_schedule_free(other);
    }
}
END_TEST

/* A further horizon adds rows behind those there are; it changes none of them. */
START_TEST(a_further_horizon_only_adds)
{
    for (int number = 0; number < CASES; number++) {
        uint64_t seed = seed_of(number);
        struct random_source source = {seed * UINT64_C(0x9E3779B97F4A7C15) | 1};
        struct asked asked = random_request(&source);
        phb_schedule *schedule = build(&asked, false);
        asked.settings.horizon += 500;
        phb_schedule *further = build(&asked, false);
        const phb_table *near_events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
        const phb_table *far_events = phb_schedule_table(further, PHB_SCHEDULE_EVENTS);
        size_t found = 0;
        for (size_t row = 0; row < phb_table_rows(far_events); row++) {
            bool is_same = found < phb_table_rows(near_events) &&
                           strcmp(phb_table_text(far_events, "uid", row),
                                  phb_table_text(near_events, "uid", found)) == 0 &&
                           phb_table_int32(far_events, "due", NULL)[row] ==
                               phb_table_int32(near_events, "due", NULL)[found];
            found += is_same ? 1 : 0;
        }
        ck_assert_msg(found == phb_table_rows(near_events), "PHB_SEED=%" PRIu64, seed);
        phb_schedule_free(schedule);
        phb_schedule_free(further);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("schedule_properties");
    tcase_set_timeout(tcase, 0);
    tcase_add_test(tcase, a_schedule_keeps_to_its_rules);
    tcase_add_test(tcase, the_order_of_what_is_said_does_not_matter);
    tcase_add_test(tcase, a_further_horizon_only_adds);
    return suite_run("schedule_properties", tcase);
}
