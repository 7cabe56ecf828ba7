#include "batch/plan.h"

#include "core/date.h"
#include "core/part.h"
#include "rates/letters.h"

/* Nobody is paid five thousand million pounds: what has bits below this alone is in order. */
#define PLAIN_GROSS_MAX ((UINT64_C(1) << 39) - 1)

/* What a block needs of a plan. */
struct span {
    phb_date least;
    phb_date most;
};

/* The days of a block, and whether all of it is in order; no branch for a row. */
static bool
is_in_order(const struct phb__slips *block, struct span *out_span)
{
    int32_t least = block->day[0];
    int32_t most = block->day[0];
    int32_t wrong = 0;
    uint64_t gross = 0;
    for (size_t i = 0; i < PHB__BLOCK_ROWS; i++) {
        least = block->day[i] < least ? block->day[i] : least;
        most = block->day[i] > most ? block->day[i] : most;
        wrong |= block->frequency[i] < PHB_PAY_WEEKLY;
        wrong |= block->frequency[i] > PHB_PAY_ANNUAL;
    }
    for (size_t i = 0; i < PHB__BLOCK_ROWS; i++) {
        gross |= (uint64_t)block->gross[i];
    }
    if (wrong != 0 || gross > PLAIN_GROSS_MAX || least < PHB_DATE_MIN || most > PHB_DATE_MAX) {
        return false;
    }
    *out_span = (struct span){least, most};
    return true;
}

static bool
are_letters(const struct phb__slips *block)
{
    int32_t wrong = 0;
    for (size_t i = 0; i < PHB__BLOCK_ROWS; i++) {
        wrong |= block->letter[i] < 'A';
        wrong |= block->letter[i] > 'Z';
    }
    return wrong == 0;
}

/* ---- making a plan ---- */

/* The terms of a stretch; false when one is not there. */
typedef bool (*fill_terms)(struct phb__slip_kernel *kernel, const struct phb__kept_days *days,
                           size_t first);

static bool
fill_ni(struct phb__slip_kernel *kernel, const struct phb__kept_days *days, size_t first)
{
    struct phb__plan *plan = &kernel->plan;
    for (size_t frequency = PHB_PAY_WEEKLY; frequency <= PHB_PAY_ANNUAL; frequency++) {
        struct phb__ni_terms terms;
        size_t place = first + frequency;
        if (!phb__ni_terms_of(&days->days.law, (phb_pay_frequency)frequency, &terms)) {
            return false;
        }
        for (int32_t i = 0; i <= PHB__NI_BANDS_MAX; i++) {
            plan->edges[i][place] = i <= terms.band_count ? terms.edges[i] : INT64_MAX;
        }
        plan->band_count =
            terms.band_count > plan->band_count ? terms.band_count : plan->band_count;
        plan->relief[PHB__NI_RELIEF_NONE][place] = 0;
        plan->relief[PHB__NI_RELIEF_UPPER_LIMIT][place] = terms.upper_limit;
        plan->relief[PHB__NI_RELIEF_FREEPORT][place] = terms.freeport_threshold;
        plan->relief[PHB__NI_RELIEF_ALL][place] = PHB_PENCE_MAX;
        plan->relief[PHB__RELIEFS][place] = -1;
        plan->rate_ppm[place] = terms.rate_ppm;
        plan->certainty[place] = (uint8_t)terms.certainty;
    }
    return true;
}

static bool
fill_pension(struct phb__slip_kernel *kernel, const struct phb__kept_days *days, size_t first)
{
    struct phb__plan *plan = &kernel->plan;
    for (size_t frequency = PHB_PAY_WEEKLY; frequency <= PHB_PAY_ANNUAL; frequency++) {
        struct phb__pension terms;
        phb_certainty certainty;
        size_t place = first + frequency;
        if (!phb__pension_minimum_of(&days->days.law, (phb_pay_frequency)frequency, &terms,
                                     &certainty)) {
            return false;
        }
        plan->edges[0][place] = terms.levels.lower;
        plan->edges[1][place] = terms.levels.upper;
        plan->rate_ppm[place] = terms.employer_ppm;
        plan->certainty[place] = (uint8_t)certainty;
    }
    return true;
}

/* A letter is in the plan when it means the same on all its days, and its relief has an edge. */
static void
fill_letters(struct phb__slip_kernel *kernel)
{
    struct phb__plan *plan = &kernel->plan;
    for (size_t i = 0; i < sizeof plan->letters; i++) {
        const struct phb__ni_letter *letter = phb__letter_throughout(
            kernel->terms.dataset, (char)('A' + i), plan->from, plan->next - 1);
        plan->letters[i] = letter ? letter->relief : PHB__RELIEFS;
    }
}

static void
clear_plan(struct phb__plan *plan, phb_date from)
{
    plan->from = from;
    plan->next = from;
    plan->band_count = 0;
    plan->is_whole = true;
    for (size_t i = 0; i < PHB__DAYS_KEPT; i++) {
        plan->begins[i] = INT32_MAX;
    }
}

/* Stretches from the one of the first day to that of the last, if they are not too many. */
static bool
make_plan(struct phb__slip_kernel *kernel, struct span span, fill_terms fill)
{
    struct phb__plan *plan = &kernel->plan;
    clear_plan(plan, span.least);
    for (size_t i = 0; i < PHB__DAYS_KEPT && plan->next <= span.most; i++) {
        const struct phb__kept_days *days = phb__days_kept(&kernel->terms, plan->next);
        plan->is_whole =
            plan->is_whole && days->days.is_held && fill(kernel, days, i * PHB__PLAN_FREQUENCIES);
        plan->begins[i] = days->days.from;
        plan->next = days->days.next;
    }
    plan->from = plan->begins[0];
    plan->is_whole = plan->is_whole && plan->next > span.most;
    return plan->is_whole;
}

static bool
has_plan(struct phb__slip_kernel *kernel, struct span span, fill_terms fill)
{
    const struct phb__plan *plan = &kernel->plan;
    if (span.least >= plan->from && span.most < plan->next) {
        return plan->is_whole;
    }
    bool is_made = make_plan(kernel, span, fill);
    if (is_made && fill == fill_ni) {
        fill_letters(kernel);
    }
    return is_made;
}

/* Where the terms of each row are: by the stretch its day lies in, and its pay frequency. */
static void
find_places(const struct phb__plan *plan, const struct phb__slips *block,
            int32_t places[PHB__BLOCK_ROWS])
{
    for (size_t i = 0; i < PHB__BLOCK_ROWS; i++) {
        int32_t stretch = 0;
        for (size_t k = 1; k < PHB__DAYS_KEPT; k++) {
            stretch += block->day[i] >= plan->begins[k];
        }
        places[i] = stretch * PHB__PLAN_FREQUENCIES + block->frequency[i];
    }
}

/* ---- answering ---- */

/* Up to where a letter pays nothing; false when one is not in force, or has no such edge. */
static bool
find_least(const struct phb__plan *plan, const struct phb__slips *block,
           const int32_t places[PHB__BLOCK_ROWS], int64_t least[PHB__BLOCK_ROWS])
{
    int64_t all = 0;
    for (size_t i = 0; i < PHB__BLOCK_ROWS; i++) {
        least[i] = plan->relief[plan->letters[block->letter[i] - 'A']][places[i]];
        all |= least[i]; /* negative, once one of them is */
    }
    return all >= 0;
}

static void
put_rest(const struct phb__plan *plan, const int32_t places[PHB__BLOCK_ROWS], size_t row,
         const struct phb__slip_outputs *out)
{
    if (out->status) {
        memset(out->status + row, PHB_OK, PHB__BLOCK_ROWS);
    }
    for (size_t i = 0; out->certainty && i < PHB__BLOCK_ROWS; i++) {
        out->certainty[row + i] = plan->certainty[places[i]];
    }
}

/* What one band brings. */
static inline int64_t
band_of(const struct phb__plan *plan, int32_t band, int32_t place, int64_t least, int64_t gross)
{
    int64_t lower = plan->edges[band][place] > least ? plan->edges[band][place] : least;
    int64_t pay = phb__part_between(gross, lower, plan->edges[band + 1][place]);
    return phb__part_third_decimal(pay, plan->rate_ppm[place]);
}

/* Two bands, as there have been since 2016, or more of them; one that is not there brings nothing.
 */
static void
put_ni(const struct phb__plan *plan, const struct phb__slips *block,
       const int32_t places[PHB__BLOCK_ROWS], const int64_t least[PHB__BLOCK_ROWS],
       int64_t *amounts)
{
    for (size_t i = 0; i < PHB__BLOCK_ROWS; i++) {
        amounts[i] = band_of(plan, 0, places[i], least[i], block->gross[i]) +
                     band_of(plan, 1, places[i], least[i], block->gross[i]);
    }
    for (int32_t band = 2; band < plan->band_count; band++) {
        for (size_t i = 0; i < PHB__BLOCK_ROWS; i++) {
            amounts[i] += band_of(plan, band, places[i], least[i], block->gross[i]);
        }
    }
}

bool
phb__plan_ni(struct phb__slip_kernel *kernel, const struct phb__slips *block, struct phb__rows rows,
             const struct phb__slip_outputs *out)
{
    const struct phb__plan *plan = &kernel->plan;
    struct span span;
    int32_t places[PHB__BLOCK_ROWS];
    int64_t least[PHB__BLOCK_ROWS];
    if (rows.end - rows.first != PHB__BLOCK_ROWS || !is_in_order(block, &span) ||
        !are_letters(block) || !has_plan(kernel, span, fill_ni)) {
        return false;
    }
    find_places(plan, block, places);
    if (!find_least(plan, block, places, least)) {
        return false;
    }
    put_rest(plan, places, rows.first, out);
    if (out->amount) {
        put_ni(plan, block, places, least, out->amount + rows.first);
    }
    return true;
}

bool
phb__plan_pension(struct phb__slip_kernel *kernel, const struct phb__slips *block,
                  struct phb__rows rows, const struct phb__slip_outputs *out)
{
    const struct phb__plan *plan = &kernel->plan;
    struct span span;
    int32_t places[PHB__BLOCK_ROWS];
    if (rows.end - rows.first != PHB__BLOCK_ROWS || !is_in_order(block, &span) ||
        !has_plan(kernel, span, fill_pension)) {
        return false;
    }
    find_places(plan, block, places);
    put_rest(plan, places, rows.first, out);
    for (size_t i = 0; out->amount && i < PHB__BLOCK_ROWS; i++) {
        int32_t place = places[i];
        int64_t pay =
            phb__part_between(block->gross[i], plan->edges[0][place], plan->edges[1][place]);
        out->amount[rows.first + i] = phb__part_half_up(pay, plan->rate_ppm[place]);
    }
    return true;
}
