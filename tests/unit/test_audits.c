/* Audits of the money, which a policy alone asks for. */

#include "support/scheduled.h"
#include "support/suite.h"

#define EVERY_3 "'audit':{'first_after_months':3,'every_months':3}"

static const struct {
    const char *words;
    const char *policy;
    const char *events;
    const char *notes;
} cases[] = {
    /* 6 April + 3 months is Monday 6 July, + 6 is Tuesday 6 October. */
    {"as_of:2026-06-01 horizon:2026-12-31 paid:2026-04-06", EVERY_3,
     "audit 2026-07-06 2026-07-06 upcoming 35 policy - first\n"
     "audit 2026-10-06 2026-10-06 upcoming 127 policy - interval\n",
     "schedule.no_regimes /regimes\n"},
    /* The next one counts from the one that was held: 8 June + 3 months is 8 September. */
    {"as_of:2026-06-15 horizon:2026-10-31 paid:2026-04-06 audit:2026-06-08", EVERY_3,
     "audit 2026-07-06 2026-07-06 done 7 policy - first\n"
     "audit 2026-09-08 2026-09-08 upcoming 85 policy - interval\n",
     "schedule.no_regimes /regimes\n"},
    /* Before the first payment there was nothing to audit. */
    {"as_of:2026-06-15 horizon:2026-07-31 paid:2026-04-06 audit:2026-04-05", EVERY_3,
     "audit 2026-07-06 2026-07-06 due_soon 21 policy - first\n",
     "schedule.no_regimes /regimes\nschedule.audit_before_payment /completed/0\n"},
    /* One that is overdue is taken to be held today: 1 September + 3 months. */
    {"as_of:2026-09-01 horizon:2026-12-31 paid:2026-04-06", EVERY_3,
     "audit 2026-07-06 2026-07-06 overdue 57 policy - first\n"
     "audit 2026-12-01 2026-12-01 upcoming 91 policy - interval\n",
     "schedule.no_regimes /regimes\n"},
    /* Only one of the two is said. */
    {"as_of:2026-06-01 horizon:2026-12-31 paid:2026-04-06", "'audit':{'first_after_months':3}",
     "audit 2026-07-06 2026-07-06 upcoming 35 policy - first\n", "schedule.no_regimes /regimes\n"},
    {"as_of:2026-06-01 horizon:2026-12-31 paid:2026-04-06", "'audit':{'every_months':6}",
     "audit 2026-10-06 2026-10-06 upcoming 127 policy - first\n", "schedule.no_regimes /regimes\n"},
    /* Held, and nothing more is asked for. */
    {"as_of:2026-06-15 horizon:2026-12-31 paid:2026-04-06 audit:2026-06-08 audit:2026-06-09",
     "'audit':{'first_after_months':3}", "audit 2026-07-06 2026-07-06 done 7 policy - first\n",
     "schedule.no_regimes /regimes\n"},
    /* Of a one-off budget there is one audit. */
    {"as_of:2026-06-01 horizon:2027-12-31 paid:2026-04-06 kind:one_off", EVERY_3,
     "audit 2026-07-06 2026-07-06 upcoming 35 policy - first\n", "schedule.no_regimes /regimes\n"},
    /* An audit is no review: neither replaces the other. The first anchor is the first payment. */
    {"as_of:2026-07-01 horizon:2026-09-30 nhs_direct_payment:2026-04-06 chc:2026-01-06 "
     "audit:2026-06-08:nhs_direct_payment review:2026-06-22:chc",
     EVERY_3,
     "plan_review 2026-04-02 2026-04-06 done 9 must chc first\n"
     "plan_review 2026-07-06 2026-07-06 due_soon 5 must nhs_direct_payment first\n"
     "audit 2026-07-06 2026-07-06 done 23 policy - first\n"
     "audit 2026-09-08 2026-09-08 upcoming 69 policy - interval\n",
     ""},
    /* Nothing to count from; and no policy, no audits. */
    {"as_of:2026-06-01 horizon:2026-06-30 chc:2026-04-06", EVERY_3, "",
     "schedule.no_first_payment -\n"},
    {"as_of:2026-06-01 horizon:2026-06-30 nhs_direct_payment:2026-04-06", "", "", ""},
    /* Beyond the calendar there is none. */
    {"as_of:2199-12-01 horizon:2199-12-31 paid:2199-11-01 kind:one_off", EVERY_3, "",
     "schedule.no_regimes /regimes\n"},
};

START_TEST(audits_are_when_the_policy_says)
{
    phb_schedule *schedule = schedule_of(cases[_i].words, cases[_i].policy);
    ck_assert_str_eq(events_text(schedule), cases[_i].events);
    ck_assert_str_eq(notes_text(schedule), cases[_i].notes);
    phb_schedule_free(schedule);
}
END_TEST

START_TEST(an_audit_names_its_policy)
{
    phb_schedule *schedule =
        schedule_of("as_of:2026-06-01 horizon:2026-08-31 paid:2026-04-06", EVERY_3);
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    ck_assert_str_eq(phb_table_text(events, "source", 0), "policy north/3");
    ck_assert_str_eq(phb_table_text(events, "agenda", 0), "money_used_well,check_records");
    phb_schedule_free(schedule);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("audits");
    add_rows(tcase, audits_are_when_the_policy_says, cases);
    tcase_add_test(tcase, an_audit_names_its_policy);
    return suite_run("audits", tcase);
}
