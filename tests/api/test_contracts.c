/* Status table, ownership, outputs on failure, bad enums, the host's allocator, the locale. */

#include <locale.h>
#include <stdlib.h>

#include "sample.h"
#include "support/failing.h"

START_TEST(every_status_has_a_name_and_a_sentence_of_its_own)
{
    ck_assert_int_eq(phb_status_count(), PHB_ERROR_RATE_NOT_IN_FORCE + 1);
    for (int32_t i = 0; i < phb_status_count(); i++) {
        ck_assert_str_ne(phb_status_name((phb_status)i), "UNKNOWN");
        ck_assert_str_ne(phb_status_message((phb_status)i), "");
        for (int32_t j = 0; j < i; j++) {
            ck_assert_str_ne(phb_status_name((phb_status)i), phb_status_name((phb_status)j));
            ck_assert_str_ne(phb_status_message((phb_status)i), phb_status_message((phb_status)j));
        }
    }
    ck_assert_str_eq(phb_status_name((phb_status)-1), "UNKNOWN");
    ck_assert_str_eq(phb_status_name((phb_status)phb_status_count()), "UNKNOWN");
}
END_TEST

START_TEST(outputs_of_calls_that_fail_are_untouched)
{
    phb_pence amount = -77;
    phb_pence shares[2] = {-77, -77};
    int64_t weights[2] = {0, 0};
    phb_date date = -77;
    int32_t year = -77;
    int32_t age = -77;
    char text[4] = "abc";
    ck_assert_int_eq(phb_pence_scale(1, 1, 0, PHB_ROUND_DOWN, &amount), PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_pence_scale(1, 1, 2, PHB_ROUND_EXACT, &amount), PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_pence_scale(1, 1, 1, (phb_rounding)0, &amount), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_pence_parse("1.005", &amount), PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_pence_share(10, weights, 2, shares), PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_pence_share(10, weights, 0, shares), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_pence_format(123456, text, sizeof(text)), PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_date_from_ymd(2027, 2, 29, &date), PHB_ERROR_DATE);
    ck_assert_int_eq(phb_date_parse("2027-2-28", &date), PHB_ERROR_DATE);
    ck_assert_int_eq(phb_date_add_days(PHB_DATE_MAX, 1, &date), PHB_ERROR_DATE);
    ck_assert_int_eq(phb_date_add_months(0, 1, (phb_month_end)0, &date), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(phb_date_add_months(30, 1, PHB_MONTH_END_FAIL, &date),
                     PHB_ERROR_DATE_AMBIGUOUS);
    ck_assert_int_eq(phb_date_of_age(0, 151, &date), PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_date_age(1, 0, &age), PHB_ERROR_RANGE);
    ck_assert_int_eq(phb_date_to_ymd(PHB_DATE_NONE, &year, NULL, NULL), PHB_ERROR_DATE);
    ck_assert_int_eq(phb_date_format(0, text, sizeof(text)), PHB_ERROR_RANGE);
    ck_assert_int_eq(amount, -77);
    ck_assert_int_eq(shares[0], -77);
    ck_assert_int_eq(shares[1], -77);
    ck_assert_int_eq(date, -77);
    ck_assert_int_eq(year, -77);
    ck_assert_int_eq(age, -77);
    ck_assert_str_eq(text, "abc");
    ck_assert_int_eq(phb_date_weekday(PHB_DATE_NONE), 0);
}
END_TEST

START_TEST(an_error_is_left_alone_by_a_call_that_succeeds)
{
    phb_error error = PHB_ERROR_INIT;
    strcpy(error.message, "as it was");
    phb_budget *budget = NULL;
    ck_assert_int_eq(phb_budget_new(NULL, &budget, &error), PHB_OK);
    ck_assert_str_eq(error.message, "as it was");
    phb_budget_free(budget);
}
END_TEST

/* The budget, the text and the rates go first; what was made of them stays. */
START_TEST(a_costing_outlives_what_it_was_made_of)
{
    char *json = malloc(sizeof(sample_json));
    ck_assert_ptr_nonnull(json);
    memcpy(json, sample_json, sizeof(sample_json));
    phb_rates *rates = NULL;
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_text *text = NULL;
    ck_assert_int_eq(
        phb_rates_overlay_json(NULL, NULL, sample_rates, strlen(sample_rates), &rates, NULL),
        PHB_OK);
    ck_assert_int_eq(phb_budget_from_json(NULL, json, strlen(json), &budget, NULL), PHB_OK);
    memset(json, 'x', strlen(json));
    free(json);
    ck_assert_int_eq(phb_budget_cost(budget, rates, NULL, &costing, NULL), PHB_OK);
    phb_budget_free(budget);
    phb_rates_unref(rates);
    ck_assert_str_eq(phb_costing_rates_edition(costing), "2026.1+ruritania");
    ck_assert_int_eq(phb_costing_explain(costing, "pa-1/employer_ni/2026-09-15", &text, NULL),
                     PHB_OK);
    ck_assert_ptr_nonnull(strstr(phb_text_data(text), "10%"));
    phb_text_free(text);
    phb_costing_free(costing);
}
END_TEST

START_TEST(references_are_counted)
{
    phb_rates *rates = NULL;
    ck_assert_int_eq(phb_rates_builtin(NULL, &rates, NULL), PHB_OK);
    ck_assert_ptr_eq(phb_rates_ref(rates), rates);
    phb_rates_unref(rates);
    ck_assert_str_eq(phb_rates_edition(rates), "2026.1");
    phb_rates_unref(rates);
    phb_context *context = NULL;
    ck_assert_int_eq(phb_context_new(NULL, &context, NULL), PHB_OK);
    ck_assert_ptr_eq(phb_context_ref(context), context);
    phb_context_unref(context);
    phb_context_unref(context);
}
END_TEST

/* Everything once, with an allocator of the host's own; then nothing is held any more. */
static void
do_everything(phb_context *context)
{
    phb_text *texts[6] = {NULL};
    phb_rates *rates = NULL;
    phb_table *table = NULL;
    phb_budget *budget = sample_budget(context);
    phb_costing *costing = NULL;
    ck_assert_int_eq(
        phb_rates_overlay_json(context, NULL, sample_rates, strlen(sample_rates), &rates, NULL),
        PHB_OK);
    ck_assert_int_eq(phb_budget_cost(budget, rates, NULL, &costing, NULL), PHB_OK);
    ck_assert_ptr_eq(phb_costing_context(costing), context);
    ck_assert_int_eq(phb_rates_table(context, rates, "pension", PHB_DATE_NONE, &table, NULL),
                     PHB_OK);
    ck_assert_int_eq(phb_budget_to_json(budget, &texts[0], NULL), PHB_OK);
    ck_assert_int_eq(phb_costing_to_json(costing, 1, &texts[1], NULL), PHB_OK);
    ck_assert_int_eq(phb_costing_render(costing, PHB_FORMAT_TEXT, &texts[2], NULL), PHB_OK);
    ck_assert_int_eq(phb_costing_explain(costing, "ins", &texts[3], NULL), PHB_OK);
    ck_assert_int_eq(phb_table_render(context, table, PHB_FORMAT_TEXT, &texts[4], NULL), PHB_OK);
    ck_assert_int_eq(phb_table_to_json(context, table, &texts[5], NULL), PHB_OK);
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        ck_assert_uint_eq(strlen(phb_text_data(texts[i])), phb_text_size(texts[i]));
        phb_text_free(texts[i]);
    }
    phb_table_free(table);
    phb_costing_free(costing);
    phb_budget_free(budget);
    phb_rates_unref(rates);
}

START_TEST(a_hosts_allocator_gets_everything_back)
{
    struct failing failing;
    do_everything(failing_context(&failing, 0, FAILING_ONCE));
    ck_assert_uint_gt(failing.calls, 10);
    failing_close(&failing);
}
END_TEST

START_TEST(what_was_refused_is_given_back_too)
{
    struct failing failing;
    phb_budget *budget = NULL;
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    for (size_t size = 0; size < strlen(sample_json); size++) {
        ck_assert_int_ne(phb_budget_from_json(context, sample_json, size, &budget, NULL), PHB_OK);
        ck_assert_ptr_null(budget);
    }
    failing_close(&failing);
}
END_TEST

START_TEST(a_limit_can_be_lowered_and_not_raised)
{
    phb_context *context = NULL;
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    options.limits.json_bytes = 4194305;
    ck_assert_int_eq(phb_context_new(&options, &context, NULL), PHB_ERROR_RANGE);
    ck_assert_ptr_null(context);
    options.limits.json_bytes = 100;
    ck_assert_int_eq(phb_context_new(&options, &context, NULL), PHB_OK);
    phb_budget *budget = NULL;
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(
        phb_budget_from_json(context, sample_json, strlen(sample_json), &budget, &error),
        PHB_ERROR_LIMIT);
    ck_assert_int_eq(error.position, 100);
    phb_context_unref(context);
}
END_TEST

static const char *const locales[] = {"C", "C.utf8", "de_DE.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8"};

/* A decimal comma and a dotless i change nothing. A locale that is not installed says nothing. */
START_TEST(no_locale_changes_anything)
{
    phb_text *text = NULL;
    phb_costing *costing = NULL;
    if (!setlocale(LC_ALL, locales[_i])) {
        return;
    }
    costing = sample_costing(NULL);
    ck_assert_int_eq(phb_costing_to_json(costing, 1, &text, NULL), PHB_OK);
    setlocale(LC_ALL, "C");
    phb_costing *in_c = sample_costing(NULL);
    phb_text *text_in_c = NULL;
    ck_assert_int_eq(phb_costing_to_json(in_c, 1, &text_in_c, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(text), phb_text_data(text_in_c));
    phb_text_free(text);
    phb_text_free(text_in_c);
    phb_costing_free(costing);
    phb_costing_free(in_c);
}
END_TEST

START_TEST(the_library_is_of_the_version_of_its_headers)
{
    ck_assert_str_eq(phb_version(), PHB_VERSION);
}
END_TEST

/* Read it is fine: only when it is costed does it come to more than can be counted. */
START_TEST(a_budget_that_cannot_be_costed_is_placed_in_its_plan)
{
    static const char line[] = "{\"id\":\"line-%d\",\"category\":\"other\",\"amount\":10000000000,"
                               "\"quantity\":100000,\"per\":\"week\",\"deployment\":\"notional\"}";
    char lines[2][256];
    char json[1024];
    phb_plan *plan = NULL;
    phb_report *report = NULL;
    phb_error error = PHB_ERROR_INIT;
    for (int i = 0; i < 2; i++) {
        (void)snprintf(lines[i], sizeof lines[i], line, i);
    }
    (void)snprintf(
        json, sizeof json,
        "{\"format\":\"phb-plan/1\",\"status\":\"draft\",\"budget\":{\"period\":{\"start\":"
        "\"2026-04-06\",\"end\":\"2027-04-05\"},\"lines\":[%s,%s]}}",
        lines[0], lines[1]);
    ck_assert_int_eq(phb_plan_from_json(NULL, json, strlen(json), &plan, NULL), PHB_OK);
    ck_assert_int_eq(phb_plan_check(plan, NULL, NULL, &report, &error), PHB_ERROR_RANGE);
    ck_assert_int_eq(strncmp(error.path, "/budget", strlen("/budget")), 0);
    ck_assert_ptr_null(report);
    phb_plan_free(plan);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("contracts");
    tcase_add_test(tcase, every_status_has_a_name_and_a_sentence_of_its_own);
    tcase_add_test(tcase, outputs_of_calls_that_fail_are_untouched);
    tcase_add_test(tcase, an_error_is_left_alone_by_a_call_that_succeeds);
    tcase_add_test(tcase, a_costing_outlives_what_it_was_made_of);
    tcase_add_test(tcase, references_are_counted);
    tcase_add_test(tcase, a_hosts_allocator_gets_everything_back);
    tcase_add_test(tcase, what_was_refused_is_given_back_too);
    tcase_add_test(tcase, a_limit_can_be_lowered_and_not_raised);
    add_rows(tcase, no_locale_changes_anything, locales);
    tcase_add_test(tcase, the_library_is_of_the_version_of_its_headers);
    tcase_add_test(tcase, a_budget_that_cannot_be_costed_is_placed_in_its_plan);
    return suite_run("contracts", tcase);
}
