/* National Insurance and the pension of many payslips. */

#include "batch/column.h"
#include "batch/plan.h"
#include "core/error.h"
#include "core/input.h"
#include "rates/letters.h"
#include "rates/rates.h"

/* ---- rows ---- */

struct answer {
    phb_status status;
    phb_certainty certainty;
    phb_pence amount;
};

static void
put(const struct phb__slip_outputs *out, size_t row, const struct answer *answer)
{
    bool is_fine = answer->status == PHB_OK;
    phb__put_int64(out->amount, row, is_fine ? answer->amount : PHB_PENCE_NONE);
    phb__put_uint8(out->status, row, (int32_t)answer->status);
    phb__put_uint8(out->certainty, row, is_fine ? (int32_t)answer->certainty : 0);
}

/* In the order in which the calls for one payslip ask. */
static phb_status
check_row(const struct phb__slips *block, size_t i)
{
    if (block->frequency[i] < PHB_PAY_WEEKLY || block->frequency[i] > PHB_PAY_ANNUAL) {
        return PHB_ERROR_ARGUMENT;
    }
    if (block->day[i] < PHB_DATE_MIN || block->day[i] > PHB_DATE_MAX) {
        return PHB_ERROR_DATE;
    }
    return block->gross[i] < 0 || block->gross[i] > PHB_PENCE_MAX ? PHB_ERROR_RANGE : PHB_OK;
}

static phb_status
answer_ni(struct phb__slip_kernel *kernel, const struct phb__slips *block, size_t i,
          struct answer *out)
{
    phb_date day = block->day[i];
    int64_t code = block->letter[i];
    bool is_code = code >= 'A' && code <= 'Z';
    const struct phb__ni_letter *letter =
        is_code ? phb__letter_kept(&kernel->terms, code, day) : NULL;
    if (!letter && (!is_code || !phb__letter_exists(kernel->terms.dataset, (char)code))) {
        return PHB_ERROR_RANGE;
    }
    struct phb__period_terms *terms = phb__terms_on(&kernel->terms, day, block->frequency[i]);
    if (!letter || !terms || !phb__has_ni_terms(&kernel->terms, terms, block->frequency[i])) {
        return PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    out->certainty = terms->ni.certainty;
    return phb__ni_by_terms(&terms->ni, letter->relief, block->gross[i], &out->amount)
               ? PHB_OK
               : PHB_ERROR_RATE_NOT_IN_FORCE;
}

static phb_status
answer_pension(struct phb__slip_kernel *kernel, const struct phb__slips *block, size_t i,
               struct answer *out)
{
    struct phb__period_terms *terms =
        phb__terms_on(&kernel->terms, block->day[i], block->frequency[i]);
    if (!terms || !phb__has_pension_terms(&kernel->terms, terms, block->frequency[i])) {
        return PHB_ERROR_RATE_NOT_IN_FORCE;
    }
    phb__pension_compute(&terms->pension, block->gross[i]);
    out->amount = terms->pension.pension;
    out->certainty = terms->pension_certainty;
    return PHB_OK;
}

/* What the structs held in the first version that had them. */
#define FIRST_SIZE_NI (offsetof(phb_ni_batch, out_certainty) + sizeof(uint8_t *))
#define FIRST_SIZE_PENSION (offsetof(phb_pension_batch, out_certainty) + sizeof(uint8_t *))

void
phb_ni_batch_init(phb_ni_batch *batch, uint32_t size)
{
    const phb_ni_batch defaults = PHB_NI_BATCH_INIT;
    phb__input_init(batch, size, &defaults, sizeof defaults);
}

void
phb_pension_batch_init(phb_pension_batch *batch, uint32_t size)
{
    const phb_pension_batch defaults = PHB_PENSION_BATCH_INIT;
    phb__input_init(batch, size, &defaults, sizeof defaults);
}

/* What is asked of payslips: by blocks, and by rows where a block will not do. */
struct question {
    const struct phb__batch_shape *shape;
    phb_rate_match match;
    const phb_batch_column *day;
    const phb_batch_column *frequency;
    const phb_batch_column *letter; /* NULL: it does not matter */
    const phb_batch_column *gross;
    struct phb__slip_outputs out;
    bool (*answer_block)(struct phb__slip_kernel *kernel, const struct phb__slips *block,
                         struct phb__rows rows, const struct phb__slip_outputs *out);
    phb_status (*answer_row)(struct phb__slip_kernel *kernel, const struct phb__slips *block,
                             size_t i, struct answer *out);
};

static void
answer_rows(struct phb__slip_kernel *kernel, const struct question *question,
            const struct phb__slips *block, struct phb__rows rows)
{
    for (size_t i = 0; i < rows.end - rows.first; i++) {
        struct answer answer = {.status = check_row(block, i)};
        if (answer.status == PHB_OK) {
            answer.status = question->answer_row(kernel, block, i, &answer);
        }
        put(&question->out, rows.first + i, &answer);
    }
}

static void
run(struct phb__slip_kernel *kernel, const struct question *question, struct phb__rows all)
{
    struct phb__slips block;
    for (struct phb__rows rows = phb__first_block(all); rows.first < all.end;
         rows = phb__next_block(rows, all)) {
        phb__column_read32(question->day, rows, block.day);
        phb__column_read32(question->frequency, rows, block.frequency);
        if (question->letter) {
            phb__column_read32(question->letter, rows, block.letter);
        }
        phb__column_read(question->gross, rows, block.gross);
        if (!question->answer_block(kernel, &block, rows, &question->out)) {
            answer_rows(kernel, question, &block, rows);
        }
    }
}

/* `batch` is what the question is taken from, whole. */
static phb_status
ask(const phb_rates *rates, const struct question *question, const void *batch, size_t first_row,
    size_t rows, phb_error *error)
{
    phb_status status = phb__match_check(question->match, error);
    if (status == PHB_OK) {
        status = phb__batch_check(batch, question->shape, first_row, rows, error);
    }
    if (status != PHB_OK) {
        return status;
    }
    struct phb__slip_kernel kernel = {
        .terms = {.dataset = phb__rates_dataset(rates), .match = question->match}};
    kernel.terms.last = &kernel.terms.kept[0];
    run(&kernel, question, (struct phb__rows){first_row, first_row + rows});
    return PHB_OK;
}

phb_status
phb_batch_employer_ni(const phb_rates *rates, const phb_ni_batch *batch, size_t first_row,
                      size_t rows, phb_error *error)
{
    static const size_t required[] = {
        offsetof(phb_ni_batch, paid_on), offsetof(phb_ni_batch, frequency),
        offsetof(phb_ni_batch, letter), offsetof(phb_ni_batch, gross_pence)};
    static const struct phb__batch_shape shape = {required, 4, offsetof(phb_ni_batch, paid_on), 4,
                                                  offsetof(phb_ni_batch, row_count)};
    phb_ni_batch copy = PHB_NI_BATCH_INIT;
    phb_status status = phb__input_copy(&copy, sizeof copy, FIRST_SIZE_NI, batch, error);
    if (status != PHB_OK) {
        return status;
    }
    const struct question question = {
        .shape = &shape,
        .match = copy.match,
        .day = &copy.paid_on,
        .frequency = &copy.frequency,
        .letter = &copy.letter,
        .gross = &copy.gross_pence,
        .out = {copy.out_ni_pence, copy.out_status, copy.out_certainty},
        .answer_block = phb__plan_ni,
        .answer_row = answer_ni,
    };
    return ask(rates, &question, &copy, first_row, rows, error);
}

phb_status
phb_batch_employer_pension(const phb_rates *rates, const phb_pension_batch *batch, size_t first_row,
                           size_t rows, phb_error *error)
{
    static const size_t required[] = {offsetof(phb_pension_batch, paid_on),
                                      offsetof(phb_pension_batch, frequency),
                                      offsetof(phb_pension_batch, gross_pence)};
    static const struct phb__batch_shape shape = {required, 3, offsetof(phb_pension_batch, paid_on),
                                                  3, offsetof(phb_pension_batch, row_count)};
    phb_pension_batch copy = PHB_PENSION_BATCH_INIT;
    phb_status status = phb__input_copy(&copy, sizeof copy, FIRST_SIZE_PENSION, batch, error);
    if (status != PHB_OK) {
        return status;
    }
    const struct question question = {
        .shape = &shape,
        .match = copy.match,
        .day = &copy.paid_on,
        .frequency = &copy.frequency,
        .gross = &copy.gross_pence,
        .out = {copy.out_pension_pence, copy.out_status, copy.out_certainty},
        .answer_block = phb__plan_pension,
        .answer_row = answer_pension,
    };
    return ask(rates, &question, &copy, first_row, rows, error);
}
