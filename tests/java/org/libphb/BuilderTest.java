package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets made by the builder are those that documents say. */
class BuilderTest {
    private static final LocalDate APRIL = Samples.APRIL;
    private static final LocalDate END = LocalDate.of(2027, 4, 5);

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }

    private static PlainLine line(BigDecimal amount) {
        return PlainLine.of("x", Category.AGENCY, amount, Per.WEEK, Deployment.NOTIONAL);
    }

    private static Budget with(PlainLine line) {
        return Budget.builder(APRIL, END).line(line).build();
    }

    private static PhbException refused(PlainLine line) {
        return assertThrows(PhbException.class, () -> with(line));
    }

    @Test
    void everythingThatADocumentSaysCanBeBuilt() {
        Budget read =
                Budget.parse(
                        Samples.bytes(Samples.ROOT.resolve("tests/schema/corpus/ok-everything.json")));
        assertEquals(read.toJson(), Everything.budget().toJson());
    }

    @Test
    void aFirstBudgetCostsWhatItShould() {
        // 20 h at 13.50 are 270.00 a week; 365 / 7 weeks: 14,078.57, as in docs/python.md.
        Budget budget =
                Budget.builder(APRIL, END)
                        .cohort(Cohort.ADULT_CHC)
                        .assistant(
                                Assistant.of(
                                        "pa-1",
                                        PayFrequency.WEEKLY,
                                        Leave.of(LeaveMethod.ACCRUAL),
                                        Deployment.DIRECT_PAYMENT,
                                        Hours.of(number("13.50")).hoursPerWeek(number("20"))))
                        .build();
        assertEquals(Money.ofPounds("14078.57"), budget.cost().lines().get(0).amount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.50", "15E-1", "0.15E+1"})
    void theSameAmountInEveryForm(String amount) {
        // 1.50 x 365 / 7 is 78.214..., 78.21.
        assertEquals(7821, with(line(number(amount))).cost().total().pence());
    }

    @ParameterizedTest
    @CsvSource({"1.23456,RANGE", "1E+11,RANGE", "-1,JSON_SHAPE"})
    void whatIsNoPriceIsRefusedWithItsPlace(String amount, String status) {
        PhbException thrown = refused(line(number(amount)));
        assertEquals(status, thrown.name());
        assertEquals("/lines/0/amount", thrown.path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+41", "1E-41", "1E+2147483647", "1E-2147483647", "0E+400000000"})
    void noughtsBeyondMemoryAreRefused(String amount) {
        BigDecimal far = number(amount);
        List<Executable> ways =
                List.of(
                        () -> line(far),
                        () -> line(number("1")).quantity(far),
                        () -> Pension.of().employerRate(far));
        for (Executable way : ways) {
            assertEquals("RANGE", assertThrows(PhbValueException.class, way).name());
        }
    }

    @Test
    void tenThousandMillionPoundsAndBack() {
        Money most = new Money(ValuesTest.MOST_PENCE);
        Budget budget =
                Budget.builder(APRIL, APRIL)
                        .line(
                                PlainLine.of(
                                        "x",
                                        Category.OTHER,
                                        most.pounds(),
                                        Per.ONCE,
                                        Deployment.NOTIONAL))
                        .agreed(most)
                        .build();
        assertEquals(most, budget.cost().total());
        assertTrue(budget.toJson().contains("\"agreed\": \"10000000000.00\""));
        BudgetBuilder more = Budget.builder(APRIL, APRIL).agreed(new Money(ValuesTest.MOST_PENCE + 1));
        assertEquals("/agreed", assertThrows(PhbValueException.class, more::build).path());
        BudgetBuilder least = Budget.builder(APRIL, APRIL).agreed(new Money(Long.MIN_VALUE));
        assertEquals("/agreed", assertThrows(PhbException.class, least::build).path());
    }

    @Test
    void textsComeBackAsTheyWere() {
        String name = "Zoë \"" + ValuesTest.SMILE + "\" \\ / \n\t\u0001\u007f\u2028";
        Budget budget = with(line(number("1")).provider(Provider.of().name(name)));
        JsonObject again = JsonParser.parseString(budget.toJson()).getAsJsonObject();
        JsonObject line = again.getAsJsonArray("lines").get(0).getAsJsonObject();
        assertEquals(name, line.getAsJsonObject("provider").get("name").getAsString());
    }

    @Test
    void textsThatAreNoneAreRefused() {
        PlainLine line = line(number("1"));
        PhbException half =
                assertThrows(PhbValueException.class, () -> line.nilReason(ValuesTest.HALF_A_PAIR));
        assertEquals("UTF8", half.name());
        assertTrue(half.reason().startsWith("nil_reason "));
        assertThrows(PhbValueException.class, () -> line.assistants("pa-1", ValuesTest.HALF_A_PAIR));
        assertThrows(
                PhbValueException.class,
                () ->
                        Budget.builder(APRIL, END)
                                .agreedByLine(Map.of(ValuesTest.HALF_A_PAIR, new Money(1))));
        assertThrows(PhbException.class, () -> with(line.nilReason("a\0b")));
    }

    @Test
    void noMessageRepeatsWhatWasSaid() {
        PhbException thrown = refused(line(number("1")).funder("Ada Lovelace"));
        assertEquals("/lines/0/funder", thrown.path());
        assertFalse(thrown.getMessage().contains("Ada"));
        assertEquals("PlainLine", line(number("1")).nilReason("Ada Lovelace").toString());
    }

    @Test
    void whatIsSaidAgainReplaces() {
        Budget budget =
                Budget.builder(APRIL, END)
                        .agreed(new Money(100))
                        .agreed(new Money(200))
                        .line(line(number("1")).unit(LineUnit.HOUR).unit(LineUnit.VISIT))
                        .build();
        assertTrue(budget.toJson().contains("\"agreed\": \"2.00\""));
        assertTrue(budget.toJson().contains("\"unit\": \"visit\""));
    }

    @Test
    void aPartDoesNotChange() {
        PlainLine line = line(number("1"));
        String before = with(line).toJson();
        line.quantity(number("2")).unit(LineUnit.HOUR);
        assertEquals(before, with(line).toJson());
    }

    @Test
    void aBuilderCanBuildAgain() {
        BudgetBuilder builder = Budget.builder(APRIL, END);
        assertEquals(0, builder.build().cost().lines().size());
        builder.line(line(number("1")));
        assertEquals(builder.build().toJson(), builder.build().toJson());
        assertEquals(1, builder.build().cost().lines().size());
    }

    @Test
    void aPriceThatChangesHoldsFromItsDays() {
        // 1.00 a week from 6 April to 30 September, 178 days: 25.43; 2.00 for 187 days: 53.43.
        TreeMap<LocalDate, BigDecimal> prices = new TreeMap<>();
        prices.put(LocalDate.of(2026, 10, 1), number("2"));
        prices.put(APRIL, number("1"));
        Costing costing =
                with(PlainLine.of("x", Category.AGENCY, prices, Per.WEEK, Deployment.NOTIONAL)).cost();
        assertEquals(
                List.of(2543L, 5343L),
                costing.lines().stream().map(each -> each.amount().pence()).toList());
    }

    @Test
    void nobodyInABudgetIsPaidYearly() {
        BudgetBuilder builder =
                Budget.builder(APRIL, END)
                        .assistant(
                                Assistant.of(
                                        "pa-1",
                                        PayFrequency.ANNUAL,
                                        Leave.of(LeaveMethod.ACCRUAL),
                                        Deployment.NOTIONAL,
                                        Hours.of(number("1")).minutesPerWeek(60)));
        PhbException thrown = assertThrows(PhbException.class, builder::build);
        assertEquals("/assistants/0/pay_frequency", thrown.path());
    }

    @Test
    void nullInsideAListOrAMapIsRefused() {
        assertThrows(
                NullPointerException.class,
                () ->
                        Assistant.of(
                                "pa-1",
                                PayFrequency.WEEKLY,
                                Leave.of(LeaveMethod.ACCRUAL),
                                Deployment.NOTIONAL,
                                (Hours) null));
        PlainLine line = line(number("1"));
        assertThrows(NullPointerException.class, () -> line.assistants("pa-1", null));
        Map<String, Money> amounts = new LinkedHashMap<>();
        amounts.put("x", null);
        BudgetBuilder builder = Budget.builder(APRIL, END);
        assertThrows(NullPointerException.class, () -> builder.agreedByLine(amounts));
        TreeMap<LocalDate, BigDecimal> rates = new TreeMap<>();
        rates.put(APRIL, null);
        assertThrows(NullPointerException.class, () -> Hours.of(rates));
    }
}
