package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
        same(costing.lines(), document.getAsJsonArray("lines"));
        same(costing.payslips(), document.getAsJsonArray("payslips"));
        same(costing.instalments(), document.getAsJsonArray("instalments"));
        same(costing.notes(), document.getAsJsonArray("notes"));
        same(costing.steps(), document.getAsJsonArray("steps"));
        same(costing.totals(), JsonParser.parseString(costing.totals().toJson()).getAsJsonArray());
    }

    @Test
    void theLawSaysWhatItsDocumentSays() throws ReflectiveOperationException {
        Rates rates = Rates.builtin();
        Table<RateValue> law = rates.table(Samples.APRIL);
        same(law, JsonParser.parseString(law.toJson()).getAsJsonArray());
        Table<BankHoliday> days = rates.bankHolidays(Samples.APRIL, Samples.APRIL.plusYears(1));
        same(days, JsonParser.parseString(days.toJson()).getAsJsonArray());
        assertTrue(days.size() >= 8); // England has eight in an ordinary year
    }

    private static void same(Table<? extends Record> rows, JsonArray document)
            throws ReflectiveOperationException {
        assertEquals(document.size(), rows.size());
        for (int row = 0; row < rows.size(); row++) {
            Record each = rows.get(row);
            JsonObject said = document.get(row).getAsJsonObject();
            RecordComponent[] components = each.getClass().getRecordComponents();
            assertEquals(
                    List.copyOf(rows.columns()),
                    Arrays.stream(components).map(one -> column(one.getName())).toList());
            for (RecordComponent component : components) {
                JsonElement value = said.get(column(component.getName()));
                assertEquals(
                        value.isJsonNull() ? "" : value.getAsString(),
                        plain(component.getAccessor().invoke(each)),
                        component.getName());
            }
        }
    }

    /** The column of a component: niLetter is ni_letter. */
    private static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase();
    }

    /** A value of a record as the document writes it; "" for none. */
    private static String plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(TablesTest::plain).orElse("");
        }
        if (value instanceof OptionalInt index) {
            return index.isPresent() ? String.valueOf(index.getAsInt()) : "";
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
        }
        if (value instanceof Money money) {
            return money.pounds().toPlainString();
        }
        return value instanceof Choice choice ? choice.word() : String.valueOf(value);
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
