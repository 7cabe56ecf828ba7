#include "support/recompute.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Wide enough that no product of the figures of a payslip is ever cut. */
__extension__ typedef __int128 wide;

/* An exact number: the denominator is above 0, both are without a common factor. */
struct ratio {
    wide numerator;
    wide denominator;
};

/* The columns that a recomputation may look at, and the children of each step. */
struct steps {
    const phb_table *table;
    size_t count;
    const int32_t *parent;
    const int64_t *value;
    const int64_t *denominator;
    const int32_t *same_as;
    size_t *first_child;  /* the count: none */
    size_t *next_sibling; /* in the order of the table; the count: none */
};

static char complaint[256];

__attribute__((format(printf, 1, 2))) static const char *
complain(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(complaint, sizeof complaint, format, arguments);
    va_end(arguments);
    return complaint;
}

/* ---- exact numbers ---- */

static struct ratio
reduced(wide numerator, wide denominator)
{
    wide a = numerator < 0 ? -numerator : numerator;
    wide b = denominator;
    while (b != 0) {
        wide rest = a % b;
        a = b;
        b = rest;
    }
    return (struct ratio){numerator / a, denominator / a};
}

static struct ratio
plus(struct ratio a, struct ratio b)
{
    return reduced(a.numerator * b.denominator + b.numerator * a.denominator,
                   a.denominator * b.denominator);
}

static struct ratio
negative(struct ratio a)
{
    return (struct ratio){-a.numerator, a.denominator};
}

static struct ratio
times(struct ratio a, struct ratio b)
{
    struct ratio left = reduced(a.numerator, b.denominator);
    struct ratio right = reduced(b.numerator, a.denominator);
    return (struct ratio){left.numerator * right.numerator, left.denominator * right.denominator};
}

static bool
is_less(struct ratio a, struct ratio b)
{
    return a.numerator * b.denominator < b.numerator * a.denominator;
}

static bool
is_equal(struct ratio a, struct ratio b)
{
    return a.numerator == b.numerator && a.denominator == b.denominator;
}

static wide
floor_of(wide numerator, wide denominator)
{
    wide quotient = numerator / denominator;
    return numerator % denominator < 0 ? quotient - 1 : quotient;
}

/* ---- what a step must be ---- */

static struct ratio
value_of(const struct steps *steps, size_t step)
{
    return reduced(steps->value[step], steps->denominator[step]);
}

static const char *
text_of(const struct steps *steps, const char *column, size_t step)
{
    return phb_table_text(steps->table, column, step);
}

static bool
is_op(const struct steps *steps, size_t step, const char *op)
{
    return strcmp(text_of(steps, "op", step), op) == 0;
}

/* The third child if the first is at least the second, otherwise nil. */
static bool
choose(const struct steps *steps, size_t step, struct ratio *out)
{
    size_t tested = steps->first_child[step];
    size_t limit = tested < steps->count ? steps->next_sibling[tested] : steps->count;
    size_t chosen = limit < steps->count ? steps->next_sibling[limit] : steps->count;
    if (chosen == steps->count || steps->next_sibling[chosen] != steps->count) {
        return false;
    }
    bool is_below = is_less(value_of(steps, tested), value_of(steps, limit));
    *out = is_below ? (struct ratio){0, 1} : value_of(steps, chosen);
    return true;
}

/* What the children come to, before any rounding; false when the op cannot be carried out. */
static bool
combine(const struct steps *steps, size_t step, struct ratio *out)
{
    bool is_sum = is_op(steps, step, "sum") || is_op(steps, step, "ni_bands");
    bool is_scale = is_op(steps, step, "scale");
    bool is_difference = is_op(steps, step, "difference");
    bool is_minimum = is_op(steps, step, "minimum");
    size_t child = steps->first_child[step];
    if (is_op(steps, step, "choose")) {
        return choose(steps, step, out);
    }
    if (!is_sum && !is_scale && !is_difference && !is_minimum && !is_op(steps, step, "maximum")) {
        return false;
    }
    if (child == steps->count) {
        *out = (struct ratio){0, 1};
        return is_sum;
    }
    *out = value_of(steps, child);
    for (child = steps->next_sibling[child]; child < steps->count;
         child = steps->next_sibling[child]) {
        struct ratio next = value_of(steps, child);
        if (is_sum) {
            *out = plus(*out, next);
        } else if (is_scale) {
            *out = times(*out, next);
        } else if (is_difference) {
            *out = plus(*out, negative(next));
        } else if (is_less(next, *out) == is_minimum) {
            *out = next;
        }
    }
    if (is_difference && out->numerator < 0) {
        *out = (struct ratio){0, 1};
    }
    return true;
}

/* By the name of the rounding; false when there is no such. */
static bool
rounded(const char *rounding, struct ratio exact, struct ratio *out)
{
    wide n = exact.numerator;
    wide d = exact.denominator;
    if (strcmp(rounding, "none") == 0) {
        *out = exact;
        return true;
    }
    if (strcmp(rounding, "half_up") == 0) {
        *out = (struct ratio){floor_of(2 * n + d, 2 * d), 1};
        return true;
    }
    if (strcmp(rounding, "third_decimal") == 0) {
        wide tenths = floor_of(10 * n, d); /* of a penny: the third decimal of a pound */
        *out = (struct ratio){tenths / 10 + (tenths % 10 >= 6 ? 1 : 0), 1};
        return true;
    }
    if (strcmp(rounding, "pound_up") == 0) {
        *out = (struct ratio){-floor_of(-n, 100 * d) * 100, 1};
        return true;
    }
    return false;
}

/* ---- shares: what one line's add up to ---- */

/* A share is of its first child, which repeats a line's step: the second's part of the third. */
static const char *
check_share(const struct steps *steps, size_t step)
{
    size_t whole = steps->first_child[step];
    size_t part = whole < steps->count ? steps->next_sibling[whole] : steps->count;
    size_t parts = part < steps->count ? steps->next_sibling[part] : steps->count;
    if (parts == steps->count || steps->next_sibling[parts] != steps->count ||
        steps->same_as[whole] < 0 || steps->value[parts] == 0) {
        return complain("step %zu: a share needs a repeated step, a part and all parts", step);
    }
    if (strcmp(text_of(steps, "rounding", step), "largest_remainder") != 0) {
        return complain("step %zu: a share is rounded by largest remainder", step);
    }
    struct ratio all = value_of(steps, parts);
    struct ratio exact = times(times(value_of(steps, whole), value_of(steps, part)),
                               (struct ratio){all.denominator, all.numerator});
    struct ratio beside = plus(value_of(steps, step), negative(exact));
    bool is_near = is_less(beside, (struct ratio){1, 1}) && is_less((struct ratio){-1, 1}, beside);
    return is_near ? NULL
                   : complain("step %zu: a share is a penny or more from the exact one", step);
}

/* For each step that is shared out: the shares, and the parts they are for, add up to it all. */
static const char *
check_shares_add_up(const struct steps *steps, int64_t *shared, int64_t *parts_shared)
{
    for (size_t step = 0; step < steps->count; step++) {
        if (is_op(steps, step, "share")) {
            size_t whole = steps->first_child[step];
            size_t part = steps->next_sibling[whole];
            shared[steps->same_as[whole]] += steps->value[step];
            parts_shared[steps->same_as[whole]] += steps->value[part];
        }
    }
    for (size_t step = 0; step < steps->count; step++) {
        if (is_op(steps, step, "share")) {
            size_t whole = steps->first_child[step];
            size_t parts = steps->next_sibling[steps->next_sibling[whole]];
            if (shared[steps->same_as[whole]] != steps->value[whole] ||
                parts_shared[steps->same_as[whole]] != steps->value[parts]) {
                return complain("step %zu: the shares of step %d do not add up to it", step,
                                (int)steps->same_as[whole]);
            }
        }
    }
    return NULL;
}

/* ---- every step ---- */

static const char *
check_repeat(const struct steps *steps, size_t step)
{
    size_t earlier = (size_t)steps->same_as[step];
    if (earlier >= step) {
        return complain("step %zu repeats a step that is not before it", step);
    }
    bool is_same = is_op(steps, step, "given") && steps->value[earlier] == steps->value[step] &&
                   steps->denominator[earlier] == steps->denominator[step] &&
                   strcmp(text_of(steps, "unit", earlier), text_of(steps, "unit", step)) == 0;
    return is_same ? NULL
                   : complain("step %zu does not equal step %zu, which it repeats", step, earlier);
}

static const char *
check_step(const struct steps *steps, size_t step)
{
    if (steps->parent[step] >= (int32_t)step || steps->parent[step] < -1) {
        return complain("step %zu: its parent is not before it", step);
    }
    if (steps->denominator[step] < 1) {
        return complain("step %zu: its denominator is below 1", step);
    }
    if (steps->same_as[step] >= 0) {
        const char *wrong = check_repeat(steps, step);
        if (wrong) {
            return wrong;
        }
    }
    if (is_op(steps, step, "given") || is_op(steps, step, "rate")) {
        return steps->first_child[step] == steps->count
                   ? NULL
                   : complain("step %zu: what is given needs no children", step);
    }
    if (is_op(steps, step, "share")) {
        return check_share(steps, step);
    }
    struct ratio exact;
    struct ratio expected;
    if (!combine(steps, step, &exact)) {
        return complain("step %zu: its op cannot be carried out on its children", step);
    }
    if (!rounded(text_of(steps, "rounding", step), exact, &expected)) {
        return complain("step %zu: there is no such rounding", step);
    }
    return is_equal(expected, value_of(steps, step))
               ? NULL
               : complain("step %zu (%s, %s): is %lld / %lld, but its children give %lld / %lld",
                          step, text_of(steps, "rule", step), text_of(steps, "op", step),
                          (long long)steps->value[step], (long long)steps->denominator[step],
                          (long long)expected.numerator, (long long)expected.denominator);
}

/* ---- the tables that lead to steps ---- */

/* Each row's sum of some columns is the value of its step, in whole pence. */
static const char *
check_rows(const struct steps *steps, const phb_table *table, const char *name,
           const char *const *columns, size_t column_count)
{
    const int32_t *leads_to = phb_table_int32(table, "step", NULL);
    for (size_t row = 0; row < phb_table_rows(table); row++) {
        int64_t sum = 0;
        for (size_t i = 0; i < column_count; i++) {
            sum += phb_table_int64(table, columns[i], NULL)[row];
        }
        size_t step = (size_t)leads_to[row];
        if (leads_to[row] < 0 || step >= steps->count) {
            return complain("%s %zu leads to no step", name, row);
        }
        if (steps->value[step] != sum || steps->denominator[step] != 1 ||
            strcmp(text_of(steps, "unit", step), "pence") != 0) {
            return complain("%s %zu is %lld, but its step %zu is not", name, row, (long long)sum,
                            step);
        }
    }
    return NULL;
}

static const char *
check_tables(const struct steps *steps, const phb_costing *costing)
{
    static const char *const amount[] = {"amount"};
    static const char *const payslip[] = {"gross", "employer_ni", "pension"};
    const char *wrong =
        check_rows(steps, phb_costing_table(costing, PHB_COSTING_LINES), "line", amount, 1);
    if (!wrong) {
        wrong = check_rows(steps, phb_costing_table(costing, PHB_COSTING_PAYSLIPS), "payslip",
                           payslip, 3);
    }
    if (!wrong) {
        wrong =
            check_rows(steps, phb_costing_table(costing, PHB_COSTING_TOTALS), "total", amount, 1);
    }
    const phb_table *instalments = phb_costing_table(costing, PHB_COSTING_INSTALMENTS);
    const int32_t *leads_to = phb_table_int32(instalments, "step", NULL);
    bool are_traced = phb_table_rows(instalments) > 0 && leads_to[0] >= 0; /* all, or none */
    return wrong || !are_traced ? wrong : check_rows(steps, instalments, "instalment", amount, 1);
}

static const char *
check_all(const struct steps *steps, const phb_costing *costing, int64_t *sums)
{
    for (size_t step = 0; step < steps->count; step++) {
        const char *wrong = check_step(steps, step);
        if (wrong) {
            return wrong;
        }
    }
    const char *wrong = check_shares_add_up(steps, sums, sums + steps->count);
    return wrong ? wrong : check_tables(steps, costing);
}

/* Backwards, so that the children of a step end up in the order of the table. */
static void
link_children(struct steps *steps)
{
    for (size_t step = 0; step < steps->count; step++) {
        steps->first_child[step] = steps->count;
    }
    for (size_t step = steps->count; step-- > 0;) {
        size_t parent = (size_t)steps->parent[step];
        bool has_parent = steps->parent[step] >= 0 && parent < steps->count;
        steps->next_sibling[step] = has_parent ? steps->first_child[parent] : steps->count;
        if (has_parent) {
            steps->first_child[parent] = step;
        }
    }
}

const char *
recompute(const phb_costing *costing)
{
    const phb_table *table = phb_costing_table(costing, PHB_COSTING_STEPS);
    struct steps steps = {
        .table = table,
        .count = phb_table_rows(table),
        .parent = phb_table_int32(table, "parent", NULL),
        .value = phb_table_int64(table, "value", NULL),
        .denominator = phb_table_int64(table, "denominator", NULL),
        .same_as = phb_table_int32(table, "same_as", NULL),
    };
    if (steps.count == 0 || !steps.parent || !steps.value || !steps.denominator || !steps.same_as) {
        return complain("there are no steps");
    }
    steps.first_child = calloc(steps.count, sizeof *steps.first_child);
    steps.next_sibling = calloc(steps.count, sizeof *steps.next_sibling);
    int64_t *sums = calloc(steps.count, 2 * sizeof *sums);
    const char *wrong = complain("out of memory");
    if (steps.first_child && steps.next_sibling && sums) {
        link_children(&steps);
        wrong = check_all(&steps, costing, sums);
    }
    free(steps.first_child);
    free(steps.next_sibling);
    free(sums);
    return wrong;
}
