/*
 * What must be there before a direct payment is made: consent, an account, agreement, and no order
 * of a court that excludes the person. The National Health Service (Direct Payments) Regulations
 * 2013. The grades of these rules ask for a direct payment.
 */

#include "model/names.h"
#include "rules/plan_view.h"

/* ---- consent ---- */

static void
check_consent(struct phb__plan_view *view)
{
    static const char at[] = "/sign_off/direct_payment/consented_by";
    const struct phb__direct_payment *payment = &view->said->sign_off.direct_payment;
    bool is_theirs = view->why == PHB__DECIDES_THEMSELF;
    if (payment->consented_on == PHB_DATE_NONE) {
        phb__plan_find(view, PHB__RULE_PLAN_DIRECT_PAYMENT_CONSENT,
                       "/sign_off/direct_payment/consented_on");
        return;
    }
    if (!is_theirs && payment->consented_by != PHB__SIGNER_REPRESENTATIVE) {
        phb__plan_find_with(view, PHB__RULE_PLAN_DIRECT_PAYMENT_CONSENT_BY_REPRESENTATIVE, at,
                            phb__word("why", phb__why_word(view->why)));
    }
    if (is_theirs && payment->consented_by == PHB__SIGNER_REPRESENTATIVE &&
        view->said->person.date_of_birth != PHB_DATE_NONE) {
        phb__plan_find(view, PHB__RULE_PLAN_DIRECT_PAYMENT_OWN_CONSENT, at);
    }
}

/* ---- the account: regulation 10 ---- */

static void
check_account(struct phb__plan_view *view)
{
    static const char at[] = "/sign_off/direct_payment/account";
    const struct phb__direct_payment *payment = &view->said->sign_off.direct_payment;
    phb_account planned = view->said->budget.content.settings.account;
    phb_account account = payment->account != (phb_account)0 ? payment->account : planned;
    bool is_own = account == PHB_ACCOUNT_DEDICATED || account == PHB_ACCOUNT_PREPAID_CARD;
    if (account == (phb_account)0) {
        phb__plan_find(view, PHB__RULE_PLAN_DIRECT_PAYMENT_ACCOUNT, at);
        return;
    }
    /* Of the account that the budget names its own rule has told already. */
    if (account == PHB_ACCOUNT_ORDINARY_ONE_OFF && planned != account) {
        phb__plan_find(view, PHB__RULE_BUDGET_DEPLOYMENT_ORDINARY_ACCOUNT, at);
    }
    if (planned != (phb_account)0 && account != planned) {
        const char *words[] = {phb__name(&phb__names_account, (int32_t)planned),
                               phb__name(&phb__names_account, (int32_t)account)};
        phb__find(&view->money.findings,
                  &(struct phb__finding){.rule = PHB__RULE_PLAN_DIRECT_PAYMENT_ACCOUNT_DIFFERS,
                                         .at = at,
                                         .arguments = {phb__word("budget", words[0]),
                                                       phb__word("sign_off", words[1])}});
    }
    /* Of a managed account the Regulations ask less, and a one-off payment may go to any. */
    if (is_own && payment->account_approved_on == PHB_DATE_NONE) {
        phb__plan_find(view, PHB__RULE_PLAN_DIRECT_PAYMENT_ACCOUNT_APPROVED,
                       "/sign_off/direct_payment/account_approved_on");
    }
    if (is_own && payment->account_access.count == 0) {
        phb__plan_find(view, PHB__RULE_PLAN_DIRECT_PAYMENT_ACCOUNT_ACCESS,
                       "/sign_off/direct_payment/account_access");
    }
}

/* ---- orders: the Schedule ---- */

/* The first day of the payments on which an order is in force; PHB_DATE_NONE when there is none. Of
 * a budget that is kept elsewhere no days are known: then it is asked for the day of the check. */
static phb_date
day_in_force(const struct phb__plan_view *view, const struct phb__order_in_force *order)
{
    bool is_known = view->first_payment != PHB_DATE_NONE;
    phb_date first = is_known ? view->first_payment : view->money.as_of;
    phb_date last = is_known ? view->said->budget.content.settings.end : first;
    phb_date day = phb__later_of(first, order->from);
    bool is_over = order->until != PHB_DATE_NONE && order->until < day;
    return first == PHB_DATE_NONE || is_over || day > last ? PHB_DATE_NONE : day;
}

static void
check_orders(struct phb__plan_view *view)
{
    const struct phb__direct_payment *payment = &view->said->sign_off.direct_payment;
    const struct phb__order_in_force *orders = payment->orders.items;
    for (uint32_t i = 0; i < payment->orders.count; i++) {
        phb_date day = day_in_force(view, &orders[i]);
        struct phb__argument argument = phb__value("day", PHB__ARGUMENT_DATE, day);
        struct phb__at at = phb__plan_at("sign_off", "direct_payment/orders", i, NULL);
        if (day == PHB_DATE_NONE) {
            continue;
        }
        if (orders[i].kind == PHB__ORDER_OTHER) {
            phb__plan_find_with(view, PHB__RULE_PLAN_DIRECT_PAYMENT_ORDER_OTHER, at.path, argument);
            continue;
        }
        const char *kind = phb__name(&phb__names_order_kind, orders[i].kind);
        phb__find(&view->money.findings,
                  &(struct phb__finding){.rule = PHB__RULE_PLAN_DIRECT_PAYMENT_ORDER_IN_FORCE,
                                         .at = at.path,
                                         .arguments = {phb__word("kind", kind), argument}});
    }
}

/* ---- in this order ---- */

static void
check_first_payment(struct phb__plan_view *view)
{
    const struct phb__direct_payment *payment = &view->said->sign_off.direct_payment;
    phb_date ready = phb__later_of(view->last_signed_on, payment->consented_on);
    ready = phb__later_of(ready, payment->agreement_signed_on);
    if (payment->agreement_signed_on == PHB_DATE_NONE) {
        phb__plan_find(view, PHB__RULE_PLAN_DIRECT_PAYMENT_AGREEMENT,
                       "/sign_off/direct_payment/agreement_signed_on");
    }
    if (view->first_payment != PHB_DATE_NONE && ready > view->first_payment) {
        phb__plan_find_days(view, PHB__RULE_PLAN_DIRECT_PAYMENT_FIRST_PAYMENT,
                            "/budget/payments/first_payment",
                            phb__value("first", PHB__ARGUMENT_DATE, view->first_payment),
                            phb__value("ready", PHB__ARGUMENT_DATE, ready));
    }
}

void
phb__rules_direct_payment(struct phb__plan_view *view)
{
    const struct phb__section_answer *answer = phb__plan_answer(view->said, PHB__SECTION_SIGN_OFF);
    if (!phb__plan_pays_directly(view) || (answer && answer->elsewhere)) {
        return;
    }
    check_consent(view);
    check_account(view);
    check_orders(view);
    check_first_payment(view);
}
