/* A good budget with two of each, for tests that spoil it at one place. */
#ifndef PHB_TESTS_UNIT_TWO_OF_EACH_H
#define PHB_TESTS_UNIT_TWO_OF_EACH_H

#include "model/budget.h"
#include "support/suite.h"

static phb_budget *budget;
static phb_budget_settings *settings;
static struct phb__assistant *assistants; /* two, the first with two entries of hours */
static struct phb__hours *hours;
static struct phb__line *lines; /* two */

static void
add_assistant(const char *id)
{
    int32_t index = -1;
    phb_assistant assistant = PHB_ASSISTANT_INIT;
    assistant.id = id;
    assistant.pay_frequency = PHB_PAY_MONTHLY;
    assistant.leave_method = PHB_LEAVE_ACCRUAL;
    assistant.deployment = PHB_DEPLOYMENT_NOTIONAL;
    ck_assert_int_eq(phb_budget_add_assistant(budget, &assistant, &index, NULL), PHB_OK);
    for (int i = 0; i < 2; i++) {
        phb_hours entry = PHB_HOURS_INIT;
        entry.minutes_per_week = 600;
        entry.rate_penny_hundredths = 135000;
        ck_assert_int_eq(phb_budget_add_hours(budget, index, &entry, NULL, NULL), PHB_OK);
    }
}

static void
add_line(const char *id)
{
    phb_line line = PHB_LINE_INIT;
    line.id = id;
    line.category = PHB_CATEGORY_SERVICE;
    line.amount_penny_hundredths = 10000;
    line.per = PHB_PER_WEEK;
    line.deployment = PHB_DEPLOYMENT_NOTIONAL;
    ck_assert_int_eq(phb_budget_add_line(budget, &line, NULL, NULL), PHB_OK);
}

static void
set_up(void)
{
    ck_assert_int_eq(phb_budget_new(NULL, &budget, NULL), PHB_OK);
    settings = &budget->content.settings;
    settings->start = date_of("2026-04-06");
    settings->end = date_of("2027-04-05");
    add_assistant("pa-1");
    add_assistant("pa-2");
    add_line("ins");
    add_line("payroll");
    assistants = budget->content.assistants.items;
    hours = assistants[0].hours.items;
    lines = budget->content.lines.items;
}

static void
tear_down(void)
{
    phb_budget_free(budget);
}

#endif
