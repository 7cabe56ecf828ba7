/* phb-costing/1: the tables of a costing, as they are. */

#include <phb/costing.h>
#include <phb/version.h>
#include <string.h>

#include "core/document.h"
#include "core/error.h"
#include "json/table.h"

static void
put_quoted_date(struct phb__builder *builder, phb_date date)
{
    phb__put(builder, "\"");
    phb__put_date(builder, date);
    phb__put(builder, "\"");
}

static void
put_amount(struct phb__builder *builder, phb_pence amount)
{
    phb__put(builder, "\"");
    phb__put_pence(builder, amount);
    phb__put(builder, "\"");
}

/* The totals of one kind that have a key of their own, as the members of an object. */
static void
put_totals_by(struct phb__builder *builder, const phb_table *totals, const char *kind)
{
    const int64_t *amounts = phb_table_int64(totals, "amount", NULL);
    const char *separator = "";
    phb__put(builder, ",");
    phb__json_indent(builder, 2);
    phb__put_json_text(builder, kind);
    phb__put(builder, ": {");
    for (size_t row = 0; row < phb_table_rows(totals); row++) {
        if (strcmp(phb_table_text(totals, "total", row), kind) != 0) {
            continue;
        }
        phb__put(builder, separator);
        phb__put_json_text(builder, phb_table_text(totals, "key", row));
        phb__put(builder, ": ");
        put_amount(builder, amounts[row]);
        separator = ", ";
    }
    phb__put(builder, "}");
}

/* Totals without a key are members; those with one are gathered in objects, empty ones included. */
static void
put_totals(struct phb__builder *builder, const phb_table *totals)
{
    const int64_t *amounts = phb_table_int64(totals, "amount", NULL);
    phb__put(builder, "{");
    for (size_t row = 0; row < phb_table_rows(totals); row++) {
        if (phb_table_text(totals, "key", row)[0] != '\0') {
            continue;
        }
        phb__put(builder, row == 0 ? "" : ",");
        phb__json_indent(builder, 2);
        phb__put_json_text(builder, phb_table_text(totals, "total", row));
        phb__put(builder, ": ");
        put_amount(builder, amounts[row]);
    }
    put_totals_by(builder, totals, "by_category");
    put_totals_by(builder, totals, "by_deployment");
    put_totals_by(builder, totals, "by_funder");
    put_totals_by(builder, totals, "by_financial_year");
    phb__json_indent(builder, 1);
    phb__put(builder, "}");
}

static void
put_costing(struct phb__builder *builder, const phb_costing *costing, bool with_steps)
{
    phb__put(builder, "{");
    phb__json_put_member(builder, "", "format");
    phb__put_json_text(builder, "phb-costing/1");
    phb__json_put_member(builder, ",", "library");
    phb__put_json_text(builder, phb_version());
    phb__json_put_member(builder, ",", "rates");
    phb__put_json_text(builder, phb_costing_rates_edition(costing));
    phb__json_put_member(builder, ",", "policy");
    phb__put_json_text(builder, phb_costing_policy_edition(costing));
    phb__json_put_member(builder, ",", "period");
    phb__put(builder, "{\"start\": ");
    put_quoted_date(builder, phb_costing_start(costing));
    phb__put(builder, ", \"end\": ");
    put_quoted_date(builder, phb_costing_end(costing));
    phb__put(builder, "}");
    phb__json_put_member(builder, ",", "provisional");
    phb__put(builder, phb_costing_is_provisional(costing) ? "true" : "false");
    phb__json_put_member(builder, ",", "lines");
    phb__json_put_table(builder, phb_costing_table(costing, PHB_COSTING_LINES), 1);
    phb__json_put_member(builder, ",", "payslips");
    phb__json_put_table(builder, phb_costing_table(costing, PHB_COSTING_PAYSLIPS), 1);
    phb__json_put_member(builder, ",", "totals");
    put_totals(builder, phb_costing_table(costing, PHB_COSTING_TOTALS));
    phb__json_put_member(builder, ",", "instalments");
    phb__json_put_table(builder, phb_costing_table(costing, PHB_COSTING_INSTALMENTS), 1);
    phb__json_put_member(builder, ",", "notes");
    phb__json_put_table(builder, phb_costing_table(costing, PHB_COSTING_NOTES), 1);
    if (with_steps) {
        phb__json_put_member(builder, ",", "steps");
        phb__json_put_table(builder, phb_costing_table(costing, PHB_COSTING_STEPS), 1);
    }
    phb__put(builder, "\n}\n");
}

phb_status
phb_costing_to_json(const phb_costing *costing, int32_t with_steps, phb_text **out_text,
                    phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!costing || !out_text) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__builder builder;
    phb__builder_init(&builder, phb_costing_context(costing));
    put_costing(&builder, costing, with_steps != 0);
    return phb__builder_finish(&builder, out_text, error);
}
