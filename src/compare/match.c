/* What belongs together: lines by `of` and category, totals by name and key. */

#include <string.h>

#include "compare/compare.h"

/* ---- a side ---- */

static bool
open_ids(struct phb__side *side)
{
    const struct phb__budget_content *content = side->costing->content;
    const struct phb__assistant *assistants = phb__budget_assistants(content);
    const struct phb__line *lines = phb__budget_lines(content);
    const phb_context *context = side->costing->context;
    /* Both of them, so that both may be closed. */
    bool has_assistants = phb__ids_init(&side->assistants, context, content->assistants.count);
    bool has_lines = phb__ids_init(&side->lines, context, content->lines.count);
    if (!has_assistants || !has_lines) {
        return false;
    }
    for (uint32_t i = 0; i < content->assistants.count; i++) {
        (void)phb__ids_add(&side->assistants, assistants[i].given.id, (int32_t)i);
    }
    for (uint32_t i = 0; i < content->lines.count; i++) {
        (void)phb__ids_add(&side->lines, lines[i].given.id, (int32_t)i);
    }
    return true;
}

bool
phb__side_open(struct phb__side *side, struct phb__arena *arena, const phb_costing *costing)
{
    const phb_table *payslips = costing->payslips;
    side->costing = costing;
    side->slips = phb__arena_take(arena, costing->content->assistants.count, sizeof *side->slips);
    if (!open_ids(side) || !side->slips) {
        return false;
    }
    for (size_t row = 0; row < phb_table_rows(payslips); row++) {
        const char *of = phb__table_get_text(payslips, PHB__PAYSLIP_OF, row);
        const char *letter = phb__table_get_text(payslips, PHB__PAYSLIP_NI_LETTER, row);
        int32_t index = phb__ids_find(&side->assistants, of);
        int64_t days = phb__table_get(payslips, PHB__PAYSLIP_END, row) -
                       phb__table_get(payslips, PHB__PAYSLIP_START, row) + 1;
        if (index >= 0) {
            struct phb__slips *slips = &side->slips[index];
            bool is_member = phb__table_get(payslips, PHB__PAYSLIP_PENSION_MEMBER, row) != 0;
            slips->days += days;
            slips->member_days += is_member ? days : 0;
            slips->letters |= letter[0] == '\0' ? 0 : (uint32_t)1 << (letter[0] - 'A');
        }
    }
    return true;
}

void
phb__side_close(struct phb__side *side)
{
    if (side->costing) {
        phb__ids_free(&side->assistants);
        phb__ids_free(&side->lines);
    }
}

/* ---- pairs ---- */

/* Where the names and figures of a table are; -1: it has no such column. */
struct columns {
    size_t name;
    size_t further;
    size_t amount;
    size_t step;
    int one_off;
};

struct match {
    struct phb__compare *compare;
    const struct columns *columns;
    struct phb__ids ids; /* of the pairs */
};

/* "pa-1/pay": neither an id nor the name of a total holds a slash. */
static const char *
key_of(struct phb__arena *arena, const char *name, const char *further)
{
    size_t size = strlen(name);
    size_t further_size = strlen(further);
    char *key = phb__arena_bytes(arena, size + further_size + 2);
    if (key) {
        memcpy(key, name, size);
        key[size] = '/';
        memcpy(key + size + 1, further, further_size + 1);
    }
    return key;
}

static struct phb__pair *
pair_of(struct match *match, const char *name, const char *further)
{
    struct phb__compare *compare = match->compare;
    const char *key = key_of(&compare->arena, name, further);
    if (!key) {
        return NULL;
    }
    int32_t found = phb__ids_find(&match->ids, key);
    if (found < 0) {
        found = (int32_t)compare->pair_count++;
        compare->pairs[found] = (struct phb__pair){.of = name, .category = further};
        (void)phb__ids_add(&match->ids, key, found);
    }
    return &compare->pairs[found];
}

static bool
add_rows(struct match *match, const phb_table *table, int side)
{
    const struct columns *columns = match->columns;
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        struct phb__pair *pair = pair_of(match, phb__table_get_text(table, columns->name, row),
                                         phb__table_get_text(table, columns->further, row));
        if (!pair) {
            return false;
        }
        struct phb__part *part = &pair->parts[side];
        int32_t step = (int32_t)phb__table_get(table, columns->step, row);
        part->rows++;
        part->amount += phb__table_get(table, columns->amount, row);
        part->step = part->rows == 1 ? step : PHB__STEP_NONE;
        part->is_one_off =
            columns->one_off >= 0 && phb__table_get(table, (size_t)columns->one_off, row) != 0;
    }
    return true;
}

static bool
match_tables(struct phb__compare *compare, const phb_table *const tables[PHB__SIDES],
             const struct columns *columns)
{
    struct match match = {.compare = compare, .columns = columns};
    size_t most = phb_table_rows(tables[PHB__BEFORE]) + phb_table_rows(tables[PHB__AFTER]);
    compare->pair_count = 0;
    compare->pairs = phb__arena_take(&compare->arena, most, sizeof *compare->pairs);
    if (!phb__ids_init(&match.ids, compare->arena.context, most)) {
        return false;
    }
    bool is_matched = compare->pairs && add_rows(&match, tables[PHB__BEFORE], PHB__BEFORE) &&
                      add_rows(&match, tables[PHB__AFTER], PHB__AFTER);
    phb__ids_free(&match.ids);
    return is_matched;
}

bool
phb__match_lines(struct phb__compare *compare)
{
    static const struct columns columns = {PHB__LINE_OF, PHB__LINE_CATEGORY, PHB__LINE_AMOUNT,
                                           PHB__LINE_STEP, PHB__LINE_ONE_OFF};
    const phb_table *const tables[] = {compare->sides[PHB__BEFORE].costing->lines,
                                       compare->sides[PHB__AFTER].costing->lines};
    return match_tables(compare, tables, &columns);
}

bool
phb__match_totals(struct phb__compare *compare)
{
    static const struct columns columns = {0, 1, 2, 3, -1}; /* total, key, amount, step */
    const phb_table *const tables[] = {compare->sides[PHB__BEFORE].costing->totals,
                                       compare->sides[PHB__AFTER].costing->totals};
    return match_tables(compare, tables, &columns);
}
