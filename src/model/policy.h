/*
 * A policy as the check and the schedule read it: what a phb-policy/1 document says, and nothing
 * for what it leaves unsaid. Law goes before policy, and policy before the defaults of the
 * accessors below; a policy that would be laxer than the law is never made.
 */
#ifndef PHB_MODEL_POLICY_H
#define PHB_MODEL_POLICY_H

#include <stdatomic.h>

#include <phb/budget.h>
#include <phb/policy.h>

#include "core/arena.h"
#include "core/shape.h"

/* How large a budget somebody of a role may agree alone. */
struct phb__delegated_limit {
    const char *role;
    phb_pence limit_pence;
};

/* A category of the body's own, judged as one of the national ones. */
struct phb__local_category {
    const char *id;
    phb_category as;
};

/* One-off budgets up to a sum, and who signs them off. */
struct phb__one_off_tier {
    phb_pence limit_pence;
    const char *sign_off;
};

enum phb__redundancy {
    PHB__REDUNDANCY_RESERVE = 1,      /* set aside in the budget */
    PHB__REDUNDANCY_PAID_ON_EVENT = 2 /* paid by the body when it falls due */
};

/* What a document says; the root of the shapes. Flags are 0 not said, 1 no, 2 yes. */
struct phb__policy_content {
    const char *name;
    const char *version;
    phb_date from;
    phb_weeks_in_year weeks_in_year;

    int64_t contingency_min_weeks_hundredths;
    int64_t contingency_max_weeks_hundredths;
    int64_t contingency_max_ppm;
    phb_pence contingency_max_pence;
    phb_contingency_held contingency_held;
    int32_t contingency_returnable;

    int64_t surplus_weeks_hundredths;
    int64_t audit_first_after_months;
    int64_t audit_every_months;
    int64_t review_first_after_months;
    int64_t review_every_months;

    int64_t due_soon_days;
    int64_t align_within_days;
    int64_t notice_weeks_hundredths;
    int64_t pay_min_penny_hundredths;
    int64_t pay_max_penny_hundredths;
    phb_pence tolerance_pence;
    int32_t working_days;
    int32_t redundancy; /* enum phb__redundancy */
    int32_t wheelchair_direct_payment;
    int32_t maternity_direct_payment;

    struct phb__list delegated_limits; /* struct phb__delegated_limit */
    struct phb__list categories;       /* struct phb__local_category */
    struct phb__list forbid;           /* const char *: national or local categories */
    struct phb__list one_off_tiers;    /* struct phb__one_off_tier, by rising limit */
};

struct phb_policy {
    phb_policy
        *self; /* counting references changes nothing that a holder of a const one could see */
    phb_context *context;
    const char *edition; /* in the arena */
    struct phb__arena arena;
    struct phb__policy_content content;
    atomic_uint references;
};

extern const struct phb__shape phb__shape_policy;

/* An empty policy with one reference, its first block of memory so large. MEMORY. */
phb_status phb__policy_new(phb_context *context, size_t first_bytes, phb_policy **out_policy,
                           phb_error *error);

/* Another reference to a policy that is only lent; NULL stays NULL. */
phb_policy *phb__policy_keep(const phb_policy *policy);

/* "name/version" of the content, kept in the policy. MEMORY. */
phb_status phb__policy_set_edition(phb_policy *policy, phb_error *error);

/* Everything that is said is allowed, contradicts nothing and keeps to the law. The error has a
 * path. */
phb_status phb__policy_check(const phb_context *context, const struct phb__policy_content *content,
                             phb_error *error);

/* What a policy says; of NULL, which is no policy at all, a content in which nothing is said. */
const struct phb__policy_content *phb__policy_content(const phb_policy *policy);

/* ---- with the default where nothing is said ---- */

/* Figures that differ by no more than this are the same. £1 unless said. */
phb_pence phb__policy_tolerance_pence(const phb_policy *policy);

/* How long before it is due a review is due soon. 28 days unless said. */
int64_t phb__policy_due_soon_days(const phb_policy *policy);

/* Reviews whose limits lie so near to the earliest are held together. 92 days unless said. */
int64_t phb__policy_align_within_days(const phb_policy *policy);

/* Is a due day moved back to a working day? Yes unless said. */
bool phb__policy_keeps_working_days(const phb_policy *policy);

/* May these budgets be direct payments? No unless said. */
bool phb__policy_allows_wheelchair_direct_payment(const phb_policy *policy);
bool phb__policy_allows_maternity_direct_payment(const phb_policy *policy);

/* ---- categories ---- */

/* As which national category one is judged, by its name or the id of a local one; 0: not known. */
phb_category phb__policy_category(const phb_policy *policy, const char *name);

/* Is a category forbidden, itself or what it is judged as? A local id or a national name. */
bool phb__policy_forbids(const phb_policy *policy, const char *name);

/* The items, typed. */
const struct phb__delegated_limit *phb__policy_delegated_limits(
    const struct phb__policy_content *content);
const struct phb__local_category *phb__policy_categories(const struct phb__policy_content *content);
const char *const *phb__policy_forbidden(const struct phb__policy_content *content);
const struct phb__one_off_tier *phb__policy_one_off_tiers(
    const struct phb__policy_content *content);

#endif
