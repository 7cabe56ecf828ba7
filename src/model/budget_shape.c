/* What a phb-budget/1 document may say, in the order in which it is written out. */

#include "model/budget.h"
#include "model/names.h"

#define HUNDREDTHS_MAX (PHB_PENCE_MAX * 100)

static const struct phb__field hours_fields[] = {
    PHB__ID("band", phb_hours, band, 0, "what these hours are called"),
    PHB__CHOICE("type", phb_hours, type, phb__names_hours_type, 0,
                "what kind of work it is; active unless said"),
    PHB__NUMBER("minutes_per_week", phb_hours, minutes_per_week, MINUTES, 1, 10080, PHB__REQUIRED,
                "minutes worked a week"),
    PHB__NUMBER("hours_per_week", phb_hours, minutes_per_week, HOURS, 1, 10080, PHB__ALTERNATIVE,
                "the same in hours, when they come to whole minutes"),
    PHB__NUMBER("rate", phb_hours, rate_penny_hundredths, PENNY_HUNDREDTHS, 0, HUNDREDTHS_MAX,
                PHB__REQUIRED, "pay an hour, in pounds with at most four decimals"),
    PHB__DATE("start", phb_hours, start, 0,
              "first day these hours are worked; the assistant's unless said"),
    PHB__DATE("end", phb_hours, end, 0,
              "last day these hours are worked; the assistant's unless said"),
};

const struct phb__shape phb__shape_hours =
    PHB__SHAPE("an entry of hours", hours_fields, sizeof(phb_hours));

/* These objects are members of the assistant's own struct, so their places are counted from it. */

static const struct phb__field leave_fields[] = {
    PHB__CHOICE("method", struct phb__assistant, given.leave_method, phb__names_leave_method,
                PHB__REQUIRED, "how paid leave is paid for"),
    PHB__TEXT("reason", struct phb__assistant, given.leave_reason, PHB__FREE_TEXT,
              "why nobody is paid to cover, for the method none"),
};

static const struct phb__shape leave_shape = PHB__SHAPE("leave", leave_fields, 0);

static const struct phb__field pension_fields[] = {
    PHB__CHOICE("membership", struct phb__assistant, given.pension_membership,
                phb__names_pension_membership, 0,
                "whether they are in the pension scheme; auto unless said"),
    PHB__CHOICE("basis", struct phb__assistant, given.pension_basis, phb__names_pension_basis, 0,
                "which pay the employer's rate applies to; qualifying_earnings unless said"),
    PHB__NUMBER("employer_rate", struct phb__assistant, given.pension_employer_ppm, PPM, 0, PHB_PPM,
                0, "the employer's rate; the statutory minimum unless said"),
};

static const struct phb__shape pension_shape = PHB__SHAPE("pension", pension_fields, 0);

static const struct phb__field assistant_fields[] = {
    PHB__ID("id", struct phb__assistant, given.id, PHB__REQUIRED,
            "unique among assistants and lines"),
    PHB__TEXT("name", struct phb__assistant, given.name, PHB__FREE_TEXT, "for the reader's eyes"),
    PHB__DATE("date_of_birth", struct phb__assistant, given.date_of_birth, 0,
              "decides National Insurance letter and pension"),
    PHB__LETTER("ni_letter", struct phb__assistant, given.ni_letter, phb__names_ni_letter, 0,
                "National Insurance category letter; from age unless said"),
    PHB__DATE("start", struct phb__assistant, given.start, 0,
              "first day employed; the period's unless said"),
    PHB__DATE("end", struct phb__assistant, given.end, 0,
              "last day employed; the period's unless said"),
    PHB__CHOICE("pay_frequency", struct phb__assistant, given.pay_frequency,
                phb__names_pay_frequency, PHB__REQUIRED, "how often they are paid"),
    PHB__LIST("hours", struct phb__assistant, hours, phb__shape_hours, PHB__REQUIRED,
              "what they work and earn"),
    PHB__OBJECT("leave", leave_shape, PHB__REQUIRED, "paid leave"),
    PHB__OBJECT("pension", pension_shape, 0, "workplace pension"),
    PHB__CHOICE("deployment", struct phb__assistant, given.deployment, phb__names_deployment,
                PHB__REQUIRED, "who holds the money that pays them"),
};

const struct phb__shape phb__shape_assistant =
    PHB__SHAPE("an assistant", assistant_fields, sizeof(struct phb__assistant));

static const struct phb__field line_fields[] = {
    PHB__ID("id", phb_line, id, PHB__REQUIRED, "unique among assistants and lines"),
    PHB__CHOICE("category", phb_line, category, phb__names_category, PHB__REQUIRED,
                "what it is for"),
    PHB__NUMBER("amount", phb_line, amount_penny_hundredths, PENNY_HUNDREDTHS, 0, HUNDREDTHS_MAX,
                PHB__REQUIRED, "the price of one, in pounds with at most four decimals"),
    PHB__NUMBER("quantity", phb_line, quantity_ten_thousandths, TEN_THOUSANDTHS, 0,
                INT64_C(1000000000), 0, "how many at a time; 1 unless said"),
    PHB__CHOICE("per", phb_line, per, phb__names_per, PHB__REQUIRED, "how often"),
    PHB__DATE("start", phb_line, start, 0, "first day; the period's unless said"),
    PHB__DATE("end", phb_line, end, 0, "last day; the period's unless said"),
    PHB__CHOICE("deployment", phb_line, deployment, phb__names_deployment, PHB__REQUIRED,
                "who holds the money that pays for it"),
};

const struct phb__shape phb__shape_line = PHB__SHAPE("a line", line_fields, sizeof(phb_line));

static const struct phb__field period_fields[] = {
    PHB__DATE("start", struct phb__budget_content, settings.start, PHB__REQUIRED, "first day"),
    PHB__DATE("end", struct phb__budget_content, settings.end, PHB__REQUIRED,
              "last day, itself included"),
};

static const struct phb__shape period_shape = PHB__SHAPE("the period", period_fields, 0);

static const struct phb__field budget_fields[] = {
    PHB__LITERAL("format", "phb-budget/1", "what this document is"),
    PHB__CHOICE("cohort", struct phb__budget_content, settings.cohort, phb__names_cohort, 0,
                "why the person has a budget"),
    PHB__CHOICE("kind", struct phb__budget_content, settings.kind, phb__names_kind, 0,
                "ongoing or one-off"),
    PHB__OBJECT("period", period_shape, PHB__REQUIRED, "the days the budget is for"),
    PHB__CHOICE("weeks_in_year", struct phb__budget_content, settings.weeks_in_year,
                phb__names_weeks_in_year, 0,
                "how weekly sums become yearly ones; days unless said"),
    PHB__LIST("assistants", struct phb__budget_content, assistants, phb__shape_assistant, 0,
              "the people employed"),
    PHB__LIST("lines", struct phb__budget_content, lines, phb__shape_line, 0,
              "everything else that costs money"),
};

const struct phb__shape phb__shape_budget =
    PHB__SHAPE("a budget", budget_fields, sizeof(struct phb__budget_content));

/* The settings alone, for a program that builds a budget call by call: settings come first in the
 * content. */
const struct phb__shape phb__shape_settings = {"the budget's settings", budget_fields, 5, 0};
