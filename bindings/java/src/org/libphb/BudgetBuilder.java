package org.libphb;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A budget in the making. Each method says one thing more and gives the same builder back; said again,
 * it replaces. Its methods are named like the members of a {@code phb-budget/1} document, and mean the
 * same. What is wrong is found out by {@link #build}, but for what no document can hold: a text with
 * half of a surrogate pair and a number with an exponent beyond 40 are a {@link PhbValueException} at
 * once. One thread at a time.
 *
 * <p>Begun by {@link Budget#builder}.
 */
public final class BudgetBuilder {
    private final List<Part> assistants = new ArrayList<>();
    private final List<Part> lines = new ArrayList<>();
    private final List<Part> funders = new ArrayList<>();
    private Written whole;

    BudgetBuilder(LocalDate start, LocalDate end) {
        Written period = Written.NOTHING.day("start", start).day("end", end);
        whole = Written.NOTHING.text("format", "phb-budget/1").object("period", period);
    }

    /**
     * Why the person has a budget.
     *
     * @param cohort which
     * @return this builder
     */
    public BudgetBuilder cohort(Cohort cohort) {
        whole = whole.word("cohort", cohort);
        return this;
    }

    /**
     * Whether it goes on.
     *
     * @param kind which
     * @return this builder
     */
    public BudgetBuilder kind(Kind kind) {
        whole = whole.word("kind", kind);
        return this;
    }

    /**
     * How weekly sums become yearly ones. By days unless said.
     *
     * @param weeks how many weeks a year has
     * @return this builder
     */
    public BudgetBuilder weeksInYear(WeeksInYear weeks) {
        whole = whole.word("weeks_in_year", weeks);
        return this;
    }

    /**
     * Adds somebody employed.
     *
     * @param assistant what is said of them
     * @return this builder
     */
    public BudgetBuilder assistant(Assistant assistant) {
        assistants.add(Values.needed(assistant, "assistant"));
        return this;
    }

    /**
     * Says who employs them.
     *
     * @param employer what is said of them
     * @return this builder
     */
    public BudgetBuilder employer(Employer employer) {
        whole = whole.part("employer", employer);
        return this;
    }

    /**
     * Adds anything that is not employment.
     *
     * @param line what is said of it
     * @return this builder
     */
    public BudgetBuilder line(PlainLine line) {
        lines.add(Values.needed(line, "line"));
        return this;
    }

    /**
     * Sets something aside for the unforeseen.
     *
     * @param contingency how much, and where
     * @return this builder
     */
    public BudgetBuilder contingency(Contingency contingency) {
        whole = whole.part("contingency", contingency);
        return this;
    }

    /**
     * Adds somebody whose money it is.
     *
     * @param funder what is said of them
     * @return this builder
     */
    public BudgetBuilder funder(Funder funder) {
        funders.add(Values.needed(funder, "funder"));
        return this;
    }

    /**
     * Says how the direct payment is paid.
     *
     * @param payments how
     * @return this builder
     */
    public BudgetBuilder payments(Payments payments) {
        whole = whole.part("payments", payments);
        return this;
    }

    /**
     * Says how the money is looked after.
     *
     * @param management how
     * @return this builder
     */
    public BudgetBuilder management(Management management) {
        whole = whole.part("management", management);
        return this;
    }

    /**
     * The budget known before the plan was made.
     *
     * @param amount the sum
     * @return this builder
     */
    public BudgetBuilder indicative(Money amount) {
        whole = whole.amount("indicative", amount);
        return this;
    }

    /**
     * What was agreed for the period.
     *
     * @param amount the sum
     * @return this builder
     */
    public BudgetBuilder agreed(Money amount) {
        whole = whole.amount("agreed", amount);
        return this;
    }

    /**
     * When that was agreed.
     *
     * @param day that day
     * @return this builder
     */
    public BudgetBuilder agreedOn(LocalDate day) {
        whole = whole.day("agreed_on", day);
        return this;
    }

    /**
     * What was agreed for assistants and lines.
     *
     * @param amounts the sums by their ids
     * @return this builder
     */
    public BudgetBuilder agreedByLine(Map<String, Money> amounts) {
        whole = whole.amounts("agreed_by_line", amounts);
        return this;
    }

    /**
     * A personal wheelchair budget in it.
     *
     * @param wheelchair what is said of it
     * @return this builder
     */
    public BudgetBuilder wheelchair(Wheelchair wheelchair) {
        whole = whole.part("wheelchair", wheelchair);
        return this;
    }

    /**
     * Makes the budget of what was said so far. More can be said, and another one built.
     *
     * @return the budget
     * @throws PhbException if something is wrong with it: what, and where in the document
     */
    public Budget build() {
        Written all =
                whole.parts("assistants", assistants).parts("lines", lines).parts("funders", funders);
        return Budget.parse(all.json());
    }
}
