/* Reviews of the plan: what was held, what is to come, and what counts for nothing. */

#include "support/scheduled.h"
#include "support/suite.h"

/*
 * Without yearly costs, which have tests of their own: `kind:one_off` where there is one review to
 * come, else a horizon before 31 March, or an `as_of` after it.
 */
static const struct {
    const char *words;
    const char *policy;
    const char *events;
    const char *notes;
} cases[] = {
    /* 6 April + 3 months is 6 July, a Monday; 1 June to 6 July is 29 + 6 days. */
    {"as_of:2026-06-01 horizon:2026-12-31 nhs_direct_payment:2026-04-06", NULL,
     "plan_review 2026-07-06 2026-07-06 upcoming 35 must nhs_direct_payment first\n", ""},
    /* 30 November + 3 months: February 2027 has 28 days, and the 28th is a Sunday. */
    {"as_of:2026-12-01 horizon:2027-03-01 chc:2026-11-30", NULL,
     "plan_review 2027-02-26 2027-02-28 upcoming 87 must chc first\n", ""},
    /* 30 November + 3 months in a leap year: 29 February 2028, a Tuesday. */
    {"as_of:2027-12-01 horizon:2028-03-01 chc:2027-11-30", NULL,
     "plan_review 2028-02-29 2028-02-29 upcoming 90 must chc first\n", ""},
    /* 29 February + 12 months clamps; + 48 months from the same day does not. The recosts of 31
     * March are between, so only the days around February are asked for, year by year. */
    {"as_of:2024-04-02 horizon:2025-03-01 ehc_plan:2024-02-29", NULL,
     "plan_review 2025-02-28 2025-02-28 upcoming 332 must ehc_plan first\n", ""},
    /* Held on 8 June, the next one is due 12 months later, not 12 months after 6 July. */
    {"as_of:2026-07-01 horizon:2026-12-31 nhs_direct_payment:2026-04-06 "
     "review:2026-06-08:nhs_direct_payment",
     NULL, "plan_review 2026-07-06 2026-07-06 done 23 must nhs_direct_payment first\n", ""},
    {"as_of:2027-04-02 horizon:2027-12-31 nhs_direct_payment:2026-04-06 "
     "review:2026-06-08:nhs_direct_payment",
     NULL,
     "plan_review 2026-07-06 2026-07-06 done 298 must nhs_direct_payment first\n"
     "plan_review 2027-06-08 2027-06-08 upcoming 67 must nhs_direct_payment interval\n",
     ""},
    /* Held late, on 20 July: 12 months from then. */
    {"as_of:2027-04-02 horizon:2027-12-31 chc:2026-04-06 review:2026-07-20:chc", NULL,
     "plan_review 2026-07-06 2026-07-06 done 256 must chc first\n"
     "plan_review 2027-07-20 2027-07-20 upcoming 109 must chc interval\n",
     ""},
    /* Two held in any order; the second limit is 8 June + 12 months, held long before. */
    {"as_of:2026-12-01 horizon:2027-03-01 chc:2026-04-06 review:2026-11-02:chc "
     "review:2026-06-08:chc",
     NULL,
     "plan_review 2026-07-06 2026-07-06 done 176 must chc first\n"
     "plan_review 2027-06-08 2027-06-08 done 29 must chc interval\n",
     ""},
    /* Three of the four checks are 7: the duty of the direct payment runs on, the other is met. */
    {"as_of:2026-07-07 horizon:2026-12-31 nhs_direct_payment:2026-04-06 chc:2026-04-06 "
     "review:2026-06-08:nhs_direct_payment+chc/7",
     NULL,
     "plan_review 2026-07-06 2026-07-06 done 29 must chc first\n"
     "plan_review 2026-07-06 2026-07-06 overdue 1 must nhs_direct_payment first\n",
     "schedule.four_checks_missing /completed/0\nschedule.overdue_held_today -\n"},
    /* Before the anchor: nothing. On it: a review like any other. */
    {"as_of:2026-05-01 horizon:2026-12-31 chc:2026-04-06 review:2026-04-05:chc", NULL,
     "plan_review 2026-07-06 2026-07-06 upcoming 66 must chc first\n",
     "schedule.completed_before_anchor /completed/0\n"},
    {"as_of:2026-05-01 horizon:2026-12-31 chc:2026-04-06 review:2026-04-06:chc", NULL,
     "plan_review 2026-07-06 2026-07-06 done 25 must chc first\n", ""},
    /* What it served is not said, or is not named. */
    {"as_of:2026-05-01 horizon:2026-06-30 chc:2026-04-06 review:2026-04-07:", NULL, "",
     "schedule.completed_serves_none /completed/0\n"},
    {"as_of:2026-05-01 horizon:2026-06-30 chc:2026-04-06 review:2026-04-07:ehc_plan", NULL, "",
     "schedule.completed_serves_other /completed/0\n"},
    /* 10 March + 3 is 10 June, 6 April + 3 is 6 July, 26 days later: one review. */
    {"as_of:2026-05-01 horizon:2026-12-31 nhs_direct_payment:2026-04-06 chc:2026-03-10", NULL,
     "plan_review 2026-06-10 2026-06-10 upcoming 40 must nhs_direct_payment,chc first\n", ""},
    /* Exactly 92 days apart, 6 July and 6 October, and 93: 6 July and 7 October. */
    {"as_of:2026-05-01 horizon:2026-12-31 chc:2026-04-06 care_act_direct_payment:2026-04-06", NULL,
     "plan_review 2026-07-06 2026-07-06 upcoming 66 must chc,care_act_direct_payment first\n", ""},
    {"as_of:2026-05-01 horizon:2026-12-31 chc:2026-04-06 care_act_direct_payment:2026-04-07", NULL,
     "plan_review 2026-07-06 2026-07-06 upcoming 66 must chc first\n"
     "plan_review 2026-10-07 2026-10-07 upcoming 159 must care_act_direct_payment first\n",
     ""},
    {"as_of:2026-05-01 horizon:2026-12-31 chc:2026-04-06 child_continuing_care:2026-04-07",
     "'align_within_days':0",
     "plan_review 2026-07-06 2026-07-06 upcoming 66 must chc first\n"
     "plan_review 2026-07-07 2026-07-07 upcoming 67 must child_continuing_care first\n",
     ""},
    /* A merged review sets both: the next of both is 12 months after the earliest limit. */
    {"as_of:2026-04-01 horizon:2027-07-31 chc:2026-03-10 nhs_direct_payment:2026-04-06 "
     "ended:2027-07-01",
     NULL,
     "plan_review 2026-06-10 2026-06-10 upcoming 70 must nhs_direct_payment,chc first\n"
     "recost 2027-03-31 2027-03-31 upcoming 364 policy - april\n"
     "plan_review 2027-06-10 2027-06-10 upcoming 435 must nhs_direct_payment,chc interval\n",
     ""},
    /* One that is overdue is taken to be held today, and the next counted from today. */
    {"as_of:2026-04-02 horizon:2027-04-02 chc:2024-01-31 ended:2027-04-02", NULL,
     "plan_review 2024-04-30 2024-04-30 overdue 702 must chc first\n"
     "recost 2027-03-31 2027-03-31 upcoming 363 policy - april\n"
     "plan_review 2027-04-02 2027-04-02 upcoming 365 must chc interval\n",
     "schedule.overdue_held_today -\n"},
    /* Held on its latest day is in time: due today, with no day left. */
    {"as_of:2026-07-06 horizon:2026-12-31 chc:2026-04-06", NULL,
     "plan_review 2026-07-06 2026-07-06 due 0 must chc first\n", ""},
    /* 5 July 2026 is a Sunday, so it is due on Friday the 3rd, with two days left. */
    {"as_of:2026-07-03 horizon:2026-12-31 chc:2026-04-05", NULL,
     "plan_review 2026-07-03 2026-07-05 due 2 must chc first\n", ""},
    {"as_of:2026-07-03 horizon:2026-12-31 chc:2026-04-05", "'working_days':false",
     "plan_review 2026-07-05 2026-07-05 due_soon 2 must chc first\n", ""},
    /* 28 days before 6 July is 8 June: due soon; the day before it is not yet. */
    {"as_of:2026-06-08 horizon:2026-12-31 chc:2026-04-06", NULL,
     "plan_review 2026-07-06 2026-07-06 due_soon 28 must chc first\n", ""},
    {"as_of:2026-06-07 horizon:2026-12-31 chc:2026-04-06", NULL,
     "plan_review 2026-07-06 2026-07-06 upcoming 29 must chc first\n", ""},
    {"as_of:2026-06-07 horizon:2026-12-31 chc:2026-04-06", "'due_soon_days':29",
     "plan_review 2026-07-06 2026-07-06 due_soon 29 must chc first\n", ""},
    /* A direct payment for special needs has one review, then those of the plan. */
    {"as_of:2026-04-07 horizon:2027-03-30 send_direct_payment:2026-04-06", NULL,
     "plan_review 2026-07-06 2026-07-06 upcoming 90 must send_direct_payment first\n",
     "schedule.no_ehc_plan /regimes\n"},
    {"as_of:2026-04-07 horizon:2027-03-30 send_direct_payment:2026-04-06 ehc_plan:2025-09-01", NULL,
     "plan_review 2026-07-06 2026-07-06 upcoming 90 must send_direct_payment,ehc_plan first\n", ""},
    /* Without a policy local duties have no interval; with one they follow it alone. */
    {"as_of:2026-04-07 horizon:2026-12-31 local_policy:2026-04-06", NULL, "",
     "schedule.no_interval /regimes\n"},
    {"as_of:2026-04-07 horizon:2026-12-31 local_policy:2026-04-06",
     "'review':{'first_after_months':2,'every_months':6}",
     "plan_review 2026-06-05 2026-06-06 upcoming 59 policy local_policy first\n"
     "plan_review 2026-12-04 2026-12-06 upcoming 241 policy local_policy interval\n",
     ""},
    /* A must merged with a custom is a must. */
    {"as_of:2026-04-07 horizon:2026-12-31 fast_track:2026-04-06 chc:2026-04-06", NULL,
     "plan_review 2026-07-06 2026-07-06 upcoming 90 must chc,fast_track first\n", ""},
    {"as_of:2026-04-07 horizon:2026-12-31 fast_track:2026-04-06", NULL,
     "plan_review 2026-07-06 2026-07-06 upcoming 90 policy fast_track first\n", ""},
    /* No duty at all; and one from before its law. */
    {"as_of:2026-04-07 horizon:2026-12-31", NULL, "", "schedule.no_regimes /regimes\n"},
    {"as_of:2015-04-07 horizon:2015-12-31 care_act_direct_payment:2015-03-02", NULL,
     "plan_review 2015-09-02 2015-09-02 upcoming 148 must care_act_direct_payment first\n",
     "schedule.before_law /regimes\n"},
    /* Beyond what is published a bank holiday is no day off: 1 January 2029 is a Monday. */
    {"as_of:2028-12-01 horizon:2029-01-31 chc:2028-10-01", NULL,
     "plan_review 2029-01-01 2029-01-01 upcoming 31 must chc first\n",
     "schedule.bank_holidays_end -\n"},
    {"as_of:2028-12-01 horizon:2029-01-31 chc:2028-10-01", "'working_days':false",
     "plan_review 2029-01-01 2029-01-01 upcoming 31 must chc first\n", ""},
    /* The limit is 1 January, but it is due on 31 December, within the horizon. */
    {"as_of:2026-12-01 horizon:2026-12-31 chc:2026-10-01", NULL,
     "plan_review 2026-12-31 2027-01-01 upcoming 30 must chc first\n", ""},
    /* Nothing lies beyond the calendar. */
    {"as_of:2199-11-01 horizon:2199-12-31 chc:2199-10-15", NULL, "", ""},
    /* An end that lies ahead cuts; one that is past leaves nothing to do. */
    {"as_of:2026-06-01 horizon:2026-12-31 chc:2026-04-06 ended:2026-07-05", NULL, "", ""},
    {"as_of:2026-06-01 horizon:2026-12-31 chc:2026-04-06 ended:2026-07-06", NULL,
     "plan_review 2026-07-06 2026-07-06 upcoming 35 must chc first\n", ""},
    {"as_of:2026-08-01 horizon:2026-12-31 chc:2026-04-06 ended:2026-07-31", NULL, "", ""},
};

START_TEST(reviews_are_when_the_rules_say)
{
    phb_schedule *schedule = schedule_of(cases[_i].words, cases[_i].policy);
    ck_assert_str_eq(events_text(schedule), cases[_i].events);
    ck_assert_str_eq(notes_text(schedule), cases[_i].notes);
    phb_schedule_free(schedule);
}
END_TEST

static const struct {
    const char *words;
    const char *events;
} one_offs[] = {
    /* The first review is the one of the outcome; nothing follows it. */
    {"as_of:2026-06-01 horizon:2030-12-31 kind:one_off nhs_direct_payment:2026-04-06",
     "outcome_review 2026-07-06 2026-07-06 upcoming 35 must nhs_direct_payment first\n"},
    {"as_of:2026-07-01 horizon:2030-12-31 kind:one_off nhs_direct_payment:2026-04-06 "
     "outcome:2026-06-08:nhs_direct_payment",
     "outcome_review 2026-07-06 2026-07-06 done 23 must nhs_direct_payment first\n"},
    /* Money was left at the first review: the outcome is reviewed at the next one. */
    {"as_of:2026-07-01 horizon:2028-12-31 kind:one_off nhs_direct_payment:2026-04-06 "
     "review:2026-06-08:nhs_direct_payment",
     "plan_review 2026-07-06 2026-07-06 done 23 must nhs_direct_payment first\n"
     "outcome_review 2027-06-08 2027-06-08 upcoming 342 must nhs_direct_payment interval\n"},
    /* Without its four checks a review of the outcome ends nothing. */
    {"as_of:2026-07-01 horizon:2028-12-31 kind:one_off nhs_direct_payment:2026-04-06 "
     "outcome:2026-06-08:nhs_direct_payment/0",
     "outcome_review 2026-07-06 2026-07-06 due_soon 5 must nhs_direct_payment first\n"},
};

START_TEST(a_one_off_budget_ends_with_its_outcome)
{
    phb_schedule *schedule = schedule_of(one_offs[_i].words, NULL);
    ck_assert_str_eq(events_text(schedule), one_offs[_i].events);
    phb_schedule_free(schedule);
}
END_TEST

/* Of 29 February 2024: + 12, 24, 36 months clamp to the 28th, + 48 months is a 29th again. */
START_TEST(clamped_days_are_not_chained)
{
    phb_schedule *schedule =
        schedule_of("as_of:2024-03-01 horizon:2028-03-01 ehc_plan:2024-02-29", NULL);
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    static const char *const latest[] = {"2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"};
    size_t found = 0;
    for (size_t row = 0; row < phb_table_rows(events); row++) {
        if (phb_table_text(events, "kind", row)[0] == 'p') {
            ck_assert_date_eq(phb_table_int32(events, "latest", NULL)[row], latest[found++]);
        }
    }
    ck_assert_uint_eq(found, 4);
    phb_schedule_free(schedule);
}
END_TEST

START_TEST(a_merged_review_names_each_source_once)
{
    phb_schedule *schedule = schedule_of(
        "as_of:2026-04-07 horizon:2026-12-31 nhs_direct_payment:2026-04-06 chc:2026-04-06 "
        "fast_track:2026-04-06",
        "'review':{'first_after_months':2}");
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    ck_assert_str_eq(phb_table_text(events, "source", 0),
                     "National Health Service (Direct Payments) Regulations 2013; National "
                     "Framework for NHS continuing healthcare: review; National Framework for NHS "
                     "continuing healthcare: fast track; policy north/3");
    ck_assert_str_eq(phb_table_text(events, "agenda", 0),
                     "needs_met,money_used_well,amount_enough,obligations_met,"
                     "eligibility_if_needs_changed,reassess_before_ending");
    phb_schedule_free(schedule);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("reviews");
    add_rows(tcase, reviews_are_when_the_rules_say, cases);
    add_rows(tcase, a_one_off_budget_ends_with_its_outcome, one_offs);
    tcase_add_test(tcase, clamped_days_are_not_chained);
    tcase_add_test(tcase, a_merged_review_names_each_source_once);
    return suite_run("reviews", tcase);
}
