package org.libphb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.module.ModuleFinder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libphb.internal.PhbNative;

/** What a batch refuses, in which words, before anything is looked at or written to. */
class BatchRefusalsTest {
    private static final int ROWS = 5;
    private static final ByteOrder OTHER =
            ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
                    ? ByteOrder.LITTLE_ENDIAN
                    : ByteOrder.BIG_ENDIAN;

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(sentence, assertThrows(PhbArgumentException.class, call).getMessage());
    }

    /** Five payslips of £270.00 a week. */
    private static NiBatch slips() {
        return new NiBatch(ROWS)
                .same(NiBatch.PAID_ON, Samples.APRIL)
                .same(NiBatch.FREQUENCY, PayFrequency.WEEKLY)
                .same(NiBatch.GROSS_PENCE, 27_000);
    }

    // ---- columns ----

    static Stream<Consumer<NiBatch>> columnsOfFour() {
        long[] longs = new long[4];
        byte[] bytes = new byte[4];
        return Stream.of(
                batch -> batch.in(NiBatch.FREQUENCY, longs),
                batch -> batch.in(NiBatch.FREQUENCY, new int[4]),
                batch -> batch.in(NiBatch.FREQUENCY, bytes),
                batch -> batch.in(NiBatch.FREQUENCY, LongBuffer.wrap(longs)),
                batch -> batch.in(NiBatch.FREQUENCY, IntBuffer.allocate(9).position(5)),
                batch -> batch.in(NiBatch.FREQUENCY, ByteBuffer.allocateDirect(5).limit(4)));
    }

    @ParameterizedTest
    @MethodSource("columnsOfFour")
    void aColumnInHasTheRowsOfTheBatch(Consumer<NiBatch> say) {
        NiBatch batch = slips();
        assertRefused("frequency has 4 rows, and the batch 5", () -> say.accept(batch));
        assertEquals(2610, niOf(batch)); // and what was said before it still holds
    }

    private static long niOf(NiBatch batch) {
        long[] ni = batch.out(NiBatch.OUT_NI_PENCE);
        batch.run();
        return ni[0];
    }

    @Test
    void aColumnOutHasTheRowsOfTheBatch() {
        NiBatch batch = slips();
        assertRefused(
                "out_ni_pence has 6 rows, and the batch 5",
                () -> batch.out(NiBatch.OUT_NI_PENCE, new long[6]));
        assertRefused(
                "out_status has 0 rows, and the batch 5",
                () -> batch.out(NiBatch.OUT_STATUS, ByteBuffer.allocateDirect(0)));
    }

    @Test
    void aColumnOutMustBeOneThatCanBeWrittenTo() {
        NiBatch batch = slips();
        LongBuffer direct = BatchColumnsTest.directLongs(new long[ROWS], 0);
        for (LongBuffer buffer : List.of(direct, LongBuffer.allocate(ROWS))) {
            assertRefused(
                    "out_ni_pence cannot be written to",
                    () -> batch.out(NiBatch.OUT_NI_PENCE, buffer.asReadOnlyBuffer()));
        }
    }

    @Test
    void numbersOfAnotherByteOrderAreRefused() {
        NiBatch batch = slips();
        String sentence =
                " is not in the byte order of this machine, which ByteBuffer.order sets";
        for (ByteBuffer bytes : List.of(ByteBuffer.allocateDirect(40), ByteBuffer.allocate(40))) {
            LongBuffer longs = bytes.order(OTHER).asLongBuffer();
            IntBuffer ints = bytes.order(OTHER).slice(0, 20).order(OTHER).asIntBuffer();
            assertRefused("gross_pence" + sentence, () -> batch.in(NiBatch.GROSS_PENCE, longs));
            assertRefused("paid_on" + sentence, () -> batch.in(NiBatch.PAID_ON, ints));
            assertRefused("out_ni_pence" + sentence, () -> batch.out(NiBatch.OUT_NI_PENCE, longs));
        }
    }

    @Test
    void bytesAreNoNumbersAndNoDays() {
        NiBatch batch = slips();
        assertRefused(
                "gross_pence must be longs or ints: bytes are codes",
                () -> batch.in(NiBatch.GROSS_PENCE, new byte[ROWS]));
        assertRefused(
                "paid_on must be longs or ints: bytes are codes",
                () -> batch.in(NiBatch.PAID_ON, ByteBuffer.allocateDirect(ROWS)));
    }

    @Test
    void aBatchCannotHaveLessThanNoRows() {
        assertRefused("a batch cannot have -1 rows", () -> new NiBatch(-1));
    }

    static Stream<Arguments> columns() {
        return BatchRows.ofEach(20).stream()
                .flatMap(rows -> rows.in.keySet().stream().map(column -> Arguments.of(rows, column)));
    }

    @ParameterizedTest
    @MethodSource("columns")
    <B extends Batch<B>> void whatIsNeededIsAskedForByName(BatchRows<B> rows, ColumnIn<B, ?> left) {
        B batch = rows.empty();
        rows.in.forEach(
                (column, values) -> {
                    if (column != left) {
                        batch.in(column, values);
                    }
                });
        // A letter that is not said is A.
        if (left.isNeeded() && !left.toString().equals("letter")) {
            assertRefused(left + " is needed", batch::run);
        } else {
            batch.run();
        }
    }

    // ---- ranges ----

    @ParameterizedTest
    @CsvSource({"-1,1", "0,-1", "0,6", "5,1", "3,3", "6,0", "-2147483648,1", "1,2147483647",
        "2147483647,2147483647", "-1,-1", "0,-2147483648"})
    void aRangeLiesWithinTheRows(int first, int count) {
        NiBatch batch = slips();
        long[] ni = batch.out(NiBatch.OUT_NI_PENCE);
        assertRefused(
                "the batch has 5 rows: there are no " + count + " from row " + first,
                () -> batch.run(first, count));
        assertArrayEquals(new long[ROWS], ni);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aSplitLiesWithinTheRows(int row) {
        String sentence = "the batch has 5 rows: there is no row " + row;
        assertRefused(sentence, () -> slips().split(row));
        assertRefused(sentence, () -> new CostBatch(ROWS).split(row));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRangeHoldsAllRowsOfAnEmployer(boolean isDirect) {
        BatchRows<CostBatch> people = BatchRows.people(1_000);
        long[] employer = people.filled(1);
        Arrays.fill(employer, 500, 1_000, 2);
        CostBatch batch = people.batch();
        if (isDirect) {
            batch.in(CostBatch.EMPLOYER, BatchColumnsTest.directLongs(employer, 0));
        } else {
            batch.in(CostBatch.EMPLOYER, employer);
        }
        long[] total = batch.out(CostBatch.OUT_TOTAL_PENCE);
        String sentence = "the range must hold all rows of an employer: split says where one begins";
        assertRefused(sentence, () -> batch.run(1, 499));
        assertRefused(sentence, () -> batch.run(0, 501));
        assertRefused(sentence, () -> batch.run(499, 2));
        assertRefused(sentence, () -> batch.run(999, 1));
        assertArrayEquals(new long[1_000], total);
        batch.run(700, 0); // cuts nobody
        batch.run(500, 500);
    }

    // ---- what is closed ----

    @Test
    void closedRatesAreRefused() {
        Rates north = Rates.builtin().withOverlay(Samples.overlay("Travel"));
        NiBatch batch = slips().rates(north);
        assertEquals(2610, niOf(batch));
        north.close();
        long[] ni = batch.out(NiBatch.OUT_NI_PENCE);
        IllegalStateException thrown = assertThrows(IllegalStateException.class, batch::run);
        assertEquals("this Rates is closed", thrown.getMessage());
        assertArrayEquals(new long[ROWS], ni);
    }

    @Test
    void aClosedPolicyIsRefused() {
        Policy north = Samples.policy();
        ReviewBatch batch = new ReviewBatch(1).same(ReviewBatch.ANCHOR, Samples.APRIL).policy(north);
        batch.run();
        north.close();
        IllegalStateException thrown = assertThrows(IllegalStateException.class, batch::run);
        assertEquals("this Policy is closed", thrown.getMessage());
    }

    /** The native layer would read what belongs to nobody, and the JVM would end. */
    @Test
    void memoryThatWasGivenBackIsRefused() throws Exception {
        assumeTrue(ModuleFinder.ofSystem().find(ArenaProbe.MODULE).isPresent());
        List<String> options = List.of("--add-modules", ArenaProbe.MODULE);
        String printed = Jvm.run(options, ArenaProbe.class);
        assertTrue(printed.endsWith("refused"), printed); // behind a warning of the JVM's
    }

    // ---- codes ----

    @Test
    void aCodeThatThereIsNotIsTheRowsOwnMistake() {
        byte[] frequency = {1, 6, (byte) 255, 0, 1};
        NiBatch batch = slips().in(NiBatch.FREQUENCY, frequency);
        byte[] status = batch.out(NiBatch.OUT_STATUS);
        long[] ni = batch.out(NiBatch.OUT_NI_PENCE);
        batch.run();
        assertEquals(
                List.of("OK", "ARGUMENT", "ARGUMENT", "ARGUMENT", "OK"),
                Stream.of(0, 1, 2, 3, 4).map(row -> Batch.status(status[row])).toList());
        long none = Batch.NO_NUMBER;
        assertArrayEquals(new long[] {2610, none, none, none, 2610}, ni);
    }

    @Test
    void aLetterThatNeverWasIsTheRowsOwnMistake() {
        for (char letter : new char[] {'?', 'É', 'Ł', '\0'}) {
            NiBatch batch = slips().same(NiBatch.LETTER, letter);
            byte[] status = batch.out(NiBatch.OUT_STATUS);
            batch.run();
            assertEquals("RANGE", Batch.status(status[0]));
        }
    }

    @Test
    void whatALaterLibraryKnowsIsSaidPlainly() {
        assertThrows(PhbInternalException.class, () -> Batch.certainty((byte) 99));
        assertThrows(PhbInternalException.class, () -> Batch.certainty((byte) -1));
        assertEquals(
                Values.text(PhbNative.status_name(PhbNative.status_count())),
                Batch.status((byte) 255));
    }

    // ---- below ----

    static Stream<Executable> callsWithoutPlaces() {
        int exact = PhbNative.RATE_EXACT_get();
        return Stream.of(null, new long[0], new long[13], new long[15], new long[129])
                .flatMap(
                        places ->
                                Stream.of(
                                        () -> PhbNative.batch_employer_ni(0, exact, places, 1),
                                        () -> PhbNative.batch_employer_pension(0, exact, places, 1),
                                        () -> PhbNative.batch_minimum_wage(0, exact, places, 1),
                                        () -> PhbNative.batch_review_dates(0, 0, 0, places, 1),
                                        () -> PhbNative.batch_cost(0, exact, 0, places, 1),
                                        () -> PhbNative.batch_cost_split(places, 1, 1)));
    }

    @ParameterizedTest
    @MethodSource("callsWithoutPlaces")
    void theNativeLayerWantsAsManyPlacesAsThereAreColumns(Executable call) {
        assertThrows(PhbArgumentException.class, call);
    }

    @Test
    void onlyADirectBufferHasAnAddress() {
        assertEquals(0, PhbNative.address_of(null));
        assertEquals(0, PhbNative.address_of("a text"));
        assertEquals(0, PhbNative.address_of(ByteBuffer.allocate(1)));
    }
}
