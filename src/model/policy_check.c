/*
 * Whether a policy holds together: it contradicts neither itself nor the law, and each thing that
 * it names exists. Pay below the national minimum is not looked for: which minimum holds depends
 * on the day and on who is paid.
 */

#include "core/context.h"
#include "core/error.h"
#include "core/ids.h"
#include "core/path.h"
#include "model/names.h"
#include "model/policy.h"

/*
 * The National Health Service (Direct Payments) Regulations 2013, regulation 14: a direct payment
 * is reviewed within three months of the first one, then at intervals of at most twelve months.
 */
#define LAW_FIRST_REVIEW_MONTHS 3
#define LAW_REVIEW_EVERY_MONTHS 12

/* What a costing calls the lines that it computes itself: there, a local category of such a name
 * would be taken for one of these. */
static const char *const computed_categories[] = {
    "pay",        "leave",    "employer_ni",    "pension",    "bank_holiday",
    "cover",      "sickness", "sickness_cover", "wheelchair", "employment_allowance",
    "contingency"};
#define COMPUTED_COUNT ((int32_t)(sizeof computed_categories / sizeof computed_categories[0]))

static phb_status
fail_at(phb_error *error, phb_status status, const char *path, const char *message)
{
    phb__fail_because(error, status, message);
    phb__error_at_path(error, path);
    return status;
}

/* Of an item of a list; `member` is NULL for the item itself. */
static phb_status
fail_at_item(phb_error *error, phb_status status, const char *list, uint32_t index,
             const char *member, const char *message)
{
    char path[PHB__PATH_SIZE] = "";
    (void)phb__path_add(path, list);
    (void)phb__path_add_index(path, index);
    if (member) {
        (void)phb__path_add(path, member);
    }
    return fail_at(error, status, path, message);
}

static phb_status
check_counts(const phb_context *context, const struct phb__policy_content *content,
             phb_error *error)
{
    const struct {
        uint32_t count;
        const char *path;
    } lists[] = {
        {content->delegated_limits.count, "/delegated_limits"},
        {content->categories.count, "/categories"},
        {content->forbid.count, "/forbid"},
        {content->one_off_tiers.count, "/one_off_tiers"},
    };
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        if (lists[i].count > phb__limits(context)->lines) {
            return fail_at(error, PHB_ERROR_LIMIT, lists[i].path,
                           "there are more than a policy may have");
        }
    }
    return PHB_OK;
}

static bool
is_less(int64_t number, int64_t than)
{
    return number != PHB_NUMBER_NONE && than != PHB_NUMBER_NONE && number < than;
}

static phb_status
check_ranges(const struct phb__policy_content *content, phb_error *error)
{
    int64_t min_weeks = content->contingency_min_weeks_hundredths;
    bool wants_some = min_weeks != PHB_NUMBER_NONE && min_weeks > 0;
    if (is_less(content->contingency_max_weeks_hundredths, min_weeks)) {
        return fail_at(error, PHB_ERROR_RANGE, "/contingency/max_weeks",
                       "max_weeks is less than min_weeks");
    }
    if (wants_some && content->contingency_max_ppm == 0) {
        return fail_at(error, PHB_ERROR_RANGE, "/contingency/max_percent",
                       "max_percent allows no contingency, although min_weeks asks for one");
    }
    if (wants_some && content->contingency_max_pence == 0) {
        return fail_at(error, PHB_ERROR_RANGE, "/contingency/max_amount",
                       "max_amount allows no contingency, although min_weeks asks for one");
    }
    if (is_less(LAW_FIRST_REVIEW_MONTHS, content->review_first_after_months)) {
        return fail_at(error, PHB_ERROR_RANGE, "/review/first_after_months",
                       "first_after_months is laxer than the law, by which a direct payment is "
                       "reviewed within 3 months");
    }
    if (is_less(LAW_REVIEW_EVERY_MONTHS, content->review_every_months)) {
        return fail_at(error, PHB_ERROR_RANGE, "/review/every_months",
                       "every_months is laxer than the law, by which a direct payment is reviewed "
                       "at least every 12 months");
    }
    if (is_less(content->pay_max_penny_hundredths, content->pay_min_penny_hundredths)) {
        return fail_at(error, PHB_ERROR_RANGE, "/pay_range/max", "max is less than min");
    }
    return PHB_OK;
}

static phb_status
check_tiers(const struct phb__policy_content *content, phb_error *error)
{
    const struct phb__one_off_tier *tiers = phb__policy_one_off_tiers(content);
    for (uint32_t i = 1; i < content->one_off_tiers.count; i++) {
        if (tiers[i].limit_pence <= tiers[i - 1].limit_pence) {
            return fail_at_item(error, PHB_ERROR_RANGE, "one_off_tiers", i, "limit",
                                "limit is not more than that of the tier before");
        }
    }
    return PHB_OK;
}

static phb_status
check_roles(const phb_context *context, const struct phb__policy_content *content, phb_error *error)
{
    struct phb__ids roles;
    if (!phb__ids_init(&roles, context, content->delegated_limits.count)) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    phb_status status = PHB_OK;
    const struct phb__delegated_limit *limits = phb__policy_delegated_limits(content);
    for (uint32_t i = 0; i < content->delegated_limits.count && status == PHB_OK; i++) {
        if (!phb__ids_add(&roles, limits[i].role, (int32_t)i)) {
            status = fail_at_item(error, PHB_ERROR_DUPLICATE, "delegated_limits", i, "role",
                                  "role is already the role of another limit");
        }
    }
    phb__ids_free(&roles);
    return status;
}

/* What a name in the table stands for. */
enum { NATIONAL = 0, COMPUTED, LOCAL, FORBIDDEN };

static phb_status
add_local(struct phb__ids *names, const struct phb__policy_content *content, phb_error *error)
{
    static const char *const taken[] = {
        [NATIONAL] = "id is already the id of a national category",
        [COMPUTED] = "id is already what a costing calls lines that it computes",
        [LOCAL] = "id is already the id of another category",
    };
    const struct phb__local_category *categories = phb__policy_categories(content);
    for (uint32_t i = 0; i < content->categories.count; i++) {
        int32_t already = phb__ids_find(names, categories[i].id);
        if (already >= 0) {
            return fail_at_item(error, PHB_ERROR_DUPLICATE, "categories", i, "id", taken[already]);
        }
        (void)phb__ids_add(names, categories[i].id, LOCAL);
    }
    return PHB_OK;
}

static phb_status
check_forbidden(const struct phb__ids *names, struct phb__ids *forbidden,
                const struct phb__policy_content *content, phb_error *error)
{
    const char *const *forbid = phb__policy_forbidden(content);
    const char *reserve = phb__name(&phb__names_category, PHB_CATEGORY_REDUNDANCY_RESERVE);
    for (uint32_t i = 0; i < content->forbid.count; i++) {
        int32_t known = phb__ids_find(names, forbid[i]);
        if (known != NATIONAL && known != LOCAL) {
            return fail_at_item(error, PHB_ERROR_NOT_FOUND, "forbid", i, NULL,
                                "this is neither a national category nor one of categories");
        }
        if (!phb__ids_add(forbidden, forbid[i], FORBIDDEN)) {
            return fail_at_item(error, PHB_ERROR_DUPLICATE, "forbid", i, NULL,
                                "this category is already forbidden");
        }
    }
    if (content->redundancy == PHB__REDUNDANCY_RESERVE &&
        phb__ids_find(forbidden, reserve) == FORBIDDEN) {
        return fail_at(error, PHB_ERROR_RANGE, "/redundancy",
                       "redundancy asks for a reserve, although its category is forbidden");
    }
    return PHB_OK;
}

static phb_status
check_categories(const phb_context *context, const struct phb__policy_content *content,
                 phb_error *error)
{
    struct phb__ids names;
    struct phb__ids forbidden;
    int32_t national_count = phb__names_category.count;
    size_t count = (size_t)(national_count + COMPUTED_COUNT) + content->categories.count;
    /* Both of them, so that both may be freed. */
    bool has_names = phb__ids_init(&names, context, count);
    bool has_forbidden = phb__ids_init(&forbidden, context, content->forbid.count);
    phb_status status = has_names && has_forbidden ? PHB_OK : phb__fail(error, PHB_ERROR_MEMORY);
    if (status == PHB_OK) {
        for (int32_t i = 0; i < national_count; i++) {
            (void)phb__ids_add(&names, phb__names_category.names[i], NATIONAL);
        }
        for (int32_t i = 0; i < COMPUTED_COUNT; i++) {
            (void)phb__ids_add(&names, computed_categories[i], COMPUTED);
        }
        status = add_local(&names, content, error);
    }
    if (status == PHB_OK) {
        status = check_forbidden(&names, &forbidden, content, error);
    }
    phb__ids_free(&names);
    phb__ids_free(&forbidden);
    return status;
}

phb_status
phb__policy_check(const phb_context *context, const struct phb__policy_content *content,
                  phb_error *error)
{
    phb_status status = check_counts(context, content, error);
    if (status == PHB_OK) {
        status = phb__shape_check(&phb__shape_policy, content, "", true, error);
    }
    if (status == PHB_OK) {
        status = check_ranges(content, error);
    }
    if (status == PHB_OK) {
        status = check_tiers(content, error);
    }
    if (status == PHB_OK) {
        status = check_roles(context, content, error);
    }
    return status == PHB_OK ? check_categories(context, content, error) : status;
}
