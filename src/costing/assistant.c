/* What one assistant costs: a payslip for each segment, times how many there are. */

#include "core/path.h"
#include "costing/extras.h"
#include "model/names.h"

static void
add_payslip_row(struct phb_costing *costing, const struct phb__employment *employment,
                const struct phb__segment *segment, const struct phb__payslip *slip)
{
    phb_table *table = costing->payslips;
    if (!phb__table_add_row(table)) {
        costing->failed = true;
        return;
    }
    const char *frequency =
        phb__name(&phb__names_pay_frequency, (int32_t)employment->assistant->given.pay_frequency);
    bool kept = phb__table_set_static(table, PHB__PAYSLIP_OF, employment->id) &&
                phb__table_set_static(table, PHB__PAYSLIP_FREQUENCY, frequency) &&
                phb__table_set_copy(table, PHB__PAYSLIP_NI_LETTER, &slip->letter->letter, 1);
    costing->failed = costing->failed || !kept;
    phb__table_set(table, PHB__PAYSLIP_START, segment->days.start);
    phb__table_set(table, PHB__PAYSLIP_END, segment->days.end);
    phb__table_set(table, PHB__PAYSLIP_BASIC, slip->basic.pence);
    phb__table_set(table, PHB__PAYSLIP_LEAVE, slip->leave.pence);
    phb__table_set(table, PHB__PAYSLIP_GROSS, slip->gross.pence);
    phb__table_set(table, PHB__PAYSLIP_EMPLOYER_NI, slip->employer_ni.pence);
    phb__table_set(table, PHB__PAYSLIP_PENSION, slip->pension.pence);
    phb__table_set(table, PHB__PAYSLIP_PENSION_MEMBER, slip->is_member);
    phb__table_set(table, PHB__PAYSLIP_SLIPS_NUMERATOR, segment->payslips.numerator);
    phb__table_set(table, PHB__PAYSLIP_SLIPS_DENOMINATOR, segment->payslips.denominator);
    phb__table_set(table, PHB__PAYSLIP_STEP, slip->whole.step);
}

/* What the payslips of the segment come to. */
static phb_status
add_payslips(struct phb_costing *costing, struct phb__tally *tally, const struct phb__payslip *slip)
{
    bool accrues = tally->employment->assistant->given.leave_method == PHB_LEAVE_ACCRUAL;
    struct phb__factor payslips = {"Payslips in these days", tally->segment->payslips, "payslips",
                                   PHB__STEP_NONE};
    const struct {
        enum phb__part part;
        bool is_due;
        const struct phb__figure *figure;
    } amounts[] = {
        {PHB__PART_PAY, true, &slip->basic},
        {PHB__PART_LEAVE, accrues, &slip->leave},
        {PHB__PART_EMPLOYER_NI, true, &slip->employer_ni},
        {PHB__PART_PENSION, slip->is_member, &slip->pension},
    };
    phb_status status = PHB_OK;
    for (size_t i = 0; i < sizeof amounts / sizeof amounts[0] && status == PHB_OK; i++) {
        if (amounts[i].is_due) {
            status = phb__tally_add(costing, tally, amounts[i].part, "Per payslip × payslips",
                                    *amounts[i].figure, &payslips, 1);
        }
    }
    return status;
}

static phb_status
add_extras(struct phb_costing *costing, struct phb__tally *tally, const struct phb__payslip *slip)
{
    const phb_assistant *given = &tally->employment->assistant->given;
    phb_status status = PHB_OK;
    if (given->bank_holiday_minutes != PHB_NUMBER_NONE) {
        status = phb__cost_bank_holidays(costing, tally, slip);
    }
    if (status == PHB_OK && given->leave_method == PHB_LEAVE_COVER) {
        status = phb__cost_cover(costing, tally);
    }
    if (status == PHB_OK && given->sickness_weeks_hundredths != PHB_NUMBER_NONE) {
        status = phb__cost_sickness(costing, tally, slip);
    }
    return status;
}

phb_status
phb__cost_segment(struct phb_costing *costing, struct phb__employment *employment,
                  const struct phb__segment *segment, struct phb__segment_cost *out,
                  phb_error *error)
{
    struct phb__tally *tally = &out->tally;
    *tally = (struct phb__tally){.employment = employment, .segment = segment};
    phb_status status = phb__payslip_make(costing, employment, segment, &out->slip, error);
    if (status != PHB_OK) {
        return status;
    }
    status = add_payslips(costing, tally, &out->slip);
    if (status == PHB_OK) {
        status = add_extras(costing, tally, &out->slip);
    }
    if (status != PHB_OK) {
        return phb__cost_fail_at(error, status, "assistants", employment->index,
                                 status == PHB_ERROR_RANGE
                                     ? "a line is more than can be counted"
                                     : "the rates hold no value that a line of the period needs");
    }
    employment->employer_ni[segment->tax_year] += tally->sums[PHB__PART_EMPLOYER_NI];
    return PHB_OK;
}

static phb_status
add_segment(struct phb_costing *costing, struct phb__employment *employment,
            const struct phb__segment *segment, phb_error *error)
{
    struct phb__segment_cost cost;
    phb_status status = phb__cost_segment(costing, employment, segment, &cost, error);
    if (status != PHB_OK) {
        return status;
    }
    add_payslip_row(costing, employment, segment, &cost.slip);
    return phb__tally_lines(costing, &cost.tally, error);
}

static void
note_opted_out(struct phb_costing *costing, const struct phb__employment *employment)
{
    if (employment->pension_if_enrolled == 0) {
        return;
    }
    char path[PHB__PATH_SIZE] = "/assistants";
    (void)phb__path_add_index(path, employment->index);
    char amount[PHB_PENCE_TEXT_SIZE] = "";
    (void)phb_pence_format(employment->pension_if_enrolled, amount, sizeof amount);
    const char *pieces[] = {"Opted out of the pension: as a member the employer would pay £",
                            amount, " in the period. The right to join again stays."};
    phb__costing_note_pieces(costing, "costing.pension_opted_out", path, pieces, 3);
}

phb_status
phb__cost_assistant(struct phb_costing *costing, struct phb__employment *employment,
                    phb_error *error)
{
    if (!employment->is_in_period) {
        phb__costing_note_outside(costing, "assistants", employment->index);
        return PHB_OK;
    }
    phb_date day = employment->days.start;
    while (day <= employment->days.end) {
        struct phb__segment segment;
        phb_status status = phb__segment_from(costing, employment, day, &segment, error);
        if (status == PHB_OK && segment.is_paid) { /* nobody works: no payslip */
            status = add_segment(costing, employment, &segment, error);
        }
        if (status != PHB_OK) {
            return status;
        }
        day = segment.days.end + 1;
    }
    note_opted_out(costing, employment);
    return PHB_OK;
}
