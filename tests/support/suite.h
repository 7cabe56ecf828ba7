/*
 * What every test program shares: the runner, and words that let a test read like a sentence.
 */
#ifndef PHB_TESTS_SUPPORT_SUITE_H
#define PHB_TESTS_SUPPORT_SUITE_H

#include <stddef.h>
#include <stdint.h>

#include <check.h>

#include <phb/date.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Every row of a table, as tests of their own; the test finds its row's number in _i. */
#define add_rows(tcase, test, table) tcase_add_loop_test(tcase, test, 0, (int)COUNT_OF(table))

/* Runs the tests, speaks TAP on standard output, frees all; for `return` in main. */
int suite_run(const char *name, TCase *tcase);

/* "2026-04-06" as a day; fails the test when it is none. */
phb_date date_of(const char *text);

/* The day as text, "(none)", or "(no day)"; lent until the fourth call from here. */
const char *date_text(phb_date date);

#define ck_assert_date_eq(date, expected) ck_assert_str_eq(date_text(date), (expected))

/* Numbers from a seed: the same ones everywhere and for ever (xorshift64*). */
struct random_source {
    uint64_t state; /* the seed; not 0 */
};

uint64_t random_bits(struct random_source *source);

/* From `from` to `to`, both included; the little bias of the remainder does not matter here. */
int64_t random_between(struct random_source *source, int64_t from, int64_t to);

#endif
