package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables: records say what the document of the library says, by the same names. */
class TablesTest {
    static List<Path> budgets() {
        return Samples.files(Samples.BUDGETS, ".json");
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void recordsSayWhatTheDocumentSays(Path path) throws ReflectiveOperationException {
        Costing costing =
                Budget.parse(Samples.bytes(path))
                        .cost(CostOptions.defaults().trace(Trace.ALL));
        JsonObject document =
                JsonParser.parseString(costing.toJsonWithSteps()).getAsJsonObject();
        Rows.are(document.getAsJsonArray("lines"), costing.lines());
        Rows.are(document.getAsJsonArray("payslips"), costing.payslips());
        Rows.are(document.getAsJsonArray("instalments"), costing.instalments());
        Rows.are(document.getAsJsonArray("notes"), costing.notes());
        Rows.are(document.getAsJsonArray("steps"), costing.steps());
        Rows.areTheTable(costing.totals());
    }

    @Test
    void theLawSaysWhatItsDocumentSays() throws ReflectiveOperationException {
        Rates rates = Rates.builtin();
        Rows.areTheTable(rates.table(Samples.APRIL));
        Table<BankHoliday> days = rates.bankHolidays(Samples.APRIL, Samples.APRIL.plusYears(1));
        Rows.areTheTable(days);
        assertTrue(days.size() >= 8); // England has eight in an ordinary year
    }

    @Test
    void aColumnIsACopy() {
        Table<Line> lines = Samples.budget().cost().lines();
        long before = lines.longs("amount")[0];
        lines.longs("amount")[0] = -1;
        lines.ints("start")[0] = -1;
        assertEquals(before, lines.longs("amount")[0]);
        assertEquals(Samples.APRIL.toEpochDay(), lines.ints("start")[0]);
        assertThrows(UnsupportedOperationException.class, () -> lines.texts("id").clear());
        assertThrows(UnsupportedOperationException.class, () -> lines.remove(0));
    }

    @Test
    void whatATableDoesNotHaveIsRefused() {
        Table<Line> lines = Samples.budget().cost().lines();
        assertThrows(NoSuchElementException.class, () -> lines.longs("price"));
        assertThrows(NoSuchElementException.class, () -> lines.longs("id"));
        assertThrows(IndexOutOfBoundsException.class, () -> lines.get(lines.size()));
        assertThrows(IndexOutOfBoundsException.class, () -> lines.get(-1));
        assertThrows(PhbArgumentException.class, () -> lines.render(Format.ICALENDAR));
    }

    @Test
    void aTableDoesNotSayWhatIsInIt() {
        Table<Line> lines = Samples.budget().cost().lines();
        assertEquals("Table, rows: " + lines.size(), lines.toString());
    }

    @Test
    void theBudgetOfTheReadmeCostsWhatTheCommandSays() {
        Costing costing = Samples.budget().cost();
        assertEquals(new BigDecimal("27447.06"), costing.total().pounds());
        assertFalse(costing.isProvisional());
        assertEquals(Samples.APRIL, costing.start());
        assertEquals(Samples.APRIL.plusYears(1).minusDays(1), costing.end());
        assertTrue(costing.render(Format.TEXT).contains("27,447.06"));
        assertTrue(costing.render(Format.HTML).contains("£27,447.06"));
        assertTrue(costing.explain(costing.lines().get(0).id(), Format.TEXT).contains("13.50"));
        assertThrows(PhbLookupException.class, () -> costing.explain("x", Format.TEXT));
    }

    @Test
    void withoutATraceThereAreNoSteps() {
        Costing costing = Samples.budget().cost(CostOptions.defaults().trace(Trace.NONE));
        assertEquals(0, costing.steps().size());
        assertTrue(costing.lines().get(0).step().isEmpty());
        assertThrows(PhbInputException.class, () -> costing.explain(Format.TEXT));
    }

    @Test
    void aPolicyFillsInWhatABudgetLeavesUnsaid() {
        Policy policy = Samples.policy();
        Costing costing = Samples.budget().cost(CostOptions.defaults().policy(policy));
        assertEquals(policy.edition(), costing.policyEdition());
        assertEquals(policy.toJson(), Policy.parse(policy.toJson()).toJson());
        assertEquals("", Samples.budget().cost().policyEdition());
    }
}
