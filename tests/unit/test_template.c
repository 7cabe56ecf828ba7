#include "rules/template.h"

#include "rules/findings.h"
#include "support/suite.h"

static struct phb__builder builder;

static void
set_up(void)
{
    phb__builder_init(&builder, NULL);
    phb__put(&builder, "");
}

static void
tear_down(void)
{
    phb__builder_free(&builder);
}

static const char *
said(void)
{
    return builder.size == 0 ? "" : builder.data;
}

static const struct phb__argument arguments[] = {
    {"cost", PHB__ARGUMENT_PENCE, 123456, NULL},    {"cost_more", PHB__ARGUMENT_PENCE, 1, NULL},
    {"rate", PHB__ARGUMENT_RATE, 127133, NULL},     {"even", PHB__ARGUMENT_RATE, 135000, NULL},
    {"year", PHB__ARGUMENT_NUMBER, 2026, NULL},     {"share", PHB__ARGUMENT_PPM, 125000, NULL},
    {"days", PHB__ARGUMENT_DAYS, 1, NULL},          {"weeks", PHB__ARGUMENT_WEEKS, 560, NULL},
    {"time", PHB__ARGUMENT_MINUTES, 450, NULL},     {"on", PHB__ARGUMENT_DATE, 20549, NULL},
    {"what", PHB__ARGUMENT_WORD, 0, "nhs_charges"}, {"of", PHB__ARGUMENT_TEXT, 0, "pa_1.a"},
    {NULL, PHB__ARGUMENT_PENCE, 0, NULL},
};

static const struct {
    const char *pattern;
    const char *text;
} templates[] = {
    {"", ""},
    {"Plain words.", "Plain words."},
    {"{cost}", "£1,234.56"},
    {"{cost_more} and {cost}.", "£0.01 and £1,234.56."},
    {"{cost}{cost}", "£1,234.56£1,234.56"},
    {"{rate} or {even}", "£12.7133 or £13.50"},
    {"In {year}, {share}.", "In 2026, 12.5%."},
    {"{days}, {weeks}, {time}", "1 day, 5.6 weeks, 7 hours 30 minutes"},
    {"by {on}", "by 6 April 2026"},
    {"{of} buys {what}", "pa_1.a buys nhs charges"},
    {"no {such} thing", "no  thing"},
    {"left {open", "left "},
};

START_TEST(names_in_braces_are_filled_in)
{
    phb__put_template(&builder, templates[_i].pattern, arguments);
    ck_assert_str_eq(said(), templates[_i].text);
}
END_TEST

/* A text is filled in and not filled again. */
START_TEST(a_text_with_a_brace_is_left_alone)
{
    const struct phb__argument given[] = {phb__text("of", "{of}"), {0}};
    phb__put_template(&builder, "{of}.", given);
    ck_assert_str_eq(said(), "{of}.");
}
END_TEST

START_TEST(arguments_are_an_object_in_the_order_of_the_rule)
{
    const struct phb__argument given[] = {phb__value("shortfall", PHB__ARGUMENT_PENCE, 5),
                                          phb__value("cost", PHB__ARGUMENT_PENCE, 3105005),
                                          phb__text("of", "a\"b\\c\n"),
                                          phb__value("agreed", PHB__ARGUMENT_PENCE, 3105000),
                                          {0}};
    const struct phb__rule *rule = &phb__rules[PHB__RULE_BUDGET_ENOUGH_LINE];
    ck_assert(phb__arguments_fit(rule, given));
    phb__put_arguments(&builder, rule, given);
    ck_assert_str_eq(said(), "{\"of\": \"a\\\"b\\\\c\\n\", \"agreed\": \"31050.00\", "
                             "\"cost\": \"31050.05\", \"shortfall\": \"0.05\"}");
}
END_TEST

#define RULE(name) PHB__RULE_BUDGET_##name

/* Every kind, as the rules that have it write it. */
static const struct {
    enum phb__rule_key rule;
    struct phb__argument given[6];
    const char *json;
} objects[] = {
    {RULE(COSTS_PAYROLL), {{0}}, "{}"},
    {RULE(PAY_RANGE_BELOW),
     {{"of", PHB__ARGUMENT_TEXT, 0, "pa-1"},
      {"rate", PHB__ARGUMENT_RATE, 127133, NULL},
      {"minimum", PHB__ARGUMENT_RATE, 130000, NULL}},
     "{\"of\": \"pa-1\", \"rate\": \"12.7133\", \"minimum\": \"13.00\"}"},
    {RULE(PAY_LEAVE_SHORT),
     {{"of", PHB__ARGUMENT_TEXT, 0, "pa-1"},
      {"weeks", PHB__ARGUMENT_WEEKS, 400, NULL},
      {"minimum", PHB__ARGUMENT_WEEKS, 560, NULL}},
     "{\"of\": \"pa-1\", \"weeks\": 4, \"minimum\": 5.6}"},
    {RULE(PAY_LONG_HOURS),
     {{"of", PHB__ARGUMENT_TEXT, 0, "pa-1"},
      {"time", PHB__ARGUMENT_MINUTES, 2881, NULL},
      {"limit", PHB__ARGUMENT_MINUTES, 2880, NULL}},
     "{\"of\": \"pa-1\", \"time\": 2881, \"limit\": 2880}"},
    {RULE(PAY_PENSION),
     {{"of", PHB__ARGUMENT_TEXT, 0, "pa-1"},
      {"rate", PHB__ARGUMENT_PPM, 25000, NULL},
      {"minimum", PHB__ARGUMENT_PPM, 30000, NULL}},
     "{\"of\": \"pa-1\", \"rate\": \"2.5%\", \"minimum\": \"3%\"}"},
    {RULE(ENOUGH_WEEKS_52),
     {{"days", PHB__ARGUMENT_DAYS, 2, NULL}, {"unfunded", PHB__ARGUMENT_PENCE, 7543, NULL}},
     "{\"days\": 2, \"unfunded\": \"75.43\"}"},
    {RULE(POLICY_NOT_IN_FORCE),
     {{"start", PHB__ARGUMENT_DATE, 0, NULL}, {"from", PHB__ARGUMENT_DATE, 1, NULL}},
     "{\"from\": \"1970-01-02\", \"start\": \"1970-01-01\"}"},
    {RULE(EXCLUDED_LOCAL),
     {{"of", PHB__ARGUMENT_TEXT, 0, "l-1"}, {"what", PHB__ARGUMENT_WORD, 0, "third_party_fee"}},
     "{\"of\": \"l-1\", \"what\": \"third_party_fee\"}"},
};

START_TEST(each_kind_has_a_form_for_programs)
{
    const struct phb__rule *rule = &phb__rules[objects[_i].rule];
    ck_assert(phb__arguments_fit(rule, objects[_i].given));
    phb__put_arguments(&builder, rule, objects[_i].given);
    ck_assert_str_eq(said(), objects[_i].json);
}
END_TEST

/* For "budget.pay.leave_none", which takes a text called "of". */
static const struct phb__argument misfits[][3] = {
    {{0}},
    {{"on", PHB__ARGUMENT_TEXT, 0, "pa-1"}, {0}},
    {{"of", PHB__ARGUMENT_WORD, 0, "pa-1"}, {0}},
    {{"of", PHB__ARGUMENT_TEXT, 0, NULL}, {0}},
    {{"of", PHB__ARGUMENT_TEXT, 0, "pa-1"}, {"more", PHB__ARGUMENT_NUMBER, 1, NULL}, {0}},
};

START_TEST(arguments_that_are_not_the_rules_are_noticed)
{
    const struct phb__rule *rule = &phb__rules[PHB__RULE_BUDGET_PAY_LEAVE_NONE];
    ck_assert(!phb__arguments_fit(rule, misfits[_i]));
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("template");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    add_rows(tcase, names_in_braces_are_filled_in, templates);
    tcase_add_test(tcase, a_text_with_a_brace_is_left_alone);
    tcase_add_test(tcase, arguments_are_an_object_in_the_order_of_the_rule);
    add_rows(tcase, each_kind_has_a_form_for_programs, objects);
    add_rows(tcase, arguments_that_are_not_the_rules_are_noticed, misfits);
    return suite_run("template", tcase);
}
