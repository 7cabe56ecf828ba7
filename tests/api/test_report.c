/* Reports and the catalogue of rules, as a program outside sees them. */

#include <phb/phb.h>

#include "support/suite.h"

START_TEST(nothing_is_made_of_nothing)
{
    phb_error error = PHB_ERROR_INIT;
    phb_text *text = (phb_text *)(void *)&error;
    ck_assert_int_eq(phb_report_to_json(NULL, &text, &error), PHB_ERROR_ARGUMENT);
    ck_assert_ptr_null(text);
    ck_assert_int_eq(error.status, PHB_ERROR_ARGUMENT);
    text = (phb_text *)(void *)&error;
    ck_assert_int_eq(phb_report_render(NULL, PHB_FORMAT_TEXT, &text, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_ptr_null(text);
    ck_assert_int_eq(phb_report_to_json(NULL, NULL, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_report_render(NULL, PHB_FORMAT_TEXT, NULL, NULL), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_rules_table(NULL, NULL, &error), PHB_ERROR_ARGUMENT);
    phb_report_free(NULL);
}
END_TEST

START_TEST(the_catalogue_is_a_table_like_any_other)
{
    phb_table *table = NULL;
    phb_text *text = NULL;
    ck_assert_int_eq(phb_rules_table(NULL, &table, NULL), PHB_OK);
    for (int format = PHB_FORMAT_TEXT; format <= PHB_FORMAT_CSV; format++) {
        ck_assert_int_eq(phb_table_render(NULL, table, (phb_format)format, &text, NULL), PHB_OK);
        ck_assert_uint_gt(phb_text_size(text), 1000);
        phb_text_free(text);
    }
    ck_assert_int_eq(phb_table_to_json(NULL, table, &text, NULL), PHB_OK);
    phb_text_free(text);
    phb_table_free(table);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("report");
    tcase_add_test(tcase, nothing_is_made_of_nothing);
    tcase_add_test(tcase, the_catalogue_is_a_table_like_any_other);
    return suite_run("report", tcase);
}
