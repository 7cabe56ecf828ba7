#include "schedule/working_days.h"

#include "support/suite.h"

static const struct {
    const char *day;
    const char *found;
} days[] = {
    {"2026-07-06", "2026-07-06"}, /* a Monday */
    {"2026-07-04", "2026-07-03"}, /* Saturday, Friday */
    {"2026-07-05", "2026-07-03"}, /* Sunday, Friday */
    {"2026-08-31", "2026-08-28"}, /* the summer bank holiday, a Monday: over the weekend */
    {"2026-04-06", "2026-04-02"}, /* Easter Monday: back over Good Friday to Thursday */
    {"2026-12-28", "2026-12-24"}, /* in place of the 26th: over Sunday, Saturday and the 25th */
    {"2027-01-01", "2026-12-31"}, /* New Year, a Friday */
    {"2022-06-05", "2022-06-01"}, /* Sunday: back over the Platinum Jubilee, Thursday and Friday */
    {"2028-12-26", "2028-12-22"}, /* Tuesday: over Monday the 25th and the weekend */
    {"2029-01-01", "2029-01-01"}, /* Monday and New Year, beyond what is published */
    {"2029-01-07", "2029-01-05"}, /* Sunday all the same */
    {"2010-12-27", "2010-12-27"}, /* before what is held: a Monday is a Monday */
    {"1900-01-01", "1900-01-01"}, /* the first day there is, a Monday */
    {"2199-12-31", "2199-12-31"}, /* the last, a Tuesday */
};

START_TEST(a_day_off_goes_back_to_the_working_day_before)
{
    phb_date found = phb__working_day_until(&phb__dataset_builtin, date_of(days[_i].day));
    ck_assert_date_eq(found, days[_i].found);
}
END_TEST

START_TEST(what_is_known_has_a_beginning_and_an_end)
{
    const struct phb__dataset *dataset = &phb__dataset_builtin;
    ck_assert(!phb__bank_holidays_are_known(dataset, date_of("2010-12-31")));
    ck_assert(phb__bank_holidays_are_known(dataset, date_of("2011-01-01")));
    ck_assert(phb__bank_holidays_are_known(dataset, date_of("2028-12-31")));
    ck_assert(!phb__bank_holidays_are_known(dataset, date_of("2029-01-01")));
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("working_days");
    add_rows(tcase, a_day_off_goes_back_to_the_working_day_before, days);
    tcase_add_test(tcase, what_is_known_has_a_beginning_and_an_end);
    return suite_run("working_days", tcase);
}
