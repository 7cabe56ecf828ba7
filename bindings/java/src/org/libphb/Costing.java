package org.libphb;

import java.time.LocalDate;
import org.libphb.internal.PhbNative;

/**
 * What a budget costs: lines, payslips, totals, instalments, notes, and the steps behind every figure.
 * Immutable, and good in any number of threads. Made by {@link Budget#cost()}.
 */
public final class Costing extends Handle {
    Costing(long address) {
        super(address, PhbNative::delete_Costing);
    }

    /**
     * The total of the budget.
     *
     * @return that amount
     */
    public Money total() {
        try (Native self = open()) {
            return new Money(PhbNative.Costing_total_pence(self.address()));
        }
    }

    /**
     * Does any line rest on law that is announced or carried?
     *
     * @return true if one does
     */
    public boolean isProvisional() {
        try (Native self = open()) {
            return PhbNative.Costing_is_provisional(self.address()) != 0;
        }
    }

    /**
     * The first day of the period.
     *
     * @return that day
     */
    public LocalDate start() {
        try (Native self = open()) {
            return Values.day(PhbNative.Costing_start(self.address()));
        }
    }

    /**
     * The last day of the period.
     *
     * @return that day
     */
    public LocalDate end() {
        try (Native self = open()) {
            return Values.day(PhbNative.Costing_end(self.address()));
        }
    }

    /**
     * The edition of the rates used.
     *
     * @return such as {@code "2026.1"}
     */
    public String ratesEdition() {
        try (Native self = open()) {
            return Values.text(PhbNative.Costing_rates_edition(self.address()));
        }
    }

    /**
     * The edition of the policy used.
     *
     * @return such as {@code "north/3"}; {@code ""} for none
     */
    public String policyEdition() {
        try (Native self = open()) {
            return Values.text(PhbNative.Costing_policy_edition(self.address()));
        }
    }

    /**
     * Every line of the costing.
     *
     * @return a copy of the table
     */
    public Table<Line> lines() {
        return table(PhbNative.COSTING_LINES_get(), Line::of);
    }

    /**
     * The payslips behind the lines.
     *
     * @return a copy of the table
     */
    public Table<Payslip> payslips() {
        return table(PhbNative.COSTING_PAYSLIPS_get(), Payslip::of);
    }

    /**
     * Every total, and totals by category, deployment, funder and financial year.
     *
     * @return a copy of the table
     */
    public Table<Total> totals() {
        return table(PhbNative.COSTING_TOTALS_get(), Total::of);
    }

    /**
     * The payments of the direct payment, if the budget says how it is paid.
     *
     * @return a copy of the table
     */
    public Table<Instalment> instalments() {
        return table(PhbNative.COSTING_INSTALMENTS_get(), Instalment::of);
    }

    /**
     * What was assumed or carried.
     *
     * @return a copy of the table
     */
    public Table<Note> notes() {
        return table(PhbNative.COSTING_NOTES_get(), Note::of);
    }

    /**
     * The steps behind the figures: a parent always before its children. None without a trace.
     *
     * @return a copy of the table
     */
    public Table<Step> steps() {
        return table(PhbNative.COSTING_STEPS_get(), Step::of);
    }

    private <R> Table<R> table(int part, Table.RowMaker<R> maker) {
        return new Table<>(
                TableSource.lent(this, costing -> PhbNative.Costing_table(costing, part)), maker);
    }

    /**
     * Checks the budget it was made of, by the same rates and policy, looking from the day of agreement
     * or else the first of the period.
     *
     * @return whether the money is enough, lawful and explained
     * @throws PhbValueException if a budget of 52 weeks, costed once more by days, is more than can
     *     be counted
     */
    public Report check() {
        return checked(Values.NO_DAY);
    }

    /**
     * Checks the budget it was made of, by the same rates and policy.
     *
     * @param asOf the day that the report looks from
     * @return whether the money is enough, lawful and explained
     * @throws PhbValueException if a budget of 52 weeks, costed once more by days, is more than can
     *     be counted
     */
    public Report check(LocalDate asOf) {
        return checked(Values.days(asOf, "asOf"));
    }

    private Report checked(int asOf) {
        try (Native self = open()) {
            return new Report(PhbNative.Costing_checked(self.address(), asOf));
        }
    }

    /**
     * Holds another costing against this one: the same person a year later, the same budget by other
     * law, what the body would arrange itself.
     *
     * @param after the other one
     * @return what differs, and why
     */
    public Comparison compare(Costing after) {
        Values.needed(after, "after");
        try (Native self = open();
                Native other = after.open()) {
            return new Comparison(PhbNative.Costing_compared(self.address(), other.address()));
        }
    }

    /**
     * Explains one line, step by step, every rate with its source.
     *
     * @param lineId the id of a line
     * @param format {@link Format#TEXT}, {@link Format#HTML} or {@link Format#HTML_PAGE}
     * @return the explanation
     * @throws PhbLookupException if there is no such line
     * @throws PhbInputException if it was costed without a trace
     * @throws PhbArgumentException for any other format
     */
    public String explain(String lineId, Format format) {
        return explained(Values.utf8(lineId, "lineId"), format);
    }

    /**
     * Explains the whole budget: every line, then every total.
     *
     * @param format {@link Format#TEXT}, {@link Format#HTML} or {@link Format#HTML_PAGE}
     * @return the explanation
     * @throws PhbInputException if it was costed without a trace
     * @throws PhbArgumentException for any other format
     */
    public String explain(Format format) {
        return explained(null, format);
    }

    private String explained(byte[] lineId, Format format) {
        int code = Values.needed(format, "format").code();
        try (Native self = open()) {
            return Values.text(PhbNative.Costing_explained(self.address(), lineId, code));
        }
    }

    /**
     * For people: payslips, lines with subtotals, totals, instalments, notes.
     *
     * @param format any but {@link Format#CSV} and {@link Format#ICALENDAR}
     * @return the costing in that format
     * @throws PhbArgumentException for any other format
     */
    public String render(Format format) {
        int code = Values.needed(format, "format").code();
        try (Native self = open()) {
            return Values.text(PhbNative.Costing_rendered(self.address(), code));
        }
    }

    /**
     * A {@code phb-costing/1} document without its steps.
     *
     * @return JSON
     */
    public String toJson() {
        return json(0);
    }

    /**
     * A {@code phb-costing/1} document with its steps, if it has any.
     *
     * @return JSON
     */
    public String toJsonWithSteps() {
        return json(1);
    }

    private String json(int withSteps) {
        try (Native self = open()) {
            return Values.text(PhbNative.Costing_json(self.address(), withSteps));
        }
    }
}
