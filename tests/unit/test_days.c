#include "batch/days.h"

#include "core/date.h"
#include "support/suite.h"

static const struct {
    const char *day;
    phb_rate_match match;
    const char *from; /* "": not held */
    const char *next;
} stretches[] = {
    {"2022-11-05", PHB_RATE_EXACT, "2022-04-06", "2022-11-06"},
    {"2022-11-06", PHB_RATE_EXACT, "2022-11-06", "2023-04-06"},
    {"2027-04-05", PHB_RATE_EXACT, "2026-04-06", "2027-04-06"}, /* the last day held */
    {"2027-04-06", PHB_RATE_EXACT, "", ""},
    {"2027-04-06", PHB_RATE_CARRY, "2027-04-06", "2029-04-06"},
    {"2029-04-05", PHB_RATE_CARRY, "2027-04-06", "2029-04-06"},
    {"2029-04-06", PHB_RATE_CARRY, "", ""},
    {"2013-04-05", PHB_RATE_CARRY, "", ""},
};

START_TEST(a_stretch_ends_where_the_law_or_its_certainty_changes)
{
    struct phb__days days;
    phb_date day = date_of(stretches[_i].day);
    phb__days_find(&phb__dataset_builtin, stretches[_i].match, day, &days);
    ck_assert(phb__days_hold(&days, day));
    ck_assert_int_eq(days.is_held, stretches[_i].from[0] != '\0');
    if (days.is_held) {
        ck_assert_date_eq(days.from, stretches[_i].from);
        ck_assert_date_eq(days.next, stretches[_i].next);
    } else {
        ck_assert_int_eq(days.next - days.from, 1);
    }
}
END_TEST

/* A stretch that is found holds what each of its days would find. */
START_TEST(every_day_lies_in_its_own_stretch)
{
    struct phb__days kept = {.from = 0, .next = 0};
    for (phb_date day = date_of("2013-01-01"); day < date_of("2029-12-31"); day++) {
        struct phb__days fresh;
        phb__days_find(&phb__dataset_builtin, PHB_RATE_CARRY, day, &fresh);
        if (!phb__days_hold(&kept, day)) {
            kept = fresh;
        }
        ck_assert_int_eq(kept.is_held, fresh.is_held);
        ck_assert(!kept.is_held || kept.law.span == fresh.law.span);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("days");
    add_rows(tcase, a_stretch_ends_where_the_law_or_its_certainty_changes, stretches);
    tcase_add_test(tcase, every_day_lies_in_its_own_stretch);
    return suite_run("days", tcase);
}
