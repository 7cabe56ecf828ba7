/*
 * Good documents with bytes changed, removed and repeated at random: whatever comes in, a call
 * either gives a budget that can be written and costed, or an error with a sentence and nothing
 * half-built. The sanitizers look on.
 */

#include <phb/phb.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static const struct {
    const char *text;
    size_t size;
} food[] = {{plain_document, sizeof plain_document - 1}, {rich_document, sizeof rich_document - 1}};

#define SIZE_MAX_OF_CASE (2 * sizeof rich_document)
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

/* What is wrong with the library's answer; NULL: nothing. */
static const char *
answer(const char *text, size_t size, int *read_count)
{
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_text *written = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_status status = phb_budget_from_json(NULL, text, size, &budget, &error);
    if (status != PHB_OK) {
        bool is_told = error.status == status && error.message[0] != '\0' && error.position >= 0 &&
                       error.position <= (int64_t)size;
        return budget    ? "a budget came with an error"
               : is_told ? NULL
                         : "the error does not say what or where";
    }
    const char *wrong = NULL;
    ++*read_count;
    if (phb_budget_to_json(budget, &written, NULL) != PHB_OK) {
        wrong = "what was read cannot be written";
    }
    status = phb_budget_cost(budget, NULL, NULL, &costing, &error);
    if ((status == PHB_OK) != (costing != NULL) || (status != PHB_OK && error.message[0] == '\0')) {
        wrong = "a costing came with an error, or neither came";
    }
    phb_costing_free(costing);
    phb_text_free(written);
    phb_budget_free(budget);
    return wrong;
}

START_TEST(whatever_comes_in_is_read_or_refused)
{
    const char *chosen = getenv("PHB_SEED");
    uint64_t seed = chosen ? strtoull(chosen, NULL, 10) : 1;
    struct random_source source = {seed};
    int read_count = 0;
    for (int i = 0; i < MUTATIONS; i++) {
        char text[SIZE_MAX_OF_CASE];
        size_t size = food[i % 2].size;
        memcpy(text, food[i % 2].text, size);
        for (int64_t times = random_between(&source, 1, 3); times > 0; times--) {
            size = mutate(text, size, &source);
        }
        const char *wrong = answer(text, size, &read_count);
        ck_assert_msg(!wrong, "PHB_SEED=%llu, mutation %d: %s: %.*s", (unsigned long long)seed, i,
                      wrong, (int)size, text);
    }
    /* Were all of them refused, nothing would have been written or costed. */
    ck_assert_int_gt(read_count, MUTATIONS / 1000);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("mutations");
    tcase_set_timeout(tcase, 1800);
    tcase_add_test(tcase, whatever_comes_in_is_read_or_refused);
    return suite_run("mutations", tcase);
}
