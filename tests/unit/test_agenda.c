#include "schedule/agenda.h"

#include <string.h>

#include "support/suite.h"

START_TEST(nothing_is_no_text)
{
    char text[PHB__AGENDA_TEXT_SIZE] = "?";
    ck_assert_uint_eq(phb__agenda_text(0, text), 0);
    ck_assert_str_eq(text, "");
}
END_TEST

START_TEST(ids_come_in_one_order)
{
    char text[PHB__AGENDA_TEXT_SIZE];
    size_t size = phb__agenda_text(PHB__ON(AMOUNT_ENOUGH) | PHB__ON(NEEDS_MET), text);
    ck_assert_str_eq(text, "needs_met,amount_enough");
    ck_assert_uint_eq(size, strlen(text));
    (void)phb__agenda_text(PHB__ON_FOUR_CHECKS, text);
    ck_assert_str_eq(text, "needs_met,money_used_well,amount_enough,obligations_met");
}
END_TEST

/* Every one has an id, and all of them together have room. */
START_TEST(all_of_them_fit)
{
    char text[PHB__AGENDA_TEXT_SIZE];
    size_t size = phb__agenda_text((UINT64_C(1) << PHB__AGENDA_COUNT) - 1, text);
    size_t commas = 0;
    ck_assert_uint_lt(size, sizeof text);
    ck_assert_uint_eq(size, strlen(text));
    for (const char *c = text; *c != '\0'; c++) {
        commas += *c == ',' ? 1 : 0;
    }
    ck_assert_uint_eq(commas, PHB__AGENDA_COUNT - 1);
    ck_assert_ptr_null(strstr(text, ",,"));
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("agenda");
    tcase_add_test(tcase, nothing_is_no_text);
    tcase_add_test(tcase, ids_come_in_one_order);
    tcase_add_test(tcase, all_of_them_fit);
    return suite_run("agenda", tcase);
}
