/* Sixteen threads that read one costing, cost one budget with rates they share, hold one policy,
 * and check and follow one plan. */

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

/* A need whose outcome an action is for, which a line of £95.00 pays for. */
static const char plan_json[] =
    "{\"format\":\"phb-plan/"
    "1\",\"status\":\"draft\",\"needs_and_outcomes\":{\"needs\":[{\"id\":\"n\"}],"
    "\"outcomes\":[{\"id\":\"o\",\"needs\":[\"n\"]}]},\"action_plan\":{\"actions\":[{\"id\":\"a\","
    "\"outcomes\":[\"o\"],\"cost\":\"budget\",\"budget\":[\"ins\"]}]},\"budget\":{\"period\":{"
    "\"start\":"
    "\"2026-04-06\",\"end\":\"2027-04-05\"},\"lines\":[{\"id\":\"ins\",\"category\":\"insurance\","
    "\"amount\":\"95.00\",\"per\":\"year\",\"deployment\":\"notional\"}]}}";

/* What both say of one plan, as text; false when either fails. */
static bool
say(const phb_plan *plan, phb_text **out_report, phb_text **out_chain)
{
    phb_report *report = NULL;
    phb_chain *chain = NULL;
    bool is_said = phb_plan_check(plan, NULL, NULL, &report, NULL) == PHB_OK &&
                   phb_report_to_json(report, out_report, NULL) == PHB_OK &&
                   phb_plan_chain(plan, NULL, NULL, &chain, NULL) == PHB_OK &&
                   phb_chain_render(chain, PHB_FORMAT_TEXT, out_chain, NULL) == PHB_OK;
    phb_chain_free(chain);
    phb_report_free(report);
    return is_said;
}

static struct {
    const phb_plan *plan;
    phb_text *report;
    phb_text *chain;
} planned;

static void *
check_and_chain(void *unused)
{
    (void)unused;
    static char failed[] = "failed";
    for (int round = 0; round < ROUNDS; round++) {
        phb_text *report = NULL;
        phb_text *chain = NULL;
        bool is_right = say(planned.plan, &report, &chain) &&
                        strcmp(phb_text_data(report), phb_text_data(planned.report)) == 0 &&
                        strcmp(phb_text_data(chain), phb_text_data(planned.chain)) == 0;
        phb_text_free(report);
        phb_text_free(chain);
        if (!is_right) {
            return failed;
        }
    }
    return NULL;
}

static void
run_in_all(void *(*of_a_thread)(void *))
{
    pthread_t threads[THREADS];
    for (size_t i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_create(&threads[i], NULL, of_a_thread, NULL), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        void *result = NULL;
        ck_assert_int_eq(pthread_join(threads[i], &result), 0);
        ck_assert_ptr_null(result);
    }
}

START_TEST(checking_and_following_one_plan_are_safe_in_any_thread)
{
    phb_plan *plan = NULL;
    ck_assert_int_eq(phb_plan_from_json(NULL, plan_json, strlen(plan_json), &plan, NULL), PHB_OK);
    planned.plan = plan;
    ck_assert(say(plan, &planned.report, &planned.chain));
    ck_assert_ptr_nonnull(strstr(phb_text_data(planned.chain), "£95.00"));
    run_in_all(check_and_chain);
    phb_text_free(planned.report);
    phb_text_free(planned.chain);
    phb_plan_free(plan);
}
END_TEST

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
    run_in_all(work);
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
    tcase_add_test(tcase, checking_and_following_one_plan_are_safe_in_any_thread);
    return suite_run("threads", tcase);
}
