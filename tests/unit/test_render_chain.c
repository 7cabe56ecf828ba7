#include <phb/chain.h>

#include <stdio.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <phb/version.h>

#include "support/plan.h"
#include "support/suite.h"

static phb_chain *chain;
static phb_text *text;

static const char *
rendered(const char *members, phb_format format)
{
    phb_plan *plan = planned(members);
    phb_chain_free(chain);
    phb_text_free(text);
    ck_assert_int_eq(phb_plan_chain(plan, NULL, NULL, &chain, NULL), PHB_OK);
    phb_plan_free(plan);
    ck_assert_int_eq(phb_chain_render(chain, format, &text, NULL), PHB_OK);
    return phb_text_data(text);
}

static void
set_up(void)
{
    chain = NULL;
    text = NULL;
}

static void
tear_down(void)
{
    phb_text_free(text);
    phb_chain_free(chain);
}

#define TITLE "From each need to what pays for it\nlibphb " PHB_VERSION ".\n\n"
#define TEN "----------"
#define RULE TEN TEN TEN TEN TEN TEN TEN TEN TEN "------\n"
#define NEED(words) \
    "'needs_and_outcomes':{'needs':[{'id':'n','eligible':false,'description':'" words "'}]}"
#define BUDGET(lines) \
    "'budget':{'period':{'start':'2026-04-06','end':'2027-04-05'},'lines':[" lines "]}"
#define ONCE(id, category, amount) \
    "{'id':'" id "','category':'" category "','amount':'" amount \
    "','per':'once','deployment':'notional'}"

/* ---- the page ---- */

START_TEST(a_plan_with_nothing_says_so)
{
    ck_assert_str_eq(rendered("", PHB_FORMAT_TEXT),
                     TITLE "The plan has no needs, outcomes, actions or costs.\n");
}
END_TEST

/* Whatever the order in the budget, each heading stands once. */
START_TEST(what_employing_costs_comes_after_what_hangs_on_nothing)
{
    ck_assert_str_eq(rendered("'action_plan':{'actions':[{'id':'a'}]}," BUDGET(ONCE(
                                  "ins", "insurance", "95.00") "," ONCE("art", "activity", "5.00")),
                              PHB_FORMAT_TEXT),
                     TITLE "What hangs on nothing\n" RULE "    Action a\n"
                           "      ! works towards no outcome\n"
                           "      ! not said whether this costs anything\n"
                           "      art (Activity)                                                   "
                           "                    £5.00\n"
                           "      ! is in no action\n"
                           "\n"
                           "What comes with employing people or holding the money\n" RULE
                           "      ins (Insurance)                                                  "
                           "                   £95.00\n");
}
END_TEST

START_TEST(what_is_not_in_the_plan_has_a_heading_of_its_own)
{
    ck_assert_str_eq(
        rendered("'action_plan':{'elsewhere':'x'}," BUDGET(ONCE("ins", "insurance", "95.00")),
                 PHB_FORMAT_TEXT),
        TITLE "What belongs to a part that is not in this plan\n" RULE
              "      ins (Insurance)                                                  "
              "                   £95.00\n");
    ck_assert_str_eq(rendered("'needs_and_outcomes':{'elsewhere':'x'},'action_plan':{'actions':[{"
                              "'id':'a','outcomes':['o'],'cost':'free'}]}",
                              PHB_FORMAT_TEXT),
                     TITLE "What belongs to a part that is not in this plan\n" RULE
                           "    Action a (costs nothing)\n");
}
END_TEST

#define LONG_ID "x234567890123456789012345678901234567890123456789012345678901234"

/* 6 spaces, 64 letters and 24 of "(Equipment maintenance)" with its space leave no room for 14. */
START_TEST(an_amount_that_has_no_room_goes_below)
{
    const char *page =
        rendered(BUDGET(ONCE(LONG_ID, "equipment_maintenance", "12345678.00")), PHB_FORMAT_TEXT);
    ck_assert_ptr_nonnull(strstr(page, "      " LONG_ID " (Equipment maintenance)\n"
                                       "                                                           "
                                       "                       £12,345,678.00\n"));
}
END_TEST

/* ---- words ---- */

#define W9 "wordssss "
#define W90 W9 W9 W9 W9 W9 W9 W9 W9 W9 W9

/* "Need n: " is 8 letters: nine words of nine with their spaces end at 89, a tenth at 97 of 96. */
START_TEST(long_words_are_wrapped)
{
    ck_assert_str_eq(rendered(NEED(W90), PHB_FORMAT_TEXT),
                     TITLE "Need n: wordssss wordssss wordssss wordssss wordssss wordssss wordssss "
                           "wordssss wordssss\n"
                           "  wordssss\n");
}
END_TEST

#define HUNDRED_BYTES \
    "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901" \
    "23" \
    "456789"

/* A link stays in one piece, so that it can be copied. */
START_TEST(a_word_that_is_too_long_is_left_whole)
{
    ck_assert_str_eq(rendered(NEED("See " HUNDRED_BYTES " there"), PHB_FORMAT_TEXT),
                     TITLE "Need n: See\n  " HUNDRED_BYTES "\n  there\n");
}
END_TEST

/* What a document says, and what of it stands on a page. */
static const struct {
    const char *words;
    const char *shown;
} words[] = {
    {"two\\nlines", "two lines"},
    {"two\\r\\nlines\\twide", "two lines wide"},
    {"a  b", "a b"},
    /* Nothing reaches a terminal but what it shows: an escape, a bell, DEL, and CSI in one. */
    {"\\u001b[31mred", "\xEF\xBF\xBD[31mred"},
    {"\\u001b]0;title\\u0007", "\xEF\xBF\xBD]0;title\xEF\xBF\xBD"},
    {"\\u007f\\b\\f\\u0001", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
    {"\\u009b31m", "\xEF\xBF\xBD"
                   "31m"},
    {"\\u0080\\u009f", "\xEF\xBF\xBD\xEF\xBF\xBD"},
    /* What is no control character stays: U+00A0, é, a family of four, Hebrew, Arabic. */
    {"\\u00a0caf\\u00e9", "\xC2\xA0"
                          "caf\xC3\xA9"},
    {"👩‍👩‍👧‍👦 🏳️‍🌈", "👩‍👩‍👧‍👦 🏳️‍🌈"},
    {"שלום (a) עולם", "שלום (a) עולם"},
    {"مرحبا", "مرحبا"},
};

START_TEST(words_are_shown_and_do_nothing)
{
    char members[512];
    char expected[512];
    snprintf(members, sizeof members, NEED("%s"), words[_i].words);
    snprintf(expected, sizeof expected, TITLE "Need n: %s\n", words[_i].shown);
    ck_assert_str_eq(rendered(members, PHB_FORMAT_TEXT), expected);
}
END_TEST

static const phb_format pages[] = {PHB_FORMAT_TEXT, PHB_FORMAT_CSV, PHB_FORMAT_MARKDOWN,
                                   PHB_FORMAT_HTML};

START_TEST(no_page_has_a_control_character)
{
    const char *page = rendered(NEED("a\\u001b[2Jb\\u009bc\\u007fd"), pages[_i]);
    ck_assert_ptr_nonnull(strstr(page, "\xEF\xBF\xBD"));
    for (const char *c = page; *c != '\0'; c++) {
        unsigned char byte = (unsigned char)*c;
        ck_assert(byte >= 0x20 || byte == '\n' || byte == '\r');
        ck_assert(byte != 0x7F && !(byte == 0xC2 && (unsigned char)c[1] < 0xA0));
    }
}
END_TEST

/* ---- the other forms ---- */

START_TEST(json_says_what_was_said)
{
    static const char said[] = "a\\u001b[2Jb\\n👩‍👩‍👧‍👦 שלום";
    phb_text *json = NULL;
    (void)rendered(NEED("a\\u001b[2Jb\\n👩‍👩‍👧‍👦 שלום"), PHB_FORMAT_TEXT);
    ck_assert_int_eq(phb_chain_to_json(chain, &json, NULL), PHB_OK);
    ck_assert_ptr_nonnull(strstr(phb_text_data(json), said));
    cJSON *root = cJSON_Parse(phb_text_data(json));
    ck_assert_str_eq(cJSON_GetObjectItem(root, "format")->valuestring, "phb-chain/1");
    ck_assert_str_eq(cJSON_GetObjectItem(root, "library")->valuestring, PHB_VERSION);
    ck_assert_int_eq(cJSON_GetArraySize(cJSON_GetObjectItem(root, "links")), 1);
    cJSON_Delete(root);
    phb_text_free(json);
}
END_TEST

START_TEST(csv_is_no_formula_and_markdown_no_markup)
{
    ck_assert_ptr_nonnull(strstr(rendered(NEED("=1+1, \\\"x\\\""), PHB_FORMAT_CSV),
                                 "need,n,,\"'=1+1, \"\"x\"\"\",,"));
    ck_assert_ptr_nonnull(strstr(rendered(NEED("<b>|*x*"), PHB_FORMAT_MARKDOWN),
                                 "| need | n |  | \\<b\\>\\|\\*x\\* |"));
}
END_TEST

START_TEST(other_formats_are_refused)
{
    static const int formats[] = {0, 4, 7, -1};
    (void)rendered("", PHB_FORMAT_TEXT);
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        phb_text *made = (phb_text *)(void *)chain;
        ck_assert_int_eq(phb_chain_render(chain, (phb_format)formats[i], &made, NULL),
                         PHB_ERROR_ARGUMENT);
        ck_assert_ptr_null(made);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("render_chain");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, a_plan_with_nothing_says_so);
    tcase_add_test(tcase, what_employing_costs_comes_after_what_hangs_on_nothing);
    tcase_add_test(tcase, what_is_not_in_the_plan_has_a_heading_of_its_own);
    tcase_add_test(tcase, an_amount_that_has_no_room_goes_below);
    tcase_add_test(tcase, long_words_are_wrapped);
    tcase_add_test(tcase, a_word_that_is_too_long_is_left_whole);
    add_rows(tcase, words_are_shown_and_do_nothing, words);
    add_rows(tcase, no_page_has_a_control_character, pages);
    tcase_add_test(tcase, json_says_what_was_said);
    tcase_add_test(tcase, csv_is_no_formula_and_markdown_no_markup);
    tcase_add_test(tcase, other_formats_are_refused);
    return suite_run("render_chain", tcase);
}
