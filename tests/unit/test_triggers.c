/* What happened, and what it asks for: the table of docs/reviews.md. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "support/scheduled.h"
#include "support/suite.h"

static const struct {
    const char *what;
    const char *duty;
    const char *agenda;
    const char *regulation; /* part of the source */
    bool is_met_by_review;
} triggers[] = {
    {"money_insufficient", "must", "review", "reg 14", true},
    {"health_changed", "decide", "decide_whether_to_review,record_amount_still_enough",
     "regs 13 and 14", true},
    {"asked_for_review", "on_request", "review", "Quality Framework", true},
    {"nomination_changed", "must", "consider_stopping,review_as_soon_as_possible", "reg 6", true},
    {"capacity_lost", "must", "consent_by_representative", "reg 5", false},
    {"capacity_regained", "must", "consent_by_person", "reg 5", false},
    {"consent_withdrawn", "must", "stop_direct_payment,arrange_care_another_way", "reg 17(1)",
     false},
    {"misuse_suspected", "may", "stop_direct_payment,ask_for_repayment", "regs 15(1) and 17(2)",
     false},
    {"not_eligible", "may", "give_notice,final_audit,end_employment,hand_over", "reg 17(2)", false},
    {"safeguarding", "decide", "decide_whether_to_review", "reg 14", true},
    {"carer_breakdown", "decide", "decide_whether_to_review", "reg 14", true},
    {"provider_failed", "decide", "decide_whether_to_review", "reg 14", true},
    {"hospital_admission", "decide", "decide_whether_to_review", "reg 14", true},
    {"fast_track_deteriorates", "decide", "decide_whether_to_review", "reg 14", true},
    {"moved_area", "must", "agree_transfer", "Quality Framework", false},
    {"died", "must", "notice_to_personal_representatives,final_account", "regs 15(2) and 17(3)",
     false},
};

/* 20 May to 1 June is 12 days. */
START_TEST(each_asks_for_what_the_table_says)
{
    char words[160];
    char expected[160];
    snprintf(words, sizeof words, "as_of:2026-06-01 horizon:2026-06-30 %s:2026-05-20",
             triggers[_i].what);
    snprintf(expected, sizeof expected, "trigger 2026-05-20 - due 12 %s - %s\n", triggers[_i].duty,
             triggers[_i].what);
    phb_schedule *schedule = schedule_of(words, NULL);
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    ck_assert_str_eq(events_text(schedule), expected);
    ck_assert_str_eq(phb_table_text(events, "agenda", 0), triggers[_i].agenda);
    ck_assert_ptr_nonnull(strstr(phb_table_text(events, "source", 0), triggers[_i].regulation));
    phb_schedule_free(schedule);
}
END_TEST

/* A review on the day itself is one that came of it; one of the day before is not. */
START_TEST(a_review_since_then_may_be_what_was_asked_for)
{
    for (int before = 0; before <= 1; before++) {
        char words[160];
        snprintf(
            words, sizeof words,
            "as_of:2026-06-01 horizon:2026-06-30 kind:one_off %s:2026-05-20 review:2026-05-%d:",
            triggers[_i].what, 20 - before);
        phb_schedule *schedule = schedule_of(words, NULL);
        const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
        bool is_done = triggers[_i].is_met_by_review && before == 0;
        ck_assert_str_eq(phb_table_text(events, "status", 0), is_done ? "done" : "due");
        phb_schedule_free(schedule);
    }
}
END_TEST

static const struct {
    const char *words;
    const char *events;
} cases[] = {
    /* In any order, by day; two of one day as they came. */
    {"as_of:2026-06-01 horizon:2026-12-31 safeguarding:2026-05-20 asked_for_review:2026-05-01 "
     "moved_area:2026-05-20",
     "trigger 2026-05-01 - due 31 on_request - asked_for_review\n"
     "trigger 2026-05-20 - due 12 decide - safeguarding\n"
     "trigger 2026-05-20 - due 12 must - moved_area\n"},
    /* An audit answers nothing that a review was asked for. */
    {"as_of:2026-06-01 horizon:2026-12-31 asked_for_review:2026-05-01 audit:2026-05-02",
     "trigger 2026-05-01 - due 31 on_request - asked_for_review\n"},
    /* Known ahead: a move; and beyond the horizon. */
    {"as_of:2026-06-01 horizon:2026-12-31 moved_area:2026-06-10 moved_area:2027-01-01",
     "trigger 2026-06-10 - due_soon 9 must - moved_area\n"},
    {"as_of:2026-06-01 horizon:2026-12-31 moved_area:2026-06-01",
     "trigger 2026-06-01 - due 0 must - moved_area\n"},
    /* After a death nobody is reviewed any more. */
    {"as_of:2026-06-01 horizon:2027-12-31 chc:2026-04-06 died:2026-05-20",
     "trigger 2026-05-20 - due 12 must - died\n"},
};

START_TEST(events_come_by_day)
{
    phb_schedule *schedule = schedule_of(cases[_i].words, NULL);
    ck_assert_str_eq(events_text(schedule), cases[_i].events);
    phb_schedule_free(schedule);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("triggers");
    add_rows(tcase, each_asks_for_what_the_table_says, triggers);
    add_rows(tcase, a_review_since_then_may_be_what_was_asked_for, triggers);
    add_rows(tcase, events_come_by_day, cases);
    return suite_run("triggers", tcase);
}
