/* Many budgets of one assistant, or the assistants of many employers. */

#include "batch/cost_row.h"
#include "batch/employer.h"
#include "core/date.h"
#include "core/error.h"
#include "core/input.h"
#include "rates/rates.h"

void
phb_cost_batch_init(phb_cost_batch *batch, uint32_t size)
{
    const phb_cost_batch defaults = PHB_COST_BATCH_INIT;
    phb__input_init(batch, size, &defaults, sizeof defaults);
}

/* What the struct held in the first version that had it. */
#define FIRST_SIZE (offsetof(phb_cost_batch, out_certainty) + sizeof(uint8_t *))

static phb_status
take_batch(const phb_cost_batch *given, struct phb__rows rows, phb_cost_batch *out,
           phb_error *error)
{
    static const size_t required[] = {
        offsetof(phb_cost_batch, period_start), offsetof(phb_cost_batch, period_end),
        offsetof(phb_cost_batch, pay_frequency), offsetof(phb_cost_batch, leave_method)};
    static const struct phb__batch_shape shape = {
        required, 4, offsetof(phb_cost_batch, period_start), PHB__COST_COLUMNS,
        offsetof(phb_cost_batch, row_count)};
    phb_status status = phb__input_copy(out, sizeof *out, FIRST_SIZE, given, error);
    if (status != PHB_OK) {
        return status;
    }
    if (out->reserved != 0) {
        return phb__fail_because(error, PHB_ERROR_STRUCT, "reserved must be 0");
    }
    if (out->law_on != PHB_DATE_NONE && !phb__date_is_valid(out->law_on)) {
        return phb__fail_because(error, PHB_ERROR_DATE,
                                 "law_on is not a day of the calendar from 1900 to 2199");
    }
    status = phb__match_check(out->match, error);
    return status == PHB_OK
               ? phb__batch_check(out, &shape, rows.first, rows.end - rows.first, error)
               : status;
}

/* ---- employers ---- */

/* Does another employer begin with this row? */
static bool
is_first_of_employer(const phb_cost_batch *batch, size_t row)
{
    if (row == 0 || row >= batch->row_count) {
        return true;
    }
    int64_t before = phb__column_at(&batch->employer, row - 1);
    return before == PHB_NUMBER_NONE || before != phb__column_at(&batch->employer, row);
}

phb_status
phb_batch_cost_split(const phb_cost_batch *batch, size_t wanted_row, size_t *out_row,
                     phb_error *error)
{
    phb_cost_batch copy = PHB_COST_BATCH_INIT;
    if (!out_row) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_status status = take_batch(batch, (struct phb__rows){wanted_row, wanted_row}, &copy, error);
    if (status != PHB_OK) {
        return status;
    }
    while (!is_first_of_employer(&copy, wanted_row)) {
        wanted_row++;
    }
    *out_row = wanted_row;
    return PHB_OK;
}

/* ---- columns out ---- */

/* What a row has to show: of one that is not OK nothing but that. */
struct shown {
    phb_status status;
    int32_t certainty;
    phb_pence allowance;
    phb_pence total;
};

/* Everything but what the Employment Allowance changes. */
static void
put_parts(const phb_cost_batch *batch, size_t row, const struct phb__cost_result *result)
{
    int64_t *const columns[PHB__PARTS] = {
        [PHB__PART_PAY] = batch->out_basic_pence,
        [PHB__PART_LEAVE] = batch->out_leave_pence,
        [PHB__PART_EMPLOYER_NI] = batch->out_employer_ni_pence,
        [PHB__PART_PENSION] = batch->out_pension_pence,
        [PHB__PART_BANK_HOLIDAY] = batch->out_bank_holiday_pence,
        [PHB__PART_COVER] = batch->out_cover_pence,
        [PHB__PART_SICKNESS] = batch->out_sickness_pence,
        [PHB__PART_SICKNESS_COVER] = batch->out_sickness_cover_pence,
    };
    for (int part = 0; part < PHB__PARTS; part++) {
        phb__put_int64(columns[part], row, result->sums[part]);
    }
}

static void
put_whole(const phb_cost_batch *batch, size_t row, const struct shown *shown)
{
    phb__put_int64(batch->out_allowance_pence, row, shown->allowance);
    phb__put_int64(batch->out_total_pence, row, shown->total);
    phb__put_uint8(batch->out_status, row, (int32_t)shown->status);
    phb__put_uint8(batch->out_certainty, row, shown->certainty);
}

static void
put_wrong(const phb_cost_batch *batch, size_t row, phb_status status)
{
    struct phb__cost_result none;
    for (int part = 0; part < PHB__PARTS; part++) {
        none.sums[part] = PHB_PENCE_NONE;
    }
    put_parts(batch, row, &none);
    put_whole(batch, row, &(struct shown){status, 0, PHB_PENCE_NONE, PHB_PENCE_NONE});
}

/* ---- the range ---- */

/* The claims of an employer whose rows are all there. */
static void
end_employer(struct phb__employer *employer, struct phb__cost_kernel *kernel,
             const phb_cost_batch *batch)
{
    phb_status status = phb__employer_share(employer, &kernel->costing);
    for (size_t i = 0; i < employer->count; i++) {
        const struct phb__claim *claim = &employer->claims[i];
        if (status == PHB_OK) {
            put_whole(batch, claim->row,
                      &(struct shown){PHB_OK, claim->certainty, -claim->share,
                                      claim->total - claim->share});
        } else {
            put_wrong(batch, claim->row, status);
        }
    }
}

/* Whoever may claim and has no figures leaves the shares of the others unknown. */
static void
cost_one(struct phb__cost_kernel *kernel, struct phb__employer *employer,
         const phb_cost_batch *batch, struct phb__rows block, size_t i)
{
    struct phb__cost_result result;
    size_t row = block.first + i;
    int64_t claims = kernel->block.values[PHB__COST_CLAIMS_ALLOWANCE][i];
    phb_status status = phb__cost_row(kernel, i, &result);
    if (status != PHB_OK) {
        employer->is_broken = employer->is_broken || (claims != 0 && claims != PHB_ANSWER_NO);
        put_wrong(batch, row, status);
    } else if (claims != PHB_ANSWER_YES) {
        put_parts(batch, row, &result);
        put_whole(batch, row, &(struct shown){PHB_OK, (int32_t)result.certainty, 0, result.total});
    } else if (phb__employer_add(employer, &kernel->block, i, row, &result)) {
        put_parts(batch, row, &result);
    } else {
        put_wrong(batch, row, PHB_ERROR_LIMIT);
    }
}

static void
cost_rows(struct phb__cost_kernel *kernel, const phb_cost_batch *batch, struct phb__rows all)
{
    struct phb__employer employer;
    const int64_t *ids = kernel->block.values[PHB__COST_EMPLOYER];
    phb__employer_begin(&employer, PHB_NUMBER_NONE);
    while (all.first < all.end) {
        size_t left = all.end - all.first;
        struct phb__rows block = {
            all.first, all.first + (left < PHB__COST_BLOCK_ROWS ? left : PHB__COST_BLOCK_ROWS)};
        phb__cost_read(kernel, block);
        for (size_t i = 0; i < block.end - block.first; i++) {
            if (ids[i] == PHB_NUMBER_NONE || ids[i] != employer.id) {
                end_employer(&employer, kernel, batch);
                phb__employer_begin(&employer, ids[i]);
            }
            cost_one(kernel, &employer, batch, block, i);
        }
        all.first = block.end;
    }
    end_employer(&employer, kernel, batch);
}

phb_status
phb_batch_cost(const phb_rates *rates, const phb_cost_batch *batch, size_t first_row, size_t rows,
               phb_error *error)
{
    phb_cost_batch copy = PHB_COST_BATCH_INIT;
    struct phb__rows all = {first_row, first_row + rows};
    phb_status status = all.end < all.first ? phb__fail(error, PHB_ERROR_ARGUMENT)
                                            : take_batch(batch, all, &copy, error);
    if (status != PHB_OK) {
        return status;
    }
    if (rows > 0 &&
        !(is_first_of_employer(&copy, all.first) && is_first_of_employer(&copy, all.end))) {
        return phb__fail_because(
            error, PHB_ERROR_ARGUMENT,
            "the range must hold all rows of an employer: see phb_batch_cost_split");
    }
    struct phb__cost_kernel kernel;
    phb__cost_kernel_init(&kernel, phb__rates_dataset(rates), &copy);
    cost_rows(&kernel, &copy, all);
    return PHB_OK;
}
