/* Sixteen threads that read one costing, cost one budget with rates they share, and hold one
 * policy. */

#include <pthread.h>
#include <stdbool.h>

#include "sample.h"

#define THREADS 16
#define ROUNDS 20

static struct {
    const phb_costing *costing;
    const phb_budget *budget;
    phb_rates *rates;
    phb_policy *policy;
    phb_pence total_with_rates;
} shared;

/* NULL when all went well; checks are left to the main thread. */
static void *
work(void *unused)
{
    (void)unused;
    static char failed[] = "failed";
    for (int round = 0; round < ROUNDS; round++) {
        phb_text *text = NULL;
        phb_costing *costing = NULL;
        phb_rates *rates = phb_rates_ref(shared.rates);
        phb_policy *policy = phb_policy_ref(shared.policy);
        bool is_right =
            phb_costing_explain(shared.costing, "pa-1/pay/2026-04-06", &text, NULL) == PHB_OK &&
            phb_budget_cost(shared.budget, rates, NULL, &costing, NULL) == PHB_OK &&
            phb_costing_total_pence(costing) == shared.total_with_rates &&
            strcmp(phb_policy_edition(policy), "north/3") == 0;
        phb_policy_unref(policy);
        phb_rates_unref(rates);
        phb_costing_free(costing);
        phb_text_free(text);
        text = NULL;
        is_right = is_right && phb_costing_to_json(shared.costing, 1, &text, NULL) == PHB_OK;
        phb_text_free(text);
        if (!is_right) {
            return failed;
        }
    }
    return NULL;
}

static phb_rates *
overlaid(void)
{
    phb_rates *rates = NULL;
    ck_assert_int_eq(
        phb_rates_overlay_json(NULL, NULL, sample_rates, strlen(sample_rates), &rates, NULL),
        PHB_OK);
    return rates;
}

static phb_policy *
local_rules(void)
{
    static const char json[] = "{\"format\":\"phb-policy/1\",\"name\":\"north\",\"version\":\"3\"}";
    phb_policy *policy = NULL;
    ck_assert_int_eq(phb_policy_from_json(NULL, json, strlen(json), &policy, NULL), PHB_OK);
    return policy;
}

START_TEST(reading_and_costing_are_safe_in_any_thread)
{
    pthread_t threads[THREADS];
    phb_costing *costing = sample_costing(NULL);
    phb_costing *with_rates = NULL;
    phb_budget *budget = sample_budget(NULL);
    phb_rates *rates = overlaid();
    ck_assert_int_eq(phb_budget_cost(budget, rates, NULL, &with_rates, NULL), PHB_OK);
    shared.costing = costing;
    shared.budget = budget;
    shared.rates = rates;
    shared.policy = local_rules();
    shared.total_with_rates = phb_costing_total_pence(with_rates);
    for (size_t i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_create(&threads[i], NULL, work, NULL), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        void *result = NULL;
        ck_assert_int_eq(pthread_join(threads[i], &result), 0);
        ck_assert_ptr_null(result);
    }
    phb_costing_free(with_rates);
    phb_costing_free(costing);
    phb_budget_free(budget);
    phb_rates_unref(rates);
    phb_policy_unref(shared.policy);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("threads");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, reading_and_costing_are_safe_in_any_thread);
    return suite_run("threads", tcase);
}
