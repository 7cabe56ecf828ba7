/* What has a day of its own. No duty to review is named, so that nothing else is in the way. */

#include <string.h>

#include "support/scheduled.h"
#include "support/suite.h"

#define CHILD "kind:one_off cohort:child_continuing_care "

static const struct {
    const char *words;
    const char *policy;
    const char *events;
} cases[] = {
    /* Day 0 is 4 May, day 28 is 1 June, a Monday; 25 May was a bank holiday, and counts. */
    {"as_of:2026-05-06 horizon:2026-12-31 checklist:2026-05-04", NULL,
     "decision 2026-06-01 2026-06-01 due_soon 26 must - checklist\n"},
    /* Day 28 of 2 May is 30 May, a Saturday. */
    {"as_of:2026-05-06 horizon:2026-12-31 checklist:2026-05-02", NULL,
     "decision 2026-05-29 2026-05-30 due_soon 23 must - checklist\n"},
    {"as_of:2026-06-03 horizon:2026-12-31 checklist:2026-05-04", NULL,
     "decision 2026-06-01 2026-06-01 overdue 2 must - checklist\n"},
    {"as_of:2026-06-03 horizon:2026-12-31 checklist:2026-05-04 decided:2026-05-29", NULL,
     "decision 2026-06-01 2026-06-01 done 5 must - checklist\n"},
    {"as_of:2026-06-03 horizon:2026-12-31 decided:2026-05-29", NULL, ""},
    /* Before the first day held, the days of the first. */
    {"as_of:2012-01-02 horizon:2012-03-31 kind:one_off checklist:2012-01-02", NULL,
     "decision 2012-01-30 2012-01-30 due_soon 28 must - checklist\n"},
    {"as_of:2199-12-20 horizon:2199-12-31 checklist:2199-12-20", NULL, ""},

    /* Born on 15 August 2010: 14 is past, 16 on a Saturday, 17 on a Sunday, 18 on a Tuesday. */
    {CHILD "as_of:2026-06-01 horizon:2040-12-31 born:2010-08-15", NULL,
     "birthday 2026-08-14 2026-08-15 upcoming 74 must - age_16\n"
     "birthday 2027-08-13 2027-08-15 upcoming 438 must - age_17\n"
     "birthday 2028-08-15 2028-08-15 upcoming 806 must - age_18\n"},
    /* 14 on that very day. */
    {CHILD "as_of:2026-06-01 horizon:2027-12-31 born:2012-06-01", NULL,
     "birthday 2026-06-01 2026-06-01 due 0 must - age_14\n"},
    /* Born on 29 February 2008: 18 on 1 March 2026, a Sunday. */
    {CHILD "as_of:2026-02-02 horizon:2027-12-31 born:2008-02-29", NULL,
     "birthday 2026-02-27 2026-03-01 due_soon 25 must - age_18\n"},
    /* Somebody grown up, and a cohort for which 25 matters: 1 June 2027 is a Tuesday. */
    {"as_of:2026-06-01 horizon:2026-12-31 born:1980-08-15 cohort:adult_chc", NULL, ""},
    {"as_of:2026-06-01 horizon:2027-12-31 kind:one_off born:2002-06-01 "
     "cohort:education_health_care",
     NULL, "birthday 2027-06-01 2027-06-01 upcoming 365 decide - age_25\n"},
    /* With a direct payment 16 matters whatever the cohort. */
    {"as_of:2026-06-01 horizon:2026-08-31 kind:one_off born:2010-08-15 cohort:wheelchair", NULL,
     ""},
    {"as_of:2026-08-01 horizon:2026-08-31 kind:one_off born:2010-08-15 "
     "nhs_direct_payment:2026-07-01",
     NULL, "birthday 2026-08-14 2026-08-15 due_soon 13 must - age_16\n"},

    /* 30 March + 4 weeks is 27 April; 4.5 weeks are 31.5 days, so 32. */
    {"as_of:2026-04-01 horizon:2026-12-31 notice:2026-03-30 weeks:400", NULL,
     "notice_end 2026-04-27 2026-04-27 due_soon 26 must - notice\n"},
    {"as_of:2026-04-01 horizon:2026-12-31 notice:2026-03-30 weeks:450", NULL,
     "notice_end 2026-05-01 2026-05-01 upcoming 30 must - notice\n"},
    /* A Sunday stays a Sunday: 29 March + 4 weeks. */
    {"as_of:2026-04-01 horizon:2026-12-31 notice:2026-03-29", "'notice_weeks':4",
     "notice_end 2026-04-26 2026-04-26 due_soon 25 must - notice\n"},
    /* What the plan says goes before the policy. */
    {"as_of:2026-04-01 horizon:2026-12-31 notice:2026-03-30 weeks:100", "'notice_weeks':4",
     "notice_end 2026-04-06 2026-04-06 due_soon 5 must - notice\n"},
    /* It has run out; it ends beyond the horizon. */
    {"as_of:2026-05-01 horizon:2026-12-31 notice:2026-03-30 weeks:400", NULL,
     "notice_end 2026-04-27 2026-04-27 done 4 must - notice\n"},
    {"as_of:2026-04-01 horizon:2026-04-26 notice:2026-03-30 weeks:400", NULL, ""},
    {"as_of:2026-04-01 horizon:2026-12-31 notice:2026-03-30", NULL, ""},

    /* 31 March 2027 is a Wednesday; 2029 it is Holy Saturday, after Good Friday the 30th, but the
     * bank holidays of 2029 are not known. */
    {"as_of:2026-04-01 horizon:2027-12-31", NULL,
     "recost 2027-03-31 2027-03-31 upcoming 364 policy - april\n"},
    {"as_of:2026-03-31 horizon:2026-12-31", NULL,
     "recost 2026-03-31 2026-03-31 due 0 policy - april\n"},
    {"as_of:2029-01-02 horizon:2029-12-31", NULL,
     "recost 2029-03-30 2029-03-31 upcoming 87 policy - april\n"},
    {"as_of:2026-04-01 horizon:2027-12-31 kind:one_off", NULL, ""},
    /* Paid for the first time after it. */
    {"as_of:2027-01-01 horizon:2027-12-31 paid:2027-04-06", NULL, ""},
    {"as_of:2027-01-01 horizon:2027-04-30 chc:2027-04-06", NULL, ""},

    /* 1 July 2026 is a Wednesday, 4 July a Saturday; 1 May is past. */
    {"as_of:2026-06-15 horizon:2026-12-31 insurance:2026-07-01 check:2026-07-04:pa-1 "
     "competence:2026-05-01:pa-2",
     NULL,
     "renewal 2026-05-01 2026-05-01 overdue 45 must - competence\n"
     "renewal 2026-07-01 2026-07-01 due_soon 16 must - insurance\n"
     "renewal 2026-07-03 2026-07-04 due_soon 18 must - check\n"},
    {"as_of:2026-06-15 horizon:2026-12-31 insurance:2027-07-01", NULL, ""},

    /* Died, or ended: only what is left of a notice. */
    {CHILD "as_of:2026-06-15 horizon:2026-12-31 insurance:2026-07-01 checklist:2026-06-01 "
           "born:2010-08-15 ended:2026-06-10 notice:2026-06-10 weeks:400",
     NULL, "notice_end 2026-07-08 2026-07-08 due_soon 23 must - notice\n"},
};

START_TEST(a_day_is_what_the_rules_say)
{
    phb_schedule *schedule = schedule_of(cases[_i].words, cases[_i].policy);
    ck_assert_str_eq(events_text(schedule), cases[_i].events);
    phb_schedule_free(schedule);
}
END_TEST

START_TEST(a_notice_without_a_length_is_noted)
{
    phb_schedule *schedule =
        schedule_of("as_of:2026-04-01 horizon:2026-12-31 chc:2026-04-01 notice:2026-03-30", NULL);
    ck_assert_str_eq(notes_text(schedule), "schedule.no_notice_period -\n");
    phb_schedule_free(schedule);
}
END_TEST

static const struct {
    const char *words;
    const char *agenda;
    const char *source;
} agendas[] = {
    {CHILD "as_of:2026-08-01 horizon:2026-08-31 born:2010-08-15 nhs_direct_payment:2026-07-01",
     "refer_to_adult_screening,consent_by_person",
     "National Framework for children and young people's continuing care, 2016; National Health "
     "Service (Direct Payments) Regulations 2013 (SI 2013/1617), reg 4"},
    {"as_of:2026-06-15 horizon:2026-12-31 check:2026-07-04:pa-1", "renew,pa-1",
     "Guidance on direct payments for healthcare (NHS England, 2022)"},
    {"as_of:2026-06-15 horizon:2026-12-31 insurance:2026-07-04", "renew",
     "Employers' Liability (Compulsory Insurance) Act 1969 (1969 c. 57), s 1"},
    {"as_of:2026-05-06 horizon:2026-12-31 checklist:2026-05-04", "decide_eligibility",
     "National Framework for NHS continuing healthcare: decision after a positive checklist"},
};

START_TEST(each_has_its_agenda_and_source)
{
    phb_schedule *schedule = schedule_of(agendas[_i].words, NULL);
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    ck_assert_str_eq(phb_table_text(events, "agenda", 0), agendas[_i].agenda);
    ck_assert_str_eq(phb_table_text(events, "source", 0), agendas[_i].source);
    phb_schedule_free(schedule);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("dates");
    add_rows(tcase, a_day_is_what_the_rules_say, cases);
    tcase_add_test(tcase, a_notice_without_a_length_is_noted);
    add_rows(tcase, each_has_its_agenda_and_source, agendas);
    return suite_run("dates", tcase);
}
