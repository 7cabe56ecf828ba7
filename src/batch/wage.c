/*
 * The minimum wage of many rates of pay. What the wages of all ages are is looked up once for a
 * stretch of days on which none changes.
 */

#include "batch/column.h"
#include "core/date.h"
#include "core/error.h"
#include "core/input.h"
#include "rates/law.h"
#include "rates/lookup.h"
#include "rates/rates.h"

/* Of those whose age nobody says: an adult, as in a costing. */
#define AGE_OF_ADULTS 150

/* The bands in force from `from` to before `next`, by age. Cleared, it holds no day. */
struct bands {
    phb_date from;
    phb_date next;
    bool is_held;
    const struct phb__rate_row *rows;
    size_t count;
};

struct kernel {
    const struct phb__dataset *dataset;
    phb_rate_match match;
    struct bands bands;
};

struct row {
    phb_date day;
    int64_t age_years; /* PHB_NUMBER_NONE: of the date of birth */
    int64_t date_of_birth;
    int64_t paid;
};

/* ---- the bands of a day ---- */

/* A day that is not held is a stretch of its own. */
static void
find_bands(struct kernel *kernel, phb_date day)
{
    const struct phb__dataset *dataset = kernel->dataset;
    const struct phb__rate_parameter *wage = &dataset->parameters[PHB__RATE_MINIMUM_WAGE_HOURLY];
    const struct phb__rate_row *rows = dataset->rows + wage->first_row;
    struct bands *bands = &kernel->bands;
    uint32_t end = 0; /* of the rows that begin on or before the day */
    while (end < wage->row_count && rows[end].from <= day) {
        end++;
    }
    uint32_t first = end;
    while (first > 0 && rows[first - 1].from == rows[end - 1].from) {
        first--;
    }
    phb_date until = phb__law_carried_until(dataset);
    bands->is_held = day >= dataset->first_day && day <= until;
    bands->from = bands->is_held ? dataset->first_day : day;
    bands->next = bands->is_held ? until + 1 : day + 1;
    bands->rows = rows + first;
    bands->count = end - first;
    if (bands->is_held && end > 0 && rows[first].from > bands->from) {
        bands->from = rows[first].from;
    }
    if (bands->is_held && end < wage->row_count && rows[end].from < bands->next) {
        bands->next = rows[end].from;
    }
}

/* Of the bands of a day, the oldest one that the age has reached. */
static const struct phb__rate_row *
band_of(const struct bands *bands, int32_t age_years)
{
    for (size_t i = bands->count; i > 0; i--) {
        const struct phb__rate_row *row = &bands->rows[i - 1];
        if (row->age <= age_years) {
            return row->value == PHB__RATE_ENDED ? NULL : row;
        }
    }
    return NULL;
}

/* ---- rows ---- */

static phb_status
find_age(const struct row *row, int32_t *out_age_years)
{
    *out_age_years = AGE_OF_ADULTS;
    if (row->age_years != PHB_NUMBER_NONE) {
        bool is_age = row->age_years >= 0 && row->age_years <= AGE_OF_ADULTS;
        *out_age_years = is_age ? (int32_t)row->age_years : 0;
        return is_age ? PHB_OK : PHB_ERROR_RANGE;
    }
    return row->date_of_birth == PHB_NUMBER_NONE
               ? PHB_OK
               : phb_date_age(phb__day_of(row->date_of_birth), row->day, out_age_years);
}

/* The wage of a row, in hundredths of a penny. */
static phb_status
find_wage(struct kernel *kernel, const struct row *row, int64_t *out_wage,
          phb_certainty *out_certainty)
{
    int32_t age_years;
    if (row->day < kernel->bands.from || row->day >= kernel->bands.next) {
        find_bands(kernel, row->day);
    }
    if (!kernel->bands.is_held) {
        return PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    phb_status status = find_age(row, &age_years);
    if (status != PHB_OK) {
        return status;
    }
    const struct phb__rate_row *band = band_of(&kernel->bands, age_years);
    if (!band) {
        return PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    *out_certainty = phb__row_certainty(kernel->dataset, band, row->day);
    *out_wage = band->value * 100;
    return *out_certainty == PHB_CERTAINTY_CARRIED && kernel->match == PHB_RATE_EXACT
               ? PHB_ERROR_RATE_NOT_IN_FORCE
               : PHB_OK;
}

struct block {
    int64_t day[PHB__BLOCK_ROWS];
    int64_t date_of_birth[PHB__BLOCK_ROWS];
    int64_t age_years[PHB__BLOCK_ROWS];
    int64_t paid[PHB__BLOCK_ROWS];
};

static phb_status
take_row(const struct block *block, size_t i, struct row *out)
{
    *out = (struct row){phb__day_of(block->day[i]), block->age_years[i], block->date_of_birth[i],
                        block->paid[i]};
    if (!phb__date_is_valid(out->day)) {
        return PHB_ERROR_DATE;
    }
    if (out->paid == PHB_NUMBER_NONE) {
        return PHB_ERROR_INCOMPLETE;
    }
    return out->paid < 0 || out->paid > PHB_PENCE_MAX * 100 ? PHB_ERROR_RANGE : PHB_OK;
}

static void
answer_row(struct kernel *kernel, const phb_wage_batch *batch, const struct block *block, size_t i,
           size_t row)
{
    struct row taken;
    int64_t wage = 0;
    phb_certainty certainty = PHB_CERTAINTY_IN_FORCE;
    phb_status status = take_row(block, i, &taken);
    if (status == PHB_OK) {
        status = find_wage(kernel, &taken, &wage, &certainty);
    }
    bool is_fine = status == PHB_OK;
    int64_t shortfall = wage > taken.paid ? wage - taken.paid : 0;
    phb__put_int64(batch->out_minimum_penny_hundredths, row, is_fine ? wage : PHB_NUMBER_NONE);
    phb__put_int64(batch->out_shortfall_penny_hundredths, row,
                   is_fine ? shortfall : PHB_NUMBER_NONE);
    phb__put_uint8(batch->out_status, row, (int32_t)status);
    phb__put_uint8(batch->out_certainty, row, is_fine ? (int32_t)certainty : 0);
}

static void
run(struct kernel *kernel, const phb_wage_batch *batch, struct phb__rows all)
{
    struct block block;
    for (struct phb__rows rows = phb__first_block(all); rows.first < all.end;
         rows = phb__next_block(rows, all)) {
        phb__column_read(&batch->day, rows, block.day);
        phb__column_read(&batch->date_of_birth, rows, block.date_of_birth);
        phb__column_read(&batch->age_years, rows, block.age_years);
        phb__column_read(&batch->rate_penny_hundredths, rows, block.paid);
        for (size_t i = 0; i < rows.end - rows.first; i++) {
            answer_row(kernel, batch, &block, i, rows.first + i);
        }
    }
}

void
phb_wage_batch_init(phb_wage_batch *batch, uint32_t size)
{
    const phb_wage_batch defaults = PHB_WAGE_BATCH_INIT;
    phb__input_init(batch, size, &defaults, sizeof defaults);
}

/* What the struct held in the first version that had it. */
#define FIRST_SIZE (offsetof(phb_wage_batch, out_certainty) + sizeof(uint8_t *))

phb_status
phb_batch_minimum_wage(const phb_rates *rates, const phb_wage_batch *batch, size_t first_row,
                       size_t rows, phb_error *error)
{
    static const size_t required[] = {offsetof(phb_wage_batch, day),
                                      offsetof(phb_wage_batch, rate_penny_hundredths)};
    static const struct phb__batch_shape shape = {required, 2, offsetof(phb_wage_batch, day), 4,
                                                  offsetof(phb_wage_batch, row_count)};
    phb_wage_batch copy = PHB_WAGE_BATCH_INIT;
    phb_status status = phb__input_copy(&copy, sizeof copy, FIRST_SIZE, batch, error);
    if (status == PHB_OK) {
        status = phb__match_check(copy.match, error);
    }
    if (status == PHB_OK) {
        status = phb__batch_check(&copy, &shape, first_row, rows, error);
    }
    if (status != PHB_OK) {
        return status;
    }
    struct kernel kernel = {phb__rates_dataset(rates), copy.match, {0, 0, false, NULL, 0}};
    run(&kernel, &copy, (struct phb__rows){first_row, first_row + rows});
    return PHB_OK;
}
