package org.libphb;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * One assistant's payslip in a segment of the period. Amounts are of one pay period.
 *
 * @param of the id of the assistant
 * @param start the first day of the segment
 * @param end its last day
 * @param frequency how long a pay period is
 * @param basic pay for hours and nights
 * @param leave leave pay
 * @param gross both
 * @param employerNi employer National Insurance
 * @param pension the employer's pension contribution
 * @param niLetter the category letter of National Insurance
 * @param pensionMember whether somebody is in the pension scheme
 * @param slipsNumerator over the denominator: how many pay periods the segment has
 * @param slipsDenominator see there
 * @param step its row among the steps
 */
public record Payslip(
        String of,
        LocalDate start,
        LocalDate end,
        PayFrequency frequency,
        Money basic,
        Money leave,
        Money gross,
        Money employerNi,
        Money pension,
        String niLetter,
        boolean pensionMember,
        long slipsNumerator,
        long slipsDenominator,
        OptionalInt step) {
    static Payslip of(Columns cells, int row) {
        return new Payslip(
                cells.text("of", row),
                cells.day("start", row),
                cells.day("end", row),
                cells.choice(PayFrequency.class, "frequency", row),
                cells.money("basic", row),
                cells.money("leave", row),
                cells.money("gross", row),
                cells.money("employer_ni", row),
                cells.money("pension", row),
                cells.text("ni_letter", row),
                cells.flag("pension_member", row),
                cells.number("slips_numerator", row),
                cells.number("slips_denominator", row),
                cells.index("step", row));
    }
}
