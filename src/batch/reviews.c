/* When the next review of many duties is due. */

#include "batch/column.h"
#include "core/date.h"
#include "core/error.h"
#include "core/input.h"
#include "model/policy.h"
#include "rates/rates.h"
#include "schedule/regimes.h"
#include "schedule/working_days.h"

#define MONTHS_MAX 1200

struct row {
    int64_t anchor;
    int64_t held_on;
    int64_t regime;
    int64_t first_months;
    int64_t every_months;
};

struct kernel {
    const struct phb__dataset *dataset;
    const phb_policy *policy;
    bool keeps_working_days;
};

static bool
are_months(int64_t months)
{
    return months == PHB_NUMBER_NONE || (months >= 1 && months <= MONTHS_MAX);
}

static phb_status
check_row(const struct row *row)
{
    if (row->anchor == PHB_NUMBER_NONE) {
        return PHB_ERROR_INCOMPLETE;
    }
    bool is_held = row->held_on != PHB_NUMBER_NONE;
    if (!phb__date_is_valid(phb__day_of(row->anchor)) ||
        (is_held && !phb__date_is_valid(phb__day_of(row->held_on)))) {
        return PHB_ERROR_DATE;
    }
    int32_t regime = phb__choice_of(row->regime);
    if (regime > PHB_REGIME_LOCAL_POLICY) {
        return PHB_ERROR_ARGUMENT;
    }
    bool has_months = row->first_months != PHB_NUMBER_NONE || row->every_months != PHB_NUMBER_NONE;
    bool is_twice = regime != 0 && has_months;
    return !is_twice && are_months(row->first_months) && are_months(row->every_months)
               ? PHB_OK
               : PHB_ERROR_RANGE;
}

/* Where nothing is said of a first review, it is one of those that come at intervals. 0: none. */
static int32_t
months_of(const struct kernel *kernel, const struct row *row, bool is_first, phb_date begins)
{
    int32_t regime = phb__choice_of(row->regime);
    if (regime != 0) {
        enum phb__interval interval = is_first ? PHB__INTERVAL_FIRST : PHB__INTERVAL_EVERY;
        return phb__term_of(kernel->dataset, kernel->policy, (phb_regime)regime, interval, begins)
            .months;
    }
    bool is_own = is_first && row->first_months != PHB_NUMBER_NONE;
    int64_t months = is_own ? row->first_months : row->every_months;
    return months == PHB_NUMBER_NONE ? 0 : (int32_t)months;
}

static phb_date
latest_of(const struct kernel *kernel, const struct row *row)
{
    bool is_first = row->held_on == PHB_NUMBER_NONE || row->held_on < row->anchor;
    phb_date begins = (phb_date)(is_first ? row->anchor : row->held_on);
    int32_t months = months_of(kernel, row, is_first, begins);
    phb_date latest = PHB_DATE_NONE;
    if (months > 0) {
        (void)phb_date_add_months(begins, months, PHB_MONTH_END_CLAMP, &latest);
    }
    return latest;
}

static void
put_day(int32_t *out, size_t row, phb_date day)
{
    if (out) {
        out[row] = day;
    }
}

struct block {
    int64_t anchor[PHB__BLOCK_ROWS];
    int64_t held_on[PHB__BLOCK_ROWS];
    int64_t regime[PHB__BLOCK_ROWS];
    int64_t first_months[PHB__BLOCK_ROWS];
    int64_t every_months[PHB__BLOCK_ROWS];
};

static void
answer_row(const struct kernel *kernel, const phb_review_batch *batch, const struct row *given,
           size_t row)
{
    phb_status status = check_row(given);
    phb_date latest = status == PHB_OK ? latest_of(kernel, given) : PHB_DATE_NONE;
    bool is_moved = latest != PHB_DATE_NONE && kernel->keeps_working_days;
    put_day(batch->out_latest, row, latest);
    put_day(batch->out_due, row,
            is_moved ? phb__working_day_until(kernel->dataset, latest) : latest);
    phb__put_uint8(batch->out_status, row, (int32_t)status);
}

static void
run(const struct kernel *kernel, const phb_review_batch *batch, struct phb__rows all)
{
    struct block block;
    for (struct phb__rows rows = phb__first_block(all); rows.first < all.end;
         rows = phb__next_block(rows, all)) {
        phb__column_read(&batch->anchor, rows, block.anchor);
        phb__column_read(&batch->held_on, rows, block.held_on);
        phb__column_read(&batch->regime, rows, block.regime);
        phb__column_read(&batch->first_months, rows, block.first_months);
        phb__column_read(&batch->every_months, rows, block.every_months);
        for (size_t i = 0; i < rows.end - rows.first; i++) {
            const struct row row = {block.anchor[i], block.held_on[i], block.regime[i],
                                    block.first_months[i], block.every_months[i]};
            answer_row(kernel, batch, &row, rows.first + i);
        }
    }
}

void
phb_review_batch_init(phb_review_batch *batch, uint32_t size)
{
    const phb_review_batch defaults = PHB_REVIEW_BATCH_INIT;
    phb__input_init(batch, size, &defaults, sizeof defaults);
}

/* What the struct held in the first version that had it. */
#define FIRST_SIZE (offsetof(phb_review_batch, out_status) + sizeof(uint8_t *))

phb_status
phb_batch_review_dates(const phb_rates *rates, const phb_review_batch *batch, size_t first_row,
                       size_t rows, phb_error *error)
{
    static const size_t required[] = {offsetof(phb_review_batch, anchor)};
    static const struct phb__batch_shape shape = {required, 1, offsetof(phb_review_batch, anchor),
                                                  5, offsetof(phb_review_batch, row_count)};
    phb_review_batch copy = PHB_REVIEW_BATCH_INIT;
    phb_status status = phb__input_copy(&copy, sizeof copy, FIRST_SIZE, batch, error);
    if (status == PHB_OK && (copy.working_days < 0 || copy.working_days > PHB_ANSWER_YES)) {
        status = phb__fail_because(error, PHB_ERROR_ARGUMENT, "working_days must be NO or YES");
    }
    if (status == PHB_OK) {
        status = phb__batch_check(&copy, &shape, first_row, rows, error);
    }
    if (status == PHB_OK) {
        bool is_of_policy = copy.working_days == (phb_answer)0;
        const struct kernel kernel = {phb__rates_dataset(rates), copy.policy,
                                      is_of_policy ? phb__policy_keeps_working_days(copy.policy)
                                                   : copy.working_days == PHB_ANSWER_YES};
        run(&kernel, &copy, (struct phb__rows){first_row, first_row + rows});
    }
    return status;
}
