import java.math.BigDecimal;
import java.time.LocalDate;
import org.libphb.Assistant;
import org.libphb.Budget;
import org.libphb.Category;
import org.libphb.Cohort;
import org.libphb.Costing;
import org.libphb.Deployment;
import org.libphb.Hours;
import org.libphb.Leave;
import org.libphb.LeaveMethod;
import org.libphb.Line;
import org.libphb.PayFrequency;
import org.libphb.Per;
import org.libphb.PlainLine;

/** A first budget: somebody employed for 24 hours a week, and an insurance. */
final class FirstBudget {
    private static Assistant assistant() {
        return Assistant.of(
                "pa-1",
                PayFrequency.WEEKLY,
                Leave.of(LeaveMethod.ACCRUAL),
                Deployment.DIRECT_PAYMENT,
                band("weekday", "20", "13.50"),
                band("weekend", "4", "15.00"));
    }

    private static Hours band(String name, String hours, String rate) {
        return Hours.of(new BigDecimal(rate)).hoursPerWeek(new BigDecimal(hours)).band(name);
    }

    private static PlainLine insurance() {
        return PlainLine.of(
                "insurance",
                Category.INSURANCE,
                new BigDecimal("95"),
                Per.YEAR,
                Deployment.DIRECT_PAYMENT);
    }

    public static void main(String[] arguments) {
        LocalDate start = LocalDate.of(2026, 4, 6);
        LocalDate end = LocalDate.of(2027, 4, 5);
        try (Budget budget =
                        Budget.builder(start, end)
                                .cohort(Cohort.ADULT_CHC)
                                .assistant(assistant())
                                .line(insurance())
                                .build();
                Costing costing = budget.cost()) {
            for (Line line : costing.lines()) {
                System.out.printf("%-12s %12s%n", line.category(), line.amount());
            }
            System.out.printf("%-12s %12s%n", "total", costing.total());
        }
    }
}
