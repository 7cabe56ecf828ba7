/* Chains of plans as dense and as wordy as a document can be. */
#include <phb/chain.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/suite.h"

#define DOCUMENT_MAX ((size_t)4 * 1024 * 1024)

/* ---- a document too long to be written by hand ---- */

static struct {
    char bytes[4 * 1024 * 1024];
    size_t size;
} document;

__attribute__((format(printf, 1, 2))) static void
add(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int size =
        vsnprintf(document.bytes + document.size, DOCUMENT_MAX - document.size, format, arguments);
    va_end(arguments);
    ck_assert_int_gt(size, 0);
    document.size += (size_t)size;
    ck_assert_uint_lt(document.size, DOCUMENT_MAX);
}

/* [{"id":"n0"}, …] */
static void
add_needs(int count)
{
    add("{\"format\":\"phb-plan/1\",\"status\":\"draft\",\"needs_and_outcomes\":{\"needs\":[");
    for (int i = 0; i < count; i++) {
        add("%s{\"id\":\"n%d\"}", i == 0 ? "" : ",", i);
    }
}

/* The `links` of `targets` that begin at the i-th, and round. */
static void
add_links(const char *letter, int i, int links, int targets)
{
    for (int j = 0; j < links; j++) {
        add("%s\"%s%d\"", j == 0 ? "" : ",", letter, (i + j) % targets);
    }
}

static phb_chain *
chain_of_document(void)
{
    phb_plan *plan = NULL;
    phb_chain *chain = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_plan_from_json(NULL, document.bytes, document.size, &plan, &error);
    ck_assert_msg(status == PHB_OK, "%s: %s", error.path, error.message);
    ck_assert_int_eq(phb_plan_chain(plan, NULL, NULL, &chain, NULL), PHB_OK);
    phb_plan_free(plan);
    return chain;
}

/* ---- the two ---- */

#define ITEMS 1000
#define LINKS 80

static void
write_dense_plan(void)
{
    document.size = 0;
    add_needs(ITEMS);
    add("],\"outcomes\":[");
    for (int i = 0; i < ITEMS; i++) {
        add("%s{\"id\":\"o%d\",\"needs\":[", i == 0 ? "" : ",", i);
        add_links("n", i, LINKS, ITEMS);
        add("]}");
    }
    add("]},\"action_plan\":{\"actions\":[");
    for (int i = 0; i < ITEMS; i++) {
        add("%s{\"id\":\"a%d\",\"cost\":\"budget\",\"budget\":[\"contingency\"],\"outcomes\":[",
            i == 0 ? "" : ",", i);
        add_links("o", i, LINKS, ITEMS);
        add("]}");
    }
    add("]},\"budget\":{\"period\":{\"start\":\"2026-04-06\",\"end\":\"2027-04-05\"}}}");
}

/*
 * 1,000 needs; 1,000 outcomes that each answer 80 of them, and 1,000 actions that each work towards
 * 80 outcomes and name one cost: 1,000 + 80,000 + 80,000 + 1,000 rows. Shown whole everywhere, the
 * same would be 1,000 × 80 × 80 rows of actions alone.
 */
START_TEST(a_dense_plan_has_a_row_a_link)
{
    write_dense_plan();
    phb_chain *chain = chain_of_document();
    ck_assert_uint_eq(phb_table_rows(phb_chain_table(chain)), 162000);
    phb_chain_free(chain);
}
END_TEST

#define WORDY 4
#define WORDS 60000

static void
write_wordy_plan(void)
{
    static char words[WORDS + 1];
    memset(words, 'x', WORDS);
    document.size = 0;
    add_needs(ITEMS);
    add("],\"outcomes\":[");
    for (int i = 0; i < WORDY; i++) {
        add("%s{\"id\":\"o%d\",\"statement\":\"%s\",\"needs\":[", i == 0 ? "" : ",", i, words);
        add_links("n", 0, ITEMS, ITEMS);
        add("]}");
    }
    add("]}}");
}

/*
 * Four statements of 60,000 bytes that 1,000 needs each lead to: 240,000 bytes, and 5,000 rows of
 * less than 200. Written with every row they would be 240,000,000.
 */
START_TEST(words_are_written_once)
{
    static const phb_format formats[] = {PHB_FORMAT_TEXT, PHB_FORMAT_CSV, PHB_FORMAT_MARKDOWN,
                                         PHB_FORMAT_HTML_PAGE};
    phb_text *text = NULL;
    write_wordy_plan();
    phb_chain *chain = chain_of_document();
    ck_assert_uint_eq(phb_table_rows(phb_chain_table(chain)), 5000);
    ck_assert_int_eq(phb_chain_to_json(chain, &text, NULL), PHB_OK);
    ck_assert_uint_lt(phb_text_size(text), 240000 + 5000 * 200);
    phb_text_free(text);
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        ck_assert_int_eq(phb_chain_render(chain, formats[i], &text, NULL), PHB_OK);
        ck_assert_uint_gt(phb_text_size(text), 240000);
        ck_assert_uint_lt(phb_text_size(text), 240000 + 5000 * 200);
        phb_text_free(text);
    }
    phb_chain_free(chain);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("chain_size");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, a_dense_plan_has_a_row_a_link);
    tcase_add_test(tcase, words_are_written_once);
    return suite_run("chain_size", tcase);
}
