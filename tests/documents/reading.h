/* Reading a document as a stranger's: a copy of exactly its bytes, and nothing left when refused.
 */
#ifndef PHB_TESTS_DOCUMENTS_READING_H
#define PHB_TESTS_DOCUMENTS_READING_H

#include <stdlib.h>
#include <string.h>

#include <phb/phb.h>

#include "support/failing.h"
#include "support/suite.h"

/* Something in every object and list there can be. */
static const char good_document[] =
    "{\"format\":\"phb-budget/1\",\"period\":{\"start\":\"2026-04-06\",\"end\":\"2027-04-05\"},"
    "\"assistants\":[{\"id\":\"pa-1\",\"name\":\"\xC3\x89lise \\\"x\\\" \\ud83d\\ude00\","
    "\"pay_frequency\":\"weekly\",\"hours\":[{\"hours_per_week\":20.5,\"rate\":\"13.50\"},"
    "{\"type\":\"sleep_in\",\"nights_per_week\":2,\"rate\":[{\"from\":\"2026-04-06\",\"amount\":"
    "\"65.00\"}]}],"
    "\"bank_holiday\":{\"minutes\":300,\"premium\":\"6.75\"},\"leave\":{\"method\":\"accrual\"},"
    "\"pension\":{\"membership\":\"auto\",\"employer_rate\":\"3%\"},"
    "\"sickness\":{\"weeks\":1,\"nil_reason\":\"x\"},\"deployment\":\"direct_payment\"}],"
    "\"employer\":{\"kind\":\"person\",\"employment_allowance\":{\"claim\":true,"
    "\"already_used\":[{\"tax_year\":2026,\"amount\":\"0.00\"}]}},\"lines\":[{\"id\":\"ins\","
    "\"category\":\"insurance\",\"amount\":95.00,\"per\":\"year\",\"deployment\":\"notional\","
    "\"provider\":{\"name\":\"x\",\"cqc\":\"not_required\"}}],"
    "\"contingency\":{\"weeks\":4,\"held\":\"outside\"},\"funders\":[{\"id\":\"nhs\",\"kind\":"
    "\"nhs\","
    "\"share\":\"100%\"}],\"payments\":{\"frequency\":\"monthly\",\"notice_weeks\":4},"
    "\"management\":{\"account\":\"dedicated\",\"third_party\":{\"organisation\":\"x\","
    "\"agreement_on\":\"2026-01-01\"}},\"agreed_by_line\":{\"ins\":\"95.00\"},"
    "\"wheelchair\":{\"option\":\"notional\",\"prescribed_cost\":\"1200.00\",\"price\":\"1300.00\"}"
    "}";

/* A sentence: it begins small or with a key, is one line, and has no full stop. */
static inline void
check_sentence(const phb_error *error)
{
    size_t size = strlen(error->message);
    ck_assert_uint_gt(size, 5);
    ck_assert_msg(error->message[size - 1] != '.', "%s", error->message);
    ck_assert_ptr_null(strchr(error->message, '\n'));
}

/* One kind of document: what reads it, and what gives back what was read. */
struct document_kind {
    phb_status (*read)(phb_context *context, const char *text, size_t size, void **out_handle,
                       phb_error *error);
    void (*give_back)(void *handle);
};

/*
 * What was read is given back again. When it is refused, the handle is NULL, the error has a
 * sentence and the status that was returned, and every byte has been given back.
 */
static inline phb_status
read_as(const struct document_kind *kind, const char *text, size_t size, phb_error *error)
{
    struct failing failing;
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    char *copy = malloc(size == 0 ? 1 : size);
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, text, size);
    phb_error_init(error, sizeof(*error));
    void *handle = copy; /* anything but NULL */
    phb_status status = kind->read(context, copy, size, &handle, error);
    free(copy);
    if (status != PHB_OK) {
        ck_assert_ptr_null(handle);
        ck_assert_int_eq(error->status, status);
        check_sentence(error);
    }
    kind->give_back(handle);
    failing_close(&failing);
    return status;
}

static inline phb_status
read_budget_into(phb_context *context, const char *text, size_t size, void **out_handle,
                 phb_error *error)
{
    phb_budget *budget = *out_handle;
    phb_status status = phb_budget_from_json(context, text, size, &budget, error);
    *out_handle = budget;
    return status;
}

static inline void
give_back_budget(void *handle)
{
    phb_budget_free(handle);
}

static inline phb_status
read_policy_into(phb_context *context, const char *text, size_t size, void **out_handle,
                 phb_error *error)
{
    phb_policy *policy = *out_handle;
    phb_status status = phb_policy_from_json(context, text, size, &policy, error);
    *out_handle = policy;
    return status;
}

static inline void
give_back_policy(void *handle)
{
    phb_policy_unref(handle);
}

static inline phb_status
read_plan_into(phb_context *context, const char *text, size_t size, void **out_handle,
               phb_error *error)
{
    phb_plan *plan = *out_handle;
    phb_status status = phb_plan_from_json(context, text, size, &plan, error);
    *out_handle = plan;
    return status;
}

static inline void
give_back_plan(void *handle)
{
    phb_plan_free(handle);
}

static inline phb_status
read_document(const char *text, size_t size, phb_error *error)
{
    static const struct document_kind budget = {read_budget_into, give_back_budget};
    return read_as(&budget, text, size, error);
}

static inline phb_status
read_policy(const char *text, size_t size, phb_error *error)
{
    static const struct document_kind policy = {read_policy_into, give_back_policy};
    return read_as(&policy, text, size, error);
}

static inline phb_status
read_plan(const char *text, size_t size, phb_error *error)
{
    static const struct document_kind plan = {read_plan_into, give_back_plan};
    return read_as(&plan, text, size, error);
}

#endif
