/*
 * Whether a budget holds together: what no single member can tell. The same checks for a document
 * and for a budget that was built call by call, in the order dates and demands, references, sums.
 */

#include "core/error.h"
#include "model/check.h"
#include "model/limits.h"

/* Wheelchair budgets run for five years; no budget is meant to run for more than ten. */
#define PERIOD_YEARS_MAX 10

static const struct phb__place root = {.count = 0};

/* So that the work which follows is bounded. */
static phb_status
check_counts(const phb_context *context, const struct phb__budget_content *content,
             phb_error *error)
{
    uint32_t most = phb__most_items(context);
    struct phb__place employer = phb__place_in(root, "employer");
    struct phb__place allowance = phb__place_in(employer, "employment_allowance");
    const struct {
        uint32_t count;
        uint32_t most;
        struct phb__place place;
    } lists[] = {
        {content->assistants.count, most, phb__place_in(root, "assistants")},
        {content->allowance_used.count, most, phb__place_in(allowance, "already_used")},
        {content->lines.count, most, phb__place_in(root, "lines")},
        {content->funders.count, most, phb__place_in(root, "funders")},
        {content->agreed_lines.count, phb__most_agreed_lines(context),
         phb__place_in(root, "agreed_by_line")},
    };
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        if (lists[i].count > lists[i].most) {
            return phb__fail_at(error, PHB_ERROR_LIMIT, lists[i].place,
                                "there are more than a budget may have");
        }
    }
    return PHB_OK;
}

phb_status
phb__check_period(const phb_budget_settings *settings, phb_error *error)
{
    struct phb__place place = phb__place_in(root, "period");
    phb_status status = phb__check_order(settings->start, settings->end, place, error);
    if (status != PHB_OK) {
        return status;
    }
    phb_date too_late = PHB_DATE_MAX + 1; /* the tenth anniversary may lie beyond the calendar */
    (void)phb_date_add_months(settings->start, 12 * PERIOD_YEARS_MAX, PHB_MONTH_END_CLAMP,
                              &too_late);
    if (settings->end >= too_late) {
        return phb__fail_at(error, PHB_ERROR_RANGE, place, "the period must be at most ten years");
    }
    return PHB_OK;
}

/* The shape has seen to it that a tax year is one of the calendar's. */
static phb_status
check_allowance_used(const struct phb__budget_content *content, phb_error *error)
{
    const struct phb__allowance_used *used = content->allowance_used.items;
    bool is_known[2200] = {false};
    for (uint32_t i = 0; i < content->allowance_used.count; i++) {
        if (is_known[used[i].tax_year]) {
            struct phb__place place =
                phb__place_in(phb__place_in(root, "employer"), "employment_allowance");
            return phb__fail_at(
                error, PHB_ERROR_DUPLICATE,
                phb__place_in(phb__place_item(place, "already_used", i), "tax_year"),
                "tax_year is said already");
        }
        is_known[used[i].tax_year] = true;
    }
    return PHB_OK;
}

static phb_status
check_contingency(const phb_budget_settings *settings, phb_error *error)
{
    static const char another[] = "the contingency is said already, in another way";
    bool has_weeks = settings->contingency_weeks_hundredths != PHB_NUMBER_NONE;
    bool has_percent = settings->contingency_ppm != PHB_NUMBER_NONE;
    bool has_amount = settings->contingency_pence != PHB_PENCE_NONE;
    bool says_more = settings->contingency_held != (phb_contingency_held)0 ||
                     settings->contingency_deployment != (phb_deployment)0 ||
                     settings->contingency_paid != (phb_contingency_paid)0;
    struct phb__place place = phb__place_in(root, "contingency");
    if (has_percent && has_weeks) {
        return phb__fail_at(error, PHB_ERROR_DUPLICATE, phb__place_in(place, "percent"), another);
    }
    if (has_amount && (has_weeks || has_percent)) {
        return phb__fail_at(error, PHB_ERROR_DUPLICATE, phb__place_in(place, "amount"), another);
    }
    if (says_more && !has_weeks && !has_percent && !has_amount) {
        return phb__fail_at(error, PHB_ERROR_INCOMPLETE, place,
                            "weeks, percent or amount is missing: how large is the contingency");
    }
    return PHB_OK;
}

static phb_status
check_payments(const phb_budget_settings *settings, phb_error *error)
{
    struct phb__place place = phb__place_in(root, "payments");
    if (settings->first_payment == PHB_DATE_NONE) {
        return PHB_OK;
    }
    if (settings->payment_frequency == (phb_payment_frequency)0) {
        return phb__fail_at(error, PHB_ERROR_INCOMPLETE, place,
                            "frequency is missing: how often is it paid after the first time");
    }
    if (settings->first_payment > settings->end) {
        return phb__fail_at(error, PHB_ERROR_DATE, phb__place_in(place, "first_payment"),
                            "first_payment is after the end of the period");
    }
    return PHB_OK;
}

static phb_status
check_parts(const struct phb__budget_content *content, uint32_t most, phb_error *error)
{
    phb_status status = phb__check_period(&content->settings, error);
    for (uint32_t i = 0; i < content->assistants.count && status == PHB_OK; i++) {
        status = phb__check_assistant(content, i, most, error);
    }
    if (status == PHB_OK) {
        status = check_allowance_used(content, error);
    }
    for (uint32_t i = 0; i < content->lines.count && status == PHB_OK; i++) {
        status = phb__check_line(content, i, most, error);
    }
    if (status == PHB_OK) {
        status = check_contingency(&content->settings, error);
    }
    return status == PHB_OK ? check_payments(&content->settings, error) : status;
}

/* Shares of what the amounts leave: if there are any, they leave nothing. */
static phb_status
check_shares(const struct phb__budget_content *content, phb_error *error)
{
    const phb_funder *funders = phb__budget_funders(content);
    bool has_shares = false;
    int64_t sum = 0;
    for (uint32_t i = 0; i < content->funders.count; i++) {
        bool is_share = funders[i].share_ppm != PHB_NUMBER_NONE;
        has_shares = has_shares || is_share;
        sum += is_share ? funders[i].share_ppm : 0;
    }
    return has_shares && sum != PHB_PPM
               ? phb__fail_at(error, PHB_ERROR_RANGE, phb__place_in(root, "funders"),
                              "the shares must add to 100%")
               : PHB_OK;
}

phb_status
phb__budget_check_read(const phb_context *context, const struct phb__budget_content *content,
                       phb_error *error)
{
    phb_status status = check_counts(context, content, error);
    if (status == PHB_OK) {
        status = check_parts(content, phb__most_items(context), error);
    }
    if (status == PHB_OK) {
        status = phb__check_references(context, content, error);
    }
    return status == PHB_OK ? check_shares(content, error) : status;
}

phb_status
phb__budget_check(const phb_context *context, const struct phb__budget_content *content,
                  phb_error *error)
{
    phb_status status = check_counts(context, content, error);
    if (status == PHB_OK) {
        status = phb__shape_check(&phb__shape_budget, content, "", true, error);
    }
    return status == PHB_OK ? phb__budget_check_read(context, content, error) : status;
}
