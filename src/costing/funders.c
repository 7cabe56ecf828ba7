/*
 * Whose money it is. What an assistant or a line names a funder for goes to that one whole; of the
 * rest, fixed amounts come first, then shares of what they leave.
 */

#include <string.h>

#include "costing/segment.h"

/* What is known of each funder. */
struct part {
    phb_pence named; /* by lines and assistants, their part of the Employment Allowance off */
    phb_pence amount;
    phb_pence share;
    int32_t step;
    int32_t named_step;
    int32_t amount_step;
};

struct split {
    struct phb_costing *costing;
    const phb_funder *funders;
    struct part *parts;
    uint32_t count;
    phb_pence left; /* not yet anybody's */
    int32_t left_step;
};

static phb_pence
amount_of(const struct phb_costing *costing, size_t row)
{
    return phb__table_get(costing->lines, PHB__LINE_AMOUNT, row);
}

static int32_t
step_of(const struct phb_costing *costing, size_t row)
{
    return (int32_t)phb__table_get(costing->lines, PHB__LINE_STEP, row);
}

/* "Named for nhs": the ids of funders are at most 64 bytes long. */
static const char *
label_about(struct phb_costing *costing, const char *words, const char *id)
{
    char label[128];
    size_t size = strlen(words);
    if (!costing->trace.is_wanted || size + strlen(id) >= sizeof label) {
        return words;
    }
    memcpy(label, words, size);
    memcpy(label + size, id, strlen(id) + 1);
    return phb__costing_keep(costing, label);
}

/* ---- what is named ---- */

static void
open_parts(struct split *split)
{
    struct phb_costing *costing = split->costing;
    struct phb__trace *trace = &costing->trace;
    for (uint32_t i = 0; i < split->count; i++) {
        struct part *part = &split->parts[i];
        const char *id = phb__costing_keep(costing, split->funders[i].id);
        part->amount_step = PHB__STEP_NONE;
        part->step = phb__step_open(trace, PHB__STEP_NONE, "sum", "costing.funder", id);
        part->named_step = phb__step_open(trace, part->step, "sum", "costing.funder_named",
                                          label_about(costing, "Named for ", id));
    }
}

static void
add_named_lines(struct split *split)
{
    const struct phb_costing *costing = split->costing;
    for (size_t row = 0; row < phb_table_rows(costing->lines); row++) {
        int32_t funder = costing->facts[row].funder;
        if (funder != PHB__FUNDER_NONE) {
            split->parts[funder].named += amount_of(costing, row);
            phb__step_repeat(&split->costing->trace, split->parts[funder].named_step,
                             step_of(costing, row));
        }
    }
}

/* ---- the Employment Allowance, shared over those whose National Insurance it met ---- */

/* Scratch for one tax year: what each assistant brought, and gets. */
struct allowance {
    int64_t *employer_ni;
    phb_pence *shares;
    uint32_t count;
    int64_t all;
};

static bool
is_met(const struct phb__employment *employment)
{
    return employment->assistant->given.deployment == PHB_DEPLOYMENT_DIRECT_PAYMENT;
}

static void
trace_allowance_share(struct split *split, const struct allowance *allowance, uint32_t index,
                      int32_t whole, int32_t parent)
{
    struct phb__trace *trace = &split->costing->trace;
    int32_t step = phb__step_open(trace, parent, "share", "costing.allowance_share",
                                  "Employment Allowance, the part for one assistant");
    phb__step_repeat(trace, step, whole);
    phb__step_given(trace, step, split->costing->employments[index].id,
                    (struct phb__fraction){allowance->employer_ni[index], 1}, "pence");
    phb__step_given(trace, step, "Employer National Insurance of all",
                    (struct phb__fraction){allowance->all, 1}, "pence");
    phb__step_pence(trace, step, -allowance->shares[index], "largest_remainder");
}

/* What a year's allowance takes off; parts of those without a funder stay in the rest. */
static void
share_allowance(struct split *split, struct allowance *allowance, size_t row)
{
    struct phb_costing *costing = split->costing;
    struct phb__trace *trace = &costing->trace;
    phb_date start = (phb_date)phb__table_get(costing->lines, PHB__LINE_START, row);
    int32_t year = phb__costing_tax_year(costing, start);
    phb_pence amount = amount_of(costing, row);
    allowance->all =
        phb__allowance_shares(costing, year, allowance->employer_ni, allowance->shares);
    int32_t whole = phb__step_open(trace, PHB__STEP_NONE, "sum", "costing.allowance_share",
                                   "Employment Allowance of the tax year");
    phb__step_repeat(trace, whole, step_of(costing, row));
    phb__step_pence(trace, whole, amount, "none");
    for (uint32_t i = 0; i < allowance->count; i++) {
        int32_t funder = costing->employments[i].funder;
        bool is_named = funder != PHB__FUNDER_NONE;
        if (allowance->employer_ni[i] > 0) {
            trace_allowance_share(split, allowance, i, whole,
                                  is_named ? split->parts[funder].named_step : PHB__STEP_NONE);
        }
        if (is_named) {
            split->parts[funder].named -= allowance->shares[i];
        }
    }
}

static bool
some_name_a_funder(const struct phb_costing *costing)
{
    for (uint32_t i = 0; i < costing->content->assistants.count; i++) {
        const struct phb__employment *employment = &costing->employments[i];
        if (employment->funder != PHB__FUNDER_NONE && is_met(employment)) {
            return true;
        }
    }
    return false;
}

static void
take_allowance_off(struct split *split)
{
    struct phb_costing *costing = split->costing;
    struct allowance allowance = {.count = costing->content->assistants.count};
    if (!some_name_a_funder(costing)) {
        return;
    }
    allowance.employer_ni =
        phb__arena_take(&costing->arena, allowance.count, sizeof *allowance.employer_ni);
    allowance.shares = phb__arena_take(&costing->arena, allowance.count, sizeof *allowance.shares);
    if (!allowance.employer_ni || !allowance.shares) {
        costing->failed = true;
        return;
    }
    for (size_t row = 0; row < phb_table_rows(costing->lines); row++) {
        if (strcmp(phb__table_get_text(costing->lines, PHB__LINE_CATEGORY, row),
                   "employment_allowance") == 0) {
            share_allowance(split, &allowance, row);
        }
    }
}

/* What is named for nobody: the total less the rest. */
static void
find_rest(struct split *split)
{
    struct phb_costing *costing = split->costing;
    struct phb__trace *trace = &costing->trace;
    split->left = costing->sums.total;
    split->left_step = phb__step_open(trace, PHB__STEP_NONE, "difference", "costing.funders_rest",
                                      "What names no funder");
    phb__step_repeat(trace, split->left_step, costing->total_step);
    for (uint32_t i = 0; i < split->count; i++) {
        struct part *part = &split->parts[i];
        split->left -= part->named;
        phb__step_pence(trace, part->named_step, part->named, "none");
        if (part->named != 0) {
            phb__step_repeat(trace, split->left_step, part->named_step);
        }
    }
    phb__step_pence(trace, split->left_step, split->left, "none");
}

/* ---- amounts ---- */

/* At most what is left. */
static bool
take_amount(struct split *split, uint32_t index)
{
    struct phb_costing *costing = split->costing;
    struct phb__trace *trace = &costing->trace;
    struct part *part = &split->parts[index];
    const char *id = split->funders[index].id;
    phb_pence given = split->funders[index].amount_pence;
    bool is_cut = given > split->left;
    part->amount = is_cut ? split->left : given;
    part->amount_step = phb__step_open(trace, part->step, "minimum", "costing.funder_amount",
                                       label_about(costing, "Amount of ", id));
    phb__step_given(trace, part->amount_step, "Amount agreed", (struct phb__fraction){given, 1},
                    "pence");
    phb__step_repeat(trace, part->amount_step, split->left_step);
    phb__step_pence(trace, part->amount_step, part->amount, "none");
    int32_t left = phb__step_open(trace, PHB__STEP_NONE, "difference", "costing.funders_rest",
                                  label_about(costing, "Left after the amount of ", id));
    phb__step_repeat(trace, left, split->left_step);
    phb__step_repeat(trace, left, part->amount_step);
    split->left -= part->amount;
    split->left_step = left;
    phb__step_pence(trace, left, split->left, "none");
    return !is_cut;
}

static void
take_amounts(struct split *split)
{
    bool are_whole = true;
    for (uint32_t i = 0; i < split->count; i++) {
        if (split->funders[i].amount_pence != PHB_PENCE_NONE) {
            are_whole = take_amount(split, i) && are_whole;
        }
    }
    if (!are_whole) {
        phb__costing_note(split->costing, "costing.funders_beyond_total", "/funders",
                          "The amounts of the funders come to more than what is left for them: "
                          "the last are cut.");
    }
}

/* ---- shares ---- */

static void
trace_share(struct split *split, uint32_t index)
{
    struct phb__trace *trace = &split->costing->trace;
    int32_t step = phb__step_open(trace, split->parts[index].step, "share", "costing.funder_share",
                                  "Its share");
    phb__step_repeat(trace, step, split->left_step);
    phb__step_given(trace, step, "Share agreed",
                    (struct phb__fraction){split->funders[index].share_ppm, PHB_PPM}, "ratio");
    phb__step_given(trace, step, "All shares", (struct phb__fraction){PHB_PPM, PHB_PPM}, "ratio");
    phb__step_pence(trace, step, split->parts[index].share, "largest_remainder");
}

static void
take_shares(struct split *split)
{
    struct phb_costing *costing = split->costing;
    int64_t *weights = phb__arena_take(&costing->arena, split->count, sizeof *weights);
    phb_pence *shares = phb__arena_take(&costing->arena, split->count, sizeof *shares);
    if (!weights || !shares) {
        costing->failed = true;
        return;
    }
    for (uint32_t i = 0; i < split->count; i++) {
        int64_t share = split->funders[i].share_ppm;
        weights[i] = share == PHB_NUMBER_NONE ? 0 : share;
    }
    /* Checked to add up to one whole, of a rest that is not negative. */
    (void)phb_pence_share(split->left, weights, split->count, shares);
    for (uint32_t i = 0; i < split->count; i++) {
        split->parts[i].share = shares[i];
        if (weights[i] > 0) {
            trace_share(split, i);
        }
    }
    split->left = 0;
}

/* Without any shares the rest goes to the one funder who has no amount either. */
static uint32_t
funder_of_rest(const struct split *split)
{
    uint32_t found = split->count;
    for (uint32_t i = 0; i < split->count; i++) {
        if (split->funders[i].amount_pence == PHB_PENCE_NONE) {
            if (found < split->count) {
                return split->count; /* more than one: it is nobody's */
            }
            found = i;
        }
    }
    return found;
}

static void
give_rest(struct split *split)
{
    uint32_t index = funder_of_rest(split);
    if (index < split->count) {
        split->parts[index].share = split->left;
        phb__step_repeat(&split->costing->trace, split->parts[index].step, split->left_step);
        split->left = 0;
    }
}

static bool
has_shares(const struct split *split)
{
    for (uint32_t i = 0; i < split->count; i++) {
        if (split->funders[i].share_ppm != PHB_NUMBER_NONE) {
            return true;
        }
    }
    return false;
}

/* ---- the whole ---- */

static void
add_totals(struct split *split)
{
    struct phb_costing *costing = split->costing;
    for (uint32_t i = 0; i < split->count; i++) {
        const struct part *part = &split->parts[i];
        phb_pence sum = part->named + part->amount + part->share;
        phb__step_pence(&costing->trace, part->step, sum, "none");
        phb__costing_add_total(costing, "by_funder", split->funders[i].id, sum, part->step);
    }
    if (split->left > 0) {
        phb__costing_add_total(costing, "by_funder", "(no funder)", split->left, split->left_step);
    }
}

void
phb__cost_funders(struct phb_costing *costing)
{
    struct split split = {.costing = costing,
                          .funders = phb__budget_funders(costing->content),
                          .count = costing->content->funders.count};
    if (split.count == 0) {
        return;
    }
    split.parts = phb__arena_take(&costing->arena, split.count, sizeof *split.parts);
    if (!split.parts) {
        costing->failed = true;
        return;
    }
    open_parts(&split);
    add_named_lines(&split);
    take_allowance_off(&split);
    find_rest(&split);
    take_amounts(&split);
    if (has_shares(&split)) {
        take_shares(&split);
    } else {
        give_rest(&split);
    }
    add_totals(&split);
}
