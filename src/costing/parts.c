/* What each assistant and each plain line costs, of all the lines of a costing. */

#include "costing/costing.h"
#include "costing/segment.h"

/* The allowance of a tax year is met from what each brought to its National Insurance. */
static bool
take_allowance_off(const struct phb_costing *costing, struct phb__arena *arena, int32_t year,
                   phb_pence *assistant_costs)
{
    size_t count = costing->content->assistants.count;
    int64_t *weights = phb__arena_take(arena, count, sizeof *weights);
    phb_pence *shares = phb__arena_take(arena, count, sizeof *shares);
    if (!weights || !shares) {
        return false;
    }
    (void)phb__allowance_shares(costing, year, weights, shares);
    for (size_t i = 0; i < count; i++) {
        assistant_costs[i] -= shares[i];
    }
    return true;
}

bool
phb__costing_parts(const struct phb_costing *costing, struct phb__arena *arena,
                   phb_pence **out_assistant_costs, phb_pence **out_line_costs)
{
    phb_pence *assistants =
        phb__arena_take(arena, costing->content->assistants.count, sizeof *assistants);
    phb_pence *lines = phb__arena_take(arena, costing->content->lines.count, sizeof *lines);
    if (!assistants || !lines) {
        return false;
    }
    for (size_t row = 0; row < phb_table_rows(costing->lines); row++) {
        const struct phb__line_fact *fact = &costing->facts[row];
        if (fact->assistant != PHB__NOBODY) {
            assistants[fact->assistant] += fact->amount;
        } else if (fact->plain_line != PHB__NOBODY) {
            lines[fact->plain_line] += fact->amount;
        }
    }
    *out_assistant_costs = assistants;
    *out_line_costs = lines;
    for (int32_t year = 0; year < PHB__TAX_YEARS_MAX; year++) {
        if (costing->allowance[year] > 0 && !take_allowance_off(costing, arena, year, assistants)) {
            return false;
        }
    }
    return true;
}
