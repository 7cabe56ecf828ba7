/* What a phb-policy/1 document may say, in the order in which it is written out. */

#include <phb/money.h>

#include "model/names.h"
#include "model/policy.h"

/* A local rule about weeks, days or months beyond these is a slip of the pen. */
#define WEEKS_MAX 5200 /* 52.00 */
#define DAYS_MAX 366
#define MONTHS_MAX 120

static const char *const redundancy_words[] = {"reserve", "paid_on_event"};
static const struct phb__choices redundancies = PHB__CHOICES(redundancy_words);

/* These objects are members of the policy's own struct, so their places are counted from it. */

static const struct phb__field contingency_fields[] = {
    PHB__NUMBER("min_weeks", struct phb__policy_content, contingency_min_weeks_hundredths,
                HUNDREDTHS, 0, WEEKS_MAX, 0, "at least so many weeks of what recurs"),
    PHB__NUMBER("max_weeks", struct phb__policy_content, contingency_max_weeks_hundredths,
                HUNDREDTHS, 0, WEEKS_MAX, 0, "at most so many"),
    PHB__NUMBER("max_percent", struct phb__policy_content, contingency_max_ppm, PPM, 0, PHB_PPM, 0,
                "at most this part of what recurs"),
    PHB__NUMBER("max_amount", struct phb__policy_content, contingency_max_pence, PENCE, 0,
                PHB_PENCE_MAX, 0, "at most this sum"),
    PHB__CHOICE("held", struct phb__policy_content, contingency_held, phb__names_contingency_held,
                0, "inside the budget, or outside by the body"),
    PHB__FLAG("returnable", struct phb__policy_content, contingency_returnable, 0,
              "true when what is not used goes back"),
};
static const struct phb__shape contingency_shape =
    PHB__SHAPE("the contingency", contingency_fields, 0);

static const struct phb__field audit_fields[] = {
    PHB__NUMBER("first_after_months", struct phb__policy_content, audit_first_after_months, WHOLE,
                1, MONTHS_MAX, 0, "the first, counted from the first payment"),
    PHB__NUMBER("every_months", struct phb__policy_content, audit_every_months, WHOLE, 1,
                MONTHS_MAX, 0, "and from each to the next"),
};
static const struct phb__shape audit_shape = PHB__SHAPE("the audit", audit_fields, 0);

static const struct phb__field review_fields[] = {
    PHB__NUMBER("first_after_months", struct phb__policy_content, review_first_after_months, WHOLE,
                1, MONTHS_MAX, 0, "the first, within so many months: at most the law's 3"),
    PHB__NUMBER("every_months", struct phb__policy_content, review_every_months, WHOLE, 1,
                MONTHS_MAX, 0, "from each to the next: at most the law's 12"),
};
static const struct phb__shape review_shape = PHB__SHAPE("the review", review_fields, 0);

static const struct phb__field pay_range_fields[] = {
    PHB__NUMBER("min", struct phb__policy_content, pay_min_penny_hundredths, PENNY_HUNDREDTHS, 0,
                PHB_PENCE_MAX * 100, 0, "the least, in pounds with at most four decimals"),
    PHB__NUMBER("max", struct phb__policy_content, pay_max_penny_hundredths, PENNY_HUNDREDTHS, 0,
                PHB_PENCE_MAX * 100, 0, "the most"),
};
static const struct phb__shape pay_range_shape = PHB__SHAPE("the pay range", pay_range_fields, 0);

static const struct phb__field delegated_limit_fields[] = {
    PHB__TEXT("role", struct phb__delegated_limit, role, PHB__REQUIRED,
              "who, by role; each role once"),
    PHB__NUMBER("limit", struct phb__delegated_limit, limit_pence, PENCE, 0, PHB_PENCE_MAX,
                PHB__REQUIRED, "the most they may agree alone"),
};
static const struct phb__shape delegated_limit_shape =
    PHB__SHAPE("a delegated limit", delegated_limit_fields, sizeof(struct phb__delegated_limit));

static const struct phb__field local_category_fields[] = {
    PHB__ID("id", struct phb__local_category, id, PHB__REQUIRED,
            "a name of its own, that no other category has"),
    PHB__CHOICE("as", struct phb__local_category, as, phb__names_category, PHB__REQUIRED,
                "the national category by whose rules it is judged"),
};
static const struct phb__shape local_category_shape =
    PHB__SHAPE("a local category", local_category_fields, sizeof(struct phb__local_category));

static const struct phb__field one_off_tier_fields[] = {
    PHB__NUMBER("limit", struct phb__one_off_tier, limit_pence, PENCE, 0, PHB_PENCE_MAX,
                PHB__REQUIRED, "up to this sum; more than the tier before"),
    PHB__TEXT("sign_off", struct phb__one_off_tier, sign_off, PHB__REQUIRED, "who signs it off"),
};
static const struct phb__shape one_off_tier_shape =
    PHB__SHAPE("a one-off tier", one_off_tier_fields, sizeof(struct phb__one_off_tier));

static const struct phb__field policy_fields[] = {
    PHB__LITERAL("format", "phb-policy/1", PHB__REQUIRED, "what this document is"),
    PHB__ID("name", struct phb__policy_content, name, PHB__REQUIRED,
            "what the policy is called in costings and reports"),
    PHB__ID("version", struct phb__policy_content, version, PHB__REQUIRED, "which version of it"),
    PHB__DATE("from", struct phb__policy_content, from, 0, "first day it holds"),
    PHB__CHOICE("weeks_in_year", struct phb__policy_content, weeks_in_year,
                phb__names_weeks_in_year, 0,
                "how weekly sums become yearly ones where the budget does not say"),
    PHB__OBJECT("contingency", contingency_shape, 0, "what may be set aside for the unforeseen"),
    PHB__NUMBER("surplus_weeks", struct phb__policy_content, surplus_weeks_hundredths, HUNDREDTHS,
                0, WEEKS_MAX, 0,
                "more than so many weeks unspent, beside the contingency, is asked back"),
    PHB__OBJECT("audit", audit_shape, 0, "when the money is audited; no audits unless said"),
    PHB__OBJECT("review", review_shape, 0,
                "when the plan is reviewed; when the law says so unless said"),
    PHB__FLAG("working_days", struct phb__policy_content, working_days, 0,
              "a due day is moved back to a working day; true unless said"),
    PHB__NUMBER("due_soon_days", struct phb__policy_content, due_soon_days, WHOLE, 0, DAYS_MAX, 0,
                "a review is due soon so many days before; 28 unless said"),
    PHB__NUMBER("align_within_days", struct phb__policy_content, align_within_days, WHOLE, 0,
                DAYS_MAX, 0,
                "reviews due so near to one another are held together; 92 unless said"),
    PHB__NUMBER("notice_weeks", struct phb__policy_content, notice_weeks_hundredths, HUNDREDTHS, 0,
                WEEKS_MAX, 0, "notice before a direct payment is stopped or cut"),
    PHB__LIST("delegated_limits", struct phb__policy_content, delegated_limits,
              delegated_limit_shape, 0, "who may agree a budget alone, and up to where"),
    PHB__OBJECT("pay_range", pay_range_shape, 0, "what an hour of an assistant may be paid"),
    PHB__CHOICE("redundancy", struct phb__policy_content, redundancy, redundancies, 0,
                "set aside in the budget, or paid when it falls due"),
    PHB__NUMBER("tolerance", struct phb__policy_content, tolerance_pence, PENCE, 0, PHB_PENCE_MAX,
                0, "sums no further apart are the same; 1.00 unless said"),
    PHB__LIST("categories", struct phb__policy_content, categories, local_category_shape, 0,
              "categories of the body's own, beside the national ones"),
    PHB__TEXTS("forbid", struct phb__policy_content, forbid, 0,
               "categories, national or local, that the money does not buy here"),
    PHB__FLAG("wheelchair_direct_payment", struct phb__policy_content, wheelchair_direct_payment, 0,
              "a wheelchair budget may be a direct payment; false unless said"),
    PHB__FLAG("maternity_direct_payment", struct phb__policy_content, maternity_direct_payment, 0,
              "a maternity budget may be a direct payment; false unless said"),
    PHB__LIST("one_off_tiers", struct phb__policy_content, one_off_tiers, one_off_tier_shape, 0,
              "who signs off a one-off budget, by its size"),
};

const struct phb__shape phb__shape_policy =
    PHB__SHAPE("a policy", policy_fields, sizeof(struct phb__policy_content));
