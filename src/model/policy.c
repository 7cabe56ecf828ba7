#include "model/policy.h"

#include <string.h>

#include <phb/money.h>

#include "core/alloc.h"
#include "core/error.h"
#include "model/names.h"

#define DEFAULT_TOLERANCE_PENCE 100
#define DEFAULT_DUE_SOON_DAYS 28
#define DEFAULT_ALIGN_WITHIN_DAYS 92 /* the longest three months */

enum { FLAG_NO = 1, FLAG_YES = 2 };

static const struct phb__policy_content nothing_said = {
    .from = PHB_DATE_NONE,
    .contingency_min_weeks_hundredths = PHB_NUMBER_NONE,
    .contingency_max_weeks_hundredths = PHB_NUMBER_NONE,
    .contingency_max_ppm = PHB_NUMBER_NONE,
    .contingency_max_pence = PHB_PENCE_NONE,
    .surplus_weeks_hundredths = PHB_NUMBER_NONE,
    .audit_first_after_months = PHB_NUMBER_NONE,
    .audit_every_months = PHB_NUMBER_NONE,
    .review_first_after_months = PHB_NUMBER_NONE,
    .review_every_months = PHB_NUMBER_NONE,
    .due_soon_days = PHB_NUMBER_NONE,
    .align_within_days = PHB_NUMBER_NONE,
    .notice_weeks_hundredths = PHB_NUMBER_NONE,
    .pay_min_penny_hundredths = PHB_NUMBER_NONE,
    .pay_max_penny_hundredths = PHB_NUMBER_NONE,
    .tolerance_pence = PHB_PENCE_NONE,
};

phb_status
phb__policy_new(phb_context *context, size_t first_bytes, phb_policy **out_policy, phb_error *error)
{
    phb_policy *policy = phb__allocate(context, 1, sizeof *policy);
    if (!policy) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    policy->self = policy;
    policy->context = phb_context_ref(context);
    policy->edition = "";
    phb__arena_init(&policy->arena, context, first_bytes);
    phb__shape_clear(&phb__shape_policy, &policy->content);
    atomic_init(&policy->references, 1);
    *out_policy = policy;
    return PHB_OK;
}

phb_policy *
phb_policy_ref(phb_policy *policy)
{
    if (policy) {
        atomic_fetch_add_explicit(&policy->references, 1, memory_order_relaxed);
    }
    return policy;
}

phb_policy *
phb__policy_keep(const phb_policy *policy)
{
    return policy ? phb_policy_ref(policy->self) : NULL;
}

void
phb_policy_unref(phb_policy *policy)
{
    if (policy && atomic_fetch_sub_explicit(&policy->references, 1, memory_order_acq_rel) == 1) {
        phb_context *context = policy->context;
        phb__arena_free(&policy->arena);
        phb__release(context, policy, sizeof *policy);
        phb_context_unref(context);
    }
}

const char *
phb_policy_edition(const phb_policy *policy)
{
    return policy ? policy->edition : "";
}

phb_status
phb__policy_set_edition(phb_policy *policy, phb_error *error)
{
    const char *name = policy->content.name;
    const char *version = policy->content.version;
    size_t name_size = strlen(name);
    size_t version_size = strlen(version);
    char *edition = phb__arena_bytes(&policy->arena, name_size + version_size + 2);
    if (!edition) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    memcpy(edition, name, name_size);
    edition[name_size] = '/';
    memcpy(edition + name_size + 1, version, version_size + 1);
    policy->edition = edition;
    return PHB_OK;
}

const struct phb__policy_content *
phb__policy_content(const phb_policy *policy)
{
    return policy ? &policy->content : &nothing_said;
}

static int64_t
number_or(int64_t said, int64_t otherwise)
{
    return said == PHB_NUMBER_NONE ? otherwise : said;
}

phb_pence
phb__policy_tolerance_pence(const phb_policy *policy)
{
    return number_or(phb__policy_content(policy)->tolerance_pence, DEFAULT_TOLERANCE_PENCE);
}

int64_t
phb__policy_due_soon_days(const phb_policy *policy)
{
    return number_or(phb__policy_content(policy)->due_soon_days, DEFAULT_DUE_SOON_DAYS);
}

int64_t
phb__policy_align_within_days(const phb_policy *policy)
{
    return number_or(phb__policy_content(policy)->align_within_days, DEFAULT_ALIGN_WITHIN_DAYS);
}

bool
phb__policy_keeps_working_days(const phb_policy *policy)
{
    return phb__policy_content(policy)->working_days != FLAG_NO;
}

bool
phb__policy_allows_wheelchair_direct_payment(const phb_policy *policy)
{
    return phb__policy_content(policy)->wheelchair_direct_payment == FLAG_YES;
}

bool
phb__policy_allows_maternity_direct_payment(const phb_policy *policy)
{
    return phb__policy_content(policy)->maternity_direct_payment == FLAG_YES;
}

/* A local category never has the name of a national one, so the order does not matter. */
phb_category
phb__policy_category(const phb_policy *policy, const char *name)
{
    for (int32_t i = 0; i < phb__names_category.count; i++) {
        if (strcmp(phb__names_category.names[i], name) == 0) {
            return (phb_category)(i + 1);
        }
    }
    const struct phb__policy_content *content = phb__policy_content(policy);
    const struct phb__local_category *categories = phb__policy_categories(content);
    for (uint32_t i = 0; i < content->categories.count; i++) {
        if (strcmp(categories[i].id, name) == 0) {
            return categories[i].as;
        }
    }
    return (phb_category)0;
}

bool
phb__policy_forbids(const phb_policy *policy, const char *name)
{
    const struct phb__policy_content *content = phb__policy_content(policy);
    const char *const *forbidden = phb__policy_forbidden(content);
    const char *judged_as =
        phb__name(&phb__names_category, (int32_t)phb__policy_category(policy, name));
    for (uint32_t i = 0; i < content->forbid.count; i++) {
        if (strcmp(forbidden[i], name) == 0 || strcmp(forbidden[i], judged_as) == 0) {
            return true;
        }
    }
    return false;
}

const struct phb__delegated_limit *
phb__policy_delegated_limits(const struct phb__policy_content *content)
{
    return content->delegated_limits.items;
}

const struct phb__local_category *
phb__policy_categories(const struct phb__policy_content *content)
{
    return content->categories.items;
}

const char *const *
phb__policy_forbidden(const struct phb__policy_content *content)
{
    return content->forbid.items;
}

const struct phb__one_off_tier *
phb__policy_one_off_tiers(const struct phb__policy_content *content)
{
    return content->one_off_tiers.items;
}
