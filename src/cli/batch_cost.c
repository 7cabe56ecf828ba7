/* phb batch cost: what each budget comes to. */

#include <string.h>

#include "cli/batch.h"

static const struct {
    const char *total;
    const char *key;
    const char *column;
} figures[] = {{"total", "", "total"},
               {"weekly", "", "weekly"},
               {"full_year", "", "full_year"},
               {"recurring", "", "recurring"},
               {"one_off", "", "one_off"},
               {"contingency", "", "contingency"},
               {"contingency_outside", "", "contingency_outside"},
               {"person_pays", "", "person_pays"},
               {"by_deployment", "direct_payment", "direct_payment"},
               {"by_deployment", "third_party", "third_party"},
               {"by_deployment", "notional", "notional"}};

/* Of the law of another day, or of the year after, as the options say. */
static phb_status
make_costing(const struct batch *batch, const struct subject *subject, phb_costing **out_costing,
             phb_error *error)
{
    phb_budget *next = NULL;
    const phb_budget *budget = subject_budget_of(subject);
    phb_cost_options how = PHB_COST_OPTIONS_INIT;
    phb_status status = PHB_OK;
    if (!budget) {
        return fail_without_budget(error);
    }
    if (batch->options->is_next_year) {
        status = phb_budget_next_year(budget, &next, error);
    }
    how.trace = PHB_TRACE_NONE;
    how.law_on = batch->options->on;
    how.policy = batch->inputs->policy;
    if (status == PHB_OK) {
        status =
            phb_budget_cost(next ? next : budget, batch->inputs->rates, &how, out_costing, error);
    }
    phb_budget_free(next);
    if (status != PHB_OK) {
        place_budget_error(subject, error);
    }
    return status;
}

/* ---- rows ---- */

/* Not of funders: each plan may have others. */
static void
count(const phb_costing *costing, struct batch_totals *totals)
{
    const phb_table *table = phb_costing_table(costing, PHB_COSTING_TOTALS);
    const int64_t *amounts = phb_table_int64(table, "amount", NULL);
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        const char *total = phb_table_text(table, "total", row);
        if (strcmp(total, "by_funder") != 0) {
            totals_pence(totals, total, phb_table_text(table, "key", row), amounts[row]);
        }
    }
    totals_count(totals, "provisional", "", phb_costing_is_provisional(costing));
}

/* Those of one name, each by its key; or a single one, which has none. */
static void
put_totals_called(const struct batch_row *row, const phb_table *table, const char *name)
{
    const int64_t *amounts = phb_table_int64(table, "amount", NULL);
    for (size_t i = 0; i < phb_table_rows(table); i++) {
        const char *key = phb_table_text(table, "key", i);
        if (strcmp(phb_table_text(table, "total", i), name) == 0) {
            row_pence(row, key[0] == '\0' ? name : key, amounts[i]);
        }
    }
}

/* All totals, by the names that a costing has for them. */
static void
put_totals(const struct batch_row *row, const phb_table *table)
{
    static const char *const single[] = {
        "recurring", "one_off",     "contingency", "contingency_outside",
        "total",     "person_pays", "weekly",      "full_year"};
    static const char *const groups[] = {"by_category", "by_deployment", "by_funder",
                                         "by_financial_year"};
    for (size_t i = 0; i < sizeof single / sizeof single[0]; i++) {
        put_totals_called(row, table, single[i]);
    }
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
        row_open(row, groups[i]);
        put_totals_called(row, table, groups[i]);
        row_close(row);
    }
}

static phb_pence
amount_of(const phb_table *table, const char *total, const char *key)
{
    const int64_t *amounts = phb_table_int64(table, "amount", NULL);
    for (size_t i = 0; i < phb_table_rows(table); i++) {
        if (strcmp(phb_table_text(table, "total", i), total) == 0 &&
            strcmp(phb_table_text(table, "key", i), key) == 0) {
            return amounts[i];
        }
    }
    return 0;
}

static void
put_row(const struct batch_row *row, const phb_costing *costing)
{
    const phb_table *table = phb_costing_table(costing, PHB_COSTING_TOTALS);
    row_begin(row);
    row_date(row, "start", phb_costing_start(costing));
    row_date(row, "end", phb_costing_end(costing));
    row_yes_no(row, "provisional", phb_costing_is_provisional(costing) != 0);
    for (size_t i = 0; i < sizeof figures / sizeof figures[0] && row->is_csv; i++) {
        row_pence(row, figures[i].column, amount_of(table, figures[i].total, figures[i].key));
    }
    if (!row->is_csv) {
        put_totals(row, table);
    }
    row_end(row);
}

static void
put_table(const struct batch_row *row, const phb_costing *costing)
{
    const phb_table *table = phb_costing_table(costing, PHB_COSTING_TOTALS);
    const int64_t *amounts = phb_table_int64(table, "amount", NULL);
    for (size_t i = 0; i < phb_table_rows(table); i++) {
        row_begin(row);
        row_text(row, "total", phb_table_text(table, "total", i));
        row_text(row, "key", phb_table_text(table, "key", i));
        row_pence(row, "amount", amounts[i]);
        row_end(row);
    }
}

static phb_status
put(const struct batch *batch, const struct subject *subject, const struct batch_row *row,
    struct batch_totals *totals, phb_error *error)
{
    phb_costing *costing = NULL;
    phb_status status = make_costing(batch, subject, &costing, error);
    if (status == PHB_OK) {
        if (batch->options->table) {
            put_table(row, costing);
        } else {
            put_row(row, costing);
        }
        count(costing, totals);
    }
    phb_costing_free(costing);
    return status;
}

static void
begin_totals(struct batch_totals *totals)
{
    totals_count(totals, "provisional", "", 0);
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        totals_pence(totals, figures[i].total, figures[i].key, 0);
    }
}

const struct batch_kind batch_cost = {
    .name = "cost",
    .table = "totals",
    .columns = "start,end,provisional,total,weekly,full_year,recurring,one_off,contingency,"
               "contingency_outside,person_pays,direct_payment,third_party,notional",
    .table_columns = "total,key,amount",
    .begin_totals = begin_totals,
    .put = put,
};
