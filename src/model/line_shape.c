/* What a document may say of what is not employment, in the order in which it is written out. */

#include "model/budget.h"
#include "model/names.h"
#include "model/shapes.h"

/* The list keeps the texts themselves: the value is the whole of an item. */
/* One with nothing said. */
static const struct phb__line no_line = {PHB_LINE_INIT, {NULL, 0, 0}, {NULL, 0, 0}};

static const struct phb__field line_assistant_fields[] = {{
    .key = "an id of assistants",
    .about = "an assistant of this budget",
    .kind = PHB__KIND_ID,
    .flags = PHB__REQUIRED,
}};

const struct phb__shape phb__shape_line_assistant =
    PHB__BARE_SHAPE("an assistant's id", line_assistant_fields, sizeof(const char *));

/* A member of the line's own struct, so its places are counted from it. */
static const struct phb__field provider_fields[] = {
    PHB__TEXT("name", struct phb__line, given.provider_name, PHB__FREE_TEXT, "who provides it"),
    PHB__CHOICE("relationship", struct phb__line, given.provider_relationship,
                phb__names_relationship, 0, "how they stand to the person"),
    PHB__FLAG("lives_in_household", struct phb__line, given.provider_lives_in_household, 0,
              "whether they live with the person"),
    PHB__DATE("necessity_approved_on", struct phb__line, given.provider_necessity_approved_on, 0,
              "when the body found it necessary to pay them"),
    PHB__CHOICE("cqc", struct phb__line, given.provider_cqc, phb__names_cqc, 0,
                "registered with the Care Quality Commission, or no need to be"),
    PHB__TEXT("registration", struct phb__line, given.provider_registration, PHB__FREE_TEXT,
              "their number on a register"),
    PHB__DATE("checked_on", struct phb__line, given.provider_checked_on, 0,
              "when they were checked"),
};

static const struct phb__shape provider_shape = PHB__SHAPE("the provider", provider_fields, 0);

static const struct phb__field line_fields[] = {
    PHB__ID("id", struct phb__line, given.id, PHB__REQUIRED, "unique among assistants and lines"),
    PHB__CHOICE("category", struct phb__line, given.category, phb__names_category, PHB__REQUIRED,
                "what it is for"),
    PHB__NUMBER("amount", struct phb__line, given.amount_penny_hundredths, PENNY_HUNDREDTHS, 0,
                PHB__PENNY_HUNDREDTHS_MAX, PHB__REQUIRED,
                "the price of one, in pounds with at most four decimals"),
    PHB__LIST("amount", struct phb__line, amounts, phb__shape_dated, PHB__ALTERNATIVE,
              "the same, changing from day to day"),
    PHB__NUMBER("quantity", struct phb__line, given.quantity_ten_thousandths, TEN_THOUSANDTHS, 0,
                INT64_C(1000000000), 0, "how many at a time; 1 unless said"),
    PHB__CHOICE("unit", struct phb__line, given.unit, phb__names_line_unit, 0, "what one of it is"),
    PHB__CHOICE("per", struct phb__line, given.per, phb__names_per, PHB__REQUIRED, "how often"),
    PHB__DATE("start", struct phb__line, given.start, 0, "first day; the period's unless said"),
    PHB__DATE("end", struct phb__line, given.end, 0, "last day; the period's unless said"),
    PHB__LIST("assistants", struct phb__line, assistants, phb__shape_line_assistant, 0,
              "whose payslips, years or heads are counted; all unless said"),
    PHB__CHOICE("deployment", struct phb__line, given.deployment, phb__names_deployment,
                PHB__REQUIRED, "who holds the money that pays for it"),
    PHB__ID("funder", struct phb__line, given.funder, 0, "the funder who pays for it"),
    PHB__TEXT("nil_reason", struct phb__line, given.nil_reason, PHB__FREE_TEXT,
              "why it costs nothing"),
    PHB__OBJECT("provider", provider_shape, 0, "who provides it"),
};

const struct phb__shape phb__shape_line = PHB__ITEM_SHAPE("a line", line_fields, no_line);
