/* NULL for each pointer of a call about a plan: ARGUMENT, and nothing crashes, written or made. */

#include <string.h>

#include <phb/phb.h>

#include "support/suite.h"

static const char json[] = "{\"format\":\"phb-plan/1\",\"status\":\"draft\"}";

static phb_plan *plan;
static phb_error error;
/* Whatever a handle held before a call that fails, it is NULL afterwards. */
#define ANYTHING(type) ((type *)(void *)&error)

static phb_plan *made;
static phb_text *text;
static char words[PHB_PLAN_HASH_SIZE]; /* and these are untouched */

static void
set_up(void)
{
    ck_assert_int_eq(phb_plan_from_json(NULL, json, sizeof json - 1, &plan, NULL), PHB_OK);
    phb_error_init(&error, sizeof error);
}

static void
tear_down(void)
{
    phb_plan_free(plan);
}

static phb_status
from_json(void)
{
    made = ANYTHING(phb_plan);
    return phb_plan_from_json(NULL, NULL, 0, &made, &error);
}
static phb_status
from_out(void)
{
    return phb_plan_from_json(NULL, json, sizeof json - 1, NULL, &error);
}
static phb_status
to_plan(void)
{
    text = ANYTHING(phb_text);
    return phb_plan_to_json(NULL, &text, &error);
}
static phb_status
to_out(void)
{
    return phb_plan_to_json(plan, NULL, &error);
}
static phb_status
masked_plan(void)
{
    return phb_plan_nhs_number_masked(NULL, words, sizeof words);
}
static phb_status
masked_out(void)
{
    return phb_plan_nhs_number_masked(plan, NULL, sizeof words);
}
static phb_status
hash_plan(void)
{
    return phb_plan_content_hash(NULL, words, sizeof words, &error);
}
static phb_status
hash_out(void)
{
    return phb_plan_content_hash(plan, NULL, sizeof words, &error);
}

static phb_status (*const calls[])(void) = {
    from_json, from_out, to_plan, to_out, masked_plan, masked_out, hash_plan, hash_out,
};

START_TEST(a_null_that_must_not_be_is_an_argument_error)
{
    made = NULL;
    text = NULL;
    ck_assert_int_eq(calls[_i](), PHB_ERROR_ARGUMENT);
    ck_assert_ptr_null(made);
    ck_assert_ptr_null(text);
    ck_assert_str_eq(words, "");
}
END_TEST

START_TEST(no_plan_says_nothing)
{
    phb_plan_free(NULL);
    ck_assert_ptr_null(phb_plan_budget(NULL));
    ck_assert_int_eq(phb_plan_status_of(NULL), 0);
    ck_assert_int_eq(phb_plan_cohort(NULL), 0);
    ck_assert_int_eq(phb_plan_kind(NULL), 0);
    ck_assert_int_eq(phb_plan_version(NULL), PHB_NUMBER_NONE);
    ck_assert_int_eq(phb_plan_date_of_birth(NULL), PHB_DATE_NONE);
    ck_assert_ptr_null(phb_plan_context(NULL));
}
END_TEST

/* What a handle held is gone whatever was wrong with the document, and an error is optional. */
static const struct {
    const char *text;
    phb_status status;
} refused[] = {
    {"[", PHB_ERROR_JSON_SYNTAX},
    {"[]", PHB_ERROR_JSON_SHAPE},
    {"{}", PHB_ERROR_INCOMPLETE},
    {"{\"format\":\"phb-plan/1\",\"status\":\"draft\",\"version\":0}", PHB_ERROR_RANGE},
};

START_TEST(a_plan_that_is_refused_is_none)
{
    const char *bad = refused[_i].text;
    made = ANYTHING(phb_plan);
    ck_assert_int_eq(phb_plan_from_json(NULL, bad, strlen(bad), &made, NULL), refused[_i].status);
    ck_assert_ptr_null(made);
}
END_TEST

START_TEST(nor_does_a_plan_need_an_error_to_be_written)
{
    ck_assert_int_eq(phb_plan_to_json(plan, &text, NULL), PHB_OK);
    phb_text_free(text);
    ck_assert_int_eq(phb_plan_content_hash(plan, words, sizeof words, NULL), PHB_OK);
    ck_assert_int_eq(phb_plan_content_hash(plan, words, 1, NULL), PHB_ERROR_RANGE);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("plan_nulls");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    add_rows(tcase, a_null_that_must_not_be_is_an_argument_error, calls);
    tcase_add_test(tcase, no_plan_says_nothing);
    add_rows(tcase, a_plan_that_is_refused_is_none, refused);
    tcase_add_test(tcase, nor_does_a_plan_need_an_error_to_be_written);
    return suite_run("plan_nulls", tcase);
}
