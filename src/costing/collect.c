/* What the parts of a costing add to it: lines, notes, what they used of the law. */

#include <string.h>

#include "core/date.h"
#include "core/defend.h"
#include "core/error.h"
#include "core/path.h"
#include "core/text.h"
#include "costing/costing.h"
#include "model/names.h"

const char *
phb__costing_keep(struct phb_costing *costing, const char *text)
{
    const char *kept = phb__arena_text(&costing->arena, text, strlen(text));
    costing->failed = costing->failed || !kept;
    return kept ? kept : "";
}

/* of/category/start, for a computed line; category/start for one of the whole budget. */
static bool
set_id(struct phb_costing *costing, const struct phb__new_line *line)
{
    if (!line->is_computed) {
        return phb__table_set_static(costing->lines, PHB__LINE_ID, line->of);
    }
    if (costing->day != line->days.start) { /* most lines of an assistant begin on the same day */
        costing->day = line->days.start;
        (void)phb_date_format(costing->day, costing->day_text, sizeof costing->day_text);
    }
    char id[128];
    size_t of_size = strlen(line->of);
    size_t category_size = strlen(line->category);
    if (of_size + category_size + sizeof costing->day_text + 2 > sizeof id) {
        return false;
    }
    memcpy(id, line->of, of_size);
    size_t used = of_size;
    if (used > 0) {
        id[used++] = '/';
    }
    memcpy(id + used, line->category, category_size);
    used += category_size;
    id[used++] = '/';
    memcpy(id + used, costing->day_text, sizeof costing->day_text);
    used += sizeof costing->day_text - 1;
    return phb__table_set_own(costing->lines, PHB__LINE_ID, id, used);
}

/* Counts a line in its total. No line is beyond PHB_PENCE_MAX and no total was before it. */
static bool
count_in(struct phb__sums *sums, const struct phb__new_line *line)
{
    phb_pence *sum = &sums->recurring;
    if (line->kind == PHB__COST_ONE_OFF) {
        sum = &sums->one_off;
    } else if (line->kind == PHB__COST_CONTINGENCY) {
        sum = &sums->contingency;
    }
    *sum += line->amount;
    return *sum <= PHB_PENCE_MAX;
}

phb_status
phb__costing_add_line(struct phb_costing *costing, const struct phb__new_line *line,
                      phb_error *error)
{
    phb_table *table = costing->lines;
    size_t row = phb_table_rows(table);
    const char *deployment = phb__name(&phb__names_deployment, (int32_t)line->deployment);
    bool kept = PHB__ALWAYS(row < costing->line_capacity) && phb__table_add_row(table) &&
                set_id(costing, line) && phb__table_set_static(table, PHB__LINE_OF, line->of) &&
                phb__table_set_static(table, PHB__LINE_CATEGORY, line->category) &&
                phb__table_set_static(table, PHB__LINE_DEPLOYMENT, deployment);
    if (!kept) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    phb__table_set(table, PHB__LINE_START, line->days.start);
    phb__table_set(table, PHB__LINE_END, line->days.end);
    phb__table_set(table, PHB__LINE_AMOUNT, line->amount);
    phb__table_set(table, PHB__LINE_ONE_OFF, line->kind == PHB__COST_ONE_OFF);
    phb__table_set(table, PHB__LINE_PROVISIONAL, line->is_provisional);
    phb__table_set(table, PHB__LINE_STEP, line->step);
    bool is_paid = line->deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT && !line->is_on_request;
    costing->facts[row] = (struct phb__line_fact){.days = line->days,
                                                  .amount = line->amount,
                                                  .step = line->step,
                                                  .kind = line->kind,
                                                  .deployment = line->deployment,
                                                  .funder = line->funder,
                                                  .assistant = line->assistant,
                                                  .plain_line = line->plain_line,
                                                  .is_carried = is_paid};
    costing->is_provisional = costing->is_provisional || line->is_provisional;
    return count_in(&costing->sums, line)
               ? PHB_OK
               : phb__fail_because(error, PHB_ERROR_RANGE, "a total is more than can be counted");
}

int32_t
phb__costing_funder(const struct phb_costing *costing, const char *id)
{
    const phb_funder *funders = phb__budget_funders(costing->content);
    if (!id || id[0] == '\0') {
        return PHB__FUNDER_NONE;
    }
    for (uint32_t i = 0; i < costing->content->funders.count; i++) {
        if (strcmp(funders[i].id, id) == 0) {
            return (int32_t)i;
        }
    }
    return PHB__FUNDER_NONE;
}

int32_t
phb__costing_tax_year(const struct phb_costing *costing, phb_date day)
{
    return phb__tax_year_of(day) - costing->calendar.first_tax_year;
}

void
phb__costing_note(struct phb_costing *costing, const char *rule, const char *at,
                  const char *message)
{
    phb__costing_note_pieces(costing, rule, at, &message, 1);
}

void
phb__costing_note_pieces(struct phb_costing *costing, const char *rule, const char *at,
                         const char *const *pieces, size_t count)
{
    enum { RULE, AT, MESSAGE };
    struct phb__builder builder;
    if (!costing->notes) { /* one that has no tables: nobody would read it */
        return;
    }
    phb__builder_init(&builder, costing->context);
    for (size_t i = 0; i < count; i++) {
        phb__put(&builder, pieces[i]);
    }
    bool kept = !builder.failed && phb__table_add_row(costing->notes) &&
                phb__table_set_static(costing->notes, RULE, rule) &&
                phb__table_set_copy(costing->notes, AT, at, strlen(at)) &&
                phb__table_set_copy(costing->notes, MESSAGE, builder.data, builder.size);
    costing->failed = costing->failed || !kept;
    phb__builder_free(&builder);
}

void
phb__costing_note_outside(struct phb_costing *costing, const char *list, uint32_t index)
{
    char path[PHB__PATH_SIZE] = "";
    (void)phb__path_add(path, list);
    (void)phb__path_add_index(path, index);
    phb__costing_note(costing, "costing.outside_period", path,
                      "Lies outside the period: it counts nothing.");
}

void
phb__costing_used(struct phb_costing *costing, const struct phb__law *law, enum phb__rate_key key)
{
    if (law->day <= costing->dataset->last_day) {
        return;
    }
    costing->is_not_yet_known[key] = true;
    const struct phb__rate_row *row = phb__law_row(law, key);
    phb_certainty certainty =
        row ? phb__row_certainty(law->dataset, row, law->day) : PHB_CERTAINTY_IN_FORCE;
    costing->certainty = certainty > costing->certainty ? certainty : costing->certainty;
}

phb_status
phb__cost_fail_at(phb_error *error, phb_status status, const char *list, uint32_t index,
                  const char *message)
{
    char path[PHB__PATH_SIZE] = "";
    (void)phb__path_add(path, list);
    (void)phb__path_add_index(path, index);
    phb__fail_because(error, status, message);
    phb__error_at_path(error, path);
    return status;
}
