/* What the parts of a costing add to it: lines, notes, what they used of the law. */

#include <string.h>

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

/* id/category/start, for a computed line. */
static bool
set_id(phb_table *table, const struct phb__new_line *line)
{
    if (!line->is_computed) {
        return phb__table_set_static(table, PHB__LINE_ID, line->id);
    }
    char id[128];
    size_t id_size = strlen(line->id);
    size_t category_size = strlen(line->category);
    if (id_size + category_size + PHB_DATE_TEXT_SIZE + 2 > sizeof id) {
        return false;
    }
    memcpy(id, line->id, id_size);
    id[id_size] = '/';
    memcpy(id + id_size + 1, line->category, category_size);
    id[id_size + 1 + category_size] = '/';
    size_t used = id_size + category_size + 2;
    (void)phb_date_format(line->days.start, id + used, sizeof id - used);
    return phb__table_set_copy(table, PHB__LINE_ID, id, strlen(id));
}

phb_status
phb__costing_add_line(struct phb_costing *costing, const struct phb__new_line *line,
                      phb_error *error)
{
    phb_table *table = costing->lines;
    const char *deployment = phb__name(&phb__names_deployment, (int32_t)line->deployment);
    bool kept = phb__table_add_row(table) && set_id(table, line) &&
                phb__table_set_static(table, PHB__LINE_OF, line->id) &&
                phb__table_set_static(table, PHB__LINE_CATEGORY, line->category) &&
                phb__table_set_static(table, PHB__LINE_DEPLOYMENT, deployment);
    if (!kept) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    phb__table_set(table, PHB__LINE_START, line->days.start);
    phb__table_set(table, PHB__LINE_END, line->days.end);
    phb__table_set(table, PHB__LINE_AMOUNT, line->amount);
    phb__table_set(table, PHB__LINE_ONE_OFF, line->is_one_off);
    phb__table_set(table, PHB__LINE_PROVISIONAL, line->is_provisional);
    phb__table_set(table, PHB__LINE_STEP, line->step);
    costing->is_provisional = costing->is_provisional || line->is_provisional;
    phb_pence *sum = line->is_one_off ? &costing->one_off : &costing->recurring;
    *sum += line->amount; /* each is at most PHB_PENCE_MAX, and there are at most some thousands */
    return *sum <= PHB_PENCE_MAX
               ? PHB_OK
               : phb__fail_because(error, PHB_ERROR_RANGE, "a total is more than can be counted");
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
    if (law->day > costing->dataset->last_day) {
        costing->is_not_yet_known[key] = true;
    }
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
