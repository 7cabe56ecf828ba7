/* The pieces that the parts of a schedule share. */

#include "schedule/calendar.h"

#include "support/scheduled.h"
#include "support/suite.h"

static phb_schedule_request *request;
static struct phb__arena arena;
static struct phb__calendar calendar;

static void
set_up(void)
{
    request = request_of("as_of:2026-06-01 chc:2026-01-01", "");
    phb__arena_init(&arena, NULL, 0);
    calendar = (struct phb__calendar){.request = request,
                                      .dataset = &phb__dataset_builtin,
                                      .policy = request->policy,
                                      .arena = &arena,
                                      .notes = phb__notes_table(NULL),
                                      .last = date_of("2026-12-31")};
}

static void
tear_down(void)
{
    phb_table_free(calendar.notes);
    phb__arena_free(&arena);
    phb_schedule_request_free(request);
}

START_TEST(sources_are_joined_once)
{
    ck_assert_str_eq(phb__join_sources(&calendar, "", "an Act"), "an Act");
    ck_assert_str_eq(phb__join_sources(&calendar, "an Act", ""), "an Act");
    ck_assert_str_eq(phb__join_sources(&calendar, "an Act", "an Act"), "an Act");
    ck_assert_str_eq(phb__join_sources(&calendar, "an Act", "a rule"), "an Act; a rule");
    ck_assert_str_eq(phb__with_policy(&calendar, ""), "policy north/3");
    ck_assert_str_eq(phb__with_policy(&calendar, "an Act"), "an Act; policy north/3");
}
END_TEST

START_TEST(a_day_is_planned_up_to_the_last)
{
    ck_assert(phb__is_planned(&calendar, date_of("2026-12-31")));
    ck_assert(!phb__is_planned(&calendar, date_of("2027-01-01")));
    calendar.last = PHB_DATE_NONE;
    ck_assert(!phb__is_planned(&calendar, date_of("2026-01-01")));
}
END_TEST

START_TEST(after_a_failure_nothing_is_added)
{
    struct phb__event event = {.kind = PHB__EVENT_AUDIT, .of = "", .latest = 0};
    calendar.failed = true;
    phb__add_event(&calendar, &event);
    phb__add_note(&calendar, "schedule.no_regimes", "", "a note");
    ck_assert_uint_eq(calendar.events.count, 0);
    ck_assert_uint_eq(phb_table_rows(calendar.notes), 0);
    ck_assert_str_eq(phb__with_policy(&calendar, "an Act"), "");
    ck_assert(calendar.failed);
}
END_TEST

START_TEST(a_note_has_its_place)
{
    phb__add_note_at(&calendar, "schedule.no_regimes", "completed", 17, "a note");
    ck_assert_str_eq(phb_table_text(calendar.notes, "at", 0), "/completed/17");
    ck_assert_str_eq(phb_table_text(calendar.notes, "message", 0), "a note");
}
END_TEST

START_TEST(what_was_held_is_sorted_by_day)
{
    ck_assert_ptr_null(phb__held_by_day(&calendar));
    for (int i = 0; i < 4; i++) {
        static const char *const days[] = {"2026-05-03", "2026-05-01", "2026-05-04", "2026-05-02"};
        ck_assert_int_eq(phb_schedule_request_add_completed(
                             request, date_of(days[i]), PHB_REVIEW_PLAN,
                             PHB_REGIME_BIT(PHB_REGIME_CHC) | PHB_REGIME_BIT(PHB_REGIME_EHC_PLAN),
                             0, NULL),
                         PHB_OK);
    }
    const struct phb__held *held = phb__held_by_day(&calendar);
    ck_assert_uint_eq(held[0].index, 1);
    ck_assert_uint_eq(held[1].index, 3);
    ck_assert_uint_eq(held[2].index, 0);
    ck_assert_uint_eq(held[3].index, 2);
    ck_assert_uint_eq(held[0].regimes, PHB_REGIME_BIT(PHB_REGIME_CHC)); /* what is named */
    ck_assert_uint_eq(phb_table_rows(calendar.notes), 4);
}
END_TEST

START_TEST(the_first_direct_payment_is_the_earliest_anchor_of_one)
{
    ck_assert_int_eq(phb__first_direct_payment(request), PHB_DATE_NONE);
    (void)phb_schedule_request_add_regime(request, PHB_REGIME_NHS_DIRECT_PAYMENT,
                                          date_of("2026-04-06"), NULL);
    (void)phb_schedule_request_add_regime(request, PHB_REGIME_CARE_ACT_DIRECT_PAYMENT,
                                          date_of("2026-03-06"), NULL);
    ck_assert_date_eq(phb__first_direct_payment(request), "2026-03-06");
}
END_TEST

/* From the last to the first, more than a run of two: the order is that of the days. */
START_TEST(rows_come_by_day)
{
    for (int i = 0; i < 37; i++) {
        struct phb__event event = {.kind = PHB__EVENT_AUDIT,
                                   .duty = PHB__DUTY_POLICY,
                                   .sequence = i,
                                   .due = i * 7 % 37,
                                   .latest = i * 7 % 37,
                                   .done_on = PHB_DATE_NONE,
                                   .reason = "",
                                   .of = "",
                                   .source = ""};
        phb__add_event(&calendar, &event);
    }
    phb_table *table = phb__events_table(&calendar);
    for (size_t row = 0; row < 37; row++) {
        ck_assert_int_eq(phb_table_int32(table, "due", NULL)[row], (int)row);
    }
    phb_table_free(table);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("calendar");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, sources_are_joined_once);
    tcase_add_test(tcase, a_day_is_planned_up_to_the_last);
    tcase_add_test(tcase, after_a_failure_nothing_is_added);
    tcase_add_test(tcase, a_note_has_its_place);
    tcase_add_test(tcase, what_was_held_is_sorted_by_day);
    tcase_add_test(tcase, the_first_direct_payment_is_the_earliest_anchor_of_one);
    tcase_add_test(tcase, rows_come_by_day);
    return suite_run("calendar", tcase);
}
