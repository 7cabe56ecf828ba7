package org.libphb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row is answered as the call for one answers it: the same pennies, the same status. */
class BatchAnswersTest {
    private static final Rates RATES = Rates.builtin();

    /** What a call, or a row, says. */
    private record Answer(String status, long number) {}

    private static Answer of(LongSupplier call) {
        try {
            return new Answer("OK", call.getAsLong());
        } catch (PhbException refused) {
            return new Answer(refused.name(), Batch.NO_NUMBER);
        }
    }

    private static Answer of(List<long[]> answers, int number, int status, int row) {
        return new Answer(Batch.status((byte) answers.get(status)[row]), answers.get(number)[row]);
    }

    private static PayFrequency frequency(long code) {
        return PayFrequency.values()[(int) code - 1];
    }

    @Test
    void eachPayslipHasItsNationalInsurance() {
        var slips = BatchRows.slips(3_000);
        List<long[]> answers = slips.answers();
        for (int i = 0; i < slips.rows; i++) {
            int row = i;
            Map<ColumnIn<NiBatch, ?>, long[]> in = slips.in;
            Answer one =
                    of(
                            () ->
                                    RATES.employerNi(
                                                    LocalDate.ofEpochDay(in.get(NiBatch.PAID_ON)[row]),
                                                    frequency(in.get(NiBatch.FREQUENCY)[row]),
                                                    (char) in.get(NiBatch.LETTER)[row],
                                                    new Money(in.get(NiBatch.GROSS_PENCE)[row]))
                                            .pence());
            assertEquals(one, of(answers, 0, 1, row), () -> slips + ", row " + row);
        }
        assertSomeOfEach(answers.get(1), "OK", "RANGE", "RATE_NOT_IN_FORCE");
    }

    @Test
    void eachMemberHasTheirPension() {
        var members = BatchRows.members(3_000);
        List<long[]> answers = members.answers();
        for (int i = 0; i < members.rows; i++) {
            int row = i;
            Map<ColumnIn<PensionBatch, ?>, long[]> in = members.in;
            Answer one =
                    of(
                            () ->
                                    RATES.employerPension(
                                                    LocalDate.ofEpochDay(
                                                            in.get(PensionBatch.PAID_ON)[row]),
                                                    frequency(in.get(PensionBatch.FREQUENCY)[row]),
                                                    new Money(in.get(PensionBatch.GROSS_PENCE)[row]))
                                            .pence());
            assertEquals(one, of(answers, 0, 1, row), () -> members + ", row " + row);
        }
        assertSomeOfEach(answers.get(1), "OK", "RANGE", "RATE_NOT_IN_FORCE");
    }

    private static void assertSomeOfEach(long[] statuses, String... names) {
        Set<String> seen = new HashSet<>();
        for (long status : statuses) {
            seen.add(Batch.status((byte) status));
        }
        assertTrue(seen.containsAll(Set.of(names)), seen.toString());
    }

    @Test
    void eachRateOfPayIsHeldAgainstTheWageOfItsDayAndAge() {
        var wages = BatchRows.wages(3_000);
        List<long[]> answers = wages.answers();
        for (int i = 0; i < wages.rows; i++) {
            int row = i;
            Answer one = of(() -> wageOf(wages.in, row) * 100); // pence, in hundredths
            assertEquals(one, of(answers, 0, 2, row), () -> wages + ", row " + row);
            long rate = wages.in.get(WageBatch.RATE_PENNY_HUNDREDTHS)[row];
            long below = one.number - rate > 0 ? one.number - rate : 0;
            assertEquals(one.status.equals("OK") ? below : Batch.NO_NUMBER, answers.get(1)[row]);
        }
        assertSomeOfEach(answers.get(2), "OK", "RATE_NOT_IN_FORCE");
    }

    private static long wageOf(Map<ColumnIn<WageBatch, ?>, long[]> in, int row) {
        RateQuery query =
                RateQuery.of("minimum_wage.hourly")
                        .on(LocalDate.ofEpochDay(in.get(WageBatch.DAY)[row]));
        long age = in.get(WageBatch.AGE_YEARS)[row];
        long born = in.get(WageBatch.DATE_OF_BIRTH)[row];
        if (age != Batch.NO_NUMBER) {
            return RATES.find(query.age((int) age)).value();
        }
        // An adult of any age, where neither is said.
        return RATES.find(
                        born == Batch.NO_NUMBER
                                ? query.age(30)
                                : query.born(LocalDate.ofEpochDay(born)))
                .value();
    }

    // ---- reviews, by java.time ----

    @Test
    void aReviewIsSoManyMonthsLaterOrOnTheWorkingDayBefore() {
        var duties = BatchRows.duties(3_000);
        List<long[]> answers = duties.answers();
        Set<LocalDate> holidays = new HashSet<>();
        RATES.bankHolidays(LocalDate.of(2012, 1, 1), LocalDate.of(2033, 12, 31))
                .forEach(holiday -> holidays.add(holiday.date()));
        for (int row = 0; row < duties.rows; row++) {
            if (duties.in.get(ReviewBatch.REGIME)[row] == Batch.NO_NUMBER) {
                Optional<LocalDate> latest = latest(duties.in, row);
                Optional<LocalDate> due = latest.map(day -> workingDay(day, holidays));
                String where = duties + ", row " + row;
                assertEquals("OK", Batch.status((byte) answers.get(2)[row]), where);
                assertEquals(days(latest), answers.get(1)[row], where);
                assertEquals(days(due), answers.get(0)[row], where);
            }
        }
    }

    private static long days(Optional<LocalDate> day) {
        return day.map(LocalDate::toEpochDay).orElse((long) Batch.NO_DAY);
    }

    private static Optional<LocalDate> latest(Map<ColumnIn<ReviewBatch, ?>, long[]> in, int row) {
        long anchor = in.get(ReviewBatch.ANCHOR)[row];
        long held = in.get(ReviewBatch.HELD_ON)[row];
        boolean isFirst = held == Batch.NO_NUMBER;
        long months = in.get(isFirst ? ReviewBatch.FIRST_MONTHS : ReviewBatch.EVERY_MONTHS)[row];
        return months == Batch.NO_NUMBER
                ? Optional.empty()
                : Optional.of(LocalDate.ofEpochDay(isFirst ? anchor : held).plusMonths(months));
    }

    private static LocalDate workingDay(LocalDate latest, Set<LocalDate> holidays) {
        LocalDate day = latest;
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays.contains(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    @Test
    void aRegimeHasTheMonthsOfTheLaw() {
        // Direct payments are reviewed within three months, then every twelve. 6 July 2026 is a Monday,
        // 10 April 2027 a Saturday.
        ReviewBatch batch =
                new ReviewBatch(2)
                        .same(ReviewBatch.ANCHOR, Samples.APRIL)
                        .in(ReviewBatch.HELD_ON, new int[] {Batch.NO_DAY, day(2026, 4, 10)})
                        .same(ReviewBatch.REGIME, Regime.NHS_DIRECT_PAYMENT);
        int[] due = batch.out(ReviewBatch.OUT_DUE);
        int[] latest = batch.out(ReviewBatch.OUT_LATEST);
        batch.run();
        assertArrayEquals(new int[] {day(2026, 7, 6), day(2027, 4, 10)}, latest);
        assertArrayEquals(new int[] {day(2026, 7, 6), day(2027, 4, 9)}, due);
        batch.workingDays(false).run();
        assertArrayEquals(latest, due);
    }

    private static int day(int year, int month, int day) {
        return (int) LocalDate.of(year, month, day).toEpochDay();
    }

    // ---- costs, by budgets ----

    private static final List<String> CATEGORIES =
            List.of(
                    "pay",
                    "leave",
                    "employer_ni",
                    "pension",
                    "bank_holiday",
                    "cover",
                    "sickness",
                    "sickness_cover",
                    "employment_allowance");

    @Test
    void somebodyCostsWhatABudgetOfOneAssistantCosts() {
        var people = BatchRows.people(400);
        people.in.put(CostBatch.EMPLOYER, people.filled(Batch.NO_NUMBER));
        List<long[]> answers = people.answers();
        for (int row = 0; row < people.rows; row++) {
            if (people.in.get(CostBatch.BASIC_PENCE)[row] == Batch.NO_NUMBER) {
                assertEquals(
                        costs(List.of(row), people.in), costs(answers, row), people + ", row " + row);
            }
        }
        assertSomeOfEach(answers.get(10), "OK", "RANGE");
    }

    @Test
    void assistantsOfAnEmployerShareTheAllowanceAsInOneBudget() {
        var people = BatchRows.people(400);
        people.in.put(CostBatch.CLAIMS_ALLOWANCE, people.filled(2));
        people.in.put(CostBatch.ALLOWANCE_USED_PENCE, people.filled(60_000));
        people.in.put(CostBatch.WEEKS_IN_YEAR, people.filled(1));
        people.in.put(CostBatch.BASIC_PENCE, people.filled(Batch.NO_NUMBER));
        people.in.put(CostBatch.MINUTES_PER_WEEK, people.filled(1_500));
        people.in.put(CostBatch.RATE_PENNY_HUNDREDTHS, people.filled(152_500));
        List<long[]> answers = people.answers();
        CostBatch batch = people.batch();
        int first = 0;
        while (first < people.rows) {
            int end = batch.split(first + 1);
            List<Integer> rows = IntStream.range(first, end).boxed().toList();
            assertEquals(
                    costs(rows, people.in), sums(answers, rows), people + ", row " + first);
            first = end;
        }
    }

    /** The amounts of rows together: of all that are well, as they are here. */
    private static Costs sums(List<long[]> answers, List<Integer> rows) {
        return new Costs(
                "OK",
                answers.subList(0, 10).stream()
                        .map(column -> rows.stream().mapToLong(row -> column[row]).sum())
                        .toList());
    }

    /** The status, the nine amounts and their sum. */
    private record Costs(String status, List<Long> amounts) {}

    private static Costs costs(List<long[]> answers, int row) {
        String status = Batch.status((byte) answers.get(10)[row]);
        return new Costs(
                status,
                status.equals("OK")
                        ? answers.subList(0, 10).stream().map(column -> column[row]).toList()
                        : List.of());
    }

    private static Costs costs(List<Integer> rows, Map<ColumnIn<CostBatch, ?>, long[]> in) {
        try (Budget budget = Budget.parse(budget(rows, in).toString());
                Costing costing = budget.cost()) {
            List<Long> amounts = new ArrayList<>();
            for (String category : CATEGORIES) {
                amounts.add(
                        costing.totals().stream()
                                .filter(total -> total.total().equals("by_category"))
                                .filter(total -> total.key().equals(category))
                                .mapToLong(total -> total.amount().pence())
                                .sum());
            }
            amounts.add(costing.total().pence());
            return new Costs("OK", amounts);
        } catch (PhbException refused) {
            return new Costs(refused.name(), List.of());
        }
    }

    /** The same people as the assistants of one budget. */
    private static JsonObject budget(List<Integer> rows, Map<ColumnIn<CostBatch, ?>, long[]> in) {
        BatchPeople first = new BatchPeople(in, rows.get(0));
        JsonObject period = new JsonObject();
        first.day(period, "start", CostBatch.PERIOD_START);
        first.day(period, "end", CostBatch.PERIOD_END);
        JsonObject budget = new JsonObject();
        budget.addProperty("format", "phb-budget/1");
        budget.add("period", period);
        first.word(budget, "weeks_in_year", CostBatch.WEEKS_IN_YEAR);
        budget.add("employer", first.employer());
        JsonArray assistants = new JsonArray();
        for (int row : rows) {
            assistants.add(new BatchPeople(in, row).assistant());
        }
        budget.add("assistants", assistants);
        return budget;
    }

    @Test
    void theMostMoneyThatThereIsComesBack() {
        // 10^12 pence in a month of 2026-27 are 999,999,958,300 above 417.00; 15% is 149,999,993,745.
        NiBatch batch =
                new NiBatch(2)
                        .same(NiBatch.PAID_ON, Samples.APRIL)
                        .same(NiBatch.FREQUENCY, PayFrequency.MONTHLY)
                        .in(
                                NiBatch.GROSS_PENCE,
                                new long[] {ValuesTest.MOST_PENCE, ValuesTest.MOST_PENCE + 1});
        long[] ni = batch.out(NiBatch.OUT_NI_PENCE);
        byte[] status = batch.out(NiBatch.OUT_STATUS);
        byte[] certainty = batch.out(NiBatch.OUT_CERTAINTY);
        batch.run();
        assertArrayEquals(new long[] {149_999_993_745L, Batch.NO_NUMBER}, ni);
        assertEquals("OK", Batch.status(status[0]));
        assertEquals("RANGE", Batch.status(status[1]));
        assertEquals(Optional.of(Certainty.IN_FORCE), Batch.certainty(certainty[0]));
        assertEquals(Optional.empty(), Batch.certainty(certainty[1]));
    }

    @Test
    void lawOfAnotherDayAndLawThatIsNotHeld() {
        // 20 hours at 13.50 are 270.00 a week, 174.00 above 96.00: 26.10; by the law of 5 April 2025
        // 95.00 above 175.00 at 13.8%: 13.11.
        CostBatch batch =
                new CostBatch(1)
                        .same(CostBatch.PERIOD_START, LocalDate.of(2026, 4, 6))
                        .same(CostBatch.PERIOD_END, LocalDate.of(2026, 4, 12))
                        .same(CostBatch.PAY_FREQUENCY, PayFrequency.WEEKLY)
                        .same(CostBatch.LEAVE_METHOD, LeaveMethod.NONE)
                        .same(CostBatch.MINUTES_PER_WEEK, 1_200)
                        .same(CostBatch.RATE_PENNY_HUNDREDTHS, 135_000);
        long[] ni = batch.out(CostBatch.OUT_EMPLOYER_NI_PENCE);
        byte[] status = batch.out(CostBatch.OUT_STATUS);
        batch.run();
        assertEquals(2610, ni[0]);
        batch.lawOn(LocalDate.of(2025, 4, 5)).run();
        assertEquals(1311, ni[0]);
        batch.lawOn(LocalDate.of(2028, 4, 5)).run();
        assertEquals("OK", Batch.status(status[0]));
        batch.refuseProvisional().run();
        assertEquals("RATE_NOT_IN_FORCE", Batch.status(status[0]));
    }

    // ---- the columns ----

    static List<BatchRows<?>> questions() {
        return BatchRows.ofEach(1);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void columnsAreThoseOfTheHeader(BatchRows<?> rows) {
        String name = rows.empty().getClass().getSimpleName().replace("Batch", "").toLowerCase();
        String header = Samples.text(Samples.ROOT.resolve("include/phb/batch.h"));
        String struct = header.split("typedef struct phb_" + name + "_batch")[1].split("}")[0];
        List<String> wanted =
                Pattern.compile("(?:phb_batch_column |\\*)((?:out_)?\\w+);").matcher(struct).results()
                        .map(found -> found.group(1))
                        .filter(column -> !column.equals("policy"))
                        .toList();
        List<String> here = new ArrayList<>(rows.empty().members().in().stream()
                .map(Object::toString).toList());
        rows.out.forEach(column -> here.add(column.toString()));
        assertEquals(wanted, here);
        assertEquals(wanted.size(), rows.empty().members().places());
    }
}
