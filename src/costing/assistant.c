/* What one assistant costs: a payslip for each segment, times how many there are. */

#include "core/path.h"
#include "costing/payslip.h"
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
                phb__table_set_copy(table, PHB__PAYSLIP_NI_LETTER, &slip->ni_letter, 1);
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

/* A figure of the payslip, times the payslips of the segment: one line. */
static phb_status
add_line(struct phb_costing *costing, const struct phb__employment *employment,
         const struct phb__segment *segment, struct phb__new_line line, struct phb__figure figure,
         phb_error *error)
{
    struct phb__trace *trace = &costing->trace;
    line.id = employment->id;
    line.is_computed = true;
    line.days = segment->days;
    line.deployment = employment->assistant->given.deployment;
    if (!phb__fraction_scale(figure.pence, segment->payslips, PHB_ROUND_HALF_UP, &line.amount)) {
        return phb__cost_fail_at(error, PHB_ERROR_RANGE, "assistants", employment->index,
                                 "a line is more than can be counted");
    }
    line.step =
        phb__step_open(trace, costing->recurring_step, "sum", "costing.line", line.category);
    int32_t amount =
        phb__step_open(trace, line.step, "scale", "costing.payslips", "Per payslip × payslips");
    phb__step_repeat(trace, amount, figure.step);
    phb__step_given(trace, amount, "Payslips in these days", segment->payslips, "payslips");
    phb__step_pence(trace, amount, line.amount, "half_up");
    phb__step_pence(trace, line.step, line.amount, "none");
    return phb__costing_add_line(costing, &line, error);
}

/* Beyond the last day held, whatever rests on a value of the law is provisional; the pay agreed is
 * not. */
static phb_status
add_lines(struct phb_costing *costing, const struct phb__employment *employment,
          const struct phb__segment *segment, const struct phb__payslip *slip, phb_error *error)
{
    const phb_assistant *given = &employment->assistant->given;
    bool is_beyond = segment->days.start > costing->dataset->last_day;
    const struct {
        const char *category;
        struct phb__figure figure;
        bool is_due;
        bool rests_on_law;
    } lines[] = {
        {"pay", slip->basic, true, false},
        {"leave", slip->leave, given->leave_method == PHB_LEAVE_ACCRUAL, true},
        {"employer_ni", slip->employer_ni, true, true},
        {"pension", slip->pension, slip->is_member, true},
    };
    phb_status status = PHB_OK;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0] && status == PHB_OK; i++) {
        struct phb__new_line line = {.category = lines[i].category,
                                     .is_provisional = is_beyond && lines[i].rests_on_law};
        if (lines[i].is_due) {
            status = add_line(costing, employment, segment, line, lines[i].figure, error);
        }
    }
    return status;
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
phb__cost_assistant(struct phb_costing *costing, const struct phb__assistant *assistant,
                    uint32_t index, phb_error *error)
{
    struct phb__employment employment;
    if (!phb__employment_of(costing, assistant, index, &employment)) {
        phb__costing_note_outside(costing, "assistants", index);
        return PHB_OK;
    }
    employment.id = phb__costing_keep(costing, assistant->given.id);
    phb_date day = employment.days.start;
    while (day <= employment.days.end) {
        struct phb__segment segment;
        phb_status status = phb__segment_from(costing, &employment, day, &segment, error);
        if (status != PHB_OK) {
            return status;
        }
        day = segment.days.end + 1;
        if (segment.week_pay == 0) {
            continue; /* nobody works: no payslip */
        }
        struct phb__payslip slip = {0};
        status = phb__payslip_make(costing, &employment, &segment, &slip, error);
        if (status == PHB_OK) {
            add_payslip_row(costing, &employment, &segment, &slip);
            status = add_lines(costing, &employment, &segment, &slip, error);
        }
        if (status != PHB_OK) {
            return status;
        }
    }
    note_opted_out(costing, &employment);
    return PHB_OK;
}
