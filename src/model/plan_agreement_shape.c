/* What a plan may say of its reviews and of how it was agreed, in the order in which it is written
 * out. */

#include "model/names.h"
#include "model/plan_sections.h"
#include "model/review_names.h"
#include "model/shapes.h"

/* ---- reviews ---- */

static const struct phb__field regime_fields[] = {
    PHB__CHOICE("regime", struct phb__regime, regime, phb__names_regime, PHB__REQUIRED,
                "by which law, guidance or policy it is reviewed"),
    PHB__DATE("anchor", struct phb__regime, anchor, PHB__REQUIRED,
              "the day from which the first review is counted"),
};

static const struct phb__shape regime_shape =
    PHB__SHAPE("a review duty", regime_fields, sizeof(struct phb__regime));

static const struct phb__field served_fields[] = {{
    .key = "a regime here",
    .about = "which review duty it served",
    .kind = PHB__KIND_CHOICE,
    .flags = PHB__REQUIRED,
    .detail.choices = &phb__names_regime,
}};

static const struct phb__shape served_shape =
    PHB__BARE_SHAPE("a regime", served_fields, sizeof(int32_t));

static const struct phb__field checked_fields[] = {{
    .key = "a check here",
    .about = "what was looked at",
    .kind = PHB__KIND_CHOICE,
    .flags = PHB__REQUIRED,
    .detail.choices = &phb__names_checked,
}};

static const struct phb__shape checked_shape =
    PHB__BARE_SHAPE("a check", checked_fields, sizeof(int32_t));

static const struct phb__field completed_fields[] = {
    PHB__DATE("on", struct phb__completed_review, on, PHB__REQUIRED, "when it was held"),
    PHB__CHOICE("kind", struct phb__completed_review, kind, phb__names_review_kind, PHB__REQUIRED,
                "what sort of review"),
    PHB__LIST("regimes", struct phb__completed_review, regimes, served_shape, 0,
              "the review duties it served"),
    PHB__LIST("checked", struct phb__completed_review, checked, checked_shape, 0,
              "which of the four things a direct payment's review must look at"),
};

static const struct phb__shape completed_shape =
    PHB__SHAPE("a completed review", completed_fields, sizeof(struct phb__completed_review));

static const struct phb__field reviews_fields[] = {
    PHB__LIST("regimes", struct phb__reviews, regimes, regime_shape, 0, "the review duties"),
    PHB__LIST("completed", struct phb__reviews, completed, completed_shape, 0,
              "the reviews that were held"),
    PHB__DATE("next_review_on", struct phb__reviews, next_review_on, 0, "when the next one is"),
    PHB__ID("coordinator", struct phb__reviews, coordinator.id, 0,
            "which of the professionals to turn to"),
    PHB__TEXT("coordinator_reason", struct phb__reviews, coordinator_reason, PHB__FREE_TEXT,
              "why that is not the care co-ordinator"),
    PHB__TEXT("how_to_ask", struct phb__reviews, how_to_ask, PHB__FREE_TEXT,
              "how to ask for a review earlier"),
    PHB__TEXT("how_outcomes_are_monitored", struct phb__reviews, how_outcomes_are_monitored,
              PHB__FREE_TEXT, "how outcomes are looked at"),
    PHB__TEXT("how_money_is_monitored", struct phb__reviews, how_money_is_monitored, PHB__FREE_TEXT,
              "how the money is looked at"),
    PHB__TEXT("signs_of_trouble", struct phb__reviews, signs_of_trouble, PHB__FREE_TEXT,
              "how it will be seen that things go well or wrong"),
    PHB__SECTION_ANSWER(struct phb__reviews),
};

const struct phb__shape phb__shape_reviews =
    PHB__SHAPE("the section reviews", reviews_fields, sizeof(struct phb__reviews));

/* ---- sign-off: inner objects are members of the section's struct ---- */

static const struct phb__field person_fields[] = {
    PHB__TEXT("name", struct phb__sign_off, person_name, PHB__FREE_TEXT, "who signed"),
    PHB__CHOICE("role", struct phb__sign_off, person_role, phb__names_signer_role, 0,
                "as what they signed"),
    PHB__DATE("signed_on", struct phb__sign_off, person_signed_on, 0, "when"),
};

static const struct phb__shape person_shape = PHB__SHAPE("the person's sign-off", person_fields, 0);

static const struct phb__field nhs_fields[] = {
    PHB__ID("body", struct phb__sign_off, body, 0, "the code of the NHS body, such as QXU"),
    PHB__TEXT("name", struct phb__sign_off, nhs_name, PHB__FREE_TEXT, "who signed for it"),
    PHB__TEXT("role", struct phb__sign_off, nhs_role, PHB__FREE_TEXT, "as what they signed"),
    PHB__DATE("signed_on", struct phb__sign_off, nhs_signed_on, 0, "when"),
    PHB__CHOICE("authority", struct phb__sign_off, authority, phb__names_authority, 0,
                "by what authority"),
    PHB__NUMBER("delegated_limit", struct phb__sign_off, delegated_limit_pence, PENCE, 0,
                PHB_PENCE_MAX, 0, "the largest budget they may agree alone"),
    PHB__TEXT("panel_record", struct phb__sign_off, panel_record, PHB__FREE_TEXT,
              "where the panel's decision is recorded"),
};

static const struct phb__shape nhs_shape = PHB__SHAPE("the NHS sign-off", nhs_fields, 0);

static const struct phb__field partner_fields[] = {
    PHB__ID("funder", struct phb__partner, funder.id, 0, "which funder of the budget"),
    PHB__TEXT("name", struct phb__partner, name, PHB__FREE_TEXT, "who signed for them"),
    PHB__TEXT("role", struct phb__partner, role, PHB__FREE_TEXT, "as what they signed"),
    PHB__DATE("signed_on", struct phb__partner, signed_on, 0, "when"),
};

static const struct phb__shape partner_shape =
    PHB__SHAPE("a partner's sign-off", partner_fields, sizeof(struct phb__partner));

static const struct phb__field order_fields[] = {
    PHB__CHOICE("kind", struct phb__order_in_force, kind, phb__names_order_kind, PHB__REQUIRED,
                "what a court ordered"),
    PHB__DATE("from", struct phb__order_in_force, from, 0, "its first day"),
    PHB__DATE("until", struct phb__order_in_force, until, 0, "its last day"),
};

static const struct phb__shape order_shape =
    PHB__SHAPE("an order", order_fields, sizeof(struct phb__order_in_force));

static const struct phb__field direct_payment_fields[] = {
    PHB__DATE("consented_on", struct phb__sign_off, direct_payment.consented_on, 0,
              "when it was consented to"),
    PHB__CHOICE("consented_by", struct phb__sign_off, direct_payment.consented_by,
                phb__names_consented_by, 0, "who consented"),
    PHB__DATE("agreement_signed_on", struct phb__sign_off, direct_payment.agreement_signed_on, 0,
              "when the agreement about it was signed"),
    PHB__CHOICE("account", struct phb__sign_off, direct_payment.account, phb__names_account, 0,
                "what it is paid into"),
    PHB__DATE("account_approved_on", struct phb__sign_off, direct_payment.account_approved_on, 0,
              "when the NHS body approved that account"),
    PHB__TEXTS("account_access", struct phb__sign_off, direct_payment.account_access,
               PHB__FREE_TEXT, "who may use the account"),
    PHB__LIST("orders", struct phb__sign_off, direct_payment.orders, order_shape, 0,
              "orders of a court about drugs or alcohol"),
};

static const struct phb__shape direct_payment_shape =
    PHB__SHAPE("the direct payment", direct_payment_fields, 0);

static const struct phb__field explained_fields[] = {
    PHB__DATE("calculation_on", struct phb__sign_off, calculation_explained_on, 0,
              "when it was explained how the budget was worked out"),
    PHB__DATE("employer_costs_on", struct phb__sign_off, employer_costs_explained_on, 0,
              "when it was explained what employing costs"),
};

static const struct phb__shape explained_shape =
    PHB__SHAPE("what was explained", explained_fields, 0);

static const struct phb__field sharing_fields[] = {
    PHB__TEXT("with", struct phb__sharing, with, PHB__FREE_TEXT, "who may see the plan"),
    PHB__DATE("agreed_on", struct phb__sharing, agreed_on, 0, "when the person agreed"),
};

static const struct phb__shape sharing_shape =
    PHB__SHAPE("a consent to sharing", sharing_fields, sizeof(struct phb__sharing));

static const struct phb__field sign_off_fields[] = {
    PHB__OBJECT("person", person_shape, 0, "the person, or who acts for them"),
    PHB__OBJECT("nhs", nhs_shape, 0, "the NHS body"),
    PHB__LIST("partners", struct phb__sign_off, partners, partner_shape, 0, "the others who pay"),
    PHB__TEXT("content_hash", struct phb__sign_off, content_hash, 0,
              "the hash of what was signed, 64 hexadecimal digits"),
    PHB__OBJECT("direct_payment", direct_payment_shape, 0,
                "what a direct payment needs before it is paid"),
    PHB__OBJECT("explained", explained_shape, 0, "what the person was told, and when"),
    PHB__LIST("information_sharing", struct phb__sign_off, information_sharing, sharing_shape, 0,
              "who may see the plan"),
    PHB__SECTION_ANSWER(struct phb__sign_off),
};

const struct phb__shape phb__shape_sign_off =
    PHB__SHAPE("the section sign_off", sign_off_fields, sizeof(struct phb__sign_off));
