/* phb-schedule/1 */

#include <phb/version.h>
#include <string.h>

#include "support/json.h"
#include "support/scheduled.h"
#include "support/suite.h"

static const char with_events[] =
    "{\n"
    "  'format': 'phb-schedule/1',\n"
    "  'library': '" PHB_VERSION "',\n"
    "  'rates': '2026.1',\n"
    "  'policy': '',\n"
    "  'as_of': '2026-07-07',\n"
    "  'horizon': '2026-12-31',\n"
    "  'events': [\n"
    "    {'kind': 'trigger', 'sequence': 1, 'due': '2026-07-01', 'latest': null, 'status': 'due', "
    "'days': 6, 'duty': 'may', 'regimes': [], 'reason': 'misuse_suspected', 'agenda': "
    "['stop_direct_payment', 'ask_for_repayment'], 'source': 'National Health Service (Direct "
    "Payments) Regulations 2013 (SI 2013/1617), regs 15(1) and 17(2)'},\n"
    "    {'kind': 'plan_review', 'sequence': 1, 'due': '2026-07-06', 'latest': '2026-07-06', "
    "'status': 'overdue', 'days': 1, 'duty': 'must', 'regimes': ['nhs_direct_payment', 'chc'], "
    "'reason': 'first', 'agenda': ['needs_met', 'money_used_well', 'amount_enough', "
    "'obligations_met', 'eligibility_if_needs_changed'], 'source': 'National Health Service "
    "(Direct Payments) Regulations 2013; National Framework for NHS continuing healthcare: "
    "review'}\n"
    "  ],\n"
    "  'notes': [\n"
    "    {'rule': 'schedule.overdue_held_today', 'at': '', 'message': 'A review is overdue: what "
    "follows it is counted as if it were held on the day that this looks from.'}\n"
    "  ]\n"
    "}\n";

static const char without[] = "{\n"
                              "  'format': 'phb-schedule/1',\n"
                              "  'library': '" PHB_VERSION "',\n"
                              "  'rates': '2026.1',\n"
                              "  'policy': '',\n"
                              "  'as_of': '2026-07-07',\n"
                              "  'horizon': '2026-12-31',\n"
                              "  'events': [],\n"
                              "  'notes': []\n"
                              "}\n";

static const struct {
    const char *words;
    const char *expected;
} cases[] = {
    {"as_of:2026-07-07 horizon:2026-12-31 ref:p-17 misuse_suspected:2026-07-01 "
     "nhs_direct_payment:2026-04-06 chc:2026-04-06",
     with_events},
    {"as_of:2026-07-07 horizon:2026-12-31 ended:2026-07-01 chc:2026-04-06", without},
};

START_TEST(a_schedule_is_written_as_it_is)
{
    phb_schedule *schedule = schedule_of(cases[_i].words, NULL);
    phb_text *text = NULL;
    ck_assert_int_eq(phb_schedule_to_json(schedule, &text, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(text), quoted(cases[_i].expected));
    phb_text_free(text);
    phb_schedule_free(schedule);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("schedule_json");
    add_rows(tcase, a_schedule_is_written_as_it_is, cases);
    return suite_run("schedule_json", tcase);
}
