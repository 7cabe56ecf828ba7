#include <stdio.h>

#include <phb/version.h>

#include "support/suite.h"

START_TEST(the_library_runs_with_the_version_of_its_headers)
{
    ck_assert_str_eq(phb_version(), PHB_VERSION);
}
END_TEST

START_TEST(the_numbers_spell_the_version)
{
    char text[64];
    snprintf(text, sizeof(text), "%d.%d.%d", PHB_VERSION_MAJOR, PHB_VERSION_MINOR,
             PHB_VERSION_PATCH);
    ck_assert_str_eq(PHB_VERSION, text);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("version");
    tcase_add_test(tcase, the_library_runs_with_the_version_of_its_headers);
    tcase_add_test(tcase, the_numbers_spell_the_version);
    return suite_run("version", tcase);
}
