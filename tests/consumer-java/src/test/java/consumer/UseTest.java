package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.libphb.Budget;
import org.libphb.Costing;
import org.libphb.Line;
import org.libphb.Money;
import org.libphb.PayFrequency;
import org.libphb.PhbException;
import org.libphb.Rates;

/** What is asked of the library in the midst of another program. */
class UseTest {
    @Test
    void theJarIsWhereItIsMeantToBe() {
        String module = System.getProperty("consumer.module", "org.libphb");
        assertEquals(module, Budget.class.getModule().isNamed() ? "org.libphb" : "unnamed");
    }

    /** A week's pay of £270 is £174 above the threshold of £96: 15 % of that are £26.10. */
    @Test
    void aPayslip() {
        Money contribution =
                Rates.builtin()
                        .employerNi(
                                LocalDate.of(2026, 4, 6), PayFrequency.WEEKLY, 'A', new Money(27000));
        assertEquals(new BigDecimal("26.10"), contribution.pounds());
    }

    @Test
    void aBudget() {
        try (Budget budget = Budget.parse(Main.BUDGET);
                Costing costing = budget.cost()) {
            Line line = costing.lines().get(0);
            assertEquals("insurance", line.id());
            assertEquals(costing.total(), line.amount());
        }
    }

    @Test
    void whatIsWrong() {
        PhbException thrown = assertThrows(PhbException.class, () -> Budget.parse("{"));
        assertEquals("JSON_SYNTAX", thrown.name());
    }
}
