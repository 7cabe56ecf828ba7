/* Does an outcome begin with a service or a thing? A table of statements. */

#include "rules/plan_view.h"
#include "support/suite.h"

static const char *const services[] = {
    "A wheelchair",
    "a WHEELCHAIR",
    "Wheelchair",
    "wheelchair.",
    "20 hours of physio",
    "20 hours of physio a week",
    "To have a carer",
    "to have a carer who stays",
    "I would like more respite",
    "I need two carers",
    "Funding for a personal assistant",
    "Personal assistants",
    "2 sleep-in nights",
    "PA",
    "pas",
    "an agency",
    "some day centre time",
    "day centre",
    "Speech therapy",
    "therapy, weekly",
    "A hospital bed",
    "a profiling bed",
    "\"A wheelchair\"",
    ("\xE2\x80\x9C"
     "A wheelchair\xE2\x80\x9D"),
    "\xE2\x80\x98Physio\xE2\x80\x99",
    "A wheelchair\xE2\x80\xA6",
    "Respite \xE2\x80\x93 every month",
    "  \t a  nurse",
    "- equipment",
};

static const char *const outcomes[] = {
    "",
    " ",
    "20",
    "To",
    "To have a",
    "Get out in my wheelchair",
    "I get out in my wheelchair",
    "To walk without a wheelchair",
    "Wheelchairs are not for me",
    "wheelchair-bound no longer",
    "a wheelchaira",
    "a wheelchairz",
    "A non-wheelchair life",
    "Help from an agency",
    "Physiotherapists understand me",
    "I get to bed when I choose",
    "My bed is my own at night",
    "Bedtimes that suit me",
    "Stay out of hospital",
    "Sleep through the night",
    "Paint again",
    "Pass my driving test",
    "Carers\xC3\xA9",
    "A caf\xC3\xA9 of my own",
    "Ein Rollstuhl",
    "\xC3\x9C"
    "ber den Garten gehen",
    "\xD0\x9F\xD0\xB0\xD1\x80\xD0\xBA",
    "\xC3\xA9"
    "a wheelchair",
    "\xE2\x80\xA6",
    "\xE2\x82\xAC"
    "a wheelchair", /* a sign of another block counts as a letter */
};

START_TEST(a_service_or_a_thing_is_suspected)
{
    ck_assert_msg(phb__begins_with_service(services[_i]), "%s", services[_i]);
}
END_TEST

START_TEST(what_somebody_wants_is_not)
{
    ck_assert_msg(!phb__begins_with_service(outcomes[_i]), "%s", outcomes[_i]);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("service_words");
    add_rows(tcase, a_service_or_a_thing_is_suspected, services);
    add_rows(tcase, what_somebody_wants_is_not, outcomes);
    return suite_run("service_words", tcase);
}
