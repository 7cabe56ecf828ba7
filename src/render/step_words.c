#include "render/step_words.h"

#include <string.h>

#include "core/figures.h"
#include "core/table.h"
#include "render/words.h"

/* ---- one step ---- */

/* Pounds with up to six decimals; what would go on is marked so. A step that rounds says how. */
static void
put_exact_pounds(struct phb__builder *builder, int64_t value, int64_t denominator)
{
    int64_t whole = value / denominator;
    int64_t rest = value % denominator;
    if (rest == 0) {
        phb__put_pounds(builder, whole);
        return;
    }
    int64_t parts = rest * 10000 / denominator; /* ten-thousandths of a penny, cut off */
    phb__put(builder, "£");
    phb__put_decimal(builder, whole * 10000 + parts, 6, 2);
    phb__put(builder, rest * 10000 % denominator == 0 ? "" : "…");
}

void
phb__step_put_value(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    const char *unit = phb__step_text(tree, "unit", step);
    int64_t value = tree->values[step];
    int64_t denominator = tree->denominators[step];
    if (strcmp(unit, "pence") == 0) {
        put_exact_pounds(builder, value, denominator);
    } else if (strcmp(unit, "ratio") == 0) {
        phb__put_decimal(builder, value, 4, 0); /* parts per million as a percentage */
        phb__put(builder, "%");
    } else {
        phb__put_mixed(builder, value, denominator);
    }
}

const char *
phb__step_line_id(const struct phb__step_tree *tree, int32_t line)
{
    const phb_table *lines = phb_costing_table(tree->costing, PHB_COSTING_LINES);
    return phb_table_text(lines, "id", (size_t)line);
}

/* ---- a product of plain figures, on one line ---- */

/* "£13.50 an hour": the last words of a label say what the money is for. */
static void
put_price(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    static const char *const endings[] = {" an hour", " a night"};
    const char *label = phb__step_text(tree, "label", step);
    size_t size = strlen(label);
    phb__step_put_value(builder, tree, step);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t ending = strlen(endings[i]);
        if (size > ending && strcmp(label + size - ending, endings[i]) == 0) {
            phb__put(builder, endings[i]);
        }
    }
}

/* "52 1/7 payslips", "1 year", "1/2 hour"; a bare number for things and times. */
static void
put_number(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    static const char *const bare[] = {"times", "items", "ratio"};
    const char *unit = phb__step_text(tree, "unit", step);
    size_t size = strlen(unit);
    bool is_one = tree->values[step] > 0 && tree->values[step] <= tree->denominators[step];
    phb__step_put_value(builder, tree, step);
    for (size_t i = 0; i < sizeof bare / sizeof bare[0]; i++) {
        if (strcmp(unit, bare[i]) == 0) {
            return;
        }
    }
    phb__put(builder, " ");
    phb__put_bytes(builder, unit, is_one && unit[size - 1] == 's' ? size - 1 : size);
}

/* What each of its factors was given as; what a rate or a further sum has a part in is not plain.
 */
static bool
is_plain_product(const struct phb__step_tree *tree, int32_t step)
{
    if (!phb__step_is(tree, step, "scale")) {
        return false;
    }
    for (int32_t child = tree->first_child[step]; child >= 0; child = tree->next_sibling[child]) {
        int32_t meant = phb__step_explained_by(tree, child);
        if (!phb__step_is_leaf(tree, meant) || !phb__step_is(tree, meant, "given") ||
            phb__step_is_minus_one(tree, child) || phb__step_line(tree, child) >= 0) {
            return false;
        }
    }
    return true;
}

static void
put_factors(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    for (int32_t child = tree->first_child[step]; child >= 0; child = tree->next_sibling[child]) {
        phb__put(builder, child == tree->first_child[step] ? "" : " × ");
        if (strcmp(phb__step_text(tree, "unit", child), "pence") == 0) {
            put_price(builder, tree, child);
        } else {
            put_number(builder, tree, child);
        }
    }
}

/* ---- a share of what explains itself, on one line too ---- */

/* Of a line, or of what stands further up: the parts are numbers. */
static bool
is_plain_share(const struct phb__step_tree *tree, int32_t step)
{
    int32_t whole = tree->first_child[step];
    return phb__step_is(tree, step, "share") && whole >= 0 &&
           (phb__step_line(tree, whole) >= 0 ||
            tree->shown[phb__step_explained_by(tree, whole)] != 0);
}

/* "£20,335.71 × 360 ÷ 365 (pa-1/pay/2026-04-06)" */
static void
put_share(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    int32_t whole = tree->first_child[step];
    int32_t part = tree->next_sibling[whole];
    int32_t line = phb__step_line(tree, whole);
    phb__step_put_value(builder, tree, whole);
    phb__put(builder, " × ");
    phb__step_put_value(builder, tree, part);
    phb__put(builder, " ÷ ");
    phb__step_put_value(builder, tree, tree->next_sibling[part]);
    phb__put(builder, " (");
    if (line >= 0) {
        phb__put(builder, phb__step_line_id(tree, line));
    } else {
        phb__put(builder, phb__step_text(tree, "label", whole));
        phb__put(builder, ", as above");
    }
    phb__put(builder, ")");
}

/* ---- what the children have to do with the value ---- */

static bool
takes_off(const struct phb__step_tree *tree, int32_t step)
{
    for (int32_t child = tree->first_child[step]; child >= 0; child = tree->next_sibling[child]) {
        if (phb__step_is_minus_one(tree, child)) {
            return true;
        }
    }
    return false;
}

static void
put_op(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    static const struct {
        const char *op;
        const char *words;
    } how[] = {{"sum", "the sum of:"},
               {"difference", "the first less the others:"},
               {"scale", "the product of:"},
               {"minimum", "the smallest of:"},
               {"maximum", "the largest of:"},
               {"choose", "the third if the first is at least the second, otherwise nil:"},
               {"share", "the first × the second ÷ the third:"},
               {"ni_bands", "the sum of its bands:"}};
    if (takes_off(tree, step)) {
        phb__put(builder, "taken off:");
        return;
    }
    if (phb__step_is(tree, step, "difference") && tree->values[step] == 0) {
        phb__put(builder, "not below nil, ");
    }
    for (size_t i = 0; i < sizeof how / sizeof how[0]; i++) {
        if (phb__step_is(tree, step, how[i].op)) {
            phb__put(builder, how[i].words);
        }
    }
}

void
phb__step_put_how(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    static const struct {
        const char *rounding;
        const char *words;
    } rounded[] = {{"half_up", "to the nearest penny, "},
                   {"third_decimal", "rounded as HMRC does (see below), "},
                   {"pound_up", "up to a whole pound, "}};
    if (phb__step_is_leaf(tree, step)) {
        return;
    }
    phb__put(builder, " = ");
    for (size_t i = 0; i < sizeof rounded / sizeof rounded[0]; i++) {
        if (strcmp(rounded[i].rounding, phb__step_text(tree, "rounding", step)) == 0) {
            phb__put(builder, rounded[i].words);
        }
    }
    if (is_plain_product(tree, step)) {
        put_factors(builder, tree, step);
    } else if (is_plain_share(tree, step)) {
        put_share(builder, tree, step);
    } else {
        put_op(builder, tree, step);
    }
}

void
phb__step_put_source(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    const char *certainty = phb__step_text(tree, "certainty", step);
    phb__put(builder, " (since ");
    phb__put_long_date(builder, phb_table_int32(tree->steps, "rate_from", NULL)[step]);
    if (strcmp(certainty, "in_force") != 0) {
        phb__put(builder, ", ");
        phb__put(builder, certainty);
    }
    phb__put(builder, ": ");
    phb__put(builder, phb__step_text(tree, "source", step));
    phb__put(builder, ")");
}

/* Lines and their subtotals are called by names of categories, all else in words already. */
void
phb__step_put_label(struct phb__builder *builder, const struct phb__step_tree *tree, int32_t step)
{
    static const char *const of_names[] = {"costing.line", "costing.subtotal",
                                           "costing.financial_year"};
    int32_t named = step;
    while (tree->same_as[named] >= 0) {
        named = tree->same_as[named];
    }
    const char *rule = phb__step_text(tree, "rule", named);
    const char *label = phb__step_text(tree, "label", step);
    bool is_name = false;
    for (size_t i = 0; i < sizeof of_names / sizeof of_names[0]; i++) {
        is_name = is_name || strcmp(of_names[i], rule) == 0;
    }
    if (is_name) {
        phb__put_words(builder, label);
    } else {
        phb__put(builder, label);
    }
}

/* ---- a step and below it what it was worked out from ---- */

void
phb__step_walk_init(struct phb__step_walk *walk, struct phb__step_tree *tree, int32_t root)
{
    *walk = (struct phb__step_walk){.tree = tree, .open = {root}, .levels = 1};
}

/* What is there to be shown below a step that is not a line of its own? */
static bool
is_followed(const struct phb__step_tree *tree, const struct phb__walked_step *step)
{
    return step->line < 0 && !step->is_again && !phb__step_is_leaf(tree, step->meant) &&
           !is_plain_product(tree, step->meant) && !is_plain_share(tree, step->meant);
}

bool
phb__step_walk_next(struct phb__step_walk *walk, struct phb__walked_step *out)
{
    struct phb__step_tree *tree = walk->tree;
    while (walk->levels > 0) {
        int32_t *open = &walk->open[walk->levels - 1];
        int32_t number = *open;
        if (number < 0) {
            walk->levels--;
            continue;
        }
        *open = walk->levels == 1 ? -1 : tree->next_sibling[number];
        if (phb__step_is_minus_one(tree, number)) {
            continue; /* the words above it said so */
        }
        *out = (struct phb__walked_step){.number = number, .level = walk->levels - 1};
        out->line = out->level == 0 ? -1 : phb__step_line(tree, number);
        out->meant = phb__step_explained_by(tree, number);
        out->is_again = tree->shown[out->meant] != 0;
        if (is_followed(tree, out) && walk->levels < PHB__STEP_LEVELS_MAX) {
            walk->open[walk->levels++] = tree->first_child[out->meant];
        }
        if (out->line < 0 && !phb__step_is_leaf(tree, out->meant)) {
            tree->shown[out->meant] = 1;
        }
        return true;
    }
    return false;
}

/* ---- roundings ---- */

static bool
is_rounding_shown(const struct phb__step_tree *tree, const char *rounding)
{
    for (size_t i = 0; i < tree->count; i++) {
        if (tree->shown[i] != 0 &&
            strcmp(phb__step_text(tree, "rounding", (int32_t)i), rounding) == 0) {
            return true;
        }
    }
    return false;
}

const char *
phb__rounding_rule(const struct phb__step_tree *tree, size_t index)
{
    static const struct {
        const char *rounding;
        const char *rule;
    } rules[PHB__ROUNDING_RULES] = {
        {"third_decimal",
         "HMRC rounds each band by the third decimal of a pound alone: 5 or less goes down, 6 or "
         "more goes up, whatever follows. So £1.0559 is £1.05, and £1.0560 is £1.06."},
        {"largest_remainder",
         "Shares are cut to whole pence, and the pennies that are then left over go one each to "
         "those that lost most by it, so that the shares add up to what was shared."},
    };
    return is_rounding_shown(tree, rules[index].rounding) ? rules[index].rule : NULL;
}
