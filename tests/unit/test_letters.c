#include "rates/letters.h"

#include <string.h>

#include "support/suite.h"

static const struct {
    char letter;
    const char *day;
    int relief; /* -1: not in force */
} letters[] = {
    {'A', "2013-04-06", PHB__NI_RELIEF_NONE},
    {'A', "2199-12-31", PHB__NI_RELIEF_NONE},
    {'C', "2026-04-06", PHB__NI_RELIEF_NONE},
    {'X', "2026-04-06", PHB__NI_RELIEF_ALL},
    {'M', "2015-04-05", -1},
    {'M', "2015-04-06", PHB__NI_RELIEF_UPPER_LIMIT},
    {'H', "2016-04-05", -1},
    {'H', "2016-04-06", PHB__NI_RELIEF_UPPER_LIMIT},
    {'F', "2022-04-05", -1},
    {'F', "2022-04-06", PHB__NI_RELIEF_FREEPORT},
    {'N', "2024-04-05", -1},
    {'N', "2024-04-06", PHB__NI_RELIEF_FREEPORT},
    {'V', "2028-04-05", PHB__NI_RELIEF_UPPER_LIMIT},
    {'V', "2028-04-06", -1},
    {'G', "2026-04-06", -1},
    {'a', "2026-04-06", -1},
    {'\0', "2026-04-06", -1},
    {'~', "2026-04-06", -1},
};

START_TEST(a_letter_means_something_while_it_is_in_force)
{
    const struct phb__ni_letter *letter =
        phb__letter_on(&phb__dataset_builtin, letters[_i].letter, date_of(letters[_i].day));
    ck_assert_int_eq(letter ? letter->relief : -1, letters[_i].relief);
}
END_TEST

START_TEST(seventeen_letters_ever_were)
{
    static const char there[] = "ABCDEFHIJKLMNSVXZ";
    int count = 0;
    for (int c = 0; c < 128; c++) {
        count += phb__letter_exists(&phb__dataset_builtin, (char)c) ? 1 : 0;
    }
    ck_assert_int_eq(count, 17);
    for (size_t i = 0; there[i] != '\0'; i++) {
        ck_assert(phb__letter_exists(&phb__dataset_builtin, there[i]));
    }
}
END_TEST

/* A letter that ended and came back: two stretches with a gap. */
START_TEST(the_index_that_is_built_in_is_the_one_made_at_run_time)
{
    struct phb__dataset dataset = phb__dataset_builtin;
    memset(dataset.letter_first, 0xFF, sizeof dataset.letter_first);
    phb__letters_index(&dataset);
    ck_assert_mem_eq(dataset.letter_first, phb__dataset_builtin.letter_first,
                     sizeof dataset.letter_first);
}
END_TEST

START_TEST(a_letter_may_have_a_gap)
{
    static const struct phb__ni_letter stretches[] = {
        {.letter = 'Q', .from = 10, .until = 19, .relief = 1},
        {.letter = 'Q', .from = 30, .until = INT32_MAX, .relief = 2},
        {.letter = 'R', .from = 0, .until = INT32_MAX},
    };
    struct phb__dataset dataset = {.letters = stretches, .letter_count = 3};
    phb__letters_index(&dataset);
    ck_assert_ptr_null(phb__letter_on(&dataset, 'Q', 9));
    ck_assert_ptr_eq(phb__letter_on(&dataset, 'Q', 19), &stretches[0]);
    ck_assert_ptr_null(phb__letter_on(&dataset, 'Q', 20));
    ck_assert_ptr_eq(phb__letter_on(&dataset, 'Q', 30), &stretches[1]);
    ck_assert_ptr_null(phb__letter_on(&dataset, 'P', 30));
    ck_assert_ptr_null(phb__letter_on(&dataset, 'S', 30));
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("letters");
    add_rows(tcase, a_letter_means_something_while_it_is_in_force, letters);
    tcase_add_test(tcase, seventeen_letters_ever_were);
    tcase_add_test(tcase, the_index_that_is_built_in_is_the_one_made_at_run_time);
    tcase_add_test(tcase, a_letter_may_have_a_gap);
    return suite_run("letters", tcase);
}
