#include "render/page.h"

#include <phb/version.h>
#include <string.h>

#include "render/words.h"

const struct phb__sum phb__page_sums[PHB__SUMS] = {
    {"recurring", "Recurring costs", true, false},
    {"one_off", "One-off costs", true, false},
    {"contingency", "Contingency", false, false},
    {"total", "TOTAL OF THE BUDGET", true, false},
    {"contingency_outside", "Contingency, held outside the budget", false, true},
    {"person_pays", "What the person pays", false, true},
    {"weekly", "Recurring costs, a week on average", true, true},
    {"full_year", "Recurring costs, a full year", true, true},
};

const struct phb__breakdown phb__page_breakdowns[PHB__BREAKDOWNS] = {
    {"by_category", "By what it is for"},
    {"by_deployment", "By who holds the money"},
    {"by_funder", "By whose money it is"},
    {"by_financial_year", "By NHS financial year"},
};

void
phb__page_init(struct phb__page *page, struct phb__builder *builder, const phb_costing *costing)
{
    *page = (struct phb__page){
        .builder = builder,
        .costing = costing,
        .lines = phb_costing_table(costing, PHB_COSTING_LINES),
        .payslips = phb_costing_table(costing, PHB_COSTING_PAYSLIPS),
        .totals = phb_costing_table(costing, PHB_COSTING_TOTALS),
        .instalments = phb_costing_table(costing, PHB_COSTING_INSTALMENTS),
        .notes = phb_costing_table(costing, PHB_COSTING_NOTES),
    };
}

/* ---- groups of lines ---- */

static const char *
of(const phb_table *table, size_t row)
{
    return phb_table_text(table, "of", row);
}

/*
 * Assistants come first among the lines, in the order of their payslips, and nobody has lines
 * without a payslip. What the whole budget's own lines are of is nobody.
 */
static enum phb__group_kind
kind_of(const struct phb__page *page, size_t row, size_t payslip)
{
    bool is_assistant = payslip < phb_table_rows(page->payslips) &&
                        strcmp(of(page->payslips, payslip), of(page->lines, row)) == 0;
    if (is_assistant) {
        return PHB__GROUP_ASSISTANT;
    }
    return of(page->lines, row)[0] == '\0' ? PHB__GROUP_WHOLE : PHB__GROUP_OTHERS;
}

static bool
belongs(const struct phb__page *page, const struct phb__group *group, size_t row)
{
    if (group->kind == PHB__GROUP_ASSISTANT) {
        return strcmp(of(page->lines, row), of(page->lines, group->first)) == 0;
    }
    return kind_of(page, row, phb_table_rows(page->payslips)) == group->kind;
}

bool
phb__next_group(const struct phb__page *page, struct phb__group *group)
{
    size_t rows = phb_table_rows(page->lines);
    size_t payslips = phb_table_rows(page->payslips);
    size_t row = group->end;
    if (row == rows) {
        return false;
    }
    group->first = row;
    group->kind = kind_of(page, row, group->payslip);
    group->sum = 0;
    for (; row < rows && belongs(page, group, row); row++) {
        group->sum += phb__amount_at(page->lines, row);
    }
    group->end = row;
    while (group->kind == PHB__GROUP_ASSISTANT && group->payslip < payslips &&
           strcmp(of(page->payslips, group->payslip), of(page->lines, group->first)) == 0) {
        group->payslip++;
    }
    return true;
}

/* ---- totals ---- */

size_t
phb__total_row(const struct phb__page *page, const char *total)
{
    size_t row = 0;
    while (row < phb_table_rows(page->totals) &&
           strcmp(phb_table_text(page->totals, "total", row), total) != 0) {
        row++;
    }
    return row;
}

phb_pence
phb__amount_at(const phb_table *table, size_t row)
{
    return phb_table_int64(table, "amount", NULL)[row];
}

phb_pence
phb__sum_of_instalments(const struct phb__page *page)
{
    phb_pence sum = 0;
    for (size_t row = 0; row < phb_table_rows(page->instalments); row++) {
        sum += phb__amount_at(page->instalments, row);
    }
    return sum;
}

bool
phb__is_shown(const struct phb__page *page, const struct phb__sum *sum)
{
    return sum->is_always_shown ||
           phb__amount_at(page->totals, phb__total_row(page, sum->total)) != 0;
}

bool
phb__is_left_out(const struct phb__page *page, const char *total)
{
    for (size_t i = 0; i < PHB__SUMS; i++) {
        if (strcmp(phb__page_sums[i].total, total) == 0) {
            return !phb__is_shown(page, &phb__page_sums[i]);
        }
    }
    return false;
}

const char *
phb__breakdown_words(const char *total)
{
    for (size_t i = 0; i < PHB__BREAKDOWNS; i++) {
        if (strcmp(phb__page_breakdowns[i].total, total) == 0) {
            return phb__page_breakdowns[i].words;
        }
    }
    return NULL;
}

/* "2026" is the year from April 2026 to March 2027. */
static void
put_financial_year(struct phb__builder *builder, const char *key)
{
    int32_t second = (key[2] - '0') * 10 + (key[3] - '0') + 1;
    char digits[3] = {(char)('0' + second / 10 % 10), (char)('0' + second % 10), '\0'};
    phb__put(builder, "NHS financial year ");
    phb__put(builder, key);
    phb__put(builder, "-");
    phb__put(builder, digits);
}

void
phb__put_total_key(struct phb__builder *builder, const struct phb__page *page, size_t row)
{
    const char *total = phb_table_text(page->totals, "total", row);
    const char *key = phb_table_text(page->totals, "key", row);
    if (strcmp(total, "by_financial_year") == 0) {
        put_financial_year(builder, key);
    } else if (strcmp(total, "by_funder") == 0) {
        phb__put(builder, key);
    } else {
        phb__put_words(builder, key);
    }
}

/* ---- words that both kinds of page use ---- */

void
phb__put_days(struct phb__builder *builder, const phb_table *table, size_t row)
{
    phb__put_short_date(builder, phb_table_int32(table, "start", NULL)[row]);
    phb__put(builder, " – ");
    phb__put_short_date(builder, phb_table_int32(table, "end", NULL)[row]);
}

void
phb__put_frequency(struct phb__builder *builder, const struct phb__page *page, size_t row)
{
    const char *frequency = phb_table_text(page->payslips, "frequency", row);
    phb__put(builder, strcmp(frequency, "four_weekly") == 0 ? "four-weekly" : frequency);
}

void
phb__put_title(const struct phb__page *page)
{
    phb__put(page->builder, "Personal health budget, ");
    phb__put_long_date(page->builder, phb_costing_start(page->costing));
    phb__put(page->builder, " to ");
    phb__put_long_date(page->builder, phb_costing_end(page->costing));
}

void
phb__put_edition(const struct phb__page *page)
{
    phb__put(page->builder, "Rates ");
    phb__put(page->builder, phb_costing_rates_edition(page->costing));
    phb__put(page->builder, ", libphb ");
    phb__put(page->builder, phb_version());
    phb__put(page->builder, ". Amounts in pounds.\n");
}
