/*
 * Good documents with bytes changed, removed and repeated at random: whatever comes in, a call
 * either gives a budget that can be written and costed, or a plan that can be written and hashed,
 * or an error with a sentence and nothing half-built. The sanitizers look on.
 */

#include <phb/phb.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/plan.h"
#include "support/suite.h"

#ifndef MUTATIONS
#define MUTATIONS 20000
#endif

static const char plain_document[] =
    "{\"format\":\"phb-budget/"
    "1\",\"cohort\":\"adult_chc\",\"period\":{\"start\":\"2026-04-06\",\"end\":\"2027-04-05\"},"
    "\"weeks_in_year\":\"52\",\"assistants\":[{\"id\":\"pa-1\",\"name\":\"\\u00e9\\ud83d\\ude00\","
    "\"date_of_birth\":"
    "\"2005-12-01\",\"pay_frequency\":\"monthly\",\"hours\":[{\"hours_per_week\":7.5,\"rate\":\"13."
    "5050\",\"start\":"
    "\"2026-05-01\"},{\"minutes_per_week\":300,\"rate\":15}],\"leave\":{\"method\":\"none\","
    "\"reason\":\"x\"},\"pension\":"
    "{\"employer_rate\":\"5%\",\"basis\":\"all_pay\"},\"deployment\":\"direct_payment\"}],"
    "\"lines\":[{\"id\":\"a\","
    "\"category\":\"agency\",\"amount\":\"21.3375\",\"quantity\":2.25,\"per\":\"week\","
    "\"deployment\":\"notional\"}]}";

/* Nights, dates, cover, funders and what else a budget may say beside the above. */
static const char rich_document[] =
    "{\"format\":\"phb-budget/1\",\"period\":{\"start\":\"2026-04-06\",\"end\":\"2027-04-05\"},"
    "\"assistants\":[{\"id\":\"pa\",\"pay_frequency\":\"weekly\",\"days_per_week\":4.5,"
    "\"employed_since\":\"2020-01-01\",\"hours\":[{\"hours_per_week\":20,\"rate\":["
    "{\"from\":\"2026-04-06\",\"amount\":13},{\"from\":\"2026-10-01\",\"amount\":14}]},"
    "{\"type\":\"sleep_in\",\"nights_per_week\":2,\"rate\":65,\"awake_minutes_per_night\":30,"
    "\"awake_rate\":\"13.50\"}],\"bank_holiday\":{\"minutes\":300,\"premium\":6.75},"
    "\"leave\":{\"method\":\"cover\",\"by\":\"relief\",\"rate\":24,\"night_rate\":95,\"weeks\":6},"
    "\"sickness\":{\"weeks\":1,\"cover_rate\":24,\"cover_night_rate\":95},"
    "\"deployment\":\"direct_payment\",\"funder\":\"n\",\"lives_in_household\":false}],"
    "\"employer\":{\"employment_allowance\":{\"claim\":true,\"already_used\":[{\"tax_year\":2026,"
    "\"amount\":5}]}},\"lines\":[{\"id\":\"pay\",\"category\":\"payroll\",\"amount\":[{\"from\":"
    "\"2026-04-06\",\"amount\":8}],\"per\":\"payslip\",\"assistants\":[\"pa\"],\"deployment\":"
    "\"direct_payment\",\"provider\":{\"cqc\":\"not_required\"}}],\"contingency\":{\"weeks\":4,"
    "\"paid\":\"on_request\"},\"funders\":[{\"id\":\"n\",\"kind\":\"nhs\",\"share\":\"60%\"},"
    "{\"id\":\"l\",\"kind\":\"social_care\",\"share\":\"40%\"}],\"payments\":{\"frequency\":"
    "\"monthly\",\"first_payment\":\"2026-04-01\"},\"agreed\":1,\"agreed_by_line\":{\"pa\":1},"
    "\"wheelchair\":{\"option\":\"third_party\",\"prescribed_cost\":1200,\"price\":1500}}";

#define SIZE_MAX_OF_CASE 32768
_Static_assert(2 * sizeof rich_document <= SIZE_MAX_OF_CASE, "with all that may be put in");
_Static_assert(sizeof plain_document <= sizeof rich_document, "the rich one is the longer one");

/* Pieces that mean something to a reader of JSON or of budgets. */
static const char *const pieces[] = {
    "{",          "}",    "[",     "]",      "\"",     ",",
    ":",          "null", "1e308", "-",      "0",      "\\u0000",
    "\\ud800",    "\xC3", "\xFF",  "1e-308", "\"id\"", "99999999999999999999",
    "2027-02-29", "\\"};

static size_t
mutate(char *text, size_t size, struct random_source *source)
{
    size_t at = (size_t)random_between(source, 0, (int64_t)size - 1);
    size_t count = (size_t)random_between(source, 1, 12);
    count = count < size - at ? count : size - at;
    const char *piece = pieces[random_between(source, 0, (int64_t)COUNT_OF(pieces) - 1)];
    switch (random_between(source, 0, 3)) {
    case 0: /* another byte */
        text[at] = (char)random_between(source, 0, 255);
        return size;
    case 1: /* some gone */
        memmove(text + at, text + at + count, size - at - count);
        return size - count;
    case 2: /* a piece put in */
        count = strlen(piece);
        memmove(text + at + count, text + at, size - at);
        memcpy(text + at, piece, count);
        return size + count;
    default: /* some twice */
        memmove(text + at + count, text + at, size - at);
        return size + count;
    }
}

/* What is wrong with a refusal; NULL: nothing. */
static const char *
refusal(phb_status status, const phb_error *error, size_t size, const void *handle)
{
    bool is_told = error->status == status && error->message[0] != '\0' && error->position >= 0 &&
                   error->position <= (int64_t)size;
    return handle    ? "something came with an error"
           : is_told ? NULL
                     : "the error does not say what or where";
}

static const char *
costing_of(const phb_budget *budget)
{
    phb_costing *costing = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_budget_cost(budget, NULL, NULL, &costing, &error);
    bool is_whole = (status == PHB_OK) == (costing != NULL);
    phb_costing_free(costing);
    return is_whole && (status == PHB_OK || error.message[0] != '\0')
               ? NULL
               : "a costing came with an error, or neither came";
}

/* What is wrong with the library's answer; NULL: nothing. */
static const char *
answer_to_budget(const char *text, size_t size, int *read_count)
{
    phb_budget *budget = NULL;
    phb_text *written = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_budget_from_json(NULL, text, size, &budget, &error);
    if (status != PHB_OK) {
        return refusal(status, &error, size, budget);
    }
    ++*read_count;
    const char *wrong = costing_of(budget);
    if (phb_budget_to_json(budget, &written, NULL) != PHB_OK) {
        wrong = "what was read cannot be written";
    }
    phb_text_free(written);
    phb_budget_free(budget);
    return wrong;
}

/* What is written reads back as a plan of the same hash. */
static const char *
written_again(const phb_plan *plan)
{
    char hashes[2][PHB_PLAN_HASH_SIZE] = {"", "none"};
    phb_text *written = NULL;
    phb_plan *again = NULL;
    bool is_written = phb_plan_to_json(plan, &written, NULL) == PHB_OK &&
                      phb_plan_from_json(NULL, phb_text_data(written), phb_text_size(written),
                                         &again, NULL) == PHB_OK;
    (void)phb_plan_content_hash(plan, hashes[0], sizeof hashes[0], NULL);
    (void)phb_plan_content_hash(again, hashes[1], sizeof hashes[1], NULL);
    phb_plan_free(again);
    phb_text_free(written);
    return is_written && strcmp(hashes[0], hashes[1]) == 0 ? NULL : "it is not written as it is";
}

static const char *
answer_to_plan(const char *text, size_t size, int *read_count)
{
    phb_plan *plan = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_plan_from_json(NULL, text, size, &plan, &error);
    if (status != PHB_OK) {
        return refusal(status, &error, size, plan);
    }
    ++*read_count;
    const char *wrong = phb_plan_budget(plan) ? costing_of(phb_plan_budget(plan)) : NULL;
    wrong = wrong ? wrong : written_again(plan);
    phb_plan_free(plan);
    return wrong;
}

struct food {
    const char *text;
    const char *(*answer)(const char *text, size_t size, int *read_count);
};

static void
feed(const struct food *food, size_t count, int mutations)
{
    const char *chosen = getenv("PHB_SEED");
    uint64_t seed = chosen ? strtoull(chosen, NULL, 10) : 1;
    struct random_source source = {seed};
    int read_count = 0;
    for (int i = 0; i < mutations; i++) {
        static char text[SIZE_MAX_OF_CASE];
        const struct food *dish = &food[(size_t)i % count];
        size_t size = strlen(dish->text);
        memcpy(text, dish->text, size);
        for (int64_t times = random_between(&source, 1, 3); times > 0; times--) {
            size = mutate(text, size, &source);
        }
        const char *wrong = dish->answer(text, size, &read_count);
        ck_assert_msg(!wrong, "PHB_SEED=%llu, mutation %d: %s: %.*s", (unsigned long long)seed, i,
                      wrong, (int)size, text);
    }
    /* Were all of them refused, nothing would have been written or costed. */
    ck_assert_int_gt(read_count, mutations / 1000);
}

START_TEST(whatever_comes_in_is_read_or_refused)
{
    static const struct food budgets[] = {{plain_document, answer_to_budget},
                                          {rich_document, answer_to_budget}};
    feed(budgets, COUNT_OF(budgets), MUTATIONS);
}
END_TEST

START_TEST(whatever_plan_comes_in_is_read_or_refused)
{
    const struct food plans[] = {
        {whole_plan(), answer_to_plan},
        {plan_text("'person':{'nhs_number':'943 476 5919','date_of_birth':'1961-02-28'},'health':{"
                   "'medication':['x'],'allergies':'none','monitoring':{'professional':'cc'}},"
                   "'contacts':{'professionals':[{'id':'cc'}]},'about':{'elsewhere':'x'}"),
         answer_to_plan}};
    feed(plans, COUNT_OF(plans), MUTATIONS);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("mutations");
    tcase_set_timeout(tcase, 1800);
    tcase_add_test(tcase, whatever_comes_in_is_read_or_refused);
    tcase_add_test(tcase, whatever_plan_comes_in_is_read_or_refused);
    return suite_run("mutations", tcase);
}
