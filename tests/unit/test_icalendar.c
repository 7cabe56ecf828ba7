#include "render/icalendar.h"

#include <string.h>

#include <phb/version.h>

#include "support/scheduled.h"
#include "support/suite.h"

/* 75 octets fit; of more, each further line has a space and 74. */
static const struct {
    const char *line;
    const char *expected;
} lines[] = {
    {"", "\r\n"},
    {"SUMMARY:short", "SUMMARY:short\r\n"},
    {"123456789012345678901234567890123456789012345678901234567890123456789012345",
     "123456789012345678901234567890123456789012345678901234567890123456789012345\r\n"},
    {"1234567890123456789012345678901234567890123456789012345678901234567890123456",
     "123456789012345678901234567890123456789012345678901234567890123456789012345\r\n 6\r\n"},
    /* An é has two octets: as the 75th and 76th it goes to the next line whole. */
    {"12345678901234567890123456789012345678901234567890123456789012345678901234\xC3\xA9",
     "12345678901234567890123456789012345678901234567890123456789012345678901234\r\n "
     "\xC3\xA9\r\n"},
    {"1234567890123456789012345678901234567890123456789012345678901234567890123\xC3\xA9",
     "1234567890123456789012345678901234567890123456789012345678901234567890123\xC3\xA9\r\n"},
    /* 75, then 74, then the rest of 150. */
    {"123456789012345678901234567890123456789012345678901234567890123456789012345"
     "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd"
     "!",
     "123456789012345678901234567890123456789012345678901234567890123456789012345\r\n "
     "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd\r\n !\r\n"},
};

START_TEST(a_line_is_folded_between_characters)
{
    struct phb__builder builder;
    phb__builder_init(&builder, NULL);
    phb__icalendar_put_line(&builder, lines[_i].line);
    ck_assert_str_eq(builder.data, lines[_i].expected);
    phb__builder_free(&builder);
}
END_TEST

static phb_text *
file_of(const char *words, phb_status expected)
{
    phb_schedule *schedule = schedule_of(words, NULL);
    phb_text *text = NULL;
    ck_assert_int_eq(phb_schedule_render(schedule, PHB_FORMAT_ICALENDAR, &text, NULL), expected);
    phb_schedule_free(schedule);
    return text;
}

/* The number in the file is that of its day, counted from 1 January 1900. To 1 June 2026 there are
 * 126 years of 365 days, 45,990, with 31 leap days (1904 to 2024), and 151 days of January to May:
 * 46,172. */
static const char whole[] = "BEGIN:VCALENDAR\r\n"
                            "VERSION:2.0\r\n"
                            "PRODID:-//libphb//libphb " PHB_VERSION "//EN\r\n"
                            "CALSCALE:GREGORIAN\r\n"
                            "METHOD:PUBLISH\r\n"
                            "BEGIN:VEVENT\r\n"
                            "UID:p-17-plan_review-1@libphb\r\n"
                            "DTSTAMP:20260601T000000Z\r\n"
                            "SEQUENCE:46172\r\n"
                            "DTSTART;VALUE=DATE:20260703\r\n"
                            "DTEND;VALUE=DATE:20260704\r\n"
                            "SUMMARY:Personal health budget: review of the plan\r\n"
                            "DESCRIPTION:At the latest on 5 July 2026.\r\n"
                            "CLASS:PRIVATE\r\n"
                            "TRANSP:TRANSPARENT\r\n"
                            "BEGIN:VALARM\r\n"
                            "ACTION:DISPLAY\r\n"
                            "DESCRIPTION:Personal health budget: review of the plan\r\n"
                            "TRIGGER:-P28D\r\n"
                            "END:VALARM\r\n"
                            "END:VEVENT\r\n"
                            "END:VCALENDAR\r\n";

/* What is done and what happened are no part of it. */
START_TEST(a_file_has_what_is_to_be_done)
{
    phb_text *text = file_of("as_of:2026-06-01 horizon:2026-12-31 ref:p-17 chc:2026-04-05 "
                             "health_changed:2026-05-01 checklist:2026-02-01 decided:2026-03-01",
                             PHB_OK);
    ck_assert_str_eq(phb_text_data(text), whole);
    phb_text_free(text);
}
END_TEST

START_TEST(a_file_needs_a_reference_only_if_it_has_events)
{
    ck_assert_ptr_null(file_of("as_of:2026-06-01 chc:2026-04-05", PHB_ERROR_INCOMPLETE));
    phb_text *text = file_of("as_of:2026-06-01 horizon:2026-06-02 moved_area:2026-05-01", PHB_OK);
    ck_assert_ptr_null(strstr(phb_text_data(text), "VEVENT"));
    phb_text_free(text);
}
END_TEST

/* Neither duties nor reasons: none of these words. */
START_TEST(a_file_tells_of_no_condition)
{
    static const char *const words[] = {"117",  "section", "education", "special",
                                        "fast", "track",   "child",     "wheelchair",
                                        "chc",  "care",    "policy",    "NHS"};
    phb_text *text = file_of(
        "as_of:2026-06-01 ref:p-1 cohort:child_continuing_care born:2010-08-15 "
        "section_117:2026-01-01 ehc_plan:2026-01-01 fast_track:2026-05-01 wheelchair:2026-01-01 "
        "send_direct_payment:2026-04-06 checklist:2026-05-20 notice:2026-05-20 weeks:400",
        PHB_OK);
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        ck_assert_msg(!strstr(phb_text_data(text), words[i]), "%s", words[i]);
    }
    phb_text_free(text);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("icalendar");
    add_rows(tcase, a_line_is_folded_between_characters, lines);
    tcase_add_test(tcase, a_file_has_what_is_to_be_done);
    tcase_add_test(tcase, a_file_needs_a_reference_only_if_it_has_events);
    tcase_add_test(tcase, a_file_tells_of_no_condition);
    return suite_run("icalendar", tcase);
}
