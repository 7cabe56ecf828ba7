package org.libphb;

import java.time.LocalDate;
import org.libphb.internal.PhbNative;

/** A personal health budget: people employed, other lines, a period. Good in any number of threads. */
public final class Budget extends Handle {
    private Budget(long address) {
        super(address, PhbNative::delete_Budget);
    }

    /**
     * Begins a budget of which nothing else is said yet.
     *
     * @param start the first day it is for
     * @param end the last day
     * @return a builder
     */
    public static BudgetBuilder builder(LocalDate start, LocalDate end) {
        return new BudgetBuilder(start, end);
    }

    /**
     * Reads a {@code phb-budget/1} document.
     *
     * @param document UTF-8
     * @return the budget
     * @throws PhbException if something is wrong with it: what, and where
     */
    public static Budget parse(byte[] document) {
        return new Budget(PhbNative.new_Budget(Values.needed(document, "document")));
    }

    /**
     * Reads a {@code phb-budget/1} document.
     *
     * @param document JSON
     * @return the budget
     * @throws PhbException if something is wrong with it: what, and where
     */
    public static Budget parse(String document) {
        return parse(Values.utf8(document, "document"));
    }

    /**
     * The budget as a document.
     *
     * @return JSON
     */
    public String toJson() {
        try (Native self = open()) {
            return Values.text(PhbNative.Budget_json(self.address()));
        }
    }

    /**
     * The same package for the twelve months after the period.
     *
     * @return another budget
     * @throws PhbValueException if that year would not end before 31 December 2199
     */
    public Budget nextYear() {
        try (Native self = open()) {
            return new Budget(PhbNative.Budget_following(self.address()));
        }
    }

    /**
     * Costs it by the rates built in: each day by the law of that day, to the penny.
     *
     * @return what it costs
     * @throws PhbLookupException if its days are not within the years whose law is held
     * @throws PhbValueException if a sum is more than ten thousand million pounds
     */
    public Costing cost() {
        return cost(CostOptions.defaults());
    }

    /**
     * Costs it: each day by the law of that day, to the penny.
     *
     * @param options rates, policy and the like
     * @return what it costs
     * @throws PhbLookupException if its days are not within the years whose law is held, or only
     *     provisionally where that is refused
     * @throws PhbValueException if a sum is more than ten thousand million pounds
     */
    public Costing cost(CostOptions options) {
        Values.needed(options, "options");
        try (Native self = open()) {
            return options.cost(self.address());
        }
    }
}
