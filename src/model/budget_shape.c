/* What a phb-budget/1 document may say, in the order in which it is written out. */

#include "model/budget.h"
#include "model/names.h"
#include "model/plan_sections.h"
#include "model/shapes.h"

static const struct phb__field funder_fields[] = {
    PHB__ID("id", phb_funder, id, PHB__REQUIRED, "unique among funders"),
    PHB__CHOICE("kind", phb_funder, kind, phb__names_funder_kind, PHB__REQUIRED,
                "what sort of body"),
    PHB__NUMBER("share", phb_funder, share_ppm, PPM, 0, PHB_PPM, 0,
                "its share of what the amounts leave; all add to 100%"),
    PHB__NUMBER("amount", phb_funder, amount_pence, PENCE, 0, PHB_PENCE_MAX, 0,
                "a sum for the period"),
    PHB__NUMBER("client_contribution", phb_funder, client_contribution_pence, PENCE, 0,
                PHB_PENCE_MAX, 0, "what the person pays towards it"),
};

const struct phb__shape phb__shape_funder =
    PHB__SHAPE("a funder", funder_fields, sizeof(phb_funder));

static const struct phb__field allowance_used_fields[] = {
    PHB__NUMBER("tax_year", struct phb__allowance_used, tax_year, WHOLE, 1900, 2199, PHB__REQUIRED,
                "the year in which the tax year starts"),
    PHB__NUMBER("amount", struct phb__allowance_used, amount, PENCE, 0, PHB_PENCE_MAX,
                PHB__REQUIRED, "used outside this budget"),
};

const struct phb__shape phb__shape_allowance_used =
    PHB__SHAPE("a used allowance", allowance_used_fields, sizeof(struct phb__allowance_used));

static const struct phb__field agreed_line_fields[] = {
    PHB__NUMBER("an amount of agreed_by_line", struct phb__agreed_line, amount, PENCE, 0,
                PHB_PENCE_MAX, PHB__REQUIRED, "agreed for the period"),
};

const struct phb__shape phb__shape_agreed_line =
    PHB__BARE_SHAPE("an agreed amount", agreed_line_fields, sizeof(struct phb__agreed_line));

/* These objects are members of the content, so their places are counted from it. */

static const struct phb__field period_fields[] = {
    PHB__DATE("start", struct phb__budget_content, settings.start, PHB__REQUIRED, "first day"),
    PHB__DATE("end", struct phb__budget_content, settings.end, PHB__REQUIRED,
              "last day, itself included"),
};

static const struct phb__shape period_shape = PHB__SHAPE("the period", period_fields, 0);

static const struct phb__field allowance_fields[] = {
    PHB__FLAG("claim", struct phb__budget_content, settings.claims_allowance, 0,
              "whether it is claimed"),
    PHB__LIST("already_used", struct phb__budget_content, allowance_used, phb__shape_allowance_used,
              0, "what was used of it outside this budget"),
};

static const struct phb__shape allowance_shape =
    PHB__SHAPE("the employment allowance", allowance_fields, 0);

static const struct phb__field employer_fields[] = {
    PHB__CHOICE("kind", struct phb__budget_content, settings.employer, phb__names_employer_kind, 0,
                "who employs the assistants"),
    PHB__OBJECT("employment_allowance", allowance_shape, 0,
                "relief from the employer's National Insurance"),
};

static const struct phb__shape employer_shape = PHB__SHAPE("the employer", employer_fields, 0);

static const struct phb__field contingency_fields[] = {
    PHB__NUMBER("weeks", struct phb__budget_content, settings.contingency_weeks_hundredths,
                HUNDREDTHS, 0, 52000, 0, "so many weeks of what recurs"),
    PHB__NUMBER("percent", struct phb__budget_content, settings.contingency_ppm, PPM, 0, PHB_PPM, 0,
                "or such a part of what recurs"),
    PHB__NUMBER("amount", struct phb__budget_content, settings.contingency_pence, PENCE, 0,
                PHB_PENCE_MAX, 0, "or this sum"),
    PHB__CHOICE("held", struct phb__budget_content, settings.contingency_held,
                phb__names_contingency_held, 0,
                "inside the total, or beside it; inside unless said"),
    PHB__CHOICE("deployment", struct phb__budget_content, settings.contingency_deployment,
                phb__names_deployment, 0,
                "who holds it; direct_payment unless said, if anything here is one"),
    PHB__CHOICE("paid", struct phb__budget_content, settings.contingency_paid,
                phb__names_contingency_paid, 0,
                "with the instalments, or when it is asked for; spread unless said"),
};

static const struct phb__shape contingency_shape =
    PHB__SHAPE("the contingency", contingency_fields, 0);

static const struct phb__field payments_fields[] = {
    PHB__CHOICE("frequency", struct phb__budget_content, settings.payment_frequency,
                phb__names_payment_frequency, 0, "how often the direct payment is paid"),
    PHB__DATE("first_payment", struct phb__budget_content, settings.first_payment, 0,
              "when first; the period's first day unless said"),
    PHB__NUMBER("notice_weeks", struct phb__budget_content, settings.notice_weeks_hundredths,
                HUNDREDTHS, 0, 5200, 0, "notice given before payments change"),
};

static const struct phb__shape payments_shape = PHB__SHAPE("the payments", payments_fields, 0);

static const struct phb__field third_party_fields[] = {
    PHB__TEXT("organisation", struct phb__budget_content, settings.third_party_organisation,
              PHB__FREE_TEXT, "who holds the money for the person"),
    PHB__DATE("agreement_on", struct phb__budget_content, settings.third_party_agreement_on, 0,
              "when that was agreed"),
    PHB__DATE("last_audit_on", struct phb__budget_content, settings.third_party_last_audit_on, 0,
              "when they were last audited"),
};

static const struct phb__shape third_party_shape =
    PHB__SHAPE("the third party", third_party_fields, 0);

static const struct phb__field management_fields[] = {
    PHB__CHOICE("account", struct phb__budget_content, settings.account, phb__names_account, 0,
                "what the money is paid into"),
    PHB__TEXT("where_held", struct phb__budget_content, settings.where_held, PHB__FREE_TEXT,
              "where that account is"),
    PHB__TEXT("responsible", struct phb__budget_content, settings.responsible, PHB__FREE_TEXT,
              "who answers for the money"),
    PHB__TEXT("records", struct phb__budget_content, settings.records, PHB__FREE_TEXT,
              "what is kept, and where"),
    PHB__OBJECT("third_party", third_party_shape, 0, "who holds the money, if not the person"),
};

static const struct phb__shape management_shape =
    PHB__SHAPE("the management", management_fields, 0);

static const struct phb__field wheelchair_fields[] = {
    PHB__CHOICE("option", struct phb__budget_content, settings.wheelchair_option,
                phb__names_wheelchair_option, PHB__REQUIRED, "how the budget is taken"),
    PHB__NUMBER("prescribed_cost", struct phb__budget_content, settings.wheelchair_prescribed_pence,
                PENCE, 0, PHB_PENCE_MAX, PHB__REQUIRED, "what the prescribed chair costs the NHS"),
    PHB__NUMBER("price", struct phb__budget_content, settings.wheelchair_price_pence, PENCE, 0,
                PHB_PENCE_MAX, 0, "of the chair chosen"),
    PHB__NUMBER("maintenance", struct phb__budget_content, settings.wheelchair_maintenance_pence,
                PENCE, 0, PHB_PENCE_MAX, 0, "for repairs"),
    PHB__NUMBER("period_years", struct phb__budget_content, settings.wheelchair_period_years, WHOLE,
                1, 10, 0, "how long it is to last"),
};

static const struct phb__shape wheelchair_shape =
    PHB__SHAPE("the wheelchair", wheelchair_fields, 0);

/*
 * A budget stands alone, and then says what it is and for which days; or it is a part of a plan,
 * which has said the one and may be a draft that does not know the other.
 */
#define BUDGET_ROWS(flags_) \
    PHB__LITERAL("format", "phb-budget/1", (flags_), "what this document is"), \
        PHB__CHOICE("cohort", struct phb__budget_content, settings.cohort, phb__names_cohort, 0, \
                    "why the person has a budget"), \
        PHB__CHOICE("kind", struct phb__budget_content, settings.kind, phb__names_kind, 0, \
                    "ongoing or one-off"), \
        PHB__OBJECT("period", period_shape, (flags_), "the days the budget is for"), \
        PHB__CHOICE("weeks_in_year", struct phb__budget_content, settings.weeks_in_year, \
                    phb__names_weeks_in_year, 0, \
                    "how weekly sums become yearly ones; days unless said"), \
        PHB__LIST("assistants", struct phb__budget_content, assistants, phb__shape_assistant, 0, \
                  "the people employed"), \
        PHB__OBJECT("employer", employer_shape, 0, "who employs them"), \
        PHB__LIST("lines", struct phb__budget_content, lines, phb__shape_line, 0, \
                  "everything else that costs money"), \
        PHB__OBJECT("contingency", contingency_shape, 0, \
                    "set aside for the unforeseen: weeks, percent or amount"), \
        PHB__LIST("funders", struct phb__budget_content, funders, phb__shape_funder, 0, \
                  "whose money it is"), \
        PHB__OBJECT("payments", payments_shape, 0, "how the direct payment is paid"), \
        PHB__OBJECT("management", management_shape, 0, "how the money is looked after"), \
        PHB__NUMBER("indicative", struct phb__budget_content, settings.indicative_pence, PENCE, 0, \
                    PHB_PENCE_MAX, 0, "the budget known before the plan was made"), \
        PHB__NUMBER("agreed", struct phb__budget_content, settings.agreed_pence, PENCE, 0, \
                    PHB_PENCE_MAX, 0, "the sum agreed for the period"), \
        PHB__DATE("agreed_on", struct phb__budget_content, settings.agreed_on, 0, \
                  "when it was agreed"), \
        PHB__MAP("agreed_by_line", struct phb__budget_content, agreed_lines, \
                 phb__shape_agreed_line, 0, \
                 "the sums agreed for assistants and lines, by their ids"), \
        PHB__OBJECT("wheelchair", wheelchair_shape, 0, "a personal wheelchair budget")

static const struct phb__field budget_fields[] = {BUDGET_ROWS(PHB__REQUIRED)};

const struct phb__shape phb__shape_budget =
    PHB__SHAPE("a budget", budget_fields, sizeof(struct phb__budget_content));

static const struct phb__field plan_budget_fields[] = {
    BUDGET_ROWS(0), PHB__SECTION_ANSWER(struct phb__plan_budget)};

const struct phb__shape phb__shape_plan_budget =
    PHB__SHAPE("the budget", plan_budget_fields, sizeof(struct phb__plan_budget));
