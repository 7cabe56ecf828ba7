package consumer;

import org.libphb.Budget;
import org.libphb.Costing;

/** Costs a year's insurance of £95. */
public final class Main {
    static final String BUDGET =
            """
            {"format": "phb-budget/1", "period": {"start": "2026-04-06", "end": "2027-04-05"},
             "lines": [{"id": "insurance", "category": "insurance", "amount": "95.00",
                        "per": "year", "deployment": "direct_payment"}]}""";

    private Main() {}

    /** Prints the total. */
    public static void main(String[] arguments) {
        try (Budget budget = Budget.parse(BUDGET);
                Costing costing = budget.cost()) {
            System.out.println("total " + costing.total().pence());
        }
    }
}
