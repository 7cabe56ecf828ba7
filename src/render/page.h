/* What a costing shows on a page, however the page is set: its parts, in order, in plain words. */
#ifndef PHB_RENDER_PAGE_H
#define PHB_RENDER_PAGE_H

#include <phb/costing.h>
#include <stdbool.h>

#include "core/text.h"

struct phb__page {
    struct phb__builder *builder;
    const phb_costing *costing;
    const phb_table *lines;
    const phb_table *payslips;
    const phb_table *totals;
    const phb_table *instalments;
    const phb_table *notes;
};

void phb__page_init(struct phb__page *page, struct phb__builder *builder,
                    const phb_costing *costing);

enum phb__group_kind {
    PHB__GROUP_ASSISTANT = 1, /* the lines of one of them */
    PHB__GROUP_OTHERS,        /* plain lines */
    PHB__GROUP_WHOLE          /* what is worked out for the whole budget */
};

/* Lines that are shown together, from `first` to before `end`. Begin with {0}. */
struct phb__group {
    enum phb__group_kind kind;
    size_t first;
    size_t end;
    phb_pence sum;
    size_t payslip; /* the first of those not yet come to */
};

/* The next group; false when all lines were shown. */
bool phb__next_group(const struct phb__page *page, struct phb__group *group);

/* The sums at the head of the totals, and whether one is of use when it is nil. */
struct phb__sum {
    const char *total;
    const char *words;
    bool is_always_shown;
    bool is_beside; /* not a part of the total of the budget */
};

#define PHB__SUMS 8
extern const struct phb__sum phb__page_sums[PHB__SUMS];

/* The totals by something, and how each kind is called. */
struct phb__breakdown {
    const char *total;
    const char *words;
};

#define PHB__BREAKDOWNS 4
extern const struct phb__breakdown phb__page_breakdowns[PHB__BREAKDOWNS];

/* The first row of a total, or how many rows there are. */
size_t phb__total_row(const struct phb__page *page, const char *total);

phb_pence phb__amount_at(const phb_table *table, size_t row);
phb_pence phb__sum_of_instalments(const struct phb__page *page);

/* Is a sum of the head to be shown? */
bool phb__is_shown(const struct phb__page *page, const struct phb__sum *sum);

/* Is a total a sum that is nil, such as what the person pays, and no part of what everybody looks
 * for? */
bool phb__is_left_out(const struct phb__page *page, const char *total);

/* How the kind of a total is called that has several; NULL for one of the sums. */
const char *phb__breakdown_words(const char *total);

/* "6 Apr 2026 – 5 Apr 2027" of a row that has a start and an end. */
void phb__put_days(struct phb__builder *builder, const phb_table *table, size_t row);

/* "four-weekly" */
void phb__put_frequency(struct phb__builder *builder, const struct phb__page *page, size_t row);

/* The key of a total by something: a category's words, a funder's id, "NHS financial year 2026-27".
 */
void phb__put_total_key(struct phb__builder *builder, const struct phb__page *page, size_t row);

/* "Personal health budget, 6 April 2026 to 5 April 2027" */
void phb__put_title(const struct phb__page *page);

/* "Rates 2026.1, libphb 0.1.0. Amounts in pounds." */
void phb__put_edition(const struct phb__page *page);

#endif
