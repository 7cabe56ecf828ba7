#include "core/unit.h"

#include <string.h>

#include <phb/money.h>

#include "support/suite.h"

#define NONE INT64_C(-77) /* what stays when a text is refused */

static const struct {
    enum phb__unit unit;
    const char *text;
    bool quoted;
    bool is_read;
    int64_t number;
} readings[] = {
    {PHB__UNIT_PENCE, "13.50", true, true, 1350},
    {PHB__UNIT_PENCE, "13.5", false, true, 1350},
    {PHB__UNIT_PENCE, "13.500", true, true, 1350},
    {PHB__UNIT_PENCE, "13.505", true, true, PHB__NUMBER_TOO_PRECISE},
    {PHB__UNIT_PENCE, "1e2", false, true, 10000},
    {PHB__UNIT_PENCE, "1e2", true, false, NONE},
    {PHB__UNIT_PENCE, "1e999", false, true, PHB__NUMBER_TOO_LARGE},
    {PHB__UNIT_PENCE, "", true, false, NONE},
    {PHB__UNIT_PENCE, "ten", true, false, NONE},
    {PHB__UNIT_PENCE, "1,000.00", true, false, NONE},
    {PHB__UNIT_PENCE,
     "\xC2\xA3"
     "10",
     true, false, NONE},
    {PHB__UNIT_PENNY_HUNDREDTHS, "21.3375", true, true, 213375},
    {PHB__UNIT_PENNY_HUNDREDTHS, "13.50505", false, true, PHB__NUMBER_TOO_PRECISE},
    {PHB__UNIT_PENNY_HUNDREDTHS, "13.50505", true, true, PHB__NUMBER_TOO_PRECISE},
    {PHB__UNIT_PPM, "12.07%", true, true, 120700},
    {PHB__UNIT_PPM, "3%", true, true, 30000},
    {PHB__UNIT_PPM, "0.0001%", true, true, 1},
    {PHB__UNIT_PPM, "0.00001%", true, true, PHB__NUMBER_TOO_PRECISE},
    {PHB__UNIT_PPM, "3", true, false, NONE},
    {PHB__UNIT_PPM, "%", true, false, NONE},
    {PHB__UNIT_PPM, "", true, false, NONE},
    {PHB__UNIT_PPM, "3", false, false, NONE},
    {PHB__UNIT_PPM, "3 %", true, false, NONE},
    {PHB__UNIT_WHOLE, "5", false, true, 5},
    {PHB__UNIT_WHOLE, "5.0", false, true, 5},
    {PHB__UNIT_WHOLE, "5.5", false, true, PHB__NUMBER_TOO_PRECISE},
    {PHB__UNIT_WHOLE, "5", true, false, NONE},
    {PHB__UNIT_MINUTES, "300", false, true, 300},
    {PHB__UNIT_MINUTES, "0.5", false, true, PHB__NUMBER_TOO_PRECISE},
    {PHB__UNIT_HOURS, "7.5", false, true, 450},
    {PHB__UNIT_HOURS, "0.05", false, true, 3},
    {PHB__UNIT_HOURS, "7.3333", false, true, PHB__NUMBER_TOO_PRECISE},
    {PHB__UNIT_HOURS, "7.33", false, true, PHB__NUMBER_TOO_PRECISE},
    {PHB__UNIT_HOURS, "0", false, true, 0},
    {PHB__UNIT_HOURS, "100000000000000", false, true, PHB__NUMBER_TOO_LARGE},
    {PHB__UNIT_HOURS, "7.5", true, false, NONE},
    {PHB__UNIT_HUNDREDTHS, "5.6", false, true, 560},
    {PHB__UNIT_HUNDREDTHS, "0.01", false, true, 1},
    {PHB__UNIT_HUNDREDTHS, "5.601", false, true, PHB__NUMBER_TOO_PRECISE},
    {PHB__UNIT_HUNDREDTHS, "5.6", true, false, NONE},
    {PHB__UNIT_TEN_THOUSANDTHS, "2.25", false, true, 22500},
    {PHB__UNIT_TEN_THOUSANDTHS, "2.00001", false, true, PHB__NUMBER_TOO_PRECISE},
};

START_TEST(a_number_is_read_as_its_unit_wants_it)
{
    int64_t number = NONE;
    const char *text = readings[_i].text;
    bool is_read =
        phb__unit_read(readings[_i].unit, text, strlen(text), readings[_i].quoted, &number);
    ck_assert_msg(is_read == readings[_i].is_read, "\"%s\"", text);
    ck_assert_int_eq(number, readings[_i].number);
}
END_TEST

static const struct {
    enum phb__unit unit;
    int64_t number;
    const char *text;
} writings[] = {
    {PHB__UNIT_PENCE, 0, "0.00"},
    {PHB__UNIT_PENCE, 5, "0.05"},
    {PHB__UNIT_PENCE, -5, "-0.05"},
    {PHB__UNIT_PENCE, PHB_PENCE_MAX, "10000000000.00"},
    {PHB__UNIT_PENNY_HUNDREDTHS, 135000, "13.50"},
    {PHB__UNIT_PENNY_HUNDREDTHS, 213375, "21.3375"},
    {PHB__UNIT_PENNY_HUNDREDTHS, 135050, "13.505"},
    {PHB__UNIT_PPM, 120700, "12.07%"},
    {PHB__UNIT_PPM, 1000000, "100%"},
    {PHB__UNIT_PPM, 0, "0%"},
    {PHB__UNIT_PPM, 1, "0.0001%"},
    {PHB__UNIT_WHOLE, 17, "17"},
    {PHB__UNIT_MINUTES, 10080, "10080"},
    {PHB__UNIT_HOURS, 450, "7.5"},
    {PHB__UNIT_HOURS, 3, "0.05"}, /* three minutes */
    {PHB__UNIT_HOURS, 2400, "40"},
    {PHB__UNIT_HUNDREDTHS, 560, "5.6"},
    {PHB__UNIT_HUNDREDTHS, 700, "7"},
    {PHB__UNIT_HUNDREDTHS, 1, "0.01"},
    {PHB__UNIT_TEN_THOUSANDTHS, 22500, "2.25"},
    {PHB__UNIT_TEN_THOUSANDTHS, 10000, "1"},
    {PHB__UNIT_WHOLE, INT64_MAX, "9223372036854775807"},
    {PHB__UNIT_WHOLE, INT64_MIN, "-9223372036854775808"},
};

START_TEST(a_number_is_written_as_a_document_has_it)
{
    char text[PHB__UNIT_TEXT_SIZE];
    phb__unit_format(writings[_i].unit, writings[_i].number, text);
    ck_assert_str_eq(text, writings[_i].text);
}
END_TEST

static const struct {
    enum phb__unit unit;
    enum phb__number_form form;
    int32_t decimals;
} forms[] = {
    {PHB__UNIT_PENCE, PHB__NUMBER_OR_TEXT, 2},
    {PHB__UNIT_PENNY_HUNDREDTHS, PHB__NUMBER_OR_TEXT, 4},
    {PHB__UNIT_PPM, PHB__TEXT_WITH_PERCENT, 4},
    {PHB__UNIT_WHOLE, PHB__NUMBER_ONLY, 0},
    {PHB__UNIT_MINUTES, PHB__NUMBER_ONLY, 0},
    {PHB__UNIT_HOURS, PHB__NUMBER_ONLY, 4},
    {PHB__UNIT_HUNDREDTHS, PHB__NUMBER_ONLY, 2},
    {PHB__UNIT_TEN_THOUSANDTHS, PHB__NUMBER_ONLY, 4},
};

START_TEST(a_unit_has_a_form_and_decimals)
{
    ck_assert_int_eq(phb__unit_form(forms[_i].unit), forms[_i].form);
    ck_assert_int_eq(phb__unit_decimals(forms[_i].unit), forms[_i].decimals);
    ck_assert_int_eq(phb__unit_too_precise(forms[_i].unit)[0], ' ');
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("unit");
    add_rows(tcase, a_number_is_read_as_its_unit_wants_it, readings);
    add_rows(tcase, a_number_is_written_as_a_document_has_it, writings);
    add_rows(tcase, a_unit_has_a_form_and_decimals, forms);
    return suite_run("unit", tcase);
}
