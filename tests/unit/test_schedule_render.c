/* A schedule as a page, and as tables. */

#include <string.h>

#include <phb/version.h>

#include "support/scheduled.h"
#include "support/suite.h"

static phb_text *
rendered(const char *words, const char *policy, phb_format format)
{
    phb_schedule *schedule = schedule_of(words, policy);
    phb_text *text = NULL;
    ck_assert_int_eq(phb_schedule_render(schedule, format, &text, NULL), PHB_OK);
    phb_schedule_free(schedule);
    return text;
}

#define LINE_OF(c) c c c c c c c c c c c c
#define RULE LINE_OF("--------") "\n"

/* 6 July to 20 July 2026 is 14 days; 31 March 2027 is 254 days after 20 July. */
static const char page[] =
    "Reviews and other dates, looking from 20 July 2026 to 5 April 2027\n"
    "Rates 2026.1, policy north/3, libphb " PHB_VERSION ".\n"
    "\n"
    "1 OVERDUE, 1 due now, 1 due soon, 1 to come, 1 done\n"
    "\n"
    "!!! OVERDUE !!!\n" LINE_OF(
        "========") "\n"
                    "\n"
                    "  Mon 6 Jul 2026   Plan review, 14 DAYS LATE\n"
                    "                   Duty:    must be done\n"
                    "                   For:     NHS continuing healthcare\n"
                    "                   Agenda:  Needs met; Eligibility if needs changed\n"
                    "                   Source:  National Framework for NHS continuing healthcare: "
                    "review\n"
                    "\n"
                    "Due now\n" RULE "\n"
                    "  Thu 16 Jul 2026  Trigger: Asked for review, for 4 days\n"
                    "                   Duty:    was asked for\n"
                    "                   Agenda:  Review\n"
                    "                   Source:  Personal Health Budget Quality Framework (NHS "
                    "England, 2023)\n"
                    "\n"
                    "Due soon\n" RULE "\n"
                    "  Fri 31 Jul 2026  Renewal: Competence, in 11 days\n"
                    "                   Latest:  Sat 1 Aug 2026\n"
                    "                   Duty:    must be done\n"
                    "                   Agenda:  Renew; pa-1\n"
                    "                   Source:  Guidance on direct payments for healthcare (NHS "
                    "England, 2022)\n"
                    "\n"
                    "To come\n" RULE "\n"
                    "  Wed 31 Mar 2027  Cost of the next year, in 254 days\n"
                    "                   Duty:    by policy or good practice\n"
                    "                   Agenda:  Cost the next year\n"
                    "                   Source:  National Health Service (Direct Payments) "
                    "Regulations 2013 (SI\n"
                    "                            2013/1617), reg 13; minimum wages, which change "
                    "each 1 April\n"
                    "\n"
                    "Done\n" RULE "\n"
                    "  Thu 4 Jun 2026   Plan review, done on Sun 7 Jun 2026, 3 days late\n"
                    "                   For:     Children's continuing care\n"
                    "\n"
                    "Notes\n" RULE "\n"
                    "- A review is overdue: what follows it is counted as if it were held on the "
                    "day that this "
                    "looks\n"
                    "  from.\n";

START_TEST(a_page_begins_with_what_is_overdue)
{
    phb_text *text =
        rendered("as_of:2026-07-20 horizon:2027-04-05 chc:2026-04-06 "
                 "child_continuing_care:2026-03-04 review:2026-06-07:child_continuing_care "
                 "asked_for_review:2026-07-16 competence:2026-08-01:pa-1",
                 "", PHB_FORMAT_TEXT);
    ck_assert_str_eq(phb_text_data(text), page);
    phb_text_free(text);
}
END_TEST

static const struct {
    const char *words;
    const char *part;
} parts[] = {
    {"as_of:2026-07-20 ended:2026-07-01", "Nothing is planned.\n"},
    {"as_of:2026-07-06 chc:2026-04-06", "Plan review, TODAY IS THE LAST DAY\n"},
    {"as_of:2026-07-04 chc:2026-04-05", "Fri 3 Jul 2026   Plan review, 1 day left\n"},
    {"as_of:2026-07-07 chc:2026-04-06", "Plan review, 1 DAY LATE\n"},
    {"as_of:2026-07-07 died:2026-07-07", "Trigger: Died, today\n"},
    {"as_of:2026-07-07 kind:one_off chc:2026-06-06 outcome:2026-07-01:chc",
     "Outcome review, done on Wed 1 Jul 2026\n"},
    {"as_of:2026-07-07 born:2010-08-15 nhs_direct_payment:2026-06-06",
     "Fri 14 Aug 2026  Birthday: 16th birthday, in 38 days\n"},
    {"as_of:2026-07-07 notice:2026-07-06 weeks:400", "Mon 3 Aug 2026   End of a notice, in 27"},
    {"as_of:2026-05-01 chc:2026-04-06 review:2026-04-07:", "  Where: /completed/0\n"},
};

START_TEST(a_page_tells_how_things_stand)
{
    phb_text *text = rendered(parts[_i].words, NULL, PHB_FORMAT_TEXT);
    ck_assert_msg(strstr(phb_text_data(text), parts[_i].part) != NULL, "%s", phb_text_data(text));
    phb_text_free(text);
}
END_TEST

START_TEST(csv_has_every_column)
{
    phb_text *text = rendered("as_of:2026-06-01 horizon:2026-12-31 ref:p-17 "
                              "nhs_direct_payment:2026-04-06 chc:2026-04-06",
                              NULL, PHB_FORMAT_CSV);
    ck_assert_str_eq(
        phb_text_data(text),
        "kind,sequence,due,latest,status,days,duty,regimes,reason,agenda,source,uid\r\n"
        "plan_review,1,2026-07-06,2026-07-06,upcoming,35,must,\"nhs_direct_payment,chc\",first,"
        "\"needs_met,money_used_well,amount_enough,obligations_met,eligibility_if_needs_changed\","
        "National Health Service (Direct Payments) Regulations 2013; National Framework for NHS "
        "continuing healthcare: review,p-17-plan_review-1@libphb\r\n");
    phb_text_free(text);
}
END_TEST

START_TEST(markdown_has_what_people_act_on)
{
    phb_text *text = rendered("as_of:2026-06-01 horizon:2026-12-31 chc:2026-04-06 "
                              "moved_area:2026-05-20",
                              NULL, PHB_FORMAT_MARKDOWN);
    ck_assert_str_eq(
        phb_text_data(text),
        "| due | latest | what | status | duty | for | agenda | source |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| Wed 20 May 2026 |  | Trigger: Moved area | Due | Must |  | Agree transfer | Personal "
        "Health Budget Quality Framework (NHS England, 2023) |\n"
        "| Mon 6 Jul 2026 | Mon 6 Jul 2026 | Plan review | Upcoming | Must | NHS continuing "
        "healthcare | Needs met; Eligibility if needs changed | National Framework for NHS "
        "continuing healthcare: review |\n");
    phb_text_free(text);
}
END_TEST

START_TEST(a_format_that_there_is_not_is_refused)
{
    phb_schedule *schedule = schedule_of("as_of:2026-06-01", NULL);
    phb_text *text = NULL;
    ck_assert_int_eq(phb_schedule_render(schedule, (phb_format)0, &text, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_schedule_render(schedule, (phb_format)7, &text, NULL), PHB_ERROR_ARGUMENT);
    /* A table alone is no calendar. */
    ck_assert_int_eq(phb_table_render(NULL, phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS),
                                      PHB_FORMAT_ICALENDAR, &text, NULL),
                     PHB_ERROR_ARGUMENT);
    phb_schedule_free(schedule);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("schedule_render");
    tcase_add_test(tcase, a_page_begins_with_what_is_overdue);
    add_rows(tcase, a_page_tells_how_things_stand, parts);
    tcase_add_test(tcase, csv_has_every_column);
    tcase_add_test(tcase, markdown_has_what_people_act_on);
    tcase_add_test(tcase, a_format_that_there_is_not_is_refused);
    return suite_run("schedule_render", tcase);
}
