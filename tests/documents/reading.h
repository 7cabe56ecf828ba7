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

/*
 * The budget is freed again. When it is refused, the handle is NULL, the error has a sentence and
 * the status that was returned, and every byte has been given back.
 */
static inline phb_status
read_document(const char *text, size_t size, phb_error *error)
{
    struct failing failing;
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    char *copy = malloc(size == 0 ? 1 : size);
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, text, size);
    phb_error_init(error, sizeof(*error));
    phb_budget *budget = (phb_budget *)(void *)copy; /* anything but NULL */
    phb_status status = phb_budget_from_json(context, copy, size, &budget, error);
    free(copy);
    if (status != PHB_OK) {
        ck_assert_ptr_null(budget);
        ck_assert_int_eq(error->status, status);
        check_sentence(error);
    }
    phb_budget_free(budget);
    failing_close(&failing);
    return status;
}

#endif
